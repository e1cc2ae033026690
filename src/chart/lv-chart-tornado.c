/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What means most for one number: every assumption that has a low and a high estimate goes there, the
 * others stay.  Grundprognose and scenario are asked each around its own result. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"

#include "lv-number.h"
#include "lv-text.h"
#include "lv-tornado.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/** Checks that the chart asks for one number, and names it. */
gboolean
lv_chart_plan_tornado (LvChart *self, GError **error)
{
  LvChartTrack *track = self->tracks->len == 1 ? lv_chart_track (self, 0) : NULL;

  if (track != NULL && self->columns->len == 1 && lv_chart_cell (track, 0)->node != NULL)
    {
      const LvChartCell *at = lv_chart_cell (track, 0);
      const LvShape *shape = lv_node_shape (at->node);
      g_autoptr (GString) label = g_string_new (lv_node_title (at->node));

      for (guint i = 0; i < shape->n; i++)
        g_string_append_printf (label, " %s",
                                lv_axis_member (shape->axis[i],
                                                lv_shape_coordinate (shape, at->cell, i))->title);
      g_free (track->label);
      track->label = g_string_free (g_steal_pointer (&label), FALSE);
      return TRUE;
    }
  g_set_error_literal (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES,
                       _ ("a tornado shows what moves one number, as “ID@member”"));
  return FALSE;
}

/* Whether the chart's `parameters` are all or among them is this one: an id, or "a.*". */
static gboolean
is_asked (const LvChart *self, const LvNode *node)
{
  g_auto (GStrv) patterns = lv_item_get_list (self->item, "parameters");
  gboolean any = FALSE;

  for (guint i = 0; patterns[i] != NULL; i++)
    {
      gsize length = strlen (patterns[i]);

      if (length == 0)
        continue;
      any = TRUE;
      if (g_str_equal (patterns[i], lv_node_id (node)))
        return TRUE;
      if (patterns[i][length - 1] == '*' && strncmp (patterns[i], lv_node_id (node), length - 1) == 0)
        return TRUE;
    }
  return !any;
}

static LvTornado *
ask (const LvChart *self, const LvState *state)
{
  const LvChartCell *at = lv_chart_cell (lv_chart_track (self, 0), 0);

  return lv_tornado_new (state, at->node, at->cell, TRUE, TRUE);
}

static const LvTornadoRow *
find_row (const LvTornado *tornado, const LvNode *node)
{
  for (guint i = 0; i < tornado->rows->len; i++)
    {
      const LvTornadoRow *row = &g_array_index (tornado->rows, LvTornadoRow, i);

      if (row->node == node)
        return row;
    }
  return NULL;
}

/* The rows in the order of the grundprognose, so that none changes place while an assumption is moved;
 * then those that only move the scenario. */
static GPtrArray *
collect_nodes (const LvChart *self, const LvTornado *base, const LvTornado *scenario)
{
  GPtrArray *nodes = g_ptr_array_new ();
  const LvTornado *both[] = { base, scenario };

  for (gsize i = 0; i < G_N_ELEMENTS (both) && both[i] != NULL; i++)
    for (guint k = 0; k < both[i]->rows->len; k++)
      {
        const LvNode *node = g_array_index (both[i]->rows, LvTornadoRow, k).node;

        if (is_asked (self, node) && !g_ptr_array_find (nodes, node, NULL))
          g_ptr_array_add (nodes, (gpointer) node);
      }
  return nodes;
}

/* "2 pct." */
static char *
dup_estimate (const LvChart *self, const LvNode *node, double number)
{
  LvValue value = { number, LV_STATUS_ASSUMED, FALSE };

  return lv_text_precise (lv_model_pack (self->model), node, value);
}

/* "2 pct. – 8 pct.", for those who read the figure as a table. */
static void
set_detail (const LvChart *self, LvFigure *figure, int category, const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);
  gboolean is_switch = parameter->input == LV_INPUT_SWITCH;
  g_autofree char *low = dup_estimate (self, node, is_switch ? 0.0 : parameter->low);
  g_autofree char *high = dup_estimate (self, node, is_switch ? 1.0 : parameter->high);
  g_autofree char *detail = g_strdup_printf ("%s – %s", low, high);

  lv_figure_set_detail (figure, category, detail);
}

static void
fill_end (const LvChart *self, LvFigure *figure, int series, int category, const LvNode *node,
          double estimate, LvValue result)
{
  g_autofree char *text = dup_estimate (self, node, estimate);

  if (isnan (result.number))
    {
      lv_figure_set_value (figure, series, category, NAN, LV_FIGURE_MISSING);
      lv_figure_set_reason (figure, series, category,
                            lv_text_status (lv_model_pack (self->model), result.status));
    }
  else
    lv_figure_set_value (figure, series, category,
                         result.number * lv_chart_track (self, 0)->factor, LV_FIGURE_DERIVED);
  lv_figure_annotate (figure, series, category, text);
}

static void
add_ends (const LvChart *self, LvFigure *figure, const LvTornado *tornado, const GPtrArray *nodes,
          LvFigureRole role)
{
  int low = lv_figure_add_series (figure, "low", lv_figure_get_word (figure, LV_WORD_LOW_END), role,
                                  LV_FIGURE_LOW);
  int high = lv_figure_add_series (figure, "high", lv_figure_get_word (figure, LV_WORD_HIGH_END),
                                   role, LV_FIGURE_HIGH);

  for (guint i = 0; i < nodes->len; i++)
    {
      const LvTornadoRow *row = find_row (tornado, g_ptr_array_index (nodes, i));

      if (row == NULL)
        continue;
      fill_end (self, figure, low, (int) i, row->node, row->low, row->at_low);
      fill_end (self, figure, high, (int) i, row->node, row->high, row->at_high);
    }
}

static gboolean
is_same (double a, double b)
{
  return isnan (a) || isnan (b) ? isnan (a) == isnan (b) : lv_number_equal (a, b);
}

/* Whether the scenario's result, or what moves it, is another. */
static gboolean
differs (const LvTornado *base, const LvTornado *scenario, const GPtrArray *nodes)
{
  if (!is_same (base->now.number, scenario->now.number))
    return TRUE;
  for (guint i = 0; i < nodes->len; i++)
    {
      const LvTornadoRow *a = find_row (base, g_ptr_array_index (nodes, i));
      const LvTornadoRow *b = find_row (scenario, g_ptr_array_index (nodes, i));

      if ((a == NULL) != (b == NULL)
          || (a != NULL && (!is_same (a->at_low.number, b->at_low.number)
                            || !is_same (a->at_high.number, b->at_high.number))))
        return TRUE;
    }
  return FALSE;
}

static void
add_result (const LvChart *self, LvFigure *figure, const LvTornado *tornado, LvFigureWord word)
{
  double number = tornado->now.number * lv_chart_track (self, 0)->factor;

  if (isfinite (number))
    lv_figure_add_reference (figure, number, lv_figure_get_word (figure, word));
}

/** Adds rows, ends and results. */
void
lv_chart_fill_tornado (const LvChart *self, LvFigure *figure, const LvState *state,
                       const LvState *base)
{
  g_autoptr (LvTornado) own = ask (self, base);
  g_autoptr (LvTornado) scenario = state != base ? ask (self, state) : NULL;
  g_autoptr (GPtrArray) nodes = collect_nodes (self, own, scenario);

  for (guint i = 0; i < nodes->len; i++)
    {
      const LvNode *node = g_ptr_array_index (nodes, i);

      lv_figure_add_category (figure, lv_node_title (node), NULL, LV_FIGURE_PERIOD_NONE);
      set_detail (self, figure, (int) i, node);
    }
  add_ends (self, figure, own, nodes, LV_FIGURE_BASELINE);
  add_result (self, figure, own, LV_WORD_BASELINE);
  if (scenario == NULL || !differs (own, scenario, nodes))
    return;
  add_ends (self, figure, scenario, nodes, LV_FIGURE_SCENARIO);
  add_result (self, figure, scenario, LV_WORD_SCENARIO);
}
