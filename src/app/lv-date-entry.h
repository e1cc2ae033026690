/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_DATE_ENTRY (lv_date_entry_get_type ())

/**
 * LvDateEntry:
 *
 * A date that is typed as people write it, "1.3.2026" or "2026-03", stepped with Up and Down, or chosen
 * from a month. What can't be read stays as it was typed, with the reason under it. The signal "changed"
 * follows every keystroke.
 */
G_DECLARE_FINAL_TYPE (LvDateEntry, lv_date_entry, LV, DATE_ENTRY, GtkWidget)

GtkWidget *lv_date_entry_new (const char *name);
void lv_date_entry_set_date (LvDateEntry *self, const char *date);
void lv_date_entry_set_today (LvDateEntry *self, const char *today);
char *lv_date_entry_dup_date (LvDateEntry *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_date_entry_is_good (LvDateEntry *self);
GtkWidget *lv_date_entry_get_entry (LvDateEntry *self);

G_END_DECLS
