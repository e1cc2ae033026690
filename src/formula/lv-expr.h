/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-attributes.h"
#include "lv-function.h"
#include "lv-shape.h"

G_BEGIN_DECLS

typedef struct _LvExpr LvExpr;

typedef enum
{
  LV_EXPR_NUMBER,
  LV_EXPR_REFERENCE, /* a series, parameter, formula, or an axis or measure where a function wants one */
  LV_EXPR_CALL,      /* operators are calls of functions named by their sign */
} LvExprKind;

/**
 * LvSelector:
 * @axis: id of the axis
 * @member: (nullable): the member, when it is fixed
 * @parameter: (nullable): id of a parameter that holds the member
 * @found_axis: (transfer none) (nullable): set by the one who resolves it
 * @found_member: its index, when it is fixed
 * @target: (transfer none) (nullable): what the parameter's id means
 *
 * One named argument of at(): aar="2029" or aar=vis.budgetaar.
 */
typedef struct
{
  char *axis;
  char *member;
  char *parameter;
  const LvAxis *found_axis;
  guint found_member;
  gpointer target;
} LvSelector;

/**
 * LvType:
 *
 * What is known about the value of an expression before anything is computed.
 *
 * @shape: the axes it runs along
 * @is_switch: it is true or false
 * @is_zero: it is the literal 0, which fits every unit
 * @is_product: its basis, purse and type come through a multiplication, so that a formula may declare
 *   another (a refund rate turns brutto into netto)
 * @is_difference: it is a difference, so that a formula may declare pct.-point
 */
typedef struct
{
  LvShape shape;
  LvDimension dimension;
  LvFactor factor;
  LvAttributes attributes;
  gboolean is_switch;
  gboolean is_zero;
  gboolean is_product;
  gboolean is_difference;
} LvType;

/**
 * LvExpr:
 * @position: byte offset in the text it was parsed from
 * @bracketed: it stood in brackets, so that it can't be misread
 * @number: LV_EXPR_NUMBER: the value
 * @id: LV_EXPR_NUMBER: (nullable): its unit; LV_EXPR_REFERENCE: what is referred to
 * @function: LV_EXPR_CALL: (transfer none): from the table of functions
 * @args: (owned): LvExpr, operands in order
 * @selectors: (owned) (nullable): LvSelector, of at()
 * @target: (transfer none) (nullable): LV_EXPR_REFERENCE: set by the one who resolves it
 * @type: set by the type check
 */
struct _LvExpr
{
  LvExprKind kind;
  guint position;
  gboolean bracketed;
  double number;
  char *id;
  const LvFunction *function;
  GPtrArray *args;
  GPtrArray *selectors;
  gpointer target;
  LvType type;
};

/**
 * LvUnitTest:
 *
 * Tells the parser whether a word after a number is a unit. Unit ids have a space of their own, so
 * only the pack knows.
 */
typedef gboolean (*LvUnitTest) (const char *id, gpointer user_data);

LvExpr *lv_expr_parse (const char *text, LvUnitTest is_unit, gpointer user_data, guint *position,
                       char **reason) G_GNUC_WARN_UNUSED_RESULT;
LvExpr *lv_expr_new_number (double number, const char *unit) G_GNUC_WARN_UNUSED_RESULT;
LvExpr *lv_expr_new_reference (const char *id) G_GNUC_WARN_UNUSED_RESULT;
LvExpr *lv_expr_new_call (const char *function, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
LvExpr *lv_expr_copy (const LvExpr *self) G_GNUC_WARN_UNUSED_RESULT;
void lv_expr_become_reference (LvExpr *self, const char *id);
void lv_expr_free (LvExpr *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvExpr, lv_expr_free)
const LvExpr *lv_expr_arg (const LvExpr *self, guint index);
guint lv_expr_n_args (const LvExpr *self);
char *lv_expr_to_string (const LvExpr *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
