/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_LINE_LAYOUT (lv_line_layout_get_type ())

/**
 * LvLineLayout:
 *
 * Children side by side in one line: each as wide as it wishes as far as there is room, and what is left over
 * goes to those that expand. A GtkBox with texts that wrap looks for the lowest height by trying widths, and
 * each text in it by trying widths again; that made up most of the time in which a page of inputs opened.
 */
G_DECLARE_FINAL_TYPE (LvLineLayout, lv_line_layout, LV, LINE_LAYOUT, GtkLayoutManager)

GtkWidget *lv_line_box_new (int spacing);

G_END_DECLS
