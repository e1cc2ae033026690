/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_NUMBER_VIEW (lv_number_view_get_type ())

/**
 * LvNumberView:
 *
 * A number that can be asked how it was computed: by a click, or with the keyboard's focus by Enter. What
 * it looks like is its child's; in a grid (lv_number_view_join()) one number at a time is on the way of
 * Tab, and the arrow keys go from number to number.
 */
G_DECLARE_FINAL_TYPE (LvNumberView, lv_number_view, LV, NUMBER_VIEW, GtkWidget)

GtkWidget *lv_number_view_new (GtkWidget *child, GtkAccessibleRole role);
void lv_number_view_set (LvNumberView *self, LvSession *session, const LvNode *node, gsize cell);
GtkWidget *lv_number_view_child (LvNumberView *self);
void lv_number_view_join (GtkGrid *grid);

G_END_DECLS
