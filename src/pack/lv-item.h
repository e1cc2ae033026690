/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The kinds of groups that packs and documents are made of. */
typedef enum
{
  LV_KIND_PACK,
  LV_KIND_SOURCE,
  LV_KIND_UNIT,
  LV_KIND_AXIS,
  LV_KIND_SERIES,
  LV_KIND_CELL,
  LV_KIND_PARAMETER,
  LV_KIND_FORMULA,
  LV_KIND_MEASURE,
  LV_KIND_POOL,
  LV_KIND_CHECK,
  LV_KIND_SOLVE,
  LV_KIND_SCENARIO,
  LV_KIND_ACTION,
  LV_KIND_GOAL,
  LV_KIND_TABLE,
  LV_KIND_ROW,
  LV_KIND_FLOW,
  LV_KIND_CHART,
  LV_KIND_PAGE,
  LV_KIND_CARD,
  LV_KIND_WORDS,
  LV_KIND_ATTACHMENT,
  LV_KIND_DOCUMENT, /* head of a user's file */
  LV_N_KINDS
} LvKind;

const char *lv_kind_name (LvKind kind);
gboolean lv_kind_parse (const char *name, LvKind *kind);

/**
 * LvEntry:
 * @key: the key's first word, before a space or @
 * @argument: (nullable): what follows it: members, or in scenarios "ID@members" or "ID.on"; in
 *   effects
 *   "TARGET@members"
 * @value: the text after =, continuation lines joined
 * @line: line in the file
 * @sign: the sign before the argument, @ or a space; 0 without argument
 *
 * One line of a group. `@koeb=51;35` has the key "" and the argument "koeb"; `set ta.vaekst=0`
 * has the
 * key "set" and the argument "ta.vaekst".
 */
typedef struct
{
  char *key;
  char *argument;
  char *value;
  guint line;
  char sign;
} LvEntry;

/**
 * LvItem:
 * @file: (transfer none): name of the file, relative to the pack
 * @line: line of the header
 * @title: (nullable) (transfer none): value of the key title, in the pack's language
 * @entries: (owned): LvEntry, in order of the file, without those inherited through like=
 * @like: (transfer none) (nullable): the item it copies from
 * @broken: something in it is wrong and reported; whoever comes later says nothing more about it
 * @local: it comes from a user's document
 * @detail: (owned) (nullable): LvSeries, LvParameter, ... according to @kind
 * @order: place among all items of the pack
 *
 * One group of a pack.
 */
typedef struct _LvItem LvItem;
struct _LvItem
{
  LvKind kind;
  char *id;
  const char *title;
  const char *file;
  guint line;
  guint order;
  GArray *entries;
  LvItem *like;
  gboolean broken;
  gboolean local;
  gpointer detail;
};

const char *lv_item_get (const LvItem *self, const char *key);
const LvEntry *lv_item_entry (const LvItem *self, const char *key, const char *argument);
char **lv_item_get_list (const LvItem *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;
char *lv_item_group (const LvItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
