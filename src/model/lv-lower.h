/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-model-private.h"

G_BEGIN_DECLS

/**
 * Lower:
 * @reference: whether the reference is being lowered, where change() and measures() are 0
 * @fixed: axes that the piece fixes, to @member (by the node's axes)
 * @lag: in a loop, how many members behind the current one operands are read
 *
 * Where lowering stands.
 */
typedef struct
{
  LvModel *model;
  LvBlock *block;
  LvNode *node;
  gboolean reference;
  LvAxes fixed;
  gint16 member[LV_MAX_TERM_AXES];
  int lag;
} Lower;

LvOp *lv_lower_emit (Lower *self, guint code, const LvShape *shape);
LvOperand lv_operand (guint slot);
LvOperand lv_lower_node (const Lower *self, LvNode *node);
LvOperand lv_lower_result (const Lower *self, const LvOp *op);
LvOperand lv_lower_convert (Lower *self, LvOperand operand, const LvShape *shape, LvFactor from,
                            LvFactor to);
LvOperand lv_lower_as (Lower *self, const LvExpr *expr, LvFactor factor);
LvOperand lv_lower_constant (Lower *self, const LvShape *shape, double number);
LvOperand lv_lower_expr (Lower *self, const LvExpr *expr);
LvOperand lv_lower_call (Lower *self, const LvExpr *call);
LvOperand lv_lower_change (Lower *self, const LvExpr *x);
LvOperand lv_lower_measures (Lower *self, const LvExpr *call);

G_END_DECLS
