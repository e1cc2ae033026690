/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars to the right: stacked, in parts of 100 %, or side by side, with the scenario under its
 * grundprognose or over it. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-bars.h"

#include <math.h>

/* In lines of text: a bar thicker than this looks like a wall. */
#define SINGLE_MAX 2.6
#define GROUP_MAX 2.0

gboolean
lv_bars_is_share (const LvLayBars *self)
{
  return lv_figure_draws_shares (self->lay->figure);
}

gboolean
lv_bars_is_stacked (const LvLayBars *self)
{
  return lv_figure_is_stacked (self->lay->figure);
}

LvFigureRole
lv_bars_role_of (const LvLayBars *self, int series)
{
  return lv_figure_get_series (self->lay->figure, series)->role;
}

gboolean
lv_bars_shares_lane (const LvLayBars *self, int series)
{
  return lv_lay_over (self->lay) && lv_bars_role_of (self, series) == LV_FIGURE_SCENARIO
         && lv_figure_find_baseline (self->lay->figure, series) >= 0;
}

/* Lanes */

/* Side by side: the series in order, each scenario under its baseline. */
int
lv_bars_lane_of (const LvLayBars *self, int series)
{
  const LvFigure *figure = self->lay->figure;
  int base = lv_figure_find_baseline (figure, series);
  int own = base < 0 ? series : base;
  int lane = 0;

  if (lv_bars_is_stacked (self))
    return lv_bars_role_of (self, series) == LV_FIGURE_SCENARIO && self->n_lanes > 1 ? 1 : 0;
  if (lv_bars_shares_lane (self, series))
    return lv_bars_lane_of (self, base);
  for (int i = 0; i < lv_figure_n_series (figure); i++)
    {
      int other = lv_figure_find_baseline (figure, i);

      other = other < 0 ? i : other;
      if (lv_lay_is_column (self->lay, i) && !lv_bars_shares_lane (self, i)
          && (other < own || (other == own && i < series)))
        lane++;
    }
  return lane;
}

static int
count_lanes (const LvLayBars *self)
{
  int n = 0;

  if (lv_bars_is_stacked (self))
    return lv_lay_beside (self->lay) ? 2 : 1;
  for (int i = 0; i < lv_figure_n_series (self->lay->figure); i++)
    if (lv_lay_is_column (self->lay, i) && !lv_bars_shares_lane (self, i))
      n++;
  return MAX (n, 1);
}

static void
plan_lanes (LvLayBars *self)
{
  double row = self->rows.pitch;
  double line = self->lay->line[LV_STYLE_LABEL];
  double group = row * (self->n_lanes == 1 ? 0.7 : 0.84);
  double gap;

  self->pitch = MIN (group / self->n_lanes, line * (self->n_lanes == 1 ? SINGLE_MAX : GROUP_MAX));
  gap = self->n_lanes == 1 || self->pitch < 4.0 ? 0.0 : self->pitch > 8.0 ? 2.0 : 1.0;
  self->thickness = self->pitch - gap;
  if (self->thickness >= 6.0)
    self->thickness = floor (self->thickness);
  self->start = (row - self->pitch * self->n_lanes + gap) / 2.0;
}

double
lv_bars_lane_y (const LvLayBars *self, int category, int lane)
{
  double y = self->lay->out->plot.y + category * self->rows.pitch + self->start + lane * self->pitch;

  return self->thickness >= 6.0 ? floor (y + 0.5) : y;
}

double *
lv_bars_reach_of (const LvLayBars *self, int category, int lane)
{
  return &self->reach[category * self->n_lanes + lane];
}

/* Side by side */

/* A missing scenario over a baseline: the frame that is not there is dashed. */
static void
frame_missing (LvLayBars *self, int series, int category)
{
  LvLay *lay = self->lay;
  const LvLayoutBar *bar
    = lv_layout_find_bar (lay->out, lv_figure_find_baseline (lay->figure, series), category);
  LvLayoutBox box = { { 0 }, LV_BOX_MISSING, series, category, -1, TRUE, NULL };

  if (bar == NULL)
    return;
  box.rect = (LvRect) { bar->rect.x, bar->rect.y - 2.0, MAX (bar->rect.width, 1.0),
                        bar->rect.height + 4.0 };
  box.full = lv_lay_dup_missing (lay, series, category);
  g_array_append_val (lay->out->boxes, box);
}

static void
lay_bar (LvLayBars *self, int series, int category)
{
  LvLay *lay = self->lay;
  const LvFigurePoint *point = lv_figure_get_point (lay->figure, series, category);
  gboolean shares = lv_bars_shares_lane (self, series);
  LvRect rect;

  if (point->status == LV_FIGURE_MISSING && shares)
    frame_missing (self, series, category);
  else if (point->status == LV_FIGURE_MISSING)
    lv_bars_missing_at (self, series, category, lv_bars_zero_x (self),
                lv_lay_dup_missing (lay, series, category));
  if (!lv_figure_is_drawn (lay->figure, series, category))
    return;
  rect = lv_bars_bar_rect (self, lv_bars_lane_y (self, category, lv_bars_lane_of (self, series)), 0.0, point->value);
  lv_bars_add_bar (self, rect, series, category, shares);
  if (shares)
    rect = (LvRect) { rect.x, rect.y - 2.0, rect.width, rect.height + 4.0 };
  if (lv_bars_role_of (self, series) == LV_FIGURE_SCENARIO)
    lv_bars_frame_scenario (self, rect, category);
}

/* A line's number is a stroke across its row. */
static void
lay_stroke (LvLayBars *self, int series, int category)
{
  LvLay *lay = self->lay;
  double x;
  double middle = lv_lay_rows_y (&self->rows, category);
  double half = MIN (self->rows.pitch * 0.46, self->pitch * self->n_lanes / 2.0 + 5.0);
  LvLayoutSegment stroke = { .series = series, .overlay = TRUE };
  LvLayoutPoint point = { .y = middle, .series = series, .category = category };

  if (!lv_figure_is_drawn (lay->figure, series, category) || lv_bars_is_share (self))
    return;
  x = floor (lv_lay_rows_x (lay, lv_figure_get_point (lay->figure, series, category)->value) + 0.5);
  stroke.x1 = stroke.x2 = point.x = x;
  stroke.y1 = middle - half;
  stroke.y2 = middle + half;
  stroke.period = point.period = lv_figure_get_period (lay->figure, series, category);
  stroke.scenario = point.scenario = lv_bars_role_of (self, series) == LV_FIGURE_SCENARIO;
  point.status = lv_figure_get_point (lay->figure, series, category)->status;
  g_array_append_val (lay->out->segments, stroke);
  g_array_append_val (lay->out->points, point);
}

static void
lay_marks (LvLayBars *self, int category)
{
  LvLay *lay = self->lay;
  int n = lv_figure_n_series (lay->figure);

  if (lv_bars_is_stacked (self))
    lv_bars_lay_stack (self, category, LV_FIGURE_BASELINE);
  if (lv_bars_is_stacked (self) && lv_lay_beside (lay))
    lv_bars_lay_stack (self, category, LV_FIGURE_SCENARIO);
  if (lv_bars_is_stacked (self) && lv_lay_over (lay))
    lv_bars_lay_stack_over (self, category);
  for (int s = 0; s < n; s++)
    {
      if (!lv_bars_is_stacked (self) && lv_lay_is_column (lay, s))
        lay_bar (self, s, category);
      if (lv_figure_get_series (lay->figure, s)->form == LV_FIGURE_LINE)
        lay_stroke (self, s, category);
    }
}

/* The one series whose numbers can stand beside the labels of thin rows. */
static int
find_only (const LvLay *lay)
{
  int only = -1;

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    {
      if (!lv_lay_is_column (lay, i))
        continue;
      if (only >= 0)
        return -1;
      only = i;
    }
  return lv_figure_is_stacked (lay->figure) ? -1 : only;
}

void
lv_lay_bars (LvLay *lay)
{
  LvLayBars self = { .lay = lay };
  int n = lv_figure_n_categories (lay->figure);

  lv_lay_prepare_labels (lay);
  g_array_set_size (lay->labels, 0);
  self.n_lanes = count_lanes (&self);
  self.reach = g_new0 (double, MAX (n, 1) * self.n_lanes);
  lv_lay_rows_init (&self.rows, lay,
                    lay->out->has_values ? MIN (lv_figure_n_references (lay->figure), 3) : 0,
                    find_only (lay));
  plan_lanes (&self);
  self.values = self.pitch + (self.n_lanes == 1 ? self.rows.pitch * 0.3 : 0.0)
                >= lay->line[lv_bars_style_of (&self)] - 0.5;
  if (self.values)
    lv_bars_need_values (&self);
  self.values = lv_lay_rows_place (&self.rows) && self.values;
  lv_lay_rows_frame (&self.rows);
  for (int c = 0; c < n; c++)
    lay_marks (&self, c);
  lv_lay_drop_crossed (lay);
  for (int s = 0; self.values && s < lv_figure_n_series (lay->figure); s++)
    for (int c = 0; c < n; c++)
      if (lv_bars_is_written (&self, s, c))
        lv_bars_write_value (&self, s, c);
  lv_lay_drop_overlaps (lay);
  lv_lay_drop_crossed (lay);
  lv_lay_rows_cut_references (&self.rows);
  lv_lay_rows_clear (&self.rows);
  g_free (self.reach);
}
