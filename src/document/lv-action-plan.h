/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action.h"
#include "lv-session.h"

G_BEGIN_DECLS

/* The action plan of a session: what stands in it, its edits, and what a delay costs (docs/plans.md).
 * Every edit is a step of undo with a name, computed and announced by the session's "changed"; one that is
 * not allowed returns FALSE after "refused" said why. */

/* --- What is in it: lv-session-plan.c, lv-action-model.c */

void lv_plan_order_model (LvModel *model);
GPtrArray *lv_actions_of_state (const LvState *state) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_session_actions (LvSession *self) G_GNUC_WARN_UNUSED_RESULT;
LvAction *lv_session_find_action (LvSession *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_session_get_today (LvSession *self, GDate *today);

/* --- Edits: lv-session-plan-edit.c */

gboolean lv_session_can_edit_action (LvSession *self, const char *id, LvActionField field);
gboolean lv_session_set_action (LvSession *self, const char *id, LvActionField field,
                                const char *text);
gboolean lv_session_reset_action (LvSession *self, const char *id);
gboolean lv_session_reset_action_field (LvSession *self, const char *id, LvActionField field);

/* --- The list: lv-session-plan-list.c */

char *lv_session_add_action (LvSession *self, const char *of, const char *title, const char *track,
                             const char *after) G_GNUC_WARN_UNUSED_RESULT;
char *lv_session_duplicate_action (LvSession *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_session_delete_action (LvSession *self, const char *id);
gboolean lv_session_reorder_action (LvSession *self, const char *id, const char *before);
gboolean lv_session_reset_order (LvSession *self);

/* --- Dates: lv-session-plan-dates.c */

/**
 * LvActionSlip:
 * @id: (owned): an action that moves
 * @title: (owned)
 * @from_start: (owned): as it is now, "" without; likewise @from_end
 * @to_start: (owned): as it would be; likewise @to_end
 */
typedef struct
{
  char *id;
  char *title;
  char *from_start;
  char *from_end;
  char *to_start;
  char *to_end;
} LvActionSlip;

void lv_action_slip_free (LvActionSlip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvActionSlip, lv_action_slip_free)

gboolean lv_session_set_action_dates (LvSession *self, const char *id, const char *start,
                                      const char *end);
gboolean lv_session_move_action (LvSession *self, const char *id, int months, int days);
GPtrArray *lv_session_slip (LvSession *self, const char *id, const char *start, const char *end)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_session_apply_slip (LvSession *self, const char *id, const char *start,
                                const char *end);
gboolean lv_session_reset_action_dates (LvSession *self, const char *id);

/* --- What a delay costs: lv-delay-cost.c */

typedef enum
{
  LV_DELAY_COUNTED,      /* the cost is a number */
  LV_DELAY_NO_MEASURE,   /* the action carries no measure: nothing is counted */
  LV_DELAY_NO_END,       /* the action has no end that could move */
  LV_DELAY_NOT_ASSESSED, /* ikke vurderet: the measure has no effect that can be counted */
  LV_DELAY_OFF,          /* the measure is off in the scenario, so a delay costs nothing now */
  LV_DELAY_ELSEWHERE,    /* the measure does not touch the gap */
  LV_DELAY_MISSING,      /* a number under the gap is missing */
} LvDelayKind;

#define LV_DELAY_YEARS 4

/**
 * LvDelayCost:
 * @kind: whether @total is a number, and else why not
 * @n_years: how many of the budget year and its three overslagsår there are
 * @years: their members on the gap's axis
 * @cost: gap with the delay - gap on time, for each
 * @total: their sum, in the gap's unit; NaN where it is not counted
 * @n_not_assessed: of a whole plan, delayed actions whose measure is ikke vurderet; likewise @n_off
 * @n_delayed: of a whole plan, actions that end later than planned
 */
typedef struct
{
  LvDelayKind kind;
  guint n_years;
  guint years[LV_DELAY_YEARS];
  double cost[LV_DELAY_YEARS];
  double total;
  guint n_delayed;
  guint n_not_assessed;
  guint n_off;
} LvDelayCost;

LvDelayCost lv_session_delay_cost (LvSession *self, const char *id, int months);
LvDelayCost lv_session_plan_cost (LvSession *self);
char *lv_session_delay_words (LvSession *self, const LvDelayCost *cost) G_GNUC_WARN_UNUSED_RESULT;

/* --- Goals: lv-goal.c */

/**
 * LvGoalValue:
 * @number: NaN where it is missing
 * @text: (owned): the number with its unit as it is shown, or "mangler"
 */
typedef struct
{
  double number;
  char *text;
} LvGoalValue;

/**
 * LvGoal:
 * @item: (transfer none): the pack's [goal]: id, title, source, place, note
 * @progress: (actual - baseline) / (target - baseline); NaN where one of them is missing
 * @reached: actual is at the target or better
 * @edited: the document gives @actual
 * @actual_date: (owned): of the document's figure, "" without
 * @actual_source: (owned): likewise
 */
typedef struct
{
  const LvItem *item;
  const LvUnit *unit;
  LvGoalValue baseline;
  LvGoalValue target;
  LvGoalValue actual;
  gboolean good_is_up;
  gboolean reached;
  double progress;
  char *date;
  gboolean edited;
  char *actual_date;
  char *actual_source;
} LvGoal;

void lv_goal_free (LvGoal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvGoal, lv_goal_free)

GPtrArray *lv_goals_of_state (const LvState *state, const LvState *base, const char *of)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_session_goals (LvSession *self, const char *of) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_session_set_goal_actual (LvSession *self, const char *id, double actual,
                                     const char *date, const char *source);
gboolean lv_session_reset_goal (LvSession *self, const char *id);

G_END_DECLS
