/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-paper.h"

G_BEGIN_DECLS

char *lv_bilag_page (const LvBilag *bilag, const LvReportInfo *info, const LvPaper *paper, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
