/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario's changes, put into a state: what its ancestors say first, then what it says itself. */
#include "lv-state-private.h"

#include "lv-month.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
fault (LvProblems *problems, const LvScenario *scenario, const LvChange *change, const char *format,
       ...) G_GNUC_PRINTF (4, 5);

static void
fault (LvProblems *problems, const LvScenario *scenario, const LvChange *change, const char *format,
       ...)
{
  g_autofree char *group = g_strconcat ("scenario ", scenario->id, NULL);
  g_autofree char *key = g_strconcat (change->id, change->members[0] != '\0' ? "@" : "",
                                      change->members, NULL);
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  lv_problems_add (problems, scenario->file, change->line, group, key, "%s", text);
}

static gboolean
parse_switch (const char *text, double *value)
{
  *value = strcmp (text, "on") == 0;
  return *value == 1 || strcmp (text, "off") == 0;
}

static gboolean
parse_member (const LvParameter *parameter, const char *text, double *value)
{
  *value = lv_axis_find (parameter->axis, text);
  return *value >= 0;
}

static gboolean
parse_month (const char *text, double *value)
{
  int month;

  if (!lv_month_parse (text, &month))
    return FALSE;
  *value = month;
  return TRUE;
}

/* Reads the value in the form that the input wants, and says what that is when it is not. */
static gboolean
parse_value (const LvNode *node, const char *text, double *value, const char **expected)
{
  LvInput input = node->parameter != NULL ? node->parameter->input : LV_INPUT_NUMBER;

  if (strcmp (text, "none") == 0 || strcmp (text, "?") == 0)
    {
      *value = NAN;
      *expected = _ ("a value");
      return node->measure == NULL;
    }
  switch (input)
    {
    case LV_INPUT_SWITCH:
      *expected = _ ("on or off");
      return parse_switch (text, value);
    case LV_INPUT_MEMBER:
      *expected = _ ("a member of the axis");
      return parse_member (node->parameter, text, value);
    case LV_INPUT_MONTH:
      *expected = _ ("a month such as 2027-01");
      return parse_month (text, value);
    default:
      *expected = node->type.is_switch ? _ ("on or off") : _ ("a number with a decimal point");
      return node->type.is_switch ? parse_switch (text, value) : lv_number_parse_c (text, value);
    }
}

static gboolean
within_limits (const LvNode *node, double value)
{
  const LvParameter *parameter = node->parameter;

  if (parameter == NULL || isnan (value))
    return TRUE;
  return (isnan (parameter->min) || value >= parameter->min)
         && (isnan (parameter->max) || value <= parameter->max);
}

static gboolean
set_cells (LvState *self, const LvScenario *scenario, const LvChange *change, const LvNode *node,
           double value, LvProblems *problems)
{
  const LvShape *shape = lv_node_shape (node);
  g_autofree char *reason = NULL;
  gboolean any = FALSE;
  gssize cell = -1;
  LvPlace place;

  if (!lv_place_parse (change->members, shape, &place, &reason))
    {
      fault (problems, scenario, change, "%s", reason);
      return FALSE;
    }
  while (lv_place_next (&place, shape, &cell))
    if (lv_node_present (self->model, node, (gsize) cell))
      {
        lv_state_set (self, node, (gsize) cell, value);
        any = TRUE;
      }
  if (!any)
    fault (problems, scenario, change, _ ("there is no value there to change"));
  return any;
}

static gboolean
apply_set (LvState *self, const LvScenario *scenario, const LvChange *change, LvProblems *problems)
{
  const LvNode *node = lv_model_find (self->model, change->id);
  const char *expected = NULL;
  double value;

  if (node == NULL || node->kind != LV_NODE_INPUT || lv_node_is_hidden (node))
    {
      fault (problems, scenario, change, _ ("“%s” is neither a parameter nor a series"), change->id);
      return FALSE;
    }
  if (node->series != NULL && !node->series->editable)
    {
      fault (problems, scenario, change, _ ("“%s” is restated or tied and can't be changed"), change->id);
      return FALSE;
    }
  if (!parse_value (node, change->value, &value, &expected))
    {
      fault (problems, scenario, change, _ ("expected %s, not “%s”"), expected, change->value);
      return FALSE;
    }
  if (!within_limits (node, value))
    {
      fault (problems, scenario, change, _ ("%s is outside the limits of “%s”"), change->value,
             change->id);
      return FALSE;
    }
  return set_cells (self, scenario, change, node, value, problems);
}

static gboolean
apply_measure (LvState *self, const LvScenario *scenario, const LvChange *change,
               LvProblems *problems)
{
  LvItem *item = lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_MEASURE, change->id);
  const LvNode *knob = item != NULL ? lv_model_measure_knob (self->model, item, change->property) : NULL;
  const char *expected = NULL;
  double value;

  if (knob == NULL)
    {
      fault (problems, scenario, change, _ ("there is no measure “%s” with on, scale or delay"),
             change->id);
      return FALSE;
    }
  if (!parse_value (knob, change->value, &value, &expected))
    {
      fault (problems, scenario, change, _ ("expected %s, not “%s”"), expected, change->value);
      return FALSE;
    }
  if (strcmp (change->property, "delay") == 0 && value != floor (value))
    {
      fault (problems, scenario, change, _ ("a delay is a whole number of months"));
      return FALSE;
    }
  if (strcmp (change->property, "scale") == 0 && value < 0)
    {
      fault (problems, scenario, change, _ ("a scale is pct. of the effect, 0 or more"));
      return FALSE;
    }
  return set_cells (self, scenario, change, knob, value, problems);
}

static gboolean
end_of (const char *text, GDate *date)
{
  return text != NULL && lv_date_parse (text, TRUE, date);
}

/* Whole months from one end to another: the last day of a month is a whole month after the last day of
 * the one before. */
static int
months_between (const GDate *before, const GDate *after)
{
  int months = ((int) g_date_get_year (after) - (int) g_date_get_year (before)) * 12
               + (int) g_date_get_month (after) - (int) g_date_get_month (before);
  int days = (int) g_date_get_day (after) - (int) g_date_get_day (before);

  if (months > 0 && days < 0 && !g_date_is_last_of_month (after))
    months--;
  else if (months < 0 && days > 0 && !g_date_is_last_of_month (before))
    months++;
  return months;
}

/**
 * lv_action_delay:
 * @planned, @end: (nullable): the end of an action in the pack and in a scenario, a date or a month
 *
 * Returns: by how many whole months it ends later; 0 where a date is not said
 */
int
lv_action_delay (const char *planned, const char *end)
{
  GDate before;
  GDate after;

  return end_of (planned, &before) && end_of (end, &after) ? months_between (&before, &after) : 0;
}

/* A month is its first day where something begins, and its last where it ends. */
static void
note_day (LvState *self, const LvChange *change)
{
  GDate day;

  if (lv_date_parse (change->value, strcmp (change->property, "end") == 0, &day))
    lv_state_set_day (self, change->id, change->property, &day);
}

/* An action that ends later than in the pack delays the measure that it carries by as many months. */
static gboolean
apply_action (LvState *self, const LvScenario *scenario, const LvChange *change, LvProblems *problems)
{
  const LvItem *item = lv_model_find_action (self->model, change->id);
  const char *carries = item != NULL ? lv_item_get (item, "carries") : NULL;
  LvItem *measure = carries != NULL
                        ? lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_MEASURE, carries)
                        : NULL;
  const LvNode *knob = measure != NULL ? lv_model_measure_knob (self->model, measure, "delay") : NULL;
  GDate after;

  if (item == NULL)
    {
      fault (problems, scenario, change, _ ("there is no action “%s”"), change->id);
      return FALSE;
    }
  if (!end_of (change->value, &after))
    {
      fault (problems, scenario, change, _ ("expected %s, not “%s”"), _ ("a date such as 2027-01-31"),
             change->value);
      return FALSE;
    }
  note_day (self, change);
  if (strcmp (change->property, "end") != 0 || knob == NULL || lv_item_get (item, "end") == NULL)
    return TRUE;
  for (gsize i = 0; i < lv_shape_cells (lv_node_shape (knob)); i++)
    {
      double own = lv_state_is_set (self, knob, i) ? self->inputs[knob->input].value[i] : 0;

      lv_state_set (self, knob, i, own + lv_action_delay (lv_item_get (item, "end"), change->value));
    }
  return TRUE;
}

static gboolean
apply_changes (LvState *self, const LvScenario *scenario, LvChangeKind kind, LvProblems *problems)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < scenario->changes->len; i++)
    {
      const LvChange *change = g_ptr_array_index (scenario->changes, i);

      if (change->kind != kind)
        continue;
      if (kind == LV_CHANGE_SET)
        ok = apply_set (self, scenario, change, problems) && ok;
      else if (kind == LV_CHANGE_MEASURE)
        ok = apply_measure (self, scenario, change, problems) && ok;
      else if (kind == LV_CHANGE_ACTION)
        ok = apply_action (self, scenario, change, problems) && ok;
    }
  return ok;
}

/**
 * lv_state_apply_own:
 *
 * Puts only what @scenario itself says, not its parents, on top of what is there. Wrong changes are
 * recorded and left out; the others count.
 *
 * Returns: %FALSE when a change was wrong
 */
gboolean
lv_state_apply_own (LvState *self, const LvScenario *scenario, LvProblems *problems)
{
  gboolean ok = apply_changes (self, scenario, LV_CHANGE_SET, problems);

  ok = apply_changes (self, scenario, LV_CHANGE_MEASURE, problems) && ok;
  return apply_changes (self, scenario, LV_CHANGE_ACTION, problems) && ok;
}

static const LvScenario *
parent_of (const LvPack *pack, const LvScenario *scenario)
{
  LvItem *item = scenario->parent != NULL
                     ? lv_pack_find_kind (pack, LV_KIND_SCENARIO, scenario->parent)
                     : NULL;

  return item != NULL ? item->detail : NULL;
}

/* An action's date comes on top of a measure's own delay, so it counts once, as the youngest of the line
 * that moves it says. */
static gboolean
apply_actions (LvState *self, const GPtrArray *line, LvProblems *problems)
{
  g_autoptr (GHashTable) moved
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean ok = TRUE;

  for (guint i = 0; i < line->len; i++)
    {
      const LvScenario *scenario = g_ptr_array_index (line, i);

      for (guint c = 0; c < scenario->changes->len; c++)
        {
          const LvChange *change = g_ptr_array_index (scenario->changes, c);

          if (change->kind == LV_CHANGE_ACTION
              && g_hash_table_add (moved, g_strconcat (change->id, ".", change->property, NULL)))
            ok = apply_action (self, scenario, change, problems) && ok;
        }
    }
  return ok;
}

/**
 * lv_state_apply:
 * @pack: where parents are found
 * @scenario: what to show
 *
 * Makes the state @scenario's: everything else goes back to its default. Call lv_state_update() after.
 *
 * Returns: %FALSE when a change was wrong, which has been recorded
 */
gboolean
lv_state_apply (LvState *self, const LvPack *pack, const LvScenario *scenario, LvProblems *problems)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  gboolean holds = self->held == NULL;
  gboolean ok = TRUE;

  if (holds)
    lv_state_hold (self);
  lv_state_clear (self);
  for (; scenario != NULL && line->len < 100; scenario = parent_of (pack, scenario))
    g_ptr_array_add (line, (gpointer) scenario);
  for (guint i = line->len; i > 0; i--)
    {
      const LvScenario *next = g_ptr_array_index (line, i - 1);

      ok = apply_changes (self, next, LV_CHANGE_SET, problems) && ok;
      ok = apply_changes (self, next, LV_CHANGE_MEASURE, problems) && ok;
    }
  ok = apply_actions (self, line, problems) && ok;
  if (holds)
    lv_state_let_go (self);
  return ok;
}

static gboolean
is_on (const LvState *self, const LvItem *item)
{
  const LvNode *knob = item->kind == LV_KIND_MEASURE
                           ? lv_model_measure_knob (self->model, item, "on")
                           : lv_model_find (self->model, item->id);
  gsize cells = knob != NULL ? lv_shape_cells (lv_node_shape (knob)) : 0;

  if (knob != NULL && knob->measure == NULL)
    return lv_node_is_input (knob) && lv_state_is_changed (self, knob);
  for (gsize i = 0; i < cells; i++)
    if (lv_state_number (self, knob, i) == 1)
      return TRUE;
  return FALSE;
}

/**
 * lv_state_conflicts:
 *
 * Returns: (transfer full) (element-type LvItem): pairs of a measure that is on and what it excludes,
 *   which is on (or, a lever, changed) too
 */
GPtrArray *
lv_state_conflicts (const LvState *self)
{
  GPtrArray *pairs = g_ptr_array_new ();
  const GPtrArray *measures = lv_pack_items (lv_model_pack (self->model), LV_KIND_MEASURE);

  for (guint i = 0; i < measures->len; i++)
    {
      LvItem *item = g_ptr_array_index (measures, i);
      const LvMeasure *measure = item->detail;

      for (guint e = 0; measure->excludes != NULL && e < measure->excludes->len; e++)
        {
          LvItem *other = g_ptr_array_index (measure->excludes, e);

          if (!is_on (self, item) || !is_on (self, other))
            continue;
          g_ptr_array_add (pairs, item);
          g_ptr_array_add (pairs, other);
        }
    }
  return pairs;
}
