/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar, the frame of a scenario, the box of a missing number. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-bars.h"

#include <math.h>

/* The rectangle between two values.  A number that is not zero is never thinner than a point. */
LvRect
lv_bars_bar_rect (const LvLayBars *self, double y, double from, double to)
{
  double a = floor (lv_lay_rows_x (self->lay, from) + 0.5);
  double b = floor (lv_lay_rows_x (self->lay, to) + 0.5);
  LvRect rect = { MIN (a, b), y, fabs (a - b), MAX (self->thickness, 0.5) };

  if (rect.width < 1.0 && fabs (to - from) > 0.0)
    {
      rect.width = 1.0;
      rect.x -= to < from ? 1.0 : 0.0;
    }
  return rect;
}

/* Where all bars have one colour, a highlighted row is the only one that has it. */
static gboolean
is_rest (const LvLayBars *self, int category)
{
  int highlight = -1;

  lv_figure_get_highlight (self->lay->figure, NULL, &highlight);
  return highlight >= 0 && category != highlight && !lv_bars_is_stacked (self)
         && (self->n_lanes == 1 || (self->n_lanes == 2 && lv_lay_beside (self->lay)));
}

void
lv_bars_add_bar (LvLayBars *self, LvRect rect, int series, int category, gboolean hollow)
{
  LvLay *lay = self->lay;
  LvLayoutBar bar = { .rect = rect, .series = series, .category = category, .hollow = hollow };
  double *reach = lv_bars_reach_of (self, category, lv_bars_lane_of (self, series));

  bar.color = lv_lay_color (lay->figure, series);
  bar.period = lv_figure_get_period (lay->figure, series, category);
  bar.status = lv_figure_get_point (lay->figure, series, category)->status;
  bar.muted = lv_lay_muted (lay, series);
  if (is_rest (self, category))
    bar.color = LV_COLOR_REST;
  bar.scenario = lv_bars_role_of (self, series) == LV_FIGURE_SCENARIO;
  g_array_append_val (lay->out->bars, bar);
  lv_lay_mark_status (lay, series, category, rect.x + rect.width, rect.y);
  *reach = MAX (*reach, rect.x + rect.width);
}

void
lv_bars_frame_scenario (LvLayBars *self, LvRect rect, int category)
{
  LvLayoutBox box = { rect, LV_BOX_SCENARIO, -1, category, -1, FALSE, NULL };

  if (rect.width > 0.0)
    g_array_append_val (self->lay->out->boxes, box);
}

/* Says right of @x that a number is missing.  Takes @full. */
void
lv_bars_missing_at (LvLayBars *self, int series, int category, double x, char *full)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  int lane = lv_bars_lane_of (self, series);
  double room = MAX (plot->x + plot->width - x - 1.0, 1.0);
  double width = lv_lay_width (lay, LV_STYLE_NOTE, lv_figure_get_word (lay->figure, LV_WORD_MISSING));
  double height = MIN (MAX (self->thickness, lay->line[LV_STYLE_NOTE]), self->pitch);
  double middle = lv_bars_lane_y (self, category, lane) + self->thickness / 2.0;
  LvRect rect = { x + 1.0, middle - height / 2.0, MIN (width + 8.0, room), MAX (height, 0.5) };

  /* A stack may end where the plot does; the box then stands on its last part. */
  rect.x = MAX (MIN (rect.x, plot->x + plot->width - MIN (width + 8.0, plot->width)), plot->x);
  rect.width = MIN (width + 8.0, plot->width);
  lv_lay_missing_box (lay, rect, series, category, full);
  *lv_bars_reach_of (self, category, lane) = MAX (*lv_bars_reach_of (self, category, lane), rect.x + rect.width);
}

double
lv_bars_zero_x (const LvLayBars *self)
{
  return self->lay->out->has_values ? lv_lay_rows_x (self->lay, 0.0) : self->lay->out->plot.x;
}
