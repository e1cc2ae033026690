/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as a calendar (RFC 5545): an event of whole days for when an action lasts, for its deadline and for its
 * next follow-up. Words are the pack's; the same plan and day give the same bytes. */
#include "lv-calendar.h"

#include "lv-file-save.h"
#include "lv-month.h"
#include "lv-text.h"

#include <string.h>

/* Octets of a line, its end not counted. */
#define LINE_OCTETS 75

typedef struct
{
  GString *out;
  const LvPack *pack;
  const GDate *today;
} Calendar;

/* Adds a line, folded where it is too long, never inside a character. */
static void
add_line (Calendar *self, const char *line)
{
  gsize room = LINE_OCTETS;

  while (strlen (line) > room)
    {
      gsize length = room;

      while (length > 0 && ((guchar) line[length] & 0xC0) == 0x80)
        length--;
      g_string_append_len (self->out, line, (gssize) length);
      g_string_append (self->out, "\r\n ");
      line += length;
      room = LINE_OCTETS - 1;
    }
  g_string_append (self->out, line);
  g_string_append (self->out, "\r\n");
}

/* Text in which what means something in the format means itself. */
static void
add_text (Calendar *self, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (line, "\\n");
      else if (*p == '\\' || *p == ';' || *p == ',')
        g_string_append_printf (line, "\\%c", *p);
      else if (!g_ascii_iscntrl (*p))
        g_string_append_c (line, *p);
    }
  add_line (self, line->str);
}

static void
add_day (Calendar *self, const char *name, const GDate *day)
{
  g_autofree char *line
      = g_strdup_printf ("%s;VALUE=DATE:%04u%02u%02u", name, (guint) g_date_get_year (day),
                         (guint) g_date_get_month (day), (guint) g_date_get_day (day));

  add_line (self, line);
}

static const char *
word (const Calendar *self, const char *name)
{
  g_autofree char *id = g_strconcat ("plan-", name, NULL);

  return lv_text_word (self->pack, id, name);
}

/* "Ansvarlig: MSB", a line for each thing that is said. */
static char *
describe (const Calendar *self, const LvAction *action)
{
  static const LvActionField fields[] = { LV_ACTION_OWNER, LV_ACTION_PARTNERS, LV_ACTION_BODY,
                                          LV_ACTION_WINDOW, LV_ACTION_EVIDENCE };
  g_autofree char *status = lv_action_status_words (self->pack, action);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: %s", word (self, "head-status"), status);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *head = g_strconcat ("head-", lv_action_key (fields[i]), NULL);

      if (lv_action_text (action, fields[i])[0] != '\0')
        g_string_append_printf (text, "\n%s: %s", word (self, head), lv_action_text (action, fields[i]));
    }
  if (lv_action_text (action, LV_ACTION_NOTE)[0] != '\0')
    g_string_append_printf (text, "\n%s", lv_action_text (action, LV_ACTION_NOTE));
  return g_string_free (text, FALSE);
}

static char *
title_of (const LvAction *action)
{
  const char *number = lv_action_text (action, LV_ACTION_NUMBER);

  return g_strdup_printf ("%s%s%s", number, number[0] != '\0' ? ". " : "",
                          lv_action_text (action, LV_ACTION_TITLE));
}

static void
add_stamp (Calendar *self)
{
  g_autofree char *stamp
      = g_strdup_printf ("DTSTAMP:%04u%02u%02uT120000Z", (guint) g_date_get_year (self->today),
                         (guint) g_date_get_month (self->today), (guint) g_date_get_day (self->today));

  add_line (self, stamp);
}

/* An event has the same UID in every file, so that a newer one replaces it. */
static void
add_event (Calendar *self, const LvAction *action, const char *what, const char *label,
           const GDate *first, const GDate *last)
{
  g_autofree char *uid
      = g_strdup_printf ("%s.%s@%s.ligevaegt", action->id, what, lv_pack_id (self->pack));
  g_autofree char *title = title_of (action);
  g_autofree char *summary = label != NULL ? g_strdup_printf ("%s: %s", label, title)
                                           : g_strdup (title);
  g_autofree char *description = describe (self, action);
  gboolean dropped = strcmp (lv_action_text (action, LV_ACTION_STATUS), "udgaar") == 0;
  GDate after = *last;

  g_date_add_days (&after, 1);
  add_line (self, "BEGIN:VEVENT");
  add_text (self, "UID", uid);
  add_stamp (self);
  add_day (self, "DTSTART", first);
  add_day (self, "DTEND", &after);
  add_text (self, "SUMMARY", summary);
  add_text (self, "DESCRIPTION", description);
  if (lv_action_text (action, LV_ACTION_TRACK)[0] != '\0')
    add_text (self, "CATEGORIES", lv_action_text (action, LV_ACTION_TRACK));
  add_line (self, dropped ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  add_line (self, "TRANSP:TRANSPARENT");
  add_line (self, "END:VEVENT");
}

static void
add_span (Calendar *self, const LvAction *action)
{
  GDate start;
  GDate end;
  gboolean begins = lv_action_day (action, LV_ACTION_START, &start);
  gboolean ends = lv_action_day (action, LV_ACTION_END, &end);

  if (begins && ends && g_date_compare (&end, &start) >= 0)
    add_event (self, action, "forloeb", NULL, &start, &end);
  else if (ends)
    add_event (self, action, "forloeb", word (self, "head-end"), &end, &end);
  else if (begins)
    add_event (self, action, "forloeb", word (self, "head-start"), &start, &start);
}

/* A follow-up in October is some day of it. */
static void
add_follow_up (Calendar *self, const LvAction *action)
{
  const char *text = lv_action_text (action, LV_ACTION_NEXT_FOLLOW_UP);
  GDate first;
  GDate last;

  if (lv_action_is_over (action) || !lv_date_parse (text, FALSE, &first)
      || !lv_date_parse (text, TRUE, &last))
    return;
  add_event (self, action, "opfoelgning", word (self, "head-next-follow-up"), &first, &last);
}

static void
add_action (Calendar *self, const LvAction *action)
{
  GDate deadline;

  add_span (self, action);
  if (lv_action_day (action, LV_ACTION_DEADLINE, &deadline))
    add_event (self, action, "frist", word (self, "head-deadline"), &deadline, &deadline);
  add_follow_up (self, action);
}

/**
 * lv_calendar_text:
 * @actions: (element-type LvAction): what is in it
 * @today: the date in the file
 *
 * Returns: (transfer full): an iCalendar file
 */
char *
lv_calendar_text (const LvPack *pack, const GPtrArray *actions, const GDate *today)
{
  Calendar self = { g_string_new (NULL), pack, today };
  const char *title = lv_pack_head (pack, "title");

  add_line (&self, "BEGIN:VCALENDAR");
  add_line (&self, "VERSION:2.0");
  add_text (&self, "PRODID", "-//Ligevægt//Handleplan//DA");
  add_line (&self, "CALSCALE:GREGORIAN");
  add_line (&self, "METHOD:PUBLISH");
  add_text (&self, "X-WR-CALNAME", title != NULL ? title : lv_pack_id (pack));
  for (guint i = 0; i < actions->len; i++)
    add_action (&self, g_ptr_array_index (actions, i));
  add_line (&self, "END:VCALENDAR");
  return g_string_free (self.out, FALSE);
}

/** Writes the calendar beside its name, flushes and renames. Returns: whether it was written */
gboolean
lv_calendar_write (const char *path, const LvPack *pack, const GPtrArray *actions, const GDate *today,
                   GError **error)
{
  char *text = lv_calendar_text (pack, actions, today);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return lv_file_save (path, bytes, error);
}
