/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The action plan of a session: what stands in it, each edit and its undo, what is refused and why, what follows
 * a slip, what a moved end does to the forecast and to goals. */
#include "lv-action-plan.h"
#include "lv-document-differences.h"

#include <math.h>
#include <string.h>

static void
remember_cb (LvSession *session, const char *reason, char **refused)
{
  g_free (*refused);
  *refused = g_strdup (reason);
}

static LvSession *
plan_session (void)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "plan", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);
  LvSession *session;

  for (guint i = 0; i < lv_problems_kept (problems); i++)
    g_test_message ("%s", lv_problem_to_string (lv_problems_get (problems, i)));
  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  session = lv_session_new (model);
  lv_session_set_today (session, "2026-05-01");
  return session;
}

static double
gap (LvSession *session, const char *year)
{
  const LvNode *node = lv_session_head_node (session, "gap");

  return lv_state_number (lv_session_state (session), node,
                          (gsize) lv_axis_find (lv_node_shape (node)->axis[0], year));
}

static void
assert_text (LvSession *session, const char *id, LvActionField field, const char *expected)
{
  g_autoptr (LvAction) action = lv_session_find_action (session, id);

  g_assert_nonnull (action);
  g_assert_cmpstr (lv_action_text (action, field), ==, expected);
}

static char *
ids (LvSession *session)
{
  g_autoptr (GPtrArray) actions = lv_session_actions (session);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            ((LvAction *) g_ptr_array_index (actions, i))->id);
  return g_string_free (out, FALSE);
}

static void
assert_ids (LvSession *session, const char *expected)
{
  g_autofree char *found = ids (session);

  g_assert_cmpstr (found, ==, expected);
}

static char *
file_text (LvSession *session)
{
  g_autoptr (GBytes) bytes = lv_document_write (lv_session_document (session));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

#define PACK_ORDER "ta.1 ta.2 ta.3 ta.4 hjem.1 hjem.2"

static void
test_pack (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autoptr (LvAction) action = lv_session_find_action (session, "ta.1");

  assert_ids (session, PACK_ORDER);
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_TITLE), ==, "Nedsæt task force");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_END), ==, "2026-03");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_PLANNED_END), ==, "2026-03");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_PLACE), ==, "side 1");
  g_assert_false (action->own);
  g_assert_false (action->moved);
  g_assert_cmpuint (action->edited, ==, 0);
  g_assert_null (lv_session_find_action (session, "ta.9"));
}

/* A line of the document is another text for a while; the pack's own text is no line. */
static void
test_override (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autofree char *before = file_text (session);
  g_autofree char *written = NULL;
  g_autofree char *after = NULL;
  g_autoptr (LvAction) action = NULL;

  g_assert_true (lv_session_set_action (session, "ta.2", LV_ACTION_OWNER, "Økonomi"));
  g_assert_true (lv_session_set_action (session, "ta.2", LV_ACTION_STATUS, "i-gang"));
  g_assert_true (lv_session_set_action (session, "ta.2", LV_ACTION_NEXT_FOLLOW_UP, "1.9.2026"));
  action = lv_session_find_action (session, "ta.2");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_OWNER), ==, "Økonomi");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_STATUS), ==, "i-gang");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_STATUS_DATE), ==, "2026-05-01");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_NEXT_FOLLOW_UP), ==, "2026-09-01");
  g_assert_true (action->edited & (1u << LV_ACTION_OWNER));
  g_assert_false (action->edited & (1u << LV_ACTION_TITLE));
  written = file_text (session);
  g_assert_nonnull (strstr (written, "[action ta.2]\nowner=Økonomi\nstatus=i-gang\n"));
  g_assert_null (strstr (written, "title=Følg"));
  lv_session_set_action (session, "ta.2", LV_ACTION_OWNER, "Børn og Unge");
  lv_session_reset_action_field (session, "ta.2", LV_ACTION_STATUS);
  lv_session_reset_action_field (session, "ta.2", LV_ACTION_STATUS_DATE);
  lv_session_reset_action_field (session, "ta.2", LV_ACTION_NEXT_FOLLOW_UP);
  after = file_text (session);
  g_assert_cmpstr (after, ==, before);
}

/* What the pack says can be taken away, and comes back with a reset. */
static void
test_take_away (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autofree char *written = NULL;

  g_assert_true (lv_session_set_action (session, "ta.2", LV_ACTION_DEPENDS, ""));
  assert_text (session, "ta.2", LV_ACTION_DEPENDS, "");
  written = file_text (session);
  g_assert_nonnull (strstr (written, "depends=none"));
  g_assert_true (lv_session_reset_action (session, "ta.2"));
  assert_text (session, "ta.2", LV_ACTION_DEPENDS, "ta.1");
  g_assert_false (lv_session_reset_action (session, "ta.2"));
}

/* Typing letter by letter is one step; leaving the entry begins another. */
static void
test_steps (void)
{
  g_autoptr (LvSession) session = plan_session ();
  LvDocument *document = lv_session_document (session);

  lv_session_set_action (session, "ta.1", LV_ACTION_NOTE, "A");
  lv_session_set_action (session, "ta.1", LV_ACTION_NOTE, "Af");
  lv_session_set_action (session, "ta.1", LV_ACTION_NOTE, "Aft");
  g_assert_cmpstr (lv_document_undo_name (document), ==, "Nedsæt task force: note");
  lv_session_end_edit (session);
  lv_session_set_action (session, "ta.1", LV_ACTION_NOTE, "Aftalt");
  lv_session_undo (session);
  assert_text (session, "ta.1", LV_ACTION_NOTE, "Aft");
  lv_session_undo (session);
  assert_text (session, "ta.1", LV_ACTION_NOTE, "");
  g_assert_null (lv_document_undo_name (document));
  lv_session_redo (session);
  assert_text (session, "ta.1", LV_ACTION_NOTE, "Aft");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *id;
    LvActionField field;
    const char *text;
  } rows[] = {
    { "ta.1", LV_ACTION_DEADLINE, "i morgen" },     { "ta.1", LV_ACTION_DEADLINE, "31.2.2026" },
    { "ta.1", LV_ACTION_END, "2025-12-31" },        { "ta.1", LV_ACTION_START, "2026-04-01" },
    { "ta.1", LV_ACTION_STATUS, "færdig" },         { "ta.1", LV_ACTION_DEPENDS, "ta.3" },
    { "ta.1", LV_ACTION_DEPENDS, "ta.1" },          { "ta.1", LV_ACTION_DEPENDS, "ta.99" },
    { "ta.1", LV_ACTION_CARRIES, "merforbrug" },    { "ta.1", LV_ACTION_MOVES, "findes.ikke" },
    { "ta.1", LV_ACTION_TITLE, "" },                { "ta.1", LV_ACTION_SOURCE, "kilde" },
    { "ta.1", LV_ACTION_PLANNED_END, "2026-12-31" }, { "ta.9", LV_ACTION_NOTE, "x" },
  };
  g_autoptr (LvSession) session = plan_session ();
  g_autofree char *before = file_text (session);
  char *refused = NULL;

  g_signal_connect (session, "refused", G_CALLBACK (remember_cb), &refused);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = NULL;

      g_clear_pointer (&refused, g_free);
      g_assert_false (lv_session_set_action (session, rows[i].id, rows[i].field, rows[i].text));
      g_assert_nonnull (refused);
      after = file_text (session);
      g_assert_cmpstr (after, ==, before);
    }
  g_free (refused);
}

/* A date is a change of the scenario; the plan keeps its own, and the carried measure waits as many months. */
static void
test_dates (void)
{
  g_autoptr (LvSession) session = plan_session ();
  const LvNode *knob;
  g_autoptr (LvAction) action = NULL;

  knob = lv_model_measure_knob (lv_session_model (session),
                                lv_pack_find (lv_session_pack (session), "a"), "on");
  lv_session_set (session, knob, 0, 1);
  g_assert_cmpfloat (gap (session, "2027"), ==, 76);
  g_assert_true (lv_session_set_action (session, "ta.1", LV_ACTION_END, "30.6.2026"));
  action = lv_session_find_action (session, "ta.1");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_END), ==, "2026-06-30");
  g_assert_cmpstr (lv_action_text (action, LV_ACTION_PLANNED_END), ==, "2026-03");
  g_assert_true (action->moved);
  g_assert_cmpfloat (gap (session, "2026"), ==, 91);
  g_assert_cmpfloat (gap (session, "2027"), ==, 79);
  lv_session_undo (session);
  g_assert_cmpfloat (gap (session, "2027"), ==, 76);
  assert_text (session, "ta.1", LV_ACTION_END, "2026-03");
  lv_session_redo (session);
  g_assert_cmpfloat (gap (session, "2027"), ==, 79);
  g_assert_true (lv_session_reset_action_dates (session, "ta.1"));
  g_assert_cmpfloat (gap (session, "2027"), ==, 76);
}

/* Moving by months keeps months, and the last day of a month stays a last day. */
static void
test_move (void)
{
  g_autoptr (LvSession) session = plan_session ();

  g_assert_true (lv_session_move_action (session, "ta.1", 2, 0));
  assert_text (session, "ta.1", LV_ACTION_START, "2026-03");
  assert_text (session, "ta.1", LV_ACTION_END, "2026-05");
  g_assert_true (lv_session_move_action (session, "ta.1", -2, 0));
  assert_text (session, "ta.1", LV_ACTION_END, "2026-03");
  g_assert_true (lv_session_move_action (session, "ta.1", 0, 1));
  assert_text (session, "ta.1", LV_ACTION_START, "2026-01-02");
  assert_text (session, "ta.1", LV_ACTION_END, "2026-04-01");
  g_assert_true (lv_session_move_action (session, "ta.2", 1, 0));
  assert_text (session, "ta.2", LV_ACTION_START, "2026-05-01");
  assert_text (session, "ta.2", LV_ACTION_END, "2026-07-31");
}

static void
test_locked (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autofree char *id = lv_session_add_scenario (session, "Fremlagt", NULL);
  char *refused = NULL;

  lv_session_set_scenario_state (session, id, "fremlagt");
  g_signal_connect (session, "refused", G_CALLBACK (remember_cb), &refused);
  g_assert_false (lv_session_move_action (session, "ta.1", 1, 0));
  g_assert_nonnull (refused);
  g_assert_false (lv_session_apply_slip (session, "ta.1", "2026-02", "2026-08"));
  assert_text (session, "ta.1", LV_ACTION_END, "2026-03");
  /* What the document says belongs to no scenario. */
  g_assert_true (lv_session_set_action (session, "ta.1", LV_ACTION_NOTE, "x"));
  g_free (refused);
}

static void
test_slip (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autoptr (GPtrArray) slips = lv_session_slip (session, "ta.1", "2026-04", "2026-06");
  g_autoptr (GPtrArray) none = lv_session_slip (session, "ta.1", "2026-01", "2026-02");
  g_autofree char *before = file_text (session);
  g_autofree char *after = NULL;
  const LvActionSlip *slip;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (slips->len, ==, 2);
  slip = g_ptr_array_index (slips, 0);
  g_assert_cmpstr (slip->id, ==, "ta.2");
  g_assert_cmpstr (slip->from_start, ==, "2026-04-01");
  g_assert_cmpstr (slip->to_start, ==, "2026-07-01");
  g_assert_cmpstr (slip->to_end, ==, "2026-09-30");
  slip = g_ptr_array_index (slips, 1);
  g_assert_cmpstr (slip->id, ==, "ta.3");
  g_assert_cmpstr (slip->to_start, ==, "2026-10-01");
  g_assert_cmpstr (slip->to_end, ==, "2026-10-31");
  /* A drag, and what follows it, are one step. */
  g_assert_true (lv_session_set_action_dates (session, "ta.1", "2026-02", "2026-04"));
  g_assert_true (lv_session_set_action_dates (session, "ta.1", "2026-04", "2026-06"));
  g_assert_true (lv_session_apply_slip (session, "ta.1", "2026-04", "2026-06"));
  assert_text (session, "ta.1", LV_ACTION_END, "2026-06");
  assert_text (session, "ta.2", LV_ACTION_START, "2026-07-01");
  assert_text (session, "ta.3", LV_ACTION_END, "2026-10-31");
  lv_session_undo (session);
  after = file_text (session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_own (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autofree char *before = file_text (session);
  g_autofree char *after = NULL;
  g_autofree char *id = lv_session_add_action (session, "ta.*", "Bestil tal", "Spor A", "ta.1");
  const LvNode *knob;

  g_assert_cmpstr (id, ==, "lokal.ta.opgave-1");
  g_assert_true (lv_action_is_of (id, "ta.*"));
  g_assert_false (lv_action_is_of (id, "hjem.*"));
  assert_ids (session, "ta.1 lokal.ta.opgave-1 ta.2 ta.3 ta.4 hjem.1 hjem.2");
  g_assert_true (lv_session_set_action (session, id, LV_ACTION_PLANNED_END, "2026-03"));
  g_assert_true (lv_session_set_action (session, id, LV_ACTION_CARRIES, "b"));
  g_assert_true (lv_session_set_action (session, "ta.3", LV_ACTION_DEPENDS, "ta.2;lokal.ta.opgave-1"));
  knob = lv_model_measure_knob (lv_session_model (session),
                                lv_pack_find (lv_session_pack (session), "b"), "on");
  lv_session_set (session, knob, 0, 1);
  g_assert_cmpfloat (gap (session, "2026"), ==, 94);
  g_assert_true (lv_session_set_action (session, id, LV_ACTION_END, "2026-09"));
  g_assert_cmpfloat (gap (session, "2026"), ==, 97);
  /* Deleting takes along all that speaks of it. */
  g_assert_true (lv_session_delete_action (session, id));
  g_assert_cmpfloat (gap (session, "2026"), ==, 94);
  assert_text (session, "ta.3", LV_ACTION_DEPENDS, "ta.2");
  assert_ids (session, PACK_ORDER);
  lv_session_undo (session);
  g_assert_cmpfloat (gap (session, "2026"), ==, 97);
  assert_text (session, "ta.3", LV_ACTION_DEPENDS, "ta.2;lokal.ta.opgave-1");
  g_assert_false (lv_session_delete_action (session, "ta.1"));
  while (lv_session_undo (session))
    ;
  after = file_text (session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_order (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autofree char *copy = NULL;

  g_assert_true (lv_session_reorder_action (session, "ta.4", "ta.1"));
  assert_ids (session, "ta.4 ta.1 ta.2 ta.3 hjem.1 hjem.2");
  g_assert_true (lv_session_reorder_action (session, "ta.1", NULL));
  assert_ids (session, "ta.4 ta.2 ta.3 hjem.1 hjem.2 ta.1");
  copy = lv_session_duplicate_action (session, "ta.2");
  g_assert_cmpstr (copy, ==, "lokal.ta.opgave-1");
  assert_ids (session, "ta.4 ta.2 lokal.ta.opgave-1 ta.3 hjem.1 hjem.2 ta.1");
  assert_text (session, copy, LV_ACTION_TITLE, "Følg op på skemaer");
  assert_text (session, copy, LV_ACTION_PLANNED_END, "2026-06-30");
  lv_session_undo (session);
  lv_session_undo (session);
  assert_ids (session, "ta.4 ta.1 ta.2 ta.3 hjem.1 hjem.2");
  g_assert_true (lv_session_reset_order (session));
  assert_ids (session, PACK_ORDER);
  g_assert_false (lv_session_reset_order (session));
}

/* What a hand wrote into the file counts where it can, and is told where it cannot. */
static void
test_read (void)
{
  static const char text[]
      = "[document lokal]\ntitle=x\npack=plan\nversion=1\nformat=1\nplan-order=hjem.2;findes.ikke;ta.1\n"
        "[action ta.1]\nowner=Nogen\nend=2030-01\ndeadline=snart\n[action ta.99]\nowner=x\n"
        "[action lokal.x]\ntitle=Egen\nstart=2026-02\nend=2026-04\n"
        "[scenario lokal.s]\ntitle=S\naction lokal.x.end=2026-07\n";
  g_autoptr (LvSession) session = plan_session ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LvDocument) document = lv_document_read (lv_session_pack (session), bytes, NULL);
  g_autoptr (GPtrArray) unplaced = g_ptr_array_new_with_free_func (g_free);

  g_assert_false (lv_session_set_document (session, document, unplaced));
  g_assert_cmpuint (unplaced->len, ==, 3);
  assert_ids (session, "hjem.2 lokal.x ta.1 ta.2 ta.3 ta.4 hjem.1");
  assert_text (session, "ta.1", LV_ACTION_OWNER, "Nogen");
  assert_text (session, "ta.1", LV_ACTION_END, "2026-03");
  assert_text (session, "ta.1", LV_ACTION_DEADLINE, "");
  lv_session_show (session, "lokal.s", NULL);
  assert_text (session, "lokal.x", LV_ACTION_END, "2026-07");
  assert_text (session, "lokal.x", LV_ACTION_PLANNED_END, "2026-04");
}

static void
test_goals (void)
{
  g_autoptr (LvSession) session = plan_session ();
  g_autoptr (GPtrArray) goals = lv_session_goals (session, "maal.*");
  g_autoptr (GPtrArray) later = NULL;
  const LvGoal *goal = g_ptr_array_index (goals, 0);

  g_assert_cmpuint (goals->len, ==, 2);
  g_assert_cmpfloat (goal->progress, ==, 0.5);
  g_assert_false (goal->reached);
  g_assert_cmpstr (goal->target.text, ==, "300 personer");
  goal = g_ptr_array_index (goals, 1);
  g_assert_cmpfloat (goal->actual.number, ==, 5000);
  g_assert_cmpfloat (goal->progress, ==, 0.25);
  g_assert_false (lv_session_set_goal_actual (session, "maal.1", 290, "1.4.2026", ""));
  g_assert_false (lv_session_set_goal_actual (session, "maal.1", 290, "snart", "Notat"));
  g_assert_true (lv_session_set_goal_actual (session, "maal.1", 290, "1.4.2026", "Notat"));
  later = lv_session_goals (session, "maal.1");
  goal = g_ptr_array_index (later, 0);
  g_assert_cmpfloat (goal->actual.number, ==, 290);
  g_assert_cmpstr (goal->actual_date, ==, "2026-04-01");
  g_assert_cmpstr (goal->actual_source, ==, "Notat");
  g_assert_true (goal->reached);
  g_assert_true (lv_session_reset_goal (session, "maal.1"));
}

/* What two versions of a document say of the plan, told in words. */
static void
test_differences (void)
{
  static const char *const expected[]
      = { "The order of the plan changed", "Følg op på skemaer: responsible Børn og Unge → Økonomi",
          "Følg op på skemaer: status – → i gang",
          "Følg op på skemaer: date of the status – → 1. maj 2026", "New action: Bestil tal",
          "Actual figure of Elever på nedsat skema: – → 290", "Scenario “My scenario” is new",
          "My scenario: Nedsæt task force (end) – → 2026-06" };
  g_autoptr (LvSession) session = plan_session ();
  g_autoptr (GBytes) bytes = lv_document_write (lv_session_document (session));
  g_autoptr (LvDocument) before = lv_document_read (lv_session_pack (session), bytes, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *own = NULL;

  lv_session_set_action (session, "ta.2", LV_ACTION_OWNER, "Økonomi");
  lv_session_set_action (session, "ta.2", LV_ACTION_STATUS, "i-gang");
  own = lv_session_add_action (session, "ta.*", "Bestil tal", NULL, NULL);
  lv_session_reorder_action (session, own, "ta.1");
  lv_session_set_goal_actual (session, "maal.1", 290, "1.4.2026", "Notat");
  lv_session_set_action (session, "ta.1", LV_ACTION_END, "6.2026");
  lines = lv_document_differences (lv_session_pack (session), before, lv_session_document (session));
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (g_ptr_array_index (lines, i), ==, expected[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/pack", test_pack);
  g_test_add_func ("/plan/override", test_override);
  g_test_add_func ("/plan/take-away", test_take_away);
  g_test_add_func ("/plan/steps", test_steps);
  g_test_add_func ("/plan/refused", test_refused);
  g_test_add_func ("/plan/dates", test_dates);
  g_test_add_func ("/plan/move", test_move);
  g_test_add_func ("/plan/locked", test_locked);
  g_test_add_func ("/plan/slip", test_slip);
  g_test_add_func ("/plan/own", test_own);
  g_test_add_func ("/plan/order", test_order);
  g_test_add_func ("/plan/read", test_read);
  g_test_add_func ("/plan/goals", test_goals);
  g_test_add_func ("/plan/differences", test_differences);
  return g_test_run ();
}
