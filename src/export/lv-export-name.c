/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of files as people give them: "Bilag 3 - TA-analyse - beregning.xlsx". Every system takes them. */
#include "lv-export-name.h"

#include "lv-text.h"

#include <string.h>

/* Windows takes none of these in a name. */
#define REFUSED "<>\"/\\|?*"

/* Nor one of these before the first point, in any case. */
static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt", NULL };

static gboolean
is_device (const char *name)
{
  g_autofree char *stem = g_ascii_strdown (name, (gssize) strcspn (name, "."));
  gsize length = strlen (stem);

  if (length == 4 && g_ascii_isdigit (stem[3]) && stem[3] != '0')
    stem[--length] = '\0';
  else if (length == 3 && (g_str_equal (stem, "com") || g_str_equal (stem, "lpt")))
    return FALSE;
  return length == 3 && g_strv_contains (devices, stem);
}

static gboolean
is_end (char c)
{
  return c == ' ' || c == '.' || c == '-';
}

/* "Bilag 3: TA" reads as "Bilag 3 - TA"; other signs that are refused become a hyphen, line ends a space. */
static char *
clean (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ':')
        g_string_append (out, p[1] == ' ' ? " -" : "-");
      else if (c < 128 && strchr (REFUSED, (int) c) != NULL)
        g_string_append_c (out, '-');
      else if (g_unichar_iscntrl (c) || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * lv_export_safe_name:
 * @text: any text
 * @most: characters at most
 *
 * Returns: (transfer full): a name of a file or folder that every system takes, "-" where nothing is left of @text
 */
char *
lv_export_safe_name (const char *text, guint most)
{
  g_autofree char *cleaned = clean (text);
  g_autofree char *cut = g_utf8_substring (cleaned, 0, (glong) MIN (most, g_utf8_strlen (cleaned, -1)));
  char *start = cut;
  gsize length;

  while (is_end (*start))
    start++;
  for (length = strlen (start); length > 0 && is_end (start[length - 1]); length--)
    start[length - 1] = '\0';
  if (length == 0)
    return g_strdup ("-");
  return is_device (start) ? g_strconcat ("_", start, NULL) : g_strdup (start);
}

/**
 * lv_export_unique_name:
 * @stem: a text
 * @ending: (nullable): of a file, without its point; %NULL for a folder
 * @taken: (element-type utf8): names in lower case that are taken; gets this one
 *
 * Returns: (transfer full): the name, with a number where it is taken
 */
char *
lv_export_unique_name (const char *stem, const char *ending, GHashTable *taken)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf (" (%u)", n) : g_strdup ("");
      g_autofree char *tail = ending != NULL ? g_strconcat (number, ".", ending, NULL) : g_strdup (number);
      g_autofree char *safe = lv_export_safe_name (stem, LV_EXPORT_NAME_MAX - (guint) strlen (tail));
      g_autofree char *name = g_strconcat (safe, tail, NULL);
      char *key = g_utf8_casefold (name, -1);

      if (g_hash_table_add (taken, key))
        return g_steal_pointer (&name);
    }
}

/* The title alone, without the number that the pack gives it in front. */
static const char *
bare_title (const char *title, const char *number)
{
  gsize length = number != NULL ? strlen (number) : 0;

  if (length > 0 && strncmp (title, number, length) == 0 && title[length] == ':')
    return title + length + 1 + strspn (title + length + 1, " ");
  return title;
}

/* "Bilag 3" where nobody says another. */
static char *
number_of (const LvPack *pack, const LvItem *item, const LvPaper *paper)
{
  const char *number = lv_item_get (item, "number");

  if (paper != NULL && paper->number != NULL && paper->number[0] != '\0')
    return g_strdup (paper->number);
  if (number == NULL || item->kind != LV_KIND_ATTACHMENT)
    return NULL;
  return g_strdup_printf ("%s %s", lv_text_word (pack, "attachment", "Attachment"), number);
}

static const char *
profile_word (const LvPack *pack, LvProfile profile)
{
  g_autofree char *name = g_strconcat ("file-", lv_profile_name (profile), NULL);

  return lv_text_word (pack, name, NULL);
}

/**
 * lv_export_paper_name:
 * @item: an attachment or a chart
 * @paper: (nullable): what the sender says of it
 * @taken: (element-type utf8): as of lv_export_unique_name()
 *
 * Returns: (transfer full): number, title and, where files share their ending, the profile
 */
char *
lv_export_paper_name (const LvPack *pack, const LvItem *item, LvProfile profile, const LvPaper *paper,
                      GHashTable *taken)
{
  g_autofree char *pack_number = number_of (pack, item, NULL);
  g_autofree char *number = number_of (pack, item, paper);
  const char *own = paper != NULL && paper->title != NULL && paper->title[0] != '\0' ? paper->title : NULL;
  const char *title = bare_title (own != NULL ? own : item->title != NULL ? item->title : item->id, pack_number);
  const char *word = item->kind == LV_KIND_ATTACHMENT ? profile_word (pack, profile) : NULL;
  const char *ending = lv_profile_ending (profile);
  guint rest = word != NULL ? (guint) g_utf8_strlen (word, -1) + 3 : 0;
  g_autofree char *whole = number != NULL ? g_strdup_printf ("%s - %s", number, title) : g_strdup (title);
  g_autofree char *stem = lv_export_safe_name (whole, LV_EXPORT_NAME_MAX - rest - (guint) strlen (ending) - 1);
  g_autofree char *named = word != NULL ? g_strdup_printf ("%s - %s", stem, word) : g_strdup (stem);

  return lv_export_unique_name (named, ending, taken);
}
