/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spreading an amount: everything is placed to the last unit, in whole steps, locked amounts stay, no amount
 * falls below its least, and each way is one step of undo. */
#include "lv-place.h"
#include "lv-spread.h"

#include <math.h>

static LvSession *
session_new (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);

  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  return lv_session_new (model);
}

static LvSpread
spread_of (LvSession *session)
{
  LvSpread spread;

  g_assert_true (lv_spread_init (&spread, session, lv_pack_find (lv_session_pack (session), "r.udmoentning"),
                                 NULL));
  return spread;
}

static gsize
cell_of (const LvNode *node, const char *members)
{
  LvPlace place;
  gssize cell = -1;

  g_assert_true (lv_place_parse (members, lv_node_shape (node), &place, NULL));
  g_assert_true (lv_place_next (&place, lv_node_shape (node), &cell));
  return (gsize) cell;
}

static double
value_of (LvSession *session, const LvNode *node, const char *members)
{
  return lv_state_number (lv_session_state (session), node, cell_of (node, members));
}

static void
assert_all_placed (LvSession *session, const LvSpread *spread)
{
  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (spread->rest)); cell++)
    if (lv_node_present (lv_session_model (session), spread->rest, cell))
      g_assert_cmpfloat (fabs (lv_state_number (lv_session_state (session), spread->rest, cell)), <, 1e-9);
}

/* 66 mio. kr. over six groups is 11 each; 70 is 11 each and one more for the first four. */
static void
test_equal (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvSpread spread = spread_of (session);

  g_assert_cmpfloat (value_of (session, spread.rest, "indsats/2030"), ==, 66);
  g_assert_true (lv_session_spread (session, &spread, "Fordel"));
  assert_all_placed (session, &spread);
  g_assert_cmpfloat (value_of (session, spread.cells, "dagpenge/indsats/2030"), ==, 11);
  g_assert_cmpfloat (value_of (session, spread.cells, "dagpenge/drift/2030"), ==, 12);
  g_assert_cmpfloat (value_of (session, spread.cells, "permanent/drift/2030"), ==, 11);
  g_assert_cmpstr (lv_document_undo_name (lv_session_document (session)), ==, "Fordel");
  g_assert_true (lv_session_undo (session));
  g_assert_cmpfloat (value_of (session, spread.rest, "indsats/2030"), ==, 66);
  g_assert_false (lv_session_undo (session));
}

static void
test_locked (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvSpread spread = spread_of (session);
  gsize cell = cell_of (spread.cells, "dagpenge/indsats/2030");
  g_autofree gboolean *locks = NULL;

  lv_session_set (session, spread.cells, cell, 30);
  g_assert_true (lv_session_lock_cells (session, spread.cells, &cell, 1, TRUE));
  locks = lv_session_locks (session, spread.cells);
  g_assert_true (locks[cell]);
  g_assert_true (lv_session_spread (session, &spread, "Fordel"));
  assert_all_placed (session, &spread);
  g_assert_cmpfloat (value_of (session, spread.cells, "dagpenge/indsats/2030"), ==, 30);
  lv_session_undo (session);
  lv_session_undo (session);
  g_free (locks);
  locks = lv_session_locks (session, spread.cells);
  g_assert_false (locks[cell]);
}

/* A lock of the scenario that is built on holds until this one says otherwise. */
static void
test_inherited (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvSpread spread = spread_of (session);
  gsize cell = cell_of (spread.cells, "dagpenge/indsats/2030");
  g_autofree gboolean *locks = NULL;
  g_autofree char *child = NULL;

  g_assert_true (lv_session_lock_cells (session, spread.cells, &cell, 1, TRUE));
  child = lv_session_add_scenario (session, "Barn", lv_session_shown (session));
  g_assert_cmpstr (lv_session_shown (session), ==, child);
  locks = lv_session_locks (session, spread.cells);
  g_assert_true (locks[cell]);
  g_assert_true (lv_session_lock_cells (session, spread.cells, &cell, 1, FALSE));
  g_free (locks);
  locks = lv_session_locks (session, spread.cells);
  g_assert_false (locks[cell]);
  g_assert_true (lv_session_lock_cells (session, spread.cells, &cell, 1, TRUE));
  g_free (locks);
  locks = lv_session_locks (session, spread.cells);
  g_assert_true (locks[cell]);
}

/* Too much placed: others give back, but none more than it has. */
static void
test_too_much (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvSpread spread = spread_of (session);

  lv_session_set (session, spread.cells, cell_of (spread.cells, "dagpenge/indsats/2026"), 40);
  lv_session_set (session, spread.cells, cell_of (spread.cells, "jobparat/indsats/2026"), 2);
  g_assert_cmpfloat (value_of (session, spread.rest, "indsats/2026"), ==, -16);
  g_assert_true (lv_session_spread (session, &spread, "Fordel"));
  assert_all_placed (session, &spread);
  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (spread.cells)); cell++)
    if (lv_node_present (lv_session_model (session), spread.cells, cell))
      g_assert_cmpfloat (lv_state_number (lv_session_state (session), spread.cells, cell), >=, 0);
}

/* Random amounts and locks: all is placed wherever something is open, and whole amounts stay whole. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint turn = 0; turn < 30; turn++)
    {
      g_autoptr (LvSession) session = session_new ();
      LvSpread spread = spread_of (session);
      gsize cells = lv_shape_cells (lv_node_shape (spread.cells));
      g_autofree gboolean *locks = NULL;

      for (guint i = 0; i < 10; i++)
        {
          gsize cell = (gsize) g_rand_int_range (random, 0, (gint32) cells);

          if (!lv_node_present (lv_session_model (session), spread.cells, cell))
            continue;
          lv_session_set (session, spread.cells, cell, g_rand_int_range (random, 0, 12));
          if (g_rand_boolean (random))
            lv_session_lock_cells (session, spread.cells, &cell, 1, TRUE);
        }
      locks = lv_session_locks (session, spread.cells);
      lv_session_spread (session, &spread, "Fordel");
      assert_all_placed (session, &spread);
      for (gsize cell = 0; cell < cells; cell++)
        {
          double amount = lv_state_number (lv_session_state (session), spread.cells, cell);

          if (lv_node_present (lv_session_model (session), spread.cells, cell))
            g_assert_cmpfloat (amount, ==, round (amount));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/spread/equal", test_equal);
  g_test_add_func ("/document/spread/locked", test_locked);
  g_test_add_func ("/document/spread/inherited", test_inherited);
  g_test_add_func ("/document/spread/too-much", test_too_much);
  g_test_add_func ("/document/spread/random", test_random);
  return g_test_run ();
}
