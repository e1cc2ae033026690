/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers at the ends of bars and in the parts of stacks. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-bars.h"

#include <math.h>

#define VALUE_GAP 4.0

char *
lv_bars_dup_text (const LvLayBars *self, int series, int category)
{
  double share = lv_bars_is_share (self) ? lv_figure_get_share (self->lay->figure, series, category) : NAN;

  return isnan (share) ? lv_figure_dup_value_text (self->lay->figure, series, category)
                       : lv_figure_dup_percent (self->lay->figure, share);
}

/* Whether a frame of the scenario is drawn over the bar: then its number is the one written. */
static gboolean
is_covered (const LvLayBars *self, int series, int category)
{
  const LvFigure *figure = self->lay->figure;

  if (!lv_lay_over (self->lay) || lv_bars_role_of (self, series) == LV_FIGURE_SCENARIO)
    return FALSE;
  for (int i = 0; i < lv_figure_n_series (figure); i++)
    if (lv_bars_role_of (self, i) == LV_FIGURE_SCENARIO && lv_figure_find_baseline (figure, i) == series
        && lv_figure_is_drawn (figure, i, category))
      return TRUE;
  return FALSE;
}

/* Whether a number stands at the end of the bar, or of the stack. */
gboolean
lv_bars_is_written (const LvLayBars *self, int series, int category)
{
  LvFigureForm form = lv_figure_get_series (self->lay->figure, series)->form;

  if (!lv_figure_is_drawn (self->lay->figure, series, category) || lv_bars_is_share (self)
      || is_covered (self, series, category))
    return FALSE;
  return form == (lv_bars_is_stacked (self) ? LV_FIGURE_TOTAL : LV_FIGURE_MARK);
}

LvTextStyle
lv_bars_style_of (const LvLayBars *self)
{
  return lv_bars_is_stacked (self) ? LV_STYLE_VALUE_STRONG : LV_STYLE_VALUE;
}

/* The end that a number of a stack stands at: of the positive parts, unless it is negative. */
static double
end_of (const LvLayBars *self, int series, int category)
{
  const LvFigure *figure = self->lay->figure;
  double value = lv_figure_get_point (figure, series, category)->value;
  double end = 0.0;

  for (int i = 0; lv_bars_is_stacked (self) && i < lv_figure_n_series (figure); i++)
    if (lv_lay_is_column (self->lay, i) && lv_figure_is_drawn (figure, i, category)
        && (lv_lay_over (self->lay) || lv_bars_role_of (self, i) == lv_bars_role_of (self, series)))
      {
        double part = lv_figure_get_point (figure, i, category)->value;

        end += (part < 0.0) == (value < 0.0) ? part : 0.0;
      }
  return lv_bars_is_stacked (self) ? CLAMP (end, self->lay->low, self->lay->high) : value;
}

/* The frame over a bar may reach further than the number that is written. */
static double
furthest_end (const LvLayBars *self, int series, int category)
{
  int base = lv_figure_find_baseline (self->lay->figure, series);
  double end = end_of (self, series, category);

  if (lv_bars_is_stacked (self) || !lv_bars_shares_lane (self, series)
      || !lv_figure_is_drawn (self->lay->figure, base, category))
    return end;
  return end < 0.0 ? MIN (end, lv_figure_get_point (self->lay->figure, base, category)->value)
                   : MAX (end, lv_figure_get_point (self->lay->figure, base, category)->value);
}

/* A stack that a number is missing in has a box at its end. */
static double
box_width (const LvLayBars *self, LvFigureRole role, int category)
{
  const LvFigure *figure = self->lay->figure;

  for (int i = 0; lv_bars_is_stacked (self) && i < lv_figure_n_series (figure); i++)
    if (lv_lay_is_column (self->lay, i) && lv_bars_role_of (self, i) == role
        && lv_figure_get_point (figure, i, category)->status == LV_FIGURE_MISSING)
      return lv_lay_width (self->lay, LV_STYLE_NOTE,
                           lv_figure_get_word (figure, LV_WORD_MISSING)) + 9.0;
  return 0.0;
}

void
lv_bars_need_values (LvLayBars *self)
{
  const LvFigure *figure = self->lay->figure;

  for (int s = 0; s < lv_figure_n_series (figure); s++)
    for (int c = 0; c < lv_figure_n_categories (figure); c++)
      {
        g_autofree char *text = NULL;

        if (!lv_bars_is_written (self, s, c))
          continue;
        text = lv_bars_dup_text (self, s, c);
        lv_lay_rows_need (&self->rows, furthest_end (self, s, c),
                          lv_lay_width (self->lay, lv_bars_style_of (self), text) + VALUE_GAP + 3.0
                            + box_width (self, lv_bars_role_of (self, s), c),
                          lv_figure_get_point (figure, s, c)->value < 0.0);
      }
}

void
lv_bars_write_value (LvLayBars *self, int series, int category)
{
  LvLay *lay = self->lay;
  gboolean down = lv_figure_get_point (lay->figure, series, category)->value < 0.0;
  int lane = lv_bars_lane_of (self, series);
  double x = lv_lay_rows_x (lay, furthest_end (self, series, category));
  g_autofree char *text = lv_bars_dup_text (self, series, category);
  LvLayoutText *item;

  x = down ? x - VALUE_GAP : MAX (x, *lv_bars_reach_of (self, category, lane)) + VALUE_GAP;
  if (!down && x + lv_lay_width (lay, lv_bars_style_of (self), text) > lay->area.x + lay->area.width)
    return;
  item = lv_lay_rows_text (&self->rows, lv_bars_is_stacked (self) ? LV_TEXT_TOTAL : LV_TEXT_VALUE,
                           lv_bars_style_of (self), text, x,
                           lv_bars_lane_y (self, category, lane) + self->thickness / 2.0,
                           down ? LV_ALIGN_END : LV_ALIGN_START);
  item->series = series;
  item->category = category;
}

/* Inside its bar, where there is room for all of it. */
void
lv_bars_label_inside (LvLayBars *self, int series, int category)
{
  LvLay *lay = self->lay;
  int last = (int) lay->out->bars->len - 1;
  const LvRect *bar = &g_array_index (lay->out->bars, LvLayoutBar, last).rect;
  g_autofree char *text = lv_bars_dup_text (self, series, category);
  LvLayoutText *item;

  if (lv_lay_width (lay, LV_STYLE_VALUE, text) + 5.0 > bar->width
      || lay->line[LV_STYLE_VALUE] > bar->height + 1.0)
    return;
  item = lv_lay_rows_text (&self->rows, LV_TEXT_VALUE, LV_STYLE_VALUE, text,
                           bar->x + bar->width / 2.0, bar->y + bar->height / 2.0, LV_ALIGN_CENTER);
  item->ink = LV_INK_ON_FILL;
  item->bar = last;
  item->series = series;
  item->category = category;
}
