/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_TARGET_PICKER (lv_target_picker_get_type ())

/**
 * LvTargetPicker:
 *
 * Chooses one number of the pack: which, and of which year. It begins at the gap in the budget year, or at
 * the first key figure where the pack names no gap. The signal "changed" says that another was chosen.
 */
G_DECLARE_FINAL_TYPE (LvTargetPicker, lv_target_picker, LV, TARGET_PICKER, GtkWidget)

GPtrArray *lv_target_numbers (LvSession *session) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *lv_target_picker_new (LvSession *session);
gboolean lv_target_picker_get (LvTargetPicker *self, const LvNode **node, gsize *cell);
void lv_target_picker_set (LvTargetPicker *self, const LvNode *node, gsize cell);

G_END_DECLS
