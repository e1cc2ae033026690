/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parting words as Danish does where no dictionary helps: of the consonants between two vowels the last one goes to
 * the next line, and with it what begins words together: "ind-flyt-ter-grup-pe", "for-sorgs-hjem". */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-syllable.h"

#include <string.h>

/* Letters that stay together before and after a hyphen. */
#define LEAST 3

/* Consonants that begin words together. */
static const char *const onsets[] = { "bl", "br", "dr", "fl", "fr", "gl", "gr", "hj", "hv", "kl", "kn", "kr", "kv", "pl",
                                      "pr", "sk", "sl", "sm", "sp", "st", "sv", "tr", "tv" };

static gboolean
is_vowel (gunichar letter)
{
  return g_utf8_strchr ("aeiouyæøåéäöü", -1, g_unichar_tolower (letter)) != NULL;
}

static gboolean
is_consonant (gunichar letter)
{
  return g_unichar_isalpha (letter) && !is_vowel (letter);
}

static gboolean
begins_words (char first, char second)
{
  for (gsize i = 0; i < G_N_ELEMENTS (onsets); i++)
    if (g_ascii_tolower (first) == onsets[i][0] && g_ascii_tolower (second) == onsets[i][1])
      return TRUE;
  return FALSE;
}

/* The s that joins two words, as in "forsorgs-hjem" and "arbejds-marked". */
static gboolean
is_joint (const char *at, const char *first)
{
  return at > first && g_ascii_tolower (at[0]) == 's' && strchr ("dgDG", at[-1]) != NULL;
}

/* Of the consonants from @first on, before the vowel at @vowel, those that go to the next line. */
static const char *
onset (const char *first, const char *vowel)
{
  const char *at = g_utf8_prev_char (vowel);

  if (at > first && begins_words (at[-1], at[0]) && !is_joint (at - 1, first))
    at--;
  /* "be-skri-velse" */
  if (at - 1 == first && g_ascii_tolower (at[-1]) == 's' && strchr ("kpt", g_ascii_tolower (at[0])) != NULL
      && at + 1 < vowel)
    at--;
  return at;
}

/**
 * lv_syllable_next:
 * @word: the word
 * @from: where it was parted last, or @word
 * @end: its end
 *
 * Returns: the next place in the word where it may be parted; @end when there is none
 */
const char *
lv_syllable_next (const char *word, const char *from, const char *end)
{
  const char *first = NULL; /* of the consonants after a vowel */
  gboolean vowel_before = FALSE;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (is_vowel (letter) && first != NULL)
        {
          const char *at = onset (first, p);

          if (at > from && g_utf8_strlen (word, at - word) >= LEAST && g_utf8_strlen (at, end - at) >= LEAST)
            return at;
        }
      if (is_consonant (letter))
        first = first == NULL && vowel_before ? p : first;
      else
        first = NULL;
      vowel_before = is_vowel (letter);
    }
  return end;
}
