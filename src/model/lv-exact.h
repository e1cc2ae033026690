/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sums without rounding. Values that are multiples of one power of two, with bits to spare, can be
 * added and subtracted in any order and always give the same number: the parts of a bridge are made of
 * such values, so that they sum to the difference to the last bit, whoever adds them up and how. */

double lv_exact_grid (const double *values, guint n);
double lv_exact_snap (double value, double grid);

G_END_DECLS
