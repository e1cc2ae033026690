/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_YEAR_CELL (lv_year_cell_get_type ())

/**
 * LvYearCell:
 *
 * One cell of a table of years: a number, and while it is edited an entry over it. It takes the focus only
 * when it is told to, so that a table is one stop of Tab.
 */
G_DECLARE_FINAL_TYPE (LvYearCell, lv_year_cell, LV, YEAR_CELL, GtkWidget)

LvYearCell *lv_year_cell_new (guint row, guint column, gsize cell);
void lv_year_cell_show (LvYearCell *self, const char *text, const char *name);
void lv_year_cell_set_selected (LvYearCell *self, gboolean selected);
void lv_year_cell_take_entry (LvYearCell *self, GtkWidget *entry);
GtkWidget *lv_year_cell_give_entry (LvYearCell *self);
const char *lv_year_cell_get_text (LvYearCell *self);
guint lv_year_cell_get_row (LvYearCell *self);
guint lv_year_cell_get_column (LvYearCell *self);
gsize lv_year_cell_get_cell (LvYearCell *self);

G_END_DECLS
