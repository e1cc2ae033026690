/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a calculated difference to a measure. The difference itself never counts; what counts is a judgement
 * that somebody makes of it: spending falls by it, in steps. */
#include "lv-example-measure.h"

#include <math.h>

/* From the amount's unit to that of the target, both of money. */
static double
factor_of (const LvNode *amount, const LvNode *target)
{
  const LvFactor *from = &lv_node_unit (amount)->factor;
  const LvFactor *to = &lv_node_unit (target)->factor;

  return from->num * to->den / (from->den * to->num);
}

/** Returns: the difference in the unit of the target, NaN where it is missing or another kind of number */
double
lv_example_amount (LvSession *session, const LvExample *example)
{
  const LvNode *target = lv_model_find (lv_session_model (session), example->target);

  if (target == NULL
      || !lv_dimension_equal (&lv_node_unit (example->amount)->dimension,
                              &lv_node_unit (target)->dimension))
    return NAN;
  return lv_state_number (lv_session_state (session), example->amount, example->cell)
         * factor_of (example->amount, target);
}

/**
 * lv_example_measure_new:
 *
 * The effect is signed as the change in the target: spending above the reference becomes a minus.
 *
 * Returns: (transfer full) (nullable): a measure that is not in the document yet; %NULL when nothing is
 *   spent beyond the reference, or that is not known
 */
LvLocalMeasure *
lv_example_measure_new (LvSession *session, const LvExample *example)
{
  double amount = lv_example_amount (session, example);
  g_autoptr (LvLocalMeasure) measure = NULL;
  LvLocalEffect *effect;
  const LvNode *target;
  gsize first;

  if (!(amount > 0))
    return NULL;
  measure = lv_local_measure_new ();
  g_free (measure->title);
  measure->title = g_strdup (example->title);
  g_free (measure->why);
  measure->why = g_strdup (example->why);
  g_free (measure->state);
  measure->state = g_strdup ("forslag");
  effect = lv_local_measure_add_effect (measure, session, example->target, example->members);
  target = lv_session_effect_node (session, effect, &first);
  if (target == NULL)
    return NULL;
  for (guint i = example->first; i < effect->values->len; i++)
    if (lv_node_present (lv_session_model (session), target, first + i))
      g_array_index (effect->values, double, i)
          = -amount * MIN (1.0, (double) (i - example->first + 1) / MAX (example->steps, 1));
  return g_steal_pointer (&measure);
}
