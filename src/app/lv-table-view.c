/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-table-view.h"

#include "lv-card-scroll.h"
#include "lv-card-tools.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Where words break in a cell. */
#define WORDS_WIDTH 34

/* A cell. The label of it takes no focus, so the cell has the focus for it. */
#define LV_TYPE_TABLE_CELL (lv_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (LvTableCell, lv_table_cell, LV, TABLE_CELL, GtkWidget)

struct _LvTableCell
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (LvTableCell, lv_table_cell, GTK_TYPE_WIDGET)

static void
lv_table_cell_dispose (GObject *object)
{
  g_clear_pointer (&LV_TABLE_CELL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (lv_table_cell_parent_class)->dispose (object);
}

static void
lv_table_cell_class_init (LvTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_table_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lvnumber");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CELL);
}

static void
lv_table_cell_init (LvTableCell *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "yalign", 0.0, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

struct _LvTableView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *grid;
  LvAnalysisTable *table; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (LvTableView, lv_table_view, GTK_TYPE_WIDGET)

/* --- Keys */

static GtkWidget *
focused_cell (LvTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == self->grid ? focus : NULL;
}

static gboolean
go_to (LvTableView *self, GtkWidget *from, int column, int row)
{
  GtkWidget *to = column >= 0 && row >= 1 ? gtk_grid_get_child_at (GTK_GRID (self->grid), column, row)
                                          : NULL;

  if (to == NULL)
    return FALSE;
  gtk_widget_set_focusable (to, TRUE);
  if (gtk_widget_grab_focus (to) && from != NULL && from != to)
    gtk_widget_set_focusable (from, FALSE);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        LvTableView *self)
{
  GtkWidget *focus = focused_cell (self);
  int right = key == GDK_KEY_Right ? 1 : key == GDK_KEY_Left ? -1 : 0;
  int down = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
  int column;
  int row;

  if ((right == 0 && down == 0) || focus == NULL
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  gtk_grid_query_child (GTK_GRID (self->grid), focus, &column, &row, NULL, NULL);
  go_to (self, focus, column + right, row + down);
  return TRUE;
}

/* --- Copying */

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvTableView *self = LV_TABLE_VIEW (widget);
  GdkContentProvider *forms[2];
  g_autoptr (GdkContentProvider) both = NULL;
  g_autoptr (GBytes) html = NULL;
  g_autofree char *text = NULL;
  char *page;

  if (self->table == NULL)
    return;
  text = lv_analysis_table_to_text (self->table);
  page = lv_analysis_table_to_html (self->table);
  html = g_bytes_new_take (page, strlen (page));
  forms[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  forms[1] = gdk_content_provider_new_for_bytes ("text/html", html);
  both = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}

/* --- The widget */

static void
lv_table_view_dispose (GObject *object)
{
  LvTableView *self = LV_TABLE_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->table, lv_analysis_table_free);
  G_OBJECT_CLASS (lv_table_view_parent_class)->dispose (object);
}

static void
lv_table_view_class_init (LvTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_table_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
}

static GtkWidget *
make_head (LvTableView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  self->title = lv_card_label ("", "heading");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (copy, "flat");
  lv_card_set_tooltip (copy, _ ("Copy as Table"));
  lv_card_set_name (copy, _ ("Copy as Table"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "table.copy");
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), copy);
  return head;
}

static void
lv_table_view_init (LvTableView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE,
                             "column-spacing", 18, "row-spacing", 4, NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->grid, keys);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), lv_card_scroll_new (self->grid, _ ("Table")));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): an empty table */
GtkWidget *
lv_table_view_new (void)
{
  return g_object_new (LV_TYPE_TABLE_VIEW, NULL);
}

/** Returns: (transfer none) (nullable): what is shown */
const LvAnalysisTable *
lv_table_view_table (LvTableView *self)
{
  g_return_val_if_fail (LV_IS_TABLE_VIEW (self), NULL);
  return self->table;
}

static void
style_label (LvTableView *self, GtkWidget *label, guint column)
{
  gboolean numeric = lv_analysis_table_is_numeric (self->table, column);
  int most = numeric ? WORDS_WIDTH / 2 : WORDS_WIDTH;

  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  /* Never narrower either: a table is scrolled sideways, and what could wrap more would ask for height. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), most);
  gtk_label_set_width_chars (
      GTK_LABEL (label),
      MIN (most, (int) g_utf8_strlen (gtk_label_get_label (GTK_LABEL (label)), -1)));
  gtk_widget_set_hexpand (label, column == 0);
}

/* Nothing to say in any row, as where nobody gave a reason. */
static gboolean
is_empty (LvTableView *self, guint column)
{
  for (guint r = 0; r < self->table->rows->len; r++)
    if (lv_analysis_table_cell (self->table, r, column)->text[0] != '\0')
      return FALSE;
  return TRUE;
}

static void
add_header (LvTableView *self, guint column)
{
  GtkWidget *label = g_object_new (
      GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "label",
      g_ptr_array_index (self->table->headers, column), "yalign", 1.0, NULL);

  style_label (self, label, column);
  gtk_widget_add_css_class (label, "lv-table-head");
  gtk_grid_attach (GTK_GRID (self->grid), label, (int) column, 0, 1, 1);
}

static void
add_cell (LvTableView *self, guint row, guint column)
{
  const LvAnalysisCell *cell = lv_analysis_table_cell (self->table, row, column);
  LvTableCell *widget = g_object_new (LV_TYPE_TABLE_CELL, NULL);
  g_autofree char *name
      = column == 0 ? g_strdup (cell->text)
                    : g_strdup_printf ("%s, %s: %s", lv_analysis_table_cell (self->table, row, 0)->text,
                                       (const char *) g_ptr_array_index (self->table->headers, column),
                                       cell->text);

  gtk_label_set_label (GTK_LABEL (widget->label), cell->text);
  style_label (self, widget->label, column);
  gtk_widget_add_css_class (widget->label, "numeric");
  if (lv_analysis_table_row (self->table, row)->total)
    gtk_widget_add_css_class (widget->label, "lv-total");
  lv_card_set_name (GTK_WIDGET (widget), name);
  gtk_widget_set_focusable (GTK_WIDGET (widget), row == 0 && column == 0);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (widget), (int) column, (int) row + 1, 1, 1);
}

/** Shows @table (transfer full), with the focus where it was. */
void
lv_table_view_take (LvTableView *self, LvAnalysisTable *table)
{
  GtkWidget *focus;
  GtkWidget *child;
  int column = -1;
  int row = -1;

  g_return_if_fail (LV_IS_TABLE_VIEW (self) && table != NULL);
  focus = focused_cell (self);
  if (focus != NULL)
    gtk_grid_query_child (GTK_GRID (self->grid), focus, &column, &row, NULL, NULL);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  lv_analysis_table_free (self->table);
  self->table = table;
  lv_card_set_text (self->title, table->title);
  lv_card_set_name (self->grid, table->title);
  for (guint c = 0; c < table->headers->len; c++)
    {
      if (is_empty (self, c))
        continue;
      add_header (self, c);
      for (guint r = 0; r < table->rows->len; r++)
        add_cell (self, r, c);
    }
  if (focus != NULL && !go_to (self, gtk_grid_get_child_at (GTK_GRID (self->grid), 0, 1), column, row))
    go_to (self, NULL, 0, 1);
}
