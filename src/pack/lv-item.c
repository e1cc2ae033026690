/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-item.h"

#include "lv-reader.h"

#include <string.h>

static const char *const kinds[LV_N_KINDS] = {
  "pack",    "source", "unit",  "axis",  "series",   "cell",   "parameter",  "formula",
  "measure", "pool",   "check", "solve", "scenario", "action", "goal",       "table",
  "row",     "flow",   "chart", "page",  "card",     "words",  "attachment", "document",
};

/* What like= copies. Which of them a kind knows is a matter of the schema. */
static const char *const copied[] = { "unit",        "price-level", "basis",  "kind",
                                      "purse",       "type",        "source", "place",
                                      "axes",        "from",        "data-year",
                                      "definition",  "denominator", NULL };

/** Returns: whether like= copies what stands under @key */
gboolean
lv_item_copies (const char *key)
{
  return g_strv_contains (copied, key);
}

/** Returns: (transfer none): the word in headers */
const char *
lv_kind_name (LvKind kind)
{
  g_return_val_if_fail (kind < LV_N_KINDS, "");
  return kinds[kind];
}

/** Returns: %FALSE when no kind is called @name */
gboolean
lv_kind_parse (const char *name, LvKind *kind)
{
  for (guint i = 0; i < LV_N_KINDS; i++)
    if (strcmp (kinds[i], name) == 0)
      {
        *kind = (LvKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * lv_item_entry:
 * @key: the key, "" for lines that begin with @
 * @argument: (nullable): what follows it
 *
 * Returns: (transfer none) (nullable): the item's own line, never one that like= copies
 */
const LvEntry *
lv_item_entry (const LvItem *self, const char *key, const char *argument)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (self->entries, LvEntry, i);

      /* It is asked tens of thousands of times for an export: most keys are told apart by their first letter. */
      if (entry->key[0] == key[0] && (entry->argument == NULL) == (argument == NULL)
          && strcmp (entry->key, key) == 0 && (argument == NULL || strcmp (entry->argument, argument) == 0))
        return entry;
    }
  return NULL;
}

/**
 * lv_item_get:
 * @key: a key without argument
 *
 * Returns: (transfer none) (nullable): its value, also where like= copies it
 */
const char *
lv_item_get (const LvItem *self, const char *key)
{
  const LvEntry *entry = lv_item_entry (self, key, NULL);

  if (entry != NULL)
    return entry->value;
  if (self->like != NULL && g_strv_contains (copied, key))
    return lv_item_get (self->like, key);
  return NULL;
}

/**
 * lv_item_get_list:
 * @key: a key whose value is a list with semicolons
 *
 * Returns: (transfer full): the parts without surrounding spaces; empty when the key is not there
 */
char **
lv_item_get_list (const LvItem *self, const char *key)
{
  const char *value = lv_item_get (self, key);
  char **parts = g_strsplit (value != NULL ? value : "", ";", -1);

  for (char **part = parts; *part != NULL; part++)
    g_strstrip (*part);
  return parts;
}

/** Returns: (transfer full): the header without brackets, "series forbrug", as problems name it */
char *
lv_item_group (const LvItem *self)
{
  return g_strconcat (lv_kind_name (self->kind), " ", self->id, NULL);
}
