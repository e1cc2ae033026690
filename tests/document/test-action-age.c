/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Late and without status: over many actions and days, none is missed and none is marked falsely, by rules that
 * are written here a second time, on days that are counted here. */
#include "lv-action.h"

#include <string.h>

typedef struct
{
  int year, month, day; /* year 0: not said; day 0: a month */
} Day;

static int
days_in (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1]
         + (month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0) ? 1 : 0);
}

static Day
random_day (GRand *random)
{
  Day day = { 0 };

  if (g_rand_int_range (random, 0, 4) == 0)
    return day;
  day.year = g_rand_int_range (random, 2023, 2028);
  day.month = g_rand_int_range (random, 1, 13);
  day.day = g_rand_int_range (random, 0, days_in (day.year, day.month) + 1);
  return day;
}

static char *
text_of (Day day)
{
  if (day.year == 0)
    return g_strdup ("");
  return day.day == 0 ? g_strdup_printf ("%04d-%02d", day.year, day.month)
                      : g_strdup_printf ("%04d-%02d-%02d", day.year, day.month, day.day);
}

/* One number for a day, so that earlier is less; a month is its last day. */
static int
number_of (Day day)
{
  return (day.year * 12 + day.month) * 31 + (day.day == 0 ? days_in (day.year, day.month) : day.day);
}

static gboolean
is_before (Day a, Day b)
{
  return a.year != 0 && b.year != 0 && number_of (a) < number_of (b);
}

static Day
months_earlier (Day day, int months)
{
  int month = day.year * 12 + day.month - 1 - months;
  Day earlier = { month / 12, month % 12 + 1, day.day };

  earlier.day = MIN (earlier.day, days_in (earlier.year, earlier.month));
  return earlier;
}

typedef struct
{
  const char *status;
  Day end, deadline, given, next, closed;
} Row;

static const char *const statuses[] = { "",       "ikke-startet", "i-gang",      "forsinket",
                                        "i-bero", "gennemfoert",  "udgaar",      "ikke-oplyst" };

static Row
random_row (GRand *random)
{
  Row row = { statuses[g_rand_int_range (random, 0, G_N_ELEMENTS (statuses))] };

  row.end = random_day (random);
  row.deadline = random_day (random);
  row.given = random_day (random);
  row.next = random_day (random);
  if (g_rand_int_range (random, 0, 3) == 0)
    row.closed = random_day (random);
  return row;
}

static LvAction *
action_of (const Row *row)
{
  LvAction *action = lv_action_new ("x");
  g_autofree char *end = text_of (row->end);
  g_autofree char *deadline = text_of (row->deadline);
  g_autofree char *given = text_of (row->given);
  g_autofree char *next = text_of (row->next);
  g_autofree char *closed = text_of (row->closed);

  lv_action_set_text (action, LV_ACTION_STATUS, row->status);
  lv_action_set_text (action, LV_ACTION_END, end);
  lv_action_set_text (action, LV_ACTION_DEADLINE, deadline);
  lv_action_set_text (action, LV_ACTION_STATUS_DATE, given);
  lv_action_set_text (action, LV_ACTION_NEXT_FOLLOW_UP, next);
  lv_action_set_text (action, LV_ACTION_CLOSED, closed);
  lv_action_day (action, LV_ACTION_STATUS_DATE, &action->status_day);
  return action;
}

static gboolean
is_over (const Row *row)
{
  return strcmp (row->status, "gennemfoert") == 0 || strcmp (row->status, "udgaar") == 0;
}

static gboolean
should_be_late (const Row *row, Day today)
{
  return !is_over (row)
         && (is_before (row->end, today) || is_before (row->deadline, today)
             || strcmp (row->status, "forsinket") == 0);
}

static gboolean
should_be_stale (const Row *row, Day today, int months)
{
  if (is_over (row) || (row->closed.year != 0 && !is_before (today, row->closed)))
    return FALSE;
  if (row->status[0] == '\0' || strcmp (row->status, "ikke-oplyst") == 0 || row->given.year == 0)
    return TRUE;
  return (is_before (row->next, today) && is_before (row->given, row->next))
         || is_before (row->given, months_earlier (today, months));
}

static void
test_random (void)
{
  GRand *random = g_rand_new_with_seed (20261129);
  guint found[2] = { 0, 0 };

  for (guint i = 0; i < 20000; i++)
    {
      Row row = random_row (random);
      g_autoptr (LvAction) action = action_of (&row);
      Day today = { 0 };
      guint months = (guint) g_rand_int_range (random, 1, 13);
      GDate day;

      while (today.year == 0 || today.day == 0)
        today = random_day (random);
      g_date_clear (&day, 1);
      g_date_set_dmy (&day, (GDateDay) today.day, (GDateMonth) today.month, (GDateYear) today.year);
      g_assert_cmpint (lv_action_late (action, &day) != LV_LATE_NO, ==, should_be_late (&row, today));
      g_assert_cmpint (lv_action_stale (action, &day, months) != LV_STALE_NO, ==,
                       should_be_stale (&row, today, (int) months));
      found[0] += should_be_late (&row, today);
      found[1] += should_be_stale (&row, today, (int) months);
    }
  g_assert_cmpuint (found[0], >, 2000);
  g_assert_cmpuint (found[1], >, 2000);
  g_rand_free (random);
}

/* The day itself is not passed yet; the day after, it is. */
static void
test_edge (void)
{
  g_autoptr (LvAction) action = lv_action_new ("x");
  GDate today;

  g_date_clear (&today, 1);
  lv_action_set_text (action, LV_ACTION_STATUS, "i-gang");
  lv_action_set_text (action, LV_ACTION_END, "2026-04");
  g_date_set_dmy (&today, 30, 4, 2026);
  g_assert_cmpint (lv_action_late (action, &today), ==, LV_LATE_NO);
  g_date_set_dmy (&today, 1, 5, 2026);
  g_assert_cmpint (lv_action_late (action, &today), ==, LV_LATE_END);
  g_assert_cmpint (lv_action_stale (action, &today, 6), ==, LV_STALE_UNDATED);
  g_date_set_dmy (&action->status_day, 31, 8, 2026);
  g_date_set_dmy (&today, 28, 2, 2027);
  g_assert_cmpint (lv_action_stale (action, &today, 6), ==, LV_STALE_NO);
  g_date_set_dmy (&today, 1, 3, 2027);
  g_assert_cmpint (lv_action_stale (action, &today, 6), ==, LV_STALE_OLD);
}

/* Nobody has said what day it is: then nothing is late. */
static void
test_no_day (void)
{
  g_autoptr (LvAction) action = lv_action_new ("x");
  GDate today;

  g_date_clear (&today, 1);
  lv_action_set_text (action, LV_ACTION_END, "2000-01");
  g_assert_cmpint (lv_action_late (action, &today), ==, LV_LATE_NO);
  g_assert_cmpint (lv_action_stale (action, &today, 6), ==, LV_STALE_NO);
}

static GPtrArray *
sample (void)
{
  static const char *const rows[][6] = {
    /* id, track, owner, status, end, deadline */
    { "p.1", "Ø", "MSB", "i-gang", "2026-03", "" },
    { "p.2", "Å", "MBU", "", "2026-01", "2026-06-01" },
    { "q.1", "Æ", "", "gennemfoert", "2026-02", "" },
    { "lokal.p.opgave-1", "Æ", "msb", "ikke-startet", "", "" },
  };
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_action_free);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LvAction *action = lv_action_new (rows[i][0]);

      action->order = i;
      lv_action_set_text (action, LV_ACTION_TRACK, rows[i][1]);
      lv_action_set_text (action, LV_ACTION_OWNER, rows[i][2]);
      lv_action_set_text (action, LV_ACTION_STATUS, rows[i][3]);
      lv_action_set_text (action, LV_ACTION_END, rows[i][4]);
      lv_action_set_text (action, LV_ACTION_DEADLINE, rows[i][5]);
      g_ptr_array_add (actions, action);
    }
  return actions;
}

static void
assert_found (const LvActionFilter *filter, LvActionSort sort, const char *expected)
{
  g_autoptr (GPtrArray) actions = sample ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, 4, 2026);
  found = lv_actions_filter (actions, filter, &today, 6);
  lv_actions_sort (found, sort);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((LvAction *) g_ptr_array_index (found, i))->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_filter (void)
{
  assert_found (&(LvActionFilter){ 0 }, LV_ACTION_SORT_PLAN, "p.1 p.2 q.1 lokal.p.opgave-1");
  assert_found (&(LvActionFilter){ .of = "p.*" }, LV_ACTION_SORT_PLAN, "p.1 p.2 lokal.p.opgave-1");
  assert_found (&(LvActionFilter){ .of = "q.1; p.1" }, LV_ACTION_SORT_PLAN, "p.1 q.1");
  assert_found (&(LvActionFilter){ .track = "Æ" }, LV_ACTION_SORT_PLAN, "q.1 lokal.p.opgave-1");
  assert_found (&(LvActionFilter){ .status = "ikke-oplyst" }, LV_ACTION_SORT_PLAN, "p.2");
  assert_found (&(LvActionFilter){ .owner = "MSB" }, LV_ACTION_SORT_PLAN, "p.1");
  assert_found (&(LvActionFilter){ .text = "MSB" }, LV_ACTION_SORT_PLAN, "p.1 lokal.p.opgave-1");
  assert_found (&(LvActionFilter){ .due = "2026-02" }, LV_ACTION_SORT_PLAN, "p.2");
  assert_found (&(LvActionFilter){ .due = "2026-04-01" }, LV_ACTION_SORT_DUE, "p.2 p.1");
  assert_found (&(LvActionFilter){ .late = TRUE }, LV_ACTION_SORT_PLAN, "p.1 p.2");
  assert_found (&(LvActionFilter){ .open = TRUE, .stale = TRUE }, LV_ACTION_SORT_PLAN,
                "p.1 p.2 lokal.p.opgave-1");
  assert_found (&(LvActionFilter){ 0 }, LV_ACTION_SORT_TRACK, "q.1 lokal.p.opgave-1 p.1 p.2");
  assert_found (&(LvActionFilter){ 0 }, LV_ACTION_SORT_OWNER, "p.2 p.1 lokal.p.opgave-1 q.1");
  assert_found (&(LvActionFilter){ 0 }, LV_ACTION_SORT_STATUS, "lokal.p.opgave-1 p.1 q.1 p.2");
  assert_found (&(LvActionFilter){ 0 }, LV_ACTION_SORT_END, "p.2 q.1 p.1 lokal.p.opgave-1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/age/random", test_random);
  g_test_add_func ("/age/edge", test_edge);
  g_test_add_func ("/age/no-day", test_no_day);
  g_test_add_func ("/age/filter", test_filter);
  return g_test_run ();
}
