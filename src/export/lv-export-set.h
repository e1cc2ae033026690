/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export.h"

G_BEGIN_DECLS

gboolean lv_export_set (const LvState *state, const LvState *base, const LvExportOptions *options,
                        GPtrArray *written, GError **error);

G_END_DECLS
