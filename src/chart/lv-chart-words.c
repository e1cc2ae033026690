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
  [LV_WORD_REFERENCE_UPRIGHT] = { "chart-reference-upright", "a label" },
  [LV_WORD_DIFFERENCE] = { "chart-difference", "" },
  [LV_WORD_ENDS] = { "chart-ends", "label first a last b list" },
  [LV_WORD_WIDEST] = { "chart-widest", "label first a last b list" },
  [LV_WORD_NARROWEST] = { "chart-narrowest", "label first a last b list" },
  [LV_WORD_LOW_END] = { "chart-low-end", "" },
  [LV_WORD_HIGH_END] = { "chart-high-end", "" },
  [LV_WORD_SWING] = { "chart-swing", "label first a last b" },
  [LV_WORD_SWINGS_LESS] = { "chart-swings-less", "a" },
  [LV_WORD_ALL_MISSING] = { "chart-all-missing", "label" },
  [LV_WORD_SOME_MISSING] = { "chart-some-missing", "label list" },
  [LV_WORD_REFERENCE] = { "chart-reference", "a label" },
  [LV_WORD_ACCOUNTS_SHORT] = { "chart-accounts-short", "" },
  [LV_WORD_BUDGET_SHORT] = { "chart-budget-short", "" },
  [LV_WORD_FORECAST_SHORT] = { "chart-forecast-short", "" },
  [LV_WORD_PERCENT] = { "chart-percent", "a" },
  [LV_WORD_PERCENT_UNIT] = { "chart-percent-unit", "" },
  [LV_WORD_SHARE_OF] = { "chart-share-of", "a" },
  [LV_WORD_NO_SHARES] = { "chart-no-shares", "" },
  [LV_WORD_BAND] = { "chart-band", "last a b" },
  [LV_WORD_BAND_SCENARIO] = { "chart-band-scenario", "last a b" },
  [LV_WORD_RUN] = { "chart-run", "first last a" },
  [LV_WORD_ROUNDING] = { "chart-rounding", "" },
  [LV_WORD_ROUNDING_WHY] = { "chart-rounding-why", "" },
  [LV_WORD_UNEXPLAINED] = { "chart-unexplained", "" },
  [LV_WORD_UNCHANGED] = { "chart-unchanged", "" },
  [LV_WORD_REMARK] = { "chart-remark", "first label" },
  [LV_WORD_SUM] = { "chart-sum", "a unit" },
  [LV_WORD_SUM_WITHOUT] = { "chart-sum-without", "a unit list" },
  [LV_WORD_NOT_IN_SHARE] = { "chart-not-in-share", "list" },
  [LV_WORD_PART] = { "chart-part", "label a b" },
  [LV_WORD_PARTS] = { "chart-parts", "kind unit" },
  [LV_WORD_NOT_PLACED] = { "chart-not-placed", "" },
  [LV_WORD_MOVED] = { "chart-moved", "" },
  [LV_WORD_PLANE] = { "chart-plane", "kind a b" },
  [LV_WORD_PLACE] = { "chart-place", "label a b" },
  [LV_WORD_PLACE_MOVED] = { "chart-place-moved", "label first last" },
  [LV_WORD_PLACE_SAME] = { "chart-place-same", "label first" },
  [LV_WORD_PAIR] = { "chart-pair", "a b" },
  [LV_WORD_CELL] = { "chart-cell", "a b list" },
  [LV_WORD_QUADRANT_COUNT] = { "chart-quadrant-count", "label a b" },
  [LV_WORD_CROSS] = { "chart-cross", "label a" },
  [LV_WORD_MEAN] = { "chart-mean", "" },
  [LV_WORD_MEDIAN] = { "chart-median", "" },
};

/* "{1} er {2} {2|sag|sager}" -> "{label} er {a} {a|sag|sager}" */
static char *
name_filled (const char *text, const char *filled)
{
  g_auto (GStrv) names = g_strsplit (filled, " ", -1);
  guint n = g_strv_length (names);
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_placeholder = p[0] == '{' && g_ascii_isdigit (p[1]) && (p[2] == '}' || p[2] == '|');
      guint number = is_placeholder ? (guint) (p[1] - '0') : 0;

      if (number == 0 || number > n)
        {
          g_string_append_c (out, *p);
          continue;
        }
      g_string_append_printf (out, "{%s", names[number - 1]);
      p++;
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
