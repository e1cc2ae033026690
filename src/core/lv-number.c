/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-number.h"

#include <math.h>
#include <string.h>

/* The one shape of a number in packs: -12, 3.5, 1e-6. Stricter than strtod: no hex, inf, nan, spaces. */
static gboolean
has_c_form (const char *text)
{
  const char *p = text;
  gsize digits = 0;

  if (*p == '-')
    p++;
  for (; g_ascii_isdigit (*p); p++)
    digits++;
  if (*p == '.')
    {
      gsize fraction = 0;

      for (p++; g_ascii_isdigit (*p); p++)
        fraction++;
      if (fraction == 0)
        return FALSE;
    }
  if (digits == 0)
    return FALSE;
  if (*p == 'e' || *p == 'E')
    {
      p++;
      if (*p == '-' || *p == '+')
        p++;
      if (!g_ascii_isdigit (*p))
        return FALSE;
      while (g_ascii_isdigit (*p))
        p++;
    }
  return *p == '\0' && p - text < 400;
}

/**
 * lv_number_parse_c:
 * @text: the whole number, decimal point, no separators
 * @value: (out): the number
 *
 * Returns: %FALSE when @text is not a finite number in C form
 */
gboolean
lv_number_parse_c (const char *text, double *value)
{
  double parsed;

  if (!has_c_form (text))
    return FALSE;
  parsed = g_ascii_strtod (text, NULL);
  if (!isfinite (parsed))
    return FALSE;
  *value = parsed;
  return TRUE;
}

/* Takes one thousands separator: a point, a space or a no-break space. Returns its length or 0. */
static gsize
separator_at (const char *p)
{
  if (*p == '.' || *p == ' ')
    return 1;
  if (g_str_has_prefix (p, "\302\240"))
    return 2;
  if (g_str_has_prefix (p, "\342\200\257"))
    return 3;
  return 0;
}

static gboolean
append_grouped_digits (const char **position, GString *out)
{
  const char *p = *position;
  gsize first = 0;
  gsize skip;

  for (; g_ascii_isdigit (*p); p++, first++)
    g_string_append_c (out, *p);
  if (first == 0)
    return FALSE;
  while ((skip = separator_at (p)) > 0 && g_ascii_isdigit (p[skip]))
    {
      gsize digits = 0;

      if (first > 3)
        return FALSE;
      for (p += skip; g_ascii_isdigit (*p); p++, digits++)
        g_string_append_c (out, *p);
      if (digits != 3)
        return FALSE;
    }
  *position = p;
  return TRUE;
}

/**
 * lv_number_parse_da:
 * @text: what a user typed or pasted: "1.234,5", "-3", "1 234,5"
 * @value: (out): the number
 *
 * A point is only a thousands separator here: "13.5" is refused rather than guessed at, because one
 * reader would take it for 13,5 and another for 135.
 *
 * Returns: %FALSE when @text is not a number in Danish form
 */
gboolean
lv_number_parse_da (const char *text, double *value)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *p = copy;

  if (*p == '-')
    {
      g_string_append_c (plain, '-');
      p++;
    }
  else if (g_str_has_prefix (p, "\342\210\222"))
    {
      g_string_append_c (plain, '-');
      p += 3;
    }
  else if (*p == '+')
    p++;
  if (!append_grouped_digits (&p, plain))
    return FALSE;
  if (*p == ',')
    {
      g_string_append_c (plain, '.');
      for (p++; g_ascii_isdigit (*p); p++)
        g_string_append_c (plain, *p);
    }
  if (*p != '\0')
    return FALSE;
  return lv_number_parse_c (plain->str, value);
}

/**
 * lv_number_format_c:
 * @value: a number; not a number gives "nan"
 * @buffer: where to write
 *
 * Returns: (transfer none): @buffer with the shortest text that reads back as @value
 */
char *
lv_number_format_c (double value, char buffer[LV_NUMBER_BUFFER])
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  if (value == 0)
    value = 0; /* no "-0" */
  if (fabs (value) < 1e15 && value == floor (value))
    {
      /* Most numbers of a model, and of these the digits are all there is. */
      g_snprintf (buffer, LV_NUMBER_BUFFER, "%" G_GINT64_FORMAT, (gint64) value);
      return buffer;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, LV_NUMBER_BUFFER, formats[i], value);
      if (!isfinite (value) || g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return buffer;
}

/* Rounds the decimal text of 15 digits, as spreadsheets do, so that 2,675 with two decimals is 2,68. The
 * text matters only where 15 digits may reach a half; elsewhere it would cost a hundred times more. */
static double
round_decimals (double value, int decimals)
{
  char buffer[LV_NUMBER_BUFFER];
  double scale = pow (10, decimals);
  double scaled = value * scale;

  if (!isfinite (scaled) || fabs (scaled) > 1e15)
    return value;
  if (fabs (fabs (scaled - trunc (scaled)) - 0.5) > 1e-14 * MAX (1, fabs (scaled)))
    return round (scaled) / scale;
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", scaled);
  return round (g_ascii_strtod (buffer, NULL)) / scale;
}

/**
 * lv_number_round:
 * @value: any number
 *
 * Returns: @value to a whole number at 15 significant digits, halves away from zero
 */
double
lv_number_round (double value)
{
  return isnan (value) ? value : round_decimals (value, 0);
}

/* Most decimals that a value needs when the caller does not say: enough to read it back at 12 digits. */
static int
needed_decimals (double value)
{
  for (int decimals = 0; decimals < 9; decimals++)
    if (fabs (round_decimals (value, decimals) - value) <= 1e-12 * MAX (1, fabs (value)))
      return decimals;
  return 9;
}

/**
 * lv_number_format_da:
 * @value: a finite number
 * @decimals: decimals to show, or -1 for as many as the value needs
 *
 * Returns: (transfer full): Danish form, "1.234,5"; halves are rounded away from zero
 */
char *
lv_number_format_da (double value, int decimals)
{
  char buffer[400];
  GString *out = g_string_new (NULL);
  char format[16];
  const char *point;
  gsize whole;

  if (decimals < 0)
    decimals = needed_decimals (value);
  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, fabs (round_decimals (value, decimals)));
  if (value < 0 && strspn (buffer, "0.") != strlen (buffer))
    g_string_append_c (out, '-');
  point = strchr (buffer, '.');
  whole = point != NULL ? (gsize) (point - buffer) : strlen (buffer);
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, '.');
      g_string_append_c (out, buffer[i]);
    }
  if (point != NULL)
    g_string_append_printf (out, ",%s", point + 1);
  return g_string_free (out, FALSE);
}

/**
 * lv_number_equal:
 *
 * Returns: %TRUE when both are the same at 15 significant digits, the tolerance of every comparison in
 *   a pack and of spreadsheets
 */
gboolean
lv_number_equal (double left, double right)
{
  return left == right || fabs (left - right) <= 1e-15 * 5 * MAX (fabs (left), fabs (right));
}
