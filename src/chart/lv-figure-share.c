/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of 100 %.  A share is what is drawn; the number itself stays in tooltip and table. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-private.h"

#include <math.h>

/** Returns: whether the kind draws each number as its part of 100 % */
gboolean
lv_figure_draws_shares (const LvFigure *self)
{
  return self->kind == LV_FIGURE_COLUMNS_SHARE || self->kind == LV_FIGURE_BARS_SHARE;
}

/**
 * lv_figure_get_whole:
 * @self: a figure
 * @role: the grundprognose or the scenario
 * @category: an index
 *
 * Returns: the sum of the parts, or NaN where they are not parts of something: one is missing or
 *   negative, there are none, or all are 0
 */
double
lv_figure_get_whole (const LvFigure *self, LvFigureRole role, int category)
{
  double sum = 0.0;

  for (int i = 0; i < lv_figure_n_series (self); i++)
    {
      const LvFigureSeries *own = lv_figure_get_series (self, i);
      const LvFigurePoint *point = lv_figure_get_point (self, i, category);

      if (own->form != LV_FIGURE_MARK || own->role != role
          || point->status == LV_FIGURE_ABSENT)
        continue;
      if (!lv_figure_is_drawn (self, i, category) || point->value < 0.0)
        return NAN;
      sum += point->value;
    }
  return sum > 0.0 ? sum : NAN;
}

/**
 * lv_figure_get_share:
 * @self: a figure
 * @series: an index
 * @category: an index
 *
 * Returns: in percent how much of its category the number is, or NaN
 */
double
lv_figure_get_share (const LvFigure *self, int series, int category)
{
  const LvFigureSeries *own = lv_figure_get_series (self, series);

  g_return_val_if_fail (own != NULL, NAN);
  if (own->form != LV_FIGURE_MARK || !lv_figure_is_drawn (self, series, category))
    return NAN;
  return 100.0 * lv_figure_get_point (self, series, category)->value
         / lv_figure_get_whole (self, own->role, category);
}

/**
 * lv_figure_dup_percent:
 * @self: a figure
 * @percent: a finite number
 *
 * Returns: (transfer full): "34 %", with what the document's language writes
 */
char *
lv_figure_dup_percent (const LvFigure *self, double percent)
{
  g_autofree char *number = lv_figure_format (self, percent, 0);
  g_auto (GStrv) parts = g_strsplit (lv_figure_get_word (self, LV_WORD_PERCENT), "{a}", 2);

  return g_strjoinv (number, parts);
}
