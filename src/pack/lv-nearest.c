/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names that are compared at most: a hint is not worth a second of anybody's time. */
#define MAX_SEARCHES 200000u
#define MAX_LENGTH 80

/* How many letters must be changed to make a from b (Levenshtein), or more than @limit. */
static guint
distance (const char *a, const char *b, guint limit)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);
  guint row[MAX_LENGTH + 1];

  if (length_a > MAX_LENGTH || length_b > MAX_LENGTH
      || (length_a > length_b ? length_a - length_b : length_b - length_a) > limit)
    return limit + 1;
  for (guint j = 0; j <= length_b; j++)
    row[j] = j;
  for (guint i = 1; i <= length_a; i++)
    {
      guint diagonal = row[0];
      guint least = row[0] = i;

      for (guint j = 1; j <= length_b; j++)
        {
          guint above = row[j];
          guint replaced = diagonal + (a[i - 1] != b[j - 1]);

          row[j] = MIN (MIN (above, row[j - 1]) + 1, replaced);
          least = MIN (least, row[j]);
          diagonal = above;
        }
      if (least > limit)
        return limit + 1;
    }
  return row[length_b];
}

/* Remembers @candidate when it is nearer than what was found before. */
static void
consider (const char *name, const char *candidate, const char **nearest, guint *limit)
{
  guint found;

  if (*limit == 0)
    return;
  found = distance (name, candidate, *limit - 1);
  if (found < *limit)
    {
      *limit = found;
      *nearest = candidate;
    }
}

/* The limit to begin with: none at all when the problem will not be kept. */
static guint
start_limit (const LvReader *self, const char *name)
{
  if (lv_problems_count (self->problems) > lv_problems_kept (self->problems))
    return 0;
  return (guint) MIN (strlen (name) / 3 + 1, 4) + 1;
}

/** Returns: (transfer none) (nullable): the key of @kind that @key may be meant to be */
const char *
lv_nearest_key (const LvReader *self, LvKind kind, const char *key)
{
  const LvKindSpec *spec = lv_schema_kind (kind);
  const char *nearest = NULL;
  guint limit = start_limit (self, key);

  for (gsize i = 0; i < G_N_ELEMENTS (spec->keys) && spec->keys[i] != NULL; i++)
    for (const LvKeySpec *candidate = spec->keys[i]; candidate->key != NULL; candidate++)
      if (candidate->key[0] != '\0')
        consider (key, candidate->key, &nearest, &limit);
  return nearest;
}

/** Returns: (transfer none) (nullable): the kind that @name may be meant to be */
const char *
lv_nearest_kind (const LvReader *self, const char *name)
{
  const char *nearest = NULL;
  guint limit = start_limit (self, name);

  for (guint i = 0; i < LV_N_KINDS; i++)
    consider (name, lv_kind_name ((LvKind) i), &nearest, &limit);
  return nearest;
}

/** Returns: (transfer none) (nullable): the key of @ids that @id may be meant to be */
const char *
lv_nearest_id (LvReader *self, GHashTable *ids, const char *id)
{
  const char *nearest = NULL;
  guint limit = start_limit (self, id);
  GHashTableIter iter;
  gpointer candidate;

  if (limit == 0 || self->searches + g_hash_table_size (ids) > MAX_SEARCHES)
    return NULL;
  self->searches += g_hash_table_size (ids);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &candidate, NULL))
    {
      guint before = limit;

      /* Of equally near names the first in the alphabet: the order of a table is chance. */
      if (nearest != NULL && strcmp (candidate, nearest) < 0)
        limit++;
      consider (id, candidate, &nearest, &limit);
      limit = MIN (limit, before);
    }
  return nearest;
}

/** Returns: (transfer none) (nullable): in @found, the one of @words that @word may mean */
const char *
lv_nearest_word (const LvReader *self, const char *words, const char *word, GString *found)
{
  g_autoptr (GString) token = g_string_new (NULL);
  guint limit = start_limit (self, word);
  const char *nearest = NULL;

  while (lv_token_next (&words, '|', token))
    {
      const char *before = nearest;

      consider (word, token->str, &nearest, &limit);
      if (nearest != before)
        g_string_assign (found, token->str);
      nearest = found->len > 0 ? found->str : NULL;
    }
  return nearest;
}

/** Returns: (transfer full): the end of a sentence that asks whether @name was meant, or nothing */
char *
lv_nearest_hint (const char *name)
{
  return name != NULL ? g_strdup_printf (_ ("; did you mean “%s”?"), name) : g_strdup ("");
}
