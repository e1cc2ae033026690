/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-text-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *entry;
  GtkWidget *from; /* (owned): while it lives, so does what the answer is for */
  LvTextDialogDone done;
  gpointer data;
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *self = data;

  g_object_unref (self->from);
  g_free (self);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Ask *self)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (response, "yes") != 0 || gtk_widget_get_root (self->from) == NULL)
    return;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  self->done (text, self->data);
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "yes", text[0] != '\0');
}

/**
 * lv_text_dialog_ask:
 * @from: a widget of the window; without it the answer comes to nothing
 * @label: what the entry is called
 * @text: what stands in it at first
 * @may_be_empty: whether nothing is an answer
 * @yes: the button that says yes
 *
 * Asks for a line of text.
 *
 * Returns: (transfer none): the dialog, which may say more
 */
AdwMessageDialog *
lv_text_dialog_ask (GtkWidget *from, const char *heading, const char *label, const char *text,
                    gboolean may_be_empty, const char *yes, LvTextDialogDone done,
                    gpointer user_data)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), heading, NULL);
  Ask *self = g_new0 (Ask, 1);

  self->from = g_object_ref (from);
  self->done = done;
  self->data = user_data;
  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 36);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), self->entry);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "no", _ ("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "yes", yes);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "no");
  if (!may_be_empty)
    {
      g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), dialog);
      changed_cb (GTK_EDITABLE (self->entry), ADW_MESSAGE_DIALOG (dialog));
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, ask_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->entry);
  return ADW_MESSAGE_DIALOG (dialog);
}
