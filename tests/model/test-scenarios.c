/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios. What it protects: a child overrides its parent and nothing else, also with the default
 * said aloud; a delayed action delays its measure once; and a wrong change is told with its place
 * while the others count. */
#include "lv-test.h"

#include <string.h>

static LvModel *model;

static void
check (const char *scenario, const char *spending, const char *all_years)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_apply (state, scenario);
  lv_test_expect (state, "udgift", spending);
  lv_test_expect (state, "udgift.alle", all_years);
}

static void
test_inheritance (void)
{
  check ("forael", ";126;139;?;165", "103;100;103;106;109");
  check ("barn", ";130;136;?;175", "105;98;103;108;113");
  check ("barnebarn", ";130;136;?;175", "105;110;115;120;125");
  check ("standard", ";110;120;?;140", "100;94;94;94;94");
}

/* Cells that a child does not name stay the parent's; one scenario after another leaves nothing
 * behind. */
static void
test_one_after_another (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvState) fresh = lv_state_new (model);

  lv_test_apply (state, "barnebarn");
  lv_test_expect (state, "loeft", ";10;1;3;10");
  lv_test_apply (state, "barn");
  lv_test_expect (state, "loeft", ";10;1;10;10");
  lv_test_apply (state, "forael");
  lv_test_apply (fresh, "forael");
  lv_test_assert_same (state, fresh);
}

static void
test_actions (void)
{
  check ("forsinket", ";110;120;?;140", "100;94;88;88;88");
  check ("mere-forsinket", ";110;120;?;140", "100;100;88;88;88"); /* 12 months, not 6 and 12 */
  check ("forsinket-og", ";110;120;?;140", "100;100;88;88;88");   /* its own 6 and the action's 6 */
  check ("naesten", ";110;120;?;140", "100;88;88;88;88");         /* no whole month */
}

static void
test_all_kinds (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_apply (state, "alt");
  lv_test_expect (state, "kontakt", "1");
  lv_test_expect (state, "by", "2");
  lv_test_expect (state, "naar", "24328");
  lv_test_expect (state, "ukendt", "3");
  lv_test_expect (state, "udgift", ";110;120;130;140");
}

static void
test_wrong_changes (void)
{
  static const struct
  {
    LvChangeKind kind;
    const char *id, *property, *members, *value, *fault;
  } rows[] = {
    { LV_CHANGE_SET, "findes.ikke", NULL, "", "1",
      "findes.ikke: “findes.ikke” is neither a parameter nor a series" },
    { LV_CHANGE_SET, "udgift", NULL, "", "1",
      "udgift: “udgift” is neither a parameter nor a series" },
    { LV_CHANGE_SET, "tiltag#on", NULL, "", "on",
      "tiltag#on: “tiltag#on” is neither a parameter nor a series" },
    { LV_CHANGE_SET, "laast", NULL, "2026", "1",
      "laast@2026: “laast” is restated or tied and can't be changed" },
    { LV_CHANGE_SET, "vaekst", NULL, "", "13,5",
      "vaekst: expected a number with a decimal point, not “13,5”" },
    { LV_CHANGE_SET, "vaekst", NULL, "", "51", "vaekst: 51 is outside the limits of “vaekst”" },
    { LV_CHANGE_SET, "vaekst", NULL, "2026", "1",
      "vaekst@2026: “2026” names 1 members, but there are 0 axes" },
    { LV_CHANGE_SET, "loeft", NULL, "1999", "1",
      "loeft@1999: “1999” is not a member of the axis aar" },
    { LV_CHANGE_SET, "loeft", NULL, "2025", "1", "loeft@2025: there is no value there to change" },
    { LV_CHANGE_SET, "kontakt", NULL, "", "ja", "kontakt: expected on or off, not “ja”" },
    { LV_CHANGE_SET, "by", NULL, "", "z", "by: expected a member of the axis, not “z”" },
    { LV_CHANGE_SET, "naar", NULL, "", "2027",
      "naar: expected a month such as 2027-01, not “2027”" },
    { LV_CHANGE_MEASURE, "tiltag", "on", "", "1", "tiltag: expected on or off, not “1”" },
    { LV_CHANGE_MEASURE, "tiltag", "delay", "", "1.5",
      "tiltag: a delay is a whole number of months" },
    { LV_CHANGE_MEASURE, "tiltag", "scale", "", "?", "tiltag: expected a value, not “?”" },
    { LV_CHANGE_MEASURE, "tiltag", "farve", "", "1",
      "tiltag: there is no measure “tiltag” with on, scale or delay" },
    { LV_CHANGE_MEASURE, "vaekst", "on", "", "on",
      "vaekst: there is no measure “vaekst” with on, scale or delay" },
    { LV_CHANGE_ACTION, "ingen", "end", "", "2027-01", "ingen: there is no action “ingen”" },
    { LV_CHANGE_ACTION, "skridt", "end", "", "snart",
      "skridt: expected a date such as 2027-01-31, not “snart”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LvState) state = lv_state_new (model);
      g_autoptr (LvScenario) scenario = lv_scenario_new ("s", "S");
      g_autoptr (LvProblems) problems = lv_problems_new ();
      g_autofree char *expected = g_strconcat ("[scenario s] ", rows[i].fault, NULL);
      g_autofree char *text = NULL;

      lv_scenario_set (scenario, rows[i].kind, rows[i].id, rows[i].property, rows[i].members,
                       rows[i].value);
      lv_scenario_set (scenario, LV_CHANGE_SET, "loeft", NULL, "2026", "4"); /* right: it counts */
      g_assert_cmpint (lv_state_apply (state, lv_model_pack (model), scenario, problems), ==,
                       FALSE);
      g_assert_cmpuint (lv_problems_count (problems), ==, 1);
      text = lv_problem_to_string (lv_problems_get (problems, 0));
      g_assert_cmpstr (text, ==, expected);
      lv_state_update (state);
      lv_test_expect (state, "loeft@2026", "4");
    }
}

/* A change knows the file and line that it comes from. */
static void
test_place_of_faults (void)
{
  const LvPack *pack = lv_model_pack (model);
  const LvItem *item = lv_pack_find_kind (pack, LV_KIND_SCENARIO, "alt");
  g_autoptr (LvScenario) copy = lv_scenario_copy (item->detail);
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvProblems) problems = lv_problems_new ();

  lv_scenario_set (copy, LV_CHANGE_SET, "kontakt", NULL, NULL, "måske");
  lv_state_apply (state, pack, copy, problems);
  g_assert_cmpuint (lv_problems_count (problems), ==, 1);
  g_assert_cmpstr (lv_problems_get (problems, 0)->file, ==, "10-scenarios.lv");
  g_assert_cmpuint (lv_problems_get (problems, 0)->line, ==, item->line + 2);
  g_assert_cmpstr (lv_problems_get (problems, 0)->group, ==, "scenario alt");
}

/* An edit puts the whole scenario in place again: only what it makes other is computed. */
static void
test_same_again (void)
{
  const LvPack *pack = lv_model_pack (model);
  const LvItem *item = lv_pack_find_kind (pack, LV_KIND_SCENARIO, "alt");
  g_autoptr (LvScenario) copy = lv_scenario_copy (item->detail);
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvState) fresh = lv_state_new (model);
  g_autoptr (LvProblems) problems = lv_problems_new ();

  lv_state_apply (state, pack, copy, problems);
  g_assert_cmpuint (lv_state_update (state), >, 0);
  lv_state_apply (state, pack, copy, problems);
  g_assert_cmpuint (lv_state_update (state), ==, 0);
  lv_scenario_set (copy, LV_CHANGE_SET, "loeft", NULL, "2026", "4");
  lv_state_apply (state, pack, copy, problems);
  g_assert_cmpuint (lv_state_update (state), >, 0);
  lv_test_expect (state, "loeft@2026", "4");
  lv_state_apply (fresh, pack, copy, problems);
  lv_state_update_all (fresh);
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);

      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
        {
          LvValue one = lv_state_get (state, node, cell);
          LvValue other = lv_state_get (fresh, node, cell);

          g_assert_cmpmem (&one.number, sizeof (double), &other.number, sizeof (double));
          g_assert_cmpint (one.status, ==, other.status);
        }
    }
  lv_state_clear (state);
  lv_state_apply (state, pack, item->detail, problems);
  lv_state_apply (state, pack, copy, problems);
  lv_state_update (state);
  lv_test_expect (state, "loeft@2026", "4");
}

static void
test_changes (void)
{
  g_autoptr (LvScenario) scenario = lv_scenario_new ("s", "S");
  g_autoptr (LvScenario) copy = NULL;

  g_assert_cmpstr (scenario->state, ==, "udkast");
  lv_scenario_set (scenario, LV_CHANGE_SET, "a", NULL, "2026", "1");
  lv_scenario_set (scenario, LV_CHANGE_SET, "a", NULL, NULL, "2");
  lv_scenario_set (scenario, LV_CHANGE_MEASURE, "a", "on", NULL, "on");
  lv_scenario_set (scenario, LV_CHANGE_SET, "a", NULL, "2026", "3");
  g_assert_cmpuint (scenario->changes->len, ==, 3);
  g_assert_cmpstr (lv_scenario_find (scenario, LV_CHANGE_SET, "a", NULL, "2026")->value, ==, "3");
  g_assert_cmpstr (lv_scenario_find (scenario, LV_CHANGE_SET, "a", NULL, "")->value, ==, "2");
  g_assert_cmpint (lv_scenario_find (scenario, LV_CHANGE_MEASURE, "a", "scale", NULL) == NULL, ==,
                   TRUE);
  copy = lv_scenario_copy (scenario);
  g_assert_cmpint (lv_scenario_reset (scenario, LV_CHANGE_SET, "a", NULL, "2026"), ==, TRUE);
  g_assert_cmpint (lv_scenario_reset (scenario, LV_CHANGE_SET, "a", NULL, "2026"), ==, FALSE);
  g_assert_cmpuint (scenario->changes->len, ==, 2);
  g_assert_cmpuint (copy->changes->len, ==, 3);
  g_assert_cmpstr (lv_scenario_find (copy, LV_CHANGE_MEASURE, "a", "on", NULL)->value, ==, "on");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("scenarios");
  g_test_add_func ("/model/scenarios/inheritance", test_inheritance);
  g_test_add_func ("/model/scenarios/one-after-another", test_one_after_another);
  g_test_add_func ("/model/scenarios/actions", test_actions);
  g_test_add_func ("/model/scenarios/all-kinds", test_all_kinds);
  g_test_add_func ("/model/scenarios/wrong-changes", test_wrong_changes);
  g_test_add_func ("/model/scenarios/place-of-faults", test_place_of_faults);
  g_test_add_func ("/model/scenarios/changes", test_changes);
  g_test_add_func ("/model/scenarios/same-again", test_same_again);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
