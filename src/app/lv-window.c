/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-window-private.h"

#include "lv-page.h"

#include <glib/gi18n.h>

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

static gboolean
lv_window_close_request (GtkWindow *window)
{
  LvWindow *self = LV_WINDOW (window);
  int width;
  int height;

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

  gtk_widget_dispose_template (GTK_WIDGET (self), LV_TYPE_WINDOW);
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
  lv_window_class_install_actions (klass);
}

static void
lv_window_init (LvWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

/** Shows a short message at the foot of the window. */
void
lv_window_toast (LvWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}
