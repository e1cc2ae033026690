/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the chart card: it is drawn, told and named for those who do not see it; the table holds the
 * same numbers and keeps the focus; it follows the session; what can't be drawn says so; it dies. */

#include "lv-card.h"
#include "lv-chart-handle.h"
#include "lv-chart-save.h"
#include "lv-chart-table.h"
#include "lv-chart-view-private.h"
#include "lv-explain-popover.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static char *
tell_nothing_cb (int series, int category, gpointer user_data)
{
  return NULL;
}

static LvSession *
make_session (void)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  LvModel *model = lv_model_load (folder, NULL, problems);

  g_assert_nonnull (model);
  return lv_session_new (model);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A window with the card, mapped and sized. */
static GtkWidget *
show_card (LvSession *session, const char *id)
{
  const LvItem *item = lv_pack_find_kind (lv_session_pack (session), LV_KIND_CARD, id);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *card = GTK_WIDGET (lv_card_new_for (session, item));

  g_assert_nonnull (card);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 700);
  gtk_window_set_child (GTK_WINDOW (window), card);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (card) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
toggle_table (GtkWidget *window)
{
  g_assert_true (gtk_widget_activate_action (find_type (window, LV_TYPE_CHART_VIEW), "chart.table",
                                             NULL));
}

static int
height_on_page (LvFigureKind kind, int n_rows)
{
  GtkWidget *view = g_object_ref_sink (lv_chart_view_new (NULL, NULL));
  g_autoptr (LvFigure) figure = lv_figure_new (kind);
  int minimum;
  int natural;

  for (int i = 0; i < n_rows; i++)
    lv_figure_add_category (figure, "Række", NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_freeze (figure);
  lv_chart_view_set_figure (LV_CHART_VIEW (view), figure);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 480, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, natural);
  g_object_unref (view);
  /* A page gives the least height: rows were never higher while it was less than the natural one. */
  return minimum;
}

/* Many rows make the picture higher, up to what a page can hold; many columns do not. */
static void
test_height (void)
{
  int few = height_on_page (LV_FIGURE_BARS_GROUPED, 4);

  g_assert_cmpint (height_on_page (LV_FIGURE_COLUMNS_GROUPED, 40), ==, few);
  g_assert_cmpint (height_on_page (LV_FIGURE_BARS_GROUPED, 40), >=, 40 * 16);
  g_assert_cmpint (height_on_page (LV_FIGURE_BARS_GROUPED, 98), <=, 1350);
  g_assert_cmpint (height_on_page (LV_FIGURE_MATRIX, 9), >, few);
}

static void
test_names (void)
{
  g_autoptr (LvSession) session = make_session ();
  GtkWidget *window = show_card (session, "o.budget");
  GtkWidget *view = find_type (window, LV_TYPE_CHART_VIEW);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Merforbruget i 2029 er 531 mio. kr.");
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_true (gtk_widget_get_focusable (view));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_follows (void)
{
  g_autoptr (LvSession) session = make_session ();
  GtkWidget *window = show_card (session, "o.budget");
  GtkWidget *view = find_type (window, LV_TYPE_CHART_VIEW);
  const LvNode *growth = lv_model_find (lv_session_model (session), "ta.vaekst");

  gtk_widget_grab_focus (view);
  lv_chart_view_set_focus (LV_CHART_VIEW (view), 1, 4);
  lv_session_set (session, growth, 0, 0.0);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Merforbruget i 2029 er 464 mio. kr., 67 mio. kr. mindre end i grundprognosen");
  /* The grundprognose stays what it was; the scenario stands beside it. */
  lv_chart_view_set_focus (LV_CHART_VIEW (view), 4, 4);
  if (lv_chart_view_get_told (LV_CHART_VIEW (view))[0] != '\0')
    g_assert_true (g_str_has_prefix (lv_chart_view_get_told (LV_CHART_VIEW (view)),
                                     "Merforbrug, scenarie, 2029\n463,5 mio. kr."));
  lv_session_reset_all (session);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Merforbruget i 2029 er 531 mio. kr.");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_table (void)
{
  g_autoptr (LvSession) session = make_session ();
  GtkWidget *window = show_card (session, "o.budget");
  GtkWidget *view = find_type (window, LV_TYPE_CHART_VIEW);
  GtkWidget *table = find_type (window, LV_TYPE_CHART_TABLE);
  const LvNode *growth = lv_model_find (lv_session_model (session), "ta.vaekst");
  GtkWidget *focus;
  int series;
  int category;

  gtk_widget_grab_focus (view);
  lv_chart_view_set_focus (LV_CHART_VIEW (view), 1, 3);
  toggle_table (window);
  g_assert_true (gtk_widget_get_child_visible (table));
  g_assert_true (lv_chart_table_get_cell (LV_CHART_TABLE (table), &series, &category));
  g_assert_cmpint (series, ==, 1);
  g_assert_cmpint (category, ==, 3);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (focus))), ==, "410");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_ROLE_CELL);
  lv_session_set (session, growth, 0, 0.0);
  g_assert_nonnull (find_type (table, GTK_TYPE_GRID));
  g_assert_true (lv_chart_table_grab_cell (LV_CHART_TABLE (table), 4, 4));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (focus))), ==, "464");
  toggle_table (window);
  lv_chart_view_get_focus (LV_CHART_VIEW (view), &series, &category);
  g_assert_cmpint (series, ==, 4);
  g_assert_cmpint (category, ==, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_save (void)
{
  static const char *const names[] = { "a.pdf", "a.svg", "a.png" };
  g_autofree char *folder = g_dir_make_tmp ("lv-save-XXXXXX", NULL);
  g_autoptr (LvFigure) figure = lv_figure_new (LV_FIGURE_LINES);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (lv_chart_save_to (figure, path, (LvChartSaveFormat) i, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
offers (GdkContentProvider *content, const char *type)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (content);

  return gdk_content_formats_contain_mime_type (formats, type);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;

  g_assert_true (
      gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, NULL));
  *done = TRUE;
}

/* A picture has no place for its alternative text: what is copied or dragged out brings it along. */
static void
test_copy (void)
{
  g_autoptr (LvFigure) figure = lv_figure_new (LV_FIGURE_LINES);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkContentProvider) dragged = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *html = NULL;
  gboolean done = FALSE;

  lv_figure_set_title (figure, "Køb & <tilbud>");
  lv_figure_freeze (figure);
  content = lv_chart_save_content (figure, NULL);
  dragged = lv_chart_save_drag (figure, "figur.prøve", NULL);
  g_assert_true (offers (content, "image/png"));
  g_assert_true (offers (content, "image/svg+xml"));
  g_assert_true (offers (dragged, "text/html"));
  gdk_content_provider_write_mime_type_async (content, "text/html", stream, G_PRIORITY_DEFAULT, NULL,
                                              written_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  html = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_nonnull (strstr (html, "alt=\"Køb &amp; &lt;tilbud&gt;.\""));
}

static void
press (GtkWidget *view, const char *action)
{
  g_assert_true (gtk_widget_activate_action (view, action, NULL));
}

/* Pulling turns the parameter of the number that is pulled, in its steps and within its range; Escape
 * puts it back, and where the pack names no handle there is nothing to pull. */
static void
test_handle (void)
{
  g_autoptr (LvSession) session = make_session ();
  const LvItem *item
      = lv_pack_find_kind (lv_session_pack (session), LV_KIND_CHART, "figur.o.omraader");
  g_autoptr (LvChart) chart = lv_chart_new (item, lv_session_base (session), NULL);
  g_autoptr (LvChartHandle) handle = lv_chart_handle_new (session, chart, item);
  g_autoptr (LvFigure) figure = lv_chart_make_figure (chart, lv_session_state (session),
                                                      lv_session_base (session), NULL);
  const LvNode *growth = lv_model_find (lv_session_model (session), "ta.vaekst");
  const LvNode *node = NULL;
  gsize cell = 0;
  int ta = -1;

  for (int s = 0; s < lv_figure_n_series (figure); s++)
    if (strcmp (lv_figure_get_series (figure, s)->id, "omraade.merforbrug@ta") == 0)
      ta = s;
  g_assert_true (lv_chart_find (chart, figure, ta, 5, &node, &cell));
  g_assert_true (lv_chart_handle_moves (handle, figure, ta, 5));
  /* What was in 2024 nobody can pull. */
  g_assert_false (lv_chart_handle_moves (handle, figure, ta, 0));
  g_assert_true (lv_chart_handle_begin (handle, figure, ta, 5));
  lv_chart_handle_pull (handle, -20);
  g_assert_cmpfloat_with_epsilon (lv_state_number (lv_session_state (session), node, cell), 45, 2.5);
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), growth, 0), <, 13.5);
  lv_chart_handle_pull (handle, -10000);
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), growth, 0), ==, -30);
  lv_chart_handle_end (handle, FALSE);
  g_assert_false (lv_session_is_changed (session, growth, 0));
  g_assert_true (lv_chart_handle_begin (handle, figure, ta, 5));
  lv_chart_handle_step (handle, -1);
  lv_chart_handle_end (handle, TRUE);
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), growth, 0), ==, 13);
  item = lv_pack_find_kind (lv_session_pack (session), LV_KIND_CHART, "figur.o.vaekst");
  g_assert_null (lv_chart_handle_new (session, chart, item));
}

/* A number is copied with what it is and where it is from. */
static void
test_cite (void)
{
  g_autoptr (LvSession) session = make_session ();
  const LvItem *item
      = lv_pack_find_kind (lv_session_pack (session), LV_KIND_CHART, "figur.o.budget");
  g_autoptr (LvChart) chart = lv_chart_new (item, lv_session_base (session), NULL);
  g_autoptr (LvFigure) figure = lv_chart_make_figure (chart, lv_session_state (session),
                                                      lv_session_base (session), NULL);
  g_autofree char *cited = lv_chart_cite (chart, figure, 0, 0, lv_session_state (session),
                                          lv_session_base (session));

  g_assert_true (g_str_has_prefix (cited, "Budget, 2025: "));
  g_assert_nonnull (strstr (cited, "mio. kr. ("));
  g_assert_nonnull (strstr (cited, "Bilag 1"));
  g_assert_null (strchr (cited, '\n'));
}

/* The chart grows into a window of its own, follows the session there, and closes by the same key. */
static void
test_zoom (void)
{
  g_autoptr (LvSession) session = make_session ();
  GtkWidget *window = show_card (session, "o.budget");
  const LvNode *growth = lv_model_find (lv_session_model (session), "ta.vaekst");
  GListModel *windows = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (windows);
  g_autoptr (GtkWidget) zoom = NULL;
  GtkWidget *view;

  press (find_type (window, LV_TYPE_CHART_VIEW), "chart.zoom");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  for (guint i = 0; i < before + 1; i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (each)) == GTK_WINDOW (window))
        zoom = g_object_ref (each);
    }
  view = find_type (zoom, LV_TYPE_CHART_VIEW);
  lv_session_set (session, growth, 0, 0.0);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Merforbruget i 2029 er 464 mio. kr., 67 mio. kr. mindre end i grundprognosen");
  press (view, "chart.zoom");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* A number is asked, its parts are followed and come back, and an edit shows at once. */
static void
test_explain (void)
{
  g_autoptr (LvSession) session = make_session ();
  GtkWidget *window = show_card (session, "o.budget");
  GtkWidget *view = find_type (window, LV_TYPE_CHART_VIEW);
  const LvNode *growth = lv_model_find (lv_session_model (session), "ta.vaekst");
  GtkWidget *popover;
  GtkListBox *parts;

  gtk_widget_grab_focus (view);
  lv_chart_view_set_focus (LV_CHART_VIEW (view), 1, 4);
  press (view, "chart.explain");
  popover = find_type (window, LV_TYPE_EXPLAIN_POPOVER);
  g_assert_nonnull (popover);
  g_assert_true (says (popover, "= Forbrug - Budget"));
  g_assert_true (says (popover, "531 mio. kr."));
  parts = GTK_LIST_BOX (find_type (popover, GTK_TYPE_LIST_BOX));
  g_assert_false (gtk_widget_get_sensitive (find_button (popover, "explain.back")));
  g_signal_emit_by_name (parts, "row-activated", gtk_list_box_get_row_at_index (parts, 0));
  g_assert_true (says (popover, "Forbrug, 2029"));
  g_assert_true (says (popover, "3.053 mio. kr."));
  lv_session_set (session, growth, 0, 0.0);
  g_assert_true (says (popover, "2.985,5 mio. kr."));
  press (popover, "explain.back");
  g_assert_true (says (popover, "463,5 mio. kr."));
  press (popover, "explain.forward");
  g_assert_true (says (popover, "Forbrug, 2029"));
  press (popover, "explain.copy-source");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every chart card of the pack comes and goes without a trace. */
static void
note_card_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_string_append (user_data, g_variant_get_string (parameter, NULL));
}

static LvFigure *
make_flow (int n_boxes)
{
  LvFigure *figure = lv_figure_new (LV_FIGURE_FLOW);

  for (int i = 0; i < n_boxes; i++)
    lv_figure_add_category (figure, "Indsats", NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_add_series (figure, "n", "Tal", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  lv_figure_set_card (figure, 0, "k.andet");
  return figure;
}

/* A box opens the card that it leads to, and one that leads nowhere does not. */
static void
test_follow (void)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show = g_simple_action_new ("show-card", G_VARIANT_TYPE_STRING);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (LvFigure) figure = make_flow (2);
  GtkWidget *view = g_object_ref_sink (lv_chart_view_new (tell_nothing_cb, NULL));

  g_signal_connect (show, "activate", G_CALLBACK (note_card_cb), shown);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (show));
  gtk_widget_insert_action_group (view, "win", G_ACTION_GROUP (actions));
  lv_chart_view_set_figure (LV_CHART_VIEW (view), figure);
  g_assert_false (lv_chart_view_follow (LV_CHART_VIEW (view)));
  lv_chart_view_set_focus (LV_CHART_VIEW (view), 0, 1);
  g_assert_false (lv_chart_view_follow (LV_CHART_VIEW (view)));
  lv_chart_view_set_focus (LV_CHART_VIEW (view), 0, 0);
  g_assert_true (lv_chart_view_follow (LV_CHART_VIEW (view)));
  g_assert_cmpstr (shown->str, ==, "k.andet");
  g_object_unref (view);
}

/* A flow is as high as its boxes need, whatever else the widget has been asked before. */
static void
test_natural_height (void)
{
  g_autoptr (LvFigure) few = make_flow (3);
  g_autoptr (LvFigure) many = make_flow (30);
  GtkWidget *view = g_object_ref_sink (lv_chart_view_new (tell_nothing_cb, NULL));
  int low;
  int high;

  lv_chart_view_set_figure (LV_CHART_VIEW (view), few);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 460, &low, NULL, NULL, NULL);
  lv_chart_view_set_figure (LV_CHART_VIEW (view), many);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 460, &high, NULL, NULL, NULL);
  g_assert_cmpint (high, >, 2 * low);
  g_object_unref (view);
}

/* A chart that Tab reaches far below the visible part of a page tells its number once it is in sight. A pop-over that
 * points outside the window was a critical of GDK's. */
static void
test_below (void)
{
  g_autoptr (LvSession) session = make_session ();
  const LvItem *item = lv_pack_find_kind (lv_session_pack (session), LV_KIND_CARD, "o.budget");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_button_new ();
  GtkWidget *card = GTK_WIDGET (lv_card_new_for (session, item));
  GtkWidget *view = find_type (card, LV_TYPE_CHART_VIEW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget *popover = LV_CHART_VIEW (view)->popover;

  gtk_widget_set_size_request (above, -1, 5000);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), card);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 400);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (view) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_is_focus (above));
  gtk_widget_grab_focus (view);
  while (!gtk_widget_get_visible (popover))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 4000);
  /* Scrolled away with the wheel, it does not hang outside. */
  gtk_adjustment_set_value (adjustment, 0);
  while (gtk_widget_get_visible (popover))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_lifetime (void)
{
  g_autoptr (LvSession) session = make_session ();
  const GPtrArray *items = lv_pack_items (lv_session_pack (session), LV_KIND_CARD);

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);
      LvCard *card;

      if (strcmp (lv_item_get (item, "kind"), "chart") != 0)
        continue;
      card = g_object_ref_sink (lv_card_new_for (session, item));
      g_assert_finalize_object (card);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_test_add_func ("/chart-card/height", test_height);
  g_test_add_func ("/chart-card/names", test_names);
  g_test_add_func ("/chart-card/follows", test_follows);
  g_test_add_func ("/chart-card/table", test_table);
  g_test_add_func ("/chart-card/save", test_save);
  g_test_add_func ("/chart-card/copy", test_copy);
  g_test_add_func ("/chart-card/handle", test_handle);
  g_test_add_func ("/chart-card/cite", test_cite);
  g_test_add_func ("/chart-card/zoom", test_zoom);
  g_test_add_func ("/chart-card/explain", test_explain);
  g_test_add_func ("/chart-card/follow", test_follow);
  g_test_add_func ("/chart-card/natural-height", test_natural_height);
  g_test_add_func ("/chart-card/below", test_below);
  g_test_add_func ("/chart-card/lifetime", test_lifetime);
  return g_test_run ();
}
