/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-input-grid.h"
#include "lv-input-row.h"

G_BEGIN_DECLS

#define LV_TYPE_INPUT_LIST (lv_input_list_get_type ())

/**
 * LvInputList:
 *
 * The inputs that a card names, one under the other, each in the form that its axes ask for: a row, a row
 * per member, or a grid. Used by the card of inputs and by every card with `controls=`.
 */
G_DECLARE_FINAL_TYPE (LvInputList, lv_input_list, LV, INPUT_LIST, GtkWidget)

LvInputList *lv_input_list_new (LvSession *session, const LvItem *item, const char *key);
LvInputList *lv_input_list_new_for (LvSession *session, const LvNode *node);
void lv_input_list_spread (LvInputList *self);
void lv_input_list_update (LvInputList *self);
GtkWidget *lv_input_list_find (LvInputList *self, const LvNode *node, gsize cell);

G_END_DECLS
