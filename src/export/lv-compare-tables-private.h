/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-compare-tables.h"

G_BEGIN_DECLS

LvGrid *lv_compare_sentence_table (const LvPack *pack, const char *title, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* lv-compare-input-table.c */
LvGrid *lv_compare_inputs_table (const LvSheet *sheet, const LvSides *sides) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
