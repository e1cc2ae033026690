/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

const char *lv_text_word (const LvPack *pack, const char *name, const char *otherwise);
const char *lv_text_status (const LvPack *pack, LvStatus status);
char *lv_text_number (const LvNode *node, double number) G_GNUC_WARN_UNUSED_RESULT;
char *lv_text_amount (const LvPack *pack, const LvNode *node, LvValue value)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_text_precise (const LvPack *pack, const LvNode *node, LvValue value)
    G_GNUC_WARN_UNUSED_RESULT;
double lv_text_as_shown (const LvNode *node, double number);
char *lv_text_signed (const LvNode *node, double number) G_GNUC_WARN_UNUSED_RESULT;
char *lv_text_cell_title (const LvNode *node, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
char *lv_text_input (const LvPack *pack, const LvNode *input, LvValue value)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_text_fill (const char *pattern, const char *const *args, guint n_args)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_text_is_zero (const LvNode *node, double number);
char *lv_text_in_unit (const LvUnit *unit, double number) G_GNUC_WARN_UNUSED_RESULT;
char *lv_text_attributes (const LvPack *pack, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
