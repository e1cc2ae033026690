/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/**
 * LvSuggestion:
 * @node: (nullable): the figure; %NULL when nothing is suggested
 * @value: in the unit of the parameter; NaN when the figure is missing
 * @as_printed: in the figure's own unit and price level
 * @repriced: it was converted with the pack's price index
 * @price_level: (nullable): the figure's own, where it could not be converted
 */
typedef struct
{
  const LvNode *node;
  double value;
  double as_printed;
  gboolean repriced;
  const char *price_level;
} LvSuggestion;

GPtrArray *lv_model_parameters_under (const LvModel *self, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;
LvSuggestion lv_state_suggestion (const LvState *state, const LvNode *input);

G_END_DECLS
