/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-year-cell.h"

#include "lv-card-tools.h"

#include <string.h>

/* Narrow enough for five years in a card of ordinary width at 1280 pixels; longer numbers widen a column. */
#define CELL_CHARS 4

struct _LvYearCell
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *entry; /* (nullable): while it is edited */
  char *name;       /* (owned) */
  guint row;
  guint column;
  gsize cell;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (LvYearCell, lv_year_cell, GTK_TYPE_WIDGET)

static void
lv_year_cell_dispose (GObject *object)
{
  LvYearCell *self = LV_YEAR_CELL (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (lv_year_cell_parent_class)->dispose (object);
}

static void
lv_year_cell_finalize (GObject *object)
{
  g_free (LV_YEAR_CELL (object)->name);
  G_OBJECT_CLASS (lv_year_cell_parent_class)->finalize (object);
}

static void
lv_year_cell_class_init (LvYearCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_year_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_year_cell_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lvyearcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
lv_year_cell_init (LvYearCell *self)
{
  self->name = g_strdup ("");
  self->label = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_label_set_width_chars (GTK_LABEL (self->label), CELL_CHARS);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/** @cell: of the node that the table shows */
LvYearCell *
lv_year_cell_new (guint row, guint column, gsize cell)
{
  LvYearCell *self = g_object_new (LV_TYPE_YEAR_CELL, NULL);

  self->row = row;
  self->column = column;
  self->cell = cell;
  return self;
}

/** Shows @text; what is the same costs nothing. */
void
lv_year_cell_show (LvYearCell *self, const char *text, const char *name)
{
  g_return_if_fail (LV_IS_YEAR_CELL (self));
  lv_card_set_text (self->label, text);
  if (strcmp (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  lv_card_set_name (GTK_WIDGET (self), name);
}

void
lv_year_cell_set_selected (LvYearCell *self, gboolean selected)
{
  g_return_if_fail (LV_IS_YEAR_CELL (self));
  if (self->selected == selected)
    return;
  self->selected = selected;
  lv_card_set_style (GTK_WIDGET (self), "lv-selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/** Puts @entry over the number. */
void
lv_year_cell_take_entry (LvYearCell *self, GtkWidget *entry)
{
  g_return_if_fail (LV_IS_YEAR_CELL (self) && self->entry == NULL);
  self->entry = entry;
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  gtk_widget_set_opacity (self->label, 0);
}

/** Takes the entry away. Returns: (transfer none) (nullable): the entry, which somebody else must hold */
GtkWidget *
lv_year_cell_give_entry (LvYearCell *self)
{
  GtkWidget *entry;

  g_return_val_if_fail (LV_IS_YEAR_CELL (self), NULL);
  entry = self->entry;
  gtk_widget_set_opacity (self->label, 1);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  return entry;
}

/** Returns: (transfer none): what stands there */
const char *
lv_year_cell_get_text (LvYearCell *self)
{
  g_return_val_if_fail (LV_IS_YEAR_CELL (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->label));
}

guint
lv_year_cell_get_row (LvYearCell *self)
{
  g_return_val_if_fail (LV_IS_YEAR_CELL (self), 0);
  return self->row;
}

guint
lv_year_cell_get_column (LvYearCell *self)
{
  g_return_val_if_fail (LV_IS_YEAR_CELL (self), 0);
  return self->column;
}

gsize
lv_year_cell_get_cell (LvYearCell *self)
{
  g_return_val_if_fail (LV_IS_YEAR_CELL (self), 0);
  return self->cell;
}
