/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the scenario is another than the grundprognose, and how much of it is drawn there. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"

#include "lv-number.h"

#include <math.h>

typedef struct {
  const LvChart *chart;
  const LvState *state;
  const LvState *base;
} Pair;

static gboolean
differs_at (const Pair *self, const LvChartTrack *track, guint column)
{
  const LvChartCell *at = lv_chart_cell (track, column);
  double a;
  double b;

  if (at->node == NULL)
    return FALSE;
  a = lv_state_number (self->state, at->node, at->cell);
  b = lv_state_number (self->base, at->node, at->cell);
  if (isnan (a) || isnan (b))
    return isnan (a) != isnan (b);
  return !lv_number_equal (a, b);
}

static gboolean
any_differs (const Pair *self, guint column)
{
  for (guint t = 0; t < self->chart->tracks->len; t++)
    if (differs_at (self, lv_chart_track (self->chart, t), column))
      return TRUE;
  return FALSE;
}

/* A line leaves the grundprognose at the last number that they share. */
static gboolean
differs_near (const Pair *self, const LvChartTrack *track, guint column)
{
  return differs_at (self, track, column) || (column > 0 && differs_at (self, track, column - 1))
         || (column + 1 < self->chart->columns->len && differs_at (self, track, column + 1));
}

static gboolean
any_differs_near (const Pair *self, guint column)
{
  return any_differs (self, column) || (column > 0 && any_differs (self, column - 1))
         || (column + 1 < self->chart->columns->len && any_differs (self, column + 1));
}

static gboolean
any_differs_at_all (const Pair *self)
{
  for (guint c = 0; c < self->chart->columns->len; c++)
    if (any_differs (self, c))
      return TRUE;
  return FALSE;
}

/* A stack is drawn whole, with all its parts, or not at all; so is a waterfall, where each step
 * stands on those before it. */
gboolean
lv_chart_is_scenario (const LvChart *chart, const LvState *state, const LvState *base,
                      const LvChartTrack *track, LvFigureForm form, guint column)
{
  const Pair pair = { chart, state, base };
  const Pair *self = &pair;

  if (self->state == self->base
      || (lv_chart_cell (track, column)->node == NULL
          && !lv_chart_column (self->chart, column)->rest))
    return FALSE;
  if (lv_chart_is_share (chart))
    return lv_chart_share_differs (chart, state, base);
  if (form == LV_FIGURE_LINE)
    return differs_near (self, track, column);
  switch (self->chart->kind)
    {
    case LV_FIGURE_LINES:
    case LV_FIGURE_FAN:
    case LV_FIGURE_SLOPE:
    case LV_FIGURE_STAIR:
      return differs_near (self, track, column);
    case LV_FIGURE_COLUMNS_STACKED:
    case LV_FIGURE_COLUMNS_SHARE:
    case LV_FIGURE_BARS_STACKED:
    case LV_FIGURE_BARS_SHARE:
      return any_differs (self, column);
    case LV_FIGURE_AREA:
      return any_differs_near (self, column);
    case LV_FIGURE_WATERFALL:
      return any_differs_at_all (self);
    default:
      return differs_at (self, track, column);
    }
}
