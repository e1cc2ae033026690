/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which series and parameters a page is made of: those that its cards name, and all that these are computed
 * from. */
#include "lv-request.h"

#include "lv-id.h"
#include "lv-model-private.h"
#include "lv-schema.h"

#include <string.h>

/** A page being gone through. */
typedef struct
{
  const LvModel *model;
  GHashTable *seen; /* LvNode and LvItem */
  GPtrArray *found; /* LvNode */
} Walk;

/* What cards, charts and measures name values in. */
static const char *const keys[] = { "show",   "chart",  "inputs", "rows", "measures", "of",   "series",     "line",
                                    "also",   "handle", "x",      "y",    "a",        "b",    "low",        "high",
                                    "cells",  "total",  "rest",   "weight", "effect", "parameters", NULL };

/** Returns: whether somebody may be asked about @node: what is computed, restated or tied follows others, which
 * are asked about themselves */
gboolean
lv_request_can_ask (const LvNode *node)
{
  const LvSeries *series = lv_node_series (node);
  const LvParameter *parameter = lv_node_parameter (node);

  return lv_node_is_input (node) && !lv_node_is_hidden (node)
         && (parameter == NULL || parameter->role != LV_ROLE_VIEW) && (series == NULL || series->editable);
}

static void
add_node (Walk *self, const LvNode *node)
{
  if (!g_hash_table_add (self->seen, (gpointer) node))
    return;
  if (lv_request_can_ask (node))
    g_ptr_array_add (self->found, (gpointer) node);
  for (guint i = 0; node->uses != NULL && i < node->uses->len; i++)
    add_node (self, g_array_index (node->uses, LvUse, i).node);
}

static void add_item (Walk *self, const LvItem *item);

/* With * everything of the kinds that the key takes is meant. */
static gboolean
is_meant (const LvItem *item, const char *pattern, const LvItem *by, const char *key)
{
  gboolean is_words;
  const LvKeySpec *spec;

  if (item->id == NULL || !lv_id_matches (pattern, item->id))
    return FALSE;
  if (strcmp (pattern, "*") != 0)
    return TRUE;
  spec = lv_schema_key (by->kind, key, &is_words);
  return spec != NULL && (spec->kinds & LV_KIND_BIT (item->kind));
}

static void
add_named (Walk *self, const char *pattern, const LvItem *by, const char *key)
{
  const LvPack *pack = lv_model_pack (self->model);

  for (guint i = 0; pattern[0] != '\0' && i < lv_pack_n_items (pack); i++)
    {
      const LvItem *item = lv_pack_item (pack, i);
      gboolean meant = is_meant (item, pattern, by, key);
      const LvNode *node = meant ? lv_model_find (self->model, item->id) : NULL;

      if (node != NULL)
        add_node (self, node);
      else if (meant && (item->kind == LV_KIND_CHART || item->kind == LV_KIND_MEASURE))
        add_item (self, item);
    }
}

static void
add_item (Walk *self, const LvItem *item)
{
  if (!g_hash_table_add (self->seen, (gpointer) item))
    return;
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);
      g_auto (GStrv) words
          = g_strv_contains (keys, entry->key) ? g_strsplit (entry->value, ";", -1) : g_new0 (char *, 1);

      for (guint k = 0; words[k] != NULL; k++)
        {
          words[k][strcspn (words[k], "@")] = '\0';
          add_named (self, g_strstrip (words[k]), item, entry->key);
        }
    }
  if (item->like != NULL)
    add_item (self, item->like);
}

/**
 * lv_request_page_nodes:
 * @page: a [page] of the pack
 *
 * Returns: (transfer full) (element-type LvNode): the series and parameters that its cards are made of
 */
GPtrArray *
lv_request_page_nodes (const LvModel *model, const LvItem *page)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { model, seen, g_ptr_array_new () };
  g_auto (GStrv) ids = lv_item_get_list (page, "cards");

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const LvItem *card = lv_pack_find_kind (lv_model_pack (model), LV_KIND_CARD, ids[i]);

      if (card != NULL)
        add_item (&walk, card);
    }
  return walk.found;
}
