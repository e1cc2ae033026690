/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-pack.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *lv_card_table_words_cell (const LvPack *pack, const LvColumn *column, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *lv_card_table_words_new (const LvPack *pack, const LvTable *table);
char *lv_card_table_words_to_text (const LvPack *pack, const LvTable *table, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
