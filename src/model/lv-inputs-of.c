/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies under a value that a user may change, and what a source would have the user say. */
#include "lv-inputs-of.h"

#include "lv-model-private.h"

#include <math.h>

static void
walk (LvNode *node, GHashTable *seen, GPtrArray *queue)
{
  if (node->base != NULL)
    node = node->base;
  if (g_hash_table_add (seen, node))
    g_ptr_array_add (queue, node);
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const LvNode *one = *(LvNode *const *) a;
  const LvNode *other = *(LvNode *const *) b;

  return one->index < other->index ? -1 : one->index > other->index;
}

/**
 * lv_model_parameters_under:
 * @node: a value
 *
 * Returns: (transfer container): LvNode: the parameters that it is computed from, near or far, in the
 *   order of the pack; knobs of measures and what is only shown are left out
 */
GPtrArray *
lv_model_parameters_under (const LvModel *self, const LvNode *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && node != NULL, found);
  walk ((LvNode *) node, seen, queue);
  for (guint i = 0; i < queue->len; i++)
    {
      LvNode *next = g_ptr_array_index (queue, i);

      if (next->parameter != NULL && next->parameter->role != LV_ROLE_VIEW)
        g_ptr_array_add (found, next);
      for (guint u = 0; next->uses != NULL && u < next->uses->len; u++)
        walk (g_array_index (next->uses, LvUse, u).node, seen, queue);
    }
  g_ptr_array_sort (found, compare_order);
  return found;
}

static const char *
price_level (const LvNode *node)
{
  const char *level = node->type.attributes.value[LV_ATTRIBUTE_PRICE_LEVEL];

  return level != NULL && g_ascii_isdigit (level[0]) ? level : NULL;
}

/* Level of the one by level of the other in the pack's price index; NaN when it is not known. */
static double
index_ratio (const LvState *state, const char *from, const char *to)
{
  const LvNode *index = lv_state_model (state)->price_index;
  const LvAxis *years
      = index != NULL && index->type.shape.n == 1 ? index->type.shape.axis[0] : NULL;
  int a = years != NULL ? lv_axis_find (years, from) : -1;
  int b = years != NULL ? lv_axis_find (years, to) : -1;

  if (a < 0 || b < 0)
    return NAN;
  return lv_state_number (state, index, (gsize) b) / lv_state_number (state, index, (gsize) a);
}

/**
 * lv_state_suggestion:
 * @input: a parameter
 *
 * What the pack's `suggest=` offers for @input in this state, in the unit of @input. Where the price levels
 * differ, it is converted with the pack's price index; where that is not known, it is the amount as it
 * stands, and says so.
 */
LvSuggestion
lv_state_suggestion (const LvState *state, const LvNode *input)
{
  LvSuggestion none = { .value = NAN, .as_printed = NAN };
  const LvItem *item = input->parameter != NULL ? input->parameter->suggest : NULL;
  const LvNode *node = item != NULL ? lv_model_find (lv_state_model (state), item->id) : NULL;
  LvSuggestion said = none;
  const char *from;
  const char *to;
  LvFactor factor;
  double ratio;

  if (node == NULL || node->type.shape.n > 0
      || !lv_dimension_equal (&node->type.dimension, &input->type.dimension))
    return none;
  said.node = node;
  said.as_printed = lv_state_number (state, node, 0);
  factor = lv_factor_divide (node->unit->factor, input->unit->factor);
  said.value = said.as_printed * factor.num / factor.den;
  from = price_level (node);
  to = price_level (input);
  if (from == NULL || to == NULL || g_str_equal (from, to))
    return said;
  ratio = index_ratio (state, from, to);
  said.repriced = !isnan (ratio);
  said.price_level = said.repriced ? NULL : from;
  if (said.repriced)
    said.value *= ratio;
  return said;
}
