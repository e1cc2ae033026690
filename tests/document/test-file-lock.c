/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who opens a file that somebody has open is told who; a lock that a killed process left is nobody's; and where no lock
 * can be made nothing stands in the way. */
#include "lv-file-lock.h"

#include "file-fixture.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static GDateTime *
noon (void)
{
  return g_date_time_new_utc (2026, 3, 2, 12, 0, 0);
}

static LvFileLock *
lock (const char *path)
{
  g_autoptr (GDateTime) now = noon ();

  return lv_file_lock_new (path, now);
}

static char *
lock_file (const char *folder)
{
  return g_build_filename (folder, ".~lock.Årets plan.ligevaegt#", NULL);
}

static char *
document (const char *folder)
{
  return g_build_filename (folder, "Årets plan.ligevaegt", NULL);
}

static void
put_foreign (const char *folder, const char *host)
{
  g_autofree char *path = lock_file (folder);
  g_autofree char *text = g_strdup_printf ("[lock]\nuser=mette\nhost=%s\nprocess=4711\nsince=2026-02-27T08:30:00Z\n", host);

  put (path, text);
}

static void
test_own (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = document (folder);
  g_autofree char *beside = lock_file (folder);
  g_autoptr (LvFileLock) held = lock (path);
  g_autoptr (GDateTime) now = noon ();
  const LvFileLockOwner *owner = lv_file_lock_owner (held);

  g_assert_cmpint (lv_file_lock_state (held), ==, LV_FILE_LOCK_OWN);
  g_assert_true (g_file_test (beside, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (owner->user, ==, g_get_user_name ());
  g_assert_cmpint (owner->process, ==, getpid ());
  g_assert_true (g_date_time_equal (owner->since, now));
  g_clear_pointer (&held, lv_file_lock_free);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
test_second_window (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = document (folder);
  g_autofree char *link = g_build_filename (folder, "genvej", NULL);
  g_autoptr (LvFileLock) first = lock (path);
  g_autoptr (LvFileLock) second = NULL;
  g_autoptr (GDateTime) now = noon ();

  g_assert_cmpint (symlink (path, link), ==, 0);
  second = lock (link);
  g_assert_cmpint (lv_file_lock_state (second), ==, LV_FILE_LOCK_OTHER);
  g_assert_true (lv_file_lock_is_here (second));
  g_assert_cmpint (lv_file_lock_take_over (second, now), ==, LV_FILE_LOCK_OTHER);
  g_clear_pointer (&first, lv_file_lock_free);
  g_assert_cmpint (lv_file_lock_take_over (second, now), ==, LV_FILE_LOCK_OWN);
}

static pid_t
hold_in_child (const char *path)
{
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      LvFileLock *held = lock (path);

      if (lv_file_lock_state (held) == LV_FILE_LOCK_OWN && write (ready[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  return child;
}

static void
test_other_process_and_its_death (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = document (folder);
  pid_t child = hold_in_child (path);
  g_autoptr (LvFileLock) held = lock (path);
  g_autoptr (LvFileLock) after = NULL;

  g_assert_cmpint (lv_file_lock_state (held), ==, LV_FILE_LOCK_OTHER);
  g_assert_cmpint (lv_file_lock_owner (held)->process, ==, child);
  g_assert_false (lv_file_lock_is_here (held));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  g_assert_cmpuint (count_files (folder), ==, 1);
  after = lock (path);
  g_assert_cmpint (lv_file_lock_state (after), ==, LV_FILE_LOCK_OWN);
  g_assert_cmpint (lv_file_lock_owner (after)->process, ==, getpid ());
  /* Who has looked only must not take it away. */
  g_clear_pointer (&held, lv_file_lock_free);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_other_machine (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = document (folder);
  g_autoptr (LvFileLock) held = NULL;
  g_autoptr (GDateTime) now = noon ();
  g_autofree char *since = NULL;

  put_foreign (folder, "rådhuset-17");
  held = lock (path);
  g_assert_cmpint (lv_file_lock_state (held), ==, LV_FILE_LOCK_OTHER);
  g_assert_cmpstr (lv_file_lock_owner (held)->user, ==, "mette");
  g_assert_cmpstr (lv_file_lock_owner (held)->host, ==, "rådhuset-17");
  since = g_date_time_format_iso8601 (lv_file_lock_owner (held)->since);
  g_assert_cmpstr (since, ==, "2026-02-27T08:30:00Z");
  g_assert_cmpint (lv_file_lock_take_over (held, now), ==, LV_FILE_LOCK_OWN);
  g_assert_cmpstr (lv_file_lock_owner (held)->user, ==, g_get_user_name ());
}

/* A process id that some other program has now says nothing: the kernel knows that nobody holds the lock. */
static void
test_stale (void)
{
  const char *texts[] = { "", "[lock]\nuser=", "not a lock", "[lock]\nsince=never\nprocess=x\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autofree char *path = document (folder);
      g_autofree char *beside = lock_file (folder);
      g_autoptr (LvFileLock) held = NULL;

      put (beside, texts[i]);
      held = lock (path);
      g_assert_cmpint (lv_file_lock_state (held), ==, LV_FILE_LOCK_OWN);
    }
}

static void
test_stale_of_this_machine (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = document (folder);
  g_autoptr (LvFileLock) held = NULL;

  put_foreign (folder, g_get_host_name ());
  held = lock (path);
  g_assert_cmpint (lv_file_lock_state (held), ==, LV_FILE_LOCK_OWN);
}

static gboolean
is_not_locked (const char *path)
{
  g_autoptr (LvFileLock) held = lock (path);

  return lv_file_lock_state (held) == LV_FILE_LOCK_NONE && lv_file_lock_owner (held) == NULL;
}

static gboolean
is_locked_by_mette (const char *path)
{
  g_autoptr (LvFileLock) held = lock (path);

  return lv_file_lock_state (held) == LV_FILE_LOCK_OTHER
         && g_str_equal (lv_file_lock_owner (held)->user, "mette");
}

static void
test_read_only_folder (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = document (folder);

  g_assert_cmpint (chmod (folder, 0555), ==, 0);
  as_nobody (is_not_locked, path);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_assert_cmpint (chmod (folder, 0755), ==, 0);
  put_foreign (folder, "rådhuset-17");
  g_assert_cmpint (chmod (folder, 0555), ==, 0);
  as_nobody (is_locked_by_mette, path);
}

static void
test_gone (void)
{
  g_assert_true (is_not_locked ("/nowhere/plan.ligevaegt"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-lock/own", test_own);
  g_test_add_func ("/file-lock/second-window", test_second_window);
  g_test_add_func ("/file-lock/other-process-and-its-death", test_other_process_and_its_death);
  g_test_add_func ("/file-lock/other-machine", test_other_machine);
  g_test_add_func ("/file-lock/stale", test_stale);
  g_test_add_func ("/file-lock/stale-of-this-machine", test_stale_of_this_machine);
  g_test_add_func ("/file-lock/read-only-folder", test_read_only_folder);
  g_test_add_func ("/file-lock/gone", test_gone);
  return g_test_run ();
}
