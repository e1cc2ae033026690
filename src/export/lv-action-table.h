/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-grid.h"

G_BEGIN_DECLS

LvGrid *lv_action_table (const LvSheet *sheet, const LvState *state, const GDate *today)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_action_tables (const LvSheet *sheet, const LvState *state, const GDate *today)
    G_GNUC_WARN_UNUSED_RESULT;

/* lv-action-status.c */
GPtrArray *lv_action_status_tables (const LvSheet *sheet, const LvState *state, const LvState *base,
                                    const GDate *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
