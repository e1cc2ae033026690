/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in text, in the form of packs and in the Danish form of users. What it protects: no text
 * is read as another number than a human reader takes it for, every number survives being written,
 * and what is shown is rounded as on paper: halves away from zero, no minus before zero. */
#include "lv-number.h"

#include <math.h>

typedef gboolean (*Parse) (const char *text, double *value);

typedef struct
{
  const char *text;
  double value;
} Row;

static void
check_rows (Parse parse, const Row *rows, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      double value = NAN;

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpint (parse (rows[i].text, &value), ==, TRUE);
      g_assert_cmpfloat (value, ==, rows[i].value);
    }
}

static void
check_rejected (Parse parse, const char *const *texts)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      double value = 4711;

      g_test_message ("“%s”", texts[i]);
      g_assert_cmpint (parse (texts[i], &value), ==, FALSE);
      g_assert_cmpfloat (value, ==, 4711);
    }
}

static void
test_c_accepted (void)
{
  static const Row rows[] = {
    { "0", 0 },
    { "-0", 0 },
    { "7", 7 },
    { "-12", -12 },
    { "13.5", 13.5 },
    { "007", 7 },
    { "0.1", 0.1 },
    { "1e3", 1000 },
    { "1e-6", 1e-6 },
    { "1E+2", 100 },
    { "-2.5e1", -25 },
    { "1e308", 1e308 },
    { "4.9e-324", 5e-324 },
    { "9007199254740993", 9007199254740992 },
  };

  check_rows (lv_number_parse_c, rows, G_N_ELEMENTS (rows));
}

static void
test_c_rejected (void)
{
  static const char *const texts[]
      = { "",      " ",     "1 ",    " 1",    "+1",     "1,5",           ".5",           "5.",
          "1.2.3", "--1",   "1e",    "1e+",   "e5",     "0x10",          "inf",          "nan",
          "-",     "1_000", "1 000", "1e999", "-1e999", "\342\210\2221", "1\302\240000", "1f",
          NULL };

  check_rejected (lv_number_parse_c, texts);
}

static void
test_c_too_long (void)
{
  g_autofree char *digits = g_strnfill (100000, '1');
  double value = 4711;

  g_assert_cmpint (lv_number_parse_c (digits, &value), ==, FALSE);
  digits[300] = '\0';
  g_assert_cmpint (lv_number_parse_c (digits, &value), ==, TRUE);
}

static void
test_da_accepted (void)
{
  static const Row rows[] = {
    { "0", 0 },
    { "13,5", 13.5 },
    { "-3", -3 },
    { "+3", 3 },
    { "\342\210\2223,25", -3.25 },
    { "1.234", 1234 },
    { "1.234,5", 1234.5 },
    { "1 234,5", 1234.5 },
    { "1\302\240234\302\240567", 1234567 },
    { "1\342\200\257234,5", 1234.5 },
    { "  98 ", 98 },
    { "1234567", 1234567 },
    { "0,05", 0.05 },
    { "12.345.678", 12345678 },
  };

  check_rows (lv_number_parse_da, rows, G_N_ELEMENTS (rows));
}

static void
test_da_rejected (void)
{
  static const char *const texts[]
      = { "",    "-",     "13.5",         "1.23",    "1.2345", "1234.567", "1,",
          ",5",  "1,2,3", "1,5.0",        "1.234.5", "- 3",    "1e3",      "1..234",
          "abc", "12 kr", "1.234,5 mio.", "--2",     "1.",     "1 23",     NULL };

  check_rejected (lv_number_parse_da, texts);
}

static void
test_c_form (void)
{
  static const struct
  {
    double value;
    const char *text;
  } rows[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 13.5, "13.5" },
    { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1.0 / 3, "0.3333333333333333" },
    { 531, "531" },
    { -2494, "-2494" },
    { 1e21, "1e+21" },
    { 123456789012345680.0, "1.2345678901234568e+17" },
    { 100000, "100000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char buffer[LV_NUMBER_BUFFER];

      g_assert_cmpstr (lv_number_format_c (rows[i].value, buffer), ==, rows[i].text);
    }
}

/* Written and read again it is the same number, for numbers of every size. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (guint i = 0; i < 200000; i++)
    {
      char buffer[LV_NUMBER_BUFFER];
      double back = NAN;
      double value
          = ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -1000, 1000));

      g_assert_cmpint (lv_number_parse_c (lv_number_format_c (value, buffer), &back), ==, TRUE);
      g_assert_cmpfloat (back, ==, value);
    }
}

static void
test_da_form (void)
{
  static const struct
  {
    double value;
    int decimals;
    const char *text;
  } rows[] = {
    { 0, 0, "0" },
    { -0.0, 1, "0,0" },
    { 1234.5, 1, "1.234,5" },
    { 1234567, 0, "1.234.567" },
    { 999, 0, "999" },
    { 1000, 0, "1.000" },
    { -1000, 0, "-1.000" },
    { 0.5, 0, "1" },
    { -0.5, 0, "-1" },
    { 1.5, 0, "2" },
    { 2.5, 0, "3" },
    { -2.5, 0, "-3" },
    { 2.675, 2, "2,68" },
    { 1.005, 2, "1,01" },
    { -0.4, 0, "0" },
    { -0.04, 1, "0,0" },
    { 999999.5, 0, "1.000.000" },
    { 13.5, -1, "13,5" },
    { 98, -1, "98" },
    { 0.1 + 0.2, -1, "0,3" },
    { 1.0 / 3, -1, "0,333333333" },
    { 20.67, 1, "20,7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = lv_number_format_da (rows[i].value, rows[i].decimals);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* The largest number still has room for its decimals. */
static void
test_da_huge (void)
{
  g_autofree char *text = lv_number_format_da (1.7e308, 9);

  g_assert_cmpuint (strlen (text), ==, 309 + 102 + 1 + 9);
}

static void
test_round (void)
{
  g_assert_cmpfloat (lv_number_round (2.5), ==, 3);
  g_assert_cmpfloat (lv_number_round (-2.5), ==, -3);
  g_assert_cmpfloat (lv_number_round (0.49), ==, 0);
  g_assert_cmpfloat (lv_number_round (1.15 * 10), ==, 12); /* 11.499999999999998 in binary */
  g_assert_cmpfloat (lv_number_round (1e300), ==, 1e300);
  g_assert_cmpint (isnan (lv_number_round (NAN)), !=, 0);
}

static void
test_equal (void)
{
  g_assert_cmpint (lv_number_equal (0.1 + 0.2, 0.3), ==, TRUE);
  g_assert_cmpint (lv_number_equal (0, 0), ==, TRUE);
  g_assert_cmpint (lv_number_equal (0, -0.0), ==, TRUE);
  g_assert_cmpint (lv_number_equal (1e300, 1e300 * (1 + 1e-15)), ==, TRUE);
  g_assert_cmpint (lv_number_equal (1, 1 + 1e-13), ==, FALSE);
  g_assert_cmpint (lv_number_equal (0, 1e-300), ==, FALSE);
  g_assert_cmpint (lv_number_equal (1, -1), ==, FALSE);
  g_assert_cmpint (lv_number_equal (NAN, NAN), ==, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/number/c/accepted", test_c_accepted);
  g_test_add_func ("/core/number/c/rejected", test_c_rejected);
  g_test_add_func ("/core/number/c/too-long", test_c_too_long);
  g_test_add_func ("/core/number/c/form", test_c_form);
  g_test_add_func ("/core/number/da/accepted", test_da_accepted);
  g_test_add_func ("/core/number/da/rejected", test_da_rejected);
  g_test_add_func ("/core/number/da/form", test_da_form);
  g_test_add_func ("/core/number/da/huge", test_da_huge);
  g_test_add_func ("/core/number/round-trip", test_round_trip);
  g_test_add_func ("/core/number/round", test_round);
  g_test_add_func ("/core/number/equal", test_equal);
  return g_test_run ();
}
