/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* One row of values: where it begins among the cells and how many there is room for. */
typedef struct
{
  gsize cell;
  gsize room;
} Row;

static LvStatus
series_status (const LvItem *item)
{
  const char *text = lv_item_get (item, "status");
  LvStatus status = LV_STATUS_PUBLISHED;

  if (text != NULL)
    lv_status_parse (text, &status);
  return status;
}

static void
set_value (LvSeries *series, gsize cell, double value, LvStatus status)
{
  series->values[cell] = value;
  series->printed[cell] = value;
  series->status[cell] = (guint8) status;
}

/* Reads the values of a line; without @row only their form is checked. */
static void
read_values (LvReader *self, LvItem *item, const LvEntry *entry, LvSeries *series, const Row *row)
{
  g_autoptr (GString) token = g_string_new (NULL);
  LvStatus of_numbers = series_status (item);
  const char *cursor = entry->value;
  gsize count = 0;

  while (lv_token_next (&cursor, ';', token))
    {
      LvStatus status;
      double value;

      count++;
      if (!lv_value_parse (token->str, &value, &status))
        lv_reader_report (self, item, entry,
                          _ ("value %u, “%s”, is not a number; expected 12.5, ? for missing, - for "
                             "not applicable, or nothing"),
                          (guint) count, token->str);
      else if (row != NULL && count <= row->room)
        set_value (series, row->cell + count - 1, value,
                   status == LV_STATUS_PUBLISHED ? of_numbers : status);
    }
  if (row != NULL && count > row->room)
    lv_reader_report (
        self, item, entry,
        _ ("there are %u values, but only %u members of the axis from where they start"),
        (guint) count, (guint) row->room);
}

/* The cell at which the row of the outer members @text begins. */
static gboolean
find_row (LvReader *self, LvItem *item, const LvEntry *entry, const LvShape *shape, gsize *cell)
{
  LvShape outer = *shape;
  g_autofree char *reason = NULL;
  LvPlace place;

  outer.n--;
  if (!lv_place_parse (entry->argument, &outer, &place, &reason))
    {
      lv_reader_report (self, item, entry, "%s", reason);
      return FALSE;
    }
  *cell = 0;
  for (guint i = 0; i < outer.n; i++)
    {
      if (!lv_place_is_single (&place, i) || strchr (entry->argument, '*') != NULL)
        {
          lv_reader_report (self, item, entry,
                            _ ("expected one member of each axis but the last, joined by /"));
          return FALSE;
        }
      *cell += place.from[i] * lv_shape_stride (shape, i);
    }
  return TRUE;
}

/* Lines of the same cell are the same line unless they are spelled alike, which is reported
 * elsewhere. */
static gboolean
claim_row (LvReader *self, LvItem *item, const LvEntry *entry, GHashTable *claimed, gsize cell)
{
  gpointer key = GSIZE_TO_POINTER (cell + 1);
  const LvEntry *first = g_hash_table_lookup (claimed, key);

  if (first == NULL)
    {
      g_hash_table_insert (claimed, key, (gpointer) entry);
      return TRUE;
    }
  if (strcmp (first->argument, entry->argument) != 0)
    lv_reader_report (self, item, entry, _ ("line %u has these values already"), first->line);
  return FALSE;
}

static void
read_outer_line (LvReader *self, LvItem *item, const LvEntry *entry, LvSeries *series, guint start,
                 GHashTable *claimed)
{
  const LvShape *shape = &series->shape;
  gsize cell;
  Row row;

  if (shape->n < 2)
    {
      lv_reader_report (self, item, entry,
                        _ ("with fewer than two axes the values are in one line, values="));
      return;
    }
  if (!find_row (self, item, entry, shape, &cell) || !claim_row (self, item, entry, claimed, cell))
    {
      read_values (self, item, entry, series, NULL);
      return;
    }
  row.cell = cell + start;
  row.room = lv_axis_length (shape->axis[shape->n - 1]) - start;
  read_values (self, item, entry, series, &row);
}

static void
read_only_line (LvReader *self, LvItem *item, const LvEntry *entry, LvSeries *series, guint start)
{
  const LvShape *shape = &series->shape;
  Row row = { start, 1 };

  if (shape->n > 1)
    {
      lv_reader_report (
          self, item, entry,
          _ ("with %u axes each cell of the outer ones has a line of its own: @%s=..."), shape->n,
          lv_axis_member (shape->axis[0], 0)->id);
      return;
    }
  if (shape->n == 1)
    row.room = lv_axis_length (shape->axis[0]) - start;
  read_values (self, item, entry, series, &row);
}

static void
read_lines (LvReader *self, LvItem *item, LvSeries *series, gboolean usable)
{
  g_autoptr (GHashTable) claimed = g_hash_table_new (NULL, NULL);
  guint start = usable ? (guint) lv_reader_range_end (self, item, &series->shape, "from", 0) : 0;
  gboolean found = FALSE;

  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);
      gboolean outer = entry->key[0] == '\0';

      if ((!outer && strcmp (entry->key, "values") != 0) || entry->value[0] == '\0')
        continue;
      found = TRUE;
      if (!usable)
        read_values (self, item, entry, series, NULL);
      else if (outer && entry->argument != NULL)
        read_outer_line (self, item, entry, series, start, claimed);
      else
        read_only_line (self, item, entry, series, start);
    }
  if (!found && !item->broken && lv_item_get (item, "rest") == NULL)
    lv_reader_report (
        self, item, NULL,
        _ ("the series has no values; write ? for those that the source does not show"));
}

/* rest=?: what no line gives is missing, also at members that a document adds to an open axis. */
static void
fill_rest (LvReader *self, LvItem *item, LvSeries *series)
{
  const char *rest = lv_item_get (item, "rest");
  guint last = series->shape.n > 0 ? series->shape.n - 1 : 0;
  guint start;

  if (g_strcmp0 (rest, "missing") != 0)
    return;
  start = (guint) lv_reader_range_end (self, item, &series->shape, "from", 0);
  for (gsize i = 0; i < lv_shape_cells (&series->shape); i++)
    if (series->status[i] == LV_STATUS_ABSENT
        && (series->shape.n == 0 || lv_shape_coordinate (&series->shape, i, last) >= start))
      series->status[i] = LV_STATUS_MISSING;
}

static void
allocate (LvSeries *series)
{
  gsize cells = lv_shape_cells (&series->shape);

  series->values = g_new (double, cells);
  series->printed = g_new (double, cells);
  series->status = g_new0 (guint8, cells);
  for (gsize i = 0; i < cells; i++)
    series->values[i] = series->printed[i] = NAN;
}

/** Makes the figures of a series. When its axes cannot be used it gets no detail. */
void
lv_reader_read_series (LvReader *self, LvItem *item)
{
  LvSeries *series = g_new0 (LvSeries, 1);
  gboolean usable = lv_reader_shape (self, item, &series->shape, NULL);

  series->item = item;
  series->unit = lv_reader_own_unit (self, item, TRUE);
  series->editable = g_strcmp0 (lv_item_get (item, "edit"), "no") != 0;
  series->source = lv_item_get (item, "source");
  series->place = lv_pack_text (self->pack, item, "place");
  lv_reader_attributes (item, &series->attributes);
  lv_reader_require_attributes (self, item, series->unit, &series->attributes, LV_N_ATTRIBUTES);
  usable = usable
           && lv_reader_take_cells (self, item, lv_item_entry (item, "axes", NULL),
                                    lv_shape_cells (&series->shape));
  if (usable)
    allocate (series);
  read_lines (self, item, series, usable);
  if (usable)
    fill_rest (self, item, series);
  if (usable)
    item->detail = series;
  else
    g_free (series);
}
