/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-data.h"
#include "lv-import-parts.h"

G_BEGIN_DECLS

/* A workbook is a zip file of XML parts (ECMA-376, parts 1 and 2):
 *
 *   lv-import-zip          the zip file -> the parts that matter, in memory, within limits
 *   lv-import-xml          a part -> elements without name prefixes, within a depth, no DTD
 *   lv-import-xlsx         which parts there are: sheets, names, shared strings, styles
 *   lv-import-xlsx-sheet   the cells of a sheet */

/** What a number's format makes of it. */
typedef enum
{
  LV_FORMAT_GENERAL,
  LV_FORMAT_DATE,
  LV_FORMAT_PERCENT,
} LvFormat;

LvFormat lv_format_of (guint number, const char *code);

/**
 * LvXlsx:
 * @shared: (element-type utf8): shared strings, in @data's chunk
 * @formats: (element-type guint8): LvFormat of each cell style
 * @from_1904: days are counted from 1904-01-01
 */
typedef struct
{
  GHashTable *parts; /* name -> GBytes */
  LvSheetData *data;
  GPtrArray *shared;
  GArray *formats;
  gboolean from_1904;
} LvXlsx;

/* lv-import-xlsx-sheet.c */
gboolean lv_xlsx_read_sheet (LvXlsx *self, LvDataSheet *sheet, GBytes *part, const char *name,
                             GError **error);
const char *lv_xlsx_text (LvXlsx *self, GString *text);

G_END_DECLS
