/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a plan. What it protects: a filter and groups show just the actions that they name, a header's
 * order goes within the groups, an edit that changes one action announces no more than that, and a row stays the
 * same object, so that selection and focus stay; what is late and without a status on a moved clock is told, and
 * none is missed. */
#include "card-fixture.h"

#include "lv-action-plan.h"
#include "lv-plan-columns.h"
#include "lv-plan-list.h"

#include <locale.h>
#include <string.h>
#include <time.h>

typedef struct
{
  LvSession *session; /* (owned) */
  LvPlanList *list;   /* (owned) */
  guint announced;
  guint removed;
  guint added;
} Fixture;

static void
take (Fixture *self)
{
  GDate today;

  g_assert_true (lv_session_get_today (self->session, &today));
  lv_plan_list_take_actions (self->list, lv_session_actions (self->session), &today);
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  self->announced++;
  self->removed += removed;
  self->added += added;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = fixture_session_of ("plan");
  lv_session_set_today (self->session, "2026-05-01");
  self->list = lv_plan_list_new (lv_session_pack (self->session), "plan.*");
  take (self);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->list);
  g_clear_object (&self->session);
}

/* "1 2 [Udbydere 1] 10" */
static char *
shown (LvPlanList *list)
{
  const GPtrArray *rows = lv_plan_list_rows (list);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      LvPlanRow *row = g_ptr_array_index (rows, i);
      const LvAction *action = lv_plan_row_action (row);

      if (action != NULL)
        g_string_append_printf (out, "%s%s", i > 0 ? " " : "", lv_action_text (action, LV_ACTION_NUMBER));
      else
        g_string_append_printf (out, "%s[%s %u]", i > 0 ? " " : "", lv_plan_row_title (row),
                                lv_plan_row_count (row));
    }
  return g_string_free (out, FALSE);
}

static void
assert_shown (LvPlanList *list, const char *expected)
{
  g_autofree char *text = shown (list);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, lv_plan_list_rows (list)->len);
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  static const struct
  {
    LvActionFilter filter;
    const char *shown;
  } rows[] = {
    { { .track = "Tilsyn" }, "1 2 3" },
    { { .owner = "Økonomi" }, "10 11" },
    { { .body = "Socialudvalget", .owner = "Børn og Unge" }, "2" },
    { { .status = "i-gang" }, "1" },
    { { .status = "ikke-oplyst" }, "3 12" },
    { { .text = "TASK FORCE" }, "1" },
    { { .text = "udbydere" }, "10 11 12" },
    { { .due = "2026-07-01" }, "1" },
    { { .due = "2026-06-30" }, "" },
    { { .due = "2027-01-01" }, "1 2 3 10" },
    { { .late = TRUE }, "10" },
    { { .open = TRUE, .track = "Udbydere" }, "10 12" },
    { { 0 }, "1 2 3 10 11 12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("filter %u", i);
      lv_plan_list_set_filter (self->list, &rows[i].filter);
      assert_shown (self->list, rows[i].shown);
    }
  g_assert_cmpuint (lv_plan_list_n_actions (self->list), ==, 6);
}

static void
test_groups (Fixture *self, gconstpointer data)
{
  LvActionFilter filter = { .text = "Økonomi" };

  lv_plan_list_set_group (self->list, LV_ACTION_TRACK);
  assert_shown (self->list, "[Tilsyn 3] 1 2 3 [Udbydere 3] 10 11 12");
  lv_plan_list_set_group (self->list, LV_ACTION_BODY);
  assert_shown (self->list, "[Socialudvalget 2] 1 2 [ 3] 3 11 12 [Magistraten 1] 10");
  lv_plan_list_set_group (self->list, LV_ACTION_STATUS);
  assert_shown (self->list,
                "[i gang 1] 1 [ikke startet 1] 2 [ikke oplyst 2] 3 12 [forsinket 1] 10 [gennemført 1] 11");
  lv_plan_list_set_group (self->list, LV_ACTION_OWNER);
  lv_plan_list_set_filter (self->list, &filter);
  assert_shown (self->list, "[Økonomi 2] 10 11");
  g_assert_cmpuint (lv_plan_list_n_shown (self->list), ==, 2);
  g_assert_cmpstr (lv_plan_list_neighbour (self->list, "plan.10", 1), ==, "plan.11");
  g_assert_null (lv_plan_list_neighbour (self->list, "plan.11", 1));
}

/* Headers sort numbers as numbers, days as days, and leave what says nothing to the end. */
static void
test_order (Fixture *self, gconstpointer data)
{
  static const struct
  {
    LvPlanColumn column;
    const char *shown;
  } rows[] = {
    { LV_PLAN_NUMBER, "1 2 3 10 11 12" },   { LV_PLAN_TITLE, "11 12 3 10 1 2" },
    { LV_PLAN_END, "11 1 10 2 3 12" },      { LV_PLAN_DEADLINE, "1 2 3 10 11 12" },
    { LV_PLAN_STATUS, "2 1 10 11 3 12" },   { LV_PLAN_FOLLOW_UP, "1 2 3 10 11 12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkSingleSelection *selection
          = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
      GtkWidget *view = g_object_ref_sink (lv_plan_columns_new (self->list, GTK_SELECTION_MODEL (selection),
                                                                lv_session_pack (self->session)));
      GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, rows[i].column);

      g_assert_false (lv_plan_list_is_sorted (self->list));
      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column, GTK_SORT_ASCENDING);
      g_test_message ("column %u", rows[i].column);
      assert_shown (self->list, rows[i].shown);
      g_assert_true (lv_plan_list_is_sorted (self->list));
      lv_plan_list_set_sorter (self->list, NULL);
      assert_shown (self->list, "1 2 3 10 11 12");
      g_object_unref (view);
      g_object_unref (selection);
    }
}

/* A column in which nothing stands is hidden and leaves no gap: GTK 4.8 keeps the room of one with a fixed width. */
static void
test_hidden (Fixture *self, gconstpointer data)
{
  GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  const LvPack *pack = lv_session_pack (self->session);
  GtkWidget *view
      = g_object_ref_sink (lv_plan_columns_new (self->list, GTK_SELECTION_MODEL (selection), pack));
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, LV_PLAN_DEADLINE);
  LvActionFilter filter = { .track = "Udbydere" };
  LvActionFilter all = { 0 };

  lv_plan_list_set_filter (self->list, &filter);
  lv_plan_columns_update (view, self->list, pack);
  g_assert_false (gtk_column_view_column_get_visible (column));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, 0);
  lv_plan_list_set_filter (self->list, &all);
  lv_plan_columns_update (view, self->list, pack);
  g_assert_true (gtk_column_view_column_get_visible (column));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), >, 0);
  lv_plan_list_set_sorter (self->list, NULL);
  g_object_unref (view);
  g_object_unref (selection);
}

static void
count_cb (LvPlanRow *row, guint *count)
{
  (*count)++;
}

static void
test_change (Fixture *self, gconstpointer data)
{
  LvPlanRow *row = lv_plan_list_find (self->list, "plan.2");
  guint count = 0;

  g_signal_connect (row, "changed", G_CALLBACK (count_cb), &count);
  lv_session_set_action (self->session, "plan.1", LV_ACTION_OWNER, "Jura");
  take (self);
  g_assert_cmpuint (self->announced, ==, 0);
  g_assert_cmpuint (count, ==, 0);
  lv_session_set_action (self->session, "plan.2", LV_ACTION_STATUS, "i-gang");
  take (self);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (row == lv_plan_list_find (self->list, "plan.2"));
  g_assert_cmpstr (lv_plan_row_status (row), ==, "i gang");
  /* Two that change places: the others are not announced. */
  g_assert_true (lv_session_reorder_action (self->session, "plan.3", "plan.2"));
  take (self);
  assert_shown (self->list, "1 3 2 10 11 12");
  g_assert_cmpuint (self->announced, ==, 1);
  g_assert_cmpuint (self->removed, ==, 2);
  g_assert_cmpuint (self->added, ==, 2);
  g_assert_true (row == lv_plan_list_find (self->list, "plan.2"));
}

/* All of them are looked at on each day: nothing is late that need not be, and nothing late is missed. */
static void
test_clock (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *today;
    const char *late;
    const char *stale;
  } rows[] = {
    { "2026-03-31", "10", "3 12" },
    { "2026-06-30", "10", "3 12" },
    { "2026-07-01", "1 10", "3 12" },
    { "2026-09-02", "1 10", "1 2 3 10 12" },
    { "2026-10-01", "1 2 10", "1 2 3 10 12" },
    { "2027-01-01", "1 2 3 10", "1 2 3 10 12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LvActionFilter late = { .late = TRUE };
      LvActionFilter stale = { .stale = TRUE };

      g_test_message ("%s", rows[i].today);
      lv_session_set_today (self->session, rows[i].today);
      take (self);
      lv_plan_list_set_filter (self->list, &late);
      assert_shown (self->list, rows[i].late);
      lv_plan_list_set_filter (self->list, &stale);
      assert_shown (self->list, rows[i].stale);
    }
  g_assert_cmpstr (lv_plan_row_mark (lv_plan_list_find (self->list, "plan.1")), ==,
                   "forsinket; ingen status siden 15. april 2026");
  g_assert_cmpstr (lv_plan_row_mark (lv_plan_list_find (self->list, "plan.12")), ==, "ingen status");
}

/* An action that is followed no further had an empty cell, like one of which nothing is known. */
static void
test_follow_up (Fixture *self, gconstpointer data)
{
  const LvPack *pack = lv_session_pack (self->session);
  LvPlanRow *row = lv_plan_list_find (self->list, "plan.1");
  static const struct
  {
    const char *next;
    const char *closed;
    const char *text;
  } rows[] = { { "2026-09", "", "sep. 2026" }, { "2026-09-12", "2026-02-25", "12.9.2026" },
               { "", "2026-02-25", "Afsluttes" }, { "", "", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      lv_session_set_action (self->session, "plan.1", LV_ACTION_NEXT_FOLLOW_UP, rows[i].next);
      lv_session_set_action (self->session, "plan.1", LV_ACTION_CLOSED, rows[i].closed);
      take (self);
      text = lv_plan_column_text (LV_PLAN_FOLLOW_UP, row, pack);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  LvActionFilter filter = { .track = "Udbydere" };
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  lv_plan_list_set_group (self->list, LV_ACTION_TRACK);
  lv_plan_list_set_filter (self->list, &filter);
  text = lv_plan_columns_to_text (self->list, lv_session_pack (self->session));
  html = lv_plan_columns_to_html (self->list, lv_session_pack (self->session));
  g_assert_cmpstr (text, ==,
                   "No.\tAction\tOwner\tStatus\tEnd\tDeadline\tNext Follow-Up\tRemark\n"
                   "\tUdbydere · 3 actions\t\t\t\t\t\t\n"
                   "10\tIndled en dialog med udbyderne om takster\tØkonomi\tforsinket\taug. 2026\t\t\tforsinket\n"
                   "11\tAfslut pilotforsøget\tØkonomi\tgennemført\t31.3.2026\t\t\t\n"
                   "12\tDrøft modellen med de øvrige store kommuner\t\tikke oplyst\tefterår 2026\t\t\tingen status\n");
  g_assert_nonnull (strstr (html, "<td>31.3.2026</td>"));
}

static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* 500 actions: a filter, an edit and another order cost a part of a frame each. Processor time, as the machine
 * may do other things; the bound is far above what it takes, and far below what a reader notices. */
static void
test_many (void)
{
  g_autoptr (LvSession) session = fixture_session_long (500);
  g_autoptr (LvPlanList) list = lv_plan_list_new (lv_session_pack (session), "plan.*");
  Fixture self = { session, list };
  double began;

  lv_session_set_today (session, "2026-05-01");
  take (&self);
  g_assert_cmpuint (lv_plan_list_n_shown (list), ==, 506);
  began = cpu_ms ();
  for (int i = 0; i < 20; i++)
    {
      LvActionFilter filter = { .text = i % 2 == 0 ? "opgave 4" : NULL };

      lv_plan_list_set_filter (list, &filter);
      g_assert_cmpuint (lv_plan_list_n_shown (list), ==, i % 2 == 0 ? 111 : 506);
    }
  g_assert_cmpfloat ((cpu_ms () - began) / 20, <, 50);
  began = cpu_ms ();
  for (int i = 0; i < 20; i++)
    {
      lv_plan_list_set_group (list, i % 2 == 0 ? LV_ACTION_OWNER : LV_PLAN_NO_GROUP);
      take (&self);
    }
  g_assert_cmpfloat ((cpu_ms () - began) / 20, <, 100);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
#define add(path, test) g_test_add ("/app/plan-list/" path, Fixture, NULL, set_up, test, tear_down)
  add ("filter", test_filter);
  add ("groups", test_groups);
  add ("order", test_order);
  add ("hidden", test_hidden);
  add ("change", test_change);
  add ("clock", test_clock);
  add ("follow-up", test_follow_up);
  add ("copy", test_copy);
  g_test_add_func ("/app/plan-list/many", test_many);
  return g_test_run ();
}
