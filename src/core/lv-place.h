/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-shape.h"

G_BEGIN_DECLS

/**
 * LvPlace:
 *
 * Which cells of a shape are meant: the text after @ in packs, such as "ta/2025..2029". For each axis
 * a range of members, both ends included. Trailing axes that are not named mean all their members.
 */
typedef struct
{
  guint n;
  guint from[LV_MAX_AXES];
  guint to[LV_MAX_AXES];
} LvPlace;

gboolean lv_place_parse (const char *text, const LvShape *shape, LvPlace *place, char **reason);
void lv_place_all (const LvShape *shape, LvPlace *place);
gboolean lv_place_contains (const LvPlace *place, const LvShape *shape, gsize cell);
gboolean lv_place_overlaps (const LvPlace *a, const LvPlace *b);
gboolean lv_place_is_single (const LvPlace *place, guint position);
gboolean lv_place_next (const LvPlace *place, const LvShape *shape, gssize *cell);

G_END_DECLS
