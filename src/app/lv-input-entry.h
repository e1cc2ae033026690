/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-input-bounds.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_INPUT_ENTRY (lv_input_entry_get_type ())

/**
 * LvInputEntry:
 *
 * An entry for one cell of an input: a Danish number, or a month. Enter and leaving it commit, Escape
 * brings back what stands in the session, Up and Down step. What cannot be read stays as it was typed,
 * with the property #LvInputEntry:error saying what was expected; the session is not touched then.
 */
G_DECLARE_FINAL_TYPE (LvInputEntry, lv_input_entry, LV, INPUT_ENTRY, GtkWidget)

LvInputEntry *lv_input_entry_new (LvSession *session, const LvNode *node, gsize cell,
                                  const char *name);
void lv_input_entry_set_steps (LvInputEntry *self, gboolean steps);
gboolean lv_input_entry_is_edited (LvInputEntry *self);
gboolean lv_input_entry_commit (LvInputEntry *self);
void lv_input_entry_restore (LvInputEntry *self);
void lv_input_entry_update (LvInputEntry *self);
const char *lv_input_entry_get_error (LvInputEntry *self);
GtkEntry *lv_input_entry_get_entry (LvInputEntry *self);
gsize lv_input_entry_get_cell (LvInputEntry *self);

G_END_DECLS
