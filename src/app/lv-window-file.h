/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-autosave.h"
#include "lv-file-lock.h"
#include "lv-file-watch.h"
#include "lv-session.h"

G_BEGIN_DECLS

/**
 * LvFileOpen:
 * @LV_FILE_OPEN: opened unless somebody else has it open
 * @LV_FILE_OPEN_ANYWAY: although somebody has
 * @LV_FILE_OPEN_COPY: its contents in a document without a file: saving asks for a name
 */
typedef enum
{
  LV_FILE_OPEN,
  LV_FILE_OPEN_ANYWAY,
  LV_FILE_OPEN_COPY,
} LvFileOpen;

#define LV_TYPE_WINDOW_FILE (lv_window_file_get_type ())

/**
 * LvWindowFile:
 *
 * The file behind the document of a window: reads and saves it, holds its lock, watches it, and keeps the recovery
 * file. It asks nothing; the window does. Signals: "changed" when its name or whether it is saved may be another;
 * "disk" with the LvFileState when somebody else did something to the file; "failed" with a text when the
 * recovery file can't be written.
 */
G_DECLARE_FINAL_TYPE (LvWindowFile, lv_window_file, LV, WINDOW_FILE, GObject)

char *lv_window_file_folder (void) G_GNUC_WARN_UNUSED_RESULT;
LvWindowFile *lv_window_file_new (LvSession *session, const char *folder) G_GNUC_WARN_UNUSED_RESULT;

void lv_window_file_clear (LvWindowFile *self);
gboolean lv_window_file_open (LvWindowFile *self, const char *path, LvFileOpen how, GPtrArray *unplaced,
                              GError **error);
gboolean lv_window_file_recover (LvWindowFile *self, LvRecovered *recovered, GPtrArray *unplaced,
                                 GError **error);
gboolean lv_window_file_reread (LvWindowFile *self, GPtrArray *unplaced, GError **error);
gboolean lv_window_file_save (LvWindowFile *self, GError **error);
gboolean lv_window_file_save_as (LvWindowFile *self, const char *path, GError **error);
gboolean lv_window_file_discard (LvWindowFile *self, GError **error);

gboolean lv_window_file_needs_answer (LvWindowFile *self);
void lv_window_file_keep_mine (LvWindowFile *self, LvFileState state);

const char *lv_window_file_path (LvWindowFile *self);
char *lv_window_file_name (LvWindowFile *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_window_file_is_blank (LvWindowFile *self);
gboolean lv_window_file_is_modified (LvWindowFile *self);
gboolean lv_window_file_is (LvWindowFile *self, const char *path);
LvFileLock *lv_window_file_other (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_window_file_flush (LvWindowFile *self);

G_END_DECLS
