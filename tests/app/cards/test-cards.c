/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards show what the session says, say it in words to those who do not see them, and go away whole. */
#include "card-fixture.h"

#include "lv-card-check-row.h"
#include "lv-card-missing-text.h"
#include "lv-card-table-lines.h"
#include "lv-input-entry.h"
#include "lv-input-row.h"
#include "lv-number-view.h"

#include <locale.h>
#include <string.h>

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return wrong == NULL;
}

/* Scenario and grundprognose stand in one cell as soon as they differ, and in its name. */
static void
test_table (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  LvCard *card = fixture_card (session, "k.tabel");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));
  GtkWidget *cell = fixture_find_text (GTK_WIDGET (card), "110");

  g_assert_nonnull (cell);
  g_assert_true (has_name (gtk_widget_get_parent (cell), "Køb af tilbud, 2027: 110 mio. kr."));
  g_assert_true (LV_IS_NUMBER_VIEW (gtk_widget_get_parent (cell)));
  lv_session_set (session, fixture_node (session, "vaekst"), 0, 15.5);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, "114\n110");
  g_assert_true (has_name (gtk_widget_get_parent (cell),
                           "Køb af tilbud, 2027: 114 mio. kr., baseline 110"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "Køb af tilbud\nbaseline"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "Indtægt"));
  lv_session_reset_all (session);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, "110");
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "Køb af tilbud"));
  fixture_close (window);
}

/* Only a line that is a sum is set as one. */
static void
test_totals (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  const LvItem *item = lv_pack_find (lv_session_pack (session), "k.tabel");
  g_autoptr (LvTableLines) lines = lv_table_lines_new (session, item);

  g_assert_cmpuint (lines->columns->len, ==, 4);
  g_assert_cmpuint (lines->lines->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (g_array_index (lines->lines, LvTableLine, i).total, ==, i == 3);
}

static void
test_copy (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  const LvItem *item = lv_pack_find (lv_session_pack (session), "k.tabel");
  g_autoptr (LvTableLines) lines = lv_table_lines_new (session, item);
  g_autofree char *text = NULL;

  lv_session_set (session, fixture_node (session, "indtaegt"),
                  fixture_cell (session, "indtaegt", "2026"), -1010);
  text = lv_table_lines_to_text (lines, session, item->title);
  g_assert_cmpstr (text, ==,
                   "Udgift og indtægt, mio. kr.\n"
                   "mio. kr.\t2026\t2027\t2028\t2029\n"
                   "Køb af tilbud\t100\t110\t120\t130\n"
                   "Tabt arbejdsfortjeneste\t50\t52\t54\t56\n"
                   "Indtægt\t-1.010\t-12\t-14\t-15\n"
                   "Indtægt, baseline\t-10\t-12\t-14\t-15\n"
                   "Merforbrug\t-860\t150\t160\t171\n"
                   "Merforbrug, baseline\t140\t150\t160\t171\n");
}

/* A value without the columns' axis stands in each of them; units that differ stand with the values. */
static void
test_mixed_table (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  LvCard *card = fixture_card (session, "k.tabel.stu");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));

  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "20 mio. kr."));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "2,3 pct."));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "mangler"));
  fixture_close (window);
}

static void
test_words_table (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  LvCard *card = fixture_card (session, "k.plan");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));

  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "1,5"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "1.8.2026"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "Tabt arbejdsfortjeneste"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "mangler"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "Beløb, mio. kr."));
  fixture_close (window);
}

/* A table of words with many columns made its page wider than the window when letters are large. */
static void
test_large_letters (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvSession) session = fixture_session_in (folder);
  LvCard *card = fixture_card (session, "b.oversigt");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));

  g_assert_cmpint (fixture_large_width (GTK_WIDGET (card)), <, 640);
  fixture_close (window);
}

/* How far above the foot of its figure a number stands. */
static int
above_foot (LvCard *card, const char *text)
{
  GtkWidget *number = fixture_find_text (GTK_WIDGET (card), text);
  GtkWidget *view = gtk_widget_get_ancestor (number, LV_TYPE_NUMBER_VIEW);
  graphene_point_t at;

  g_assert_true (gtk_widget_compute_point (number, view, graphene_point_zero (), &at));
  return gtk_widget_get_height (view) - (int) at.y;
}

/* A computed figure among counted ones has room below for what a scenario does to it; so have they. */
static void
test_figures_at_one_height (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvSession) session = fixture_session_in (folder);
  LvCard *card = fixture_card (session, "h.antal");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));

  fixture_settle ();
  g_assert_cmpint (above_foot (card, "86"), ==, above_foot (card, "172"));
  fixture_close (window);
}

/* Direction in words; the difference is what a reader who subtracts gets. */
static void
test_figures (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  LvCard *card = fixture_card (session, "k.noegletal");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));
  GtkWidget *number = fixture_find_text (GTK_WIDGET (card), "171");
  GtkWidget *box
      = gtk_widget_get_ancestor (number, LV_TYPE_NUMBER_VIEW);
  GtkWidget *difference;

  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "2029"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "mangler"));
  g_assert_true (has_name (box, "Merforbrug 2029: 171 mio. kr."));
  lv_session_set (session, fixture_node (session, "vaekst"), 0, 12.25);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (number)), ==, "161");
  difference = fixture_find_text (box, "10 less");
  g_assert_nonnull (difference);
  g_assert_true (gtk_widget_has_css_class (difference, "success"));
  g_assert_true (has_name (box, "Merforbrug 2029: 161 mio. kr., baseline 171, 10 less"));
  lv_session_set (session, fixture_node (session, "vaekst"), 0, 14);
  g_assert_nonnull (fixture_find_text (box, "4 more"));
  g_assert_true (gtk_widget_has_css_class (difference, "error"));
  fixture_close (window);
}

/* Every kind of card shows the assumptions that it names, and keeps them up to date. */
static void
test_controls (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  LvCard *card = fixture_card (session, "k.noegletal");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));
  GtkWidget *row = fixture_find (GTK_WIDGET (card), LV_TYPE_INPUT_ROW, 0);
  GtkEntry *number;

  g_assert_nonnull (row);
  lv_session_set (session, fixture_node (session, "vaekst"), 0, 15.5);
  number = lv_input_entry_get_entry (LV_INPUT_ENTRY (lv_input_row_get_control (LV_INPUT_ROW (row))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "15,5");
  fixture_close (window);
}

static void
test_measures (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  LvCard *card = fixture_card (session, "k.tiltag");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));
  GtkWidget *first = fixture_find (GTK_WIDGET (card), LV_TYPE_INPUT_ROW, 0);
  GtkWidget *second = fixture_find (GTK_WIDGET (card), LV_TYPE_INPUT_ROW, 3);

  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "Off, ikke vurderet, counts 0"));
  gtk_switch_set_active (GTK_SWITCH (lv_input_row_get_control (LV_INPUT_ROW (first))), TRUE);
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "-3,6"));
  g_assert_nonnull (
      fixture_find_text (GTK_WIDGET (card), "On, start 2026-07, phased in over 12 months"));
  gtk_switch_set_active (GTK_SWITCH (lv_input_row_get_control (LV_INPUT_ROW (second))), TRUE);
  g_assert_true (gtk_widget_get_visible (
      fixture_find_text (GTK_WIDGET (card), "Cannot be combined with Skærpet tilsyn")));
  fixture_close (window);
}

/* What fails comes first; a check that begins to fail moves up. */
static void
test_checks (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  LvCard *card = fixture_card (session, "k.kontrol");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));
  LvCheckRow *row = LV_CHECK_ROW (fixture_find (GTK_WIDGET (card), LV_TYPE_CHECK_ROW, 0));

  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card),
                                       "1 lacks a number, 1 with an error in the source, 1 with rounding, 2 hold"));
  g_assert_cmpint (lv_check_row_get_result (row), ==, LV_CHECK_MISSING);
  lv_session_set (session, fixture_node (session, "vaekst"), 0, 0);
  row = LV_CHECK_ROW (fixture_find (GTK_WIDGET (card), LV_TYPE_CHECK_ROW, 0));
  g_assert_cmpint (lv_check_row_get_result (row), ==, LV_CHECK_FAILS);
  lv_check_row_set_expanded (row, TRUE);
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (row), "Merforbruget er et andet."));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (row), "-108"));
  lv_session_reset_all (session);
  g_assert_cmpint (lv_check_row_get_result (row), ==, LV_CHECK_HOLDS);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row)));
  gtk_switch_set_active (GTK_SWITCH (fixture_find (GTK_WIDGET (card), GTK_TYPE_SWITCH, 0)), TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  fixture_close (window);
}

static void
test_missing (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  LvCard *card = fixture_card (session, "k.mangler");
  GtkWidget *window = fixture_window (GTK_WIDGET (card));

  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "STU: 2028-2029"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (card), "Beløb: Kort"));
  g_assert_false (gtk_widget_get_visible (
      gtk_widget_get_parent (fixture_find_text (GTK_WIDGET (card), "Indtægt"))));
  lv_session_set (session, fixture_node (session, "ukendt"), 0, 10);
  g_assert_false (gtk_widget_get_visible (
      gtk_widget_get_parent (fixture_find_text (GTK_WIDGET (card), "Andel uden for kommunen"))));
  fixture_close (window);
}

/* Tab goes through every card and out of it again: each step moves the focus, and there is an end. */
static void
test_tab (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  const GPtrArray *cards = lv_pack_items (lv_session_pack (session), LV_KIND_CARD);

  for (guint i = 0; i < cards->len; i++)
    {
      LvCard *card = lv_card_new_for (session, g_ptr_array_index (cards, i));
      GtkWidget *window = fixture_window (GTK_WIDGET (card));
      GtkWidget *before = NULL;

      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      while (gtk_widget_child_focus (GTK_WIDGET (card), GTK_DIR_TAB_FORWARD))
        {
          GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

          g_assert_nonnull (focus);
          g_assert_true (focus != before);
          before = focus;
        }
      fixture_close (window);
    }
}

static LvSession *
shipped_session (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();

  return lv_session_new (lv_model_load (folder, NULL, problems));
}

/* Every card of both packs is built, shown, changed and dies with everything in it. */
static void
test_finalize (gconstpointer data)
{
  g_autoptr (LvSession) session = data != NULL ? shipped_session () : fixture_session ();
  const GPtrArray *cards = lv_pack_items (lv_session_pack (session), LV_KIND_CARD);
  const LvNode *node = fixture_node (session, data != NULL ? "ta.vaekst" : "vaekst");

  for (guint i = 0; i < cards->len; i++)
    {
      LvCard *card = lv_card_new_for (session, g_ptr_array_index (cards, i));
      GtkWidget *window;

      g_assert_nonnull (card);
      window = fixture_window (GTK_WIDGET (card));
      lv_session_set (session, node, 0, 1);
      fixture_settle ();
      lv_session_reset_all (session);
      g_object_add_weak_pointer (G_OBJECT (card), (gpointer *) &card);
      fixture_close (window);
      g_assert_null (card);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_test_add_func ("/cards/table", test_table);
  g_test_add_func ("/cards/totals", test_totals);
  g_test_add_func ("/cards/copy", test_copy);
  g_test_add_func ("/cards/mixed-table", test_mixed_table);
  g_test_add_func ("/cards/words-table", test_words_table);
  g_test_add_func ("/cards/large-letters", test_large_letters);
  g_test_add_func ("/cards/figures", test_figures);
  g_test_add_func ("/cards/figures-at-one-height", test_figures_at_one_height);
  g_test_add_func ("/cards/measures", test_measures);
  g_test_add_func ("/cards/controls", test_controls);
  g_test_add_func ("/cards/checks", test_checks);
  g_test_add_func ("/cards/missing", test_missing);
  g_test_add_func ("/cards/tab", test_tab);
  g_test_add_data_func ("/cards/finalize", NULL, test_finalize);
  g_test_add_data_func ("/cards/finalize-shipped", "shipped", test_finalize);
  return g_test_run ();
}
