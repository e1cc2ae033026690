/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export.h"
#include "lv-grid.h"
#include "lv-passport.h"
#include "lv-report.h"
#include "lv-side.h"
#include "lv-workbook.h"

G_BEGIN_DECLS

/** What a part of an attachment is. */
typedef enum
{
  LV_PART_TABLE,
  LV_PART_FIGURE, /* a chart: its picture, and its numbers as a table */
  LV_PART_WORDS,  /* sentences: a row each, of labels only */
  LV_PART_PIECES, /* a table, which is read in pieces where there is room for little */
} LvPartKind;

/**
 * LvPart:
 * @title: (owned): what stands above it; short, also the name of its sheet
 * @grid: (owned): its table; of a figure its numbers, of words a row for each sentence
 * @with_unit: all numbers share the grid's unit, so that heads say it
 * @chart: (nullable): of a figure, the item that is drawn
 * @figure: (owned) (nullable): of a figure without a chart of the pack, its picture
 * @pieces: (owned) (nullable) (element-type LvGrid): the same table in pieces with a title each; without any it is
 *   for lists only, as its rows stand in the pieces of another part
 * @id: what it is of, in the pack's ids: the item, or the pattern that chose its rows
 * @what: (owned): which table of which sheet, as passports name it
 *
 * One thing that an attachment shows. Every format is written from the same parts.
 */
typedef struct
{
  LvPartKind kind;
  char *title;
  LvGrid *grid;
  gboolean with_unit;
  const LvItem *chart;
  LvFigure *figure;
  GPtrArray *pieces;
  char *id;
  char *what;
} LvPart;

/**
 * LvBilag:
 * @parts: (owned) LvPart, in the attachment's order
 * @notes: (owned) LvItem: note 1, 2, ...
 * @sources: (owned) LvItem: of everything that its values are computed from
 * @side: the scenario, with the reasons that it gives
 * @sides: (nullable) (element-type LvSide): what is compared, where the sender has chosen
 * @today: the day from which plans are seen
 * @compared: (owned) (nullable): the scenarios that stand beside each other, once something has asked
 * @beside: (owned) (nullable): what stands for their numbers
 * @beside_titles: (owned) (nullable): what they are called, "Grundprognose; Tidlig indsats"
 * @passport: (nullable): from which its tables and figures get their ids; whoever sets it keeps it alive
 *
 * What an attachment says, before it is a file.
 */
struct _LvBilag
{
  const LvItem *attachment;
  const LvPack *pack;
  LvSide side;
  const LvState *state;
  const LvState *base;
  const GPtrArray *sides;
  struct _LvSides *compared;
  GDate today;
  GPtrArray *parts;
  GPtrArray *notes;
  GPtrArray *sources;
  const LvPassport *passport;
  char *beside;
  char *beside_titles;
};

LvBilag *lv_bilag_new (const LvItem *attachment, const LvSide *side, const LvState *base,
                       const GDate *today) G_GNUC_WARN_UNUSED_RESULT;
LvBilag *lv_bilag_new_beside (const LvItem *attachment, const LvSide *side, const LvState *base,
                              const GDate *today, const GPtrArray *sides) G_GNUC_WARN_UNUSED_RESULT;
void lv_bilag_free (LvBilag *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvBilag, lv_bilag_free)

/* What all formats say alike. */
gboolean lv_bilag_is_one_page (const LvBilag *self);
gboolean lv_bilag_compares (const LvItem *attachment);
const char *lv_bilag_word (const LvBilag *self, const char *name, const char *otherwise);
char *lv_bilag_passport (const LvBilag *self, const LvPart *part) G_GNUC_WARN_UNUSED_RESULT;
char *lv_bilag_passport_line (const LvBilag *self, const char *what) G_GNUC_WARN_UNUSED_RESULT;
const char *lv_bilag_missing (const LvBilag *self, LvStatus status);
LvValue lv_bilag_value (const LvBilag *self, const LvGridCell *cell);
char *lv_bilag_label (const LvBilag *self, const LvGridRow *row) G_GNUC_WARN_UNUSED_RESULT;
char *lv_bilag_cell_text (const LvBilag *self, const LvGridCell *cell) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_bilag_heads (const LvPart *part, const LvGrid *grid) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_bilag_is_baseline (const LvBilag *self);
gboolean lv_bilag_is_drawn (const LvBilag *self, const LvGrid *grid);
LvFigure *lv_bilag_figure (const LvBilag *self, const LvPart *part) G_GNUC_WARN_UNUSED_RESULT;
LvGrid *lv_bilag_notes (const LvBilag *self) G_GNUC_WARN_UNUSED_RESULT;
LvGrid *lv_bilag_sources (const LvBilag *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_bilag_source_line (const LvBilag *self, const LvItem *source) G_GNUC_WARN_UNUSED_RESULT;

/* lv-bilag-changes.c */
LvGrid *lv_bilag_changes (const LvBilag *self) G_GNUC_WARN_UNUSED_RESULT;
LvGrid *lv_bilag_changes_to_read (const LvBilag *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_bilag_changes_line (const LvBilag *self) G_GNUC_WARN_UNUSED_RESULT;

/* The formats: lv-bilag-book.h, lv-bilag-report.c */
LvReport *lv_bilag_report (const LvBilag *bilag, const LvReportInfo *info, const LvPaper *paper)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
