/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alternative text of the kinds whose rows have two ends: a sentence for each row. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-describe-rows.h"

#include <math.h>

/* More rows than this are not all told. */
#define ROWS_MAX 8

static void
append (GString *out, char *sentence)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, sentence);
  g_free (sentence);
}

static double
shown (const LvFigure *self, int series, int category)
{
  double scale = pow (10.0, lv_figure_get_decimals (self));
  double value = lv_figure_get_point (self, series, category)->value * scale;

  return (value < 0.0 ? -1.0 : 1.0) * floor (fabs (value) + 0.5 + 1e-9) / scale;
}

/**
 * lv_figure_dup_difference:
 * @self: a figure
 * @from: a series
 * @to: another
 * @category: where both have a number
 *
 * Returns: (transfer full): how much more @to is, with its sign; from the numbers as shown, so that
 *   what is written adds up
 */
char *
lv_figure_dup_difference (const LvFigure *self, int from, int to, int category)
{
  double difference = shown (self, to, category) - shown (self, from, category);
  int decimals = lv_figure_get_decimals (self);
  g_autofree char *text = NULL;

  if (fabs (difference) < 0.25 * pow (10.0, -decimals))
    difference = 0.0;
  text = lv_figure_format (self, difference, decimals);
  return g_strconcat (difference > 0.0 ? "+" : "", text, NULL);
}

/* The series of a form and role; the @skip first ones are passed over. */
static int
find_series (const LvFigure *self, LvFigureForm form, LvFigureRole role, int skip)
{
  for (int i = 0; i < lv_figure_n_series (self); i++)
    if (lv_figure_get_series (self, i)->form == form
        && lv_figure_get_series (self, i)->role == role && skip-- == 0)
      return i;
  return -1;
}

/* A scenario that changes only one end has the other in common with the grundprognose. */
static int
in_role (const LvFigure *self, int base, LvFigureRole role, int category)
{
  for (int i = 0; role == LV_FIGURE_SCENARIO && base >= 0 && i < lv_figure_n_series (self); i++)
    if (lv_figure_get_series (self, i)->role == role && lv_figure_find_baseline (self, i) == base
        && lv_figure_get_point (self, i, category)->status != LV_FIGURE_ABSENT)
      return i;
  return base;
}

typedef struct {
  int first;
  int second;
} Ends;

static gboolean
get_ends (const LvFigure *self, LvFigureRole role, int category, Ends *ends)
{
  Ends base = { find_series (self, LV_FIGURE_MARK, LV_FIGURE_BASELINE, 0),
                find_series (self, LV_FIGURE_MARK, LV_FIGURE_BASELINE, 1) };

  ends->first = in_role (self, base.first, role, category);
  ends->second = in_role (self, base.second, role, category);
  return base.first >= 0 && base.second >= 0
         && (role == LV_FIGURE_BASELINE || ends->first != base.first || ends->second != base.second);
}

static gboolean
are_drawn (const LvFigure *self, const Ends *ends, int category)
{
  return lv_figure_is_drawn (self, ends->first, category)
         && lv_figure_is_drawn (self, ends->second, category);
}

static char *
dup_row_label (const LvFigure *self, LvFigureRole role, int category)
{
  const char *label = lv_figure_get_category (self, category)->label;

  return role == LV_FIGURE_SCENARIO
           ? lv_figure_fill (self, LV_WORD_SERIES_SCENARIO, "label", label, NULL)
           : g_strdup (label);
}

/* A row of which only one end exists, "Det øvrige socialområde: Aarhus 57." */
static void
append_end (const LvFigure *self, GString *out, const char *label, int series, const char *text)
{
  g_autofree char *end = g_strdup_printf ("%s %s", lv_figure_get_series (self, series)->label, text);

  if (*text != '\0')
    append (out, lv_figure_fill (self, LV_WORD_LIST, "label", label, "list", end, NULL));
}

static void
append_row (const LvFigure *self, GString *out, LvFigureWord word, LvFigureRole role, int category)
{
  Ends ends;
  g_autofree char *label = dup_row_label (self, role, category);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *difference = NULL;

  if (!get_ends (self, role, category, &ends))
    return;
  a = lv_figure_dup_value_text (self, ends.first, category);
  b = lv_figure_dup_value_text (self, ends.second, category);
  if (*a == '\0' || *b == '\0')
    {
      append_end (self, out, label, *a != '\0' ? ends.first : ends.second, *a != '\0' ? a : b);
      return;
    }
  if (are_drawn (self, &ends, category))
    difference = lv_figure_dup_difference (self, ends.first, ends.second, category);
  append (out, lv_figure_fill (self, word, "label", label, "a", a, "b", b, "first",
                               lv_figure_get_series (self, ends.first)->label, "last",
                               lv_figure_get_series (self, ends.second)->label, "list",
                               difference != NULL ? difference
                                                  : lv_figure_get_word (self, LV_WORD_MISSING),
                               NULL));
}

static double
distance (const LvFigure *self, int category)
{
  Ends ends;

  if (!get_ends (self, LV_FIGURE_BASELINE, category, &ends) || !are_drawn (self, &ends, category))
    return NAN;
  return fabs (shown (self, ends.second, category) - shown (self, ends.first, category));
}

static void
append_extremes (const LvFigure *self, GString *out)
{
  int widest = -1;
  int narrowest = -1;

  for (int c = 0; c < lv_figure_n_categories (self); c++)
    {
      double own = distance (self, c);

      if (isnan (own))
        continue;
      if (widest < 0 || own > distance (self, widest))
        widest = c;
      if (narrowest < 0 || own < distance (self, narrowest))
        narrowest = c;
    }
  if (widest < 0)
    return;
  append_row (self, out, LV_WORD_WIDEST, LV_FIGURE_BASELINE, widest);
  append_row (self, out, LV_WORD_NARROWEST, LV_FIGURE_BASELINE, narrowest);
}

/* Of many rows only the one with the largest and the one with the smallest difference are told. */
void
lv_describe_dumbbell (const LvFigure *self, GString *out)
{
  int n = lv_figure_n_categories (self);

  if (n > ROWS_MAX)
    {
      append_extremes (self, out);
      return;
    }
  for (int c = 0; c < n; c++)
    {
      append_row (self, out, LV_WORD_ENDS, LV_FIGURE_BASELINE, c);
      append_row (self, out, LV_WORD_ENDS, LV_FIGURE_SCENARIO, c);
    }
}

/* Tornado */

static const char *
remark_at (const LvFigure *self, int series, int category)
{
  for (int i = 0; i < lv_figure_n_annotations (self); i++)
    {
      const LvFigureNote *own = lv_figure_get_annotation (self, i);

      if (own->series == series && own->category == category)
        return own->text;
    }
  return lv_figure_get_series (self, series)->label;
}

static void
append_swing (const LvFigure *self, GString *out, LvFigureRole role, int category)
{
  int low = find_series (self, LV_FIGURE_LOW, role, 0);
  int high = find_series (self, LV_FIGURE_HIGH, role, 0);
  g_autofree char *label = dup_row_label (self, role, category);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (low < 0 || high < 0
      || (lv_figure_get_point (self, low, category)->status == LV_FIGURE_ABSENT
          && lv_figure_get_point (self, high, category)->status == LV_FIGURE_ABSENT))
    return;
  a = lv_figure_dup_value_text (self, low, category);
  b = lv_figure_dup_value_text (self, high, category);
  append (out, lv_figure_fill (self, LV_WORD_SWING, "label", label, "a", a, "b", b, "first",
                               remark_at (self, low, category), "last",
                               remark_at (self, high, category), NULL));
}

/* The rows are sorted: the first ones move the result most. */
void
lv_describe_tornado (const LvFigure *self, GString *out)
{
  int n = lv_figure_n_categories (self);

  for (int c = 0; c < MIN (n, ROWS_MAX); c++)
    {
      append_swing (self, out, LV_FIGURE_BASELINE, c);
      append_swing (self, out, LV_FIGURE_SCENARIO, c);
    }
  if (n > ROWS_MAX)
    {
      g_autofree char *rest = g_strdup_printf ("%d", n - ROWS_MAX);

      append (out, lv_figure_fill (self, LV_WORD_SWINGS_LESS, "a", rest, NULL));
    }
}
