/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What can be said of a group without looking at any other: known keys, no key
 * twice, none missing. */

/* Up to this many lines are compared with each other; more go through a table. */
#define FEW_ENTRIES 16

static guint
entry_hash (gconstpointer data)
{
  const LvEntry *entry = data;

  return g_str_hash (entry->key) * 33
         + (entry->argument != NULL ? g_str_hash (entry->argument) : 0);
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const LvEntry *left = a;
  const LvEntry *right = b;

  return strcmp (left->key, right->key) == 0 && g_strcmp0 (left->argument, right->argument) == 0;
}

/* The first line of the group that says the same; @first is its table when it has many. */
static const LvEntry *
first_entry (const LvItem *item, GHashTable *first, const LvEntry *like)
{
  if (first != NULL)
    return g_hash_table_lookup (first, like);
  for (guint i = 0; i < item->entries->len; i++)
    if (entry_equal (&g_array_index (item->entries, LvEntry, i), like))
      return &g_array_index (item->entries, LvEntry, i);
  return NULL;
}

static GHashTable *
table_of_entries (const LvItem *item)
{
  GHashTable *first = g_hash_table_new (entry_hash, entry_equal);

  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (!g_hash_table_contains (first, entry))
        g_hash_table_add (first, (gpointer) entry);
    }
  return first;
}

static void
report_unknown (LvReader *self, LvItem *item, const LvEntry *entry)
{
  g_autofree char *hint = lv_nearest_hint (lv_nearest_key (self, item->kind, entry->key));

  if (entry->key[0] == '\0')
    lv_reader_report (self, item, entry, _ ("lines that begin with @ have no meaning in [%s]"),
                      lv_kind_name (item->kind));
  else
    lv_reader_report (self, item, entry, _ ("[%s] has no key “%s”%s"), lv_kind_name (item->kind),
                      entry->key, hint);
}

/* Whether the line has an argument, after the right sign, where the key wants one. */
static gboolean
check_argument (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  const char *form = spec->argument;
  gboolean optional = form != NULL && form[0] == '?';

  if (optional)
    form++;
  if (form == NULL && entry->argument != NULL)
    {
      if (entry->sign == ' ')
        lv_reader_report (self, item, entry, _ ("expected “%s=” without a space before ="),
                          entry->key);
      else
        lv_reader_report (self, item, entry, _ ("“%s” takes no @"), entry->key);
      return FALSE;
    }
  if (form != NULL && !optional && entry->argument == NULL)
    {
      lv_reader_report (self, item, entry, _ ("expected “%s%s=”"), entry->key, form);
      return FALSE;
    }
  if (form != NULL && entry->argument != NULL && entry->sign != form[0])
    {
      lv_reader_report (self, item, entry, _ ("expected “%s%s=”"), entry->key, form);
      return FALSE;
    }
  return TRUE;
}

static gboolean
value_may_be_empty (const LvKeySpec *spec, gboolean is_words)
{
  return !is_words && (spec->flags & LV_KEY_MAY_BE_EMPTY);
}

/* No line may say what another has said, nor a text in words what another says itself. */
static void
check_twice (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec,
             gboolean is_words, GHashTable *first)
{
  const LvEntry *earlier = first_entry (item, first, entry);
  LvEntry text = { (char *) spec->key, entry->argument };

  if (earlier != entry && !(spec->flags & LV_KEY_REPEATABLE))
    lv_reader_report (self, item, entry, _ ("it is said twice; the first time in line %u"),
                      earlier->line);
  else if (is_words && first_entry (item, first, &text) != NULL)
    lv_reader_report (self, item, entry, _ ("there is “%s” too; only one of them can be right"),
                      spec->key);
}

static void
check_entry (LvReader *self, LvItem *item, const LvEntry *entry, GHashTable *first)
{
  gboolean is_words;
  const LvKeySpec *spec = lv_schema_key (item->kind, entry->key, &is_words);

  if (spec == NULL)
    {
      report_unknown (self, item, entry);
      return;
    }
  if (!check_argument (self, item, entry, spec))
    return;
  check_twice (self, item, entry, spec, is_words, first);
  if (entry->value[0] == '\0' && !value_may_be_empty (spec, is_words))
    lv_reader_report (self, item, entry, _ ("nothing stands after ="));
}

static gboolean
has_key (const LvItem *item, const LvKeySpec *spec)
{
  g_autofree char *words_key = NULL;

  for (guint i = 0; i < item->entries->len; i++)
    if (strcmp (g_array_index (item->entries, LvEntry, i).key, spec->key) == 0)
      return TRUE;
  if (spec->type != LV_VALUE_TEXT)
    return FALSE;
  words_key = g_strconcat (spec->key, "-words", NULL);
  return lv_item_entry (item, words_key, NULL) != NULL;
}

static void
check_required (LvReader *self, LvItem *item)
{
  const LvKindSpec *kind = lv_schema_kind (item->kind);

  for (gsize i = 0; i < G_N_ELEMENTS (kind->keys) && kind->keys[i] != NULL; i++)
    for (const LvKeySpec *spec = kind->keys[i]; spec->key != NULL; spec++)
      if ((spec->flags & LV_KEY_REQUIRED) && !has_key (item, spec))
        lv_reader_report (self, item, NULL, _ ("the key “%s” is missing"), spec->key);
}

/** Checks the keys of a group against the table of kinds. */
void
lv_reader_check_structure (LvReader *self, LvItem *item)
{
  g_autoptr (GHashTable) first = item->entries->len > FEW_ENTRIES ? table_of_entries (item) : NULL;

  for (guint i = 0; i < item->entries->len; i++)
    check_entry (self, item, &g_array_index (item->entries, LvEntry, i), first);
  if (!lv_reader_is_overlay (item))
    check_required (self, item);
  item->title = lv_item_get (item, "title");
}

static void
report_twice (LvReader *self, LvItem *item, const LvItem *first, const char *sentence)
{
  g_autofree char *group = lv_item_group (first);

  lv_reader_report (self, item, NULL, "%s: [%s], %s:%u", sentence, group, first->file, first->line);
}

static void
register_spreadsheet_name (LvReader *self, LvItem *item)
{
  g_autofree char *name = lv_id_spreadsheet_name (item->id);
  LvItem *first = g_hash_table_lookup (self->spreadsheet_names, name);

  if (first == NULL)
    g_hash_table_insert (self->spreadsheet_names, g_steal_pointer (&name), item);
  else
    report_twice (self, item, first, _ ("in a spreadsheet its name would be that of another"));
}

/**
 * lv_reader_register:
 *
 * Enters the item's id in the table that it belongs to, so that others can refer to it. Of two with
 * the same id the first one is meant.
 */
void
lv_reader_register (LvReader *self, LvItem *item)
{
  GHashTable *ids = self->pack->ids;
  LvItem *first;

  if (item->kind == LV_KIND_CELL || item->kind == LV_KIND_DOCUMENT || !lv_id_valid (item->id)
      || lv_reader_is_overlay (item))
    return;
  if (item->kind == LV_KIND_UNIT)
    ids = self->pack->unit_ids;
  else if (item->kind == LV_KIND_AXIS && item->local)
    return; /* it adds members to the pack's */
  else if (item->kind == LV_KIND_AXIS)
    ids = self->pack->axis_ids;
  first = g_hash_table_lookup (ids, item->id);
  if (first != NULL)
    {
      report_twice (self, item, first, _ ("the id is taken"));
      return;
    }
  g_hash_table_insert (ids, item->id, item);
  if (ids == self->pack->ids)
    register_spreadsheet_name (self, item);
}
