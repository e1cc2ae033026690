/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LV_TYPE_INDEX_ITEM (lv_index_item_get_type ())

/** One item of an LvIndexModel: its place in the list. */
G_DECLARE_FINAL_TYPE (LvIndexItem, lv_index_item, LV, INDEX_ITEM, GObject)

guint lv_index_item_get (LvIndexItem *self);

#define LV_TYPE_INDEX_MODEL (lv_index_model_get_type ())

/**
 * LvIndexModel:
 *
 * A list of so many things, each known by its number only; the items are made when somebody looks at them, so a
 * list of a hundred thousand costs nothing.
 */
G_DECLARE_FINAL_TYPE (LvIndexModel, lv_index_model, LV, INDEX_MODEL, GObject)

LvIndexModel *lv_index_model_new (guint n) G_GNUC_WARN_UNUSED_RESULT;
void lv_index_model_set (LvIndexModel *self, guint n);

G_END_DECLS
