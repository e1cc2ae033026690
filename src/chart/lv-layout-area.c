/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stacked areas.  Where a part is missing the whole stack has a gap, since nothing can stand on a
 * number that nobody knows.  A scenario is drawn as lines in ink where its parts end. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

/* A number without a neighbour has no area: it is a column of at most this width. */
#define ALONE_MAX 40.0

typedef struct {
  double from;
  double to;
} Span;

static gboolean
is_part (const LvLay *lay, int series, LvFigureRole role)
{
  const LvFigureSeries *own = lv_figure_get_series (lay->figure, series);

  return own->form == LV_FIGURE_MARK && own->role == role;
}

/* Whether the stack can be drawn: something is known, and nothing is missing. */
static gboolean
is_whole (const LvLay *lay, LvFigureRole role, int category)
{
  gboolean any = FALSE;

  if (category < 0 || category >= lv_figure_n_categories (lay->figure))
    return FALSE;
  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    {
      if (!is_part (lay, i, role))
        continue;
      if (lv_figure_get_point (lay->figure, i, category)->status == LV_FIGURE_MISSING)
        return FALSE;
      any = any || lv_figure_is_drawn (lay->figure, i, category);
    }
  return any;
}

/* Where a part stands on those before it; a part that does not exist there has no height. */
static Span
span_of (const LvLay *lay, int series, int category)
{
  LvFigureRole role = lv_figure_get_series (lay->figure, series)->role;
  double up = 0.0;
  double down = 0.0;
  double value = 0.0;

  for (int i = 0; i <= series; i++)
    {
      if (!is_part (lay, i, role) || !lv_figure_is_drawn (lay->figure, i, category))
        continue;
      value = lv_figure_get_point (lay->figure, i, category)->value;
      if (i == series)
        break;
      *(value < 0.0 ? &down : &up) += value;
    }
  if (!lv_figure_is_drawn (lay->figure, series, category))
    return (Span) { up, up };
  return value < 0.0 ? (Span) { down, down + value } : (Span) { up, up + value };
}

static double
centre (const LvLay *lay, int category)
{
  return lv_lay_slot_x (lay, category) + lay->slot / 2.0;
}

/* Along the upper edge from @first to @last, and back along the lower one. */
static void
lay_run (LvLay *lay, int series, int first, int last)
{
  LvLayoutArea *area = lv_lay_area (lay, series, last, lv_lay_color (lay->figure, series));

  area->period = lv_figure_get_period (lay->figure, series, last);
  area->muted = lv_lay_muted (lay, series);
  for (int c = first; c <= last; c++)
    lv_lay_point_to (area->outline, centre (lay, c), lv_lay_y (lay, span_of (lay, series, c).to));
  for (int c = last; c >= first; c--)
    lv_lay_point_to (area->outline, centre (lay, c), lv_lay_y (lay, span_of (lay, series, c).from));
}

static void
lay_alone (LvLay *lay, int series, int category)
{
  Span span = span_of (lay, series, category);
  double top = floor (lv_lay_y (lay, MAX (span.from, span.to)) + 0.5);
  double bottom = floor (lv_lay_y (lay, MIN (span.from, span.to)) + 0.5);
  LvLayoutBar bar = { .series = series, .category = category };

  bar.rect.width = MIN (lay->slot * 0.5, ALONE_MAX);
  bar.rect.x = centre (lay, category) - bar.rect.width / 2.0;
  bar.rect.y = top;
  bar.rect.height = MAX (bottom - top - (fabs (span.from) > 0.0 ? 1.0 : 0.0), 0.0);
  bar.color = lv_lay_color (lay->figure, series);
  bar.period = lv_figure_get_period (lay->figure, series, category);
  bar.muted = lv_lay_muted (lay, series);
  g_array_append_val (lay->out->bars, bar);
}

static void
add_place (LvLay *lay, int series, int category, double y)
{
  LvLayoutPoint point = { .x = centre (lay, category), .y = y, .series = series,
                          .category = category };

  point.color = lv_lay_color (lay->figure, series);
  point.period = lv_figure_get_period (lay->figure, series, category);
  point.status = lv_figure_get_point (lay->figure, series, category)->status;
  point.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  point.overlay = TRUE;
  g_array_append_val (lay->out->points, point);
}

/* The number is found in the middle of its band. */
static void
place_part (LvLay *lay, int series, int category)
{
  Span span = span_of (lay, series, category);

  add_place (lay, series, category, lv_lay_y (lay, (span.from + span.to) / 2.0));
  lv_lay_mark_status (lay, series, category, centre (lay, category) + 4.0,
                      lv_lay_y (lay, span.to) - 2.0);
}

static void
lay_part (LvLay *lay, int series)
{
  int n = lv_figure_n_categories (lay->figure);
  int first = -1;

  for (int c = 0; c < n; c++)
    {
      gboolean more = is_whole (lay, LV_FIGURE_BASELINE, c + 1);

      if (!is_whole (lay, LV_FIGURE_BASELINE, c))
        continue;
      if (first < 0 && !more)
        lay_alone (lay, series, c);
      first = first < 0 ? c : first;
      /* A piece takes the period that it leads to, as a line does. */
      if (c > first
          && (!more || lv_figure_get_period (lay->figure, series, c + 1)
                         != lv_figure_get_period (lay->figure, series, c)))
        {
          lay_run (lay, series, first, c);
          first = c;
        }
      first = more ? first : -1;
      if (lv_figure_is_drawn (lay->figure, series, c))
        place_part (lay, series, c);
    }
}

static void
lay_edge (LvLay *lay, int series)
{
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      double y;

      if (!is_whole (lay, LV_FIGURE_SCENARIO, c) || !lv_figure_is_drawn (lay->figure, series, c))
        continue;
      y = lv_lay_y (lay, span_of (lay, series, c).to);
      add_place (lay, series, c, y);
      lv_lay_mark_status (lay, series, c, centre (lay, c) + 5.0, y - 3.0);
      if (is_whole (lay, LV_FIGURE_SCENARIO, c - 1)
          && lv_figure_is_drawn (lay->figure, series, c - 1))
        {
          LvLayoutSegment segment = { centre (lay, c - 1),
                                      lv_lay_y (lay, span_of (lay, series, c - 1).to),
                                      centre (lay, c), y, series, 0,
                                      lv_figure_get_period (lay->figure, series, c), FALSE, TRUE,
                                      TRUE, FALSE };

          g_array_append_val (lay->out->segments, segment);
        }
    }
}

/* Written sums stand where they reach to. */
static void
place_total (LvLay *lay, int series)
{
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    if (lv_figure_is_drawn (lay->figure, series, c))
      add_place (lay, series, c,
                 lv_lay_y (lay, lv_figure_get_point (lay->figure, series, c)->value));
}

void
lv_lay_areas (LvLay *lay)
{
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    {
      if (is_part (lay, s, LV_FIGURE_BASELINE))
        lay_part (lay, s);
      else if (is_part (lay, s, LV_FIGURE_SCENARIO))
        lay_edge (lay, s);
      else if (lv_figure_get_series (lay->figure, s)->form == LV_FIGURE_TOTAL)
        place_total (lay, s);
    }
}

/* The sums over the stack, where nothing else is in the way. */
void
lv_lay_area_totals (LvLay *lay)
{
  int last = lv_figure_n_categories (lay->figure) - 1;
  guint n = lay->out->points->len;

  for (guint i = 0; i < n; i++)
    {
      const LvLayoutPoint *point = &g_array_index (lay->out->points, LvLayoutPoint, i);
      g_autofree char *text = NULL;
      LvLayoutText *item;
      LvRect rect;

      if (lv_figure_get_series (lay->figure, point->series)->form != LV_FIGURE_TOTAL
          || (lay->direct && point->category == last))
        continue;
      text = lv_figure_dup_value_text (lay->figure, point->series, point->category);
      rect.width = lv_lay_width (lay, LV_STYLE_VALUE_STRONG, text);
      rect.height = lay->line[LV_STYLE_VALUE_STRONG];
      rect.x = point->x - rect.width / 2.0;
      rect.y = point->y - rect.height - 4.0;
      if (rect.width > lay->slot - 3.0 || !lv_lay_is_free (lay, &rect))
        continue;
      item = lv_lay_text (lay, LV_TEXT_TOTAL, LV_STYLE_VALUE_STRONG, LV_ALIGN_CENTER, text, rect);
      item->series = point->series;
      item->category = point->category;
    }
}
