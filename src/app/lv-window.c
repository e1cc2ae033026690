/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-window-private.h"

#include "lv-card-tools.h"
#include "lv-input-entry.h"
#include "lv-page.h"

#include <glib/gi18n.h>

/* How often it is looked whether a new day has begun. */
#define CLOCK_SECONDS 30

G_DEFINE_FINAL_TYPE (LvWindow, lv_window, ADW_TYPE_APPLICATION_WINDOW)

static void
scroll_to_tab (LvWindow *self)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->tab_scroller));
  GtkSelectionModel *pages = gtk_stack_get_pages (self->stack);
  GtkWidget *tab = gtk_widget_get_first_child (self->tabs);
  graphene_rect_t bounds;

  for (guint i = 0; tab != NULL && !gtk_selection_model_is_selected (pages, i); i++)
    tab = gtk_widget_get_next_sibling (tab);
  if (tab != NULL && gtk_widget_compute_bounds (tab, self->tabs, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
  g_object_unref (pages);
}

static void
page_changed_cb (LvWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (name != NULL)
    g_settings_set_string (self->settings, "last-page", name);
  scroll_to_tab (self);
  lv_window_update_actions (self);
}

static void
add_pages (LvWindow *self)
{
  const GPtrArray *pages = lv_pack_items (lv_session_pack (self->session), LV_KIND_PAGE);
  g_autofree char *last = g_settings_get_string (self->settings, "last-page");

  for (guint i = 0; i < pages->len; i++)
    {
      const LvItem *item = g_ptr_array_index (pages, i);
      const char *title = lv_item_get (item, "title-short");

      if (lv_page_has_cards (self->session, item))
        gtk_stack_add_titled (self->stack, GTK_WIDGET (lv_page_new (self->session, item)), item->id,
                              title != NULL ? title : item->title);
    }
  if (gtk_stack_get_child_by_name (self->stack, last) != NULL)
    gtk_stack_set_visible_child_name (self->stack, last);
}

static char *
join_problems (LvProblems *problems)
{
  GString *out = g_string_new (NULL);

  lv_problems_sort (problems);
  for (guint i = 0; i < lv_problems_kept (problems); i++)
    {
      g_autofree char *line = lv_problem_to_string (lv_problems_get (problems, i));

      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (out, FALSE);
}

/* Every place that is wrong is told, so that whoever edits the pack mends all of it in one go. */
static void
show_problems (LvWindow *self, LvProblems *problems)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = join_problems (problems);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("The pack can't be opened"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-error-symbolic");
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _ ("Mend these places and start the program again:"));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), scroller);
  gtk_stack_add_named (self->stack, status, "problems");
  gtk_toggle_button_set_active (self->panel_button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->panel_button), FALSE);
}

/** Shows the file's name, with a point while it is not saved. */
void
lv_window_update_title (LvWindow *self)
{
  g_autofree char *name = lv_window_file_name (self->file);
  const char *path = lv_window_file_path (self->file);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *title
      = g_strdup_printf ("%s%s", lv_window_file_is_modified (self->file) ? "• " : "", name);
  g_autofree char *full = g_strdup_printf ("%s – Ligevægt", title);

  adw_window_title_set_title (self->title, title);
  lv_card_set_tooltip (GTK_WIDGET (self->title), shown);
  gtk_window_set_title (GTK_WINDOW (self), full);
}

static void
file_changed_cb (LvWindow *self)
{
  lv_window_update_title (self);
  lv_window_update_actions (self);
}

/* Who edits, and what day it is, stands beside each change. */
static gboolean
sign_cb (gpointer data)
{
  LvWindow *self = data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *today
      = application != NULL ? lv_application_dup_today (LV_APPLICATION (application)) : NULL;
  g_autofree char *name = g_settings_get_string (self->settings, "user-name");
  const char *real = g_get_real_name ();

  if (name[0] == '\0')
    {
      g_free (name);
      name = g_strdup (g_str_equal (real, "Unknown") ? g_get_user_name () : real);
    }
  lv_session_set_user (self->session, name);
  if (today != NULL)
    lv_session_set_today (self->session, today);
  return G_SOURCE_CONTINUE;
}

static void
user_changed_cb (LvWindow *self)
{
  sign_cb (self);
}

/** What is being typed counts before the document is saved or closed. */
void
lv_window_commit_typing (LvWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *entry
      = focus != NULL ? gtk_widget_get_ancestor (focus, LV_TYPE_INPUT_ENTRY) : NULL;

  if (entry != NULL)
    lv_input_entry_commit (LV_INPUT_ENTRY (entry));
}

static void
refused_cb (LvWindow *self, const char *reason)
{
  lv_window_toast (self, reason);
}

static void
open_file (LvWindow *self)
{
  g_autofree char *folder = lv_window_file_folder ();

  self->file = lv_window_file_new (self->session, folder);
  g_signal_connect_object (self->file, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::user-name", G_CALLBACK (user_changed_cb), self,
                           G_CONNECT_SWAPPED);
  lv_window_watch_disk (self);
  sign_cb (self);
  self->clock = g_timeout_add_seconds (CLOCK_SECONDS, sign_cb, self);
  lv_window_update_title (self);
}

static void
open_pack (LvWindow *self, const char *folder)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);
  GtkWidget *panel;

  if (model == NULL)
    {
      show_problems (self, problems);
      return;
    }
  self->session = lv_session_new (model);
  adw_window_title_set_subtitle (self->title, lv_pack_head (lv_session_pack (self->session), "title"));
  panel = g_object_new (LV_TYPE_SCENARIO_PANEL, NULL);
  lv_scenario_panel_set_session (LV_SCENARIO_PANEL (panel), self->session);
  gtk_box_append (self->panel_box, panel);
  add_pages (self);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (lv_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  open_file (self);
}

static void
restore_size (LvWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_paned_set_position (self->paned, g_settings_get_int (self->settings, "sidebar-width"));
}

static void
close_done (LvWindow *self, gboolean done, gpointer user_data)
{
  if (done)
    gtk_window_close (GTK_WINDOW (self));
}

/* Returns: whether there is nothing more to keep */
static gboolean
put_away (LvWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!lv_window_may_close (self))
    {
      lv_window_confirm_close (self, close_done, NULL);
      return FALSE;
    }
  if (self->file == NULL || !self->closing || lv_window_file_discard (self->file, &error))
    return TRUE;
  self->closing = FALSE;
  lv_window_tell (self, _ ("The Changes Were Not Put Away"), error->message);
  return FALSE;
}

static gboolean
lv_window_close_request (GtkWindow *window)
{
  LvWindow *self = LV_WINDOW (window);
  int width;
  int height;

  if (!put_away (self))
    return TRUE;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  if (gtk_widget_get_visible (GTK_WIDGET (self->panel_box)))
    g_settings_set_int (self->settings, "sidebar-width", gtk_paned_get_position (self->paned));
  return GTK_WINDOW_CLASS (lv_window_parent_class)->close_request (window);
}

static void
lv_window_dispose (GObject *object)
{
  LvWindow *self = LV_WINDOW (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  lv_window_drop_questions (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LV_TYPE_WINDOW);
  g_clear_object (&self->file);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_window_parent_class)->dispose (object);
}

static void
lv_window_class_init (LvWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lv_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/ligevaegt/Ligevaegt/lv-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LvWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, panel_button);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, tab_scroller);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, panel_box);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, disk_bar);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, disk_label);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, disk_reread);
  gtk_widget_class_bind_template_child (widget_class, LvWindow, disk_keep);
  gtk_widget_class_bind_template_callback_full (widget_class, "disk_response_cb",
                                                G_CALLBACK (lv_window_disk_response_cb));
  lv_window_class_install_actions (klass);
  lv_window_class_install_undo (klass);
  lv_window_class_install_file (klass);
  lv_window_class_install_import (klass);
}

static void
lv_window_init (LvWindow *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  lv_window_fill_recent (self);
  lv_window_take_drops (self);
  lv_card_quiet_menu (GTK_WIDGET (self->menu_button));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (lv_window_fill_recent),
                           self, G_CONNECT_SWAPPED);
}

/**
 * lv_window_new:
 * @application: the program
 * @folder: folder of the pack
 *
 * Returns: (transfer floating): a window; when the pack is wrong it shows every place that is
 */
LvWindow *
lv_window_new (LvApplication *application, const char *folder)
{
  LvWindow *self = g_object_new (LV_TYPE_WINDOW, "application", application, NULL);

  self->settings = lv_application_settings (application);
  restore_size (self);
  open_pack (self, folder);
  lv_window_update_actions (self);
  return self;
}

/** Returns: (transfer none) (nullable): what the window works on */
LvSession *
lv_window_session (LvWindow *self)
{
  g_return_val_if_fail (LV_IS_WINDOW (self), NULL);
  return self->session;
}

/** Returns: (transfer none) (nullable): the file behind the document */
LvWindowFile *
lv_window_file (LvWindow *self)
{
  g_return_val_if_fail (LV_IS_WINDOW (self), NULL);
  return self->file;
}

/** Shows a short message, plain text, at the foot of the window. */
void
lv_window_toast (LvWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}
