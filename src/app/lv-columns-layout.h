/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_COLUMNS_LAYOUT (lv_columns_layout_get_type ())

/**
 * LvColumnsLayout:
 *
 * Places the cards of a page in as many equal columns as fit, each card under the shortest column; wide
 * cards take the whole width. Reading order stays the order of the children.
 */
G_DECLARE_FINAL_TYPE (LvColumnsLayout, lv_columns_layout, LV, COLUMNS_LAYOUT, GtkLayoutManager)

G_END_DECLS
