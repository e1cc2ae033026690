/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-grid.h"
#include "lv-side.h"

G_BEGIN_DECLS

LvGrid *lv_causes_table (const LvSheet *sheet, const LvSide *side, const LvState *base) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
