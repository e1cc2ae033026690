/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals. What it protects: progress is told in words beside the bar, what is missing is said to be and draws no
 * bar, and a newer figure with its date and source moves both and is taken back by undo. */
#include "card-fixture.h"

#include "lv-action-plan.h"

#include <locale.h>

static GtkWidget *
bar (LvCard *card, guint index)
{
  return fixture_find (GTK_WIDGET (card), GTK_TYPE_PROGRESS_BAR, index);
}

static void
test_shown (void)
{
  g_autoptr (LvSession) session = fixture_session_of ("plan");
  LvCard *card = fixture_card (session, "k.maal");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));

  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "100 personer"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "300 personer\n2027"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "20 personer\ndecember 2027"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "25 percent of the way"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "mangler"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "where it is now is missing"));
  g_assert_true (gtk_widget_get_visible (bar (card, 0)));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar (card, 0))), ==, 0.25);
  g_assert_false (gtk_widget_get_visible (bar (card, 1)));
  fixture_close (window);
}

/* The table stood under a bar to scroll sideways with, though its words had room to wrap. */
static void
test_large_letters (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvSession) session = fixture_session_in (folder);
  LvCard *card = fixture_card (session, "h.maal");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));

  fixture_settle ();
  g_assert_cmpint (fixture_large_width (fixture_find (GTK_WIDGET (card), GTK_TYPE_GRID, 0)), <, 780);
  fixture_close (window);
}

static void
test_edit (void)
{
  g_autoptr (LvSession) session = fixture_session_of ("plan");
  LvCard *card = fixture_card (session, "k.maal");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));

  g_assert_true (lv_session_set_goal_actual (session, "maal.ukendt", 25, "2026-06-01", "Månedens opgørelse"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "25 personer\n1. juni 2026\nMånedens opgørelse"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "75 percent of the way"));
  g_assert_true (gtk_widget_get_visible (bar (card, 1)));
  lv_session_end_edit (session);
  lv_session_set_goal_actual (session, "maal.ukendt", 19, "2026-07-01", "Månedens opgørelse");
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "reached"));
  lv_session_end_edit (session);
  lv_session_set_goal_actual (session, "maal.ukendt", 45, "2026-08-01", "Månedens opgørelse");
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "further away than at the beginning"));
  while (lv_session_undo (session))
    ;
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "where it is now is missing"));
  fixture_close (window);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_test_add_func ("/app/goals/shown", test_shown);
  g_test_add_func ("/app/goals/large-letters", test_large_letters);
  g_test_add_func ("/app/goals/edit", test_edit);
  return g_test_run ();
}
