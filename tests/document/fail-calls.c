/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program's own functions come before those of the C library, for GLib's calls too. */
#include "fail-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static gint active, calls;
static FailMode fail_mode;
static gint fail_at;
static int fail_number;

void
fail_calls_start (FailMode mode, guint at, int number)
{
  fail_mode = mode;
  fail_at = (gint) at;
  fail_number = number;
  g_atomic_int_set (&calls, 0);
  g_atomic_int_set (&active, 1);
}

guint
fail_calls_stop (void)
{
  g_atomic_int_set (&active, 0);
  return (guint) g_atomic_int_get (&calls);
}

/* Whether this call is to fail, before anything has happened. */
static gboolean
is_hit (void)
{
  gint n;

  if (!g_atomic_int_get (&active))
    return FALSE;
  n = g_atomic_int_add (&calls, 1) + 1;
  return fail_mode != FAIL_COUNT && (n == fail_at || (fail_mode == FAIL_EVER && n > fail_at));
}

static long
hit (void)
{
  if (fail_mode == FAIL_KILL)
    syscall (SYS_kill, syscall (SYS_getpid), SIGKILL);
  errno = fail_number;
  return -1;
}

/* GLib wakes its threads by writing too. */
static gboolean
is_file (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 && S_ISREG (info.st_mode);
}

ssize_t
write (int fd, const void *data, size_t size)
{
  if (!is_file (fd) || !is_hit ())
    return syscall (SYS_write, fd, data, size);
  syscall (SYS_write, fd, data, size / 2);
  return hit ();
}

int
fsync (int fd)
{
  return (int) (is_hit () ? hit () : syscall (SYS_fsync, fd));
}

int
rename (const char *from, const char *to)
{
  return (int) (is_hit () ? hit () : syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int
fchmod (int fd, mode_t mode)
{
  return (int) (is_hit () ? hit () : syscall (SYS_fchmod, fd, mode));
}

int
fchown (int fd, uid_t owner, gid_t group)
{
  return (int) (is_hit () ? hit () : syscall (SYS_fchown, fd, owner, group));
}

int
open (const char *path, int flags, ...)
{
  va_list rest;
  mode_t mode;

  va_start (rest, flags);
  mode = (flags & O_CREAT) != 0 ? va_arg (rest, mode_t) : 0;
  va_end (rest);
  return (int) (is_hit () ? hit () : syscall (SYS_openat, AT_FDCWD, path, flags, mode));
}
