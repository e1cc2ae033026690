/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-session-private.h"

/**
 * lv_session_effects:
 * @node: (nullable): whose number is asked about; %NULL lists the changes alone
 * @cell: which of its numbers
 * @together: (out): what all changes do to it together
 *
 * What each change of the scenario does alone, from the grundprognose. The parts need not add up:
 * changes that meet do more or less together, and @together less the sum of the parts is that interaction.
 *
 * Returns: (transfer full): LvSessionPart for each change, in the order of lv_session_changes()
 */
GArray *
lv_session_effects (LvSession *self, const LvNode *node, gsize cell, double *together)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (LvSessionPart));
  g_autoptr (GArray) changes = lv_session_changes (self);
  g_autoptr (LvState) trial = lv_state_copy (self->base);
  double base = node != NULL ? lv_state_number (self->base, node, cell) : 0;

  for (guint i = 0; i < changes->len; i++)
    {
      LvSessionPart part = { g_array_index (changes, LvSessionChange, i), 0 };

      if (node == NULL)
        {
          g_array_append_val (parts, part);
          continue;
        }
      lv_state_set (trial, part.change.node, part.change.cell, part.change.value);
      lv_state_update (trial);
      part.alone = lv_state_number (trial, node, cell) - base;
      lv_state_reset (trial, part.change.node, part.change.cell);
      g_array_append_val (parts, part);
    }
  *together = node != NULL ? lv_state_number (self->state, node, cell) - base : 0;
  return parts;
}
