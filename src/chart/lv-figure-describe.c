/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alternative text: sentences from the figure's word table, filled from its values.  The
 * direction of a change is taken from the texts as shown, so that "52 til 52" never rises. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-describe-rows.h"
#include "lv-figure-private.h"

#include <math.h>
#include <string.h>

/* More values than this in one list are given as highest and lowest. */
#define LIST_MAX 8

typedef struct {
  const char *label;
  const char *a;
  const char *b;
  const char *first;
  const char *last;
  const char *list;
  const char *kind;
  const char *unit;
} Fill;

static const char *
fill_lookup (const Fill *fill, const char *name, gsize length)
{
  const struct { const char *name; const char *text; } table[] = {
    { "label", fill->label }, { "a", fill->a }, { "b", fill->b }, { "first", fill->first },
    { "last", fill->last }, { "list", fill->list }, { "kind", fill->kind },
    { "unit", fill->unit },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strlen (table[i].name) == length && strncmp (table[i].name, name, length) == 0)
      return table[i].text;
  return NULL;
}

static void
append_sentence (GString *out, const char *pattern, const Fill *fill)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  while (*pattern != '\0')
    {
      const char *end = *pattern == '{' ? strchr (pattern, '}') : NULL;
      const char *text = NULL;

      if (end != NULL)
        text = fill_lookup (fill, pattern + 1, (gsize) (end - pattern - 1));
      if (text != NULL)
        {
          g_string_append (out, text);
          pattern = end + 1;
          /* What has no unit leaves no comma behind. */
          if (*text == '\0' && g_str_has_prefix (pattern, ", "))
            pattern += strlen (", ");
        }
      else
        g_string_append_c (out, *pattern++);
    }
}

/* A title is not always a sentence; the alternative text needs one. */
static void
append_title (GString *out, const char *title)
{
  if (*title == '\0')
    return;
  g_string_append (out, title);
  if (strchr (".!?", title[strlen (title) - 1]) == NULL)
    g_string_append_c (out, '.');
}

static void
append_opening (const LvFigure *self, GString *out)
{
  static const LvFigureWord kinds[] = {
    [LV_FIGURE_COLUMNS_STACKED] = LV_WORD_STACKED, [LV_FIGURE_COLUMNS_GROUPED] = LV_WORD_GROUPED,
    [LV_FIGURE_COLUMNS_SHARE] = LV_WORD_COLUMNS_SHARE,
    [LV_FIGURE_BARS_STACKED] = LV_WORD_BARS_STACKED,
    [LV_FIGURE_BARS_GROUPED] = LV_WORD_BARS_GROUPED, [LV_FIGURE_BARS_SHARE] = LV_WORD_BARS_SHARE,
    [LV_FIGURE_LINES] = LV_WORD_LINES, [LV_FIGURE_AREA] = LV_WORD_AREA,
    [LV_FIGURE_FAN] = LV_WORD_FAN, [LV_FIGURE_SLOPE] = LV_WORD_SLOPE,
    [LV_FIGURE_STAIR] = LV_WORD_STAIR, [LV_FIGURE_WATERFALL] = LV_WORD_WATERFALL,
    [LV_FIGURE_DUMBBELL] = LV_WORD_DUMBBELL, [LV_FIGURE_TORNADO] = LV_WORD_TORNADO,
    [LV_FIGURE_SHARE] = LV_WORD_SHARE, [LV_FIGURE_DONUT] = LV_WORD_DONUT,
    [LV_FIGURE_SCATTER] = LV_WORD_SCATTER, [LV_FIGURE_MATRIX] = LV_WORD_MATRIX,
    [LV_FIGURE_TIMELINE] = LV_WORD_TIMELINE, [LV_FIGURE_FLOW] = LV_WORD_FLOW,
  };
  int n = lv_figure_n_categories (self);
  Fill fill = { .kind = lv_figure_get_word (self, kinds[self->kind]) };

  if (n == 0)
    return;
  fill.unit = self->unit != NULL ? self->unit : "";
  fill.first = lv_figure_get_category (self, 0)->label;
  fill.last = lv_figure_get_category (self, n - 1)->label;
  append_sentence (out, lv_figure_get_word (self, LV_WORD_OPENING), &fill);
}

/* What is said of a number: its share where shares are drawn, its sign where it is a change. */
static char *
dup_said (const LvFigure *self, int series, int category)
{
  double share = lv_figure_draws_shares (self) ? lv_figure_get_share (self, series, category) : NAN;

  if (!isnan (share))
    return lv_figure_dup_percent (self, share);
  return self->kind == LV_FIGURE_WATERFALL ? lv_figure_dup_change (self, series, category)
                                           : lv_figure_dup_value_text (self, series, category);
}

/* Whether the number is in the picture: shares are not where they can't be reckoned. */
static gboolean
is_said (const LvFigure *self, int series, int category)
{
  return lv_figure_is_drawn (self, series, category)
         && (!lv_figure_draws_shares (self)
             || lv_figure_get_series (self, series)->form != LV_FIGURE_MARK
             || !isnan (lv_figure_get_share (self, series, category)));
}

static gboolean
is_time (const LvFigure *self)
{
  for (int i = 0; i < lv_figure_n_categories (self); i++)
    if (lv_figure_get_category (self, i)->period == LV_FIGURE_PERIOD_NONE)
      return FALSE;
  return TRUE;
}

static double
value_of (const LvFigure *self, int series, int category)
{
  double share = lv_figure_draws_shares (self) ? lv_figure_get_share (self, series, category) : NAN;

  return isnan (share) ? lv_figure_get_point (self, series, category)->value : share;
}

static void
append_change (const LvFigure *self, GString *out, int series, const char *label, int first,
               int last)
{
  g_autofree char *a = dup_said (self, series, first);
  g_autofree char *b = dup_said (self, series, last);
  double from = value_of (self, series, first);
  double to = value_of (self, series, last);
  Fill fill = { .label = label, .a = a, .b = b };
  LvFigureWord word = LV_WORD_SAME;

  fill.first = lv_figure_get_category (self, first)->label;
  fill.last = lv_figure_get_category (self, last)->label;
  if (first == last)
    word = LV_WORD_ONE;
  else if (!g_str_equal (a, b))
    word = to > from ? LV_WORD_RISES : LV_WORD_FALLS;
  append_sentence (out, lv_figure_get_word (self, word), &fill);
}

static void
append_spread (const LvFigure *self, GString *out, int series, const char *label)
{
  int low = -1;
  int high = -1;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  Fill fill = { .label = label };

  for (int i = 0; i < lv_figure_n_categories (self); i++)
    {
      if (!is_said (self, series, i))
        continue;
      if (low < 0 || lv_figure_get_point (self, series, i)->value
                       < lv_figure_get_point (self, series, low)->value)
        low = i;
      if (high < 0 || lv_figure_get_point (self, series, i)->value
                        > lv_figure_get_point (self, series, high)->value)
        high = i;
    }
  fill.a = a = dup_said (self, series, low);
  fill.b = b = dup_said (self, series, high);
  fill.first = lv_figure_get_category (self, low)->label;
  fill.last = lv_figure_get_category (self, high)->label;
  append_sentence (out, lv_figure_get_word (self, LV_WORD_SPREAD), &fill);
}

static void
append_list (const LvFigure *self, GString *out, int series, const char *label)
{
  g_autoptr (GString) list = g_string_new (NULL);
  Fill fill = { .label = label };

  for (int i = 0; i < lv_figure_n_categories (self); i++)
    {
      g_autofree char *text = NULL;

      if (!is_said (self, series, i))
        continue;
      text = dup_said (self, series, i);
      g_string_append_printf (list, "%s%s %s", list->len > 0 ? ", " : "",
                              lv_figure_get_category (self, i)->label, text);
    }
  fill.list = list->str;
  append_sentence (out, lv_figure_get_word (self, LV_WORD_LIST), &fill);
}

static void
append_run (const LvFigure *self, GString *list, const Fill *run, gboolean is_one)
{
  if (!is_one)
    append_sentence (list, lv_figure_get_word (self, LV_WORD_RUN), run);
  else
    g_string_append_printf (list, "%s%s %s", list->len > 0 ? " " : "", run->first, run->a);
}

static gboolean
is_edge (const LvFigure *self, int series, LvFigureForm form, LvFigureRole role)
{
  const LvFigureSeries *own = lv_figure_get_series (self, series);

  return own->form == form && own->role == role;
}

/* Of stairs each step: from where to where it holds. */
static void
append_runs (const LvFigure *self, GString *out, int series, const char *label)
{
  g_autoptr (GString) list = g_string_new (NULL);
  Fill fill = { .label = label };
  int n = lv_figure_n_categories (self);

  for (int i = 0, first = -1; i < n; i++)
    {
      g_autofree char *text = dup_said (self, series, i);
      g_autofree char *next = i + 1 < n ? dup_said (self, series, i + 1) : NULL;
      Fill run = { .a = text, .last = lv_figure_get_category (self, i)->label };

      if (!is_said (self, series, i))
        continue;
      first = first < 0 ? i : first;
      if (i + 1 < n && is_said (self, series, i + 1) && g_str_equal (text, next))
        continue;
      if (list->len > 0)
        g_string_append_c (list, ',');
      run.first = lv_figure_get_category (self, first)->label;
      append_run (self, list, &run, first == i);
      first = -1;
    }
  fill.list = list->str;
  append_sentence (out, lv_figure_get_word (self, LV_WORD_LIST), &fill);
}

/* How far apart the edges of a fan are where it ends. */
static void
append_bands (const LvFigure *self, GString *out, LvFigureRole role)
{
  for (int low = 0, high = -1; low < lv_figure_n_series (self); low++)
    {
      int last = lv_figure_n_categories (self) - 1;
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;
      Fill fill = { 0 };

      if (!is_edge (self, low, LV_FIGURE_LOW, role))
        continue;
      do
        high++;
      while (high < lv_figure_n_series (self) && !is_edge (self, high, LV_FIGURE_HIGH, role));
      if (high >= lv_figure_n_series (self))
        return;
      while (last >= 0 && !(is_said (self, low, last) && is_said (self, high, last)))
        last--;
      if (last < 0)
        continue;
      fill.a = a = dup_said (self, low, last);
      fill.b = b = dup_said (self, high, last);
      fill.last = lv_figure_get_category (self, last)->label;
      append_sentence (out, lv_figure_get_word (self, role == LV_FIGURE_SCENARIO
                                                        ? LV_WORD_BAND_SCENARIO
                                                        : LV_WORD_BAND), &fill);
    }
}

static void
append_missing (const LvFigure *self, GString *out, int series, const char *label,
                gboolean any_drawn)
{
  g_autoptr (GString) list = g_string_new (NULL);
  Fill fill = { .label = label };

  for (int i = 0; i < lv_figure_n_categories (self); i++)
    {
      const LvFigurePoint *point = lv_figure_get_point (self, series, i);

      if (point->status != LV_FIGURE_MISSING)
        continue;
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              lv_figure_get_category (self, i)->label);
      if (point->reason != NULL)
        g_string_append_printf (list, " (%s)", point->reason);
    }
  if (list->len == 0)
    return;
  fill.list = list->str;
  append_sentence (out, lv_figure_get_word (self, any_drawn ? LV_WORD_SOME_MISSING
                                                            : LV_WORD_ALL_MISSING), &fill);
}

static char *
dup_series_label (const LvFigure *self, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (self, series);
  g_autoptr (GString) out = g_string_new (NULL);
  Fill fill = { .label = own->label };

  if (own->role == LV_FIGURE_BASELINE)
    return g_strdup (own->label);
  append_sentence (out, lv_figure_get_word (self, LV_WORD_SERIES_SCENARIO), &fill);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
append_series (const LvFigure *self, GString *out, int series)
{
  g_autofree char *label = dup_series_label (self, series);
  int first = -1;
  int last = -1;
  int n = 0;

  for (int i = 0; i < lv_figure_n_categories (self); i++)
    if (is_said (self, series, i))
      {
        first = first < 0 ? i : first;
        last = i;
        n++;
      }
  if (n > 0 && self->kind == LV_FIGURE_STAIR)
    append_runs (self, out, series, label);
  else if (n > 0 && self->kind == LV_FIGURE_WATERFALL)
    append_list (self, out, series, label);
  else if (n > 0 && is_time (self))
    append_change (self, out, series, label, first, last);
  else if (n > LIST_MAX)
    append_spread (self, out, series, label);
  else if (n > 0)
    append_list (self, out, series, label);
  append_missing (self, out, series, label, n > 0);
}

/* The edges of a fan are told together; what is missing of them is told with each. */
static gboolean
is_band (const LvFigure *self, int series)
{
  LvFigureForm form = lv_figure_get_series (self, series)->form;

  if (self->kind != LV_FIGURE_FAN || (form != LV_FIGURE_LOW && form != LV_FIGURE_HIGH))
    return FALSE;
  for (int c = 0; c < lv_figure_n_categories (self); c++)
    if (lv_figure_get_point (self, series, c)->status == LV_FIGURE_MISSING)
      return FALSE;
  return TRUE;
}

/**
 * lv_figure_dup_remark:
 * @self: a figure
 * @i: which annotation
 *
 * Returns: (transfer full): the remark with what it is about: "2026: loven ændres"
 */
char *
lv_figure_dup_remark (const LvFigure *self, int i)
{
  const LvFigureNote *note = lv_figure_get_annotation (self, i);
  g_autoptr (GString) out = g_string_new (NULL);
  Fill fill = { .label = note->text };

  fill.first = lv_figure_get_category (self, note->category)->label;
  append_sentence (out, lv_figure_get_word (self, LV_WORD_REMARK), &fill);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Kinds that are told row by row. */
static gboolean
has_ends (const LvFigure *self)
{
  return self->kind == LV_FIGURE_DUMBBELL || self->kind == LV_FIGURE_TORNADO;
}

static LvFigureWord
reference_word (const LvFigure *self)
{
  return lv_figure_has_rows (self) ? LV_WORD_REFERENCE_UPRIGHT : LV_WORD_REFERENCE;
}

/* Kinds that a list of numbers by category would not explain. */
static gboolean
describe_kind (const LvFigure *self, GString *out)
{
  switch (self->kind)
    {
    case LV_FIGURE_SCATTER:
      lv_describe_scatter (self, out);
      return TRUE;
    case LV_FIGURE_MATRIX:
      lv_describe_matrix (self, out);
      return TRUE;
    case LV_FIGURE_SHARE:
    case LV_FIGURE_DONUT:
      lv_describe_share (self, out);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * lv_figure_describe:
 * @self: a figure
 *
 * Writes the default alternative text: title, kind, unit and range, one sentence per series,
 * what is missing and why, and the reference lines.
 *
 * Returns: (transfer full): sentences in the figure's language
 */
char *
lv_figure_describe (const LvFigure *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);
  append_title (out, self->title);
  if (lv_figure_has_height (self) && lv_figure_n_categories (self) > 0)
    {
      if (self->kind == LV_FIGURE_TIMELINE)
        lv_figure_describe_timeline (self, out);
      else
        lv_figure_describe_flow (self, out);
      return g_string_free (g_steal_pointer (&out), FALSE);
    }
  if (describe_kind (self, out))
    return g_string_free (g_steal_pointer (&out), FALSE);
  append_opening (self, out);
  if (self->kind == LV_FIGURE_DUMBBELL)
    lv_describe_dumbbell (self, out);
  else if (self->kind == LV_FIGURE_TORNADO)
    lv_describe_tornado (self, out);
  for (int i = 0; !has_ends (self) && i < lv_figure_n_series (self); i++)
    if (!is_band (self, i))
      append_series (self, out, i);
  append_bands (self, out, LV_FIGURE_BASELINE);
  append_bands (self, out, LV_FIGURE_SCENARIO);
  for (int i = 0; !has_ends (self) && i < lv_figure_n_annotations (self); i++)
    {
      g_autofree char *remark = lv_figure_dup_remark (self, i);

      g_string_append_c (out, ' ');
      append_title (out, remark);
    }
  for (int i = 0; i < lv_figure_n_references (self); i++)
    {
      const LvFigureReference *reference = lv_figure_get_reference (self, i);
      g_autofree char *a = lv_figure_format (self, reference->value, self->decimals);
      Fill fill = { .label = reference->label, .a = a };

      append_sentence (out, lv_figure_get_word (self, reference_word (self)), &fill);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
