/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-plan.h"

G_BEGIN_DECLS

/* What the import's window says of a plan. */

char *lv_import_words_count (guint count) G_GNUC_WARN_UNUSED_RESULT;
char *lv_import_words_summary (LvImportPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *lv_import_words_day (const char *day) G_GNUC_WARN_UNUSED_RESULT;
char *lv_import_words_cell (const LvImportDifference *difference) G_GNUC_WARN_UNUSED_RESULT;
char *lv_import_words_value (const LvPack *pack, const LvImportDifference *difference, gboolean after)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_import_words_place (guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
char *lv_import_words_becomes (const LvImportDifference *difference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
