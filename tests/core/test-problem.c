/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of problems. What it protects: every complaint names its place, they come in the order
 * of the file, and a file of garbage does not fill memory. */
#include "lv-problem.h"

static void
test_text (void)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree char *full = NULL;
  g_autofree char *bare = NULL;

  lv_problems_add (problems, "a.lv", 7, "series x", "values", "%s is %d", "this", 1);
  lv_problems_add (problems, NULL, 0, NULL, NULL, "nowhere");
  full = lv_problem_to_string (lv_problems_get (problems, 0));
  bare = lv_problem_to_string (lv_problems_get (problems, 1));
  g_assert_cmpstr (full, ==, "a.lv:7: [series x] values: this is 1");
  g_assert_cmpstr (bare, ==, "nowhere");
}

static void
test_cap (void)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();

  for (guint i = 1; i <= 5000; i++)
    lv_problems_add (problems, "a.lv", i, NULL, NULL, "line %u", i);
  g_assert_cmpuint (lv_problems_count (problems), ==, 5000);
  g_assert_cmpuint (lv_problems_kept (problems), ==, 1000);
  g_assert_cmpstr (lv_problems_get (problems, 999)->text, ==, "line 1000");
}

static void
test_order (void)
{
  static const struct
  {
    const char *file;
    guint line;
  } rows[] = { { "b.lv", 2 }, { "a.lv", 9 }, { "b.lv", 1 }, { NULL, 0 }, { "a.lv", 3 } };
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (GString) order = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    lv_problems_add (problems, rows[i].file, rows[i].line, NULL, NULL, "x");
  lv_problems_sort (problems);
  for (guint i = 0; i < lv_problems_kept (problems); i++)
    g_string_append_printf (
        order, "%s:%u ",
        lv_problems_get (problems, i)->file != NULL ? lv_problems_get (problems, i)->file : "-",
        lv_problems_get (problems, i)->line);
  g_assert_cmpstr (order->str, ==, "-:0 a.lv:3 a.lv:9 b.lv:1 b.lv:2 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/problem/text", test_text);
  g_test_add_func ("/core/problem/cap", test_cap);
  g_test_add_func ("/core/problem/order", test_order);
  return g_test_run ();
}
