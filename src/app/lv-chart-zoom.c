/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart in a window of its own, as large as the screen lets it be; it follows every edit. */
#include "lv-chart-zoom.h"

#include "lv-chart-panel.h"

#include <adwaita.h>

#define LV_TYPE_CHART_ZOOM (lv_chart_zoom_get_type ())
G_DECLARE_FINAL_TYPE (LvChartZoom, lv_chart_zoom, LV, CHART_ZOOM, AdwWindow)

struct _LvChartZoom
{
  AdwWindow parent_instance;

  GtkWidget *panel;
};

G_DEFINE_FINAL_TYPE (LvChartZoom, lv_chart_zoom, ADW_TYPE_WINDOW)

static void
lv_chart_zoom_class_init (LvChartZoomClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_w, GDK_CONTROL_MASK,
                                       "window.close", NULL);
}

static void
lv_chart_zoom_init (LvChartZoom *self)
{
}

static void
show_title (LvChartZoom *self)
{
  g_autofree char *title = lv_chart_panel_dup_title (LV_CHART_PANEL (self->panel));

  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
changed_cb (LvChartZoom *self)
{
  lv_chart_panel_update (LV_CHART_PANEL (self->panel));
  show_title (self);
}

static void
show (GtkWindow *parent, LvSession *session, const LvItem *item)
{
  LvChartZoom *self = g_object_new (LV_TYPE_CHART_ZOOM, "transient-for", parent, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->panel = lv_chart_panel_new (session, item, NULL, NULL);
  g_return_if_fail (self->panel != NULL);
  gtk_widget_add_css_class (self->panel, "lv-zoom");
  gtk_widget_set_vexpand (self->panel, TRUE);
  show_title (self);
  gtk_window_set_default_size (GTK_WINDOW (self), gtk_widget_get_width (GTK_WIDGET (parent)),
                               gtk_widget_get_height (GTK_WIDGET (parent)));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->panel);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  lv_chart_panel_grab (LV_CHART_PANEL (self->panel));
}

/**
 * lv_chart_zoom_toggle:
 * @from: a widget of the window that the chart is in
 * @session: whose values are shown
 * @item: a [chart] that can be drawn
 *
 * Opens the chart in a window of its own; from that window, closes it.
 */
void
lv_chart_zoom_toggle (GtkWidget *from, LvSession *session, const LvItem *item)
{
  GtkRoot *root = gtk_widget_get_root (from);

  if (LV_IS_CHART_ZOOM (root))
    gtk_window_close (GTK_WINDOW (root));
  else if (GTK_IS_WINDOW (root))
    show (GTK_WINDOW (root), session, item);
}
