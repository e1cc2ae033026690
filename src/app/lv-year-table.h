/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-input-bounds.h"

G_BEGIN_DECLS

/**
 * LvYearTable:
 * @session: (owned)
 * @node: (borrowed): an input with axes
 * @cells: (owned): cell of @node by row * @columns + column; -1 where there is none
 * @row_titles, @column_titles: (owned)
 * @locks: (owned) (nullable): which cells of @node the scenario keeps, as lv_year_table_read_locks() found
 *
 * An input with axes laid out as a table: years (or months, weeks) across, all other members down. It holds
 * no values; only rows and columns with a cell are in it.
 */
typedef struct
{
  LvSession *session;
  const LvNode *node;
  LvInputBounds bounds;
  guint rows;
  guint columns;
  gssize *cells;
  GPtrArray *row_titles;
  GPtrArray *column_titles;
  gboolean *locks;
} LvYearTable;

/**
 * LvYearRule:
 * @LV_YEAR_OPEN: a scenario may change it
 * @LV_YEAR_SOURCED: the sources lack it, so it takes a figure with a source
 * @LV_YEAR_CLOSED: it can't be changed here
 *
 * What may be done to a cell.
 */
typedef enum
{
  LV_YEAR_OPEN,
  LV_YEAR_SOURCED,
  LV_YEAR_CLOSED,
} LvYearRule;

LvYearTable *lv_year_table_new (LvSession *session, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;
void lv_year_table_free (LvYearTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvYearTable, lv_year_table_free)

gssize lv_year_table_cell (const LvYearTable *self, guint row, guint column);
LvYearRule lv_year_table_rule (const LvYearTable *self, gsize cell);
const char *lv_year_table_why (const LvYearTable *self, gsize cell);
void lv_year_table_read_locks (LvYearTable *self);
gboolean lv_year_table_is_locked (const LvYearTable *self, gsize cell);
gboolean lv_year_table_is_changed (const LvYearTable *self, gsize cell);

char *lv_year_table_text (const LvYearTable *self, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
char *lv_year_table_typed (const LvYearTable *self, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
char *lv_year_table_where (const LvYearTable *self, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
char *lv_year_table_status (const LvYearTable *self, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
char *lv_year_table_name (const LvYearTable *self, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_year_node_is_table (const LvNode *node);

G_END_DECLS
