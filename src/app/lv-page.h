/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_PAGE (lv_page_get_type ())

/**
 * LvPage:
 *
 * A tab: the cards that a [page] of the pack names, in columns, scrolled. Built when first shown.
 */
G_DECLARE_FINAL_TYPE (LvPage, lv_page, LV, PAGE, GtkWidget)

LvPage *lv_page_new (LvSession *session, const LvItem *item) G_GNUC_WARN_UNUSED_RESULT;
void lv_page_show_card (LvPage *self, const char *id);
void lv_page_show_part (LvPage *self, const char *name);
gboolean lv_page_names_card (const LvItem *item, const char *card);
gboolean lv_page_has_cards (LvSession *session, const LvItem *item);

G_END_DECLS
