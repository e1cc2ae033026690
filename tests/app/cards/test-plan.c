/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as a card. What it protects: moving an action's end on the timeline, by the pointer and by keys, moves
 * the forecast of another card at once, is one step, and is put back by Escape and by undo; what would follow is
 * shown and moved with it; a delay is priced in words, never as 0 where it is not assessed; order, duplicates and
 * deletion work from the list and come back. */
#include "card-fixture.h"

#include "lv-action-plan.h"
#include "lv-card-plan-private.h"
#include "lv-plan-columns.h"
#include "lv-plan-money.h"
#include "lv-plan-slip.h"
#include "lv-plan-timeline.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  LvSession *session; /* (owned) */
  GtkWidget *window;
  LvCardPlan *card;
  LvCard *figures;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->session = fixture_session_of ("plan");
  lv_session_set_today (self->session, "2026-05-01");
  self->figures = fixture_card (self->session, "k.noegletal");
  self->card = LV_CARD_PLAN (fixture_card (self->session, "k.plan"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  self->window = fixture_window (box);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 900);
  fixture_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_close (self->window);
  g_clear_object (&self->session);
}

static GtkWidget *
view_of (Fixture *self)
{
  GtkWidget *view = lv_plan_timeline_get_view (LV_PLAN_TIMELINE (self->card->timeline));
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  lv_card_plan_show_view (self->card, "timeline");
  while (gtk_widget_get_width (view) == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
  return view;
}

/* What Overblik says of 2029, now. */
static gboolean
overview_says (Fixture *self, const char *number)
{
  return fixture_find_text (GTK_WIDGET (self->figures), number) != NULL;
}

static char *
end_of (Fixture *self, const char *id)
{
  g_autoptr (LvAction) action = lv_session_find_action (self->session, id);

  return g_strdup (lv_action_text (action, LV_ACTION_END));
}

static void
assert_end (Fixture *self, const char *id, const char *expected)
{
  g_autofree char *end = end_of (self, id);

  g_assert_cmpstr (end, ==, expected);
}

/* -40 a year later than planned by a quarter of a year: 0,25 x 10 = 2,5 more in 2029. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  GtkWidget *view = view_of (self);

  g_assert_true (overview_says (self, "410"));
  lv_card_plan_select (self->card, "plan.1");
  for (int i = 0; i < 3; i++)
    g_assert_true (fixture_press_with (view, GDK_KEY_Right, GDK_SHIFT_MASK));
  assert_end (self, "plan.1", "2026-09-30");
  g_assert_true (overview_says (self, "413"));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (self->card), "Moved 3 months later. Escape puts it back."));
  g_assert_true (fixture_press (view, GDK_KEY_Return));
  /* All of it is one step, and undo restores both. */
  g_assert_true (lv_session_undo (self->session));
  assert_end (self, "plan.1", "2026-06-30");
  g_assert_true (overview_says (self, "410"));
  g_assert_false (lv_session_undo (self->session));
  g_assert_true (lv_session_redo (self->session));
  g_assert_true (overview_says (self, "413"));
}

static void
test_escape (Fixture *self, gconstpointer data)
{
  GtkWidget *view = view_of (self);

  lv_card_plan_select (self->card, "plan.1");
  g_assert_true (fixture_press (view, GDK_KEY_Right));
  g_assert_true (fixture_press (view, GDK_KEY_Right));
  assert_end (self, "plan.1", "2026-08-31");
  g_assert_true (fixture_press (view, GDK_KEY_Escape));
  assert_end (self, "plan.1", "2026-06-30");
  g_assert_true (overview_says (self, "410"));
  g_assert_false (lv_document_is_modified (lv_session_document (self->session)));
}

/* The end cannot be moved before the start, and a whole action keeps its length. */
static void
test_parts (Fixture *self, gconstpointer data)
{
  GtkWidget *view = view_of (self);
  g_autoptr (LvAction) action = NULL;

  lv_card_plan_select (self->card, "plan.2");
  for (int i = 0; i < 9; i++)
    fixture_press_with (view, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_end (self, "plan.2", "2026-07-31");
  g_assert_true (fixture_press_with (view, GDK_KEY_Left, GDK_CONTROL_MASK));
  action = lv_session_find_action (self->session, "plan.2");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_START), ==, "2026-06-01");
  /* An action without dates does not move. */
  lv_card_plan_select (self->card, "plan.12");
  g_assert_true (fixture_press (view, GDK_KEY_Right));
  g_assert_null (lv_plan_timeline_get_moving (LV_PLAN_TIMELINE (self->card->timeline)));
  assert_end (self, "plan.12", "");
}

static void
test_rows_by_keys (Fixture *self, gconstpointer data)
{
  GtkWidget *view = view_of (self);

  gtk_widget_grab_focus (view);
  g_assert_cmpstr (lv_card_plan_get_selected (self->card), ==, "plan.1");
  fixture_press (view, GDK_KEY_Down);
  g_assert_cmpstr (lv_card_plan_get_selected (self->card), ==, "plan.2");
  fixture_press (view, GDK_KEY_End);
  g_assert_cmpstr (lv_card_plan_get_selected (self->card), ==, "plan.12");
  fixture_press (view, GDK_KEY_Up);
  g_assert_cmpstr (lv_card_plan_get_selected (self->card), ==, "plan.11");
  fixture_press (view, GDK_KEY_Home);
  g_assert_cmpstr (lv_card_plan_get_selected (self->card), ==, "plan.1");
}

/* The pointer takes hold of the end of a bar, or of its middle. */
static void
test_drag (Fixture *self, gconstpointer data)
{
  GtkWidget *view = view_of (self);
  LvPlanTimeline *timeline = LV_PLAN_TIMELINE (self->card->timeline);
  GdkRectangle bar;
  GtkGesture *drag;
  double month;

  g_assert_true (lv_plan_timeline_get_bar (timeline, "plan.1", &bar));
  /* The half of the bar that ends is three months. */
  month = bar.width / 3.0;
  drag = fixture_drag (view, bar.x + bar.width - 2, bar.y + bar.height / 2.0, 3 * month);
  assert_end (self, "plan.1", "2026-09-30");
  g_assert_cmpstr (lv_plan_timeline_get_moving (timeline), ==, "plan.1");
  g_assert_true (overview_says (self, "413"));
  g_signal_emit_by_name (drag, "drag-update", month, 0.0);
  assert_end (self, "plan.1", "2026-07-31");
  g_signal_emit_by_name (drag, "drag-update", 3 * month, 0.0);
  g_signal_emit_by_name (drag, "drag-end", 3 * month, 0.0);
  g_assert_null (lv_plan_timeline_get_moving (timeline));
  assert_end (self, "plan.1", "2026-09-30");
  g_assert_true (lv_session_undo (self->session));
  assert_end (self, "plan.1", "2026-06-30");
  g_assert_true (overview_says (self, "410"));
  g_assert_false (lv_session_undo (self->session));
}

static void
test_drag_whole (Fixture *self, gconstpointer data)
{
  GtkWidget *view = view_of (self);
  g_autoptr (LvAction) action = NULL;
  GdkRectangle bar;
  GtkGesture *drag;

  g_assert_true (lv_plan_timeline_get_bar (LV_PLAN_TIMELINE (self->card->timeline), "plan.1", &bar));
  drag = fixture_drag (view, bar.x + 1, bar.y + bar.height / 2.0, bar.width * 2 / 3.0);
  g_signal_emit_by_name (drag, "drag-end", bar.width * 2 / 3.0, 0.0);
  action = lv_session_find_action (self->session, "plan.1");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_START), ==, "2026-03-01");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_END), ==, "2026-08-31");
}

/* --- What follows */

static LvPlanSlip *
slip_of (Fixture *self)
{
  return LV_PLAN_SLIP (self->card->slip);
}

static void
click (GtkWidget *under, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = fixture_find (under, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }
  g_assert_not_reached ();
}

static void
test_slip (Fixture *self, gconstpointer data)
{
  GtkWidget *view = view_of (self);

  g_assert_cmpuint (lv_plan_slip_count (slip_of (self)), ==, 0);
  lv_card_plan_select (self->card, "plan.1");
  for (int i = 0; i < 3; i++)
    fixture_press_with (view, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpuint (lv_plan_slip_count (slip_of (self)), ==, 2);
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (slip_of (self)),
                                       "Uddan sagsbehandlerne i den nye praksis: 1. juli 2026 – 30. september "
                                       "2026 → 1. oktober 2026 – 31. december 2026\nEvaluér tilsynet: 1. oktober "
                                       "2026 – 31. december 2026 → 1. januar 2027 – 31. marts 2027"));
  assert_end (self, "plan.2", "2026-09-30");
  click (GTK_WIDGET (slip_of (self)), "Move These Too");
  assert_end (self, "plan.2", "2026-12-31");
  assert_end (self, "plan.3", "2027-03-31");
  g_assert_cmpuint (lv_plan_slip_count (slip_of (self)), ==, 0);
  /* The move and what followed are one step. */
  g_assert_true (lv_session_undo (self->session));
  assert_end (self, "plan.1", "2026-06-30");
  assert_end (self, "plan.3", "2026-12-31");
  g_assert_false (lv_session_undo (self->session));
}

static void
test_slip_stands (Fixture *self, gconstpointer data)
{
  GtkWidget *view = view_of (self);

  lv_card_plan_select (self->card, "plan.1");
  fixture_press_with (view, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpuint (lv_plan_slip_count (slip_of (self)), ==, 2);
  /* Undo takes the preview away; letting them stand does too, and moves nothing. */
  fixture_press (view, GDK_KEY_Return);
  lv_session_undo (self->session);
  g_assert_cmpuint (lv_plan_slip_count (slip_of (self)), ==, 0);
  fixture_press_with (view, GDK_KEY_Right, GDK_SHIFT_MASK);
  click (GTK_WIDGET (slip_of (self)), "Let Them Stand");
  g_assert_cmpuint (lv_plan_slip_count (slip_of (self)), ==, 0);
  assert_end (self, "plan.2", "2026-09-30");
}

/* --- Money */

static void
test_money (Fixture *self, gconstpointer data)
{
  LvPlanMoney *money = LV_PLAN_MONEY (self->card->money);
  GtkWidget *months = fixture_find (GTK_WIDGET (money), GTK_TYPE_SPIN_BUTTON, 0);

  g_assert_cmpstr (lv_plan_money_get_plan (money), ==,
                   "No action has been moved in the scenario: delays cost nothing.");
  lv_card_plan_select (self->card, "plan.1");
  /* A quarter of 10 in each of the four years. */
  g_assert_cmpstr (lv_plan_money_get_action (money), ==, "10 mio. kr. i 2026–2029");
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (money), "months:"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (months), 12);
  g_assert_cmpstr (lv_plan_money_get_action (money), ==, "40 mio. kr. i 2026–2029");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (months), 1);
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (money), "month:"));
  lv_card_plan_select (self->card, "plan.10");
  g_assert_cmpstr (lv_plan_money_get_action (money), ==, "ikke vurderet");
  lv_card_plan_select (self->card, "plan.2");
  g_assert_cmpstr (lv_plan_money_get_action (money), ==, "ingen, for opgaven bærer intet tiltag");
  lv_session_set_action_dates (self->session, "plan.1", NULL, "2026-09-30");
  lv_session_set_action_dates (self->session, "plan.10", NULL, "2026-10");
  g_assert_cmpstr (lv_plan_money_get_plan (money), ==,
                   "All plans as they stand in the scenario: 10 mio. kr. i 2026–2029; 2 actions end at another "
                   "time than planned; 1 carries a measure that is not assessed");
}

/* --- The list */

static void
activate (Fixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->card), action, NULL);
}

static gboolean
is_before (Fixture *self, const char *first, const char *second)
{
  g_autoptr (GPtrArray) actions = lv_session_actions (self->session);
  const LvAction *a = lv_actions_find (actions, first);
  const LvAction *b = lv_actions_find (actions, second);

  return a != NULL && b != NULL && a->order < b->order;
}

static void
test_order (Fixture *self, gconstpointer data)
{
  lv_card_plan_select (self->card, "plan.2");
  activate (self, "plan.up");
  g_assert_true (is_before (self, "plan.2", "plan.1"));
  g_assert_cmpstr (lv_card_plan_get_selected (self->card), ==, "plan.2");
  /* It is the first of its group now: it goes no further. */
  activate (self, "plan.up");
  g_assert_true (is_before (self, "plan.2", "plan.1"));
  activate (self, "plan.down");
  activate (self, "plan.down");
  activate (self, "plan.down");
  g_assert_true (is_before (self, "plan.3", "plan.2"));
  g_assert_true (is_before (self, "plan.2", "plan.10"));
  while (lv_session_undo (self->session))
    ;
  g_assert_true (is_before (self, "plan.1", "plan.2"));
  g_assert_true (is_before (self, "plan.2", "plan.3"));
}

static void
test_duplicate_and_delete (Fixture *self, gconstpointer data)
{
  g_autofree char *copy = NULL;

  lv_card_plan_select (self->card, "plan.2");
  activate (self, "plan.duplicate");
  copy = g_strdup (lv_card_plan_get_selected (self->card));
  g_assert_true (g_str_has_prefix (copy, "lokal.plan."));
  g_assert_cmpuint (lv_plan_list_n_actions (lv_card_plan_get_list (self->card)), ==, 7);
  activate (self, "plan.delete");
  g_assert_cmpuint (lv_plan_list_n_actions (lv_card_plan_get_list (self->card)), ==, 6);
  g_assert_cmpstr (lv_card_plan_get_selected (self->card), ==, "plan.3");
  lv_session_undo (self->session);
  g_assert_nonnull (lv_plan_list_find (lv_card_plan_get_list (self->card), copy));
  lv_session_undo (self->session);
  g_assert_cmpuint (lv_plan_list_n_actions (lv_card_plan_get_list (self->card)), ==, 6);
  /* What stands in the pack is not deleted. */
  lv_card_plan_select (self->card, "plan.2");
  activate (self, "plan.delete");
  g_assert_cmpuint (lv_plan_list_n_actions (lv_card_plan_get_list (self->card)), ==, 6);
}

/* What a header does, keys do too; a sorted list keeps its order, the plan its own. */
static void
test_sort (Fixture *self, gconstpointer data)
{
  LvPlanList *list = lv_card_plan_get_list (self->card);

  gtk_widget_activate_action (GTK_WIDGET (self->card), "plan.sort", "i", LV_PLAN_TITLE);
  g_assert_true (lv_plan_list_is_sorted (list));
  g_assert_cmpstr (lv_plan_list_neighbour (list, "plan.3", 1), ==, "plan.1");
  lv_card_plan_select (self->card, "plan.1");
  activate (self, "plan.up");
  g_assert_true (is_before (self, "plan.1", "plan.3"));
  gtk_widget_activate_action (GTK_WIDGET (self->card), "plan.sort", "i", -1);
  g_assert_false (lv_plan_list_is_sorted (list));
  g_assert_cmpstr (lv_plan_list_neighbour (list, "plan.1", 1), ==, "plan.2");
}

/* A change of what is selected goes both ways, and what is left out by the filter is not meant any more. */
static void
test_selection (Fixture *self, gconstpointer data)
{
  lv_card_plan_select (self->card, "plan.2");
  g_assert_cmpuint (gtk_single_selection_get_selected (self->card->selection), ==, 2);
  gtk_single_selection_set_selected (self->card->selection, 1);
  g_assert_cmpstr (lv_card_plan_get_selected (self->card), ==, "plan.1");
  /* A heading is no action. */
  gtk_single_selection_set_selected (self->card->selection, 0);
  g_assert_null (lv_card_plan_get_selected (self->card));
  lv_card_plan_select (self->card, "plan.1");
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_SEARCH_ENTRY, 0)),
                         "udbydere");
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_SEARCH_ENTRY, 0), "search-changed");
  g_assert_null (lv_card_plan_get_selected (self->card));
  g_assert_cmpuint (lv_plan_list_n_shown (lv_card_plan_get_list (self->card)), ==, 3);
}

/* The plan goes away with the card, while something is being moved. */
static void
test_finalize (Fixture *self, gconstpointer data)
{
  GtkWidget *view = view_of (self);
  LvCardPlan *card = self->card;

  g_object_add_weak_pointer (G_OBJECT (card), (gpointer *) &card);
  lv_card_plan_select (self->card, "plan.1");
  fixture_press (view, GDK_KEY_Right);
  fixture_close (self->window);
  g_assert_null (card);
  self->window = fixture_window (gtk_label_new (""));
  assert_end (self, "plan.1", "2026-07-31");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
#define add(path, test) g_test_add ("/app/plan/" path, Fixture, NULL, set_up, test, tear_down)
  add ("keys", test_keys);
  add ("escape", test_escape);
  add ("parts", test_parts);
  add ("rows-by-keys", test_rows_by_keys);
  add ("drag", test_drag);
  add ("drag-whole", test_drag_whole);
  add ("slip", test_slip);
  add ("slip-stands", test_slip_stands);
  add ("money", test_money);
  add ("order", test_order);
  add ("sort", test_sort);
  add ("duplicate-and-delete", test_duplicate_and_delete);
  add ("selection", test_selection);
  add ("finalize", test_finalize);
  return g_test_run ();
}
