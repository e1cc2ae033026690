/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals: where an indicator began, where it is and where it should get to. A newer figure stands in the
 * document, with its date and its source. */
#include "lv-session-plan-private.h"

#include "lv-date-da.h"
#include "lv-number.h"
#include "lv-text.h"
#include "lv-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
clear_value (LvGoalValue *value)
{
  g_free (value->text);
}

void
lv_goal_free (LvGoal *self)
{
  if (self == NULL)
    return;
  clear_value (&self->baseline);
  clear_value (&self->target);
  clear_value (&self->actual);
  g_free (self->date);
  g_free (self->actual_date);
  g_free (self->actual_source);
  g_free (self);
}

static double
in_unit (double number, const LvUnit *from, const LvUnit *to)
{
  return number * (from->factor.num / from->factor.den) / (to->factor.num / to->factor.den);
}

/* A number, or the value of ID@m in the goal's unit. */
static LvGoalValue
read_value (const LvState *state, const LvState *base, const LvUnit *unit, const char *text)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  LvGoalValue result = { NAN, NULL };
  const LvNode *node = NULL;
  LvValue value;

  if (text != NULL && !lv_number_parse_c (text, &result.number)
      && lv_words_value (text, state, base, &node, &value) && !isnan (value.number))
    result.number = in_unit (value.number, lv_node_unit (node), unit);
  else if (text == NULL || node != NULL)
    result.number = NAN;
  result.text = isnan (result.number) ? g_strdup (lv_text_status (pack, LV_STATUS_MISSING))
                                      : lv_text_in_unit (unit, result.number);
  return result;
}

static void
find_progress (LvGoal *goal)
{
  double way = goal->target.number - goal->baseline.number;
  double gone = goal->actual.number - goal->baseline.number;

  goal->progress = way != 0 ? gone / way : NAN;
  goal->reached = goal->good_is_up ? goal->actual.number >= goal->target.number
                                   : goal->actual.number <= goal->target.number;
}

static const LvUnit *
unit_of (const LvPack *pack, const LvItem *item)
{
  const char *text = lv_item_get (item, "unit");

  return text != NULL ? lv_units_lookup (lv_pack_units (pack), text, NULL) : NULL;
}

static char *
said (const LvItem *item, const char *key)
{
  const char *text = lv_item_get (item, key);

  return g_strdup (text != NULL ? text : "");
}

static LvGoal *
from_item (const LvState *state, const LvState *base, const LvItem *item)
{
  LvGoal *goal = g_new0 (LvGoal, 1);

  goal->item = item;
  goal->unit = unit_of (lv_model_pack (lv_state_model (state)), item);
  goal->good_is_up = g_strcmp0 (lv_item_get (item, "good"), "down") != 0;
  goal->baseline = read_value (state, base, goal->unit, lv_item_get (item, "baseline"));
  goal->target = read_value (state, base, goal->unit, lv_item_get (item, "target"));
  goal->actual = read_value (state, base, goal->unit, lv_item_get (item, "actual"));
  goal->date = said (item, "date");
  goal->actual_date = said (item, "actual-date");
  goal->actual_source = said (item, "actual-source");
  goal->edited = goal->actual_source[0] != '\0';
  find_progress (goal);
  return goal;
}

/**
 * lv_goals_of_state:
 * @of: (nullable): ids and patterns with semicolons; %NULL for all
 *
 * Returns: (transfer full) (element-type LvGoal): in the order of the pack
 */
GPtrArray *
lv_goals_of_state (const LvState *state, const LvState *base, const char *of)
{
  GPtrArray *goals = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_goal_free);
  const LvModel *model = lv_state_model (state);
  const GPtrArray *items = lv_model_goals (model);

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);

      if (unit_of (lv_model_pack (model), item) != NULL && (of == NULL || lv_action_is_of (item->id, of)))
        g_ptr_array_add (goals, from_item (state, base, item));
    }
  return goals;
}

/** Returns: (transfer full) (element-type LvGoal): the same in the shown scenario */
GPtrArray *
lv_session_goals (LvSession *self, const char *of)
{
  g_return_val_if_fail (LV_IS_SESSION (self), g_ptr_array_new ());
  return lv_goals_of_state (self->state, self->base, of);
}

/**
 * lv_session_set_goal_actual:
 * @actual: where the indicator is, in the goal's unit
 * @date: when, as it is typed; not empty
 * @source: who says so; not empty
 *
 * Returns: %FALSE without date or source; "refused" has said why
 */
gboolean
lv_session_set_goal_actual (LvSession *self, const char *id, double actual, const char *date,
                            const char *source)
{
  const LvItem *item;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  g_autofree char *signature = NULL;
  char number[LV_NUMBER_BUFFER];
  LvDocGroup *old;
  LvDocGroup *group;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  item = lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_GOAL, id);
  day = date != NULL ? lv_date_read_da (date) : NULL;
  if (item == NULL || !isfinite (actual))
    return lv_session_refuse_action (self, _ ("There is no such indicator."));
  if (day == NULL)
    return lv_session_refuse_action (
        self, _ ("That is no date. Write a day such as 1.8.2026 or a month such as 8.2026."));
  if (source == NULL || source[0] == '\0')
    return lv_session_refuse_action (
        self, _ ("A figure needs its source: a file, a letter, or who says so."));
  old = lv_document_find (self->document, "goal", id);
  group = old != NULL ? lv_doc_group_ref (old) : lv_doc_group_new ("goal", id);
  signature = lv_session_signature (self);
  group = lv_change_replaced (group, "actual", lv_number_format_c (actual, number));
  group = lv_change_replaced (group, "actual-date", day);
  group = lv_change_replaced (group, "actual-source", source);
  group = lv_change_replaced (group, "by", signature);
  name = g_strdup_printf (_ ("Actual figure: %s"), item->title);
  lv_document_replace (self->document, name, NULL, old, group);
  lv_document_end_step (self->document);
  return TRUE;
}

/** Takes the document's figure away again. Returns: whether there was one */
gboolean
lv_session_reset_goal (LvSession *self, const char *id)
{
  LvDocGroup *old;
  const LvItem *item;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  old = lv_document_find (self->document, "goal", id);
  item = lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_GOAL, id);
  if (old == NULL || item == NULL)
    return FALSE;
  name = g_strdup_printf (_ ("Actual figure: %s"), item->title);
  lv_document_replace (self->document, name, NULL, old, NULL);
  lv_document_end_step (self->document);
  return TRUE;
}
