/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

G_BEGIN_DECLS

char *lv_card_missing_cells (LvSession *session, const LvNode *node, gboolean *any)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_card_missing_rows (const LvPack *pack, const LvTable *table, gboolean *any)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_card_missing_own (LvSession *session, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
