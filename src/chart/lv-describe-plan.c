/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alternative texts of timelines and flows. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-private.h"

#include <math.h>

/* More actions than this are counted by their status and not told one by one. */
#define TELL_MAX 12

static void
append (GString *out, const char *text)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", text);
}

static void
append_fill (GString *out, char *text)
{
  g_autofree char *own = text;

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

/* The labels of what @category waits for, or of what it leads to. */
static char *
dup_linked (const LvFigure *self, int category, gboolean ahead)
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

static void
append_action (const LvFigure *self, GString *out, int category)
{
  g_autoptr (GString) list = g_string_new (NULL);

  add_to_list (list, dup_span (self, LV_FIGURE_BASELINE, category));
  add_to_list (list, dup_in (self, LV_WORD_IN_SCENARIO,
                             dup_span (self, LV_FIGURE_SCENARIO, category)));
  add_to_list (list, dup_due (self, category));
  add_to_list (list, g_strdup (lv_figure_get_progress_word (self, category)));
  add_to_list (list, dup_in (self, LV_WORD_WAITS, dup_linked (self, category, FALSE)));
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
  g_autofree char *leads = dup_linked (self, category, TRUE);

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
