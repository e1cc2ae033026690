/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of an analysis as a workbook: a sheet each, title in A1, one header row, one fact to a row. */
#include "lv-analysis-table.h"
#include "lv-workbook.h"

#include <math.h>

#define HEADER_ROW 2
#define FIRST_WIDTH 46.0
#define NUMBER_WIDTH 18.0
#define TEXT_WIDTH 40.0

/* Numbers stand without unit in their cells, so the row says it. */
static char *
row_title (const LvAnalysisTable *table, guint row)
{
  const LvAnalysisRow *line = lv_analysis_table_row (table, row);
  const char *title = lv_analysis_table_cell (table, row, 0)->text;

  return line->unit != NULL && line->unit[0] != '\0' ? g_strdup_printf ("%s (%s)", title, line->unit)
                                                     : g_strdup (title);
}

static void
write_cell (LvWorkbook *book, LvCellPlace at, const LvAnalysisTable *table, guint row)
{
  const LvAnalysisCell *cell = lv_analysis_table_cell (table, row, at.column);
  gboolean total = lv_analysis_table_row (table, row)->total;

  if (isnan (cell->number))
    lv_workbook_text (book, at, cell->text, LV_STYLE_WRAP);
  else
    lv_workbook_number (book, at, cell->number, total ? LV_STYLE_TOTAL : LV_STYLE_NUMBER,
                        cell->decimals);
}

static void
write_sheet (LvWorkbook *book, const LvAnalysisTable *table)
{
  guint sheet = lv_workbook_add_sheet (book, table->title);
  LvSheetSetup setup = { .repeat_from = HEADER_ROW,
                         .repeat_to = HEADER_ROW,
                         .freeze_row = HEADER_ROW + 1,
                         .freeze_column = 1 };

  lv_workbook_text (book, (LvCellPlace){ sheet, 0, 0 }, table->title, LV_STYLE_TITLE);
  lv_workbook_width (book, sheet, 0, 0, FIRST_WIDTH);
  for (guint c = 0; c < table->headers->len; c++)
    {
      gboolean numeric = lv_analysis_table_is_numeric (table, c);

      if (c > 0)
        lv_workbook_width (book, sheet, c, c, numeric ? NUMBER_WIDTH : TEXT_WIDTH);
      lv_workbook_text (book, (LvCellPlace){ sheet, HEADER_ROW, c },
                        g_ptr_array_index (table->headers, c),
                        numeric ? LV_STYLE_HEADER_RIGHT : LV_STYLE_HEADER);
    }
  for (guint r = 0; r < table->rows->len; r++)
    {
      g_autofree char *title = row_title (table, r);

      lv_workbook_text (book, (LvCellPlace){ sheet, HEADER_ROW + 1 + r, 0 }, title, LV_STYLE_WRAP);
      for (guint c = 1; c < table->headers->len; c++)
        write_cell (book, (LvCellPlace){ sheet, HEADER_ROW + 1 + r, c }, table, r);
    }
  lv_workbook_setup (book, sheet, &setup);
}

/**
 * lv_analysis_write_book:
 * @path: where
 * @title: of the workbook
 * @tables: (element-type LvAnalysisTable): at least one
 * @language: (nullable)
 * @today: the date in the file
 *
 * Returns: %FALSE with @error set when it could not be written; no half file is left
 */
gboolean
lv_analysis_write_book (const char *path, const char *title, const GPtrArray *tables,
                        const char *language, GDateTime *today, GError **error)
{
  LvWorkbookInfo info = { .title = title,
                          .language = language,
                          .year = g_date_time_get_year (today),
                          .month = g_date_time_get_month (today),
                          .day = g_date_time_get_day_of_month (today) };
  g_autoptr (LvWorkbook) book = lv_workbook_new (path, &info, error);

  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    write_sheet (book, g_ptr_array_index (tables, i));
  return lv_workbook_save (book, error);
}
