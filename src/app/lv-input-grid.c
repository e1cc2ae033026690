/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-input-grid.h"

#include "lv-card-fold.h"
#include "lv-card-scroll.h"
#include "lv-card-tools.h"
#include "lv-input-info.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Room for four digits; longer numbers scroll within their entry. */
#define GRID_CHARS 4

struct _LvInputGrid
{
  GtkWidget parent_instance;

  GtkWidget *box;
  LvCardFold *fold;
  GtkWidget *heading;
  GtkWidget *reset;
  GtkWidget *inside;  /* (nullable): until it is unfolded for the first time */
  GtkWidget *grid;    /* (nullable): likewise */
  GtkWidget *error;   /* (nullable): likewise */
  GPtrArray *entries; /* (owned) (element-type LvInputEntry), borrowed from the grid */
  LvSession *session; /* (owned) */
  const LvNode *node; /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (LvInputGrid, lv_input_grid, GTK_TYPE_WIDGET)

/* The last axis runs along the columns, all others together down the rows. */
static guint
n_columns (LvInputGrid *self)
{
  const LvShape *shape = lv_node_shape (self->node);

  return shape->n > 1 ? lv_axis_length (shape->axis[shape->n - 1]) : 1;
}

static gboolean
is_present (LvInputGrid *self, gsize cell)
{
  return lv_node_present (lv_session_model (self->session), self->node, cell);
}

static gboolean
row_is_present (LvInputGrid *self, gsize row)
{
  for (guint c = 0; c < n_columns (self); c++)
    if (is_present (self, row * n_columns (self) + c))
      return TRUE;
  return FALSE;
}

static char *
row_title (LvInputGrid *self, gsize row)
{
  LvShape outer = *lv_node_shape (self->node);

  if (outer.n > 1)
    outer.n--;
  return lv_shape_cell_title (&outer, row);
}

/* --- Moving */

static GtkWidget *
neighbour (LvInputGrid *self, GtkWidget *from, int right, int down)
{
  int column, row, width, height;
  GtkWidget *next;

  gtk_grid_query_child (GTK_GRID (self->grid), from, &column, &row, &width, &height);
  next = gtk_grid_get_child_at (GTK_GRID (self->grid), column + right, row + down);
  return LV_IS_INPUT_ENTRY (next) ? next : NULL;
}

static gboolean
move (LvInputGrid *self, GtkWidget *from, int right, int down)
{
  GtkWidget *next = neighbour (self, from, right, down);

  if (next != NULL)
    gtk_widget_grab_focus (next);
  return next != NULL;
}

/* Left and Right belong to the text until its end is reached. */
static gboolean
at_end (GtkWidget *widget, gboolean right)
{
  GtkEditable *editable = GTK_EDITABLE (lv_input_entry_get_entry (LV_INPUT_ENTRY (widget)));
  int length = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);
  int start, end;

  if (gtk_editable_get_selection_bounds (editable, &start, &end) && end - start < length)
    return FALSE;
  return end - start == length || gtk_editable_get_position (editable) == (right ? length : 0);
}

static gboolean
key_pressed_cb (LvInputGrid *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *from = focus != NULL ? gtk_widget_get_ancestor (focus, LV_TYPE_INPUT_ENTRY) : NULL;

  if (from == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, from, 0, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, from, 0, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      /* What cannot be read keeps the focus, with its error. */
      if (lv_input_entry_commit (LV_INPUT_ENTRY (from)))
        move (self, from, 0, 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return at_end (from, FALSE) && move (self, from, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return at_end (from, TRUE) && move (self, from, 1, 0);
    default:
      return FALSE;
    }
}

/* --- Building */

static void
error_cb (LvInputGrid *self, GParamSpec *pspec, LvInputEntry *entry)
{
  const char *error = NULL;

  for (guint i = 0; error == NULL && i < self->entries->len; i++)
    error = lv_input_entry_get_error (g_ptr_array_index (self->entries, i));
  lv_card_set_text (self->error, error != NULL ? error : "");
  gtk_widget_set_visible (self->error, error != NULL);
}

static void
attach_entry (LvInputGrid *self, gsize cell, int column, int row)
{
  g_autofree char *unit = lv_input_unit (self->node);
  g_autofree char *members = lv_shape_cell_title (lv_node_shape (self->node), cell);
  g_autofree char *name = g_strdup_printf ("%s, %s%s%s", lv_node_title (self->node), members,
                                           unit[0] != '\0' ? ", " : "", unit);
  LvInputEntry *entry = lv_input_entry_new (self->session, self->node, cell, name);

  lv_input_entry_set_steps (entry, FALSE);
  g_signal_connect_swapped (entry, "notify::error", G_CALLBACK (error_cb), self);
  gtk_editable_set_width_chars (GTK_EDITABLE (lv_input_entry_get_entry (entry)), GRID_CHARS);
  gtk_widget_set_hexpand (GTK_WIDGET (entry), TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (entry), column, row, 1, 1);
  g_ptr_array_add (self->entries, entry);
}

static void
attach_heading (LvInputGrid *self, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "lv-table-head");
  gtk_label_set_xalign (GTK_LABEL (label), row == 0 ? 1 : 0);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

/* Only members that have a cell get a row or a column. */
static void
attach_cells (LvInputGrid *self)
{
  const LvShape *shape = lv_node_shape (self->node);
  gsize rows = lv_shape_cells (shape) / n_columns (self);
  int at_row = 1;

  for (gsize row = 0; row < rows; row++)
    {
      g_autofree char *title = row_title (self, row);

      if (!row_is_present (self, row))
        continue;
      attach_heading (self, title, 0, at_row);
      for (guint c = 0; c < n_columns (self); c++)
        if (is_present (self, row * n_columns (self) + c))
          attach_entry (self, row * n_columns (self) + c, (int) c + 1, at_row);
      at_row++;
    }
  for (guint c = 0; shape->n > 1 && c < n_columns (self); c++)
    for (int row = 1; row < at_row; row++)
      if (gtk_grid_get_child_at (GTK_GRID (self->grid), (int) c + 1, row) != NULL)
        {
          attach_heading (self, lv_axis_member (shape->axis[shape->n - 1], c)->title, (int) c + 1, 0);
          break;
        }
}

static void
build_grid (LvInputGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->grid = gtk_grid_new ();
  self->error = lv_card_label ("", "error");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  attach_cells (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->grid, keys);
  gtk_box_append (GTK_BOX (self->inside), lv_card_scroll_new (self->grid, lv_node_title (self->node)));
  gtk_box_append (GTK_BOX (self->inside), self->error);
  gtk_widget_add_css_class (self->grid, "lv-input-grid");
  gtk_box_append (GTK_BOX (self->box), self->inside);
}

static void
expanded_cb (LvInputGrid *self)
{
  gboolean expanded = lv_card_fold_get_expanded (self->fold);

  if (self->inside == NULL && expanded)
    build_grid (self);
  if (self->inside != NULL)
    gtk_widget_set_visible (self->inside, expanded);
}

static void
reset_cb (LvInputGrid *self)
{
  if (gtk_widget_is_focus (self->reset))
    gtk_widget_child_focus (GTK_WIDGET (self->fold), GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < self->entries->len; i++)
    lv_input_entry_restore (g_ptr_array_index (self->entries, i));
  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (self->node)); cell++)
    if (is_present (self, cell) && lv_input_is_changed (self->session, self->node, cell))
      lv_session_reset (self->session, self->node, cell);
}

static void
build (LvInputGrid *self)
{
  const char *title = lv_node_title (self->node);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *info = lv_input_info_button_new (self->session, self->node, title);

  self->heading = lv_card_label (title, NULL);
  self->fold = lv_card_fold_new (self->heading);
  gtk_widget_set_hexpand (GTK_WIDGET (self->fold), TRUE);
  g_signal_connect_swapped (self->fold, "notify::expanded", G_CALLBACK (expanded_cb), self);
  self->reset = lv_input_reset_button_new (title);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->fold));
  if (info != NULL)
    gtk_box_append (GTK_BOX (line), info);
  gtk_box_append (GTK_BOX (line), self->reset);
  gtk_box_append (GTK_BOX (self->box), line);
}

static guint
count_changed (LvInputGrid *self)
{
  guint count = 0;

  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (self->node)); cell++)
    if (is_present (self, cell) && lv_input_is_changed (self->session, self->node, cell))
      count++;
  return count;
}

/** Shows the session's values; what is being typed is left alone. */
void
lv_input_grid_update (LvInputGrid *self)
{
  guint changed;
  g_autofree char *count = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (LV_IS_INPUT_GRID (self));
  for (guint i = 0; i < self->entries->len; i++)
    lv_input_entry_update (g_ptr_array_index (self->entries, i));
  changed = count_changed (self);
  count = changed > 0 ? g_strdup_printf (ngettext ("%u changed", "%u changed", changed), changed)
                      : g_strdup (_ ("none changed"));
  unit = lv_input_unit (self->node);
  heading = g_strdup_printf ("%s%s%s (%s)", lv_node_title (self->node), unit[0] != '\0' ? ", " : "",
                             unit, count);
  if (strcmp (gtk_label_get_label (GTK_LABEL (self->heading)), heading) == 0)
    return;
  lv_card_set_text (self->heading, heading);
  lv_card_fold_set_name (self->fold, heading);
  gtk_widget_set_sensitive (self->reset, changed > 0);
}

static void
lv_input_grid_dispose (GObject *object)
{
  LvInputGrid *self = LV_INPUT_GRID (object);

  g_ptr_array_set_size (self->entries, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_input_grid_parent_class)->dispose (object);
}

static void
lv_input_grid_finalize (GObject *object)
{
  g_ptr_array_unref (LV_INPUT_GRID (object)->entries);
  G_OBJECT_CLASS (lv_input_grid_parent_class)->finalize (object);
}

static void
lv_input_grid_class_init (LvInputGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_input_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_input_grid_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_input_grid_init (LvInputGrid *self)
{
  self->entries = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** @node: a number or month with axes */
LvInputGrid *
lv_input_grid_new (LvSession *session, const LvNode *node)
{
  LvInputGrid *self = g_object_new (LV_TYPE_INPUT_GRID, NULL);

  self->session = g_object_ref (session);
  self->node = node;
  build (self);
  lv_input_grid_update (self);
  return self;
}

/** Unfolds or folds the grid. */
void
lv_input_grid_set_expanded (LvInputGrid *self, gboolean expanded)
{
  g_return_if_fail (LV_IS_INPUT_GRID (self));
  lv_card_fold_set_expanded (self->fold, expanded);
}

/** Returns: (transfer none) (nullable): the entry of @cell, once the grid has been unfolded */
LvInputEntry *
lv_input_grid_get_entry (LvInputGrid *self, gsize cell)
{
  g_return_val_if_fail (LV_IS_INPUT_GRID (self), NULL);
  for (guint i = 0; i < self->entries->len; i++)
    if (lv_input_entry_get_cell (g_ptr_array_index (self->entries, i)) == cell)
      return g_ptr_array_index (self->entries, i);
  return NULL;
}

/** Returns: (transfer none): title, unit and how many cells are changed */
const char *
lv_input_grid_get_heading (LvInputGrid *self)
{
  g_return_val_if_fail (LV_IS_INPUT_GRID (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->heading));
}
