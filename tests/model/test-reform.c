/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter on the employment reform of the pack that ships. What it protects: the printed sums; the refund
 * that falls with the weeks since the start of public support; a saving and what it costs in longer spells,
 * each in its purse; and that nothing of it ever reaches the forecast. */
#include "lv-check.h"
#include "lv-test.h"

#include <math.h>

static LvModel *model;

static void
test_printed (void)
{
  static const char *const rows[][2] = {
    { "reform.national.trykt@2026..2030", "960;1870;2230;2420;2730" },
    { "reform.national.sum@2026..2030", "960;1870;2240;2420;2730" },
    { "reform.aarhus@2026..2030", "48;103;124;130;136" },
    { "reform.sum@2026..2030", "-48;-103;-123;-130;-136" },
    { "reform.landsforskel@indsats/2026..2030", "1.28;13.52;14.3;14.26;15.84" },
    { "reform.landsforskel@drift/2026..2030", "0.94;1.28;1.58;1.44;1.3" },
    { "trappe.snit.forloeb@*", "80;46.15384615;38.07692308;29.03846154" },
    { "pligt.uden.andel", "44.23076923" },
    { "pligt.loen.andel", "19.05882353" },
    { "reform.andel.beregnet", "6.181818182" },
    { "forsoergelse.forhold", "13.33333333" },
  };
  g_autoptr (LvState) state = lv_state_new (model);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    lv_test_expect (state, rows[i][0], rows[i][1]);
  g_assert_cmpint (lv_checks_hold (state), ==, TRUE);
}

/* Weeks count from the start of public support: the same 26 weeks cost more and more. */
static void
test_ladder (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_set (state, "trappe.ydelse", "3000");
  lv_test_expect (state, "trappe.snit", "46.15384615");
  /* 4 weeks at 20 % and 22 at 60 %; 26 at 70 %; 26 at 80 % */
  lv_test_expect (state, "trappe.mere26.uger@*", "14;18.2;20.8");
  lv_test_expect (state, "trappe.mere26@*", "42000;54600;62400");
  lv_test_expect (state, "trappe.mere1.uger@*", "20;70;80");
  lv_test_set (state, "trappe.start", "26");
  lv_test_expect (state, "trappe.snit", "30");
  lv_test_expect (state, "trappe.netto", "54600");
  lv_test_expect (state, "trappe.stat", "23400");
}

static void
test_line (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "reform.ikke-udmoentet.ialt@2026..2030", "48;103;123;130;136");
  lv_test_set (state, "reform.linje@dagpenge/indsats/2030", "30");
  lv_test_expect (state, "reform.ikke-udmoentet@indsats/2030", "36");
  lv_test_expect (state, "reform.ikke-udmoentet.ialt@2030", "106");
  lv_test_expect (state, "merforbrug@2025..2029", "98;220;309;410;531");
  lv_test_expect (state, "reform.kasse.msb@2030", "-30");
  /* 0,1 week per million on 4.000 spells of 4.700 kr. a week, from week 30: 3 weeks, 30 % refunded */
  lv_test_set (state, "reform.uger@dagpenge/indsats", "0.1");
  lv_test_set (state, "reform.forloeb@dagpenge", "4000");
  lv_test_set (state, "reform.startuge@dagpenge", "30");
  lv_test_set (state, "reform.ydelse@dagpenge", "4700");
  lv_test_expect (state, "reform.forlaengelse@dagpenge/2030", "3");
  lv_test_expect (state, "reform.mere.brutto@dagpenge/2030", "56.4");
  lv_test_expect (state, "reform.kasse.kommunekasse@2030", "39.48");
  lv_test_expect (state, "reform.kasse.stat@2030", "16.92");
  lv_test_expect (state, "reform.kasse.kommunen@2030", "9.48");
  /* 30 mio. kr. / (4.000 x 4.700 x 0,7) */
  lv_test_expect (state, "balance.uger@dagpenge", "2.279635258");
}

/* Permanent support is not moved by effort, whatever somebody assumes. */
static void
test_permanent (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_set (state, "reform.linje@permanent/indsats/2030", "10");
  lv_test_set (state, "reform.uger@permanent/indsats", "1");
  lv_test_set (state, "reform.forloeb@permanent", "4000");
  lv_test_set (state, "reform.startuge@permanent", "100");
  lv_test_set (state, "reform.ydelse@permanent", "4700");
  lv_test_expect (state, "reform.forlaengelse@permanent/2030", "0");
  lv_test_expect (state, "reform.kasse.kommunekasse@2030", "0");
  lv_test_expect (state, "balance.uger@permanent", "!");
}

static void
test_investment (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_set (state, "invest.ydelse", "3000");
  lv_test_set (state, "invest.beloeb", "1");
  /* 100 x 50 % x 10 weeks x 3.000 kr. */
  lv_test_expect (state, "invest.sparet", "1.5");
  lv_test_expect (state, "invest.resultat", "0.5");
  lv_test_expect (state, "invest.tilbage", "8");
  lv_test_expect (state, "invest.helaarspersoner", "9.615384615");
  lv_test_expect (state, "invest.pr-helaarsperson", "124.8062016");
}

/* The share of population follows from what is printed, as an interval that holds a plausible one. */
static void
test_refunds (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  LvNode *low = lv_model_find (model, "sde.befolkning.lav");
  LvNode *high = lv_model_find (model, "sde.befolkning.hoej");
  guint years = 0;

  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (low)); cell++)
    if (lv_node_present (model, low, cell))
      {
        g_assert_cmpfloat (lv_state_number (state, low, cell), <, lv_state_number (state, high, cell));
        g_assert_cmpfloat (lv_state_number (state, low, cell), >, 5.9);
        g_assert_cmpfloat (lv_state_number (state, high, cell), <, 6.3);
        years++;
      }
  g_assert_cmpuint (years, ==, 6);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("data/aarhus-2025");
  g_test_add_func ("/model/reform/printed", test_printed);
  g_test_add_func ("/model/reform/ladder", test_ladder);
  g_test_add_func ("/model/reform/line", test_line);
  g_test_add_func ("/model/reform/permanent", test_permanent);
  g_test_add_func ("/model/reform/investment", test_investment);
  g_test_add_func ("/model/reform/refunds", test_refunds);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
