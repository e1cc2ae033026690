/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Written totals on the stacks.  They are the caller's series: a published total stays what the
 * source printed, also where the parts add up to one more or less. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

static gboolean
is_total (const LvLay *lay, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (lay->figure, series);

  /* With a frame over it a low picture has room for the scenario's total only. */
  if (lay->out->height < 230.0 && lv_lay_over (lay) && own->role == LV_FIGURE_BASELINE)
    return FALSE;
  return !lv_figure_draws_lines (lay->figure) && own->form == LV_FIGURE_TOTAL;
}

static int
count_totals (const LvLay *lay, LvFigureRole role)
{
  int n = 0;

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    if (is_total (lay, i) && lv_figure_get_series (lay->figure, i)->role == role)
      n++;
  return n;
}

static gboolean
any_missing (const LvLay *lay)
{
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    for (int c = 0; lv_lay_is_column (lay, s) && c < lv_figure_n_categories (lay->figure); c++)
      if (lv_figure_get_point (lay->figure, s, c)->status == LV_FIGURE_MISSING)
        return TRUE;
  return FALSE;
}

/* What may stand above the highest bar. */
double
lv_lay_totals_height (LvLay *lay)
{
  int baseline = count_totals (lay, LV_FIGURE_BASELINE);
  int scenario = count_totals (lay, LV_FIGURE_SCENARIO);
  double height = 0.0;

  if (lv_figure_draws_lines (lay->figure))
    return lay->line[LV_STYLE_VALUE] + 7.0;
  if (lv_figure_get_kind (lay->figure) == LV_FIGURE_WATERFALL)
    height = lay->line[LV_STYLE_VALUE_STRONG] + 4.0;
  else if (lv_figure_get_kind (lay->figure) == LV_FIGURE_COLUMNS_GROUPED)
    height = lay->line[LV_STYLE_VALUE] + 2.0;
  else if (any_missing (lay))
    height = lay->line[LV_STYLE_NOTE] + 3.0;
  return height + (lv_lay_over (lay) ? baseline + scenario : MAX (baseline, scenario))
                    * (lay->line[LV_STYLE_VALUE_STRONG] + 1.0);
}

/* Where totals of a role stand: on their own stack, or with a frame over it on both. */
static LvLayStack *
stack_of (LvLay *lay, int series, int category)
{
  LvFigureRole role = lv_figure_get_series (lay->figure, series)->role;

  return &lay->stacks[2 * category + (role == LV_FIGURE_SCENARIO ? 1 : 0)];
}

static void
join_stacks (LvLay *lay)
{
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      LvLayStack *both = &lay->stacks[2 * c];

      both[0].top = both[1].top = MIN (both[0].top, both[1].top);
      both[0].bottom = both[1].bottom = MAX (both[0].bottom, both[1].bottom);
    }
}

/* The scenario's totals, or the grundprognose's where the scenario has none. */
static gboolean
is_last_role (const LvLay *lay, int series, gboolean scenario)
{
  return (lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO) == scenario;
}

/* Both beside each other, or only those of one role over both stacks. */
static gboolean
totals_fit (LvLay *lay, gboolean both)
{
  double room = (both && lv_lay_beside (lay) ? lay->slot * 0.4 : lay->slot) - 3.0;
  gboolean scenario = count_totals (lay, LV_FIGURE_SCENARIO) > 0;

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    for (int c = 0; is_total (lay, s) && (both || is_last_role (lay, s, scenario))
                    && c < lv_figure_n_categories (lay->figure); c++)
      {
        g_autofree char *text = lv_figure_dup_value_text (lay->figure, s, c);

        if (lv_lay_width (lay, LV_STYLE_VALUE_STRONG, text) > room)
          return FALSE;
      }
  return TRUE;
}

/* Where the stack itself says that a number is missing, its total need not say it again. */
static gboolean
is_said (const LvLay *lay, int series, int category)
{
  if (lv_figure_get_point (lay->figure, series, category)->status != LV_FIGURE_MISSING)
    return FALSE;
  for (guint i = 0; i < lay->out->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (lay->out->boxes, LvLayoutBox, i);

      if (box->kind == LV_BOX_MISSING && box->category == category)
        return TRUE;
    }
  return FALSE;
}

static void
lay_total (LvLay *lay, int series, int category)
{
  LvLayStack *stack = stack_of (lay, series, category);
  LvFigureRole role = lv_figure_get_series (lay->figure, series)->role;
  const LvFigurePoint *point = lv_figure_get_point (lay->figure, series, category);
  g_autofree char *text = lv_figure_dup_value_text (lay->figure, series, category);
  gboolean soft = lv_lay_over (lay) && role == LV_FIGURE_BASELINE;
  LvTextStyle style = soft ? LV_STYLE_VALUE : LV_STYLE_VALUE_STRONG;
  double width = lv_lay_width (lay, style, text);
  double height = lay->line[LV_STYLE_VALUE_STRONG];
  double right = lay->out->plot.x + lay->out->plot.width;
  LvRect rect = { stack->x + (stack->width - width) / 2.0, 0.0, width, height };
  LvLayoutText *item;

  rect.x = CLAMP (rect.x, lay->out->plot.x, MAX (right - width, lay->out->plot.x));
  rect.y = point->value < 0.0 ? stack->bottom + 1.0 : stack->top - height - 1.0;
  item = lv_lay_text (lay, LV_TEXT_TOTAL, style, LV_ALIGN_CENTER, text, rect);
  item->series = series;
  item->category = category;
  if (point->value < 0.0)
    stack->bottom += height + 1.0;
  else
    stack->top -= height + 1.0;
  if (lv_lay_over (lay))
    lay->stacks[2 * category + 1] = lay->stacks[2 * category] = *stack;
}

static void
lay_totals_of (LvLay *lay, int series, int first)
{
  for (int c = first; c < lv_figure_n_categories (lay->figure); c++)
    if (lv_figure_get_point (lay->figure, series, c)->status != LV_FIGURE_ABSENT
        && !is_said (lay, series, c))
      lay_total (lay, series, c);
}

/* All totals; where they would run together only the scenario's, and where those would too only
 * that of the last category. */
void
lv_lay_totals (LvLay *lay)
{
  int only = -1;
  gboolean scenario = count_totals (lay, LV_FIGURE_SCENARIO) > 0;
  gboolean both;

  if (!lay->out->has_values || !lv_figure_is_stacked (lay->figure))
    return;
  if (lv_lay_over (lay))
    join_stacks (lay);
  both = totals_fit (lay, TRUE);
  if (both || totals_fit (lay, FALSE))
    {
      if (!both)
        join_stacks (lay);
      for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
        if (is_total (lay, s) && (both || is_last_role (lay, s, scenario)))
          lay_totals_of (lay, s, 0);
      return;
    }
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    if (is_total (lay, s))
      only = s;
  if (only >= 0)
    lay_totals_of (lay, only, MAX (lv_figure_n_categories (lay->figure) - 1, 0));
}
