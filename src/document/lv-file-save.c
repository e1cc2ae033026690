/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why not the library: g_file_replace() creates a new file empty before it is written, and truncates where it
 * finds a symbolic link or cannot keep the owner; g_file_set_contents_full() replaces the link itself and
 * drops owner and permissions.  (Both read in GLib 2.74.) */

#include "lv-file-save.h"

#include "lv-claim.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file on its way: TEMPORARY HOST - RANDOM.  Short, so that any name that can be saved has room for it. */
#define TEMPORARY ".~ligevaegt-"

/* As many as the kernel follows. */
#define MAX_LINKS 40

/* Another machine's file on its way is left alone for so long: it may still be writing. */
#define FOREIGN_AGE_S (24 * 60 * 60)

G_DEFINE_QUARK (lv-file-error-quark, lv_file_error)

static LvFileError
error_code (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return LV_FILE_ERROR_FULL;
    case EROFS:
      return LV_FILE_ERROR_READ_ONLY;
    case EACCES:
    case EPERM:
      return LV_FILE_ERROR_FOLDER;
    case ENOENT:
    case ENOTDIR:
      return LV_FILE_ERROR_GONE;
    case ENAMETOOLONG:
    case EINVAL:
      return LV_FILE_ERROR_NAME;
    case EISDIR:
      return LV_FILE_ERROR_KIND;
    case EBUSY:
    case ETXTBSY:
      return LV_FILE_ERROR_BUSY;
    default:
      return LV_FILE_ERROR_FAILED;
    }
}

static const char *
full_pattern (int number)
{
  switch (number)
    {
    case EDQUOT:
      return _("“%s” was not saved: your quota on the disk is used up. Delete something, or save in another folder.");
    case EFBIG:
      return _("“%s” was not saved: the file is larger than is allowed here. Save in another folder.");
    default:
      return _("“%s” was not saved: the disk is full. Delete something, or save in another folder.");
    }
}

/* What happened and what to do, with one %s for the path. */
static const char *
error_pattern (LvFileError code, int number)
{
  switch (code)
    {
    case LV_FILE_ERROR_FULL:
      return full_pattern (number);
    case LV_FILE_ERROR_READ_ONLY:
      return _("“%s” was not saved: it may only be read. Save under another name or in another folder.");
    case LV_FILE_ERROR_FOLDER:
      return _("“%s” was not saved: you may not create files in its folder, and without that the old version is not safe. Save in another folder.");
    case LV_FILE_ERROR_GONE:
      return _("“%s” was not saved: the folder is not there any more. Connect to it again, or save in another folder.");
    case LV_FILE_ERROR_NAME:
      return _("“%s” was not saved: the disk does not take this name. Choose a shorter or simpler one.");
    case LV_FILE_ERROR_KIND:
      return _("“%s” was not saved: it is not an ordinary file. Choose another name.");
    case LV_FILE_ERROR_BUSY:
      return _("“%s” was not saved: another program has it open. Close it there, or save under another name.");
    case LV_FILE_ERROR_UNCERTAIN:
      return _("“%s” was written, but the disk does not confirm that it is kept. Save a copy on another disk.");
    default:
      return _("“%s” was not saved. Try again, or save in another folder.");
    }
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static gboolean
fail_with (GError **error, LvFileError code, const char *path, int number)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (error_pattern (code, number), shown);

  if (code == LV_FILE_ERROR_FAILED || code == LV_FILE_ERROR_UNCERTAIN)
    g_set_error (error, LV_FILE_ERROR, code, "%s (%s)", text, g_strerror (number));
  else
    g_set_error_literal (error, LV_FILE_ERROR, code, text);
  return FALSE;
}
#pragma GCC diagnostic pop

static gboolean
fail (GError **error, const char *path, int number)
{
  return fail_with (error, error_code (number), path, number);
}

/**
 * lv_file_real_path:
 * @path: a local path, absolute or not
 * @error: return location for an #LvFileError
 *
 * Follows symbolic links, also to a file that is not there yet.
 *
 * Returns: (transfer full) (type filename): an absolute path that is no symbolic link
 */
char *
lv_file_real_path (const char *path, GError **error)
{
  g_autofree char *at = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  at = g_canonicalize_filename (path, NULL);
  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return g_steal_pointer (&at);
      folder = g_path_get_dirname (at);
      g_free (at);
      at = g_canonicalize_filename (target, folder);
    }
  fail (error, path, ELOOP);
  return NULL;
}

/* Looks at what is to be replaced.  A read-only file could be replaced where its folder is not read-only:
 * somebody protected it, so it is not. */
static gboolean
check_target (const char *path, struct stat *old, gboolean *exists, GError **error)
{
  *exists = stat (path, old) == 0;
  if (!*exists)
    return errno == ENOENT || fail (error, path, errno);
  if (!S_ISREG (old->st_mode))
    return fail_with (error, LV_FILE_ERROR_KIND, path, 0);
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return fail_with (error, LV_FILE_ERROR_READ_ONLY, path, errno);
  return TRUE;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          errno = written == 0 ? ENOSPC : errno;
          return FALSE;
        }
      data += written;
      size -= (gsize) written;
    }
  return TRUE;
}

/* Some file systems cannot; that is no reason not to save on them. */
static gboolean
flush (int fd)
{
  int result;

  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);
  return result == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

/* As far as the file system and the user's rights go.  A file that leaves its group must not let the new
 * group do more than everybody; until the last line it is the user's alone. */
static void
keep_rights (int fd, const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;

  if (fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, (uid_t) -1, old->st_gid) != 0)
    mode = (mode & 0707) | ((mode & 07) << 3);
  if (fchmod (fd, mode) != 0)
    g_debug ("permissions are not kept: %s", g_strerror (errno));
}

/* In the same folder, as a rename does not reach from one disk to another. */
static int
open_temporary (const char *path, gboolean exists, char **temporary)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (TEMPORARY "%.32s-XXXXXX", g_get_host_name ());
  int fd;

  *temporary = g_build_filename (folder, name, NULL);
  fd = g_mkstemp_full (*temporary, O_WRONLY | O_CLOEXEC, exists ? 0600 : 0666);
  /* Held while it is written: lv_file_save_clean() then knows that it is not forgotten. */
  if (fd >= 0)
    flock (fd, LOCK_EX | LOCK_NB);
  return fd;
}

static gboolean
flush_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean flushed;
  int number;

  /* A folder that may not be read cannot be flushed either. */
  if (fd < 0 && (errno == EACCES || errno == EPERM))
    return TRUE;
  if (fd < 0)
    return fail_with (error, LV_FILE_ERROR_UNCERTAIN, path, errno);
  flushed = flush (fd);
  number = errno;
  close (fd);
  return flushed || fail_with (error, LV_FILE_ERROR_UNCERTAIN, path, number);
}

static gboolean
write_and_rename (const char *path, const struct stat *old, GBytes *bytes, GError **error)
{
  g_autofree char *temporary = NULL;
  int fd = open_temporary (path, old != NULL, &temporary);
  gboolean renamed;
  int number;

  if (fd < 0)
    return fail (error, path, errno);
  renamed = write_all (fd, bytes);
  if (renamed && old != NULL)
    keep_rights (fd, old);
  renamed = renamed && flush (fd) && g_rename (temporary, path) == 0;
  number = errno;
  if (!renamed)
    g_unlink (temporary);
  close (fd);
  return renamed ? flush_folder (path, error) : fail (error, path, number);
}

/**
 * lv_file_save:
 * @path: a local path; symbolic links are followed
 * @bytes: what the file shall hold
 * @error: return location for an #LvFileError whose message says what to do
 *
 * Replaces the file whole or not at all: at every moment, also after a crash, the path holds the old version
 * or the new one. Mode and, as far as the user may, owner and group are kept; other hard links keep the old
 * version.
 *
 * Returns: whether the disk has confirmed the new version. When not, the old version is there as it was (after
 *   %LV_FILE_ERROR_UNCERTAIN the new one is, until the machine stops)
 */
gboolean
lv_file_save (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = NULL;
  struct stat old;
  gboolean exists;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);
  target = lv_file_real_path (path, error);
  if (target == NULL || !check_target (target, &old, &exists, error))
    return FALSE;
  return write_and_rename (target, exists ? &old : NULL, bytes, error);
}

static gboolean
is_forgotten (const char *path, const char *name)
{
  g_autofree char *own = g_strdup_printf (TEMPORARY "%.32s-", g_get_host_name ());
  struct stat info;

  if (!g_str_has_prefix (name, TEMPORARY) || lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
    return FALSE;
  return g_str_has_prefix (name, own) || info.st_mtime < g_get_real_time () / G_USEC_PER_SEC - FOREIGN_AGE_S;
}

/**
 * lv_file_save_clean:
 * @folder: a local folder
 *
 * Deletes what a killed process left of an unfinished lv_file_save() in @folder, and nothing that a living one is
 * writing. To be called for the folder of each document that is opened.
 *
 * Returns: the number of files deleted
 */
guint
lv_file_save_clean (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd;

      if (!is_forgotten (path, name) || lv_claim_existing (path, &fd) != LV_CLAIM_TAKEN)
        continue;
      lv_claim_release (path, fd);
      n++;
    }
  return n;
}
