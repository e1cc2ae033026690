/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes that lead to a card: a click or Enter opens it. */
#include "lv-chart-view-private.h"

static const char *
card_of (LvChartView *self, int category)
{
  const LvFigureCategory *own = NULL;

  if (self->figure != NULL && category >= 0 && category < lv_figure_n_categories (self->figure))
    own = lv_figure_get_category (self->figure, category);
  return own != NULL ? own->card : NULL;
}

static const char *
card_at (LvChartView *self, double x, double y)
{
  const LvLayout *layout = lv_chart_view_layout (self);
  int series;
  int category;

  if (layout == NULL
      || !lv_layout_hit (layout, x / PIXELS_PER_POINT, y / PIXELS_PER_POINT, &series, &category))
    return NULL;
  return card_of (self, category);
}

/* The window that a chart has grown into has no pages: the one that it came from shows the card. */
static void
open_card (LvChartView *self, const char *card)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (gtk_widget_activate_action (GTK_WIDGET (self), "win.show-card", "s", card) || parent == NULL)
    return;
  if (gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-card", "s", card))
    gtk_window_close (GTK_WINDOW (root));
}

static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, LvChartView *self)
{
  const char *card = card_at (self, x, y);

  if (card != NULL && self->pull == NULL)
    open_card (self, card);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, LvChartView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   card_at (self, x, y) != NULL ? "pointer" : NULL);
}

/** Opens the card that the box with the focus leads to; %FALSE when it leads nowhere. */
gboolean
lv_chart_view_follow (LvChartView *self)
{
  const char *card = self->focus.series >= 0 ? card_of (self, self->focus.category) : NULL;

  if (card != NULL)
    open_card (self, card);
  return card != NULL;
}

void
lv_chart_view_add_links (LvChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
