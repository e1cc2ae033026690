/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-compare.h"
#include "lv-state.h"

G_BEGIN_DECLS

/** Letters of a passport, and with the NUL byte behind. */
#define LV_PASSPORT_LENGTH 8
#define LV_PASSPORT_BUFFER (LV_PASSPORT_LENGTH + 1)

/* What stands on the pages of an attachment that no sheet of the pack describes. */
#define LV_PASSPORT_CHANGES "changes"
#define LV_PASSPORT_NOTES "notes"
#define LV_PASSPORT_SOURCES "sources"

/**
 * LvPassport:
 *
 * What the numbers of an export are made of: the pack with its version, what a document adds, the scenario.
 * Each table and figure gets a short id from it, the same in every run and locale; another number anywhere
 * in the inputs gives other ids. Made once for all files of a state; it never changes, so
 * several threads may read it.
 */
typedef struct _LvPassport LvPassport;

LvPassport *lv_passport_new (const LvState *state, const LvState *base, const LvScenario *scenario,
                             const char *title) G_GNUC_WARN_UNUSED_RESULT;
void lv_passport_free (LvPassport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvPassport, lv_passport_free)

char *lv_passport_id (const LvPassport *self, const LvItem *attachment, const char *what)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_passport_what (const LvSheet *sheet, guint n) G_GNUC_WARN_UNUSED_RESULT;
char *lv_passport_sheet_id (const LvPassport *self, const LvItem *attachment, const LvSheet *sheet,
                            guint n) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_passport_is_beside (const LvSheet *sheet);
char *lv_passport_inputs (const LvState *state) G_GNUC_WARN_UNUSED_RESULT;
char *lv_passport_beside (const char *const *inputs, guint n) G_GNUC_WARN_UNUSED_RESULT;
char *lv_passport_what_beside (const LvSheet *sheet, guint n, const char *beside) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_passport_read (const char *text, char id[LV_PASSPORT_BUFFER]);

/* What a file says beside the ids. */
gboolean lv_passport_is_of (const LvPassport *self, const LvState *state, const LvScenario *scenario,
                            const char *title);
const char *lv_passport_scenario (const LvPassport *self);
const char *lv_passport_pack (const LvPassport *self);
LvCompare *lv_passport_compare (const LvPassport *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_passport_changes (const LvPassport *self, const LvCompare *compare)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_passport_views (const LvPassport *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_passport_lines (const LvPassport *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * LvPassportHit:
 * @attachment: (nullable): in which attachment; %NULL for a chart's own file
 * @sheet: (nullable): which of its sheets
 * @n: which table of that sheet
 * @chart: (nullable): whose own file it is
 * @part: (nullable): LV_PASSPORT_CHANGES and the like
 *
 * The table or figure that has a passport. Nothing in it is owned.
 */
typedef struct
{
  const LvItem *attachment;
  const LvSheet *sheet;
  guint n;
  const LvItem *chart;
  const char *part;
} LvPassportHit;

gboolean lv_passport_find (const LvPassport *self, const char *id, LvPassportHit *hit);
gboolean lv_passport_find_beside (const LvPassport *self, const char *id, const char *beside, LvPassportHit *hit);

G_END_DECLS
