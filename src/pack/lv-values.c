/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-month.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Values that need nothing but their own line and the ids of the pack. What only one kind has
 * (OTHER) is checked where that kind is read. */

static void
check_number (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  double value;

  if (!lv_number_parse_c (entry->value, &value))
    lv_reader_report (self, item, entry, _ ("“%s” is not a number; expected a number such as 13.5"),
                      entry->value);
}

static void
check_one_word (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec,
                const char *word)
{
  g_autoptr (GString) nearest = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *hint = NULL;

  if (lv_schema_has_word (spec, word))
    return;
  parts = g_strsplit (spec->words, "|", -1);
  expected = g_strjoinv (", ", parts);
  hint = lv_nearest_hint (lv_nearest_word (self, spec->words, word, nearest));
  lv_reader_report (self, item, entry, _ ("“%s” is not a word for this; expected one of %s%s"),
                    word, expected, hint);
}

static void
check_word (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  check_one_word (self, item, entry, spec, entry->value);
}

static void
check_attribute (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  LvAttribute attribute = LV_ATTRIBUTE_PRICE_LEVEL;

  while (attribute < LV_N_ATTRIBUTES - 1 && strcmp (lv_attribute_key (attribute), spec->key) != 0)
    attribute++;
  if (!lv_attribute_allowed (attribute, entry->value))
    check_one_word (self, item, entry, spec, entry->value);
}

static void
check_list (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = entry->value;
  const char *members;

  while (lv_token_next (&cursor, ';', token))
    {
      if (spec->type == LV_VALUE_WORD_LIST)
        check_one_word (self, item, entry, spec, token->str);
      else if (spec->type == LV_VALUE_CELLS_LIST)
        lv_reader_resolve_cells (self, item, entry, token->str, spec->kinds, &members);
      else if (spec->type == LV_VALUE_ID_PATTERNS && strcmp (token->str, "*") == 0)
        continue; /* all of the kinds, also none */
      else if (spec->type == LV_VALUE_ID_PATTERNS && g_str_has_suffix (token->str, ".*"))
        lv_reader_check_pattern (self, item, entry, token->str);
      else
        lv_reader_resolve (self, item, entry, token->str, spec->kinds);
    }
}

static void
check_date (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  gboolean may_be_year = spec->type == LV_VALUE_DATE_OR_YEAR;
  GDate date;
  guint year;

  if (lv_date_parse (entry->value, FALSE, &date))
    return;
  if (may_be_year && strlen (entry->value) == 4 && lv_whole_parse (entry->value, 9999, &year))
    return;
  lv_reader_report (self, item, entry,
                    may_be_year ? _ ("“%s” is not a date; expected 2026-08-01, 2026-08 or 2026")
                                : _ ("“%s” is not a date; expected 2026-08-01 or 2026-08"),
                    entry->value);
}

static void
check_month (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  int month;

  if (!lv_month_parse (entry->value, &month))
    lv_reader_report (self, item, entry,
                      _ ("“%s” is not a month; expected a month such as 2027-01"), entry->value);
}

/* "aar=2025..2029;omraade=ta" */
static void
check_axis_members (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = entry->value;

  while (lv_token_next (&cursor, ';', token))
    {
      char *equals = strchr (token->str, '=');
      g_autofree char *reason = NULL;
      LvShape shape = { 0 };
      LvPlace place;

      if (equals != NULL)
        *equals = '\0';
      shape.axis[0] = lv_reader_axis (self, item, entry, token->str);
      if (shape.axis[0] == NULL || equals == NULL)
        continue;
      shape.n = 1;
      if (!lv_place_parse (equals + 1, &shape, &place, &reason))
        lv_reader_report (self, item, entry, "%s", reason);
    }
}

static void
check_number_or_id (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  const char *members;
  double value;

  if (lv_number_parse_c (entry->value, &value) || lv_schema_has_word (spec, entry->value))
    return;
  if (g_ascii_islower (entry->value[0]))
    lv_reader_resolve_cells (self, item, entry, entry->value, spec->kinds, &members);
  else
    lv_reader_report (self, item, entry, _ ("“%s” is neither a number nor an id"), entry->value);
}

static void
check_yes_no (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  if (strcmp (entry->value, "yes") != 0 && strcmp (entry->value, "no") != 0)
    lv_reader_report (self, item, entry, _ ("“%s” is neither yes nor no"), entry->value);
}

static void
check_id (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  lv_reader_resolve (self, item, entry, entry->value, spec->kinds);
}

static void
check_word_or_id (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  if (!lv_schema_has_word (spec, entry->value))
    check_id (self, item, entry, spec);
}

static void
check_cells (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  const char *members;

  lv_reader_resolve_cells (self, item, entry, entry->value, spec->kinds, &members);
}

static void
check_axis (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec)
{
  lv_reader_axis (self, item, entry, entry->value);
}

typedef void (*Check) (LvReader *self, LvItem *item, const LvEntry *entry, const LvKeySpec *spec);

/* %NULL: text, or what is checked where the kind is read. */
static const Check checks[LV_N_VALUES] = {
  [LV_VALUE_NUMBER] = check_number,
  [LV_VALUE_NUMBER_OR_ID] = check_number_or_id,
  [LV_VALUE_YES_NO] = check_yes_no,
  [LV_VALUE_WORD] = check_word,
  [LV_VALUE_WORD_LIST] = check_list,
  [LV_VALUE_WORD_OR_ID] = check_word_or_id,
  [LV_VALUE_ATTRIBUTE] = check_attribute,
  [LV_VALUE_ID] = check_id,
  [LV_VALUE_ID_LIST] = check_list,
  [LV_VALUE_ID_PATTERNS] = check_list,
  [LV_VALUE_CELLS] = check_cells,
  [LV_VALUE_CELLS_LIST] = check_list,
  [LV_VALUE_AXIS] = check_axis,
  [LV_VALUE_AXIS_MEMBERS] = check_axis_members,
  [LV_VALUE_MONTH] = check_month,
  [LV_VALUE_DATE] = check_date,
  [LV_VALUE_DATE_OR_YEAR] = check_date,
};

/** Checks the value of every line against its type. */
void
lv_reader_check_values (LvReader *self, LvItem *item)
{
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);
      gboolean is_words;
      const LvKeySpec *spec = lv_schema_key (item->kind, entry->key, &is_words);

      if (spec == NULL || entry->value[0] == '\0' || strcmp (entry->key, "like") == 0
          || lv_reader_takes_away (item, entry))
        continue;
      if (is_words)
        lv_reader_resolve (self, item, entry, entry->value, LV_KIND_BIT (LV_KIND_WORDS));
      else if (checks[spec->type] != NULL)
        checks[spec->type](self, item, entry, spec);
    }
}
