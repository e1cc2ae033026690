/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/**
 * LvSolveLever:
 * @input: what may be turned
 * @cell: which cell, or -1 for all of its cells together
 * @low, @high: bounds, in its unit
 */
typedef struct
{
  const LvNode *input;
  gssize cell;
  double low;
  double high;
} LvSolveLever;

/**
 * LvSolution:
 * @found: whether the target was met
 * @reached: the target's value with the answer
 * @values: (owned): the answer, one value per lever
 */
typedef struct
{
  gboolean found;
  double reached;
  double *values;
  guint n;
} LvSolution;

LvSolution *lv_solve (const LvState *state, const LvNode *target, gsize cell, double goal,
                      const LvSolveLever *levers, guint n_levers) G_GNUC_WARN_UNUSED_RESULT;
LvSolution *lv_solve_item (const LvState *state, const LvItem *item, LvSolveLever **levers,
                           LvProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void lv_solution_free (LvSolution *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvSolution, lv_solution_free)

G_END_DECLS
