/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a model besides its values: goals, checks, sentences. What it protects: a goal
 * is met, or it is told how far the levers get; a known deviation must be there exactly; and a
 * sentence never says "rises" of what is shown as the same. */
#include "lv-check.h"
#include "lv-solve.h"
#include "lv-test.h"
#include "lv-text.h"
#include "lv-words.h"

#include <string.h>

static LvModel *model;

static void
check_solution (const char *id, gboolean found, const char *expected, double reached)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autofree char *before = lv_test_dump (state);
  g_autofree char *after = NULL;
  g_autoptr (LvProblems) problems = lv_problems_new ();
  const LvItem *item = lv_pack_find_kind (lv_model_pack (model), LV_KIND_SOLVE, id);
  g_autofree LvSolveLever *levers = NULL;
  g_autoptr (LvSolution) solution = lv_solve_item (state, item, &levers, problems);
  g_autoptr (GString) text = g_string_new (NULL);

  g_test_message ("%s", id);
  g_assert_cmpint (solution != NULL, ==, TRUE);
  for (guint i = 0; i < solution->n; i++)
    {
      g_autofree char *members
          = levers[i].cell >= 0
                ? lv_shape_cell_name (lv_node_shape (levers[i].input), (gsize) levers[i].cell)
                : g_strdup ("");

      g_string_append_printf (text, "%s%s@%s=%.9g", i > 0 ? " " : "", lv_node_id (levers[i].input),
                              members, solution->values[i]);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpint (solution->found, ==, found);
  g_assert_cmpfloat_with_epsilon (solution->reached, reached, 1e-6);
  after = lv_test_dump (state);
  g_assert_cmpstr (before, ==, after); /* asking changes nothing */
}

static void
test_solve (void)
{
  check_solution ("maal.vaekst", TRUE, "vaekst@=7", 575);
  check_solution ("maal.to", TRUE, "vaekst@=12 loeft@2026=10", 140); /* both half of their way */
  check_solution ("maal.flere-aar", TRUE, "loeft@2026=20 loeft@2027=20 loeft@2028=20", 60);
  check_solution ("maal.alle-aar", TRUE, "loeft@=15", 60);
  check_solution ("maal.bag-spring", TRUE, "vaekst@=20", 20);
}

/* The answer is 7, not 6.999999999999993. */
static void
test_solve_tidy (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  const LvItem *item = lv_pack_find_kind (lv_model_pack (model), LV_KIND_SOLVE, "maal.vaekst");
  g_autofree LvSolveLever *levers = NULL;
  g_autoptr (LvSolution) solution = lv_solve_item (state, item, &levers, problems);

  g_assert_cmpfloat (solution->values[0], ==, 7);
}

static void
test_no_solution (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  const LvItem *item = lv_pack_find_kind (lv_model_pack (model), LV_KIND_SOLVE, "maal.ukendt");
  g_autofree LvSolveLever *levers = NULL;
  g_autoptr (LvSolution) solution = lv_solve_item (state, item, &levers, problems);

  check_solution ("maal.umuligt", FALSE, "vaekst@=50", 1220);
  check_solution ("maal.spring", FALSE, "vaekst@=2", 0);
  g_assert_cmpint (solution->found, ==, FALSE);
}

/* From where the scenario stands, and the shorter of two ways. */
static void
test_solve_from (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  const LvNode *total = lv_model_find (model, "i-alt");
  const LvSolveLever lever = { lv_model_find (model, "vaekst"), -1, -50, 50 };
  g_autoptr (LvSolution) solution = NULL;

  lv_test_set (state, "vaekst", "30");
  solution = lv_solve (state, total, 0, 500, &lever, 1);
  g_assert_cmpint (solution->found, ==, TRUE);
  g_assert_cmpfloat_with_epsilon (solution->values[0], 2, 1e-9);
  lv_test_expect (state, "vaekst", "30");
}

static char *
results (const LvState *state)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lv_checks_count (model); i++)
    {
      g_autoptr (LvCheckReport) report = lv_check_run (state, i);

      g_string_append_printf (out, "%s%s=%s", i > 0 ? " " : "", lv_checks_item (model, i)->id,
                              lv_check_result_name (report->result));
    }
  return g_string_free (out, FALSE);
}

static void
expect_results (const LvState *state, const char *expected)
{
  g_autofree char *found = results (state);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_checks (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  expect_results (state,
                  "holder=missing afrunding=rounding fejl=source-error tolerance=holds trin=holds");
  g_assert_cmpint (lv_checks_hold (state), ==, TRUE);
  lv_test_set (state, "trykt@2028", "130");
  expect_results (state,
                  "holder=holds afrunding=rounding fejl=source-error tolerance=holds trin=holds");
  lv_test_set (state, "vaekst", "2.09"); /* by 0.09 to 0.45: within the tolerance of 0.5 */
  expect_results (state, "holder=holds afrunding=rounding fejl=fails tolerance=holds trin=holds");
  lv_test_set (state, "vaekst", "2.2");
  expect_results (state, "holder=holds afrunding=rounding fejl=fails tolerance=fails trin=holds");
  g_assert_cmpint (lv_checks_hold (state), ==, FALSE);
}

/* A known deviation that changes, or is gone, fails. */
static void
test_known (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvCheckReport) report = NULL;
  const LvCheckCell *cell;

  report = lv_check_run (state, 2);
  g_assert_cmpstr (report->item->id, ==, "fejl");
  g_assert_cmpstr (report->unit->text, ==, "mio-kr");
  cell = &g_array_index (report->cells, LvCheckCell, 1);
  g_assert_cmpfloat (cell->difference, ==, -5);
  g_assert_cmpstr (cell->known->why, ==, "Tallet er byttet om");
  lv_test_set (state, "vaekst", "4.5"); /* 2026 rises by 5: the deviation is gone */
  g_clear_pointer (&report, lv_check_report_free);
  report = lv_check_run (state, 2);
  cell = &g_array_index (report->cells, LvCheckCell, 1);
  g_assert_cmpfloat (cell->difference, ==, 0);
  g_assert_cmpint (cell->result, ==, LV_CHECK_FAILS);
  g_assert_cmpint (report->result, ==, LV_CHECK_FAILS);
}

/* What cannot be compared is told when the pack is read. */
static void
test_wrong_checks (void)
{
  static const char *const rows[][2] = {
    { "[check c]\ntitle=C\nleft=pris.indeks\nright=1 kr\n", "different units" },
    { "[check c]\ntitle=C\nleft=pris.indeks\nright=1\nknown@1999=1;rounding;x\n", "1999" },
    { "[check c]\ntitle=C\nleft=findes.ikke\nright=1\n", "findes.ikke" },
    { "[check c]\ntitle=C\nleft=pris.indeks +\nright=1\n", "a value is missing here" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *faults = lv_test_faults (rows[i][0]);

      g_test_message ("%s: %s", rows[i][0], faults);
      g_assert_cmpint (strstr (faults, rows[i][1]) != NULL, ==, TRUE);
    }
}

static void
expect_words (const LvState *state, const LvState *base, const char *id, const char *expected)
{
  g_autofree char *text
      = lv_words_fill (lv_pack_find_kind (lv_model_pack (model), LV_KIND_WORDS, id), state, base);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvState) base = lv_state_new (model);

  expect_words (state, base, "retning", "Som foer.");
  expect_words (state, base, "mangler", "Kan ikke sammenlignes.");
  lv_test_apply (state, "barn");
  expect_words (state, base, "enkel", "Udgiften er 130,0 mio. kr. mod 110,0 mio. kr.");
  expect_words (state, base, "retning", "Stiger 20,0 mio. kr. til 130,0 mio. kr.");
  lv_test_set (state, "loeft@2026", "-25");
  expect_words (state, base, "retning", "Falder 15,0 mio. kr. til 95,0 mio. kr.");
  lv_test_set (state, "loeft@2026", "-10.04"); /* 109.96: shown as 110,0 */
  expect_words (state, base, "retning", "Som foer.");
  lv_test_set (state, "loeft@2026", "-10.06");
  expect_words (state, base, "retning", "Falder 0,1 mio. kr. til 109,9 mio. kr.");
  lv_test_set (state, "trykt@2026", "?");
  expect_words (state, base, "retning", "Ukendt.");
  expect_words (state, base, "enkel", "Udgiften er mangler mod 110,0 mio. kr.");
}

/* A placeholder names one cell; anything else stays as it is written, so that it is seen. */
static void
test_placeholders (void)
{
  static const char *const wrong[]
      = { "udgift", "udgift@1999", "findes.ikke", "udgift@2026..2027", "", "@2026" };
  g_autoptr (LvState) state = lv_state_new (model);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const LvNode *node;
      LvValue value;

      g_test_message ("%s", wrong[i]);
      g_assert_cmpint (lv_words_value (wrong[i], state, state, &node, &value), ==, FALSE);
    }
  {
    g_autofree char *text = lv_words_fill_text ("a {udgift} {x} {vaekst} { }", state, state, NULL);
    g_autofree char *open = lv_words_fill_text ("{vaekst} og {diff} og {vaekst", state, state, "3");

    g_assert_cmpstr (text, ==, "a {udgift} {x} 2,0 mio. kr. pr. år { }");
    g_assert_cmpstr (open, ==, "2,0 mio. kr. pr. år og 3 og {vaekst");
  }
}

/* The word that goes with a number; what names no value stays as it is written. */
static void
test_forms (void)
{
  static const char *const args[] = { "1", "12", "4 kr." };
  g_autoptr (LvState) state = lv_state_new (model);
  g_autofree char *one = lv_words_fill_text ("{diff} {diff|sag|sager}", state, state, "1");
  g_autofree char *many = lv_words_fill_text ("{diff} {diff|sag|sager}, {vaekst|en|flere}", state, state, "3");
  g_autofree char *wrong = lv_words_fill_text ("{findes.ikke|sag|sager}", state, state, NULL);
  g_autofree char *filled
      = lv_text_fill ("{1} {1|sag|sager}, {2} {2|sag|sager} for {3}. {4|x|y} {1|x", args, G_N_ELEMENTS (args));

  g_assert_cmpstr (one, ==, "1 sag");
  g_assert_cmpstr (many, ==, "3 sager, flere");
  g_assert_cmpstr (wrong, ==, "{findes.ikke|sag|sager}");
  g_assert_cmpstr (filled, ==, "1 sag, 12 sager for 4 kr. {4|x|y} {1|x");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("scenarios");
  g_test_add_func ("/model/solve/found", test_solve);
  g_test_add_func ("/model/solve/tidy", test_solve_tidy);
  g_test_add_func ("/model/solve/not-found", test_no_solution);
  g_test_add_func ("/model/solve/from", test_solve_from);
  g_test_add_func ("/model/check/results", test_checks);
  g_test_add_func ("/model/check/known", test_known);
  g_test_add_func ("/model/check/wrong", test_wrong_checks);
  g_test_add_func ("/model/words/patterns", test_words);
  g_test_add_func ("/model/words/placeholders", test_placeholders);
  g_test_add_func ("/model/words/forms", test_forms);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
