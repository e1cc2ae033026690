/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-expr.h"

G_BEGIN_DECLS

typedef struct _LvTyping LvTyping;

/**
 * LvTyping:
 * @units: the pack's units
 * @kr: index of the dimension of money, or -1: what has it is an amount
 * @fixed: axes that the piece of a formula fixes to one member; a reference loses them
 * @across: (nullable): attributes that may be mixed, one flag each
 * @has_price_index: whether reprice() has something to work with
 * @has_price_year: (nullable): whether the price index covers a year; only asked when there is one
 * @type_of: the type of a resolved reference
 * @measure_shape: the axes of a measure
 * @months_of: the axis of months that rolls up to an axis of years, or %NULL; for phase(), with %NULL,
 *   the pack's only axis of months
 * @report: told of each fault: byte offset, sentence and @report_data
 *
 * What the type check needs to know from outside.
 */
struct _LvTyping
{
  LvUnits *units;
  int kr;
  LvAxes fixed;
  const gboolean *across;
  gboolean has_price_index;
  gboolean (*has_price_year) (const char *year, gpointer user_data);
  const LvType *(*type_of) (gpointer target, gpointer user_data);
  const LvShape *(*measure_shape) (gpointer target, gpointer user_data);
  const LvAxis *(*months_of) (const LvAxis *years, gpointer user_data);
  void (*report) (guint position, const char *text, gpointer user_data);
  gpointer user_data;
  gpointer report_data;
};

void lv_expr_infer_shape (LvExpr *expr, const LvTyping *typing);
gboolean lv_expr_check (LvExpr *expr, const LvTyping *typing);
gboolean lv_type_fits (const LvType *type, const LvUnit *unit, const LvAttributes *declared,
                       const LvTyping *typing, guint position);
const LvAxis *lv_expr_axis (const LvExpr *call, const LvTyping *typing);
double lv_expr_steps (const LvExpr *call, const LvAxis *axis);
void lv_shape_unite (LvShape *shape, const LvShape *other);

G_END_DECLS
