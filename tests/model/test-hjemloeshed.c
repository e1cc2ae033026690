/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter Hjemløshed of the pack that ships. What it protects: every figure is what its document prints,
 * and what follows from two of them is what a reader gets by hand. */
#include "lv-check.h"
#include "lv-test.h"

#include <math.h>
#include <string.h>

#define N_SETS (g_test_slow () ? 10000 : 100) /* -m slow: a few minutes */

static LvModel *model;

static void
test_printed (void)
{
  static const char *const rows[][2] = {
    { "omraade.merforbrug@hjemloese/2024..2029", "18;12;19;18;18;18" },
    { "budget.par110@2025..2029", "0;2;5;5;5" },
    { "hjemloese.antal@2019", "750" },
    { "hjemloese.antal@2022", "500" },
    { "hjemloese.antal@2024", "?" },
    { "hjemloese.unge@2019", "172" },
    { "hjemloese.unge@2024", "?" },
    { "hjemloese.unge-under-30@2022", "200" },
    { "hjemloese.forsorgshjem@2019", "211" },
    { "hjemloese.psykisk", "62" },
    { "hjemloese.misbrug", "61" },
    { "hjemloese.funktionelle", "6" },
    { "hjemloese.almindelig-bolig", "80" },
    { "hjemloese.unge.ikke-almindelig-bolig", "20" },
    { "hjemloese.opvaekst", "10;0.5" },
    { "hjemloese.funktionelle.psykisk", "82;76" },
    { "hjemloese.funktionelle.misbrug", "62;38" },
    { "hjemloese.refusion.forsorg", "50" },
    { "hjemloese.refusion.bostoette", "50" },
    { "hjemloese.refusion.bostoette.aar", "2" },
    { "hjemloese.refusion.doegn@2025..2027", "?;?;?" },
    { "hjemloese.bostoette.egne", "3.5" },
    { "hjemloese.bostoette.brutto", "6.7" },
    { "hjemloese.kan-opgave", "6.5" },
    { "hjemloese.omstilling@2023..2025", "-1.5;-5;-5" },
    { "hjemloese.omstilling.stillinger@2023..2025", "-1.5;-6;-6" },
  };
  g_autoptr (LvState) state = lv_state_new (model);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    lv_test_expect (state, rows[i][0], rows[i][1]);
}

static void
test_derived (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "hjemloese.unge.maal", "86");
  lv_test_expect (state, "hjemloese.funktionelle.antal", "45");
  lv_test_expect (state, "hjemloese.unge.saerlige", "34.4");
  lv_test_expect (state, "hjemloese.opvaekst.forhold", "20");
  lv_test_expect (state, "hjemloese.bostoette.fuld", "7");
}

/* --- The model of months */

static LvState *
example (void)
{
  return lv_test_state (model, "hjemloeshed.eksempel");
}

/* The example's prices and rules, but nobody there, nobody new and nobody moving. */
static LvState *
empty (void)
{
  static const char *const prefixes[] = { "hjem.rate.", "hjem.start.", "hjem.tilgang", "hjem.aldring" };
  LvState *state = example ();

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      const char *id = lv_node_id (node);

      if (!lv_node_is_input (node) || g_str_has_suffix (id, ".vaegt") || strchr (id, '#') != NULL)
        continue;
      for (gsize prefix = 0; prefix < G_N_ELEMENTS (prefixes); prefix++)
        for (gsize cell = 0; g_str_has_prefix (id, prefixes[prefix])
                             && cell < lv_shape_cells (lv_node_shape (node)); cell++)
          lv_state_set (state, node, cell, 0);
    }
  lv_state_update (state);
  return state;
}

static double
number (const LvState *state, const char *cells)
{
  gsize cell;
  const LvNode *node = lv_test_cell (model, cells, &cell);

  return lv_state_number (state, node, cell);
}

static void
test_open (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "hjem.antal.forsorg@2026-01", "?");
  lv_test_expect (state, "hjem.netto.aar@2029", "?");
  lv_test_expect (state, "hjem.netto.aendring@2025..2029", "0;0;0;0;0");
  lv_test_set (state, "hjem.v.boliger@2027", "10");
  lv_test_expect (state, "omraade.merforbrug@hjemloese/2025..2029", "12*;19*;18*;18*;18*");
}

/* Assumptions alone leave the printed path alone; choices under them move it, and nothing else. */
static void
test_example (void)
{
  g_autoptr (LvState) state = example ();
  g_autoptr (LvState) homes = lv_test_state (model, "hjemloeshed.eksempel.boliger");
  double change;

  g_assert_true (lv_checks_hold (state));
  lv_test_expect (state, "omraade.merforbrug@hjemloese/2025..2029", "12;19;18;18;18");
  g_assert_true (lv_checks_hold (homes));
  change = number (homes, "hjem.netto.aendring@2029");
  g_assert_cmpfloat (change, <, -1);
  g_assert_cmpfloat_with_epsilon (number (homes, "omraade.merforbrug@hjemloese/2029"), 18 + change, 1e-9);
  g_assert_cmpfloat_with_epsilon (number (homes, "merforbrug@2029"), 531 + change, 1e-9);
  lv_test_expect (homes, "omraade.merforbrug@koeb/2029", "421");
}

/* Who leaves a shelter in a month costs half in that month and the 23 after it, and all from the 24th. */
static void
test_two_years (void)
{
  g_autoptr (LvState) state = empty ();

  lv_test_set (state, "hjem.start.forsorg@unge", "1");
  lv_test_set (state, "hjem.rate.forsorg-hjem@unge", "100");
  lv_test_set (state, "hjem.regel.foer", "100");
  lv_test_expect (state, "hjem.antal.stoette@2025-01", "1");
  lv_test_expect (state, "hjem.stoette.netto@2025-01", "0.006");
  lv_test_expect (state, "hjem.stoette.netto@2026-12", "0.006");
  lv_test_expect (state, "hjem.antal.stoette-efter@2026-12", "0");
  lv_test_expect (state, "hjem.stoette.netto@2027-01", "0.012");
  lv_test_expect (state, "hjem.antal.stoette-efter@2027-01", "1");
  lv_test_expect (state, "hjem.stoette.netto@2030-12", "0.012");
}

/* The clock goes on in a shelter: back home, there are no new two years. */
static void
test_clock (void)
{
  g_autoptr (LvState) state = empty ();

  lv_test_set (state, "hjem.start.stoette@unge", "25");
  lv_test_set (state, "hjem.rate.tilbagefald@unge", "50");
  lv_test_set (state, "hjem.rate.retur-hjem@unge", "50");
  g_assert_cmpfloat (number (state, "hjem.antal.stoette@2026-11"), >, 0);
  g_assert_cmpfloat (number (state, "hjem.antal.forsorg@2027-02"), >, 5);
  g_assert_cmpfloat_with_epsilon (number (state, "hjem.antal.stoette@2026-12"), 0, 1e-9);
}

/* At the stocks that inflow and exit rates give by hand, nothing changes for 84 months. */
static void
test_steady (void)
{
  g_autoptr (LvState) state = empty ();

  lv_test_set (state, "hjem.tilgang@voksne", "10");
  lv_test_set (state, "hjem.rate.gade-forsorg@voksne", "20");
  lv_test_set (state, "hjem.rate.gade-ude@voksne", "5");
  lv_test_set (state, "hjem.rate.forsorg-ude@voksne", "10");
  lv_test_set (state, "hjem.start.gade@voksne", "40");
  lv_test_set (state, "hjem.start.forsorg@voksne", "80");
  g_assert_cmpfloat_with_epsilon (number (state, "hjem.antal.gade@2031-12"), 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (number (state, "hjem.antal.forsorg@2031-12"), 80, 1e-9);
  g_assert_cmpfloat_with_epsilon (number (state, "hjem.ude@voksne/2031-12"), 840, 1e-6);
}

static void
test_rates_above_one (void)
{
  g_autoptr (LvState) state = empty ();

  lv_test_set (state, "hjem.start.gade@unge", "30");
  lv_test_set (state, "hjem.rate.gade-forsorg@unge", "100");
  lv_test_set (state, "hjem.rate.gade-bolig@unge", "50");
  lv_test_set (state, "hjem.rate.gade-ude@unge", "50");
  lv_test_expect (state, "hjem.gade@unge/2025-01", "0");
  lv_test_expect (state, "hjem.gade.til-forsorg@unge/2025-01", "15");
  lv_test_expect (state, "hjem.uden@unge/2025-01", "7.5");
}

/* Longer stays alone lower the share with refund; so do fewer days in the rule. */
static void
test_refund (void)
{
  g_autoptr (LvState) state = example ();
  double before = number (state, "hjem.refusion.andel@2029-06");

  for (int year = 2025; year <= 2030; year++)
    {
      g_autofree char *cells = g_strdup_printf ("hjem.v.ophold@%d", year);

      lv_test_set (state, cells, "-50");
    }
  g_assert_cmpfloat (number (state, "hjem.refusion.andel@2029-06"), <, before);
  lv_test_apply (state, "hjemloeshed.eksempel");
  lv_test_set (state, "hjem.regel.doegn@2029", "60");
  g_assert_cmpfloat (number (state, "hjem.refusion.andel@2029-06"), <, before);
}

/* Homes are the limit: none means that nobody moves, however many are ready. */
static void
test_capacity (void)
{
  g_autoptr (LvState) state = example ();

  lv_test_set (state, "hjem.boliger.aar", "0");
  lv_test_expect (state, "hjem.faar-bolig@2028-01", "0");
  lv_test_set (state, "hjem.boliger.aar", "1200");
  lv_test_set (state, "hjem.pladser", "0");
  lv_test_expect (state, "hjem.faar-bolig@2028-01", "0");
  lv_test_set (state, "hjem.pladser", "5000");
  lv_test_expect (state, "hjem.faar-bolig@2028-01", "1");
}

/* A measure without a size is ikke vurderet; with one it does what the choice of the same size does. */
static void
test_measure (void)
{
  g_autoptr (LvState) state = example ();
  g_autoptr (LvState) choice = example ();

  lv_test_measure (state, "hjem.t.boliger.on", "on");
  lv_test_expect (state, "hjem.netto.aendring@2029", "0*");
  lv_test_set (state, "hjem.t.boliger.antal", "10");
  for (int year = 2027; year <= 2030; year++)
    {
      g_autofree char *cells = g_strdup_printf ("hjem.v.boliger@%d", year);

      lv_test_set (choice, cells, "10");
    }
  g_assert_cmpfloat (number (state, "hjem.netto.aendring@2030"), <, -1);
  g_assert_cmpfloat_with_epsilon (number (state, "hjem.netto.aendring@2030"),
                                  number (choice, "hjem.netto.aendring@2030"), 1e-9);
}

/* One citizen's way: the shelter's refund ends with the days of the rule, that of the home after two years. */
static void
test_path (void)
{
  g_autoptr (LvState) state = example ();

  lv_test_expect (state, "hjem.vej.andel@hjem/2028-12", "50");
  lv_test_expect (state, "hjem.vej.andel@hjem/2029-01", "0");
  lv_test_expect (state, "hjem.vej.andel@forsorg/2027-04", "50");
  lv_test_expect (state, "hjem.vej.andel@forsorg/2027-05", "0");
  lv_test_expect (state, "hjem.vej.andel@forsorg/2028-01", "50");
  lv_test_expect (state, "hjem.vej.brutto", "693500;144000;549500"); /* 365 x 1.900, 12 x 12.000 */
  lv_test_expect (state, "hjem.vej.refusion", "114000;72000;42000");  /* half of 120 days */
  lv_test_expect (state, "hjem.vej.netto", "579500;72000;507500");
  lv_test_set (state, "hjem.vej.start", "6"); /* days left in two years */
  lv_test_expect (state, "hjem.vej.refusion", "228000;72000;156000");
}

/* Nobody appears, vanishes or turns negative, whatever is assumed and chosen. */
static void
test_random (void)
{
  g_autoptr (LvState) state = example ();
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      LvNode *node = lv_model_node (model, i);

      if (lv_node_is_input (node) && g_str_has_prefix (lv_node_id (node), "hjem.")
          && strchr (lv_node_id (node), '#') == NULL && lv_node_parameter (node) != NULL
          && lv_node_parameter (node)->role != LV_ROLE_VIEW)
        g_ptr_array_add (inputs, node);
    }
  g_assert_cmpuint (inputs->len, >, 50);
  for (int set = 0; set < N_SETS; set++)
    {
      for (guint i = 0; i < inputs->len; i++)
        {
          LvNode *node = g_ptr_array_index (inputs, i);
          const LvParameter *parameter = lv_node_parameter (node);

          for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
            if (lv_node_present (model, node, cell))
              lv_state_set (state, node, cell,
                            g_rand_double_range (random, parameter->min, parameter->max));
        }
      lv_state_update (state);
      if (!lv_checks_hold (state))
        g_error ("set %d breaks a check", set);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("data/aarhus-2025");
  g_test_add_func ("/hjemloeshed/printed", test_printed);
  g_test_add_func ("/hjemloeshed/derived", test_derived);
  g_test_add_func ("/hjemloeshed/open", test_open);
  g_test_add_func ("/hjemloeshed/example", test_example);
  g_test_add_func ("/hjemloeshed/two-years", test_two_years);
  g_test_add_func ("/hjemloeshed/clock", test_clock);
  g_test_add_func ("/hjemloeshed/steady", test_steady);
  g_test_add_func ("/hjemloeshed/rates-above-one", test_rates_above_one);
  g_test_add_func ("/hjemloeshed/refund", test_refund);
  g_test_add_func ("/hjemloeshed/capacity", test_capacity);
  g_test_add_func ("/hjemloeshed/measure", test_measure);
  g_test_add_func ("/hjemloeshed/path", test_path);
  g_test_add_func ("/hjemloeshed/random", test_random);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
