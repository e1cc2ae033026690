/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "packs.h"

#include "lv-pack.h"

#include <math.h>

void
pack_load (Pack *self, const char *folder)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();

  self->model = lv_model_load (folder, NULL, problems);
  for (guint i = 0; self->model == NULL && i < lv_problems_kept (problems); i++)
    {
      g_autofree char *text = lv_problem_to_string (lv_problems_get (problems, i));

      g_test_message ("%s", text);
    }
  g_assert_nonnull (self->model);
  self->base = lv_state_new (self->model);
  self->charts = lv_pack_items (lv_model_pack (self->model), LV_KIND_CHART);
}

void
pack_load_shipped (Pack *self)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);

  pack_load (self, folder);
}

void
pack_clear (Pack *self)
{
  lv_state_free (self->base);
  lv_model_free (self->model);
}

/** Returns: (transfer full): a scenario where some of the parameters are anywhere in their range */
LvState *
pack_random_state (const Pack *self, GRand *random)
{
  const GPtrArray *items = lv_pack_items (lv_model_pack (self->model), LV_KIND_PARAMETER);
  LvState *state = lv_state_copy (self->base);

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);
      const LvNode *node = lv_model_find (self->model, item->id);
      const LvParameter *parameter = node != NULL ? lv_node_parameter (node) : NULL;
      gsize cells = node != NULL ? lv_shape_cells (lv_node_shape (node)) : 0;

      if (parameter == NULL || parameter->input != LV_INPUT_NUMBER || isnan (parameter->min)
          || isnan (parameter->max) || g_rand_boolean (random))
        continue;
      for (gsize c = 0; c < cells; c++)
        lv_state_set (state, node, c,
                      round (g_rand_double_range (random, parameter->min, parameter->max)));
    }
  lv_state_update (state);
  return state;
}
