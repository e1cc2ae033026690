/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the way from actions and flows of a pack to their pictures: rows by track, days as the
 * source says them, what a scenario moves, the day that the caller gives, numbers in boxes. */

#include <string.h>

#include "lv-scenario.h"
#include "packs.h"

static Pack pack;

static const LvItem *
find (LvKind kind, const char *id)
{
  const LvItem *item = lv_pack_find_kind (lv_model_pack (pack.model), kind, id);

  g_assert_nonnull (item);
  return item;
}

static LvChart *
make_chart (LvKind kind, const char *id)
{
  g_autoptr (GError) error = NULL;
  LvChart *chart = lv_chart_new (find (kind, id), pack.base, &error);

  g_assert_no_error (error);
  return chart;
}

/* The grundprognose with the end of p.bolig moved half a year; transfer full. */
static LvState *
moved_state (void)
{
  g_autoptr (LvScenario) scenario = lv_scenario_new ("moved", "Flyttet");
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvState *state = lv_state_copy (pack.base);

  lv_scenario_set (scenario, LV_CHANGE_ACTION, "p.bolig", "end", "", "2028-03-31");
  g_assert_true (lv_state_apply (state, lv_model_pack (pack.model), scenario, problems));
  lv_state_update (state);
  return state;
}

static void
assert_text (LvFigure *figure, int series, int category, const char *expected)
{
  g_autofree char *text = lv_figure_dup_value_text (figure, series, category);

  g_assert_cmpstr (text, ==, expected);
}

/* Tracks stand together, in the order in which they first come. */
static void
test_rows (void)
{
  g_autoptr (LvChart) chart = make_chart (LV_KIND_CHART, "f.plan");
  g_autoptr (LvFigure) figure = lv_chart_make_figure (chart, pack.base, pack.base, NULL);

  g_assert_cmpint (lv_figure_n_categories (figure), ==, 7);
  g_assert_cmpint (lv_figure_n_series (figure), ==, 3);
  g_assert_cmpstr (lv_figure_get_category (figure, 1)->label, ==,
                   "3.1 Aftale om huslejerestancer");
  g_assert_cmpstr (lv_figure_get_category (figure, 1)->group, ==, "Forebyggelse");
  g_assert_cmpstr (lv_figure_get_category (figure, 2)->label, ==, "2. Ti flere boliger");
  g_assert_cmpstr (lv_figure_get_category (figure, 2)->detail, ==, "Teknik og Miljø");
  g_assert_cmpint (lv_figure_get_category (figure, 2)->progress, ==, LV_FIGURE_LATE);
  g_assert_cmpint (lv_figure_get_category (figure, 6)->progress, ==, LV_FIGURE_NOT_STATED);
  g_assert_cmpint (lv_figure_n_links (figure), ==, 3);
  g_assert_cmpint (lv_figure_n_references (figure), ==, 0);
  g_assert_nonnull (strstr (lv_figure_get_source (figure), "Opdigtede tal"));
}

/* A month stays a month, and covers all of its days. */
static void
test_days (void)
{
  g_autoptr (LvChart) chart = make_chart (LV_KIND_CHART, "f.plan");
  g_autoptr (LvFigure) figure = lv_chart_make_figure (chart, pack.base, pack.base, NULL);
  GDate last;

  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 30, G_DATE_JUNE, 2026);
  assert_text (figure, 0, 0, "januar 2026");
  assert_text (figure, 1, 0, "juni 2026");
  assert_text (figure, 2, 0, "1. juli 2026");
  g_assert_cmpfloat (lv_figure_get_point (figure, 1, 0)->value, ==, g_date_get_julian (&last));
  assert_text (figure, 1, 5, "Efterår 2027");
  g_assert_false (lv_figure_is_dated (figure, 5));
}

/* What a scenario moves stands beside the days of the pack, and only that. */
static void
test_moved (void)
{
  g_autoptr (LvChart) chart = make_chart (LV_KIND_CHART, "f.plan");
  g_autoptr (LvState) state = moved_state ();
  g_autoptr (LvState) copy = lv_state_copy (state);
  g_autoptr (LvFigure) figure = lv_chart_make_figure (chart, copy, pack.base, NULL);
  g_autofree char *told = lv_chart_tell (chart, figure, 4, 2, copy, pack.base);

  g_assert_cmpint (lv_figure_n_series (figure), ==, 5);
  assert_text (figure, 1, 2, "30. september 2027");
  assert_text (figure, 3, 2, "1. marts 2026");
  assert_text (figure, 4, 2, "31. marts 2028");
  g_assert_false (lv_figure_is_drawn (figure, 4, 1));
  g_assert_cmpstr (told, ==,
                   "2. Ti flere boliger\n1. marts 2026 til 30. september 2027\n"
                   "i scenariet 1. marts 2026 til 31. marts 2028\nfrist 31. marts 2027\n"
                   "forsinket\nTeknik og Miljø\nOpdigtede tal til prøver af figurer, Ingen 2025, "
                   "Tabel 2");
  lv_state_clear (copy);
  g_clear_pointer (&figure, lv_figure_unref);
  figure = lv_chart_make_figure (chart, copy, pack.base, NULL);
  g_assert_cmpint (lv_figure_n_series (figure), ==, 3);
}

static void
test_today (void)
{
  g_autoptr (LvChart) chart = make_chart (LV_KIND_CHART, "f.plan");
  g_autoptr (LvFigure) figure = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 24, G_DATE_NOVEMBER, 2026);
  lv_chart_set_today (chart, &today);
  figure = lv_chart_make_figure (chart, pack.base, pack.base, NULL);
  g_assert_cmpint (lv_figure_n_references (figure), ==, 1);
  g_assert_cmpstr (lv_figure_get_reference (figure, 0)->label, ==, "I dag, 24. november 2026");
}

static void
test_table (void)
{
  g_autoptr (LvChart) plan = make_chart (LV_KIND_CHART, "f.plan");
  g_autoptr (LvChart) flow = make_chart (LV_KIND_CHART, "f.kaede");
  g_autoptr (LvFigure) days = lv_chart_make_figure (plan, pack.base, pack.base, NULL);
  g_autoptr (LvFigure) boxes = lv_chart_make_figure (flow, pack.base, pack.base, NULL);
  g_autofree char *days_text = lv_chart_to_text (plan, days);
  g_autofree char *boxes_text = lv_chart_to_text (flow, boxes);

  g_assert_true (g_str_has_prefix (days_text,
                                   "Opgave\tSpor\tAnsvarlig\tStatus\tStart\tSlut\tFrist\n"));
  g_assert_nonnull (strstr (days_text, "\n2. Ti flere boliger\tBoliger\tTeknik og Miljø\tforsinket"
                                       "\t1. marts 2026\t30. september 2027\t31. marts 2027\n"));
  g_assert_true (g_str_has_prefix (boxes_text, "Boks\tAktuelt tal\tFører til\n"));
  g_assert_nonnull (strstr (boxes_text, "\nHjemløse i 2025\tmangler\tUdgift i 2029\n"));
}

/* A box shows its number with unit, in the scenario too, and knows where it leads. */
static void
test_flow (void)
{
  g_autoptr (LvChart) chart = make_chart (LV_KIND_CHART, "f.kaede");
  g_autoptr (LvState) state = lv_state_copy (pack.base);
  g_autoptr (LvFigure) figure = NULL;
  g_autofree char *told = NULL;
  g_autofree char *empty = NULL;
  const LvNode *node;
  gsize cell;

  lv_state_set (state, lv_model_find (pack.model, "g.vaekst"), 0, 2.0);
  lv_state_update (state);
  figure = lv_chart_make_figure (chart, state, pack.base, NULL);
  told = lv_chart_tell (chart, figure, 1, 3, state, pack.base);
  empty = lv_chart_tell (chart, figure, 0, 0, state, pack.base);
  g_assert_cmpint (lv_figure_n_series (figure), ==, 2);
  assert_text (figure, 0, 1, "0,0 mio. kr.");
  assert_text (figure, 1, 1, "2,0 mio. kr.");
  assert_text (figure, 1, 3, "419 mio. kr.");
  g_assert_cmpint (lv_figure_get_point (figure, 0, 2)->status, ==, LV_FIGURE_MISSING);
  g_assert_cmpint (lv_figure_get_point (figure, 0, 0)->status, ==, LV_FIGURE_ABSENT);
  g_assert_cmpstr (lv_figure_get_category (figure, 3)->card, ==, "k.plan");
  g_assert_true (lv_chart_find (chart, figure, 1, 3, &node, &cell));
  g_assert_true (g_str_has_prefix (told, "Udgift i 2029\nForløb med ændring, scenarie\n419 mio. kr."));
  g_assert_true (g_str_has_suffix (empty, "\n→ Ændret vækst, Hjemløse i 2025"));
  g_assert_nonnull (strstr (lv_figure_get_source (figure), "Opdigtede tal"));
}

/* A card of a flow needs no chart. */
static void
test_flow_item (void)
{
  g_autoptr (LvChart) chart = make_chart (LV_KIND_FLOW, "g.kaede");
  g_autoptr (LvFigure) figure = lv_chart_make_figure (chart, pack.base, pack.base, NULL);

  g_assert_cmpint (lv_figure_get_kind (figure), ==, LV_FIGURE_FLOW);
  g_assert_cmpstr (lv_figure_get_title (figure), ==, "Fra indsats til udgift");
}

static void
test_several (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lv_chart_new (find (LV_KIND_FLOW, "g.flere"), pack.base, &error));
  g_assert_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  pack_load (&pack, LV_GALLERY);
  g_test_add_func ("/build-plan/rows", test_rows);
  g_test_add_func ("/build-plan/days", test_days);
  g_test_add_func ("/build-plan/moved", test_moved);
  g_test_add_func ("/build-plan/today", test_today);
  g_test_add_func ("/build-plan/table", test_table);
  g_test_add_func ("/build-plan/flow", test_flow);
  g_test_add_func ("/build-plan/flow-item", test_flow_item);
  g_test_add_func ("/build-plan/several", test_several);
  result = g_test_run ();
  pack_clear (&pack);
  return result;
}
