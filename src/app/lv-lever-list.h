/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-lever-row.h"
#include "lv-session.h"

G_BEGIN_DECLS

#define LV_TYPE_LEVER_LIST (lv_lever_list_get_type ())

/**
 * LvLeverList:
 *
 * Chooses what a goal seek may turn, out of hundreds, by some words of its title or of its id. What is chosen is
 * always seen. Emits "changed".
 */
G_DECLARE_FINAL_TYPE (LvLeverList, lv_lever_list, LV, LEVER_LIST, GtkWidget)

GtkWidget *lv_lever_list_new (const LvModel *model);
GArray *lv_lever_list_dup_levers (LvLeverList *self, const LvState *state, char **reason)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
