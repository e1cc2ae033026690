/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a chart from the pack: [words ord.chart-NAME].  Patterns number what is filled in,
 * {1}, {2}, as every pattern of the pack does; here is what the numbers mean. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-words.h"

#include "lv-text.h"

#include <string.h>

static const struct { const char *name; const char *filled; } words[LV_N_WORDS] = {
  [LV_WORD_ACCOUNTS] = { "chart-accounts", "" },
  [LV_WORD_BUDGET] = { "chart-budget", "" },
  [LV_WORD_FORECAST] = { "chart-forecast", "" },
  [LV_WORD_BASELINE] = { "chart-baseline", "" },
  [LV_WORD_SCENARIO] = { "chart-scenario", "" },
  [LV_WORD_MISSING] = { "chart-missing", "" },
  [LV_WORD_MISSING_SIGN] = { "chart-missing-sign", "" },
  [LV_WORD_CORRECTED] = { "chart-corrected", "" },
  [LV_WORD_CHANGED] = { "chart-changed", "" },
  [LV_WORD_NO_DATA] = { "chart-no-data", "" },
  [LV_WORD_AXIS_NOT_ZERO] = { "chart-axis-not-zero", "" },
  [LV_WORD_NOT_STARTED] = { "chart-not-started", "" },
  [LV_WORD_UNDER_WAY] = { "chart-under-way", "" },
  [LV_WORD_DONE] = { "chart-done", "" },
  [LV_WORD_LATE] = { "chart-late", "" },
  [LV_WORD_ON_HOLD] = { "chart-on-hold", "" },
  [LV_WORD_DROPPED] = { "chart-dropped", "" },
  [LV_WORD_NOT_STATED] = { "chart-not-stated", "" },
  [LV_WORD_MONTHS] = { "chart-months", "" },
  [LV_WORD_MONTHS_SHORT] = { "chart-months-short", "" },
  [LV_WORD_QUARTER] = { "chart-quarter", "a" },
  [LV_WORD_TODAY] = { "chart-today", "" },
  [LV_WORD_START] = { "chart-start", "" },
  [LV_WORD_END] = { "chart-end", "" },
  [LV_WORD_DEADLINE] = { "chart-deadline", "" },
  [LV_WORD_UNDATED] = { "chart-undated", "" },
  [LV_WORD_NUMBER] = { "chart-number", "" },
  [LV_WORD_MORE] = { "chart-more", "a" },
  [LV_WORD_SPAN] = { "chart-span", "first last" },
  [LV_WORD_DUE] = { "chart-due", "a" },
  [LV_WORD_WAITS] = { "chart-waits", "list" },
  [LV_WORD_IN_SCENARIO] = { "chart-in-scenario", "list" },
  [LV_WORD_TIMELINE_OPENING] = { "chart-timeline-opening", "kind first last a" },
  [LV_WORD_UNDATED_OPENING] = { "chart-undated-opening", "kind a" },
  [LV_WORD_PROGRESS] = { "chart-progress", "list" },
  [LV_WORD_FLOW_OPENING] = { "chart-flow-opening", "kind a" },
  [LV_WORD_LEADS_TO] = { "chart-leads-to", "label list" },
  [LV_WORD_ACTION_HEAD] = { "chart-action-head", "" },
  [LV_WORD_STATUS_HEAD] = { "chart-status-head", "" },
  [LV_WORD_OWNER_HEAD] = { "chart-owner-head", "" },
  [LV_WORD_TRACK_HEAD] = { "chart-track-head", "" },
  [LV_WORD_BOX_HEAD] = { "chart-box-head", "" },
  [LV_WORD_LEADS_HEAD] = { "chart-leads-head", "" },
  [LV_WORD_STACKED] = { "chart-stacked", "" },
  [LV_WORD_GROUPED] = { "chart-grouped", "" },
  [LV_WORD_LINES] = { "chart-lines", "" },
  [LV_WORD_COLUMNS_SHARE] = { "chart-columns-share", "" },
  [LV_WORD_BARS_STACKED] = { "chart-bars-stacked", "" },
  [LV_WORD_BARS_GROUPED] = { "chart-bars-grouped", "" },
  [LV_WORD_BARS_SHARE] = { "chart-bars-share", "" },
  [LV_WORD_AREA] = { "chart-area", "" },
  [LV_WORD_FAN] = { "chart-fan", "" },
  [LV_WORD_SLOPE] = { "chart-slope", "" },
  [LV_WORD_STAIR] = { "chart-stair", "" },
  [LV_WORD_WATERFALL] = { "chart-waterfall", "" },
  [LV_WORD_DUMBBELL] = { "chart-dumbbell", "" },
  [LV_WORD_TORNADO] = { "chart-tornado", "" },
  [LV_WORD_SHARE] = { "chart-share", "" },
  [LV_WORD_DONUT] = { "chart-donut", "" },
  [LV_WORD_SCATTER] = { "chart-scatter", "" },
  [LV_WORD_MATRIX] = { "chart-matrix", "" },
  [LV_WORD_TIMELINE] = { "chart-timeline", "" },
  [LV_WORD_FLOW] = { "chart-flow", "" },
  [LV_WORD_OPENING] = { "chart-opening", "kind unit first last" },
  [LV_WORD_SERIES_SCENARIO] = { "chart-series-scenario", "label" },
  [LV_WORD_RISES] = { "chart-rises", "label a first b last" },
  [LV_WORD_FALLS] = { "chart-falls", "label a first b last" },
  [LV_WORD_SAME] = { "chart-same", "label a first last" },
  [LV_WORD_ONE] = { "chart-one", "label a first" },
  [LV_WORD_LIST] = { "chart-list", "label list" },
  [LV_WORD_SPREAD] = { "chart-spread", "label b last a first" },
  [LV_WORD_ALL_MISSING] = { "chart-all-missing", "label" },
  [LV_WORD_SOME_MISSING] = { "chart-some-missing", "label list" },
  [LV_WORD_REFERENCE] = { "chart-reference", "a label" },
};

/* "{1} er {2}" -> "{label} er {a}" */
static char *
name_filled (const char *text, const char *filled)
{
  g_auto (GStrv) names = g_strsplit (filled, " ", -1);
  guint n = g_strv_length (names);
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      guint number = p[0] == '{' && g_ascii_isdigit (p[1]) && p[2] == '}' ? (guint) (p[1] - '0') : 0;

      if (number == 0 || number > n)
        {
          g_string_append_c (out, *p);
          continue;
        }
      g_string_append_printf (out, "{%s}", names[number - 1]);
      p += 2;
    }
  return g_string_free (out, FALSE);
}

/* What the pack does not say keeps the default of lv-figure-words.c. */
void
lv_chart_set_words (LvFigure *figure, const LvPack *pack)
{
  for (int i = 0; i < LV_N_WORDS; i++)
    {
      const char *text = lv_text_word (pack, words[i].name, NULL);
      g_autofree char *named = text != NULL ? name_filled (text, words[i].filled) : NULL;

      if (named != NULL)
        lv_figure_set_word (figure, (LvFigureWord) i, named);
    }
}
