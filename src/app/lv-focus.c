/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GTK's own containers do and a plain GtkWidget does not: let the focus travel through their
 * children. Every widget of ours that has children sets these two in its class. */
#include "lv-focus.h"

static gboolean
is_backward (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
}

/**
 * lv_focus_children:
 *
 * GtkWidgetClass.focus: goes on from the child that has the focus to the next that takes it, in the order
 * of the children, which is the reading order.
 *
 * Returns: whether a child took it
 */
gboolean
lv_focus_children (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean backward = is_backward (direction);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = backward ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = backward ? gtk_widget_get_prev_sibling (child)
                                         : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

/** GtkWidgetClass.grab_focus: the first child that takes it. Returns: whether one did */
gboolean
lv_focus_grab_child (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_grab_focus (child))
      return TRUE;
  return FALSE;
}
