/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: what is named on the buttons, and where the focus goes. */
#include "lv-window-private.h"

#include "lv-card-tools.h"
#include "lv-input-entry.h"

#include <glib/gi18n.h>

/* Seconds that what was undone is told: it may stand on another page. */
#define TOLD_SECONDS 3

static LvDocument *
document (LvWindow *self)
{
  return lv_session_document (self->session);
}

/* Returns: (nullable): the text that is being typed in */
static GtkWidget *
typing (LvWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *entry
      = focus != NULL ? gtk_widget_get_ancestor (focus, LV_TYPE_INPUT_ENTRY) : NULL;

  if (focus == NULL || !(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)))
    return NULL;
  /* What an entry for numbers has handed over is a step of the document. */
  if (entry != NULL && !lv_input_entry_is_edited (LV_INPUT_ENTRY (entry)))
    return NULL;
  return focus;
}

/* A button that has nothing more to do goes insensitive and would take the focus with it to nowhere. */
static void
keep_focus (GtkWidget *from, GtkWidget *to)
{
  if (gtk_widget_is_focus (from) && !gtk_widget_get_sensitive (from))
    gtk_widget_grab_focus (to);
}

static void
name_button (GtkWidget *button, const char *text)
{
  lv_card_set_tooltip (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/** Names and enables the two buttons. */
void
lv_window_update_undo (LvWindow *self)
{
  const char *undo = self->session != NULL ? lv_document_undo_name (document (self)) : NULL;
  const char *redo = self->session != NULL ? lv_document_redo_name (document (self)) : NULL;
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));
  gboolean undoing = gtk_widget_is_focus (self->undo_button);
  gboolean redoing = gtk_widget_is_focus (self->redo_button);

  name_button (self->undo_button, undo_text);
  name_button (self->redo_button, redo_text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  if (undoing && undo == NULL && redo != NULL)
    gtk_widget_grab_focus (self->redo_button);
  if (redoing && redo == NULL && undo != NULL)
    gtk_widget_grab_focus (self->undo_button);
  keep_focus (self->undo_button, GTK_WIDGET (self->menu_button));
  keep_focus (self->redo_button, GTK_WIDGET (self->menu_button));
}

static void
dismissed_cb (LvWindow *self)
{
  self->undo_toast = NULL;
}

static void
announce (LvWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  self->undo_toast = adw_toast_new (markup);
  adw_toast_set_timeout (self->undo_toast, TOLD_SECONDS);
  g_signal_connect_object (self->undo_toast, "dismissed", G_CALLBACK (dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->undo_toast);
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);
  GtkWidget *text = typing (self);
  g_autofree char *name = NULL;
  g_autofree char *told = NULL;

  if (text != NULL)
    {
      gtk_widget_activate_action (text, "text.undo", NULL);
      return;
    }
  name = g_strdup (lv_document_undo_name (document (self)));
  if (!lv_session_undo (self->session))
    return;
  told = g_strdup_printf (_ ("Undone: %s"), name);
  announce (self, told);
}

static void
redo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);
  GtkWidget *text = typing (self);
  g_autofree char *name = NULL;
  g_autofree char *told = NULL;

  if (text != NULL)
    {
      gtk_widget_activate_action (text, "text.redo", NULL);
      return;
    }
  name = g_strdup (lv_document_redo_name (document (self)));
  if (!lv_session_redo (self->session))
    return;
  told = g_strdup_printf (_ ("Redone: %s"), name);
  announce (self, told);
}

/** Installs the actions. */
void
lv_window_class_install_undo (LvWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.redo", NULL, redo_action);
}
