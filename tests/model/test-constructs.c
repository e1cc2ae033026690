/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The five constructs that chapters are built of, each in a small pack of its own: options that
 * overlap in a pool, the refund ladder, cohorts with relapse, a table with a remainder, appeals
 * with a swapped cell. What it protects: their figures, computed by hand. */
#include "lv-check.h"
#include "lv-test.h"

#include <math.h>

static LvCheckResult
result_of (const LvState *state, const char *id)
{
  for (guint i = 0; i < lv_checks_count (lv_state_model (state)); i++)
    {
      g_autoptr (LvCheckReport) report = lv_check_run (state, i);

      if (g_str_equal (report->item->id, id))
        return report->result;
    }
  g_assert_cmpstr (id, ==, "a check");
  return LV_CHECK_FAILS;
}

/* Two options of 60 reached, half succeeding: 30 and 30 of 132 with effect, 53,2 of them different. */
static void
test_options (void)
{
  g_autoptr (LvModel) model = lv_test_load ("options");
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "udgift", "0;0;0;0;0");
  lv_test_expect (state, "et.boern@2025-12..2026-02", "0;2.5;5");
  lv_test_expect (state, "et.boern@2026-11..2027-01", "27.5;30;30");
  lv_test_measure (state, "et.on", "on");
  lv_test_expect (state, "elever#overlap@2027-06", "0");
  lv_test_expect (state, "udgift", "0;-1.95;-3.6;-3.6;0");
  lv_test_measure (state, "to.on", "on");
  lv_test_expect (state, "elever#parts@2027-06", "0.4545454545");
  lv_test_expect (state, "elever#combined@2027-06", "0.402892562");
  lv_test_expect (state, "elever#overlap@2027-06", "6.818181818");
  lv_test_expect (state, "elever#factor@2027-06", "0.8863636364");
  lv_test_expect (state, "udgift@2027", "-6.381818182");
  lv_test_measure (state, "to.scale", "0");
  lv_test_expect (state, "elever#overlap@2027-06", "0");
  lv_test_expect (state, "udgift@2027", "-3.6");
}

/* Reached in more than the whole pool counts as the whole pool; both options move with their start. */
static void
test_options_limits (void)
{
  g_autoptr (LvModel) model = lv_test_load ("options");
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_measure (state, "et.on", "on");
  lv_test_measure (state, "to.on", "on");
  lv_test_set (state, "pulje", "30");
  lv_test_expect (state, "elever#combined@2027-06", "1");
  lv_test_expect (state, "udgift@2027", "-3.6");
  lv_test_set (state, "pulje", "132");
  lv_test_measure (state, "to.delay", "12");
  lv_test_expect (state, "to.boern@2026-12..2027-02", "0;2.5;5");
  lv_test_expect (state, "elever#overlap@2026-12", "0");
  lv_test_expect (state, "elever#overlap@2028-06", "6.818181818");
}

/* What a pack asks of its measures by name: with and without the pool's factor, and what is lost between
 * them. Two measures of 3,6 that overlap are 6,3818 together; their costs overlap with nothing. */
static void
test_options_by_name (void)
{
  g_autoptr (LvModel) model = lv_test_load ("options");
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "spurgt.et", "0;0;0;0;");
  lv_test_expect (state, "spurgt.uden@2025", "0");
  lv_test_measure (state, "n0.on", "on");
  lv_test_expect (state, "spurgt.uden@2025", "-1");
  lv_test_measure (state, "et.on", "on");
  lv_test_expect (state, "spurgt.et@2027", "-3.6");
  lv_test_expect (state, "egen@2025..2027", "0;6;6");
  lv_test_measure (state, "to.on", "on");
  lv_test_expect (state, "spurgt.et@2027", "-3.190909091");
  lv_test_expect (state, "spurgt.et-alene@2027", "-3.6");
  lv_test_expect (state, "spurgt.overlap@2027-06", "6.818181818");
  lv_test_expect (state, "egen@2027", "6");
  lv_test_set (state, "fuldt", "50");
  lv_test_expect (state, "spurgt.et-alene@2027", "-1.8");
  lv_test_expect (state, "egen@2027", "6");
  lv_test_measure (state, "et.scale", "50");
  lv_test_expect (state, "egen@2027", "3");
}

static void
test_combine (void)
{
  g_autoptr (LvModel) model = lv_test_load ("options");
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_measure (state, "n1.on", "on");
  lv_test_expect (state, "antal@2025", "-1");
  lv_test_measure (state, "n2.on", "on");
  lv_test_expect (state, "antal@2025", "-1.538461538");
  lv_test_measure (state, "n1.on", "off");
  lv_test_measure (state, "n2.on", "off");
  lv_test_measure (state, "d1.on", "on");
  lv_test_measure (state, "d2.on", "on");
  lv_test_expect (state, "antal@2025", "-2");
  lv_test_set (state, "pulje", "120");
  lv_test_expect (state, "antal@2025", "-1.846153846");
  lv_test_measure (state, "d3.on", "on"); /* whom it reaches is not known */
  lv_test_set (state, "pulje", "132");
  lv_test_expect (state, "antal@2025", "-3*");
}

static void
test_ladder (void)
{
  g_autoptr (LvModel) model = lv_test_load ("ladder");
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "snit", "80;46.15384615;38.07692308;29.03846154");
  lv_test_expect (state, "ugens-sats@1..6", "80;80;80;80;40;40");
  lv_test_expect (state, "ugens-sats@25..28", "40;40;30;30");
  lv_test_expect (state, "ugens-sats@52..54", "30;20;20");
  lv_test_expect (state, "mere", "14000;18200;20800");
  g_assert_cmpint (result_of (state, "to-veje"), ==, LV_CHECK_HOLDS);
  lv_test_set (state, "start", "26");
  lv_test_expect (state, "snit", "30;30;25;22.5");
  lv_test_set (state, "start", "2");
  lv_test_expect (state, "snit@v4", "60");
  lv_test_set (state, "start", "200");
  lv_test_expect (state, "snit", "20;20;20;20");
}

static void
test_cohorts (void)
{
  g_autoptr (LvModel) model = lv_test_load ("cohorts");
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  static const char *const rates[]
      = { "rate.ind", "rate.hjem", "rate.ud", "rate.tilbagefald", "aldring@unge..voksne" };

  lv_test_expect (state, "gade@*/2025-01", "19;170;17");
  lv_test_expect (state, "hjem@*/2025-01", "4;4;4");
  lv_test_expect (state, "forsorg@*/2025-01", "40;76;40");
  lv_test_expect (state, "gade.foer@*/2025-02", "18.962;169.698;17.34");
  g_assert_cmpint (result_of (state, "bevaret"), ==, LV_CHECK_HOLDS);
  lv_test_expect (state, "hjem.aendring@unge/2028-12", "0");
  lv_test_set (state, "rate.hjem", "30");
  g_assert_cmpint (result_of (state, "bevaret"), ==, LV_CHECK_HOLDS);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", g_rand_int_range (random, 0, 50));

      lv_test_set (state, rates[i % G_N_ELEMENTS (rates)], value);
      g_assert_cmpint (result_of (state, "bevaret"), ==, LV_CHECK_HOLDS);
    }
}

/* After 48 months there are those of the start and 14 new ones a month. */
static void
test_cohorts_all (void)
{
  g_autoptr (LvModel) model = lv_test_load ("cohorts");
  g_autoptr (LvState) state = lv_state_new (model);
  const LvNode *all = lv_model_find (model, "alle");
  double sum = 0;

  for (gsize age = 0; age < 3; age++)
    sum += lv_state_number (state, all, age * 48 + 47);
  g_assert_cmpfloat_with_epsilon (sum, 360 + 48 * 14, 1e-9);
}

static void
test_table (void)
{
  g_autoptr (LvModel) model = lv_test_load ("table");
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "i-alt", ";45;?;55;");
  lv_test_expect (state, "i-alt.kendt", "0;45;45*;55;0");
  lv_test_expect (state, "rest", ";2;50*;5;");
  lv_test_expect (state, "antal.kendt", "0;6;5;6;0");
  lv_test_expect (state, "andel@boern/stadfaestet", ";66.66666667;?;63.15789474;");
  lv_test_expect (state, "middel@boern", "11;5;1");
  lv_test_expect (state, "plads@voksne/*/2026", "1;2;3");
  lv_test_expect (state, "plads@boern/*/2027", "1;?;2");
  g_assert_cmpint (result_of (state, "sum"), ==, LV_CHECK_MISSING);
  lv_test_set (state, "tabel@boern/hjemvist/2027", "5");
  lv_test_expect (state, "i-alt", ";45;50;55;");
  lv_test_expect (state, "rest", ";2;0;5;");
  g_assert_cmpint (result_of (state, "sum"), ==, LV_CHECK_ROUNDING);
}

static void
test_appeals (void)
{
  g_autoptr (LvModel) model = lv_test_load ("appeals");
  g_autoptr (LvState) state = lv_state_new (model);
  const LvNode *cells = lv_model_find (model, "afgjort");

  lv_test_expect (state, "afgjort@boern/hjemvist", "10;8;6;4;45");
  lv_test_expect (state, "i-alt", "65;52;39;26;199;107;84;88;66;345");
  lv_test_expect (state, "omgjort@boern",
                  "23.07692308;23.07692308;23.07692308;23.07692308;29.64824121");
  lv_test_expect (state, "plads", "1;1;1;1;;2;4;1;3;");
  lv_test_expect (state, "landet", "182;345");
  g_assert_cmpint (lv_state_get (state, cells, 6).status, ==, LV_STATUS_CORRECTED);
  g_assert_cmpint (lv_state_get (state, cells, 5).status, ==, LV_STATUS_PUBLISHED);
  g_assert_cmpint (result_of (state, "trykt"), ==, LV_CHECK_SOURCE_ERROR);
  g_assert_cmpint (result_of (state, "ment"), ==, LV_CHECK_HOLDS);
  g_assert_cmpint (result_of (state, "byer"), ==, LV_CHECK_ROUNDING);
  lv_test_set (state, "afgjort@boern/hjemvist/b", "9");
  g_assert_cmpint (result_of (state, "trykt"), ==, LV_CHECK_SOURCE_ERROR);
  g_assert_cmpint (result_of (state, "ment"), ==, LV_CHECK_FAILS);
  g_assert_cmpint (result_of (state, "byer"), ==, LV_CHECK_FAILS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/constructs/options", test_options);
  g_test_add_func ("/model/constructs/options-limits", test_options_limits);
  g_test_add_func ("/model/constructs/options-by-name", test_options_by_name);
  g_test_add_func ("/model/constructs/combine", test_combine);
  g_test_add_func ("/model/constructs/ladder", test_ladder);
  g_test_add_func ("/model/constructs/cohorts", test_cohorts);
  g_test_add_func ("/model/constructs/cohorts-all", test_cohorts_all);
  g_test_add_func ("/model/constructs/table", test_table);
  g_test_add_func ("/model/constructs/appeals", test_appeals);
  return g_test_run ();
}
