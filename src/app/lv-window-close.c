/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a window whose document has changes that are not saved. */
#include "lv-window-private.h"

#include <glib/gi18n.h>

static void
answer (LvWindow *self, LvWindowDone done, gpointer user_data, gboolean may_close)
{
  if (done != NULL)
    done (self, may_close, user_data);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, LvWindow *self)
{
  LvWindowDone done = g_steal_pointer (&self->done);
  gpointer data = g_steal_pointer (&self->done_data);

  if (g_str_equal (response, "save"))
    {
      lv_window_save (self, done, data);
      return;
    }
  self->closing = g_str_equal (response, "discard");
  answer (self, done, data, self->closing);
}

/** Returns: whether nothing is lost when the window closes, or the user has given it up */
gboolean
lv_window_may_close (LvWindow *self)
{
  g_return_val_if_fail (LV_IS_WINDOW (self), TRUE);
  lv_window_commit_typing (self);
  return self->file == NULL || self->closing || !lv_window_file_is_modified (self->file);
}

/** The user has thought better of closing: changes that were given up are not. */
void
lv_window_take_back_close (LvWindow *self)
{
  g_return_if_fail (LV_IS_WINDOW (self));
  self->closing = FALSE;
}

/**
 * lv_window_confirm_close:
 * @done: gets whether the window may close now
 *
 * Asks what becomes of changes that are not saved. While another question is open, that one is raised, and nothing closes.
 */
void
lv_window_confirm_close (LvWindow *self, LvWindowDone done, gpointer user_data)
{
  AdwMessageDialog *dialog;
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;

  g_return_if_fail (LV_IS_WINDOW (self));
  if (lv_window_may_close (self))
    {
      answer (self, done, user_data, TRUE);
      return;
    }
  if (lv_window_is_asking (self))
    {
      answer (self, done, user_data, FALSE);
      return;
    }
  name = lv_window_file_name (self->file);
  body = g_strdup_printf (_ ("“%s” has changes that are not saved. What is not saved can be had from the "
                             "trash of the recovery folder for 30 days."),
                          name);
  dialog = lv_window_question (self, _ ("Save Changes?"), body);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Don't Save"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  self->done = done;
  self->done_data = user_data;
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  lv_window_ask (self, GTK_WINDOW (dialog));
}
