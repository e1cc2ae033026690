/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LV_IMPORT_ERROR (lv_import_error_quark ())
GQuark lv_import_error_quark (void);

typedef enum
{
  LV_IMPORT_ERROR_FILE,    /* it can't be read from the disk */
  LV_IMPORT_ERROR_KIND,    /* another kind of file: .xls, .ods, a picture */
  LV_IMPORT_ERROR_LOCKED,  /* protected by a password */
  LV_IMPORT_ERROR_LIMIT,   /* larger than what is read */
  LV_IMPORT_ERROR_CONTENT, /* damaged, or not what it says it is */
  LV_IMPORT_ERROR_MAPPING, /* a mapping does not fit the model or the file */
  LV_IMPORT_ERROR_REFUSED, /* what was read can't be taken */
} LvImportError;

/* What is read at most. A file beyond a limit is refused whole. */
#define LV_IMPORT_MAX_FILE (32 * 1024 * 1024)
#define LV_IMPORT_MAX_UNPACKED (128 * 1024 * 1024)
#define LV_IMPORT_MAX_PARTS 4000
#define LV_IMPORT_MAX_DEPTH 64
#define LV_IMPORT_MAX_CELLS 1000000
#define LV_IMPORT_MAX_SHEETS 400
#define LV_IMPORT_MAX_NAMES 20000
#define LV_IMPORT_MAX_ROWS 1048576
#define LV_IMPORT_MAX_COLUMNS 16384
#define LV_IMPORT_MAX_TEXT 32767

/** What a cell of a file holds. */
typedef enum
{
  LV_DATA_EMPTY,
  LV_DATA_TEXT,
  LV_DATA_NUMBER,
  LV_DATA_DATE,   /* a day: the text is 2026-11-24, the number its Julian day */
  LV_DATA_SWITCH, /* TRUE or FALSE: the number is 1 or 0 */
  LV_DATA_ERROR,  /* #N/A, #DIV/0! */
} LvDataKind;

/**
 * LvDataCell:
 * @row, @column: from 0; lv_data_place() writes them as the user sees them
 * @formula: its value was computed by the program that wrote the file
 * @percent: the number is shown as pct.; @number is what stands in the cell as the user sees it, 13.5
 * @text: as written in a text file; of a number in a workbook its C form. Never %NULL
 * @suffix: what stands behind the number, "mio. kr."; "" when nothing does
 */
typedef struct
{
  guint32 row;
  guint32 column;
  LvDataKind kind;
  gboolean formula;
  gboolean percent;
  double number;
  const char *text;
  const char *suffix;
} LvDataCell;

/**
 * LvDataSheet:
 * @name: as on its tab; of a text file the file's name without its ending
 * @hidden: the user does not see it
 * @cells: (element-type LvDataCell): in order of rows, then columns; empty ones are left out
 * @rows, @columns: how far it reaches
 */
typedef struct
{
  char *name;
  gboolean hidden;
  GArray *cells;
  guint rows;
  guint columns;
} LvDataSheet;

/** A defined name of a workbook and what it stands for. */
typedef struct
{
  char *name;
  char *formula;
} LvDataName;

/**
 * LvSheetData:
 * @file: base name of the file, or what the clipboard is called
 * @sheets: (element-type LvDataSheet)
 * @names: (element-type LvDataName): defined names
 * @strings: all texts of the cells
 *
 * What stands in a file, whatever its form: sheets of cells. It knows nothing of a model.
 */
typedef struct
{
  char *file;
  GPtrArray *sheets;
  GPtrArray *names;
  GStringChunk *strings;
  gsize n_cells;
} LvSheetData;

LvSheetData *lv_sheet_data_new (const char *file) G_GNUC_WARN_UNUSED_RESULT;
void lv_sheet_data_free (LvSheetData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvSheetData, lv_sheet_data_free)

LvDataSheet *lv_sheet_data_add (LvSheetData *self, const char *name);
gboolean lv_sheet_data_put (LvSheetData *self, LvDataSheet *sheet, const LvDataCell *cell,
                            GError **error);
gboolean lv_sheet_data_settle (LvDataSheet *sheet, GError **error);

const LvDataSheet *lv_sheet_data_sheet (const LvSheetData *self, guint index);
const LvDataCell *lv_data_cell (const LvDataSheet *sheet, guint row, guint column);
const LvDataCell *lv_data_row (const LvDataSheet *sheet, guint row, guint *n_cells);
char *lv_data_place (const LvDataSheet *sheet, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
char *lv_data_column_name (guint column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
