/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (lv-import-error-quark, lv_import_error)

static void
sheet_free (gpointer data)
{
  LvDataSheet *self = data;

  g_free (self->name);
  g_array_unref (self->cells);
  g_free (self);
}

static void
name_free (gpointer data)
{
  LvDataName *self = data;

  g_free (self->name);
  g_free (self->formula);
  g_free (self);
}

/** Returns: (transfer full): data without sheets, read from @file */
LvSheetData *
lv_sheet_data_new (const char *file)
{
  LvSheetData *self = g_new0 (LvSheetData, 1);

  self->file = g_strdup (file);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->strings = g_string_chunk_new (4096);
  return self;
}

void
lv_sheet_data_free (LvSheetData *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->names);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/** Returns: (transfer none): a new, empty sheet at the end */
LvDataSheet *
lv_sheet_data_add (LvSheetData *self, const char *name)
{
  LvDataSheet *sheet = g_new0 (LvDataSheet, 1);

  sheet->name = g_strdup (name);
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (LvDataCell));
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

static gboolean
limit_error (const LvDataSheet *sheet, const LvDataCell *cell, const char *what, GError **error)
{
  g_autofree char *place = lv_data_place (sheet, cell->row, cell->column);

  g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LIMIT, "%s: %s", place, what);
  return FALSE;
}

/**
 * lv_sheet_data_put:
 * @cell: its texts must live as long as @self (g_string_chunk_insert() in @self->strings), or be constants
 *
 * Adds a cell in any order; lv_sheet_data_settle() comes after the last one. An empty cell only says how
 * far the sheet reaches.
 *
 * Returns: %FALSE when a limit is reached
 */
gboolean
lv_sheet_data_put (LvSheetData *self, LvDataSheet *sheet, const LvDataCell *cell, GError **error)
{
  LvDataCell own = *cell;

  if (cell->row >= LV_IMPORT_MAX_ROWS || cell->column >= LV_IMPORT_MAX_COLUMNS)
    return limit_error (sheet, cell, _ ("no spreadsheet has so many rows or columns"), error);
  if (cell->kind == LV_DATA_EMPTY)
    return TRUE;
  if (self->n_cells >= LV_IMPORT_MAX_CELLS)
    return limit_error (sheet, cell, _ ("more than a million cells are not read"), error);
  own.text = own.text != NULL ? own.text : "";
  own.suffix = own.suffix != NULL ? own.suffix : "";
  if (g_utf8_strlen (own.text, -1) > LV_IMPORT_MAX_TEXT)
    return limit_error (sheet, cell, _ ("the text is longer than a cell can hold"), error);
  self->n_cells++;
  g_array_append_val (sheet->cells, own);
  sheet->rows = MAX (sheet->rows, own.row + 1);
  sheet->columns = MAX (sheet->columns, own.column + 1);
  return TRUE;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const LvDataCell *left = a;
  const LvDataCell *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

/** Puts the cells in order. Returns: %FALSE when a cell stands there twice */
gboolean
lv_sheet_data_settle (LvDataSheet *sheet, GError **error)
{
  gboolean ordered = TRUE;

  for (guint i = 1; i < sheet->cells->len && ordered; i++)
    ordered = compare_cells (&g_array_index (sheet->cells, LvDataCell, i - 1),
                             &g_array_index (sheet->cells, LvDataCell, i)) < 0;
  if (ordered)
    return TRUE;
  g_array_sort (sheet->cells, compare_cells);
  for (guint i = 1; i < sheet->cells->len; i++)
    {
      const LvDataCell *cell = &g_array_index (sheet->cells, LvDataCell, i);
      g_autofree char *place = NULL;

      if (compare_cells (cell - 1, cell) != 0)
        continue;
      place = lv_data_place (sheet, cell->row, cell->column);
      g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT, _ ("%s: the file has this cell twice"),
                   place);
      return FALSE;
    }
  return TRUE;
}

const LvDataSheet *
lv_sheet_data_sheet (const LvSheetData *self, guint index)
{
  g_return_val_if_fail (index < self->sheets->len, NULL);
  return g_ptr_array_index (self->sheets, index);
}

/* The first cell that is not before @row and @column. */
static guint
find_from (const LvDataSheet *sheet, guint row, guint column)
{
  LvDataCell key = { .row = row, .column = column };
  guint low = 0;
  guint high = sheet->cells->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_cells (&g_array_index (sheet->cells, LvDataCell, middle), &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/** Returns: (transfer none): the cell; an empty one where nothing stands */
const LvDataCell *
lv_data_cell (const LvDataSheet *sheet, guint row, guint column)
{
  static const LvDataCell empty = { .kind = LV_DATA_EMPTY, .text = "", .suffix = "" };
  guint index = find_from (sheet, row, column);
  const LvDataCell *cell;

  if (index >= sheet->cells->len)
    return &empty;
  cell = &g_array_index (sheet->cells, LvDataCell, index);
  return cell->row == row && cell->column == column ? cell : &empty;
}

/**
 * lv_data_row:
 * @n_cells: (out): how many cells of it hold something
 *
 * Returns: (transfer none) (nullable) (array length=n_cells): the cells of a row that are not empty
 */
const LvDataCell *
lv_data_row (const LvDataSheet *sheet, guint row, guint *n_cells)
{
  guint from = find_from (sheet, row, 0);
  guint to = from;

  while (to < sheet->cells->len && g_array_index (sheet->cells, LvDataCell, to).row == row)
    to++;
  *n_cells = to - from;
  return to > from ? &g_array_index (sheet->cells, LvDataCell, from) : NULL;
}

/** Returns: (transfer full): "AB" */
char *
lv_data_column_name (guint column)
{
  char letters[8] = { 0 };
  guint at = sizeof letters - 1;

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    letters[--at] = (char) ('A' + (n - 1) % 26);
  return g_strdup (letters + at);
}

/** Returns: (transfer full): a cell as the user finds it, "sheet Tal, row 7, column C" */
char *
lv_data_place (const LvDataSheet *sheet, guint row, guint column)
{
  g_autofree char *letters = lv_data_column_name (column);

  return g_strdup_printf (_ ("sheet %s, row %u, column %s"), sheet->name, row + 1, letters);
}
