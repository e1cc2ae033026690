/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scatter: an item is a point, a cross parts the plane into four fields with names.  Its axes
 * need not begin at zero, since a place has no length.  A scenario is a diamond, with an arrow from
 * the faint point where the item stands in the grundprognose. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define TICK_GAP 6.0
/* A data point keeps this share of the range from the edge. */
#define MARGIN 0.05
/* An arrow ends before the marker; a shorter move is seen from the two markers alone. */
#define ARROW_STOP 6.0
#define ARROW_LEAST 16.0

typedef struct {
  LvLay *lay;
  LvTicks x;
  double low[2];
  double high[2];
  gboolean any;
  double tick_width;            /* of the widest number along x */
} Scatter;

static void
include (Scatter *self, int axis, double value)
{
  self->low[axis] = MIN (self->low[axis], value);
  self->high[axis] = MAX (self->high[axis], value);
}

static void
include_places (Scatter *self)
{
  for (int role = LV_FIGURE_BASELINE; role <= LV_FIGURE_SCENARIO; role++)
    for (int c = 0; c < lv_figure_n_categories (self->lay->figure); c++)
      {
        double place[2];

        if (!lv_figure_get_place (self->lay->figure, (LvFigureRole) role, c, &place[0], &place[1]))
          continue;
        self->any = TRUE;
        include (self, 0, place[0]);
        include (self, 1, place[1]);
      }
}

static void
find_range (Scatter *self)
{
  for (int i = 0; i < 2; i++)
    {
      self->low[i] = INFINITY;
      self->high[i] = -INFINITY;
    }
  include_places (self);
  for (int i = 0; self->any && i < 2; i++)
    {
      double cross = lv_figure_get_axis (self->lay->figure,
                                         (LvFigureForm) (LV_FIGURE_X + i))->cross;

      if (!isnan (cross))
        include (self, i, cross);
    }
}

/* From zero where zero is near; never so close that a point stands on the edge. */
static void
init_ticks (const Scatter *self, int axis, LvTicks *ticks, int max_ticks)
{
  double low = self->any ? self->low[axis] : 0.0;
  double high = self->any ? self->high[axis] : 0.0;
  double margin = (high - low) * MARGIN;
  gboolean near_zero = (low >= 0.0 && low <= high * 0.25) || (high <= 0.0 && high >= low * 0.25);

  if (high > 0.0)
    high += margin;
  if (low < 0.0 || !near_zero)
    low -= margin;
  lv_ticks_init (ticks, low, high, CLAMP (max_ticks, 4, 8),
                 near_zero ? LV_TICKS_ZERO : LV_TICKS_FREE);
}

static char *
dup_tick (const Scatter *self, const LvTicks *ticks, int i)
{
  return lv_figure_format (self->lay->figure, lv_ticks_value (ticks, i), ticks->decimals);
}

static double
widest_tick (const Scatter *self, const LvTicks *ticks)
{
  double widest = 0.0;

  for (int i = 0; self->any && i < ticks->n_ticks; i++)
    {
      g_autofree char *text = dup_tick (self, ticks, i);

      widest = MAX (widest, lv_lay_width (self->lay, LV_STYLE_VALUE, text));
    }
  return widest;
}

static double
place_x (const Scatter *self, double value)
{
  const LvRect *plot = &self->lay->out->plot;
  double low = lv_ticks_low (&self->x);
  double high = lv_ticks_high (&self->x);

  return plot->x + plot->width * CLAMP ((value - low) / (high - low), 0.0, 1.0);
}

/* Title of y above the plot, that of x below; the numbers between. */
static void
lay_frame (Scatter *self)
{
  LvLay *lay = self->lay;
  LvRect *plot = &lay->out->plot;
  g_autofree char *y_title = lv_lay_dup_axis (lay, LV_FIGURE_Y);
  g_autofree char *x_title = lv_lay_dup_axis (lay, LV_FIGURE_X);
  int lines = lay->out->height < 260.0 ? 1 : 2;
  double line = lay->line[LV_STYLE_VALUE];
  double bottom = lay->area.y + lay->area.height;
  guint first = lay->out->texts->len;
  double top = 0.0;
  double foot = 0.0;

  if (y_title[0] != '\0')
    top = lv_lay_paragraph (lay, LV_TEXT_AXIS, LV_STYLE_NOTE, LV_ALIGN_START, y_title, lay->area,
                            lines);
  plot->x = ceil (lay->area.x + MIN (widest_tick (self, &lay->out->ticks), lay->area.width * 0.3)
                  + TICK_GAP);
  plot->y = ceil (lay->area.y + top + line / 2.0 + 2.0);
  plot->width = MAX (floor (lay->area.x + lay->area.width - plot->x - 4.0), 1.0);
  first = lay->out->texts->len;
  if (x_title[0] != '\0')
    foot = lv_lay_paragraph (lay, LV_TEXT_AXIS, LV_STYLE_NOTE, LV_ALIGN_END, x_title,
                             (LvRect) { plot->x, 0.0, plot->width, 0.0 }, lines);
  for (guint i = first; i < lay->out->texts->len; i++)
    g_array_index (lay->out->texts, LvLayoutText, i).rect.y += bottom - foot;
  plot->height = MAX (floor (bottom - foot - ceil (line * 1.5) - 1.0 - plot->y), 1.0);
}

static void
lay_tick (Scatter *self, const char *whole, LvRect rect, LvTextAlign align)
{
  LvLay *lay = self->lay;
  g_autofree char *text = lv_text_shorten (lay->measure, whole,
                                           &lay->out->fonts[LV_STYLE_VALUE], rect.width);
  double width = MIN (lv_lay_width (lay, LV_STYLE_VALUE, text), rect.width);
  LvLayoutText *item;

  rect.x += align == LV_ALIGN_END ? rect.width - width : (rect.width - width) / 2.0;
  rect.width = width;
  item = lv_lay_text (lay, LV_TEXT_TICK, LV_STYLE_VALUE, align, text, rect);
  item->ink = LV_INK_SOFT;
  if (!g_str_equal (whole, text))
    item->full = g_strdup (whole);
}

static int
every_for (double gap, double need)
{
  return MAX ((int) ceil (need / MAX (gap, 0.1)), 1);
}

static void
lay_y_axis (Scatter *self)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  const LvTicks *ticks = &lay->out->ticks;
  double line = lay->line[LV_STYLE_VALUE];
  int every = every_for (plot->height / MAX (ticks->n_ticks - 1, 1), line + 1.0);

  for (int i = 0; i < ticks->n_ticks; i++)
    {
      double y = floor (lv_lay_y (lay, lv_ticks_value (ticks, i)) + 0.5);
      g_autofree char *text = dup_tick (self, ticks, i);

      lv_lay_rule (lay, LV_RULE_GRID, plot->x, y, plot->x + plot->width, y);
      if (i % every == 0)
        lay_tick (self, text,
                  (LvRect) { lay->area.x, y - line / 2.0, plot->x - TICK_GAP - lay->area.x, line },
                  LV_ALIGN_END);
    }
}

static void
lay_x_axis (Scatter *self)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  double bottom = plot->y + plot->height;
  double line = lay->line[LV_STYLE_VALUE];
  double widest = widest_tick (self, &self->x);
  double right = lay->area.x + lay->area.width;
  double last = lay->area.x;
  int every = every_for (plot->width / MAX (self->x.n_ticks - 1, 1), widest + 8.0);

  for (int i = 0; i < self->x.n_ticks; i++)
    {
      double x = floor (place_x (self, lv_ticks_value (&self->x, i)) + 0.5);
      g_autofree char *text = dup_tick (self, &self->x, i);
      double width = MIN (lv_lay_width (lay, LV_STYLE_VALUE, text), plot->width);
      double left = CLAMP (x - width / 2.0, lay->area.x, MAX (right - width, lay->area.x));

      lv_lay_rule (lay, LV_RULE_GRID, x, plot->y, x, bottom);
      if (i % every != 0 || left < last)
        continue;
      lay_tick (self, text, (LvRect) { left, bottom + ceil (line / 2.0), width, line }, LV_ALIGN_CENTER);
      last = left + width + 4.0;
    }
}

static void
lay_cross (Scatter *self, double *cross_x, double *cross_y)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  double x = lv_figure_get_axis (lay->figure, LV_FIGURE_X)->cross;
  double y = lv_figure_get_axis (lay->figure, LV_FIGURE_Y)->cross;

  *cross_x = isnan (x) ? NAN : floor (place_x (self, x) + 0.5);
  *cross_y = isnan (y) ? NAN : floor (lv_lay_y (lay, y) + 0.5);
  if (!isnan (*cross_x))
    lv_lay_rule (lay, LV_RULE_REFERENCE, *cross_x, plot->y, *cross_x, plot->y + plot->height);
  if (!isnan (*cross_y))
    lv_lay_rule (lay, LV_RULE_REFERENCE, plot->x, *cross_y, plot->x + plot->width, *cross_y);
}

static gboolean
add_point (Scatter *self, LvFigureRole role, int category)
{
  LvLay *lay = self->lay;
  LvLayoutPoint point = { .category = category, .marker = TRUE };
  int highlight = -1;
  double x;
  double y;

  if (!lv_figure_get_place (lay->figure, role, category, &x, &y))
    return FALSE;
  lv_figure_get_highlight (lay->figure, NULL, &highlight);
  point.series = lv_figure_find_form (lay->figure, LV_FIGURE_Y, role);
  if (point.series < 0)
    point.series = lv_figure_find_form (lay->figure, LV_FIGURE_X, role);
  point.x = place_x (self, x);
  point.y = lv_lay_y (lay, y);
  point.period = lv_figure_get_period (lay->figure, point.series, category);
  point.status = lv_figure_get_point (lay->figure, point.series, category)->status;
  point.scenario = role == LV_FIGURE_SCENARIO;
  point.strong = category == highlight;
  point.muted = highlight >= 0 && category != highlight;
  g_array_append_val (lay->out->points, point);
  lv_lay_mark_place (lay, point.series, category, point.x + 12.0, point.y - 12.0);
  return TRUE;
}

static void
add_arrow (LvLay *lay, guint from, guint to)
{
  LvLayoutPoint *old = &g_array_index (lay->out->points, LvLayoutPoint, from);
  const LvLayoutPoint *new = &g_array_index (lay->out->points, LvLayoutPoint, to);
  double length = hypot (new->x - old->x, new->y - old->y);
  LvLayoutArrow *arrow;

  old->muted = TRUE;
  old->strong = FALSE;
  if (length < ARROW_LEAST)
    return;
  arrow = lv_lay_arrow (lay, old->category, new->category);
  lv_lay_point_to (arrow->outline, old->x, old->y);
  lv_lay_point_to (arrow->outline, new->x - (new->x - old->x) / length * ARROW_STOP,
                   new->y - (new->y - old->y) / length * ARROW_STOP);
}

static void
lay_points (Scatter *self)
{
  GArray *points = self->lay->out->points;
  int highlight = -1;

  lv_figure_get_highlight (self->lay->figure, NULL, &highlight);
  /* The one that is pointed out lies on top. */
  for (int pass = 0; pass < 2; pass++)
    for (int c = 0; c < lv_figure_n_categories (self->lay->figure); c++)
      {
        gboolean is_base;

        if ((c == highlight) != (pass == 1))
          continue;
        is_base = add_point (self, LV_FIGURE_BASELINE, c);
        if (add_point (self, LV_FIGURE_SCENARIO, c) && is_base)
          add_arrow (self->lay, points->len - 2, points->len - 1);
      }
}

/* Everything between heading and footing. */
void
lv_lay_scatter (LvLay *lay)
{
  Scatter self = { .lay = lay };
  g_autoptr (GArray) aside = g_array_new (FALSE, TRUE, sizeof (LvLayoutBox));
  double cross_x;
  double cross_y;

  lv_lay_collect_legend (lay);
  lv_lay_legend (lay);
  lv_lay_collect_aside (lay, aside);
  lv_lay_aside (lay, aside);
  find_range (&self);
  lay->out->has_values = self.any;
  init_ticks (&self, 1, &lay->out->ticks, (int) (lay->area.height / (lay->line[LV_STYLE_VALUE] * 3.0)));
  init_ticks (&self, 0, &self.x, (int) (lay->area.width / (lay->line[LV_STYLE_VALUE] * 6.0)));
  lay_frame (&self);
  if (!self.any)
    {
      lv_lay_empty (lay);
      return;
    }
  lay_y_axis (&self);
  lay_x_axis (&self);
  lay_cross (&self, &cross_x, &cross_y);
  lay_points (&self);
  lv_lay_scatter_labels (lay, cross_x, cross_y);
}
