/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a word that is wider than its line may be parted. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *lv_syllable_next (const char *word, const char *from, const char *end);

G_END_DECLS
