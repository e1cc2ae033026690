/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-passport.h"
#include "lv-report.h"
#include "lv-side.h"
#include "lv-workbook.h"

G_BEGIN_DECLS

/* lv-bilag.h */
typedef struct _LvBilag LvBilag;

typedef enum
{
  LV_PROFILE_BILAG,      /* for publishing */
  LV_PROFILE_BEREGNING,  /* for checking and continuing */
  LV_PROFILE_PDF,        /* for reading, on paper too */
  LV_PROFILE_ICS,        /* its plans as a calendar */
  LV_PROFILE_HTML,       /* a page for reading, on any screen */
  LV_PROFILE_CSV,        /* its tables, for other programs */
  LV_N_PROFILES
} LvProfile;

/**
 * LvPaper:
 * @title: (nullable): instead of the attachment's
 * @number: (nullable): "Bilag 1", its number among the papers of the case
 * @case_number: (nullable): sagsnummer
 * @document_number: (nullable): dokumentnummer
 * @unit: (nullable): who sends it out, instead of the pack's publisher
 * @is_read: somebody says that spelling and grammar are read through
 *
 * What the sender says of an attachment that nobody else can know.
 */
typedef struct
{
  const char *title;
  const char *number;
  const char *case_number;
  const char *document_number;
  const char *unit;
  gboolean is_read;
} LvPaper;

/**
 * LvExportOptions:
 * @scenario: (nullable): the scenario's title
 * @said: (nullable): what it says, for the reasons
 * @year, @month, @day: the date in the files
 * @paper: (nullable): what the sender says of the attachment
 * @sides: (nullable) (element-type LvSide): two to six sides for attachments that compare, all held against the
 *   first; %NULL for the grundprognose, the exported scenario and those of the pack
 * @passport: (nullable): the passports of the state, where several files are made; else each makes its own
 * @contents: (nullable): what the attachment says, where several files are made of it; else each finds it out
 */
typedef struct
{
  const char *scenario;
  const LvScenario *said;
  int year, month, day;
  const LvPaper *paper;
  const GPtrArray *sides;
  const LvPassport *passport;
  const LvBilag *contents;
} LvExportOptions;

const char *lv_profile_name (LvProfile profile);
const char *lv_profile_ending (LvProfile profile);
gboolean lv_profile_parse (const char *name, LvProfile *profile);
gboolean lv_attachment_has_profile (const LvItem *attachment, LvProfile profile);
char *lv_export_file_name (const LvItem *attachment, LvProfile profile) G_GNUC_WARN_UNUSED_RESULT;
LvPassport *lv_export_passport (const LvState *state, const LvState *base, const LvExportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
LvBilag *lv_export_contents (const LvState *state, const LvState *base, const LvItem *attachment,
                             const LvExportOptions *options) G_GNUC_WARN_UNUSED_RESULT;
GBytes *lv_export_attachment (const LvState *state, const LvState *base, const LvItem *attachment,
                              LvProfile profile, const LvExportOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
LvReport *lv_export_report (const LvState *state, const LvState *base, const LvItem *attachment,
                            const LvExportOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
