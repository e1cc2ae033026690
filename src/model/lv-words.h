/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

char *lv_words_fill (const LvItem *words, const LvState *state, const LvState *base)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_words_fill_text (const char *text, const LvState *state, const LvState *base,
                          const char *difference) G_GNUC_WARN_UNUSED_RESULT;
char *lv_words_pattern (const LvItem *words, const LvState *state, const LvState *base)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_words_wrong (const char *text, const LvState *state, const LvState *base) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_words_value (const char *reference, const LvState *state, const LvState *base,
                         const LvNode **node, LvValue *value);

G_END_DECLS
