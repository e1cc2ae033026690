/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What means most? What it protects: the target at each low and high by hand, the largest first; those
 * without estimates are told; and it equals setting each by hand. */
#include "lv-tornado.h"
#include "lv-test.h"

#include <math.h>

static LvModel *model;

static char *
names (const GPtrArray *nodes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            lv_node_id (g_ptr_array_index (nodes, i)));
  return g_string_free (out, FALSE);
}

static char *
rows (const LvTornado *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const LvTornadoRow *row = &g_array_index (self->rows, LvTornadoRow, i);

      g_string_append_printf (out, "%s%s %.8g..%.8g: %.8g..%.8g = %.8g", i > 0 ? "; " : "",
                              lv_node_id (row->node), row->low, row->high, row->at_low.number,
                              row->at_high.number, row->swing);
    }
  return g_string_free (out, FALSE);
}

static void
expect (const LvTornado *self, const char *found_rows, const char *still, const char *lacking)
{
  g_autofree char *text = rows (self);
  g_autofree char *quiet = names (self->still);
  g_autofree char *without = names (self->lacking);

  g_assert_cmpstr (text, ==, found_rows);
  g_assert_cmpstr (quiet, ==, still);
  g_assert_cmpstr (without, ==, lacking);
}

static LvTornado *
tornado (const LvState *state, const char *target, gboolean assumptions, gboolean levers)
{
  gsize cell;
  const LvNode *node = lv_test_cell (lv_state_model (state), target, &cell);

  return lv_tornado_new (state, node, cell, assumptions, levers);
}

static void
test_by_hand (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvTornado) first = tornado (state, "gab@2029", TRUE, FALSE);
  g_autoptr (LvTornado) both = tornado (state, "gab@2029", TRUE, TRUE);
  g_autofree char *text = lv_tornado_lacking_text (first, lv_model_pack (model));

  g_assert_cmpfloat (first->now.number, ==, 35);
  expect (first, "pris 90..120: 25..55 = 30; ordning 0..1: 35..38 = 3; antal 8..13: 34.8..35.3 = 0.5",
          "uden.virkning", "takst ukendt by");
  expect (both,
          "pris 90..120: 25..55 = 30; ta.vaekst 0..5: 25..50 = 25; ordning 0..1: 35..38 = 3;"
          " antal 8..13: 34.8..35.3 = 0.5",
          "uden.virkning x", "koeb.vaekst loft takst ukendt deler.a deler.b y fra by gruppe.tal gruppe.valgt");
  g_assert_cmpstr (text, ==, "3 without low or high");
}

/* What the scenario says stays as it is while others are tried. */
static void
test_from_scenario (void)
{
  g_autoptr (LvState) state = lv_test_state (model, "spar");
  g_autofree char *before = lv_test_dump (state);
  g_autoptr (LvTornado) self = tornado (state, "gab@2029", TRUE, TRUE);
  g_autofree char *after = lv_test_dump (state);

  expect (self,
          "pris 90..120: -5..22 = 27; ta.vaekst 0..5: -10..15 = 25; ordning 0..1: -5..-2 = 3;"
          " antal 8..13: -5.2..-4.7 = 0.5",
          "uden.virkning x", "koeb.vaekst loft takst ukendt deler.a deler.b y fra by gruppe.tal gruppe.valgt");
  g_assert_cmpstr (before, ==, after);
}

/* All cells of a parameter go together; missing at one end comes last; equal swings in pack order. */
static void
test_special (void)
{
  g_autoptr (LvModel) own = lv_test_load_text (
      "[parameter nul]\ntitle=Nul\nunit=tal\nrole=assumption\ndefault=1\nlow=0\nhigh=2\n"
      "[parameter b]\ntitle=B\nunit=tal\nrole=assumption\ndefault=1\nlow=1\nhigh=2\n"
      "[parameter a]\ntitle=A\nunit=tal\nrole=assumption\naxes=aar\ndefault=1\nlow=0.8\nhigh=1\n"
      "[parameter vist]\ntitle=V\nunit=tal\nrole=view\ndefault=1\nlow=0\nhigh=2\n"
      "[formula m]\ntitle=M\nunit=tal\nvalue=1 / nul + b + sum(a, aar) + vist\n");
  g_autoptr (LvState) state = lv_state_new (own);
  g_autoptr (LvTornado) self = tornado (state, "m", TRUE, TRUE);
  g_autofree char *text = lv_tornado_lacking_text (self, lv_model_pack (own));
  const LvTornadoRow *last = &g_array_index (self->rows, LvTornadoRow, 2);

  g_assert_cmpuint (self->rows->len, ==, 3);
  g_assert_cmpstr (lv_node_id (g_array_index (self->rows, LvTornadoRow, 0).node), ==, "b");
  g_assert_cmpstr (lv_node_id (g_array_index (self->rows, LvTornadoRow, 1).node), ==, "a");
  g_assert_cmpfloat (g_array_index (self->rows, LvTornadoRow, 1).swing, ==, 1);
  g_assert_cmpint (isnan (last->swing), ==, TRUE);
  g_assert_cmpint (last->at_low.status, ==, LV_STATUS_UNDEFINED);
  g_assert_cmpfloat (last->at_high.number, ==, 7.5);
  g_assert_cmpstr (text, ==, "");
}

/* What nobody has judged goes ten percent below and above its own standard value, and is marked as an example;
 * estimates stay what they are, and what has no standard value or one of 0 stays without. */
static void
test_examples (void)
{
  g_autoptr (LvModel) own = lv_test_load_text (
      "[parameter skoen]\ntitle=S\nunit=tal\nrole=assumption\ndefault=1\nlow=0\nhigh=2\nestimate-by=Økonomi\n"
      "[parameter tal]\ntitle=T\nunit=tal\nrole=assumption\naxes=aar\ndefault=10\ndefault@2025=20\n"
      "[parameter minus]\ntitle=M\nunit=tal\nrole=assumption\ndefault=-10\nmin=-10.5\nmax=0\n"
      "[parameter nul]\ntitle=N\nunit=tal\nrole=assumption\ndefault=0\n"
      "[formula m]\ntitle=M\nunit=tal\nvalue=skoen + sum(tal, aar) + minus + nul\n");
  g_autoptr (LvState) state = lv_state_new (own);
  g_autofree char *before = lv_test_dump (state);
  g_autoptr (LvTornado) self
      = lv_tornado_new_with_examples (state, lv_model_find (own, "m"), 0, TRUE, TRUE, 10);
  const LvTornadoRow *row = &g_array_index (self->rows, LvTornadoRow, 0);
  g_autofree char *example = lv_tornado_whose (self, row, lv_model_pack (own));
  g_autofree char *judged = lv_tornado_whose (self, row + 1, lv_model_pack (own));
  g_autofree char *after = lv_test_dump (state);
  double all = self->now.number;

  g_assert_cmpuint (self->rows->len, ==, 3);
  g_assert_cmpstr (lv_node_id (row->node), ==, "tal");
  g_assert_true (row->example && isnan (row->low) && isnan (row->high));
  g_assert_cmpfloat_with_epsilon (row->swing, (all - 1 + 10) * 0.2, 1e-9);
  g_assert_cmpstr (example, ==, "±10 %");
  g_assert_false (row[1].example);
  g_assert_cmpstr (judged, ==, "Økonomi");
  g_assert_cmpfloat (row[2].low, ==, -10.5);
  g_assert_cmpfloat (row[2].high, ==, -9);
  g_assert_cmpuint (self->lacking->len, ==, 1);
  g_assert_cmpstr (before, ==, after);
}

static void
test_same_as_setting (void)
{
  g_autoptr (LvState) state = lv_test_state (model, "sent");
  gsize cells = lv_shape_cells (lv_node_shape (lv_model_find (model, "gab")));

  for (gsize cell = 0; cell < cells; cell++)
    {
      g_autoptr (LvTornado) self
          = lv_tornado_new (state, lv_model_find (model, "gab"), cell, TRUE, TRUE);

      for (guint i = 0; i < self->rows->len; i++)
        {
          const LvTornadoRow *row = &g_array_index (self->rows, LvTornadoRow, i);
          g_autoptr (LvState) one = lv_state_copy (state);

          lv_state_set (one, row->node, 0, row->low);
          lv_state_update (one);
          g_assert_cmpfloat (lv_state_number (one, self->node, cell), ==, row->at_low.number);
          lv_state_set (one, row->node, 0, row->high);
          lv_state_update (one);
          g_assert_cmpfloat (lv_state_number (one, self->node, cell), ==, row->at_high.number);
        }
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("analyses");
  g_test_add_func ("/model/tornado/by-hand", test_by_hand);
  g_test_add_func ("/model/tornado/from-scenario", test_from_scenario);
  g_test_add_func ("/model/tornado/special", test_special);
  g_test_add_func ("/tornado/examples", test_examples);
  g_test_add_func ("/model/tornado/same-as-setting", test_same_as_setting);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
