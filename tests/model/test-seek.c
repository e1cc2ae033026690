/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What does it take? What it protects: answers by hand, rounded to steps so that the goal is still met;
 * several levers that share the way; and a clear answer where there is none. */
#include "lv-seek.h"
#include "lv-test.h"

#include <math.h>

static LvModel *model;

static LvSeekLever
lever (const char *cells)
{
  g_auto (GStrv) parts = g_strsplit (cells, "@", 2);
  gsize cell;
  LvSeekLever self = { .input = lv_test_cell (model, cells, &cell), .weight = 1 };

  self.cell = parts[1] != NULL || lv_node_shape (self.input)->n == 0 ? (gssize) cell : -1;
  lv_seek_lever_bounds (self.input, &self.low, &self.high);
  return self;
}

static LvSeek *
seek_from (const LvState *state, const char *target, double goal, LvSeekSense sense,
           const LvSeekLever *levers, guint n)
{
  gsize cell;
  const LvNode *node = lv_test_cell (model, target, &cell);

  return lv_seek_new (state, node, cell, goal, sense, levers, n);
}

/* "outcome reached percent: before > after outcome, ..." */
static char *
line (const LvSeek *seek)
{
  GString *out = g_string_new (lv_seek_outcome_name (seek->outcome));

  if (isnan (seek->reached))
    g_string_append (out, " ?");
  else
    g_string_append_printf (out, " %.8g", fabs (seek->reached) < 1e-9 ? 0 : seek->reached);
  g_string_append_printf (out, " %.4g:", seek->percent);
  for (guint i = 0; i < seek->answers->len; i++)
    {
      const LvSeekAnswer *one = &g_array_index (seek->answers, LvSeekAnswer, i);

      g_string_append_printf (out, "%s %.8g > %.8g %s", i > 0 ? "," : "", one->before, one->after,
                              lv_lever_outcome_name (one->outcome));
    }
  if (!seek->monotone)
    g_string_append (out, " turning");
  return g_string_free (out, FALSE);
}

static void
expect (const char *target, double goal, LvSeekSense sense, const char *one, const char *two,
        const char *expected)
{
  g_autoptr (LvState) state = lv_state_new (model);
  LvSeekLever levers[2] = { lever (one), lever (two != NULL ? two : one) };
  g_autoptr (LvSeek) seek = seek_from (state, target, goal, sense, levers, two != NULL ? 2 : 1);
  g_autofree char *found = line (seek);

  g_test_message ("%s = %g", target, goal);
  g_assert_cmpstr (found, ==, expected);
}

/* The gap in 2029 is 25 and five times the growth. */
static void
test_one (void)
{
  expect ("gab@2029", 0, LV_SEEK_AT_MOST, "ta.vaekst", NULL, "reached 0 100: 2 > -5 helps");
  expect ("gab@2029", 40, LV_SEEK_EQUAL, "ta.vaekst", NULL, "reached 40 100: 2 > 3 helps");
  /* -0,8 is no whole step: the next one that helps. */
  expect ("gab@2029", 21, LV_SEEK_EQUAL, "ta.vaekst", NULL, "reached 20 100: 2 > -1 helps");
  expect ("gab@2029", 41, LV_SEEK_EQUAL, "ta.vaekst", NULL, "reached 42.5 100: 2 > 3.5 helps");
  expect ("gab@2024", 0, LV_SEEK_AT_MOST, "ta.vaekst", NULL, "already 0 100: 2 > 2 no-effect");
  expect ("gab@2029", 30, LV_SEEK_AT_LEAST, "ta.vaekst", NULL, "already 35 100: 2 > 2 no-effect");
  expect ("gab@2029", 30, LV_SEEK_EQUAL, "ta.vaekst", NULL, "reached 30 100: 2 > 1 helps");
}

static void
test_bounds (void)
{
  /* 60 of 235. */
  expect ("gab@2029", -200, LV_SEEK_AT_MOST, "ta.vaekst", NULL, "partly -25 25.53: 2 > -10 helps");
  expect ("gab@2029", 135, LV_SEEK_EQUAL, "ta.vaekst", NULL, "partly 125 90: 2 > 20 helps");
}

/* 35 = 110 t: -1,8 and -3,2 become -2 and -4; the last gives a step back. */
static void
test_several (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  LvSeekLever levers[] = { lever ("ta.vaekst"), lever ("koeb.vaekst") };
  g_autoptr (LvSeek) weighted = NULL;
  g_autofree char *found = NULL;

  expect ("gab@2029", 0, LV_SEEK_AT_MOST, "ta.vaekst", "koeb.vaekst",
          "reached 0 100: 2 > -2 helps, 0 > -3 helps");
  /* Each towards the bound that helps: one up, one down; 22 - 22 t = 10. */
  expect ("skifter", 10, LV_SEEK_EQUAL, "x", "deler.a",
          "reached 10 100: 0 > 5.4545455 helps, 1 > -2.2727273 helps");
  /* A lever that does nothing stays. */
  expect ("gab@2029", 0, LV_SEEK_AT_MOST, "x", "ta.vaekst",
          "reached 0 100: 0 > 0 no-effect, 2 > -5 helps");
  /* Half as fast: 35 = 120 s + 50 s. */
  levers[1].weight = 0.5;
  weighted = seek_from (state, "gab@2029", 0, LV_SEEK_AT_MOST, levers, 2);
  found = line (weighted);
  g_assert_cmpstr (found, ==, "reached 0 100: 2 > -3 helps, 0 > -2 helps");
  g_assert_cmpfloat_with_epsilon (weighted->share, 35.0 / 170, 1e-9);
}

/* A fast lever waits at its bound while the slow one goes on. */
static void
test_weights_go_all_the_way (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  LvSeekLever levers[] = { lever ("ta.vaekst"), lever ("koeb.vaekst") };
  g_autoptr (LvSeek) seek = NULL;
  g_autofree char *found = NULL;

  levers[0].weight = 4;
  seek = seek_from (state, "gab@2029", -65, LV_SEEK_AT_MOST, levers, 2);
  found = line (seek);
  g_assert_cmpstr (found, ==, "reached -65 100: 2 > -10 helps, 0 > -8 helps");
}

static void
test_all_cells (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  LvSeekLever one = lever ("loft");
  g_autoptr (LvSeek) seek = NULL;
  g_autofree char *found = NULL;

  g_assert_cmpint (one.cell, ==, -1);
  g_assert_cmpint (lv_seek_lever_bounds (one.input, &one.low, &one.high), ==, FALSE);
  one.low = 0;
  one.high = 50;
  seek = seek_from (state, "gab.ialt", 0, LV_SEEK_AT_MOST, &one, 1);
  found = line (seek);
  g_assert_cmpstr (found, ==, "reached -3 100: 0 > 18 helps"); /* 105 / 6 = 17,5 */
  lv_test_expect (seek->proposal, "gab", "-18;-11;-4;3;10;17");
}

static void
test_switches (void)
{
  expect ("gab@2029", 36, LV_SEEK_EQUAL, "ordning", NULL, "reached 38 100: 0 > 1 helps");
  expect ("gab@2029", 30, LV_SEEK_AT_MOST, "tiltag#on", NULL, "reached 23 100: 0 > 1 helps");
  expect ("gab@2029", 0, LV_SEEK_AT_MOST, "tiltag#on", NULL, "partly 23 34.29: 0 > 1 helps");
}

/* Down to 3 at 5 and up again: the nearest answer, and said that there may be others. */
static void
test_turning (void)
{
  expect ("bue", 12, LV_SEEK_EQUAL, "x", NULL, "reached 12 100: 0 > 2 helps turning");
  expect ("bue", 3, LV_SEEK_EQUAL, "x", NULL, "reached 3 100: 0 > 5 helps turning");
  expect ("bue", 0, LV_SEEK_EQUAL, "x", NULL, "partly 3 89.29: 0 > 5 helps turning");
  expect ("bue", 40, LV_SEEK_EQUAL, "x", NULL, "no-help 28 0: 0 > 0 no-help");
}

static void
test_jump (void)
{
  expect ("trin", 15, LV_SEEK_AT_MOST, "x", NULL, "reached 10 100: 0 > 4 helps");
  expect ("trin", 5, LV_SEEK_AT_MOST, "x", NULL, "partly 10 66.67: 0 > 4.0625 helps");
}

static void
test_no_answer (void)
{
  expect ("fast", 3, LV_SEEK_EQUAL, "x", NULL, "no-effect 7 0: 0 > 0 no-effect");
  expect ("maalt@2026", 3, LV_SEEK_EQUAL, "x", NULL, "missing ? 0: 0 > 0 no-effect");
  expect ("gab@2029", 0, LV_SEEK_AT_MOST, "ukendt", NULL, "missing 35 0: nan > nan missing");
  expect ("brudt", 0, LV_SEEK_EQUAL, "deler.a", NULL, "partly 16.666667 66.67: 1 > 5 helps");
}

/* The levers' starting points are the scenario's, which is left as it is. */
static void
test_from_scenario (void)
{
  g_autoptr (LvState) state = lv_test_state (model, "spar");
  g_autofree char *before = lv_test_dump (state);
  const LvSeekLever one = lever ("ta.vaekst");
  g_autoptr (LvSeek) seek = seek_from (state, "gab@2029", 0, LV_SEEK_EQUAL, &one, 1);
  g_autofree char *found = line (seek);
  g_autofree char *after = lv_test_dump (state);

  g_assert_cmpstr (found, ==, "reached 0 100: 1 > 2 helps");
  g_assert_cmpstr (before, ==, after);
}

/* A lever that was tried and does not help goes on following another: y is x where nobody says it. */
static void
test_followed (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  LvSeekLever levers[] = { lever ("y"), lever ("x") };
  g_autoptr (LvSeek) seek = NULL;
  g_autofree char *found = NULL;

  levers[0].low = -3;
  levers[0].high = 0;
  seek = seek_from (state, "sammen", 22, LV_SEEK_EQUAL, levers, 2);
  found = line (seek);
  g_assert_cmpstr (found, ==, "reached 22 100: 0 > 0 no-help, 0 > 2 helps");
  g_assert_cmpint (lv_state_is_set (seek->proposal, levers[0].input, 0), ==, FALSE);
  lv_test_expect (seek->proposal, "y", "2");
}

static void
test_default (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  const LvNode *node;
  gsize cell;

  g_assert_cmpint (lv_seek_default_target (state, &node, &cell), ==, TRUE);
  g_assert_cmpstr (lv_node_id (node), ==, "gab");
  g_assert_cmpuint (cell, ==, 2);
  lv_test_set (state, "vis.aar", "2029");
  g_assert_cmpint (lv_seek_default_target (state, &node, &cell), ==, TRUE);
  g_assert_cmpuint (cell, ==, 5);
}

/* Whatever the goal, a proposal that says it reaches does, with bounds and steps kept. */
static void
test_any_goal (void)
{
  static const char *const ids[] = { "ta.vaekst", "koeb.vaekst", "loft@2029", "x", "tiltag#scale" };
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  guint reached = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (LvState) state = lv_test_state (model, g_rand_boolean (random) ? "spar" : NULL);
      LvSeekLever levers[G_N_ELEMENTS (ids)];
      guint n = (guint) g_rand_int_range (random, 1, G_N_ELEMENTS (ids) + 1);
      double goal = g_rand_double_range (random, -120, 120);
      g_autoptr (LvSeek) seek = NULL;

      for (guint k = 0; k < n; k++)
        {
          levers[k] = lever (ids[k]);
          levers[k].weight = g_rand_boolean (random) ? 1 : 0.3;
          if (isnan (levers[k].low))
            {
              levers[k].low = -20;
              levers[k].high = 20;
            }
        }
      seek = seek_from (state, "gab@2029", goal, LV_SEEK_EQUAL, levers, n);
      g_assert_cmpfloat_with_epsilon (seek->reached,
                                      lv_state_number (seek->proposal, seek->node, seek->cell), 1e-12);
      for (guint k = 0; k < n; k++)
        {
          const LvSeekAnswer *one = &g_array_index (seek->answers, LvSeekAnswer, k);

          g_assert_cmpfloat (one->after, >=, MIN (one->lever.low, one->before));
          g_assert_cmpfloat (one->after, <=, MAX (one->lever.high, one->before));
        }
      if (seek->outcome != LV_SEEK_REACHED)
        continue;
      reached++;
      if (seek->start > goal)
        g_assert_cmpfloat (seek->reached, <=, goal + 1e-6);
      else
        g_assert_cmpfloat (seek->reached, >=, goal - 1e-6);
    }
  g_assert_cmpuint (reached, >, 100);
}

/* Plain words where the pack has none. */
static void
test_words (void)
{
  static const struct
  {
    double goal;
    const char *words;
  } rows[] = {
    { 0, "Gab, 2029: 35 mio. kr. → 0 mio. kr.: Vækst i TA 2 mio. kr. pr. år → -5 mio. kr. pr. år." },
    { -200, "Gab, 2029: 35 mio. kr. → -25 mio. kr., not -200 mio. kr.; 25 %: Vækst i TA 2 mio. kr. pr. år"
            " → -10 mio. kr. pr. år." },
  };
  g_autoptr (LvState) state = lv_state_new (model);
  const LvSeekLever one = lever ("ta.vaekst");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LvSeek) seek
          = seek_from (state, "gab@2029", rows[i].goal, LV_SEEK_AT_MOST, &one, 1);
      g_autofree char *words = lv_seek_sentence (seek);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* The words of the pack that ships. */
static void
test_danish (void)
{
  static const struct
  {
    const char *target;
    double goal;
    LvSeekSense sense;
    const char *words;
  } rows[] = {
    { "merforbrug@2026", 200, LV_SEEK_EQUAL,
      "Merforbrug, 2026 går fra 220 mio. kr. til 200 mio. kr.: Vækst i tabt arbejdsfortjeneste pr. år"
      " 13,5 mio. kr. pr. år → 3,5 mio. kr. pr. år." },
    { "merforbrug@2026", 0, LV_SEEK_AT_MOST,
      "Merforbrug, 2026 kan ikke nå 0 mio. kr. inden for grænserne, men går fra 220 mio. kr. til"
      " 133 mio. kr., 39 pct. af vejen: Vækst i tabt arbejdsfortjeneste pr. år 13,5 mio. kr. pr. år →"
      " -30 mio. kr. pr. år." },
    { "merforbrug@2026", 300, LV_SEEK_AT_MOST,
      "Merforbrug, 2026 er 220 mio. kr. Målet er allerede nået." },
    { "budget@2026", 300, LV_SEEK_EQUAL,
      "Budget, 2026 er 2.483 mio. kr. Det valgte påvirker ikke tallet." },
  };
  g_autoptr (LvModel) shipped = lv_test_load ("data/aarhus-2025");
  g_autoptr (LvState) state = lv_state_new (shipped);
  LvSeekLever one = { lv_model_find (shipped, "ta.vaekst"), -1, -30, 30, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize cell;
      const LvNode *node = lv_test_cell (shipped, rows[i].target, &cell);
      g_autoptr (LvSeek) seek
          = lv_seek_new (state, node, cell, rows[i].goal, rows[i].sense, &one, 1);
      g_autofree char *words = lv_seek_sentence (seek);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("analyses");
  g_test_add_func ("/model/seek/one", test_one);
  g_test_add_func ("/model/seek/bounds", test_bounds);
  g_test_add_func ("/model/seek/several", test_several);
  g_test_add_func ("/model/seek/weights-go-all-the-way", test_weights_go_all_the_way);
  g_test_add_func ("/model/seek/all-cells", test_all_cells);
  g_test_add_func ("/model/seek/switches", test_switches);
  g_test_add_func ("/model/seek/turning", test_turning);
  g_test_add_func ("/model/seek/jump", test_jump);
  g_test_add_func ("/model/seek/no-answer", test_no_answer);
  g_test_add_func ("/model/seek/from-scenario", test_from_scenario);
  g_test_add_func ("/model/seek/followed", test_followed);
  g_test_add_func ("/model/seek/default", test_default);
  g_test_add_func ("/model/seek/any-goal", test_any_goal);
  g_test_add_func ("/model/seek/words", test_words);
  g_test_add_func ("/model/seek/danish", test_danish);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
