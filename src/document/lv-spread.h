/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

G_BEGIN_DECLS

/* Spreading an amount over the cells of an input: amounts that are locked stay, and what is left is shared
 * out over the others (docs/spreading.md). */

gboolean *lv_session_locks (LvSession *self, const LvNode *input) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_session_lock_cells (LvSession *self, const LvNode *input, const gsize *cells, guint n,
                                gboolean lock);

/**
 * LvSpread:
 * @cells: (borrowed): the input that is filled in
 * @rest: (borrowed): what is left, along axes that @cells has too
 * @weight: (borrowed) (nullable): how a rest is shared out; %NULL for equal parts
 * @step: amounts are multiples of it, in the unit of @cells; 0 for any amount
 * @least: no amount is smaller, in the unit of @cells; -infinity for any
 */
typedef struct
{
  const LvNode *cells;
  const LvNode *rest;
  const LvNode *weight;
  double step;
  double least;
} LvSpread;

gboolean lv_spread_init (LvSpread *self, LvSession *session, const LvItem *card, char **reason);
gssize lv_spread_rest_cell (const LvSpread *self, gsize cell);
gboolean lv_session_spread (LvSession *session, const LvSpread *spread, const char *name);

G_END_DECLS
