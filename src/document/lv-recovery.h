/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The recovery folder: one file per open document with changes that are not saved. LvAutosave writes them; here is
 * what the next start finds. The format is in docs/saving.md. */

#pragma once

#include "lv-file-watch.h"

G_BEGIN_DECLS

/* Discarded work is kept for so many days. */
#define LV_RECOVERY_TRASH_DAYS 30

/**
 * LvRecoveryRecord:
 * @path: (nullable) (type filename): the document's file; %NULL when it was never saved
 * @title: what the window called it
 * @time_us: when it was written, microseconds since 1970
 * @base: (nullable): lv_file_hash() of the saved version that the changes build on
 * @bytes: the whole document
 */
typedef struct
{
  char *path;
  char *title;
  gint64 time_us;
  char *base;
  GBytes *bytes;
} LvRecoveryRecord;

void lv_recovery_record_clear (LvRecoveryRecord *record);
GBytes *lv_recovery_record_to_bytes (const LvRecoveryRecord *record) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_recovery_record_read (LvRecoveryRecord *record, GBytes *file, GError **error);

/**
 * LvRecovered:
 *
 * Work that was found. While it is there no other process finds the same.
 */
typedef struct _LvRecovered LvRecovered;

GPtrArray *lv_recovery_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
void lv_recovery_clean (const char *folder, GDateTime *now);

void lv_recovered_free (LvRecovered *self);
const LvRecoveryRecord *lv_recovered_record (const LvRecovered *self);
const GError *lv_recovered_damage (const LvRecovered *self);
const char *lv_recovered_file (const LvRecovered *self);
LvFileState lv_recovered_original (const LvRecovered *self);
gboolean lv_recovered_discard (LvRecovered *self, GDateTime *now, GError **error);
char *lv_recovered_adopt (LvRecovered *self, int *claim) G_GNUC_WARN_UNUSED_RESULT;

char *lv_recovery_file (const char *folder, const char *id, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_recovery_trash (const char *folder, const char *id, GDateTime *now, GError **error);

#define LV_RECOVERY_SUFFIX ".recovery"
#define LV_RECOVERY_CLAIM ".open"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvRecovered, lv_recovered_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LvRecoveryRecord, lv_recovery_record_clear)

G_END_DECLS
