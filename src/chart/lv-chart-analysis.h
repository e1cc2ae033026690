/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of what the analyses say: a bridge as a waterfall, a tornado as one.  Their words come
 * from the pack, as those of its own charts do. */

#pragma once

#include "lv-bridge.h"
#include "lv-figure.h"
#include "lv-tornado.h"

G_BEGIN_DECLS

LvFigure *lv_chart_bridge_figure (const LvBridge *bridge, const LvSide *from, const LvSide *to)
  G_GNUC_WARN_UNUSED_RESULT;
LvFigure *lv_chart_tornado_figure (const LvTornado *tornado, const LvState *state)
  G_GNUC_WARN_UNUSED_RESULT;
char *lv_chart_tornado_title (const LvTornado *tornado, const LvState *state)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
