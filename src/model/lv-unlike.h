/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-model.h"

G_BEGIN_DECLS

char *lv_unlike_text (const LvModel *model, const GPtrArray *nodes, gboolean apart)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
