/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-passport.h"

G_BEGIN_DECLS

/**
 * LvBeside:
 * @sides: (owned) (element-type LvSide): what stands beside each other, the grundprognose first
 * @own: (transfer none): the one that was exported
 * @hit: the table or figure
 * @what: (owned): how passports name it
 *
 * A comparison that has a passport.
 */
typedef struct
{
  GPtrArray *sides;
  const LvSide *own;
  LvPassportHit hit;
  char *what;
} LvBeside;

gboolean lv_beside_find (const LvSide *sides, guint n, const char *id, LvBeside *found);
void lv_beside_clear (LvBeside *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LvBeside, lv_beside_clear)

G_END_DECLS
