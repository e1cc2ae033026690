/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-id.h"

#include <glib/gi18n-lib.h>
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
  else if (!(LV_KIND_BIT (item->kind) & FREE_IDS) && !g_str_has_prefix (item->id, "lokal."))
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
        check_local (self, item, item->file != file);
      else if (item->kind == LV_KIND_DOCUMENT)
        lv_reader_report (self, item, NULL,
                          _ ("a pack cannot hold [document]; documents are files of their own"));
      else if (g_str_has_prefix (item->id, "lokal.") && item->kind != LV_KIND_CELL)
        lv_reader_report (self, item, NULL,
                          _ ("ids that begin with “lokal.” are kept for documents"));
      file = item->file;
    }
}
