/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two packs whose charts are all tried: the one that ships, and one that uses every kind of
 * chart with hostile figures. */

#pragma once

#include "lv-chart-build.h"

G_BEGIN_DECLS

typedef struct {
  LvModel *model;
  LvState *base;
  const GPtrArray *charts;      /* LvItem */
} Pack;

void pack_load (Pack *self, const char *folder);
void pack_clear (Pack *self);
void pack_load_shipped (Pack *self);
LvState *pack_random_state (const Pack *self, GRand *random) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
