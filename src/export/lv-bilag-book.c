/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile Bilag as a workbook: for publishing. One real table on each sheet, from A1, no merged cells,
 * nothing by colour; what is missing is said in words; notes, sources and changes have sheets of their own. */
#include "lv-bilag.h"

#include <math.h>

#define HEAD_ROW 3
#define MAX_WIDTH 70

typedef struct
{
  const LvBilag *bilag;
  LvWorkbook *book;
  guint tables;
} Book;

static gsize
write_value (Book *self, LvCellPlace at, const LvGridCell *cell)
{
  LvValue value;

  if (cell->text != NULL)
    {
      lv_workbook_text (self->book, at, cell->text, LV_STYLE_WRAP);
      return (gsize) g_utf8_strlen (cell->text, -1);
    }
  if (cell->node == NULL)
    {
      lv_workbook_number (self->book, at, cell->number, LV_STYLE_NUMBER, cell->decimals);
      return 10;
    }
  value = lv_state_get (self->bilag->state, cell->node, cell->cell);
  if (isnan (value.number))
    lv_workbook_text (self->book, at, lv_bilag_missing (self->bilag, value.status), LV_STYLE_TEXT);
  else
    lv_workbook_number (self->book, at, value.number, LV_STYLE_NUMBER,
                        lv_node_unit (cell->node)->decimals);
  return 12;
}

/* The second line says how many tables there are, where the notes stand, and what is not alike; the third has the
 * passport. */
static void
write_lines (Book *self, guint sheet, const LvGrid *grid, const char *what)
{
  g_autofree char *line
      = g_strdup_printf ("%s%s%s", lv_bilag_word (self->bilag, "one-table", "This sheet has one table."),
                         grid->remark != NULL ? " " : "", grid->remark != NULL ? grid->remark : "");
  g_autofree char *passport = lv_bilag_passport_line (self->bilag, what);

  lv_workbook_text (self->book, (LvCellPlace){ sheet, 0, 0 }, grid->title, LV_STYLE_TITLE);
  lv_workbook_text (self->book, (LvCellPlace){ sheet, 1, 0 }, line, LV_STYLE_TEXT);
  lv_workbook_text (self->book, (LvCellPlace){ sheet, 2, 0 }, passport, LV_STYLE_TEXT);
}

static void
set_widths (Book *self, guint sheet, const GPtrArray *heads, const gsize *widest)
{
  for (guint i = 0; i < heads->len; i++)
    {
      gsize head = (gsize) g_utf8_strlen (g_ptr_array_index (heads, i), -1);
      gsize width = MAX (widest[i], MIN (head, 18));

      lv_workbook_width (self->book, sheet, i, i, (double) MIN (width, MAX_WIDTH) + 2);
    }
}

/* @part: (nullable): %NULL for tables about the attachment */
static void
write_table (Book *self, const LvPart *part, const LvGrid *grid, const char *name, const char *what)
{
  g_autoptr (GPtrArray) heads = lv_bilag_heads (part, grid);
  g_autofree gsize *widest = g_new0 (gsize, heads->len);
  guint sheet = lv_workbook_add_sheet (self->book, name);
  g_autofree char *table = g_strdup_printf ("tabel_%u", ++self->tables);
  LvCellPlace from = { sheet, HEAD_ROW, 0 };
  LvCellPlace to = { sheet, HEAD_ROW + grid->rows->len, heads->len - 1 };

  write_lines (self, sheet, grid, what);
  lv_workbook_table (self->book, from, to, table, heads);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);
      g_autofree char *label = lv_bilag_label (self->bilag, row);
      LvCellPlace at = { sheet, HEAD_ROW + 1 + r, 0 };

      lv_workbook_text (self->book, at, label, LV_STYLE_WRAP);
      widest[0] = MAX (widest[0], (gsize) g_utf8_strlen (label, -1));
      for (guint c = 0; c < row->cells->len; c++)
        {
          at.column = c + 1;
          widest[c + 1]
              = MAX (widest[c + 1], write_value (self, at, &g_array_index (row->cells, LvGridCell, c)));
        }
    }
  set_widths (self, sheet, heads, widest);
  lv_workbook_setup (self->book, sheet, &(LvSheetSetup){ .repeat_from = -1 });
}

/* Takes @grid. */
static void
write_about (Book *self, LvGrid *grid, const char *what)
{
  if (grid->rows->len > 0)
    write_table (self, NULL, grid, grid->title, what);
  lv_grid_free (grid);
}

/** Fills @book, which is empty; what goes wrong is told when it is saved. */
void
lv_bilag_write (const LvBilag *self, LvWorkbook *book)
{
  Book to = { .bilag = self, .book = book };

  for (guint i = 0; i < self->parts->len; i++)
    {
      const LvPart *part = g_ptr_array_index (self->parts, i);

      write_table (&to, part, part->grid, part->title, part->what);
    }
  write_about (&to, lv_bilag_notes (self), LV_PASSPORT_NOTES);
  write_about (&to, lv_bilag_sources (self), LV_PASSPORT_SOURCES);
  write_about (&to, lv_bilag_changes (self), LV_PASSPORT_CHANGES);
}
