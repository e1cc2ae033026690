/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told about the number with the focus: a pop-over beside its mark, as long as the mark is in sight. */
#include "lv-chart-view-private.h"

/* How far the page has been scrolled since the chart got its place. */
static double
scrolled_by (LvChartView *self)
{
  return self->scrolls != NULL ? gtk_adjustment_get_value (self->scrolls) - self->scrolled_to : 0;
}

/* The mark may lie outside of what scrolls the chart; a pop-over there would hang outside the window. */
static gboolean
is_in_sight (LvChartView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GdkRectangle mark;
  double y;

  if (!lv_chart_view_get_place (self, self->focus.series, self->focus.category, &mark))
    return FALSE;
  if (scroller == NULL)
    return TRUE;
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self), scroller, 0, mark.y, NULL, &y))
    return FALSE;
  y -= scrolled_by (self);
  return y + mark.height > 0 && y < gtk_widget_get_height (scroller);
}

static gboolean
is_due (LvChartView *self)
{
  return lv_chart_view_get_told (self)[0] != '\0' && gtk_widget_get_mapped (GTK_WIDGET (self))
         && is_in_sight (self);
}

static void
show_or_hide (LvChartView *self)
{
  /* Where it has been scrolled and not yet got its new place, it waits for that. */
  if (is_due (self) && scrolled_by (self) == 0)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else if (!is_due (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LvChartView *self = LV_CHART_VIEW (widget);

  self->tick = 0;
  show_or_hide (self);
  return G_SOURCE_REMOVE;
}

/** After the chart got its place on the page: the pop-over follows, and comes or goes with the mark. */
void
lv_chart_view_place_told (LvChartView *self)
{
  gboolean visible = gtk_widget_get_visible (self->popover);

  if (self->scrolls != NULL)
    self->scrolled_to = gtk_adjustment_get_value (self->scrolls);
  if (is_due (self) && visible)
    gtk_popover_present (GTK_POPOVER (self->popover));
  /* Nothing is shown while places are given out. */
  else if (is_due (self) != visible && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
lv_chart_view_hide_told (LvChartView *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_label_set_label (GTK_LABEL (self->told), "");
}

/** Tells the number that has the focus; not while it is pulled, since the pop-over would cover it. */
void
lv_chart_view_show_told (LvChartView *self)
{
  g_autofree char *text = NULL;
  GdkRectangle mark;

  if (self->focus.series >= 0)
    text = self->tell (self->focus.series, self->focus.category, self->tell_data);
  if (!self->marked || self->held || self->quiet || text == NULL
      || !lv_chart_view_get_place (self, self->focus.series, self->focus.category, &mark))
    {
      lv_chart_view_hide_told (self);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->told), text);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &mark);
  show_or_hide (self);
}

/* Before the page is laid out anew, which would take the pop-over along to wherever the mark goes. */
static void
scrolled_cb (LvChartView *self)
{
  if (!self->marked)
    return;
  if (!is_due (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
map_cb (LvChartView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller == NULL)
    return;
  self->scrolls = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  self->scrolled_to = gtk_adjustment_get_value (self->scrolls);
  self->scrolled = g_signal_connect_swapped (self->scrolls, "value-changed", G_CALLBACK (scrolled_cb), self);
}

static void
unmap_cb (LvChartView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->scrolls != NULL)
    g_clear_signal_handler (&self->scrolled, self->scrolls);
  g_clear_object (&self->scrolls);
}

/** Adds the pop-over. */
void
lv_chart_view_add_told (LvChartView *self)
{
  self->told = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->told), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->told), 44);
  gtk_label_set_xalign (GTK_LABEL (self->told), 0);
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_TOP);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->told);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
}

/** Takes it away again. */
void
lv_chart_view_drop_told (LvChartView *self)
{
  unmap_cb (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}
