/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-words.h"

static const char *const danish[LV_N_WORDS] = {
  [LV_WORD_ACCOUNTS] = "regnskab",
  [LV_WORD_BUDGET] = "budget",
  [LV_WORD_FORECAST] = "prognose",
  [LV_WORD_BASELINE] = "Grundprognose",
  [LV_WORD_SCENARIO] = "Scenarie",
  [LV_WORD_MISSING] = "mangler",
  [LV_WORD_MISSING_SIGN] = "?",
  [LV_WORD_CORRECTED] = "rettet",
  [LV_WORD_CHANGED] = "ændret i scenariet",
  [LV_WORD_NO_DATA] = "Ingen tal at vise",
  [LV_WORD_AXIS_NOT_ZERO] = "Aksen begynder ikke ved 0.",
  [LV_WORD_NOT_STARTED] = "ikke startet",
  [LV_WORD_UNDER_WAY] = "i gang",
  [LV_WORD_DONE] = "gennemført",
  [LV_WORD_LATE] = "forsinket",
  [LV_WORD_ON_HOLD] = "sat i bero",
  [LV_WORD_DROPPED] = "udgår",
  [LV_WORD_NOT_STATED] = "ikke oplyst",
  [LV_WORD_MONTHS] = "januar;februar;marts;april;maj;juni;juli;august;"
                     "september;oktober;november;december",
  [LV_WORD_MONTHS_SHORT] = "jan.;feb.;mar.;apr.;maj;jun.;jul.;aug.;sep.;okt.;nov.;dec.",
  [LV_WORD_QUARTER] = "{a}. kvt.",
  [LV_WORD_TODAY] = "I dag",
  [LV_WORD_START] = "Start",
  [LV_WORD_END] = "Slut",
  [LV_WORD_DEADLINE] = "Frist",
  [LV_WORD_UNDATED] = "Uden dato",
  [LV_WORD_NUMBER] = "Aktuelt tal",
  [LV_WORD_MORE] = "+ {a} flere",
  [LV_WORD_SPAN] = "{first} til {last}",
  [LV_WORD_DUE] = "frist {a}",
  [LV_WORD_WAITS] = "afventer {list}",
  [LV_WORD_IN_SCENARIO] = "i scenariet {list}",
  [LV_WORD_TIMELINE_OPENING] = "{kind} fra {first} til {last}. Antal opgaver: {a}.",
  [LV_WORD_UNDATED_OPENING] = "{kind}. Antal opgaver: {a}.",
  [LV_WORD_PROGRESS] = "Status: {list}.",
  [LV_WORD_FLOW_OPENING] = "{kind}. Antal bokse: {a}.",
  [LV_WORD_LEADS_TO] = "{label} fører til {list}.",
  [LV_WORD_ACTION_HEAD] = "Opgave",
  [LV_WORD_STATUS_HEAD] = "Status",
  [LV_WORD_OWNER_HEAD] = "Ansvarlig",
  [LV_WORD_TRACK_HEAD] = "Spor",
  [LV_WORD_BOX_HEAD] = "Boks",
  [LV_WORD_LEADS_HEAD] = "Fører til",
  [LV_WORD_STACKED] = "Stablede søjler",
  [LV_WORD_GROUPED] = "Søjler",
  [LV_WORD_LINES] = "Linjer",
  [LV_WORD_COLUMNS_SHARE] = "Søjler i procent",
  [LV_WORD_BARS_STACKED] = "Stablede liggende søjler",
  [LV_WORD_BARS_GROUPED] = "Liggende søjler",
  [LV_WORD_BARS_SHARE] = "Liggende søjler i procent",
  [LV_WORD_AREA] = "Arealer",
  [LV_WORD_FAN] = "Vifte",
  [LV_WORD_SLOPE] = "Hældninger",
  [LV_WORD_STAIR] = "Trappe",
  [LV_WORD_WATERFALL] = "Vandfald",
  [LV_WORD_DUMBBELL] = "Håndvægte",
  [LV_WORD_TORNADO] = "Tornado",
  [LV_WORD_SHARE] = "Fordeling",
  [LV_WORD_DONUT] = "Ring",
  [LV_WORD_SCATTER] = "Punkter",
  [LV_WORD_MATRIX] = "Matrix",
  [LV_WORD_TIMELINE] = "Tidslinje",
  [LV_WORD_FLOW] = "Forløb",
  [LV_WORD_OPENING] = "{kind}, {unit}, {first} til {last}.",
  [LV_WORD_SERIES_SCENARIO] = "{label}, scenarie",
  [LV_WORD_RISES] = "{label} stiger fra {a} i {first} til {b} i {last}.",
  [LV_WORD_FALLS] = "{label} falder fra {a} i {first} til {b} i {last}.",
  [LV_WORD_SAME] = "{label} er {a} i både {first} og {last}.",
  [LV_WORD_ONE] = "{label} er {a} i {first}.",
  [LV_WORD_LIST] = "{label}: {list}.",
  [LV_WORD_SPREAD] = "{label}: højest {b} ({last}), lavest {a} ({first}).",
  [LV_WORD_ALL_MISSING] = "{label} mangler.",
  [LV_WORD_SOME_MISSING] = "{label} mangler for {list}.",
  [LV_WORD_REFERENCE] = "Vandret linje ved {a}: {label}.",
};

/**
 * lv_figure_word_default:
 * @word: which word
 *
 * Returns: (transfer none): the Danish word or sentence pattern
 */
const char *
lv_figure_word_default (LvFigureWord word)
{
  g_return_val_if_fail (word < LV_N_WORDS, "");
  return danish[word];
}
