/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-number-view.h"

#include "lv-card-tools.h"
#include "lv-explain-popover.h"

#include <glib/gi18n.h>

/* A label that cannot be selected takes no focus, and one that can keeps the arrow keys to itself, so it
 * stands in a widget that has the focus for it. */
struct _LvNumberView
{
  GtkWidget parent_instance;

  GtkWidget *child;
  LvSession *session; /* (owned) (nullable) */
  const LvNode *node; /* (nullable): there is no number */
  gsize cell;
};

G_DEFINE_FINAL_TYPE (LvNumberView, lv_number_view, GTK_TYPE_WIDGET)

static void
explain_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvNumberView *self = LV_NUMBER_VIEW (widget);

  if (self->node != NULL)
    lv_explain_show (widget, NULL, self->session, self->node, self->cell);
}

static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, LvNumberView *self)
{
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y) || self->node == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  explain_cb (GTK_WIDGET (self), NULL, NULL);
}

/* A pop-over is a child too, but one that gives itself its place. */
static void
lv_number_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LvNumberView *self = LV_NUMBER_VIEW (widget);

  gtk_widget_allocate (self->child, width, height, baseline, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
lv_number_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (LV_NUMBER_VIEW (widget)->child, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
lv_number_view_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (LV_NUMBER_VIEW (widget)->child);
}

static void
lv_number_view_dispose (GObject *object)
{
  LvNumberView *self = LV_NUMBER_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_number_view_parent_class)->dispose (object);
}

static void
lv_number_view_class_init (LvNumberViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_number_view_dispose;
  widget_class->size_allocate = lv_number_view_size_allocate;
  widget_class->measure = lv_number_view_measure;
  widget_class->get_request_mode = lv_number_view_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "lvnumber");
  gtk_widget_class_install_action (widget_class, "number.explain", NULL, explain_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "number.explain", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "number.explain", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "number.explain", NULL);
}

static void
lv_number_view_init (LvNumberView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * lv_number_view_new:
 * @child: what shows the number
 * @role: what it is to a screen reader: a cell of a table, a button
 *
 * Returns: (transfer floating): a view that cannot be asked yet
 */
GtkWidget *
lv_number_view_new (GtkWidget *child, GtkAccessibleRole role)
{
  LvNumberView *self = g_object_new (LV_TYPE_NUMBER_VIEW, "accessible-role", role, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/** Says which number it is; %NULL for @node where there is none. */
void
lv_number_view_set (LvNumberView *self, LvSession *session, const LvNode *node, gsize cell)
{
  g_return_if_fail (LV_IS_NUMBER_VIEW (self));
  g_set_object (&self->session, session);
  self->node = node;
  self->cell = cell;
  gtk_widget_set_focusable (GTK_WIDGET (self), node != NULL);
  lv_card_set_tooltip (GTK_WIDGET (self), node != NULL ? _ ("Show how it is computed") : NULL);
}

/** Returns: (transfer none): what shows the number */
GtkWidget *
lv_number_view_child (LvNumberView *self)
{
  g_return_val_if_fail (LV_IS_NUMBER_VIEW (self), NULL);
  return self->child;
}

/* --- In a grid */

static gboolean
can_go (GtkWidget *widget)
{
  return LV_IS_NUMBER_VIEW (widget) && LV_NUMBER_VIEW (widget)->node != NULL
         && gtk_widget_get_visible (widget);
}

static void
go_to (GtkWidget *from, GtkWidget *to)
{
  gtk_widget_set_focusable (to, TRUE);
  if (gtk_widget_grab_focus (to))
    gtk_widget_set_focusable (from, FALSE);
}

/* The next number in a direction, past headings and gaps. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, GtkGrid *grid)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int right = key == GDK_KEY_Right ? 1 : key == GDK_KEY_Left ? -1 : 0;
  int down = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
  int column;
  int row;

  if ((right == 0 && down == 0) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0
      || focus == NULL || gtk_widget_get_parent (focus) != GTK_WIDGET (grid))
    return FALSE;
  gtk_grid_query_child (grid, focus, &column, &row, NULL, NULL);
  /* Gaps are single cells and headings single lines; two of each in a row are an end. */
  for (int step = 1; step <= 3; step++)
    {
      GtkWidget *to = gtk_grid_get_child_at (grid, column + step * right, row + step * down);

      if (to == NULL || !can_go (to))
        continue;
      go_to (focus, to);
      return TRUE;
    }
  return TRUE;
}

/** Makes the numbers of @grid one stop of Tab, with arrow keys between them. Call it when all are set. */
void
lv_number_view_join (GtkGrid *grid)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gboolean found = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (LV_IS_NUMBER_VIEW (child))
      {
        gtk_widget_set_focusable (child, !found && can_go (child));
        found = found || can_go (child);
      }
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), grid);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (grid), keys);
}
