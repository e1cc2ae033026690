/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-private.h"

#include <math.h>

/* Life: making, sharing, building and comparing.  Reading is in lv-figure-read.c. */

G_DEFINE_BOXED_TYPE (LvFigure, lv_figure, lv_figure_ref, lv_figure_unref)

static void
clear_point (gpointer data)
{
  LvFigurePoint *point = data;

  g_free (point->text);
  g_free (point->reason);
}

static void
clear_category (gpointer data)
{
  LvFigureCategory *category = data;

  g_free (category->label);
  g_free (category->short_label);
  g_free (category->group);
  g_free (category->detail);
  g_free (category->card);
}

static void
clear_series (gpointer data)
{
  LvFigureSeries *series = data;

  g_free (series->id);
  g_free (series->label);
  g_array_unref (series->points);
}

static void
clear_reference (gpointer data)
{
  LvFigureReference *reference = data;

  g_free (reference->label);
}

static void
clear_annotation (gpointer data)
{
  LvFigureNote *annotation = data;

  g_free (annotation->text);
}

static GArray *
array_new (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

/**
 * lv_figure_new:
 * @kind: which kind of chart
 *
 * Returns: (transfer full): an empty figure, open for building
 */
LvFigure *
lv_figure_new (LvFigureKind kind)
{
  LvFigure *self = g_new0 (LvFigure, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->title = g_strdup ("");
  self->language = g_strdup ("da");
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->categories = array_new (sizeof (LvFigureCategory), clear_category);
  self->series = array_new (sizeof (LvFigureSeries), clear_series);
  self->references = array_new (sizeof (LvFigureReference), clear_reference);
  self->annotations = array_new (sizeof (LvFigureNote), clear_annotation);
  self->links = array_new (sizeof (LvFigureLink), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (self->axes); i++)
    {
      self->axes[i].cross = NAN;
      self->axes[i].levels = g_ptr_array_new_with_free_func (g_free);
    }
  self->highlight_series = -1;
  self->highlight_category = -1;
  self->first_month = -1;
  return self;
}

/**
 * lv_figure_ref:
 * @self: a figure
 *
 * Returns: (transfer full): the same figure
 */
LvFigure *
lv_figure_ref (LvFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
figure_free (LvFigure *self)
{
  if (self->format_destroy != NULL)
    self->format_destroy (self->format_data);
  for (int i = 0; i < LV_FIGURE_N_QUADRANTS; i++)
    g_free (self->quadrants[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (self->axes); i++)
    {
      g_free (self->axes[i].title);
      g_free (self->axes[i].unit);
      g_free (self->axes[i].cross_label);
      g_ptr_array_unref (self->axes[i].levels);
    }
  g_array_unref (self->links);
  g_array_unref (self->annotations);
  g_array_unref (self->references);
  g_array_unref (self->series);
  g_array_unref (self->categories);
  g_ptr_array_unref (self->notes);
  for (int i = 0; i < LV_N_WORDS; i++)
    g_free (self->words[i]);
  g_free (self->alt);
  g_free (self->language);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->subtitle);
  g_free (self->title);
  g_free (self);
}

/**
 * lv_figure_unref:
 * @self: (transfer full): a figure
 */
void
lv_figure_unref (LvFigure *self)
{
  g_return_if_fail (self != NULL);
  if (g_atomic_ref_count_dec (&self->refs))
    figure_free (self);
}

/**
 * lv_figure_freeze:
 * @self: a figure
 *
 * Ends the building; afterwards the set and add functions are programming errors.
 */
void
lv_figure_freeze (LvFigure *self)
{
  g_return_if_fail (self != NULL);
  /* Only written once, so that a frozen figure can be laid out by several threads. */
  if (!self->frozen)
    self->frozen = TRUE;
}

/**
 * lv_figure_set_title:
 * @self: a figure
 * @title: what is shown, or for an exported chart its message
 */
void
lv_figure_set_title (LvFigure *self, const char *title)
{
  g_return_if_fail (!self->frozen && title != NULL);
  lv_figure_replace (&self->title, title);
}

/**
 * lv_figure_set_subtitle:
 * @self: a figure
 * @subtitle: (nullable): unit, price level and basis
 */
void
lv_figure_set_subtitle (LvFigure *self, const char *subtitle)
{
  g_return_if_fail (!self->frozen);
  lv_figure_replace (&self->subtitle, subtitle);
}

/**
 * lv_figure_set_source:
 * @self: a figure
 * @source: (nullable): the source line underneath
 */
void
lv_figure_set_source (LvFigure *self, const char *source)
{
  g_return_if_fail (!self->frozen);
  lv_figure_replace (&self->source, source);
}

/**
 * lv_figure_set_unit:
 * @self: a figure
 * @unit: (nullable): the unit as in running text, "mio. kr."
 * @decimals: decimals of a value without a text of its own
 */
void
lv_figure_set_unit (LvFigure *self, const char *unit, int decimals)
{
  g_return_if_fail (!self->frozen && decimals >= 0 && decimals <= 9);
  lv_figure_replace (&self->unit, unit);
  self->decimals = decimals;
}

/**
 * lv_figure_set_language:
 * @self: a figure
 * @language: a language tag; "da" if never set
 */
void
lv_figure_set_language (LvFigure *self, const char *language)
{
  g_return_if_fail (!self->frozen && language != NULL);
  lv_figure_replace (&self->language, language);
}

/**
 * lv_figure_set_alt:
 * @self: a figure
 * @alt: (nullable): the alternative text; lv_figure_describe() writes one if NULL
 */
void
lv_figure_set_alt (LvFigure *self, const char *alt)
{
  g_return_if_fail (!self->frozen);
  lv_figure_replace (&self->alt, alt);
}

/**
 * lv_figure_set_word:
 * @self: a figure
 * @word: which word of the chart
 * @text: (nullable): the pack's word; NULL for the default
 */
void
lv_figure_set_word (LvFigure *self, LvFigureWord word, const char *text)
{
  g_return_if_fail (!self->frozen && word < LV_N_WORDS);
  lv_figure_replace (&self->words[word], text);
}

/**
 * lv_figure_set_format:
 * @self: a figure
 * @format: (nullable): writes axis numbers and values that have no text of their own
 * @user_data: passed to @format
 * @destroy: (nullable): frees @user_data
 */
void
lv_figure_set_format (LvFigure *self, LvFigureFormat format, gpointer user_data,
                      GDestroyNotify destroy)
{
  g_return_if_fail (!self->frozen);
  if (self->format_destroy != NULL)
    self->format_destroy (self->format_data);
  self->format = format;
  self->format_data = user_data;
  self->format_destroy = destroy;
}

/**
 * lv_figure_set_highlight:
 * @self: a figure
 * @series: the series to bring forward, or -1
 * @category: the category to bring forward, or -1
 */
void
lv_figure_set_highlight (LvFigure *self, int series, int category)
{
  g_return_if_fail (!self->frozen);
  self->highlight_series = series;
  self->highlight_category = category;
}

/**
 * lv_figure_set_scenario_form:
 * @self: a figure
 * @form: beside the baseline or outlined over it
 */
void
lv_figure_set_scenario_form (LvFigure *self, LvFigureScenarioForm form)
{
  g_return_if_fail (!self->frozen);
  self->scenario_form = form;
}

/**
 * lv_figure_set_good:
 * @self: a figure
 * @good: which way the changes of a waterfall are good; decides their colours
 */
void
lv_figure_set_good (LvFigure *self, LvFigureGood good)
{
  g_return_if_fail (!self->frozen);
  self->good = good;
}

/**
 * lv_figure_add_note:
 * @self: a figure
 * @note: a sentence under the chart
 */
void
lv_figure_add_note (LvFigure *self, const char *note)
{
  g_return_if_fail (!self->frozen && note != NULL);
  g_ptr_array_add (self->notes, g_strdup (note));
}

/**
 * lv_figure_add_reference:
 * @self: a figure
 * @value: where the line stands on the value axis; finite
 * @label: what the line means
 */
void
lv_figure_add_reference (LvFigure *self, double value, const char *label)
{
  LvFigureReference reference = { value, NULL };

  g_return_if_fail (!self->frozen && isfinite (value) && label != NULL);
  reference.label = g_strdup (label);
  g_array_append_val (self->references, reference);
}

/**
 * lv_figure_add_category:
 * @self: a figure
 * @label: the category's full label
 * @short_label: (nullable): what to write where @label does not fit
 * @period: what the numbers of this category are
 *
 * Returns: the index of the category
 */
int
lv_figure_add_category (LvFigure *self, const char *label, const char *short_label,
                        LvFigurePeriod period)
{
  LvFigureCategory category = { .period = period };

  g_return_val_if_fail (!self->frozen && label != NULL, -1);
  category.label = g_strdup (label);
  category.short_label = g_strdup (short_label);
  g_array_append_val (self->categories, category);
  for (guint i = 0; i < self->series->len; i++)
    {
      LvFigurePoint point = { 0.0, LV_FIGURE_ABSENT, NULL, NULL };

      g_array_append_val (g_array_index (self->series, LvFigureSeries, i).points, point);
    }
  return (int) self->categories->len - 1;
}

/**
 * lv_figure_add_series:
 * @self: a figure
 * @id: the series' id; a scenario series repeats the id of its baseline series
 * @label: the series' label
 * @role: baseline or scenario
 * @form: a mark of the figure's kind, an overlay line or a written total
 *
 * A scenario stack holds exactly the scenario series: a caller that has changed one of four
 * areas adds all four.  All values start as absent.
 *
 * Returns: the index of the series
 */
int
lv_figure_add_series (LvFigure *self, const char *id, const char *label, LvFigureRole role,
                      LvFigureForm form)
{
  LvFigureSeries series = { NULL, NULL, role, form, LV_FIGURE_PERIOD_NONE, NULL };

  g_return_val_if_fail (!self->frozen && id != NULL && label != NULL, -1);
  series.id = g_strdup (id);
  series.label = g_strdup (label);
  series.points = array_new (sizeof (LvFigurePoint), clear_point);
  g_array_set_size (series.points, self->categories->len);
  for (guint i = 0; i < series.points->len; i++)
    g_array_index (series.points, LvFigurePoint, i).status = LV_FIGURE_ABSENT;
  g_array_append_val (self->series, series);
  return (int) self->series->len - 1;
}

/**
 * lv_figure_set_series_period:
 * @self: a figure
 * @series: an index
 * @period: what the numbers of the whole series are, whatever the categories say
 */
void
lv_figure_set_series_period (LvFigure *self, int series, LvFigurePeriod period)
{
  g_return_if_fail (!self->frozen && series >= 0 && series < (int) self->series->len);
  g_array_index (self->series, LvFigureSeries, series).period = period;
}

static LvFigurePoint *
open_point (LvFigure *self, int series, int category)
{
  g_return_val_if_fail (!self->frozen, NULL);
  return (LvFigurePoint *) lv_figure_get_point (self, series, category);
}

/**
 * lv_figure_set_value:
 * @self: a figure
 * @series: an index
 * @category: an index
 * @value: the number; not finite means missing
 * @status: what kind of number it is
 */
void
lv_figure_set_value (LvFigure *self, int series, int category, double value,
                     LvFigureStatus status)
{
  LvFigurePoint *point = open_point (self, series, category);

  g_return_if_fail (point != NULL);
  if (!isfinite (value) && status != LV_FIGURE_ABSENT)
    status = LV_FIGURE_MISSING;
  point->status = status;
  point->value = status == LV_FIGURE_MISSING || status == LV_FIGURE_ABSENT ? 0.0 : value;
}

/**
 * lv_figure_set_values:
 * @self: a figure
 * @series: an index
 * @values: (array length=n_values): one number per category, from the first
 * @n_values: at most the number of categories
 * @status: the status of them all
 */
void
lv_figure_set_values (LvFigure *self, int series, const double *values, int n_values,
                      LvFigureStatus status)
{
  for (int i = 0; i < n_values; i++)
    lv_figure_set_value (self, series, i, values[i], status);
}

/**
 * lv_figure_set_value_text:
 * @self: a figure
 * @series: an index
 * @category: an index
 * @text: (nullable): the value as the reader sees it
 */
void
lv_figure_set_value_text (LvFigure *self, int series, int category, const char *text)
{
  LvFigurePoint *point = open_point (self, series, category);

  g_return_if_fail (point != NULL);
  lv_figure_replace (&point->text, text);
}

/**
 * lv_figure_set_reason:
 * @self: a figure
 * @series: an index
 * @category: an index
 * @reason: (nullable): why the value is missing, corrected or changed
 */
void
lv_figure_set_reason (LvFigure *self, int series, int category, const char *reason)
{
  LvFigurePoint *point = open_point (self, series, category);

  g_return_if_fail (point != NULL);
  lv_figure_replace (&point->reason, reason);
}
