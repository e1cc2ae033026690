/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/** Sides that one comparison may have. */
#define LV_MAX_SIDES 6

/**
 * LvSide:
 * @title: what the side is called where it is shown
 * @state: its values; the sides of a comparison may have models of their own (two files over one pack)
 * @scenario: (nullable): what @state shows, for reasons and for dates of actions; %NULL is the
 *   grundprognose
 *
 * One of the things that are compared. Nothing in it is owned.
 */
typedef struct
{
  const char *title;
  const LvState *state;
  const LvScenario *scenario;
} LvSide;

/** What kind of thing an input belongs to. */
typedef enum
{
  LV_CAUSE_MODEL,     /* what only one of two files has: no input, but formulas and effects */
  LV_CAUSE_PARAMETER, /* all cells of a parameter */
  LV_CAUSE_MEASURE,   /* on, scale and own delay of a measure, all its cells */
  LV_CAUSE_ACTION,    /* the end of an action, which delays what it carries */
  LV_CAUSE_FIGURE,    /* all cells of a series */
} LvCauseKind;

const char *lv_cause_kind_name (LvCauseKind kind);

const LvNode *lv_side_node (const LvSide *self, const LvNode *node);
gssize lv_side_cell (const LvSide *self, const LvNode *node, gsize cell, const LvNode **found);
LvValue lv_side_value (const LvSide *self, const LvNode *node, gsize cell);
const char *lv_side_reason (const LvSide *self, LvChangeKind kind, const LvNode *node, gsize cell,
                            const LvItem *item, const char *property);
const char *lv_side_input_reason (const LvSide *self, const LvNode *node, gsize cell);
const char *lv_side_action_date (const LvSide *self, const LvItem *action, const char *property);
int lv_side_action_delay (const LvSide *self, const LvItem *action);

G_END_DECLS
