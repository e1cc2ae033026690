/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_PLAN_MONEY (lv_plan_money_get_type ())

/**
 * LvPlanMoney:
 *
 * What a delay costs: of the selected action for so many months as are asked for, and of the whole plan as it
 * stands in the scenario; per year when unfolded. What cannot be counted says why, in words.
 */
G_DECLARE_FINAL_TYPE (LvPlanMoney, lv_plan_money, LV, PLAN_MONEY, GtkWidget)

GtkWidget *lv_plan_money_new (LvSession *session);
void lv_plan_money_update (LvPlanMoney *self, const LvAction *action);
const char *lv_plan_money_get_action (LvPlanMoney *self);
const char *lv_plan_money_get_plan (LvPlanMoney *self);

G_END_DECLS
