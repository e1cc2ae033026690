/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Computing as little as possible. What it protects: after any number of edits in any order the
 * values are those of a state that was given the same and computed in full, bit for bit, with
 * statuses and marks; and many draws at once give what setting each of them gives. */
#include "lv-simulate.h"
#include "lv-test.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *pack;
  guint edits;
} Case;

/* A state of its own with the same inputs, computed in full. */
static LvState *
afresh (const LvState *state)
{
  const LvModel *model = lv_state_model (state);
  LvState *fresh = lv_state_new (model);

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      gsize cells = lv_shape_cells (lv_node_shape (node));

      for (gsize cell = 0; cell < cells; cell++)
        if (lv_state_is_set (state, node, cell))
          lv_state_set (fresh, node, cell, lv_state_number (state, node, cell));
    }
  lv_state_update_all (fresh);
  return fresh;
}

static void
test_edits (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (LvModel) model = lv_test_load (self->pack);
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvState) base = lv_state_new (model);
  g_autoptr (GRand) random = g_rand_new_with_seed (2025);

  for (guint i = 0; i < self->edits; i++)
    {
      g_autoptr (LvState) fresh = NULL;
      guint burst = (guint) g_rand_int_range (random, 1, 4);

      for (guint k = 0; k < burst; k++)
        lv_test_shake (state, random);
      if (g_rand_int_range (random, 0, 40) == 0)
        lv_state_clear (state);
      lv_state_update (state);
      fresh = afresh (state);
      lv_test_assert_same (state, fresh);
    }
  lv_state_clear (state);
  lv_state_update (state);
  lv_test_assert_same (state, base);
}

/* A copy has the values, and goes its own way. */
static void
test_copy (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (LvModel) model = lv_test_load (self->pack);
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (LvState) copy = NULL;

  for (guint i = 0; i < 10; i++)
    lv_test_shake (state, random);
  lv_state_update (state);
  before = lv_test_dump (state);
  for (guint i = 0; i < 3; i++)
    lv_test_shake (state, random); /* not yet computed */
  copy = lv_state_copy (state);
  lv_state_update (copy);
  lv_state_update (state);
  lv_test_assert_same (state, copy);
  after = lv_test_dump (state);
  for (guint i = 0; i < 20; i++)
    lv_test_shake (copy, random);
  lv_state_update (copy);
  {
    g_autofree char *now = lv_test_dump (state);

    g_assert_cmpstr (now, ==, after);
  }
}

/* What nothing depends on costs nothing. */
static void
test_little (void)
{
  g_autoptr (LvModel) model = lv_test_load ("functions");
  g_autoptr (LvState) state = lv_state_new (model);

  g_assert_cmpuint (lv_state_update (state), ==, 0);
  lv_state_set (state, lv_model_find (model, "kontakt"), 0, 1);
  g_assert_cmpuint (lv_state_update (state), ==, 2);
  g_assert_cmpuint (lv_state_update (state), ==, 0);
}

#define DRAWS                                                                                      \
  "[parameter a]\ntitle=A\nunit=tal\nrole=assumption\ndefault=3\nlow=1\nlikely=2\nhigh=7\n"        \
  "[parameter "                                                                                    \
  "l]\ntitle=L\nunit=tal\nrole=lever\naxes=aar\ndefault=2\nlow=0\nhigh=10\ndistribution=uniform\n" \
  "[parameter loft]\ntitle=Loft\nunit=tal\nrole=lever\ndefault=a\n"                                \
  "[parameter u]\ntitle=U\nunit=tal\nrole=assumption\ndefault=none\n"                              \
  "[formula x]\ntitle=X\nunit=tal\nvalue=l * a + position(aar)\n"                                  \
  "[formula tied]\ntitle=T\nunit=tal\nvalue=100 + change(x)\n"                                     \
  "[formula stock]\ntitle=S\nunit=tal\naxes=aar\nvalue=prev(stock, 10) * a + change(l)\n"          \
  "[formula most]\ntitle=M\nunit=tal\nvalue=median(stock, aar) + largest(x, aar)\n"                \
  "[formula capped]\ntitle=C\nunit=tal\nvalue=change(min(loft, 4) * a)\n"                          \
  "[formula unknown]\ntitle=Ukendt\nunit=tal\nvalue=change(l * u) + a\n"

static void
check_draws (LvState *state, const char *target_id, gsize cell)
{
  static const guint32 seed = 99;
  const LvModel *model = lv_state_model (state);
  const LvNode *a = lv_model_find (model, "a");
  const LvNode *l = lv_model_find (model, "l");
  const LvNode *target = lv_model_find (model, target_id);
  const LvDraw draws[] = { { a, 0 }, { l, 2 } };
  g_autofree double *values = lv_simulate (state, draws, 2, target, cell, 300, seed);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *before = lv_test_dump (state);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (LvState) one = lv_state_copy (state);

      lv_state_set (one, a, 0, lv_draw_at (lv_node_parameter (a), g_rand_double (random)));
      lv_state_set (one, l, 2, lv_draw_at (lv_node_parameter (l), g_rand_double (random)));
      lv_state_update (one);
      g_test_message ("%s draw %u", target_id, i);
      g_assert_cmpfloat (values[i], ==, lv_state_number (one, target, cell));
    }
  {
    g_autofree char *after = lv_test_dump (state);

    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_simulate (void)
{
  static const struct
  {
    const char *id;
    gsize cell;
  } targets[] = { { "x", 2 },    { "x", 0 },      { "tied", 2 },    { "tied", 4 }, { "stock", 4 },
                  { "most", 0 }, { "capped", 0 }, { "unknown", 2 }, { "a", 0 },    { "u", 0 } };
  g_autoptr (LvModel) model = lv_test_load_text (DRAWS);
  g_autoptr (LvState) state = lv_state_new (model);

  for (guint round = 0; round < 3; round++)
    {
      for (gsize i = 0; i + 1 < G_N_ELEMENTS (targets); i++)
        check_draws (state, targets[i].id, targets[i].cell);
      if (round == 0)
        lv_test_set (state, "l", "5");
      else
        lv_test_set (state, "loft", "3"); /* the default itself, from which draws depart */
    }
}

/* Triangle between low, likely and high; uniform without likely. */
static void
test_distribution (void)
{
  g_autoptr (LvModel) model = lv_test_load_text (DRAWS);
  const LvParameter *triangle = lv_node_parameter (lv_model_find (model, "a"));
  const LvParameter *uniform = lv_node_parameter (lv_model_find (model, "l"));
  const LvParameter *none = lv_node_parameter (lv_model_find (model, "u"));

  g_assert_cmpfloat (lv_draw_at (triangle, 0), ==, 1);
  g_assert_cmpfloat (lv_draw_at (triangle, 1), ==, 7);
  g_assert_cmpfloat_with_epsilon (lv_draw_at (triangle, 1.0 / 6), 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (lv_draw_at (triangle, 1 - 0.25 * 5 / 6), 4.5, 1e-12);
  g_assert_cmpfloat (lv_draw_at (uniform, 0.25), ==, 2.5);
  g_assert_cmpint (isnan (lv_draw_at (none, 0.5)), !=, 0);
}

/* The same seed gives the same draws; their mean is the triangle's. */
static void
test_seed (void)
{
  g_autoptr (LvModel) model = lv_test_load_text (DRAWS);
  g_autoptr (LvState) state = lv_state_new (model);
  const LvNode *a = lv_model_find (model, "a");
  const LvDraw draw = { a, 0 };
  g_autofree double *one = lv_simulate (state, &draw, 1, a, 0, 20000, 1);
  g_autofree double *two = lv_simulate (state, &draw, 1, a, 0, 20000, 1);
  g_autofree double *three = lv_simulate (state, &draw, 1, a, 0, 20000, 2);
  double sum = 0;

  g_assert_cmpmem (one, 20000 * sizeof *one, two, 20000 * sizeof *two);
  g_assert_cmpint (memcmp (one, three, 20000 * sizeof *one), !=, 0);
  for (guint i = 0; i < 20000; i++)
    sum += one[i];
  g_assert_cmpfloat_with_epsilon (sum / 20000, 10.0 / 3, 0.05);
}

int
main (int argc, char **argv)
{
  static const Case cases[] = {
    { "functions", 3000 }, { "change", 5000 },  { "measures", 3000 },
    { "options", 2000 },   { "ladder", 1000 },  { "cohorts", 500 },
    { "table", 2000 },     { "appeals", 2000 }, { "data/aarhus-2025", 300 },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *edits = g_strconcat ("/model/incremental/edits/", cases[i].pack, NULL);
      g_autofree char *copy = g_strconcat ("/model/incremental/copy/", cases[i].pack, NULL);

      g_test_add_data_func (edits, &cases[i], test_edits);
      g_test_add_data_func (copy, &cases[i], test_copy);
    }
  g_test_add_func ("/model/incremental/little", test_little);
  g_test_add_func ("/model/simulate/draws", test_simulate);
  g_test_add_func ("/model/simulate/distribution", test_distribution);
  g_test_add_func ("/model/simulate/seed", test_seed);
  return g_test_run ();
}
