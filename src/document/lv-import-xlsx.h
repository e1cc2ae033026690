/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-data.h"

G_BEGIN_DECLS

LvSheetData *lv_import_xlsx (const char *bytes, gsize length, const char *file, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
