/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-schema.h"

#include <string.h>

static const char *const type_names[LV_N_VALUES] = {
  [LV_VALUE_TEXT] = "text",
  [LV_VALUE_NUMBER] = "number",
  [LV_VALUE_NUMBERS] = "numbers",
  [LV_VALUE_NUMBER_OR_ID] = "number or id",
  [LV_VALUE_YES_NO] = "yes or no",
  [LV_VALUE_WORD] = "word",
  [LV_VALUE_WORD_LIST] = "words",
  [LV_VALUE_WORD_OR_ID] = "word or id",
  [LV_VALUE_ATTRIBUTE] = "word",
  [LV_VALUE_ID] = "id",
  [LV_VALUE_ID_LIST] = "ids",
  [LV_VALUE_ID_PATTERNS] = "ids or patterns",
  [LV_VALUE_CELLS] = "id@m",
  [LV_VALUE_CELLS_LIST] = "list of id@m",
  [LV_VALUE_UNIT] = "unit",
  [LV_VALUE_FACTOR] = "factor",
  [LV_VALUE_AXIS] = "axis",
  [LV_VALUE_AXES] = "axes",
  [LV_VALUE_AXIS_MEMBERS] = "axis=members",
  [LV_VALUE_MONTH] = "month",
  [LV_VALUE_DATE] = "date",
  [LV_VALUE_DATE_OR_YEAR] = "date or year",
  [LV_VALUE_EXPRESSION] = "expression",
  [LV_VALUE_OTHER] = "as described",
};

/** Returns: (transfer none): what the documentation calls @type */
const char *
lv_value_type_name (LvValueType type)
{
  g_return_val_if_fail (type < LV_N_VALUES, "");
  return type_names[type];
}

static const LvKindSpec *
find_kind (const LvKindSpec *specs, LvKind kind)
{
  for (; specs->help != NULL; specs++)
    if (specs->kind == kind)
      return specs;
  return NULL;
}

/** Returns: (transfer none): the table of @kind */
const LvKindSpec *
lv_schema_kind (LvKind kind)
{
  const LvKindSpec *spec = find_kind (lv_schema_model_kinds, kind);

  return spec != NULL ? spec : find_kind (lv_schema_page_kinds, kind);
}

static const LvKeySpec *
find_key (const LvKindSpec *spec, const char *key, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spec->keys) && spec->keys[i] != NULL; i++)
    for (const LvKeySpec *candidate = spec->keys[i]; candidate->key != NULL; candidate++)
      if (strncmp (candidate->key, key, length) == 0 && candidate->key[length] == '\0')
        return candidate;
  return NULL;
}

/**
 * lv_schema_key:
 * @is_words: (out): whether @key is a text's key with -words behind, which names words instead
 *
 * Returns: (transfer none) (nullable): the row of the table
 */
const LvKeySpec *
lv_schema_key (LvKind kind, const char *key, gboolean *is_words)
{
  const LvKindSpec *kind_spec = lv_schema_kind (kind);
  gsize length = strlen (key);
  const LvKeySpec *spec = find_key (kind_spec, key, length);

  *is_words = FALSE;
  if (spec != NULL || !g_str_has_suffix (key, "-words"))
    return spec;
  spec = find_key (kind_spec, key, length - strlen ("-words"));
  if (spec == NULL || spec->type != LV_VALUE_TEXT || length == strlen ("-words"))
    return NULL;
  *is_words = TRUE;
  return spec;
}

/** Returns: whether the key's words hold @word */
gboolean
lv_schema_has_word (const LvKeySpec *spec, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = spec->words; p != NULL && length > 0; p = strchr (p, '|'))
    {
      if (*p == '|')
        p++;
      if (strncmp (p, word, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}
