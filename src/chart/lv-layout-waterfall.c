/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A waterfall: sums stand on zero, each change on what came before it.  A change is told by its
 * sign and by an arrow; its colour says whether it is for the better or the worse, where the figure
 * knows which way is good.  One that is missing leaves the level where it is, with a gap in the
 * connecting line. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

/* Offsets to the series' own colour, which the sums have. */
#define COLOR_CHANGE 3
#define COLOR_BETTER 2
#define COLOR_WORSE 1

static gboolean
is_sum (const LvLay *lay, int category)
{
  return lv_figure_get_category (lay->figure, category)->step == LV_FIGURE_SUM;
}

/**
 * lv_lay_waterfall_ends:
 * @from: (out caller-allocates) (array): where each category's bar begins
 * @to: (out caller-allocates) (array): and where it ends
 */
void
lv_lay_waterfall_ends (const LvLay *lay, int series, double *from, double *to)
{
  double level = 0.0;

  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      gboolean drawn = lv_figure_is_drawn (lay->figure, series, c);
      double value = drawn ? lv_figure_get_point (lay->figure, series, c)->value : 0.0;

      from[c] = is_sum (lay, c) && drawn ? 0.0 : level;
      to[c] = from[c] + value;
      level = to[c];
    }
}

/* From the end of one bar to where the next one begins. */
static void
connect (LvLay *lay, const LvRect *before, const LvRect *own, double level)
{
  double y = floor (lv_lay_y (lay, level) + 0.5);

  lv_lay_rule (lay, LV_RULE_CONNECTOR, before->x + before->width, y, own->x, y);
}

static int
change_color (const LvLay *lay, double value)
{
  LvFigureGood good = lv_figure_get_good (lay->figure);

  if (good == LV_FIGURE_GOOD_UNKNOWN || !(fabs (value) > 0.0))
    return COLOR_CHANGE;
  return (value > 0.0) == (good == LV_FIGURE_GOOD_UP) ? COLOR_BETTER : COLOR_WORSE;
}

static void
lay_step (const LvLayColumns *self, int series, int category, LvRect rect)
{
  LvLay *lay = self->lay;
  double value = lv_figure_get_point (lay->figure, series, category)->value;
  gboolean scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  LvLayoutBar *bar = lv_lay_add_bar (self, rect, series, category,
                                     lv_lay_shares_column (self, series));

  if (!is_sum (lay, category))
    bar->color += change_color (lay, value);
  if (scenario)
    lv_lay_frame_bar (self, rect, series, category);
}

static void
lay_missing (const LvLayColumns *self, int series, int category, LvRect rect)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  double height = MIN (lay->line[LV_STYLE_NOTE] + 4.0, plot->height);

  rect.y = CLAMP (rect.y - height - 1.0, plot->y, plot->y + plot->height - height);
  rect.height = height;
  lv_lay_missing_box (lay, rect, series, category, lv_lay_dup_missing (lay, series, category));
}

static void
lay_series (const LvLayColumns *self, int series)
{
  LvLay *lay = self->lay;
  int n = lv_figure_n_categories (lay->figure);
  g_autofree double *from = g_new0 (double, n);
  g_autofree double *to = g_new0 (double, n);
  LvRect before = { 0 };
  gboolean joined = FALSE;

  lv_lay_waterfall_ends (lay, series, from, to);
  for (int c = 0; c < n; c++)
    {
      LvFigureStatus status = lv_figure_get_point (lay->figure, series, c)->status;
      LvRect rect = lv_lay_column_rect (self, lv_lay_column_x (self, series, c), from[c], to[c]);

      if (status == LV_FIGURE_MISSING)
        lay_missing (self, series, c, rect);
      if (!lv_figure_is_drawn (lay->figure, series, c))
        {
          joined = joined && status == LV_FIGURE_ABSENT;
          continue;
        }
      /* Over the grundprognose a frame needs no thread of its own. */
      if (joined && !lv_lay_shares_column (self, series))
        connect (lay, &before, &rect, to[c - 1]);
      lay_step (self, series, c, rect);
      before = rect;
      joined = TRUE;
    }
}

/* "▲ +12" or "▼ −12"; a sum as it is. */
static char *
dup_step (const LvLay *lay, int series, int category, gboolean arrow)
{
  g_autofree char *text = lv_figure_dup_change (lay->figure, series, category);
  double value = lv_figure_get_point (lay->figure, series, category)->value;

  if (!arrow || is_sum (lay, category) || !(fabs (value) > 0.0))
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s %s", value > 0.0 ? "▲" : "▼", text);
}

/* Within the bar of the grundprognose, under the upper edge of the frame over it. */
static int
find_cover (const LvLay *lay, const LvLayoutBar *frame, const LvRect *rect)
{
  for (guint i = 0; i < lay->out->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (lay->out->bars, LvLayoutBar, i);

      if (frame->hollow && !bar->hollow && bar->category == frame->category
          && rect->x >= bar->rect.x && rect->x + rect->width <= bar->rect.x + bar->rect.width
          && rect->y >= bar->rect.y
          && rect->y + rect->height <= MIN (bar->rect.y + bar->rect.height,
                                            frame->rect.y + frame->rect.height))
        return (int) i;
    }
  return -1;
}

static gboolean
has_room (const LvLay *lay, const LvRect *rect)
{
  return rect->width <= lay->slot * 1.4 && lv_lay_is_free (lay, rect);
}

static void
label_step (const LvLayColumns *self, const LvLayoutBar *bar, gboolean arrow)
{
  LvLay *lay = self->lay;
  LvTextStyle style = is_sum (lay, bar->category) ? LV_STYLE_VALUE_STRONG : LV_STYLE_VALUE;
  g_autofree char *text = dup_step (lay, bar->series, bar->category, arrow);
  gboolean down = is_sum (lay, bar->category)
                  && lv_figure_get_point (lay->figure, bar->series, bar->category)->value < 0.0;
  double margin = bar->scenario ? 3.0 : 1.0;
  LvRect rect = { 0.0, 0.0, lv_lay_width (lay, style, text), lay->line[style] };
  double places[] = { bar->rect.y - rect.height - margin, bar->rect.y + bar->rect.height + margin };
  int on = -1;
  LvLayoutText *item;

  rect.x = bar->rect.x + (bar->rect.width - rect.width) / 2.0;
  rect.y = places[down ? 1 : 0];
  if (!has_room (lay, &rect))
    rect.y = places[down ? 0 : 1];
  if (!has_room (lay, &rect))
    {
      rect.y = bar->rect.y + 2.0;
      on = find_cover (lay, bar, &rect);
      if (on < 0)
        return;
    }
  item = lv_lay_text (lay, LV_TEXT_VALUE, style, LV_ALIGN_CENTER, text, rect);
  item->series = bar->series;
  item->category = bar->category;
  item->bar = on;
  item->ink = on >= 0 ? LV_INK_ON_FILL : LV_INK;
}

/* All with arrows or none: whether each has room for its own. */
static gboolean
arrows_fit (const LvLayColumns *self)
{
  LvLay *lay = self->lay;

  for (guint i = 0; i < lay->out->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (lay->out->bars, LvLayoutBar, i);
      g_autofree char *text = dup_step (lay, bar->series, bar->category, TRUE);

      if (lv_lay_width (lay, LV_STYLE_VALUE, text) > lay->slot / (lv_lay_beside (lay) ? 2.0 : 1.0))
        return FALSE;
    }
  return TRUE;
}

/* A scenario's number is written where it is another. */
static gboolean
is_written (const LvLay *lay, const LvLayoutBar *bar)
{
  g_autofree char *text = lv_figure_dup_value_text (lay->figure, bar->series, bar->category);

  return !lv_lay_is_repeated (lay, bar->series, bar->category, text);
}

void
lv_lay_waterfall (LvLay *lay)
{
  LvLayColumns columns = { 0 };
  gboolean arrows;

  lv_lay_columns_init (&columns, lay);
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    if (lv_lay_is_column (lay, s))
      lay_series (&columns, s);
  arrows = arrows_fit (&columns);
  /* The scenario's first: where both have no room, it is what the picture is about. */
  for (int role = 1; role >= 0; role--)
    for (guint i = 0; i < lay->out->bars->len; i++)
      {
        const LvLayoutBar *bar = &g_array_index (lay->out->bars, LvLayoutBar, i);

        if (bar->scenario == (role == 1) && is_written (lay, bar))
          label_step (&columns, bar, arrows);
      }
}
