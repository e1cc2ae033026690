/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One function per kind of call. */
#include "lv-lower.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Axes along which a call works are read in full even where the piece fixes them. */
static void
free_axis (Lower *self, const LvAxis *axis)
{
  if (axis != NULL)
    self->fixed.word[axis->number / 64] &= ~(G_GUINT64_CONSTANT (1) << (axis->number % 64));
}

static const LvAxis *
along (const Lower *self, const LvExpr *call)
{
  LvTyping typing;

  lv_typing_init (&typing, self->model, self->node);
  return lv_expr_axis (call, &typing);
}

static LvFactor
common_factor (const LvExpr *call, guint from)
{
  for (guint i = from; i < call->args->len; i++)
    if (!lv_expr_arg (call, i)->type.is_zero)
      return lv_expr_arg (call, i)->type.factor;
  return (LvFactor){ 1, 1 };
}

/* For the explanation: if() looks at one branch, otherwise() and prev() may look at their start alone. */
static void
note_decider (Lower *self, const LvExpr *call, LvOperand operand)
{
  g_hash_table_insert (self->model->deciders[self->reference ? 1 : 0], (gpointer) call,
                       g_memdup2 (&operand, sizeof operand));
}

static LvOperand
cellwise (Lower *self, const LvExpr *call)
{
  LvRule rule = call->function->rule;
  LvFactor factor = common_factor (call, rule == LV_RULE_IF ? 1 : 0);
  LvOperand operands[3];
  LvOp *op;

  if (rule == LV_RULE_POWER)
    factor = (LvFactor){ 1, 1 };
  for (guint i = 0; i < call->args->len; i++)
    {
      const LvExpr *arg = lv_expr_arg (call, i);

      operands[i] = rule == LV_RULE_PRODUCT || rule == LV_RULE_PASS || rule == LV_RULE_KNOWN
                        ? lv_lower_expr (self, arg)
                        : lv_lower_as (self, arg, factor);
    }
  if (rule == LV_RULE_IF || call->function->fn == LV_FN_OTHERWISE)
    note_decider (self, call, operands[0]);
  op = lv_lower_emit (self, call->function->fn, &call->type.shape);
  op->n_operands = call->args->len;
  for (guint i = 0; i < call->args->len; i++)
    op->operand[i] = operands[i];
  return lv_operand (op->slot);
}

/* Months to years: the result has the years where the operand has its months. */
static LvOperand
reduce (Lower *self, const LvExpr *call)
{
  const LvExpr *x = lv_expr_arg (call, 0);
  const LvAxis *axis = lv_expr_arg (call, 1)->target;
  LvShape shape = call->type.shape;
  Lower inner = *self;
  LvOperand operand;
  LvOp *op;

  free_axis (&inner, axis);
  if (lv_shape_find (&x->type.shape, axis) < 0)
    {
      lv_shape_add (&shape, axis); /* where the piece fixes the year */
      axis = self->model->months;
      free_axis (&inner, axis);
    }
  operand = lv_lower_expr (&inner, x);
  op = lv_lower_emit (self, call->function->fn, &shape);
  op->axis = axis;
  op->number = x->type.is_switch ? 1 : 0;
  op->n_operands = 1;
  op->operand[0] = operand;
  return lv_lower_result (self, op);
}

/* The shape of a call along an axis that the piece may fix: with that axis. */
static LvShape
full_shape (const LvExpr *call, const LvAxis *axis)
{
  LvShape shape = call->type.shape;

  if (axis != NULL)
    lv_shape_add (&shape, axis);
  return shape;
}

static LvOperand
share_or_rank (Lower *self, const LvExpr *call)
{
  const LvAxis *axis = lv_expr_arg (call, 1)->target;
  LvShape shape = full_shape (call, axis);
  Lower inner = *self;
  LvOperand operand;
  LvOp *op;

  free_axis (&inner, axis);
  operand = lv_lower_expr (&inner, lv_expr_arg (call, 0));
  op = lv_lower_emit (self, call->function->fn, &shape);
  op->axis = axis;
  op->n_operands = 1;
  op->operand[0] = operand;
  return lv_lower_result (self, op);
}

static int
axis_in_slot (const Lower *self, LvOperand operand, const LvAxis *axis)
{
  return lv_shape_find (&lv_slot (self->model, operand.slot)->shape, axis);
}

/* The shape after choice number @index: the result's, and the axes that later ones still take away. */
static LvShape
chosen_shape (const LvExpr *call, guint index)
{
  LvShape shape = call->type.shape;

  for (guint i = index + 1; i < call->selectors->len; i++)
    {
      const LvSelector *selector = g_ptr_array_index (call->selectors, i);

      if (selector->target != NULL)
        lv_shape_add (&shape, selector->found_axis);
    }
  return shape;
}

static LvOperand
choose (Lower *self, const LvExpr *call, guint index, LvOperand operand)
{
  const LvSelector *selector = g_ptr_array_index (call->selectors, index);
  LvOperand chooser = lv_lower_node (self, selector->target);
  LvShape shape = chosen_shape (call, index);
  LvOp *op = lv_lower_emit (self, LV_OP_AT_CHOICE, &shape);

  op->axis = selector->found_axis;
  op->n_operands = 2;
  op->operand[0] = operand;
  op->operand[1] = chooser;
  return lv_operand (op->slot);
}

/* Fixed members become pins; then each chosen one takes its axis away. */
static LvOperand
at (Lower *self, const LvExpr *call)
{
  Lower inner = *self;
  LvOperand operand;

  for (guint i = 0; i < call->selectors->len; i++)
    free_axis (&inner, ((LvSelector *) g_ptr_array_index (call->selectors, i))->found_axis);
  operand = lv_lower_expr (&inner, lv_expr_arg (call, 0));
  for (guint i = 0; i < call->selectors->len; i++)
    {
      const LvSelector *selector = g_ptr_array_index (call->selectors, i);

      if (selector->target == NULL)
        operand.pin[axis_in_slot (self, operand, selector->found_axis)]
            = (gint16) selector->found_member;
    }
  for (guint i = 0; i < call->selectors->len; i++)
    if (((LvSelector *) g_ptr_array_index (call->selectors, i))->target != NULL)
      operand = choose (self, call, i, operand);
  return operand;
}

static const LvAxis *
lookup_axis (const LvExpr *call)
{
  const LvShape *values = &lv_expr_arg (call, 0)->type.shape;

  for (guint i = 0; i < values->n; i++)
    if (lv_shape_find (&lv_expr_arg (call, 1)->type.shape, values->axis[i]) >= 0
        && lv_shape_find (&lv_expr_arg (call, 2)->type.shape, values->axis[i]) < 0)
      return values->axis[i];
  return NULL;
}

static LvOperand
lookup (Lower *self, const LvExpr *call)
{
  const LvExpr *bounds = lv_expr_arg (call, 1);
  LvOperand operands[3];
  LvOp *op;

  operands[0] = lv_lower_expr (self, lv_expr_arg (call, 0));
  operands[1] = lv_lower_expr (self, bounds);
  operands[2] = lv_lower_as (self, lv_expr_arg (call, 2), bounds->type.factor);
  op = lv_lower_emit (self, LV_FN_LOOKUP, &call->type.shape);
  op->axis = lookup_axis (call);
  op->n_operands = 3;
  for (guint i = 0; i < 3; i++)
    op->operand[i] = operands[i];
  return lv_operand (op->slot);
}

static LvOperand
position (Lower *self, const LvExpr *call)
{
  const LvAxis *axis = lv_expr_arg (call, 0)->target;
  LvShape shape = full_shape (call, axis);
  LvOp *op = lv_lower_emit (self, call->function->fn, &shape);

  op->axis = axis;
  op->n_axes = call->args->len;
  return lv_lower_result (self, op);
}

/* prev() and lag(): the operand is read some members back, else the start counts. */
static LvOperand
step_back (Lower *self, const LvExpr *call)
{
  gboolean is_prev = call->function->fn == LV_FN_PREV;
  guint first = is_prev ? 2 : 3;
  guint start = is_prev ? 1 : 2;
  const LvAxis *axes[LV_MAX_TERM_AXES] = { along (self, call) };
  guint n_axes = 1;
  int steps = 1;
  LvFactor factor = call->type.factor;
  LvShape shape = call->type.shape;
  Lower inner = *self;
  LvOperand operand;
  LvOperand other = { 0 };
  gboolean has_start = call->args->len > start;
  LvOp *op;

  for (guint i = first + 1; i < call->args->len && n_axes < LV_MAX_TERM_AXES; i++)
    axes[n_axes++] = lv_expr_arg (call, i)->target;
  if (!is_prev)
    steps = (int) lv_number_round (lv_expr_steps (call, axes[0]));
  for (guint i = 0; i < n_axes; i++)
    {
      free_axis (&inner, axes[i]);
      lv_shape_add (&shape, axes[i]);
      if (axes[i] == self->block->loop)
        inner.lag += steps;
    }
  operand = lv_lower_as (&inner, lv_expr_arg (call, 0), factor);
  for (guint i = 0; i < n_axes; i++)
    if (axis_in_slot (self, operand, axes[i]) >= 0)
      operand.shift[axis_in_slot (self, operand, axes[i])] += (gint16) steps;
  note_decider (self, call, operand);
  inner.lag = self->lag;
  if (has_start)
    other = lv_lower_as (&inner, lv_expr_arg (call, start), factor);
  op = lv_lower_emit (self, LV_OP_SELECT, &shape);
  op->n_operands = has_start ? 2 : 1;
  op->operand[0] = operand;
  op->operand[1] = other;
  op->start = steps;
  op->n_axes = n_axes;
  for (guint i = 0; i < n_axes; i++)
    op->axes[i] = axes[i];
  return lv_lower_result (self, op);
}

/* How many members 1 of n is. */
static double
unit_steps (const LvExpr *call, const LvAxis *axis)
{
  const LvExpr *n = lv_expr_arg (call, 1);
  double steps = lv_expr_steps (call, axis);

  return n->kind == LV_EXPR_NUMBER && n->number != 0 ? steps / n->number : steps;
}

static LvOperand
running (Lower *self, const LvExpr *call)
{
  const LvAxis *axis = along (self, call);
  LvShape shape = full_shape (call, axis);
  gboolean is_window = call->function->fn == LV_FN_WINDOW;
  Lower inner = *self;
  LvOperand operand;
  LvOperand count = { 0 };
  LvOp *op;

  free_axis (&inner, axis);
  operand = lv_lower_expr (&inner, lv_expr_arg (call, 0));
  if (is_window)
    count = lv_lower_expr (self, lv_expr_arg (call, 1));
  op = lv_lower_emit (self, call->function->fn, &shape);
  op->axis = axis;
  op->n_operands = is_window ? 2 : 1;
  op->operand[0] = operand;
  op->operand[1] = count;
  op->den_step = is_window ? unit_steps (call, axis) : 1;
  return lv_lower_result (self, op);
}

static LvOperand
monthly (Lower *self, const LvExpr *call)
{
  LvOperand operand = lv_lower_expr (self, lv_expr_arg (call, 0));
  LvShape shape = full_shape (call, self->model->months);
  LvOp *op = lv_lower_emit (self, LV_FN_MONTHLY, &shape);

  op->axis = self->model->months;
  op->n_operands = 1;
  op->operand[0] = operand;
  return lv_lower_result (self, op);
}

static LvOperand
printed (Lower *self, const LvExpr *call)
{
  LvNode *node = lv_expr_arg (call, 0)->target;
  LvOp *op = lv_lower_emit (self, LV_FN_PRINTED, &call->type.shape);

  op->node = node;
  op->n_operands = 1;
  op->operand[0] = lv_lower_node (self, node);
  return lv_operand (op->slot);
}

static LvOperand
phase (Lower *self, const LvExpr *call)
{
  LvItem *item = lv_expr_arg (call, 0)->target;
  const LvMeasure *measure = item->detail;
  const LvKnobs *knobs = g_hash_table_lookup (self->model->knobs, item);
  LvShape shape = full_shape (call, self->model->months);
  LvOp *op = lv_lower_emit (self, LV_FN_PHASE, &shape);

  op->axis = self->model->months;
  op->start = measure->start;
  op->phase_in = MAX (measure->phase_in, 1);
  op->n_operands = 1;
  op->operand[0] = lv_lower_node (self, knobs->delay);
  return lv_lower_result (self, op);
}

static LvOperand
index_of (Lower *self, const LvExpr *call, const char *year)
{
  LvOperand operand = lv_operand (lv_node_in (self->model->price_index, self->reference)->slot);
  const LvShape *shape = &self->model->price_index->type.shape;

  operand.pin[0] = (gint16) lv_axis_find (shape->axis[0], year); /* the type check found it */
  return operand;
}

static LvOperand
reprice (Lower *self, const LvExpr *call)
{
  const LvExpr *x = lv_expr_arg (call, 0);
  LvOperand operand = lv_lower_expr (self, x);
  LvOp *op = lv_lower_emit (self, LV_FN_REPRICE, &call->type.shape);

  op->n_operands = 3;
  op->operand[0] = operand;
  op->operand[1] = index_of (self, call, call->type.attributes.value[LV_ATTRIBUTE_PRICE_LEVEL]);
  op->operand[2] = index_of (self, call, x->type.attributes.value[LV_ATTRIBUTE_PRICE_LEVEL]);
  return lv_operand (op->slot);
}

/* How well an axis does as the time that an effect moves along: months, else years, else other numbers. */
static guint
time_rank (const LvAxis *axis)
{
  if (axis->kind == LV_AXIS_NAMED)
    return 0;
  if (axis->kind == LV_AXIS_MONTHS)
    return 3;
  return axis->unit != NULL && lv_factor_equal (axis->unit->factor, (LvFactor){ 1, 1 }) ? 2 : 1;
}

static LvOperand
shift (Lower *self, const LvExpr *call)
{
  const LvShape *shape = &lv_expr_arg (call, 0)->type.shape;
  LvOperand operand = lv_lower_expr (self, lv_expr_arg (call, 0));
  const LvAxis *time = NULL;
  LvOp *op;

  for (guint i = 0; i < shape->n; i++)
    if (time_rank (shape->axis[i]) > 0
        && (time == NULL || time_rank (shape->axis[i]) >= time_rank (time)))
      time = shape->axis[i];
  if (time == NULL)
    return operand;
  op = lv_lower_emit (self, LV_FN_SHIFT, &call->type.shape);
  op->axis = time;
  op->n_operands = 2;
  op->operand[0] = operand;
  op->operand[1] = lv_lower_expr (self, lv_expr_arg (call, 1));
  return lv_operand (op->slot);
}

static LvOperand
step (Lower *self, const LvExpr *call)
{
  return lv_lower_constant (self, &call->type.shape, 1);
}

static LvOperand
change (Lower *self, const LvExpr *call)
{
  return lv_lower_change (self, lv_expr_arg (call, 0));
}

static LvOperand
pass (Lower *self, const LvExpr *call)
{
  switch (call->function->fn)
    {
    case LV_FN_CHANGE:
      return change (self, call);
    case LV_FN_MEASURES:
      return lv_lower_measures (self, call);
    case LV_FN_PRINTED:
      return printed (self, call);
    case LV_FN_SHIFT:
      return shift (self, call);
    default:
      return cellwise (self, call);
    }
}

/** Lowers a call. */
LvOperand
lv_lower_call (Lower *self, const LvExpr *call)
{
  switch (call->function->rule)
    {
    case LV_RULE_REDUCE:
    case LV_RULE_REDUCE_PLAIN:
      return reduce (self, call);
    case LV_RULE_ALONG_PLAIN:
      return share_or_rank (self, call);
    case LV_RULE_AT:
      return at (self, call);
    case LV_RULE_LOOKUP:
      return lookup (self, call);
    case LV_RULE_POSITION:
    case LV_RULE_DAYS:
      return position (self, call);
    case LV_RULE_STEP:
      return step (self, call);
    case LV_RULE_PREV:
      return step_back (self, call);
    case LV_RULE_STEPS:
      return call->function->fn == LV_FN_LAG ? step_back (self, call) : running (self, call);
    case LV_RULE_CUMULATE:
      return running (self, call);
    case LV_RULE_MONTHLY:
      return monthly (self, call);
    case LV_RULE_PHASE:
      return phase (self, call);
    case LV_RULE_REPRICE:
      return reprice (self, call);
    case LV_RULE_PASS:
      return pass (self, call);
    default:
      return cellwise (self, call);
    }
}
