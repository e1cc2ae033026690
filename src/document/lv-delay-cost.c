/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pris ved forsinkelse: what it costs that an action, or the plan, ends later than planned. It is the sum over
 * the budget year and its three overslagsår of the gap with the delay less the gap on time. */
#include "lv-session-plan-private.h"

#include "lv-text.h"
#include "lv-date-da.h"

#include <math.h>
#include <string.h>

/* --- States with other dates */

static void
set_end (LvScenario *scenario, const char *id, const char *end)
{
  lv_scenario_reset (scenario, LV_CHANGE_ACTION, id, "end", "");
  if (end != NULL)
    lv_scenario_set (scenario, LV_CHANGE_ACTION, id, "end", "", end);
}

static LvScenario *
shown_scenario (LvSession *self)
{
  LvScenario *scenario = lv_session_flatten (self, self->shown);

  return scenario != NULL ? scenario : lv_scenario_new ("pris", "");
}

static LvState *
state_under (LvSession *self, const LvScenario *scenario)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvState *state = lv_state_copy (self->base);

  lv_state_apply (state, lv_model_pack (self->model), scenario, problems);
  lv_session_keep_views (self, state);
  lv_state_update (state);
  return state;
}

/* --- What a measure is in a state */

static gboolean
is_assessed (const LvState *state, const LvItem *item)
{
  const LvMeasure *measure = item->detail;
  const LvModel *model = lv_state_model (state);

  for (guint i = 0; i < measure->effects->len; i++)
    {
      const LvEffect *effect = &g_array_index (measure->effects, LvEffect, i);
      const LvNode *node = lv_model_find (model, effect->effect->id);

      for (gsize cell = 0; node != NULL && cell < lv_shape_cells (lv_node_shape (node)); cell++)
        {
          LvValue value;

          if (!lv_node_present (model, node, cell))
            continue;
          value = lv_state_get (state, node, cell);
          if (isnan (value.number) || value.marked)
            return FALSE;
        }
    }
  return measure->effects->len > 0;
}

static gboolean
is_on (const LvState *state, const LvItem *item)
{
  const LvNode *knob = lv_model_measure_knob (lv_state_model (state), item, "on");

  for (gsize cell = 0; knob != NULL && cell < lv_shape_cells (lv_node_shape (knob)); cell++)
    if (lv_state_number (state, knob, cell) == 1)
      return TRUE;
  return FALSE;
}

static void
turn (LvState *state, const LvItem *measure, const char *property, double value)
{
  const LvNode *knob = lv_model_measure_knob (lv_state_model (state), measure, property);

  for (gsize cell = 0; knob != NULL && cell < lv_shape_cells (lv_node_shape (knob)); cell++)
    lv_state_set (state, knob, cell, value);
}

/* As if nobody had touched the measure: also one that is off counts as changed while it is delayed. */
static void
untouch (LvState *state, const LvItem *measure)
{
  static const char *const properties[] = { "on", "scale", "delay" };

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const LvNode *knob = lv_model_measure_knob (lv_state_model (state), measure, properties[i]);

      for (gsize cell = 0; knob != NULL && cell < lv_shape_cells (lv_node_shape (knob)); cell++)
        lv_state_reset (state, knob, cell);
    }
}

static gboolean
is_gap_marked (LvSession *self, const LvState *state)
{
  const LvNode *gap = lv_session_head_node (self, "gap");

  for (gsize cell = 0; gap != NULL && cell < lv_shape_cells (lv_node_shape (gap)); cell++)
    if (lv_node_present (self->model, gap, cell) && lv_state_get (state, gap, cell).marked)
      return TRUE;
  return FALSE;
}

/* An effect may be known in persons and its price not: then the gap is ikke vurderet with this measure alone,
 * and is not without it. */
static gboolean
marks_gap (LvSession *self, const LvState *state, const LvItem *measure)
{
  const GPtrArray *measures = lv_pack_items (lv_model_pack (self->model), LV_KIND_MEASURE);
  g_autoptr (LvState) alone = lv_state_copy (state);

  for (guint i = 0; i < measures->len; i++)
    untouch (alone, g_ptr_array_index (measures, i));
  lv_state_update (alone);
  if (is_gap_marked (self, alone))
    return FALSE;
  turn (alone, measure, "on", 1);
  turn (alone, measure, "delay", 1);
  lv_state_update (alone);
  return is_gap_marked (self, alone);
}

static const LvItem *
measure_of (LvSession *self, const LvItem *action)
{
  const char *id = lv_item_get (action, "carries");

  return id != NULL ? lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_MEASURE, id) : NULL;
}

static LvDelayKind
kind_of (LvSession *self, const LvState *state, const LvItem *action)
{
  const LvItem *measure = measure_of (self, action);

  if (measure == NULL)
    return LV_DELAY_NO_MEASURE;
  if (lv_item_get (action, "end") == NULL)
    return LV_DELAY_NO_END;
  if (!is_assessed (state, measure))
    return LV_DELAY_NOT_ASSESSED;
  if (!is_on (state, measure))
    return LV_DELAY_OFF;
  return marks_gap (self, state, measure) ? LV_DELAY_NOT_ASSESSED : LV_DELAY_COUNTED;
}

/* --- The sum */

static void
find_years (LvSession *self, const LvNode *gap, LvDelayCost *cost)
{
  const LvNode *node = lv_session_head_node (self, "budget-year");
  guint first = node != NULL ? (guint) lv_state_number (self->base, node, 0) : 0;
  guint n = gap != NULL ? (guint) lv_shape_cells (lv_node_shape (gap)) : 0;

  for (guint i = 0; i < LV_DELAY_YEARS; i++)
    if (first + i < n && lv_node_present (self->model, gap, first + i))
      cost->years[cost->n_years++] = first + i;
}

/* Returns: whether every year has a number on both sides */
static gboolean
add_up (LvDelayCost *cost, const LvNode *gap, const LvState *late, const LvState *in_time)
{
  cost->total = 0;
  for (guint i = 0; i < cost->n_years; i++)
    {
      cost->cost[i] = lv_state_number (late, gap, cost->years[i])
                      - lv_state_number (in_time, gap, cost->years[i]);
      cost->total += cost->cost[i];
    }
  if (cost->n_years == 0)
    cost->total = NAN;
  return !isnan (cost->total);
}

static gboolean
has_any (const LvDelayCost *cost)
{
  for (guint i = 0; i < cost->n_years; i++)
    if (cost->cost[i] != 0)
      return TRUE;
  return FALSE;
}

/* Whether the gap of these years is another without the measure. */
static gboolean
touches_gap (LvSession *self, const LvDelayCost *cost, const LvNode *gap, const LvItem *measure,
             const LvState *in_time)
{
  g_autoptr (LvState) without = lv_state_copy (in_time);

  turn (without, measure, "on", 0);
  lv_state_update (without);
  for (guint i = 0; i < cost->n_years; i++)
    if (lv_state_number (without, gap, cost->years[i]) != lv_state_number (in_time, gap, cost->years[i]))
      return TRUE;
  return FALSE;
}

/**
 * lv_session_delay_cost:
 * @months: by how many months @id would end later than planned
 *
 * Everything else is as in the shown scenario; there the action ends once as planned, and once so much later.
 *
 * Returns: what the delay costs
 */
LvDelayCost
lv_session_delay_cost (LvSession *self, const char *id, int months)
{
  LvDelayCost cost = { .kind = LV_DELAY_NO_MEASURE, .total = NAN };
  const LvNode *gap;
  const LvItem *action;
  g_autoptr (LvScenario) scenario = NULL;
  g_autoptr (LvState) in_time = NULL;
  g_autoptr (LvState) late = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, cost);
  gap = lv_session_head_node (self, "gap");
  action = lv_model_find_action (self->model, id);
  find_years (self, gap, &cost);
  if (action == NULL)
    return cost;
  scenario = shown_scenario (self);
  set_end (scenario, id, NULL);
  in_time = state_under (self, scenario);
  cost.n_delayed = months != 0;
  cost.kind = kind_of (self, in_time, action);
  if (cost.kind != LV_DELAY_COUNTED)
    return cost;
  end = lv_date_moved (lv_item_get (action, "end"), TRUE, months, 0);
  set_end (scenario, id, end);
  late = state_under (self, scenario);
  if (!add_up (&cost, gap, late, in_time))
    cost.kind = LV_DELAY_MISSING;
  else if (!has_any (&cost) && !touches_gap (self, &cost, gap, measure_of (self, action), in_time))
    cost.kind = LV_DELAY_ELSEWHERE;
  if (cost.kind != LV_DELAY_COUNTED)
    cost.total = NAN;
  return cost;
}

/* Takes every action's end out of the scenario, and counts those that end at another time than planned. */
static guint
put_in_time (LvSession *self, LvScenario *scenario, const LvState *shown, LvDelayCost *cost)
{
  const GPtrArray *actions = lv_model_actions (self->model);
  guint counted = 0;

  for (guint i = 0; i < actions->len; i++)
    {
      const LvItem *action = g_ptr_array_index (actions, i);
      const LvChange *change
          = lv_scenario_find (scenario, LV_CHANGE_ACTION, action->id, "end", "");
      const char *planned = lv_item_get (action, "end");
      LvDelayKind kind;

      if (change == NULL || strcmp (change->value, planned != NULL ? planned : "") == 0)
        continue;
      set_end (scenario, action->id, NULL);
      kind = kind_of (self, shown, action);
      cost->n_delayed++;
      cost->n_not_assessed += kind == LV_DELAY_NOT_ASSESSED;
      cost->n_off += kind == LV_DELAY_OFF;
      counted += kind == LV_DELAY_COUNTED;
    }
  return counted;
}

/**
 * lv_session_plan_cost:
 *
 * Returns: what the whole plan costs as it stands in the shown scenario, against the planned dates; 0 where
 *   nothing has moved
 */
LvDelayCost
lv_session_plan_cost (LvSession *self)
{
  LvDelayCost cost = { .kind = LV_DELAY_COUNTED, .total = NAN };
  const LvNode *gap;
  g_autoptr (LvScenario) scenario = NULL;
  g_autoptr (LvState) in_time = NULL;
  guint counted;

  g_return_val_if_fail (LV_IS_SESSION (self), cost);
  gap = lv_session_head_node (self, "gap");
  find_years (self, gap, &cost);
  scenario = shown_scenario (self);
  counted = put_in_time (self, scenario, self->state, &cost);
  /* It is asked after each edit; mostly nothing has moved, and then nothing is to be computed. */
  if (cost.n_delayed > 0)
    in_time = state_under (self, scenario);
  if (counted == 0 && cost.n_delayed > 0)
    cost.kind = cost.n_not_assessed > 0 ? LV_DELAY_NOT_ASSESSED
                : cost.n_off > 0        ? LV_DELAY_OFF
                                        : LV_DELAY_NO_MEASURE;
  else if (!add_up (&cost, gap, self->state, in_time != NULL ? in_time : self->state))
    cost.kind = LV_DELAY_MISSING;
  return cost;
}

/* --- Words */

static char *
money (const LvNode *gap, double amount)
{
  LvUnit unit = *lv_node_unit (gap);

  /* A delay of months is often less than a whole million. */
  if (fabs (amount - round (amount)) > 1e-9 && unit.decimals < 1)
    unit.decimals = 1;
  return lv_text_in_unit (&unit, amount);
}

static char *
years_text (LvSession *self, const LvDelayCost *cost)
{
  const LvAxis *axis = lv_node_shape (lv_session_head_node (self, "gap"))->axis[0];
  const char *first = lv_axis_member (axis, cost->years[0])->title;

  if (cost->n_years == 1)
    return g_strdup (first);
  return g_strdup_printf ("%s–%s", first, lv_axis_member (axis, cost->years[cost->n_years - 1])->title);
}

/** Returns: (transfer full): the cost as an attachment says it: "12 mio. kr. i 2026–2029", or why there is none */
char *
lv_session_delay_words (LvSession *self, const LvDelayCost *cost)
{
  static const char *const names[]
      = { [LV_DELAY_NO_MEASURE] = "plan-cost-no-measure", [LV_DELAY_NO_END] = "plan-cost-no-end",
          [LV_DELAY_NOT_ASSESSED] = "marked",             [LV_DELAY_OFF] = "plan-cost-off",
          [LV_DELAY_ELSEWHERE] = "plan-cost-elsewhere",   [LV_DELAY_MISSING] = "status-missing" };
  const LvPack *pack = lv_model_pack (self->model);
  const LvNode *gap = lv_session_head_node (self, "gap");
  g_autofree char *amount = NULL;
  g_autofree char *years = NULL;

  if (cost->kind != LV_DELAY_COUNTED || gap == NULL)
    return g_strdup (lv_text_word (pack, names[cost->kind], names[cost->kind]));
  amount = money (gap, cost->total);
  years = years_text (self, cost);
  return lv_text_fill (lv_text_word (pack, "plan-cost", "{1}, {2}"),
                       (const char *const[]){ amount, years }, 2);
}
