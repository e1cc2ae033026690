/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CARD_SCROLL (lv_card_scroll_get_type ())

/**
 * LvCardScroll:
 *
 * Scrolls a table sideways when a card is too narrow for it. A GtkScrolledWindow alone asks its child for a
 * height without telling the width, which cuts off titles that wrap; this asks with the width.
 */
G_DECLARE_FINAL_TYPE (LvCardScroll, lv_card_scroll, LV, CARD_SCROLL, GtkWidget)

GtkWidget *lv_card_scroll_new (GtkWidget *child, const char *name);
void lv_card_scroll_pass_on (GtkWidget *scroller);

G_END_DECLS
