/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean lv_focus_children (GtkWidget *widget, GtkDirectionType direction);
gboolean lv_focus_grab_child (GtkWidget *widget);

G_END_DECLS
