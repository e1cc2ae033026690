/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Key figures that a user reads in for many municipalities. What it protects: new members of open axes
 * can be filled, printed figures stay, choosing an indicator and a year shows that and nothing
 * else, ranks are right, and the chart has all municipalities in their order. */

#include "indicators.h"
#include "lv-chart-build.h"

#include <math.h>

static LvModel *model;

static LvState *
show (const char *kind, const char *year)
{
  LvState *state = lv_state_new (model);
  LvNode *kinds = lv_model_find (model, "vis.noegletal");
  LvNode *years = lv_model_find (model, "vis.noegletalsaar");

  lv_state_set (state, kinds, 0, lv_axis_find (lv_node_parameter (kinds)->axis, kind));
  lv_state_set (state, years, 0, lv_axis_find (lv_node_parameter (years)->axis, year));
  lv_state_update (state);
  return state;
}

static double
number (const LvState *state, const char *id, const char *place)
{
  const LvNode *node = lv_model_find (model, id);
  int cell = place != NULL ? lv_axis_find (lv_node_shape (node)->axis[0], place) : 0;

  g_assert_cmpint (cell, >=, 0);
  return lv_state_number (state, node, (gsize) cell);
}

static guint
rank_of (guint place, guint kind, guint year)
{
  guint rank = 1;

  for (guint i = 0; i < INDICATORS_PLACES; i++)
    if (indicators_value (i, kind, year) > indicators_value (place, kind, year))
      rank++;
  return rank;
}

/* lokal.tal-8 in 2019 is no figure of the pack: all 98 are the document's. */
static void
test_chosen (void)
{
  g_autoptr (LvState) state = show ("lokal.tal-8", "2019");

  g_assert_cmpfloat_with_epsilon (number (state, "noegletal.valgt", "lokal.kommune-50"),
                                  indicators_value (50, 8, 3), 1e-3);
  g_assert_cmpfloat (number (state, "noegletal.kommuner", NULL), ==, INDICATORS_PLACES);
  for (guint i = 6; i < INDICATORS_PLACES; i++)
    {
      g_autofree char *place = g_strdup_printf ("lokal.kommune-%u", i);

      g_assert_cmpfloat (number (state, "noegletal.rang", place), ==, rank_of (i, 8, 3));
    }
  g_assert_cmpfloat (number (state, "noegletal.rang", "aarhus"), ==, rank_of (0, 8, 3));
  g_assert_true (isnan (number (state, "noegletal.rang", "landet")));
}

/* What the documents print stands; municipalities that they do not have are the user's. */
static void
test_printed (void)
{
  g_autoptr (LvState) state = show ("stadfaestet", "2024");

  g_assert_cmpfloat_with_epsilon (number (state, "noegletal.valgt", "aarhus"), 61, 1e-9);
  g_assert_cmpfloat_with_epsilon (number (state, "noegletal.valgt", "lokal.kommune-50"),
                                  indicators_value (50, 0, 8), 1e-3);
}

static void
test_chart (void)
{
  g_autoptr (LvState) base = lv_state_new (model);
  g_autoptr (LvState) state = show ("lokal.tal-8", "2019");
  const LvItem *item = lv_pack_find_kind (lv_model_pack (model), LV_KIND_CHART, "figur.b.noegletal");
  g_autoptr (LvChart) chart = lv_chart_new (item, state, NULL);
  g_autoptr (LvFigure) figure = NULL;

  g_assert_nonnull (chart);
  figure = lv_chart_make_figure (chart, state, state, NULL);
  g_assert_cmpint (lv_figure_n_categories (figure), ==, INDICATORS_PLACES + 1);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = indicators_load ();
  g_test_add_func ("/indicators/chosen", test_chosen);
  g_test_add_func ("/indicators/printed", test_printed);
  g_test_add_func ("/indicators/chart", test_chart);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
