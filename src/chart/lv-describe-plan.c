/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alternative texts of timelines and flows. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-private.h"

#include <math.h>
#include <string.h>

/* More actions than this are counted by their status and not told one by one. */
#define TELL_MAX 12

static void
append (GString *out, const char *text)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", text);
}

/* What is filled in may end with a point, as "mio. kr." does; the sentence has only one. */
static void
append_fill (GString *out, char *text)
{
  g_autofree char *own = text;

  if (g_str_has_suffix (own, ".."))
    own[strlen (own) - 1] = '\0';
  append (out, own);
}

static void
add_to_list (GString *list, char *text)
{
  g_autofree char *own = text;

  if (own != NULL && own[0] != '\0')
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", own);
}

static void
append_list (const LvFigure *self, GString *out, LvFigureWord word, const char *label,
             const GString *list)
{
  if (list->len > 0)
    append_fill (out, lv_figure_fill (self, word, "label", label, "list", list->str, NULL));
}

/* Timeline */

/**
 * lv_figure_dup_day:
 * @self: a figure
 * @day: a Julian day
 *
 * Returns: (transfer full): "24. november 2026", in the words of the figure
 */
char *
lv_figure_dup_day (const LvFigure *self, double day)
{
  g_auto (GStrv) months = g_strsplit (lv_figure_get_word (self, LV_WORD_MONTHS), ";", 12);
  GDate date;
  guint month;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1.0));
  month = g_date_get_month (&date);
  if (month > g_strv_length (months))
    return g_strdup_printf ("%04d-%02u-%02u", g_date_get_year (&date), month,
                            g_date_get_day (&date));
  return g_strdup_printf ("%u. %s %d", g_date_get_day (&date), months[month - 1],
                          g_date_get_year (&date));
}

static int
day_series (const LvFigure *self, LvFigureForm form, LvFigureRole role, int category)
{
  int series = lv_figure_find_form (self, form, role);

  return series >= 0 && lv_figure_is_drawn (self, series, category) ? series : -1;
}

/* "1. august 2026 til 31. december 2027", or the only day. */
static char *
dup_span (const LvFigure *self, LvFigureRole role, int category)
{
  int low = day_series (self, LV_FIGURE_LOW, role, category);
  int high = day_series (self, LV_FIGURE_HIGH, role, category);
  g_autofree char *first = low >= 0 ? lv_figure_dup_value_text (self, low, category) : NULL;
  g_autofree char *last = high >= 0 ? lv_figure_dup_value_text (self, high, category) : NULL;

  if (first != NULL && last != NULL)
    return lv_figure_fill (self, LV_WORD_SPAN, "first", first, "last", last, NULL);
  return g_strdup (last != NULL ? last : first);
}

static char *
dup_due (const LvFigure *self, int category)
{
  int series = day_series (self, LV_FIGURE_MARK, LV_FIGURE_BASELINE, category);
  g_autofree char *day = series >= 0 ? lv_figure_dup_value_text (self, series, category) : NULL;

  return day != NULL ? lv_figure_fill (self, LV_WORD_DUE, "a", day, NULL) : NULL;
}

/**
 * lv_figure_dup_linked:
 * @self: a figure
 * @category: an index
 * @ahead: what it leads to, else what leads to it
 *
 * Returns: (transfer full) (nullable): the labels of the others, with commas between
 */
char *
lv_figure_dup_linked (const LvFigure *self, int category, gboolean ahead)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < lv_figure_n_links (self); i++)
    {
      const LvFigureLink *link = lv_figure_get_link (self, i);

      if ((ahead ? link->from : link->to) == category)
        add_to_list (list, g_strdup (lv_figure_get_category (self, ahead ? link->to
                                                                         : link->from)->label));
    }
  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

static char *
dup_in (const LvFigure *self, LvFigureWord word, char *text)
{
  g_autofree char *own = text;

  return own != NULL ? lv_figure_fill (self, word, "list", own, NULL) : NULL;
}

/**
 * lv_figure_dup_action:
 * @self: a timeline
 * @category: an index
 *
 * Returns: (transfer full): what is known of the action, line by line: when, when in the scenario,
 *   by when, how far, what it waits for; "" where nothing is
 */
char *
lv_figure_dup_action (const LvFigure *self, int category)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  int high = lv_figure_find_form (self, LV_FIGURE_HIGH, LV_FIGURE_BASELINE);
  char *texts[] = {
    dup_span (self, LV_FIGURE_BASELINE, category),
    high >= 0 && !lv_figure_is_dated (self, category)
      ? g_strdup (lv_figure_get_point (self, high, category)->text)
      : NULL,
    dup_in (self, LV_WORD_IN_SCENARIO, dup_span (self, LV_FIGURE_SCENARIO, category)),
    dup_due (self, category),
    g_strdup (lv_figure_get_progress_word (self, category)),
    dup_in (self, LV_WORD_WAITS, lv_figure_dup_linked (self, category, FALSE)),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_ptr_array_add (lines, texts[i]);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/**
 * lv_figure_dup_row_label:
 * @self: a figure
 * @category: an index
 *
 * Returns: (transfer full): what stands at the category's row in a table: its label, and below it
 *   how far an action is and whose it is, or what a box leads to
 */
char *
lv_figure_dup_row_label (const LvFigure *self, int category)
{
  const LvFigureCategory *own = lv_figure_get_category (self, category);
  const char *word = lv_figure_get_progress_word (self, category);
  g_autofree char *linked = self->kind == LV_FIGURE_FLOW
                              ? lv_figure_dup_linked (self, category, TRUE)
                              : NULL;

  if (linked != NULL)
    return g_strdup_printf ("%s\n→ %s", own->label, linked);
  if (word != NULL && own->detail != NULL)
    return g_strdup_printf ("%s\n%s · %s", own->label, word, own->detail);
  if (word != NULL)
    return g_strdup_printf ("%s\n%s", own->label, word);
  return g_strdup (own->label);
}

static void
append_action (const LvFigure *self, GString *out, int category)
{
  g_autofree char *lines = lv_figure_dup_action (self, category);
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  g_autofree char *joined = g_strjoinv (", ", parts);
  g_autoptr (GString) list = g_string_new (joined);

  append_list (self, out, LV_WORD_LIST, lv_figure_get_category (self, category)->label, list);
}

static void
append_undated (const LvFigure *self, GString *out)
{
  int series = lv_figure_find_form (self, LV_FIGURE_HIGH, LV_FIGURE_BASELINE);
  g_autoptr (GString) list = g_string_new (NULL);

  for (int c = 0; c < lv_figure_n_categories (self); c++)
    {
      const LvFigurePoint *point = lv_figure_get_point (self, series, c);
      const char *label = lv_figure_get_category (self, c)->label;

      if (lv_figure_is_dated (self, c))
        continue;
      add_to_list (list, point != NULL && point->text != NULL
                           ? g_strdup_printf ("%s (%s)", label, point->text)
                           : g_strdup (label));
    }
  append_list (self, out, LV_WORD_LIST, lv_figure_get_word (self, LV_WORD_UNDATED), list);
}

static void
append_progress (const LvFigure *self, GString *out)
{
  int counts[LV_FIGURE_N_PROGRESS] = { 0 };
  g_autoptr (GString) list = g_string_new (NULL);

  for (int c = 0; c < lv_figure_n_categories (self); c++)
    counts[lv_figure_get_category (self, c)->progress]++;
  for (int i = LV_FIGURE_NOT_STARTED; i < LV_FIGURE_N_PROGRESS; i++)
    if (counts[i] > 0)
      add_to_list (list, g_strdup_printf ("%d %s", counts[i],
                                          lv_figure_get_word (self, LV_WORD_NOT_STARTED
                                                              + (guint) (i - LV_FIGURE_NOT_STARTED))));
  append_list (self, out, LV_WORD_PROGRESS, NULL, list);
}

/* The text of the earliest or latest day in the grundprognose. */
static char *
dup_outermost (const LvFigure *self, gboolean latest)
{
  char *text = NULL;
  double best = NAN;

  for (int s = 0; s < lv_figure_n_series (self); s++)
    for (int c = 0; c < lv_figure_n_categories (self); c++)
      {
        double day;

        if (lv_figure_get_series (self, s)->role != LV_FIGURE_BASELINE
            || !lv_figure_is_drawn (self, s, c))
          continue;
        day = lv_figure_get_point (self, s, c)->value;
        if (!isnan (best) && (latest ? day <= best : day >= best))
          continue;
        best = day;
        g_free (text);
        text = lv_figure_dup_value_text (self, s, c);
      }
  return text;
}

/** Appends what a timeline shows: how many actions, when, and each of them unless they are many. */
void
lv_figure_describe_timeline (const LvFigure *self, GString *out)
{
  int n = lv_figure_n_categories (self);
  const char *kind = lv_figure_get_word (self, LV_WORD_TIMELINE);
  g_autofree char *number = g_strdup_printf ("%d", n);
  g_autofree char *first = dup_outermost (self, FALSE);
  g_autofree char *last = dup_outermost (self, TRUE);

  append_fill (out, first != NULL
                      ? lv_figure_fill (self, LV_WORD_TIMELINE_OPENING, "kind", kind, "first",
                                        first, "last", last, "a", number, NULL)
                      : lv_figure_fill (self, LV_WORD_UNDATED_OPENING, "kind", kind, "a", number,
                                        NULL));
  append_progress (self, out);
  for (int c = 0; c < n; c++)
    if (lv_figure_is_dated (self, c)
        && (n <= TELL_MAX || day_series (self, LV_FIGURE_HIGH, LV_FIGURE_SCENARIO, c) >= 0))
      append_action (self, out, c);
  append_undated (self, out);
}

/* Flow */

static void
append_box (const LvFigure *self, GString *out, int category)
{
  const char *label = lv_figure_get_category (self, category)->label;
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *leads = lv_figure_dup_linked (self, category, TRUE);

  for (int s = 0; s < lv_figure_n_series (self); s++)
    {
      gboolean is_scenario = lv_figure_get_series (self, s)->role == LV_FIGURE_SCENARIO;
      const LvFigurePoint *point = lv_figure_get_point (self, s, category);
      char *text = lv_figure_dup_value_text (self, s, category);

      if (point->status == LV_FIGURE_MISSING && point->reason != NULL)
        {
          char *whole = g_strdup_printf ("%s (%s)", text, point->reason);

          g_free (text);
          text = whole;
        }
      if (is_scenario && text[0] != '\0')
        text = dup_in (self, LV_WORD_IN_SCENARIO, text);
      add_to_list (values, text);
    }
  append_list (self, out, LV_WORD_LIST, label, values);
  if (leads != NULL)
    append_fill (out, lv_figure_fill (self, LV_WORD_LEADS_TO, "label", label, "list", leads, NULL));
}

/** Appends what a flow shows: each box with its number, and where it leads. */
void
lv_figure_describe_flow (const LvFigure *self, GString *out)
{
  int n = lv_figure_n_categories (self);
  g_autofree char *number = g_strdup_printf ("%d", n);

  append_fill (out, lv_figure_fill (self, LV_WORD_FLOW_OPENING, "kind",
                                    lv_figure_get_word (self, LV_WORD_FLOW), "a", number, NULL));
  for (int c = 0; c < n; c++)
    append_box (self, out, c);
}
