/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CARD_FOLD (lv_card_fold_get_type ())

/**
 * LvCardFold:
 *
 * A heading that unfolds what is under it. GtkExpander has one height whatever its width and lets headings
 * that wrap overlap; this one grows with them.
 */
G_DECLARE_FINAL_TYPE (LvCardFold, lv_card_fold, LV, CARD_FOLD, GtkWidget)

LvCardFold *lv_card_fold_new (GtkWidget *heading);
void lv_card_fold_set_child (LvCardFold *self, GtkWidget *child);
void lv_card_fold_set_name (LvCardFold *self, const char *name);
void lv_card_fold_set_expanded (LvCardFold *self, gboolean expanded);
gboolean lv_card_fold_get_expanded (LvCardFold *self);

G_END_DECLS
