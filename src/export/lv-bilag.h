/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-report.h"
#include "lv-state.h"
#include "lv-workbook.h"

G_BEGIN_DECLS

gboolean lv_bilag_write (LvWorkbook *book, const LvItem *attachment, const LvState *state,
                         const LvState *base, const GDate *today);
gboolean lv_bilag_report (LvReport *report, const LvItem *attachment, const LvState *state,
                          const LvState *base, const GDate *today);

G_END_DECLS
