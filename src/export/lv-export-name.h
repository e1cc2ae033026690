/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export.h"

G_BEGIN_DECLS

/** Characters that a file's name has at most, its ending included. */
#define LV_EXPORT_NAME_MAX 100

char *lv_export_safe_name (const char *text, guint most) G_GNUC_WARN_UNUSED_RESULT;
char *lv_export_paper_name (const LvPack *pack, const LvItem *item, LvProfile profile, const LvPaper *paper,
                            GHashTable *taken) G_GNUC_WARN_UNUSED_RESULT;
char *lv_export_unique_name (const char *stem, const char *ending, GHashTable *taken) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
