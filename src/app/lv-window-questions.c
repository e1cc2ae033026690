/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window asks one thing at a time: a question that comes while another is open waits for its answer. */
#include "lv-window-private.h"

static void
show_next (LvWindow *self)
{
  if (self->questions->len == 0)
    return;
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (g_ptr_array_index (self->questions, 0));
}

static void
gone_cb (GtkWindow *question, LvWindow *self)
{
  guint index;

  if (self->questions == NULL || !g_ptr_array_find (self->questions, question, &index))
    return;
  g_ptr_array_remove_index (self->questions, index);
  if (index == 0)
    show_next (self);
}

/**
 * lv_window_ask:
 * @question: a modal window that goes when it is answered
 *
 * Shows @question, after those that are open or waiting already.
 */
void
lv_window_ask (LvWindow *self, GtkWindow *question)
{
  g_return_if_fail (LV_IS_WINDOW (self) && GTK_IS_WINDOW (question));
  g_ptr_array_add (self->questions, g_object_ref (question));
  g_signal_connect_object (question, "unrealize", G_CALLBACK (gone_cb), self, 0);
  if (self->questions->len == 1)
    show_next (self);
}

/** While @chooser is open, the window asks. */
void
lv_window_ask_native (LvWindow *self, GtkNativeDialog *chooser)
{
  g_return_if_fail (LV_IS_WINDOW (self));
  g_set_weak_pointer (&self->chooser, chooser);
  gtk_native_dialog_show (chooser);
}

/** Returns: whether a question is open; it is raised, so that it is seen */
gboolean
lv_window_is_asking (LvWindow *self)
{
  g_return_val_if_fail (LV_IS_WINDOW (self), FALSE);
  if (self->questions->len > 0)
    show_next (self);
  return self->questions->len > 0
         || (self->chooser != NULL && gtk_native_dialog_get_visible (self->chooser));
}

/** The window goes: what was never shown goes with it. */
void
lv_window_drop_questions (LvWindow *self)
{
  g_autoptr (GPtrArray) questions = g_steal_pointer (&self->questions);

  g_clear_weak_pointer (&self->chooser);
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    if (!gtk_widget_get_realized (g_ptr_array_index (questions, i)))
      gtk_window_destroy (g_ptr_array_index (questions, i));
}
