/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-date-da.h"

#include "lv-month.h"

#include <string.h>

#define MOST_PARTS 3

/* "1. 3. 2026" -> 1, 3, 2026. Returns: how many numbers there are, 0 when there is anything else */
static guint
split (const char *text, guint *numbers, gsize *digits)
{
  guint n = 0;

  for (const char *p = text; *p != '\0';)
    {
      if (n == MOST_PARTS || !g_ascii_isdigit (*p))
        return 0;
      digits[n] = strspn (p, "0123456789");
      if (digits[n] > 4)
        return 0;
      numbers[n++] = (guint) g_ascii_strtoull (p, NULL, 10);
      p += digits[n - 1];
      if (*p == '\0')
        break;
      if (strchr ("./- ", *p) == NULL)
        return 0;
      p += 1 + strspn (p + 1, " ");
      if (*p == '\0')
        return 0;
    }
  return n;
}

static char *
day_text (guint year, guint month, guint day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

static char *
month_text (guint year, guint month)
{
  return year >= 1 && month >= 1 && month <= 12 ? g_strdup_printf ("%04u-%02u", year, month) : NULL;
}

/**
 * lv_date_read_da:
 * @text: "1.3.2026", "1/3 26", "2026-03-01"; or only a month: "2026-03", "3.2026"
 *
 * A year of two digits is one of this century. Nothing is guessed: a day without its year is no date.
 *
 * Returns: (transfer full) (nullable): the date in the form of packs; %NULL when @text is none
 */
char *
lv_date_read_da (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint numbers[MOST_PARTS];
  gsize digits[MOST_PARTS];
  guint n = split (stripped, numbers, digits);

  if (n == 3 && digits[0] == 4)
    return day_text (numbers[0], numbers[1], numbers[2]);
  if (n == 3 && (digits[2] == 4 || digits[2] == 2))
    return day_text (numbers[2] + (digits[2] == 2 ? 2000 : 0), numbers[1], numbers[0]);
  if (n == 2 && digits[0] == 4)
    return month_text (numbers[0], numbers[1]);
  if (n == 2 && digits[1] == 4)
    return month_text (numbers[1], numbers[0]);
  return NULL;
}

/**
 * lv_date_show_da:
 * @date: (nullable): a date in the form of packs
 *
 * Returns: (transfer full): "1.3.2026"; a month as it is, which can be typed in again; "" for %NULL
 */
char *
lv_date_show_da (const char *date)
{
  GDate day;
  int month;

  if (date == NULL || lv_month_parse (date, &month) || !lv_date_parse (date, FALSE, &day))
    return g_strdup (date != NULL ? date : "");
  return g_strdup_printf ("%u.%u.%u", g_date_get_day (&day), g_date_get_month (&day),
                          g_date_get_year (&day));
}

static void
add_months (GDate *day, int months)
{
  if (months >= 0)
    g_date_add_months (day, (guint) months);
  else
    g_date_subtract_months (day, (guint) -months);
}

static void
add_days (GDate *day, int days)
{
  if (days >= 0)
    g_date_add_days (day, (guint) days);
  else
    g_date_subtract_days (day, (guint) -days);
}

/* Year 1 to 9999 is what a file can say. */
static gboolean
can_move (const GDate *day, int months, int days)
{
  gint64 moved = (gint64) g_date_get_julian (day) + (gint64) months * 31 + days;

  return moved > 366 && moved < (gint64) 9998 * 366;
}

/**
 * lv_date_moved:
 * @text: a day or a month
 * @end: it is an end: the last day of a month stays the last of another
 *
 * Returns: (transfer full) (nullable): the date so much later; a month stays a month as long as it is moved
 *   by whole months
 */
char *
lv_date_moved (const char *text, gboolean end, int months, int days)
{
  gboolean is_last;
  int month;
  GDate day;

  if (!lv_date_parse (text, end, &day) || !can_move (&day, months, days))
    return NULL;
  if (days == 0 && lv_month_parse (text, &month))
    return lv_month_format (month + months);
  is_last = end && g_date_is_last_of_month (&day);
  add_months (&day, months);
  if (is_last)
    g_date_set_day (&day, g_date_get_days_in_month (g_date_get_month (&day), g_date_get_year (&day)));
  add_days (&day, days);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), (guint) g_date_get_month (&day),
                          g_date_get_day (&day));
}
