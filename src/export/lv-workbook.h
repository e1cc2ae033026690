/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LV_EXPORT_ERROR (lv_export_error_quark ())
GQuark lv_export_error_quark (void);

typedef enum
{
  LV_EXPORT_ERROR_FILE,    /* the file could not be written */
  LV_EXPORT_ERROR_CONTENT, /* something can't stand in a workbook */
  LV_EXPORT_ERROR_UNKNOWN, /* there is no such attachment or profile */
} LvExportError;

/**
 * LvWorkbook:
 *
 * The only one who speaks to libxlsxwriter, whose traps end here: numbers are written in the C locale
 * whatever the desktop's is, nothing that is not finite or not UTF-8 gets through, sheet names and
 * defined names follow the rules, the creation date is the caller's, and the file appears whole or
 * not at all. The first fault is kept and told by lv_workbook_save().
 */
typedef struct _LvWorkbook LvWorkbook;

/** What a cell is; looks follow from it. */
typedef enum
{
  LV_STYLE_TEXT,
  LV_STYLE_WRAP,
  LV_STYLE_TITLE,   /* heading of a sheet */
  LV_STYLE_HEADING_1, /* the same where nothing may reach beyond its column */
  LV_STYLE_LINK,
  LV_STYLE_HEADING, /* heading of a block of rows */
  LV_STYLE_HEADER,  /* column head above text */
  LV_STYLE_HEADER_RIGHT,
  LV_STYLE_NUMBER,
  LV_STYLE_TOTAL,
  LV_STYLE_STANDARD, /* a number of the pack, which is not to be changed */
  LV_STYLE_INPUT,
  LV_STYLE_INPUT_TEXT,
  LV_STYLE_INPUT_SWITCH,
  LV_STYLE_INPUT_WRAP, /* words that somebody is asked for */
  LV_STYLE_SWITCH,
  LV_STYLE_HELPER, /* a step on the way */
  LV_N_STYLES
} LvStyle;

/** A row and a column, from 0. */
typedef struct
{
  guint sheet;
  guint row;
  guint column;
} LvCellPlace;

/**
 * LvWorkbookInfo:
 * @subject: (nullable): and so are @author and @language
 * @heading: (nullable): what the cell style of titles is called, "Overskrift 1"
 * @year, @month, @day: the date in the file
 */
typedef struct
{
  const char *title;
  const char *subject;
  const char *author;
  const char *language;
  const char *heading;
  int year, month, day;
} LvWorkbookInfo;

LvWorkbook *lv_workbook_new (const char *path, const LvWorkbookInfo *info, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *lv_workbook_to_bytes (LvWorkbook *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_workbook_save (LvWorkbook *self, GError **error);
void lv_workbook_free (LvWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvWorkbook, lv_workbook_free)

guint lv_workbook_add_sheet (LvWorkbook *self, const char *title);
const char *lv_workbook_sheet_ref (const LvWorkbook *self, guint sheet);
const char *lv_workbook_sheet_title (const LvWorkbook *self, guint sheet);
void lv_workbook_text (LvWorkbook *self, LvCellPlace at, const char *text, LvStyle style);
void lv_workbook_link (LvWorkbook *self, LvCellPlace at, guint sheet);
void lv_workbook_number (LvWorkbook *self, LvCellPlace at, double value, LvStyle style, int decimals);
void lv_workbook_formula (LvWorkbook *self, LvCellPlace at, const char *formula, double value,
                          LvStyle style, int decimals);
void lv_workbook_formula_text (LvWorkbook *self, LvCellPlace at, const char *formula,
                               const char *value, LvStyle style);
void lv_workbook_blank (LvWorkbook *self, LvCellPlace at, LvStyle style, int decimals);
void lv_workbook_protect (LvWorkbook *self, guint sheet);
void lv_workbook_width (LvWorkbook *self, guint sheet, guint first, guint last, double width);
void lv_workbook_name (LvWorkbook *self, const char *id, LvCellPlace from, LvCellPlace to);
void lv_workbook_table (LvWorkbook *self, LvCellPlace from, LvCellPlace to, const char *name,
                        const GPtrArray *headers);

/** How a sheet is printed and shown; A4 landscape, as wide as the paper. */
typedef struct
{
  int repeat_from, repeat_to; /* rows, or -1 */
  int freeze_row, freeze_column;
  guint pages_wide;        /* 0 is one */
  guint repeat_columns;    /* on the pages to the right */
  guint print_columns;     /* 0: all */
  guint print_rows;
  const char *header; /* (nullable) */
  const char *footer; /* (nullable) */
} LvSheetSetup;

void lv_workbook_setup (LvWorkbook *self, guint sheet, const LvSheetSetup *setup);

/** What may be typed into an input cell. */
typedef struct
{
  double least, most;   /* NaN: any */
  const char *list;     /* (nullable) a range, or words with commas */
  gboolean list_is_range;
  const char *title;
  const char *text;
} LvValidation;

void lv_workbook_validate (LvWorkbook *self, LvCellPlace at, const LvValidation *validation);
void lv_workbook_validate_rows (LvWorkbook *self, LvCellPlace at, guint rows, const LvValidation *validation);

typedef enum
{
  LV_CHART_COLUMNS,
  LV_CHART_COLUMNS_STACKED,
  LV_CHART_BARS,
  LV_CHART_BARS_STACKED,
  LV_CHART_LINES,
  LV_CHART_AREA,
} LvChartForm;

/** One series of a native chart: name above, categories and values down a column each. */
typedef struct
{
  guint name_row;
  guint first_row, last_row;
  guint categories, values; /* columns */
} LvChartSeries;

void lv_workbook_chart (LvWorkbook *self, LvCellPlace at, LvChartForm form, const char *title,
                        const char *unit, const char *alternative, const GArray *series);

char *lv_cell_ref (guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
void lv_cell_append (GString *out, guint row, guint column);
char *lv_sheet_name (const char *title, GHashTable *taken) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_name_is_safe (const char *name);

G_END_DECLS
