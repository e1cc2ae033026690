/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has a file open: `.~lock.NAME#` beside it. A lock warns; it never stops anybody. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LvFileLockState:
 * @LV_FILE_LOCK_OWN: others are told that we have the file open
 * @LV_FILE_LOCK_OTHER: somebody else has it open: lv_file_lock_owner()
 * @LV_FILE_LOCK_NONE: nothing is locked, and nothing can be, as in a folder that may only be read
 */
typedef enum
{
  LV_FILE_LOCK_OWN,
  LV_FILE_LOCK_OTHER,
  LV_FILE_LOCK_NONE,
} LvFileLockState;

/**
 * LvFileLockOwner:
 * @user: the user's name, "" when it isn't known
 * @host: the machine, "" when it isn't known
 * @process: process id on @host; 0 when it isn't known
 * @since: (nullable): when the file was opened
 */
typedef struct
{
  char *user;
  char *host;
  gint64 process;
  GDateTime *since;
} LvFileLockOwner;

typedef struct _LvFileLock LvFileLock;

LvFileLock *lv_file_lock_new (const char *path, GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;
void lv_file_lock_free (LvFileLock *self);

LvFileLockState lv_file_lock_state (const LvFileLock *self);
const LvFileLockOwner *lv_file_lock_owner (const LvFileLock *self);
gboolean lv_file_lock_is_here (const LvFileLock *self);
LvFileLockState lv_file_lock_take_over (LvFileLock *self, GDateTime *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvFileLock, lv_file_lock_free)

G_END_DECLS
