/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes to a local file, whole or not at all: docs/saving.md. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LvFileError:
 * @LV_FILE_ERROR_FULL: no room: disk, quota, or the size that a file may have
 * @LV_FILE_ERROR_READ_ONLY: the file or its disk may only be read
 * @LV_FILE_ERROR_FOLDER: the folder takes no new files
 * @LV_FILE_ERROR_GONE: the folder is not there
 * @LV_FILE_ERROR_NAME: a name that the disk does not take
 * @LV_FILE_ERROR_KIND: there is a folder or a device of that name
 * @LV_FILE_ERROR_BUSY: another program has the file open
 * @LV_FILE_ERROR_UNCERTAIN: written, but the disk does not promise to keep it
 * @LV_FILE_ERROR_FAILED: anything else
 */
typedef enum
{
  LV_FILE_ERROR_FULL,
  LV_FILE_ERROR_READ_ONLY,
  LV_FILE_ERROR_FOLDER,
  LV_FILE_ERROR_GONE,
  LV_FILE_ERROR_NAME,
  LV_FILE_ERROR_KIND,
  LV_FILE_ERROR_BUSY,
  LV_FILE_ERROR_UNCERTAIN,
  LV_FILE_ERROR_FAILED,
} LvFileError;

#define LV_FILE_ERROR (lv_file_error_quark ())
GQuark lv_file_error_quark (void);

char *lv_file_real_path (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_file_save (const char *path, GBytes *bytes, GError **error);
guint lv_file_save_clean (const char *folder);

G_END_DECLS
