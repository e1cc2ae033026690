/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LvFileState:
 * @LV_FILE_UNCHANGED: the file holds what was last read or saved
 * @LV_FILE_CHANGED: it holds something else
 * @LV_FILE_GONE: it is not there (deleted, renamed, its disk disconnected)
 * @LV_FILE_UNREADABLE: it is there and may not be read any more
 * @LV_FILE_READ_ONLY: it is unchanged, and may not be written
 */
typedef enum
{
  LV_FILE_UNCHANGED,
  LV_FILE_CHANGED,
  LV_FILE_GONE,
  LV_FILE_UNREADABLE,
  LV_FILE_READ_ONLY,
} LvFileState;

#define LV_TYPE_FILE_WATCH (lv_file_watch_get_type ())

/**
 * LvFileWatch:
 *
 * Remembers what a file held when it was read or saved, and says whether it still does: before a save when asked,
 * and while the document is open by the signal "changed" with the new #LvFileState. Contents decide, not times: a
 * file that was touched or copied back is unchanged. The signal is a help only; on network disks none may come.
 */
G_DECLARE_FINAL_TYPE (LvFileWatch, lv_file_watch, LV, FILE_WATCH, GObject)

LvFileWatch *lv_file_watch_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
GBytes *lv_file_watch_read (LvFileWatch *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_file_watch_save (LvFileWatch *self, GBytes *bytes, GError **error);
LvFileState lv_file_watch_check (LvFileWatch *self);

const char *lv_file_watch_path (LvFileWatch *self);
const char *lv_file_watch_hash (LvFileWatch *self);
gint64 lv_file_watch_size (LvFileWatch *self);
GDateTime *lv_file_watch_modified (LvFileWatch *self) G_GNUC_WARN_UNUSED_RESULT;

LvFileState lv_file_state (const char *path, const char *hash);
char *lv_file_hash (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
