/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-mapping.h"
#include "lv-import-text.h"
#include "lv-state.h"

G_BEGIN_DECLS

/** What a difference becomes when it is accepted. */
typedef enum
{
  LV_IMPORT_FIGURE, /* [cell ID@m] value= of the document, status imported */
  LV_IMPORT_CHANGE, /* set ID@m= of the scenario */
  LV_IMPORT_KNOB,   /* measure ID.on=, .scale=, .delay= of the scenario */
} LvImportKind;

/**
 * LvImportDifference:
 * @row, @column: where it stands in the file, from 0
 * @old: value and status now
 * @value: the new one, in the node's unit; NaN makes it missing
 * @confirms: the value is the same, but somebody now says where it is from
 * @source, @note, @who: what the row says, "" when nothing
 */
typedef struct
{
  LvImportKind kind;
  const LvNode *node;
  gsize cell;
  LvValue old;
  double value;
  gboolean confirms;
  gboolean formula;
  guint row;
  guint column;
  const char *source;
  const char *note;
  const char *who;
} LvImportDifference;

typedef enum
{
  LV_BAD_UNKNOWN,   /* no such id or title */
  LV_BAD_AMBIGUOUS, /* a title that several have */
  LV_BAD_MEMBER,    /* not a member, or none said */
  LV_BAD_NUMBER,    /* not a value of the kind that is asked for */
  LV_BAD_UNIT,      /* another unit than the model's */
  LV_BAD_RANGE,     /* outside the limits */
  LV_BAD_TWICE,     /* the cell has had its value in another row */
  LV_BAD_READ_ONLY, /* computed, restated, tied, or outside the years that there are */
  LV_BAD_ERROR,     /* the spreadsheet could not compute it */
} LvBadReason;

/** A row that can't be taken. @text is a sentence in the user's language. */
typedef struct
{
  guint row;
  guint column;
  LvBadReason reason;
  char *text;
} LvImportBad;

/** A member that the file names and an open axis does not have. */
typedef struct
{
  const LvAxis *axis;
  char *title;
} LvImportMember;

/** Of these, so many are kept. */
#define LV_IMPORT_MAX_MEMBERS 500

/** Bad rows that are kept; the rest are counted. */
#define LV_IMPORT_MAX_BAD 1000

/**
 * LvProposal:
 * @sheet: which sheet was read
 * @workbook: it is our own workbook Beregning
 * @differences: (element-type LvImportDifference): in the order of the file
 * @bad: (element-type LvImportBad): in the order of the file
 * @n_bad: all of them
 * @n_same: values that are what they were
 * @unknown: (element-type LvImportMember): members that open axes lack, each once
 *
 * What a file would change. Nothing is changed by it.
 */
typedef struct
{
  guint sheet;
  gboolean workbook;
  GArray *differences;
  GArray *bad;
  guint n_bad;
  guint n_same;
  GPtrArray *unknown;
} LvProposal;

void lv_proposal_free (LvProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvProposal, lv_proposal_free)

LvSheetData *lv_import_read (const char *path, const LvTextForm *wanted, LvTextForm *used,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
LvSheetData *lv_import_bytes (const char *bytes, gsize length, const char *file,
                              const LvTextForm *wanted, LvTextForm *used, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

LvProposal *lv_import_propose (const LvState *state, const LvSheetData *data,
                               const LvMapping *mapping, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct _LvImporting LvImporting;

LvImporting *lv_importing_new (const LvState *state, const LvSheetData *data, const LvMapping *mapping,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_importing_step (LvImporting *self, guint rows);
double lv_importing_fraction (const LvImporting *self);
LvProposal *lv_importing_finish (LvImporting *self) G_GNUC_WARN_UNUSED_RESULT;
void lv_importing_free (LvImporting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvImporting, lv_importing_free)

gboolean lv_import_is_workbook (const LvModel *model, const LvSheetData *data);
LvProposal *lv_import_propose_workbook (const LvState *state, const LvSheetData *data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * LvImportOrigin:
 * @date: when it was read in, as the pack's language writes it
 * @who: (nullable): by whom
 * @source: (nullable): where the figures are from, of rows that do not say it themselves
 */
typedef struct
{
  const char *date;
  const char *who;
  const char *source;
} LvImportOrigin;

/**
 * LvImportRecord:
 * @id: of the series, the parameter or the measure
 * @property: (nullable): on, scale or delay of a measure
 * @members: of a single cell, as in packs; "" when there is only one
 * @value: as packs and documents write it; "?" is missing
 * @source: where it is from, a sentence in the pack's language
 * @place: where in the file, in the pack's language
 * @note: (nullable): what the row says besides
 * @who: (nullable): who says so
 * @confirms: the value is what it was; only who says so is new
 *
 * A difference in the words of a document, ready to be kept.
 */
typedef struct
{
  LvImportKind kind;
  char *id;
  char *property;
  char *members;
  char *value;
  char *source;
  char *place;
  char *note;
  char *who;
  gboolean confirms;
} LvImportRecord;

void lv_import_record_free (LvImportRecord *self);
LvImportRecord *lv_import_record_new (const LvImportDifference *difference, const LvModel *model,
                                      const LvSheetData *data, const LvDataSheet *sheet,
                                      const LvImportOrigin *origin) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_proposal_records (const LvProposal *self, const LvModel *model, const LvSheetData *data,
                                const LvImportOrigin *origin) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
