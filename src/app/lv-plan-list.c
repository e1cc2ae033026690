/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-plan-list.h"

#include <string.h>

struct _LvPlanList
{
  GObject parent_instance;

  const LvPack *pack;
  GPtrArray *rows;      /* (owned): LvPlanRow for each action of the plan, in its order */
  const char *of;       /* (nullable) (borrowed): which actions of the plan */
  GHashTable *by_id;    /* (owned): id -> LvPlanRow */
  GHashTable *headings; /* (owned): title -> LvPlanRow */
  GPtrArray *shown;     /* (owned): LvPlanRow, headings among them */
  LvActionFilter filter; /* its texts (owned) */
  LvActionField group;
  GtkSorter *sorter;    /* (owned) (nullable) */
  gulong sorts;
  GDate today;
  guint stale_months;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LvPlanList, lv_plan_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return LV_TYPE_PLAN_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return LV_PLAN_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LvPlanList *self = LV_PLAN_LIST (model);

  return position < self->shown->len ? g_object_ref (g_ptr_array_index (self->shown, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- What is shown */

static GPtrArray *
matching_rows (LvPlanList *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      LvPlanRow *row = g_ptr_array_index (self->rows, i);

      if (lv_action_matches (lv_plan_row_action (row), &self->filter, &self->today, self->stale_months))
        g_ptr_array_add (rows, row);
    }
  return rows;
}

static const char *
group_of (LvPlanList *self, LvPlanRow *row)
{
  if (self->group == LV_ACTION_STATUS)
    return lv_plan_row_status (row);
  return lv_action_text (lv_plan_row_action (row), self->group);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer sorter)
{
  return gtk_sorter_compare (sorter, *(gpointer *) a, *(gpointer *) b);
}

/* g_ptr_array_sort_with_data() is stable: what the sorter finds alike stays in the plan's order. */
static void
sort (LvPlanList *self, GPtrArray *rows)
{
  if (lv_plan_list_is_sorted (self))
    g_ptr_array_sort_with_data (rows, compare_rows, self->sorter);
}

static LvPlanRow *
heading (LvPlanList *self, const char *title, guint count)
{
  LvPlanRow *row = g_hash_table_lookup (self->headings, title);

  if (row == NULL)
    {
      row = lv_plan_row_new_heading (title);
      g_hash_table_insert (self->headings, g_strdup (title), row);
    }
  lv_plan_row_set_count (row, count);
  return row;
}

static void
append (GPtrArray *shown, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (rows, i)));
}

/* Groups stand in the order in which the plan first names them. */
static void
append_groups (LvPlanList *self, GPtrArray *shown, GPtrArray *rows)
{
  g_autoptr (GHashTable) groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const char *title = group_of (self, g_ptr_array_index (rows, i));
      GPtrArray *group = g_hash_table_lookup (groups, title);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) title, group);
          g_ptr_array_add (titles, (gpointer) title);
        }
      g_ptr_array_add (group, g_ptr_array_index (rows, i));
    }
  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = g_ptr_array_index (titles, i);
      GPtrArray *group = g_hash_table_lookup (groups, title);

      sort (self, group);
      g_ptr_array_add (shown, g_object_ref (heading (self, title, group->len)));
      append (shown, group);
    }
}

/* Tells what differs between what was shown and what is: the ends that are alike stay. */
static void
announce (LvPlanList *self, GPtrArray *before)
{
  guint first = 0;
  guint last = 0;
  guint most = MIN (before->len, self->shown->len);

  while (first < most && before->pdata[first] == self->shown->pdata[first])
    first++;
  while (last < most - first
         && before->pdata[before->len - 1 - last] == self->shown->pdata[self->shown->len - 1 - last])
    last++;
  if (before->len != self->shown->len || first + last < most)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - last,
                                self->shown->len - first - last);
}

static void
refresh (LvPlanList *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  g_autoptr (GPtrArray) rows = matching_rows (self);

  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->group == LV_PLAN_NO_GROUP)
    {
      sort (self, rows);
      append (self->shown, rows);
    }
  else
    append_groups (self, self->shown, rows);
  announce (self, before);
}

/* --- What there is */

static LvPlanRow *
row_for (LvPlanList *self, GHashTable *before, LvAction *action)
{
  LvPlanRow *row = g_hash_table_lookup (before, action->id);

  if (row != NULL)
    {
      g_object_ref (row);
      lv_plan_row_take (row, action, self->pack, &self->today);
      return row;
    }
  row = lv_plan_row_new (NULL);
  lv_plan_row_take (row, action, self->pack, &self->today);
  return row;
}

/**
 * lv_plan_list_take_actions:
 * @actions: (transfer full) (element-type LvAction): the plan as it is now
 * @today: what day it is
 */
void
lv_plan_list_take_actions (LvPlanList *self, GPtrArray *actions, const GDate *today)
{
  g_autoptr (GPtrArray) old_rows = NULL;
  g_autoptr (GHashTable) old = NULL;
  g_autoptr (GPtrArray) all = actions;

  g_return_if_fail (LV_IS_PLAN_LIST (self) && actions != NULL);
  old_rows = g_steal_pointer (&self->rows);
  old = g_steal_pointer (&self->by_id);
  self->today = *today;
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      LvActionFilter mine = { .of = self->of };
      LvAction *action = g_ptr_array_index (all, i);
      LvPlanRow *row;

      if (!lv_action_matches (action, &mine, today, self->stale_months))
        continue;
      row = row_for (self, old, lv_action_copy (action));
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_id, g_strdup (action->id), row);
    }
  refresh (self);
}

static void
clear_filter (LvActionFilter *filter)
{
  g_free ((char *) filter->track);
  g_free ((char *) filter->body);
  g_free ((char *) filter->owner);
  g_free ((char *) filter->status);
  g_free ((char *) filter->due);
  g_free ((char *) filter->text);
}

/** @filter: which actions are shown; what it says of @of is left out, that is given once */
void
lv_plan_list_set_filter (LvPlanList *self, const LvActionFilter *filter)
{
  LvActionFilter own;

  g_return_if_fail (LV_IS_PLAN_LIST (self) && filter != NULL);
  own = *filter;
  own.of = NULL;
  own.track = g_strdup (filter->track);
  own.body = g_strdup (filter->body);
  own.owner = g_strdup (filter->owner);
  own.status = g_strdup (filter->status);
  own.due = g_strdup (filter->due);
  own.text = g_strdup (filter->text);
  clear_filter (&self->filter);
  self->filter = own;
  refresh (self);
}

/** @field: what the groups have in common, or LV_PLAN_NO_GROUP */
void
lv_plan_list_set_group (LvPlanList *self, LvActionField field)
{
  g_return_if_fail (LV_IS_PLAN_LIST (self));
  if (self->group == field)
    return;
  self->group = field;
  refresh (self);
}

/** @sorter: (nullable): the order within each group; the plan's own while it has none */
void
lv_plan_list_set_sorter (LvPlanList *self, GtkSorter *sorter)
{
  g_return_if_fail (LV_IS_PLAN_LIST (self));
  if (self->sorter != NULL)
    g_clear_signal_handler (&self->sorts, self->sorter);
  g_set_object (&self->sorter, sorter);
  if (sorter != NULL)
    self->sorts = g_signal_connect_swapped (sorter, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}

/* --- Reading */

/** Returns: whether a header's order is shown and not the plan's */
gboolean
lv_plan_list_is_sorted (LvPlanList *self)
{
  g_return_val_if_fail (LV_IS_PLAN_LIST (self), FALSE);
  return self->sorter != NULL && gtk_sorter_get_order (self->sorter) != GTK_SORTER_ORDER_NONE;
}

/** Returns: (transfer container) (element-type LvAction): all actions of the card, in the plan's order */
GPtrArray *
lv_plan_list_all (LvPlanList *self)
{
  GPtrArray *actions;

  g_return_val_if_fail (LV_IS_PLAN_LIST (self), NULL);
  actions = g_ptr_array_new ();
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (actions, (gpointer) lv_plan_row_action (g_ptr_array_index (self->rows, i)));
  return actions;
}

/** Returns: what the groups have in common, or LV_PLAN_NO_GROUP */
LvActionField
lv_plan_list_get_group (LvPlanList *self)
{
  g_return_val_if_fail (LV_IS_PLAN_LIST (self), LV_PLAN_NO_GROUP);
  return self->group;
}

/** Returns: how many actions the plan of the card has */
guint
lv_plan_list_n_actions (LvPlanList *self)
{
  g_return_val_if_fail (LV_IS_PLAN_LIST (self), 0);
  return self->rows->len;
}

/** Returns: how many of them are shown */
guint
lv_plan_list_n_shown (LvPlanList *self)
{
  guint n = 0;

  g_return_val_if_fail (LV_IS_PLAN_LIST (self), 0);
  for (guint i = 0; i < self->shown->len; i++)
    n += lv_plan_row_action (g_ptr_array_index (self->shown, i)) != NULL;
  return n;
}

/** Returns: (transfer container) (element-type LvAction): what is shown, without headings, in order */
GPtrArray *
lv_plan_list_actions (LvPlanList *self)
{
  GPtrArray *actions;

  g_return_val_if_fail (LV_IS_PLAN_LIST (self), NULL);
  actions = g_ptr_array_new ();
  for (guint i = 0; i < self->shown->len; i++)
    {
      const LvAction *action = lv_plan_row_action (g_ptr_array_index (self->shown, i));

      if (action != NULL)
        g_ptr_array_add (actions, (gpointer) action);
    }
  return actions;
}

/** Returns: (transfer none) (element-type LvPlanRow): what is shown */
const GPtrArray *
lv_plan_list_rows (LvPlanList *self)
{
  g_return_val_if_fail (LV_IS_PLAN_LIST (self), NULL);
  return self->shown;
}

/** Returns: (transfer none) (nullable): the row of an action, shown or not */
LvPlanRow *
lv_plan_list_find (LvPlanList *self, const char *id)
{
  g_return_val_if_fail (LV_IS_PLAN_LIST (self), NULL);
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/** Returns: whether the action is shown, and in which row */
gboolean
lv_plan_list_position (LvPlanList *self, const char *id, guint *position)
{
  LvPlanRow *row = lv_plan_list_find (self, id);

  return row != NULL && g_ptr_array_find (self->shown, row, position);
}

/** Returns: (transfer none) (nullable): the action that is shown @by rows after another, headings not counted */
const char *
lv_plan_list_neighbour (LvPlanList *self, const char *id, int by)
{
  g_autoptr (GPtrArray) actions = lv_plan_list_actions (self);

  for (guint i = 0; i < actions->len; i++)
    {
      const LvAction *action = g_ptr_array_index (actions, i);
      int at = (int) i + by;

      if (g_strcmp0 (action->id, id) == 0)
        return at >= 0 && at < (int) actions->len ? ((LvAction *) g_ptr_array_index (actions, at))->id : NULL;
    }
  return NULL;
}

/* --- The object */

static void
lv_plan_list_dispose (GObject *object)
{
  LvPlanList *self = LV_PLAN_LIST (object);

  if (self->sorter != NULL)
    g_clear_signal_handler (&self->sorts, self->sorter);
  g_clear_object (&self->sorter);
  G_OBJECT_CLASS (lv_plan_list_parent_class)->dispose (object);
}

static void
lv_plan_list_finalize (GObject *object)
{
  LvPlanList *self = LV_PLAN_LIST (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->headings);
  clear_filter (&self->filter);
  G_OBJECT_CLASS (lv_plan_list_parent_class)->finalize (object);
}

static void
lv_plan_list_class_init (LvPlanListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_plan_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_plan_list_finalize;
}

static void
lv_plan_list_init (LvPlanList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->group = LV_PLAN_NO_GROUP;
  g_date_clear (&self->today, 1);
}

/**
 * lv_plan_list_new:
 * @pack: whose words tell what is late and stale
 * @of: (nullable): ids or patterns of the actions; must outlive the list
 *
 * Returns: (transfer full): an empty list
 */
LvPlanList *
lv_plan_list_new (const LvPack *pack, const char *of)
{
  LvPlanList *self = g_object_new (LV_TYPE_PLAN_LIST, NULL);

  self->pack = pack;
  self->stale_months = lv_plan_stale_months (pack);
  self->of = of;
  return self;
}
