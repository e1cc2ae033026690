/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the value axis: nice steps, bounded count, exact ticks, sane degenerate ranges. */

#include <math.h>

#include "lv-ticks.h"

static const struct {
  double low;
  double high;
  int max;
  LvTicksBase base;
  double first;
  double last;
  double step;
  int decimals;
} cases[] = {
  /* the report's own ranges */
  { 98, 531, 8, LV_TICKS_ZERO, 0, 600, 100, 0 },
  { 2494, 3053, 8, LV_TICKS_ZERO, 0, 3500, 500, 0 },
  { 1.1, 3.9, 8, LV_TICKS_ZERO, 0, 4, 1, 0 },
  { 99, 154, 8, LV_TICKS_FREE, 90, 160, 10, 0 },
  { 0, 17.4, 8, LV_TICKS_ZERO, 0, 17.5, 2.5, 1 },
  /* degenerate: all zero, one value, negative only, both signs */
  { 0, 0, 6, LV_TICKS_ZERO, 0, 1, 0.2, 1 },
  { 412, 412, 6, LV_TICKS_ZERO, 0, 500, 100, 0 },
  { 412, 412, 8, LV_TICKS_FREE, 360, 460, 20, 0 },
  { -40, -5, 6, LV_TICKS_ZERO, -40, 0, 10, 0 },
  { -46, 40, 6, LV_TICKS_ZERO, -60, 40, 20, 0 },
  /* reversed */
  { 531, 0, 8, LV_TICKS_ZERO, 0, 600, 100, 0 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LvTicks ticks;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      lv_ticks_init (&ticks, cases[i].low, cases[i].high, cases[i].max, cases[i].base);
      g_assert_cmpfloat_with_epsilon (lv_ticks_low (&ticks), cases[i].first, 1e-12);
      g_assert_cmpfloat_with_epsilon (lv_ticks_high (&ticks), cases[i].last, 1e-12);
      g_assert_cmpfloat_with_epsilon (lv_ticks_step (&ticks), cases[i].step, 1e-12);
      g_assert_cmpint (ticks.decimals, ==, cases[i].decimals);
    }
}

/* Adding 0.1 three times gives 0.30000000000000004; a tick must be 0.3. */
static void
test_exact (void)
{
  LvTicks ticks;

  lv_ticks_init (&ticks, 0.0, 0.9, 10, LV_TICKS_ZERO);
  g_assert_cmpint (ticks.n_ticks, ==, 10);
  for (int i = 0; i < ticks.n_ticks; i++)
    g_assert_cmpfloat (lv_ticks_value (&ticks, i), ==, i / 10.0);
}

static void
check_any (double low, double high, int max, LvTicksBase base)
{
  LvTicks ticks;
  double span;

  lv_ticks_init (&ticks, low, high, max, base);
  span = lv_ticks_high (&ticks) - lv_ticks_low (&ticks);
  g_assert_cmpint (ticks.n_ticks, >=, 2);
  g_assert_cmpint (ticks.n_ticks, <=, LV_TICKS_MAX);
  g_assert_true (isfinite (span));
  g_assert_cmpfloat (span, >, 0.0);
  g_assert_cmpfloat (lv_ticks_low (&ticks), <=, MIN (low, high) + span * 1e-6);
  g_assert_cmpfloat (lv_ticks_high (&ticks), >=, MAX (low, high) - span * 1e-6);
  for (int i = 1; i < ticks.n_ticks; i++)
    g_assert_cmpfloat (lv_ticks_value (&ticks, i), >, lv_ticks_value (&ticks, i - 1));
  if (base != LV_TICKS_ZERO)
    return;
  g_assert_cmpfloat (lv_ticks_low (&ticks), <=, 0.0);
  g_assert_cmpfloat (lv_ticks_high (&ticks), >=, 0.0);
}

static void
test_random (void)
{
  for (int i = 0; i < 20000; i++)
    {
      double scale = pow (10.0, g_test_rand_int_range (-12, 13));
      double low = g_test_rand_double_range (-1.0, 1.0) * scale;
      double high = g_test_rand_double_range (-1.0, 1.0) * scale;

      check_any (low, high, g_test_rand_int_range (1, 15),
                 g_test_rand_bit () ? LV_TICKS_ZERO : LV_TICKS_FREE);
    }
}

/* Ends of the range of doubles, and two numbers next to each other. */
static void
test_extreme (void)
{
  const double values[] = { 0.0, 1e-279, -1e-279, 1e-9, 1.0, 1e15, -1e15, 1e299, -1e299 };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (values); k++)
      {
        check_any (values[i], values[k], 8, LV_TICKS_ZERO);
        check_any (values[i], values[k], 8, LV_TICKS_FREE);
      }
  check_any (1e9, nextafter (1e9, 2e9), 8, LV_TICKS_FREE);
}

static void
test_not_finite (void)
{
  LvTicks ticks;

  lv_ticks_init (&ticks, NAN, NAN, 6, LV_TICKS_FREE);
  g_assert_cmpfloat (lv_ticks_low (&ticks), ==, 0.0);
  lv_ticks_init (&ticks, -INFINITY, INFINITY, 6, LV_TICKS_FREE);
  g_assert_true (isfinite (lv_ticks_high (&ticks)));
}

/* A rounding difference of 1 under columns of 531 gets room below zero but no tick of its own. */
static void
test_sliver (void)
{
  LvTicks ticks;

  lv_ticks_init (&ticks, -1, 531, 8, LV_TICKS_ZERO);
  g_assert_cmpfloat (lv_ticks_value (&ticks, 0), ==, 0);
  g_assert_cmpfloat (lv_ticks_low (&ticks), <, -1);
  g_assert_cmpfloat (lv_ticks_low (&ticks), >, -lv_ticks_step (&ticks) / 2);
  lv_ticks_init (&ticks, -60, 531, 8, LV_TICKS_ZERO);
  g_assert_cmpfloat (lv_ticks_value (&ticks, 0), <=, -60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/cases", test_cases);
  g_test_add_func ("/ticks/exact", test_exact);
  g_test_add_func ("/ticks/random", test_random);
  g_test_add_func ("/ticks/extreme", test_extreme);
  g_test_add_func ("/ticks/not-finite", test_not_finite);
  g_test_add_func ("/ticks/sliver", test_sliver);
  return g_test_run ();
}
