/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a chart: table, copying, saving, a window of its own, pulling. */
#include "lv-chart-panel-private.h"

#include "lv-card-tools.h"
#include "lv-chart-save.h"
#include "lv-chart-zoom.h"

#include <glib/gi18n.h>

static void
table_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  lv_chart_panel_show_table (user_data, g_variant_get_boolean (state));
}

static void
pull_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  lv_chart_panel_set_pulling (user_data, g_variant_get_boolean (state));
}

static void
copy_text (LvChartPanel *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_picture_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LvChartPanel *self = user_data;
  g_autoptr (LvFigure) figure = lv_chart_panel_make_export (self);
  g_autoptr (GdkContentProvider) content = lv_chart_save_content (figure, NULL);

  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

static void
copy_data_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LvChartPanel *self = user_data;
  g_autofree char *text = lv_chart_to_text (self->chart, self->figure);

  copy_text (self, text);
}

/* The number at the focus mark; without one, all that the figure says. */
static void
copy_source_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LvChartPanel *self = user_data;
  g_autofree char *text = NULL;
  int series;
  int category;

  if (lv_chart_panel_get_number (self, &series, &category))
    text = lv_chart_cite (self->chart, self->figure, series, category,
                          lv_session_state (self->session), lv_session_base (self->session));
  if (text == NULL)
    {
      g_autoptr (LvFigure) figure = lv_chart_panel_make_export (self);
      g_autofree char *alt = lv_figure_dup_alt (figure);
      const char *source = lv_figure_get_source (figure);

      text = g_strconcat (alt, source != NULL ? "\n" : NULL, source, NULL);
    }
  copy_text (self, text);
}

static void
save (LvChartPanel *self, LvChartSaveFormat format)
{
  g_autoptr (LvFigure) figure = lv_chart_panel_make_export (self);

  lv_chart_save (GTK_WIDGET (self), figure, self->item->id, format);
}

static void
save_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data, LV_CHART_SAVE_PDF);
}

static void
save_svg_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data, LV_CHART_SAVE_SVG);
}

static void
save_png_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data, LV_CHART_SAVE_PNG);
}

static void
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LvChartPanel *self = user_data;

  lv_chart_zoom_toggle (GTK_WIDGET (self), self->session, self->item);
}

static void
explain_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lv_chart_panel_explain (user_data);
}

static const GActionEntry entries[] = {
  { "table", NULL, NULL, "false", table_cb, { 0 } },
  { "pull", NULL, NULL, "false", pull_cb, { 0 } },
  { "explain", explain_cb, NULL, NULL, NULL, { 0 } },
  { "zoom", zoom_cb, NULL, NULL, NULL, { 0 } },
  { "copy-picture", copy_picture_cb, NULL, NULL, NULL, { 0 } },
  { "copy-data", copy_data_cb, NULL, NULL, NULL, { 0 } },
  { "copy-source", copy_source_cb, NULL, NULL, NULL, { 0 } },
  { "save-pdf", save_pdf_cb, NULL, NULL, NULL, { 0 } },
  { "save-svg", save_svg_cb, NULL, NULL, NULL, { 0 } },
  { "save-png", save_png_cb, NULL, NULL, NULL, { 0 } },
};

void
lv_chart_panel_add_actions (LvChartPanel *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  if (self->handle == NULL)
    g_action_map_remove_action (G_ACTION_MAP (self->actions), "pull");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", G_ACTION_GROUP (self->actions));
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) number = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();

  g_menu_append (number, _ ("How It Is Computed"), "chart.explain");
  g_menu_append (copy, _ ("Copy as Picture"), "chart.copy-picture");
  g_menu_append (copy, _ ("Copy Data"), "chart.copy-data");
  g_menu_append (copy, _ ("Copy with Source"), "chart.copy-source");
  g_menu_append (files, _ ("Save as PDF…"), "chart.save-pdf");
  g_menu_append (files, _ ("Save as SVG…"), "chart.save-svg");
  g_menu_append (files, _ ("Save as PNG…"), "chart.save-png");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (number));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  return G_MENU_MODEL (menu);
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  lv_card_set_tooltip (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
append_button (GtkWidget *box, GtkWidget *button, const char *icon, const char *action,
               const char *name)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  name_button (button, name);
  gtk_box_append (GTK_BOX (box), button);
}

/** Returns: (transfer floating): the buttons under the picture */
GtkWidget *
lv_chart_panel_make_buttons (LvChartPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = make_menu ();

  if (self->handle != NULL)
    append_button (box, gtk_toggle_button_new (), "document-edit-symbolic", "chart.pull",
                   _ ("Pull at the Figure"));
  append_button (box, gtk_toggle_button_new (), "view-list-symbolic", "chart.table",
                 _ ("Show as Table"));
  append_button (box, gtk_button_new (), "view-fullscreen-symbolic", "chart.zoom",
                 _ ("Enlarge or Close"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  name_button (menu, _ ("Copy or Save Figure"));
  lv_card_quiet_menu (menu);
  gtk_box_append (GTK_BOX (box), menu);
  return box;
}

static void
add_shortcut (GtkEventController *controller, guint key, GdkModifierType modifiers,
              const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, LvChartPanel *self)
{
  if (n == 2)
    lv_chart_panel_explain (self);
}

/* Wherever the picture or the table has the focus; never in an entry below. */
void
lv_chart_panel_add_shortcuts (LvChartPanel *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_after (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->stack, GTK_EVENT_CONTROLLER (click));
  add_shortcut (controller, GDK_KEY_Return, 0, "chart.explain");
  add_shortcut (controller, GDK_KEY_KP_Enter, 0, "chart.explain");
  add_shortcut (controller, GDK_KEY_t, 0, "chart.table");
  add_shortcut (controller, GDK_KEY_z, 0, "chart.zoom");
  if (self->handle != NULL)
    add_shortcut (controller, GDK_KEY_e, 0, "chart.pull");
  add_shortcut (controller, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy-source");
  add_shortcut (controller, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "chart.copy-data");
  gtk_widget_add_controller (self->stack, controller);
}
