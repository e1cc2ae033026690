/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *
intern (const char *text)
{
  return text != NULL ? g_intern_string (text) : NULL;
}

/* A note may be said by words; those that depend on values have no text of their own. */
static const char *
text_of (LvReader *self, LvItem *item, const char *key)
{
  return intern (lv_pack_text (self->pack, item, key));
}

static void
read_info (LvReader *self, LvItem *item, LvCellInfo *info)
{
  memset (info, 0, sizeof *info);
  info->source = intern (lv_item_get (item, "source"));
  info->place = text_of (self, item, "place");
  info->qualifier = text_of (self, item, "qualifier");
  info->why = text_of (self, item, "why");
  info->note = text_of (self, item, "note");
  lv_reader_attributes (item, &info->attributes);
}

static gboolean
says_anything (const LvCellInfo *info)
{
  static const LvCellInfo nothing;

  return memcmp (info, &nothing, sizeof nothing) != 0;
}

static const char *
either (const char *later, const char *earlier)
{
  return later != NULL ? later : earlier;
}

/* What is said later and of fewer cells goes before what was said earlier. */
static LvCellInfo *
merge (LvReader *self, const LvCellInfo *earlier, const LvCellInfo *later)
{
  LvCellInfo *info = g_new (LvCellInfo, 1);

  *info = *later;
  if (earlier != NULL)
    {
      info->source = either (later->source, earlier->source);
      info->place = either (later->place, earlier->place);
      info->qualifier = either (later->qualifier, earlier->qualifier);
      info->why = either (later->why, earlier->why);
      info->note = either (later->note, earlier->note);
      for (guint i = 0; i < LV_N_ATTRIBUTES; i++)
        info->attributes.value[i] = either (later->attributes.value[i],
                                            earlier->attributes.value[i]);
    }
  g_ptr_array_add (self->pack->infos, info);
  return info;
}

/* Cells of which the same is said share one record. */
static void
apply_info (LvReader *self, LvSeries *series, const LvPlace *place, const LvCellInfo *info)
{
  LvCellWalk walk = { &series->shape, place };
  const LvCellInfo *before = NULL;
  LvCellInfo *after = NULL;
  gsize cell;

  if (!says_anything (info))
    return;
  if (series->info == NULL)
    series->info = g_new0 (LvCellInfo *, lv_shape_cells (&series->shape));
  while (lv_cell_walk_next (&walk, &cell))
    {
      if (after == NULL || series->info[cell] != before)
        {
          before = series->info[cell];
          after = merge (self, before, info);
        }
      series->info[cell] = after;
    }
}

static void
apply_status (LvReader *self, LvItem *item, LvSeries *series, const LvPlace *place)
{
  const LvEntry *entry = lv_item_entry (item, "status", NULL);
  LvCellWalk walk = { &series->shape, place };
  gboolean any = FALSE;
  LvStatus status;
  gsize cell;

  if (entry == NULL || !lv_status_parse (entry->value, &status))
    return;
  while (lv_cell_walk_next (&walk, &cell))
    if (!isnan (series->values[cell]))
      {
        series->status[cell] = (guint8) status;
        any = TRUE;
      }
  if (!any)
    lv_reader_report (self, item, entry,
                      _ ("none of these cells has a value that could have a status"));
}

static gboolean
read_number (LvItem *item, const char *key, const LvEntry **entry, double *value)
{
  *entry = lv_item_entry (item, key, NULL);
  return *entry != NULL && lv_number_parse_c ((*entry)->value, value);
}

/* The source printed one number and meant another. */
static void
apply_correction (LvReader *self, LvItem *item, LvSeries *series, gsize cell)
{
  const LvEntry *printed_entry;
  const LvEntry *meant_entry;
  double printed;
  double meant;
  gboolean has_printed = read_number (item, "printed", &printed_entry, &printed);
  gboolean has_meant = read_number (item, "meant", &meant_entry, &meant);

  if ((printed_entry == NULL) != (meant_entry == NULL))
    {
      lv_reader_report (self, item, printed_entry != NULL ? printed_entry : meant_entry,
                        _ ("printed and meant belong together"));
      return;
    }
  if (!has_printed || !has_meant)
    return;
  if (lv_pack_text (self->pack, item, "why") == NULL)
    lv_reader_report (self, item, meant_entry, _ ("a correction must say why="));
  if (series->values[cell] != printed)
    lv_reader_report (self, item, printed_entry,
                      _ ("the series says otherwise; write there what the source printed"));
  series->values[cell] = meant;
  series->printed[cell] = printed;
  series->status[cell] = LV_STATUS_CORRECTED;
}

/* A figure that a user read into a cell. */
static void
apply_value (LvReader *self, LvItem *item, LvSeries *series, gsize cell)
{
  const LvEntry *entry;
  double value;

  if (!read_number (item, "value", &entry, &value))
    return;
  if (!item->local)
    {
      lv_reader_report (
          self, item, entry,
          _ ("only documents read figures into single cells; in a pack they stand in the "
             "series"));
      return;
    }
  series->values[cell] = value;
  series->printed[cell] = value;
  series->status[cell] = LV_STATUS_IMPORTED;
}

static gboolean
is_single (const LvSeries *series, const LvPlace *place)
{
  for (guint i = 0; i < series->shape.n; i++)
    if (!lv_place_is_single (place, i))
      return FALSE;
  return TRUE;
}

static void
apply_numbers (LvReader *self, LvItem *item, LvSeries *series, const LvPlace *place)
{
  static const char *const keys[] = { "printed", "meant", "value" };
  const LvEntry *entry = NULL;
  LvCellWalk walk = { &series->shape, place };
  gsize cell;

  for (gsize i = 0; i < G_N_ELEMENTS (keys) && entry == NULL; i++)
    entry = lv_item_entry (item, keys[i], NULL);
  if (entry == NULL)
    return;
  if (!is_single (series, place))
    {
      lv_reader_report (self, item, entry, _ ("only a single cell has a number of its own"));
      return;
    }
  lv_cell_walk_next (&walk, &cell);
  apply_correction (self, item, series, cell);
  apply_value (self, item, series, cell);
}

static gsize
cells_of (const LvPlace *place)
{
  gsize cells = 1;

  for (guint i = 0; i < place->n; i++)
    cells *= place->to[i] - place->from[i] + 1;
  return cells;
}

/* Two groups with the same header in one file say the same thing twice. */
static gboolean
claim (LvReader *self, LvItem *item)
{
  g_autofree char *key = g_strconcat (item->file, ":", item->id, NULL);
  LvItem *first = g_hash_table_lookup (self->spreadsheet_names, key);

  if (first == NULL)
    {
      g_hash_table_insert (self->spreadsheet_names, g_steal_pointer (&key), item);
      return TRUE;
    }
  lv_reader_report (self, item, NULL, _ ("the same cells have a group in line %u"), first->line);
  return FALSE;
}

/** Applies what [cell ID@members] says to the series. */
void
lv_reader_read_cell (LvReader *self, LvItem *item)
{
  const char *members;
  LvItem *target = lv_reader_resolve_cells (self, item, NULL, item->id,
                                            LV_KIND_BIT (LV_KIND_SERIES), &members);
  g_autofree char *reason = NULL;
  LvSeries *series;
  LvCellInfo info;
  LvPlace place;

  if (target == NULL || target->detail == NULL || !claim (self, item))
    return;
  series = target->detail;
  if (!lv_place_parse (members, &series->shape, &place, &reason)
      || !lv_reader_take_cells (self, item, NULL, cells_of (&place)))
    return;
  read_info (self, item, &info);
  apply_info (self, series, &place, &info);
  apply_numbers (self, item, series, &place);
  apply_status (self, item, series, &place);
}
