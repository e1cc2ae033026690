/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter on køb af tilbud and STU of the pack that ships. What it protects: nothing moves until somebody
 * says a volume or a price; places that open move citizens from their month on and nowhere else; volumes and
 * prices that are read in carry the level of 2029; and money for building never reaches the forecast. */
#include "lv-check.h"
#include "lv-explain.h"
#include "lv-test.h"

#include <math.h>
#include <string.h>

static LvModel *model;

/* 100 citizens on bought places at 1,5 mio. kr. and 100 on own at 1,1: made-up figures, as somebody would read
 * them in. */
static void
read_in (LvState *state)
{
  static const char *const kinds[] = { "midlertidigt", "laengerevarende", "lignende" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int year = 2024; year <= 2029; year++)
      {
        g_autofree char *own = g_strdup_printf ("koeb.antal@%s/intern/%d", kinds[i], year);
        g_autofree char *bought = g_strdup_printf ("koeb.antal@%s/ekstern/%d", kinds[i], year);
        g_autofree char *own_price = g_strdup_printf ("koeb.pris@%s/intern/%d", kinds[i], year);
        g_autofree char *price = g_strdup_printf ("koeb.pris@%s/ekstern/%d", kinds[i], year);

        lv_test_set (state, own, "100");
        lv_test_set (state, bought, "100");
        lv_test_set (state, own_price, "1100000");
        lv_test_set (state, price, "1500000");
      }
  lv_test_set (state, "koeb.refusion", "10");
}

/* Levers of volumes and prices count 0 and are marked until there is something to count. */
static void
test_missing (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "omraade.merforbrug@koeb/2024..2029", "51;35;142;224;316;421");
  lv_test_set (state, "koeb.antal.vaekst@midlertidigt", "-2");
  lv_test_expect (state, "omraade.modelaendring@koeb/2025..2029", "0*;0*;0*;0*;0*");
  lv_test_expect (state, "omraade.merforbrug@koeb/2029", "421*");
  lv_test_set (state, "koeb.vaekst", "-10");
  lv_test_expect (state, "omraade.merforbrug@koeb/2029", "371*");
}

static void
test_read_in (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvExplanation) tree = NULL;
  gsize cell;
  LvNode *node;

  read_in (state);
  /* 3 x (100 x 1,1 + 100 x 1,5) mio. kr., of which 10 % is refunded */
  lv_test_expect (state, "koeb.brutto.ialt@2029", "780");
  lv_test_expect (state, "koeb.netto@2029", "702");
  lv_test_expect (state, "omraade.merforbrug@koeb/2029", "421");
  lv_test_set (state, "omraade.udgift@koeb/2029", "1000");
  lv_test_expect (state, "koeb.oevrigt@2029", "298");
  /* Four years of 1 % fewer on the first kind, from 2026: 260 x (0,99^4 - 1) x 0,9 */
  lv_test_set (state, "koeb.antal.vaekst@midlertidigt", "-1");
  lv_test_expect (state, "omraade.modelaendring@koeb/2025..2026", "0;-2.34");
  lv_test_expect (state, "omraade.modelaendring@koeb/2029", "-9.22053366");
  node = lv_test_cell (model, "koeb.brutto@midlertidigt/ekstern/2029", &cell);
  tree = lv_explain (state, node, cell, 6);
  g_assert_nonnull (tree);
  g_assert_cmpuint (tree->parts->len, ==, 2);
}

static void
test_places (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  read_in (state);
  lv_test_set (state, "plads.antal@bo1/midlertidigt", "10");
  lv_test_measure (state, "koeb.bo1.on", "on");
  lv_test_measure (state, "koeb.bo1.delay", "5");
  lv_test_expect (state, "koeb.modtagere@midlertidigt/ekstern/2027-05..2027-07", "100;90;90");
  lv_test_expect (state, "koeb.modtagere@midlertidigt/intern/2027-05..2027-07", "100;110;110");
  lv_test_expect (state, "koeb.modtagere@midlertidigt/ekstern/2025-01", "100");
  lv_test_expect (state, "koeb.modtagere@midlertidigt/ekstern/2029-12", "90");
  lv_test_expect (state, "koeb.modtagere@laengerevarende/*/2028-01", "100;100");
  lv_test_expect (state, "koeb.modtagere@lignende/*/2028-01", "100;100");
  /* 10 x 400.000 kr. x 0,9, and seven months of it in 2027 */
  lv_test_expect (state, "omraade.modelaendring@koeb/2026..2029", "0;-2.1;-3.6;-3.6");
  lv_test_expect (state, "omraade.modelaendring@stu/2029", "0");
  lv_test_expect (state, "omraade.merforbrug@koeb/2029", "417.4");
  g_assert_cmpint (lv_checks_hold (state), ==, TRUE);
}

/* Without prices an estimate of the difference does. */
static void
test_estimate (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_measure (state, "koeb.bo1.on", "on");
  lv_test_expect (state, "omraade.modelaendring@koeb/2029", "0*");
  lv_test_set (state, "plads.antal@bo1/laengerevarende", "12");
  lv_test_set (state, "plads.prisforskel@laengerevarende", "300000");
  lv_test_set (state, "koeb.refusion", "0");
  lv_test_expect (state, "omraade.modelaendring@koeb/2027..2029", "-3.6;-3.6;-3.6");
}

/* Options: persons x gain, after the refund, less what the option itself costs. */
static void
test_option (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_measure (state, "koeb.mellemtrin.on", "on");
  lv_test_expect (state, "omraade.udgiftsaendring@koeb/2029", "0*");
  lv_test_set (state, "koeb.valg.antal@mellemtrin", "20");
  lv_test_set (state, "koeb.valg.gevinst@mellemtrin", "250000");
  lv_test_set (state, "koeb.valg.udgift@mellemtrin", "1");
  lv_test_set (state, "koeb.refusion", "10");
  lv_test_expect (state, "omraade.udgiftsaendring@koeb/2026..2029", "0;-3.5;-3.5;-3.5");
  lv_test_measure (state, "koeb.mellemtrin.delay", "6");
  lv_test_expect (state, "omraade.udgiftsaendring@koeb/2027..2029", "-1.75;-3.5;-3.5");
}

static void
test_stu (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  for (int year = 2024; year <= 2029; year++)
    {
      static const char *const lines[][2] = { { "stu.elever@", "300" },
                                              { "stu.andel-under18@", "40" },
                                              { "stu.pris@under18/", "400000" },
                                              { "stu.pris@over18/", "300000" },
                                              { "stu.transport@", "50000" } };

      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        {
          g_autofree char *id = g_strdup_printf ("%s%d", lines[i][0], year);

          lv_test_set (state, id, lines[i][1]);
        }
    }
  /* 300 x (0,4 x 400.000 + 0,6 x 300.000) + 300 x 50.000 */
  lv_test_expect (state, "stu.udgift@2029", "117");
  lv_test_expect (state, "omraade.merforbrug@stu/2029", "27");
  lv_test_set (state, "stu.under18.aendring", "-10");
  lv_test_expect (state, "omraade.merforbrug@stu/2025..2029", "21;20;21;23;24");
  lv_test_set (state, "stu.transport.aendring", "-20");
  lv_test_expect (state, "omraade.merforbrug@stu/2029", "21");
}

/* Money for building is another type of expenditure, and nothing in the forecast looks at it. */
static void
test_building (void)
{
  g_autoptr (LvState) base = lv_state_new (model);
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "anlaeg.laan", "111");
  lv_test_expect (state, "anlaeg.seks-ti", "155");
  lv_test_expect (state, "anlaeg.plan", "369");
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);

      if (g_str_has_prefix (lv_node_id (node), "anlaeg.") && lv_node_is_input (node))
        lv_state_set (state, node, 0, 9999);
    }
  lv_state_update (state);
  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (lv_model_find (model, "merforbrug"))); cell++)
    g_assert_cmpint (isnan (lv_state_number (base, lv_model_find (model, "merforbrug"), cell))
                         || lv_state_number (base, lv_model_find (model, "merforbrug"), cell)
                                == lv_state_number (state, lv_model_find (model, "merforbrug"), cell),
                     ==, TRUE);
  lv_test_expect (state, "omraade.merforbrug@*/2029", "421;18;27;65");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("data/aarhus-2025");
  g_test_add_func ("/model/koeb/missing", test_missing);
  g_test_add_func ("/model/koeb/read-in", test_read_in);
  g_test_add_func ("/model/koeb/places", test_places);
  g_test_add_func ("/model/koeb/estimate", test_estimate);
  g_test_add_func ("/model/koeb/option", test_option);
  g_test_add_func ("/model/koeb/stu", test_stu);
  g_test_add_func ("/model/koeb/building", test_building);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
