/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Make attachments: asks for a folder, writes every attachment of the pack there, and says what came of
 * it. */
#include "lv-export-dialog.h"

#include "lv-action-plan.h"
#include "lv-export-set.h"
#include "lv-window-private.h"

#include <glib/gi18n.h>

static void
show_failure (LvWindow *self, const char *what)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The attachments were not made"),
                                              what);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_success (LvWindow *self, const char *folder, guint count)
{
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u file made in %s", "%u files made in %s", count), count, folder);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Show Folder"));
  adw_toast_set_action_name (toast, "win.show-folder");
  adw_toast_set_action_target (toast, "s", folder);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The day that the window was told, from which plans are late too. */
static void
set_date (LvWindow *self, LvExportOptions *options)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate today;

  g_date_time_get_ymd (now, &options->year, &options->month, &options->day);
  if (!lv_session_get_today (self->session, &today))
    return;
  options->year = g_date_get_year (&today);
  options->month = g_date_get_month (&today);
  options->day = g_date_get_day (&today);
}

static void
write_attachments (LvWindow *self, GFile *file)
{
  g_autofree char *folder = g_file_get_path (file);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (LvSessionScenario) scenario
      = lv_session_find_scenario (self->session, lv_session_shown (self->session));
  g_autoptr (LvScenario) said = lv_session_flatten (self->session, lv_session_shown (self->session));
  LvExportOptions options = { .folder = folder,
                              .scenario = scenario != NULL ? scenario->title : NULL,
                              .said = said,
                              .only = LV_N_PROFILES };

  set_date (self, &options);
  if (lv_export_set (lv_session_state (self->session), lv_session_base (self->session), &options,
                     written, &error))
    show_success (self, folder, written->len);
  else
    show_failure (self, error->message);
}

static void
response_cb (GtkNativeDialog *dialog, int response, LvWindow *self)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (folder != NULL)
    write_attachments (self, folder);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/** Asks where, and writes. */
void
lv_export_dialog_run (LvWindow *window)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Make Attachments in Folder"), GTK_WINDOW (window),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Make"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
