/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-pack.h"

G_BEGIN_DECLS

/**
 * LvModel:
 *
 * A pack made ready to compute: every formula checked and compiled. Immutable, shared by all scenarios.
 */
typedef struct _LvModel LvModel;

/**
 * LvNode:
 *
 * Anything in a model that has values: a series, a parameter, a formula, or one of the columns that
 * the model adds for measures, pools and checks (their ids contain #).
 */
typedef struct _LvNode LvNode;

LvModel *lv_model_new (LvPack *pack, LvProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
LvModel *lv_model_load (const char *folder, const char *const *documents, LvProblems *problems)
    G_GNUC_WARN_UNUSED_RESULT;
LvModel *lv_model_new_over (const LvPack *pack, const char *name, const char *text, gboolean part,
                            LvProblems *problems, LvProblems *unplaced) G_GNUC_WARN_UNUSED_RESULT;
LvModel *lv_model_load_over (const char *folder, const char *document, LvProblems *problems,
                             LvProblems *unplaced) G_GNUC_WARN_UNUSED_RESULT;
void lv_model_free (LvModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvModel, lv_model_free)

const LvPack *lv_model_pack (const LvModel *self);
guint lv_model_n_nodes (const LvModel *self);
LvNode *lv_model_node (const LvModel *self, guint index);
LvNode *lv_model_find (const LvModel *self, const char *id);
gboolean lv_model_has (const LvModel *self, const LvNode *node);
LvNode *lv_model_measure_knob (const LvModel *self, const LvItem *measure, const char *property);

/** What a cell said before a user's figure was put into it. */
typedef struct
{
  double value;
  double printed;
  LvStatus status;
  LvCellInfo *info;
} LvCellBefore;

LvCellBefore lv_model_put_figure (LvModel *self, const LvNode *series, gsize cell, double value,
                                  LvCellInfo *info);
void lv_model_take_figure (LvModel *self, const LvNode *series, gsize cell,
                           const LvCellBefore *before);

const GPtrArray *lv_model_actions (const LvModel *self);
LvItem *lv_model_find_action (const LvModel *self, const char *id);
void lv_model_set_actions (LvModel *self, GPtrArray *actions);
const GPtrArray *lv_model_goals (const LvModel *self);
void lv_model_set_goals (LvModel *self, GPtrArray *goals);

const char *lv_node_id (const LvNode *self);
const char *lv_node_title (const LvNode *self);
LvItem *lv_node_item (const LvNode *self);
const LvShape *lv_node_shape (const LvNode *self);
const LvUnit *lv_node_unit (const LvNode *self);
const LvAttributes *lv_node_attributes (const LvNode *self);
const LvSeries *lv_node_series (const LvNode *self);
const LvParameter *lv_node_parameter (const LvNode *self);
const LvItem *lv_node_measure (const LvNode *self);
gboolean lv_node_is_input (const LvNode *self);
gboolean lv_node_is_sourced (const LvNode *self);
gboolean lv_node_is_switch (const LvNode *self);
gboolean lv_node_is_lever (const LvNode *self);
gboolean lv_node_takes_measures (const LvNode *self);
gboolean lv_node_is_hidden (const LvNode *self);
gboolean lv_node_present (const LvModel *model, const LvNode *self, gsize cell);

G_END_DECLS
