/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alternative text of share and donut.  Percentages are formatted as the picture does it, from
 * the same sum. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-private.h"

#include "lv-layout-private.h"

#include <string.h>

static void
append_filled (GString *out, char *sentence)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, sentence);
  if (sentence[0] != '\0' && sentence[strlen (sentence) - 1] != '.')
    g_string_append_c (out, '.');
  g_free (sentence);
}

static char *
dup_part (const LvFigure *self, const LvLayParts *parts, const LvLayPart *part)
{
  if (parts->is_percent)
    return g_strdup_printf ("%s %s", part->name, part->percent);
  return lv_figure_fill (self, LV_WORD_PART, "label", part->name, "a", part->value, "b",
                         part->percent, NULL);
}

static void
append_parts (const LvFigure *self, GString *out, const LvLayParts *parts, const char *label)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < parts->parts->len; i++)
    {
      const LvLayPart *part = &g_array_index (parts->parts, LvLayPart, i);
      g_autofree char *text = NULL;

      if (part->missing)
        continue;
      text = dup_part (self, parts, part);
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", text);
    }
  if (list->len > 0)
    append_filled (out, lv_figure_fill (self, LV_WORD_LIST, "label", label, "list", list->str,
                                        NULL));
}

static void
append_reasons (const LvFigure *self, GString *out, const LvLayParts *parts, const char *label)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < parts->parts->len; i++)
    {
      const LvLayPart *part = &g_array_index (parts->parts, LvLayPart, i);
      const char *reason = lv_figure_get_point (self, parts->series, part->category)->reason;

      if (!part->missing)
        continue;
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", part->name);
      if (reason != NULL)
        g_string_append_printf (list, " (%s)", reason);
    }
  if (list->len > 0)
    append_filled (out, lv_figure_fill (self, LV_WORD_SOME_MISSING, "label", label, "list",
                                        list->str, NULL));
}

static void
append_series (const LvFigure *self, GString *out, int series)
{
  LvLay lay = { .figure = self };
  g_autoptr (LvLayParts) parts = lv_lay_parts_new (&lay, series);
  const LvFigureSeries *own = lv_figure_get_series (self, series);
  g_autofree char *label = own->role == LV_FIGURE_SCENARIO
                             ? lv_figure_fill (self, LV_WORD_SERIES_SCENARIO, "label", own->label,
                                               NULL)
                             : g_strdup (own->label);

  if (parts->sum > 0.0)
    {
      append_parts (self, out, parts, label);
      append_filled (out, lv_lay_parts_dup_sum (&lay, parts));
    }
  append_reasons (self, out, parts, label);
}

void
lv_describe_share (const LvFigure *self, GString *out)
{
  LvFigureWord kind = self->kind == LV_FIGURE_DONUT ? LV_WORD_DONUT : LV_WORD_SHARE;

  append_filled (out, lv_figure_fill (self, LV_WORD_PARTS, "kind", lv_figure_get_word (self, kind),
                                      "unit", self->unit != NULL ? self->unit : "", NULL));
  for (int i = 0; i < lv_figure_n_series (self); i++)
    append_series (self, out, i);
}
