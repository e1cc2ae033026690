/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action.h"

G_BEGIN_DECLS

char *lv_calendar_text (const LvPack *pack, const GPtrArray *actions, const GDate *today)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_calendar_write (const char *path, const LvPack *pack, const GPtrArray *actions,
                            const GDate *today, GError **error);

G_END_DECLS
