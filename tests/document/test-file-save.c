/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A save replaces a file whole or not at all: whatever call fails, and wherever the process is killed, the path holds
 * the old version or the new one, and nothing else is left in the folder. */
#include "lv-file-save.h"

#include "fail-calls.h"
#include "file-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define OLD "[document]\nold\n"
#define NEW "[document]\nnew, and longer than the old one\n"

static gboolean
save (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return lv_file_save (path, bytes, error);
}

static void
save_ok (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  save (path, text, &error);
  g_assert_no_error (error);
  assert_holds (path, text);
}

static char *
file_in (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
test_names (void)
{
  g_autofree char *longest = g_strnfill (255, 'x');
  const char *names[] = { "plan.ligevaegt", "Årsplan for ældre og øvrige.ligevaegt", " -x ", "100%s%n.ligevaegt", longest };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autofree char *path = file_in (folder, names[i]);

      save_ok (path, OLD);
      save_ok (path, NEW);
      save_ok (path, "");
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
}

static void
test_binary (void)
{
  static guint8 data[3 << 20];
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = file_in (folder, "big");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  gsize size;

  for (gsize i = 0; i < sizeof data; i++)
    data[i] = (guint8) (i * 7);
  bytes = g_bytes_new_static (data, sizeof data);
  g_assert_true (lv_file_save (path, bytes, NULL));
  g_assert_true (g_file_get_contents (path, &found, &size, NULL));
  g_assert_cmpmem (found, size, data, sizeof data);
}

/* Exactly one of the two, and nothing beside it. */
static void
assert_after_failure (const char *folder, const char *path, const GError *error)
{
  gboolean is_new = error == NULL || g_error_matches (error, LV_FILE_ERROR, LV_FILE_ERROR_UNCERTAIN);

  assert_holds (path, is_new ? NEW : OLD);
  g_assert_cmpuint (count_files (folder), ==, 1);
  if (error == NULL)
    return;
  g_assert_true (error->domain == LV_FILE_ERROR);
  g_assert_nonnull (strstr (error->message, path));
}

static guint
count_calls (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = file_in (folder, "plan.ligevaegt");
  guint n;

  put (path, OLD);
  fail_calls_start (FAIL_COUNT, 0, 0);
  g_assert_true (save (path, NEW, NULL));
  n = fail_calls_stop ();
  /* open, write, fchown, fchmod, fsync, rename, and the folder's open and fsync */
  g_assert_cmpuint (n, ==, 8);
  return n;
}

static guint
fail_each_call (FailMode mode, int number)
{
  guint n = count_calls (), failed = 0;

  for (guint at = 1; at <= n; at++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autofree char *path = file_in (folder, "plan.ligevaegt");
      g_autoptr (GError) error = NULL;

      put (path, OLD);
      fail_calls_start (mode, at, number);
      save (path, NEW, &error);
      fail_calls_stop ();
      assert_after_failure (folder, path, error);
      failed += error != NULL;
    }
  return failed;
}

static void
test_each_call_fails (void)
{
  const int numbers[] = { ENOSPC, EDQUOT, EFBIG, EIO, EROFS, EACCES, EPERM, ENOENT, ENAMETOOLONG, EBUSY, ESTALE };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      /* A folder that may not be read can't be flushed; rights that can't be kept are no failure either. */
      gboolean is_refusal = numbers[i] == EACCES || numbers[i] == EPERM;

      g_assert_cmpuint (fail_each_call (FAIL_ERROR, numbers[i]), ==, is_refusal ? 5 : 6);
      g_assert_cmpuint (fail_each_call (FAIL_EVER, numbers[i]), ==, is_refusal ? 7 : 8);
    }
}

static void
test_flush_not_supported (void)
{
  g_assert_cmpuint (fail_each_call (FAIL_ERROR, EINVAL), ==, 4);
}

static void
test_interrupted (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = file_in (folder, "plan.ligevaegt");

  put (path, OLD);
  fail_calls_start (FAIL_ERROR, 5, EINTR);
  save (path, NEW, NULL);
  fail_calls_stop ();
  assert_holds (path, NEW);
}

typedef struct
{
  const char *path;
  guint at;
} Kill;

static void
save_and_die (gpointer data)
{
  Kill *what = data;

  fail_calls_start (FAIL_KILL, what->at, 0);
  save (what->path, NEW, NULL);
}

static void
test_killed_at_each_call (void)
{
  guint n = count_calls ();

  for (guint at = 1; at <= n; at++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autofree char *path = file_in (folder, "plan.ligevaegt");
      Kill what = { path, at };
      int status;

      put (path, OLD);
      status = in_child (save_and_die, &what);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
      /* Call 6 renames. */
      assert_holds (path, at <= 6 ? OLD : NEW);
      g_assert_cmpuint (lv_file_save_clean (folder), ==, at > 1 && at <= 6 ? 1 : 0);
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
}

static void
test_size_limit (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = file_in (folder, "plan.ligevaegt");
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;

  put (path, OLD);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 10;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  save (path, NEW, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, LV_FILE_ERROR, LV_FILE_ERROR_FULL);
  assert_after_failure (folder, path, error);
}

static void
test_rights_are_kept (void)
{
  const mode_t modes[] = { 0600, 0640, 0664, 0644, 0604, 0755 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autofree char *path = file_in (folder, "plan.ligevaegt");
      gboolean is_root = geteuid () == 0;
      struct stat info;

      put (path, OLD);
      g_assert_cmpint (chmod (path, modes[i]), ==, 0);
      if (is_root)
        g_assert_cmpint (chown (path, 1234, 4321), ==, 0);
      save_ok (path, NEW);
      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_cmphex (info.st_mode & 07777, ==, modes[i]);
      g_assert_cmpuint (info.st_uid, ==, is_root ? 1234 : geteuid ());
      g_assert_cmpuint (info.st_gid, ==, is_root ? 4321 : info.st_gid);
    }
}

/* Where rights can't be set, the file is its owner's alone. */
static void
test_rights_that_cannot_be_set (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = file_in (folder, "plan.ligevaegt");
  struct stat info;

  put (path, OLD);
  fail_calls_start (FAIL_ERROR, 4, EPERM);
  g_assert_true (save (path, NEW, NULL));
  fail_calls_stop ();
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

static gboolean
saves_new (const char *path)
{
  return save (path, NEW, NULL);
}

/* A member of no group of the file's saves it: it becomes his, and his group may not do more than everybody. */
static void
test_lost_group_gains_nothing (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = file_in (folder, "plan.ligevaegt");
  struct stat info;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can make a file of a foreign group");
      return;
    }
  put (path, OLD);
  g_assert_cmpint (chown (path, 65534, 4321), ==, 0);
  g_assert_cmpint (chmod (path, 0664), ==, 0);
  g_assert_cmpint (chmod (folder, 0777), ==, 0);
  as_nobody (saves_new, path);
  assert_holds (path, NEW);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0644);
}

static void
test_links (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *target = file_in (folder, "rigtig.ligevaegt");
  g_autofree char *link = file_in (folder, "genvej.ligevaegt");
  g_autofree char *again = file_in (folder, "genvej til genvej.ligevaegt");

  g_assert_cmpint (symlink ("rigtig.ligevaegt", link), ==, 0);
  g_assert_cmpint (symlink (link, again), ==, 0);
  save_ok (again, OLD);
  save_ok (again, NEW);
  g_assert_true (g_file_test (again, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (target, G_FILE_TEST_IS_SYMLINK));
  assert_holds (target, NEW);
  g_assert_cmpuint (count_files (folder), ==, 3);
}

static void
test_link_loop (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *one = file_in (folder, "en");
  g_autofree char *other = file_in (folder, "to");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("to", one), ==, 0);
  g_assert_cmpint (symlink ("en", other), ==, 0);
  g_assert_false (save (one, NEW, &error));
  g_assert_error (error, LV_FILE_ERROR, LV_FILE_ERROR_FAILED);
  g_assert_cmpuint (count_files (folder), ==, 2);
}

static void
test_refused (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *name = g_strnfill (256, 'x');
  g_autofree char *too_long = file_in (folder, name);
  g_autofree char *gone = g_build_filename (folder, "væk", "plan.ligevaegt", NULL);
  const struct
  {
    const char *path;
    LvFileError code;
  } cases[] = {
    { folder, LV_FILE_ERROR_KIND },
    { "/dev/full", LV_FILE_ERROR_KIND },
    { gone, LV_FILE_ERROR_GONE },
    { too_long, LV_FILE_ERROR_NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (save (cases[i].path, NEW, &error));
      g_assert_error (error, LV_FILE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].path));
      g_assert_cmpuint (count_files (folder), ==, 0);
    }
}

static gboolean
is_refused_as_folder (const char *path)
{
  g_autoptr (GError) error = NULL;

  return !save (path, NEW, &error) && g_error_matches (error, LV_FILE_ERROR, LV_FILE_ERROR_FOLDER);
}

static gboolean
is_refused_as_read_only (const char *path)
{
  g_autoptr (GError) error = NULL;

  return !save (path, NEW, &error) && g_error_matches (error, LV_FILE_ERROR, LV_FILE_ERROR_READ_ONLY);
}

/* A file that may be written in a folder that may not is not overwritten where it stands: a crash in between would
 * lose it. */
static void
test_read_only_folder (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = file_in (folder, "plan.ligevaegt");

  put (path, OLD);
  g_assert_cmpint (chmod (path, 0666), ==, 0);
  g_assert_cmpint (chmod (folder, 0555), ==, 0);
  as_nobody (is_refused_as_folder, path);
  assert_holds (path, OLD);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_read_only_file (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = file_in (folder, "plan.ligevaegt");

  put (path, OLD);
  g_assert_cmpint (chmod (path, 0444), ==, 0);
  g_assert_cmpint (chmod (folder, 0777), ==, 0);
  as_nobody (is_refused_as_read_only, path);
  assert_holds (path, OLD);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_clean_spares (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *own_name = g_strdup_printf (".~ligevaegt-%.32s-AbCdEf", g_get_host_name ());
  g_autofree char *written = file_in (folder, own_name);
  g_autofree char *foreign = file_in (folder, ".~ligevaegt-en-anden-AbCdEf");
  g_autofree char *document = file_in (folder, "plan.ligevaegt");
  int fd;

  put (written, "");
  put (foreign, "");
  put (document, OLD);
  fd = g_open (written, O_RDWR, 0);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  g_assert_cmpuint (lv_file_save_clean (folder), ==, 0);
  close (fd);
  g_assert_cmpuint (lv_file_save_clean (folder), ==, 1);
  g_assert_cmpuint (count_files (folder), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-save/names", test_names);
  g_test_add_func ("/file-save/binary", test_binary);
  g_test_add_func ("/file-save/each-call-fails", test_each_call_fails);
  g_test_add_func ("/file-save/flush-not-supported", test_flush_not_supported);
  g_test_add_func ("/file-save/interrupted", test_interrupted);
  g_test_add_func ("/file-save/killed-at-each-call", test_killed_at_each_call);
  g_test_add_func ("/file-save/size-limit", test_size_limit);
  g_test_add_func ("/file-save/rights-are-kept", test_rights_are_kept);
  g_test_add_func ("/file-save/rights-that-cannot-be-set", test_rights_that_cannot_be_set);
  g_test_add_func ("/file-save/lost-group-gains-nothing", test_lost_group_gains_nothing);
  g_test_add_func ("/file-save/links", test_links);
  g_test_add_func ("/file-save/link-loop", test_link_loop);
  g_test_add_func ("/file-save/refused", test_refused);
  g_test_add_func ("/file-save/read-only-folder", test_read_only_folder);
  g_test_add_func ("/file-save/read-only-file", test_read_only_file);
  g_test_add_func ("/file-save/clean-spares", test_clean_spares);
  return g_test_run ();
}
