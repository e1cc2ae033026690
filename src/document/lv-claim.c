/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-claim.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Between open and lock another process may have deleted the file. */
static gboolean
is_at (int fd, const char *path)
{
  struct stat opened, found;

  return fstat (fd, &opened) == 0 && stat (path, &found) == 0 && opened.st_dev == found.st_dev
         && opened.st_ino == found.st_ino;
}

static LvClaimResult
claim (const char *path, int flags, int *fd)
{
  for (;;)
    {
      int opened = g_open (path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);

      *fd = -1;
      if (opened < 0)
        return LV_CLAIM_NONE;
      if (flock (opened, LOCK_EX | LOCK_NB) != 0)
        {
          LvClaimResult result = errno == EWOULDBLOCK ? LV_CLAIM_HELD : LV_CLAIM_NONE;

          close (opened);
          return result;
        }
      if (is_at (opened, path))
        {
          *fd = opened;
          return LV_CLAIM_TAKEN;
        }
      close (opened);
    }
}

/**
 * lv_claim_create:
 * @path: a file, which is created if it isn't there
 * @fd: (out): the file, open for reading and writing; -1 unless taken
 *
 * Returns: whose it is
 */
LvClaimResult
lv_claim_create (const char *path, int *fd)
{
  return claim (path, O_RDWR | O_CREAT, fd);
}

/**
 * lv_claim_existing:
 * @path: a file
 * @fd: (out): the file, open for reading; -1 unless taken
 *
 * Returns: whose it is
 */
LvClaimResult
lv_claim_existing (const char *path, int *fd)
{
  return claim (path, O_RDONLY, fd);
}

/**
 * lv_claim_release:
 * @path: the file
 * @fd: what a claim gave
 *
 * Deletes the file, unless it has become another's, and lets go.
 */
void
lv_claim_release (const char *path, int fd)
{
  if (is_at (fd, path))
    g_unlink (path);
  close (fd);
}
