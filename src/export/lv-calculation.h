/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-passport.h"
#include "lv-side.h"
#include "lv-workbook.h"

G_BEGIN_DECLS

gboolean lv_calculation_write (LvWorkbook *book, const LvItem *attachment, const LvSide *side,
                               const LvState *base, const LvPassport *passport, const char *footer,
                               const GDate *today);

G_END_DECLS
