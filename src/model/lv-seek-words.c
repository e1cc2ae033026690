/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer of a goal seek in the pack's words. */
#include "lv-seek.h"

#include "lv-text.h"

#include <math.h>

static char *
lever_text (const LvPack *pack, const LvSeekAnswer *answer)
{
  const LvNode *input = answer->lever.input;
  LvValue before = { answer->before, LV_STATUS_ASSUMED, FALSE };
  LvValue after = { answer->after, LV_STATUS_ASSUMED, FALSE };
  g_autofree char *title = answer->lever.cell >= 0
                               ? lv_text_cell_title (input, (gsize) answer->lever.cell)
                               : g_strdup (lv_node_title (input));
  g_autofree char *old = lv_text_input (pack, input, before);
  g_autofree char *new = lv_text_input (pack, input, after);
  const char *args[] = { title, old, new };

  return lv_text_fill (lv_text_word (pack, "seek-lever", "{1} {2} → {3}"), args, G_N_ELEMENTS (args));
}

static char *
levers_text (const LvPack *pack, const LvSeek *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->answers->len; i++)
    {
      const LvSeekAnswer *answer = &g_array_index (self->answers, LvSeekAnswer, i);
      g_autofree char *text = NULL;

      if (answer->after == answer->before || isnan (answer->after))
        continue;
      text = lever_text (pack, answer);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", text);
    }
  return g_string_free (out, FALSE);
}

static const char *
pattern_for (const LvPack *pack, LvSeekOutcome outcome)
{
  switch (outcome)
    {
    case LV_SEEK_REACHED:
      return lv_text_word (pack, "seek-reached", "{1}: {3} → {4}: {6}.");
    case LV_SEEK_ALREADY:
      return lv_text_word (pack, "seek-already", "{1}: {3}.");
    case LV_SEEK_PARTLY:
      return lv_text_word (pack, "seek-partly", "{1}: {3} → {4}, not {2}; {5} %: {6}.");
    case LV_SEEK_NO_HELP:
      return lv_text_word (pack, "seek-no-help", "{1}: {3}, not {2}.");
    case LV_SEEK_NO_EFFECT:
      return lv_text_word (pack, "seek-no-effect", "{1}: {3}.");
    default:
      return lv_text_word (pack, "seek-missing", "{1}: ?");
    }
}

/** Returns: (transfer full): what it takes, or how far it gets, in the pack's words */
char *
lv_seek_sentence (const LvSeek *self)
{
  const LvPack *pack = lv_model_pack (lv_state_model (self->proposal));
  const LvUnit *unit = lv_node_unit (self->node);
  g_autofree char *title = lv_text_cell_title (self->node, self->cell);
  g_autofree char *goal = lv_text_in_unit (unit, self->goal);
  g_autofree char *start = isnan (self->start) ? g_strdup ("") : lv_text_in_unit (unit, self->start);
  g_autofree char *reached = isnan (self->reached) ? g_strdup ("") : lv_text_in_unit (unit, self->reached);
  g_autofree char *percent = g_strdup_printf ("%.0f", floor (self->percent));
  g_autofree char *levers = levers_text (pack, self);
  const char *args[] = { title, goal, start, reached, percent, levers };

  g_autofree char *text = lv_text_fill (pattern_for (pack, self->outcome), args, G_N_ELEMENTS (args));

  if (self->outcome != LV_SEEK_REACHED || self->monotone)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s %s", text,
                          lv_text_word (pack, "seek-turning",
                                        "Other answers may exist; this is the nearest."));
}
