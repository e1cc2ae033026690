/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which actions there are besides the pack's, and their order. */
#include "lv-session-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Circles */

/* Whether the action at @index waits for itself; @state: 0 unseen, 1 on the way, 2 done. */
static gboolean
goes_round (const GPtrArray *actions, GHashTable *places, guint8 *state, guint index, guint depth)
{
  g_auto (GStrv) depends = NULL;

  if (state[index] != 0 || depth > 10000)
    return state[index] == 1;
  state[index] = 1;
  depends = lv_action_list (g_ptr_array_index (actions, index), LV_ACTION_DEPENDS);
  for (guint i = 0; depends[i] != NULL; i++)
    {
      gpointer place = g_hash_table_lookup (places, depends[i]);

      if (place != NULL
          && goes_round (actions, places, state, GPOINTER_TO_UINT (place) - 1, depth + 1))
        return TRUE;
    }
  state[index] = 2;
  return FALSE;
}

/** Returns: whether some of the actions wait for each other in a circle */
gboolean
lv_plan_has_circle (const GPtrArray *actions)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint8 *state = g_new0 (guint8, actions->len + 1);

  for (guint i = 0; i < actions->len; i++)
    g_hash_table_insert (places, ((LvAction *) g_ptr_array_index (actions, i))->id,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < actions->len; i++)
    if (goes_round (actions, places, state, i, 0))
      return TRUE;
  return FALSE;
}

/* --- Order */

static LvDocGroup *
find_head (const GPtrArray *groups, guint *index)
{
  for (*index = 0; *index < groups->len; (*index)++)
    if (lv_doc_group_is (g_ptr_array_index (groups, *index), "document", NULL))
      return g_ptr_array_index (groups, *index);
  return NULL;
}

static void
put_order (GPtrArray *groups, const char *order)
{
  guint index;
  LvDocGroup *head = find_head (groups, &index);

  if (head == NULL)
    return;
  groups->pdata[index] = lv_doc_group_with (head, "plan-order", order);
  lv_doc_group_unref (head);
}

/* The ids in their order, with @id before @before (nullable: last), and without @gone. */
static char *
order_with (const GPtrArray *items, const char *id, const char *before, const char *gone)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);

      if (before != NULL && id != NULL && strcmp (item->id, before) == 0)
        g_ptr_array_add (ids, (gpointer) id);
      if (g_strcmp0 (item->id, id) != 0 && g_strcmp0 (item->id, gone) != 0)
        g_ptr_array_add (ids, item->id);
    }
  if (before == NULL && id != NULL)
    g_ptr_array_add (ids, (gpointer) id);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (";", (char **) ids->pdata);
}

/**
 * lv_session_reorder_action:
 * @before: (nullable): the action that it shall stand before; %NULL for last
 *
 * Returns: %FALSE when there is no such action
 */
gboolean
lv_session_reorder_action (LvSession *self, const char *id, const char *before)
{
  g_autofree char *order = NULL;
  g_autofree char *name = NULL;
  g_autoptr (LvAction) action = NULL;
  GPtrArray *groups;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  action = lv_session_find_action (self, id);
  if (action == NULL || (before != NULL && lv_model_find_action (self->model, before) == NULL))
    return FALSE;
  if (g_strcmp0 (id, before) == 0)
    return TRUE;
  order = order_with (lv_model_actions (self->model), id, before, NULL);
  name = lv_action_edit_name (action, _ ("moved in the list"));
  groups = lv_doc_groups_copy (lv_document_groups (self->document));
  put_order (groups, order);
  lv_document_edit (self->document, name, NULL, groups);
  lv_document_end_step (self->document);
  return TRUE;
}

/** Puts the plan in the pack's order again. Returns: whether it had another */
gboolean
lv_session_reset_order (LvSession *self)
{
  GPtrArray *groups;
  const LvDocGroup *head;
  guint index;

  g_return_val_if_fail (LV_IS_SESSION (self), FALSE);
  head = find_head (lv_document_groups (self->document), &index);
  if (head == NULL || lv_doc_group_find (head, "plan-order") == NULL)
    return FALSE;
  groups = lv_doc_groups_copy (lv_document_groups (self->document));
  put_order (groups, NULL);
  lv_document_edit (self->document, _ ("The plan in the pack’s order"), NULL, groups);
  lv_document_end_step (self->document);
  return TRUE;
}

/* --- Adding */

/* "ta.plan.*;..." -> "lokal.ta.plan." */
static char *
own_prefix (const char *of)
{
  g_auto (GStrv) patterns = g_strsplit (of != NULL ? of : "", ";", -1);

  for (guint i = 0; patterns[i] != NULL; i++)
    {
      const char *pattern = g_strstrip (patterns[i]);

      if (g_str_has_suffix (pattern, ".*"))
        return g_strdup_printf ("lokal.%.*s", (int) strlen (pattern) - 1, pattern);
    }
  return g_strdup ("lokal.");
}

static char *
free_id (LvSession *self, const char *prefix)
{
  for (guint n = 1;; n++)
    {
      char *id = g_strdup_printf ("%sopgave-%u", prefix, n);

      if (lv_pack_find (lv_model_pack (self->model), id) == NULL
          && lv_document_find (self->document, "action", id) == NULL)
        return id;
      g_free (id);
    }
}

static const char *
behind (const GPtrArray *items, const char *after)
{
  for (guint i = 0; after != NULL && i + 1 < items->len; i++)
    if (strcmp (((LvItem *) g_ptr_array_index (items, i))->id, after) == 0)
      return ((LvItem *) g_ptr_array_index (items, i + 1))->id;
  return NULL;
}

static char *
add_group (LvSession *self, const char *name, LvDocGroup *group, const char *after)
{
  GPtrArray *groups = lv_doc_groups_copy (lv_document_groups (self->document));
  const GPtrArray *items = lv_model_actions (self->model);
  const char *before = behind (items, after);
  char *id = g_strdup (group->id);

  if (before != NULL)
    {
      g_autofree char *order = order_with (items, id, before, NULL);

      put_order (groups, order);
    }
  g_ptr_array_add (groups, group);
  lv_document_edit (self->document, name, NULL, groups);
  lv_document_end_step (self->document);
  return id;
}

/**
 * lv_session_add_action:
 * @of: (nullable): the plan that it belongs to, as a card says it in of=; its id begins so after "lokal."
 * @title: what is to be done
 * @track: (nullable): its track
 * @after: (nullable): the action that it shall stand behind; %NULL for last
 *
 * Returns: (transfer full) (nullable): id of an action of the user's own; %NULL without a title
 */
char *
lv_session_add_action (LvSession *self, const char *of, const char *title, const char *track,
                       const char *after)
{
  g_autofree char *prefix = own_prefix (of);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  LvDocGroup *group;

  g_return_val_if_fail (LV_IS_SESSION (self) && title != NULL, NULL);
  if (title[0] == '\0')
    {
      lv_session_refuse (self, _ ("An action needs a title."));
      return NULL;
    }
  id = free_id (self, prefix);
  group = lv_change_replaced (lv_doc_group_new ("action", id), "title", title);
  group = lv_change_replaced (group, "track", track);
  name = g_strdup_printf (_ ("New action: %s"), title);
  return add_group (self, name, group, after);
}

/** Makes an action of one's own that says the same, with the dates planned, and stands behind. Returns:
 * (transfer full) (nullable): its id */
char *
lv_session_duplicate_action (LvSession *self, const char *id)
{
  g_autoptr (LvAction) action = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *other = NULL;
  g_autofree char *name = NULL;
  LvDocGroup *group;
  const char *bare;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, NULL);
  action = lv_session_find_action (self, id);
  if (action == NULL)
    return NULL;
  bare = g_str_has_prefix (id, "lokal.") ? id + strlen ("lokal.") : id;
  prefix = strrchr (bare, '.') != NULL
               ? g_strdup_printf ("lokal.%.*s", (int) (strrchr (bare, '.') + 1 - bare), bare)
               : g_strdup ("lokal.");
  other = free_id (self, prefix);
  group = lv_doc_group_new ("action", other);
  for (guint i = 0; i < LV_ACTION_PLANNED_START; i++)
    if (i != LV_ACTION_START && i != LV_ACTION_END)
      group = lv_change_replaced (group, lv_action_key ((LvActionField) i), action->text[i]);
  group = lv_change_replaced (group, "start", lv_action_text (action, LV_ACTION_PLANNED_START));
  group = lv_change_replaced (group, "end", lv_action_text (action, LV_ACTION_PLANNED_END));
  name = g_strdup_printf (_ ("Duplicate action: %s"), lv_action_text (action, LV_ACTION_TITLE));
  return add_group (self, name, group, id);
}

/* --- Deleting */

static char *
list_without (const char *text, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strcmp (g_strstrip (parts[i]), id) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ";" : "", parts[i]);
  return g_string_free (out, FALSE);
}

static LvDocGroup *
without_mention (LvSession *self, LvDocGroup *group, const char *id)
{
  g_autofree char *start = g_strdup_printf ("action %s.start", id);
  g_autofree char *end = g_strdup_printf ("action %s.end", id);
  g_autofree char *depends = NULL;
  g_autofree char *rest = NULL;

  if (lv_doc_group_is (group, "scenario", NULL))
    {
      if (lv_doc_group_find (group, start) != NULL)
        group = lv_change_taken (group, start);
      if (lv_doc_group_find (group, end) != NULL)
        group = lv_change_taken (group, end);
      return group;
    }
  depends = lv_doc_group_is (group, "action", NULL) ? lv_doc_group_get (group, "depends") : NULL;
  if (depends == NULL)
    return group;
  rest = list_without (depends, id);
  if (strcmp (rest, depends) == 0)
    return group;
  if (rest[0] == '\0' && lv_session_pack_action (self, group->id) != NULL)
    return lv_change_replaced (group, "depends", LV_ACTION_NONE);
  return lv_change_replaced (group, "depends", rest);
}

static gboolean
is_moved_by_locked (LvSession *self, const char *id)
{
  const GPtrArray *groups = lv_document_groups (self->document);
  g_autofree char *start = g_strdup_printf ("action %s.start", id);
  g_autofree char *end = g_strdup_printf ("action %s.end", id);

  for (guint i = 0; i < groups->len; i++)
    {
      const LvDocGroup *group = g_ptr_array_index (groups, i);

      if (lv_doc_group_is (group, "scenario", NULL) && lv_session_is_locked (self, group->id)
          && (lv_doc_group_find (group, start) != NULL || lv_doc_group_find (group, end) != NULL))
        return TRUE;
    }
  return FALSE;
}

/**
 * lv_session_delete_action:
 *
 * What speaks of it goes with it: its dates in scenarios, and what waits for it. Those of the pack can only
 * be dropped, by their status.
 *
 * Returns: %FALSE when it is not the user's own, or a locked scenario moves it
 */
gboolean
lv_session_delete_action (LvSession *self, const char *id)
{
  g_autoptr (LvAction) action = NULL;
  g_autofree char *doomed = g_strdup (id);
  g_autofree char *order = NULL;
  g_autofree char *name = NULL;
  GPtrArray *groups;
  guint index;
  LvDocGroup *head;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  action = lv_session_find_action (self, id);
  if (action == NULL || !action->own)
    return lv_session_refuse_action (
        self, _ ("The action stands in the pack. Give it the status “dropped” instead."));
  if (is_moved_by_locked (self, id))
    return lv_session_refuse_action (
        self, _ ("A scenario that has been presented or locked moves the action, so it is kept."));
  groups = lv_doc_groups_copy (lv_document_groups (self->document));
  for (guint i = groups->len; i > 0; i--)
    if (lv_doc_group_is (groups->pdata[i - 1], "action", doomed))
      g_ptr_array_remove_index (groups, i - 1);
    else
      groups->pdata[i - 1] = without_mention (self, groups->pdata[i - 1], doomed);
  head = find_head (groups, &index);
  if (head != NULL && lv_doc_group_find (head, "plan-order") != NULL)
    {
      order = order_with (lv_model_actions (self->model), NULL, NULL, doomed);
      put_order (groups, order);
    }
  name = g_strdup_printf (_ ("Delete action: %s"), lv_action_text (action, LV_ACTION_TITLE));
  lv_document_edit (self->document, name, NULL, groups);
  lv_document_end_step (self->document);
  return TRUE;
}
