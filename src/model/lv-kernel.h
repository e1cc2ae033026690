/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-model-private.h"

G_BEGIN_DECLS

/**
 * LvInputValues:
 * @changed: whether any cell differs from its default
 * @mask: (owned) (nullable): per cell, whether @value counts
 *
 * What a scenario says of one input.
 */
typedef struct
{
  gboolean changed;
  guint8 *mask;
  double *value;
} LvInputValues;

/**
 * LvRun:
 * @values: columns of @lanes values per cell
 * @flags: (nullable): per cell; %NULL when many draws are run at once, which only need values
 * @offset: where each slot's column begins in cells
 * @inputs: what the scenario says of each input
 *
 * Where operations run. With one lane it is a scenario, with more it is a tile of draws.
 */
typedef struct
{
  const LvModel *model;
  double *values;
  guint8 *flags;
  const gsize *offset;
  guint lanes;
  const LvInputValues *inputs;
  double *scratch; /* (nullable) room for a median: the longest axis */
} LvRun;

void lv_run_block (const LvRun *run, const LvBlock *block);

G_END_DECLS
