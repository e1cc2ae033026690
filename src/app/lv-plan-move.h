/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action-plan.h"

G_BEGIN_DECLS

/* What of an action is taken hold of. */
typedef enum
{
  LV_PLAN_WHOLE,
  LV_PLAN_START,
  LV_PLAN_LAST,
} LvPlanPart;

/**
 * LvPlanMove:
 *
 * An action whose dates are being moved month by month, in the shown scenario. All of it is one step of undo;
 * it can be put back until it ends.
 */
typedef struct _LvPlanMove LvPlanMove;

LvPlanMove *lv_plan_move_new (LvSession *session) G_GNUC_WARN_UNUSED_RESULT;
void lv_plan_move_free (LvPlanMove *self);
gboolean lv_plan_move_begin (LvPlanMove *self, const char *id, LvPlanPart part);
gboolean lv_plan_move_is_begun (const LvPlanMove *self, const char *id, LvPlanPart part);
const char *lv_plan_move_id (const LvPlanMove *self);
int lv_plan_move_months (const LvPlanMove *self);
void lv_plan_move_to (LvPlanMove *self, int months);
void lv_plan_move_end (LvPlanMove *self, gboolean keep);

G_END_DECLS
