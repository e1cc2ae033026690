/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-local-measure.h"

G_BEGIN_DECLS

/**
 * LvExample:
 * @amount: how much more is spent than by what it is held against (a regneeksempel)
 * @cell: which of its cells
 * @target: id of the formula that the measure would change, one that runs along years or has no axes
 * @members: its outer members, "koeb"; "" when it has none
 * @first: the member of the target's last axis where the effect begins
 * @steps: members until the effect is full, at least 1
 * @title: title of the measure
 * @why: whose judgement it is and on what it rests
 *
 * A calculated difference that somebody decides to make a measure of.
 */
typedef struct
{
  const LvNode *amount;
  gsize cell;
  const char *target;
  const char *members;
  guint first;
  guint steps;
  const char *title;
  const char *why;
} LvExample;

double lv_example_amount (LvSession *session, const LvExample *example);
LvLocalMeasure *lv_example_measure_new (LvSession *session, const LvExample *example)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
