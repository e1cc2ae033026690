/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four analyses in a window of their own beside the one with the cards; it follows every edit there.
 * A window has one of it at most. */
#include "lv-analysis-window.h"

#include "lv-analysis-page.h"
#include "lv-keep.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define WIDTH 1180
#define HEIGHT 660

#define LV_TYPE_ANALYSIS_WINDOW (lv_analysis_window_get_type ())
G_DECLARE_FINAL_TYPE (LvAnalysisWindow, lv_analysis_window, LV, ANALYSIS_WINDOW, AdwWindow)

struct _LvAnalysisWindow
{
  AdwWindow parent_instance;

  GtkWidget *stack;
  LvAnalysisSides *sides; /* (owned) */
};

G_DEFINE_FINAL_TYPE (LvAnalysisWindow, lv_analysis_window, ADW_TYPE_WINDOW)

static const char *const names[] = { "compare", "bridge", "seek", "tornado" };

static void
show_page (LvAnalysisWindow *self, int page)
{
  if (page >= 0 && page < LV_N_ANALYSES)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), names[page]);
}

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_page (LV_ANALYSIS_WINDOW (widget), g_variant_get_int32 (parameter));
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvAnalysisWindow *self = LV_ANALYSIS_WINDOW (widget);
  const char *now = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  for (int i = 0; i < LV_N_ANALYSES; i++)
    if (g_strcmp0 (now, names[i]) == 0)
      {
        show_page (self, i + g_variant_get_int32 (parameter));
        return;
      }
}

static void
title_cb (LvAnalysisWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  GtkStackPage *page = child != NULL ? gtk_stack_get_page (GTK_STACK (self->stack), child) : NULL;

  if (page != NULL)
    gtk_window_set_title (GTK_WINDOW (self), gtk_stack_page_get_title (page));
}

/* Undo and redo are the document's, wherever the focus is. */
static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent),
                                strcmp (name, "analysis.undo") == 0 ? "win.undo" : "win.redo", NULL);
}

static void
lv_analysis_window_finalize (GObject *object)
{
  g_clear_object (&LV_ANALYSIS_WINDOW (object)->sides);
  G_OBJECT_CLASS (lv_analysis_window_parent_class)->finalize (object);
}

static void
lv_analysis_window_class_init (LvAnalysisWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lv_analysis_window_finalize;
  gtk_widget_class_install_action (widget_class, "analysis.page", "i", page_cb);
  gtk_widget_class_install_action (widget_class, "analysis.turn", "i", turn_cb);
  gtk_widget_class_install_action (widget_class, "analysis.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "analysis.redo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "analysis.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "analysis.redo", NULL);
  for (int i = 0; i < LV_N_ANALYSES; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + (guint) i, GDK_ALT_MASK,
                                         "analysis.page", "i", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "analysis.turn", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "analysis.turn", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
lv_analysis_window_init (LvAnalysisWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), switcher);
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (bar), ADW_CENTERING_POLICY_LOOSE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), self->stack);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), toasts);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (title_cb), self);
}

static void
add_pages (LvAnalysisWindow *self)
{
  LvAnalysisSides *sides = self->sides;
  GtkStack *stack = GTK_STACK (self->stack);

  gtk_stack_add_titled (stack, lv_compare_page_new (sides), names[LV_ANALYSIS_COMPARE], _ ("Compare"));
  gtk_stack_add_titled (stack, lv_bridge_page_new (sides), names[LV_ANALYSIS_BRIDGE],
                        _ ("Explain the Change"));
  gtk_stack_add_titled (stack, lv_seek_page_new (sides), names[LV_ANALYSIS_SEEK],
                        _ ("What Does It Take?"));
  gtk_stack_add_titled (stack, lv_tornado_page_new (sides), names[LV_ANALYSIS_TORNADO],
                        _ ("What Means Most?"));
}

static gboolean
let_go_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The model is another one: pages are made anew, with what was chosen on them. */
static void
rebuilt_cb (LvAnalysisWindow *self)
{
  g_autoptr (LvKeep) keep = lv_keep_new (self->stack, TRUE);
  g_autofree char *shown = g_strdup (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)));
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (self->stack)) != NULL)
    {
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, let_go_cb, g_object_ref (page), g_object_unref);
      gtk_stack_remove (GTK_STACK (self->stack), page);
    }
  add_pages (self);
  if (shown != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), shown);
  lv_keep_restore (keep, self->stack);
}

static LvAnalysisWindow *
find (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) each = g_list_model_get_item (windows, i);

      if (LV_IS_ANALYSIS_WINDOW (each) && gtk_window_get_transient_for (each) == parent)
        return LV_ANALYSIS_WINDOW (each);
    }
  return NULL;
}

/**
 * lv_analysis_window_show:
 * @parent: the window that @session is of
 * @analysis: the page
 *
 * Opens the analyses, or comes back to those that are open.
 *
 * Returns: (transfer none): their window
 */
GtkWidget *
lv_analysis_window_show (GtkWindow *parent, LvSession *session, LvAnalysis analysis)
{
  LvAnalysisWindow *self = find (parent);

  if (self == NULL)
    {
      self = g_object_new (LV_TYPE_ANALYSIS_WINDOW, "transient-for", parent, "destroy-with-parent",
                           TRUE, "default-width", WIDTH, "default-height", HEIGHT, NULL);
      self->sides = lv_analysis_sides_new (session);
      add_pages (self);
      g_signal_connect_object (session, "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
    }
  show_page (self, (int) analysis);
  title_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
