/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window asks and tells about its file. */
#include "lv-window-private.h"

#include <glib/gi18n.h>

#define LIST_HEIGHT 220

/**
 * lv_window_question:
 * @heading: (nullable)
 * @body: plain text
 *
 * Returns: (transfer floating): a modal dialog that has no answers yet, to be presented
 */
AdwMessageDialog *
lv_window_question (LvWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  /* An answer may close the window, which the dialog still looks at when it goes itself. */
  g_object_set_data_full (G_OBJECT (dialog), "parent", g_object_ref (self), g_object_unref);
  return ADW_MESSAGE_DIALOG (dialog);
}

/** Tells something that must be read. */
void
lv_window_tell (LvWindow *self, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = lv_window_question (self, heading, body);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  lv_window_ask (self, GTK_WINDOW (dialog));
}

static GtkWidget *
list_of (const GPtrArray *lines)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", (const char *) lines->pdata[i]);
  gtk_label_set_label (GTK_LABEL (label), text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  return scroller;
}

/**
 * lv_window_show_unplaced:
 * @lines: (element-type utf8): what has no place
 *
 * After a document was opened: lists what does nothing, and tells how many ids became new ones.
 */
void
lv_window_show_unplaced (LvWindow *self, const GPtrArray *lines)
{
  guint n = lv_document_n_migrated (lv_session_document (self->session));
  g_autofree char *renamed
      = n > 0 ? g_strdup_printf (ngettext ("%u name has become the one that the pack uses now.",
                                           "%u names have become those that the pack uses now.", n),
                                 n)
              : NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (lines->len == 0 && renamed != NULL)
    lv_window_toast (self, renamed);
  if (lines->len == 0)
    return;
  body = g_strjoin (" ", _ ("It stays in the file and does nothing."), renamed, NULL);
  dialog = lv_window_question (self, _ ("Some of It Has No Place in the Pack"), body);
  adw_message_dialog_set_extra_child (dialog, list_of (lines));
  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  lv_window_ask (self, GTK_WINDOW (dialog));
}
