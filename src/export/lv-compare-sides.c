/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which scenarios stand beside each other where nobody has chosen: the grundprognose, the exported one, and those that
 * have been laid before somebody; of drafts only where there is nothing else. */
#include "lv-compare-tables.h"

#include "lv-text.h"

#include <string.h>

void
lv_sides_free (LvSides *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->states);
  g_free (self);
}

static gboolean
has_title (const LvSides *self, const char *title)
{
  for (guint i = 0; i < self->n; i++)
    if (strcmp (self->side[i].title, title) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_changes (const LvState *state)
{
  const LvModel *model = lv_state_model (state);

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    if (lv_node_is_input (lv_model_node (model, i)) && lv_state_is_changed (state, lv_model_node (model, i)))
      return TRUE;
  return FALSE;
}

static void
take_side (LvSides *self, const LvSide *side)
{
  if (self->n < LV_MAX_SIDES)
    self->side[self->n++] = *side;
}

static gboolean
is_draft (const LvItem *item)
{
  const char *state = lv_item_get (item, "state");

  return state == NULL || strcmp (state, "udkast") == 0;
}

static void
add_scenario (LvSides *self, const LvState *base, const LvItem *item)
{
  const LvModel *model = lv_state_model (base);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvSide side = { .title = item->title, .scenario = item->detail };
  LvState *state;

  if (self->n >= LV_MAX_SIDES || item->detail == NULL || has_title (self, item->title))
    return;
  /* What the grundprognose has computed need not be computed again. */
  state = lv_state_copy (base);
  if (!lv_state_apply (state, lv_model_pack (model), item->detail, problems))
    {
      lv_state_free (state);
      return;
    }
  lv_state_update (state);
  g_ptr_array_add (self->states, state);
  side.state = state;
  take_side (self, &side);
}

static void
add_scenarios (LvSides *self, const LvState *base, gboolean drafts)
{
  const GPtrArray *scenarios = lv_pack_items (lv_model_pack (lv_state_model (base)), LV_KIND_SCENARIO);

  for (guint i = 0; i < scenarios->len; i++)
    if (is_draft (g_ptr_array_index (scenarios, i)) == drafts)
      add_scenario (self, base, g_ptr_array_index (scenarios, i));
}

/**
 * lv_sides_new:
 * @own: the exported scenario
 * @base: the grundprognose
 * @chosen: (nullable) (element-type LvSide): what the sender has chosen
 *
 * Returns: (transfer full): the sides, which are outlived by all that is given
 */
LvSides *
lv_sides_new (const LvSide *own, const LvState *base, const GPtrArray *chosen)
{
  LvSides *self = g_new0 (LvSides, 1);
  const LvPack *pack = lv_model_pack (lv_state_model (base));
  const LvSide first = { .title = lv_text_word (pack, "baseline", "Baseline"), .state = base };

  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_state_free);
  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    take_side (self, g_ptr_array_index (chosen, i));
  if (chosen != NULL)
    return self;
  take_side (self, &first);
  if (has_changes (own->state))
    take_side (self, own);
  add_scenarios (self, base, FALSE);
  if (self->n < 2)
    add_scenarios (self, base, TRUE);
  return self;
}
