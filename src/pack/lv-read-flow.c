/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
box_clear (gpointer data)
{
  LvBox *box = data;

  g_free (box->text);
  g_free (box->members);
}

/* "show=ID@m" or "card=ID" */
static void
read_box_part (LvReader *self, LvItem *item, const LvEntry *entry, const char *part, LvBox *box)
{
  const char *members;

  if (g_str_has_prefix (part, "show="))
    {
      box->show = lv_reader_resolve_cells (self, item, entry, part + strlen ("show="),
                                           LV_KINDS_VALUES, &members);
      g_free (box->members);
      box->members = g_strdup (members);
    }
  else if (g_str_has_prefix (part, "card="))
    box->card = lv_reader_resolve (self, item, entry, part + strlen ("card="),
                                   LV_KIND_BIT (LV_KIND_CARD));
  else
    lv_reader_report (self, item, entry,
                      _ ("“%s” is not understood; expected text | show=ID@m | card=ID"), part);
}

static void
read_box (LvReader *self, LvItem *item, const LvEntry *entry, LvFlow *flow, GHashTable *indices)
{
  g_autoptr (GString) part = g_string_new (NULL);
  const char *cursor = entry->value;
  LvBox box = { .id = entry->argument };

  if (!lv_id_valid (box.id))
    {
      lv_reader_report (self, item, entry, _ ("“%s” cannot be the id of a box"), box.id);
      return;
    }
  lv_token_next (&cursor, '|', part);
  if (part->len == 0)
    lv_reader_report (self, item, entry, _ ("a box needs a text"));
  box.text = g_strdup (part->str);
  while (lv_token_next (&cursor, '|', part))
    read_box_part (self, item, entry, part->str, &box);
  g_array_append_val (flow->boxes, box);
  g_hash_table_insert (indices, entry->argument, GUINT_TO_POINTER (flow->boxes->len));
}

static guint
find_box (LvReader *self, LvItem *item, const LvEntry *entry, GHashTable *indices, const char *id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (indices, id));

  if (found == 0)
    {
      g_autofree char *hint = lv_nearest_hint (lv_nearest_id (self, indices, id));

      lv_reader_report (self, item, entry, _ ("there is no box “%s”%s"), id, hint);
    }
  return found;
}

static void
read_arrow (LvReader *self, LvItem *item, const LvEntry *entry, LvFlow *flow, GHashTable *indices)
{
  g_autoptr (GString) from = g_string_new (NULL);
  g_autoptr (GString) to = g_string_new (NULL);
  const char *cursor = entry->value;
  LvArrow arrow;

  lv_token_next (&cursor, ';', from);
  if (!lv_token_next (&cursor, ';', to) || cursor != NULL)
    {
      lv_reader_report (self, item, entry, _ ("“%s” is not an arrow; expected two boxes, from;to"),
                        entry->value);
      return;
    }
  arrow.from = find_box (self, item, entry, indices, from->str);
  arrow.to = find_box (self, item, entry, indices, to->str);
  if (arrow.from == 0 || arrow.to == 0)
    return;
  arrow.from--;
  arrow.to--;
  g_array_append_val (flow->arrows, arrow);
}

/** Makes a flow, first its boxes and then the arrows between them. */
void
lv_reader_read_flow (LvReader *self, LvItem *item)
{
  LvFlow *flow = g_new0 (LvFlow, 1);
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);

  item->detail = flow;
  flow->item = item;
  flow->boxes = g_array_new (FALSE, FALSE, sizeof (LvBox));
  g_array_set_clear_func (flow->boxes, box_clear);
  flow->arrows = g_array_new (FALSE, FALSE, sizeof (LvArrow));
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "box") == 0 && entry->argument != NULL)
        read_box (self, item, entry, flow, indices);
    }
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "arrow") == 0 && entry->value[0] != '\0')
        read_arrow (self, item, entry, flow, indices);
    }
}
