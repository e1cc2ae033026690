/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-file-lock.h"

#include "lv-claim.h"
#include "lv-file-save.h"

#include <unistd.h>

#define GROUP "lock"

/* No lock is longer; a longer file is somebody else's. */
#define MAX_SIZE 4096

struct _LvFileLock
{
  char *path; /* of the lock */
  int fd;     /* -1 unless ours */
  LvFileLockState state;
  LvFileLockOwner owner;
};

static void
owner_clear (LvFileLockOwner *owner)
{
  g_clear_pointer (&owner->user, g_free);
  g_clear_pointer (&owner->host, g_free);
  g_clear_pointer (&owner->since, g_date_time_unref);
  owner->process = 0;
}

static char *
key_text (GKeyFile *keys, const char *key)
{
  char *text = g_key_file_get_string (keys, GROUP, key, NULL);

  return text != NULL ? text : g_strdup ("");
}

/* What can't be read is not known: the lock of a process that was killed while it wrote this is empty. */
static void
owner_read (LvFileLockOwner *owner, const char *path)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *text = NULL;
  g_autofree char *since = NULL;
  gsize size = 0;

  owner_clear (owner);
  if (g_file_get_contents (path, &text, &size, NULL) && size <= MAX_SIZE)
    g_key_file_load_from_data (keys, text, size, G_KEY_FILE_NONE, NULL);
  owner->user = key_text (keys, "user");
  owner->host = key_text (keys, "host");
  owner->process = g_key_file_get_int64 (keys, GROUP, "process", NULL);
  since = key_text (keys, "since");
  owner->since = g_date_time_new_from_iso8601 (since, NULL);
}

static void
owner_is_us (LvFileLockOwner *owner, GDateTime *now)
{
  owner_clear (owner);
  owner->user = g_filename_display_name (g_get_user_name ());
  owner->host = g_filename_display_name (g_get_host_name ());
  owner->process = getpid ();
  owner->since = g_date_time_ref (now);
}

/* A disk too full for this still holds the lock itself; others then see that somebody has the file. */
static void
owner_write (const LvFileLockOwner *owner, int fd)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *since = g_date_time_format_iso8601 (owner->since);
  g_autofree char *text = NULL;
  gsize size;

  g_key_file_set_string (keys, GROUP, "user", owner->user);
  g_key_file_set_string (keys, GROUP, "host", owner->host);
  g_key_file_set_int64 (keys, GROUP, "process", owner->process);
  g_key_file_set_string (keys, GROUP, "since", since);
  text = g_key_file_to_data (keys, &size, NULL);
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, size, 0) != (gssize) size)
    g_debug ("a lock is without its owner");
}

static gboolean
is_this_host (const LvFileLockOwner *owner)
{
  g_autofree char *host = g_filename_display_name (g_get_host_name ());

  return owner->host[0] == '\0' || g_str_equal (owner->host, host);
}

static void
own (LvFileLock *self, int fd, GDateTime *now)
{
  self->fd = fd;
  self->state = LV_FILE_LOCK_OWN;
  owner_is_us (&self->owner, now);
  owner_write (&self->owner, fd);
}

/* Locks of the kernel do not reach every other machine, so what another machine wrote is believed, until a user
 * says otherwise.  What this machine wrote and the kernel does not hold is left from a process that was killed. */
static void
try_create (LvFileLock *self, GDateTime *now, gboolean force)
{
  int fd;
  LvClaimResult result = lv_claim_create (self->path, &fd);

  self->state = result == LV_CLAIM_HELD ? LV_FILE_LOCK_OTHER : LV_FILE_LOCK_NONE;
  owner_read (&self->owner, self->path);
  if (result == LV_CLAIM_TAKEN && (force || is_this_host (&self->owner)))
    own (self, fd, now);
  else if (result == LV_CLAIM_TAKEN)
    {
      self->state = LV_FILE_LOCK_OTHER;
      close (fd);
    }
}

/* Where no lock can be made there may be one of somebody who can. */
static void
look (LvFileLock *self)
{
  int fd;
  LvClaimResult result = lv_claim_existing (self->path, &fd);

  if (result == LV_CLAIM_TAKEN)
    close (fd);
  if (result == LV_CLAIM_HELD || !is_this_host (&self->owner))
    self->state = LV_FILE_LOCK_OTHER;
}

static void
take (LvFileLock *self, GDateTime *now, gboolean force)
{
  try_create (self, now, force);
  if (self->state == LV_FILE_LOCK_NONE)
    look (self);
}

static char *
lock_path (const char *path)
{
  g_autofree char *target = lv_file_real_path (path, NULL);
  g_autofree char *folder = g_path_get_dirname (target != NULL ? target : path);
  g_autofree char *base = g_path_get_basename (target != NULL ? target : path);
  g_autofree char *name = g_strconcat (".~lock.", base, "#", NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * lv_file_lock_new:
 * @path: a local file; two symbolic links to one file are one file
 * @now: when it is opened
 *
 * Takes the lock of @path if nobody has it. One that was left by a killed process of this machine is taken over.
 *
 * Returns: (transfer full): ask lv_file_lock_state()
 */
LvFileLock *
lv_file_lock_new (const char *path, GDateTime *now)
{
  LvFileLock *self;

  g_return_val_if_fail (path != NULL && now != NULL, NULL);
  self = g_new0 (LvFileLock, 1);
  self->fd = -1;
  self->path = lock_path (path);
  take (self, now, FALSE);
  return self;
}

/**
 * lv_file_lock_free:
 *
 * Lets go of the lock if it is ours.
 */
void
lv_file_lock_free (LvFileLock *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    lv_claim_release (self->path, self->fd);
  owner_clear (&self->owner);
  g_free (self->path);
  g_free (self);
}

LvFileLockState
lv_file_lock_state (const LvFileLock *self)
{
  g_return_val_if_fail (self != NULL, LV_FILE_LOCK_NONE);
  return self->state;
}

/**
 * lv_file_lock_owner:
 *
 * Returns: (nullable): who has the file open; %NULL when nobody has
 */
const LvFileLockOwner *
lv_file_lock_owner (const LvFileLock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->state == LV_FILE_LOCK_NONE ? NULL : &self->owner;
}

/**
 * lv_file_lock_is_here:
 *
 * Returns: whether this very process has the file open, here or in another window
 */
gboolean
lv_file_lock_is_here (const LvFileLock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->state != LV_FILE_LOCK_NONE && self->owner.process == getpid () && is_this_host (&self->owner);
}

/**
 * lv_file_lock_take_over:
 * @now: when
 *
 * For a user who knows that the other one has gone. A lock that a living process of this machine holds can't be
 * taken over.
 *
 * Returns: the new state
 */
LvFileLockState
lv_file_lock_take_over (LvFileLock *self, GDateTime *now)
{
  g_return_val_if_fail (self != NULL && now != NULL, LV_FILE_LOCK_NONE);
  if (self->state != LV_FILE_LOCK_OWN)
    take (self, now, TRUE);
  return self->state;
}
