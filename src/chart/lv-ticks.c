/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-ticks.h"

#include <math.h>

/* Beyond these a difference of two doubles over- or underflows; no budget comes near. */
#define HUGE_LIMIT 1e300
#define TINY_LIMIT 1e-280

/* The part of a step that is a sliver. */
#define SLIVER 0.1

static const int mantissas[] = { 10, 20, 25, 50 };

/* index * mantissa * 10^exponent.  Dividing by a power of ten is exact to the last bit where
 * multiplying by its rounded reciprocal is not: 3 * 0.1 != 0.3, 3 / 10 == 0.3. */
static double
scaled (gint64 index, int mantissa_x10, int exponent)
{
  double whole = (double) index * mantissa_x10;
  int power = exponent - 1;

  if (power >= 0)
    return whole * pow (10.0, power);
  if (power >= -300)
    return whole / pow (10.0, -power);
  return whole / 1e300 / pow (10.0, -power - 300);
}

static double
tidy (double value)
{
  if (isnan (value) || fabs (value) < TINY_LIMIT)
    return 0.0;
  return CLAMP (value, -HUGE_LIMIT, HUGE_LIMIT);
}

/* A range without width: all zero becomes 0..1; one value becomes zero to the value for bars,
 * and a tenth to each side for lines. */
static void
widen (double *low, double *high, LvTicksBase base)
{
  double value = *low;
  double margin = fabs (value) / 10.0;

  if (fabs (value) < TINY_LIMIT)
    *high = 1.0;
  else if (base == LV_TICKS_FREE)
    {
      *low = value - margin;
      *high = value + margin;
    }
}

/* A range narrower than what a double can part at that height gets some width, else the
 * number of the first tick would not fit an integer. */
static void
guard_precision (double *low, double *high)
{
  double scale = MAX (fabs (*low), fabs (*high));

  if (*high - *low < scale * 1e-9)
    {
      *low -= scale * 1e-9;
      *high += scale * 1e-9;
    }
}

static gboolean
try_step (LvTicks *self, double low, double high, int mantissa_x10, int exponent, int max_ticks,
          LvTicksBase base)
{
  double step = scaled (1, mantissa_x10, exponent);
  /* A value on a tick but for rounding noise must not ask for one more tick. */
  double from = floor (low / step + 1e-9);
  double to = ceil (high / step - 1e-9);

  self->under = 0.0;
  /* A sliver below zero, such as a rounding difference of 1 under columns of 500, gets room but no
   * tick: a whole step for it would press the rest of the chart together. */
  if (base == LV_TICKS_ZERO && from < 0.0 && -low < SLIVER * step)
    {
      from = 0.0;
      self->under = SLIVER * step;
    }
  if (to - from + 1.0 > max_ticks)
    return FALSE;
  if (to - from < 1.0)
    to = from + 1.0;
  self->first = (gint64) from;
  self->n_ticks = (int) (to - from) + 1;
  self->mantissa_x10 = mantissa_x10;
  self->exponent = exponent;
  self->decimals = MAX (0, -exponent + (mantissa_x10 == 25 ? 1 : 0));
  return TRUE;
}

/**
 * lv_ticks_init:
 * @self: (out caller-allocates): the axis
 * @low: the smallest value to show
 * @high: the largest value to show
 * @max_ticks: how many grid lines there is room for; clamped to 2 ... %LV_TICKS_MAX
 * @base: whether zero must be on the axis
 *
 * Finds the finest nice step that gives at most @max_ticks lines around the data.
 */
void
lv_ticks_init (LvTicks *self, double low, double high, int max_ticks, LvTicksBase base)
{
  int exponent;

  low = tidy (low);
  high = tidy (high);
  /* Around zero there can be a line on either side of it: two lines can't hold that. */
  max_ticks = CLAMP (max_ticks, 3, LV_TICKS_MAX);
  if (low > high)
    {
      double swap = low;

      low = high;
      high = swap;
    }
  if (!(high > low))
    widen (&low, &high, base);
  if (base == LV_TICKS_ZERO)
    {
      low = MIN (low, 0.0);
      high = MAX (high, 0.0);
    }
  guard_precision (&low, &high);
  exponent = (int) floor (log10 ((high - low) / max_ticks)) - 1;
  for (;; exponent++)
    for (gsize i = 0; i < G_N_ELEMENTS (mantissas); i++)
      if (try_step (self, low, high, mantissas[i], exponent, max_ticks, base))
        return;
}

/**
 * lv_ticks_value:
 * @self: an axis
 * @i: a tick, from 0
 *
 * Returns: the value of the tick
 */
double
lv_ticks_value (const LvTicks *self, int i)
{
  return scaled (self->first + i, self->mantissa_x10, self->exponent);
}

/**
 * lv_ticks_step:
 * @self: an axis
 *
 * Returns: the distance between two ticks
 */
double
lv_ticks_step (const LvTicks *self)
{
  return scaled (1, self->mantissa_x10, self->exponent);
}

/**
 * lv_ticks_low:
 * @self: an axis
 *
 * Returns: the value at the lower end of the axis, at the lowest tick or a sliver below it
 */
double
lv_ticks_low (const LvTicks *self)
{
  return lv_ticks_value (self, 0) - self->under;
}

/**
 * lv_ticks_high:
 * @self: an axis
 *
 * Returns: the value of the highest tick
 */
double
lv_ticks_high (const LvTicks *self)
{
  return lv_ticks_value (self, self->n_ticks - 1);
}
