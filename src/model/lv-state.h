/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-model.h"

G_BEGIN_DECLS

/**
 * LvState:
 *
 * All values of a model under one scenario. Setting something only notes what has to be computed
 * again; lv_state_update() does it, and always ends where a full computation would.
 */
typedef struct _LvState LvState;

/**
 * LvValue:
 * @number: NaN when missing
 * @marked: something under it is ikke vurderet
 */
typedef struct
{
  double number;
  LvStatus status;
  gboolean marked;
} LvValue;

LvState *lv_state_new (const LvModel *model) G_GNUC_WARN_UNUSED_RESULT;
LvState *lv_state_copy (const LvState *self) G_GNUC_WARN_UNUSED_RESULT;
void lv_state_free (LvState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvState, lv_state_free)

const LvModel *lv_state_model (const LvState *self);
void lv_state_hold (LvState *self);
void lv_state_let_go (LvState *self);
void lv_state_clear (LvState *self);
void lv_state_set (LvState *self, const LvNode *input, gsize cell, double value);
void lv_state_reset (LvState *self, const LvNode *input, gsize cell);
gboolean lv_state_apply (LvState *self, const LvPack *pack, const LvScenario *scenario,
                         LvProblems *problems);
gboolean lv_state_apply_own (LvState *self, const LvScenario *scenario, LvProblems *problems);
guint lv_state_update (LvState *self);
void lv_state_update_all (LvState *self);
guint lv_state_serial (const LvState *self);

LvValue lv_state_get (const LvState *self, const LvNode *node, gsize cell);
double lv_state_number (const LvState *self, const LvNode *node, gsize cell);
double lv_state_default (const LvState *self, const LvNode *input, gsize cell);
gboolean lv_state_is_set (const LvState *self, const LvNode *input, gsize cell);
gboolean lv_state_get_day (const LvState *self, const LvItem *action, const char *property,
                           GDate *day);
int lv_action_delay (const char *planned, const char *end);
gboolean lv_state_is_changed (const LvState *self, const LvNode *input);
GPtrArray *lv_state_conflicts (const LvState *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
