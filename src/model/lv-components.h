/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/**
 * LvComponent:
 * @node: (nullable): the value that the term is; %NULL for a term that has no id of its own
 * @from_cell, @to_cell: its cells, or -1 where that end does not have the term
 * @title: as shown
 * @from, @to: what it adds at either end, with its sign, in the target's unit; 0 where it is not there,
 *   NaN when missing
 * @part: @to - @from
 */
typedef struct
{
  const LvNode *node;
  gssize from_cell;
  gssize to_cell;
  char *title;
  double from;
  double to;
  double part;
} LvComponent;

/**
 * LvComponents:
 * @from, @to: the target's values: the sums of its components, exactly
 * @difference: @to - @from, the sum of all parts to the last bit in any order; NaN when one is missing
 * @rounding: what the shown parts lack in the shown difference
 * @alike: whether one formula gives both ends; if not, a component may be at one end only
 * @list: (owned): LvComponent, in the order of the formula
 */
typedef struct
{
  const LvNode *node;
  gsize from_cell;
  gsize to_cell;
  double from;
  double to;
  double difference;
  double rounding;
  gboolean alike;
  GPtrArray *list;
} LvComponents;

LvComponents *lv_components_new (const LvState *from, gsize from_cell, const LvState *to,
                                 gsize to_cell, const LvNode *node, guint depth)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_components_free (LvComponents *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvComponents, lv_components_free)

const LvComponent *lv_components_get (const LvComponents *self, guint index);

G_END_DECLS
