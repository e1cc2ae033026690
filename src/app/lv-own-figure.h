/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

G_BEGIN_DECLS

gboolean lv_own_figure_exists (LvSession *session, const LvNode *node, gsize cell);
char *lv_own_figure_source (LvSession *session, const LvNode *node, gsize cell)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_own_figure_is_wanted (LvSession *session, const LvNode *node, gsize cell);
GArray *lv_own_figure_cells (LvSession *session, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
