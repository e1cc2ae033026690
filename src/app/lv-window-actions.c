/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All actions of a window, and the one function that says which of them make sense now. */
#include "lv-window-private.h"

#include "lv-analysis-window.h"
#include "lv-export-dialog.h"
#include "lv-page.h"
#include "lv-print-preview.h"
#include "lv-print.h"

#include <glib/gi18n.h>

static void
reset_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);

  lv_session_reset_all (self->session);
}

static void
show_page (LvWindow *self, int index)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->stack);

  if (index >= 0 && index < (int) g_list_model_get_n_items (G_LIST_MODEL (pages)))
    gtk_selection_model_select_item (pages, (guint) index, TRUE);
}

static int
current_page (LvWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->stack);
  guint count = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < count; i++)
    if (gtk_selection_model_is_selected (pages, i))
      return (int) i;
  return 0;
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_page (LV_WINDOW (widget), g_variant_get_int32 (parameter) - 1);
}

static void
next_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);

  show_page (self, current_page (self) + 1);
}

static void
previous_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);

  show_page (self, current_page (self) - 1);
}

/* Shows the first page that has the card, and the card on it. */
static void
show_card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);
  const GPtrArray *pages = lv_pack_items (lv_session_pack (self->session), LV_KIND_PAGE);
  const char *card = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const LvItem *item = g_ptr_array_index (pages, i);
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, item->id);

      if (page == NULL || !lv_page_names_card (item, card))
        continue;
      gtk_stack_set_visible_child (self->stack, page);
      lv_page_show_card (LV_PAGE (page), card);
      return;
    }
}

static void
toggle_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);

  gtk_toggle_button_set_active (self->panel_button, !gtk_toggle_button_get_active (self->panel_button));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_export_dialog_run (LV_WINDOW (widget));
}

static const LvItem *
shown_page (LvWindow *self)
{
  const char *id = gtk_stack_get_visible_child_name (self->stack);

  return self->session != NULL && id != NULL
             ? lv_pack_find_kind (lv_session_pack (self->session), LV_KIND_PAGE, id)
             : NULL;
}

/* What is printed of the page that is shown; (nullable): some pages have no attachment. */
static const LvItem *
shown_attachment (LvWindow *self)
{
  const LvItem *page = shown_page (self);
  const char *id = page != NULL ? lv_item_get (page, "attachment") : NULL;

  return id != NULL ? lv_pack_find_kind (lv_session_pack (self->session), LV_KIND_ATTACHMENT, id) : NULL;
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);
  const LvItem *attachment = shown_attachment (self);
  LvReport *report = attachment != NULL ? lv_print_report (self->session, attachment, NULL) : NULL;

  if (report != NULL)
    lv_print_run (GTK_WINDOW (self), report, shown_page (self)->title);
}

static void
print_preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);
  const LvItem *attachment = shown_attachment (self);

  if (attachment != NULL)
    lv_print_preview_show (GTK_WINDOW (self), self->session, attachment, shown_page (self)->title);
}

static void
analysis_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);
  int analysis = g_variant_get_int32 (parameter);

  if (analysis >= 0 && analysis < LV_N_ANALYSES)
    lv_analysis_window_show (GTK_WINDOW (self), self->session, (LvAnalysis) analysis);
}

/* GTK would make the list of keys with each window, where nobody asks for it. */
static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplicationWindow *self = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (self) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/dk/ligevaegt/Ligevaegt/help-overlay.ui");

      gtk_application_window_set_help_overlay (
          self, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (self)));
}

/** Installs the actions. */
void
lv_window_class_install_actions (LvWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.reset-all", NULL, reset_all_action);
  gtk_widget_class_install_action (widget_class, "win.page", "i", page_action);
  gtk_widget_class_install_action (widget_class, "win.show-card", "s", show_card_action);
  gtk_widget_class_install_action (widget_class, "win.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "win.previous-page", NULL, previous_page_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-panel", NULL, toggle_panel_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.print-preview", NULL, print_preview_action);
  gtk_widget_class_install_action (widget_class, "win.analysis", "i", analysis_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
}

/** Enables what can be done now. */
void
lv_window_update_actions (LvWindow *self)
{
  g_autoptr (GArray) changes = self->session != NULL ? lv_session_changes (self->session) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.reset-all", changes != NULL && changes->len > 0);
  gtk_widget_action_set_enabled (widget, "win.export", self->session != NULL);
  gtk_widget_action_set_enabled (widget, "win.print", shown_attachment (self) != NULL);
  gtk_widget_action_set_enabled (widget, "win.print-preview", shown_attachment (self) != NULL);
  gtk_widget_action_set_enabled (widget, "win.analysis", self->session != NULL);
  lv_window_update_undo (self);
  lv_window_update_file (self);
  lv_window_update_import (self);
}
