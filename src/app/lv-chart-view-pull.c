/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pulling at the marks of a chart, by pointer and by keys; and dragging the whole picture out. */
#include "lv-chart-view-private.h"

#include <math.h>

/* A ring at the end of each mark that can be pulled, in points. */
#define GRIP_RADIUS 4.0

/* A sum has no assumption of its own. */
static gboolean
can_move (LvChartView *self, int series, int category)
{
  return lv_figure_get_series (self->figure, series)->form != LV_FIGURE_TOTAL
         && self->pull->can_move (series, category, self->tell_data);
}

/* Where a mark is taken hold of: the end of a bar that is away from 0, the middle of a point. */
static void
find_grip (LvChartView *self, int series, int category, const LvRect *rect, double *x, double *y)
{
  const LvLayoutBar *bar = lv_layout_find_bar (self->layout, series, category);
  gboolean negative = lv_figure_get_point (self->figure, series, category)->value < 0;

  *x = rect->x + rect->width / 2;
  *y = rect->y + rect->height / 2;
  if (bar == NULL)
    return;
  if (lv_layout_is_sideways (self->layout))
    *x = negative ? rect->x : rect->x + rect->width;
  else
    *y = negative ? rect->y + rect->height : rect->y;
}

static void
draw_grip (cairo_t *cr, double x, double y, const LvPalette *palette)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, GRIP_RADIUS, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, palette->background.red, palette->background.green,
                        palette->background.blue);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, palette->focus.red, palette->focus.green, palette->focus.blue);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* Where the scenario stands beside the grundprognose, its mark is the one to pull; and rings on a pile of
 * thin bars would only hide them, so those get theirs with the focus. */
static gboolean
has_grip (LvChartView *self, int series, int category, const LvRect *rect)
{
  const LvLayoutBar *bar = lv_layout_find_bar (self->layout, series, category);
  const char *id = lv_figure_get_series (self->figure, series)->id;
  double length = lv_layout_is_sideways (self->layout) ? rect->width : rect->height;

  for (int s = series + 1; s < lv_figure_n_series (self->figure); s++)
    if (g_str_equal (lv_figure_get_series (self->figure, s)->id, id)
        && lv_figure_is_drawn (self->figure, s, category))
      return FALSE;
  if (bar != NULL && length < 2.5 * GRIP_RADIUS
      && (series != self->focus.series || category != self->focus.category))
    return FALSE;
  return can_move (self, series, category);
}

/** Draws a ring at each mark that can be pulled, while pulling is switched on. */
void
lv_chart_view_draw_grips (LvChartView *self, cairo_t *cr, const LvPalette *palette)
{
  LvRect rect;
  double x;
  double y;

  for (int s = 0; self->pull != NULL && s < lv_figure_n_series (self->figure); s++)
    for (int c = 0; c < lv_figure_n_categories (self->figure); c++)
      if (lv_layout_get_rect (self->layout, s, c, &rect) && has_grip (self, s, c, &rect))
        {
          find_grip (self, s, c, &rect, &x, &y);
          draw_grip (cr, x, y, palette);
        }
}

static gboolean
take_hold (LvChartView *self, int series, int category)
{
  self->held = self->pull->begin (series, category, self->tell_data);
  return self->held;
}

/** Ends what is being pulled, if anything is; with @keep %FALSE it goes back to where it was. */
void
lv_chart_view_let_go (LvChartView *self, gboolean keep)
{
  if (!self->held || self->pull == NULL)
    return;
  self->held = FALSE;
  self->pull->end (keep, self->tell_data);
  lv_chart_view_show_told (self);
}

/* The pointer */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LvChartView *self)
{
  const LvLayout *layout = lv_chart_view_layout (self);
  int series;
  int category;

  if (layout == NULL || self->pull == NULL
      || !lv_layout_hit (layout, x / PIXELS_PER_POINT, y / PIXELS_PER_POINT, &series, &category)
      || !can_move (self, series, category))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  lv_chart_view_set_focus (self, series, category);
  if (!take_hold (self, series, category))
    return;
  lv_chart_view_show_told (self);
  /* The axis may grow under the pointer; what a point is worth stays as it was. */
  lv_layout_get_scale (layout, &self->unit_per_point_x, &self->unit_per_point_y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, LvChartView *self)
{
  if (!self->held)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->pull->pull ((x * self->unit_per_point_x + y * self->unit_per_point_y) / PIXELS_PER_POINT,
                    self->tell_data);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, LvChartView *self)
{
  lv_chart_view_let_go (self, TRUE);
}

/* The keyboard */

static int
steps_of (guint key, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (key == GDK_KEY_plus || key == GDK_KEY_KP_Add || (control && key == GDK_KEY_Up))
    return 1;
  if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract || (control && key == GDK_KEY_Down))
    return -1;
  return 0;
}

/** Returns: whether @key pulled at the mark that has the focus, kept it or put it back */
gboolean
lv_chart_view_pull_key (LvChartView *self, guint key, GdkModifierType state)
{
  int steps = steps_of (key, state);

  if (self->pull == NULL)
    return FALSE;
  if (self->held && (key == GDK_KEY_Escape || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      if (key == GDK_KEY_Escape)
        gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
      lv_chart_view_let_go (self, key != GDK_KEY_Escape);
      return TRUE;
    }
  if (steps == 0 || self->focus.series < 0)
    return FALSE;
  if (!self->held && !take_hold (self, self->focus.series, self->focus.category))
    return FALSE;
  self->pull->step (steps, self->tell_data);
  return TRUE;
}

/** Lets marks be pulled from now on; %NULL ends it. @pull must outlive that. */
void
lv_chart_view_set_pull (LvChartView *self, const LvChartViewPull *pull)
{
  g_return_if_fail (LV_IS_CHART_VIEW (self));
  lv_chart_view_let_go (self, TRUE);
  self->pull = pull;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag),
                                              pull != NULL ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->out),
                                              pull != NULL ? GTK_PHASE_NONE : GTK_PHASE_BUBBLE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lv_chart_view_set_drag_out:
 * @prepare: (scope forever): a handler of GtkDragSource::prepare: what is dragged out of the window
 */
void
lv_chart_view_set_drag_out (LvChartView *self, GCallback prepare, gpointer user_data)
{
  g_return_if_fail (LV_IS_CHART_VIEW (self));
  g_signal_connect (self->out, "prepare", prepare, user_data);
}

/** Adds the gestures; nothing can be pulled until lv_chart_view_set_pull(). */
void
lv_chart_view_add_pull (LvChartView *self)
{
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  self->out = gtk_drag_source_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->out));
  lv_chart_view_set_pull (self, NULL);
}
