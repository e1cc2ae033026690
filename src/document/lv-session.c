/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-session-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

enum
{
  CHANGED,
  REBUILT,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvSession, lv_session, G_TYPE_OBJECT)

static void
drop_document (LvSession *self)
{
  if (self->document == NULL)
    return;
  g_clear_signal_handler (&self->listens, self->document);
  g_clear_object (&self->document);
}

static void
lv_session_finalize (GObject *object)
{
  LvSession *self = LV_SESSION (object);

  drop_document (self);
  lv_session_rebuild_clear (self);
  lv_session_drop_actions (self);
  lv_session_drop_effects (self);
  g_hash_table_unref (self->figure_placed);
  g_ptr_array_unref (self->figure_groups);
  g_clear_pointer (&self->inherited, lv_state_free);
  lv_state_free (self->base);
  lv_state_free (self->state);
  lv_model_free (self->model);
  lv_session_figures_free (self->figures);
  g_string_chunk_free (self->figure_texts);
  g_free (self->shown);
  g_free (self->compared);
  g_free (self->user);
  g_free (self->today);
  G_OBJECT_CLASS (lv_session_parent_class)->finalize (object);
}

static void
lv_session_class_init (LvSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_session_finalize;
  /* Values have been computed again: whoever shows some, shows them anew. */
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /* The model is another one, and values are those of the new one. Whoever holds a node, an item or an axis
   * looks for it again by its id, or lets go of it; "changed" follows. */
  signals[REBUILT] = g_signal_new ("rebuilt", LV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /* An edit was not allowed, for a reason in words. */
  signals[REFUSED] = g_signal_new ("refused", LV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lv_session_init (LvSession *self)
{
  self->figure_texts = g_string_chunk_new (1024);
  self->user = g_strdup ("");
  self->today = g_strdup ("");
  self->figures = lv_session_figures_new ();
  lv_session_init_actions (self);
  self->figure_groups = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_doc_group_unref);
  self->figure_placed = g_hash_table_new (NULL, NULL);
  lv_session_rebuild_init (self);
}

/* Undo, redo and every edit of the document arrive here. */
static void
document_changed_cb (LvSession *self)
{
  g_autofree char *active = lv_document_active (self->document);

  if (g_strcmp0 (self->shown, active) != 0)
    {
      g_free (self->shown);
      self->shown = g_steal_pointer (&active);
    }
  lv_session_sync (self);
}

static void
take_document (LvSession *self, LvDocument *document)
{
  drop_document (self);
  self->document = g_object_ref (document);
  self->listens = g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  g_free (self->shown);
  self->shown = lv_document_active (document);
}

/**
 * lv_session_new:
 * @model: (transfer full)
 *
 * Returns: (transfer full): a session that shows the grundprognose, with a document that says nothing yet
 */
LvSession *
lv_session_new (LvModel *model)
{
  LvSession *self = g_object_new (LV_TYPE_SESSION, NULL);
  g_autoptr (LvDocument) document = lv_document_new (lv_model_pack (model), _ ("Scenarios"));

  self->model = model;
  self->base = lv_state_new (model);
  self->state = lv_state_copy (self->base);
  take_document (self, document);
  return self;
}

const LvModel *
lv_session_model (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->model;
}

const LvPack *
lv_session_pack (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return lv_model_pack (self->model);
}

/** Returns: (transfer none): the scenario's values */
const LvState *
lv_session_state (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->state;
}

/** Returns: (transfer none): the grundprognose's values */
const LvState *
lv_session_base (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->base;
}

/** Returns: (transfer none) (nullable): the node that [pack] names under @key, such as "gap" */
const LvNode *
lv_session_head_node (LvSession *self, const char *key)
{
  const char *id = lv_pack_head (lv_model_pack (self->model), key);

  return id != NULL ? lv_model_find (self->model, id) : NULL;
}

/* What is only looked at through (role=view) is the same for both and is no change. */
gboolean
lv_session_input_is_view (const LvNode *input)
{
  const LvParameter *parameter = lv_node_parameter (input);

  return parameter != NULL && parameter->role == LV_ROLE_VIEW;
}

/* --- Values from what the document says */

/** Puts back what is only looked at through, after @state was cleared. */
void
lv_session_keep_views (LvSession *self, LvState *state)
{
  for (guint i = 0; i < lv_model_n_nodes (self->model); i++)
    {
      const LvNode *node = lv_model_node (self->model, i);

      if (!lv_node_is_input (node) || !lv_session_input_is_view (node) || lv_node_is_hidden (node))
        continue;
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
        if (lv_state_is_set (self->base, node, cell))
          lv_state_set (state, node, cell, lv_state_number (self->base, node, cell));
    }
}

/** Puts scenario @id (nullable) in place in @state, which is not computed; what is the same as before is not noted. */
void
lv_session_put (LvSession *self, LvState *state, const char *id)
{
  g_autoptr (LvScenario) scenario = lv_session_flatten (self, id);
  g_autoptr (LvProblems) problems = lv_problems_new ();

  lv_state_hold (state);
  if (scenario != NULL)
    lv_state_apply (state, lv_model_pack (self->model), scenario, problems);
  else
    lv_state_clear (state);
  lv_session_keep_views (self, state);
  lv_state_let_go (state);
}

/** Computes the state that the document says, and announces it. */
void
lv_session_sync (LvSession *self)
{
  gboolean rebuilt = lv_session_rebuild (self);

  lv_session_sync_figures (self);
  lv_session_sync_actions (self);
  lv_session_put (self, self->state, self->shown);
  lv_state_update (self->base);
  lv_state_update (self->state);
  if (rebuilt)
    g_signal_emit (self, signals[REBUILT], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** Tells the window why an edit was not made. */
void
lv_session_refuse (LvSession *self, const char *reason)
{
  g_signal_emit (self, signals[REFUSED], 0, reason);
}

/* --- The document */

/** Returns: (transfer none): what undo, saving and the list of scenarios work on */
LvDocument *
lv_session_document (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->document;
}

static void
check_scenario (LvSession *self, const LvDocGroup *group, GPtrArray *unplaced)
{
  g_autoptr (LvScenario) scenario = lv_session_flatten (self, group->id);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvState) trial = lv_state_copy (self->base);

  if (scenario == NULL || lv_state_apply (trial, lv_model_pack (self->model), scenario, problems))
    return;
  for (guint i = 0; i < lv_problems_kept (problems); i++)
    g_ptr_array_add (unplaced, lv_problem_to_string (lv_problems_get (problems, i)));
}

/* Kinds of groups that a session does something with. */
static gboolean
is_known (const LvDocGroup *group)
{
  static const char *const kinds[] = { "", "document", "scenario", "cell", "words", "action", "goal", "paper", NULL };

  return g_strv_contains (kinds, group->kind) || lv_session_is_structural (group);
}

/**
 * lv_session_set_document:
 * @document: what to work on from now on
 * @unplaced: (nullable) (element-type utf8): gets a line for everything that has no place in this pack;
 *   it stays in the document and does nothing
 *
 * Returns: whether everything has a place
 */
gboolean
lv_session_set_document (LvSession *self, LvDocument *document, GPtrArray *unplaced)
{
  g_autoptr (GPtrArray) lines = NULL;
  const GPtrArray *groups;

  g_return_val_if_fail (LV_IS_SESSION (self) && LV_IS_DOCUMENT (document), FALSE);
  take_document (self, document);
  lv_session_sync (self);
  lines = lv_session_unplaced (self);
  groups = lv_document_groups (document);
  for (guint i = 0; i < groups->len; i++)
    {
      const LvDocGroup *group = g_ptr_array_index (groups, i);

      if (lv_doc_group_is (group, "scenario", NULL))
        check_scenario (self, group, lines);
      else if (lv_doc_group_is (group, "cell", NULL) && !lv_session_is_structural (group)
               && !lv_session_has_figure (self, group))
        g_ptr_array_add (lines, g_strdup_printf (_ ("[cell %s]: there is no such cell"), group->id));
      else if (lv_doc_group_is (group, "action", NULL))
        lv_session_check_action (self, group, lines);
      else if (!is_known (group))
        g_ptr_array_add (lines, g_strdup_printf (_ ("[%s %s] is kept as it is"), group->kind, group->id));
    }
  for (guint i = 0; unplaced != NULL && i < lines->len; i++)
    g_ptr_array_add (unplaced, g_strdup (g_ptr_array_index (lines, i)));
  return lines->len == 0;
}

/** Says who edits: written beside each change. "" for nobody. */
void
lv_session_set_user (LvSession *self, const char *name)
{
  g_return_if_fail (LV_IS_SESSION (self) && name != NULL);
  g_free (self->user);
  self->user = g_strdup (name);
}

/** Says what day it is, YYYY-MM-DD: written beside each change. */
void
lv_session_set_today (LvSession *self, const char *date)
{
  g_return_if_fail (LV_IS_SESSION (self) && date != NULL);
  if (strcmp (self->today, date) == 0)
    return;
  g_free (self->today);
  self->today = g_strdup (date);
  /* What is late today was not yesterday. */
  g_signal_emit (self, signals[CHANGED], 0);
}

/** Returns: (transfer none): who edits, "" for nobody */
const char *
lv_session_user (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), "");
  return self->user;
}

/** Returns: (transfer none): what day it is, YYYY-MM-DD, "" when nobody has said */
const char *
lv_session_today (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), "");
  return self->today;
}

/** Returns: (transfer full): "Name, 2026-11-24", or as much of it as is known */
char *
lv_session_signature (LvSession *self)
{
  return g_strdup_printf ("%s%s%s", self->user,
                          self->user[0] != '\0' && self->today[0] != '\0' ? ", " : "", self->today);
}

/** Returns: whether there was something to undo */
gboolean
lv_session_undo (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), FALSE);
  return lv_document_undo (self->document);
}

/** Returns: whether there was something to do again */
gboolean
lv_session_redo (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), FALSE);
  return lv_document_redo (self->document);
}
