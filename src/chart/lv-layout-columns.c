/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stacked and grouped columns, with missing numbers and the scenario beside or over. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

/* A column wider than this looks like a wall. */
#define STACK_MAX 92.0
#define GROUP_MAX 54.0

gboolean
lv_lay_shares_column (const LvLayColumns *self, int series)
{
  const LvFigure *figure = self->lay->figure;

  return lv_lay_over (self->lay)
         && lv_figure_get_series (figure, series)->role == LV_FIGURE_SCENARIO
         && lv_figure_find_baseline (figure, series) >= 0;
}

/* Grouped: the columns in order, each scenario right of its baseline. */
static int
column_of (const LvLayColumns *self, int series)
{
  const LvFigure *figure = self->lay->figure;
  int base = lv_figure_find_baseline (figure, series);
  int own = base < 0 ? series : base;
  int column = 0;

  for (int i = 0; i < lv_figure_n_series (figure); i++)
    {
      int other = lv_figure_find_baseline (figure, i);

      other = other < 0 ? i : other;
      if (lv_lay_is_column (self->lay, i) && !lv_lay_shares_column (self, i)
          && (other < own || (other == own && i < series)))
        column++;
    }
  return lv_lay_shares_column (self, series) ? column_of (self, base) : column;
}

static int
count_columns (const LvLayColumns *self)
{
  int n = 0;

  if (lv_figure_is_stacked (self->lay->figure))
    return lv_lay_beside (self->lay) ? 2 : 1;
  for (int i = 0; i < lv_figure_n_series (self->lay->figure); i++)
    if (lv_lay_is_column (self->lay, i) && !lv_lay_shares_column (self, i))
      n++;
  return MAX (n, 1);
}

void
lv_lay_columns_init (LvLayColumns *self, LvLay *lay)
{
  gboolean stacked = lv_figure_is_stacked (lay->figure);
  double group;
  double gap;

  self->lay = lay;
  self->n_columns = count_columns (self);
  group = lay->slot * (self->n_columns == 1 ? 0.66 : 0.8);
  self->pitch = MIN (group / self->n_columns, stacked ? STACK_MAX : GROUP_MAX);
  gap = self->n_columns > 1 && self->pitch > 7.0 ? 2.0 : 0.0;
  self->width = self->pitch - gap;
  if (self->width >= 6.0)
    self->width = floor (self->width);
  self->start = (lay->slot - self->pitch * self->n_columns + gap) / 2.0;
}

static double
column_x (const LvLayColumns *self, int category, int column)
{
  double x = lv_lay_slot_x (self->lay, category) + self->start + column * self->pitch;

  return self->width >= 6.0 ? floor (x + 0.5) : x;
}

/* The left edge of the series' own column, where each series has one. */
double
lv_lay_column_x (const LvLayColumns *self, int series, int category)
{
  return column_x (self, category, column_of (self, series));
}

/* The rectangle between two values.  A number that is not zero is never thinner than a point. */
LvRect
lv_lay_column_rect (const LvLayColumns *self, double x, double from, double to)
{
  double a = floor (lv_lay_y (self->lay, from) + 0.5);
  double b = floor (lv_lay_y (self->lay, to) + 0.5);
  LvRect rect = { x, MIN (a, b), self->width, fabs (a - b) };

  if (rect.height < 1.0 && fabs (to - from) > 0.0)
    {
      rect.height = 1.0;
      rect.y -= to > from ? 1.0 : 0.0;
    }
  return rect;
}

LvLayoutBar *
lv_lay_add_bar (const LvLayColumns *self, LvRect rect, int series, int category, gboolean hollow)
{
  LvLay *lay = self->lay;
  LvLayoutBar bar = { .rect = rect, .series = series, .category = category, .hollow = hollow };

  bar.color = lv_lay_color (lay->figure, series);
  bar.period = lv_figure_get_period (lay->figure, series, category);
  bar.status = lv_figure_get_point (lay->figure, series, category)->status;
  bar.muted = lv_lay_muted (lay, series);
  bar.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  g_array_append_val (lay->out->bars, bar);
  lv_lay_mark_status (lay, series, category, rect.x + rect.width, rect.y);
  return &g_array_index (lay->out->bars, LvLayoutBar, lay->out->bars->len - 1);
}

/* The value inside its bar, where there is room for all of it. */
static void
label_inside (const LvLayColumns *self, int series, int category)
{
  LvLay *lay = self->lay;
  int last = (int) lay->out->bars->len - 1;
  const LvRect *bar = &g_array_index (lay->out->bars, LvLayoutBar, last).rect;
  g_autofree char *text = lv_lay_dup_value (lay, series, category);
  double width = lv_lay_width (lay, LV_STYLE_VALUE, text);
  double height = lay->line[LV_STYLE_VALUE];
  LvLayoutText *item;

  if (width + 4.0 > bar->width || height > bar->height)
    return;
  item = lv_lay_text (lay, LV_TEXT_VALUE, LV_STYLE_VALUE, LV_ALIGN_CENTER, text,
                      (LvRect) { bar->x + (bar->width - width) / 2.0,
                                 bar->y + (bar->height - height) / 2.0, width, height });
  item->ink = LV_INK_ON_FILL;
  item->bar = last;
  item->series = series;
  item->category = category;
}

/* Takes @full. */
void
lv_lay_missing_box (LvLay *lay, LvRect rect, int series, int category, char *full)
{
  LvLayoutBox box = { rect, LV_BOX_MISSING, series, category,
                      lv_lay_is_column (lay, series)
                          || lv_figure_draws_lines (lay->figure)
                        ? lv_lay_color (lay->figure, series)
                        : -1,
                      FALSE, full };
  const char *words[] = { lv_figure_get_word (lay->figure, LV_WORD_MISSING),
                          lv_figure_get_word (lay->figure, LV_WORD_MISSING_SIGN) };

  g_array_append_val (lay->out->boxes, box);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double width = lv_lay_width (lay, LV_STYLE_NOTE, words[i]);
      double height = lay->line[LV_STYLE_NOTE];
      LvLayoutText *item;

      if (width + 2.0 > rect.width || height > rect.height)
        continue;
      item = lv_lay_text (lay, LV_TEXT_MISSING, LV_STYLE_NOTE, LV_ALIGN_CENTER, words[i],
                          (LvRect) { rect.x + (rect.width - width) / 2.0,
                                     rect.y + (rect.height - height) / 2.0, width, height });
      item->series = series;
      item->category = category;
      item->full = g_strdup (full);
      return;
    }
}

typedef struct {
  double up;
  double down;
  GString *missing;             /* (owned) (nullable) */
  int first_missing;
} StackSum;

static void
stack_series (const LvLayColumns *self, int series, int category, double x, StackSum *sum)
{
  LvLay *lay = self->lay;
  const LvFigurePoint *point = lv_figure_get_point (lay->figure, series, category);
  double value = lv_lay_value (lay, series, category);
  double *end = value < 0.0 ? &sum->down : &sum->up;
  gboolean on_zero = !(fabs (*end) > 0.0);
  LvRect rect;

  if (point->status == LV_FIGURE_MISSING)
    {
      g_autofree char *text = lv_lay_dup_missing (lay, series, category);

      if (sum->missing == NULL)
        sum->first_missing = series;
      sum->missing = sum->missing == NULL ? g_string_new (NULL) : sum->missing;
      g_string_append_printf (sum->missing, "%s%s", sum->missing->len > 0 ? "; " : "", text);
    }
  if (!lv_figure_is_drawn (lay->figure, series, category) || isnan (value))
    return;
  rect = lv_lay_column_rect (self, x, *end, *end + value);
  *end += value;
  /* A line of background between the parts of a stack, on the side towards zero. */
  if (!on_zero && rect.height > 2.0)
    {
      rect.height -= 1.0;
      rect.y += value < 0.0 ? 1.0 : 0.0;
    }
  lv_lay_add_bar (self, rect, series, category, FALSE);
  label_inside (self, series, category);
}

static void
frame_scenario (const LvLayColumns *self, const LvLayStack *stack, int category, double margin)
{
  LvLayoutBox box = { { stack->x - margin, stack->top, stack->width + 2.0 * margin,
                        stack->bottom - stack->top },
                      LV_BOX_SCENARIO, -1, category, -1, FALSE, NULL };

  if (box.rect.height > 0.0)
    g_array_append_val (self->lay->out->boxes, box);
}

/* "Botilbud: mangler; STU: kan ikke vises som andele" */
static char *
dup_no_shares (const LvLay *lay, int category, LvFigureRole role, int *first)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    {
      const LvFigurePoint *point = lv_figure_get_point (lay->figure, i, category);
      g_autofree char *text = NULL;

      if (!lv_lay_is_column (lay, i) || lv_figure_get_series (lay->figure, i)->role != role
          || point->status == LV_FIGURE_ABSENT)
        continue;
      if (point->status != LV_FIGURE_MISSING)
        text = lv_figure_dup_value_text (lay->figure, i, category);
      /* The first missing one is what the pointer finds there. */
      if (*first < 0 || (text == NULL && lv_figure_is_drawn (lay->figure, *first, category)))
        *first = i;
      if (out->len > 0)
        g_string_append (out, "; ");
      if (text != NULL)
        g_string_append_printf (out, "%s: %s", lv_figure_get_series (lay->figure, i)->label, text);
      else
        {
          g_autofree char *missing = lv_lay_dup_missing (lay, i, category);

          g_string_append (out, missing);
        }
    }
  g_string_append_printf (out, " (%s)", lv_figure_get_word (lay->figure, LV_WORD_NO_SHARES));
  return g_string_free (out, FALSE);
}

/* Without one of its parts nothing of a column can be said in percent: all of it is marked. */
static gboolean
mark_column (const LvLayColumns *self, int category, LvFigureRole role, LvLayStack *stack)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  LvRect rect = { stack->x, plot->y, self->width, plot->height };
  int first = -1;
  char *full;

  if (!lv_figure_draws_shares (lay->figure)
      || !isnan (lv_figure_get_whole (lay->figure, role, category)))
    return FALSE;
  stack->top = plot->y;
  stack->bottom = plot->y + plot->height;
  full = dup_no_shares (lay, category, role, &first);
  if (first < 0)
    g_free (full);
  else
    lv_lay_missing_box (lay, rect, first, category, full);
  return TRUE;
}

static void
lay_stack (const LvLayColumns *self, int category, LvFigureRole role)
{
  LvLay *lay = self->lay;
  int column = role == LV_FIGURE_SCENARIO && self->n_columns > 1 ? 1 : 0;
  LvLayStack *stack = &lay->stacks[2 * category + (int) role];
  StackSum sum = { 0 };
  double box_height = lay->line[LV_STYLE_NOTE] + 2.0;

  stack->x = column_x (self, category, column);
  stack->width = self->width;
  if (mark_column (self, category, role, stack))
    return;
  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    if (lv_lay_is_column (lay, i) && lv_figure_get_series (lay->figure, i)->role == role)
      stack_series (self, i, category, stack->x, &sum);
  stack->top = floor (lv_lay_y (lay, sum.up) + 0.5);
  stack->bottom = floor (lv_lay_y (lay, sum.down) + 0.5);
  if (role == LV_FIGURE_SCENARIO)
    frame_scenario (self, stack, category, 0.0);
  if (sum.missing == NULL)
    return;
  stack->top -= box_height + 1.0;
  lv_lay_missing_box (lay, (LvRect) { stack->x, stack->top, stack->width, box_height },
                      sum.first_missing, category, g_string_free (sum.missing, FALSE));
}

static void
stack_series_over (const LvLayColumns *self, int series, int category, double x, StackSum *sum)
{
  LvLay *lay = self->lay;
  double value = lv_lay_value (lay, series, category);
  double *end = value < 0.0 ? &sum->down : &sum->up;
  LvRect rect;
  double y;

  if (isnan (value))
    return;
  rect = lv_lay_column_rect (self, x, *end, *end + value);
  *end += value;
  y = floor (lv_lay_y (lay, *end) + 0.5);
  lv_lay_rule (lay, LV_RULE_SCENARIO, x - 6.0, y, x - 3.0, y);
  lv_lay_rule (lay, LV_RULE_SCENARIO, x + self->width + 3.0, y, x + self->width + 6.0, y);
  rect.x -= 3.0;
  rect.width += 6.0;
  lv_lay_add_bar (self, rect, series, category, TRUE);
}

/* Over: the scenario's stack is a frame around the baseline's column, with an ear at each side
 * where one part ends and the next begins. */
static void
lay_stack_over (const LvLayColumns *self, int category)
{
  LvLay *lay = self->lay;
  LvLayStack *stack = &lay->stacks[2 * category + 1];
  StackSum sum = { 0 };

  stack->x = column_x (self, category, 0);
  stack->width = self->width;
  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    if (lv_lay_is_column (lay, i) && lv_figure_is_drawn (lay->figure, i, category)
        && lv_figure_get_series (lay->figure, i)->role == LV_FIGURE_SCENARIO)
      stack_series_over (self, i, category, stack->x, &sum);
  stack->top = floor (lv_lay_y (lay, sum.up) + 0.5);
  stack->bottom = floor (lv_lay_y (lay, sum.down) + 0.5);
  frame_scenario (self, stack, category, 3.0);
}

static gboolean
group_labels_fit (const LvLayColumns *self)
{
  LvLay *lay = self->lay;
  double room = self->n_columns == 1 ? lay->slot - 4.0 : self->pitch - 3.0;

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    for (int c = 0; lv_lay_is_column (lay, s) && c < lv_figure_n_categories (lay->figure); c++)
      {
        g_autofree char *text = lv_figure_dup_value_text (lay->figure, s, c);

        if (lv_figure_is_drawn (lay->figure, s, c)
            && lv_lay_width (lay, LV_STYLE_VALUE, text) > room)
          return FALSE;
      }
  return TRUE;
}

/* The value at the end of its bar; over a frame the scenario's value alone. */
static void
label_outside (const LvLayColumns *self, int series, int category, LvRect rect, double reach)
{
  LvLay *lay = self->lay;
  g_autofree char *text = lv_figure_dup_value_text (lay->figure, series, category);
  double width = lv_lay_width (lay, LV_STYLE_VALUE, text);
  double height = lay->line[LV_STYLE_VALUE];
  gboolean down = lv_figure_get_point (lay->figure, series, category)->value < 0.0;
  LvRect at = { rect.x + (rect.width - width) / 2.0, 0.0, width, height };
  LvLayoutText *item;

  at.y = down ? MAX (rect.y + rect.height, reach) + 1.0 : MIN (rect.y, reach) - height - 1.0;
  item = lv_lay_text (lay, LV_TEXT_VALUE, LV_STYLE_VALUE, LV_ALIGN_CENTER, text, at);
  item->series = series;
  item->category = category;
}

static gboolean
is_covered (const LvLayColumns *self, int series, int category)
{
  for (int i = 0; i < lv_figure_n_series (self->lay->figure); i++)
    if (i != series && lv_lay_is_column (self->lay, i) && lv_lay_shares_column (self, i)
        && lv_figure_find_baseline (self->lay->figure, i) == series
        && lv_figure_is_drawn (self->lay->figure, i, category))
      return TRUE;
  return FALSE;
}

/* A missing scenario over a baseline: the frame that is not there is dashed.  Where the
 * baseline is missing too, its own box says so. */
static void
frame_missing (const LvLayColumns *self, int series, int category)
{
  LvLay *lay = self->lay;
  int base = lv_figure_find_baseline (lay->figure, series);
  const LvLayoutBar *bar = lv_layout_find_bar (lay->out, base, category);
  LvLayoutBox box = { { 0 }, LV_BOX_MISSING, series, category, -1, TRUE, NULL };

  if (bar == NULL)
    return;
  box.rect = (LvRect) { bar->rect.x - 2.0, bar->rect.y, bar->rect.width + 4.0,
                        bar->rect.height };
  box.full = lv_lay_dup_missing (lay, series, category);
  g_array_append_val (lay->out->boxes, box);
}

static void
lay_group_missing (const LvLayColumns *self, int series, int category, double x)
{
  LvLay *lay = self->lay;
  double height = MIN (lay->line[LV_STYLE_NOTE] + 4.0, lay->out->plot.height);
  double zero = lay->out->has_values ? lv_lay_y (lay, 0.0)
                                     : lay->out->plot.y + lay->out->plot.height;

  lv_lay_missing_box (lay, (LvRect) { x, MAX (zero - height - 1.0, lay->out->plot.y),
                                      self->width, height },
                      series, category, lv_lay_dup_missing (lay, series, category));
}

void
lv_lay_frame_bar (const LvLayColumns *self, LvRect rect, int series, int category)
{
  LvLayStack frame = { rect.y, rect.y + rect.height, rect.x, rect.width };

  frame_scenario (self, &frame, category, lv_lay_shares_column (self, series) ? 2.0 : 0.0);
}

/* A scenario's bar is framed; over its baseline it is only the frame.  Returns how far the
 * baseline's bar reaches, which a label must clear too. */
static double
frame_group (const LvLayColumns *self, int series, int category, LvRect rect, double reach)
{
  LvLay *lay = self->lay;
  int base = lv_figure_find_baseline (lay->figure, series);
  gboolean shares = lv_lay_shares_column (self, series);

  if (lv_figure_get_series (lay->figure, series)->role != LV_FIGURE_SCENARIO)
    return reach;
  lv_lay_frame_bar (self, rect, series, category);
  if (!shares || !lv_figure_is_drawn (lay->figure, base, category))
    return reach;
  return lv_lay_y (lay, lv_figure_get_point (lay->figure, base, category)->value);
}

static void
lay_group_bar (const LvLayColumns *self, int series, int category, gboolean labels)
{
  LvLay *lay = self->lay;
  const LvFigurePoint *point = lv_figure_get_point (lay->figure, series, category);
  double x = lv_lay_column_x (self, series, category);
  LvRect rect;
  double reach;

  if (point->status == LV_FIGURE_MISSING && lv_lay_shares_column (self, series))
    frame_missing (self, series, category);
  else if (point->status == LV_FIGURE_MISSING)
    lay_group_missing (self, series, category, x);
  if (!lv_figure_is_drawn (lay->figure, series, category))
    return;
  rect = lv_lay_column_rect (self, x, 0.0, point->value);
  reach = rect.y + (point->value < 0.0 ? rect.height : 0.0);
  lv_lay_add_bar (self, rect, series, category, lv_lay_shares_column (self, series));
  reach = frame_group (self, series, category, rect, reach);
  if (labels && !is_covered (self, series, category))
    label_outside (self, series, category, rect, reach);
}

void
lv_lay_columns (LvLay *lay)
{
  LvLayColumns columns = { 0 };
  gboolean stacked = lv_figure_is_stacked (lay->figure);
  gboolean labels;

  if (lv_figure_draws_lines (lay->figure))
    return;
  lv_lay_columns_init (&columns, lay);
  labels = !stacked && group_labels_fit (&columns);
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      if (stacked)
        lay_stack (&columns, c, LV_FIGURE_BASELINE);
      if (stacked && lv_lay_beside (lay))
        lay_stack (&columns, c, LV_FIGURE_SCENARIO);
      if (stacked && lv_lay_over (lay))
        lay_stack_over (&columns, c);
      for (int s = 0; !stacked && s < lv_figure_n_series (lay->figure); s++)
        if (lv_lay_is_column (lay, s))
          lay_group_bar (&columns, s, c, labels);
    }
}
