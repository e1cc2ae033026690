/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-compare.h"
#include "lv-figure.h"
#include "lv-grid.h"

G_BEGIN_DECLS

/**
 * LvSides:
 * @side: what is beside each other; the others are held against the first
 * @states: (owned): states of scenarios that were made for this
 *
 * Two to six scenarios that an attachment compares; fewer where there are no more.
 */
typedef struct _LvSides
{
  LvSide side[LV_MAX_SIDES];
  guint n;
  GPtrArray *states;
} LvSides;

LvSides *lv_sides_new (const LvSide *own, const LvState *base, const GPtrArray *chosen) G_GNUC_WARN_UNUSED_RESULT;
void lv_sides_free (LvSides *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvSides, lv_sides_free)

char *lv_compare_published_text (const LvCompare *compare, const LvCompareInput *input, guint side) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_compare_tables (const LvSheet *sheet, const LvSides *sides) G_GNUC_WARN_UNUSED_RESULT;
LvFigure *lv_compare_figure (const LvSheet *sheet, const LvSides *sides) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
