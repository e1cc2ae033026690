/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences with numbers: [words] patterns filled from values, right for rise, fall and no change. */
#include "lv-words.h"

#include "lv-plural.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

/**
 * lv_words_value:
 * @reference: "ID", "ID@members", or "base:ID@members" for the grundprognose
 * @node: (out): what is meant
 * @value: (out): its value
 *
 * Returns: %FALSE when the reference does not name exactly one cell
 */
gboolean
lv_words_value (const char *reference, const LvState *state, const LvState *base,
                const LvNode **node, LvValue *value)
{
  gboolean of_base = g_str_has_prefix (reference, "base:");
  g_auto (GStrv) parts = g_strsplit (of_base ? reference + 5 : reference, "@", 2);
  const LvState *from = of_base ? base : state;
  g_autofree char *reason = NULL;
  gssize cell = -1;
  gssize second;
  LvPlace place;

  *node = parts[0] != NULL ? lv_model_find (lv_state_model (state), parts[0]) : NULL;
  if (*node == NULL
      || !lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (*node), &place, &reason))
    return FALSE;
  if (!lv_place_next (&place, lv_node_shape (*node), &cell))
    return FALSE;
  second = cell;
  if (lv_place_next (&place, lv_node_shape (*node), &second))
    return FALSE;
  *value = lv_state_get (from, *node, (gsize) cell);
  return TRUE;
}

/* "ID@m|sag|sager": what is meant, and (out) the forms that go with it, or %NULL */
static char *
meant_of (const char *name, const char **forms)
{
  *forms = strchr (name, '|');
  if (*forms == NULL)
    return g_strdup (name);
  (*forms)++;
  return g_strndup (name, (gsize) (*forms - name - 1));
}

static void
fill_one (GString *out, const char *name, const LvState *state, const LvState *base,
          const char *difference)
{
  const char *forms;
  g_autofree char *meant = meant_of (name, &forms);
  g_autofree char *text = NULL;
  g_autofree char *form = NULL;
  const LvNode *node;
  LvValue value;

  if (strcmp (meant, "diff") == 0)
    text = g_strdup (difference != NULL ? difference : "");
  else if (lv_words_value (meant, state, base, &node, &value))
    text = lv_text_amount (lv_model_pack (lv_state_model (state)), node, value);
  if (text == NULL)
    {
      g_string_append_printf (out, "{%s}", name);
      return;
    }
  if (forms != NULL)
    form = lv_plural_pick (forms, strlen (forms), text);
  g_string_append (out, form != NULL ? form : text);
}

/** Returns: (transfer full): @text with its {placeholders} filled */
char *
lv_words_fill_text (const char *text, const LvState *state, const LvState *base,
                    const char *difference)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      g_autofree char *name = NULL;

      if (end == NULL)
        {
          g_string_append_c (out, *p++);
          continue;
        }
      name = g_strndup (p + 1, (gsize) (end - p - 1));
      fill_one (out, name, state, base, difference);
      p = end + 1;
      /* "531 mio. kr." at the end of a sentence brings its full stop along. */
      if (*p == '.' && out->len > 0 && out->str[out->len - 1] == '.')
        p++;
    }
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full) (nullable): the first {placeholder} of @text that names no value */
char *
lv_words_wrong (const char *text, const LvState *state, const LvState *base)
{
  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{'))
    {
      const char *end = strchr (p, '}');
      g_autofree char *name = end != NULL ? g_strndup (p + 1, (gsize) (end - p - 1)) : g_strdup (p + 1);
      const char *forms;
      g_autofree char *meant = meant_of (name, &forms);
      const LvNode *node;
      LvValue value;

      if (end == NULL || !lv_words_value (meant, state, base, &node, &value))
        return g_steal_pointer (&name);
    }
  return NULL;
}

/* Direction is taken from the values as shown, so that a sentence never says "rises from 98 to 98". */
static const char *
direction (const LvNode *node, double left, double right)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (isnan (left) || isnan (right))
    return "missing";
  a = lv_text_number (node, left);
  b = lv_text_number (node, right);
  if (strcmp (a, b) == 0)
    return "same";
  return left > right ? "up" : "down";
}

/* The text that is right now; @difference: (out) (transfer full) (nullable) */
static const char *
choose (const LvItem *words, const char *compare, const LvState *state, const LvState *base, char **difference)
{
  g_auto (GStrv) sides = g_strsplit (compare, ";", 2);
  const LvNode *left;
  const LvNode *right;
  LvValue a;
  LvValue b;

  *difference = NULL;
  if (sides[0] == NULL || sides[1] == NULL
      || !lv_words_value (g_strstrip (sides[0]), state, base, &left, &a)
      || !lv_words_value (g_strstrip (sides[1]), state, base, &right, &b))
    return NULL;
  if (!isnan (a.number) && !isnan (b.number))
    *difference
        = lv_text_in_unit (lv_node_unit (left), fabs (lv_text_as_shown (left, a.number) - lv_text_as_shown (left, b.number)));
  return lv_item_get (words, direction (left, a.number, b.number));
}

static char *
fill_comparison (const LvItem *words, const char *compare, const LvState *state, const LvState *base)
{
  g_autofree char *difference = NULL;
  const char *text = choose (words, compare, state, base, &difference);

  return lv_words_fill_text (text != NULL ? text : "", state, base, difference);
}

/**
 * lv_words_pattern:
 *
 * Returns: (transfer full): the text with its {placeholders}, to be edited; of words that choose between several, the
 *   one that is right now, with the difference as it is now
 */
char *
lv_words_pattern (const LvItem *words, const LvState *state, const LvState *base)
{
  const char *compare = lv_item_get (words, "compare");
  const char *text = lv_item_get (words, "text");
  g_autofree char *difference = NULL;
  g_auto (GStrv) parts = NULL;

  if (compare != NULL)
    text = choose (words, compare, state, base, &difference);
  if (difference == NULL)
    return g_strdup (text != NULL ? text : "");
  parts = g_strsplit (text, "{diff}", -1);
  return g_strjoinv (difference, parts);
}

/**
 * lv_words_fill:
 * @words: an item of kind words
 * @state: the scenario
 * @base: the grundprognose, for {base:...}
 *
 * Returns: (transfer full): the sentence
 */
char *
lv_words_fill (const LvItem *words, const LvState *state, const LvState *base)
{
  const char *compare = lv_item_get (words, "compare");
  const char *text = lv_item_get (words, "text");

  if (compare != NULL)
    return fill_comparison (words, compare, state, base);
  return lv_words_fill_text (text != NULL ? text : "", state, base, NULL);
}
