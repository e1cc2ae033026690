/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for names of sheets, cells and ranges. */
#include "lv-workbook.h"

#include <string.h>

/* A spreadsheet's own limit is 31; names of 30 leave no program in doubt. */
#define MAX_NAME 30

/** Appends "AB12", from 0. A workbook has hundreds of thousands of them. */
void
lv_cell_append (GString *out, guint row, guint column)
{
  char text[24];
  guint end = sizeof text;
  guint at = end;

  for (guint n = row + 1; n > 0; n /= 10)
    text[--at] = (char) ('0' + n % 10);
  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    text[--at] = (char) ('A' + (n - 1) % 26);
  g_string_append_len (out, text + at, end - at);
}

/** Returns: (transfer full): "AB12", from 0 */
char *
lv_cell_ref (guint row, guint column)
{
  GString *out = g_string_new (NULL);

  lv_cell_append (out, row, column);
  return g_string_free (out, FALSE);
}

static char *
clean (const char *title, guint room)
{
  GString *out = g_string_new (NULL);
  const char *p = title;

  for (guint n = 0; *p != '\0' && n < room; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || (c < 128 && strchr ("[]:*?/\\", (int) c) != NULL))
        c = ' ';
      if (c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' '))
        continue;
      if (c == '\'')
        c = 0x2019;
      g_string_append_unichar (out, c);
      n++;
    }
  return g_strchomp (g_string_free (out, FALSE));
}

/**
 * lv_sheet_name:
 * @title: any text
 * @taken: names so far, folded; the new one is added
 *
 * Returns: (transfer full): a sheet name under 31 characters that no other sheet has
 */
char *
lv_sheet_name (const char *title, GHashTable *taken)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf (" %u", n) : g_strdup ("");
      g_autofree char *body = clean (title, MAX_NAME - (guint) strlen (number));
      g_autofree char *name = g_strconcat (body[0] != '\0' ? body : "Ark", number, NULL);
      char *folded = g_utf8_casefold (name, -1);

      if (g_hash_table_add (taken, folded))
        return g_steal_pointer (&name);
    }
}

/* Columns go to XFD, so one to three letters and digits are an address, and so is R1C1. */
static gboolean
is_address (const char *name)
{
  gsize letters = 0;
  gsize digits;

  while (g_ascii_isalpha (name[letters]))
    letters++;
  digits = strspn (name + letters, "0123456789");
  if (letters >= 1 && letters <= 3 && digits > 0 && name[letters + digits] == '\0')
    return TRUE;
  return g_ascii_strcasecmp (name, "r") == 0 || g_ascii_strcasecmp (name, "c") == 0
         || ((name[0] == 'R' || name[0] == 'r') && strpbrk (name, "Cc") != NULL
             && strspn (name, "RrCc0123456789") == strlen (name));
}

/** Returns: whether @name can be the name of a range in every spreadsheet */
gboolean
lv_name_is_safe (const char *name)
{
  if (name[0] == '\0' || strlen (name) > 255 || (!g_ascii_isalpha (name[0]) && name[0] != '_'))
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_')
      return FALSE;
  return !is_address (name);
}
