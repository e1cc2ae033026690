/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stacks of bars, the scenario's beside or over them, and parts of 100 %. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-bars.h"

#include <math.h>

typedef struct {
  double up;
  double down;
  GString *missing;             /* (owned) (nullable) */
  int first_missing;
} StackSum;

static void
note_missing (LvLayBars *self, int series, int category, StackSum *sum)
{
  g_autofree char *text = lv_lay_dup_missing (self->lay, series, category);

  if (sum->missing == NULL)
    sum->first_missing = series;
  sum->missing = sum->missing == NULL ? g_string_new (NULL) : sum->missing;
  g_string_append_printf (sum->missing, "%s%s", sum->missing->len > 0 ? "; " : "", text);
}

static void
stack_series (LvLayBars *self, int series, int category, double y, StackSum *sum)
{
  const LvFigure *figure = self->lay->figure;
  double value = lv_bars_is_share (self) ? lv_figure_get_share (figure, series, category)
                                 : lv_figure_get_point (figure, series, category)->value;
  double *end = value < 0.0 ? &sum->down : &sum->up;
  gboolean on_zero = !(fabs (*end) > 0.0);
  LvRect rect;

  if (lv_figure_get_point (figure, series, category)->status == LV_FIGURE_MISSING)
    note_missing (self, series, category, sum);
  if (!lv_figure_is_drawn (figure, series, category) || isnan (value))
    return;
  rect = lv_bars_bar_rect (self, y, *end, *end + value);
  *end += value;
  /* A line of background between the parts of a stack, on the side towards zero. */
  if (!on_zero && rect.width > 2.0)
    {
      rect.width -= 1.0;
      rect.x += value > 0.0 ? 1.0 : 0.0;
    }
  lv_bars_add_bar (self, rect, series, category, FALSE);
  lv_bars_label_inside (self, series, category);
}

/* A box instead of the row's parts, that says whether one is missing or they are no parts. */
static void
lay_mark (LvLayBars *self, int series, int category, gboolean any_missing, const char *full)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  const char *word = lv_figure_get_word (lay->figure, LV_WORD_NO_SHARES);
  double height = MIN (MAX (self->thickness, lay->line[LV_STYLE_NOTE] + 2.0), self->pitch);
  double middle = lv_bars_lane_y (self, category, lv_bars_lane_of (self, series))
                  + self->thickness / 2.0;
  LvRect rect = { plot->x, middle - height / 2.0, plot->width, MAX (height, 0.5) };
  LvLayoutBox box = { rect, LV_BOX_MISSING, series, category,
                      lv_lay_color (lay->figure, series), FALSE, NULL };
  LvLayoutText *item;

  if (any_missing)
    {
      lv_lay_missing_box (lay, rect, series, category, g_strdup (full));
      return;
    }
  box.full = g_strdup (full);
  g_array_append_val (lay->out->boxes, box);
  if (lv_lay_width (lay, LV_STYLE_NOTE, word) + 2.0 > plot->width
      || lay->line[LV_STYLE_NOTE] > height)
    return;
  item = lv_lay_rows_text (&self->rows, LV_TEXT_MISSING, LV_STYLE_NOTE, word,
                           plot->x + plot->width / 2.0, middle, LV_ALIGN_CENTER);
  item->series = series;
  item->category = category;
  item->full = g_strdup (full);
}

/* Without one of its parts nothing of a row can be said in percent: all of it is marked. */
static gboolean
mark_row (LvLayBars *self, int category, LvFigureRole role)
{
  LvLay *lay = self->lay;
  g_autoptr (GString) full = g_string_new (NULL);
  gboolean any_missing = FALSE;
  int first = -1;

  if (!lv_bars_is_share (self) || !isnan (lv_figure_get_whole (lay->figure, role, category)))
    return FALSE;
  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    {
      const LvFigurePoint *point = lv_figure_get_point (lay->figure, i, category);
      g_autofree char *text = lv_figure_dup_value_text (lay->figure, i, category);
      g_autofree char *missing = lv_lay_dup_missing (lay, i, category);

      if (!lv_lay_is_column (lay, i) || lv_bars_role_of (self, i) != role
          || point->status == LV_FIGURE_ABSENT)
        continue;
      if (first < 0 || (point->status == LV_FIGURE_MISSING
                        && lv_figure_is_drawn (lay->figure, first, category)))
        first = i;
      any_missing = any_missing || point->status == LV_FIGURE_MISSING;
      if (point->status == LV_FIGURE_MISSING)
        g_string_append_printf (full, "%s; ", missing);
      else
        g_string_append_printf (full, "%s: %s; ", lv_figure_get_series (lay->figure, i)->label, text);
    }
  g_string_append (full, lv_figure_get_word (lay->figure, LV_WORD_NO_SHARES));
  if (first >= 0)
    lay_mark (self, first, category, any_missing, full->str);
  return TRUE;
}

void
lv_bars_lay_stack (LvLayBars *self, int category, LvFigureRole role)
{
  LvLay *lay = self->lay;
  int lane = role == LV_FIGURE_SCENARIO && self->n_lanes > 1 ? 1 : 0;
  StackSum sum = { 0 };
  double y = lv_bars_lane_y (self, category, lane);
  double left;
  double right;

  if (mark_row (self, category, role))
    return;

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    if (lv_lay_is_column (lay, i) && lv_bars_role_of (self, i) == role)
      stack_series (self, i, category, y, &sum);
  left = floor (lv_lay_rows_x (lay, sum.down) + 0.5);
  right = floor (lv_lay_rows_x (lay, sum.up) + 0.5);
  if (role == LV_FIGURE_SCENARIO)
    lv_bars_frame_scenario (self, (LvRect) { left, y, right - left, self->thickness }, category);
  if (sum.missing != NULL)
    lv_bars_missing_at (self, sum.first_missing, category, lay->out->has_values ? right : lv_bars_zero_x (self),
                g_string_free (sum.missing, FALSE));
}

static void
stack_series_over (LvLayBars *self, int series, int category, double y, StackSum *sum)
{
  LvLay *lay = self->lay;
  double value = lv_bars_is_share (self) ? lv_figure_get_share (lay->figure, series, category)
                                 : lv_figure_get_point (lay->figure, series, category)->value;
  double *end = value < 0.0 ? &sum->down : &sum->up;
  double ear = MIN (3.0, self->rows.pitch * 0.08);
  LvRect rect;
  double x;

  if (isnan (value))
    return;
  rect = lv_bars_bar_rect (self, y, *end, *end + value);
  *end += value;
  x = floor (lv_lay_rows_x (lay, *end) + 0.5);
  lv_lay_rule (lay, LV_RULE_SCENARIO, x, y - 2.0 - ear, x, y - 2.0);
  lv_lay_rule (lay, LV_RULE_SCENARIO, x, y + self->thickness + 2.0, x,
               y + self->thickness + 2.0 + ear);
  rect.y -= 2.0;
  rect.height += 4.0;
  lv_bars_add_bar (self, rect, series, category, TRUE);
}

/* Over: the scenario's stack is a frame around the baseline's, with an ear at each side where one
 * part ends and the next begins. */
void
lv_bars_lay_stack_over (LvLayBars *self, int category)
{
  LvLay *lay = self->lay;
  double y = lv_bars_lane_y (self, category, 0);
  StackSum sum = { 0 };
  double left;

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    if (lv_lay_is_column (lay, i) && lv_figure_is_drawn (lay->figure, i, category)
        && lv_bars_role_of (self, i) == LV_FIGURE_SCENARIO)
      stack_series_over (self, i, category, y, &sum);
  left = floor (lv_lay_rows_x (lay, sum.down) + 0.5);
  lv_bars_frame_scenario (self, (LvRect) { left, y - 2.0, floor (lv_lay_rows_x (lay, sum.up) + 0.5) - left,
                                   self->thickness + 4.0 }, category);
}
