/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bands of a fan: the widest behind, each narrower one darker.  The middle is a line like any
 * other (lv-layout-lines.c). */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

typedef struct {
  int low;
  int high;
  double width;
} Band;

static gboolean
is_edge (const LvLay *lay, int series, LvFigureForm form, LvFigureRole role)
{
  const LvFigureSeries *own = lv_figure_get_series (lay->figure, series);

  return own->form == form && own->role == role;
}

/* The first lower edge belongs to the first upper edge of its role, and so on. */
static int
find_high (const LvLay *lay, int low, LvFigureRole role)
{
  int n = 0;

  for (int i = 0; i < low; i++)
    n += is_edge (lay, i, LV_FIGURE_LOW, role);
  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    if (is_edge (lay, i, LV_FIGURE_HIGH, role) && n-- == 0)
      return i;
  return -1;
}

static gboolean
has_both (const LvLay *lay, const Band *band, int category)
{
  return category >= 0 && category < lv_figure_n_categories (lay->figure)
         && lv_figure_is_drawn (lay->figure, band->low, category)
         && lv_figure_is_drawn (lay->figure, band->high, category);
}

static double
value_at (const LvLay *lay, int series, int category)
{
  return lv_figure_get_point (lay->figure, series, category)->value;
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const Band *left = a;
  const Band *right = b;

  return (left->width < right->width) - (left->width > right->width);
}

static GArray *
collect_bands (const LvLay *lay, LvFigureRole role)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (Band));

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    {
      Band band = { i, -1, 0.0 };

      if (!is_edge (lay, i, LV_FIGURE_LOW, role))
        continue;
      band.high = find_high (lay, i, role);
      if (band.high < 0)
        continue;
      for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
        if (has_both (lay, &band, c))
          band.width = MAX (band.width,
                            fabs (value_at (lay, band.high, c) - value_at (lay, i, c)));
      g_array_append_val (bands, band);
    }
  g_array_sort (bands, compare_bands);
  return bands;
}

static int
find_middle (const LvLay *lay, LvFigureRole role)
{
  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    if (is_edge (lay, i, LV_FIGURE_MARK, role))
      return i;
  return -1;
}

/* A fan opens at the last number that is known: where the edges do not exist yet. */
static gboolean
opens_at (const LvLay *lay, const Band *band, int middle, int category)
{
  return middle >= 0 && category >= 0 && lv_figure_is_drawn (lay->figure, middle, category)
         && lv_figure_get_point (lay->figure, band->low, category)->status == LV_FIGURE_ABSENT
         && lv_figure_get_point (lay->figure, band->high, category)->status == LV_FIGURE_ABSENT;
}

static double
centre (const LvLay *lay, int category)
{
  return lv_lay_slot_x (lay, category) + lay->slot / 2.0;
}

static void
lay_run (LvLay *lay, const Band *band, int middle, int depth, int first, int last)
{
  gboolean opens = opens_at (lay, band, middle, first - 1);
  LvLayoutArea *area = lv_lay_area (lay, band->low, last,
                                    middle >= 0 ? lv_lay_color (lay->figure, middle) : 0);
  /* A single number has no length: a narrow piece shows how far it reaches. */
  double half = first == last && !opens ? MIN (lay->slot * 0.15, 8.0) : 0.0;

  area->faint = TRUE;
  area->depth = depth;
  if (opens)
    lv_lay_point_to (area->outline, centre (lay, first - 1),
                     lv_lay_y (lay, value_at (lay, middle, first - 1)));
  for (int c = first; c <= last; c++)
    lv_lay_point_to (area->outline, centre (lay, c) - half,
                     lv_lay_y (lay, value_at (lay, band->high, c)));
  if (half > 0.0)
    {
      lv_lay_point_to (area->outline, centre (lay, first) + half,
                       lv_lay_y (lay, value_at (lay, band->high, first)));
      lv_lay_point_to (area->outline, centre (lay, first) + half,
                       lv_lay_y (lay, value_at (lay, band->low, first)));
    }
  for (int c = last; c >= first; c--)
    lv_lay_point_to (area->outline, centre (lay, c) - half,
                     lv_lay_y (lay, value_at (lay, band->low, c)));
}

static void
lay_band (LvLay *lay, const Band *band, int middle, int depth)
{
  int first = -1;

  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      if (!has_both (lay, band, c))
        continue;
      first = first < 0 ? c : first;
      if (has_both (lay, band, c + 1))
        continue;
      lay_run (lay, band, middle, depth, first, c);
      first = -1;
    }
}

/* The edges of a scenario's band are thin lines over that of the grundprognose. */
static void
lay_edge (LvLay *lay, int series)
{
  int color = MAX (find_middle (lay, LV_FIGURE_BASELINE), 0);

  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      LvLayoutPoint point = { .series = series, .category = c };
      LvLayoutSegment segment = { .series = series, .muted = FALSE, .thin = TRUE };

      if (!lv_figure_is_drawn (lay->figure, series, c))
        continue;
      point.x = centre (lay, c);
      point.y = lv_lay_y (lay, value_at (lay, series, c));
      point.color = segment.color = lv_lay_color (lay->figure, color);
      point.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
      point.status = lv_figure_get_point (lay->figure, series, c)->status;
      g_array_append_val (lay->out->points, point);
      lv_lay_mark_status (lay, series, c, point.x + 5.0, point.y - 3.0);
      if (!point.scenario || c == 0 || !lv_figure_is_drawn (lay->figure, series, c - 1))
        continue;
      segment.scenario = TRUE;
      segment.x1 = centre (lay, c - 1);
      segment.y1 = lv_lay_y (lay, value_at (lay, series, c - 1));
      segment.x2 = point.x;
      segment.y2 = point.y;
      g_array_append_val (lay->out->segments, segment);
    }
}

void
lv_lay_fan (LvLay *lay)
{
  g_autoptr (GArray) bands = collect_bands (lay, LV_FIGURE_BASELINE);
  int middle = find_middle (lay, LV_FIGURE_BASELINE);

  for (guint i = 0; i < bands->len; i++)
    lay_band (lay, &g_array_index (bands, Band, i), middle, (int) i);
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    {
      LvFigureForm form = lv_figure_get_series (lay->figure, s)->form;

      if (form == LV_FIGURE_LOW || form == LV_FIGURE_HIGH)
        lay_edge (lay, s);
    }
}
