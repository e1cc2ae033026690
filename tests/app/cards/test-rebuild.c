/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protects widgets from a model that is made anew under them: pages build their cards again and stand as they
 * stood, other windows follow, what belongs to the old model does nothing, and a card of hundreds of
 * measures makes only what is looked at. */
#include "card-fixture.h"

#include "lv-analysis-window.h"
#include "lv-card-effects.h"
#include "lv-card-fold.h"
#include "lv-chart-panel.h"
#include "lv-chart-zoom.h"
#include "lv-effect-editor.h"
#include "lv-explain-popover.h"
#include "lv-input-row.h"
#include "lv-local-measure.h"
#include "lv-measure-part.h"
#include "lv-page.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define MANY 200

static LvSession *
session_new (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);

  return fixture_session_in (folder);
}

static GtkWidget *
page_of (LvSession *session, const char *id)
{
  const LvItem *item = lv_pack_find_kind (lv_session_pack (session), LV_KIND_PAGE, id);

  g_assert_nonnull (item);
  return GTK_WIDGET (lv_page_new (session, item));
}

static LvLocalMeasure *
measure_new (LvSession *session, const char *title, double effect)
{
  LvLocalMeasure *measure = lv_local_measure_new ();
  LvLocalEffect *own
      = lv_local_measure_add_effect (measure, session, "omraade.udgiftsaendring", "ta");
  const LvAxis *years = lv_pack_find_axis (lv_session_pack (session), "aar");

  g_free (measure->title);
  measure->title = g_strdup (title);
  for (int year = lv_axis_find (years, "2027"); year <= lv_axis_find (years, "2029"); year++)
    g_array_index (own->values, double, year) = effect;
  return measure;
}

static char *
add_measure (LvSession *session, const char *title)
{
  g_autoptr (LvLocalMeasure) measure = measure_new (session, title, -5);

  return lv_session_put_measure (session, measure);
}

static GtkAdjustment *
scrolling_of (GtkWidget *page)
{
  GtkWidget *scroller = fixture_find (page, GTK_TYPE_SCROLLED_WINDOW, 0);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static GtkWidget *
focus_in (GtkWidget *window)
{
  return gtk_root_get_focus (GTK_ROOT (window));
}

/* --- Pages */

static void
test_page (void)
{
  g_autoptr (LvSession) session = session_new ();
  GtkWidget *page = page_of (session, "overblik");
  GtkWidget *window = fixture_window (page);
  GtkWidget *panel;
  GtkWidget *row;
  GtkWidget *focus;
  GWeakRef old;
  g_autofree char *id = NULL;
  double scrolled;

  fixture_settle ();
  panel = fixture_find (page, LV_TYPE_CHART_PANEL, 0);
  g_assert_true (gtk_widget_activate_action (panel, "chart.table", NULL));
  row = lv_input_row_get_control (LV_INPUT_ROW (fixture_find (page, LV_TYPE_INPUT_ROW, 2)));
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  focus = focus_in (window);
  g_assert_nonnull (focus);
  fixture_settle ();
  gtk_adjustment_set_value (scrolling_of (page), 240);
  fixture_settle ();
  scrolled = gtk_adjustment_get_value (scrolling_of (page));
  g_weak_ref_init (&old, panel);
  id = add_measure (session, "Styrket visitation");
  fixture_settle ();
  g_assert_null (g_weak_ref_get (&old));
  g_weak_ref_clear (&old);
  panel = fixture_find (page, LV_TYPE_CHART_PANEL, 0);
  g_assert_true (lv_chart_panel_shows_table (LV_CHART_PANEL (panel)));
  row = lv_input_row_get_control (LV_INPUT_ROW (fixture_find (page, LV_TYPE_INPUT_ROW, 2)));
  g_assert_nonnull (focus_in (window));
  g_assert_true (gtk_widget_is_ancestor (focus_in (window), row) || focus_in (window) == row);
  g_assert_cmpfloat (fabs (gtk_adjustment_get_value (scrolling_of (page)) - scrolled), <, 2);
  lv_session_undo (session);
  fixture_settle ();
  g_assert_true (lv_chart_panel_shows_table (LV_CHART_PANEL (fixture_find (page, LV_TYPE_CHART_PANEL, 0))));
  fixture_close (window);
}

/* A page that is not shown waits until it is. */
static void
test_hidden_page (void)
{
  g_autoptr (LvSession) session = session_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *window;
  g_autofree char *id = NULL;

  gtk_stack_add_named (GTK_STACK (stack), page_of (session, "tiltag"), "tiltag");
  gtk_stack_add_named (GTK_STACK (stack), page_of (session, "overblik"), "overblik");
  window = fixture_window (stack);
  fixture_settle ();
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "overblik");
  fixture_settle ();
  id = add_measure (session, "Styrket visitation");
  fixture_settle ();
  g_assert_null (fixture_find (gtk_stack_get_child_by_name (GTK_STACK (stack), "tiltag"), LV_TYPE_CARD, 0));
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "tiltag");
  fixture_settle ();
  g_assert_nonnull (fixture_find_text (stack, "Styrket visitation"));
  fixture_close (window);
}

/* --- The card of measures */

static GtkWidget *
find_part (GtkWidget *page, const char *id)
{
  g_autofree char *name = lv_measure_part_name (id, 0);

  for (guint i = 0;; i++)
    {
      GtkWidget *part = fixture_find (page, LV_TYPE_MEASURE_PART, i);

      if (part == NULL || strcmp (gtk_widget_get_name (part), name) == 0)
        return part;
    }
}

static void
press (GtkWidget *from, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = fixture_find (from, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0)
        continue;
      g_signal_emit_by_name (button, "clicked");
      fixture_settle ();
      return;
    }
}

/* The page scrolls to it first, which takes some frames. */
static void
wait_for_focus (GtkWidget *window, GtkWidget *part)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end
         && (focus_in (window) == NULL || !gtk_widget_is_ancestor (focus_in (window), part)))
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (focus_in (window));
  g_assert_true (gtk_widget_is_ancestor (focus_in (window), part));
}

static void
test_card (void)
{
  g_autoptr (LvSession) session = session_new ();
  GtkWidget *page = page_of (session, "tiltag");
  GtkWidget *window = fixture_window (page);
  g_autofree char *id = NULL;
  GtkWidget *part;

  fixture_settle ();
  id = add_measure (session, "Styrket visitation");
  fixture_settle ();
  part = find_part (page, id);
  g_assert_nonnull (fixture_find_text (part, "Off, own measure"));
  lv_measure_part_set_expanded (LV_MEASURE_PART (part), TRUE);
  g_assert_nonnull (fixture_find_text (part, "Judgement; nobody has said whose"));
  gtk_switch_set_active (
      GTK_SWITCH (lv_input_row_get_control (LV_INPUT_ROW (fixture_find (part, LV_TYPE_INPUT_ROW, 0)))), TRUE);
  g_assert_nonnull (fixture_find_text (part, "On, own measure"));
  /* Copied, unfolded as it was, and the focus at the copy. */
  press (part, "Copy");
  part = find_part (page, "lokal.tiltag-2");
  g_assert_nonnull (part);
  wait_for_focus (window, part);
  lv_measure_part_set_expanded (LV_MEASURE_PART (part), TRUE);
  press (part, "Delete");
  g_assert_null (find_part (page, "lokal.tiltag-2"));
  lv_session_undo (session);
  fixture_settle ();
  g_assert_nonnull (find_part (page, "lokal.tiltag-2"));
  fixture_close (window);
}

/* Hundreds: only what is looked at is made, and an edit does not take long. */
static void
test_many (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (GString) text
      = g_string_new ("[document lokal]\ntitle=Mange\npack=aarhus-2025\nformat=1\n");
  g_autoptr (LvDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GtkWidget *page = page_of (session, "tiltag");
  GtkWidget *window;
  gint64 before;

  for (int i = 0; i < MANY; i++)
    g_string_append_printf (text, "[measure lokal.m%d]\ntitle=Tiltag nummer %d\n", i, i);
  bytes = g_bytes_new (text->str, text->len);
  document = lv_document_read (lv_session_pack (session), bytes, NULL);
  g_assert_true (lv_session_set_document (session, document, NULL));
  before = g_get_monotonic_time ();
  window = fixture_window (page);
  fixture_settle ();
  g_test_message ("built in %.0f ms", (double) (g_get_monotonic_time () - before) / 1000);
  g_assert_nonnull (fixture_find (page, LV_TYPE_MEASURE_PART, MANY - 1));
  g_assert_null (fixture_find (page, LV_TYPE_CARD_EFFECTS, 0));
  before = g_get_monotonic_time ();
  lv_session_set (session, fixture_node (session, "ta.vaekst"), 0, 10);
  g_test_message ("edited in %.0f ms", (double) (g_get_monotonic_time () - before) / 1000);
  before = g_get_monotonic_time ();
  g_free (add_measure (session, "Et til"));
  g_test_message ("added in %.0f ms", (double) (g_get_monotonic_time () - before) / 1000);
  fixture_close (window);
}

/* --- Other windows */

/* GTK 4.8 may ask where the pointer is over a pop-over that is gone; it tells, and nothing comes of it. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return strstr (message, "GDK_IS_SURFACE (surface)") == NULL;
}

/* Told as it is, that critical would end the run's report ("Bail out!"); all others are told. */
static void
tell (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (is_fatal (domain, level, message, data))
    g_log_default_handler (domain, level, message, data);
}

static void
test_popover (void)
{
  g_autoptr (LvSession) session = session_new ();
  GtkWidget *page = page_of (session, "overblik");
  GtkWidget *window = fixture_window (page);
  g_autofree char *id = NULL;
  GWeakRef popover;
  guint gdk;
  guint gtk;

  fixture_settle ();
  lv_explain_show (fixture_find (page, GTK_TYPE_LABEL, 3), NULL, session,
                   fixture_node (session, "merforbrug"), 16);
  g_test_log_set_fatal_handler (is_fatal, NULL);
  gdk = g_log_set_handler ("Gdk", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, tell, NULL);
  gtk = g_log_set_handler ("Gtk", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, tell, NULL);
  fixture_settle ();
  g_weak_ref_init (&popover, fixture_find (page, LV_TYPE_EXPLAIN_POPOVER, 0));
  g_assert_nonnull (fixture_find (page, LV_TYPE_EXPLAIN_POPOVER, 0));
  id = add_measure (session, "Styrket visitation");
  fixture_settle ();
  /* It had the pointer to itself, and GTK kept it for that. */
  g_assert_null (g_weak_ref_get (&popover));
  g_weak_ref_clear (&popover);
  g_log_remove_handler ("Gdk", gdk);
  g_log_remove_handler ("Gtk", gtk);
  fixture_close (window);
}

static void
test_zoom (void)
{
  g_autoptr (LvSession) session = session_new ();
  GtkWidget *page = page_of (session, "overblik");
  GtkWidget *window = fixture_window (page);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *zoom = NULL;
  g_autofree char *id = NULL;

  fixture_settle ();
  lv_chart_zoom_toggle (page, session,
                        lv_pack_find_kind (lv_session_pack (session), LV_KIND_CHART, "figur.o.budget"));
  fixture_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);

      if (each != window)
        zoom = each;
    }
  g_assert_nonnull (zoom);
  gtk_widget_activate_action (fixture_find (zoom, LV_TYPE_CHART_PANEL, 0), "chart.table", NULL);
  id = add_measure (session, "Styrket visitation");
  fixture_settle ();
  g_assert_true (lv_chart_panel_shows_table (LV_CHART_PANEL (fixture_find (zoom, LV_TYPE_CHART_PANEL, 0))));
  gtk_window_destroy (GTK_WINDOW (zoom));
  fixture_close (window);
}

static void
test_analysis (void)
{
  g_autoptr (LvSession) session = session_new ();
  GtkWidget *parent = fixture_window (gtk_label_new (""));
  GtkWidget *window = lv_analysis_window_show (GTK_WINDOW (parent), session, LV_ANALYSIS_SEEK);
  GtkWidget *stack = fixture_find (window, GTK_TYPE_STACK, 0);
  GtkWidget *page;
  g_autofree char *id = NULL;

  fixture_settle ();
  page = gtk_stack_get_visible_child (GTK_STACK (stack));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture_find (page, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (page, GTK_TYPE_ENTRY, 0)), "25");
  id = add_measure (session, "Styrket visitation");
  fixture_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "seek");
  page = gtk_stack_get_visible_child (GTK_STACK (stack));
  g_assert_true (
      gtk_check_button_get_active (GTK_CHECK_BUTTON (fixture_find (page, GTK_TYPE_CHECK_BUTTON, 1))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture_find (page, GTK_TYPE_ENTRY, 0))), ==, "25");
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_close (parent);
}

/* --- Any edits in any order */

static void
random_edit (LvSession *session, GRand *random)
{
  const GPtrArray *measures = lv_pack_items (lv_session_pack (session), LV_KIND_MEASURE);
  const LvItem *last = measures->len > 0 ? g_ptr_array_index (measures, measures->len - 1) : NULL;
  g_autofree char *id = last != NULL && last->local ? g_strdup (last->id) : NULL;

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      lv_session_undo (session);
      break;
    case 1:
      lv_session_redo (session);
      break;
    case 2:
      if (id != NULL)
        lv_session_delete_measure (session, id);
      break;
    case 3:
      if (id != NULL)
        lv_session_set (session, lv_model_measure_knob (lv_session_model (session), last, "on"), 0, 1);
      break;
    default:
      g_free (add_measure (session, "Styrket visitation"));
    }
}

static void
test_random (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *window;
  static const char *const pages[] = { "tiltag", "overblik" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_stack_add_named (GTK_STACK (stack), page_of (session, pages[i]), pages[i]);
  window = fixture_window (stack);
  for (int i = 0; i < 24; i++)
    {
      random_edit (session, random);
      if (i % 3 == 0)
        fixture_settle ();
      if (i % 8 == 7)
        gtk_stack_set_visible_child_name (GTK_STACK (stack), pages[i / 8 % 2]);
      gtk_widget_child_focus (stack, GTK_DIR_TAB_FORWARD);
    }
  fixture_settle ();
  fixture_close (window);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/rebuild/page", test_page);
  g_test_add_func ("/rebuild/hidden-page", test_hidden_page);
  g_test_add_func ("/rebuild/card", test_card);
  g_test_add_func ("/rebuild/many", test_many);
  g_test_add_func ("/rebuild/popover", test_popover);
  g_test_add_func ("/rebuild/zoom", test_zoom);
  g_test_add_func ("/rebuild/analysis", test_analysis);
  g_test_add_func ("/rebuild/random", test_random);
  return g_test_run ();
}
