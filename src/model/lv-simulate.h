/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/**
 * LvDraw:
 * @input: what is uncertain: low, likely and high are its parameter's
 * @cell: which of its cells
 */
typedef struct
{
  const LvNode *input;
  gsize cell;
} LvDraw;

double *lv_simulate (const LvState *state, const LvDraw *draws, guint n_draws,
                     const LvNode *target, gsize cell, guint count, guint32 seed)
    G_GNUC_WARN_UNUSED_RESULT;
double lv_draw_at (const LvParameter *parameter, double share);

G_END_DECLS
