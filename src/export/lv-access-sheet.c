/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet and its table, as far as the points ask. */
#include "lv-access-private.h"

#include "lv-import-data.h"

#include <stdlib.h>
#include <string.h>

/* Characters, where a column says nothing. */
#define WIDTH 8.43

static void
table_clear (gpointer data)
{
  g_free (((LvAccessTable *) data)->name);
}

static void
link_clear (gpointer data)
{
  g_free (((LvAccessLink *) data)->target);
}

LvAccessSheet *
lv_access_sheet_new (const char *name)
{
  LvAccessSheet *self = g_new0 (LvAccessSheet, 1);

  self->name = g_strdup (name);
  self->cells = g_array_new (FALSE, FALSE, sizeof (LvAccessCell));
  self->tables = g_array_new (FALSE, FALSE, sizeof (LvAccessTable));
  self->columns = g_array_new (FALSE, FALSE, sizeof (LvAccessColumn));
  self->rows = g_array_new (FALSE, FALSE, sizeof (LvAccessRow));
  self->links = g_array_new (FALSE, FALSE, sizeof (LvAccessLink));
  g_array_set_clear_func (self->tables, table_clear);
  g_array_set_clear_func (self->links, link_clear);
  return self;
}

void
lv_access_sheet_free (LvAccessSheet *self)
{
  g_free (self->name);
  g_array_unref (self->cells);
  g_array_unref (self->tables);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_array_unref (self->links);
  g_free (self->has_numbers);
  g_free (self);
}

/* "BC17"; of a range its first cell. Returns: what comes after it, %NULL where there is no place */
static const char *
read_place (const char *text, guint *row, guint *column)
{
  guint64 number;
  char *end;

  for (*column = 0; g_ascii_isupper (*text) && *column <= LV_IMPORT_MAX_COLUMNS; text++)
    *column = *column * 26 + (guint) (*text - 'A' + 1);
  number = g_ascii_strtoull (text, &end, 10);
  if (*column == 0 || *column > LV_IMPORT_MAX_COLUMNS || number == 0 || number > LV_IMPORT_MAX_ROWS)
    return NULL;
  *row = (guint) number;
  return end;
}

/* --- The sheet */

/** A sheet on its way. */
typedef struct
{
  LvAccessBook *book;
  LvAccessSheet *sheet;
  LvAccessCell cell;
  gboolean shared, number;
  gboolean in_margin; /* header and footer */
  gboolean taking;
  GString *text;
} Walk;

static double
number_at (const char **names, const char **values, const char *name, double otherwise)
{
  const char *text = lv_xml_get (names, values, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : otherwise;
}

static void
take_row (Walk *self, const char **names, const char **values)
{
  const LvAccessRow row = { (guint) number_at (names, values, "r", 0), number_at (names, values, "ht", -1) };

  self->sheet->hidden = self->sheet->hidden || lv_xml_true (lv_xml_get (names, values, "hidden"));
  if (row.height >= 0)
    g_array_append_val (self->sheet->rows, row);
}

static void
take_column (Walk *self, const char **names, const char **values)
{
  const LvAccessColumn column = { (guint) number_at (names, values, "min", 0),
                                  (guint) number_at (names, values, "max", 0),
                                  number_at (names, values, "width", WIDTH) };

  self->sheet->hidden = self->sheet->hidden || lv_xml_true (lv_xml_get (names, values, "hidden"));
  g_array_append_val (self->sheet->columns, column);
}

static void
begin_cell (Walk *self, const char **names, const char **values)
{
  const char *place = lv_xml_get (names, values, "r");
  const char *type = lv_xml_get (names, values, "t");

  self->cell = (LvAccessCell){ .style = (guint) number_at (names, values, "s", 0) };
  if (place == NULL || read_place (place, &self->cell.row, &self->cell.column) == NULL)
    self->cell.row = 0;
  self->shared = g_strcmp0 (type, "s") == 0;
  self->number = type == NULL || strcmp (type, "n") == 0;
  g_string_truncate (self->text, 0);
}

static void
take_link (Walk *self, const char **names, const char **values)
{
  const char *place = lv_xml_get (names, values, "ref");
  LvAccessLink link = { 0 };

  if (place == NULL || read_place (place, &link.row, &link.column) == NULL)
    return;
  link.target = g_strdup (lv_xml_get (names, values, "location"));
  g_array_append_val (self->sheet->links, link);
}

/* What may be nowhere in a sheet, and is said by an element that stands there. */
static void
take_mark (LvAccessSheet *sheet, const char *name, const char **names, const char **values)
{
  const char *at = lv_xml_get (names, values, "activeCell");

  if (strcmp (name, "mergeCell") == 0)
    sheet->merged = TRUE;
  else if (strcmp (name, "autoFilter") == 0)
    sheet->filter = TRUE;
  else if (strcmp (name, "pane") == 0)
    sheet->frozen = TRUE;
  else if (strcmp (name, "drawing") == 0 || strcmp (name, "legacyDrawing") == 0)
    sheet->floating = TRUE;
  else if (strcmp (name, "conditionalFormatting") == 0)
    sheet->conditional = TRUE;
  else if (strcmp (name, "tabColor") == 0)
    sheet->tab_colour = TRUE;
  else if (strcmp (name, "selection") == 0 && at != NULL && strcmp (at, "A1") != 0)
    sheet->selected_elsewhere = TRUE;
}

static gboolean
sheet_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Walk *self = data;

  self->taking = strcmp (name, "v") == 0 || strcmp (name, "t") == 0;
  if (self->taking)
    return TRUE;
  if (strcmp (name, "c") == 0)
    begin_cell (self, names, values);
  else if (strcmp (name, "row") == 0)
    take_row (self, names, values);
  else if (strcmp (name, "col") == 0)
    take_column (self, names, values);
  else if (strcmp (name, "hyperlink") == 0)
    take_link (self, names, values);
  else if (strcmp (name, "headerFooter") == 0)
    self->in_margin = TRUE;
  else
    take_mark (self->sheet, name, names, values);
  return TRUE;
}

static void
end_cell (Walk *self)
{
  guint64 number = self->shared ? g_ascii_strtoull (self->text->str, NULL, 10) : 0;

  self->cell.is_number = self->number && self->text->len > 0;
  if (self->shared && self->text->len > 0)
    self->cell.text = number < self->book->strings->len ? g_ptr_array_index (self->book->strings, number) : "";
  else
    self->cell.text = self->text->len > 0 ? g_string_chunk_insert (self->book->texts, self->text->str) : "";
  if (self->cell.row > 0 && self->cell.text[0] != '\0')
    g_array_append_val (self->sheet->cells, self->cell);
}

static gboolean
sheet_end (const char *name, gpointer data, GError **error)
{
  Walk *self = data;

  self->taking = FALSE;
  if (strcmp (name, "c") == 0)
    end_cell (self);
  else if (strcmp (name, "headerFooter") == 0)
    self->in_margin = FALSE;
  return TRUE;
}

static void
sheet_text (const char *text, gsize length, gpointer data)
{
  Walk *self = data;

  if (self->taking)
    g_string_append_len (self->text, text, (gssize) length);
  for (gsize i = 0; self->in_margin && i < length; i++)
    self->sheet->marginal = self->sheet->marginal || !g_ascii_isspace (text[i]);
}

/** Reads what stands on a sheet. */
gboolean
lv_access_read_sheet (LvAccessBook *self, LvAccessSheet *sheet, GBytes *part, const char *name, GError **error)
{
  static const LvXmlFuncs funcs = { sheet_start, sheet_end, sheet_text, NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  Walk walk = { .book = self, .sheet = sheet, .text = text };

  return lv_import_xml (part, name, &funcs, &walk, error);
}

/* --- Its table */

static gboolean
table_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  LvAccessTable *self = data;
  const char *place = lv_xml_get (names, values, "ref");

  if (strcmp (name, "autoFilter") == 0)
    self->filter = TRUE;
  else if (strcmp (name, "tableStyleInfo") == 0)
    self->striped = lv_xml_true (lv_xml_get (names, values, "showRowStripes"))
                    && lv_xml_get (names, values, "name") != NULL;
  else if (strcmp (name, "table") == 0)
    {
      self->name = g_strdup (lv_xml_get (names, values, "displayName"));
      self->n_head_rows = (guint) number_at (names, values, "headerRowCount", 1);
      place = place != NULL ? read_place (place, &self->top, &self->left) : NULL;
      if (place == NULL || *place != ':' || read_place (place + 1, &self->bottom, &self->right) == NULL)
        self->bottom = 0;
    }
  return TRUE;
}

static gboolean
table_end (const char *name, gpointer data, GError **error)
{
  return TRUE;
}

/** Reads a table of @sheet. */
gboolean
lv_access_read_table (LvAccessSheet *sheet, GBytes *part, const char *name, GError **error)
{
  static const LvXmlFuncs funcs = { table_start, table_end, NULL, NULL };
  LvAccessTable table = { .n_head_rows = 1 };
  gboolean good = lv_import_xml (part, name, &funcs, &table, error);

  if (good && table.name != NULL && table.bottom >= table.top && table.right >= table.left && table.bottom > 0)
    g_array_append_val (sheet->tables, table);
  else
    g_free (table.name);
  return good;
}

/* --- Asking */

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const LvAccessCell *left = a;
  const LvAccessCell *right = b;

  return left->row != right->row ? (left->row > right->row ? 1 : -1)
                                 : (left->column > right->column) - (left->column < right->column);
}

/** Makes a sheet that has been read ready to be asked. */
void
lv_access_settle_sheet (LvAccessSheet *sheet)
{
  guint top = sheet->tables->len > 0 ? g_array_index (sheet->tables, LvAccessTable, 0).top : 0;

  for (guint i = 0; i < sheet->cells->len; i++)
    sheet->n_columns = MAX (sheet->n_columns, g_array_index (sheet->cells, LvAccessCell, i).column);
  g_array_sort (sheet->cells, compare_cells);
  sheet->has_numbers = g_new0 (gboolean, sheet->n_columns + 1);
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const LvAccessCell *cell = &g_array_index (sheet->cells, LvAccessCell, i);

      if (cell->is_number && cell->row > top)
        sheet->has_numbers[cell->column] = TRUE;
    }
}

/** Returns: (transfer none) (nullable): the cell there, if anything stands in it */
const LvAccessCell *
lv_access_cell (const LvAccessSheet *sheet, guint row, guint column)
{
  const LvAccessCell key = { .row = row, .column = column };

  return sheet->cells->len > 0
             ? bsearch (&key, sheet->cells->data, sheet->cells->len, sizeof key, compare_cells) : NULL;
}

/** Returns: (transfer none): what @cell looks like */
const LvAccessStyle *
lv_access_style (const LvAccessBook *self, const LvAccessCell *cell)
{
  static const LvAccessStyle plain = { .size = 11 };

  return cell->style < self->styles->len ? &g_array_index (self->styles, LvAccessStyle, cell->style) : &plain;
}
