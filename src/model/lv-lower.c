/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions to operations. Units become conversions here, at(), fixed members and prev() become ways
 * of reading an operand; what is left are plain loops over columns. */
#include "lv-lower.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
lv_op_free (gpointer data)
{
  LvOp *op = data;

  g_clear_pointer (&op->watch, g_array_unref);
  g_clear_pointer (&op->cells, g_array_unref);
  for (guint i = 0; i < 3; i++)
    g_clear_pointer (&op->maps[i], g_array_unref);
  g_clear_pointer (&op->segments, g_array_unref);
  g_clear_pointer (&op->lists, g_array_unref);
  g_clear_pointer (&op->lists2, g_array_unref);
  g_clear_pointer (&op->slices, g_array_unref);
  g_free (op);
}

/** Returns: the number of a new column of @shape, with no cell present */
guint
lv_slot_new (LvModel *self, const LvShape *shape)
{
  LvSlot slot = { .shape = *shape, .cells = lv_shape_cells (shape), .offset = self->arena };

  slot.present = g_new0 (guint8, slot.cells);
  self->arena += slot.cells;
  g_array_append_val (self->slots, slot);
  return self->slots->len - 1;
}

/** Adds an operation with a column of its own for the result. */
LvOp *
lv_lower_emit (Lower *self, guint code, const LvShape *shape)
{
  LvOp *op = g_new0 (LvOp, 1);

  op->code = code;
  op->shape = *shape;
  op->num = op->den = 1;
  op->lag = -1;
  if (self->block->loop != NULL && lv_shape_find (shape, self->block->loop) >= 0)
    op->lag = self->lag;
  op->slot = lv_slot_new (self->model, shape);
  g_ptr_array_add (self->block->ops, op);
  return op;
}

/** Returns: an operand that reads @slot along, nothing pinned or shifted */
LvOperand
lv_operand (guint slot)
{
  LvOperand operand = { .slot = slot };

  memset (operand.pin, -1, sizeof operand.pin);
  return operand;
}

/** Pins every axis of @operand's column that the piece fixes. */
static LvOperand
pinned (const Lower *self, LvOperand operand)
{
  const LvShape *shape = &lv_slot (self->model, operand.slot)->shape;

  for (guint i = 0; i < shape->n; i++)
    if (lv_axes_has (&self->fixed, shape->axis[i]))
      operand.pin[i] = self->member[lv_shape_find (&self->node->type.shape, shape->axis[i])];
  return operand;
}

/** Reads a node's column, in the world that is being lowered. */
LvOperand
lv_lower_node (const Lower *self, LvNode *node)
{
  return pinned (self, lv_operand (lv_node_in (node, self->reference)->slot));
}

/** Result of @op as an operand; axes that the call freed are taken at the fixed member again. */
LvOperand
lv_lower_result (const Lower *self, const LvOp *op)
{
  return pinned (self, lv_operand (op->slot));
}

/** Converts @operand, of @shape, between units of one dimension. */
LvOperand
lv_lower_convert (Lower *self, LvOperand operand, const LvShape *shape, LvFactor from, LvFactor to)
{
  LvFactor ratio = lv_factor_divide (from, to);
  LvOp *op;

  if (lv_factor_equal (from, to))
    return operand;
  op = lv_lower_emit (self, LV_OP_COPY, shape);
  op->n_operands = 1;
  op->operand[0] = operand;
  op->num = ratio.num;
  op->den = ratio.den;
  return lv_operand (op->slot);
}

/** Lowers an argument and converts it to @factor, unless it is the 0 that fits every unit. */
LvOperand
lv_lower_as (Lower *self, const LvExpr *expr, LvFactor factor)
{
  LvOperand operand = lv_lower_expr (self, expr);

  if (expr->type.is_zero || expr->type.is_switch)
    return operand;
  return lv_lower_convert (self, operand, &expr->type.shape, expr->type.factor, factor);
}

/** A column that holds @number in each of its cells. */
LvOperand
lv_lower_constant (Lower *self, const LvShape *shape, double number)
{
  LvOp *op = lv_lower_emit (self, LV_OP_CONSTANT, shape);

  op->number = number;
  return lv_operand (op->slot);
}

/** Lowers any expression. */
LvOperand
lv_lower_expr (Lower *self, const LvExpr *expr)
{
  static const LvShape scalar;
  LvOperand operand = expr->kind == LV_EXPR_NUMBER ? lv_lower_constant (self, &scalar, expr->number)
                      : expr->kind == LV_EXPR_REFERENCE ? lv_lower_node (self, expr->target)
                                                        : lv_lower_call (self, expr);

  if (!self->reference)
    g_hash_table_insert (self->model->terms, (gpointer) expr, g_memdup2 (&operand, sizeof operand));
  return operand;
}

/* The copy that writes a piece's value into its node, in the node's unit. */
static void
write_piece (Lower *self, const LvNodePiece *piece, LvOperand value)
{
  LvNode *node = self->node;
  const LvType *type = &piece->expr->type;
  LvFactor ratio = lv_factor_divide (type->factor, node->type.factor);
  LvOp *op = g_new0 (LvOp, 1);

  if (!lv_dimension_equal (&type->dimension, &node->type.dimension) && !type->is_zero)
    ratio = lv_factor_multiply (ratio, (LvFactor){ 100, 1 }); /* pct. to pct.-point */
  op->code = LV_OP_COPY;
  op->shape = node->type.shape;
  op->slot = node->slot;
  op->num = type->is_zero || type->is_switch ? 1 : ratio.num;
  op->den = type->is_zero || type->is_switch ? 1 : ratio.den;
  op->lag = self->block->loop != NULL ? 0 : -1;
  op->n_operands = 1;
  op->operand[0] = value;
  op->node = node;
  op->piece = piece;
  g_ptr_array_add (self->block->ops, op);
}

static void
lower_formula (Lower *self)
{
  LvNode *node = self->node;

  for (guint p = 0; p < node->pieces->len; p++)
    {
      const LvNodePiece *piece = &g_array_index (node->pieces, LvNodePiece, p);

      self->fixed = (LvAxes){ 0 };
      self->lag = 0;
      for (guint i = 0; !piece->rest && i < node->type.shape.n; i++)
        if (lv_place_is_single (&piece->place, i))
          {
            lv_axes_add (&self->fixed, node->type.shape.axis[i]);
            self->member[i] = (gint16) piece->place.from[i];
          }
      write_piece (self, piece, lv_lower_expr (self, piece->expr));
    }
}

static void
lower_input (Lower *self)
{
  LvNode *node = self->node;
  LvOp *op = g_new0 (LvOp, 1);
  const LvNode *from = node->default_node;

  op->code = LV_OP_INPUT;
  op->shape = node->type.shape;
  op->slot = node->slot;
  op->node = node;
  op->lag = self->block->loop != NULL ? 0 : -1;
  op->num = op->den = 1;
  if (from != NULL)
    {
      LvFactor ratio = lv_factor_divide (from->type.factor, node->type.factor);

      op->n_operands = 1;
      op->operand[0] = lv_operand (lv_node_in (node->default_node, self->reference)->slot);
      op->num = ratio.num;
      op->den = ratio.den;
    }
  g_ptr_array_add (self->block->ops, op);
}

static gboolean
reads_any (const LvOp *op, GHashTable *slots)
{
  for (guint i = 0; i < op->n_operands; i++)
    if (g_hash_table_contains (slots, GUINT_TO_POINTER (op->operand[i].slot)))
      return TRUE;
  return g_hash_table_contains (slots, GUINT_TO_POINTER (op->slot));
}

/* What does not read the loop is computed before it, all members at once: sum(position(aar), aar) looks
 * at members that the loop has not come to. */
static void
settle_lags (const LvBlock *block)
{
  g_autoptr (GHashTable) inside = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < block->nodes->len; i++)
    g_hash_table_add (inside,
                      GUINT_TO_POINTER (((LvNode *) g_ptr_array_index (block->nodes, i))->slot));
  for (guint i = 0; i < block->ops->len; i++)
    {
      LvOp *op = g_ptr_array_index (block->ops, i);

      if (reads_any (op, inside))
        g_hash_table_add (inside, GUINT_TO_POINTER (op->slot));
      else
        op->lag = -1;
    }
}

/** Compiles every block. Nothing may be broken any more. */
void
lv_lower (LvModel *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LvNode *node = g_ptr_array_index (self->nodes, i);

      node->slot = lv_slot_new (self, &node->type.shape);
    }
  for (guint b = 0; b < self->blocks->len; b++)
    {
      LvBlock *block = g_ptr_array_index (self->blocks, b);

      for (guint i = 0; i < block->nodes->len; i++)
        {
          Lower lower = { .model = self, .block = block, .node = g_ptr_array_index (block->nodes, i) };

          lower.reference = lower.node->base != NULL;
          if (lower.node->kind == LV_NODE_INPUT)
            lower_input (&lower);
          else
            lower_formula (&lower);
        }
      if (block->loop != NULL)
        settle_lags (block);
      lv_bind (self, block);
    }
}
