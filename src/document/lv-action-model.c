/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions as the model has them, without a session: for attachments and the command line. */
#include "lv-session-plan-private.h"

#include "lv-month.h"

#include <string.h>

/** Returns: (transfer none) (nullable): what @item says in @field */
const char *
lv_action_item_text (const LvPack *pack, const LvItem *item, LvActionField field)
{
  return lv_action_type (field) == LV_ACTION_IS_TEXT ? lv_pack_text (pack, item, lv_action_key (field))
                                                     : lv_item_get (item, lv_action_key (field));
}

static void
set_planned (LvAction *action, const LvItem *item, LvActionField field, LvActionField planned)
{
  const char *text = lv_item_get (item, lv_action_key (field));

  lv_action_set_text (action, field, text);
  lv_action_set_text (action, planned, text);
}

/* A status that the pack prints without a date is as old as its source. */
static void
find_status_day (const LvPack *pack, LvAction *action)
{
  const char *id = lv_action_text (action, LV_ACTION_SOURCE);
  const LvItem *source = id[0] != '\0' ? lv_pack_find_kind (pack, LV_KIND_SOURCE, id) : NULL;
  const char *date = source != NULL ? lv_item_get (source, "date") : NULL;
  g_autofree char *year = NULL;

  if (lv_action_day (action, LV_ACTION_STATUS_DATE, &action->status_day))
    return;
  if (date == NULL || (action->edited & (1u << LV_ACTION_STATUS)))
    {
      g_date_clear (&action->status_day, 1);
      return;
    }
  year = strlen (date) == 4 ? g_strconcat (date, "-12", NULL) : g_strdup (date);
  if (!lv_date_parse (year, TRUE, &action->status_day))
    g_date_clear (&action->status_day, 1);
}

static guint
edited_fields (const LvPack *pack, const LvItem *item)
{
  const LvItem *of = item->local ? NULL : lv_pack_find_kind (pack, LV_KIND_ACTION, item->id);
  guint edited = 0;

  for (guint i = 0; of != NULL && of != item && i < LV_ACTION_PLANNED_START; i++)
    {
      const char *before = lv_action_item_text (pack, of, (LvActionField) i);
      const char *now = lv_action_item_text (pack, item, (LvActionField) i);

      if (strcmp (before != NULL ? before : "", now != NULL ? now : "") != 0)
        edited |= 1u << i;
    }
  return edited;
}

/** Returns: (transfer full): what @item says, with the dates as planned */
LvAction *
lv_action_from_item (const LvModel *model, const LvItem *item, guint order)
{
  const LvPack *pack = lv_model_pack (model);
  LvAction *action = lv_action_new (item->id);

  action->own = item->local;
  action->order = order;
  action->edited = edited_fields (pack, item);
  for (guint i = 0; i < LV_ACTION_PLANNED_START; i++)
    lv_action_set_text (action, (LvActionField) i,
                        lv_action_item_text (pack, item, (LvActionField) i));
  if (lv_action_text (action, LV_ACTION_TITLE)[0] == '\0')
    lv_action_set_text (action, LV_ACTION_TITLE, item->title != NULL ? item->title : item->id);
  set_planned (action, item, LV_ACTION_START, LV_ACTION_PLANNED_START);
  set_planned (action, item, LV_ACTION_END, LV_ACTION_PLANNED_END);
  find_status_day (pack, action);
  return action;
}


/* The scenario's day, written as the plan's is where it is the same. */
static void
take_day (LvAction *action, const LvItem *item, const LvState *state, LvActionField field)
{
  GDate planned;
  GDate day;
  g_autofree char *text = NULL;

  if (!lv_state_get_day (state, item, lv_action_key (field), &day)
      || (lv_action_day (action, field, &planned) && g_date_compare (&planned, &day) == 0))
    return;
  text = g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&day),
                          (guint) g_date_get_month (&day), (guint) g_date_get_day (&day));
  lv_action_set_text (action, field, text);
  action->moved = TRUE;
}

/** Returns: (transfer full) (element-type LvAction): the plan of @state's model with @state's dates, in its order */
GPtrArray *
lv_actions_of_state (const LvState *state)
{
  const LvModel *model = lv_state_model (state);
  const GPtrArray *items = lv_model_actions (model);
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_action_free);

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);
      LvAction *action = lv_action_from_item (model, item, i);

      take_day (action, item, state, LV_ACTION_START);
      take_day (action, item, state, LV_ACTION_END);
      g_ptr_array_add (actions, action);
    }
  return actions;
}

/** Returns: (transfer full): those of @items (transfer full) that @order names, in its order; each other one
 * stays behind the one that it follows */
GPtrArray *
lv_plan_ordered (GPtrArray *items, char **order)
{
  GPtrArray *result = g_ptr_array_new ();
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (by_id, ((LvItem *) g_ptr_array_index (items, i))->id,
                         g_ptr_array_index (items, i));
  for (guint i = 0; order[i] != NULL; i++)
    {
      LvItem *item = g_hash_table_lookup (by_id, g_strstrip (order[i]));

      if (item != NULL && g_hash_table_add (placed, item))
        g_ptr_array_add (result, item);
    }
  for (guint i = 0; i < items->len; i++)
    {
      LvItem *item = g_ptr_array_index (items, i);
      guint at = 0;

      if (g_hash_table_contains (placed, item))
        continue;
      if (i > 0 && g_ptr_array_find (result, g_ptr_array_index (items, i - 1), &at))
        at++;
      g_ptr_array_insert (result, (int) at, item);
    }
  g_ptr_array_unref (items);
  return result;
}

/** Puts the plan into the order that the document says with which the model was loaded. */
void
lv_plan_order_model (LvModel *model)
{
  const LvPack *pack = lv_model_pack (model);
  const GPtrArray *documents = lv_pack_items (pack, LV_KIND_DOCUMENT);
  const GPtrArray *actions = lv_pack_items (pack, LV_KIND_ACTION);

  for (guint i = 0; i < documents->len; i++)
    {
      const char *text = lv_item_get (g_ptr_array_index (documents, i), "plan-order");
      g_auto (GStrv) order = text != NULL ? g_strsplit (text, ";", -1) : NULL;
      GPtrArray *items;

      if (order == NULL)
        continue;
      items = g_ptr_array_new ();
      for (guint a = 0; a < actions->len; a++)
        g_ptr_array_add (items, g_ptr_array_index (actions, a));
      lv_model_set_actions (model, lv_plan_ordered (items, order));
    }
}
