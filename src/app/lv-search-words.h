/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lv_search_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char **lv_search_words (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_search_matches (const char *const *words, const char *folded);

G_END_DECLS
