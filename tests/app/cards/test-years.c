/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of years: the keys of a spreadsheet, ranges as one step or not at all, and every cell named. */
#include "card-fixture.h"

#include "lv-figure-dialog.h"
#include "lv-own-figure.h"
#include "lv-year-dialog.h"
#include "lv-year-grid.h"

#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  LvSession *session;
  const LvNode *node;
  const char *id;
  LvYearGrid *grid;
  GtkWidget *keys;
  GtkWidget *window;
} Fixture;

static void
update_cb (LvYearGrid *grid)
{
  lv_year_grid_update (grid);
}

static void
set_up (Fixture *self, gconstpointer id)
{
  self->session = fixture_session ();
  self->id = id;
  self->node = fixture_node (self->session, id);
  self->grid = lv_year_grid_new (self->session, self->node);
  self->keys = lv_year_grid_get_keys (self->grid);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (update_cb), self->grid,
                           G_CONNECT_SWAPPED);
  self->window = fixture_window (GTK_WIDGET (self->grid));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
tear_down (Fixture *self, gconstpointer id)
{
  g_object_add_weak_pointer (G_OBJECT (self->grid), (gpointer *) &self->grid);
  fixture_close (self->window);
  g_assert_null (self->grid);
  g_assert_finalize_object (self->session);
}

static gboolean
press (Fixture *self, guint key)
{
  return fixture_press (self->keys, key);
}

static void
type (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (lv_year_grid_get_entry (self->grid)), text);
}

static double
value (Fixture *self, const char *members)
{
  return fixture_value (self->session, self->id, fixture_cell (self->session, self->id, members));
}

static void
at (Fixture *self, guint top, guint left, guint bottom, guint right)
{
  LvYearRange range;

  lv_year_grid_get_range (self->grid, &range);
  g_assert_cmpuint (range.top, ==, top);
  g_assert_cmpuint (range.left, ==, left);
  g_assert_cmpuint (range.bottom, ==, bottom);
  g_assert_cmpuint (range.right, ==, right);
}

static void
selected (Fixture *self, guint top, guint left, guint bottom, guint right)
{
  lv_year_grid_select (self->grid, &(LvYearRange){ top, left, bottom, right });
}

static gboolean
has_error (Fixture *self, const char *part)
{
  return strstr (lv_year_grid_get_error (self->grid), part) != NULL;
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return wrong == NULL;
}

/* Years across, members down, and only those with a cell. */
static void
test_layout (Fixture *self, gconstpointer id)
{
  const LvYearTable *table = lv_year_grid_get_table (self->grid);

  g_assert_cmpuint (table->rows, ==, 3);
  g_assert_cmpuint (table->columns, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (table->column_titles, 0), ==, "2026");
  g_assert_cmpstr (g_ptr_array_index (table->row_titles, 2), ==, "STU");
  g_assert_true (has_name (GTK_WIDGET (lv_year_grid_get_cell (self->grid, 2, 1)),
                           "Budgettilførsel, STU, 2027: 0 mio. kr., skøn"));
}

static void
test_moving (Fixture *self, gconstpointer id)
{
  at (self, 0, 0, 0, 0);
  press (self, GDK_KEY_Right);
  press (self, GDK_KEY_Down);
  at (self, 1, 1, 1, 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window))
                 == GTK_WIDGET (lv_year_grid_get_cell (self->grid, 1, 1)));
  press (self, GDK_KEY_End);
  at (self, 1, 3, 1, 3);
  press (self, GDK_KEY_Home);
  at (self, 1, 0, 1, 0);
  fixture_press_with (self->keys, GDK_KEY_End, GDK_CONTROL_MASK);
  at (self, 2, 3, 2, 3);
  fixture_press_with (self->keys, GDK_KEY_Home, GDK_CONTROL_MASK);
  at (self, 0, 0, 0, 0);
  press (self, GDK_KEY_Up);
  at (self, 0, 0, 0, 0);
  press (self, GDK_KEY_Return);
  at (self, 1, 0, 1, 0);
  fixture_press_with (self->keys, GDK_KEY_Return, GDK_SHIFT_MASK);
  at (self, 0, 0, 0, 0);
  g_assert_nonnull (strstr (lv_year_grid_get_status (self->grid), "Køb af tilbud, 2026: 0 mio. kr., skøn"));
}

/* Tab goes on in the next line, and out at the end, so that nobody is caught in the table. */
static void
test_tab (Fixture *self, gconstpointer id)
{
  selected (self, 0, 3, 0, 3);
  g_assert_true (press (self, GDK_KEY_Tab));
  at (self, 1, 0, 1, 0);
  g_assert_true (press (self, GDK_KEY_ISO_Left_Tab));
  at (self, 0, 3, 0, 3);
  selected (self, 2, 3, 2, 3);
  g_assert_false (press (self, GDK_KEY_Tab));
  selected (self, 0, 0, 0, 0);
  g_assert_false (press (self, GDK_KEY_ISO_Left_Tab));
}

static void
test_typing (Fixture *self, gconstpointer id)
{
  g_assert_true (press (self, GDK_KEY_1));
  g_assert_true (lv_year_grid_is_editing (self->grid));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (lv_year_grid_get_entry (self->grid))), ==, "1");
  type (self, "1.250");
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 0);
  press (self, GDK_KEY_Return);
  g_assert_false (lv_year_grid_is_editing (self->grid));
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 1250);
  at (self, 1, 0, 1, 0);
  g_assert_cmpstr (lv_year_cell_get_text (lv_year_grid_get_cell (self->grid, 0, 0)), ==,
                   "•\302\2401.250");
  g_assert_true (has_name (GTK_WIDGET (lv_year_grid_get_cell (self->grid, 0, 0)),
                           "Budgettilførsel, Køb af tilbud, 2026: 1.250 mio. kr., ændret i scenariet, "
                           "baseline 0 mio. kr."));
  press (self, GDK_KEY_minus);
  type (self, "\342\210\2223,5");
  press (self, GDK_KEY_Right);
  g_assert_cmpfloat (value (self, "ta/2026"), ==, -3.5);
  at (self, 1, 1, 1, 1);
  g_assert_true (lv_session_undo (self->session));
  g_assert_cmpfloat (value (self, "ta/2026"), ==, 0);
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 1250);
}

/* F2 mends the number: arrows stay in the text, Escape takes the typing back, empty takes the change back. */
static void
test_mending (Fixture *self, gconstpointer id)
{
  lv_session_set (self->session, self->node, fixture_cell (self->session, id, "koeb/2026"), 7);
  press (self, GDK_KEY_F2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (lv_year_grid_get_entry (self->grid))), ==, "7");
  g_assert_false (press (self, GDK_KEY_Left));
  type (self, "78");
  g_assert_true (press (self, GDK_KEY_Escape));
  g_assert_false (lv_year_grid_is_editing (self->grid));
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 7);
  press (self, GDK_KEY_F2);
  type (self, "");
  press (self, GDK_KEY_Tab);
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 0);
  at (self, 0, 1, 0, 1);
}

/* What can't be read stays with its reason, and keeps the focus. */
static void
test_wrong (Fixture *self, gconstpointer id)
{
  static const char *const wrong[] = { "13.5", "meget", "5 pct.", "1,2,3" };

  press (self, GDK_KEY_1);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (self, wrong[i]);
      press (self, GDK_KEY_Return);
      g_assert_true (lv_year_grid_is_editing (self->grid));
      g_assert_true (has_error (self, "Køb af tilbud, 2026: "));
      g_assert_true (has_error (self, wrong[i]));
      g_assert_cmpfloat (value (self, "koeb/2026"), ==, 0);
    }
  g_assert_true (gtk_test_accessible_has_state (GTK_ACCESSIBLE (lv_year_grid_get_entry (self->grid)),
                                                GTK_ACCESSIBLE_STATE_INVALID));
  press (self, GDK_KEY_Escape);
  g_assert_cmpstr (lv_year_grid_get_error (self->grid), ==, "");
  press (self, GDK_KEY_5);
  type (self, "5 mio. kr.");
  press (self, GDK_KEY_Return);
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 5);
}

/* Another edit does not take away what is being typed. */
static void
test_untouched (Fixture *self, gconstpointer id)
{
  press (self, GDK_KEY_4);
  type (self, "42");
  lv_session_set (self->session, self->node, fixture_cell (self->session, id, "koeb/2026"), 7);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (lv_year_grid_get_entry (self->grid))), ==, "42");
  fixture_leave (GTK_WIDGET (lv_year_grid_get_entry (self->grid)));
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 42);
}

static void
test_range (Fixture *self, gconstpointer id)
{
  fixture_press_with (self->keys, GDK_KEY_Right, GDK_SHIFT_MASK);
  fixture_press_with (self->keys, GDK_KEY_Down, GDK_SHIFT_MASK);
  at (self, 0, 0, 1, 1);
  g_assert_nonnull (strstr (lv_year_grid_get_status (self->grid), "4 cells"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (lv_year_grid_get_cell (self->grid, 1, 0)),
                                           "lv-selected"));
  fixture_press_with (self->keys, GDK_KEY_End, GDK_SHIFT_MASK);
  at (self, 0, 0, 1, 3);
  press (self, GDK_KEY_Left);
  at (self, 1, 2, 1, 2);
  fixture_press_with (self->keys, GDK_KEY_a, GDK_CONTROL_MASK);
  at (self, 0, 0, 2, 3);
}

static void
test_delete (Fixture *self, gconstpointer id)
{
  selected (self, 0, 0, 1, 1);
  lv_year_grid_paste_text (self->grid, "1\t2\n3\t4\n");
  g_assert_cmpfloat (value (self, "ta/2027"), ==, 4);
  press (self, GDK_KEY_Delete);
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 0);
  g_assert_cmpfloat (value (self, "ta/2027"), ==, 0);
  g_assert_true (lv_session_undo (self->session));
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 1);
  g_assert_cmpfloat (value (self, "ta/2027"), ==, 4);
}

/* What a spreadsheet copies, in its Danish form; an empty field leaves the cell as it is. */
static void
test_paste (Fixture *self, gconstpointer id)
{
  selected (self, 0, 1, 0, 1);
  lv_year_grid_paste_text (self->grid, "1.250,5\t\342\210\2223\r\n\t7 mio. kr.\r\n");
  g_assert_cmpstr (lv_year_grid_get_error (self->grid), ==, "");
  g_assert_cmpfloat (value (self, "koeb/2027"), ==, 1250.5);
  g_assert_cmpfloat (value (self, "koeb/2028"), ==, -3);
  g_assert_cmpfloat (value (self, "ta/2027"), ==, 0);
  g_assert_cmpfloat (value (self, "ta/2028"), ==, 7);
  at (self, 0, 1, 1, 2);
  g_assert_true (lv_session_undo (self->session));
  g_assert_cmpfloat (value (self, "koeb/2027"), ==, 0);
  g_assert_cmpfloat (value (self, "ta/2028"), ==, 0);
  g_assert_false (lv_session_undo (self->session));
  selected (self, 0, 0, 2, 1);
  lv_year_grid_paste_text (self->grid, "9");
  g_assert_cmpfloat (value (self, "stu/2027"), ==, 9);
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 9);
}

static void
test_paste_nothing_half (Fixture *self, gconstpointer id)
{
  static const struct
  {
    const char *text;
    const char *names;
  } wrong[] = { { "1\t2\n3\tfire\n", "Tabt arbejdsfortjeneste, 2029: “fire”" },
                { "1\t12.5\n", "Køb af tilbud, 2029: “12.5”" },
                { "1\t2 pct.\n", "Køb af tilbud, 2029: “2 pct.”" },
                { "1\t2\t3\n", "3 columns do not fit: there are 2 from 2028" },
                { "1\n2\n3\n4\n", "4 rows do not fit: there are 3 from Køb af tilbud" },
                { "", "nothing to paste" } };

  selected (self, 0, 2, 0, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      lv_year_grid_paste_text (self->grid, wrong[i].text);
      g_assert_cmpstr (lv_year_grid_get_error (self->grid), !=, "");
      if (!has_error (self, wrong[i].names))
        g_error ("“%s” does not name “%s”", lv_year_grid_get_error (self->grid), wrong[i].names);
      g_assert_cmpfloat (value (self, "koeb/2028"), ==, 0);
    }
  g_assert_false (lv_session_undo (self->session));
}

/* What is copied can be pasted again, here and in a spreadsheet. */
static void
test_copy (Fixture *self, gconstpointer id)
{
  LvYearRange range = { 0, 0, 1, 1 };
  g_autofree char *text = NULL;
  g_autofree char *one = NULL;

  lv_year_grid_select (self->grid, &range);
  lv_year_grid_paste_text (self->grid, "1.250,5\t-3\n0\t2");
  text = lv_year_copy (lv_year_grid_get_table (self->grid), &range);
  g_assert_cmpstr (text, ==, "1.250,5\t-3\n0\t2\n");
  selected (self, 1, 2, 1, 2);
  lv_year_grid_paste_text (self->grid, text);
  g_assert_cmpfloat (value (self, "ta/2028"), ==, 1250.5);
  g_assert_cmpfloat (value (self, "stu/2029"), ==, 2);
  one = lv_year_copy (lv_year_grid_get_table (self->grid), &(LvYearRange){ 0, 0, 0, 0 });
  g_assert_cmpstr (one, ==, "1.250,5");
}

static void
test_fill (Fixture *self, gconstpointer id)
{
  selected (self, 0, 0, 1, 0);
  lv_year_grid_paste_text (self->grid, "5\n6\n");
  selected (self, 0, 0, 1, 3);
  g_assert_true (fixture_press_with (self->keys, GDK_KEY_r, GDK_CONTROL_MASK));
  g_assert_cmpfloat (value (self, "koeb/2029"), ==, 5);
  g_assert_cmpfloat (value (self, "ta/2027"), ==, 6);
  g_assert_true (lv_session_undo (self->session));
  g_assert_cmpfloat (value (self, "koeb/2029"), ==, 0);
  g_assert_cmpfloat (value (self, "ta/2027"), ==, 0);
  g_assert_cmpfloat (value (self, "ta/2026"), ==, 6);
  selected (self, 1, 1, 1, 1);
  fixture_press_with (self->keys, GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_cmpfloat (value (self, "ta/2027"), ==, 6);
  selected (self, 1, 0, 1, 0);
  fixture_press_with (self->keys, GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_true (has_error (self, "left"));
}

static void
test_change (Fixture *self, gconstpointer id)
{
  const LvYearTable *table = lv_year_grid_get_table (self->grid);
  LvYearRange range = { 0, 0, 0, 1 };
  g_autofree char *reason = NULL;

  lv_year_grid_select (self->grid, &range);
  lv_year_grid_paste_text (self->grid, "100\t0,2\n");
  g_assert_true (lv_year_change (table, &range, 0.1, FALSE, &reason));
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 100.1);
  g_assert_cmpfloat (value (self, "koeb/2027"), ==, 0.3);
  g_assert_true (lv_session_undo (self->session));
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 100);
  g_assert_cmpfloat (value (self, "koeb/2027"), ==, 0.2);
  g_assert_true (lv_year_change (table, &range, -2.5, TRUE, &reason));
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 97.5);
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static GtkEditable *
dialog_entry (AdwMessageDialog *dialog, guint index)
{
  return GTK_EDITABLE (fixture_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, index));
}

static void
answer (AdwMessageDialog *dialog, const char *response)
{
  adw_message_dialog_response (dialog, response);
  fixture_settle ();
}

/* A series that is not for scenarios to change says so; what it lacks waits for a number with a source. */
static void
test_read_only (Fixture *self, gconstpointer id)
{
  gsize known = fixture_cell (self->session, id, "koeb/2027");
  gsize lacking = fixture_cell (self->session, id, "stu/2028");
  const LvYearTable *table = lv_year_grid_get_table (self->grid);

  g_assert_cmpint (lv_year_table_rule (table, known), ==, LV_YEAR_CLOSED);
  g_assert_cmpint (lv_year_table_rule (table, lacking), ==, LV_YEAR_SOURCED);
  press (self, GDK_KEY_5);
  g_assert_false (lv_year_grid_is_editing (self->grid));
  g_assert_true (has_error (self, "Køb af tilbud, 2026: read only"));
  lv_year_grid_paste_text (self->grid, "5");
  g_assert_true (has_error (self, "Køb af tilbud, 2026: read only"));
  selected (self, 2, 2, 2, 2);
  g_assert_cmpstr (lv_year_cell_get_text (lv_year_grid_get_cell (self->grid, 2, 2)), ==, "mangler");
  lv_year_grid_paste_text (self->grid, "5");
  answer (find_dialog (), "no");
  g_assert_true (isnan (value (self, "stu/2028")));
}

static void
test_own_figure (Fixture *self, gconstpointer id)
{
  gsize cell = fixture_cell (self->session, id, "stu/2028");

  g_assert_true (lv_session_set_figure (self->session, self->node, cell, 21, "Brev"));
  g_assert_cmpstr (lv_year_cell_get_text (lv_year_grid_get_cell (self->grid, 2, 2)), ==,
                   "*\302\24021");
  g_assert_true (lv_own_figure_exists (self->session, self->node, cell));
  selected (self, 2, 2, 2, 2);
  press (self, GDK_KEY_Delete);
  g_assert_false (lv_own_figure_exists (self->session, self->node, cell));
  g_assert_cmpstr (lv_year_cell_get_text (lv_year_grid_get_cell (self->grid, 2, 2)), ==, "mangler");
}

/* A scenario that has been presented is not edited, and says so at the table. */
static void
test_locked (Fixture *self, gconstpointer id)
{
  g_autofree char *own = lv_session_add_scenario (self->session, "Fremlagt", NULL);

  lv_session_set_scenario_state (self->session, own, "laast");
  lv_session_show (self->session, own, NULL);
  press (self, GDK_KEY_5);
  press (self, GDK_KEY_Return);
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 0);
  g_assert_true (has_error (self, "locked"));
  at (self, 0, 0, 0, 0);
  selected (self, 1, 1, 1, 1);
  lv_year_grid_paste_text (self->grid, "5");
  g_assert_cmpstr (lv_year_grid_get_error (self->grid), !=, "");
  g_assert_cmpfloat (value (self, "ta/2027"), ==, 0);
}

/* A number without a source is none; what was entered can be changed and taken out again. */
static void
test_figure_dialog (Fixture *self, gconstpointer id)
{
  gsize cell = fixture_cell (self->session, id, "stu/2028");
  AdwMessageDialog *dialog;

  selected (self, 2, 2, 2, 2);
  press (self, GDK_KEY_2);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_editable_get_text (dialog_entry (dialog, 0)), ==, "2");
  gtk_editable_set_text (dialog_entry (dialog, 0), "2.1");
  gtk_editable_set_text (dialog_entry (dialog, 1), "Brev fra Økonomi");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "yes"));
  gtk_editable_set_text (dialog_entry (dialog, 0), "21,5");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "yes"));
  gtk_editable_set_text (dialog_entry (dialog, 1), "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "yes"));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "remove"));
  gtk_editable_set_text (dialog_entry (dialog, 1), "Brev fra Økonomi");
  answer (dialog, "yes");
  g_assert_cmpfloat (value (self, "stu/2028"), ==, 21.5);
  press (self, GDK_KEY_F2);
  dialog = find_dialog ();
  g_assert_cmpstr (gtk_editable_get_text (dialog_entry (dialog, 1)), ==, "Brev fra Økonomi");
  answer (dialog, "remove");
  g_assert_false (lv_own_figure_exists (self->session, self->node, cell));
  g_assert_true (isnan (value (self, "stu/2028")));
}

/* A block over cells that the sources lack: one question for the source, one step of undo, or nothing at all. */
static void
test_paste_missing (Fixture *self, gconstpointer id)
{
  AdwMessageDialog *dialog;
  LvYearRange all = { 2, 0, 2, 3 };

  selected (self, 2, 1, 2, 1);
  lv_year_grid_paste_text (self->grid, "\t21,5\t22\n");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "STU, 2028: 21,5"));
  g_assert_null (strstr (adw_message_dialog_get_body (dialog), "2027"));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "yes"));
  answer (dialog, "no");
  g_assert_null (lv_document_undo_name (lv_session_document (self->session)));
  lv_year_grid_paste_text (self->grid, "\t21,5\t22\n");
  dialog = find_dialog ();
  gtk_editable_set_text (dialog_entry (dialog, 0), "Brev fra Økonomi");
  answer (dialog, "yes");
  g_assert_cmpfloat (value (self, "stu/2028"), ==, 21.5);
  g_assert_cmpfloat (value (self, "stu/2029"), ==, 22);
  at (self, 2, 1, 2, 3);
  g_assert_true (lv_session_undo (self->session));
  g_assert_true (isnan (value (self, "stu/2028")) && isnan (value (self, "stu/2029")));
  g_assert_false (lv_session_undo (self->session));
  lv_session_redo (self->session);
  /* All of it taken out again is one step too. */
  g_assert_true (lv_year_reset (lv_year_grid_get_table (self->grid), &all));
  g_assert_true (isnan (value (self, "stu/2028")));
  g_assert_true (lv_session_undo (self->session));
  g_assert_cmpfloat (value (self, "stu/2027"), ==, 20);
  g_assert_cmpfloat (value (self, "stu/2029"), ==, 22);
}

/* From the card of what is missing: which number is chosen in the dialog. */
static void
test_figure_choice (Fixture *self, gconstpointer id)
{
  AdwMessageDialog *dialog;
  GtkWidget *which;

  lv_figure_dialog_ask_any (GTK_WIDGET (self->grid), self->session, self->node);
  dialog = find_dialog ();
  which = fixture_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN, 0);
  g_assert_nonnull (which);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (which), 1);
  gtk_editable_set_text (dialog_entry (dialog, 0), "22");
  gtk_editable_set_text (dialog_entry (dialog, 1), "Brev");
  answer (dialog, "yes");
  g_assert_cmpfloat (value (self, "stu/2029"), ==, 22);
  g_assert_true (isnan (value (self, "stu/2028")));
}

/* Says before what comes of it; a percent sign is enough. */
static void
test_change_dialog (Fixture *self, gconstpointer id)
{
  AdwMessageDialog *dialog;

  selected (self, 0, 0, 0, 1);
  lv_year_grid_paste_text (self->grid, "100\t200\n");
  fixture_press_with (self->keys, GDK_KEY_m, GDK_CONTROL_MASK);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "yes"));
  gtk_editable_set_text (dialog_entry (dialog, 0), "ti");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "yes"));
  gtk_editable_set_text (dialog_entry (dialog, 0), "-10 %");
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (dialog),
                                       "2 numbers change. Køb af tilbud, 2026: 100 → 90"));
  answer (dialog, "yes");
  g_assert_cmpfloat (value (self, "koeb/2027"), ==, 180);
  g_assert_true (lv_session_undo (self->session));
  g_assert_cmpfloat (value (self, "koeb/2026"), ==, 100);
}

/* The same widgets before and after: nothing is built again for a key. */
static void
test_same_widgets (Fixture *self, gconstpointer id)
{
  LvYearCell *cell = lv_year_grid_get_cell (self->grid, 1, 1);
  GtkEntry *entry = lv_year_grid_get_entry (self->grid);

  press (self, GDK_KEY_5);
  press (self, GDK_KEY_Return);
  press (self, GDK_KEY_6);
  g_assert_true (lv_year_grid_get_cell (self->grid, 1, 1) == cell);
  g_assert_true (lv_year_grid_get_entry (self->grid) == entry);
}

static void
check_words (GtkLabel *label)
{
  g_auto (GStrv) words = g_strsplit (gtk_label_get_text (label), " ", -1);
  int least;

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (label), words[i]);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      g_assert_cmpint (least, >=, width);
    }
}

static guint
check_headings (GtkWidget *widget)
{
  guint n = 0;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_ROW_HEADER)
    {
      check_words (GTK_LABEL (widget));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_headings (child);
  return n;
}

/* However narrow the card: "forsorgshje-m" is not Danish. */
static void
test_whole_words (Fixture *self, gconstpointer id)
{
  g_assert_cmpuint (check_headings (GTK_WIDGET (self->grid)), ==, lv_year_grid_get_table (self->grid)->rows);
}

#define ADD(path, id, test) g_test_add ("/years/" path, Fixture, id, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  ADD ("layout", "tilfoersel", test_layout);
  ADD ("moving", "tilfoersel", test_moving);
  ADD ("tab", "tilfoersel", test_tab);
  ADD ("typing", "tilfoersel", test_typing);
  ADD ("mending", "tilfoersel", test_mending);
  ADD ("wrong", "tilfoersel", test_wrong);
  ADD ("untouched", "tilfoersel", test_untouched);
  ADD ("range", "tilfoersel", test_range);
  ADD ("delete", "tilfoersel", test_delete);
  ADD ("paste", "tilfoersel", test_paste);
  ADD ("paste-nothing-half", "tilfoersel", test_paste_nothing_half);
  ADD ("copy", "tilfoersel", test_copy);
  ADD ("fill", "tilfoersel", test_fill);
  ADD ("change", "tilfoersel", test_change);
  ADD ("read-only", "udgift", test_read_only);
  ADD ("own-figure", "udgift", test_own_figure);
  ADD ("figure-dialog", "udgift", test_figure_dialog);
  ADD ("figure-choice", "udgift", test_figure_choice);
  ADD ("paste-missing", "udgift", test_paste_missing);
  ADD ("change-dialog", "tilfoersel", test_change_dialog);
  ADD ("locked", "tilfoersel", test_locked);
  ADD ("same-widgets", "tilfoersel", test_same_widgets);
  ADD ("whole-words", "tilfoersel", test_whole_words);
  return g_test_run ();
}
