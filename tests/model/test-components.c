/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sum line by line between two years or two scenarios. What it protects: lines, signs and units by
 * hand; a formula below is opened only as deep as asked; whatever the formula, the lines sum to its value
 * and the parts to the difference to the last bit. */
#include "lv-components.h"
#include "lv-test.h"

#include <math.h>
#include <string.h>

#define ROUNDS 1500

static LvModel *model;

static void
append_number (GString *out, double value)
{
  if (isnan (value))
    g_string_append_c (out, '?');
  else
    g_string_append_printf (out, "%.10g", fabs (value) < 1e-9 ? 0 : value);
}

/* "from > to = difference | Title from > to = part | ..." */
static char *
line (const LvComponents *components)
{
  GString *out = g_string_new (NULL);

  append_number (out, components->from);
  g_string_append (out, " > ");
  append_number (out, components->to);
  g_string_append (out, " = ");
  append_number (out, components->difference);
  for (guint i = 0; i < components->list->len; i++)
    {
      const LvComponent *one = lv_components_get (components, i);

      g_string_append_printf (out, " | %s%s%s ", one->title, one->from_cell < 0 && one->node ? " (new)" : "",
                              one->to_cell < 0 && one->node ? " (gone)" : "");
      append_number (out, one->from);
      g_string_append (out, " > ");
      append_number (out, one->to);
      g_string_append (out, " = ");
      append_number (out, one->part);
    }
  return g_string_free (out, FALSE);
}

static void
expect (const LvState *from, const LvState *to, const char *first, const char *last, guint depth,
        const char *expected)
{
  gsize from_cell;
  gsize to_cell;
  const LvNode *node = lv_test_cell (model, first, &from_cell);
  g_autoptr (LvComponents) components = NULL;
  g_autofree char *found = NULL;

  g_assert_cmpint (lv_test_cell (model, last, &to_cell) == node, ==, TRUE);
  components = lv_components_new (from, from_cell, to, to_cell, node, depth);
  found = line (components);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_years (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  expect (state, state, "gab@2024", "gab@2029", 0,
          "0 > 35 = 35 | Udgift i alt 50 > 110 = 60 | Budget -50 > -75 = -25 | Løft 0 > 0 = 0");
  expect (state, state, "gab@2024", "gab@2029", 1,
          "0 > 35 = 35 | Udgift, Køb 50 > 100 = 50 | Udgift, TA 0 > 10 = 10"
          " | measures(Udgift i alt) 0 > 0 = 0 | Udgift til antal 0 > 0 = 0"
          " | Budget -50 > -75 = -25 | Løft 0 > 0 = 0");
  expect (state, state, "udgift@ta/2025", "udgift@ta/2029", 9,
          "2 > 10 = 8 | Vækst i TA × År siden 2024 2 > 10 = 8"
          " | if(Ordningen fortsætter; 3 mio. kr.; 0) 0 > 0 = 0");
  /* What is no sum is one line; so is what is no formula. */
  expect (state, state, "tilpasning@2025", "tilpasning@2029", 3,
          "12.72727273 > 46.66666667 = 33.93939394 | Gab / Budget 12.72727273 > 46.66666667 = 33.93939394");
  expect (state, state, "budget@2024", "budget@2029", 3, "50 > 75 = 25 | Budget 50 > 75 = 25");
}

/* 10 persons of 100.000 kr. are 1 mio. kr., of which the baseline has 1 already. */
static void
test_units (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvState) more = lv_state_new (model);

  lv_test_set (more, "antal", "13");
  expect (state, more, "antal.udgift", "antal.udgift", 0,
          "0 > 300 = 300 | Antal × Takst 1000 > 1300 = 300 | 1.000 1.000 kr. -1000 > -1000 = 0");
  expect (state, more, "udgift.alle@2024", "udgift.alle@2024", 1,
          "50 > 50.3 = 0.3 | Udgift, Køb 50 > 50 = 0 | Vækst i TA × År siden 2024, TA 0 > 0 = 0"
          " | if(Ordningen fortsætter; 3 mio. kr.; 0), TA 0 > 0 = 0"
          " | measures(Udgift i alt) 0 > 0 = 0 | Antal × Takst 1 > 1.3 = 0.3"
          " | 1.000 1.000 kr. -1 > -1 = 0");
}

static void
test_scenarios (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvState) spar = lv_test_state (model, "spar");

  expect (state, spar, "gab@2029", "gab@2029", 1,
          "35 > -5 = -40 | Udgift, Køb 100 > 81 = -19 | Udgift, TA 10 > 5 = -5"
          " | measures(Udgift i alt) 0 > -12 = -12 | Udgift til antal 0 > 0 = 0"
          " | Budget -75 > -75 = 0 | Løft 0 > -4 = -4");
}

/* Another formula at one end: each has its own lines. */
static void
test_unlike (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  expect (state, state, "gab.forloeb@2024", "gab.forloeb@2029", 0,
          "1 > 35 = 34 | Målt (gone) 1 > 0 = -1 | Gab (new) 0 > 35 = 35");
}

/* x, x in another year and x the year before are three lines. */
static void
test_elsewhere (void)
{
  g_autoptr (LvState) spar = lv_test_state (model, "spar");

  expect (spar, spar, "gab.fra-start@2026", "gab.fra-start@2027", 0,
          "-5.6 > -2.4 = 3.2 | Gab -10.6 > -11.4 = -0.8 | at(Gab; 2024) 5 > 5 = 0"
          " | Løft 0 > 4 = 4 | prev(Løft; 0) 0 > 0 = 0");
}

static void
test_missing (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvState) kender = lv_test_state (model, "kender");

  expect (state, kender, "kendt@2029", "kendt@2029", 0,
          "? > 33 = ? | Gab 35 > 30 = -5 | Ukendt ? > 3 = ?");
}

/* --- Any formula */

static double
sum (const LvComponents *components, gboolean backwards)
{
  guint n = components->list->len;
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += lv_components_get (components, backwards ? n - 1 - i : i)->part;
  return total;
}

static double
size (const LvComponents *components)
{
  double total = 1e-300;

  for (guint i = 0; i < components->list->len; i++)
    {
      const LvComponent *one = lv_components_get (components, i);

      total += (isnan (one->from) ? 0 : fabs (one->from)) + (isnan (one->to) ? 0 : fabs (one->to));
    }
  return total;
}

static void
check_one (const LvState *a, const LvState *b, const LvNode *node, gsize first, gsize last, guint depth)
{
  g_autoptr (LvComponents) found = lv_components_new (a, first, b, last, node, depth);
  double from = lv_state_number (a, node, first);
  double to = lv_state_number (b, node, last);

  g_test_message ("%s %u %u depth %u", lv_node_id (node), (guint) first, (guint) last, depth);
  g_assert_cmpint (isnan (found->from), ==, isnan (from));
  g_assert_cmpint (isnan (found->to), ==, isnan (to));
  if (!isnan (from))
    g_assert_cmpfloat_with_epsilon (found->from, from, 1e-10 * size (found));
  if (!isnan (to))
    g_assert_cmpfloat_with_epsilon (found->to, to, 1e-10 * size (found));
  if (isnan (from) || isnan (to))
    return;
  g_assert_cmpfloat (sum (found, FALSE), ==, found->difference);
  g_assert_cmpfloat (sum (found, TRUE), ==, found->difference);
  g_assert_cmpfloat (found->from + found->difference, ==, found->to);
}

static void
test_any_formula (gconstpointer data)
{
  g_autoptr (LvModel) of = lv_test_load (data);
  g_autoptr (LvState) a = lv_state_new (of);
  g_autoptr (LvState) b = lv_state_new (of);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < ROUNDS; i++)
    {
      const LvNode *node
          = lv_model_node (of, (guint) g_rand_int_range (random, 0, (int) lv_model_n_nodes (of)));
      int cells = (int) lv_shape_cells (lv_node_shape (node));
      gsize first = (gsize) g_rand_int_range (random, 0, cells);
      gsize last = (gsize) g_rand_int_range (random, 0, cells);

      if (strchr (lv_node_id (node), '#') != NULL)
        continue;
      lv_test_shake (g_rand_boolean (random) ? a : b, random);
      if (g_rand_int_range (random, 0, 10) == 0)
        lv_state_clear (a);
      lv_state_update (a);
      lv_state_update (b);
      check_one (a, b, node, first, last, (guint) g_rand_int_range (random, 0, 4));
    }
}

int
main (int argc, char **argv)
{
  static const char *const packs[] = { "analyses",  "scenarios", "measures", "change",
                                       "functions", "cohorts",   "table",    "data/aarhus-2025" };
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("analyses");
  g_test_add_func ("/model/components/years", test_years);
  g_test_add_func ("/model/components/units", test_units);
  g_test_add_func ("/model/components/scenarios", test_scenarios);
  g_test_add_func ("/model/components/unlike", test_unlike);
  g_test_add_func ("/model/components/elsewhere", test_elsewhere);
  g_test_add_func ("/model/components/missing", test_missing);
  for (gsize i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autofree char *name = g_strconcat ("/model/components/any-formula/", packs[i], NULL);

      g_test_add_data_func (name, packs[i], test_any_formula);
    }
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
