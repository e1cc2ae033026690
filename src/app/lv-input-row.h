/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-input-entry.h"

G_BEGIN_DECLS

#define LV_TYPE_INPUT_ROW (lv_input_row_get_type ())

/**
 * LvInputRow:
 *
 * One cell of an input with its title: scale and entry, switch, or choice; status in words, who says so and
 * why, reset. It edits through the session and holds no value. Scrolling over its scale scrolls the page.
 */
G_DECLARE_FINAL_TYPE (LvInputRow, lv_input_row, LV, INPUT_ROW, GtkWidget)

/**
 * LvInputRowFlags:
 * @LV_INPUT_ROW_PLAIN: only title and control, for a row under a heading that says the rest
 * @LV_INPUT_ROW_QUIET: no status, for a row whose card says it in its own words
 */
typedef enum
{
  LV_INPUT_ROW_NORMAL = 0,
  LV_INPUT_ROW_PLAIN = 1 << 0,
  LV_INPUT_ROW_QUIET = 1 << 1,
} LvInputRowFlags;

LvInputRow *lv_input_row_new (LvSession *session, const LvNode *node, gsize cell, const char *title,
                              LvInputRowFlags flags);
void lv_input_row_update (LvInputRow *self);
GtkWidget *lv_input_row_get_scale (LvInputRow *self);
GtkWidget *lv_input_row_get_control (LvInputRow *self);
GtkWidget *lv_input_row_get_reset (LvInputRow *self);
const char *lv_input_row_get_status (LvInputRow *self);

G_END_DECLS
