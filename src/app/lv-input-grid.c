/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-input-grid.h"

#include "lv-card-fold.h"
#include "lv-card-tools.h"
#include "lv-input-info.h"
#include "lv-line-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LvInputGrid
{
  GtkWidget parent_instance;

  GtkWidget *box;
  LvCardFold *fold;
  GtkWidget *heading;
  GtkWidget *reset;
  LvYearGrid *table;  /* (nullable) (borrowed): until it is unfolded for the first time */
  LvSession *session; /* (owned) */
  const LvNode *node; /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (LvInputGrid, lv_input_grid, GTK_TYPE_WIDGET)

static gboolean
is_present (LvInputGrid *self, gsize cell)
{
  return lv_node_present (lv_session_model (self->session), self->node, cell);
}

static void
expanded_cb (LvInputGrid *self)
{
  gboolean expanded = lv_card_fold_get_expanded (self->fold);

  if (self->table == NULL && expanded)
    {
      self->table = lv_year_grid_new (self->session, self->node);
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->table));
    }
  if (self->table != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->table), expanded);
}

/* All of it is one step. */
static void
reset_cb (LvInputGrid *self)
{
  g_autoptr (LvYearTable) table = lv_year_table_new (self->session, self->node);
  LvYearRange all = { 0, 0, table->rows - 1, table->columns - 1 };

  if (gtk_widget_is_focus (self->reset))
    gtk_widget_child_focus (GTK_WIDGET (self->fold), GTK_DIR_TAB_FORWARD);
  if (self->table != NULL)
    lv_year_grid_restore (self->table);
  lv_year_reset (table, &all);
}

static void
build (LvInputGrid *self)
{
  const char *title = lv_node_title (self->node);
  GtkWidget *line = lv_line_box_new (6);
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
  if (self->table != NULL)
    lv_year_grid_update (self->table);
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

  self->table = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_input_grid_parent_class)->dispose (object);
}

static void
lv_input_grid_class_init (LvInputGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_input_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_input_grid_init (LvInputGrid *self)
{
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

/** Returns: (transfer none) (nullable): the table, once it has been unfolded */
LvYearGrid *
lv_input_grid_get_table (LvInputGrid *self)
{
  g_return_val_if_fail (LV_IS_INPUT_GRID (self), NULL);
  return self->table;
}

GtkWidget *
lv_input_grid_get_reset (LvInputGrid *self)
{
  g_return_val_if_fail (LV_IS_INPUT_GRID (self), NULL);
  return self->reset;
}

/** Returns: (transfer none): title, unit and how many cells are changed */
const char *
lv_input_grid_get_heading (LvInputGrid *self)
{
  g_return_val_if_fail (LV_IS_INPUT_GRID (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->heading));
}
