/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that a chart itself adds: kept in one table, because every word that reaches an
 * attachment will come from the pack.  The Danish defaults follow glossary.md.  Braces mark
 * what lv_figure_describe() fills in. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  LV_WORD_ACCOUNTS,
  LV_WORD_BUDGET,
  LV_WORD_FORECAST,
  LV_WORD_BASELINE,
  LV_WORD_SCENARIO,
  LV_WORD_MISSING,
  LV_WORD_MISSING_SIGN,
  LV_WORD_CORRECTED,
  LV_WORD_CHANGED,
  LV_WORD_NO_DATA,
  LV_WORD_AXIS_NOT_ZERO,
  LV_WORD_STACKED,
  LV_WORD_GROUPED,
  LV_WORD_LINES,
  LV_WORD_COLUMNS_SHARE,
  LV_WORD_BARS_STACKED,
  LV_WORD_BARS_GROUPED,
  LV_WORD_BARS_SHARE,
  LV_WORD_AREA,
  LV_WORD_FAN,
  LV_WORD_SLOPE,
  LV_WORD_STAIR,
  LV_WORD_WATERFALL,
  LV_WORD_DUMBBELL,
  LV_WORD_TORNADO,
  LV_WORD_SHARE,
  LV_WORD_DONUT,
  LV_WORD_SCATTER,
  LV_WORD_MATRIX,
  LV_WORD_TIMELINE,
  LV_WORD_FLOW,
  LV_WORD_OPENING,
  LV_WORD_SERIES_SCENARIO,
  LV_WORD_RISES,
  LV_WORD_FALLS,
  LV_WORD_SAME,
  LV_WORD_ONE,
  LV_WORD_LIST,
  LV_WORD_SPREAD,
  LV_WORD_ALL_MISSING,
  LV_WORD_SOME_MISSING,
  LV_WORD_REFERENCE,
  LV_N_WORDS
} LvFigureWord;

const char *lv_figure_word_default (LvFigureWord word);

G_END_DECLS
