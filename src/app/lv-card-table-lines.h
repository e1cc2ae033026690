/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

G_BEGIN_DECLS

/**
 * LvTableLine:
 * @title: (owned): what stands before the values
 * @node: (nullable): whose values they are; %NULL for a heading over members
 * @cells: (owned) (nullable): for each column a cell of @node, -1 where it has none
 * @member: stands under a heading
 * @total: is the sum of what stands above it, or the difference of two such sums
 */
typedef struct
{
  char *title;
  const LvNode *node;
  gssize *cells;
  gboolean member;
  gboolean total;
} LvTableLine;

/**
 * LvTableLines:
 * @columns: (owned) (element-type utf8): headings
 * @lines: (owned): LvTableLine
 * @unit: (nullable): the unit of all values, %NULL when they differ
 *
 * Which values a card of the kind table shows where. No widgets, and no values either.
 */
typedef struct
{
  GPtrArray *columns;
  GArray *lines;
  const LvUnit *unit;
} LvTableLines;

LvTableLines *lv_table_lines_new (LvSession *session, const LvItem *card) G_GNUC_WARN_UNUSED_RESULT;
void lv_table_lines_free (LvTableLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvTableLines, lv_table_lines_free)

char *lv_table_lines_value (const LvTableLines *self, LvSession *session, const LvTableLine *line,
                            guint column) G_GNUC_WARN_UNUSED_RESULT;
char *lv_table_lines_to_text (const LvTableLines *self, LvSession *session, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
