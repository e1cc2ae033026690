/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Selecting and moving actions of a timeline, by the pointer and by keys. */
#include "lv-plan-timeline-private.h"

#include "lv-card-tools.h"
#include "lv-chart-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAYS_PER_MONTH (365.25 / 12)
/* How near to its end, in points, a bar is taken hold of there. */
#define END_WIDTH 7.0
#define NEAR 3.0

/* --- What is under the pointer */

static LvChartView *
chart (LvPlanTimeline *self)
{
  return LV_CHART_VIEW (self->view);
}

/* Where the scenario moves an action, its bar is the one to pull. */
static const LvLayoutBar *
find_bar (const LvLayout *layout, int row)
{
  const LvLayoutBar *found = NULL;

  for (guint i = 0; i < layout->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (layout->bars, LvLayoutBar, i);

      if (bar->category == row && (found == NULL || bar->scenario))
        found = bar;
    }
  return found;
}

/* Returns: the row at a height, -1 between them. The texts of a row and its bars tell where it is. */
static int
row_at (const LvLayout *layout, double y)
{
  int row = -1;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (layout->texts, LvLayoutText, i);
      double away = fabs (y - (text->rect.y + text->rect.height / 2));

      if (text->category < 0 || away > text->rect.height || away >= nearest)
        continue;
      row = text->category;
      nearest = away;
    }
  return row;
}

static gboolean
is_inside (const LvRect *rect, double x, double y)
{
  return x >= rect->x - NEAR && x <= rect->x + rect->width + NEAR && y >= rect->y - NEAR
         && y <= rect->y + rect->height + NEAR;
}

/* Returns: whether a bar is there, of which row, and what of it */
static gboolean
bar_at (const LvLayout *layout, double x, double y, int *row, LvPlanPart *part)
{
  for (guint i = 0; i < layout->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (layout->bars, LvLayoutBar, i);
      double end = MIN (END_WIDTH, bar->rect.width / 3);

      if (!is_inside (&bar->rect, x, y) || bar != find_bar (layout, bar->category))
        continue;
      *row = bar->category;
      *part = LV_PLAN_WHOLE;
      if (!bar->milestone && x < bar->rect.x + end)
        *part = LV_PLAN_START;
      else if (!bar->milestone && x > bar->rect.x + bar->rect.width - end)
        *part = LV_PLAN_LAST;
      return TRUE;
    }
  return FALSE;
}

/* --- Moving */

/** Tells how to move, or what is being moved. */
void
lv_plan_timeline_show_status (LvPlanTimeline *self)
{
  const LvAction *action = lv_plan_timeline_action (self, lv_plan_timeline_row (self, self->selected));
  int months = self->move != NULL ? lv_plan_move_months (self->move) : 0;
  g_autofree char *text = NULL;

  if (action == NULL)
    text = g_strdup (_ ("Pull a bar, or one end of it, to move the action. Arrow keys select and move."));
  else if (lv_action_text (action, LV_ACTION_START)[0] == '\0'
           && lv_action_text (action, LV_ACTION_END)[0] == '\0')
    text = g_strdup (_ ("The action has no date; Enter opens it."));
  else if (months != 0 && lv_plan_move_id (self->move) != NULL)
    text = g_strdup_printf (months > 0
                                ? ngettext ("Moved %d month later. Escape puts it back.",
                                            "Moved %d months later. Escape puts it back.", (gulong) months)
                                : ngettext ("Moved %d month earlier. Escape puts it back.",
                                            "Moved %d months earlier. Escape puts it back.",
                                            (gulong) -months),
                            abs (months));
  else
    text = g_strdup (_ ("← and → move the action, with Shift its end, with Ctrl its start. Enter opens it."));
  lv_card_set_text (self->status, text);
}

/** Ends what is being moved, if anything is; with @keep %FALSE it goes back to where it was. */
void
lv_plan_timeline_let_go (LvPlanTimeline *self, gboolean keep)
{
  if (self->move == NULL || lv_plan_move_id (self->move) == NULL)
    return;
  lv_plan_move_end (self->move, keep);
  lv_plan_timeline_show_status (self);
  lv_plan_timeline_describe (self);
}

static void
move_by (LvPlanTimeline *self, LvPlanPart part, int months)
{
  if (self->selected != NULL
      && (lv_plan_move_is_begun (self->move, self->selected, part)
          || lv_plan_move_begin (self->move, self->selected, part)))
    lv_plan_move_to (self->move, lv_plan_move_months (self->move) + months);
}

/* --- The pointer */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LvPlanTimeline *self)
{
  const LvAction *action = NULL;
  const LvLayout *layout;
  LvPlanPart part = LV_PLAN_WHOLE;
  double per_y;
  int row = -1;

  /* The first focus selects an action, which lays the picture out anew. */
  gtk_widget_grab_focus (self->view);
  layout = lv_chart_view_layout (chart (self));
  if (layout == NULL)
    return;
  if (!bar_at (layout, x / PIXELS_PER_POINT, y / PIXELS_PER_POINT, &row, &part))
    {
      action = lv_plan_timeline_action (self, row_at (layout, y / PIXELS_PER_POINT));
      if (action != NULL)
        lv_plan_timeline_select (self, action->id);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  /* The axis may grow under the pointer; what a point is worth stays as it was. */
  lv_layout_get_scale (layout, &self->days_per_point, &per_y);
  action = lv_plan_timeline_action (self, row);
  if (action == NULL)
    return;
  lv_plan_timeline_select (self, action->id);
  lv_plan_move_begin (self->move, self->selected, part);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, LvPlanTimeline *self)
{
  if (lv_plan_move_id (self->move) == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  lv_plan_move_to (self->move,
                   (int) lround (x / PIXELS_PER_POINT * self->days_per_point / DAYS_PER_MONTH));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, LvPlanTimeline *self)
{
  lv_plan_timeline_let_go (self, TRUE);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, LvPlanTimeline *self)
{
  const LvLayout *layout = lv_chart_view_layout (chart (self));
  LvPlanPart part;
  int row;
  gboolean found = layout != NULL && bar_at (layout, x / PIXELS_PER_POINT, y / PIXELS_PER_POINT, &row, &part);

  gtk_widget_set_cursor_from_name (self->box, !found ? NULL : part == LV_PLAN_WHOLE ? "grab" : "ew-resize");
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, LvPlanTimeline *self)
{
  if (n == 2)
    lv_plan_timeline_activate (self);
}

/* --- The keyboard */

static gboolean
select_by (LvPlanTimeline *self, int by)
{
  int row = lv_plan_timeline_row (self, self->selected);
  int last = self->actions != NULL ? (int) self->actions->len - 1 : -1;
  int wanted = CLAMP ((int) self->first + (row >= 0 ? row + by : 0), 0, last);

  if (last < 0)
    return FALSE;
  lv_plan_timeline_select (self, ((LvAction *) g_ptr_array_index (self->actions, wanted))->id);
  return TRUE;
}

/* A timeline may be higher than what scrolls it: the row is brought into view. */
static void
reveal (LvPlanTimeline *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  const LvLayout *layout = lv_chart_view_layout (chart (self));
  const LvLayoutBar *bar = layout != NULL ? find_bar (layout, lv_plan_timeline_row (self, self->selected))
                                          : NULL;
  GtkAdjustment *adjustment;
  double y;

  if (scroller == NULL || bar == NULL
      || !gtk_widget_translate_coordinates (self->view, scroller, 0, bar->rect.y * PIXELS_PER_POINT, NULL,
                                            &y))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, y - 40, y + 60);
}

static gboolean
arrow (LvPlanTimeline *self, guint key, GdkModifierType state)
{
  gboolean along = key == GDK_KEY_Left || key == GDK_KEY_Right;
  LvPlanPart part = (state & GDK_SHIFT_MASK) != 0     ? LV_PLAN_LAST
                    : (state & GDK_CONTROL_MASK) != 0 ? LV_PLAN_START
                                                      : LV_PLAN_WHOLE;

  if ((state & GDK_ALT_MASK) != 0 || (!along && part != LV_PLAN_WHOLE))
    return FALSE;
  if (along)
    move_by (self, part, key == GDK_KEY_Left ? -1 : 1);
  else if (select_by (self, key == GDK_KEY_Up ? -1 : 1))
    reveal (self);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        LvPlanTimeline *self)
{
  gboolean begun = lv_plan_move_id (self->move) != NULL;

  if (key == GDK_KEY_Left || key == GDK_KEY_Right || key == GDK_KEY_Up || key == GDK_KEY_Down)
    return arrow (self, key, state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK));
  if (key == GDK_KEY_Escape && begun)
    {
      lv_plan_timeline_let_go (self, FALSE);
      return TRUE;
    }
  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Home || key == GDK_KEY_End)
    {
      select_by (self, key == GDK_KEY_Home ? -(int) self->actions->len : (int) self->actions->len);
      reveal (self);
      return TRUE;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  if (begun)
    lv_plan_timeline_let_go (self, TRUE);
  else
    lv_plan_timeline_activate (self);
  return TRUE;
}

static void
enter_cb (LvPlanTimeline *self)
{
  if (lv_plan_timeline_row (self, self->selected) < 0)
    select_by (self, 0);
}

static void
leave_cb (LvPlanTimeline *self)
{
  lv_plan_timeline_let_go (self, TRUE);
}

/** Lets the picture be worked with. */
void
lv_plan_timeline_add_controllers (LvPlanTimeline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Before the view, whose keys go from number to number. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->view, motion);
  gtk_widget_add_controller (self->view, keys);
  gtk_widget_add_controller (self->view, focus);
}
