/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-seek.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_LEVER_ROW (lv_lever_row_get_type ())

/**
 * LvLeverRow:
 *
 * What a goal seek may turn: a check mark, and the bounds, which begin at those of the pack. The signal
 * "changed" follows both.
 */
G_DECLARE_FINAL_TYPE (LvLeverRow, lv_lever_row, LV, LEVER_ROW, GtkWidget)

GtkWidget *lv_lever_row_new (const LvNode *input);
gboolean lv_lever_row_can_turn (const LvNode *input);
gboolean lv_lever_row_matches (LvLeverRow *self, const char *const *words);
void lv_lever_row_set_chosen (LvLeverRow *self, gboolean chosen);
gboolean lv_lever_row_is_chosen (LvLeverRow *self);
const LvNode *lv_lever_row_input (LvLeverRow *self);
void lv_lever_row_set_bounds (LvLeverRow *self, const char *low, const char *high);
gboolean lv_lever_row_add (LvLeverRow *self, const LvState *state, GArray *levers, char **reason);

G_END_DECLS
