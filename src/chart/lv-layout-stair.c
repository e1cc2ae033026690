/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stairs: a number holds until the next one.  The numbers are written on the steps, and of a long
 * axis the members are named where something changes. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

static double
value_at (const LvLay *lay, int series, int category)
{
  return lv_figure_get_point (lay->figure, series, category)->value;
}

/* The next member with something to say: a number, or that one is missing. */
static int
next_said (const LvLay *lay, int series, int category)
{
  int n = lv_figure_n_categories (lay->figure);

  for (int c = category + 1; c < n; c++)
    if (lv_figure_get_point (lay->figure, series, c)->status != LV_FIGURE_ABSENT)
      return c;
  return -1;
}

/* Where the number at @category ends to hold. */
static int
holds_until (const LvLay *lay, int series, int category)
{
  int next = next_said (lay, series, category);

  return next < 0 ? category + 1 : next;
}

static gboolean
is_same (const LvLay *lay, int series, int a, int b)
{
  return !(fabs (value_at (lay, series, a) - value_at (lay, series, b)) > 0.0)
         && lv_figure_get_period (lay->figure, series, a)
              == lv_figure_get_period (lay->figure, series, b);
}

static void
add_segment (LvLay *lay, int series, int category, double x1, double y1, double x2, double y2)
{
  LvLayoutSegment segment = { x1, y1, x2, y2, series, lv_lay_color (lay->figure, series),
                              lv_figure_get_period (lay->figure, series, category),
                              lv_lay_muted (lay, series), FALSE, FALSE, FALSE };

  segment.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  g_array_append_val (lay->out->segments, segment);
}

static void
add_place (LvLay *lay, int series, int category, int until)
{
  LvLayoutPoint point = { .series = series, .category = category };

  point.x = (lv_lay_slot_x (lay, category) + lv_lay_slot_x (lay, until)) / 2.0;
  point.y = lv_lay_y (lay, value_at (lay, series, category));
  point.color = lv_lay_color (lay->figure, series);
  point.period = lv_figure_get_period (lay->figure, series, category);
  point.status = lv_figure_get_point (lay->figure, series, category)->status;
  point.muted = lv_lay_muted (lay, series);
  point.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  g_array_append_val (lay->out->points, point);
  lv_lay_mark_status (lay, series, category, point.x + 4.0, point.y - 4.0);
}

/* Equal numbers after each other are one step: from the first to where the last one ends. */
static void
lay_stair (LvLay *lay, int series)
{
  int first = -1;
  int before = -1;

  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      int until;
      double y;

      if (!lv_figure_is_drawn (lay->figure, series, c))
        continue;
      until = holds_until (lay, series, c);
      y = lv_lay_y (lay, value_at (lay, series, c));
      add_place (lay, series, c, until);
      if (first < 0 && before >= 0)
        add_segment (lay, series, c, lv_lay_slot_x (lay, c),
                     lv_lay_y (lay, value_at (lay, series, before)), lv_lay_slot_x (lay, c), y);
      first = first < 0 ? c : first;
      if (until < lv_figure_n_categories (lay->figure)
          && lv_figure_is_drawn (lay->figure, series, until) && is_same (lay, series, c, until))
        continue;
      add_segment (lay, series, c, lv_lay_slot_x (lay, first), y, lv_lay_slot_x (lay, until), y);
      before = until < lv_figure_n_categories (lay->figure)
                   && lv_figure_is_drawn (lay->figure, series, until)
                 ? c
                 : -1;
      first = -1;
    }
}

void
lv_lay_stairs (LvLay *lay)
{
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    if (lv_lay_is_line (lay, s))
      lay_stair (lay, s);
}

/* Written on the step; below it where something is in the way, or where the step begins. */
static void
label_step (LvLay *lay, const LvLayoutSegment *step)
{
  int category = CLAMP ((int) ((MIN (step->x1, step->x2) + 0.01 - lay->out->plot.x) / lay->slot), 0,
                        lv_figure_n_categories (lay->figure) - 1);
  g_autofree char *text = NULL;
  double middle = (step->x1 + step->x2) / 2.0;
  double height = lay->line[LV_STYLE_VALUE];
  double width;

  if (!lv_figure_is_drawn (lay->figure, step->series, category))
    return;
  text = lv_figure_dup_value_text (lay->figure, step->series, category);
  width = lv_lay_width (lay, LV_STYLE_VALUE, text);
  if (lv_lay_is_repeated (lay, step->series, category, text))
    return;
  for (int i = 0; i < 4; i++)
    {
      LvRect rect = { i % 2 == 0 ? middle - width / 2.0 : step->x1 + 1.0,
                      i < 2 ? step->y1 - height - 3.0 : step->y1 + 3.0, width, height };
      LvLayoutText *item;

      if (!lv_lay_is_free (lay, &rect))
        continue;
      item = lv_lay_text (lay, LV_TEXT_VALUE, LV_STYLE_VALUE, LV_ALIGN_CENTER, text, rect);
      item->series = step->series;
      item->category = category;
      return;
    }
}

void
lv_lay_stair_values (LvLay *lay)
{
  for (guint i = 0; i < lay->out->segments->len; i++)
    {
      const LvLayoutSegment step = g_array_index (lay->out->segments, LvLayoutSegment, i);

      if (!step.muted && !(fabs (step.y1 - step.y2) > 0.0) && step.x2 > step.x1)
        label_step (lay, &step);
    }
}

static gboolean
changes_at (const LvLay *lay, int category)
{
  for (int s = 0; category > 0 && s < lv_figure_n_series (lay->figure); s++)
    {
      gboolean now = lv_figure_is_drawn (lay->figure, s, category);
      gboolean before = lv_figure_is_drawn (lay->figure, s, category - 1);

      if (now != before || (now && !is_same (lay, s, category - 1, category)))
        return TRUE;
    }
  return FALSE;
}

/**
 * lv_lay_stair_labels:
 *
 * Which members of a long axis are named: the first and the last, and where there is room those
 * where a step begins.
 *
 * Returns: (transfer full): a gboolean for each category
 */
gboolean *
lv_lay_stair_labels (LvLay *lay)
{
  int n = lv_figure_n_categories (lay->figure);
  gboolean *named = g_new0 (gboolean, MAX (n, 1));
  double right = lay->out->plot.x + lay->out->plot.width;

  for (int turn = 0; turn < 2; turn++)
    for (int c = 0; c < n; c++)
      {
        gboolean wanted = turn == 0 ? c == 0 || c == n - 1 : changes_at (lay, c);
        LvRect own;

        if (!wanted || named[c])
          continue;
        own = lv_lay_category_rect (lay, c);
        named[c] = own.x >= lay->out->plot.x - 0.01 && own.x + own.width <= right + 0.01;
        for (int k = 0; k < n && named[c]; k++)
          {
            LvRect other;

            if (k == c || !named[k])
              continue;
            other = lv_lay_category_rect (lay, k);
            named[c] = own.x + own.width + 4.0 < other.x || other.x + other.width + 4.0 < own.x;
          }
      }
  return named;
}
