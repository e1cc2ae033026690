/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-check.h"
#include "lv-state.h"

G_BEGIN_DECLS

/**
 * LvGridCell:
 * @node: (nullable): whose value stands here
 * @text: (owned) (nullable): words instead
 * @number: (when neither) a number of a table of words
 * @of_base: of @node, the value in the grundprognose
 */
typedef struct
{
  const LvNode *node;
  gsize cell;
  char *text;
  double number;
  int decimals;
  gboolean of_base;
} LvGridCell;

/**
 * LvGridRow:
 * @label: what it is called
 * @id: (owned) (nullable): of the member that the row is, where people call it otherwise: 2025-12
 */
typedef struct
{
  char *label;
  char *id;
  const LvItem *note; /* (nullable) */
  const LvNode *node; /* (nullable): when all its cells are this node's */
  GArray *cells;      /* LvGridCell */
} LvGridRow;

/** Where a table stands among the pieces of a part, where there are pages. */
typedef enum
{
  LV_GRID_BELOW,       /* below the one before, with a heading of its own */
  LV_GRID_ON_NEW_PAGE, /* the same, at the top of a page */
  LV_GRID_UNDER,       /* it belongs to the one before: its title is a caption */
} LvGridPlace;

/**
 * LvGrid:
 * @first: head of the labels
 * @heads: (owned) utf8: heads of the other columns
 * @rows: (owned) LvGridRow
 * @unit: (owned) (nullable): unit, price level and basis that all numbers share
 * @subtitle: (owned) (nullable): what a chart says under its title
 * @remark: (owned) (nullable): in what the nodes are unlike
 * @nodes: (owned) LvNode: whose values are shown
 *
 * One table as people read it: of a card, of a chart's values, of words. Both profiles are made of it.
 */
typedef struct
{
  char *title;
  char *first;
  GPtrArray *heads;
  GPtrArray *rows;
  char *unit;
  char *subtitle;
  char *remark;
  GPtrArray *nodes;
  LvGridPlace place;
} LvGrid;

LvGrid *lv_grid_new (const LvSheet *sheet, const LvState *state, const LvState *base)
    G_GNUC_WARN_UNUSED_RESULT;
LvGrid *lv_grid_new_chart (const LvItem *chart, const LvState *state, const LvState *base)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_grid_add_baseline (LvGrid *self, const LvState *state, const LvState *base);
void lv_grid_free (LvGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvGrid, lv_grid_free)

char *lv_grid_item_title (const LvItem *item, const LvState *state, const LvState *base)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_grid_day_text (const LvPack *pack, const char *date) G_GNUC_WARN_UNUSED_RESULT;
char *lv_unit_text (const LvPack *pack, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;
LvGridRow *lv_grid_add_row (LvGrid *self, char *label, const LvNode *node);
void lv_grid_add_cell (LvGridRow *row, const LvNode *node, gsize cell);
void lv_grid_settle_unit (LvGrid *self, const LvPack *pack);
void lv_grid_add_text (LvGridRow *row, const char *text);
LvGrid *lv_grid_empty (const char *title, const char *first) G_GNUC_WARN_UNUSED_RESULT;

/* lv-subject.c */
GArray *lv_subject_wants (const LvItem *attachment, const LvState *state, const LvState *base)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *lv_subject_checks (const LvSheet *sheet, const LvModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
