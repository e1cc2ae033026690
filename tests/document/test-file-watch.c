/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a file that is open: asked before a save, and told while it is open; our own saves are no news. */
#include "lv-file-watch.h"

#include "file-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static LvFileWatch *
watch_read (const char *path)
{
  LvFileWatch *watch = lv_file_watch_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lv_file_watch_read (watch, &error);

  g_assert_no_error (error);
  return watch;
}

static void
save (LvFileWatch *watch, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  lv_file_watch_save (watch, bytes, &error);
  g_assert_no_error (error);
}

static void
test_check (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "Ældre.ligevaegt", NULL);
  g_autoptr (LvFileWatch) watch = NULL;
  g_autoptr (GDateTime) modified = NULL;

  put (path, "en");
  watch = watch_read (path);
  g_assert_cmpint (lv_file_watch_size (watch), ==, 2);
  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_UNCHANGED);
  put (path, "to");
  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_CHANGED);
  /* Written again with the same contents: nobody has lost anything. */
  put (path, "en");
  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_UNCHANGED);
  modified = lv_file_watch_modified (watch);
  g_assert_nonnull (modified);
  save (watch, "tre");
  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_UNCHANGED);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_GONE);
  g_assert_null (lv_file_watch_modified (watch));
}

static void
test_folder_gone (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *sub = g_build_filename (folder, "drev", NULL);
  g_autofree char *path = g_build_filename (sub, "plan.ligevaegt", NULL);
  g_autoptr (LvFileWatch) watch = NULL;

  g_assert_cmpint (g_mkdir (sub, 0755), ==, 0);
  put (path, "en");
  watch = watch_read (path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (sub), ==, 0);
  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_GONE);
  put (sub, "a file in place of the folder");
  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_GONE);
}

/* "Save as" over a file that was never read. */
static void
test_never_read (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.ligevaegt", NULL);
  g_autoptr (LvFileWatch) watch = lv_file_watch_new (path);

  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_GONE);
  g_assert_null (lv_file_watch_hash (watch));
  put (path, "en");
  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_CHANGED);
  save (watch, "to");
  g_assert_cmpint (lv_file_watch_check (watch), ==, LV_FILE_UNCHANGED);
}

static gboolean
is_read_only (const char *path)
{
  return lv_file_state (path, "") == LV_FILE_CHANGED
         && lv_file_state (path, g_getenv ("TEST_HASH")) == LV_FILE_READ_ONLY;
}

static gboolean
is_unreadable (const char *path)
{
  return lv_file_state (path, g_getenv ("TEST_HASH")) == LV_FILE_UNREADABLE;
}

static void
test_permissions_lost (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.ligevaegt", NULL);
  g_autoptr (LvFileWatch) watch = NULL;

  put (path, "en");
  watch = watch_read (path);
  g_setenv ("TEST_HASH", lv_file_watch_hash (watch), TRUE);
  g_assert_cmpint (chmod (path, 0444), ==, 0);
  as_nobody (is_read_only, path);
  g_assert_cmpint (chmod (path, 0), ==, 0);
  as_nobody (is_unreadable, path);
}

typedef struct
{
  GMainLoop *loop;
  guint told;
  LvFileState last;
} Told;

static void
changed_cb (LvFileWatch *watch, int state, Told *told)
{
  told->told++;
  told->last = (LvFileState) state;
  g_main_loop_quit (told->loop);
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
wait_for (Told *told, guint seconds)
{
  guint limit = g_timeout_add_seconds (seconds, quit_cb, told->loop);
  guint before = told->told;

  g_main_loop_run (told->loop);
  if (told->told > before)
    g_source_remove (limit);
}

static void
test_told (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.ligevaegt", NULL);
  g_autofree char *link = g_build_filename (folder, "genvej", NULL);
  g_autoptr (LvFileWatch) watch = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Told told = { .loop = loop };

  put (path, "en");
  g_assert_cmpint (symlink ("plan.ligevaegt", link), ==, 0);
  watch = watch_read (link);
  g_signal_connect (watch, "changed", G_CALLBACK (changed_cb), &told);
  /* Our own save comes first: were it told, it would be counted. */
  save (watch, "vores");
  wait_for (&told, 1);
  g_assert_cmpuint (told.told, ==, 0);
  put (path, "deres");
  wait_for (&told, 20);
  g_assert_cmpuint (told.told, ==, 1);
  g_assert_cmpint (told.last, ==, LV_FILE_CHANGED);
  g_assert_cmpint (g_unlink (path), ==, 0);
  wait_for (&told, 20);
  g_assert_cmpint (told.last, ==, LV_FILE_GONE);
  put (path, "vores");
  wait_for (&told, 20);
  g_assert_cmpuint (told.told, ==, 3);
  g_assert_cmpint (told.last, ==, LV_FILE_UNCHANGED);
}

static void
test_dies_watching (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.ligevaegt", NULL);
  LvFileWatch *watch;

  put (path, "en");
  watch = watch_read (path);
  put (path, "to");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (watch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-watch/check", test_check);
  g_test_add_func ("/file-watch/folder-gone", test_folder_gone);
  g_test_add_func ("/file-watch/never-read", test_never_read);
  g_test_add_func ("/file-watch/permissions-lost", test_permissions_lost);
  g_test_add_func ("/file-watch/told", test_told);
  g_test_add_func ("/file-watch/dies-watching", test_dies_watching);
  return g_test_run ();
}
