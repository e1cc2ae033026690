/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is where in a timeline: the first and the last day of a bar are its two halves, so that
 * each can be pulled. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

/* Between the edge of the plot and its first and last day: half a milestone, and arrows. */
#define EDGE 8.0
/* How near a pointer must be to a bar or a deadline. */
#define NEAR 3.0
#define MARK_SIZE 12.0

double
lv_layout_day_edge (const LvLayout *self)
{
  return MIN (EDGE, self->plot.width / 4.0);
}

double
lv_layout_day_width (const LvLayout *self)
{
  return self->plot.width - 2.0 * lv_layout_day_edge (self);
}

static gboolean
inside (const LvRect *rect, double x, double y, double margin)
{
  return x >= rect->x - margin && x <= rect->x + rect->width + margin && y >= rect->y - margin
         && y <= rect->y + rect->height + margin;
}

/* A bar has the series of its last day; a milestone that of its only one. */
static int
first_day_series (const LvLayout *self, const LvLayoutBar *bar)
{
  return lv_figure_find_form (self->figure, LV_FIGURE_LOW,
                              bar->scenario ? LV_FIGURE_SCENARIO : LV_FIGURE_BASELINE);
}

static LvRect
mark_rect (const LvLayoutMark *mark)
{
  return (LvRect) { mark->x - MARK_SIZE / 2.0, mark->y - MARK_SIZE / 2.0, MARK_SIZE * 0.75,
                    MARK_SIZE };
}

static gboolean
hit_mark (const LvLayout *self, double x, double y, int *series, int *category)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const LvLayoutMark *mark = &g_array_index (self->marks, LvLayoutMark, i);
      LvRect rect = mark_rect (mark);

      if (!inside (&rect, x, y, 0.0))
        continue;
      *series = mark->series;
      *category = mark->category;
      return TRUE;
    }
  return FALSE;
}

static gboolean
hit_span (const LvLayout *self, double x, double y, double margin, int *series, int *category)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (self->bars, LvLayoutBar, i);
      gboolean is_first = !bar->milestone && x < bar->rect.x + bar->rect.width / 2.0;

      if (!inside (&bar->rect, x, y, margin))
        continue;
      *series = is_first ? first_day_series (self, bar) : bar->series;
      *category = bar->category;
      return TRUE;
    }
  return FALSE;
}

/* Beside a label or in an empty part of a row: the row, but no day.  What stands for a day that
 * nobody knows is found as one. */
static gboolean
hit_text (const LvLayout *self, double x, double y, int *series, int *category)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (self->texts, LvLayoutText, i);

      if (text->category < 0 || !inside (&text->rect, x, y, 1.0))
        continue;
      *category = text->category;
      *series = text->series;
      return *series >= 0;
    }
  return FALSE;
}

/* lv_layout_hit() of a timeline. */
gboolean
lv_layout_hit_day (const LvLayout *self, double x, double y, int *series, int *category)
{
  return hit_mark (self, x, y, series, category) || hit_span (self, x, y, 0.0, series, category)
         || hit_span (self, x, y, NEAR, series, category)
         || hit_text (self, x, y, series, category);
}

static gboolean
find_window (const LvLayout *self, int series, int category, LvRect *rect)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (self->texts, LvLayoutText, i);

      if (text->series != series || text->category != category)
        continue;
      *rect = text->rect;
      return TRUE;
    }
  return FALSE;
}

/* lv_layout_get_rect() of a timeline. */
gboolean
lv_layout_get_day_rect (const LvLayout *self, int series, int category, LvRect *rect)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (self->bars, LvLayoutBar, i);
      gboolean is_first = !bar->milestone && series == first_day_series (self, bar);

      if (bar->category != category || (bar->series != series && !is_first))
        continue;
      *rect = bar->rect;
      if (!bar->milestone)
        rect->width /= 2.0;
      if (!bar->milestone && !is_first)
        rect->x += rect->width;
      return TRUE;
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      const LvLayoutMark *mark = &g_array_index (self->marks, LvLayoutMark, i);

      if (mark->series != series || mark->category != category)
        continue;
      *rect = mark_rect (mark);
      return TRUE;
    }
  return series >= 0 && find_window (self, series, category, rect);
}
