/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-private.h"

#include <math.h>
#include <string.h>

LvFigureKind
lv_figure_get_kind (const LvFigure *self)
{
  return self->kind;
}

const char *
lv_figure_get_title (const LvFigure *self)
{
  return self->title;
}

const char *
lv_figure_get_subtitle (const LvFigure *self)
{
  return self->subtitle;
}

const char *
lv_figure_get_source (const LvFigure *self)
{
  return self->source;
}

const char *
lv_figure_get_unit (const LvFigure *self)
{
  return self->unit;
}

int
lv_figure_get_decimals (const LvFigure *self)
{
  return self->decimals;
}

const char *
lv_figure_get_language (const LvFigure *self)
{
  return self->language;
}

LvFigureScenarioForm
lv_figure_get_scenario_form (const LvFigure *self)
{
  return self->scenario_form;
}

/** Returns: the month (year * 12 + month - 1) of the first category; -1 where categories are no months */
int
lv_figure_get_months (const LvFigure *self)
{
  return self->first_month;
}

/**
 * lv_figure_get_good:
 * @self: a figure
 *
 * Returns: which way its changes are good
 */
LvFigureGood
lv_figure_get_good (const LvFigure *self)
{
  return self->good;
}

/**
 * lv_figure_get_word:
 * @self: a figure
 * @word: which word
 *
 * Returns: (transfer none): the pack's word, or the Danish default
 */
const char *
lv_figure_get_word (const LvFigure *self, LvFigureWord word)
{
  g_return_val_if_fail (word < LV_N_WORDS, "");
  return self->words[word] != NULL ? self->words[word] : lv_figure_word_default (word);
}

/**
 * lv_figure_get_highlight:
 * @self: a figure
 * @series: (out) (optional): the series brought forward, or -1
 * @category: (out) (optional): the category brought forward, or -1
 */
void
lv_figure_get_highlight (const LvFigure *self, int *series, int *category)
{
  if (series != NULL)
    *series = self->highlight_series < (int) self->series->len ? self->highlight_series : -1;
  if (category != NULL)
    *category = self->highlight_category < (int) self->categories->len
                  ? self->highlight_category
                  : -1;
}

int
lv_figure_n_notes (const LvFigure *self)
{
  return (int) self->notes->len;
}

const char *
lv_figure_get_note (const LvFigure *self, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int) self->notes->len, NULL);
  return g_ptr_array_index (self->notes, i);
}

int
lv_figure_n_references (const LvFigure *self)
{
  return (int) self->references->len;
}

const LvFigureReference *
lv_figure_get_reference (const LvFigure *self, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int) self->references->len, NULL);
  return &g_array_index (self->references, LvFigureReference, i);
}

int
lv_figure_n_categories (const LvFigure *self)
{
  return (int) self->categories->len;
}

const LvFigureCategory *
lv_figure_get_category (const LvFigure *self, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int) self->categories->len, NULL);
  return &g_array_index (self->categories, LvFigureCategory, i);
}

int
lv_figure_n_series (const LvFigure *self)
{
  return (int) self->series->len;
}

const LvFigureSeries *
lv_figure_get_series (const LvFigure *self, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int) self->series->len, NULL);
  return &g_array_index (self->series, LvFigureSeries, i);
}

/**
 * lv_figure_get_point:
 * @self: a figure
 * @series: an index
 * @category: an index
 *
 * Returns: (transfer none) (nullable): the point, or NULL outside the figure
 */
const LvFigurePoint *
lv_figure_get_point (const LvFigure *self, int series, int category)
{
  if (series < 0 || series >= (int) self->series->len)
    return NULL;
  if (category < 0 || category >= (int) self->categories->len)
    return NULL;
  return &g_array_index (g_array_index (self->series, LvFigureSeries, series).points,
                         LvFigurePoint, category);
}

/**
 * lv_figure_is_drawn:
 * @self: a figure
 * @series: an index
 * @category: an index
 *
 * Returns: whether the point has a number, so neither missing nor absent
 */
gboolean
lv_figure_is_drawn (const LvFigure *self, int series, int category)
{
  const LvFigurePoint *point = lv_figure_get_point (self, series, category);

  return point != NULL && point->status != LV_FIGURE_MISSING && point->status != LV_FIGURE_ABSENT;
}

/* An item of a plane stands where two numbers say. */
static gboolean
is_placed (const LvFigure *self, int category, LvFigureRole role)
{
  int x = lv_figure_find_form (self, LV_FIGURE_X, role);
  int y = lv_figure_find_form (self, LV_FIGURE_Y, role);

  return x >= 0 && y >= 0 && lv_figure_is_drawn (self, x, category) && lv_figure_is_drawn (self, y, category);
}

static gboolean
category_has_numbers (const LvFigure *self, int category)
{
  if (lv_figure_is_plane (self))
    return is_placed (self, category, LV_FIGURE_BASELINE) || is_placed (self, category, LV_FIGURE_SCENARIO);
  for (int s = 0; s < lv_figure_n_series (self); s++)
    if (lv_figure_is_drawn (self, s, category))
      return TRUE;
  return FALSE;
}

/**
 * lv_figure_has_numbers:
 * @self: a figure
 *
 * Returns: whether there is anything to see: a number, or rows or boxes, which need none
 */
gboolean
lv_figure_has_numbers (const LvFigure *self)
{
  if (lv_figure_has_height (self))
    return lv_figure_n_categories (self) > 0;
  for (int c = 0; c < lv_figure_n_categories (self); c++)
    if (category_has_numbers (self, c))
      return TRUE;
  return FALSE;
}

/**
 * lv_figure_get_period:
 * @self: a figure
 * @series: an index
 * @category: an index
 *
 * Returns: what the number is: the series' own period if it has one, else the category's
 */
LvFigurePeriod
lv_figure_get_period (const LvFigure *self, int series, int category)
{
  const LvFigureSeries *own = lv_figure_get_series (self, series);
  const LvFigureCategory *column = lv_figure_get_category (self, category);

  g_return_val_if_fail (own != NULL && column != NULL, LV_FIGURE_PERIOD_NONE);
  return own->period != LV_FIGURE_PERIOD_NONE ? own->period : column->period;
}

/**
 * lv_figure_find_baseline:
 * @self: a figure
 * @series: an index
 *
 * Returns: the baseline series with the same id and form, @series itself if it is the baseline,
 *   or -1 for a scenario series without one
 */
int
lv_figure_find_baseline (const LvFigure *self, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (self, series);

  g_return_val_if_fail (own != NULL, -1);
  if (own->role == LV_FIGURE_BASELINE)
    return series;
  for (int i = 0; i < (int) self->series->len; i++)
    {
      const LvFigureSeries *other = lv_figure_get_series (self, i);

      if (other->role == LV_FIGURE_BASELINE && other->form == own->form
          && g_str_equal (other->id, own->id))
        return i;
    }
  return -1;
}

/**
 * lv_figure_has_scenario:
 * @self: a figure
 *
 * Returns: whether any series shows a scenario
 */
gboolean
lv_figure_has_scenario (const LvFigure *self)
{
  for (int i = 0; i < (int) self->series->len; i++)
    if (lv_figure_get_series (self, i)->role == LV_FIGURE_SCENARIO)
      return TRUE;
  return FALSE;
}

/**
 * lv_figure_format:
 * @self: a figure
 * @value: a finite number
 * @decimals: how many decimals
 *
 * Returns: (transfer full): the number, by the caller's callback; without one with a decimal
 *   comma and nothing else, whatever the locale
 */
char *
lv_figure_format (const LvFigure *self, double value, int decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 32];
  char format[16];
  char *comma;

  if (self->format != NULL)
    return self->format (value, decimals, self->format_data);
  g_snprintf (format, sizeof format, "%%.%d%c", decimals, fabs (value) < 1e15 ? 'f' : 'e');
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  comma = strchr (buffer, '.');
  if (comma != NULL)
    *comma = ',';
  return g_strdup (buffer);
}

/* Each axis of a plane has a unit of its own. */
static int
decimals_of (const LvFigure *self, int series)
{
  LvFigureForm form = lv_figure_get_series (self, series)->form;

  return form == LV_FIGURE_X || form == LV_FIGURE_Y ? lv_figure_get_axis (self, form)->decimals
                                                    : self->decimals;
}

/**
 * lv_figure_dup_value_text:
 * @self: a figure
 * @series: an index
 * @category: an index
 *
 * Returns: (transfer full): what the reader is shown for this point
 */
char *
lv_figure_dup_value_text (const LvFigure *self, int series, int category)
{
  const LvFigurePoint *point = lv_figure_get_point (self, series, category);

  g_return_val_if_fail (point != NULL, NULL);
  if (point->text != NULL)
    return g_strdup (point->text);
  if (point->status == LV_FIGURE_MISSING)
    return g_strdup (lv_figure_get_word (self, LV_WORD_MISSING));
  if (point->status == LV_FIGURE_ABSENT)
    return g_strdup ("");
  if (self->kind == LV_FIGURE_TIMELINE)
    return lv_figure_dup_day (self, point->value);
  return lv_figure_format (self, point->value, decimals_of (self, series));
}

/**
 * lv_figure_dup_change:
 * @self: a figure
 * @series: an index
 * @category: an index
 *
 * Returns: (transfer full): what the reader is shown for a step of a waterfall: a change with its
 *   sign, a sum as it is
 */
char *
lv_figure_dup_change (const LvFigure *self, int series, int category)
{
  const LvFigureCategory *own = lv_figure_get_category (self, category);
  char *text = lv_figure_dup_value_text (self, series, category);
  char *signed_text;

  if (own->step == LV_FIGURE_SUM || !lv_figure_is_drawn (self, series, category)
      || !(lv_figure_get_point (self, series, category)->value > 0.0)
      || !g_ascii_isdigit (text[0]) || strspn (text, "0,.") == strlen (text))
    return text;
  signed_text = g_strconcat ("+", text, NULL);
  g_free (text);
  return signed_text;
}

/**
 * lv_figure_dup_alt:
 * @self: a figure
 *
 * Returns: (transfer full): the alternative text that was set, else the default description
 */
char *
lv_figure_dup_alt (const LvFigure *self)
{
  return self->alt != NULL ? g_strdup (self->alt) : lv_figure_describe (self);
}
