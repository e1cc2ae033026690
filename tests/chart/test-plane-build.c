/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the way from a pack to scatter, matrix, share and donut: places, cross, names of fields
 * and levels, the scenario, what is told and copied. */

#include <math.h>
#include <string.h>

#include "packs.h"

typedef struct {
  Pack pack;
  LvState *state;
  LvChart *chart;
  LvFigure *figure;             /* in the scenario */
} Fixture;

static void
set_up (Fixture *self, gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  const LvItem *item;

  pack_load (&self->pack, LV_GALLERY);
  item = lv_pack_find_kind (lv_model_pack (self->pack.model), LV_KIND_CHART, id);
  self->state = lv_state_copy (self->pack.base);
  lv_state_set (self->state, lv_model_find (self->pack.model, "g.flyt"), 0, -500);
  lv_state_update (self->state);
  self->chart = lv_chart_new (item, self->pack.base, &error);
  g_assert_no_error (error);
  self->figure = lv_chart_make_figure (self->chart, self->state, self->pack.base, NULL);
}

static void
tear_down (Fixture *self, gconstpointer id)
{
  lv_figure_unref (self->figure);
  lv_chart_free (self->chart);
  lv_state_free (self->state);
  pack_clear (&self->pack);
}

static void
expect_place (const LvFigure *figure, LvFigureRole role, int category, double x, double y)
{
  double place[2];

  g_assert_true (lv_figure_get_place (figure, role, category, &place[0], &place[1]));
  g_assert_cmpfloat_with_epsilon (place[0], x, 1e-9);
  g_assert_cmpfloat_with_epsilon (place[1], y, 1e-9);
}

/* Only Aarhus moves, and only up and down; the cross stays where the grundprognose has it. */
static void
test_scatter (Fixture *self, gconstpointer id)
{
  const LvFigureAxis *x = lv_figure_get_axis (self->figure, LV_FIGURE_X);
  const LvFigureAxis *y = lv_figure_get_axis (self->figure, LV_FIGURE_Y);
  double place[2];
  int highlight;

  expect_place (self->figure, LV_FIGURE_BASELINE, 0, 2.4, 8120);
  expect_place (self->figure, LV_FIGURE_SCENARIO, 0, 2.4, 7620);
  g_assert_false (lv_figure_get_place (self->figure, LV_FIGURE_SCENARIO, 1, &place[0],
                                       &place[1]));
  g_assert_false (lv_figure_get_place (self->figure, LV_FIGURE_BASELINE, 2, &place[0],
                                       &place[1]));
  g_assert_cmpfloat_with_epsilon (x->cross, 2.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (y->cross, (8120 + 7640 + 9310 + 8008 + 12) / 5.0, 1e-9);
  g_assert_cmpstr (x->unit, ==, "pct.");
  g_assert_cmpint (x->decimals, ==, 1);
  g_assert_cmpstr (lv_figure_get_quadrant (self->figure, LV_FIGURE_SOUTH_EAST), ==,
                   "Mange borgere, billige tilbud");
  lv_figure_get_highlight (self->figure, NULL, &highlight);
  g_assert_cmpint (highlight, ==, 0);
}

static void
test_scatter_told (Fixture *self, gconstpointer id)
{
  int now = lv_figure_find_form (self->figure, LV_FIGURE_Y, LV_FIGURE_SCENARIO);
  g_autofree char *told
    = lv_chart_tell (self->chart, self->figure, now, 0, self->state, self->pack.base);
  g_autofree char *text = lv_chart_to_text (self->chart, self->figure);

  g_assert_nonnull (strstr (told, "\n7.620 kr.\nAndel af borgerne: 2,4 pct.\n"));
  g_assert_nonnull (strstr (text, "Aarhus\t2,4\t8.120\t7.620\n"));
}

static void
test_matrix (Fixture *self, gconstpointer id)
{
  g_autofree char *text = lv_chart_to_text (self->chart, self->figure);
  g_autofree char *alt = lv_figure_dup_alt (self->figure);
  g_autofree char *told
    = lv_chart_tell (self->chart, self->figure, 0, 1, self->state, self->pack.base);

  g_assert_cmpuint (lv_figure_get_axis (self->figure, LV_FIGURE_X)->levels->len, ==, 3);
  expect_place (self->figure, LV_FIGURE_BASELINE, 0, 2, 3);
  expect_place (self->figure, LV_FIGURE_SCENARIO, 0, 2, 2);
  g_assert_nonnull (strstr (text, "Bostøtte\tmiddel\tmiddel"));
  g_assert_nonnull (strstr (told, "\nmiddel\nAndel af udgiften: middel\n"));
  g_assert_nonnull (strstr (alt, "Ikke vist: Kvindekrisecentre."));
}

/* The scenario has all parts, also those that it leaves alone. */
static void
test_share (Fixture *self, gconstpointer id)
{
  g_autoptr (LvFigure) base
    = lv_chart_make_figure (self->chart, self->pack.base, self->pack.base, NULL);

  g_assert_cmpint (lv_figure_n_series (base), ==, 1);
  g_assert_cmpint (lv_figure_n_series (self->figure), ==, 2);
  for (int c = 0; c < lv_figure_n_categories (self->figure); c++)
    {
      const LvFigurePoint *before = lv_figure_get_point (self->figure, 0, c);
      const LvFigurePoint *now = lv_figure_get_point (self->figure, 1, c);

      g_assert_cmpint (now->status, !=, LV_FIGURE_ABSENT);
      g_assert_cmpfloat_with_epsilon (now->value - before->value, c == 0 ? 10.0 : 0.0, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plane-build/scatter", Fixture, "f.fire-felter", set_up, test_scatter, tear_down);
  g_test_add ("/plane-build/told", Fixture, "f.fire-felter", set_up, test_scatter_told, tear_down);
  g_test_add ("/plane-build/matrix", Fixture, "f.matrix", set_up, test_matrix, tear_down);
  g_test_add ("/plane-build/share", Fixture, "f.fordeling", set_up, test_share, tear_down);
  g_test_add ("/plane-build/donut", Fixture, "f.ring", set_up, test_share, tear_down);
  return g_test_run ();
}
