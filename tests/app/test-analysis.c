/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the analyses: what is compared stands side by side and follows edits; a change is explained cause
 * by cause; a goal seek is applied as one step that can be undone, and says how far it gets; the tornado
 * lists what lacks estimates; another file can be compared, and a wrong one is refused. */

#include "lv-analysis-page.h"
#include "lv-analysis-window.h"
#include "lv-figure-panel.h"
#include "lv-drop-down.h"
#include "lv-lever-list.h"
#include "lv-table-view.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

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
find_type (GtkWidget *widget, GType type, guint *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (GtkWidget *page, GType type, guint index)
{
  GtkWidget *found = find_type (page, type, &index);

  g_assert_nonnull (found);
  return found;
}

static const LvAnalysisTable *
table_of (GtkWidget *page, guint index)
{
  return lv_table_view_table (LV_TABLE_VIEW (nth (page, LV_TYPE_TABLE_VIEW, index)));
}

static void
turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
show_page (GtkWidget *page)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 650);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);
  turn ();
  return window;
}

static const char *
sentence_of (GtkWidget *page)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = nth (page, GTK_TYPE_LABEL, i);

      if (gtk_widget_has_css_class (label, "title-4"))
        return gtk_label_get_label (GTK_LABEL (label));
    }
}

static const LvNode *
growth_of (LvSession *session)
{
  return lv_model_find (lv_session_model (session), "ta.vaekst");
}

static gsize
year (LvSession *session, const char *member)
{
  return (gsize) lv_axis_find (lv_pack_find_axis (lv_session_pack (session), "aar"), member);
}

static const char *
text_at (const LvAnalysisTable *table, guint row, guint column)
{
  return lv_analysis_table_cell (table, row, column)->text;
}

/* A table is the same on the clipboard and in a workbook. */
static void
check_book (const LvAnalysisTable *table)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autofree char *folder = g_dir_make_tmp ("lv-book-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tal.xlsx", NULL);
  g_autofree char *text = lv_analysis_table_to_text (table);
  g_autofree char *html = lv_analysis_table_to_html (table);
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (text, "\nMerforbrug, 2029\t531 mio. kr.\t464 mio. kr.\t-67 mio. kr.\n"));
  g_assert_nonnull (strstr (html, "<th scope=\"row\">Merforbrug, 2029</th>"));
  g_ptr_array_add (tables, (gpointer) table);
  g_assert_true (lv_analysis_write_book (path, "Tal", tables, "da", today, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_rmdir (folder);
}

/* The grundprognose stands first, the scenario beside it, and both follow an edit. */
static void
test_compare (void)
{
  g_autoptr (LvSession) session = make_session ();
  g_autoptr (LvAnalysisSides) sides = lv_analysis_sides_new (session);
  GtkWidget *page = lv_compare_page_new (sides);
  GtkWidget *window = show_page (page);
  const LvAnalysisTable *table;

  table = table_of (page, 0); /* the pack's own example, until there is something of the user's */
  g_assert_cmpstr (g_ptr_array_index (table->headers, 2), ==, "Eksempel: hjemløshed");
  lv_session_set (session, growth_of (session), 0, 0);
  lv_session_set_reason (session, growth_of (session), 0, "Loft over væksten");
  turn ();
  table = table_of (page, 0);
  g_assert_cmpuint (table->headers->len, ==, 4);
  g_assert_cmpstr (text_at (table, 4, 0), ==, "Merforbrug, 2029");
  g_assert_cmpstr (text_at (table, 4, 1), ==, "531 mio. kr.");
  g_assert_cmpstr (text_at (table, 4, 2), ==, "464 mio. kr.");
  g_assert_cmpstr (text_at (table, 4, 3), ==, "-67 mio. kr.");
  check_book (table);
  table = table_of (page, 1);
  g_assert_cmpuint (table->rows->len, ==, 1);
  g_assert_cmpfloat (lv_analysis_table_cell (table, 0, 2)->number, ==, 0);
  g_assert_nonnull (strstr (text_at (table, 0, 3), "Loft over væksten"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* From the grundprognose to what is shown, and the parts are what the table adds up to. */
static void
test_bridge (void)
{
  g_autoptr (LvSession) session = make_session ();
  g_autoptr (LvAnalysisSides) sides = lv_analysis_sides_new (session);
  GtkWidget *page = lv_bridge_page_new (sides);
  GtkWidget *window;
  const LvAnalysisTable *table;
  LvFigure *figure;
  double sum = 0;
  guint last = 0;

  lv_session_set (session, growth_of (session), 0, 0);
  lv_session_set (session, lv_model_find (lv_session_model (session), "katalog.realisering"), 0, 50);
  window = show_page (page);
  table = table_of (page, 0);
  for (guint i = 1; i < table->rows->len && last == 0; i++)
    if (lv_analysis_table_row (table, i)->total)
      last = i;
  for (guint i = 0; i < last; i++)
    sum += lv_analysis_table_cell (table, i, 1)->number;
  g_assert_cmpuint (last, >=, 3);
  g_assert_cmpfloat (sum, ==, lv_analysis_table_cell (table, last, 1)->number);
  g_assert_cmpfloat (lv_analysis_table_cell (table, 0, 1)->number, ==, 220);
  figure = lv_figure_panel_figure (LV_FIGURE_PANEL (nth (page, LV_TYPE_FIGURE_PANEL, 0)));
  g_assert_cmpint (lv_figure_get_kind (figure), ==, LV_FIGURE_WATERFALL);
  g_assert_cmpint (lv_figure_n_categories (figure), ==, (int) last + 1);
  gtk_widget_activate_action (page, "bridge.swap", NULL);
  turn ();
  g_assert_cmpfloat (lv_analysis_table_cell (table_of (page, 0), last, 1)->number, ==, 220);
  gtk_window_destroy (GTK_WINDOW (window));
}

static LvLeverRow *
lever_row (GtkWidget *page, const LvNode *input)
{
  for (guint i = 0;; i++)
    {
      LvLeverRow *row = LV_LEVER_ROW (nth (page, LV_TYPE_LEVER_ROW, i));

      if (lv_lever_row_input (row) == input)
        return row;
    }
}

/* A proposal is applied as one step; without a way there it says how far it gets. */
static void
test_seek (void)
{
  g_autoptr (LvSession) session = make_session ();
  g_autoptr (LvAnalysisSides) sides = lv_analysis_sides_new (session);
  GtkWidget *page = lv_seek_page_new (sides);
  GtkWidget *window = show_page (page);
  LvLeverRow *row = lever_row (page, growth_of (session));
  const LvNode *gap = lv_session_head_node (session, "gap");

  lv_lever_row_set_chosen (row, TRUE);
  turn ();
  g_assert_nonnull (strstr (sentence_of (page), "pct. af vejen"));
  /* Nothing is proposed that the pack does not allow. */
  lv_lever_row_set_bounds (row, "-200", "13,5");
  turn ();
  g_assert_null (strstr (sentence_of (page), "220"));
  lv_lever_row_set_bounds (row, "-30", "13,5");
  gtk_editable_set_text (GTK_EDITABLE (nth (page, GTK_TYPE_ENTRY, 0)), "200");
  turn ();
  g_assert_true (g_str_has_prefix (sentence_of (page), "Merforbrug, 2026 går fra 220 mio. kr."));
  g_assert_cmpuint (table_of (page, 0)->rows->len, ==, 1);
  gtk_widget_activate_action (page, "seek.apply", NULL);
  turn ();
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), gap, year (session, "2026")), <=,
                      200);
  g_assert_true (lv_session_undo (session));
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), gap, year (session, "2026")), ==, 220);
  lv_lever_row_set_bounds (row, "ti", "13,5");
  turn ();
  g_assert_false (gtk_widget_get_visible (nth (page, LV_TYPE_TABLE_VIEW, 0)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_shown_rows (GtkWidget *page)
{
  guint n = 0;
  GtkWidget *row = nth (page, LV_TYPE_LEVER_ROW, 0);

  for (row = gtk_widget_get_first_child (gtk_widget_get_parent (row)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += gtk_widget_get_visible (row);
  return n;
}

/* Hundreds can be turned: some letters of a word, of two, or of the id find one, and what is chosen stays in sight. */
static void
test_seek_search (void)
{
  g_autoptr (LvSession) session = make_session ();
  g_autoptr (LvAnalysisSides) sides = lv_analysis_sides_new (session);
  GtkWidget *page = lv_seek_page_new (sides);
  GtkWidget *window = show_page (page);
  GtkEditable *search = GTK_EDITABLE (nth (nth (page, LV_TYPE_LEVER_LIST, 0), GTK_TYPE_SEARCH_ENTRY, 0));
  LvLeverRow *row = lever_row (page, growth_of (session));
  guint all = count_shown_rows (page);
  guint few;

  g_assert_cmpuint (all, >, 2);
  gtk_editable_set_text (search, "ARBEJDSFORT tabt");
  few = count_shown_rows (page);
  g_assert_cmpuint (few, <, all);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  lv_lever_row_set_chosen (row, TRUE);
  gtk_editable_set_text (search, "findes ikke");
  g_assert_cmpuint (count_shown_rows (page), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  gtk_editable_set_text (search, lv_node_id (growth_of (session)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  gtk_editable_set_text (search, "");
  g_assert_cmpuint (count_shown_rows (page), ==, all);
  g_assert_true (gtk_widget_get_prev_sibling (GTK_WIDGET (row)) == NULL);
  lv_lever_row_set_chosen (row, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In GTK 4.8 a drop-down looks only at how its lines begin, and Enter does nothing. */
static void
test_drop_down_search (void)
{
  static const char *const lines[] = { "Merforbrug", "Akkumuleret merforbrug", "Servicetilpasning", NULL };
  GtkWidget *drop = g_object_ref_sink (lv_drop_down_new ("Tal", 20));
  GtkWidget *entry;

  lv_drop_down_set_search (drop);
  lv_drop_down_set_lines (drop, lines);
  entry = nth (drop, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "tilpas");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "mulERET");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "findes ikke");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)), ==, 1);
  g_object_unref (drop);
}

/* Every assumption is in the list, or among those that lack an estimate or do not move the number. */
static void
test_tornado (void)
{
  g_autoptr (LvSession) session = make_session ();
  g_autoptr (LvAnalysisSides) sides = lv_analysis_sides_new (session);
  GtkWidget *page = lv_tornado_page_new (sides);
  GtkWidget *window = show_page (page);
  const LvAnalysisTable *table = table_of (page, 0);
  double before = G_MAXDOUBLE;

  g_assert_nonnull (table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      double swing = lv_analysis_table_cell (table, i, 1)->number;

      g_assert_cmpfloat (swing, <=, before);
      before = swing;
    }
  g_assert_cmpstr (sentence_of (page), !=, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
write_document (LvSession *session, const char *path)
{
  g_autoptr (GBytes) bytes = lv_document_write (lv_session_document (session));

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                      NULL));
}

/* A file of the same name in another folder was taken for the first one, and stood with its numbers. */
static void
check_same_name (LvAnalysisSides *sides, LvSession *other, const char *folder, guint n)
{
  g_autofree char *june = g_build_filename (folder, "juni", NULL);
  g_autofree char *path = g_build_filename (june, "andet.ligevaegt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const LvNode *gap = lv_session_head_node (other, "gap");
  LvSide side;
  int index;

  g_assert_cmpint (g_mkdir (june, 0700), ==, 0);
  lv_session_set (other, growth_of (other), 0, 13.5);
  lv_session_set (other, growth_of (other), 0, 5);
  write_document (other, path);
  g_assert_true (lv_analysis_sides_add_file (sides, file, NULL));
  index = lv_analysis_sides_shown_of (sides, file);
  g_assert_cmpint (index, ==, (int) n + 3);
  g_assert_true (g_str_has_suffix (lv_analysis_sides_title (sides, (guint) index), "(juni/andet.ligevaegt)"));
  g_assert_cmpint (lv_analysis_sides_find (sides, lv_analysis_sides_key (sides, (guint) index)), ==, index);
  side = lv_analysis_sides_get (sides, (guint) index);
  g_assert_cmpfloat (lv_side_value (&side, gap, year (other, "2029")).number, ==, 488.5);
  g_unlink (path);
  g_rmdir (june);
}

/* The scenarios of another file stand beside one's own; what is no document changes nothing. */
static void
test_file (void)
{
  g_autoptr (LvSession) session = make_session ();
  g_autoptr (LvSession) other = make_session ();
  g_autoptr (LvAnalysisSides) sides = lv_analysis_sides_new (session);
  g_autofree char *folder = g_dir_make_tmp ("lv-analysis-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "andet.ligevaegt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  guint n = lv_analysis_sides_n (sides);
  LvSide side;

  lv_session_set (other, growth_of (other), 0, 0);
  write_document (other, path);
  g_assert_true (lv_analysis_sides_add_file (sides, file, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lv_analysis_sides_n (sides), ==, n + 2);
  g_assert_true (g_str_has_suffix (lv_analysis_sides_title (sides, n + 1), "(andet.ligevaegt)"));
  side = lv_analysis_sides_get (sides, n + 1);
  g_assert_cmpfloat (
      lv_side_value (&side, lv_session_head_node (session, "gap"), year (session, "2029")).number, ==,
      463.5);
  g_assert_cmpint (lv_analysis_sides_shown_of (sides, file), ==, (int) n + 1);
  check_same_name (sides, other, folder, n);
  g_assert_true (lv_analysis_sides_add_file (sides, file, &error));
  g_assert_cmpuint (lv_analysis_sides_n (sides), ==, n + 4);
  g_assert_true (g_file_set_contents (path, "intet", -1, NULL));
  g_assert_false (lv_analysis_sides_add_file (sides, file, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (lv_analysis_sides_n (sides), ==, n + 4);
  g_unlink (path);
  g_rmdir (folder);
}

/* One window for all four, and the same again when it is asked for twice. */
static void
test_window (void)
{
  g_autoptr (LvSession) session = make_session ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = lv_analysis_window_show (GTK_WINDOW (parent), session, LV_ANALYSIS_BRIDGE);

  g_assert_true (lv_analysis_window_show (GTK_WINDOW (parent), session, LV_ANALYSIS_SEEK) == window);
  turn ();
  gtk_window_destroy (GTK_WINDOW (parent));
  turn ();
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/analysis/compare", test_compare);
  g_test_add_func ("/app/analysis/bridge", test_bridge);
  g_test_add_func ("/app/analysis/seek", test_seek);
  g_test_add_func ("/app/analysis/seek-search", test_seek_search);
  g_test_add_func ("/app/analysis/drop-down-search", test_drop_down_search);
  g_test_add_func ("/app/analysis/tornado", test_tornado);
  g_test_add_func ("/app/analysis/file", test_file);
  g_test_add_func ("/app/analysis/window", test_window);
  return g_test_run ();
}
