/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-bilag.h"

G_BEGIN_DECLS

/* lv-bilag-parts.c */
void lv_bilag_add_sheet (LvBilag *self, const LvSheet *sheet, GHashTable *seen);
guint lv_bilag_note (LvBilag *self, const LvItem *note);

G_END_DECLS
