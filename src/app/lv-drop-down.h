/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Drop-downs whose lines may be long: the button is no wider than asked for, the list shows them whole. */

void lv_drop_down_set_name (GtkDropDown *drop, const char *name);
void lv_drop_down_shorten (GtkDropDown *drop, int chars);
GtkWidget *lv_drop_down_new (const char *name, int chars);
void lv_drop_down_set_lines (GtkWidget *drop, const char *const *lines);
void lv_drop_down_set_search (GtkWidget *drop);

G_END_DECLS
