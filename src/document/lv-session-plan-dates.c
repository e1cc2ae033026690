/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When actions begin and end in the shown scenario, and what a slip takes along (docs/plans.md). */
#include "lv-session-plan-private.h"

#include "lv-date-da.h"
#include "lv-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lv_action_slip_free (LvActionSlip *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->from_start);
  g_free (self->from_end);
  g_free (self->to_start);
  g_free (self->to_end);
  g_free (self);
}

/* --- Setting */

/* What holds for @field of @id where the scenario itself says nothing: the parent's, else the plan's. */
static char *
inherited_date (LvSession *self, const LvDocGroup *own, const LvAction *action, LvActionField field)
{
  g_autofree char *parent = own != NULL ? lv_doc_group_get (own, "parent") : g_strdup (self->shown);
  g_autoptr (LvScenario) scenario = lv_session_flatten (self, parent);
  const LvChange *change = scenario != NULL
                               ? lv_scenario_find (scenario, LV_CHANGE_ACTION, action->id,
                                                   lv_action_key (field), "")
                               : NULL;
  LvActionField planned = field == LV_ACTION_START ? LV_ACTION_PLANNED_START : LV_ACTION_PLANNED_END;

  return g_strdup (change != NULL ? change->value : lv_action_text (action, planned));
}

static LvDocGroup *
with_date (LvSession *self, LvDocGroup *group, const LvDocGroup *own, const LvAction *action,
           LvActionField field, const char *text)
{
  g_autofree char *key = g_strdup_printf ("action %s.%s", action->id, lv_action_key (field));
  g_autofree char *inherited = inherited_date (self, own, action, field);

  if (text[0] == '\0' || strcmp (inherited, text) == 0)
    return lv_doc_group_find (group, key) != NULL ? lv_change_taken (group, key) : group;
  return lv_change_signed (self, group, key, text);
}

/* Reads what is typed; %NULL stays as it is, "" goes back. */
static gboolean
read_dates (LvSession *self, const LvAction *action, const char *start, const char *end, char **first,
            char **last)
{
  LvDocGroup *own = lv_session_scenario_group (self, self->shown);
  const char *texts[] = { start, end };
  char **results[] = { first, last };

  for (guint i = 0; i < 2; i++)
    {
      LvActionField field = i == 0 ? LV_ACTION_START : LV_ACTION_END;

      if (texts[i] == NULL)
        *results[i] = g_strdup (lv_action_text (action, field));
      else if (texts[i][0] == '\0')
        *results[i] = inherited_date (self, own, action, field);
      else
        *results[i] = lv_date_read_da (texts[i]);
      if (*results[i] == NULL)
        return lv_session_refuse_action (
            self, _ ("That is no date. Write a day such as 1.8.2026 or a month such as 8.2026."));
    }
  return TRUE;
}

static gboolean
check_order (LvSession *self, const char *start, const char *end)
{
  GDate first;
  GDate last;

  return !lv_date_parse (start, FALSE, &first) || !lv_date_parse (end, TRUE, &last)
         || g_date_compare (&last, &first) >= 0
         || lv_session_refuse_action (self, _ ("An action cannot end before it starts."));
}

static gboolean
is_same_group (const LvDocGroup *a, const LvDocGroup *b)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();

  g_ptr_array_add (left, (gpointer) a);
  g_ptr_array_add (right, (gpointer) b);
  return lv_doc_groups_equal (left, right);
}

/* A scenario of one's own is begun only for a date that is another. */
static void
commit_dates (LvSession *self, const char *name, const char *key, LvDocGroup *old, LvDocGroup *group)
{
  if (old != NULL && is_same_group (old, group))
    return;
  lv_session_commit (self, name, key, old, group);
}

static char *
move_name (LvSession *self, const LvAction *action, const char *start, const char *end)
{
  const LvPack *pack = lv_model_pack (self->model);
  g_autofree char *first = lv_plan_day_words (pack, start);
  g_autofree char *last = lv_plan_day_words (pack, end);
  g_autofree char *span = g_strdup_printf ("%s%s%s", first, first[0] != '\0' && last[0] != '\0' ? "–" : "",
                                           last);

  return lv_action_edit_name (action, span[0] != '\0' ? span : _ ("no dates"));
}

static gboolean
says_the_same (const LvAction *action, const char *start, const char *end)
{
  return strcmp (lv_action_text (action, LV_ACTION_START), start) == 0
         && strcmp (lv_action_text (action, LV_ACTION_END), end) == 0;
}

/**
 * lv_session_set_action_dates:
 * @start: (nullable): as it is typed; %NULL leaves it, "" takes the scenario's change back
 * @end: (nullable): likewise
 *
 * Moves an action in the shown scenario; from the grundprognose, or a scenario of the pack, one of the user's
 * own is begun. Moves in a row of the same action are one step of undo, until lv_session_end_edit(). When
 * the action ends later than planned, so many whole months is the measure delayed that it carries.
 *
 * Returns: %FALSE for no date, an end before the start, or a locked scenario
 */
gboolean
lv_session_set_action_dates (LvSession *self, const char *id, const char *start, const char *end)
{
  g_autoptr (LvAction) action = NULL;
  g_autoptr (LvDocGroup) group = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  LvDocGroup *old;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  action = lv_session_find_action (self, id);
  if (action == NULL)
    return lv_session_refuse_action (self, _ ("There is no such action."));
  if (!lv_session_may_edit (self) || !read_dates (self, action, start, end, &first, &last)
      || !check_order (self, first, last))
    return FALSE;
  if (says_the_same (action, first, last))
    return TRUE;
  group = lv_session_open_scenario (self, &old);
  group = with_date (self, group, old, action, LV_ACTION_START, first);
  group = with_date (self, group, old, action, LV_ACTION_END, last);
  name = move_name (self, action, first, last);
  key = g_strdup_printf ("action %s", id);
  commit_dates (self, name, key, old, group);
  return TRUE;
}

/**
 * lv_session_move_action:
 *
 * Moves start and end by @months and @days, forward or back. Returns: as lv_session_set_action_dates()
 */
gboolean
lv_session_move_action (LvSession *self, const char *id, int months, int days)
{
  g_autoptr (LvAction) action = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  action = lv_session_find_action (self, id);
  if (action == NULL)
    return lv_session_refuse_action (self, _ ("There is no such action."));
  start = lv_date_moved (lv_action_text (action, LV_ACTION_START), FALSE, months, days);
  end = lv_date_moved (lv_action_text (action, LV_ACTION_END), TRUE, months, days);
  if (start == NULL && end == NULL)
    return lv_session_refuse_action (self, _ ("The action has no dates that could move."));
  return lv_session_set_action_dates (self, id, start, end);
}

/** Takes back the dates that the shown scenario gives the action. Returns: as lv_session_set_action_dates() */
gboolean
lv_session_reset_action_dates (LvSession *self, const char *id)
{
  return lv_session_set_action_dates (self, id, "", "");
}

/* --- What carries a measure */

static gboolean
carries (const LvItem *action, const LvNode *knob)
{
  return g_strcmp0 (lv_item_get (action, "carries"), lv_node_measure (knob)->id) == 0;
}

static gboolean
is_delay (const LvNode *input)
{
  return lv_node_measure (input) != NULL && g_str_has_suffix (lv_node_id (input), "#delay");
}

/** Returns: the months of a measure's delay that come from actions in @scenario (nullable); 0 for any other
 * input */
int
lv_session_carried_months (LvSession *self, const char *scenario, const LvNode *input)
{
  const GPtrArray *actions = lv_model_actions (self->model);
  g_autoptr (LvScenario) flat = is_delay (input) ? lv_session_flatten (self, scenario) : NULL;
  int months = 0;

  for (guint i = 0; flat != NULL && i < actions->len; i++)
    {
      const LvItem *action = g_ptr_array_index (actions, i);
      const LvChange *change
          = carries (action, input)
                ? lv_scenario_find (flat, LV_CHANGE_ACTION, action->id, "end", "")
                : NULL;

      if (change != NULL)
        months += lv_action_delay (lv_item_get (action, "end"), change->value);
    }
  return months;
}

/** Returns: (transfer full): @group (transfer full) without the ends of what carries the measure of a delay */
LvDocGroup *
lv_session_take_ends (LvSession *self, LvDocGroup *group, const LvNode *input)
{
  const GPtrArray *actions = lv_model_actions (self->model);

  for (guint i = 0; is_delay (input) && i < actions->len; i++)
    {
      const LvItem *action = g_ptr_array_index (actions, i);
      g_autofree char *key = g_strdup_printf ("action %s.end", action->id);

      if (carries (action, input) && lv_doc_group_find (group, key) != NULL)
        group = lv_change_taken (group, key);
    }
  return group;
}

/* --- What follows a slip */

/* Where an action begins: its start, or the end of one that only has an end. */
static gboolean
begins (const LvAction *action, GDate *day)
{
  return lv_action_day (action, LV_ACTION_START, day) || lv_action_day (action, LV_ACTION_END, day);
}

/* The day after the last of those ends that @action waits for. */
static gboolean
earliest (const GPtrArray *actions, const LvAction *action, GDate *day)
{
  g_auto (GStrv) depends = lv_action_list (action, LV_ACTION_DEPENDS);
  gboolean any = FALSE;

  for (guint i = 0; depends[i] != NULL; i++)
    {
      const LvAction *before = lv_actions_find (actions, depends[i]);
      GDate end;

      if (before == NULL || strcmp (lv_action_text (before, LV_ACTION_STATUS), "udgaar") == 0
          || !lv_action_day (before, LV_ACTION_END, &end))
        continue;
      g_date_add_days (&end, 1);
      if (!any || g_date_compare (&end, day) > 0)
        *day = end;
      any = TRUE;
    }
  return any;
}

/* By whole months where the overlap is some, so that "three months later" stays that; else by days. */
static void
overlap (const GDate *begin, const GDate *from, int *months, int *days)
{
  GDate there = *begin;

  *months = ((int) g_date_get_year (from) - (int) g_date_get_year (begin)) * 12
            + (int) g_date_get_month (from) - (int) g_date_get_month (begin);
  *days = 0;
  if (*months >= 0)
    g_date_add_months (&there, (guint) *months);
  else
    g_date_subtract_months (&there, (guint) -*months);
  if (g_date_compare (&there, from) == 0 && g_date_get_day (begin) == g_date_get_day (from))
    return;
  *months = 0;
  *days = g_date_days_between (begin, from);
}

static gboolean
waits_for (const LvAction *action, GHashTable *moved)
{
  g_auto (GStrv) depends = lv_action_list (action, LV_ACTION_DEPENDS);

  for (guint i = 0; depends[i] != NULL; i++)
    if (g_hash_table_contains (moved, depends[i]))
      return TRUE;
  return FALSE;
}

/* Moves @action behind what it waits for. Returns: (transfer full) (nullable): how, where it has to move */
static LvActionSlip *
pushed (const GPtrArray *actions, LvAction *action)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  LvActionSlip *slip;
  int months;
  int days;
  GDate begin;
  GDate from;

  if (lv_action_is_over (action) || !begins (action, &begin) || !earliest (actions, action, &from)
      || g_date_compare (&begin, &from) >= 0)
    return NULL;
  overlap (&begin, &from, &months, &days);
  start = lv_date_moved (lv_action_text (action, LV_ACTION_START), FALSE, months, days);
  end = lv_date_moved (lv_action_text (action, LV_ACTION_END), TRUE, months, days);
  slip = g_new0 (LvActionSlip, 1);
  slip->id = g_strdup (action->id);
  slip->title = g_strdup (lv_action_text (action, LV_ACTION_TITLE));
  slip->from_start = g_strdup (lv_action_text (action, LV_ACTION_START));
  slip->from_end = g_strdup (lv_action_text (action, LV_ACTION_END));
  slip->to_start = g_strdup (start != NULL ? start : slip->from_start);
  slip->to_end = g_strdup (end != NULL ? end : slip->from_end);
  lv_action_set_text (action, LV_ACTION_START, slip->to_start);
  lv_action_set_text (action, LV_ACTION_END, slip->to_end);
  return slip;
}

static void
follow (const GPtrArray *actions, const char *id, GPtrArray *slips)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean again = TRUE;

  g_hash_table_add (moved, (gpointer) id);
  /* Nobody waits in a circle, so this ends after at most as many rounds as there are actions. */
  for (guint round = 0; again && round <= actions->len; round++)
    {
      again = FALSE;
      for (guint i = 0; i < actions->len; i++)
        {
          LvAction *action = g_ptr_array_index (actions, i);
          LvActionSlip *slip = strcmp (action->id, id) != 0 && waits_for (action, moved)
                                   ? pushed (actions, action)
                                   : NULL;

          if (slip == NULL)
            continue;
          again = TRUE;
          g_hash_table_add (moved, action->id);
          g_ptr_array_add (slips, slip);
        }
    }
}

/* One line for each action: where it came from first, and where it ended. */
static GPtrArray *
merged (GPtrArray *slips)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_action_slip_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_set_free_func (slips, NULL);
  for (guint i = 0; i < slips->len; i++)
    {
      LvActionSlip *slip = g_ptr_array_index (slips, i);
      LvActionSlip *first = g_hash_table_lookup (by_id, slip->id);

      if (first == NULL)
        {
          g_hash_table_insert (by_id, slip->id, slip);
          g_ptr_array_add (result, slip);
          continue;
        }
      g_free (first->to_start);
      g_free (first->to_end);
      first->to_start = g_steal_pointer (&slip->to_start);
      first->to_end = g_steal_pointer (&slip->to_end);
      lv_action_slip_free (slip);
    }
  g_ptr_array_unref (slips);
  return result;
}

/**
 * lv_session_slip:
 * @start: (nullable): where @id would begin, as a file writes it; %NULL for where it does
 * @end: (nullable): where it would end; where it does, after a drag that has already moved it
 *
 * What would have to move with @id: each action that waits for one that moves and would begin before those it
 * waits for have ended moves by the overlap, and keeps its length. What is gennemført or udgår stays; nothing
 * is pulled forward.
 *
 * Returns: (transfer full) (element-type LvActionSlip): in the order of the plan's waiting, without @id
 */
GPtrArray *
lv_session_slip (LvSession *self, const char *id, const char *start, const char *end)
{
  GPtrArray *slips = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_action_slip_free);
  g_autoptr (GPtrArray) actions = NULL;
  LvAction *action;
  GDate before;
  GDate after;
  gboolean ends;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, slips);
  actions = lv_session_actions (self);
  action = (LvAction *) lv_actions_find (actions, id);
  if (action == NULL || lv_plan_has_circle (actions))
    return slips;
  ends = lv_action_day (action, LV_ACTION_END, &before);
  if (start != NULL)
    lv_action_set_text (action, LV_ACTION_START, start);
  if (end != NULL)
    lv_action_set_text (action, LV_ACTION_END, end);
  if (!lv_action_day (action, LV_ACTION_END, &after) || (ends && g_date_compare (&after, &before) < 0))
    return slips;
  follow (actions, id, slips);
  return merged (slips);
}

/* One step with the drag that led there, which ends here. */
static void
apply_slips (LvSession *self, const LvAction *action, const char *start, const char *end,
             const GPtrArray *slips)
{
  g_autofree char *name = move_name (self, action, start, end);
  g_autofree char *key = NULL;
  LvDocGroup *old;
  g_autoptr (LvDocGroup) group = lv_session_open_scenario (self, &old);

  group = with_date (self, group, old, action, LV_ACTION_START, start);
  group = with_date (self, group, old, action, LV_ACTION_END, end);
  for (guint i = 0; i < slips->len; i++)
    {
      const LvActionSlip *slip = g_ptr_array_index (slips, i);
      g_autoptr (LvAction) other = lv_session_find_action (self, slip->id);

      group = with_date (self, group, old, other, LV_ACTION_START, slip->to_start);
      group = with_date (self, group, old, other, LV_ACTION_END, slip->to_end);
    }
  key = g_strdup_printf ("action %s", action->id);
  commit_dates (self, name, key, old, group);
  lv_session_end_edit (self);
}

/**
 * lv_session_apply_slip:
 *
 * Moves @id, and with it all that lv_session_slip() says, as one step.
 *
 * Returns: as lv_session_set_action_dates()
 */
gboolean
lv_session_apply_slip (LvSession *self, const char *id, const char *start, const char *end)
{
  g_autoptr (LvAction) action = NULL;
  g_autoptr (GPtrArray) slips = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  action = lv_session_find_action (self, id);
  if (action == NULL)
    return lv_session_refuse_action (self, _ ("There is no such action."));
  if (!lv_session_may_edit (self) || !read_dates (self, action, start, end, &first, &last)
      || !check_order (self, first, last))
    return FALSE;
  slips = lv_session_slip (self, id, first, last);
  if (says_the_same (action, first, last) && slips->len == 0)
    return TRUE;
  apply_slips (self, action, first, last, slips);
  return TRUE;
}
