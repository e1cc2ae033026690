/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The type check: units, switches, basis, price level and axes of every expression, before anything is
 * computed. Each rule of the table of functions is one function here. */
#include "lv-typing.h"

#include "lv-typing-private.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>

/* Powers of one dimension; more is a mistake. */
#define MAX_EXPONENT 60

/** Reports a fault at @position. */
void
lv_typing_report (const LvTyping *self, guint position, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  self->report (position, text, self->report_data);
}

static gboolean
is_amount (const LvTyping *self, const LvType *type)
{
  return self->kr >= 0 && type->dimension.exponent[self->kr] != 0;
}

/** Returns: (transfer full): what @type is, for a sentence */
char *
lv_typing_describe (const LvTyping *self, const LvType *type)
{
  if (type->is_switch)
    return g_strdup (_ ("yes or no"));
  if (lv_dimension_is_none (&type->dimension))
    return g_strdup (_ ("a plain number"));
  return lv_units_describe (self->units, &type->dimension);
}

static gboolean
merge_attribute (const LvTyping *self, LvAttribute attribute, LvAttributes *into,
                 const LvAttributes *other, guint position)
{
  const char *a = into->value[attribute];
  const char *b = other->value[attribute];

  if (a == b || b == NULL)
    return TRUE;
  if (a == NULL)
    {
      into->value[attribute] = b;
      return TRUE;
    }
  if (attribute == LV_ATTRIBUTE_KIND || (self->across != NULL && self->across[attribute]))
    {
      into->value[attribute] = NULL;
      return TRUE;
    }
  lv_typing_report (self, position,
                    _ ("%s “%s” and “%s” can't be added or compared without a conversion"),
                    lv_attribute_key (attribute), a, b);
  return FALSE;
}

static gboolean
merge_attributes (const LvTyping *self, LvAttributes *into, const LvAttributes *other, guint position)
{
  gboolean ok = TRUE;

  for (LvAttribute i = 0; i < LV_N_ATTRIBUTES; i++)
    ok = merge_attribute (self, i, into, other, position) && ok;
  return ok;
}

/* Makes @into the common type of itself and @other: what +, min, if or a comparison need. */
static gboolean
unify (const LvTyping *self, LvType *into, const LvType *other, guint position)
{
  if (into->is_switch != other->is_switch
      || (!into->is_zero && !other->is_zero
          && !lv_dimension_equal (&into->dimension, &other->dimension)))
    {
      g_autofree char *left = lv_typing_describe (self, into);
      g_autofree char *right = lv_typing_describe (self, other);

      lv_typing_report (self, position, _ ("units do not fit: %s and %s"), left, right);
      return FALSE;
    }
  if (other->is_zero)
    return TRUE;
  if (into->is_zero)
    {
      LvShape shape = into->shape;

      *into = *other;
      into->shape = shape;
      return TRUE;
    }
  into->is_product = into->is_product && other->is_product;
  return merge_attributes (self, &into->attributes, &other->attributes, position);
}

static gboolean
unify_args (const LvTyping *self, LvExpr *call, guint from, guint to)
{
  LvShape shape = call->type.shape;
  gboolean ok = TRUE;

  call->type = lv_expr_arg (call, from)->type;
  for (guint i = from + 1; i < to; i++)
    ok = unify (self, &call->type, &lv_expr_arg (call, i)->type, call->position) && ok;
  call->type.shape = shape;
  call->type.is_zero = FALSE;
  return ok;
}

static gboolean
want_number (const LvTyping *self, const LvExpr *expr)
{
  if (!expr->type.is_switch)
    return TRUE;
  lv_typing_report (self, expr->position, _ ("a number is expected, not yes or no"));
  return FALSE;
}

static gboolean
want_switch (const LvTyping *self, const LvExpr *expr)
{
  if (expr->type.is_switch)
    return TRUE;
  lv_typing_report (self, expr->position, _ ("yes or no is expected, such as a comparison"));
  return FALSE;
}

static void
set_plain (LvType *type)
{
  LvShape shape = type->shape;

  *type = (LvType){ .shape = shape, .factor = { 1, 1 } };
}

static gboolean
dimension_product (const LvTyping *self, const LvType *a, const LvType *b, int times, LvDimension *into,
                   guint position)
{
  for (gsize i = 0; i < LV_MAX_DIMENSIONS; i++)
    if (ABS (a->dimension.exponent[i] + times * b->dimension.exponent[i]) > MAX_EXPONENT)
      {
        lv_typing_report (self, position,
                          _ ("a unit is multiplied with itself more than %d times"), MAX_EXPONENT);
        return FALSE;
      }
  *into = lv_dimension_add (&a->dimension, &b->dimension, times);
  return TRUE;
}

static gboolean
check_product (const LvTyping *self, LvExpr *call)
{
  const LvType *a = &lv_expr_arg (call, 0)->type;
  const LvType *b = &lv_expr_arg (call, 1)->type;
  gboolean divide = call->function->fn == LV_FN_DIVIDE;
  LvType type = { .shape = call->type.shape };

  if (!want_number (self, lv_expr_arg (call, 0)) || !want_number (self, lv_expr_arg (call, 1)))
    return FALSE;
  if (!dimension_product (self, a, b, divide ? -1 : 1, &type.dimension, call->position))
    return FALSE;
  type.factor = divide ? lv_factor_divide (a->factor, b->factor)
                       : lv_factor_multiply (a->factor, b->factor);
  if (is_amount (self, a) && is_amount (self, b))
    {
      LvAttributes both = a->attributes;

      if (!merge_attribute (self, LV_ATTRIBUTE_PRICE_LEVEL, &both, &b->attributes, call->position))
        return FALSE;
    }
  if (is_amount (self, &type))
    type.attributes = is_amount (self, a) ? a->attributes : b->attributes;
  type.is_product = is_amount (self, a) != is_amount (self, b);
  call->type = type;
  return TRUE;
}

static gboolean
check_power (const LvTyping *self, LvExpr *call)
{
  const LvExpr *base = lv_expr_arg (call, 0);
  const LvExpr *exponent = lv_expr_arg (call, 1);

  if (!want_number (self, base) || !want_number (self, exponent))
    return FALSE;
  if (!lv_dimension_is_none (&exponent->type.dimension)
      || !lv_dimension_is_none (&base->type.dimension))
    {
      lv_typing_report (self, call->position, _ ("both sides of ^ must be plain numbers"));
      return FALSE;
    }
  set_plain (&call->type);
  return TRUE;
}

static gboolean
check_compare (const LvTyping *self, LvExpr *call)
{
  gboolean ok = unify_args (self, call, 0, 2);

  set_plain (&call->type);
  call->type.is_switch = TRUE;
  return ok;
}

static gboolean
check_logic (const LvTyping *self, LvExpr *call)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < call->args->len; i++)
    ok = want_switch (self, lv_expr_arg (call, i)) && ok;
  set_plain (&call->type);
  call->type.is_switch = TRUE;
  return ok;
}

static gboolean
check_reduce (const LvTyping *self, LvExpr *call)
{
  const LvExpr *x = lv_expr_arg (call, 0);
  const LvAxis *axis = lv_expr_arg (call, 1)->target;
  const LvAxis *months = axis != NULL ? self->months_of (axis, self->user_data) : NULL;
  gboolean along = axis != NULL && lv_shape_find (&x->type.shape, axis) >= 0;
  gboolean up = months != NULL && lv_shape_find (&x->type.shape, months) >= 0;
  LvFn fn = call->function->fn;
  gboolean may_roll = fn == LV_FN_TOTAL || fn == LV_FN_MEAN || fn == LV_FN_LAST;
  gboolean may_reduce = fn != LV_FN_TOTAL && fn != LV_FN_LAST;
  LvShape shape = call->type.shape;

  if (axis == NULL)
    return FALSE;
  if (!((along && may_reduce) || (up && may_roll)))
    {
      lv_typing_report (self, call->position,
                        _ ("%s() along %s, but its value does not run along that axis"),
                        call->function->name, axis->id);
      return FALSE;
    }
  if (call->function->rule == LV_RULE_REDUCE && !want_number (self, x))
    return FALSE;
  call->type = x->type;
  call->type.shape = shape;
  call->type.is_difference = FALSE;
  call->type.is_zero = FALSE;
  if (call->function->rule != LV_RULE_REDUCE)
    set_plain (&call->type);
  return TRUE;
}

static gboolean
check_selector (const LvTyping *self, const LvExpr *call, const LvSelector *selector)
{
  const LvExpr *x = lv_expr_arg (call, 0);

  if (selector->found_axis == NULL)
    return FALSE;
  if (lv_shape_find (&x->type.shape, selector->found_axis) >= 0)
    return TRUE;
  lv_typing_report (self, call->position,
                    _ ("at() fixes %s, but its value does not run along that axis"),
                    selector->axis);
  return FALSE;
}

static gboolean
check_at (const LvTyping *self, LvExpr *call)
{
  LvShape shape = call->type.shape;
  gboolean ok = TRUE;

  for (guint i = 0; i < call->selectors->len; i++)
    ok = check_selector (self, call, g_ptr_array_index (call->selectors, i)) && ok;
  call->type = lv_expr_arg (call, 0)->type;
  call->type.shape = shape;
  call->type.is_zero = FALSE;
  return ok;
}

static gboolean
check_lookup (const LvTyping *self, LvExpr *call)
{
  const LvExpr *values = lv_expr_arg (call, 0);
  const LvExpr *bounds = lv_expr_arg (call, 1);
  const LvExpr *x = lv_expr_arg (call, 2);
  LvType compared = bounds->type;
  LvShape shape = call->type.shape;
  guint common = 0;

  for (guint i = 0; i < values->type.shape.n; i++)
    if (lv_shape_find (&bounds->type.shape, values->type.shape.axis[i]) >= 0
        && lv_shape_find (&x->type.shape, values->type.shape.axis[i]) < 0)
      common++;
  if (common != 1)
    {
      lv_typing_report (self, call->position,
                        _ ("lookup() needs values and bounds along one common axis that x does not have"));
      return FALSE;
    }
  if (!unify (self, &compared, &x->type, call->position))
    return FALSE;
  call->type = values->type;
  call->type.shape = shape;
  return TRUE;
}

static gboolean
check_step (const LvTyping *self, LvExpr *call)
{
  const LvAxis *axis = lv_expr_arg (call, 0)->target;

  set_plain (&call->type);
  if (axis == NULL)
    return FALSE;
  if (axis->unit == NULL)
    {
      lv_typing_report (self, call->position,
                        _ ("the axis %s has no unit, so step() has none"), axis->id);
      return FALSE;
    }
  call->type.dimension = axis->unit->dimension;
  call->type.factor = axis->unit->factor;
  return TRUE;
}

static gboolean
check_days (const LvTyping *self, LvExpr *call)
{
  const LvAxis *axis = lv_expr_arg (call, 0)->target;
  g_autofree char *culprit = NULL;
  const LvUnit *unit = lv_units_lookup (self->units, "doegn", &culprit);

  set_plain (&call->type);
  if (axis == NULL)
    return FALSE;
  if (axis->kind != LV_AXIS_MONTHS || unit == NULL)
    {
      lv_typing_report (self, call->position,
                        _ ("days() needs an axis of months and the unit doegn"));
      return FALSE;
    }
  call->type.dimension = unit->dimension;
  call->type.factor = unit->factor;
  return TRUE;
}

static gboolean
check_position (const LvTyping *self, LvExpr *call)
{
  const LvAxis *axis = lv_expr_arg (call, 0)->target;

  set_plain (&call->type);
  if (axis == NULL || call->args->len < 2)
    return axis != NULL;
  if (axis->parent != NULL && axis->parent == lv_expr_arg (call, 1)->target)
    return TRUE;
  lv_typing_report (self, call->position,
                    _ ("position() within a second axis needs months of those years"));
  return FALSE;
}

static gboolean
want_along (const LvTyping *self, const LvExpr *call)
{
  if (lv_expr_axis (call, self) != NULL)
    return TRUE;
  lv_typing_report (self, call->position, _ ("%s() needs a value that runs along an axis"),
                    call->function->name);
  return FALSE;
}

static gboolean
check_prev (const LvTyping *self, LvExpr *call)
{
  return want_along (self, call) && unify_args (self, call, 0, MIN (call->args->len, 2))
         && want_number (self, call);
}

static gboolean
is_whole (double steps)
{
  return steps >= 0 && steps < G_MAXINT16 && lv_number_equal (steps, lv_number_round (steps));
}

/* n is a literal or a whole number of steps in the axis' own unit; it may not run along any axis. */
static gboolean
check_steps (const LvTyping *self, LvExpr *call)
{
  const LvExpr *n = lv_expr_arg (call, 1);
  const LvAxis *axis;
  LvShape shape = call->type.shape;
  gboolean ok = TRUE;

  if (!want_along (self, call) || !want_number (self, n))
    return FALSE;
  axis = lv_expr_axis (call, self);
  if (!lv_dimension_is_none (&n->type.dimension)
      && (axis->unit == NULL || !lv_dimension_equal (&n->type.dimension, &axis->unit->dimension)))
    {
      lv_typing_report (self, n->position, _ ("a number of steps is expected"));
      return FALSE;
    }
  if (n->type.shape.n > 0
      || (n->kind != LV_EXPR_NUMBER && (n->kind != LV_EXPR_REFERENCE || call->function->fn == LV_FN_LAG)))
    {
      lv_typing_report (self, n->position, call->function->fn == LV_FN_LAG
                                     ? _ ("lag() needs a literal number of steps")
                                     : _ ("window() needs a literal or one parameter"));
      return FALSE;
    }
  if (n->kind == LV_EXPR_NUMBER && !is_whole (lv_expr_steps (call, axis)))
    {
      lv_typing_report (self, n->position, _ ("a whole number of steps is expected"));
      return FALSE;
    }
  call->type = lv_expr_arg (call, 0)->type;
  if (call->function->fn == LV_FN_LAG && call->args->len > 2)
    ok = unify (self, &call->type, &lv_expr_arg (call, 2)->type, call->position);
  call->type.shape = shape;
  return ok;
}

static gboolean
check_monthly (const LvTyping *self, LvExpr *call)
{
  const LvExpr *x = lv_expr_arg (call, 0);
  LvShape shape = call->type.shape;

  call->type = x->type;
  call->type.shape = shape;
  for (guint i = 0; i < x->type.shape.n; i++)
    if (self->months_of (x->type.shape.axis[i], self->user_data) != NULL)
      return TRUE;
  lv_typing_report (self, call->position,
                    _ ("monthly() needs a value per year, and months that roll up to it"));
  return FALSE;
}

static gboolean
check_phase (const LvTyping *self, LvExpr *call)
{
  set_plain (&call->type);
  if (self->months_of (NULL, self->user_data) != NULL)
    return TRUE;
  lv_typing_report (self, call->position,
                    _ ("phase() needs exactly one axis of months in the pack"));
  return FALSE;
}

static gboolean
want_price_year (const LvTyping *self, guint position, const char *year)
{
  if (self->has_price_year == NULL || self->has_price_year (year, self->user_data))
    return TRUE;
  lv_typing_report (self, position, _ ("the price index has no year %s"), year);
  return FALSE;
}

static gboolean
check_reprice (const LvTyping *self, LvExpr *call)
{
  const LvExpr *x = lv_expr_arg (call, 0);
  const LvExpr *year = lv_expr_arg (call, 1);
  const char *from = x->type.attributes.value[LV_ATTRIBUTE_PRICE_LEVEL];
  LvShape shape = call->type.shape;
  char text[16];

  call->type = x->type;
  call->type.shape = shape;
  if (!self->has_price_index)
    lv_typing_report (self, call->position, _ ("reprice() needs price-index= in [pack]"));
  else if (from == NULL || !g_ascii_isdigit (from[0]))
    lv_typing_report (self, call->position,
                      _ ("reprice() needs an amount whose price level is a year"));
  else if (year->kind != LV_EXPR_NUMBER || year->number < 1900 || year->number > 2200)
    lv_typing_report (self, year->position, _ ("reprice() needs a year such as 2025"));
  else
    {
      g_snprintf (text, sizeof text, "%.0f", year->number);
      call->type.attributes.value[LV_ATTRIBUTE_PRICE_LEVEL] = g_intern_string (text);
      return want_price_year (self, call->position, from)
             && want_price_year (self, year->position, text);
    }
  return FALSE;
}

static gboolean
check_if (const LvTyping *self, LvExpr *call)
{
  gboolean ok = want_switch (self, lv_expr_arg (call, 0));

  return unify_args (self, call, 1, 3) && ok;
}

static gboolean
check_round (const LvTyping *self, LvExpr *call)
{
  return unify_args (self, call, 0, 2) && want_number (self, call);
}

static gboolean
check_same (const LvTyping *self, LvExpr *call)
{
  gboolean ok = unify_args (self, call, 0, call->args->len);

  if (call->function->fn != LV_FN_OTHERWISE)
    ok = ok && want_number (self, call);
  call->type.is_difference = call->function->fn == LV_FN_SUBTRACT;
  return ok;
}

static gboolean
check_pass (const LvTyping *self, LvExpr *call)
{
  LvShape shape = call->type.shape;

  call->type = lv_expr_arg (call, 0)->type;
  call->type.shape = shape;
  call->type.is_zero = FALSE;
  if (call->function->fn == LV_FN_SHIFT)
    return TRUE;
  return want_number (self, lv_expr_arg (call, 0));
}

static gboolean
check_cumulate (const LvTyping *self, LvExpr *call)
{
  return want_along (self, call) && check_pass (self, call);
}

static gboolean
check_plain (const LvTyping *self, LvExpr *call)
{
  set_plain (&call->type);
  call->type.is_switch = call->function->rule == LV_RULE_KNOWN;
  return TRUE;
}

static gboolean
check_along_plain (const LvTyping *self, LvExpr *call)
{
  const LvAxis *axis = lv_expr_arg (call, 1)->target;
  gboolean ok = axis != NULL && want_number (self, lv_expr_arg (call, 0));

  if (ok && lv_shape_find (&lv_expr_arg (call, 0)->type.shape, axis) < 0)
    {
      lv_typing_report (self, call->position,
                        _ ("%s() along %s, but its value does not run along that axis"),
                        call->function->name, axis->id);
      ok = FALSE;
    }
  set_plain (&call->type);
  return ok;
}

static gboolean (*const rules[]) (const LvTyping *, LvExpr *) = {
  [LV_RULE_SAME] = check_same,
  [LV_RULE_PRODUCT] = check_product,
  [LV_RULE_POWER] = check_power,
  [LV_RULE_COMPARE] = check_compare,
  [LV_RULE_LOGIC] = check_logic,
  [LV_RULE_IF] = check_if,
  [LV_RULE_ROUND] = check_round,
  [LV_RULE_KNOWN] = check_plain,
  [LV_RULE_REDUCE] = check_reduce,
  [LV_RULE_REDUCE_PLAIN] = check_reduce,
  [LV_RULE_ALONG_PLAIN] = check_along_plain,
  [LV_RULE_AT] = check_at,
  [LV_RULE_LOOKUP] = check_lookup,
  [LV_RULE_POSITION] = check_position,
  [LV_RULE_STEP] = check_step,
  [LV_RULE_DAYS] = check_days,
  [LV_RULE_PREV] = check_prev,
  [LV_RULE_STEPS] = check_steps,
  [LV_RULE_CUMULATE] = check_cumulate,
  [LV_RULE_MONTHLY] = check_monthly,
  [LV_RULE_PASS] = check_pass,
  [LV_RULE_PHASE] = check_phase,
  [LV_RULE_REPRICE] = check_reprice,
};

static gboolean
check_number (LvExpr *expr, const LvTyping *self)
{
  g_autofree char *culprit = NULL;
  const LvUnit *unit = expr->id != NULL ? lv_units_lookup (self->units, expr->id, &culprit)
                                        : lv_units_get_number (self->units);

  if (unit == NULL)
    {
      lv_typing_report (self, expr->position, _ ("“%s” is not a unit"), culprit);
      return FALSE;
    }
  expr->type.dimension = unit->dimension;
  expr->type.factor = unit->factor;
  expr->type.is_zero = expr->id == NULL && expr->number == 0;
  return TRUE;
}

/* Years beside their own months would silently repeat a year's value twelve times or lose months. */
static gboolean
check_time (const LvExpr *expr, const LvTyping *self)
{
  const LvShape *shape = &expr->type.shape;

  for (guint i = 0; i < shape->n; i++)
    if (shape->axis[i]->parent != NULL && lv_shape_find (shape, shape->axis[i]->parent) >= 0)
      {
        lv_typing_report (self, expr->position,
                          _ ("%s stands beside its own months: use monthly() or total()/mean()/last()"),
                          shape->axis[i]->parent->id);
        return FALSE;
      }
  if (shape->n >= LV_MAX_TERM_AXES || lv_shape_cells (shape) > LV_MAX_CELLS)
    {
      lv_typing_report (self, expr->position,
                        _ ("the value runs along too many axes or has too many cells"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check (LvExpr *expr, const LvTyping *self)
{
  const LvType *type;
  LvShape shape = expr->type.shape;
  gboolean ok = TRUE;

  expr->type = (LvType){ .shape = shape, .factor = { 1, 1 } };
  if (expr->kind == LV_EXPR_NUMBER)
    return check_number (expr, self);
  if (expr->kind == LV_EXPR_REFERENCE)
    {
      type = expr->target != NULL ? self->type_of (expr->target, self->user_data) : NULL;
      if (type == NULL)
        return FALSE;
      expr->type = *type;
      expr->type.shape = shape;
      return TRUE;
    }
  for (guint i = 0; i < expr->args->len; i++)
    {
      LvArgRole role = lv_function_role (expr->function, i);

      if (role == LV_ARG_VALUE || role == LV_ARG_TARGET || role == LV_ARG_SERIES)
        ok = check (g_ptr_array_index (expr->args, i), self) && ok;
      else if (role != LV_ARG_YEAR)
        ok = lv_expr_arg (expr, i)->target != NULL && ok;
    }
  return ok && check_time (expr, self) && rules[expr->function->rule](self, expr);
}

/**
 * lv_expr_check:
 * @expr: resolved; the types of it and its parts are set
 *
 * Returns: %FALSE when the expression is wrong; all that can be told has been reported
 */
gboolean
lv_expr_check (LvExpr *expr, const LvTyping *typing)
{
  lv_expr_infer_shape (expr, typing);
  return check (expr, typing);
}
