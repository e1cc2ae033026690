/* SPDX-License-Identifier: GPL-3.0-or-later */

/* LvTicks: a nice value axis.  Steps are 1, 2, 2.5 or 5 times a power of ten; every tick is
 * computed from its number, never by adding steps, so 0.1 + 0.1 + 0.1 can't drift. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At most this many grid lines, whatever the height. */
#define LV_TICKS_MAX 10

typedef enum {
  LV_TICKS_FREE,                /* the axis covers the data and no more */
  LV_TICKS_ZERO                 /* the axis covers zero too: bars */
} LvTicksBase;

typedef struct {
  gint64 first;                 /* the first tick is first * step */
  int n_ticks;                  /* 2 ... LV_TICKS_MAX */
  int mantissa_x10;             /* 10, 20, 25 or 50 */
  int exponent;                 /* step = mantissa_x10 / 10 * 10^exponent */
  int decimals;                 /* decimals that show every tick exactly */
  double under;                 /* how far the axis goes below its lowest tick */
} LvTicks;

void lv_ticks_init (LvTicks *self, double low, double high, int max_ticks, LvTicksBase base);
double lv_ticks_value (const LvTicks *self, int i);
double lv_ticks_step (const LvTicks *self);
double lv_ticks_low (const LvTicks *self);
double lv_ticks_high (const LvTicks *self);

G_END_DECLS
