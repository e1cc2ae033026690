/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file behind a window: what is saved is read back; nobody's version is replaced without an answer; somebody
 * else's lock is seen; work that was not saved is found again; windows ask before they close, and one file has one
 * window. */
#include "lv-file-save.h"
#include "lv-recovery-dialog.h"
#include "lv-window.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct
{
  char *folder;
  char *path;
  char *recovery;
  LvSession *session;
  LvWindowFile *file;
} Fixture;

static LvSession *
session_new (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();

  return lv_session_new (lv_model_load (folder, NULL, problems));
}

static void
edit (LvSession *session, double value)
{
  lv_session_set (session, lv_model_find (lv_session_model (session), "ta.vaekst"), 0, value);
  lv_session_end_edit (session);
}

static double
growth (LvSession *session)
{
  return lv_state_number (lv_session_state (session),
                          lv_model_find (lv_session_model (session), "ta.vaekst"), 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("ligevaegt-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "Plan.ligevaegt", NULL);
  self->recovery = g_build_filename (self->folder, "recovery", NULL);
  self->session = session_new ();
  self->file = lv_window_file_new (self->session, self->recovery);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->file);
  g_assert_finalize_object (self->session);
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->recovery);
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autoptr (LvSession) other = session_new ();
  g_autoptr (LvWindowFile) again = lv_window_file_new (other, self->recovery);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lv_window_file_is_blank (self->file));
  edit (self->session, 10.5);
  g_assert_true (lv_window_file_is_modified (self->file));
  g_assert_true (lv_window_file_save_as (self->file, self->path, &error));
  g_assert_no_error (error);
  name = lv_window_file_name (self->file);
  g_assert_cmpstr (name, ==, "Plan.ligevaegt");
  g_assert_false (lv_window_file_is_modified (self->file));
  lv_session_undo (self->session);
  g_assert_true (lv_window_file_is_modified (self->file));
  g_clear_object (&self->file);
  g_assert_true (lv_window_file_open (again, self->path, LV_FILE_OPEN, lines, &error));
  g_assert_cmpuint (lines->len, ==, 0);
  g_assert_cmpfloat (growth (other), ==, 10.5);
}

/* A folder that is gone: an error that names the file, and the changes are still there. */
static void
test_not_saved (Fixture *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "gone", "Plan.ligevaegt", NULL);
  g_autoptr (GError) error = NULL;

  edit (self->session, 10.5);
  g_assert_false (lv_window_file_save_as (self->file, nowhere, &error));
  g_assert_error (error, LV_FILE_ERROR, LV_FILE_ERROR_GONE);
  g_assert_true (lv_window_file_is_modified (self->file));
  g_assert_null (lv_window_file_path (self->file));
}

static void
test_not_opened (Fixture *self, gconstpointer data)
{
  static const char *const text = "[document lokal]\npack=en-anden\nformat=1\n";
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  edit (self->session, 10.5);
  g_file_set_contents (self->path, text, -1, NULL);
  g_assert_false (lv_window_file_open (self->file, self->path, LV_FILE_OPEN, NULL, &error));
  g_assert_error (error, LV_DOCUMENT_ERROR, LV_DOCUMENT_ERROR_PACK);
  g_assert_nonnull (strstr (error->message, "Plan.ligevaegt"));
  g_assert_cmpfloat (growth (self->session), ==, 10.5);
  g_file_get_contents (self->path, &after, NULL, NULL);
  g_assert_cmpstr (after, ==, text);
}

/* What somebody else saved meanwhile is only replaced after an answer, and a second time asked again. */
static void
test_changed_on_disk (Fixture *self, gconstpointer data)
{
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  g_autoptr (GError) error = NULL;

  edit (self->session, 10.5);
  lv_window_file_save_as (self->file, self->path, NULL);
  g_assert_false (lv_window_file_needs_answer (self->file));
  g_file_get_contents (self->path, &mine, NULL, NULL);
  theirs = g_strconcat (mine, "# and somebody else\n", NULL);
  g_file_set_contents (self->path, theirs, -1, NULL);
  g_assert_true (lv_window_file_needs_answer (self->file));
  lv_window_file_keep_mine (self->file, LV_FILE_CHANGED);
  g_assert_true (lv_window_file_is_modified (self->file));
  g_assert_false (lv_window_file_needs_answer (self->file));
  g_file_set_contents (self->path, "something else again", -1, NULL);
  g_assert_true (lv_window_file_needs_answer (self->file));
  g_assert_false (lv_window_file_reread (self->file, NULL, &error));
  g_assert_error (error, LV_DOCUMENT_ERROR, LV_DOCUMENT_ERROR_DAMAGED);
  g_assert_cmpfloat (growth (self->session), ==, 10.5);
  g_file_set_contents (self->path, theirs, -1, NULL);
  g_assert_true (lv_window_file_reread (self->file, NULL, NULL));
  g_assert_false (lv_window_file_is_modified (self->file));
  g_assert_false (lv_window_file_needs_answer (self->file));
}

static void
test_locked (Fixture *self, gconstpointer data)
{
  g_autoptr (LvSession) other = session_new ();
  g_autoptr (LvWindowFile) second = lv_window_file_new (other, self->recovery);
  g_autoptr (GError) error = NULL;

  lv_window_file_save_as (self->file, self->path, NULL);
  g_assert_false (lv_window_file_open (second, self->path, LV_FILE_OPEN, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (lv_window_file_save_as (second, self->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_true (lv_window_file_open (second, self->path, LV_FILE_OPEN_COPY, NULL, NULL));
  g_assert_null (lv_window_file_path (second));
  g_assert_false (lv_window_file_is_blank (second));
  g_assert_true (lv_window_file_open (second, self->path, LV_FILE_OPEN_ANYWAY, NULL, NULL));
  g_assert_cmpstr (lv_window_file_path (second), ==, self->path);
}

/* The program goes without saving: the work is found, and is unsaved under its old name. */
static void
test_recover (Fixture *self, gconstpointer data)
{
  g_autoptr (LvSession) other = session_new ();
  g_autoptr (LvWindowFile) again = lv_window_file_new (other, self->recovery);
  g_autoptr (GPtrArray) found = NULL;

  lv_window_file_save_as (self->file, self->path, NULL);
  edit (self->session, 10.5);
  g_assert_true (lv_window_file_flush (self->file));
  g_clear_object (&self->file);
  found = lv_recovery_list (self->recovery);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (lv_window_file_recover (again, found->pdata[0], NULL, NULL));
  g_assert_cmpfloat (growth (other), ==, 10.5);
  g_assert_cmpstr (lv_window_file_path (again), ==, self->path);
  g_assert_true (lv_window_file_is_modified (again));
  g_assert_false (lv_window_file_needs_answer (again));
  g_ptr_array_set_size (found, 0);
  g_assert_true (lv_window_file_save (again, NULL));
  g_clear_pointer (&found, g_ptr_array_unref);
  g_clear_object (&again);
  found = lv_recovery_list (self->recovery);
  g_assert_cmpuint (found->len, ==, 0);
}

/* The file became another since: saving what was recovered asks. */
static void
test_recover_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (LvSession) other = session_new ();
  g_autoptr (LvWindowFile) again = lv_window_file_new (other, self->recovery);
  g_autoptr (GPtrArray) found = NULL;

  lv_window_file_save_as (self->file, self->path, NULL);
  edit (self->session, 10.5);
  lv_window_file_flush (self->file);
  g_clear_object (&self->file);
  g_file_set_contents (self->path, "another", -1, NULL);
  found = lv_recovery_list (self->recovery);
  g_assert_true (lv_window_file_recover (again, found->pdata[0], NULL, NULL));
  g_assert_true (lv_window_file_needs_answer (again));
}

/* --- Windows */

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The program; a bus knows one of a name. */
static LvApplication *application;

static void
start (void)
{
  application = lv_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, NULL);
}

static guint
count (GType type)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    n += G_TYPE_CHECK_INSTANCE_TYPE (l->data, type);
  return n;
}

/* How many windows of @type are seen, and the last of them. */
static guint
seen (GType type, GtkWindow **last)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!G_TYPE_CHECK_INSTANCE_TYPE (window, type) || !gtk_widget_get_visible (window))
        continue;
      n++;
      if (last != NULL)
        *last = GTK_WINDOW (window);
    }
  return n;
}

/* Answers the only dialog that asks, as its button would. */
static void
answer (const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = NULL;
  GtkWindow *last = NULL;

  g_assert_cmpuint (seen (ADW_TYPE_MESSAGE_DIALOG, &last), ==, 1);
  dialog = g_object_ref (ADW_MESSAGE_DIALOG (last));
  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
}

static void
test_windows (Fixture *self, gconstpointer data)
{
  LvWindow *window = lv_application_new_window (application);

  gtk_window_present (GTK_WINDOW (window));
  edit (lv_window_session (window), 10.5);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-to", "s", self->path);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpfloat (growth (lv_window_session (window)), ==, 13.5);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_false (lv_window_file_is_modified (lv_window_file (window)));
  /* The same file again raises its window; a blank window takes another file. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-path", "s", self->path);
  g_assert_cmpuint (count (LV_TYPE_WINDOW), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  g_assert_true (lv_window_file_is_blank (lv_window_file (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-path", "s", self->path);
  g_assert_cmpuint (count (LV_TYPE_WINDOW), ==, 1);
  g_assert_cmpfloat (growth (lv_window_session (window)), ==, 10.5);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_cmpuint (count (LV_TYPE_WINDOW), ==, 0);
}

/* Quit asks for each window before the first one goes, and cancelling keeps all of them. */
static void
test_quit (Fixture *self, gconstpointer data)
{
  LvWindow *windows[2];

  for (int i = 0; i < 2; i++)
    {
      windows[i] = lv_application_new_window (application);
      gtk_window_present (GTK_WINDOW (windows[i]));
      edit (lv_window_session (windows[i]), 10);
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  answer ("discard");
  answer ("cancel");
  g_assert_cmpuint (count (LV_TYPE_WINDOW), ==, 2);
  g_assert_false (lv_window_may_close (windows[0]) || lv_window_may_close (windows[1]));
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  answer ("discard");
  answer ("discard");
  g_assert_cmpuint (count (LV_TYPE_WINDOW), ==, 0);
}

/* Who quits or closes again while a question is open is not asked twice; what was answered stays answered. */
static void
test_quit_again (Fixture *self, gconstpointer data)
{
  LvWindow *windows[2];

  for (int i = 0; i < 2; i++)
    {
      windows[i] = lv_application_new_window (application);
      gtk_window_present (GTK_WINDOW (windows[i]));
      edit (lv_window_session (windows[i]), 10);
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  answer ("discard");
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  for (int i = 0; i < 2; i++)
    gtk_window_close (GTK_WINDOW (windows[i]));
  answer ("discard");
  g_assert_cmpuint (count (LV_TYPE_WINDOW), ==, 0);
  g_assert_cmpuint (seen (ADW_TYPE_MESSAGE_DIALOG, NULL), ==, 0);
}

/* A name that becomes another file's by its ending: that file is not replaced unasked. */
static void
test_ending (Fixture *self, gconstpointer data)
{
  LvWindow *window = lv_application_new_window (application);
  g_autofree char *bare = g_build_filename (self->folder, "Plan", NULL);
  g_autofree char *text = NULL;

  g_file_set_contents (self->path, "another's", -1, NULL);
  gtk_window_present (GTK_WINDOW (window));
  edit (lv_window_session (window), 10.5);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-to", "s", bare);
  answer ("cancel");
  g_file_get_contents (self->path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "another's");
  g_assert_null (lv_window_file_path (lv_window_file (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-to", "s", bare);
  answer ("replace");
  g_assert_cmpstr (lv_window_file_path (lv_window_file (window)), ==, self->path);
  /* Its own file is replaced without a question, and a point in a name is no ending. */
  edit (lv_window_session (window), 9);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-to", "s", bare);
  g_assert_false (lv_window_file_is_modified (lv_window_file (window)));
  g_free (g_steal_pointer (&bare));
  bare = g_build_filename (self->folder, "Plan 2.0", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-to", "s", bare);
  g_assert_true (g_str_has_suffix (lv_window_file_path (lv_window_file (window)), "/Plan 2.0.ligevaegt"));
  gtk_window_close (GTK_WINDOW (window));
  settle ();
}

/* A locked file and work to be recovered, found at the same start: first the lock, then the work. */
static void
test_one_at_a_time (Fixture *self, gconstpointer data)
{
  LvWindow *window = lv_application_new_window (application);
  g_autoptr (LvSession) other = session_new ();
  g_autofree char *folder = lv_window_file_folder ();
  g_autoptr (LvWindowFile) lost = lv_window_file_new (other, folder);
  GtkWindow *dialog = NULL;

  edit (other, 9);
  g_assert_true (lv_window_file_flush (lost));
  g_clear_object (&lost);
  lv_window_file_save_as (self->file, self->path, NULL);
  gtk_window_present (GTK_WINDOW (window));
  lv_window_open_path (window, self->path);
  lv_recovery_dialog_offer (window);
  settle ();
  g_assert_cmpuint (seen (LV_TYPE_RECOVERY_DIALOG, NULL), ==, 0);
  answer ("cancel");
  g_assert_cmpuint (seen (LV_TYPE_RECOVERY_DIALOG, &dialog), ==, 1);
  gtk_window_destroy (dialog);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  remove_all (folder);
}

/* Somebody else has it open: a copy has no file to write to. */
static void
test_open_locked (Fixture *self, gconstpointer data)
{
  LvWindow *window = lv_application_new_window (application);

  edit (self->session, 10.5);
  lv_window_file_save_as (self->file, self->path, NULL);
  gtk_window_present (GTK_WINDOW (window));
  lv_window_open_path (window, self->path);
  g_assert_true (lv_window_file_is_blank (lv_window_file (window)));
  answer ("copy");
  g_assert_cmpfloat (growth (lv_window_session (window)), ==, 10.5);
  g_assert_null (lv_window_file_path (lv_window_file (window)));
  gtk_window_close (GTK_WINDOW (window));
  settle ();
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  start ();
  ADD ("/documents/save", test_save);
  ADD ("/documents/not-saved", test_not_saved);
  ADD ("/documents/not-opened", test_not_opened);
  ADD ("/documents/changed-on-disk", test_changed_on_disk);
  ADD ("/documents/locked", test_locked);
  ADD ("/documents/recover", test_recover);
  ADD ("/documents/recover-changed", test_recover_changed);
  ADD ("/documents/windows", test_windows);
  ADD ("/documents/quit", test_quit);
  ADD ("/documents/quit-again", test_quit_again);
  ADD ("/documents/ending", test_ending);
  ADD ("/documents/open-locked", test_open_locked);
  ADD ("/documents/one-at-a-time", test_one_at_a_time);
  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
