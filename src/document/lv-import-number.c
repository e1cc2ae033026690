/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text of a cell means: a number in one of the two forms, a day. Nothing here looks at the locale. */
#include "lv-import-text.h"

#include "lv-month.h"
#include "lv-number.h"

#include <string.h>

/** A number taken apart: runs of figures with what stands between them. */
typedef struct
{
  guint points;
  guint commas;
  gboolean spaces;
  gsize first;       /* figures before the first separator */
  gsize last;        /* figures after the last one */
  char last_mark;    /* the last point or comma */
  gboolean even;     /* all runs after the first and before the last mark have three figures */
  const char *end;
} NumberParts;

/* Bytes of a space that can stand between thousands. */
static gsize
space_at (const char *p)
{
  if (*p == ' ')
    return 1;
  if (g_str_has_prefix (p, "\302\240"))
    return 2;
  return g_str_has_prefix (p, "\342\200\257") ? 3 : 0;
}

static const char *
skip_sign (const char *p, gboolean *negative)
{
  *negative = FALSE;
  if (*p == '-' || *p == '+')
    {
      *negative = *p == '-';
      return p + 1;
    }
  if (g_str_has_prefix (p, "\342\210\222"))
    {
      *negative = TRUE;
      return p + 3;
    }
  return p;
}

static gsize
figures_at (const char *p)
{
  return strspn (p, "0123456789");
}

/* Returns: FALSE when no number begins at @p. */
static gboolean
take_apart (const char *p, NumberParts *parts)
{
  gsize run = figures_at (p);

  *parts = (NumberParts){ .first = run, .even = TRUE };
  if (run == 0)
    return FALSE;
  for (p += run;;)
    {
      gsize gap = *p == '.' || *p == ',' ? 1 : space_at (p);
      gsize next = gap > 0 ? figures_at (p + gap) : 0;

      if (next == 0 || (*p != '.' && *p != ',' && next != 3))
        break;
      parts->even = parts->even && (parts->last == 0 || parts->last == 3);
      parts->points += *p == '.';
      parts->commas += *p == ',';
      parts->spaces = parts->spaces || (*p != '.' && *p != ',');
      parts->last_mark = *p;
      parts->last = next;
      p += gap + next;
    }
  parts->end = p;
  return TRUE;
}

/* 1.234,50- is how accounting systems (SAP, and so KMD Opus) write a negative amount. */
static gboolean
is_minus_behind (const char *p)
{
  return *p == '-' && (p[1] == '\0' || space_at (p + 1) > 0);
}

/**
 * lv_import_weigh_decimal:
 * @comma, @point: counted up when @text can only be read with that decimal sign
 * @either: counted up when it would be another number with the other
 */
void
lv_import_weigh_decimal (const char *text, guint *comma, guint *point, guint *either)
{
  NumberParts parts;
  gboolean negative;
  const char *start = skip_sign (text, &negative);

  if (!take_apart (start, &parts) || parts.points + parts.commas == 0)
    return;
  parts.end += is_minus_behind (parts.end);
  if (*parts.end != '\0' && *parts.end != '%' && space_at (parts.end) == 0)
    return;
  if (parts.points > 0 && parts.commas > 0)
    *(parts.last_mark == ',' ? comma : point) += 1;
  else if (parts.points + parts.commas > 1)
    *(parts.points > 0 ? comma : point) += parts.even && parts.last == 3;
  else if (parts.last != 3 || parts.first > 3 || start[0] == '0' || parts.spaces)
    *(parts.commas > 0 ? comma : point) += 1;
  else
    *either += 1;
}

/* Copies the number in C form; FALSE when thousands do not come in threes. */
static gboolean
to_c (const char *p, char decimal, GString *out, const char **end)
{
  char thousands = decimal == ',' ? '.' : ',';
  gsize run = figures_at (p);
  gboolean grouped = FALSE;

  if (run == 0 || run > 300)
    return FALSE;
  g_string_append_len (out, p, (gssize) run);
  for (p += run;;)
    {
      gsize gap = *p == thousands ? 1 : space_at (p);
      gsize next = gap > 0 ? figures_at (p + gap) : 0;

      if (next == 0)
        break;
      if (next != 3 || (!grouped && run > 3))
        return *p != thousands && (*end = p, TRUE);
      grouped = TRUE;
      g_string_append_len (out, p + gap, 3);
      p += gap + 3;
    }
  if (*p == decimal && (run = figures_at (p + 1)) > 0)
    {
      if (run > 300)
        return FALSE;
      g_string_append_c (out, '.');
      g_string_append_len (out, p + 1, (gssize) run);
      p += 1 + run;
    }
  *end = p;
  return TRUE;
}

/* 1E-05, as programs write very small numbers. */
static const char *
take_exponent (const char *p, GString *out)
{
  const char *q = p;

  if (*q != 'e' && *q != 'E')
    return p;
  q++;
  if (*q == '-' || *q == '+')
    q++;
  if (figures_at (q) == 0 || figures_at (q) > 3)
    return p;
  q += figures_at (q);
  g_string_append_len (out, p, q - p);
  return q;
}

/**
 * lv_import_number:
 * @text: of a cell, spaces around it taken off
 * @decimal: the file's decimal sign
 * @suffix: (out) (transfer none): what stands behind the number, within @text: "mio. kr.", "%"
 *
 * A number in the other form is none: 13.5 is neither 13,5 nor 135 where the decimal sign is a comma.
 *
 * Returns: %FALSE when @text does not begin with a number
 */
gboolean
lv_import_number (const char *text, LvDecimal decimal, double *value, const char **suffix)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean negative;
  const char *p = skip_sign (text, &negative);
  const char *end = NULL;

  if (!to_c (p, decimal == LV_DECIMAL_POINT ? '.' : ',', plain, &end))
    return FALSE;
  end = take_exponent (end, plain);
  if (p == text && is_minus_behind (end))
    {
      negative = TRUE;
      end++;
    }
  if (*end != '\0' && *end != '%' && space_at (end) == 0)
    return FALSE;
  while (space_at (end) > 0)
    end += space_at (end);
  if (*end == '.' || *end == ',' || figures_at (end) > 0)
    return FALSE;
  *suffix = end;
  if (negative)
    g_string_prepend_c (plain, '-');
  return lv_number_parse_c (plain->str, value);
}

static gboolean
three_numbers (const char *text, char mark, int number[3], gsize width[3])
{
  for (int i = 0; i < 3; i++)
    {
      width[i] = figures_at (text);
      if (width[i] == 0 || width[i] > 4)
        return FALSE;
      number[i] = (int) g_ascii_strtoll (text, NULL, 10);
      text += width[i];
      if (i < 2 && *text++ != mark)
        return FALSE;
    }
  return *text == '\0';
}

/** Reads 2026-11-24, 24-11-2026, 24.11.2026 and 24/11/2026; the day stands before the month. */
gboolean
lv_import_date (const char *text, GDate *date)
{
  static const char marks[] = "-./";

  g_date_clear (date, 1);
  for (const char *mark = marks; *mark != '\0'; mark++)
    {
      int number[3];
      gsize width[3];
      gboolean iso;

      if (!three_numbers (text, *mark, number, width))
        continue;
      iso = width[0] == 4 && *mark == '-';
      if (!iso && (width[2] != 4 || width[0] > 2))
        return FALSE;
      if (number[iso ? 2 : 0] > 31 || number[1] > 12)
        return FALSE;
      if (!g_date_valid_dmy ((GDateDay) number[iso ? 2 : 0], (GDateMonth) number[1],
                             (GDateYear) number[iso ? 0 : 2]))
        return FALSE;
      g_date_set_dmy (date, (GDateDay) number[iso ? 2 : 0], (GDateMonth) number[1],
                      (GDateYear) number[iso ? 0 : 2]);
      return TRUE;
    }
  return FALSE;
}

/** Returns: whether @text is what a spreadsheet shows where it can't compute, in English or Danish */
gboolean
lv_import_is_error (const char *text)
{
  static const char *const errors[]
      = { "#N/A",    "#I/T",    "#DIV/0!", "#DIVISION/0!", "#VALUE!", "#V\303\206RDI!", "#REF!", "#REFERENCE!",
          "#NAME?",  "#NAVN?",  "#NUM!",   "#NULL!",       "#NUL!",   "#SPILL!",         NULL };

  return text[0] == '#' && g_strv_contains (errors, text);
}

/** Writes @date as 2026-11-24. */
void
lv_import_format_date (const GDate *date, char buffer[LV_DATE_BUFFER])
{
  g_snprintf (buffer, LV_DATE_BUFFER, "%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date),
              g_date_get_day (date));
}
