/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-id.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a user's document may hold, beginning with [document id]. */
#define LOCAL_KINDS                                                                                \
  (LV_KINDS_VALUES | LV_KIND_BIT (LV_KIND_DOCUMENT) | LV_KIND_BIT (LV_KIND_SCENARIO)               \
   | LV_KIND_BIT (LV_KIND_MEASURE) | LV_KIND_BIT (LV_KIND_ROW) | LV_KIND_BIT (LV_KIND_ACTION)      \
   | LV_KIND_BIT (LV_KIND_GOAL) | LV_KIND_BIT (LV_KIND_CELL) | LV_KIND_BIT (LV_KIND_WORDS)         \
   | LV_KIND_BIT (LV_KIND_AXIS))

/* Of these the ids are the user's own choice, or the pack's. */
#define FREE_IDS                                                                                   \
  (LV_KIND_BIT (LV_KIND_DOCUMENT) | LV_KIND_BIT (LV_KIND_SCENARIO) | LV_KIND_BIT (LV_KIND_CELL)    \
   | LV_KIND_BIT (LV_KIND_AXIS))

static void
read_renames (LvReader *self, LvItem *head)
{
  for (guint i = 0; i < head->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (head->entries, LvEntry, i);

      if (strcmp (entry->key, "rename") == 0 && entry->argument != NULL)
        g_hash_table_insert (self->pack->renames, entry->argument, entry->value);
    }
}

/** Finds the one [pack] and what it renames. */
void
lv_reader_read_head (LvReader *self, const char *folder)
{
  const GPtrArray *heads = self->pack->by_kind[LV_KIND_PACK];

  for (guint i = 0; i < heads->len; i++)
    {
      LvItem *head = g_ptr_array_index (heads, i);

      if (self->pack->head != NULL)
        lv_reader_report (self, head, NULL, _ ("there is a [pack] already, in %s:%u"),
                          self->pack->head->file, self->pack->head->line);
      else if (!head->local)
        self->pack->head = head;
    }
  if (self->pack->head == NULL)
    lv_problems_add (self->problems, folder, 0, NULL, NULL, "%s",
                     _ ("the pack has no group [pack id]"));
  else
    read_renames (self, self->pack->head);
}

/** Checks that what the pack renames is gone, and that what it is renamed to is there. */
void
lv_reader_check_renames (LvReader *self)
{
  LvItem *head = self->pack->head;

  for (guint i = 0; head != NULL && i < head->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (head->entries, LvEntry, i);

      if (strcmp (entry->key, "rename") != 0 || entry->argument == NULL)
        continue;
      if (!lv_id_valid (entry->argument))
        lv_reader_report (self, head, entry, _ ("“%s” cannot be an id"), entry->argument);
      else if (g_hash_table_contains (self->pack->ids, entry->argument))
        lv_reader_report (self, head, entry, _ ("“%s” is still there, so it cannot be renamed"),
                          entry->argument);
      else if (entry->value[0] != '\0')
        lv_reader_resolve (self, head, entry, entry->value, LV_KINDS_ANY);
    }
}

static void
check_pack_id (LvReader *self, LvItem *item)
{
  const LvEntry *entry = lv_item_entry (item, "pack", NULL);
  const LvItem *head = self->pack->head;

  if (entry != NULL && entry->value[0] != '\0' && head != NULL
      && strcmp (entry->value, head->id) != 0)
    lv_reader_report (self, item, entry, _ ("the document is for the pack “%s”, but this is “%s”"),
                      entry->value, head->id);
}

/* --- What a document says of the pack's plan, texts and estimates */

/* Kinds of which a document may say anew what the pack says. */
#define OVERLAYS                                                                                   \
  (LV_KIND_BIT (LV_KIND_ACTION) | LV_KIND_BIT (LV_KIND_GOAL) | LV_KIND_BIT (LV_KIND_WORDS)         \
   | LV_KIND_BIT (LV_KIND_PARAMETER))

/** Returns: whether it is a document's group about an action, a goal, words or a parameter of the pack, [action ID] */
gboolean
lv_reader_is_overlay (const LvItem *item)
{
  return item->local && (LV_KIND_BIT (item->kind) & OVERLAYS) && !g_str_has_prefix (item->id, "lokal.");
}

/** Returns: whether the line takes away what the pack says: `owner=none` */
gboolean
lv_reader_takes_away (const LvItem *item, const LvEntry *entry)
{
  return lv_reader_is_overlay (item) && strcmp (entry->value, "none") == 0;
}

/** Takes them out of the lists, as they are nothing of their own. */
void
lv_reader_find_overlays (LvReader *self)
{
  for (guint i = 0; i < self->pack->items->len; i++)
    {
      LvItem *item = g_ptr_array_index (self->pack->items, i);

      if (lv_reader_is_overlay (item))
        g_ptr_array_remove (self->pack->by_kind[item->kind], item);
    }
}

static LvItem *
find_under (LvReader *self, const LvItem *item)
{
  LvItem *under = g_hash_table_lookup (self->pack->ids, item->id);

  return under != NULL && under->kind == item->kind && !under->local ? under : NULL;
}

static void
take_out (LvItem *item, const char *key)
{
  g_autofree char *words = g_strconcat (key, "-words", NULL);

  for (guint i = item->entries->len; i > 0; i--)
    {
      const char *own = g_array_index (item->entries, LvEntry, i - 1).key;

      if (strcmp (own, key) == 0 || strcmp (own, words) == 0)
        g_array_remove_index (item->entries, i - 1);
    }
}

/* Where it is printed, and the dates, which scenarios move, stay the pack's. */
static gboolean
is_kept (const LvItem *item, const char *key)
{
  static const char *const kept[] = { "start", "end", "source", "place", "like", NULL };
  static const char *const estimates[] = { "low", "high", "estimate-by", "estimate-why", NULL };
  static const char *const words[] = { "text", "by", NULL };

  switch (item->kind)
    {
    case LV_KIND_ACTION:
      return g_strv_contains (kept, key);
    case LV_KIND_PARAMETER:
      return !g_strv_contains (estimates, key);
    case LV_KIND_WORDS:
      return !g_strv_contains (words, key);
    default:
      return !g_str_has_prefix (key, "actual");
    }
}

/* A text of the document's own stands in the place of all that the pack chooses between. */
static void
take_out_texts (LvItem *under)
{
  static const char *const keys[] = { "compare", "up", "down", "same", "missing" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    take_out (under, keys[i]);
}

static double
read_estimate (LvReader *self, LvItem *item, const LvParameter *parameter, const char *key)
{
  const LvEntry *entry = lv_item_entry (item, key, NULL);
  double value = NAN;

  if (entry == NULL)
    lv_reader_report (self, item, NULL, _ ("the key “%s” is missing"), key);
  else if (!lv_number_parse_c (entry->value, &value))
    lv_reader_report (self, item, entry, _ ("“%s” is not a number; expected a number such as 13.5"), entry->value);
  else if (value < parameter->min || value > parameter->max)
    lv_reader_report (self, item, entry, _ ("“%s” is outside of what can be entered"), entry->value);
  return value;
}

/* Low and high are one judgement: both or neither. */
static gboolean
take_estimates (LvReader *self, LvItem *under, LvItem *item)
{
  LvParameter *parameter = under->detail;
  double low;
  double high;

  if (parameter == NULL)
    return FALSE;
  low = read_estimate (self, item, parameter, "low");
  high = read_estimate (self, item, parameter, "high");
  if (!item->broken && low > high)
    lv_reader_report (self, item, lv_item_entry (item, "high", NULL), _ ("%s must not be below %s"), "high",
                      "low");
  if (item->broken)
    return FALSE;
  parameter->low = low;
  parameter->high = high;
  parameter->likely = NAN;
  return TRUE;
}

static void
lay_over (LvItem *under, const LvItem *item)
{
  for (guint i = 0; i < item->entries->len; i++)
    {
      LvEntry entry = g_array_index (item->entries, LvEntry, i);

      if (is_kept (item, entry.key))
        continue;
      take_out (under, entry.key);
      if (!lv_reader_takes_away (item, &entry))
        g_array_append_val (under->entries, entry);
    }
  under->title = lv_item_get (under, "title");
}

/** Puts what documents say of the pack's actions, goals, words and estimates in the place of what the pack says. */
void
lv_reader_lay_over (LvReader *self)
{
  for (guint i = 0; i < self->pack->items->len; i++)
    {
      LvItem *item = g_ptr_array_index (self->pack->items, i);
      LvItem *under = lv_reader_is_overlay (item) ? find_under (self, item) : NULL;

      if (under != NULL && item->kind == LV_KIND_WORDS)
        lv_reader_read_words (self, item);
      if (under == NULL || item->broken
          || (item->kind == LV_KIND_PARAMETER && !take_estimates (self, under, item)))
        continue;
      if (item->kind == LV_KIND_WORDS && lv_item_get (item, "text") != NULL)
        take_out_texts (under);
      lay_over (under, item);
    }
}

static void
check_local (LvReader *self, LvItem *item, gboolean first)
{
  if (first && item->kind != LV_KIND_DOCUMENT)
    lv_reader_report (self, item, NULL, _ ("the first group of a document must be [document id]"));
  else if (!first && item->kind == LV_KIND_DOCUMENT)
    lv_reader_report (self, item, NULL, _ ("only the first group of a document is [document id]"));
  if (item->kind == LV_KIND_DOCUMENT)
    check_pack_id (self, item);
  if (!(LV_KIND_BIT (item->kind) & LOCAL_KINDS))
    lv_reader_report (self, item, NULL, _ ("a document cannot hold [%s]; only packs can"),
                      lv_kind_name (item->kind));
  else if (!(LV_KIND_BIT (item->kind) & FREE_IDS) && !g_str_has_prefix (item->id, "lokal.")
           && (!lv_reader_is_overlay (item) || find_under (self, item) == NULL))
    lv_reader_report (self, item, NULL, _ ("the ids of a document must begin with “lokal.”"));
}

/** Checks that documents hold what documents may, and packs nothing that only documents may. */
void
lv_reader_check_documents (LvReader *self)
{
  const char *file = NULL;

  for (guint i = 0; i < self->pack->items->len; i++)
    {
      LvItem *item = g_ptr_array_index (self->pack->items, i);

      if (item->local)
        check_local (self, item, !self->part && item->file != file);
      else if (item->kind == LV_KIND_DOCUMENT)
        lv_reader_report (self, item, NULL,
                          _ ("a pack cannot hold [document]; documents are files of their own"));
      else if (g_str_has_prefix (item->id, "lokal.") && item->kind != LV_KIND_CELL)
        lv_reader_report (self, item, NULL,
                          _ ("ids that begin with “lokal.” are kept for documents"));
      file = item->file;
    }
}
