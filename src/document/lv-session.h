/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LV_TYPE_SESSION (lv_session_get_type ())

/**
 * LvSession:
 *
 * What a window works on: a model, its grundprognose and one scenario beside it. Every edit goes through
 * here, is computed at once and announced by the signal "changed"; widgets hold no values of their own.
 * It is not the user's file: that keeps scenarios, this shows one.
 */
G_DECLARE_FINAL_TYPE (LvSession, lv_session, LV, SESSION, GObject)

/**
 * LvSessionChange:
 * @node: an input
 * @cell: which of its cells
 * @standard: its value in the grundprognose
 * @value: its value in the scenario
 */
typedef struct
{
  const LvNode *node;
  gsize cell;
  double standard;
  double value;
} LvSessionChange;

LvSession *lv_session_new (LvModel *model) G_GNUC_WARN_UNUSED_RESULT;
const LvModel *lv_session_model (LvSession *self);
const LvPack *lv_session_pack (LvSession *self);
const LvState *lv_session_state (LvSession *self);
const LvState *lv_session_base (LvSession *self);

void lv_session_set (LvSession *self, const LvNode *input, gsize cell, double value);
void lv_session_reset (LvSession *self, const LvNode *input, gsize cell);
void lv_session_reset_all (LvSession *self);
gboolean lv_session_is_changed (LvSession *self, const LvNode *input, gsize cell);
GArray *lv_session_changes (LvSession *self) G_GNUC_WARN_UNUSED_RESULT;

const LvItem *lv_session_scenario (LvSession *self);
gboolean lv_session_show_scenario (LvSession *self, const LvItem *scenario, LvProblems *problems);

const LvNode *lv_session_head_node (LvSession *self, const char *key);

G_END_DECLS
