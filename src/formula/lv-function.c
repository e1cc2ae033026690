/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-function.h"

#include <string.h>

#define V LV_ARG_VALUE
#define A LV_ARG_AXIS
#define ANY 255

/* Comparisons are made at 15 significant digits, here as in the application: ROUND(a-b; digits) would
 * not do for numbers of any size, so both sides go through text of 15 digits, which is what a
 * spreadsheet's own = does. */
static const LvFunction table[] = {
  { "+", LV_FN_ADD, LV_RULE_SAME, 2, 2, { V, V }, V, 5, "%1+%2" },
  { "-", LV_FN_SUBTRACT, LV_RULE_SAME, 2, 2, { V, V }, V, 5, "%1-%2" },
  { "*", LV_FN_MULTIPLY, LV_RULE_PRODUCT, 2, 2, { V, V }, V, 6, "%1*%2" },
  { "/", LV_FN_DIVIDE, LV_RULE_PRODUCT, 2, 2, { V, V }, V, 6, "IF(%2=0,NA(),%1/%2)" },
  { "^", LV_FN_POWER, LV_RULE_POWER, 2, 2, { V, V }, V, 8, "IFERROR(%1^%2,NA())" },
  { "neg", LV_FN_NEGATE, LV_RULE_PASS, 1, 1, { V }, V, 7, "-%1" },
  { "=", LV_FN_EQUAL, LV_RULE_COMPARE, 2, 2, { V, V }, V, 4, "%1=%2" },
  { "<>", LV_FN_UNEQUAL, LV_RULE_COMPARE, 2, 2, { V, V }, V, 4, "%1<>%2" },
  { "<", LV_FN_LESS, LV_RULE_COMPARE, 2, 2, { V, V }, V, 4, "%1<%2" },
  { "<=", LV_FN_LESS_EQUAL, LV_RULE_COMPARE, 2, 2, { V, V }, V, 4, "%1<=%2" },
  { ">", LV_FN_GREATER, LV_RULE_COMPARE, 2, 2, { V, V }, V, 4, "%1>%2" },
  { ">=", LV_FN_GREATER_EQUAL, LV_RULE_COMPARE, 2, 2, { V, V }, V, 4, "%1>=%2" },
  { "and", LV_FN_AND, LV_RULE_LOGIC, 2, 2, { V, V }, V, 2, "AND(%1,%2)" },
  { "or", LV_FN_OR, LV_RULE_LOGIC, 2, 2, { V, V }, V, 1, "OR(%1,%2)" },
  { "not", LV_FN_NOT, LV_RULE_LOGIC, 1, 1, { V }, V, 3, "NOT(%1)" },
  { "abs", LV_FN_ABS, LV_RULE_PASS, 1, 1, { V }, V, 0, "ABS(%1)" },
  { "min", LV_FN_MIN, LV_RULE_SAME, 2, 2, { V, V }, V, 0, "MIN(%1,%2)" },
  { "max", LV_FN_MAX, LV_RULE_SAME, 2, 2, { V, V }, V, 0, "MAX(%1,%2)" },
  { "clamp", LV_FN_CLAMP, LV_RULE_SAME, 3, 3, { V, V, V }, V, 0, "MAX(%2,MIN(%3,%1))" },
  { "if", LV_FN_IF, LV_RULE_IF, 3, 3, { V, V, V }, V, 0, "IF(%1,%2,%3)" },
  { "round", LV_FN_ROUND, LV_RULE_ROUND, 2, 2, { V, V }, V, 0, "IF(%2=0,NA(),ROUND(%1/%2,0)*%2)" },
  { "otherwise", LV_FN_OTHERWISE, LV_RULE_SAME, 2, 2, { V, V }, V, 0, "IF(ISNA(%1),%2,%1)" },
  { "known", LV_FN_KNOWN, LV_RULE_KNOWN, 1, 1, { V }, V, 0, "NOT(ISNA(%1))" },
  { "sum", LV_FN_SUM, LV_RULE_REDUCE, 2, 2, { V, A }, V, 0, NULL },
  { "mean", LV_FN_MEAN, LV_RULE_REDUCE, 2, 2, { V, A }, V, 0, NULL },
  { "median", LV_FN_MEDIAN, LV_RULE_REDUCE, 2, 2, { V, A }, V, 0, NULL },
  { "smallest", LV_FN_SMALLEST, LV_RULE_REDUCE, 2, 2, { V, A }, V, 0, NULL },
  { "largest", LV_FN_LARGEST, LV_RULE_REDUCE, 2, 2, { V, A }, V, 0, NULL },
  { "count", LV_FN_COUNT, LV_RULE_REDUCE_PLAIN, 2, 2, { V, A }, V, 0, NULL },
  { "share", LV_FN_SHARE, LV_RULE_ALONG_PLAIN, 2, 2, { V, A }, V, 0, NULL },
  { "rank", LV_FN_RANK, LV_RULE_ALONG_PLAIN, 2, 2, { V, A }, V, 0, NULL },
  { "at", LV_FN_AT, LV_RULE_AT, 1, 1, { V }, LV_ARG_SELECTOR, 0, NULL },
  { "lookup", LV_FN_LOOKUP, LV_RULE_LOOKUP, 3, 3, { V, V, V }, V, 0, NULL },
  { "position", LV_FN_POSITION, LV_RULE_POSITION, 1, 2, { A, A }, A, 0, NULL },
  { "step", LV_FN_STEP, LV_RULE_STEP, 1, 1, { A }, A, 0, NULL },
  { "days", LV_FN_DAYS, LV_RULE_DAYS, 1, 1, { A }, A, 0, NULL },
  { "prev", LV_FN_PREV, LV_RULE_PREV, 1, ANY, { V, V, A }, A, 0, NULL },
  { "lag", LV_FN_LAG, LV_RULE_STEPS, 2, 4, { V, V, V }, A, 0, NULL },
  { "window", LV_FN_WINDOW, LV_RULE_STEPS, 2, 3, { V, V, A }, A, 0, NULL },
  { "cumulate", LV_FN_CUMULATE, LV_RULE_CUMULATE, 1, 2, { V, A }, A, 0, NULL },
  { "total", LV_FN_TOTAL, LV_RULE_REDUCE, 2, 2, { V, A }, A, 0, NULL },
  { "last", LV_FN_LAST, LV_RULE_REDUCE, 2, 2, { V, A }, A, 0, NULL },
  { "monthly", LV_FN_MONTHLY, LV_RULE_MONTHLY, 1, 1, { V }, V, 0, NULL },
  { "change", LV_FN_CHANGE, LV_RULE_PASS, 1, 1, { V }, V, 0, NULL },
  { "measures", LV_FN_MEASURES, LV_RULE_PASS, 1, 1, { LV_ARG_TARGET }, V, 0, NULL },
  { "printed", LV_FN_PRINTED, LV_RULE_PASS, 1, 1, { LV_ARG_SERIES }, V, 0, NULL },
  { "phase", LV_FN_PHASE, LV_RULE_PHASE, 1, 1, { LV_ARG_MEASURE }, V, 0, NULL },
  { "reprice", LV_FN_REPRICE, LV_RULE_REPRICE, 2, 2, { V, LV_ARG_YEAR }, V, 0, NULL },
  { "effect", LV_FN_EFFECT, LV_RULE_PASS, 1, 1, { LV_ARG_EFFECT }, V, 0, NULL },
  { "alone", LV_FN_ALONE, LV_RULE_PASS, 1, 1, { LV_ARG_EFFECT }, V, 0, NULL },
  { "overlap", LV_FN_OVERLAP, LV_RULE_PASS, 1, 1, { LV_ARG_POOL }, V, 0, NULL },
  { "#shift", LV_FN_SHIFT, LV_RULE_PASS, 2, 2, { V, V }, V, 0, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (table) == LV_N_FUNCTIONS);

/** Returns: (transfer none) (nullable): the function or operator called @name */
const LvFunction *
lv_function_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].name, name) == 0)
      return &table[i];
  return NULL;
}

/** Returns: (transfer none): the row of @fn */
const LvFunction *
lv_function_get (LvFn fn)
{
  g_return_val_if_fail (fn < LV_N_FUNCTIONS, NULL);
  return &table[fn];
}

/** Returns: what argument number @index is, from 0 */
LvArgRole
lv_function_role (const LvFunction *self, guint index)
{
  if (index < self->most && index < G_N_ELEMENTS (self->roles))
    return (LvArgRole) self->roles[index];
  return (LvArgRole) self->rest;
}
