/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pris ved forsinkelse equals the documented formula, which is written here a second time from the pack's figures:
 * for one action, for the plan, for own actions; and says why where there is no number. */
#include "lv-action-plan.h"

#include <math.h>
#include <string.h>

#define FIRST 2025
#define LAST 2030

static LvSession *
plan_session (void)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "plan", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);

  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  return lv_session_new (model);
}

/* --- The formula, from the figures of tests/data/plan */

/* Before its first year 0, after its last the last. */
static double
effect (const double *values, int n, int year)
{
  if (year < 2026)
    return 0;
  return values[MIN (year - 2026, n - 1)];
}

static double
moved_effect (const double *values, int n, int year, int delay)
{
  int whole = (int) floor (delay / 12.0);
  int rest = delay - 12 * whole;

  return (1 - rest / 12.0) * effect (values, n, year - whole)
         + rest / 12.0 * effect (values, n, year - whole - 1);
}

typedef struct
{
  gboolean a_on, b_on;
  double a_scale;
  int a_delay, b_delay;
} World;

static double
gap (const World *world, int year)
{
  static const double a[] = { -12, -24, -36 };
  static const double b[] = { -6 };

  return 100 + (world->a_on ? world->a_scale / 100 * moved_effect (a, 3, year, world->a_delay) : 0)
         + (world->b_on ? moved_effect (b, 1, year, world->b_delay) : 0);
}

static double
cost (const World *late, const World *in_time, int budget_year)
{
  double sum = 0;

  for (int year = budget_year; year < budget_year + 4 && year <= LAST; year++)
    sum += gap (late, year) - gap (in_time, year);
  return sum;
}

/* --- The session in the same world */

static void
set_knob (LvSession *session, const char *measure, const char *property, double value)
{
  const LvNode *knob
      = lv_model_measure_knob (lv_session_model (session),
                               lv_pack_find (lv_session_pack (session), measure), property);

  lv_session_set (session, knob, 0, value);
}

static void
set_year (LvSession *session, int year)
{
  lv_session_set (session, lv_session_head_node (session, "budget-year"), 0, year - FIRST);
}

static void
assert_near (double found, double expected)
{
  g_assert_cmpfloat (fabs (found - expected), <=, 1e-9 * MAX (1, fabs (expected)));
}

static void
test_one (void)
{
  g_autoptr (LvSession) session = plan_session ();
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      World world = { TRUE, g_rand_boolean (random), g_rand_int_range (random, 1, 8) * 25, 0, 0 };
      int own_delay = g_rand_int_range (random, 0, 7);
      int months = g_rand_int_range (random, -14, 40);
      int year = g_rand_int_range (random, FIRST, LAST + 1);
      World late;
      LvDelayCost found;

      set_knob (session, "a", "on", 1);
      set_knob (session, "a", "scale", world.a_scale);
      set_knob (session, "a", "delay", own_delay);
      set_knob (session, "b", "on", world.b_on);
      set_year (session, year);
      world.a_delay = own_delay;
      late = world;
      late.a_delay = own_delay + months;
      found = lv_session_delay_cost (session, "ta.1", months);
      g_assert_cmpint (found.kind, ==, LV_DELAY_COUNTED);
      g_assert_cmpuint (found.n_years, ==, (guint) MIN (4, LAST - year + 1));
      assert_near (found.total, cost (&late, &world, year));
    }
  g_rand_free (random);
}

/* Several actions moved at once, whatever else the scenario changes. */
static void
test_plan (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autofree char *own = lv_session_add_action (session, "ta.*", "Egen", NULL, NULL);
  GRand *random = g_rand_new_with_seed (11);

  lv_session_set_action (session, own, LV_ACTION_PLANNED_END, "2026-05");
  lv_session_set_action (session, own, LV_ACTION_CARRIES, "b");
  for (guint i = 0; i < 200; i++)
    {
      int ta1 = g_rand_int_range (random, 0, 20);
      int ta2 = g_rand_int_range (random, 0, 20);
      int mine = g_rand_int_range (random, 0, 20);
      World in_time = { TRUE, TRUE, 100, 0, 0 };
      World late = { TRUE, TRUE, 100, ta1, ta2 + mine };
      LvDelayCost found;

      lv_session_reset_all (session);
      set_knob (session, "a", "on", 1);
      set_knob (session, "b", "on", 1);
      lv_session_move_action (session, "ta.1", ta1, 0);
      lv_session_move_action (session, "ta.2", ta2, 0);
      lv_session_move_action (session, own, mine, 0);
      found = lv_session_plan_cost (session);
      g_assert_cmpint (found.kind, ==, LV_DELAY_COUNTED);
      g_assert_cmpuint (found.n_delayed, ==, (guint) ((ta1 != 0) + (ta2 != 0) + (mine != 0)));
      assert_near (found.total, cost (&late, &in_time, 2026));
    }
  g_rand_free (random);
}

static void
test_none (void)
{
  g_autoptr (LvSession) session = plan_session ();
  LvDelayCost found = lv_session_plan_cost (session);

  g_assert_cmpint (found.kind, ==, LV_DELAY_COUNTED);
  g_assert_cmpfloat (found.total, ==, 0);
  g_assert_cmpuint (found.n_delayed, ==, 0);
}

static void
assert_words (LvSession *session, const char *id, const char *expected)
{
  LvDelayCost found = lv_session_delay_cost (session, id, 6);
  g_autofree char *words = lv_session_delay_words (session, &found);

  g_assert_cmpstr (words, ==, expected);
}

/* Where there is no number it says why, and never 0. */
static void
test_why_not (void)
{
  g_autoptr (LvSession) session = plan_session ();
  LvDelayCost found;

  set_knob (session, "ukendt", "on", 1);
  set_knob (session, "halvt", "on", 1);
  set_knob (session, "siden-af", "on", 1);
  assert_words (session, "ta.1", "ingen, for tiltaget er slået fra i scenariet");
  assert_words (session, "ta.3", "ingen, for opgaven bærer intet tiltag");
  assert_words (session, "ta.4", "ikke vurderet");
  assert_words (session, "hjem.1", "ikke vurderet");
  assert_words (session, "hjem.2", "ingen, for tiltaget påvirker ikke merforbruget i de fire år");
  found = lv_session_delay_cost (session, "ta.4", 6);
  g_assert_true (isnan (found.total));
  lv_session_move_action (session, "ta.4", 6, 0);
  found = lv_session_plan_cost (session);
  g_assert_cmpint (found.kind, ==, LV_DELAY_NOT_ASSESSED);
  g_assert_true (isnan (found.total));
  set_knob (session, "a", "on", 1);
  lv_session_move_action (session, "ta.1", 6, 0);
  found = lv_session_plan_cost (session);
  g_assert_cmpint (found.kind, ==, LV_DELAY_COUNTED);
  g_assert_cmpuint (found.n_not_assessed, ==, 1);
  assert_words (session, "ta.1", "18 mio. kr. i 2026–2029");
}

/* The persons whom a measure moves are known and what it saves on each is not: no number before somebody assumes
 * it, whatever else is on. */
static void
test_no_price (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autofree char *own = lv_session_add_action (session, "ta.*", "Egen", NULL, NULL);
  const LvNode *price = lv_model_find (lv_session_model (session), "pris");

  lv_session_set_action (session, own, LV_ACTION_PLANNED_END, "2026-06");
  lv_session_set_action (session, own, LV_ACTION_CARRIES, "personer-uden-pris");
  set_knob (session, "personer-uden-pris", "on", 1);
  assert_words (session, own, "ikke vurderet");
  set_knob (session, "ukendt", "on", 1);
  set_knob (session, "halvt", "on", 1);
  assert_words (session, own, "ikke vurderet");
  lv_session_move_action (session, own, 6, 0);
  g_assert_cmpint (lv_session_plan_cost (session).kind, ==, LV_DELAY_NOT_ASSESSED);
  lv_session_set (session, price, 0, 2);
  assert_words (session, own, "4 mio. kr. i 2026–2029");
  g_assert_cmpfloat (lv_session_plan_cost (session).total, ==, 4);
}

/* An action may carry a measure of the user's own. */
static void
test_own_measure (void)
{
  static const char text[]
      = "[document lokal]\ntitle=x\npack=plan\nversion=1\nformat=1\n"
        "[series lokal.virkning]\ntitle=Egen virkning\nlike=virkning.b\nfrom=2026\nvalues=-24\n"
        "[measure lokal.tiltag]\ntitle=Eget tiltag\neffect@merforbrug=lokal.virkning\n"
        "[action ta.3]\ncarries=lokal.tiltag\n"
        "[scenario lokal.s]\ntitle=S\nmeasure lokal.tiltag.on=on\naction ta.3.end=2026-10-31\n";
  g_autoptr (LvSession) session = plan_session ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LvDocument) document = lv_document_read (lv_session_pack (session), bytes, NULL);

  g_assert_true (lv_session_set_document (session, document, NULL));
  lv_session_show (session, "lokal.s", NULL);
  assert_near (lv_session_plan_cost (session).total, 6);
  assert_near (lv_session_delay_cost (session, "ta.3", 6).total, 12);
  g_assert_true (lv_session_set_action (session, "ta.2", LV_ACTION_CARRIES, "lokal.tiltag"));
}

/* A delay typed for the measure itself stays the measure's own, beside what the action adds; taking it back
 * takes both. */
static void
test_own_delay (void)
{
  g_autoptr (LvSession) session = plan_session ();
  const LvNode *knob
      = lv_model_measure_knob (lv_session_model (session), lv_pack_find (lv_session_pack (session), "a"), "delay");

  set_knob (session, "a", "on", 1);
  lv_session_move_action (session, "ta.1", 3, 0);
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), knob, 0), ==, 3);
  g_assert_true (lv_session_set (session, knob, 0, 5));
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), knob, 0), ==, 5);
  lv_session_end_edit (session);
  g_assert_true (lv_session_reset (session, knob, 0));
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), knob, 0), ==, 0);
  g_assert_cmpuint (lv_session_plan_cost (session).n_delayed, ==, 0);
  lv_session_undo (session);
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), knob, 0), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delay/one", test_one);
  g_test_add_func ("/delay/plan", test_plan);
  g_test_add_func ("/delay/none", test_none);
  g_test_add_func ("/delay/why-not", test_why_not);
  g_test_add_func ("/delay/no-price", test_no_price);
  g_test_add_func ("/delay/own-measure", test_own_measure);
  g_test_add_func ("/delay/own-delay", test_own_delay);
  return g_test_run ();
}
