/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New, open, save, save as, revert: the actions of the menu and the questions that they ask. */
#include "lv-window-private.h"

#include <glib/gi18n.h>

#define SUFFIX ".ligevaegt"

static void
finish (LvWindow *self, gboolean ok)
{
  LvWindowDone done = g_steal_pointer (&self->done);
  gpointer data = g_steal_pointer (&self->done_data);

  if (done != NULL)
    done (self, ok, data);
}

/* --- Saving */

static void
failed_response_cb (AdwMessageDialog *dialog, const char *response, LvWindow *self)
{
  if (g_str_equal (response, "save-as"))
    lv_window_save_as (self, g_steal_pointer (&self->done), g_steal_pointer (&self->done_data));
  else
    finish (self, FALSE);
}

static void
show_failure (LvWindow *self, const GError *error)
{
  AdwMessageDialog *dialog = lv_window_question (self, _ ("The File Was Not Saved"), error->message);

  adw_message_dialog_add_responses (dialog, "close", _ ("_Close"), "save-as", _ ("Save _As…"), NULL);
  adw_message_dialog_set_default_response (dialog, "save-as");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (failed_response_cb), self, 0);
  lv_window_ask (self, GTK_WINDOW (dialog));
}

/* @path: (nullable): another file than the document has */
static void
write_file (LvWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (path != NULL ? !lv_window_file_save_as (self->file, path, &error)
                   : !lv_window_file_save (self->file, &error))
    {
      show_failure (self, error);
      return;
    }
  gtk_info_bar_set_revealed (self->disk_bar, FALSE);
  lv_window_add_recent (self);
  finish (self, TRUE);
}

static void
conflict_response_cb (AdwMessageDialog *dialog, const char *response, LvWindow *self)
{
  if (g_str_equal (response, "replace"))
    write_file (self, NULL);
  else if (g_str_equal (response, "save-as"))
    lv_window_save_as (self, g_steal_pointer (&self->done), g_steal_pointer (&self->done_data));
  else
    {
      finish (self, FALSE);
      if (g_str_equal (response, "reread"))
        lv_window_reread (self);
    }
}

static void
ask_conflict (LvWindow *self)
{
  g_autofree char *name = lv_window_file_name (self->file);
  g_autofree char *body = g_strdup_printf (_ ("“%s” was changed by somebody else since you opened or saved it."), name);
  AdwMessageDialog *dialog = lv_window_question (self, _ ("Replace What Somebody Else Saved?"), body);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "reread", _ ("_Read Again"), "replace",
                                    _ ("Re_place"), "save-as", _ ("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "save-as");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (conflict_response_cb), self, 0);
  lv_window_ask (self, GTK_WINDOW (dialog));
}

/**
 * lv_window_save:
 * @done: (nullable): told when it is saved, or the user did not want to
 *
 * Saves; asks for a name when there is none, and what to do when the file has become another.
 */
void
lv_window_save (LvWindow *self, LvWindowDone done, gpointer user_data)
{
  if (lv_window_file_path (self->file) == NULL)
    {
      lv_window_save_as (self, done, user_data);
      return;
    }
  lv_window_commit_typing (self);
  self->done = done;
  self->done_data = user_data;
  if (lv_window_file_needs_answer (self->file))
    ask_conflict (self);
  else
    write_file (self, NULL);
}

static void
replace_response_cb (AdwMessageDialog *dialog, const char *response, LvWindow *self)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");

  if (g_str_equal (response, "replace"))
    write_file (self, path);
  else if (g_str_equal (response, "save-as"))
    lv_window_save_as (self, g_steal_pointer (&self->done), g_steal_pointer (&self->done_data));
  else
    finish (self, FALSE);
}

static void
ask_replace (LvWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *body
      = g_strdup_printf (_ ("There is a file “%s” already. What is in it will be replaced."), name);
  AdwMessageDialog *dialog = lv_window_question (self, _ ("Replace the File?"), body);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "replace", _ ("Re_place"), "save-as",
                                    _ ("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "save-as");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_response_cb), self, 0);
  lv_window_ask (self, GTK_WINDOW (dialog));
}

/**
 * lv_window_save_to:
 * @path: where to; a name without the usual ending gets it
 *
 * Saves as @path. Whether that file may be replaced was asked by who chose it; but when the ending makes it another
 * file that exists, it is asked here.
 */
void
lv_window_save_to (LvWindow *self, const char *path)
{
  g_autofree char *full = NULL;

  g_return_if_fail (LV_IS_WINDOW (self) && self->file != NULL && path != NULL);
  lv_window_commit_typing (self);
  if (g_str_has_suffix (path, SUFFIX))
    {
      write_file (self, path);
      return;
    }
  full = g_strconcat (path, SUFFIX, NULL);
  if (g_file_test (full, G_FILE_TEST_EXISTS) && !lv_window_file_is (self->file, full))
    ask_replace (self, full);
  else
    write_file (self, full);
}

static GtkFileFilter *
filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Ligevægt documents"));
  gtk_file_filter_add_pattern (filter, "*" SUFFIX);
  return filter;
}

static GtkFileChooserNative *
chooser_new (LvWindow *self, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = filter_new ();

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  return dialog;
}

/* Returns: (transfer full) (nullable) (type filename): what was chosen; the dialog is gone afterwards */
static char *
take_choice (GtkNativeDialog *dialog, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                               : NULL;

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
save_as_response_cb (GtkNativeDialog *dialog, int response, LvWindow *self)
{
  g_autofree char *path = take_choice (dialog, response);

  if (path != NULL)
    lv_window_save_to (self, path);
  else
    finish (self, FALSE);
}

/* The chooser asks before it replaces a file only under the name that it is given: so the ending is there already. */
static void
propose_name (LvWindow *self, GtkFileChooser *chooser)
{
  const char *path = lv_window_file_path (self->file);
  g_autofree char *name = lv_window_file_name (self->file);
  g_autofree char *full = g_str_has_suffix (name, SUFFIX) ? g_strdup (name) : g_strconcat (name, SUFFIX, NULL);

  if (path != NULL)
    {
      g_autofree char *dirname = g_path_get_dirname (path);
      g_autoptr (GFile) folder = g_file_new_for_path (dirname);

      gtk_file_chooser_set_current_folder (chooser, folder, NULL);
    }
  gtk_file_chooser_set_current_name (chooser, full);
}

/** Asks for a name, and saves. */
void
lv_window_save_as (LvWindow *self, LvWindowDone done, gpointer user_data)
{
  GtkFileChooserNative *dialog
      = chooser_new (self, _ ("Save As"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));

  lv_window_commit_typing (self);
  self->done = done;
  self->done_data = user_data;
  propose_name (self, GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_as_response_cb), self, 0);
  lv_window_ask_native (self, GTK_NATIVE_DIALOG (dialog));
}

/** Takes what stands on disk. */
void
lv_window_reread (LvWindow *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!lv_window_file_reread (self->file, lines, &error))
    {
      lv_window_tell (self, _ ("The File Was Not Read Again"), error->message);
      return;
    }
  gtk_info_bar_set_revealed (self->disk_bar, FALSE);
  lv_window_show_unplaced (self, lines);
}

/* --- Actions */

static void
new_done (LvWindow *self, gboolean done, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!done)
    return;
  if (self->closing && !lv_window_file_discard (self->file, &error))
    lv_window_tell (self, _ ("The Changes Were Not Put Away"), error->message);
  self->closing = FALSE;
  if (error != NULL)
    return;
  gtk_info_bar_set_revealed (self->disk_bar, FALSE);
  lv_window_file_clear (self->file);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_window_confirm_close (LV_WINDOW (widget), new_done, NULL);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, LvWindow *self)
{
  g_autofree char *path = take_choice (dialog, response);

  if (path != NULL)
    lv_window_open_path (self, path);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);
  GtkFileChooserNative *dialog = chooser_new (self, _ ("Open"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (open_response_cb), self, 0);
  lv_window_ask_native (self, GTK_NATIVE_DIALOG (dialog));
}

static void
open_path_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_window_open_path (LV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_window_save (LV_WINDOW (widget), NULL, NULL);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_window_save_as (LV_WINDOW (widget), NULL, NULL);
}

static void
save_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_window_save_to (LV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
revert_response_cb (AdwMessageDialog *dialog, const char *response, LvWindow *self)
{
  if (g_str_equal (response, "revert"))
    lv_window_reread (self);
}

static void
revert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);
  g_autofree char *file = lv_window_file_name (self->file);
  g_autofree char *body
      = g_strdup_printf (_ ("“%s” becomes what was saved last. Your changes since then are given up."), file);
  AdwMessageDialog *dialog = lv_window_question (self, _ ("Go Back to the Saved File?"), body);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "revert", _ ("Re_vert"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "revert", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (revert_response_cb), self, 0);
  lv_window_ask (self, GTK_WINDOW (dialog));
}

/** Installs the actions; those with a path do the same as their dialogs. */
void
lv_window_class_install_file (LvWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.save-to", "s", save_to_action);
  gtk_widget_class_install_action (widget_class, "win.revert", NULL, revert_action);
}

/** Enables what can be done now. */
void
lv_window_update_file (LvWindow *self)
{
  static const char *const actions[]
      = { "win.new", "win.open", "win.open-path", "win.save", "win.save-as", "win.save-to" };
  gboolean can_revert = self->file != NULL && lv_window_file_path (self->file) != NULL
                        && lv_window_file_is_modified (self->file);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->file != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.revert", can_revert);
}
