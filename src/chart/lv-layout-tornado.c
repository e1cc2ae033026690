/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tornado: a row for each assumption, from the result at its low value to the result at its high
 * one, on both sides of the result as it is.  What stands at the ends are the assumption's values
 * (the figure's remarks on those numbers); the scale says the results.  A scenario has rows of its
 * own under those of the grundprognose, around its own result. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-rows.h"

#include <math.h>

#define THICKEST 2.6
#define VALUE_GAP 4.0

typedef struct {
  LvLayRows rows;
  LvLay *lay;
  int n_lanes;                  /* in one row */
  double pitch;                 /* from one lane to the next */
  double thickness;
  gboolean values;
} Tornado;

static LvFigureRole
role_of (const Tornado *self, int series)
{
  return lv_figure_get_series (self->lay->figure, series)->role;
}

/* The scenario's result is the second line, where there is one. */
static gboolean
get_result (const Tornado *self, LvFigureRole role, double *result)
{
  int n = lv_figure_n_references (self->lay->figure);
  int i = role == LV_FIGURE_SCENARIO && n > 1 ? 1 : 0;

  if (i >= n)
    return FALSE;
  *result = lv_figure_get_reference (self->lay->figure, i)->value;
  return TRUE;
}

static int
find_form (const Tornado *self, LvFigureForm form, LvFigureRole role)
{
  for (int i = 0; i < lv_figure_n_series (self->lay->figure); i++)
    if (lv_figure_get_series (self->lay->figure, i)->form == form && role_of (self, i) == role)
      return i;
  return -1;
}

/* The other end of the same row and role; -1 if it has no number. */
static int
other_end (const Tornado *self, int series, int category)
{
  LvFigureForm form = lv_figure_get_series (self->lay->figure, series)->form;
  int other = find_form (self, form == LV_FIGURE_LOW ? LV_FIGURE_HIGH : LV_FIGURE_LOW,
                         role_of (self, series));

  return other >= 0 && lv_figure_is_drawn (self->lay->figure, other, category) ? other : -1;
}

static double
value_of (const Tornado *self, int series, int category)
{
  return lv_figure_get_point (self->lay->figure, series, category)->value;
}

/* Which way the end lies; where the result does not move, away from the other end. */
static gboolean
is_left (const Tornado *self, int series, int category)
{
  double result = 0.0;
  int other = other_end (self, series, category);

  get_result (self, role_of (self, series), &result);
  if (fabs (value_of (self, series, category) - result) > 0.0)
    return value_of (self, series, category) < result;
  if (other >= 0 && fabs (value_of (self, other, category) - result) > 0.0)
    return value_of (self, other, category) > result;
  return lv_figure_get_series (self->lay->figure, series)->form == LV_FIGURE_LOW;
}

/* Both ends on one side of the result share the row's height. */
static gboolean
is_one_sided (const Tornado *self, int series, int category)
{
  int other = other_end (self, series, category);

  return other >= 0 && is_left (self, series, category) == is_left (self, other, category);
}

static LvRect
end_rect (const Tornado *self, int series, int category)
{
  LvLay *lay = self->lay;
  int lane = role_of (self, series) == LV_FIGURE_SCENARIO && self->n_lanes > 1 ? 1 : 0;
  double result = value_of (self, series, category);
  double y = lv_lay_rows_y (&self->rows, category) + (lane - self->n_lanes / 2.0) * self->pitch
             + (self->pitch - self->thickness) / 2.0;
  double a;
  double b;
  LvRect rect;

  get_result (self, role_of (self, series), &result);
  a = floor (lv_lay_rows_x (lay, result) + 0.5);
  b = floor (lv_lay_rows_x (lay, value_of (self, series, category)) + 0.5);
  rect = (LvRect) { MIN (a, b), y, fabs (a - b), MAX (self->thickness, 0.5) };
  if (is_one_sided (self, series, category))
    {
      rect.height /= 2.0;
      rect.y += lv_figure_get_series (lay->figure, series)->form == LV_FIGURE_HIGH ? rect.height
                                                                                   : 0.0;
    }
  if (rect.width < 1.0 && fabs (value_of (self, series, category) - result) > 0.0)
    rect = (LvRect) { rect.x - (is_left (self, series, category) ? 1.0 : 0.0), rect.y, 1.0,
                      rect.height };
  return rect;
}

static const char *
remark_at (const Tornado *self, int series, int category)
{
  const LvFigure *figure = self->lay->figure;

  for (int i = 0; i < lv_figure_n_annotations (figure); i++)
    {
      const LvFigureNote *own = lv_figure_get_annotation (figure, i);

      if (own->series == series && own->category == category)
        return own->text;
    }
  return NULL;
}

static gboolean
is_end (const Tornado *self, int series)
{
  LvFigureForm form = lv_figure_get_series (self->lay->figure, series)->form;

  return form == LV_FIGURE_LOW || form == LV_FIGURE_HIGH;
}

static gboolean
is_written (const Tornado *self, int series, int category)
{
  int other = other_end (self, series, category);
  double result = 0.0;

  if (!is_end (self, series) || !lv_figure_is_drawn (self->lay->figure, series, category)
      || remark_at (self, series, category) == NULL)
    return FALSE;
  if (!is_one_sided (self, series, category))
    return TRUE;
  /* There is room for one of two numbers: that of the further end. */
  get_result (self, role_of (self, series), &result);
  return fabs (value_of (self, series, category) - result)
         > fabs (value_of (self, other, category) - result);
}

static void
need_values (Tornado *self)
{
  LvLay *lay = self->lay;

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
      if (is_written (self, s, c))
        lv_lay_rows_need (&self->rows, value_of (self, s, c),
                          lv_lay_width (lay, LV_STYLE_VALUE, remark_at (self, s, c)) + VALUE_GAP + 3.0,
                          is_left (self, s, c));
}

static void
write_value (Tornado *self, int series, int category)
{
  LvRect rect = end_rect (self, series, category);
  gboolean left = is_left (self, series, category);
  LvLayoutText *item
    = lv_lay_rows_text (&self->rows, LV_TEXT_VALUE, LV_STYLE_VALUE,
                        remark_at (self, series, category),
                        left ? rect.x - VALUE_GAP : rect.x + rect.width + VALUE_GAP,
                        rect.y + rect.height / 2.0, left ? LV_ALIGN_END : LV_ALIGN_START);

  item->series = series;
  item->category = category;
}

static gboolean
is_muted (const Tornado *self, int category)
{
  int highlight = -1;

  lv_figure_get_highlight (self->lay->figure, NULL, &highlight);
  return highlight >= 0 && highlight != category;
}

static void
lay_end (Tornado *self, int series, int category)
{
  LvLay *lay = self->lay;
  LvLayoutBar bar = { .series = series, .category = category };
  LvLayoutBox box = { { 0 }, LV_BOX_SCENARIO, -1, category, -1, FALSE, NULL };

  bar.rect = end_rect (self, series, category);
  bar.color = lv_figure_get_series (lay->figure, series)->form == LV_FIGURE_LOW ? 0 : 1;
  bar.status = lv_figure_get_point (lay->figure, series, category)->status;
  bar.muted = is_muted (self, category);
  bar.scenario = role_of (self, series) == LV_FIGURE_SCENARIO;
  box.rect = bar.rect;
  g_array_append_val (lay->out->bars, bar);
  if (bar.scenario && bar.rect.width > 0.0)
    g_array_append_val (lay->out->boxes, box);
}

/* A result that can't be computed: a box at the side where that end would be. */
static void
lay_missing (Tornado *self, int series, int category)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  int lane = role_of (self, series) == LV_FIGURE_SCENARIO && self->n_lanes > 1 ? 1 : 0;
  gboolean low = lv_figure_get_series (lay->figure, series)->form == LV_FIGURE_LOW;
  double width = MIN (lv_lay_width (lay, LV_STYLE_NOTE,
                                    lv_figure_get_word (lay->figure, LV_WORD_MISSING)) + 8.0,
                      plot->width / 2.0);
  double height = MIN (MAX (self->thickness, lay->line[LV_STYLE_NOTE]), self->pitch);
  double x = plot->x + plot->width / 2.0;
  double result;
  LvRect rect;

  if (lay->out->has_values && get_result (self, role_of (self, series), &result))
    x = lv_lay_rows_x (lay, result);
  rect = (LvRect) { low ? x - width - 1.0 : x + 1.0,
                    lv_lay_rows_y (&self->rows, category)
                      + (lane + 0.5 - self->n_lanes / 2.0) * self->pitch - height / 2.0,
                    width, MAX (height, 0.5) };
  rect.x = CLAMP (rect.x, plot->x, MAX (plot->x + plot->width - width, plot->x));
  lv_lay_missing_box (lay, rect, series, category, lv_lay_dup_missing (lay, series, category));
}

static void
collect_legend (Tornado *self)
{
  LvLay *lay = self->lay;

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    {
      LvLayLabel label = { .series = i, .has_swatch = TRUE, .role = LV_TEXT_LEGEND,
                           .style = LV_STYLE_LABEL };

      if (!is_end (self, i) || role_of (self, i) != LV_FIGURE_BASELINE)
        continue;
      label.full = g_strdup (lv_figure_get_series (lay->figure, i)->label);
      label.swatch.kind = LV_SWATCH_FILL;
      label.swatch.series = i;
      label.swatch.color = lv_figure_get_series (lay->figure, i)->form == LV_FIGURE_LOW ? 0 : 1;
      g_array_append_val (lay->legend, label);
    }
  lv_lay_collect_legend (lay);
}

static void
plan_lanes (Tornado *self)
{
  double line = self->lay->line[LV_STYLE_LABEL];

  self->n_lanes = lv_figure_has_scenario (self->lay->figure) ? 2 : 1;
  self->pitch = MIN (self->rows.pitch * 0.86 / self->n_lanes, line * THICKEST);
  self->thickness = self->pitch > 8.0 ? floor (self->pitch - 2.0) : self->pitch * 0.8;
}

void
lv_lay_tornado (LvLay *lay)
{
  Tornado self = { .lay = lay };
  int n = lv_figure_n_categories (lay->figure);

  collect_legend (&self);
  lv_lay_rows_init (&self.rows, lay,
                    lay->out->has_values ? MIN (lv_figure_n_references (lay->figure), 2) : 0, -1);
  plan_lanes (&self);
  self.values = self.pitch >= lay->line[LV_STYLE_VALUE] - 1.0;
  if (self.values)
    need_values (&self);
  self.values = lv_lay_rows_place (&self.rows) && self.values;
  lv_lay_rows_frame (&self.rows);
  for (int c = 0; c < n; c++)
    for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
      {
        if (is_end (&self, s) && lv_figure_is_drawn (lay->figure, s, c))
          lay_end (&self, s, c);
        else if (is_end (&self, s)
                 && lv_figure_get_point (lay->figure, s, c)->status == LV_FIGURE_MISSING)
          lay_missing (&self, s, c);
        if (self.values && is_written (&self, s, c))
          write_value (&self, s, c);
      }
  lv_lay_drop_overlaps (lay);
  lv_lay_rows_cut_references (&self.rows);
  lv_lay_rows_clear (&self.rows);
}
