/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What one kind of chart or card cannot do without; a / between keys means one of them. */
typedef struct
{
  const char *word;
  const char *keys;
} Need;

static const Need chart_needs[] = {
  { "columns", "series" },
  { "columns-stacked", "series" },
  { "columns-grouped", "series" },
  { "columns-share", "series" },
  { "bars", "series" },
  { "bars-stacked", "series" },
  { "bars-grouped", "series" },
  { "bars-share", "series" },
  { "lines", "series" },
  { "area", "series" },
  { "fan", "low;high" },
  { "share", "series" },
  { "slope", "series" },
  { "donut", "series" },
  { "waterfall", "series" },
  { "dumbbell", "series/a;series/b" },
  { "scatter", "x;y" },
  { "matrix", "x;y;x-levels;y-levels" },
  { "stair", "series" },
  { "tornado", "series" },
  { "timeline", "actions" },
  { "flow", "flow" },
  { NULL, NULL },
};

static const Need card_needs[] = {
  { "figures", "show" },
  { "chart", "chart" },
  { "inputs", "inputs" },
  { "table", "rows" },
  { "measures", "measures/of" },
  { "plan", "of" },
  { "goals", "of" },
  { "flow", "of" },
  { "text", "words" },
  { "spread", "cells;total;rest" },
  { "path", "rows;columns;controls" },
  { NULL, NULL },
};

static gboolean
has_one_of (const LvItem *item, const char *keys)
{
  g_autoptr (GString) key = g_string_new (NULL);

  while (lv_token_next (&keys, '/', key))
    if (lv_item_entry (item, key->str, NULL) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_needs (LvReader *self, LvItem *item, const Need *needs)
{
  const char *kind = lv_item_get (item, "kind");
  g_autoptr (GString) keys = g_string_new (NULL);
  const char *cursor = NULL;

  for (; kind != NULL && needs->word != NULL; needs++)
    if (strcmp (needs->word, kind) == 0)
      cursor = needs->keys;
  while (lv_token_next (&cursor, ';', keys))
    if (!has_one_of (item, keys->str))
      lv_reader_report (self, item, NULL, _ ("with kind=%s the key “%s” is missing"), kind,
                        keys->str);
}

static const LvAxis *
axis_of (LvReader *self, LvItem *item, const char *key)
{
  const char *id = lv_item_get (item, key);

  return id != NULL ? lv_pack_find_axis (self->pack, id) : NULL;
}

/* A member of one of the axes; without any known axis nothing can be said. */
static void
check_member (LvReader *self, LvItem *item, const LvEntry *entry, const char *id,
              const LvAxis *axis, const LvAxis *other)
{
  if (axis == NULL && other == NULL)
    return;
  if ((axis != NULL && lv_axis_find (axis, id) >= 0)
      || (other != NULL && lv_axis_find (other, id) >= 0))
    return;
  lv_reader_report (self, item, entry, _ ("“%s” is not a member of the axis %s"), id,
                    axis != NULL ? axis->id : other->id);
}

static guint
count_tokens (const LvItem *item, const char *key)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = lv_item_get (item, key);
  guint n = 0;

  while (lv_token_next (&cursor, ';', token))
    n++;
  return n;
}

/* Each band of a fan has two edges. */
static void
check_bands (LvReader *self, LvItem *item)
{
  if (g_strcmp0 (lv_item_get (item, "kind"), "fan") == 0 && lv_item_get (item, "low") != NULL
      && lv_item_get (item, "high") != NULL
      && count_tokens (item, "low") != count_tokens (item, "high"))
    lv_reader_report (self, item, lv_item_entry (item, "high", NULL),
                      _ ("a fan has as many upper edges as lower ones"));
}

static gboolean
is_listed (const LvItem *item, const char *key, const char *wanted)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = lv_item_get (item, key);

  while (lv_token_next (&cursor, ';', token))
    if (strcmp (token->str, wanted) == 0)
      return TRUE;
  return FALSE;
}

/* The sums of a waterfall are members of its axis, or series that it names itself. */
static void
check_totals (LvReader *self, LvItem *item, const LvEntry *entry, const LvAxis *axis)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = entry->value;

  if (g_strcmp0 (lv_item_get (item, "kind"), "waterfall") != 0)
    lv_reader_report (self, item, entry, _ ("only a waterfall has sums"));
  while (lv_token_next (&cursor, ';', token))
    if (!is_listed (item, "series", token->str)
        && (axis == NULL || lv_axis_find (axis, token->str) < 0))
      lv_reader_report (self, item, entry,
                        _ ("“%s” is neither a member of the axis nor one of the chart’s series"),
                        token->str);
}

static void
check_good (LvReader *self, LvItem *item, const LvEntry *entry)
{
  if (g_strcmp0 (lv_item_get (item, "kind"), "waterfall") != 0)
    lv_reader_report (self, item, entry, _ ("only a waterfall colours what is good"));
}

static void
check_corner (LvReader *self, LvItem *item, const LvEntry *entry)
{
  static const char *const corners[] = { "nw", "ne", "sw", "se", NULL };

  if (!g_strv_contains (corners, entry->argument))
    lv_reader_report (self, item, entry, _ ("“%s” is no corner; expected nw, ne, sw or se"),
                      entry->argument);
}

/** Checks what a chart says of its own axes. */
void
lv_reader_read_chart (LvReader *self, LvItem *item)
{
  const LvAxis *axis = axis_of (self, item, "axis");
  const LvAxis *split = axis_of (self, item, "split");
  g_autoptr (GString) token = g_string_new (NULL);

  check_needs (self, item, chart_needs);
  check_bands (self, item);
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);
      const char *cursor = entry->value;

      if (strcmp (entry->key, "annotate") == 0 && entry->argument != NULL)
        check_member (self, item, entry, entry->argument, axis, NULL);
      else if (strcmp (entry->key, "totals") == 0)
        check_totals (self, item, entry, axis);
      else if (strcmp (entry->key, "good") == 0)
        check_good (self, item, entry);
      else if (strcmp (entry->key, "quadrant") == 0 && entry->argument != NULL)
        check_corner (self, item, entry);
      else if (strcmp (entry->key, "from") == 0 || strcmp (entry->key, "to") == 0)
        check_member (self, item, entry, entry->value, axis, NULL);
      else if (strcmp (entry->key, "highlight") == 0)
        while (lv_token_next (&cursor, ';', token))
          check_member (self, item, entry, token->str, axis, split);
    }
}

/** Checks that a card has what its kind needs. */
void
lv_reader_read_card (LvReader *self, LvItem *item)
{
  check_needs (self, item, card_needs);
}

/* "sag|sager", behind what says the number */
static gboolean
check_forms (LvReader *self, LvItem *item, const LvEntry *entry, const char *forms)
{
  const char *bar = strchr (forms, '|');

  if (bar != NULL && strchr (bar + 1, '|') == NULL)
    return TRUE;
  lv_reader_report (self, item, entry, _ ("expected two forms, {...|one|many}"));
  return FALSE;
}

/* What stands between braces: diff, the number of an argument, or cells, perhaps of the
 * reference; and perhaps the two forms of a word that goes with it. */
static void
check_placeholder (LvReader *self, LvItem *item, const LvEntry *entry, char *text)
{
  char *bar = strchr (text, '|');
  const char *members;

  if (bar != NULL && !check_forms (self, item, entry, bar + 1))
    return;
  if (bar != NULL)
    *bar = '\0';
  if (strcmp (text, "diff") == 0
      || (text[0] != '\0' && strspn (text, "0123456789") == strlen (text)))
    return;
  if (g_str_has_prefix (text, "base:"))
    text += strlen ("base:");
  lv_reader_resolve_cells (self, item, entry, text, LV_KINDS_VALUES, &members);
}

static void
check_placeholders (LvReader *self, LvItem *item, const LvEntry *entry)
{
  const char *p = entry->value;

  while ((p = strpbrk (p, "{}")) != NULL)
    {
      gsize length = *p == '{' ? strcspn (p + 1, "{}") : 0;
      g_autofree char *text = NULL;

      if (*p == '}' || p[length + 1] != '}')
        {
          lv_reader_report (self, item, entry,
                            _ ("a brace has no partner; expected {ID@m}, {base:ID@m} or {diff}"));
          return;
        }
      text = g_strndup (p + 1, length);
      check_placeholder (self, item, entry, text);
      p += length + 2;
    }
}

/* "ID@m;ID@m", each perhaps with base: in front */
static void
check_compare (LvReader *self, LvItem *item, const LvEntry *entry)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = entry->value;
  const char *members;
  guint count = 0;

  while (lv_token_next (&cursor, ';', token))
    {
      const char *text = token->str
                         + (g_str_has_prefix (token->str, "base:") ? strlen ("base:") : 0);

      count++;
      lv_reader_resolve_cells (self, item, entry, text, LV_KINDS_VALUES, &members);
    }
  if (count != 2)
    lv_reader_report (self, item, entry, _ ("expected two values to compare, ID@m;ID@m"));
}

/** Checks words: either a text, or texts for what the values do. */
void
lv_reader_read_words (LvReader *self, LvItem *item)
{
  static const char *const texts[] = { "text", "up", "down", "same", "missing" };
  const LvEntry *compare = lv_item_entry (item, "compare", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const LvEntry *entry = lv_item_entry (item, texts[i], NULL);
      gboolean of_compare = i > 0;

      if (entry != NULL)
        check_placeholders (self, item, entry);
      if (entry != NULL && of_compare != (compare != NULL))
        lv_reader_report (
            self, item, entry,
            _ ("words have either text=, or compare= with up, down, same and missing"));
      if (entry == NULL && of_compare == (compare != NULL) && strcmp (texts[i], "missing") != 0)
        lv_reader_report (self, item, NULL, _ ("the key “%s” is missing"), texts[i]);
    }
  if (compare != NULL && compare->value[0] != '\0')
    check_compare (self, item, compare);
}
