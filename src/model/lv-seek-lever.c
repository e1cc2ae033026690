/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be asked of a goal seek: its target, and what may be turned, how far and in which steps. */
#include "lv-seek.h"

#include <math.h>
#include <string.h>

const char *
lv_seek_outcome_name (LvSeekOutcome outcome)
{
  static const char *const names[] = { "reached", "already", "partly", "no-help", "no-effect", "missing" };

  return names[outcome];
}

const char *
lv_lever_outcome_name (LvLeverOutcome outcome)
{
  static const char *const names[] = { "helps", "no-effect", "no-help", "missing" };

  return names[outcome];
}

static const char *
knob_property (const LvNode *input)
{
  return lv_node_measure (input) != NULL ? strrchr (lv_node_id (input), '#') + 1 : "";
}

/**
 * lv_seek_lever_bounds:
 * @low, @high: (out): within what it may be turned when nobody says
 *
 * Returns: %FALSE when the pack sets no bounds: somebody has to say them
 */
gboolean
lv_seek_lever_bounds (const LvNode *input, double *low, double *high)
{
  const LvParameter *parameter = lv_node_parameter (input);

  *low = *high = NAN;
  if (lv_node_is_switch (input))
    {
      *low = 0;
      *high = 1;
    }
  else if (strcmp (knob_property (input), "scale") == 0)
    {
      *low = 0;
      *high = 100;
    }
  else if (parameter != NULL && parameter->input != LV_INPUT_MEMBER)
    {
      *low = isnan (parameter->min) ? parameter->low : parameter->min;
      *high = isnan (parameter->max) ? parameter->high : parameter->max;
    }
  return !isnan (*low) && !isnan (*high);
}

/** Returns: the step that answers are rounded to; 0 when there is none */
double
lv_seek_lever_step (const LvNode *input)
{
  const LvParameter *parameter = lv_node_parameter (input);

  if (lv_node_is_switch (input) || (parameter != NULL && parameter->input != LV_INPUT_NUMBER)
      || lv_node_measure (input) != NULL)
    return 1;
  return parameter != NULL && parameter->step > 0 ? parameter->step : 0;
}

/**
 * lv_seek_default_target:
 *
 * Finds what is asked for when nobody says: the pack's gap in its budget year, which shall be at most 0.
 *
 * Returns: %FALSE when the pack names none
 */
gboolean
lv_seek_default_target (const LvState *state, const LvNode **node, gsize *cell)
{
  const LvModel *model = lv_state_model (state);
  const char *gap = lv_pack_head (lv_model_pack (model), "gap");
  const char *year = lv_pack_head (lv_model_pack (model), "budget-year");
  const LvNode *chosen = year != NULL ? lv_model_find (model, year) : NULL;
  const LvShape *shape;
  double member;

  *node = gap != NULL ? lv_model_find (model, gap) : NULL;
  *cell = 0;
  if (*node == NULL)
    return FALSE;
  shape = lv_node_shape (*node);
  if (shape->n == 0)
    return TRUE;
  member = chosen != NULL ? lv_state_number (state, chosen, 0) : NAN;
  if (shape->n != 1 || isnan (member) || member < 0 || member >= lv_shape_cells (shape))
    return FALSE;
  *cell = (gsize) member;
  return TRUE;
}

/** Returns: whether it has no values between whole ones: a switch, a month, a delay */
gboolean
lv_seek_lever_is_whole (const LvNode *input)
{
  const LvParameter *parameter = lv_node_parameter (input);

  return lv_node_is_switch (input) || strcmp (knob_property (input), "delay") == 0
         || (parameter != NULL && parameter->input != LV_INPUT_NUMBER);
}
