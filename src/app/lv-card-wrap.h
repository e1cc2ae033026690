/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CARD_WRAP (lv_card_wrap_get_type ())

/**
 * LvCardWrap:
 *
 * Lays children out in columns of one width, as many as fit, and goes on in the next row. Unlike
 * GtkFlowBox it has no selection, adds no widget around each child and takes no focus.
 */
G_DECLARE_FINAL_TYPE (LvCardWrap, lv_card_wrap, LV, CARD_WRAP, GtkLayoutManager)

GtkWidget *lv_card_wrap_box_new (void);

G_END_DECLS
