/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-item.h"

G_BEGIN_DECLS

/** Sets of kinds are bit sets. */
#define LV_KIND_BIT(kind) (1u << (kind))
#define LV_KINDS_ANY (~0u)
#define LV_KINDS_VALUES \
  (LV_KIND_BIT (LV_KIND_SERIES) | LV_KIND_BIT (LV_KIND_PARAMETER) | LV_KIND_BIT (LV_KIND_FORMULA))

/** What may stand after = in a line. */
typedef enum
{
  LV_VALUE_TEXT,
  LV_VALUE_NUMBER,
  LV_VALUE_NUMBERS,      /* numbers, ?, - or nothing, with semicolons */
  LV_VALUE_NUMBER_OR_ID, /* or one of the words */
  LV_VALUE_YES_NO,
  LV_VALUE_WORD,         /* one of the words */
  LV_VALUE_WORD_LIST,
  LV_VALUE_WORD_OR_ID,
  LV_VALUE_ATTRIBUTE,    /* one of the words of lv-attributes.c */
  LV_VALUE_ID,
  LV_VALUE_ID_LIST,
  LV_VALUE_ID_PATTERNS,  /* ids, or "a.*" for all ids that begin so */
  LV_VALUE_CELLS,        /* ID or ID@members */
  LV_VALUE_CELLS_LIST,
  LV_VALUE_UNIT,
  LV_VALUE_FACTOR,
  LV_VALUE_AXIS,
  LV_VALUE_AXES,
  LV_VALUE_AXIS_MEMBERS, /* AXIS=members, with semicolons */
  LV_VALUE_MONTH,
  LV_VALUE_DATE,         /* a day or a month */
  LV_VALUE_DATE_OR_YEAR,
  LV_VALUE_EXPRESSION,
  LV_VALUE_OTHER,        /* described by its own words */
  LV_N_VALUES
} LvValueType;

typedef enum
{
  LV_KEY_REQUIRED = 1 << 0,
  LV_KEY_REPEATABLE = 1 << 1,
  LV_KEY_MAY_BE_EMPTY = 1 << 2,
} LvKeyFlags;

/**
 * LvKeySpec:
 * @key: as in the file; "" for lines that begin with @
 * @argument: (nullable): how the argument is written, beginning with the sign before it (@ or a
 *   space); a ? in front says that it may be left out
 * @words: (nullable): the words that are allowed, with | between
 * @kinds: kinds that an id may have
 * @help: one line for the documentation
 *
 * One key of one kind of group.
 */
typedef struct
{
  const char *key;
  LvValueType type;
  LvKeyFlags flags;
  const char *argument;
  const char *words;
  guint kinds;
  const char *help;
} LvKeySpec;

/**
 * LvKindSpec:
 * @help: what the kind is
 * @keys: (array zero-terminated=1): parts of its table, each ended by a key that is %NULL
 */
typedef struct
{
  LvKind kind;
  const char *help;
  const LvKeySpec *keys[5];
} LvKindSpec;

extern const LvKindSpec lv_schema_model_kinds[];
extern const LvKindSpec lv_schema_page_kinds[];

const LvKindSpec *lv_schema_kind (LvKind kind);
const LvKeySpec *lv_schema_key (LvKind kind, const char *key, gboolean *is_words);
const char *lv_value_type_name (LvValueType type);
gboolean lv_schema_has_word (const LvKeySpec *spec, const char *word);

G_END_DECLS
