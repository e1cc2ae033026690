/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-document.h"
#include "lv-state.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LV_TYPE_SESSION (lv_session_get_type ())

/**
 * LvSession:
 *
 * What a window works on: a model, a user's document, and the values of the grundprognose and of the
 * scenario that is shown. Every edit goes through here into the document, is computed at once and announced
 * by the signal "changed"; undo and redo come back the same way. Widgets hold no values of their own. An
 * edit that is not allowed emits "refused" with the reason in words.
 *
 * What the document says of its own (series, measures, members of open axes) is part of the model. When it is
 * another, the model is made anew and "rebuilt" is emitted, before "changed": from then on nodes, items and
 * axes of the old model are nobody's any more. Those that a handler holds stay readable until the main loop
 * is back, and edits of them do nothing.
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

/**
 * LvSessionScenario:
 * @id: (owned)
 * @title: (owned)
 * @description: (owned): "" when there is none
 * @parent: (owned) (nullable): id of the scenario that it builds on
 * @state: (owned): udkast, fremlagt or laast
 * @author: (owned): who gave it this state, "" when nobody has
 * @date: (owned): when
 * @own: it stands in the user's document, not in the pack
 */
typedef struct
{
  char *id;
  char *title;
  char *description;
  char *parent;
  char *state;
  char *author;
  char *date;
  gboolean own;
} LvSessionScenario;

/**
 * LvSessionPart:
 * @change: one change of the scenario
 * @alone: what it does alone to the number that was asked about
 */
typedef struct
{
  LvSessionChange change;
  double alone;
} LvSessionPart;

LvSession *lv_session_new (LvModel *model) G_GNUC_WARN_UNUSED_RESULT;
const LvModel *lv_session_model (LvSession *self);
const LvPack *lv_session_pack (LvSession *self);
const LvState *lv_session_state (LvSession *self);
const LvState *lv_session_base (LvSession *self);
const LvNode *lv_session_head_node (LvSession *self, const char *key);

/* Edits: lv-session-edit.c */
gboolean lv_session_set (LvSession *self, const LvNode *input, gsize cell, double value);
gboolean lv_session_reset (LvSession *self, const LvNode *input, gsize cell);
gboolean lv_session_reset_all (LvSession *self);
gboolean lv_session_set_many (LvSession *self, const char *name, const LvSessionChange *changes,
                              guint n);
gboolean lv_session_set_because (LvSession *self, const LvNode *input, gsize cell, double value,
                                 const char *reason);
void lv_session_end_edit (LvSession *self);
gboolean lv_session_is_changed (LvSession *self, const LvNode *input, gsize cell);
GArray *lv_session_changes (LvSession *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_session_reason (LvSession *self, const LvNode *input, gsize cell, char **by)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_session_set_reason (LvSession *self, const LvNode *input, gsize cell, const char *reason);

/* Undo */
gboolean lv_session_undo (LvSession *self);
gboolean lv_session_redo (LvSession *self);

/* The document: lv-session.c */
LvDocument *lv_session_document (LvSession *self);
gboolean lv_session_set_document (LvSession *self, LvDocument *document, GPtrArray *unplaced);
GPtrArray *lv_session_unplaced (LvSession *self) G_GNUC_WARN_UNUSED_RESULT;
void lv_session_set_user (LvSession *self, const char *name);
void lv_session_set_today (LvSession *self, const char *date);
const char *lv_session_user (LvSession *self);
const char *lv_session_today (LvSession *self);

/* Scenarios: lv-session-scenario.c */
GPtrArray *lv_session_scenarios (LvSession *self) G_GNUC_WARN_UNUSED_RESULT;
LvSessionScenario *lv_session_find_scenario (LvSession *self, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_session_scenario_free (LvSessionScenario *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvSessionScenario, lv_session_scenario_free)
const char *lv_session_shown (LvSession *self);
gboolean lv_session_show (LvSession *self, const char *id, LvProblems *problems);
LvScenario *lv_session_flatten (LvSession *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
LvState *lv_session_state_of (LvSession *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
const char *lv_session_compared (LvSession *self);
void lv_session_compare (LvSession *self, const char *id);
char *lv_session_add_scenario (LvSession *self, const char *title, const char *parent)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_session_duplicate_scenario (LvSession *self, const char *id, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_session_rename_scenario (LvSession *self, const char *id, const char *title);
gboolean lv_session_describe_scenario (LvSession *self, const char *id, const char *text);
gboolean lv_session_set_parent (LvSession *self, const char *id, const char *parent);
gboolean lv_session_set_scenario_state (LvSession *self, const char *id, const char *state);
gboolean lv_session_delete_scenario (LvSession *self, const char *id);
gboolean lv_session_move_scenario (LvSession *self, const char *id, int by);
gboolean lv_session_is_locked (LvSession *self, const char *id);

/* Figures of the user's own: lv-session-figures.c */
gboolean lv_session_set_figure (LvSession *self, const LvNode *series, gsize cell, double value,
                                const char *source);
gboolean lv_session_take_figure (LvSession *self, const LvNode *series, gsize cell);

/* What was read in (LvImportRecord): lv-session-take.c */
gboolean lv_session_take_records (LvSession *self, const char *name, const GPtrArray *records,
                                  GError **error);
void lv_session_take_groups (LvSession *self, const char *name, const GPtrArray *groups, const char *active);

/* What each change does: lv-session-effects.c */
GArray *lv_session_effects (LvSession *self, const LvNode *node, gsize cell, double *together)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
