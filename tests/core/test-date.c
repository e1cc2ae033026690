/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people write them. What it protects: no text is read as another day than its writer meant, what
 * is shown can be typed in again, and months that are added and taken away lead back. */
#include "lv-date-da.h"

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } rows[] = {
    { "1.3.2026", "2026-03-01" },   { "01.03.2026", "2026-03-01" }, { " 1. 3. 2026 ", "2026-03-01" },
    { "1/3 2026", "2026-03-01" },   { "1-3-2026", "2026-03-01" },   { "1/3/26", "2026-03-01" },
    { "2026-03-01", "2026-03-01" }, { "29.2.2028", "2028-02-29" },  { "2026-03", "2026-03" },
    { "3.2026", "2026-03" },        { "3/2026", "2026-03" },        { "12-2026", "2026-12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *date = lv_date_read_da (rows[i].text);

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpstr (date, ==, rows[i].date);
    }
}

static void
test_rejected (void)
{
  static const char *const texts[] = { "",          "1",          "1.3",        "2026",      "31.2.2026",
                                       "29.2.2027", "0.3.2026",   "1.13.2026",  "13.2026",   "1.3.2026.1",
                                       "1.3.202",   "1.marts.26", "2026-00",    "2026-3-40", "1..3.2026",
                                       "1.3.2026.", "00001.3.26", "1,3,2026",   "-1.3.2026", "2026-03-",
                                       "0000-01" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *date = lv_date_read_da (texts[i]);

      g_test_message ("“%s”", texts[i]);
      g_assert_cmpstr (date, ==, NULL);
    }
}

static void
test_show (void)
{
  static const char *const rows[][2] = { { "2026-03-01", "1.3.2026" }, { "2026-03", "2026-03" } };
  g_autofree char *none = lv_date_show_da (NULL);

  g_assert_cmpstr (none, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = lv_date_show_da (rows[i][0]);
      g_autofree char *back = lv_date_read_da (shown);

      g_assert_cmpstr (shown, ==, rows[i][1]);
      g_assert_cmpstr (back, ==, rows[i][0]);
    }
}

static void
test_moved (void)
{
  static const struct
  {
    const char *date;
    gboolean end;
    int months;
    int days;
    const char *then;
  } rows[] = {
    { "2026-06-30", TRUE, 3, 0, "2026-09-30" },  { "2026-06-30", TRUE, 1, 0, "2026-07-31" },
    { "2026-06-30", FALSE, 1, 0, "2026-07-30" }, { "2026-01-31", TRUE, 1, 0, "2026-02-28" },
    { "2026-02-28", TRUE, -1, 0, "2026-01-31" }, { "2026-01-30", TRUE, 1, 0, "2026-02-28" },
    { "2026-11-15", FALSE, 2, 0, "2027-01-15" }, { "2026-11", TRUE, 2, 0, "2027-01" },
    { "2027-01", FALSE, -1, 0, "2026-12" },      { "2026-12-31", TRUE, 0, 1, "2027-01-01" },
    { "2027-01-01", FALSE, 0, -1, "2026-12-31" }, { "2026-12", TRUE, 0, 1, "2027-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *then = lv_date_moved (rows[i].date, rows[i].end, rows[i].months, rows[i].days);

      g_assert_cmpstr (then, ==, rows[i].then);
    }
  g_assert_null (lv_date_moved ("efterår 2026", TRUE, 1, 0));
  g_assert_null (lv_date_moved ("2026-01", TRUE, 999999, 0));
}

/* An end date at the end of a month comes back, whatever lies between. */
static void
test_there_and_back (void)
{
  for (int months = -40; months <= 40; months++)
    {
      g_autofree char *there = lv_date_moved ("2026-04-30", TRUE, months, 0);
      g_autofree char *back = lv_date_moved (there, TRUE, -months, 0);

      g_assert_cmpstr (back, ==, "2026-04-30");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date-da/read", test_read);
  g_test_add_func ("/core/date-da/rejected", test_rejected);
  g_test_add_func ("/core/date-da/show", test_show);
  g_test_add_func ("/core/date-da/moved", test_moved);
  g_test_add_func ("/core/date-da/there-and-back", test_there_and_back);
  return g_test_run ();
}
