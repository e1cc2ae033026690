/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change() and measures(): what differs from the reference. */
#include "lv-lower.h"

/* All levers and knobs below an expression: while none is changed, change() is 0 and looks at nothing. */
static void
watch_node (const LvNode *node, GHashTable *seen, GArray *watch)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, (gpointer) node);
  while (queue->len > 0)
    {
      const LvNode *next = g_ptr_array_steal_index_fast (queue, queue->len - 1);

      if (!next->moves || !g_hash_table_add (seen, (gpointer) next))
        continue;
      if (next->lever && next->base == NULL)
        g_array_append_val (watch, next->input);
      for (guint i = 0; i < next->uses->len; i++)
        g_ptr_array_add (queue, g_array_index (next->uses, LvUse, i).node);
    }
}

static void
watch_expr (const Lower *self, const LvExpr *expr, GHashTable *seen, GArray *watch)
{
  if (expr->kind == LV_EXPR_REFERENCE && expr->target != NULL)
    watch_node (expr->target, seen, watch);
  if (expr->kind != LV_EXPR_CALL)
    return;
  if (expr->function->fn == LV_FN_PHASE)
    {
      const LvKnobs *knobs = g_hash_table_lookup (self->model->knobs, lv_expr_arg (expr, 0)->target);

      watch_node (knobs->delay, seen, watch);
    }
  for (guint i = 0; expr->function->fn == LV_FN_MEASURES && i < self->model->placed->len; i++)
    {
      const LvPlaced *placed = &g_array_index (self->model->placed, LvPlaced, i);

      if (placed->target == lv_expr_arg (expr, 0)->target)
        watch_node (placed->effect, seen, watch);
    }
  for (guint i = 0; expr->selectors != NULL && i < expr->selectors->len; i++)
    {
      const LvSelector *selector = g_ptr_array_index (expr->selectors, i);

      if (selector->target != NULL)
        watch_node (selector->target, seen, watch);
    }
  for (guint i = 0; i < expr->args->len; i++)
    if (lv_function_role (expr->function, i) == LV_ARG_VALUE)
      watch_expr (self, lv_expr_arg (expr, i), seen, watch);
}

static void
tell_watched (const Lower *self, const GArray *watch)
{
  for (guint i = 0; i < watch->len; i++)
    {
      LvNode *input = g_ptr_array_index (self->model->inputs, g_array_index (watch, guint, i));

      if (input->watchers == NULL)
        input->watchers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (input->watchers, self->node->block);
    }
}

/** Lowers change(@x): 0 in the reference and where nothing under @x can move. */
LvOperand
lv_lower_change (Lower *self, const LvExpr *x)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *watch = g_array_new (FALSE, FALSE, sizeof (guint));
  Lower inner = *self;
  LvOperand now;
  LvOperand then;
  LvOp *op;

  watch_expr (self, x, seen, watch);
  if (self->reference || watch->len == 0)
    {
      g_array_unref (watch);
      return lv_lower_constant (self, &x->type.shape, 0);
    }
  tell_watched (self, watch);
  now = lv_lower_expr (&inner, x);
  inner.reference = TRUE;
  then = lv_lower_expr (&inner, x);
  op = lv_lower_emit (self, LV_FN_CHANGE, &x->type.shape);
  op->watch = watch;
  op->n_operands = 2;
  op->operand[0] = now;
  op->operand[1] = then;
  return lv_operand (op->slot);
}

static LvOperand
effect_change (Lower *self, const LvPlaced *placed)
{
  g_autoptr (LvExpr) expr = lv_expr_new_reference (placed->effect->id);

  expr->target = placed->effect;
  expr->type = placed->effect->type;
  return lv_lower_change (self, expr);
}

static LvOperand
reduce_to (Lower *self, LvOperand operand, LvShape *shape, const LvAxis *axis, guint code)
{
  LvOp *op;

  if (code == LV_FN_TOTAL)
    shape->axis[lv_shape_find (shape, axis)] = axis->parent;
  else
    lv_shape_remove (shape, axis);
  op = lv_lower_emit (self, code, shape);
  op->axis = axis;
  op->n_operands = 1;
  op->operand[0] = operand;
  return lv_operand (op->slot);
}

/* Sums an effect over the measure's own axes and over the months of the target's years. */
static LvOperand
fit_effect (Lower *self, const LvPlaced *placed, LvOperand operand)
{
  LvShape shape = placed->effect->type.shape;
  const LvShape *target = &placed->target->type.shape;

  for (guint i = shape.n; i > 0; i--)
    {
      const LvAxis *axis = shape.axis[i - 1];

      if (lv_shape_find (target, axis) >= 0)
        continue;
      if (axis->parent != NULL && lv_shape_find (target, axis->parent) >= 0)
        operand = reduce_to (self, operand, &shape, axis, LV_FN_TOTAL);
      else
        operand = reduce_to (self, operand, &shape, axis, LV_FN_SUM);
    }
  return lv_lower_convert (self, operand, &shape, placed->effect->type.factor,
                           placed->target->type.factor);
}

/** Lowers measures(T): 0, and what each effect on T adds to the reference. */
LvOperand
lv_lower_measures (Lower *self, const LvExpr *call)
{
  const LvNode *target = lv_expr_arg (call, 0)->target;
  const LvShape *shape = &target->type.shape;
  Lower whole = *self;
  LvOperand sum;
  LvOp *op = NULL;

  whole.fixed = (LvAxes){ 0 };
  sum = lv_lower_constant (&whole, shape, 0);
  for (guint i = 0; !self->reference && i < self->model->placed->len; i++)
    {
      const LvPlaced *placed = &g_array_index (self->model->placed, LvPlaced, i);
      LvOperand effect;

      if (placed->target != target)
        continue;
      effect = fit_effect (&whole, placed, effect_change (&whole, placed));
      op = lv_lower_emit (&whole, LV_OP_ADD_PART, shape);
      op->n_operands = 2;
      op->operand[0] = sum;
      op->operand[1] = effect;
      op->start = (int) i;
      sum = lv_operand (op->slot);
    }
  if (op != NULL)
    return lv_lower_result (self, op);
  op = g_ptr_array_index (self->block->ops, self->block->ops->len - 1);
  return lv_lower_result (self, op);
}
