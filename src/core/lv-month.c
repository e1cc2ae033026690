/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-month.h"

#include <string.h>

static gboolean
digits (const char *text, gsize n, int *value)
{
  *value = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

/**
 * lv_month_parse:
 * @text: "2027-01"
 * @month: (out): year * 12 + month - 1
 *
 * Returns: %FALSE when @text is not a month
 */
gboolean
lv_month_parse (const char *text, int *month)
{
  int year;
  int in_year;

  if (strlen (text) != 7 || text[4] != '-')
    return FALSE;
  if (!digits (text, 4, &year) || !digits (text + 5, 2, &in_year))
    return FALSE;
  if (year < 1 || in_year < 1 || in_year > 12)
    return FALSE;
  *month = year * 12 + in_year - 1;
  return TRUE;
}

/** Returns: (transfer full): "2027-01" */
char *
lv_month_format (int month)
{
  return g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);
}

/** Returns: the calendar days of @month */
int
lv_month_days (int month)
{
  return g_date_get_days_in_month ((GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));
}

/**
 * lv_date_parse:
 * @text: "2026-08-01", or the month "2026-08"
 * @end_of_period: whether a month means its last day, as an end date does
 * @date: (out): the day
 *
 * Returns: %FALSE when @text is no date
 */
gboolean
lv_date_parse (const char *text, gboolean end_of_period, GDate *date)
{
  int month;
  int year;
  int in_year;
  int day;

  if (lv_month_parse (text, &month))
    {
      day = end_of_period ? lv_month_days (month) : 1;
      g_date_set_dmy (date, (GDateDay) day, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));
      return TRUE;
    }
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  if (!digits (text, 4, &year) || !digits (text + 5, 2, &in_year) || !digits (text + 8, 2, &day))
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) in_year, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) in_year, (GDateYear) year);
  return TRUE;
}
