/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points about what is written: notes, sentences, abbreviations, links. */
#include "lv-access-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_SENTENCE 45 /* words */
#define LONGEST_SHORT 6     /* letters of an abbreviation */

static const LvAccessCell *
nth_cell (const LvAccessSheet *sheet, guint index)
{
  return &g_array_index (sheet->cells, LvAccessCell, index);
}

/* Runs through the texts of a sheet. */
#define EACH_TEXT(sheet, cell) \
  for (guint cell##_at = 0; cell##_at < (sheet)->cells->len; cell##_at++) \
    for (const LvAccessCell *cell = nth_cell (sheet, cell##_at); cell != NULL && !cell->is_number; cell = NULL)

/* --- Notes */

/* The next "[note 12]" from @text on. Returns: what comes after it, or %NULL */
static const char *
next_note (const LvAccessRun *run, const char *text, guint *number)
{
  gsize length = strlen (run->note);

  for (const char *p = strchr (text, '['); p != NULL; p = strchr (p + 1, '['))
    if (strncmp (p + 1, run->note, length) == 0 && p[1 + length] == ' ' && g_ascii_isdigit (p[2 + length]))
      {
        char *end;

        *number = (guint) g_ascii_strtoull (p + 2 + length, &end, 10);
        if (*end == ']')
          return end + 1;
      }
  return NULL;
}

static gboolean
is_star (gunichar c)
{
  return c == '*' || c == 0x2020 || c == 0x2021;
}

static gboolean
is_raised (gunichar c)
{
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

/* "Udgift*", "Udgift¹"; but m² is a unit. */
static gboolean
has_mark (const char *text)
{
  gunichar before = ' ';
  gunichar last = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      before = last;
      last = g_utf8_get_char (p);
      if (is_star (last) && (g_unichar_isalnum (before) || before == '_'))
        return TRUE;
    }
  return is_star (last) || last == 0xA7 || (is_raised (last) && !(before == 'm' && last <= 0xB3));
}

/** 10 */
void
lv_access_notes_without_symbols (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    EACH_TEXT (sheet, cell)
      if (has_mark (cell->text))
        lv_access_fault_about (run, sheet, cell, _ ("marks a note by a symbol"));
}

/* "[3]" anywhere, or "(3)" at the end. */
static gboolean
has_bare_number (const char *text)
{
  gsize length = strlen (text);

  for (const char *p = strchr (text, '['); p != NULL; p = strchr (p + 1, '['))
    {
      gsize digits = strspn (p + 1, "0123456789");

      if (digits > 0 && p[1 + digits] == ']')
        return TRUE;
    }
  return length >= 3 && text[length - 1] == ')' && g_ascii_isdigit (text[length - 2]) && text[length - 3] == '(';
}

/** 11 */
void
lv_access_notes_say_so (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    EACH_TEXT (sheet, cell)
      if (has_bare_number (cell->text))
        lv_access_fault_about (run, sheet, cell, _ ("marks a note without the word"));
}

/** 12: a screen reader that reads numbers reads nothing else. */
void
lv_access_notes_not_at_numbers (LvAccessRun *run)
{
  guint number;

  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      guint top = sheet->tables->len > 0 ? g_array_index (sheet->tables, LvAccessTable, 0).top : G_MAXUINT;

      EACH_TEXT (sheet, cell)
        if (cell->row > top && sheet->has_numbers[cell->column] && next_note (run, cell->text, &number) != NULL)
          lv_access_fault (run, sheet, cell, _ ("a note is marked among numbers"));
    }
}

/* Numbers of the notes that have a row of their own on the sheet of notes. */
static GHashTable *
notes_of (const LvAccessRun *run)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);
  gsize length = strlen (run->note);

  LV_ACCESS_EACH_SHEET (run, sheet)
    if (strcmp (sheet->name, run->notes) == 0 && sheet->tables->len > 0)
      EACH_TEXT (sheet, cell)
        if (cell->column == 1 && g_ascii_strncasecmp (cell->text, run->note, length) == 0 && cell->text[length] == ' ')
          g_hash_table_add (found, GUINT_TO_POINTER ((guint) g_ascii_strtoull (cell->text + length, NULL, 10)));
  return found;
}

/** 13: what is marked is explained. */
void
lv_access_notes_are_there (LvAccessRun *run)
{
  g_autoptr (GHashTable) notes = notes_of (run);
  guint number = 0;

  LV_ACCESS_EACH_SHEET (run, sheet)
    EACH_TEXT (sheet, cell)
      for (const char *p = next_note (run, cell->text, &number); p != NULL; p = next_note (run, p, &number))
        if (!g_hash_table_contains (notes, GUINT_TO_POINTER (number)))
          lv_access_fault (run, sheet, cell, _ ("note %u is not among the notes"), number);
}

/* --- Sentences and abbreviations */

/* "mio." and "bl.a." end no sentence. */
static gboolean
is_dotted (const LvAccessRun *run, const char *word, gsize length)
{
  const char *from = word + length;
  g_autofree char *last = NULL;

  while (from > word && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (from))))
    from = g_utf8_prev_char (from);
  last = g_strndup (from, (gsize) (word + length - from));
  return g_strv_contains ((const char *const *) run->dotted, last);
}

static gboolean
ends_sentence (const LvAccessRun *run, const char *word, gsize length)
{
  char last = word[length - 1];

  return last == '!' || last == '?' || last == ':' || last == ';' || (last == '.' && !is_dotted (run, word, length - 1));
}

static guint
longest_sentence (const LvAccessRun *run, const char *text)
{
  guint longest = 0;
  guint words = 0;

  for (const char *p = text + strspn (text, " \n"); *p != '\0'; p += strspn (p, " \n"))
    {
      gsize length = strcspn (p, " \n");

      words++;
      longest = MAX (longest, words);
      if (ends_sentence (run, p, length))
        words = 0;
      p += length;
    }
  return longest;
}

static gboolean
is_capital (gunichar c)
{
  return (c >= 'A' && c <= 'Z') || c == 0xC6 || c == 0xD8 || c == 0xC5;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || c == '_';
}

/* The next word of two to six capitals, or the first part of one: "STU-forløb". Returns: %NULL when there is none */
static const char *
next_short (const char *text, const char *from, gsize *length)
{
  gunichar before = from > text ? g_utf8_get_char (g_utf8_prev_char (from)) : ' ';

  for (const char *p = from; *p != '\0'; before = g_utf8_get_char (p), p = g_utf8_next_char (p))
    {
      const char *end = p;
      glong letters = 0;

      if (!is_capital (g_utf8_get_char (p)) || is_word (before) || before == '.' || before == '-')
        continue;
      for (; is_capital (g_utf8_get_char (end)); end = g_utf8_next_char (end))
        letters++;
      if (letters >= 2 && letters <= LONGEST_SHORT && !is_word (g_utf8_get_char (end)))
        {
          *length = (gsize) (end - p);
          return p;
        }
    }
  return NULL;
}

/* What the sheet of abbreviations explains. */
static GHashTable *
explained_of (const LvAccessRun *run)
{
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);

  LV_ACCESS_EACH_SHEET (run, sheet)
    if (strcmp (sheet->name, run->abbreviations) == 0)
      EACH_TEXT (sheet, cell)
        if (cell->column == 1)
          g_hash_table_add (found, (gpointer) cell->text);
  return found;
}

/* "… ungdomsuddannelse (STU)" explains it where it stands. */
static gboolean
is_spelled_out (const LvAccessRun *run, const char *word)
{
  g_autofree char *in_brackets = g_strdup_printf ("(%s)", word);

  LV_ACCESS_EACH_SHEET (run, sheet)
    EACH_TEXT (sheet, cell)
      if (strstr (cell->text, in_brackets) != NULL)
        return TRUE;
  return FALSE;
}

/* Names of several words, "AARHUS TECH", are explained as a whole. */
static char *
without_names (const char *text, GHashTable *explained)
{
  GHashTableIter iter;
  gpointer name;
  GString *out = NULL;

  g_hash_table_iter_init (&iter, explained);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (strchr (name, ' ') != NULL && strstr (text, name) != NULL)
      {
        out = out != NULL ? out : g_string_new (text);
        g_string_replace (out, name, "", 0);
      }
  return out != NULL ? g_string_free (out, FALSE) : NULL;
}

static void
check_shorts (LvAccessRun *run, const LvAccessSheet *sheet, const LvAccessCell *cell, GHashTable *explained)
{
  gsize length = 0;
  g_autofree char *rest = next_short (cell->text, cell->text, &length) != NULL
                              ? without_names (cell->text, explained) : NULL;
  const char *text = rest != NULL ? rest : cell->text;

  for (const char *p = next_short (text, text, &length); p != NULL; p = next_short (text, p + length, &length))
    {
      g_autofree char *word = g_strndup (p, length);

      if (!g_hash_table_contains (explained, word) && !is_spelled_out (run, word))
        lv_access_fault (run, sheet, cell, _ ("%s is not explained"), word);
    }
}

/** 14: as far as a program can tell: no endless sentences, no abbreviations that nobody explains. */
void
lv_access_plain_language (LvAccessRun *run)
{
  g_autoptr (GHashTable) explained = explained_of (run);

  LV_ACCESS_EACH_SHEET (run, sheet)
    EACH_TEXT (sheet, cell)
      {
        guint words = longest_sentence (run, cell->text);

        if (words > LONGEST_SENTENCE)
          lv_access_fault (run, sheet, cell, _ ("a sentence has %u words"), words);
        check_shorts (run, sheet, cell, explained);
      }
}

/* --- Links */

/* "'Tabel 1'!A1" */
static gboolean
leads_somewhere (const LvAccessRun *run, const char *target)
{
  const char *mark = strrchr (target, '!');
  g_autofree char *name = mark != NULL ? g_strndup (target, (gsize) (mark - target)) : g_strdup ("");
  gsize length = strlen (name);
  g_autoptr (GString) plain = NULL;

  if (length >= 2 && name[0] == '\'' && name[length - 1] == '\'')
    {
      name[length - 1] = '\0';
      plain = g_string_new (name + 1);
      g_string_replace (plain, "''", "'", 0);
    }
  LV_ACCESS_EACH_SHEET (run, sheet)
    if (strcmp (sheet->name, plain != NULL ? plain->str : name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
says_nothing (const LvAccessRun *run, const char *text)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);

  return g_utf8_strlen (text, -1) < 2 || g_strv_contains ((const char *const *) run->empty_links, folded)
         || g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://") || text[0] == '#';
}

/** 15 */
void
lv_access_links_say_where (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    for (guint i = 0; i < sheet->links->len; i++)
      {
        const LvAccessLink *link = &g_array_index (sheet->links, LvAccessLink, i);
        const LvAccessCell *cell = lv_access_cell (sheet, link->row, link->column);

        if (cell == NULL || says_nothing (run, cell->text))
          lv_access_fault_at (run, sheet, link->row, link->column, _ ("the link does not say where it leads"));
        if (link->target != NULL && !leads_somewhere (run, link->target))
          lv_access_fault_at (run, sheet, link->row, link->column, _ ("the link leads nowhere"));
      }
}

static gboolean
is_decoration (gunichar c)
{
  return (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) || (c >= 0x25A0 && c <= 0x25FF)
         || (c >= 0x1F000 && c <= 0x1FFFF);
}

/** 18 */
void
lv_access_no_decoration (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    EACH_TEXT (sheet, cell)
      for (const char *p = cell->text; *p != '\0'; p = g_utf8_next_char (p))
        if (is_decoration (g_utf8_get_char (p)))
          {
            lv_access_fault_about (run, sheet, cell, _ ("has a symbol for decoration"));
            break;
          }
}

/** 36: the second line of each sheet. */
void
lv_access_sheets_say_what_is_there (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      const LvAccessCell *line = lv_access_cell (sheet, 2, 1);

      if (line == NULL || !g_str_has_prefix (line->text, run->one_table))
        lv_access_fault_at (run, sheet, 2, 1,
                            _ ("the line does not say how many tables there are and where the notes stand"));
    }
}
