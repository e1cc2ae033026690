/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-scroll.h"

#include "lv-card-tools.h"

#include <math.h>

/* The bar that is drawn over what scrolls covered the last row. */
#define BAR_HEIGHT 12

struct _LvCardScroll
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *child; /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (LvCardScroll, lv_card_scroll, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
lv_card_scroll_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lv_card_scroll_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  LvCardScroll *self = LV_CARD_SCROLL (widget);
  int least;
  int wish;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->scroller, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (wish, *minimum);
      return;
    }
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL,
                      for_size < 0 ? wish : MAX (for_size, least), minimum, natural, NULL, NULL);
  if (for_size >= 0 && for_size < least)
    {
      *minimum += BAR_HEIGHT;
      *natural += BAR_HEIGHT;
    }
}

static void
lv_card_scroll_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (LV_CARD_SCROLL (widget)->scroller, &(GtkAllocation){ 0, 0, width, height },
                            baseline);
}

static void
lv_card_scroll_dispose (GObject *object)
{
  g_clear_pointer (&LV_CARD_SCROLL (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (lv_card_scroll_parent_class)->dispose (object);
}

static void
lv_card_scroll_class_init (LvCardScrollClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_card_scroll_dispose;
  widget_class->get_request_mode = lv_card_scroll_get_request_mode;
  widget_class->measure = lv_card_scroll_measure;
  widget_class->size_allocate = lv_card_scroll_size_allocate;
}

/* A GtkScrolledWindow takes every turn of the wheel, also along the axis that it does not scroll, and the page
 * under it stood still: its own controllers are silenced, and ours takes what goes sideways alone. */
static void
silence (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, LvCardScroll *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GdkModifierType held
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double by = (held & GDK_SHIFT_MASK) != 0 && dx == 0 ? dy : dx;

  if (by == 0 || gtk_adjustment_get_upper (across) <= gtk_adjustment_get_page_size (across))
    return GDK_EVENT_PROPAGATE;
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across)
                                        + by * gtk_adjustment_get_step_increment (across));
  return GDK_EVENT_STOP;
}

static void
lv_card_scroll_init (LvCardScroll *self)
{
  GtkEventController *sideways;

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  silence (self->scroller);
  sideways = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect (sideways, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (self->scroller, sideways);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * lv_card_scroll_new:
 * @child: (transfer floating): a table
 * @name: accessible name of what scrolls; it can have the focus, so that keys scroll it
 *
 * Returns: (transfer floating): @child in a widget that scrolls it sideways
 */
GtkWidget *
lv_card_scroll_new (GtkWidget *child, const char *name)
{
  LvCardScroll *self = g_object_new (LV_TYPE_CARD_SCROLL, NULL);

  self->child = child;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);
  lv_card_set_name (self->scroller, name);
  return GTK_WIDGET (self);
}

/* As far as GTK itself goes for a turn of the wheel. */
static double
step_of (GtkAdjustment *adjustment)
{
  return pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0);
}

static gboolean
pass_on_cb (GtkEventControllerScroll *controller, double dx, double dy, GtkWidget *scroller)
{
  GtkAdjustment *own = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget *page = gtk_widget_get_ancestor (gtk_widget_get_parent (scroller), GTK_TYPE_SCROLLED_WINDOW);
  double value = gtk_adjustment_get_value (own);
  gboolean at_end = dy < 0 ? value <= gtk_adjustment_get_lower (own)
                           : value >= gtk_adjustment_get_upper (own) - gtk_adjustment_get_page_size (own);
  GtkAdjustment *adjustment;

  if (dy == 0 || !at_end || page == NULL)
    return GDK_EVENT_PROPAGATE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step_of (adjustment));
  return GDK_EVENT_STOP;
}

/** Lets the wheel move the page on when @scroller, a list on it, has come to its end; GTK would stand still. */
void
lv_card_scroll_pass_on (GtkWidget *scroller)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (wheel, "scroll", G_CALLBACK (pass_on_cb), scroller);
  gtk_widget_add_controller (scroller, wheel);
}
