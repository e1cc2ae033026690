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
  GtkWidget *scroller;
  LvSession *session; /* (owned) */
  char *chart;        /* (owned): id of the [chart] */
};

G_DEFINE_FINAL_TYPE (LvChartZoom, lv_chart_zoom, ADW_TYPE_WINDOW)

static void
lv_chart_zoom_finalize (GObject *object)
{
  LvChartZoom *self = LV_CHART_ZOOM (object);

  g_clear_object (&self->session);
  g_free (self->chart);
  G_OBJECT_CLASS (lv_chart_zoom_parent_class)->finalize (object);
}

static void
lv_chart_zoom_class_init (LvChartZoomClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_chart_zoom_finalize;
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

static gboolean
make_panel (LvChartZoom *self)
{
  const LvItem *item = lv_pack_find_kind (lv_session_pack (self->session), LV_KIND_CHART, self->chart);

  self->panel = item != NULL ? lv_chart_panel_new (self->session, item, NULL, NULL) : NULL;
  if (self->panel == NULL)
    return FALSE;
  gtk_widget_add_css_class (self->panel, "lv-zoom");
  gtk_widget_set_vexpand (self->panel, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->panel);
  return TRUE;
}

static gboolean
let_go_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The chart of the new model; the old panel stays until what it was doing has returned. */
static void
rebuilt_cb (LvChartZoom *self)
{
  gboolean table = lv_chart_panel_shows_table (LV_CHART_PANEL (self->panel));

  g_idle_add_full (G_PRIORITY_HIGH_IDLE, let_go_cb, g_object_ref (self->panel), g_object_unref);
  if (!make_panel (self))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (table)
    gtk_widget_activate_action (self->panel, "chart.table", NULL);
  lv_chart_panel_grab (LV_CHART_PANEL (self->panel));
}

static void
show (GtkWindow *parent, LvSession *session, const LvItem *item)
{
  LvChartZoom *self = g_object_new (LV_TYPE_CHART_ZOOM, "transient-for", parent, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  gboolean made;

  self->session = g_object_ref (session);
  self->chart = g_strdup (item->id);
  self->scroller = gtk_scrolled_window_new ();
  made = make_panel (self);
  g_return_if_fail (made);
  show_title (self);
  gtk_window_set_default_size (GTK_WINDOW (self), gtk_widget_get_width (GTK_WIDGET (parent)),
                               gtk_widget_get_height (GTK_WIDGET (parent)));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (session, "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
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
