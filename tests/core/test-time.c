/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months, dates, ids, statuses and what an amount is. What it protects: a month is a whole number,
 * so that a delay is an addition; a month as an end means its last day; an id can always be a name
 * in a workbook; and only the words of the domain describe an amount. */
#include "lv-attributes.h"
#include "lv-id.h"
#include "lv-month.h"
#include "lv-status.h"

static void
test_month (void)
{
  static const char *const wrong[]
      = { "",        "2027",    "2027-1",   "2027-13", "2027-00", "0000-01",
          "2027-1x", "2027/01", "2027-011", "x027-01", "-027-01", NULL };
  int month;

  g_assert_cmpint (lv_month_parse ("2027-01", &month), ==, TRUE);
  g_assert_cmpint (month, ==, 2027 * 12);
  g_assert_cmpint (lv_month_parse ("2027-12", &month), ==, TRUE);
  g_assert_cmpint (month, ==, 2027 * 12 + 11);
  for (gsize i = 0; wrong[i] != NULL; i++)
    g_assert_cmpint (lv_month_parse (wrong[i], &month), ==, FALSE);
  for (int i = 2000 * 12; i < 2050 * 12; i++)
    {
      g_autofree char *text = lv_month_format (i);

      g_assert_cmpint (lv_month_parse (text, &month), ==, TRUE);
      g_assert_cmpint (month, ==, i);
    }
}

static void
test_days (void)
{
  g_assert_cmpint (lv_month_days (2025 * 12), ==, 31);
  g_assert_cmpint (lv_month_days (2025 * 12 + 1), ==, 28);
  g_assert_cmpint (lv_month_days (2028 * 12 + 1), ==, 29);
  g_assert_cmpint (lv_month_days (2100 * 12 + 1), ==, 28);
  g_assert_cmpint (lv_month_days (2000 * 12 + 1), ==, 29);
  g_assert_cmpint (lv_month_days (2026 * 12 + 11), ==, 31);
}

static void
check_date (const char *text, gboolean end, int year, int month, int day)
{
  GDate date;

  g_assert_cmpint (lv_date_parse (text, end, &date), ==, TRUE);
  g_assert_cmpint (g_date_get_year (&date), ==, year);
  g_assert_cmpint (g_date_get_month (&date), ==, month);
  g_assert_cmpint (g_date_get_day (&date), ==, day);
}

static void
test_date (void)
{
  static const char *const wrong[]
      = { "",         "2026",       "2026-02-29", "2026-13-01",  "2026-00-10", "2026-01-00",
          "2026-1-1", "01-01-2026", "2026-01-32", "2026-01-01 ", "0000-01-01", NULL };
  GDate date;

  check_date ("2026-08-01", FALSE, 2026, 8, 1);
  check_date ("2028-02-29", TRUE, 2028, 2, 29);
  check_date ("2026-08", FALSE, 2026, 8, 1);
  check_date ("2026-08", TRUE, 2026, 8, 31);
  check_date ("2028-02", TRUE, 2028, 2, 29);
  for (gsize i = 0; wrong[i] != NULL; i++)
    g_assert_cmpint (lv_date_parse (wrong[i], FALSE, &date), ==, FALSE);
}

static void
test_id (void)
{
  static const char *const right[] = { "a", "ta.vaekst", "mio-kr-1", "ta2024", "a.b-c.d9", NULL };
  static const char *const wrong[]
      = { "", "A", "1a", "a.", "a..b", "a-.b", "-a", "a b", "å", "a_b", "a#b", "a-", ".a", NULL };
  g_autofree char *longest = g_strnfill (80, 'a');
  g_autofree char *longer = g_strnfill (81, 'a');

  for (gsize i = 0; right[i] != NULL; i++)
    g_assert_cmpint (lv_id_valid (right[i]), ==, TRUE);
  for (gsize i = 0; wrong[i] != NULL; i++)
    g_assert_cmpint (lv_id_valid (wrong[i]), ==, FALSE);
  g_assert_cmpint (lv_id_valid (longest), ==, TRUE);
  g_assert_cmpint (lv_id_valid (longer), ==, FALSE);
}

static void
test_spreadsheet_name (void)
{
  g_autofree char *cell_like = lv_id_spreadsheet_name ("ta2024");
  g_autofree char *joints = lv_id_spreadsheet_name ("ta.t8-ny#on");

  g_assert_cmpstr (cell_like, ==, "p_ta2024");
  g_assert_cmpstr (joints, ==, "p_ta_t8_ny_on");
}

static void
test_status (void)
{
  for (LvStatus i = LV_STATUS_ABSENT; i <= LV_STATUS_UNDEFINED; i++)
    {
      LvStatus back = LV_STATUS_SOLVED;

      g_assert_cmpint (lv_status_parse (lv_status_name (i), &back), ==, TRUE);
      g_assert_cmpint (back, ==, i);
    }
  LvStatus status;
  g_assert_cmpint (lv_status_parse ("kildetal", &status), ==, FALSE);
  g_assert_cmpint (lv_status_parse (NULL, &status), ==, FALSE);
}

static void
test_attributes (void)
{
  g_assert_cmpstr (lv_attribute_key (LV_ATTRIBUTE_PRICE_LEVEL), ==, "price-level");
  g_assert_cmpstr (lv_attribute_key (LV_ATTRIBUTE_TYPE), ==, "type");
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_PRICE_LEVEL, "2025"), ==, TRUE);
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_PRICE_LEVEL, "loebende"), ==, TRUE);
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_PRICE_LEVEL, "25"), ==, FALSE);
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_PRICE_LEVEL, "20255"), ==, FALSE);
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_BASIS, "netto"), ==, TRUE);
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_BASIS, "net"), ==, FALSE);
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_PURSE, "msb"), ==, TRUE);
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_KIND, "prognose"), ==, TRUE);
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_TYPE, "anlaeg"), ==, TRUE);
  g_assert_cmpint (lv_attribute_allowed (LV_ATTRIBUTE_TYPE, "prognose"), ==, FALSE);
  for (LvAttribute i = 0; i < LV_N_ATTRIBUTES; i++)
    g_assert_cmpint (lv_attribute_allowed (i, lv_attribute_unknown ()), ==, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/month", test_month);
  g_test_add_func ("/core/month/days", test_days);
  g_test_add_func ("/core/date", test_date);
  g_test_add_func ("/core/id", test_id);
  g_test_add_func ("/core/id/spreadsheet-name", test_spreadsheet_name);
  g_test_add_func ("/core/status", test_status);
  g_test_add_func ("/core/attributes", test_attributes);
  return g_test_run ();
}
