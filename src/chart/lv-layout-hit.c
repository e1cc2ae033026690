/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

/* How near a pointer must be to a point of a line, in points. */
#define NEAR 12.0

static gboolean
inside (const LvRect *rect, double x, double y, double margin)
{
  return x >= rect->x - margin && x <= rect->x + rect->width + margin
         && y >= rect->y - margin && y <= rect->y + rect->height + margin;
}

static gboolean
hit_point (const LvLayout *self, double x, double y, int *series, int *category)
{
  double best = NEAR;

  for (guint i = 0; i < self->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (self->points, LvLayoutPoint, i);
      double distance = hypot (point->x - x, point->y - y);

      if (distance >= best)
        continue;
      best = distance;
      *series = point->series;
      *category = point->category;
    }
  return *series >= 0;
}

/* Later bars lie above earlier ones, and filled ones before the frames around them.  A bar
 * thinner than a fingertip can be hit beside it. */
static gboolean
hit_bar (const LvLayout *self, double x, double y, double margin, gboolean hollow, int *series,
         int *category)
{
  for (guint i = self->bars->len; i > 0; i--)
    {
      const LvLayoutBar *bar = &g_array_index (self->bars, LvLayoutBar, i - 1);

      if (bar->hollow != hollow || !inside (&bar->rect, x, y, margin))
        continue;
      *series = bar->series;
      *category = bar->category;
      return TRUE;
    }
  return FALSE;
}

static gboolean
hit_missing (const LvLayout *self, double x, double y, int *series, int *category)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (self->boxes, LvLayoutBox, i);

      if ((box->kind != LV_BOX_MISSING && box->kind != LV_BOX_FRAME)
          || !inside (&box->rect, x, y, 1.0))
        continue;
      *series = box->series;
      *category = box->category;
      return TRUE;
    }
  return FALSE;
}

/**
 * lv_layout_hit:
 * @self: a layout
 * @x: points from the left
 * @y: points from the top
 * @series: (out): the series under the position, or -1
 * @category: (out): the category under the position, or -1
 *
 * Returns: whether a number (or the mark of a missing one) is there.  Between the marks of a
 *   category @category is set and the result FALSE.
 */
gboolean
lv_layout_hit (const LvLayout *self, double x, double y, int *series, int *category)
{
  int n = lv_figure_n_categories (self->figure);
  LvRect column = self->plot;

  g_return_val_if_fail (series != NULL && category != NULL, FALSE);
  *series = -1;
  *category = -1;
  if (lv_figure_get_kind (self->figure) == LV_FIGURE_TIMELINE)
    return lv_layout_hit_day (self, x, y, series, category);
  if (hit_point (self, x, y, series, category)
      || hit_bar (self, x, y, 0.0, FALSE, series, category)
      || hit_missing (self, x, y, series, category)
      || hit_bar (self, x, y, 0.0, TRUE, series, category)
      || hit_bar (self, x, y, 1.5, FALSE, series, category))
    return TRUE;
  if (lv_figure_get_kind (self->figure) == LV_FIGURE_FLOW)
    return FALSE;
  column.height = self->height - column.y;
  if (n > 0 && inside (&column, x, y, 0.0))
    *category = CLAMP ((int) ((x - column.x) / (column.width / n)), 0, n - 1);
  return FALSE;
}

/**
 * lv_layout_find_bar:
 * @self: a layout
 * @series: an index
 * @category: an index
 *
 * Returns: (transfer none) (nullable): the bar, if the point is drawn as one
 */
const LvLayoutBar *
lv_layout_find_bar (const LvLayout *self, int series, int category)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (self->bars, LvLayoutBar, i);

      if (bar->series == series && bar->category == category)
        return bar;
    }
  return NULL;
}

/* A box of a flow holds the number of the grundprognose and that of the scenario; it can be found
 * without any, since it may lead somewhere. */
static gboolean
is_in_box (const LvLayout *self, const LvLayoutBox *box, int series)
{
  return box->kind == LV_BOX_FRAME && series >= 0 && series < lv_figure_n_series (self->figure)
         && (series == box->series
             || lv_figure_get_point (self->figure, series, box->category)->status
                  != LV_FIGURE_ABSENT);
}

/* A number that is only written (a total), or a missing one. */
static gboolean
rect_of_rest (const LvLayout *self, int series, int category, LvRect *rect)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (self->boxes, LvLayoutBox, i);

      if (box->category != category
          || !(box->kind == LV_BOX_MISSING ? box->series == series : is_in_box (self, box, series)))
        continue;
      *rect = box->rect;
      return TRUE;
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (self->texts, LvLayoutText, i);

      if (text->role != LV_TEXT_TOTAL || text->series != series || text->category != category)
        continue;
      *rect = text->rect;
      return TRUE;
    }
  return FALSE;
}

/**
 * lv_layout_get_rect:
 * @self: a layout
 * @series: an index
 * @category: an index
 * @rect: (out): where the number stands, in points
 *
 * For tooltips and the focus mark.
 *
 * Returns: whether the number is in the picture
 */
gboolean
lv_layout_get_rect (const LvLayout *self, int series, int category, LvRect *rect)
{
  const LvLayoutBar *bar = lv_layout_find_bar (self, series, category);

  g_return_val_if_fail (rect != NULL, FALSE);
  if (lv_figure_get_kind (self->figure) == LV_FIGURE_TIMELINE)
    return lv_layout_get_day_rect (self, series, category, rect);
  if (bar != NULL)
    {
      *rect = bar->rect;
      return TRUE;
    }
  for (guint i = 0; i < self->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (self->points, LvLayoutPoint, i);

      if (point->series != series || point->category != category)
        continue;
      *rect = (LvRect) { point->x - 4.0, point->y - 4.0, 8.0, 8.0 };
      return TRUE;
    }
  return rect_of_rest (self, series, category, rect);
}

/** Returns: whether numbers grow to the right, as in bars, and not upwards */
gboolean
lv_layout_is_sideways (const LvLayout *self)
{
  LvFigureKind kind = lv_figure_get_kind (self->figure);

  return (kind >= LV_FIGURE_BARS_STACKED && kind <= LV_FIGURE_BARS_SHARE)
         || kind == LV_FIGURE_DUMBBELL || kind == LV_FIGURE_TORNADO || kind == LV_FIGURE_TIMELINE;
}

/**
 * lv_layout_get_scale:
 * @self: a layout of a kind with one value axis
 * @unit_per_x: (out): how much more a number is a point further to the right
 * @unit_per_y: (out): how much more a number is a point further down
 *
 * For pulling at a number; along a timeline it is a day.  Both are 0 where nothing is drawn.
 */
void
lv_layout_get_scale (const LvLayout *self, double *unit_per_x, double *unit_per_y)
{
  double range;

  *unit_per_x = *unit_per_y = 0.0;
  if (lv_figure_get_kind (self->figure) == LV_FIGURE_TIMELINE && self->last_day > self->first_day)
    *unit_per_x = (self->last_day - self->first_day) / lv_layout_day_width (self);
  if (!self->has_values)
    return;
  range = lv_ticks_high (&self->ticks) - lv_ticks_low (&self->ticks);
  if (lv_layout_is_sideways (self))
    *unit_per_x = range / MAX (self->plot.width, 1.0);
  else
    *unit_per_y = -range / MAX (self->plot.height, 1.0);
}
