/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking for something by some of its words, in any order, by any part of them: half of a Danish word may be what
 * somebody looks for. */
#include "lv-search-words.h"

#include <string.h>

/**
 * lv_search_fold:
 *
 * Returns: (transfer full): @text so that it can be looked in: small letters, and æ, ø, å also as the ids of a pack
 *   write them
 */
char *
lv_search_fold (const char *text)
{
  static const char *const letters[][2] = { { "æ", "ae" }, { "ø", "oe" }, { "å", "aa" } };
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *small = composed != NULL ? g_utf8_casefold (composed, -1) : g_strdup ("");
  GString *out = g_string_new (small);

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    g_string_replace (out, letters[i][0], letters[i][1], 0);
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): the words that are looked for, folded; none for an empty search */
char **
lv_search_words (const char *text)
{
  g_autofree char *folded = lv_search_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/** Returns: whether each of @words is somewhere in @folded, which lv_search_fold() made */
gboolean
lv_search_matches (const char *const *words, const char *folded)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
