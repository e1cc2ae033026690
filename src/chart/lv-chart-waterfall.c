/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which columns of a waterfall are sums, and what the changes before a sum leave over.  Printed
 * numbers are each rounded, so they seldom add up to the last unit; what is left over gets a
 * column of its own and is never hidden in another. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"

#include "lv-number.h"
#include "lv-text.h"

#include <math.h>

static gboolean
is_total (const LvChart *self, guint column)
{
  g_auto (GStrv) totals = lv_item_get_list (self->item, "totals");
  const LvChartColumn *own = lv_chart_column (self, column);
  const LvChartCell *at = lv_chart_cell (lv_chart_track (self, 0), column);

  for (guint i = 0; totals[i] != NULL; i++)
    if (own->member >= 0
          ? g_str_equal (lv_axis_member (self->axis, (guint) own->member)->id, totals[i])
          : at->node != NULL && g_str_equal (lv_node_id (at->node), totals[i]))
      return TRUE;
  return FALSE;
}

static double
number_at (const LvChart *self, const LvChartTrack *track, guint column, const LvState *state)
{
  const LvChartCell *at = lv_chart_cell (track, column);

  return at->node != NULL ? lv_state_number (state, at->node, at->cell) * track->factor : 0.0;
}

/* What the sum at @column has more than the sum before it and the changes between; NaN where a
 * number is missing or nothing stands before it. @changes: how many. */
static double
left_over (const LvChart *self, const LvChartTrack *track, guint column, const LvState *state,
           guint *changes)
{
  double level = 0.0;

  *changes = 0;
  for (guint i = column; i > 0; i--)
    {
      level += number_at (self, track, i - 1, state);
      if (lv_chart_column (self, i - 1)->step == LV_FIGURE_SUM)
        break;
      *changes += lv_chart_column (self, i - 1)->rest ? 0 : 1;
    }
  return *changes > 0 ? number_at (self, track, column, state) - level : NAN;
}

/**
 * lv_chart_rest:
 * @column: a column of what is left over
 *
 * Returns: what the sum after it has more than what stands before it
 */
double
lv_chart_rest (const LvChart *self, const LvChartTrack *track, guint column, const LvState *state)
{
  guint changes;

  return left_over (self, track, column + 1, state, &changes);
}

static void
insert_rest (LvChart *self, guint column, gboolean is_rounding)
{
  const LvPack *pack = lv_model_pack (self->model);
  LvChartColumn rest = { .member = -1, .rest = TRUE };
  LvChartCell none = { NULL, 0 };

  rest.label = g_strdup (is_rounding ? lv_text_word (pack, "chart-rounding", "Afrunding")
                                     : lv_text_word (pack, "chart-unexplained", "Ikke forklaret"));
  g_array_insert_val (self->columns, column, rest);
  for (guint t = 0; t < self->tracks->len; t++)
    g_array_insert_val (lv_chart_track (self, t)->cells, column, none);
}

/* Half a unit as shown for each number that was rounded is rounding; more is not. */
static void
plan_rest (LvChart *self, guint column, const LvState *base)
{
  double unit = pow (10.0, -MAX (self->unit->decimals, 0));
  guint changes;
  double rest = left_over (self, lv_chart_track (self, 0), column, base, &changes);

  if (isnan (rest) || fabs (rest) < 0.5 * unit - unit * 1e-6)
    return;
  insert_rest (self, column, fabs (rest) <= 0.5 * unit * (changes + 2) + unit * 1e-6);
}

/* Finds the sums, and puts a column before each that the changes do not add up to. */
void
lv_chart_plan_waterfall (LvChart *self, const LvState *base)
{
  if (self->tracks->len == 0)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    lv_chart_column (self, i)->step = is_total (self, i) ? LV_FIGURE_SUM : LV_FIGURE_CHANGE;
  for (guint i = self->columns->len; i > 0; i--)
    if (lv_chart_column (self, i - 1)->step == LV_FIGURE_SUM)
      plan_rest (self, i - 1, base);
}
