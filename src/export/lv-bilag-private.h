/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-bilag.h"

#include "lv-grid.h"

G_BEGIN_DECLS

/**
 * LvBilag:
 * @book: (nullable): where it is written; else @report
 * @notes: LvItem, in the order of their numbers
 * @sources: LvItem
 * @seen: nodes whose sources are collected
 * @tables: how many parts have something in them
 * @today: the day from which plans are seen
 *
 * An attachment for publishing, on its way to a workbook or to a report.
 */
typedef struct
{
  LvWorkbook *book;
  LvReport *report;
  const LvItem *attachment;
  const LvPack *pack;
  const LvState *state;
  const LvState *base;
  GPtrArray *notes;
  GPtrArray *sources;
  GHashTable *seen;
  guint tables;
  GDate today;
} LvBilag;

const char *lv_bilag_word (const LvBilag *self, const char *name, const char *otherwise);
const char *lv_bilag_missing (const LvBilag *self, LvStatus status);
char *lv_bilag_with_note (LvBilag *self, const char *text, const LvItem *note) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_bilag_heads (const LvBilag *self, const LvGrid *grid, gboolean with_unit)
    G_GNUC_WARN_UNUSED_RESULT;

/* lv-bilag-report.c */
void lv_bilag_report_table (LvBilag *self, const LvGrid *grid, const char *name, gboolean with_unit,
                            guint level);
gboolean lv_bilag_report_figure (LvBilag *self, const LvSheet *sheet, const LvGrid *grid);
void lv_bilag_report_words (LvBilag *self, const LvGrid *grid);
void lv_bilag_report_plan (LvBilag *self, const LvSheet *sheet, const char *title);
void lv_bilag_report_sources (LvBilag *self);

G_END_DECLS
