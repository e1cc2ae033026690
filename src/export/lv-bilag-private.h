/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-bilag.h"
#include "lv-compare-tables.h"

G_BEGIN_DECLS

/* lv-bilag-parts.c */
void lv_bilag_add_sheet (LvBilag *self, const LvSheet *sheet, GHashTable *seen);
guint lv_bilag_note (LvBilag *self, const LvItem *note);
LvPart *lv_bilag_add_part (LvBilag *self, LvPartKind kind, LvGrid *grid, const char *title, const char *id);
void lv_bilag_add_source (LvBilag *self, const char *id);
void lv_bilag_add_sources (LvBilag *self, const LvNode *node, GHashTable *seen);

/* lv-bilag-scenario.c */
const LvSides *lv_bilag_sides (LvBilag *self);
void lv_bilag_add_scenario_sheet (LvBilag *self, const LvSheet *sheet, GHashTable *seen);

G_END_DECLS
