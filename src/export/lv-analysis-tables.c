/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each analysis says, as a table. */
#include "lv-analysis-private.h"

#include "lv-text.h"

#include <math.h>

static const LvPack *
pack_of (const LvState *state)
{
  return lv_model_pack (lv_state_model (state));
}

static char *
words_with (const LvPack *pack, const char *name, const char *otherwise, const char *with)
{
  return lv_text_fill (lv_text_word (pack, name, otherwise), &with, 1);
}

static int
decimals_of (const LvNode *node)
{
  return MAX (lv_node_unit (node)->decimals, 0);
}

static void
add_value (LvAnalysisTable *self, const LvPack *pack, const LvNode *node, LvValue value)
{
  double shown = isnan (value.number) ? NAN : lv_text_as_shown (node, value.number);
  char *text = value.status == LV_STATUS_ABSENT ? g_strdup ("–")
                                                : lv_text_amount (pack, node, value);

  lv_analysis_table_add_number (self, text, shown, decimals_of (node));
}

/* A number of the target's unit with its sign. */
static void
add_signed (LvAnalysisTable *self, const LvPack *pack, const LvNode *node, double number)
{
  if (isnan (number))
    lv_analysis_table_add_text (self, lv_text_status (pack, LV_STATUS_MISSING));
  else
    lv_analysis_table_add_number (self, lv_text_signed (node, number),
                                  lv_text_as_shown (node, number), decimals_of (node));
}

/* --- Compare */

static void
compare_row (LvAnalysisTable *self, const LvPack *pack, const LvCompare *compare,
             const LvCompareRow *row)
{
  lv_analysis_table_begin_row (self, row->title, lv_node_unit (row->node)->plural, FALSE);
  for (guint s = 0; s < compare->n; s++)
    {
      const LvCompareCell *cell = &row->cells[s];

      add_value (self, pack, row->node, cell->value);
      if (s > 0)
        lv_analysis_table_add_number (self, lv_compare_difference (compare, row, s), cell->shown,
                                      decimals_of (row->node));
    }
}

/** Returns: (transfer full): the rows of a comparison, a column for each side and its difference */
LvAnalysisTable *
lv_analysis_compare_table (const LvCompare *compare)
{
  const LvPack *pack = pack_of (compare->sides[0].state);
  LvAnalysisTable *self
      = lv_analysis_table_new (lv_text_word (pack, "analysis-numbers", "Tal side om side"));
  g_autofree char *difference
      = words_with (pack, "analysis-difference", "Forskel til {1}", compare->sides[0].title);

  lv_analysis_table_header (self, lv_text_word (pack, "analysis-number", "Tal"));
  for (guint s = 0; s < compare->n; s++)
    {
      lv_analysis_table_header (self, compare->sides[s].title);
      if (s > 0)
        lv_analysis_table_header (self, difference);
    }
  for (guint i = 0; i < compare->rows->len; i++)
    compare_row (self, pack, compare, g_ptr_array_index (compare->rows, i));
  return self;
}

static char *
reasons (const LvCompare *compare, const LvCompareInput *input)
{
  GString *out = g_string_new (NULL);

  for (guint s = 0; s < compare->n; s++)
    if (input->because[s] != NULL)
      g_string_append_printf (out, "%s%s: %s", out->len > 0 ? "; " : "", compare->sides[s].title,
                              input->because[s]);
  return g_string_free (out, FALSE);
}

static void
add_input (LvAnalysisTable *self, const LvCompare *compare, const LvCompareInput *input, guint side)
{
  char *text = lv_compare_input_text (compare, input, side);
  double number = input->node != NULL && !lv_node_is_switch (input->node)
                          && (lv_node_parameter (input->node) == NULL
                              || lv_node_parameter (input->node)->input == LV_INPUT_NUMBER)
                      ? input->values[side].number
                      : NAN;

  if (isnan (number))
    {
      lv_analysis_table_add_text (self, text);
      g_free (text);
    }
  else
    lv_analysis_table_add_number (self, text, number, decimals_of (input->node));
}

/** Returns: (transfer full): the inputs that differ between the sides, with their reasons */
LvAnalysisTable *
lv_analysis_inputs_table (const LvCompare *compare)
{
  const LvPack *pack = pack_of (compare->sides[0].state);
  LvAnalysisTable *self = lv_analysis_table_new (
      lv_text_word (pack, "analysis-inputs", "Forudsætninger, der er forskellige"));
  g_autoptr (GPtrArray) inputs = lv_compare_inputs (compare);

  lv_analysis_table_header (self, lv_text_word (pack, "analysis-input", "Forudsætning"));
  for (guint s = 0; s < compare->n; s++)
    lv_analysis_table_header (self, compare->sides[s].title);
  lv_analysis_table_header (self, lv_text_word (pack, "analysis-because", "Begrundelse"));
  for (guint i = 0; i < inputs->len; i++)
    {
      const LvCompareInput *input = g_ptr_array_index (inputs, i);
      g_autofree char *because = reasons (compare, input);

      lv_analysis_table_begin_row (self, input->title,
                                   input->node != NULL ? lv_node_unit (input->node)->plural : NULL,
                                   FALSE);
      for (guint s = 0; s < compare->n; s++)
        add_input (self, compare, input, s);
      lv_analysis_table_add_text (self, because);
    }
  return self;
}

/* --- Bridge */

/* "13,5 -> 10 pct.; ..." */
static char *
moved (const LvPack *pack, const LvBridgePart *part)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < part->inputs->len; i++)
    {
      const LvBridgeInput *input = &g_array_index (part->inputs, LvBridgeInput, i);
      LvValue from = { input->from, isnan (input->from) ? LV_STATUS_MISSING : LV_STATUS_ASSUMED, FALSE };
      LvValue to = { input->to, isnan (input->to) ? LV_STATUS_MISSING : LV_STATUS_ASSUMED, FALSE };
      g_autofree char *before = lv_text_input (pack, input->node, from);
      g_autofree char *after = lv_text_input (pack, input->node, to);
      g_autofree char *cell = lv_shape_cell_title (lv_node_shape (input->node), input->cell);

      g_string_append_printf (out, "%s%s%s%s → %s", i > 0 ? "; " : "", cell,
                              cell[0] != '\0' ? ": " : "", before, after);
    }
  return g_string_free (out, FALSE);
}

static void
part_row (LvAnalysisTable *self, const LvPack *pack, const LvBridge *bridge, const LvBridgePart *part,
          const char *unit)
{
  g_autofree char *text = moved (pack, part);

  lv_analysis_table_begin_row (self, part->title, unit, FALSE);
  if (part->status == LV_PART_JOINED)
    {
      g_autofree char *joined = words_with (pack, "analysis-joined", "regnet sammen med {1}",
                                            lv_bridge_part (bridge, part->with)->title);

      lv_analysis_table_add_text (self, joined);
    }
  else
    add_signed (self, pack, bridge->node, part->part);
  add_signed (self, pack, bridge->node, part->alone);
  lv_analysis_table_add_text (self, text);
  lv_analysis_table_add_text (self, part->because);
}

static void
end_row (LvAnalysisTable *self, const LvPack *pack, const LvBridge *bridge, const char *title,
         LvValue value, const char *unit)
{
  lv_analysis_table_begin_row (self, title, unit, TRUE);
  add_value (self, pack, bridge->node, value);
  for (guint i = 0; i < 3; i++)
    lv_analysis_table_add_text (self, NULL);
}

/* A line of the bridge that is no cause: its number stands under the parts, or under the effects alone. */
static void
extra_row (LvAnalysisTable *self, const LvPack *pack, const LvBridge *bridge, const char *title,
           double number, gboolean alone, const char *unit)
{
  lv_analysis_table_begin_row (self, title, unit, FALSE);
  if (alone)
    lv_analysis_table_add_text (self, NULL);
  add_signed (self, pack, bridge->node, number);
  for (guint i = alone ? 2 : 1; i < 4; i++)
    lv_analysis_table_add_text (self, NULL);
}

/** Returns: (transfer full): a bridge from its first value to its last, a row for each cause */
LvAnalysisTable *
lv_analysis_bridge_table (const LvBridge *bridge, const LvSide *from, const LvSide *to)
{
  const LvPack *pack = pack_of (to->state);
  const char *unit = lv_node_unit (bridge->node)->plural;
  LvAnalysisTable *self
      = lv_analysis_table_new (lv_text_word (pack, "analysis-bridge", "Ændringen årsag for årsag"));

  lv_analysis_table_header (self, lv_text_word (pack, "analysis-cause", "Årsag"));
  lv_analysis_table_header (self, lv_text_word (pack, "analysis-part", "Bidrag"));
  lv_analysis_table_header (self, lv_text_word (pack, "analysis-alone", "Alene"));
  lv_analysis_table_header (self, lv_text_word (pack, "analysis-moved", "Ændring"));
  lv_analysis_table_header (self, lv_text_word (pack, "analysis-because", "Begrundelse"));
  end_row (self, pack, bridge, from->title, bridge->from, unit);
  for (guint i = 0; i < bridge->parts->len; i++)
    part_row (self, pack, bridge, lv_bridge_part (bridge, i), unit);
  if (!isnan (bridge->rounding) && !lv_text_is_zero (bridge->node, bridge->rounding))
    extra_row (self, pack, bridge, lv_text_word (pack, "chart-rounding", "Afrunding"),
               bridge->rounding, FALSE, unit);
  end_row (self, pack, bridge, to->title, bridge->to, unit);
  if (bridge->parts->len > 1)
    extra_row (self, pack, bridge, lv_text_word (pack, "analysis-interaction", "Samspil"),
               bridge->interaction, TRUE, unit);
  return self;
}

/* --- Goal seek */

static char *
lever_title (const LvSeekLever *lever)
{
  return lever->cell >= 0 ? lv_text_cell_title (lever->input, (gsize) lever->cell)
                          : g_strdup (lv_node_title (lever->input));
}

static void
add_lever_value (LvAnalysisTable *self, const LvPack *pack, const LvNode *input, double number)
{
  LvValue value = { number, isnan (number) ? LV_STATUS_MISSING : LV_STATUS_ASSUMED, FALSE };

  lv_analysis_table_add_number (self, lv_text_input (pack, input, value),
                                lv_node_is_switch (input) || lv_seek_lever_is_whole (input) ? NAN : number,
                                decimals_of (input));
}

/** Returns: (transfer full): where each lever stands, and what is proposed */
LvAnalysisTable *
lv_analysis_levers_table (const LvSeek *seek)
{
  const LvPack *pack = pack_of (seek->proposal);
  const char *lever = lv_text_word (pack, "analysis-lever", "Valg");
  LvAnalysisTable *self = lv_analysis_table_new (lever);

  lv_analysis_table_header (self, lever);
  lv_analysis_table_header (self, lv_text_word (pack, "analysis-before", "Før"));
  lv_analysis_table_header (self, lv_text_word (pack, "analysis-after", "Efter"));
  for (guint i = 0; i < seek->answers->len; i++)
    {
      const LvSeekAnswer *answer = &g_array_index (seek->answers, LvSeekAnswer, i);
      g_autofree char *title = lever_title (&answer->lever);

      lv_analysis_table_begin_row (self, title, lv_node_unit (answer->lever.input)->plural, FALSE);
      add_lever_value (self, pack, answer->lever.input, answer->before);
      add_lever_value (self, pack, answer->lever.input, answer->after);
    }
  return self;
}

/** Returns: (transfer full): what the proposal means: the target in all its cells, and the key figures */
LvAnalysisTable *
lv_analysis_meaning_table (const LvSeek *seek, const LvState *state)
{
  const LvPack *pack = pack_of (state);
  const LvSide sides[] = { { lv_text_word (pack, "analysis-before", "Før"), state, NULL },
                           { lv_text_word (pack, "analysis-after", "Efter"), seek->proposal, NULL } };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, G_N_ELEMENTS (sides));

  if (g_strcmp0 (lv_pack_head (pack, "gap"), lv_node_id (seek->node)) != 0)
    lv_compare_add (compare, seek->node, NULL);
  lv_compare_add_heads (compare);
  return lv_analysis_compare_table (compare);
}

/* --- Tornado */

static void
tornado_row (LvAnalysisTable *self, const LvPack *pack, const LvTornado *tornado,
             const LvTornadoRow *row)
{
  g_autofree char *whose = lv_tornado_whose (tornado, row, pack);
  LvValue swing = { row->swing, isnan (row->swing) ? LV_STATUS_MISSING : LV_STATUS_DERIVED, FALSE };

  lv_analysis_table_begin_row (self, lv_node_title (row->node), lv_node_unit (tornado->node)->plural,
                               FALSE);
  add_value (self, pack, tornado->node, swing);
  add_lever_value (self, pack, row->node, row->low);
  add_value (self, pack, tornado->node, row->at_low);
  add_lever_value (self, pack, row->node, row->high);
  add_value (self, pack, tornado->node, row->at_high);
  lv_analysis_table_add_text (self, whose);
}

/** Returns: (transfer full): what each assumption moves, the largest swing first */
LvAnalysisTable *
lv_analysis_tornado_table (const LvTornado *tornado, const LvState *state)
{
  static const char *const words[][2]
      = { { "analysis-input", "Forudsætning" }, { "analysis-swing", "Udsving" },
          { "analysis-low", "Lavt" },           { "analysis-at-low", "Tallet ved lavt" },
          { "analysis-high", "Højt" },          { "analysis-at-high", "Tallet ved højt" },
          { "analysis-whose", "Hvis skøn" } };
  const LvPack *pack = pack_of (state);
  g_autofree char *title = lv_text_cell_title (tornado->node, tornado->cell);
  LvAnalysisTable *self = lv_analysis_table_new (title);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    lv_analysis_table_header (self, lv_text_word (pack, words[i][0], words[i][1]));
  for (guint i = 0; i < tornado->rows->len; i++)
    tornado_row (self, pack, tornado, &g_array_index (tornado->rows, LvTornadoRow, i));
  return self;
}
