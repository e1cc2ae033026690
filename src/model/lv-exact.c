/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-exact.h"

#include <math.h>

/* Bits of a double's fraction. */
#define BITS 53

/**
 * lv_exact_grid:
 * @values: those that shall be subtracted from each other; NaN are skipped
 *
 * The power of two that values are rounded to: the finest on which @n + 1 differences between them can be
 * added in any order without rounding. With 250 values 43 bits are left of the largest, 13 digits.
 *
 * Returns: the grid; 0 when no value needs any
 */
double
lv_exact_grid (const double *values, guint n)
{
  double largest = 0;
  int exponent;
  int spare;

  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      largest = MAX (largest, fabs (values[i]));
  if (largest == 0)
    return 0;
  frexp (largest, &exponent);
  frexp ((double) n + 1, &spare);
  return ldexp (1, MAX (exponent + spare + 2 - BITS, -1022));
}

/** Returns: @value to the nearest multiple of @grid; NaN stays NaN */
double
lv_exact_snap (double value, double grid)
{
  return grid > 0 ? rint (value / grid) * grid : value;
}
