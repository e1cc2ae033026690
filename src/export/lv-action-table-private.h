/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action-table.h"

#include "lv-action.h"

G_BEGIN_DECLS

GPtrArray *lv_action_table_rows (const LvSheet *sheet, const LvState *state) G_GNUC_WARN_UNUSED_RESULT;
const char *lv_action_word (const LvPack *pack, const char *name);
char *lv_action_name (const LvAction *action) G_GNUC_WARN_UNUSED_RESULT;
char *lv_action_capital (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *lv_action_mark (const LvPack *pack, const LvAction *action, const GDate *today)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_action_or_not_stated (const LvPack *pack, LvGridRow *row, const char *text);

G_END_DECLS
