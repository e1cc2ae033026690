/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-document-private.h"

#include <string.h>

G_DEFINE_QUARK (lv-document-error-quark, lv_document_error)
G_DEFINE_FINAL_TYPE (LvDocument, lv_document, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
step_free (gpointer data)
{
  LvStep *step = data;

  g_free (step->name);
  g_free (step->key);
  g_ptr_array_unref (step->before);
  g_ptr_array_unref (step->after);
  g_free (step->active_before);
  g_free (step->active_after);
  g_free (step);
}

static void
lv_document_finalize (GObject *object)
{
  LvDocument *self = LV_DOCUMENT (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_ptr_array_unref (self->steps);
  g_free (self->active);
  G_OBJECT_CLASS (lv_document_parent_class)->finalize (object);
}

static void
lv_document_class_init (LvDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_document_finalize;
  /* Something else is said from now on: whoever shows it, shows it anew. */
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lv_document_init (LvDocument *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
}

/** Returns: (transfer none) (element-type LvDocGroup): what the document says now, in order */
const GPtrArray *
lv_document_groups (LvDocument *self)
{
  g_return_val_if_fail (LV_IS_DOCUMENT (self), NULL);
  return self->groups;
}

/** Returns: (transfer none) (nullable): the group [@kind @id] */
LvDocGroup *
lv_document_find (LvDocument *self, const char *kind, const char *id)
{
  g_return_val_if_fail (LV_IS_DOCUMENT (self), NULL);
  for (guint i = 0; i < self->groups->len; i++)
    if (lv_doc_group_is (g_ptr_array_index (self->groups, i), kind, id))
      return g_ptr_array_index (self->groups, i);
  return NULL;
}

/** Returns: (transfer full) (nullable): id of the scenario that is shown, %NULL for the grundprognose */
char *
lv_document_active (LvDocument *self)
{
  g_return_val_if_fail (LV_IS_DOCUMENT (self), NULL);
  return g_strdup (self->active);
}

/** Shows another scenario. It is no step, but steps remember what was shown, and undo shows it again. */
void
lv_document_set_active (LvDocument *self, const char *id)
{
  g_return_if_fail (LV_IS_DOCUMENT (self));
  if (g_strcmp0 (self->active, id) == 0)
    return;
  g_free (self->active);
  self->active = g_strdup (id);
  lv_document_end_step (self);
}

/* --- Steps */

static void
take (LvDocument *self, GPtrArray *groups)
{
  g_ptr_array_ref (groups);
  g_ptr_array_unref (self->groups);
  self->groups = groups;
}

static LvStep *
open_step (LvDocument *self, const char *key)
{
  LvStep *last = self->at > 0 ? g_ptr_array_index (self->steps, self->at - 1) : NULL;

  return last != NULL && self->open && key != NULL && g_strcmp0 (last->key, key) == 0 ? last : NULL;
}

/** Returns: whether an edit with this key goes on with the last step */
gboolean
lv_document_continues (LvDocument *self, const char *key)
{
  g_return_val_if_fail (LV_IS_DOCUMENT (self), FALSE);
  return open_step (self, key) != NULL;
}

static void
extend (LvDocument *self, LvStep *step, const char *name, GPtrArray *groups)
{
  g_ptr_array_unref (step->after);
  step->after = g_ptr_array_ref (groups);
  g_free (step->name);
  step->name = g_strdup (name);
  /* Pulled there and back again: nothing has happened. */
  if (!lv_doc_groups_equal (step->before, step->after))
    return;
  g_ptr_array_set_size (self->steps, (int) --self->at);
  self->open = FALSE;
}

/**
 * lv_document_edit:
 * @name: what is done, as the user reads it after "Undo:"
 * @key: (nullable): what is edited; the same key in a row is one step
 * @groups: (transfer full) (element-type LvDocGroup): what the document says from now on
 */
void
lv_document_edit (LvDocument *self, const char *name, const char *key, GPtrArray *groups)
{
  g_autoptr (GPtrArray) owned = groups;
  LvStep *step;

  g_return_if_fail (LV_IS_DOCUMENT (self));
  if (lv_doc_groups_equal (self->groups, groups))
    return;
  g_ptr_array_set_size (self->steps, (int) self->at);
  step = open_step (self, key);
  if (step != NULL)
    extend (self, step, name, groups);
  else
    {
      step = g_new0 (LvStep, 1);
      step->name = g_strdup (name);
      step->key = g_strdup (key);
      step->before = g_ptr_array_ref (self->groups);
      step->after = g_ptr_array_ref (groups);
      step->active_before = g_strdup (self->active_before != NULL ? self->active_before[0] : self->active);
      step->active_after = g_strdup (self->active);
      g_ptr_array_add (self->steps, step);
      self->at++;
      self->open = TRUE;
    }
  take (self, groups);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** The next edit is a step of its own, whatever it edits. */
void
lv_document_end_step (LvDocument *self)
{
  g_return_if_fail (LV_IS_DOCUMENT (self));
  self->open = FALSE;
}

/** Returns: how many steps are done, for lv_document_join_steps() */
guint
lv_document_n_done (LvDocument *self)
{
  g_return_val_if_fail (LV_IS_DOCUMENT (self), 0);
  return self->at;
}

/**
 * lv_document_join_steps:
 * @from: how many steps were done before the first that is joined
 * @name: what they do together
 *
 * Makes one step of all that were done since, as when a form with many fields is left; none where they lead
 * back to where they began.
 */
void
lv_document_join_steps (LvDocument *self, guint from, const char *name)
{
  LvStep *first;
  const LvStep *last;

  g_return_if_fail (LV_IS_DOCUMENT (self) && name != NULL);
  self->open = FALSE;
  if (from + 1 > self->at)
    return;
  first = g_ptr_array_index (self->steps, from);
  last = g_ptr_array_index (self->steps, self->at - 1);
  if (first != last)
    {
      g_ptr_array_unref (first->after);
      first->after = g_ptr_array_ref (last->after);
      g_free (first->active_after);
      first->active_after = g_strdup (last->active_after);
    }
  g_free (first->name);
  first->name = g_strdup (name);
  g_clear_pointer (&first->key, g_free);
  self->at = from + (lv_doc_groups_equal (first->before, first->after) ? 0 : 1);
  g_ptr_array_set_size (self->steps, (int) self->at);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lv_document_replace:
 * @old: (nullable): a group of the document
 * @group: (transfer full) (nullable): what stands in its place; %NULL takes it away; without @old it is
 *   added at the end
 */
void
lv_document_replace (LvDocument *self, const char *name, const char *key, LvDocGroup *old,
                     LvDocGroup *group)
{
  GPtrArray *groups = lv_doc_groups_copy (self->groups);
  guint index = 0;

  if (old != NULL && g_ptr_array_find (groups, old, &index))
    g_ptr_array_remove_index (groups, index);
  else
    index = groups->len;
  if (group != NULL)
    g_ptr_array_insert (groups, (int) index, group);
  lv_document_edit (self, name, key, groups);
}

/** Adds @group (transfer full) at the end, as a step of its own. */
void
lv_document_add (LvDocument *self, const char *name, LvDocGroup *group)
{
  lv_document_replace (self, name, NULL, NULL, group);
}

static void
go (LvDocument *self, GPtrArray *groups, const char *active)
{
  take (self, groups);
  if (g_strcmp0 (self->active, active) != 0)
    {
      g_free (self->active);
      self->active = g_strdup (active);
    }
  self->open = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/** Returns: whether there was a step to undo */
gboolean
lv_document_undo (LvDocument *self)
{
  const LvStep *step;

  g_return_val_if_fail (LV_IS_DOCUMENT (self), FALSE);
  if (self->at == 0)
    return FALSE;
  step = g_ptr_array_index (self->steps, --self->at);
  go (self, step->before, step->active_before);
  return TRUE;
}

/** Returns: whether there was a step to do again */
gboolean
lv_document_redo (LvDocument *self)
{
  const LvStep *step;

  g_return_val_if_fail (LV_IS_DOCUMENT (self), FALSE);
  if (self->at == self->steps->len)
    return FALSE;
  step = g_ptr_array_index (self->steps, self->at++);
  go (self, step->after, step->active_after);
  return TRUE;
}

/** Returns: (transfer none) (nullable): the name of what undo takes back; %NULL for nothing */
const char *
lv_document_undo_name (LvDocument *self)
{
  g_return_val_if_fail (LV_IS_DOCUMENT (self), NULL);
  return self->at > 0 ? ((LvStep *) g_ptr_array_index (self->steps, self->at - 1))->name : NULL;
}

/** Returns: (transfer none) (nullable): the name of what redo does again */
const char *
lv_document_redo_name (LvDocument *self)
{
  g_return_val_if_fail (LV_IS_DOCUMENT (self), NULL);
  return self->at < self->steps->len
             ? ((LvStep *) g_ptr_array_index (self->steps, self->at))->name
             : NULL;
}

/** Returns: whether the document says something else than what was saved or read */
gboolean
lv_document_is_modified (LvDocument *self)
{
  g_return_val_if_fail (LV_IS_DOCUMENT (self), FALSE);
  return self->saved == NULL || !lv_doc_groups_equal (self->groups, self->saved);
}

/** What the document says now is what the file says; steps stay. */
void
lv_document_mark_saved (LvDocument *self)
{
  g_return_if_fail (LV_IS_DOCUMENT (self));
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  self->saved = g_ptr_array_ref (self->groups);
  lv_document_end_step (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** No file says what the document says: it was recovered, or its file is gone or holds something else. */
void
lv_document_mark_unsaved (LvDocument *self)
{
  g_return_if_fail (LV_IS_DOCUMENT (self));
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** The step that comes next began while @id was shown; for edits that show another scenario themselves. */
void
lv_document_edit_from (LvDocument *self, const char *id, const char *name, const char *key,
                       GPtrArray *groups)
{
  self->active_before = &id;
  lv_document_edit (self, name, key, groups);
  self->active_before = NULL;
}
