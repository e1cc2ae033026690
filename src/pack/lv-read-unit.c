/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static LvFactor
read_factor (LvReader *self, LvItem *item)
{
  const LvEntry *entry = lv_item_entry (item, "factor", NULL);
  LvFactor factor = { 1, 1 };

  if (entry != NULL && !lv_factor_parse (entry->value, &factor))
    lv_reader_report (self, item, entry,
                      _ ("“%s” is not a factor; expected a positive number such as "
                         "1000000, 0.01 or 1/12"),
                      entry->value);
  return factor;
}

static int
read_decimals (LvReader *self, LvItem *item)
{
  const LvEntry *entry = lv_item_entry (item, "decimals", NULL);
  guint decimals;

  if (entry == NULL)
    return -1;
  if (lv_whole_parse (entry->value, 9, &decimals))
    return (int) decimals;
  lv_reader_report (self, item, entry, _ ("“%s” is not a number of decimals; expected 0 to 9"),
                    entry->value);
  return -1;
}

static void
read_unit (LvReader *self, LvItem *item)
{
  const LvEntry *dimension = lv_item_entry (item, "dimension", NULL);
  LvFactor factor = read_factor (self, item);
  int decimals = read_decimals (self, item);
  const char *name = dimension != NULL ? dimension->value : item->id;

  if (strcmp (name, "1") != 0 && !lv_id_valid (name))
    {
      lv_reader_report (self, item, dimension,
                        _ ("“%s” cannot name a dimension; expected a word such as "
                           "kr or person, or 1 for a plain number"),
                        name);
      name = "1";
    }
  if (!lv_units_define (self->pack->units, item->id, item->title != NULL ? item->title : item->id,
                        lv_item_get (item, "plural"), name, factor, decimals))
    lv_reader_report (self, item, dimension, _ ("the pack would have more than %d dimensions"),
                      LV_MAX_DIMENSIONS);
}

/** Defines all units. A broken one is defined all the same, so that its use
 * is no second problem. */
void
lv_reader_read_units (LvReader *self)
{
  GPtrArray *items = self->pack->by_kind[LV_KIND_UNIT];

  for (guint i = 0; i < items->len; i++)
    {
      LvItem *item = g_ptr_array_index (items, i);

      if (g_hash_table_lookup (self->pack->unit_ids, item->id) == item)
        read_unit (self, item);
    }
}
