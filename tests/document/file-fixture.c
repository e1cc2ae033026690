/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-fixture.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

TestFolder *
test_folder_new (void)
{
  /* In memory where possible: two hundred killed programs need no disk. */
  g_autofree char *shm = g_build_filename ("/dev/shm", "ligevaegt-test-XXXXXX", NULL);
  char *path = g_mkdtemp (shm);

  path = path != NULL ? g_strdup (path) : g_dir_make_tmp ("ligevaegt-test-XXXXXX", NULL);
  g_assert_nonnull (path);
  g_assert_cmpint (g_chmod (path, 0755), ==, 0);
  return path;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_chmod (path, 0755);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_remove (path);
}

void
test_folder_free (TestFolder *folder)
{
  remove_all (folder);
  g_free (folder);
}

void
put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

void
assert_holds (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, text);
}

guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

int
in_child (void (*func) (gpointer data), gpointer data)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      func (data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

typedef struct
{
  gboolean (*func) (const char *path);
  const char *path;
} Unprivileged;

static void
drop_and_call (gpointer data)
{
  Unprivileged *what = data;

  if (geteuid () == 0
      && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0
          || setuid (NOBODY) != 0))
    _exit (2);
  _exit (what->func (what->path) ? 0 : 1);
}

void
as_nobody (gboolean (*func) (const char *path), const char *path)
{
  Unprivileged what = { func, path };
  int status = in_child (drop_and_call, &what);

  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 2)
    {
      g_test_skip ("cannot give up the rights of root");
      return;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}
