/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which window gets a file that is opened or recovered, and what is asked on the way. */
#include "lv-window-private.h"

#include <glib/gi18n.h>

static LvWindow *
window_of (LvWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (LV_IS_WINDOW (l->data) && LV_WINDOW (l->data)->file != NULL
        && lv_window_file_is (LV_WINDOW (l->data)->file, path))
      return l->data;
  return NULL;
}

/* A window that shows nothing yet is used. */
static LvWindow *
target_for (LvWindow *self)
{
  lv_window_commit_typing (self);
  if (self->file == NULL || lv_window_file_is_blank (self->file))
    return self;
  return lv_application_new_window (LV_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static void
drop_target (LvWindow *self, LvWindow *target)
{
  if (target != self)
    gtk_window_destroy (GTK_WINDOW (target));
}

static void
open_how (LvWindow *self, const char *path, LvFileOpen how)
{
  LvWindow *target = target_for (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (target->file == NULL || !lv_window_file_open (target->file, path, how, lines, &error))
    {
      drop_target (self, target);
      lv_window_tell (self, _ ("The File Was Not Opened"),
                      error != NULL ? error->message : _ ("The pack can't be opened"));
      return;
    }
  gtk_info_bar_set_revealed (target->disk_bar, FALSE);
  gtk_window_present (GTK_WINDOW (target));
  lv_window_add_recent (target);
  lv_window_show_unplaced (target, lines);
}

static void
locked_response_cb (AdwMessageDialog *dialog, const char *response, LvWindow *self)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");

  if (g_str_equal (response, "copy"))
    open_how (self, path, LV_FILE_OPEN_COPY);
  else if (g_str_equal (response, "anyway"))
    open_how (self, path, LV_FILE_OPEN_ANYWAY);
}

static char *
who (const LvFileLockOwner *owner)
{
  g_autofree char *since
      = owner->since != NULL ? g_date_time_format (owner->since, "%d-%m-%Y %H:%M") : g_strdup ("?");

  return g_strdup_printf (_ ("%s on %s has had it open since %s. If both of you save, the one who saves last "
                             "replaces what the other one did."),
                          owner->user[0] != '\0' ? owner->user : _ ("Somebody"),
                          owner->host[0] != '\0' ? owner->host : "?", since);
}

static void
ask_locked (LvWindow *self, const char *path, const LvFileLock *lock)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Is Open Elsewhere"), name);
  g_autofree char *body = who (lv_file_lock_owner (lock));
  AdwMessageDialog *dialog = lv_window_question (self, heading, body);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "anyway", _ ("Open _Anyway"), "copy",
                                    _ ("Open a _Copy"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "anyway", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "copy");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (locked_response_cb), self, 0);
  lv_window_ask (self, GTK_WINDOW (dialog));
}

/**
 * lv_window_open_path:
 * @path: (type filename): a local file
 *
 * Opens a document: the window that has it already is raised; a window that shows nothing yet takes it; else it gets
 * one of its own. When somebody else has it open, it is asked first.
 */
void
lv_window_open_path (LvWindow *self, const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autoptr (LvFileLock) other = NULL;
  LvWindow *open;

  g_return_if_fail (LV_IS_WINDOW (self) && path != NULL);
  open = window_of (self, full);
  if (open != NULL)
    {
      gtk_window_present (GTK_WINDOW (open));
      return;
    }
  if (g_file_test (full, G_FILE_TEST_EXISTS))
    other = lv_window_file_other (full);
  if (other != NULL)
    ask_locked (self, full, other);
  else
    open_how (self, full, LV_FILE_OPEN);
}

/**
 * lv_window_recover:
 * @recovered: what was found
 * @error: return location for an error that says why it can't be read
 *
 * Takes up work that was not saved, in the window that has its file open unchanged, in one that shows nothing yet, or
 * in a window of its own.
 */
gboolean
lv_window_recover (LvWindow *self, LvRecovered *recovered, GError **error)
{
  const LvRecoveryRecord *record = lv_recovered_record (recovered);
  LvWindow *open = record != NULL && record->path != NULL ? window_of (self, record->path) : NULL;
  LvWindow *target
      = open != NULL && !lv_window_file_is_modified (open->file) ? open : target_for (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (LV_IS_WINDOW (self) && target->file != NULL, FALSE);
  if (!lv_window_file_recover (target->file, recovered, lines, error))
    {
      if (target != open)
        drop_target (self, target);
      return FALSE;
    }
  gtk_window_present (GTK_WINDOW (target));
  lv_window_show_unplaced (target, lines);
  return TRUE;
}
