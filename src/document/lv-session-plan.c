/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan as it is now: the pack's actions with what the document says of them, the user's own, in the
 * document's order; put into the model, so that forecast and charts know it. */
#include "lv-session-plan-private.h"

#include "lv-id.h"
#include "lv-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_planned (LvActionField field)
{
  return field == LV_ACTION_PLANNED_START || field == LV_ACTION_PLANNED_END;
}

/* --- What the document may say */

/** Returns: (transfer none) (nullable): the pack's own action @id */
const LvItem *
lv_session_pack_action (LvSession *self, const char *id)
{
  const LvItem *item = lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_ACTION, id);

  return item != NULL && !item->local ? item : NULL;
}

static gboolean
is_own_id (const char *id)
{
  return g_str_has_prefix (id, "lokal.") && lv_id_valid (id);
}

static gboolean
ids_are_valid (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!lv_id_valid (g_strstrip (parts[i])))
      return FALSE;
  return TRUE;
}

/** Returns: whether @text is what @field holds, as a file writes it */
gboolean
lv_action_text_is_valid (LvActionField field, const char *text)
{
  GDate day;

  switch (lv_action_type (field))
    {
    case LV_ACTION_IS_DATE:
      return lv_date_parse (text, FALSE, &day);
    case LV_ACTION_IS_STATUS:
      return lv_action_is_status (text);
    case LV_ACTION_IS_IDS:
      return ids_are_valid (text);
    case LV_ACTION_IS_MEASURE:
      return lv_id_valid (text);
    case LV_ACTION_IS_TEXT:
    case LV_ACTION_IS_CELLS:
    case LV_ACTION_IS_SOURCE:
    default:
      return TRUE;
    }
}

/** Returns: whether the document may say @field; of the pack's actions not where they are printed, nor their
 * dates, which are moved in scenarios */
gboolean
lv_action_may_be_said (LvActionField field, gboolean own)
{
  return own
         || (field != LV_ACTION_START && field != LV_ACTION_END && !is_planned (field)
             && field != LV_ACTION_SOURCE && field != LV_ACTION_PLACE);
}

/* Returns: (transfer full) (nullable): what the document says in @field, "" where it takes it away */
static char *
said (const LvDocGroup *group, LvActionField field, gboolean own)
{
  g_autofree char *text = group != NULL && lv_action_may_be_said (field, own)
                              ? lv_doc_group_get (group, lv_action_key (field))
                              : NULL;

  if (text == NULL || (strcmp (text, LV_ACTION_NONE) != 0 && !lv_action_text_is_valid (field, text)))
    return NULL;
  return strcmp (text, LV_ACTION_NONE) == 0 ? g_strdup ("") : g_steal_pointer (&text);
}

/** Notes in @unplaced what of [action ID] has no place here: the id, or a line that is not what it should be. */
void
lv_session_check_action (LvSession *self, const LvDocGroup *group, GPtrArray *unplaced)
{
  gboolean own = is_own_id (group->id);

  if (!own && lv_session_pack_action (self, group->id) == NULL)
    {
      g_ptr_array_add (unplaced,
                       g_strdup_printf (_ ("[action %s]: there is no such action"), group->id));
      return;
    }
  for (guint i = 0; i < LV_ACTION_PLANNED_START; i++)
    {
      g_autofree char *raw = lv_doc_group_get (group, lv_action_key ((LvActionField) i));
      g_autofree char *text = said (group, (LvActionField) i, own);

      if (raw != NULL && text == NULL)
        g_ptr_array_add (unplaced, g_strdup_printf (_ ("[action %s]: “%s=%s” has no meaning here"),
                                                    group->id, lv_action_key ((LvActionField) i), raw));
    }
}

/* --- The model's actions */

static void
entry_clear (gpointer data)
{
  LvEntry *entry = data;

  g_free (entry->key);
  g_free (entry->value);
}

static void
item_free (gpointer data)
{
  LvItem *item = data;

  g_array_unref (item->entries);
  g_free (item->id);
  g_free (item);
}

void
lv_session_init_actions (LvSession *self)
{
  self->actions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);
  self->items = g_ptr_array_new_with_free_func (item_free);
}

/** Gives the model the pack's plan back and forgets the items of one's own. */
void
lv_session_drop_actions (LvSession *self)
{
  lv_model_set_actions (self->model, NULL);
  lv_model_set_goals (self->model, NULL);
  g_hash_table_unref (self->actions);
  g_ptr_array_unref (self->items);
}

static void
add_entry (LvItem *item, const char *key, const char *value)
{
  LvEntry entry = { g_strdup (key), NULL, g_strdup (value), 0, 0 };

  g_array_append_val (item->entries, entry);
}

static LvItem *
new_item (LvSession *self, LvKind kind, const char *id, const LvItem *of)
{
  LvItem *item = g_new0 (LvItem, 1);

  item->kind = kind;
  item->id = g_strdup (id);
  item->file = of != NULL ? of->file : "";
  item->line = of != NULL ? of->line : 0;
  item->order = of != NULL ? of->order : lv_pack_n_items (lv_model_pack (self->model));
  item->local = of == NULL;
  item->entries = g_array_new (FALSE, TRUE, sizeof (LvEntry));
  g_array_set_clear_func (item->entries, entry_clear);
  g_ptr_array_add (self->items, item);
  return item;
}

static LvItem *
make_item (LvSession *self, const LvDocGroup *group, const LvItem *of)
{
  LvItem *item = new_item (self, LV_KIND_ACTION, group->id, of);

  for (guint i = 0; i < LV_ACTION_PLANNED_START; i++)
    {
      LvActionField field = (LvActionField) i;
      g_autofree char *own = said (group, field, of == NULL);
      const char *text = own;

      if (text == NULL && of != NULL)
        text = lv_action_item_text (lv_model_pack (self->model), of, field);
      if (text != NULL && text[0] != '\0')
        add_entry (item, lv_action_key (field), text);
    }
  item->title = lv_item_get (item, "title");
  return item;
}

/* An item is made again only when its text is another, so that what shows it need not look again. */
static gboolean
says_the_same (const LvItem *a, const LvItem *b)
{
  if (a->entries->len != b->entries->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    {
      const LvEntry *left = &g_array_index (a->entries, LvEntry, i);
      const LvEntry *right = &g_array_index (b->entries, LvEntry, i);

      if (strcmp (left->key, right->key) != 0 || strcmp (left->value, right->value) != 0)
        return FALSE;
    }
  return TRUE;
}

static LvItem *
item_of (LvSession *self, const LvDocGroup *group, const LvItem *of)
{
  LvItem *before = g_hash_table_lookup (self->actions, group->id);
  LvItem *now = make_item (self, group, of);

  if (before == NULL || !says_the_same (before, now))
    return now;
  g_ptr_array_set_size (self->items, (int) self->items->len - 1);
  return before;
}

static GHashTable *
groups_by_id (LvSession *self)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *groups = lv_document_groups (self->document);

  for (guint i = 0; i < groups->len; i++)
    {
      LvDocGroup *group = g_ptr_array_index (groups, i);

      if (lv_doc_group_is (group, "action", NULL) && !g_hash_table_contains (by_id, group->id))
        g_hash_table_insert (by_id, group->id, group);
    }
  return by_id;
}

static void
add_own (LvSession *self, GPtrArray *items, GHashTable *known)
{
  const GPtrArray *groups = lv_document_groups (self->document);

  for (guint i = 0; i < groups->len; i++)
    {
      const LvDocGroup *group = g_ptr_array_index (groups, i);
      LvItem *item;

      if (!lv_doc_group_is (group, "action", NULL) || !is_own_id (group->id)
          || g_hash_table_contains (known, group->id))
        continue;
      item = item_of (self, group, NULL);
      if (item->title == NULL)
        item->title = item->id;
      g_hash_table_insert (known, item->id, item);
      g_ptr_array_add (items, item);
    }
}

static GPtrArray *
in_default_order (LvSession *self, GHashTable *known)
{
  const GPtrArray *pack = lv_pack_items (lv_model_pack (self->model), LV_KIND_ACTION);
  GPtrArray *items = g_ptr_array_new ();
  g_autoptr (GHashTable) groups = groups_by_id (self);

  for (guint i = 0; i < pack->len; i++)
    {
      LvItem *item = g_ptr_array_index (pack, i);
      const LvDocGroup *group = item->local ? NULL : g_hash_table_lookup (groups, item->id);

      if (item->local)
        continue;
      if (group != NULL)
        {
          item = item_of (self, group, item);
          g_hash_table_insert (known, item->id, item);
        }
      g_ptr_array_add (items, item);
    }
  add_own (self, items, known);
  return items;
}

/* --- Order */

static char **
said_order (LvSession *self)
{
  const GPtrArray *groups = lv_document_groups (self->document);

  for (guint i = 0; i < groups->len; i++)
    {
      const LvDocGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *text = lv_doc_group_is (group, "document", NULL)
                                  ? lv_doc_group_get (group, "plan-order")
                                  : NULL;

      if (text != NULL)
        return g_strsplit (text, ";", -1);
    }
  return NULL;
}

static LvItem *
find_item (const GPtrArray *items, const char *id, guint *index)
{
  for (guint i = 0; i < items->len; i++)
    if (strcmp (((LvItem *) g_ptr_array_index (items, i))->id, id) == 0)
      {
        *index = i;
        return g_ptr_array_index (items, i);
      }
  return NULL;
}

static gboolean
is_same_list (const GPtrArray *a, const GPtrArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

/* --- Goals */

static LvItem *
goal_item (LvSession *self, const LvDocGroup *group, const LvItem *of)
{
  static const char *const own[] = { "actual", "actual-date", "actual-source", NULL };
  LvItem *item = new_item (self, LV_KIND_GOAL, of->id, of);

  item->like = (LvItem *) of->like;
  for (guint i = 0; i < of->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (of->entries, LvEntry, i);

      if (!g_strv_contains (own, entry->key))
        add_entry (item, entry->key, entry->value);
    }
  for (guint i = 0; own[i] != NULL; i++)
    {
      g_autofree char *text = lv_doc_group_get (group, own[i]);

      if (text != NULL)
        add_entry (item, own[i], text);
    }
  item->title = of->title;
  return item;
}

static gboolean
says_actual (const LvDocGroup *group)
{
  g_autofree char *text = group != NULL ? lv_doc_group_get (group, "actual") : NULL;

  return text != NULL;
}

static LvItem *
last_goal (LvSession *self, const LvItem *of, guint index)
{
  const GPtrArray *goals = lv_model_goals (self->model);
  LvItem *item = index < goals->len ? g_ptr_array_index (goals, index) : NULL;

  return item != NULL && item != of && strcmp (item->id, of->id) == 0 ? item : NULL;
}

/* Puts what the document says of goals into the model, where it is something else than before. */
static void
sync_goals (LvSession *self)
{
  const GPtrArray *pack = lv_pack_items (lv_model_pack (self->model), LV_KIND_GOAL);
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();

  for (guint i = 0; i < pack->len; i++)
    {
      LvItem *item = g_ptr_array_index (pack, i);
      const LvDocGroup *group = lv_document_find (self->document, "goal", item->id);
      LvItem *before = last_goal (self, item, i);

      if (says_actual (group))
        {
          item = goal_item (self, group, item);
          if (before != NULL && says_the_same (before, item))
            {
              g_ptr_array_set_size (self->items, (int) self->items->len - 1);
              item = before;
            }
        }
      g_ptr_array_add (goals, item);
    }
  if (!is_same_list (goals, lv_model_goals (self->model)))
    lv_model_set_goals (self->model, g_steal_pointer (&goals));
}

/** Puts the plan that the document says into the model, where it is another than the one there. */
void
lv_session_sync_actions (LvSession *self)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) items = in_default_order (self, known);
  g_auto (GStrv) order = said_order (self);

  if (order != NULL)
    items = lv_plan_ordered (g_steal_pointer (&items), order);
  g_hash_table_unref (self->actions);
  self->actions = known;
  sync_goals (self);
  if (!is_same_list (items, lv_model_actions (self->model)))
    lv_model_set_actions (self->model, g_steal_pointer (&items));
}

/* --- Values */

static void
take_date (LvAction *action, const LvChange *change)
{
  LvActionField field = strcmp (change->property, "start") == 0 ? LV_ACTION_START : LV_ACTION_END;

  if (!lv_action_text_is_valid (field, change->value)
      || strcmp (lv_action_text (action, field), change->value) == 0)
    return;
  lv_action_set_text (action, field, change->value);
  action->moved = TRUE;
}

static void
take_dates (LvSession *self, GPtrArray *actions)
{
  g_autoptr (LvScenario) scenario = lv_session_flatten (self, self->shown);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; scenario != NULL && i < actions->len; i++)
    g_hash_table_insert (by_id, ((LvAction *) g_ptr_array_index (actions, i))->id,
                         g_ptr_array_index (actions, i));
  for (guint i = 0; scenario != NULL && i < scenario->changes->len; i++)
    {
      const LvChange *change = g_ptr_array_index (scenario->changes, i);
      LvAction *action = change->kind == LV_CHANGE_ACTION && change->property != NULL
                             ? g_hash_table_lookup (by_id, change->id)
                             : NULL;

      if (action != NULL)
        take_date (action, change);
    }
}

/**
 * lv_session_actions:
 *
 * Returns: (transfer full) (element-type LvAction): the plan as the document and the shown scenario have it,
 *   in its order
 */
GPtrArray *
lv_session_actions (LvSession *self)
{
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_action_free);
  const GPtrArray *items;

  g_return_val_if_fail (LV_IS_SESSION (self), actions);
  items = lv_model_actions (self->model);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (actions, lv_action_from_item (self->model, g_ptr_array_index (items, i), i));
  take_dates (self, actions);
  return actions;
}

/** Returns: (transfer full) (nullable): the action @id as it is now */
LvAction *
lv_session_find_action (LvSession *self, const char *id)
{
  const GPtrArray *items;
  guint order = 0;
  g_autoptr (GPtrArray) one = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, NULL);
  items = lv_model_actions (self->model);
  if (find_item (items, id, &order) == NULL)
    return NULL;
  one = g_ptr_array_new ();
  g_ptr_array_add (one, lv_action_from_item (self->model, g_ptr_array_index (items, order), order));
  take_dates (self, one);
  return g_ptr_array_index (one, 0);
}

/** Returns: whether the session knows what day it is */
gboolean
lv_session_get_today (LvSession *self, GDate *today)
{
  g_return_val_if_fail (LV_IS_SESSION (self), FALSE);
  g_date_clear (today, 1);
  return lv_date_parse (self->today, FALSE, today);
}
