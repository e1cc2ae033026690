/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-bridge.h"
#include "lv-compare.h"
#include "lv-seek.h"
#include "lv-tornado.h"

G_BEGIN_DECLS

/**
 * LvAnalysisCell:
 * @text: (owned): as shown, with its unit
 * @number: as shown; NaN for a text
 * @decimals: of @number
 */
typedef struct
{
  char *text;
  double number;
  int decimals;
} LvAnalysisCell;

/**
 * LvAnalysisRow:
 * @cells: (owned): LvAnalysisCell, one for each column
 * @unit: (nullable): of its numbers
 * @total: it sums up
 */
typedef struct
{
  GArray *cells;
  const char *unit;
  gboolean total;
} LvAnalysisRow;

/**
 * LvAnalysisTable:
 * @title: (owned)
 * @headers: (owned): char *, one for each column; the first column holds what the row is about
 * @rows: (owned): LvAnalysisRow
 *
 * What an analysis says, as rows and columns in the pack's words: the same on the screen, on the clipboard
 * and in a workbook. Numbers are those that are shown, so that a reader can check them.
 */
typedef struct
{
  char *title;
  GPtrArray *headers;
  GPtrArray *rows;
} LvAnalysisTable;

void lv_analysis_table_free (LvAnalysisTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvAnalysisTable, lv_analysis_table_free)
const LvAnalysisRow *lv_analysis_table_row (const LvAnalysisTable *self, guint row);
const LvAnalysisCell *lv_analysis_table_cell (const LvAnalysisTable *self, guint row, guint column);
char *lv_analysis_table_to_text (const LvAnalysisTable *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_analysis_table_to_html (const LvAnalysisTable *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_analysis_table_is_numeric (const LvAnalysisTable *self, guint column);

/* What the analyses say: lv-analysis-tables.c */
LvAnalysisTable *lv_analysis_compare_table (const LvCompare *compare) G_GNUC_WARN_UNUSED_RESULT;
LvAnalysisTable *lv_analysis_inputs_table (const LvCompare *compare) G_GNUC_WARN_UNUSED_RESULT;
LvAnalysisTable *lv_analysis_bridge_table (const LvBridge *bridge, const LvSide *from,
                                           const LvSide *to) G_GNUC_WARN_UNUSED_RESULT;
LvAnalysisTable *lv_analysis_levers_table (const LvSeek *seek) G_GNUC_WARN_UNUSED_RESULT;
LvAnalysisTable *lv_analysis_meaning_table (const LvSeek *seek, const LvState *state)
    G_GNUC_WARN_UNUSED_RESULT;
LvAnalysisTable *lv_analysis_tornado_table (const LvTornado *tornado, const LvState *state)
    G_GNUC_WARN_UNUSED_RESULT;

/* As a workbook: lv-analysis-book.c */
gboolean lv_analysis_write_book (const char *path, const char *title, const GPtrArray *tables,
                                 const char *language, GDateTime *today, GError **error);

G_END_DECLS
