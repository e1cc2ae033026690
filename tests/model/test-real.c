/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pack that ships, data/aarhus-2025. What it protects: the grundprognose is what the report
 * prints, to the last digit and unmarked; both ways of counting agree in every scenario; and one
 * driver moves what it should and nothing else. */
#include "lv-check.h"
#include "lv-test.h"

#include <math.h>
#include <string.h>

static LvModel *model;

static void
test_baseline (void)
{
  static const char *const rows[][2] = {
    { "merforbrug@2025..2029", "98;220;309;410;531" },
    { "forbrug@2025..2029", "2592;2703;2811;2929;3053" },
    { "budget@2025..2029", "2494;2483;2502;2519;2522" },
    { "omraade.merforbrug@koeb/2024..2029", "51;35;142;224;316;421" },
    { "omraade.merforbrug@hjemloese/2024..2029", "18;12;19;18;18;18" },
    { "omraade.merforbrug@stu/2024..2029", "18;21;23;24;26;27" },
    { "omraade.merforbrug@ta/2024..2029", "31;30;37;44;50;65" },
    { "merforbrug.fra-omraader@2025..2029", "98;220;309;410;531" },
    { "merforbrug.forloeb@2024", "118" },
    { "merforbrug.akkumuleret", "1568" },
    { "omraade.udgiftsaendring@*/2029", "0;0;0;0" },
    { "merforbrug.ufordelt@2029", "0" },
  };
  g_autoptr (LvState) state = lv_state_new (model);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    lv_test_expect (state, rows[i][0], rows[i][1]);
  g_assert_cmpint (lv_checks_hold (state), ==, TRUE);
}

/* Exactly: no rounding noise may be shown or exported. */
static void
test_baseline_is_exact (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  const LvNode *node = lv_model_find (model, "merforbrug");
  const LvNode *printed = lv_model_find (model, "merforbrug.trykt");
  gsize cells = lv_shape_cells (lv_node_shape (node));

  for (gsize i = 0; i < cells; i++)
    if (lv_node_present (model, node, i))
      g_assert_cmpfloat (lv_state_number (state, node, i), ==, lv_state_number (state, printed, i));
}

static void
test_unmarked (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      gsize cells = lv_shape_cells (lv_node_shape (node));

      g_test_message ("%s", lv_node_id (node));
      for (gsize cell = 0; cell < cells; cell++)
        g_assert_cmpint (lv_state_get (state, node, cell).marked, ==, FALSE);
    }
}

static gboolean
may_change (const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (!lv_node_is_input (node) || g_str_has_suffix (lv_node_id (node), "#reference"))
    return FALSE;
  if (lv_node_series (node) != NULL)
    return lv_node_series (node)->editable;
  return parameter == NULL || parameter->input != LV_INPUT_MEMBER;
}

static double
any_value (const LvNode *node, GRand *random)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (parameter != NULL && parameter->input == LV_INPUT_SWITCH)
    return g_rand_boolean (random);
  if (parameter != NULL && !isnan (parameter->min) && !isnan (parameter->max))
    return g_rand_double_range (random, parameter->min, parameter->max);
  return g_rand_double_range (random, -500, 3000);
}

/* Random levers, grants, budgets and corrected lines, some of them at a time. */
static void
random_scenario (LvState *state, GRand *random)
{
  lv_state_clear (state);
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      gsize cells = lv_shape_cells (lv_node_shape (node));

      if (!may_change (node) || g_rand_boolean (random))
        continue;
      for (gsize cell = 0; cell < cells; cell++)
        if (lv_node_present (model, node, cell) && g_rand_boolean (random))
          lv_state_set (state, node, cell, any_value (node, random));
    }
  lv_state_update (state);
}

static void
test_two_ways (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (GRand) random = g_rand_new_with_seed (1000);
  const LvNode *total = lv_model_find (model, "merforbrug");
  const LvNode *areas = lv_model_find (model, "merforbrug.fra-omraader");
  const LvNode *spending = lv_model_find (model, "forbrug");
  const LvNode *budget = lv_model_find (model, "budget");
  guint compared = 0;

  for (guint i = 0; i < 1000; i++)
    {
      random_scenario (state, random);
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (total)); cell++)
        {
          double difference
              = lv_state_number (state, spending, cell) - lv_state_number (state, budget, cell);

          if (!lv_node_present (model, total, cell))
            continue;
          g_assert_cmpfloat_with_epsilon (lv_state_number (state, total, cell), difference, 1e-7);
          g_assert_cmpfloat_with_epsilon (lv_state_number (state, areas, cell), difference, 1e-7);
          compared++;
        }
    }
  g_assert_cmpuint (compared, ==, 5000);
}

/* Growth of tabt arbejdsfortjeneste 13,5 to 0: what changes, and by how much per year since 2024. */
static void
test_growth (void)
{
  static const struct
  {
    const char *id;
    double per_year; /* 0: changes otherwise, see below */
  } changes[] = {
    { "ta.vaekst", 0 },
    { "efterspoergsel.drivere", -13.5 },
    { "omraade.udgiftsaendring", -13.5 },
    { "forbrug.efterspoergsel", -13.5 },
    { "forbrug", -13.5 },
    { "merforbrug", -13.5 },
    { "merforbrug.forloeb", -13.5 },
    { "omraade.merforbrug", -13.5 },
    { "merforbrug.fra-omraader", -13.5 },
    { "merforbrug.akkumuleret", 0 },
    { "merforbrug.i-budgetaaret", 0 },
    { "merforbrug.budgetperiode", 0 },
    { "servicetilpasning", 0 },
    { "koeb.andel", 0 }, /* a share of the whole, which falls */
    { "ta.merforbrug", -13.5 },
    { "ta.krav", 0 }, /* what is left to a level in 2029 */
  };
  g_autoptr (LvState) base = lv_state_new (model);
  g_autoptr (LvState) state = lv_state_new (model);
  g_autofree gboolean *seen = g_new0 (gboolean, G_N_ELEMENTS (changes));
  g_autofree char *before = lv_test_dump (state);
  g_autofree char *after = NULL;

  lv_test_set (state, "ta.vaekst", "0");
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      const LvShape *shape = lv_node_shape (node);
      gsize cells = lv_shape_cells (shape);
      gsize row = 0;

      if (lv_node_is_hidden (node))
        continue; /* sides of checks */
      for (; row < G_N_ELEMENTS (changes); row++)
        if (g_str_equal (changes[row].id, lv_node_id (node)))
          break;
      for (gsize cell = 0; cell < cells; cell++)
        {
          double was = lv_state_number (base, node, cell);
          double is = lv_state_number (state, node, cell);
          g_autofree char *name = lv_shape_cell_name (shape, cell);
          const LvMember *last
              = shape->n > 0 ? lv_axis_member (shape->axis[shape->n - 1],
                                               lv_shape_coordinate (shape, cell, shape->n - 1))
                             : NULL;

          if ((isnan (was) && isnan (is)) || was == is)
            continue;
          g_test_message ("%s@%s %g -> %g", lv_node_id (node), name, was, is);
          g_assert_cmpuint (row, <, G_N_ELEMENTS (changes));
          g_assert_cmpint (shape->n < 2 || strstr (name, "ta/") == name
                               || strstr (name, "udgift/") == name
                               || strstr (name, "budget/") == name,
                           ==, TRUE);
          seen[row] = TRUE;
          if (changes[row].per_year != 0)
            g_assert_cmpfloat_with_epsilon (is - was,
                                            changes[row].per_year * (atoi (last->id) - 2024), 1e-9);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%s", changes[i].id);
      g_assert_cmpint (seen[i], ==, TRUE);
    }
  lv_test_expect (state, "merforbrug@2025..2029", "84.5;193;268.5;356;463.5");
  lv_test_expect (state, "merforbrug.akkumuleret", "1365.5");
  lv_test_expect (state, "servicetilpasning@*/2029", "15.52503768;18.37827121");
  lv_test_set (state, "ta.vaekst", "13.5");
  after = lv_test_dump (state);
  g_assert_cmpstr (before, ==, after);
}

/* Growth 0 and back through a reset: byte-identical too. */
static void
test_reset (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autofree char *before = lv_test_dump (state);
  g_autofree char *after = NULL;
  LvNode *growth = lv_model_find (model, "ta.vaekst");

  lv_state_set (state, growth, 0, 0);
  lv_state_update (state);
  lv_state_reset (state, growth, 0);
  lv_state_update (state);
  after = lv_test_dump (state);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("data/aarhus-2025");
  g_test_add_func ("/model/real/baseline", test_baseline);
  g_test_add_func ("/model/real/baseline-is-exact", test_baseline_is_exact);
  g_test_add_func ("/model/real/unmarked", test_unmarked);
  g_test_add_func ("/model/real/two-ways", test_two_ways);
  g_test_add_func ("/model/real/growth", test_growth);
  g_test_add_func ("/model/real/reset", test_reset);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
