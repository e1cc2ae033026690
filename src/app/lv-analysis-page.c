/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-analysis-page.h"

#define CHOICES_WIDTH 300

typedef struct
{
  GtkWidget *box;
  GtkWidget *choices;
  GtkWidget *results;
  LvAnalysisSides *sides; /* (owned) */
  guint idle;             /* a refresh that will come */
} LvAnalysisPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LvAnalysisPage, lv_analysis_page, GTK_TYPE_WIDGET)

static gboolean
idle_cb (gpointer user_data)
{
  LvAnalysisPage *self = user_data;
  LvAnalysisPagePrivate *own = lv_analysis_page_get_instance_private (self);

  own->idle = 0;
  LV_ANALYSIS_PAGE_GET_CLASS (self)->refresh (self);
  return G_SOURCE_REMOVE;
}

/** Computes anew before the next frame, where the page is seen; else when it is. */
void
lv_analysis_page_queue (LvAnalysisPage *self)
{
  LvAnalysisPagePrivate *own = lv_analysis_page_get_instance_private (self);

  if (own->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    own->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
sides_changed_cb (LvAnalysisPage *self)
{
  if (LV_ANALYSIS_PAGE_GET_CLASS (self)->sides_changed != NULL)
    LV_ANALYSIS_PAGE_GET_CLASS (self)->sides_changed (self);
  lv_analysis_page_queue (self);
}

static void
lv_analysis_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lv_analysis_page_parent_class)->map (widget);
  lv_analysis_page_queue (LV_ANALYSIS_PAGE (widget));
}

static void
lv_analysis_page_dispose (GObject *object)
{
  LvAnalysisPagePrivate *own = lv_analysis_page_get_instance_private (LV_ANALYSIS_PAGE (object));

  g_clear_handle_id (&own->idle, g_source_remove);
  g_clear_pointer (&own->box, gtk_widget_unparent);
  g_clear_object (&own->sides);
  G_OBJECT_CLASS (lv_analysis_page_parent_class)->dispose (object);
}

static void
lv_analysis_page_class_init (LvAnalysisPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_analysis_page_dispose;
  widget_class->map = lv_analysis_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_column (LvAnalysisPagePrivate *own, GtkWidget **column)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (*column, "lv-analysis");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), *column);
  gtk_box_append (GTK_BOX (own->box), scroller);
  return scroller;
}

static void
lv_analysis_page_init (LvAnalysisPage *self)
{
  LvAnalysisPagePrivate *own = lv_analysis_page_get_instance_private (self);

  own->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (make_column (own, &own->choices), CHOICES_WIDTH, -1);
  gtk_box_append (GTK_BOX (own->box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_widget_set_hexpand (make_column (own, &own->results), TRUE);
  gtk_widget_set_parent (own->box, GTK_WIDGET (self));
}

/** Says what can be compared; once, before anything else. */
void
lv_analysis_page_set_sides (LvAnalysisPage *self, LvAnalysisSides *sides)
{
  LvAnalysisPagePrivate *own = lv_analysis_page_get_instance_private (self);

  g_return_if_fail (own->sides == NULL);
  own->sides = g_object_ref (sides);
  g_signal_connect_object (sides, "changed", G_CALLBACK (sides_changed_cb), self, G_CONNECT_SWAPPED);
}

/** Returns: (transfer none): what can be compared */
LvAnalysisSides *
lv_analysis_page_sides (LvAnalysisPage *self)
{
  LvAnalysisPagePrivate *own = lv_analysis_page_get_instance_private (self);

  return own->sides;
}

/** Returns: (transfer none): what the window works on */
LvSession *
lv_analysis_page_session (LvAnalysisPage *self)
{
  return lv_analysis_sides_session (lv_analysis_page_sides (self));
}

/** Adds @widget below the other choices. */
void
lv_analysis_page_choose (LvAnalysisPage *self, GtkWidget *widget)
{
  LvAnalysisPagePrivate *own = lv_analysis_page_get_instance_private (self);

  gtk_box_append (GTK_BOX (own->choices), widget);
}

/** Adds @widget below the other results. */
void
lv_analysis_page_show (LvAnalysisPage *self, GtkWidget *widget)
{
  LvAnalysisPagePrivate *own = lv_analysis_page_get_instance_private (self);

  gtk_box_append (GTK_BOX (own->results), widget);
}
