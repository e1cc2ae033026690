/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-year-grid.h"

G_BEGIN_DECLS

#define LV_TYPE_INPUT_GRID (lv_input_grid_get_type ())

/**
 * LvInputGrid:
 *
 * All cells of an input that has more of them than rows would bear: folded away under its title, which tells
 * how many are changed; a grid of entries when unfolded. Enter and the arrow keys move between cells.
 */
G_DECLARE_FINAL_TYPE (LvInputGrid, lv_input_grid, LV, INPUT_GRID, GtkWidget)

LvInputGrid *lv_input_grid_new (LvSession *session, const LvNode *node);
void lv_input_grid_update (LvInputGrid *self);
void lv_input_grid_set_expanded (LvInputGrid *self, gboolean expanded);
LvYearGrid *lv_input_grid_get_table (LvInputGrid *self);
GtkWidget *lv_input_grid_get_reset (LvInputGrid *self);
const char *lv_input_grid_get_heading (LvInputGrid *self);

G_END_DECLS
