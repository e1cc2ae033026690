/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session is what the window edits: a change moves the scenario and not the grundprognose, setting the
 * default takes it back, what is only looked at through is no change, and everybody is told once. */
#include "lv-session.h"

#include <math.h>

static void
count_cb (LvSession *session, guint *count)
{
  (*count)++;
}

static LvSession *
session_new (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);

  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  return lv_session_new (model);
}

static double
number (LvSession *session, gboolean base, const char *id, gsize cell)
{
  const LvNode *node = lv_model_find (lv_session_model (session), id);

  return lv_state_number (base ? lv_session_base (session) : lv_session_state (session), node, cell);
}

static gsize
year (LvSession *session, const char *member)
{
  return (gsize) lv_axis_find (lv_pack_find_axis (lv_session_pack (session), "aar"), member);
}

static void
test_change (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvNode *growth = lv_model_find (lv_session_model (session), "ta.vaekst");
  gsize at = year (session, "2029");
  guint told = 0;
  g_autoptr (GArray) changes = NULL;

  g_signal_connect (session, "changed", G_CALLBACK (count_cb), &told);
  lv_session_set (session, growth, 0, 0);
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpfloat (number (session, FALSE, "merforbrug", at), ==, 463.5);
  g_assert_cmpfloat (number (session, TRUE, "merforbrug", at), ==, 531);
  changes = lv_session_changes (session);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpfloat (g_array_index (changes, LvSessionChange, 0).standard, ==, 13.5);
  g_assert_cmpfloat (g_array_index (changes, LvSessionChange, 0).value, ==, 0);
  lv_session_set (session, growth, 0, 0);
  g_assert_cmpuint (told, ==, 1);
}

static void
test_back (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvNode *growth = lv_model_find (lv_session_model (session), "ta.vaekst");
  const LvNode *grant = lv_model_find (lv_session_model (session), "budgettilfoersel");

  for (guint way = 0; way < 3; way++)
    {
      g_autoptr (GArray) changes = NULL;

      lv_session_set (session, growth, 0, 2);
      lv_session_set (session, grant, year (session, "2027"), 25);
      if (way == 0)
        {
          lv_session_set (session, growth, 0, 13.5);
          lv_session_set (session, grant, year (session, "2027"), 0);
        }
      else if (way == 1)
        {
          lv_session_reset (session, growth, 0);
          lv_session_reset (session, grant, year (session, "2027"));
        }
      else
        lv_session_reset_all (session);
      changes = lv_session_changes (session);
      g_assert_cmpuint (changes->len, ==, 0);
      g_assert_cmpfloat (number (session, FALSE, "merforbrug", year (session, "2029")), ==, 531);
    }
}

/* The budget year is looked at through: the same in the grundprognose, no change, kept by a reset. */
static void
test_view (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvNode *view = lv_session_head_node (session, "budget-year");
  g_autoptr (GArray) changes = NULL;

  lv_session_set (session, view, 0, (double) year (session, "2027"));
  changes = lv_session_changes (session);
  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_cmpfloat (number (session, TRUE, "merforbrug.i-budgetaaret", 0), ==, 309);
  lv_session_reset_all (session);
  g_assert_cmpfloat (number (session, FALSE, "merforbrug.i-budgetaaret", 0), ==, 309);
}

/* A figure taken over with its reason is one step: one undo takes both away. */
static void
test_because (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvNode *price = lv_model_find (lv_session_model (session), "ta.enhedspris");
  g_autofree char *said = NULL;
  g_autofree char *nothing = NULL;

  g_assert_cmpint (isnan (number (session, FALSE, "ta.enhedspris", 0)), ==, TRUE);
  g_assert_cmpint (lv_session_set_because (session, price, 0, 220000, "Regnskab 2023"), ==, TRUE);
  said = lv_session_reason (session, price, 0, NULL);
  g_assert_cmpstr (said, ==, "Regnskab 2023");
  g_assert_cmpfloat (number (session, FALSE, "ta.enhedspris", 0), ==, 220000);
  lv_document_undo (lv_session_document (session));
  nothing = lv_session_reason (session, price, 0, NULL);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpint (isnan (number (session, FALSE, "ta.enhedspris", 0)), ==, TRUE);
}

static void
test_finalize (void)
{
  LvSession *session = session_new ();

  g_assert_finalize_object (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/change", test_change);
  g_test_add_func ("/session/back", test_back);
  g_test_add_func ("/session/view", test_view);
  g_test_add_func ("/session/because", test_because);
  g_test_add_func ("/session/finalize", test_finalize);
  return g_test_run ();
}
