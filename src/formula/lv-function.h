/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Every operator and function of the expression language. */
typedef enum
{
  LV_FN_ADD,
  LV_FN_SUBTRACT,
  LV_FN_MULTIPLY,
  LV_FN_DIVIDE,
  LV_FN_POWER,
  LV_FN_NEGATE,
  LV_FN_EQUAL,
  LV_FN_UNEQUAL,
  LV_FN_LESS,
  LV_FN_LESS_EQUAL,
  LV_FN_GREATER,
  LV_FN_GREATER_EQUAL,
  LV_FN_AND,
  LV_FN_OR,
  LV_FN_NOT,
  LV_FN_ABS,
  LV_FN_MIN,
  LV_FN_MAX,
  LV_FN_CLAMP,
  LV_FN_IF,
  LV_FN_ROUND,
  LV_FN_OTHERWISE,
  LV_FN_KNOWN,
  LV_FN_SUM,
  LV_FN_MEAN,
  LV_FN_MEDIAN,
  LV_FN_SMALLEST,
  LV_FN_LARGEST,
  LV_FN_COUNT,
  LV_FN_SHARE,
  LV_FN_RANK,
  LV_FN_AT,
  LV_FN_LOOKUP,
  LV_FN_POSITION,
  LV_FN_STEP,
  LV_FN_DAYS,
  LV_FN_PREV,
  LV_FN_LAG,
  LV_FN_WINDOW,
  LV_FN_CUMULATE,
  LV_FN_TOTAL,
  LV_FN_LAST,
  LV_FN_MONTHLY,
  LV_FN_CHANGE,
  LV_FN_MEASURES,
  LV_FN_PRINTED,
  LV_FN_PHASE,
  LV_FN_REPRICE,
  LV_FN_EFFECT,  /* these three become references to what a measure or a pool computes */
  LV_FN_ALONE,
  LV_FN_OVERLAP,
  LV_FN_SHIFT, /* not in packs: a measure's effect moved by its delay */
  LV_N_FUNCTIONS
} LvFn;

/** What an argument is. */
typedef enum
{
  LV_ARG_VALUE,
  LV_ARG_AXIS,
  LV_ARG_MEASURE,
  LV_ARG_EFFECT,   /* a measure that has an effect */
  LV_ARG_POOL,
  LV_ARG_TARGET,   /* a formula that measures may move */
  LV_ARG_SERIES,
  LV_ARG_SELECTOR, /* axis=member */
  LV_ARG_YEAR,     /* a literal year */
} LvArgRole;

/** How the type of a call follows from its arguments. */
typedef enum
{
  LV_RULE_SAME,       /* all arguments alike, so is the result */
  LV_RULE_PRODUCT,
  LV_RULE_POWER,
  LV_RULE_COMPARE,
  LV_RULE_LOGIC,
  LV_RULE_IF,
  LV_RULE_ROUND,
  LV_RULE_KNOWN,
  LV_RULE_REDUCE,     /* along one axis, or months to years */
  LV_RULE_REDUCE_PLAIN, /* same, to a plain number */
  LV_RULE_ALONG_PLAIN,  /* keeps the axis, gives a plain number */
  LV_RULE_AT,
  LV_RULE_LOOKUP,
  LV_RULE_POSITION,
  LV_RULE_STEP,
  LV_RULE_DAYS,
  LV_RULE_PREV,
  LV_RULE_STEPS,      /* lag, window: value and a number of steps */
  LV_RULE_CUMULATE,
  LV_RULE_MONTHLY,
  LV_RULE_PASS,       /* type of the first argument */
  LV_RULE_PHASE,
  LV_RULE_REPRICE,
} LvRule;

/**
 * LvFunction:
 * @name: as written in packs; an operator's sign
 * @fn: which one
 * @rule: its type rule
 * @least, @most: number of arguments; @most 255 is any
 * @roles: what the first arguments are
 * @rest: what the others are
 * @priority: of an operator, 0 for functions
 * @sheet: (nullable): the form in a spreadsheet where one cell is made of the same cell of each
 *   argument, %1 and so on; %NULL where the exporter builds ranges. Missing is NA() there, which every
 *   form passes on by itself.
 *
 * One row of the one table of functions.
 */
struct _LvFunction
{
  const char *name;
  LvFn fn;
  LvRule rule;
  guint8 least;
  guint8 most;
  guint8 roles[3];
  guint8 rest;
  guint8 priority;
  const char *sheet;
};
typedef struct _LvFunction LvFunction;

const LvFunction *lv_function_find (const char *name);
const LvFunction *lv_function_get (LvFn fn);
LvArgRole lv_function_role (const LvFunction *self, guint index);

G_END_DECLS
