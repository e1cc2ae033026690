/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units. What it protects: factors stay exact fractions through any compound, so that a rate per
 * month and one per year meet in the same number, and what is counted is never lost or mixed. */
#include "lv-unit.h"

static LvUnits *
units_new (void)
{
  static const struct
  {
    const char *id, *title, *plural, *dimension, *factor;
    int decimals;
  } rows[] = {
    { "kr", "kr.", NULL, "kr", "1", 0 },
    { "mio-kr", "mio. kr.", NULL, "kr", "1000000", 1 },
    { "pct", "pct.", NULL, "1", "0.01", 1 },
    { "person", "person", "personer", "person", "1", 0 },
    { "aar", "år", NULL, "tid", "1", 0 },
    { "maaned", "måned", "måneder", "tid", "1/12", 0 },
    { "uge", "uge", "uger", "tid", "1/52", 0 },
  };
  LvUnits *units = lv_units_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LvFactor factor;

      g_assert_cmpint (lv_factor_parse (rows[i].factor, &factor), ==, TRUE);
      g_assert_cmpint (lv_units_define (units, rows[i].id, rows[i].title, rows[i].plural,
                                        rows[i].dimension, factor, rows[i].decimals),
                       ==, TRUE);
    }
  return units;
}

static const LvUnit *
unit (LvUnits *units, const char *text)
{
  g_autofree char *culprit = NULL;
  const LvUnit *found = lv_units_lookup (units, text, &culprit);

  g_assert_cmpstr (culprit, ==, NULL);
  g_assert_cmpint (found != NULL, ==, TRUE);
  return found;
}

static void
test_factor (void)
{
  static const struct
  {
    const char *text;
    double num, den;
  } rows[] = {
    { "1", 1, 1 },      { "1000000", 1000000, 1 }, { "0.01", 1, 100 },
    { "1/12", 1, 12 },  { "2/24", 1, 12 },         { "0.5", 1, 2 },
    { "1/52", 1, 52 },  { "1e-3", 1, 1000 },       { "0.025", 1, 40 },
    { "30.4", 152, 5 }, { "1e-9", 1, 1e9 },        { "0.12345678", 6172839, 50000000 },
    { "1.5/3", 1, 2 },
  };
  static const char *const wrong[]
      = { "", "0", "-1", "1/0", "1/-2", "x", "1/2/3", "1,5", "/2", "1/", NULL };
  LvFactor factor;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (lv_factor_parse (rows[i].text, &factor), ==, TRUE);
      g_assert_cmpfloat (factor.num, ==, rows[i].num);
      g_assert_cmpfloat (factor.den, ==, rows[i].den);
    }
  for (gsize i = 0; wrong[i] != NULL; i++)
    g_assert_cmpint (lv_factor_parse (wrong[i], &factor), ==, FALSE);
}

static void
test_compound (void)
{
  g_autoptr (LvUnits) units = units_new ();
  const LvUnit *rate = unit (units, "mio-kr/person/maaned");

  g_assert_cmpstr (rate->title, ==, "mio. kr. pr. person pr. måned");
  g_assert_cmpstr (rate->plural, ==, "mio. kr. pr. person pr. måned");
  g_assert_cmpfloat (rate->factor.num, ==, 12000000);
  g_assert_cmpfloat (rate->factor.den, ==, 1);
  g_assert_cmpint (rate->decimals, ==, 1);
  g_assert_cmpint (unit (units, "mio-kr/person/maaned") == rate, ==, TRUE);
  g_assert_cmpstr (unit (units, "person*maaned")->title, ==, "person x måned");
  g_assert_cmpstr (unit (units, "person*maaned")->plural, ==, "personer x måned");
  g_assert_cmpint (lv_dimension_is_none (&unit (units, "kr/mio-kr")->dimension), ==, TRUE);
  g_assert_cmpfloat (unit (units, "kr/mio-kr")->factor.den, ==, 1000000);
}

/* 12 months are a year and 52 weeks are a year, exactly. */
static void
test_time (void)
{
  g_autoptr (LvUnits) units = units_new ();
  LvFactor month = unit (units, "maaned")->factor;
  LvFactor week = unit (units, "uge")->factor;

  g_assert_cmpint (lv_factor_equal (lv_factor_multiply (month, (LvFactor) { 12, 1 }),
                                    unit (units, "aar")->factor),
                   ==, TRUE);
  g_assert_cmpint (lv_factor_equal (lv_factor_multiply (week, (LvFactor) { 52, 1 }),
                                    unit (units, "aar")->factor),
                   ==, TRUE);
  g_assert_cmpint (lv_factor_equal (lv_factor_divide (month, week), (LvFactor) { 52, 12 }), ==,
                   TRUE);
  g_assert_cmpint (lv_factor_equal (month, week), ==, FALSE);
}

static void
test_unknown (void)
{
  static const struct
  {
    const char *text, *culprit;
  } rows[] = { { "euro", "euro" }, { "kr/hoved", "hoved" }, { "kr//person", "" },
               { "kr/", "" },      { "*kr", "" },           { "kr person", "kr person" } };
  g_autoptr (LvUnits) units = units_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *culprit = NULL;

      g_assert_cmpint (lv_units_lookup (units, rows[i].text, &culprit) == NULL, ==, TRUE);
      g_assert_cmpstr (culprit, ==, rows[i].culprit);
    }
}

static void
check_words (LvUnits *units, const char *text, const char *words)
{
  g_autofree char *found = lv_units_describe (units, &unit (units, text)->dimension);

  g_assert_cmpstr (found, ==, words);
}

static void
test_words (void)
{
  g_autoptr (LvUnits) units = units_new ();

  check_words (units, "mio-kr", "kr");
  check_words (units, "pct", "1");
  check_words (units, "kr/person/uge", "kr/person/tid");
  check_words (units, "person*person/aar", "person*person/tid");
  check_words (units, "pct/aar", "1/tid");
  g_assert_cmpint (lv_units_find_dimension (units, "person"), >=, 0);
  g_assert_cmpint (lv_units_find_dimension (units, "maaned"), ==, -1);
  g_assert_cmpstr (lv_units_get_number (units)->text, ==, "");
}

static void
test_limits (void)
{
  g_autoptr (LvUnits) units = lv_units_new ();
  LvFactor one = { 1, 1 };

  for (guint i = 0; i < LV_MAX_DIMENSIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);

      g_assert_cmpint (lv_units_define (units, id, id, NULL, id, one, 0), ==, TRUE);
    }
  g_assert_cmpint (lv_units_define (units, "more", "more", NULL, "more", one, 0), ==, FALSE);
  g_assert_cmpint (lv_units_define (units, "u0", "again", NULL, "u0", one, 0), ==, FALSE);
  g_assert_cmpint (lv_units_define (units, "plain", "plain", NULL, "1", one, 0), ==, TRUE);
}

/* Beyond what an exponent holds there is no unit, rather than another one. */
static void
test_exponents (void)
{
  g_autoptr (LvUnits) units = units_new ();
  g_autoptr (GString) text = g_string_new ("kr");
  g_autofree char *culprit = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (text, "*kr");
  g_assert_cmpint (lv_units_lookup (units, text->str, &culprit) == NULL, ==, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/unit/factor", test_factor);
  g_test_add_func ("/core/unit/compound", test_compound);
  g_test_add_func ("/core/unit/time", test_time);
  g_test_add_func ("/core/unit/unknown", test_unknown);
  g_test_add_func ("/core/unit/words", test_words);
  g_test_add_func ("/core/unit/limits", test_limits);
  g_test_add_func ("/core/unit/exponents", test_exponents);
  return g_test_run ();
}
