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
set_date (LvWindow *self, GDate *date)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (lv_session_get_today (self->session, date))
    return;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
}

static const char *
first_error (const LvExportSet *set)
{
  const GPtrArray *jobs = lv_export_set_jobs (set);

  for (guint i = 0; i < jobs->len; i++)
    if (((const LvExportJob *) g_ptr_array_index (jobs, i))->error != NULL)
      return ((const LvExportJob *) g_ptr_array_index (jobs, i))->error->message;
  return "";
}

static void
write_attachments (LvWindow *self, GFile *file)
{
  g_autofree char *folder = g_file_get_path (file);
  g_autoptr (LvExportSet) set = NULL;
  g_autoptr (LvSessionScenario) scenario
      = lv_session_find_scenario (self->session, lv_session_shown (self->session));
  g_autoptr (LvScenario) said = lv_session_flatten (self->session, lv_session_shown (self->session));
  const LvSide side = { .title = scenario != NULL ? scenario->title : NULL,
                        .state = lv_session_state (self->session),
                        .scenario = said };
  LvExportRun run = { .replace = TRUE };
  GDate date;

  set_date (self, &date);
  set = lv_export_set_new (lv_session_base (self->session), folder, &date);
  lv_export_set_add_pack (set, &side, NULL, LV_N_PROFILES);
  if (lv_export_set_run (set, &run, NULL))
    show_success (self, folder, lv_export_set_count (set, LV_EXPORT_WRITTEN));
  else
    show_failure (self, first_error (set));
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
