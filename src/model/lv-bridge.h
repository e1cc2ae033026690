/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-side.h"

G_BEGIN_DECLS

typedef enum
{
  LV_PART_KNOWN,   /* the part is a number */
  LV_PART_JOINED,  /* the value is missing between this cause and a later one; that one's part is both's */
  LV_PART_MISSING, /* where the bridge begins or ends nothing is known, so the part is not either */
} LvPartStatus;

/**
 * LvBridgeInput:
 * @node, @cell: an input, in the model of the side that the bridge leads to
 * @from, @to: its value before and after; of a delay, months by this cause alone
 * @from_said, @to_said: whether the side says it; if not, it is the default, which may move
 */
typedef struct
{
  const LvNode *node;
  gsize cell;
  double from;
  double to;
  gboolean from_said;
  gboolean to_said;
} LvBridgeInput;

/**
 * LvBridgePart:
 * @item: (nullable): the parameter, series, measure or action; %NULL for LV_CAUSE_MODEL
 * @title: as shown
 * @inputs: (owned): LvBridgeInput, what differs
 * @part: what the target moves when this cause is added to those before it; NaN unless known
 * @with: LV_PART_JOINED: the index of the part that holds this one's
 * @alone: what the target moves when only this cause is laid on the first side; NaN when missing
 * @because: (nullable): a reason that was given on the second side
 */
typedef struct
{
  LvCauseKind kind;
  const LvItem *item;
  char *title;
  GArray *inputs;
  LvPartStatus status;
  double part;
  guint with;
  double alone;
  const char *because;
} LvBridgePart;

/**
 * LvBridge:
 * @node, @cell: the target, in the model of the second side
 * @title: "Merforbrug, 2029"
 * @from, @to: the target's values; @from + all known parts is @to to the last bit, added in any order
 * @difference: @to - @from, which is the sum of the known parts; NaN when either is missing
 * @interaction: @difference - all effects alone; NaN when one of them is missing
 * @rounding: what the shown parts lack in the shown difference, a line of its own (afrunding); 0 or NaN
 * @parts: (owned): LvBridgePart, in the order of the pack's file
 */
typedef struct
{
  const LvNode *node;
  gsize cell;
  char *title;
  LvValue from;
  LvValue to;
  double difference;
  double interaction;
  double rounding;
  GPtrArray *parts;
} LvBridge;

LvBridge *lv_bridge_new (const LvSide *from, const LvSide *to, const LvNode *node, gsize cell)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_bridge_free (LvBridge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvBridge, lv_bridge_free)

const LvBridgePart *lv_bridge_part (const LvBridge *self, guint index);
char *lv_bridge_sentence (const LvBridge *self, const LvPack *pack) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
