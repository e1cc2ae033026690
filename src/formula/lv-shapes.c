/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which axes an expression runs along. Separate from the type check, because formulas that refer to each
 * other in a loop learn their axes by repeating this until nothing changes. */
#include "lv-typing.h"

static int
rank (const LvAxis *axis)
{
  return axis->kind == LV_AXIS_NAMED ? 0 : axis->kind == LV_AXIS_WHOLE ? 1 : 2;
}

static gboolean
contains (const LvShape *shape, const LvShape *other)
{
  for (guint i = 0; i < other->n; i++)
    if (lv_shape_find (shape, other->axis[i]) < 0)
      return FALSE;
  return TRUE;
}

/**
 * lv_shape_unite:
 *
 * Adds the axes of @other. The wider shape keeps its order; where both bring axes, named ones come
 * before numbered ones and months last, so that time runs along a row.
 */
void
lv_shape_unite (LvShape *shape, const LvShape *other)
{
  if (contains (shape, other))
    return;
  if (contains (other, shape))
    {
      *shape = *other;
      return;
    }
  for (guint i = 0; i < other->n; i++)
    lv_shape_add (shape, other->axis[i]);
  for (guint i = 1; i < shape->n; i++)
    for (guint j = i; j > 0 && rank (shape->axis[j]) < rank (shape->axis[j - 1]); j--)
      {
        const LvAxis *axis = shape->axis[j];

        shape->axis[j] = shape->axis[j - 1];
        shape->axis[j - 1] = axis;
      }
}

static void
drop_fixed (LvShape *shape, const LvAxes *fixed)
{
  for (guint i = shape->n; i > 0; i--)
    if (lv_axes_has (fixed, shape->axis[i - 1]))
      lv_shape_remove (shape, shape->axis[i - 1]);
}

static const LvAxis *
axis_arg (const LvExpr *call, guint index)
{
  return call->args->len > index ? lv_expr_arg (call, index)->target : NULL;
}

static const LvAxis *
last_axis (const LvShape *shape)
{
  return shape->n > 0 ? shape->axis[shape->n - 1] : NULL;
}

static guint
axis_position (LvFn fn)
{
  switch (fn)
    {
    case LV_FN_PREV:
    case LV_FN_WINDOW:
      return 2;
    case LV_FN_LAG:
      return 3;
    case LV_FN_POSITION:
    case LV_FN_DAYS:
      return 0;
    default:
      return 1;
    }
}

static gboolean
takes_axis (LvRule rule)
{
  return rule == LV_RULE_REDUCE || rule == LV_RULE_REDUCE_PLAIN || rule == LV_RULE_ALONG_PLAIN
         || rule == LV_RULE_PREV || rule == LV_RULE_STEPS || rule == LV_RULE_CUMULATE
         || rule == LV_RULE_POSITION || rule == LV_RULE_DAYS;
}

/**
 * lv_expr_axis:
 * @call: a call whose arguments' shapes are known
 *
 * Returns: (transfer none) (nullable): the (first) axis that the call works along: the one named, else
 *   the last one of its first argument
 */
const LvAxis *
lv_expr_axis (const LvExpr *call, const LvTyping *typing)
{
  const LvAxis *named;

  if (!takes_axis (call->function->rule))
    return NULL;
  named = axis_arg (call, axis_position (call->function->fn));
  if (named != NULL)
    return named;
  return last_axis (&lv_expr_arg (call, 0)->type.shape);
}

/**
 * lv_expr_steps:
 * @call: lag() or window()
 * @axis: along which
 *
 * Returns: the members that its literal n is, which may have a unit: 1 aar is 12 along months; for
 *   a parameter, those that 1 of it is
 */
double
lv_expr_steps (const LvExpr *call, const LvAxis *axis)
{
  const LvExpr *n = lv_expr_arg (call, 1);
  double number = n->kind == LV_EXPR_NUMBER ? n->number : 1;
  LvFactor ratio = n->type.factor;

  if (!lv_dimension_is_none (&n->type.dimension) && axis->unit != NULL)
    ratio = lv_factor_divide (n->type.factor, axis->unit->factor);
  return number * ratio.num / ratio.den;
}

/* Inside a call along a fixed axis the arguments run along it; the result is taken at the member. */
static void
free_axes (const LvExpr *call, LvTyping *inner)
{
  if (takes_axis (call->function->rule))
    for (guint i = axis_position (call->function->fn); i < call->args->len; i++)
      {
        const LvAxis *axis = axis_arg (call, i);

        if (axis != NULL && lv_axes_has (&inner->fixed, axis))
          inner->fixed.word[axis->number / 64] &= ~(G_GUINT64_CONSTANT (1) << (axis->number % 64));
      }
  for (guint i = 0; call->selectors != NULL && i < call->selectors->len; i++)
    {
      const LvAxis *axis = ((LvSelector *) g_ptr_array_index (call->selectors, i))->found_axis;

      if (axis != NULL)
        inner->fixed.word[axis->number / 64] &= ~(G_GUINT64_CONSTANT (1) << (axis->number % 64));
    }
}

static void
reduce (LvShape *shape, const LvAxis *axis, const LvTyping *typing)
{
  const LvAxis *months;

  if (axis == NULL)
    return;
  if (lv_shape_find (shape, axis) >= 0)
    {
      lv_shape_remove (shape, axis);
      return;
    }
  months = typing->months_of (axis, typing->user_data);
  if (months != NULL && lv_shape_find (shape, months) >= 0)
    shape->axis[lv_shape_find (shape, months)] = axis;
}

static void
lookup_shape (const LvExpr *call, LvShape *shape)
{
  LvShape values = lv_expr_arg (call, 0)->type.shape;
  LvShape bounds = lv_expr_arg (call, 1)->type.shape;
  const LvShape *x = &lv_expr_arg (call, 2)->type.shape;

  for (guint i = values.n; i > 0; i--)
    {
      const LvAxis *axis = values.axis[i - 1];

      if (lv_shape_find (&bounds, axis) < 0 || lv_shape_find (x, axis) >= 0)
        continue;
      lv_shape_remove (&values, axis);
      lv_shape_remove (&bounds, axis);
    }
  *shape = values;
  lv_shape_unite (shape, &bounds);
  lv_shape_unite (shape, x);
}

static void
monthly_shape (LvShape *shape, const LvTyping *typing)
{
  for (guint i = 0; i < shape->n; i++)
    {
      const LvAxis *months = typing->months_of (shape->axis[i], typing->user_data);

      if (months != NULL)
        shape->axis[i] = months;
    }
}

static void
phase_shape (const LvExpr *call, LvShape *shape, const LvTyping *typing)
{
  gpointer measure = lv_expr_arg (call, 0)->target;
  const LvAxis *months = typing->months_of (NULL, typing->user_data);

  if (measure != NULL)
    *shape = *typing->measure_shape (measure, typing->user_data);
  if (months != NULL)
    lv_shape_add (shape, months);
}

static void
unite_values (const LvExpr *call, LvShape *shape)
{
  for (guint i = 0; i < call->args->len; i++)
    if (lv_function_role (call->function, i) != LV_ARG_AXIS
        && lv_function_role (call->function, i) != LV_ARG_YEAR)
      lv_shape_unite (shape, &lv_expr_arg (call, i)->type.shape);
}

static void
add_axes (const LvExpr *call, LvShape *shape)
{
  LvShape named = { 0 };

  for (guint i = axis_position (call->function->fn); i < call->args->len; i++)
    if (axis_arg (call, i) != NULL)
      lv_shape_add (&named, axis_arg (call, i));
  lv_shape_unite (shape, &named);
}

static void
call_shape (const LvExpr *call, LvShape *shape, const LvTyping *typing)
{
  switch (call->function->rule)
    {
    case LV_RULE_REDUCE:
    case LV_RULE_REDUCE_PLAIN:
      *shape = lv_expr_arg (call, 0)->type.shape;
      reduce (shape, axis_arg (call, 1), typing);
      break;
    case LV_RULE_AT:
      *shape = lv_expr_arg (call, 0)->type.shape;
      for (guint i = 0; i < call->selectors->len; i++)
        lv_shape_remove (shape, ((LvSelector *) g_ptr_array_index (call->selectors, i))->found_axis);
      break;
    case LV_RULE_LOOKUP:
      lookup_shape (call, shape);
      break;
    case LV_RULE_POSITION:
    case LV_RULE_DAYS:
      if (axis_arg (call, 0) != NULL)
        lv_shape_add (shape, axis_arg (call, 0));
      break;
    case LV_RULE_STEP:
      break;
    case LV_RULE_PREV:
    case LV_RULE_STEPS:
    case LV_RULE_CUMULATE:
      unite_values (call, shape);
      add_axes (call, shape);
      break;
    case LV_RULE_MONTHLY:
      unite_values (call, shape);
      monthly_shape (shape, typing);
      break;
    case LV_RULE_PHASE:
      phase_shape (call, shape, typing);
      break;
    default:
      unite_values (call, shape);
    }
}

/**
 * lv_expr_infer_shape:
 * @expr: resolved; its shape and those of its parts are set
 *
 * Silent: faults are told by lv_expr_check().
 */
void
lv_expr_infer_shape (LvExpr *expr, const LvTyping *typing)
{
  LvTyping inner = *typing;

  expr->type.shape = (LvShape){ 0 };
  if (expr->kind == LV_EXPR_NUMBER)
    return;
  if (expr->kind == LV_EXPR_REFERENCE)
    {
      const LvType *type = expr->target != NULL ? typing->type_of (expr->target, typing->user_data)
                                                : NULL;

      if (type != NULL)
        expr->type.shape = type->shape;
      drop_fixed (&expr->type.shape, &typing->fixed);
      return;
    }
  free_axes (expr, &inner);
  for (guint i = 0; i < expr->args->len; i++)
    {
      LvArgRole role = lv_function_role (expr->function, i);

      if (role == LV_ARG_VALUE || role == LV_ARG_TARGET || role == LV_ARG_SERIES)
        lv_expr_infer_shape (g_ptr_array_index (expr->args, i), &inner);
    }
  call_shape (expr, &expr->type.shape, typing);
  drop_fixed (&expr->type.shape, &typing->fixed);
}
