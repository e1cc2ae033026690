/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-scenario.h"

static const LvChange *
at (const LvScenario *scenario, guint index)
{
  return g_ptr_array_index (scenario->changes, index);
}

/* Setting the same thing again replaces it where it stands, so that the list keeps its order. */
static void
test_set (void)
{
  g_autoptr (LvScenario) scenario = lv_scenario_new ("a", "A");

  lv_scenario_set (scenario, LV_CHANGE_SET, "x", NULL, "", "1");
  lv_scenario_set (scenario, LV_CHANGE_SET, "y", NULL, "ta", "2");
  lv_scenario_set (scenario, LV_CHANGE_LOCK, "x", NULL, NULL, "yes");
  lv_scenario_set (scenario, LV_CHANGE_SET, "x", NULL, NULL, "3");
  g_assert_cmpuint (scenario->changes->len, ==, 3);
  g_assert_cmpstr (at (scenario, 0)->id, ==, "x");
  g_assert_cmpstr (at (scenario, 0)->value, ==, "3");
  g_assert_cmpstr (at (scenario, 0)->members, ==, "");
  g_assert_cmpint (at (scenario, 2)->kind, ==, LV_CHANGE_LOCK);
}

/* Properties of a measure and cells of a parameter are changes by themselves. */
static void
test_find (void)
{
  g_autoptr (LvScenario) scenario = lv_scenario_new ("a", "A");

  lv_scenario_set (scenario, LV_CHANGE_MEASURE, "m", "on", "", "on");
  lv_scenario_set (scenario, LV_CHANGE_MEASURE, "m", "delay", "", "6");
  lv_scenario_set (scenario, LV_CHANGE_SET, "x", NULL, "ta/2026", "6");
  g_assert_cmpuint (scenario->changes->len, ==, 3);
  g_assert_cmpstr (lv_scenario_find (scenario, LV_CHANGE_MEASURE, "m", "delay", "")->value, ==,
                   "6");
  g_assert_null (lv_scenario_find (scenario, LV_CHANGE_MEASURE, "m", "scale", ""));
  g_assert_null (lv_scenario_find (scenario, LV_CHANGE_SET, "x", NULL, ""));
  g_assert_null (lv_scenario_find (scenario, LV_CHANGE_SET, "x", NULL, "ta/2027"));
}

static void
test_reset (void)
{
  g_autoptr (LvScenario) scenario = lv_scenario_new ("a", "A");

  lv_scenario_set (scenario, LV_CHANGE_SET, "x", NULL, "", "1");
  lv_scenario_set (scenario, LV_CHANGE_SET, "y", NULL, "", "2");
  g_assert_true (lv_scenario_reset (scenario, LV_CHANGE_SET, "x", NULL, ""));
  g_assert_false (lv_scenario_reset (scenario, LV_CHANGE_SET, "x", NULL, ""));
  g_assert_cmpuint (scenario->changes->len, ==, 1);
  g_assert_cmpstr (at (scenario, 0)->id, ==, "y");
}

/* A value may be set to itself: the old one is freed only after the new one was copied. */
static void
test_set_to_itself (void)
{
  g_autoptr (LvScenario) scenario = lv_scenario_new ("a", "A");

  lv_scenario_set (scenario, LV_CHANGE_SET, "x", NULL, "", "1");
  lv_scenario_set (scenario, LV_CHANGE_SET, "x", NULL, "", at (scenario, 0)->value);
  g_assert_cmpstr (at (scenario, 0)->value, ==, "1");
}

static void
test_copy (void)
{
  g_autoptr (LvScenario) scenario = lv_scenario_new ("a", "A");
  g_autoptr (LvScenario) copy = NULL;

  scenario->parent = g_strdup ("b");
  lv_scenario_set (scenario, LV_CHANGE_SET, "x", NULL, "", "1");
  ((LvChange *) at (scenario, 0))->because = g_strdup ("aftalt");
  copy = lv_scenario_copy (scenario);
  lv_scenario_set (scenario, LV_CHANGE_SET, "x", NULL, "", "2");
  g_assert_cmpstr (copy->parent, ==, "b");
  g_assert_cmpstr (copy->state, ==, "udkast");
  g_assert_cmpstr (at (copy, 0)->value, ==, "1");
  g_assert_cmpstr (at (copy, 0)->because, ==, "aftalt");
  g_assert_cmpstr (at (scenario, 0)->because, ==, "aftalt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/set", test_set);
  g_test_add_func ("/scenario/find", test_find);
  g_test_add_func ("/scenario/reset", test_reset);
  g_test_add_func ("/scenario/set-to-itself", test_set_to_itself);
  g_test_add_func ("/scenario/copy", test_copy);
  return g_test_run ();
}
