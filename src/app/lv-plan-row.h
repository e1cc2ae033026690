/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LV_TYPE_PLAN_ROW (lv_plan_row_get_type ())

/**
 * LvPlanRow:
 *
 * A row of the list of a plan: an action as it is now, or the heading of a group. A row stays the same
 * object while its action lives, so that selection and focus stay; the signal "changed" tells that it says
 * something else.
 */
G_DECLARE_FINAL_TYPE (LvPlanRow, lv_plan_row, LV, PLAN_ROW, GObject)

LvPlanRow *lv_plan_row_new (LvAction *action) G_GNUC_WARN_UNUSED_RESULT;
LvPlanRow *lv_plan_row_new_heading (const char *title) G_GNUC_WARN_UNUSED_RESULT;
const LvAction *lv_plan_row_action (LvPlanRow *self);
const char *lv_plan_row_title (LvPlanRow *self);
const char *lv_plan_row_mark (LvPlanRow *self);
const char *lv_plan_row_status (LvPlanRow *self);
gboolean lv_plan_row_is_late (LvPlanRow *self);
gboolean lv_plan_row_is_stale (LvPlanRow *self);
guint lv_plan_row_count (LvPlanRow *self);

void lv_plan_row_take (LvPlanRow *self, LvAction *action, const LvPack *pack, const GDate *today);
void lv_plan_row_set_count (LvPlanRow *self, guint count);

G_END_DECLS
