/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-private.h"

#include <math.h>

static gboolean
same_point (const LvFigurePoint *a, const LvFigurePoint *b)
{
  return a->status == b->status && !(a->value < b->value) && !(a->value > b->value)
         && g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->reason, b->reason) == 0;
}

static gboolean
same_series (const LvFigureSeries *a, const LvFigureSeries *b)
{
  if (a->role != b->role || a->form != b->form || a->period != b->period
      || a->points->len != b->points->len)
    return FALSE;
  if (!g_str_equal (a->id, b->id) || !g_str_equal (a->label, b->label))
    return FALSE;
  for (guint i = 0; i < a->points->len; i++)
    if (!same_point (&g_array_index (a->points, LvFigurePoint, i),
                     &g_array_index (b->points, LvFigurePoint, i)))
      return FALSE;
  return TRUE;
}

static gboolean
same_category (const LvFigureCategory *a, const LvFigureCategory *b)
{
  return a->period == b->period && a->step == b->step && a->progress == b->progress
         && g_strcmp0 (a->card, b->card) == 0 && g_str_equal (a->label, b->label)
         && g_strcmp0 (a->short_label, b->short_label) == 0
         && g_strcmp0 (a->group, b->group) == 0 && g_strcmp0 (a->detail, b->detail) == 0;
}

static gboolean
same_number (double a, double b)
{
  return isnan (a) ? isnan (b) : !(a < b) && !(a > b) && !isnan (b);
}

static gboolean
same_axis (const LvFigureAxis *a, const LvFigureAxis *b)
{
  if (a->decimals != b->decimals || !same_number (a->cross, b->cross)
      || g_strcmp0 (a->title, b->title) != 0 || g_strcmp0 (a->unit, b->unit) != 0
      || g_strcmp0 (a->cross_label, b->cross_label) != 0 || a->levels->len != b->levels->len)
    return FALSE;
  for (guint i = 0; i < a->levels->len; i++)
    if (!g_str_equal (g_ptr_array_index (a->levels, i), g_ptr_array_index (b->levels, i)))
      return FALSE;
  return TRUE;
}

static gboolean
same_annotations (const LvFigure *a, const LvFigure *b)
{
  if (a->annotations->len != b->annotations->len)
    return FALSE;
  for (int i = 0; i < lv_figure_n_annotations (a); i++)
    {
      const LvFigureNote *one = lv_figure_get_annotation (a, i);
      const LvFigureNote *other = lv_figure_get_annotation (b, i);

      if (one->series != other->series || one->category != other->category
          || !g_str_equal (one->text, other->text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_links (const LvFigure *a, const LvFigure *b)
{
  if (a->links->len != b->links->len)
    return FALSE;
  for (int i = 0; i < lv_figure_n_links (a); i++)
    if (lv_figure_get_link (a, i)->from != lv_figure_get_link (b, i)->from
        || lv_figure_get_link (a, i)->to != lv_figure_get_link (b, i)->to)
      return FALSE;
  return TRUE;
}

static gboolean
same_extra (const LvFigure *a, const LvFigure *b)
{
  for (int i = 0; i < LV_FIGURE_N_QUADRANTS; i++)
    if (g_strcmp0 (a->quadrants[i], b->quadrants[i]) != 0)
      return FALSE;
  return same_axis (&a->axes[0], &b->axes[0]) && same_axis (&a->axes[1], &b->axes[1])
         && same_annotations (a, b) && same_links (a, b);
}

static gboolean
same_reference (const LvFigureReference *a, const LvFigureReference *b)
{
  return !(a->value < b->value) && !(a->value > b->value) && g_str_equal (a->label, b->label);
}

static gboolean
same_words (const LvFigure *a, const LvFigure *b)
{
  for (int i = 0; i < LV_N_WORDS; i++)
    if (g_strcmp0 (a->words[i], b->words[i]) != 0)
      return FALSE;
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->subtitle, b->subtitle) == 0
         && g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->unit, b->unit) == 0
         && g_strcmp0 (a->language, b->language) == 0 && g_strcmp0 (a->alt, b->alt) == 0;
}

static gboolean
same_lists (const LvFigure *a, const LvFigure *b)
{
  if (a->notes->len != b->notes->len || a->categories->len != b->categories->len
      || a->series->len != b->series->len || a->references->len != b->references->len)
    return FALSE;
  for (int i = 0; i < lv_figure_n_notes (a); i++)
    if (!g_str_equal (lv_figure_get_note (a, i), lv_figure_get_note (b, i)))
      return FALSE;
  for (int i = 0; i < lv_figure_n_categories (a); i++)
    if (!same_category (lv_figure_get_category (a, i), lv_figure_get_category (b, i)))
      return FALSE;
  for (int i = 0; i < lv_figure_n_series (a); i++)
    if (!same_series (lv_figure_get_series (a, i), lv_figure_get_series (b, i)))
      return FALSE;
  for (int i = 0; i < lv_figure_n_references (a); i++)
    if (!same_reference (lv_figure_get_reference (a, i), lv_figure_get_reference (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * lv_figure_equal:
 * @a: a figure
 * @b: a figure
 *
 * Returns: whether both would be drawn and described the same.  Two different format callbacks
 *   count as different, since their texts can't be compared without calling them.
 */
gboolean
lv_figure_equal (const LvFigure *a, const LvFigure *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  if (a == b)
    return TRUE;
  return a->kind == b->kind && a->scenario_form == b->scenario_form && a->good == b->good
         && a->decimals == b->decimals
         && a->highlight_series == b->highlight_series
         && a->highlight_category == b->highlight_category
         && a->first_month == b->first_month && a->format == b->format
         && a->format_data == b->format_data && same_words (a, b) && same_lists (a, b)
         && same_extra (a, b);
}
