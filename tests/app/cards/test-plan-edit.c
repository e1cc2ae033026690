/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering and changing actions. What it protects: dates are typed as people write them, stepped, and chosen from
 * a month, and what can't be read says so; a form is one step of undo, an error leaves the document as it was;
 * the dates of a printed action go into the scenario, those of one's own into the plan. */
#include "card-fixture.h"

#include "lv-action-dialog.h"
#include "lv-date-entry.h"
#include "lv-id-picker.h"
#include "lv-month-grid.h"

#include <locale.h>
#include <string.h>

static void
assert_text (LvSession *session, const char *id, LvActionField field, const char *expected)
{
  g_autoptr (LvAction) action = lv_session_find_action (session, id);

  g_assert_nonnull (action);
  g_assert_cmpstr (lv_action_text (action, field), ==, expected);
}

/* --- Dates */

static void
assert_date (LvDateEntry *entry, const char *expected)
{
  g_autofree char *date = lv_date_entry_dup_date (entry);

  g_assert_cmpstr (date, ==, expected);
}

static void
test_date (void)
{
  LvDateEntry *entry = LV_DATE_ENTRY (lv_date_entry_new ("Frist"));
  GtkWidget *window = fixture_window (GTK_WIDGET (entry));
  GtkWidget *inside = lv_date_entry_get_entry (entry);

  assert_date (entry, "");
  g_assert_true (lv_date_entry_is_good (entry));
  gtk_editable_set_text (GTK_EDITABLE (inside), "1.3.2026");
  assert_date (entry, "2026-03-01");
  g_assert_true (fixture_press (inside, GDK_KEY_Down));
  assert_date (entry, "2026-02-28");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (inside)), ==, "28.2.2026");
  g_assert_true (fixture_press (inside, GDK_KEY_Page_Up));
  assert_date (entry, "2026-03-28");
  gtk_editable_set_text (GTK_EDITABLE (inside), "2026-12");
  g_assert_true (fixture_press (inside, GDK_KEY_Up));
  assert_date (entry, "2027-01");
  gtk_editable_set_text (GTK_EDITABLE (inside), "snart");
  g_assert_false (lv_date_entry_is_good (entry));
  assert_date (entry, "");
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (entry), "“snart” is not a date; write 1.3.2026 or 2026-03"));
  fixture_close (window);
}

static void
chosen_cb (LvMonthGrid *grid, const char *date, char **chosen)
{
  g_free (*chosen);
  *chosen = g_strdup (date);
}

static void
click (GtkWidget *under, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = fixture_find (under, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (gtk_widget_get_visible (button) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }
  g_assert_not_reached ();
}

static void
test_month (void)
{
  GtkWidget *grid = lv_month_grid_new ();
  GtkWidget *window = fixture_window (grid);
  g_autofree char *chosen = NULL;

  g_signal_connect (grid, "chosen", G_CALLBACK (chosen_cb), &chosen);
  lv_month_grid_show (LV_MONTH_GRID (grid), "2026-12-24");
  g_assert_nonnull (fixture_find_text (grid, "December 2026"));
  click (grid, "31");
  g_assert_cmpstr (chosen, ==, "2026-12-31");
  g_signal_emit_by_name (fixture_find (grid, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_nonnull (fixture_find_text (grid, "January 2027"));
  click (grid, "1");
  g_assert_cmpstr (chosen, ==, "2027-01-01");
  click (grid, "Only the Month");
  g_assert_cmpstr (chosen, ==, "2027-01");
  fixture_close (window);
}

static void
test_picker (void)
{
  LvIdPicker *picker = LV_ID_PICKER (lv_id_picker_new ("Afventer", "Tilføj"));
  g_autofree char *ids = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *wrong = NULL;
  GtkWidget *window;
  GtkWidget *drop;

  lv_id_picker_add_candidate (picker, "a", "Opgave A");
  lv_id_picker_add_candidate (picker, "b", "Opgave B");
  lv_id_picker_set_ids (picker, "b;ukendt");
  window = fixture_window (GTK_WIDGET (picker));
  drop = fixture_find (GTK_WIDGET (picker), GTK_TYPE_DROP_DOWN, 0);
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop)),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, "Afventer: Tilføj");
  g_assert_null (wrong);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 1);
  ids = lv_id_picker_dup_ids (picker);
  g_assert_cmpstr (ids, ==, "b;ukendt;a");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)), ==, 0);
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (picker), "Opgave A"));
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (picker), GTK_TYPE_BUTTON, 0), "clicked");
  fewer = lv_id_picker_dup_ids (picker);
  g_assert_cmpstr (fewer, ==, "ukendt;a");
  fixture_close (window);
}

/* --- The dialog */

static void
saved_cb (LvActionDialog *dialog, const char *id, char **saved)
{
  g_free (*saved);
  *saved = g_strdup (id);
}

static LvSession *
plan_session (void)
{
  LvSession *session = fixture_session_of ("plan");

  lv_session_set_today (session, "2026-05-01");
  return session;
}

static void
test_add (void)
{
  g_autoptr (LvSession) session = plan_session ();
  LvActionDialog *dialog = LV_ACTION_DIALOG (lv_action_dialog_new_add (session, "plan.*", "Tilsyn", "plan.2"));
  LvActionForm *form = lv_action_dialog_get_form (dialog);
  g_autofree char *id = NULL;

  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), &id);
  g_assert_false (lv_action_form_is_good (form));
  lv_action_form_set (form, LV_ACTION_TITLE, "Hold et møde");
  lv_action_form_set (form, LV_ACTION_START, "2026-08-01");
  lv_action_form_set (form, LV_ACTION_END, "2026-10");
  lv_action_form_set (form, LV_ACTION_STATUS, "i-gang");
  lv_action_form_set (form, LV_ACTION_CARRIES, "tiltag.tilsyn");
  lv_action_form_set (form, LV_ACTION_DEPENDS, "plan.1;plan.2");
  lv_action_form_set (form, LV_ACTION_NOTE, "To\nlinjer");
  g_assert_true (lv_action_form_is_good (form));
  g_assert_true (lv_action_dialog_save (dialog));
  g_assert_cmpstr (id, ==, "lokal.plan.opgave-1");
  assert_text (session, id, LV_ACTION_TITLE, "Hold et møde");
  assert_text (session, id, LV_ACTION_TRACK, "Tilsyn");
  assert_text (session, id, LV_ACTION_START, "2026-08-01");
  assert_text (session, id, LV_ACTION_PLANNED_END, "2026-10");
  assert_text (session, id, LV_ACTION_STATUS_DATE, "2026-05-01");
  assert_text (session, id, LV_ACTION_CARRIES, "tiltag.tilsyn");
  assert_text (session, id, LV_ACTION_DEPENDS, "plan.1;plan.2");
  assert_text (session, id, LV_ACTION_NOTE, "To linjer");
  g_assert_cmpstr (lv_document_undo_name (lv_session_document (session)), ==, "New action: Hold et møde");
  g_assert_true (lv_session_undo (session));
  g_assert_null (lv_session_find_action (session, id));
  g_assert_false (lv_session_undo (session));
  g_assert_true (lv_session_redo (session));
  assert_text (session, id, LV_ACTION_NOTE, "To linjer");
  fixture_settle ();
}

static void
test_edit (void)
{
  g_autoptr (LvSession) session = plan_session ();
  LvActionDialog *dialog = LV_ACTION_DIALOG (lv_action_dialog_new (session, "plan.2"));
  LvActionForm *form = lv_action_dialog_get_form (dialog);

  /* What the source prints is kept; the dates are those of the scenario. */
  g_assert_false (gtk_widget_get_sensitive (lv_action_form_get_widget (form, LV_ACTION_SOURCE)));
  lv_action_form_set (form, LV_ACTION_OWNER, "Jura");
  lv_action_form_set (form, LV_ACTION_START, "2026-08-01");
  lv_action_form_set (form, LV_ACTION_END, "2026-12-31");
  lv_action_form_set (form, LV_ACTION_STATUS, "i-bero");
  g_assert_true (lv_action_dialog_save (dialog));
  assert_text (session, "plan.2", LV_ACTION_OWNER, "Jura");
  assert_text (session, "plan.2", LV_ACTION_START, "2026-08-01");
  assert_text (session, "plan.2", LV_ACTION_PLANNED_START, "2026-07-01");
  assert_text (session, "plan.2", LV_ACTION_STATUS, "i-bero");
  assert_text (session, "plan.2", LV_ACTION_STATUS_DATE, "2026-05-01");
  g_assert_true (lv_session_undo (session));
  assert_text (session, "plan.2", LV_ACTION_OWNER, "Børn og Unge");
  assert_text (session, "plan.2", LV_ACTION_START, "2026-07-01");
  g_assert_false (lv_session_undo (session));
  fixture_settle ();
}

/* A form that is saved as it was opened changes nothing. */
static void
test_untouched (void)
{
  g_autoptr (LvSession) session = plan_session ();
  static const char *const ids[] = { "plan.1", "plan.3", "plan.10", "plan.12" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      LvActionDialog *dialog = LV_ACTION_DIALOG (lv_action_dialog_new (session, ids[i]));

      g_assert_true (lv_action_dialog_save (dialog));
      g_assert_false (lv_document_is_modified (lv_session_document (session)));
      g_assert_null (lv_document_undo_name (lv_session_document (session)));
    }
  fixture_settle ();
}

static void
test_refused (void)
{
  g_autoptr (LvSession) session = plan_session ();
  LvActionDialog *dialog = LV_ACTION_DIALOG (lv_action_dialog_new (session, "plan.1"));
  LvActionForm *form = lv_action_dialog_get_form (dialog);

  lv_action_form_set (form, LV_ACTION_OWNER, "Jura");
  lv_action_form_set (form, LV_ACTION_DEPENDS, "plan.3");
  g_assert_false (lv_action_dialog_save (dialog));
  g_assert_cmpstr (lv_action_dialog_get_error (dialog), ==,
                   "Then the actions would wait for each other in a circle.");
  assert_text (session, "plan.1", LV_ACTION_OWNER, "Sociale Forhold");
  g_assert_false (lv_document_is_modified (lv_session_document (session)));
  /* It is mended in the same dialog. */
  lv_action_form_set (form, LV_ACTION_DEPENDS, "");
  lv_action_form_set (form, LV_ACTION_START, "2026-07-01");
  g_assert_false (lv_action_dialog_save (dialog));
  g_assert_cmpstr (lv_action_dialog_get_error (dialog), ==, "An action cannot end before it starts.");
  lv_action_form_set (form, LV_ACTION_END, "2026-07-31");
  g_assert_true (lv_action_dialog_save (dialog));
  assert_text (session, "plan.1", LV_ACTION_OWNER, "Jura");
  fixture_settle ();
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_test_add_func ("/app/plan-edit/date", test_date);
  g_test_add_func ("/app/plan-edit/month", test_month);
  g_test_add_func ("/app/plan-edit/picker", test_picker);
  g_test_add_func ("/app/plan-edit/add", test_add);
  g_test_add_func ("/app/plan-edit/edit", test_edit);
  g_test_add_func ("/app/plan-edit/untouched", test_untouched);
  g_test_add_func ("/app/plan-edit/refused", test_refused);
  return g_test_run ();
}
