/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-year-cell.h"
#include "lv-year-edit.h"

G_BEGIN_DECLS

#define LV_TYPE_YEAR_GRID (lv_year_grid_get_type ())

/**
 * LvYearGrid:
 *
 * A table of years with the keys of a spreadsheet: arrows, Enter and Tab move, typing and F2 edit, Escape
 * takes the typing back, Delete resets, Shift and the mouse select a range, and the range is copied, pasted,
 * filled and changed as one step. Under it stands all that is known of the cell with the focus, and why
 * something could not be done. One entry serves all cells.
 */
G_DECLARE_FINAL_TYPE (LvYearGrid, lv_year_grid, LV, YEAR_GRID, GtkWidget)

LvYearGrid *lv_year_grid_new (LvSession *session, const LvNode *node);
void lv_year_grid_show_locks (LvYearGrid *self);
void lv_year_grid_update (LvYearGrid *self);
void lv_year_grid_restore (LvYearGrid *self);
gboolean lv_year_grid_commit (LvYearGrid *self);
void lv_year_grid_select (LvYearGrid *self, const LvYearRange *range);
void lv_year_grid_get_range (LvYearGrid *self, LvYearRange *range);
void lv_year_grid_paste_text (LvYearGrid *self, const char *text);
const LvYearTable *lv_year_grid_get_table (LvYearGrid *self);
LvYearCell *lv_year_grid_get_cell (LvYearGrid *self, guint row, guint column);
GtkEntry *lv_year_grid_get_entry (LvYearGrid *self);
gboolean lv_year_grid_is_editing (LvYearGrid *self);
const char *lv_year_grid_get_status (LvYearGrid *self);
const char *lv_year_grid_get_error (LvYearGrid *self);
GtkWidget *lv_year_grid_get_keys (LvYearGrid *self);

G_END_DECLS
