/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/* What measures do, by computing with and without them: alone, several together, and beside all others of a
 * scenario. No state that is given here is changed. */

gboolean lv_measure_is_on (const LvState *state, const LvItem *measure);
LvState *lv_measures_untouched (const LvState *state) G_GNUC_WARN_UNUSED_RESULT;
void lv_measure_turn (LvState *state, const LvItem *measure, gboolean on, const LvState *dose);
LvValue lv_measure_moves (const LvState *with, const LvState *without, const LvNode *node, gsize cell);

/**
 * LvMeasureLine:
 * @node: the effect as it is counted, M#effect.n; 0 while the measure is off
 * @raw: the effect as the pack gives it
 * @target: what it changes
 * @first: the cell of the first member of the last axis
 * @title: (owned): "Udgiftsændring pr. område, Køb af tilbud"
 * @is_cost: it is what the measure itself costs
 * @is_monthly: the target counts months: a year shows their mean, as 10 places are no 120; else their sum
 *
 * One effect of a measure, for one combination of members.
 */
typedef struct
{
  const LvNode *node;
  const LvNode *raw;
  const LvNode *target;
  gsize first;
  char *title;
  gboolean is_cost;
  gboolean is_monthly;
} LvMeasureLine;

GPtrArray *lv_measure_lines (const LvModel *model, const LvItem *measure) G_GNUC_WARN_UNUSED_RESULT;
LvValue lv_measure_line_value (const LvMeasureLine *self, const LvState *state, const LvAxis *years, guint year);

G_END_DECLS
