/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which actions are late or without a fresh status, from nothing but the action and the day; the rules are
 * in docs/plans.md. The words are the pack's. */
#include "lv-action.h"

#include "lv-month.h"
#include "lv-number.h"
#include "lv-text.h"

#include <string.h>

static gboolean
has_passed (const LvAction *self, LvActionField field, const GDate *today, GDate *day)
{
  return lv_action_day (self, field, day) && g_date_compare (day, today) < 0;
}

/** Returns: whether, and why, the action is late on @today; never one that is gennemført or udgår */
LvLate
lv_action_late (const LvAction *self, const GDate *today)
{
  GDate day;

  if (lv_action_is_over (self) || !g_date_valid (today))
    return LV_LATE_NO;
  if (has_passed (self, LV_ACTION_END, today, &day))
    return LV_LATE_END;
  if (has_passed (self, LV_ACTION_DEADLINE, today, &day))
    return LV_LATE_DEADLINE;
  return strcmp (lv_action_text (self, LV_ACTION_STATUS), "forsinket") == 0 ? LV_LATE_SAID
                                                                          : LV_LATE_NO;
}

static gboolean
has_status (const LvAction *self)
{
  const char *status = lv_action_text (self, LV_ACTION_STATUS);

  return status[0] != '\0' && strcmp (status, "ikke-oplyst") != 0;
}

/**
 * lv_action_stale:
 * @months: after how many months a status is too old
 *
 * Returns: whether, and why, nobody knows how far the action is on @today
 */
LvStale
lv_action_stale (const LvAction *self, const GDate *today, guint months)
{
  GDate follow_up;
  GDate closed;
  GDate oldest;

  if (lv_action_is_over (self) || !g_date_valid (today)
      || (lv_action_day (self, LV_ACTION_CLOSED, &closed) && g_date_compare (&closed, today) <= 0))
    return LV_STALE_NO;
  if (!has_status (self))
    return LV_STALE_NEVER;
  if (!g_date_valid (&self->status_day))
    return LV_STALE_UNDATED;
  if (has_passed (self, LV_ACTION_NEXT_FOLLOW_UP, today, &follow_up)
      && g_date_compare (&self->status_day, &follow_up) < 0)
    return LV_STALE_FOLLOW_UP;
  oldest = *today;
  g_date_subtract_months (&oldest, months);
  return g_date_compare (&self->status_day, &oldest) < 0 ? LV_STALE_OLD : LV_STALE_NO;
}

/** Returns: the months after which a status is too old, as the pack says */
guint
lv_plan_stale_months (const LvPack *pack)
{
  const char *text = lv_pack_head (pack, "stale-after");
  double months;

  return text != NULL && lv_number_parse_c (text, &months) && months >= 1 && months <= 1200
             ? (guint) months
             : LV_ACTION_STALE_MONTHS;
}

/* --- Words */

static char *
words (const LvPack *pack, const char *name, const char *argument)
{
  const char *text = lv_text_word (pack, name, name);

  return argument != NULL ? lv_text_fill (text, &argument, 1) : g_strdup (text);
}

/**
 * lv_plan_day_words:
 * @date: as it is written, "2026-03-12" or "2026-03"
 *
 * Returns: (transfer full): "12. marts 2026" or "marts 2026" in the pack's language; "" for no date
 */
char *
lv_plan_day_words (const LvPack *pack, const char *date)
{
  g_autofree char *names = words (pack, "chart-months", NULL);
  g_auto (GStrv) months = g_strsplit (names, ";", 12);
  GDate day;
  int month;

  if (g_strv_length (months) != 12)
    return g_strdup (date);
  if (lv_month_parse (date, &month))
    return g_strdup_printf ("%s %d", months[month % 12], month / 12);
  if (!lv_date_parse (date, FALSE, &day))
    return g_strdup ("");
  return g_strdup_printf ("%u. %s %u", g_date_get_day (&day), months[g_date_get_month (&day) - 1],
                          g_date_get_year (&day));
}

/** Returns: (transfer full): when it is followed up next, in words; "Afsluttes" where it was decided that nobody
 * does any more, "" where neither is said */
char *
lv_action_follow_up_words (const LvPack *pack, const LvAction *self)
{
  const char *next = lv_action_text (self, LV_ACTION_NEXT_FOLLOW_UP);

  if (next[0] == '\0' && lv_action_text (self, LV_ACTION_CLOSED)[0] != '\0')
    return words (pack, "plan-closes", NULL);
  return lv_plan_day_words (pack, next);
}

/** Returns: (transfer full) (nullable): "forsinket", or %NULL where it is not */
char *
lv_action_late_words (const LvPack *pack, const LvAction *self, const GDate *today)
{
  return lv_action_late (self, today) != LV_LATE_NO ? words (pack, "plan-late", NULL) : NULL;
}

/** Returns: (transfer full) (nullable): "ingen status siden 12. marts 2026", or %NULL where it is fresh */
char *
lv_action_stale_words (const LvPack *pack, const LvAction *self, const GDate *today)
{
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;

  switch (lv_action_stale (self, today, lv_plan_stale_months (pack)))
    {
    case LV_STALE_NEVER:
      return words (pack, "plan-no-status", NULL);
    case LV_STALE_UNDATED:
      return words (pack, "plan-status-undated", NULL);
    case LV_STALE_FOLLOW_UP:
    case LV_STALE_OLD:
      date = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&self->status_day),
                              (guint) g_date_get_month (&self->status_day),
                              g_date_get_day (&self->status_day));
      day = lv_plan_day_words (pack, date);
      return words (pack, "plan-stale", day);
    case LV_STALE_NO:
    default:
      return NULL;
    }
}

/** Returns: (transfer full): the status as the pack says it, "i gang"; "ikke oplyst" where nobody says it */
char *
lv_action_status_words (const LvPack *pack, const LvAction *self)
{
  static const struct
  {
    const char *status;
    const char *words;
  } table[] = { { "ikke-startet", "chart-not-started" }, { "i-gang", "chart-under-way" },
                { "forsinket", "chart-late" },           { "i-bero", "chart-on-hold" },
                { "gennemfoert", "chart-done" },         { "udgaar", "chart-dropped" } };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].status, lv_action_text (self, LV_ACTION_STATUS)) == 0)
      return words (pack, table[i].words, NULL);
  return words (pack, "chart-not-stated", NULL);
}
