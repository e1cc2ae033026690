/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-side.h"

G_BEGIN_DECLS

/** How a value lies to that of the first side, as a reader sees it. */
typedef enum
{
  LV_COMPARE_SAME,    /* the same to 15 digits */
  LV_COMPARE_UP,      /* more */
  LV_COMPARE_DOWN,    /* less */
  LV_COMPARE_UNSEEN,  /* they differ, but by less than the numbers on the page show */
  LV_COMPARE_OTHER,   /* another member, month, on or off: it differs, and has no difference */
  LV_COMPARE_MISSING, /* one of them is missing, or the side does not have it */
} LvCompareWay;

/**
 * LvCompareCell:
 * @value: the side's; absent where the side does not have it
 * @exact: value - the first side's, from the numbers with all their digits; NaN when there is none
 * @shown: the same from the numbers as they are shown, so that a reader can check it
 * @rounded: @exact is shown as another number than @shown
 */
typedef struct
{
  LvValue value;
  double exact;
  double shown;
  gboolean rounded;
  LvCompareWay way;
} LvCompareCell;

/**
 * LvCompareRow:
 * @node, @cell: what is compared, in the model of the first side that has it
 * @title: "Merforbrug, 2029"
 * @cells: one for each side
 */
typedef struct
{
  const LvNode *node;
  gsize cell;
  char *title;
  LvCompareCell cells[LV_MAX_SIDES];
} LvCompareRow;

/**
 * LvCompareInput:
 * @kind: what the input belongs to
 * @item: the parameter, series, measure or action
 * @node, @cell: (nullable): the input; %NULL for an action
 * @property: (nullable): on, scale or delay of a measure, start or end of an action
 * @title: "Loeft pr. år, 2027"
 * @values: for each side; absent where the side does not have it
 * @dates: actions: (nullable): the date on each side
 * @said: for each side, whether its scenario says it
 * @because: for each side, (nullable): the reason that a user gave
 */
typedef struct
{
  LvCauseKind kind;
  const LvItem *item;
  const LvNode *node;
  gsize cell;
  const char *property;
  char *title;
  LvValue values[LV_MAX_SIDES];
  const char *dates[LV_MAX_SIDES];
  gboolean said[LV_MAX_SIDES];
  const char *because[LV_MAX_SIDES];
} LvCompareInput;

/**
 * LvCompare:
 *
 * Two to six sides beside each other; differences are to the first.
 */
typedef struct
{
  guint n;
  LvSide sides[LV_MAX_SIDES];
  GPtrArray *rows; /* LvCompareRow, in the order in which they were asked for */
} LvCompare;

LvCompare *lv_compare_new (const LvSide *sides, guint n) G_GNUC_WARN_UNUSED_RESULT;
void lv_compare_free (LvCompare *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvCompare, lv_compare_free)

void lv_compare_add (LvCompare *self, const LvNode *node, const LvPlace *place);
void lv_compare_add_heads (LvCompare *self);
GPtrArray *lv_compare_inputs (const LvCompare *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean lv_compare_input_is_view (const LvCompareInput *input);
char *lv_compare_difference (const LvCompare *self, const LvCompareRow *row, guint side)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_compare_sentence (const LvCompare *self, const LvCompareRow *row, guint side)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_compare_input_text (const LvCompare *self, const LvCompareInput *input, guint side)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
