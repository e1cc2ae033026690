/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CARD_WRAP (lv_card_wrap_get_type ())

/**
 * LvCardWrap:
 *
 * Lays children out in one row, each as wide as it must be with the rest shared alike; where they do not
 * fit, in columns of one width and as many rows as that takes. Unlike GtkFlowBox it has no selection, adds
 * no widget around each child and takes no focus.
 */
G_DECLARE_FINAL_TYPE (LvCardWrap, lv_card_wrap, LV, CARD_WRAP, GtkLayoutManager)

GtkWidget *lv_card_wrap_box_new (void);

G_END_DECLS
