/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_PLAN_SLIP (lv_plan_slip_get_type ())

/**
 * LvPlanSlip:
 *
 * After an action was moved: which of those that wait for it would begin too early, from when to when they
 * would have to go, and the choice to move them too or to let them stand. It stands under the plan and takes
 * no focus, so that moving goes on.
 */
G_DECLARE_FINAL_TYPE (LvPlanSlip, lv_plan_slip, LV, PLAN_SLIP, GtkWidget)

GtkWidget *lv_plan_slip_new (LvSession *session);
void lv_plan_slip_watch (LvPlanSlip *self, const char *id);
const char *lv_plan_slip_watched (LvPlanSlip *self);
void lv_plan_slip_update (LvPlanSlip *self);
guint lv_plan_slip_count (LvPlanSlip *self);

G_END_DECLS
