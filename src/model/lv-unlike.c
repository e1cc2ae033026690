/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures that stand beside each other do not have in common: the year of their data, what they
 * measure, of what they are a share, price level, basis. */
#include "lv-unlike.h"

#include "lv-model-private.h"
#include "lv-text.h"

#include <string.h>

/* Figures that are measured apart, such as the two axes of a plane, need only be of the same year. */
static const struct
{
  const char *key;
  int attribute; /* -1: a text of the item */
  gboolean apart;
} aspects[] = {
  { "data-year", -1, TRUE },
  { "definition", -1, FALSE },
  { "denominator", -1, FALSE },
  { "price-level", LV_ATTRIBUTE_PRICE_LEVEL, FALSE },
  { "basis", LV_ATTRIBUTE_BASIS, FALSE },
};

static const char *
said (const LvModel *model, const LvNode *node, gsize aspect)
{
  const LvPack *pack = lv_model_pack (model);
  const LvItem *item = lv_node_item (node);

  if (aspects[aspect].attribute >= 0)
    return node->type.attributes.value[aspects[aspect].attribute];
  return item != NULL && lv_node_measure (node) == NULL
             ? lv_pack_text (pack, item, aspects[aspect].key)
             : NULL;
}

/* What a node says, or else what is said by all that it is computed of. */
static void
collect (const LvModel *model, const LvNode *node, gsize aspect, GHashTable *seen, GPtrArray *found)
{
  const char *text = said (model, node, aspect);

  if (!g_hash_table_add (seen, (gpointer) node))
    return;
  if (text != NULL && !g_ptr_array_find_with_equal_func (found, text, g_str_equal, NULL))
    g_ptr_array_add (found, (gpointer) text);
  if (text != NULL || aspects[aspect].attribute >= 0)
    return;
  for (guint i = 0; node->uses != NULL && i < node->uses->len; i++)
    collect (model, g_array_index (node->uses, LvUse, i).node, aspect, seen, found);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
value_words (const LvPack *pack, gsize aspect, const char *text)
{
  g_autofree char *name = g_strconcat (aspects[aspect].key, "-", text, NULL);

  if (aspects[aspect].attribute == LV_ATTRIBUTE_PRICE_LEVEL && g_ascii_isdigit (text[0])
      && strlen (text) == 4)
    return g_strdup_printf ("%s-pl", text + 2);
  return g_strdup (aspects[aspect].attribute >= 0 ? lv_text_word (pack, name, text) : text);
}

/* All that a node says of an aspect, in one text; empty when it says nothing. */
static char *
aspect_of (const LvModel *model, const LvNode *node, gsize aspect)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GString *out = g_string_new (NULL);

  collect (model, node, aspect, seen, found);
  g_ptr_array_sort (found, compare_texts);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *words = value_words (lv_model_pack (model), aspect, g_ptr_array_index (found, i));

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", words);
    }
  return g_string_free (out, FALSE);
}

/* "dataår 2021 og 2022", or NULL when no two nodes say different things. */
static char *
difference (const LvModel *model, const GPtrArray *nodes, gsize aspect)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = g_strconcat ("unlike-", aspects[aspect].key, NULL);
  g_autofree char *joined = NULL;
  const char *pattern = lv_text_word (lv_model_pack (model), name, "{1}");
  g_auto (GStrv) parts = g_strsplit (pattern, "{1}", 2);

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *text = aspect_of (model, g_ptr_array_index (nodes, i), aspect);

      if (text[0] != '\0' && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        g_ptr_array_add (texts, g_steal_pointer (&text));
    }
  if (texts->len < 2)
    return NULL;
  g_ptr_array_add (texts, NULL);
  joined = g_strjoinv (" / ", (char **) texts->pdata);
  return g_strconcat (parts[0], joined, parts[0] != NULL ? parts[1] : NULL, NULL);
}

/**
 * lv_unlike_text:
 * @nodes: (element-type LvNode): what stands side by side
 * @apart: they are measured apart, such as along the two axes of a plane
 *
 * Returns: (transfer full) (nullable): a sentence that says in what they are unlike, in the words of
 *   the pack; %NULL when they say nothing different
 */
char *
lv_unlike_text (const LvModel *model, const GPtrArray *nodes, gboolean apart)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *pattern = lv_text_word (lv_model_pack (model), "unlike", "{1}");
  g_auto (GStrv) parts = g_strsplit (pattern, "{1}", 2);

  for (gsize i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      g_autofree char *text = !apart || aspects[i].apart ? difference (model, nodes, i) : NULL;

      if (text != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", text);
    }
  if (out->len == 0)
    return NULL;
  return g_strconcat (parts[0], out->str, parts[0] != NULL ? parts[1] : NULL, NULL);
}
