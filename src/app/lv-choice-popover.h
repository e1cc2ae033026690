/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CHOICE_POPOVER (lv_choice_popover_get_type ())

/**
 * LvChoicePopover:
 *
 * One of many texts, found by typing a part of it: what is typed narrows the list, the arrow keys go through it,
 * Enter or a click takes one. The signal "chosen" tells its place among all texts.
 */
G_DECLARE_FINAL_TYPE (LvChoicePopover, lv_choice_popover, LV, CHOICE_POPOVER, GtkPopover)

GtkWidget *lv_choice_popover_new (const char *name, GListModel *texts);
void lv_choice_popover_show (LvChoicePopover *self, GtkWidget *button, guint chosen);

G_END_DECLS
