/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-bilag.h"
#include "lv-export.h"

G_BEGIN_DECLS

void lv_bilag_write (const LvBilag *bilag, LvWorkbook *book, const LvWorkbookInfo *info, const LvPaper *paper);

G_END_DECLS
