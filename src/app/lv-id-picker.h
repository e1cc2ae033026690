/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_ID_PICKER (lv_id_picker_get_type ())

/**
 * LvIdPicker:
 *
 * A list of things that are named by ids, such as what an action waits for: each with its title and a button
 * that takes it away, and a searchable list to add from. What is in the list but not among the candidates
 * stays, under its id.
 */
G_DECLARE_FINAL_TYPE (LvIdPicker, lv_id_picker, LV, ID_PICKER, GtkWidget)

GtkWidget *lv_id_picker_new (const char *name, const char *prompt);
void lv_id_picker_add_candidate (LvIdPicker *self, const char *id, const char *title);
void lv_id_picker_set_ids (LvIdPicker *self, const char *ids);
char *lv_id_picker_dup_ids (LvIdPicker *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
