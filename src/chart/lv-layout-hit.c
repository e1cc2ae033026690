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
hit_point (const LvLayout *self, double x, double y, double near, int *series, int *category)
{
  double best = near;

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

static gboolean
is_within (const LvLayoutArea *area, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0, k = area->outline->len - 1; i < area->outline->len; k = i++)
    {
      const LvPlacePoint *a = &g_array_index (area->outline, LvPlacePoint, k);
      const LvPlacePoint *b = &g_array_index (area->outline, LvPlacePoint, i);

      if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }
  return inside;
}

/* Within an area along the categories: the number of the nearest of them. */
static gboolean
hit_area (const LvLayout *self, double x, double y, int *series, int *category)
{
  int n = MAX (lv_figure_n_categories (self->figure), 1);
  int nearest = CLAMP ((int) ((x - self->plot.x) / (self->plot.width / n)), 0, n - 1);

  if (lv_figure_get_kind (self->figure) != LV_FIGURE_AREA)
    return FALSE;
  for (guint i = 0; i < self->areas->len; i++)
    {
      const LvLayoutArea *area = &g_array_index (self->areas, LvLayoutArea, i);

      if (!lv_figure_is_drawn (self->figure, area->series, nearest) || !is_within (area, x, y))
        continue;
      *series = area->series;
      *category = nearest;
      return TRUE;
    }
  return FALSE;
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

/** Returns: whether a box of that kind stands for a number, and not behind or around one */
gboolean
lv_box_is_number (LvBoxKind kind)
{
  return kind == LV_BOX_MISSING || kind == LV_BOX_FRAME || kind == LV_BOX_CHIP;
}

static gboolean
hit_box (const LvLayout *self, double x, double y, int *series, int *category)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (self->boxes, LvLayoutBox, i);

      if (!lv_box_is_number (box->kind) || !inside (&box->rect, x, y, 1.0))
        continue;
      *series = box->series;
      *category = box->category;
      return TRUE;
    }
  return FALSE;
}

/* The part of a ring; an area of a whole series is no number. */
static gboolean
hit_part (const LvLayout *self, double x, double y, int *series, int *category)
{
  for (guint i = self->areas->len; i > 0; i--)
    {
      const LvLayoutArea *area = &g_array_index (self->areas, LvLayoutArea, i - 1);

      if (area->category < 0 || !is_within (area, x, y))
        continue;
      *series = area->series;
      *category = area->category;
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
  if (hit_point (self, x, y, NEAR / 3.0, series, category)
      || hit_area (self, x, y, series, category)
      || hit_point (self, x, y, NEAR, series, category)
      || hit_bar (self, x, y, 0.0, FALSE, series, category)
      || hit_box (self, x, y, series, category)
      || hit_bar (self, x, y, 0.0, TRUE, series, category)
      || hit_bar (self, x, y, 1.5, FALSE, series, category)
      || hit_part (self, x, y, series, category))
    return TRUE;
  if (lv_layout_is_sideways (self))
    {
      LvRect row = { 0.0, column.y, self->width, column.height };

      if (n > 0 && inside (&row, x, y, 0.0))
        *category = CLAMP ((int) ((y - row.y) / (row.height / n)), 0, n - 1);
      return FALSE;
    }
  if (!lv_figure_has_columns (self->figure))
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
          || !(box->kind == LV_BOX_FRAME
                 ? is_in_box (self, box, series)
                 : lv_box_is_number (box->kind) && box->series == series))
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

static gboolean
find_rect (const LvLayout *self, int series, int category, LvRect *rect)
{
  const LvLayoutBar *bar = lv_layout_find_bar (self, series, category);

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

/* In a plane two numbers share one mark: it has the series of one of them. */
static int
find_twin (const LvFigure *figure, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (figure, series);

  if (own == NULL || !lv_figure_is_plane (figure))
    return -1;
  return lv_figure_find_form (figure, own->form == LV_FIGURE_X ? LV_FIGURE_Y : LV_FIGURE_X,
                              own->role);
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
  int twin;

  g_return_val_if_fail (rect != NULL, FALSE);
  if (find_rect (self, series, category, rect))
    return TRUE;
  twin = series >= 0 ? find_twin (self->figure, series) : -1;
  return twin >= 0 && find_rect (self, twin, category, rect);
}

/** Returns: whether numbers grow to the right, as in bars, and not upwards */
gboolean
lv_layout_is_sideways (const LvLayout *self)
{
  return lv_figure_has_rows (self->figure)
         || lv_figure_get_kind (self->figure) == LV_FIGURE_TIMELINE;
}

/**
 * lv_layout_get_scale:
 * @self: a layout of a kind with one value axis
 * @unit_per_x: (out): how much more a number is a point further to the right
 * @unit_per_y: (out): how much more a number is a point further down
 *
 * For pulling at a number; along a timeline it is a day.  Both are 0 where nothing is drawn, and
 * where shares are.
 */
void
lv_layout_get_scale (const LvLayout *self, double *unit_per_x, double *unit_per_y)
{
  double range;

  *unit_per_x = *unit_per_y = 0.0;
  if (lv_figure_get_kind (self->figure) == LV_FIGURE_TIMELINE && self->last_day > self->first_day)
    *unit_per_x = (self->last_day - self->first_day) / lv_layout_day_width (self);
  if (!self->has_values || lv_figure_draws_shares (self->figure)
      || lv_figure_get_kind (self->figure) >= LV_FIGURE_SHARE)
    return;
  range = lv_ticks_high (&self->ticks) - lv_ticks_low (&self->ticks);
  if (lv_layout_is_sideways (self))
    *unit_per_x = range / MAX (self->plot.width, 1.0);
  else
    *unit_per_y = -range / MAX (self->plot.height, 1.0);
}
