/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-axis.h"

G_BEGIN_DECLS

/** Axes of one series, parameter or formula. */
#define LV_MAX_AXES 4
/** Axes of an intermediate result. */
#define LV_MAX_TERM_AXES 6
/** Cells of one series, parameter, formula or intermediate result. */
#define LV_MAX_CELLS 500000

/**
 * LvShape:
 *
 * The axes of something, in order; cells are numbered with the last axis running fastest. No axes
 * means one cell.
 */
typedef struct
{
  guint n;
  const LvAxis *axis[LV_MAX_TERM_AXES];
} LvShape;

gsize lv_shape_cells (const LvShape *self);
int lv_shape_find (const LvShape *self, const LvAxis *axis);
gsize lv_shape_stride (const LvShape *self, guint position);
guint lv_shape_coordinate (const LvShape *self, gsize cell, guint position);
gboolean lv_shape_add (LvShape *self, const LvAxis *axis);
void lv_shape_remove (LvShape *self, const LvAxis *axis);
gboolean lv_shape_equal (const LvShape *a, const LvShape *b);
char *lv_shape_cell_name (const LvShape *self, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
char *lv_shape_cell_title (const LvShape *self, gsize cell) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
