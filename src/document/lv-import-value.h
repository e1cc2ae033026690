/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-index.h"
#include "lv-import.h"

G_BEGIN_DECLS

/**
 * LvImportRun:
 * @state: what is there now
 * @base: the grundprognose, which figures are compared with
 * @seen: node -> (cell -> row, from 1)
 *
 * One proposal on its way.
 */
typedef struct
{
  const LvModel *model;
  const LvPack *pack;
  const LvState *state;
  LvState *base;
  LvImportIndex *index;
  LvProposal *proposal;
  GHashTable *seen;
} LvImportRun;

void lv_import_run_init (LvImportRun *self, const LvState *state, guint sheet);
void lv_import_run_clear (LvImportRun *self);

/* lv-import-value.c */
gboolean lv_import_says_nothing (const LvImportRun *self, const LvDataCell *cell);
gboolean lv_import_value (LvImportRun *self, const LvNode *node, const LvDataCell *cell, double *value);
gboolean lv_import_unit_fits (LvImportRun *self, const LvNode *node, const LvDataCell *cell);
void lv_import_bad (LvImportRun *self, guint row, guint column, LvBadReason reason, const char *format,
                    ...) G_GNUC_PRINTF (5, 6);
char *lv_import_shown (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_import_same_value (double a, double b);

/* lv-import.c */
gboolean lv_import_may_change (LvImportRun *self, const LvNode *node, gsize cell, guint row,
                               guint column);
void lv_import_add (LvImportRun *self, LvImportDifference *difference);

G_END_DECLS
