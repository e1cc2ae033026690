/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lv-figure.h"
#include "lv-pack.h"

G_BEGIN_DECLS

void lv_chart_set_words (LvFigure *figure, const LvPack *pack);

G_END_DECLS
