/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of rows and of the lines across them. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-rows.h"

#include <math.h>

#define LABEL_GAP 8.0
#define VALUE_GAP 7.0

/* Labels of rows: the first way that fits for all of them.
 * 1 whole on one line; 2 wrapped; 3 the short labels; 4 shortened with an ellipsis. */

static const char *
row_text (const LvLayRows *self, int category, gboolean use_short)
{
  const LvFigureCategory *own = lv_figure_get_category (self->lay->figure, category);

  return use_short && own->short_label != NULL ? own->short_label : own->label;
}

static int
max_lines (const LvLayRows *self)
{
  return CLAMP ((int) (self->pitch / self->lay->line[LV_STYLE_LABEL]), 1, 3);
}

/* Bold is measured for all, so that highlighting a row moves nothing. */
static GPtrArray *
wrap_row (LvLayRows *self, int category, gboolean use_short, int lines, double room,
          gboolean *shortened)
{
  return lv_text_wrap (self->lay->measure, row_text (self, category, use_short),
                       &self->lay->out->fonts[LV_STYLE_STRONG], MAX (room, 1.0), lines, shortened);
}

/* The widest line; @all: whether every label is whole. */
static double
measure_rows (LvLayRows *self, gboolean use_short, int lines, double room, gboolean *all)
{
  double widest = 0.0;

  *all = TRUE;
  for (int c = 0; c < lv_figure_n_categories (self->lay->figure); c++)
    {
      gboolean shortened = FALSE;
      g_autoptr (GPtrArray) own = wrap_row (self, c, use_short, lines, room, &shortened);

      for (guint i = 0; i < own->len; i++)
        widest = MAX (widest, lv_lay_width (self->lay, LV_STYLE_STRONG, g_ptr_array_index (own, i)));
      *all = *all && !shortened;
    }
  return MIN (widest, room);
}

static void
measure_values (LvLayRows *self)
{
  LvLay *lay = self->lay;

  if (!self->thin || self->value_series < 0)
    return;
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      g_autofree char *text = lv_figure_dup_value_text (lay->figure, self->value_series, c);

      self->value_width = MAX (self->value_width, lv_lay_width (lay, LV_STYLE_VALUE, text));
    }
  if (self->value_width > lay->area.width * 0.2)
    self->value_width = 0.0;
  else
    self->value_width += VALUE_GAP;
}

void
lv_lay_rows_plan_labels (LvLayRows *self)
{
  LvLay *lay = self->lay;
  double room = lay->area.width * (lay->out->width < 400.0 ? 0.38 : 0.34);
  int lines = max_lines (self);
  gboolean all;
  double width = measure_rows (self, FALSE, 1, room, &all);

  measure_values (self);
  if (!all && lines > 1)
    width = measure_rows (self, FALSE, lines, room, &all);
  if (!all)
    {
      self->use_short = TRUE;
      width = measure_rows (self, TRUE, lines, room, &all);
    }
  if (lay->out->plot.height < lay->line[LV_STYLE_LABEL])
    width = 0.0;
  self->label_width = ceil (width + LABEL_GAP + (width > 0.0 ? self->value_width : 0.0));
}

static void
lay_row_value (LvLayRows *self, int category, double middle)
{
  LvLay *lay = self->lay;
  g_autofree char *text = NULL;
  LvLayoutText *item;

  if (!(self->value_width > 0.0)
      || lv_figure_get_point (lay->figure, self->value_series, category)->status
           == LV_FIGURE_ABSENT)
    return;
  text = lv_figure_dup_value_text (lay->figure, self->value_series, category);
  item = lv_lay_rows_text (self, LV_TEXT_VALUE, LV_STYLE_VALUE, text,
                           lay->area.x + self->label_width - LABEL_GAP, middle, LV_ALIGN_END);
  item->series = self->value_series;
  item->category = category;
}

static void
lay_row_label (LvLayRows *self, int category, double middle)
{
  LvLay *lay = self->lay;
  double room = self->label_width - LABEL_GAP - self->value_width;
  gboolean shortened = FALSE;
  g_autoptr (GPtrArray) lines = wrap_row (self, category, self->use_short, max_lines (self), room + 0.5,
                                          &shortened);
  const char *label = lv_figure_get_category (lay->figure, category)->label;
  int highlight = -1;
  double line = lay->line[LV_STYLE_LABEL];

  lv_figure_get_highlight (lay->figure, NULL, &highlight);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *text = g_ptr_array_index (lines, i);
      LvLayoutText *item
        = lv_lay_rows_text (self, LV_TEXT_CATEGORY,
                            category == highlight ? LV_STYLE_STRONG : LV_STYLE_LABEL, text,
                            lay->area.x + room, middle + (i - (lines->len - 1) / 2.0) * line,
                            LV_ALIGN_END);

      item->category = category;
      if (shortened || !g_str_equal (row_text (self, category, self->use_short), label))
        item->full = g_strdup (label);
    }
  lay_row_value (self, category, middle);
}

static double
label_middle (const LvLayRows *self, int category)
{
  const LvRect *plot = &self->lay->out->plot;
  double half = self->lay->line[LV_STYLE_LABEL] / 2.0;

  return CLAMP (lv_lay_rows_y (self, category), plot->y + half,
                MAX (plot->y + plot->height - half, plot->y + half));
}

static gboolean
is_free (const LvLayRows *self, const gboolean *named, int category)
{
  for (int i = 0; i < lv_figure_n_categories (self->lay->figure); i++)
    if (named[i] && fabs (label_middle (self, i) - label_middle (self, category))
                      < self->lay->line[LV_STYLE_LABEL] - 0.01)
      return FALSE;
  return TRUE;
}

/* Where there is not room for all names, the highlighted row, the first and the last have theirs
 * before the others. */
static void
choose_named (const LvLayRows *self, gboolean *named)
{
  int n = lv_figure_n_categories (self->lay->figure);
  int highlight = -1;
  int first[3];

  lv_figure_get_highlight (self->lay->figure, NULL, &highlight);
  first[0] = highlight;
  first[1] = 0;
  first[2] = n - 1;
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    if (first[i] >= 0 && first[i] < n && is_free (self, named, first[i]))
      named[first[i]] = TRUE;
  for (int c = 0; c < n; c++)
    if (!named[c] && is_free (self, named, c))
      named[c] = TRUE;
}

void
lv_lay_rows_labels (LvLayRows *self)
{
  int n = lv_figure_n_categories (self->lay->figure);
  g_autofree gboolean *named = g_new0 (gboolean, n + 1);

  if (self->label_width <= LABEL_GAP)
    return;
  choose_named (self, named);
  for (int c = 0; c < n; c++)
    if (named[c])
      lay_row_label (self, c, label_middle (self, c));
}

/* Reference lines */

/* "Gennemsnit 8.120" */
static char *
dup_reference (const LvLay *lay, int i)
{
  const LvFigureReference *own = lv_figure_get_reference (lay->figure, i);
  g_autofree char *value = lv_figure_format (lay->figure, own->value,
                                             lv_figure_get_decimals (lay->figure));

  return g_strdup_printf ("%s %s", own->label, value);
}

static gboolean
meets_head (const LvLayRows *self, const LvRect *rect)
{
  const GArray *texts = self->lay->out->texts;

  for (guint i = 0; i < texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (texts, LvLayoutText, i);
      LvRect around = { text->rect.x - 6.0, text->rect.y, text->rect.width + 12.0,
                        text->rect.height };

      if (lv_rects_meet (&around, rect))
        return TRUE;
    }
  return FALSE;
}

/* Its name stands above the plot, in the lowest line that is free. */
static void
lay_reference_name (LvLayRows *self, int i, double x)
{
  LvLay *lay = self->lay;
  double line = lay->line[LV_STYLE_LABEL];
  g_autofree char *whole = dup_reference (lay, i);
  g_autofree char *text = lv_text_shorten (lay->measure, whole, &lay->out->fonts[LV_STYLE_LABEL],
                                           lay->area.width);
  double width = lv_lay_width (lay, LV_STYLE_LABEL, text);
  double left = CLAMP (x - width / 2.0, lay->area.x,
                       MAX (lay->area.x + lay->area.width - width, lay->area.x));

  for (double y = lay->out->plot.y - line - 1.0; y >= lay->out->plot.y - self->head - 0.5; y -= line)
    {
      LvRect rect = { left, y, width, line };
      LvLayoutText *item;

      if (meets_head (self, &rect))
        continue;
      item = lv_lay_text (lay, LV_TEXT_REFERENCE, LV_STYLE_LABEL, LV_ALIGN_CENTER, text, rect);
      if (!g_str_equal (text, whole))
        item->full = g_steal_pointer (&whole);
      return;
    }
}

void
lv_lay_rows_references (LvLayRows *self)
{
  LvLay *lay = self->lay;

  for (int i = 0; lay->out->has_values && i < lv_figure_n_references (lay->figure); i++)
    {
      double x = floor (lv_lay_rows_x (lay, lv_figure_get_reference (lay->figure, i)->value) + 0.5);

      lay_reference_name (self, i, x);
      lv_lay_rule (lay, LV_RULE_REFERENCE, x, lay->out->plot.y - 1.0, x,
                   lay->out->plot.y + lay->out->plot.height);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const LvRect *first = a;
  const LvRect *second = b;

  return (first->y > second->y) - (first->y < second->y);
}

/* Where numbers stand in the way of an upright line. */
static GArray *
collect_spans (const LvLayRows *self, double x)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (LvRect));
  const GArray *texts = self->lay->out->texts;

  for (guint i = 0; i < texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (texts, LvLayoutText, i);

      if ((text->role == LV_TEXT_VALUE || text->role == LV_TEXT_TOTAL
           || text->role == LV_TEXT_MISSING)
          && text->bar < 0 && text->rect.x - 2.0 < x && text->rect.x + text->rect.width + 2.0 > x)
        g_array_append_val (spans, text->rect);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

/** Leaves a gap in each reference line where a number stands, so that neither crosses the other. */
void
lv_lay_rows_cut_references (LvLayRows *self)
{
  LvLay *lay = self->lay;
  guint n = lay->out->rules->len;

  for (guint i = 0; i < n; i++)
    {
      LvLayoutRule own = g_array_index (lay->out->rules, LvLayoutRule, i);
      g_autoptr (GArray) spans = NULL;
      double y = own.y1;

      if (own.kind != LV_RULE_REFERENCE)
        continue;
      spans = collect_spans (self, own.x1);
      for (guint k = 0; k < spans->len; k++)
        {
          const LvRect *span = &g_array_index (spans, LvRect, k);

          if (span->y - 2.0 > y)
            lv_lay_rule (lay, LV_RULE_REFERENCE, own.x1, y, own.x1, span->y - 2.0);
          y = MAX (y, span->y + span->height + 2.0);
        }
      g_array_index (lay->out->rules, LvLayoutRule, i).y1 = MIN (y, own.y2);
    }
}
