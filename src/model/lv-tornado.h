/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/**
 * LvTornadoRow:
 * @node: the assumption, all of its cells together
 * @low, @high: its low and high estimate; 0 and 1 of a switch; NaN where its cells go to different numbers
 * @example: nobody has judged low and high: they are a percentage below and above the standard value
 * @at_low, @at_high: the target with them
 * @swing: |@at_high - @at_low|; NaN when either is missing
 */
typedef struct
{
  const LvNode *node;
  double low;
  double high;
  LvValue at_low;
  LvValue at_high;
  double swing;
  gboolean example;
} LvTornadoRow;

/**
 * LvTornado:
 * @percent: how far examples go; 0 when there are none
 * @now: the target as the scenario stands
 * @rows: (owned): LvTornadoRow that move the target, the largest swing first, equal ones in the order of the
 *   pack; then those whose swing is missing
 * @still: (owned): LvNode, have estimates and do not move the target
 * @lacking: (owned): LvNode, have no low or no high estimate, in the order of the pack
 */
typedef struct
{
  const LvNode *node;
  gsize cell;
  double percent;
  LvValue now;
  GArray *rows;
  GPtrArray *still;
  GPtrArray *lacking;
} LvTornado;

LvTornado *lv_tornado_new (const LvState *state, const LvNode *node, gsize cell,
                           gboolean assumptions, gboolean levers) G_GNUC_WARN_UNUSED_RESULT;
LvTornado *lv_tornado_new_with_examples (const LvState *state, const LvNode *node, gsize cell,
                                         gboolean assumptions, gboolean levers, double percent)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_tornado_free (LvTornado *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvTornado, lv_tornado_free)

char *lv_tornado_whose (const LvTornado *self, const LvTornadoRow *row, const LvPack *pack)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_tornado_lacking_text (const LvTornado *self, const LvPack *pack) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
