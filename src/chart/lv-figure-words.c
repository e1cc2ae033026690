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
  [LV_WORD_REFERENCE_UPRIGHT] = "Lodret linje ved {a}: {label}.",
  [LV_WORD_DIFFERENCE] = "Forskel",
  [LV_WORD_ENDS] = "{label}: {first} {a}, {last} {b}, forskel {list}.",
  [LV_WORD_WIDEST] = "Størst forskel har {label}: {first} {a}, {last} {b}, forskel {list}.",
  [LV_WORD_NARROWEST] = "Mindst forskel har {label}: {first} {a}, {last} {b}, forskel {list}.",
  [LV_WORD_LOW_END] = "Ved lav værdi",
  [LV_WORD_HIGH_END] = "Ved høj værdi",
  [LV_WORD_SWING] = "{label}: ved {first} {a}, ved {last} {b}.",
  [LV_WORD_SWINGS_LESS] = "{a} forudsætninger til flytter resultatet mindre.",
  [LV_WORD_ALL_MISSING] = "{label} mangler.",
  [LV_WORD_SOME_MISSING] = "{label} mangler for {list}.",
  [LV_WORD_REFERENCE] = "Vandret linje ved {a}: {label}.",
  [LV_WORD_ACCOUNTS_SHORT] = "regn.",
  [LV_WORD_BUDGET_SHORT] = "budg.",
  [LV_WORD_FORECAST_SHORT] = "progn.",
  [LV_WORD_PERCENT] = "{a} %",
  [LV_WORD_PERCENT_UNIT] = "pct.",
  [LV_WORD_SHARE_OF] = "{a} af det hele",
  [LV_WORD_NO_SHARES] = "kan ikke vises som andele",
  [LV_WORD_BAND] = "I {last} går spændet fra {a} til {b}.",
  [LV_WORD_BAND_SCENARIO] = "I {last} går scenariets spænd fra {a} til {b}.",
  [LV_WORD_RUN] = "{first} til {last} {a}",
  [LV_WORD_ROUNDING] = "Afrunding",
  [LV_WORD_ROUNDING_WHY] = "Forskellen mellem leddene og den oplyste sum",
  [LV_WORD_UNEXPLAINED] = "Ikke forklaret",
  [LV_WORD_UNCHANGED] = "uændret",
  [LV_WORD_REMARK] = "{first}: {label}",
  [LV_WORD_SUM] = "I alt {a} {unit}",
  [LV_WORD_SUM_WITHOUT] = "I alt {a} {unit} uden {list}",
  [LV_WORD_NOT_IN_SHARE] = "Negative tal er ikke med i fordelingen: {list}.",
  [LV_WORD_PART] = "{label} {a} ({b})",
  [LV_WORD_PARTS] = "{kind}, {unit}.",
  [LV_WORD_MORE] = "+ {a} flere",
  [LV_WORD_NOT_PLACED] = "Ikke vist",
  [LV_WORD_MOVED] = "fra grundprognose til scenarie",
  [LV_WORD_PLANE] = "{kind}. Vandret: {a}. Lodret: {b}.",
  [LV_WORD_PLACE] = "{label}: {a} og {b}.",
  [LV_WORD_PLACE_MOVED] = "{label} flytter sig i scenariet fra {first} til {last}.",
  [LV_WORD_PLACE_SAME] = "{label} har samme plads i scenariet: {first}.",
  [LV_WORD_PAIR] = "{a} og {b}",
  [LV_WORD_CELL] = "{a} og {b}: {list}.",
  [LV_WORD_QUADRANT_COUNT] = "{label}: {a} af {b}.",
  [LV_WORD_CROSS] = "{label}: {a}.",
  [LV_WORD_MEAN] = "gennemsnit",
  [LV_WORD_MEDIAN] = "median",
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
