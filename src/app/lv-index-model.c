/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-index-model.h"

struct _LvIndexItem
{
  GObject parent_instance;

  guint index;
};

G_DEFINE_FINAL_TYPE (LvIndexItem, lv_index_item, G_TYPE_OBJECT)

static void
lv_index_item_class_init (LvIndexItemClass *klass)
{
}

static void
lv_index_item_init (LvIndexItem *self)
{
}

/** Returns: the item's place in its list, from 0 */
guint
lv_index_item_get (LvIndexItem *self)
{
  g_return_val_if_fail (LV_IS_INDEX_ITEM (self), 0);
  return self->index;
}

struct _LvIndexModel
{
  GObject parent_instance;

  guint n;
};

static GType
get_item_type (GListModel *model)
{
  return LV_TYPE_INDEX_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return LV_INDEX_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LvIndexItem *item;

  if (position >= LV_INDEX_MODEL (model)->n)
    return NULL;
  item = g_object_new (LV_TYPE_INDEX_ITEM, NULL);
  item->index = position;
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LvIndexModel, lv_index_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
lv_index_model_class_init (LvIndexModelClass *klass)
{
}

static void
lv_index_model_init (LvIndexModel *self)
{
}

/** Returns: (transfer full): a list of @n things */
LvIndexModel *
lv_index_model_new (guint n)
{
  LvIndexModel *self = g_object_new (LV_TYPE_INDEX_MODEL, NULL);

  self->n = n;
  return self;
}

/** All things are others from now on, and there are @n of them. */
void
lv_index_model_set (LvIndexModel *self, guint n)
{
  guint before;

  g_return_if_fail (LV_IS_INDEX_MODEL (self));
  before = self->n;
  self->n = n;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, n);
}
