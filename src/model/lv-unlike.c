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

#define N_ASPECTS G_N_ELEMENTS (aspects)

/**
 * LvSaid:
 * @texts: (owned) of each node and aspect what the node itself says
 * @joined: (owned) of each node and aspect all that is said, once it is asked
 * @turns: (owned) of each node the walk that came to it last
 *
 * A model does not change, so that each question is answered once. Figures ask for thousands of nodes.
 */
struct _LvSaid
{
  const char **texts;
  char **joined;
  guint *turns;
  guint turn;
  guint n_nodes;
};

void
lv_said_free (LvSaid *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n_nodes * N_ASPECTS; i++)
    g_free (self->joined[i]);
  g_free (self->texts);
  g_free (self->joined);
  g_free (self->turns);
  g_free (self);
}

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

static LvSaid *
said_new (const LvModel *model)
{
  LvSaid *self = g_new0 (LvSaid, 1);

  self->n_nodes = model->nodes->len;
  self->texts = g_new0 (const char *, self->n_nodes * N_ASPECTS);
  self->joined = g_new0 (char *, self->n_nodes * N_ASPECTS);
  self->turns = g_new0 (guint, self->n_nodes);
  for (guint i = 0; i < self->n_nodes; i++)
    for (gsize aspect = 0; aspect < N_ASPECTS; aspect++)
      self->texts[i * N_ASPECTS + aspect] = said (model, g_ptr_array_index (model->nodes, i), aspect);
  return self;
}

/* What a node says, or else what is said by all that it is computed of. */
static void
collect (LvSaid *self, const LvNode *node, gsize aspect, GPtrArray *found)
{
  const char *text = self->texts[node->index * N_ASPECTS + aspect];

  if (self->turns[node->index] == self->turn)
    return;
  self->turns[node->index] = self->turn;
  if (text != NULL && !g_ptr_array_find_with_equal_func (found, text, g_str_equal, NULL))
    g_ptr_array_add (found, (gpointer) text);
  if (text != NULL || aspects[aspect].attribute >= 0)
    return;
  for (guint i = 0; node->uses != NULL && i < node->uses->len; i++)
    collect (self, g_array_index (node->uses, LvUse, i).node, aspect, found);
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

static char *
join_said (const LvModel *model, const LvNode *node, gsize aspect)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GString *out = g_string_new (NULL);

  model->said->turn++;
  collect (model->said, node, aspect, found);
  g_ptr_array_sort (found, compare_texts);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *words = value_words (lv_model_pack (model), aspect, g_ptr_array_index (found, i));

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", words);
    }
  return g_string_free (out, FALSE);
}

/* All that a node says of an aspect, in one text; empty when it says nothing. Threads ask at once.
 * Returns: (transfer none) */
static const char *
aspect_of (const LvModel *model, const LvNode *node, gsize aspect)
{
  LvModel *cache = (LvModel *) model;
  const char *answer;
  char **text;

  g_mutex_lock (&cache->said_lock);
  if (cache->said == NULL)
    cache->said = said_new (model);
  text = &cache->said->joined[node->index * N_ASPECTS + aspect];
  if (*text == NULL)
    *text = join_said (model, node, aspect);
  answer = *text;
  g_mutex_unlock (&cache->said_lock);
  return answer;
}

/* "dataår 2021 og 2022", or NULL when no two nodes say different things. */
static char *
difference (const LvModel *model, const GPtrArray *nodes, gsize aspect)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *name = g_strconcat ("unlike-", aspects[aspect].key, NULL);
  g_autofree char *joined = NULL;
  const char *pattern = lv_text_word (lv_model_pack (model), name, "{1}");
  g_auto (GStrv) parts = g_strsplit (pattern, "{1}", 2);

  for (guint i = 0; i < nodes->len; i++)
    {
      const char *text = aspect_of (model, g_ptr_array_index (nodes, i), aspect);

      if (text[0] != '\0' && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        g_ptr_array_add (texts, (gpointer) text);
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
