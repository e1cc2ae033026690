/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-card.h"
#include "lv-plan-list.h"

G_BEGIN_DECLS

#define LV_TYPE_CARD_PLAN (lv_card_plan_get_type ())

/**
 * LvCardPlan:
 *
 * A plan as a list and along time, with what can be done with its actions and what a delay costs.
 */
G_DECLARE_FINAL_TYPE (LvCardPlan, lv_card_plan, LV, CARD_PLAN, LvCard)

LvPlanList *lv_card_plan_get_list (LvCardPlan *self);
void lv_card_plan_select (LvCardPlan *self, const char *id);
const char *lv_card_plan_get_selected (LvCardPlan *self);
void lv_card_plan_show_view (LvCardPlan *self, const char *view);

G_END_DECLS
