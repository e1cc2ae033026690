/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action.h"
#include "lv-figure.h"

G_BEGIN_DECLS

/* The timeline of a plan as it is now, with what the user's document and the shown scenario say of it; an
 * LvChart only knows the pack's. */

LvFigure *lv_plan_figure_new (const LvPack *pack, const GPtrArray *actions, guint first, guint n,
                              LvActionField group, const char *selected, const GDate *today)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_plan_figure_tell (const LvFigure *figure, int category) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
