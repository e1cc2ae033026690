/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-session-private.h"

#include <string.h>

/* A change and what it does alone, which stays as it is while other changes come and go. */
typedef struct
{
  const LvNode *input;
  gsize cell;
  double value;
  double alone;
} Effect;

struct _LvSessionEffects
{
  const LvNode *node; /* (nullable): whose number the effects are on */
  gsize cell;
  guint serial;       /* of the grundprognose */
  GHashTable *known;  /* (owned) Effect -> itself */
  LvState *trial;     /* (owned) (nullable): the grundprognose, for trying one change at a time */
};

static guint
effect_hash (gconstpointer key)
{
  const Effect *effect = key;

  return g_direct_hash (effect->input) ^ (guint) effect->cell * 2654435761u;
}

/* Bit by bit, as a value may be missing. */
static gboolean
effect_equal (gconstpointer a, gconstpointer b)
{
  const Effect *one = a;
  const Effect *other = b;

  return one->input == other->input && one->cell == other->cell
         && memcmp (&one->value, &other->value, sizeof one->value) == 0;
}

/** Forgets what was found; the model or its figures are others. */
void
lv_session_drop_effects (LvSession *self)
{
  if (self->effects == NULL)
    return;
  g_hash_table_unref (self->effects->known);
  g_clear_pointer (&self->effects->trial, lv_state_free);
  g_clear_pointer (&self->effects, g_free);
}

static LvSessionEffects *
effects_on (LvSession *self, const LvNode *node, gsize cell)
{
  guint serial = lv_state_serial (self->base);

  if (self->effects != NULL
      && (self->effects->node != node || self->effects->cell != cell || self->effects->serial != serial))
    lv_session_drop_effects (self);
  if (self->effects != NULL)
    return self->effects;
  self->effects = g_new0 (LvSessionEffects, 1);
  self->effects->node = node;
  self->effects->cell = cell;
  self->effects->serial = serial;
  self->effects->known = g_hash_table_new_full (effect_hash, effect_equal, g_free, NULL);
  return self->effects;
}

static double
alone (LvSession *self, LvSessionEffects *effects, const LvSessionChange *change)
{
  Effect key = { change->node, change->cell, change->value, 0 };
  Effect *known = g_hash_table_lookup (effects->known, &key);

  if (known != NULL)
    return known->alone;
  if (effects->trial == NULL)
    effects->trial = lv_state_copy (self->base);
  lv_state_set (effects->trial, key.input, key.cell, key.value);
  lv_state_update (effects->trial);
  key.alone = lv_state_number (effects->trial, effects->node, effects->cell)
              - lv_state_number (self->base, effects->node, effects->cell);
  lv_state_reset (effects->trial, key.input, key.cell);
  known = g_memdup2 (&key, sizeof key);
  g_hash_table_add (effects->known, known);
  return known->alone;
}

/**
 * lv_session_effects:
 * @node: (nullable): whose number is asked about; %NULL lists the changes alone
 * @cell: which of its numbers
 * @together: (out): what all changes do to it together
 *
 * What each change of the scenario does alone, from the grundprognose. The parts need not add up:
 * changes that meet do more or less together, and @together less the sum of the parts is that interaction.
 * Asked again after an edit, only what the edit changed is tried.
 *
 * Returns: (transfer full): LvSessionPart for each change, in the order of lv_session_changes()
 */
GArray *
lv_session_effects (LvSession *self, const LvNode *node, gsize cell, double *together)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (LvSessionPart));
  g_autoptr (GArray) changes = lv_session_changes (self);
  LvSessionEffects *effects = node != NULL ? effects_on (self, node, cell) : NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      LvSessionPart part = { g_array_index (changes, LvSessionChange, i), 0 };

      if (effects != NULL)
        part.alone = alone (self, effects, &part.change);
      g_array_append_val (parts, part);
    }
  *together = node != NULL ? lv_state_number (self->state, node, cell)
                                 - lv_state_number (self->base, node, cell)
                           : 0;
  return parts;
}
