/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bridge as a waterfall and a tornado as one.  The numbers of a waterfall are those that are
 * shown, with the rounding as a column of its own, so that a reader can add them up. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-analysis.h"

#include "lv-chart-words.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>

/* Assumptions that a picture has room for; the table has them all. */
#define MOST_ROWS 12

static char *
format_cb (double value, int decimals, gpointer user_data)
{
  return lv_number_format_da (value, decimals);
}

static LvFigure *
begin (LvFigureKind kind, const LvPack *pack, const LvNode *node, const char *title)
{
  LvFigure *figure = lv_figure_new (kind);
  const LvUnit *unit = lv_node_unit (node);
  const char *language = lv_pack_head (pack, "language");

  lv_figure_set_title (figure, title);
  lv_figure_set_unit (figure, unit->plural, MAX (unit->decimals, 0));
  lv_figure_set_language (figure, language != NULL ? language : "da");
  lv_figure_set_format (figure, format_cb, NULL, NULL);
  lv_chart_set_words (figure, pack);
  return figure;
}

/* What stands under the title: @first, the unit, and what amounts are in. */
static void
set_subtitle (LvFigure *figure, const LvPack *pack, const LvNode *node, const char *first)
{
  const char *unit = lv_node_unit (node)->plural;
  g_autofree char *attributes = lv_text_attributes (pack, node);
  g_autofree char *text = g_strconcat (first, unit[0] != '\0' ? ", " : "", unit,
                                       attributes[0] != '\0' ? ", " : "", attributes, NULL);

  lv_figure_set_subtitle (figure, text);
}

/* --- Bridge */

static void
add_step (LvFigure *figure, const LvPack *pack, const LvNode *node, const char *label, double value,
          LvFigureStep step)
{
  int category = lv_figure_add_category (figure, label, NULL, LV_FIGURE_PERIOD_NONE);

  lv_figure_set_step (figure, category, step);
  if (isnan (value))
    lv_figure_set_value (figure, 0, category, NAN, LV_FIGURE_MISSING);
  else
    lv_figure_set_value (figure, 0, category, lv_text_as_shown (node, value), LV_FIGURE_DERIVED);
}

/* Causes that are one step are one column, under all their names. */
static char *
part_label (const LvBridge *bridge, guint index)
{
  GString *label = g_string_new (NULL);

  for (guint i = 0; i <= index; i++)
    {
      const LvBridgePart *part = lv_bridge_part (bridge, i);

      if (i == index || (part->status == LV_PART_JOINED && part->with == index))
        g_string_append_printf (label, "%s%s", label->len > 0 ? " + " : "", part->title);
    }
  return g_string_free (label, FALSE);
}

static void
add_parts (LvFigure *figure, const LvPack *pack, const LvBridge *bridge)
{
  for (guint i = 0; i < bridge->parts->len; i++)
    {
      const LvBridgePart *part = lv_bridge_part (bridge, i);
      g_autofree char *label = NULL;

      if (part->status == LV_PART_JOINED)
        continue;
      label = part_label (bridge, i);
      add_step (figure, pack, bridge->node, label, part->part, LV_FIGURE_CHANGE);
    }
}

/* The gap is what is to be closed; of other numbers nobody has said which way is good. */
static LvFigureGood
good_of (const LvPack *pack, const LvNode *node)
{
  static const char *const keys[] = { "gap", "gap-total", "adjustment" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_strcmp0 (lv_pack_head (pack, keys[i]), lv_node_id (node)) == 0)
      return LV_FIGURE_GOOD_DOWN;
  return LV_FIGURE_GOOD_UNKNOWN;
}

/**
 * lv_chart_bridge_figure:
 * @bridge: a bridge
 * @from, @to: its sides
 *
 * Returns: (transfer full): the bridge as a waterfall from side to side, frozen
 */
LvFigure *
lv_chart_bridge_figure (const LvBridge *bridge, const LvSide *from, const LvSide *to)
{
  const LvPack *pack = lv_model_pack (lv_state_model (to->state));
  const char *args[] = { from->title, to->title };
  g_autofree char *title = lv_bridge_sentence (bridge, pack);
  g_autofree char *sides
    = lv_text_fill (lv_text_word (pack, "bridge-sides", "{1} – {2}"), args, G_N_ELEMENTS (args));
  LvFigure *figure = begin (LV_FIGURE_WATERFALL, pack, bridge->node, title);

  set_subtitle (figure, pack, bridge->node, sides);
  lv_figure_set_good (figure, good_of (pack, bridge->node));
  lv_figure_add_series (figure, lv_node_id (bridge->node), bridge->title, LV_FIGURE_BASELINE,
                        LV_FIGURE_MARK);
  add_step (figure, pack, bridge->node, from->title, bridge->from.number, LV_FIGURE_SUM);
  add_parts (figure, pack, bridge);
  if (!isnan (bridge->rounding) && !lv_text_is_zero (bridge->node, bridge->rounding))
    add_step (figure, pack, bridge->node, lv_text_word (pack, "chart-rounding", "Afrunding"),
              bridge->rounding, LV_FIGURE_CHANGE);
  add_step (figure, pack, bridge->node, to->title, bridge->to.number, LV_FIGURE_SUM);
  lv_figure_freeze (figure);
  return figure;
}

/* --- Tornado */

/**
 * lv_chart_tornado_title:
 *
 * Returns: (transfer full): what moves the target most, as a sentence in the pack's words
 */
char *
lv_chart_tornado_title (const LvTornado *tornado, const LvState *state)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  const LvTornadoRow *first
    = tornado->rows->len > 0 ? &g_array_index (tornado->rows, LvTornadoRow, 0) : NULL;
  g_autofree char *target = lv_text_cell_title (tornado->node, tornado->cell);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *percent = lv_number_format_da (tornado->percent, -1);
  const char *args[5] = { target };

  if (first == NULL || isnan (first->swing))
    return lv_text_fill (lv_text_word (pack, "tornado-none", "{1}"), args, 1);
  low = lv_text_amount (pack, tornado->node,
                        first->at_low.number < first->at_high.number ? first->at_low : first->at_high);
  high = lv_text_amount (pack, tornado->node,
                         first->at_low.number < first->at_high.number ? first->at_high : first->at_low);
  args[1] = lv_node_title (first->node);
  args[2] = low;
  args[3] = high;
  args[4] = percent;
  return lv_text_fill (first->example
                           ? lv_text_word (pack, "tornado-most-example", "{1}: {2}, {3} – {4}, ±{5} %")
                           : lv_text_word (pack, "tornado-most", "{1}: {2}, {3} – {4}"),
                       args, G_N_ELEMENTS (args));
}

static void
add_row (LvFigure *figure, const LvPack *pack, const LvTornado *tornado, const LvTornadoRow *row,
         gboolean mixed)
{
  const char *args[] = { lv_node_title (row->node) };
  g_autofree char *label
      = mixed && row->example
            ? lv_text_fill (lv_text_word (pack, "tornado-example-row", "{1} (±)"), args, G_N_ELEMENTS (args))
            : g_strdup (args[0]);
  LvValue low = { row->low, LV_STATUS_ASSUMED, FALSE };
  LvValue high = { row->high, LV_STATUS_ASSUMED, FALSE };
  g_autofree char *from = lv_text_input (pack, row->node, low);
  g_autofree char *to = lv_text_input (pack, row->node, high);
  g_autofree char *whose = lv_tornado_whose (tornado, row, pack);
  g_autofree char *detail = g_strdup_printf ("%s – %s%s%s", from, to, whose[0] != '\0' ? ", " : "", whose);
  int category = lv_figure_add_category (figure, label, NULL, LV_FIGURE_PERIOD_NONE);

  lv_figure_set_detail (figure, category, detail);
  lv_figure_set_value (figure, 0, category, row->at_low.number,
                       isnan (row->at_low.number) ? LV_FIGURE_MISSING : LV_FIGURE_DERIVED);
  lv_figure_set_value (figure, 1, category, row->at_high.number,
                       isnan (row->at_high.number) ? LV_FIGURE_MISSING : LV_FIGURE_DERIVED);
}

/* How many of the rows that are drawn are examples. */
static guint
count_examples (const LvTornado *tornado, guint drawn)
{
  guint n = 0;

  for (guint i = 0; i < drawn; i++)
    n += g_array_index (tornado->rows, LvTornadoRow, i).example ? 1 : 0;
  return n;
}

static char *
with_percent (const LvPack *pack, const LvTornado *tornado, const char *word, const char *otherwise)
{
  g_autofree char *percent = lv_number_format_da (tornado->percent, -1);
  const char *args[] = { percent };

  return lv_text_fill (lv_text_word (pack, word, otherwise), args, G_N_ELEMENTS (args));
}

/* What is only an example must not be read as somebody's judgement: it stands under the title. */
static char *
subtitle_of (const LvPack *pack, const LvTornado *tornado, guint examples)
{
  g_autofree char *target = lv_text_cell_title (tornado->node, tornado->cell);
  g_autofree char *note = with_percent (pack, tornado, "tornado-example-note", "±{1} %");

  return examples > 0 ? g_strdup_printf ("%s – %s", target, note) : g_steal_pointer (&target);
}

/* Names of the ends: those of estimates, unless there are none. */
static char *
end_of (const LvPack *pack, const LvTornado *tornado, gboolean all, gboolean high)
{
  if (!all)
    return g_strdup (high ? lv_text_word (pack, "tornado-high", "Højt skøn")
                          : lv_text_word (pack, "tornado-low", "Lavt skøn"));
  return high ? with_percent (pack, tornado, "tornado-example-high", "+{1} %")
              : with_percent (pack, tornado, "tornado-example-low", "-{1} %");
}

/**
 * lv_chart_tornado_figure:
 * @tornado: a tornado
 * @state: what it was made of
 *
 * Returns: (transfer full): its largest swings as a figure, frozen
 */
LvFigure *
lv_chart_tornado_figure (const LvTornado *tornado, const LvState *state)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  guint drawn = MIN (tornado->rows->len, MOST_ROWS);
  guint examples = count_examples (tornado, drawn);
  g_autofree char *title = lv_chart_tornado_title (tornado, state);
  g_autofree char *subtitle = subtitle_of (pack, tornado, examples);
  g_autofree char *low = end_of (pack, tornado, examples == drawn && drawn > 0, FALSE);
  g_autofree char *high = end_of (pack, tornado, examples == drawn && drawn > 0, TRUE);
  LvFigure *figure = begin (LV_FIGURE_TORNADO, pack, tornado->node, title);

  set_subtitle (figure, pack, tornado->node, subtitle);
  lv_figure_add_series (figure, "low", low, LV_FIGURE_BASELINE, LV_FIGURE_LOW);
  lv_figure_add_series (figure, "high", high, LV_FIGURE_BASELINE, LV_FIGURE_HIGH);
  for (guint i = 0; i < drawn; i++)
    add_row (figure, pack, tornado, &g_array_index (tornado->rows, LvTornadoRow, i), examples < drawn);
  if (!isnan (tornado->now.number))
    lv_figure_add_reference (figure, tornado->now.number, lv_text_word (pack, "tornado-now", "Nu"));
  lv_figure_freeze (figure);
  return figure;
}
