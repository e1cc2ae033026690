/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-id.h"
#include "lv-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Columns of one table: more is no table that anybody reads. */
#define MAX_COLUMNS 100

static void
column_clear (gpointer data)
{
  g_free (((LvColumn *) data)->title);
}

static gboolean
column_type (const char *word, LvColumnType *type)
{
  static const char *const words[] = { "text", "number", "date", "id", "member" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *type = (LvColumnType) i;
        return TRUE;
      }
  return FALSE;
}

/* "number mio-kr", "member aar", "text" */
static gboolean
read_type (LvReader *self, LvItem *item, const LvEntry *entry, const char *text, LvColumn *column)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *rest = text;

  lv_token_next (&rest, ' ', word);
  if (!column_type (word->str, &column->type))
    {
      lv_reader_report (self, item, entry,
                        _ ("“%s” is not a type of column; expected text, number UNIT, date, id or "
                           "member AXIS"),
                        word->str);
      return FALSE;
    }
  column->unit = lv_units_get_number (self->pack->units);
  switch (column->type)
    {
    case LV_COLUMN_NUMBER:
      if (rest != NULL)
        column->unit = lv_reader_unit (self, item, entry, rest);
      return column->unit != NULL;
    case LV_COLUMN_MEMBER:
      column->axis = lv_reader_axis (self, item, entry, rest != NULL ? rest : "");
      return column->axis != NULL;
    case LV_COLUMN_TEXT:
    case LV_COLUMN_DATE:
    case LV_COLUMN_ID:
    default:
      if (rest != NULL)
        lv_reader_report (self, item, entry, _ ("nothing was expected after “%s”"), word->str);
      return rest == NULL;
    }
}

/* "column@COLUMN=TYPE | Title" */
static void
read_column (LvReader *self, LvItem *item, const LvEntry *entry, LvTable *table)
{
  g_autoptr (GString) type = g_string_new (NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  const char *cursor = entry->value;
  LvColumn column = { .id = entry->argument };

  if (!lv_id_valid (column.id))
    {
      lv_reader_report (self, item, entry, _ ("“%s” cannot be the id of a column"), column.id);
      return;
    }
  if (table->columns->len == MAX_COLUMNS)
    {
      lv_reader_report (self, item, entry, _ ("a table may have at most %d columns"), MAX_COLUMNS);
      return;
    }
  lv_token_next (&cursor, '|', type);
  if (!lv_token_next (&cursor, '|', title) || title->len == 0 || cursor != NULL)
    lv_reader_report (self, item, entry, _ ("expected column@%s=TYPE | Title"), column.id);
  if (!read_type (self, item, entry, type->str, &column))
    return;
  column.title = g_strdup (title->str);
  g_array_append_val (table->columns, column);
}

/** Makes a table; its rows come later. */
void
lv_reader_read_table (LvReader *self, LvItem *item)
{
  LvTable *table = g_new0 (LvTable, 1);

  item->detail = table;
  table->item = item;
  table->rows = g_ptr_array_new ();
  table->columns = g_array_new (FALSE, FALSE, sizeof (LvColumn));
  g_array_set_clear_func (table->columns, column_clear);
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "column") == 0 && entry->argument != NULL)
        read_column (self, item, entry, table);
    }
}

static void
check_cell (LvReader *self, LvItem *item, const LvEntry *entry, const LvColumn *column)
{
  GDate date;
  double value;
  LvStatus status;

  switch (column->type)
    {
    case LV_COLUMN_NUMBER:
      if (!lv_value_parse (entry->value, &value, &status))
        lv_reader_report (self, item, entry,
                          _ ("“%s” is not a number; expected a number such as 13.5"), entry->value);
      break;
    case LV_COLUMN_DATE:
      if (!lv_date_parse (entry->value, FALSE, &date))
        lv_reader_report (self, item, entry,
                          _ ("“%s” is not a date; expected 2026-08-01 or 2026-08"), entry->value);
      break;
    case LV_COLUMN_ID:
      lv_reader_resolve (self, item, entry, entry->value, LV_KINDS_ANY);
      break;
    case LV_COLUMN_MEMBER:
      if (lv_axis_find (column->axis, entry->value) < 0)
        lv_reader_report (self, item, entry, _ ("“%s” is not a member of the axis %s"),
                          entry->value, column->axis->id);
      break;
    case LV_COLUMN_TEXT:
    default:
      break;
    }
}

static const LvColumn *
find_column (const LvTable *table, const char *id, guint *index)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      /* Rows mostly name the columns in their order: begin where the last search ended. */
      guint at = (*index + i) % table->columns->len;
      const LvColumn *column = &g_array_index (table->columns, LvColumn, at);

      if (strcmp (column->id, id) == 0)
        {
          *index = at;
          return column;
        }
    }
  return NULL;
}

/** Makes a row of a table. */
void
lv_reader_read_row (LvReader *self, LvItem *item)
{
  LvItem *table_item = lv_reader_get_item (self, item, "table", LV_KIND_BIT (LV_KIND_TABLE));
  const LvTable *table = table_item != NULL ? table_item->detail : NULL;
  LvRow *row;
  guint index = 0;

  if (table == NULL)
    return;
  row = g_new0 (LvRow, 1);
  item->detail = row;
  row->item = item;
  row->table = table_item;
  row->cells = g_new0 (const char *, table->columns->len + 1);
  g_ptr_array_add (table->rows, item);
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);
      const LvColumn *column;

      if (entry->key[0] != '\0' || entry->argument == NULL || entry->value[0] == '\0')
        continue;
      column = find_column (table, entry->argument, &index);
      if (column != NULL)
        {
          check_cell (self, item, entry, column);
          row->cells[index] = entry->value;
        }
      else if (!table_item->broken)
        lv_reader_report (self, item, entry, _ ("the table “%s” has no column “%s”"),
                          table_item->id, entry->argument);
    }
}
