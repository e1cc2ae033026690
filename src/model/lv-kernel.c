/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic. Missing is NaN and passes on by itself; flags are kept only for one scenario. */
#include "lv-kernel.h"

#include "lv-kernel-lists.h"
#include "lv-month.h"
#include "lv-number.h"

#include <math.h>
#include <string.h>

static inline const guint32 *
map_of (const LvOp *op, guint operand)
{
  return (const guint32 *) (gpointer) op->maps[operand]->data;
}

static inline double *
column (const LvRun *run, guint slot)
{
  return run->values + run->offset[slot] * run->lanes;
}

/* Runs @expression for each cell and lane, with the operands' values in a, b and c. A single lane, that of a
 * scenario, goes without the inner loop. */
#define EACH(expression)                                                                            \
  if (lanes == 1)                                                                                   \
    for (guint i = from; i < to; i++)                                                               \
      {                                                                                             \
        double a = A[ma[i]];                                                                        \
        double b = B[mb[i]];                                                                        \
                                                                                                    \
        (void) b;                                                                                   \
        out[cells[i]] = (expression);                                                               \
      }                                                                                             \
  else                                                                                              \
    for (guint i = from; i < to; i++)                                                               \
      {                                                                                             \
        double *restrict d = out + (gsize) cells[i] * lanes;                                        \
        const double *restrict pa = A + (gsize) ma[i] * lanes;                                      \
        const double *restrict pb = B + (gsize) mb[i] * lanes;                                      \
                                                                                                    \
        for (guint l = 0; l < lanes; l++)                                                           \
          {                                                                                         \
            double a = pa[l];                                                                       \
            double b = pb[l];                                                                       \
                                                                                                    \
            (void) b;                                                                               \
            d[l] = (expression);                                                                    \
          }                                                                                         \
      }                                                                                             \
  break

static inline double
truth (gboolean value, double a, double b)
{
  return isnan (a) || isnan (b) ? NAN : value ? 1 : 0;
}

static inline double
finite_or_nan (double x)
{
  return isfinite (x) ? x : NAN;
}

static double
power (double a, double b)
{
  return isnan (a) || isnan (b) ? NAN : finite_or_nan (pow (a, b));
}

static void
run_cellwise (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint lanes = run->lanes;
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;
  const guint32 *ma = map_of (op, 0);
  const guint32 *mb = op->n_operands > 1 ? map_of (op, 1) : ma;
  const double *A = column (run, op->operand[0].slot);
  const double *B = op->n_operands > 1 ? column (run, op->operand[1].slot) : A;
  double *out = column (run, op->slot);
  const double num = op->num;
  const double den = op->den;

  switch (op->code)
    {
    case LV_FN_ADD:
      EACH (a + b);
    case LV_FN_SUBTRACT:
      EACH (a - b);
    case LV_FN_MULTIPLY:
      EACH (a * b);
    case LV_FN_DIVIDE:
      EACH (b == 0 ? NAN : a / b);
    case LV_FN_POWER:
      EACH (power (a, b));
    case LV_FN_NEGATE:
      EACH (0 - a);
    case LV_FN_EQUAL:
      EACH (truth (lv_number_equal (a, b), a, b));
    case LV_FN_UNEQUAL:
      EACH (truth (!lv_number_equal (a, b), a, b));
    case LV_FN_LESS:
      EACH (truth (a < b && !lv_number_equal (a, b), a, b));
    case LV_FN_LESS_EQUAL:
      EACH (truth (a < b || lv_number_equal (a, b), a, b));
    case LV_FN_GREATER:
      EACH (truth (a > b && !lv_number_equal (a, b), a, b));
    case LV_FN_GREATER_EQUAL:
      EACH (truth (a > b || lv_number_equal (a, b), a, b));
    case LV_FN_AND:
      EACH (truth (a != 0 && b != 0, a, b));
    case LV_FN_OR:
      EACH (truth (a != 0 || b != 0, a, b));
    case LV_FN_NOT:
      EACH (truth (a == 0, a, a));
    case LV_FN_ABS:
      EACH (fabs (a));
    case LV_FN_MIN:
      EACH (isnan (a) || isnan (b) ? NAN : MIN (a, b));
    case LV_FN_MAX:
      EACH (isnan (a) || isnan (b) ? NAN : MAX (a, b));
    case LV_FN_ROUND:
      EACH (b == 0 ? NAN : lv_number_round (a / b) * b);
    case LV_OP_COPY:
      EACH (finite_or_nan (a * num / den));
    default:
      g_assert_not_reached ();
    }
}

#undef EACH

static void
run_if (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;
  double *out = column (run, op->slot);
  const double *source[3];

  for (guint k = 0; k < 3; k++)
    source[k] = column (run, op->operand[k].slot);
  for (guint i = from; i < to; i++)
    for (guint l = 0; l < run->lanes; l++)
      {
        double condition = source[0][(gsize) map_of (op, 0)[i] * run->lanes + l];
        guint branch = condition != 0 ? 1 : 2;

        out[(gsize) cells[i] * run->lanes + l]
            = isnan (condition) ? NAN : source[branch][(gsize) map_of (op, branch)[i] * run->lanes + l];
        if (run->flags == NULL)
          continue;
        run->flags[run->offset[op->slot] + cells[i]]
            = run->flags[run->offset[op->operand[0].slot] + map_of (op, 0)[i]]
              | (isnan (condition)
                     ? 0
                     : run->flags[run->offset[op->operand[branch].slot] + map_of (op, branch)[i]]);
      }
}

static void
run_clamp (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;
  double *out = column (run, op->slot);

  for (guint i = from; i < to; i++)
    for (guint l = 0; l < run->lanes; l++)
      {
        double x = column (run, op->operand[0].slot)[(gsize) map_of (op, 0)[i] * run->lanes + l];
        double low = column (run, op->operand[1].slot)[(gsize) map_of (op, 1)[i] * run->lanes + l];
        double high = column (run, op->operand[2].slot)[(gsize) map_of (op, 2)[i] * run->lanes + l];

        out[(gsize) cells[i] * run->lanes + l]
            = isnan (x) || isnan (low) || isnan (high) ? NAN : MAX (low, MIN (high, x));
      }
}

/* prev() takes the other operand where the first is absent; otherwise() also where it is missing, and
 * then marks. */
static void
run_either (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;
  gboolean otherwise = op->code == LV_FN_OTHERWISE;

  for (guint i = from; i < to; i++)
    {
      guint32 first = map_of (op, 0)[i];
      guint32 second = op->n_operands > 1 ? map_of (op, 1)[i] : LV_NONE;
      guint8 flags = 0;

      for (guint l = 0; l < run->lanes; l++)
        {
          double x = first != LV_NONE
                         ? column (run, op->operand[0].slot)[(gsize) first * run->lanes + l]
                         : NAN;
          gboolean other = first == LV_NONE || (otherwise && isnan (x) && second != LV_NONE);

          if (other)
            x = column (run, op->operand[1].slot)[(gsize) second * run->lanes + l];
          column (run, op->slot)[(gsize) cells[i] * run->lanes + l] = x;
          if (run->flags == NULL)
            continue;
          flags = run->flags[run->offset[op->operand[other ? 1 : 0].slot] + (other ? second : first)];
          if (other && first != LV_NONE && !isnan (x))
            flags |= LV_FLAG_MARK;
          run->flags[run->offset[op->slot] + cells[i]] = flags;
        }
    }
}

static void
run_known (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;

  for (guint i = from; i < to; i++)
    {
      guint32 map = map_of (op, 0)[i];

      for (guint l = 0; l < run->lanes; l++)
        column (run, op->slot)[(gsize) cells[i] * run->lanes + l]
            = map != LV_NONE
              && !isnan (column (run, op->operand[0].slot)[(gsize) map * run->lanes + l]);
      if (run->flags != NULL)
        run->flags[run->offset[op->slot] + cells[i]] = 0;
    }
}

static gboolean
any_changed (const LvRun *run, const LvOp *op)
{
  for (guint i = 0; i < op->watch->len; i++)
    if (run->inputs[g_array_index (op->watch, guint, i)].changed)
      return TRUE;
  return FALSE;
}

static void
run_change (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;
  gboolean looks = any_changed (run, op);

  for (guint i = from; i < to; i++)
    {
      guint32 now = map_of (op, 0)[i];
      guint32 then = map_of (op, 1)[i];
      guint8 flags = 0;

      for (guint l = 0; l < run->lanes; l++)
        {
          double x = 0;

          if (looks && now != LV_NONE && then != LV_NONE)
            x = column (run, op->operand[0].slot)[(gsize) now * run->lanes + l]
                - column (run, op->operand[1].slot)[(gsize) then * run->lanes + l];
          if (isnan (x))
            flags = LV_FLAG_MARK;
          column (run, op->slot)[(gsize) cells[i] * run->lanes + l] = isnan (x) ? 0 : x;
        }
      if (run->flags == NULL)
        continue;
      if (looks && now != LV_NONE && then != LV_NONE)
        flags |= (run->flags[run->offset[op->operand[0].slot] + now]
                  | run->flags[run->offset[op->operand[1].slot] + then])
                 & LV_FLAG_MARK;
      run->flags[run->offset[op->slot] + cells[i]] = flags;
    }
}

static void
run_part (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;

  for (guint i = from; i < to; i++)
    {
      guint32 sum = map_of (op, 0)[i];
      guint32 part = map_of (op, 1)[i];
      guint8 flags = run->flags != NULL ? run->flags[run->offset[op->operand[0].slot] + sum] : 0;

      for (guint l = 0; l < run->lanes; l++)
        {
          double x = column (run, op->operand[0].slot)[(gsize) sum * run->lanes + l];

          if (part != LV_NONE)
            x += column (run, op->operand[1].slot)[(gsize) part * run->lanes + l];
          column (run, op->slot)[(gsize) cells[i] * run->lanes + l] = x;
        }
      if (run->flags != NULL)
        run->flags[run->offset[op->slot] + cells[i]]
            = flags | (part != LV_NONE ? run->flags[run->offset[op->operand[1].slot] + part] : 0);
    }
}

static double
plain_value (const LvOp *op, guint32 cell)
{
  guint member;
  int month;

  if (op->code == LV_OP_CONSTANT)
    return op->number;
  member = lv_shape_coordinate (&op->shape, cell, (guint) lv_shape_find (&op->shape, op->axis));
  if (op->code == LV_FN_POSITION && op->n_axes < 2)
    return member + 1;
  month = lv_axis_month (op->axis, member);
  return op->code == LV_FN_POSITION ? month % 12 + 1 : lv_month_days (month);
}

static void
run_plain (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;

  for (guint i = from; i < to; i++)
    {
      double x = plain_value (op, cells[i]);

      for (guint l = 0; l < run->lanes; l++)
        column (run, op->slot)[(gsize) cells[i] * run->lanes + l] = x;
    }
}

static void
run_printed (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;

  for (guint i = from; i < to; i++)
    for (guint l = 0; l < run->lanes; l++)
      column (run, op->slot)[(gsize) cells[i] * run->lanes + l] = op->node->printed[map_of (op, 0)[i]];
}

/* k/n in month k of the phase-in, counted from the start in the scenario. */
static void
run_phase (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;
  guint position = (guint) lv_shape_find (&op->shape, op->axis);

  for (guint i = from; i < to; i++)
    {
      int month = lv_axis_month (op->axis, lv_shape_coordinate (&op->shape, cells[i], position));

      for (guint l = 0; l < run->lanes; l++)
        {
          double delay
              = column (run, op->operand[0].slot)[(gsize) map_of (op, 0)[i] * run->lanes + l];
          double k = month - op->start - delay + 1;

          column (run, op->slot)[(gsize) cells[i] * run->lanes + l]
              = isnan (delay) ? NAN : k < 1 ? 0 : MIN (k / op->phase_in, 1);
        }
    }
}

static void
run_reprice (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;

  for (guint i = from; i < to; i++)
    for (guint l = 0; l < run->lanes; l++)
      {
        double v[3];

        for (guint k = 0; k < 3; k++)
          v[k] = column (run, op->operand[k].slot)[(gsize) map_of (op, k)[i] * run->lanes + l];
        column (run, op->slot)[(gsize) cells[i] * run->lanes + l]
            = v[2] == 0 ? NAN : v[0] * v[1] / v[2];
      }
}

static void
run_input (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;
  const LvNode *node = op->node;
  const LvNode *own = node->base != NULL ? node->base : node;
  const LvInputValues *input = &run->inputs[own->input];
  gboolean follows = input->mask != NULL && (node->base == NULL || !node->lever);

  for (guint i = from; i < to; i++)
    {
      double x = own->defaults[cells[i]];
      guint32 map = op->n_operands > 0 ? map_of (op, 0)[i] : LV_NONE;
      guint8 flags = own->flags[cells[i]];

      if (follows && input->mask[cells[i]])
        {
          x = input->value[cells[i]];
          flags = 0;
          map = LV_NONE;
        }
      else if (!isnan (x))
        map = LV_NONE;
      else if (map != LV_NONE && run->flags != NULL)
        flags |= run->flags[run->offset[op->operand[0].slot] + map];
      for (guint l = 0; l < run->lanes; l++)
        column (run, op->slot)[(gsize) cells[i] * run->lanes + l]
            = map == LV_NONE ? x
                             : column (run, op->operand[0].slot)[(gsize) map * run->lanes + l]
                                   * op->num / op->den;
      if (run->flags != NULL)
        run->flags[run->offset[op->slot] + cells[i]] = flags;
    }
}

static gboolean
are_known (const LvRun *run, const LvOp *op, guint i)
{
  for (guint k = 0; k < op->n_operands; k++)
    if (isnan (run->values[run->offset[op->operand[k].slot] + map_of (op, k)[i]]))
      return FALSE;
  return TRUE;
}

/* Flags of what simply depends on all its operands; a result that is not a number although they are,
 * cannot be computed. Most operations have two operands. */
static void
pass_flags (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *cells = (const guint32 *) (gpointer) op->cells->data;
  const double *values = run->values + run->offset[op->slot];
  guint8 *out = run->flags + run->offset[op->slot];
  const guint8 *flags[2] = { NULL, NULL };
  const guint32 *maps[2] = { NULL, NULL };

  for (guint k = 0; k < op->n_operands && k < 2; k++)
    {
      flags[k] = run->flags + run->offset[op->operand[k].slot];
      maps[k] = map_of (op, k);
    }
  for (guint i = from; i < to; i++)
    {
      guint8 all = maps[0] != NULL ? flags[0][maps[0][i]] : 0;

      if (maps[1] != NULL)
        all |= flags[1][maps[1][i]];
      for (guint k = 2; k < op->n_operands; k++)
        all |= run->flags[run->offset[op->operand[k].slot] + map_of (op, k)[i]];
      if (isnan (values[cells[i]]) && op->code != LV_FN_PRINTED && are_known (run, op, i))
        all |= LV_FLAG_UNDEFINED;
      out[cells[i]] = all;
    }
}

static void
run_op (const LvRun *run, const LvOp *op, guint from, guint to)
{
  if (from == to)
    return;
  switch (op->code)
    {
    case LV_FN_IF:
      run_if (run, op, from, to);
      return;
    case LV_FN_OTHERWISE:
    case LV_OP_SELECT:
      run_either (run, op, from, to);
      return;
    case LV_FN_KNOWN:
      run_known (run, op, from, to);
      return;
    case LV_FN_CHANGE:
      run_change (run, op, from, to);
      return;
    case LV_OP_ADD_PART:
      run_part (run, op, from, to);
      return;
    case LV_OP_INPUT:
      run_input (run, op, from, to);
      return;
    case LV_FN_CLAMP:
      run_clamp (run, op, from, to);
      break;
    case LV_OP_CONSTANT:
    case LV_FN_POSITION:
    case LV_FN_DAYS:
      run_plain (run, op, from, to);
      break;
    case LV_FN_PRINTED:
      run_printed (run, op, from, to);
      break;
    case LV_FN_PHASE:
      run_phase (run, op, from, to);
      break;
    case LV_FN_REPRICE:
      run_reprice (run, op, from, to);
      break;
    case LV_FN_MONTHLY:
      {
        LvOp copy = *op;

        copy.code = LV_OP_COPY;
        run_cellwise (run, &copy, from, to);
        break;
      }
    default:
      if (op->lists->len > 0 || op->segments->len > 1)
        {
          lv_run_lists (run, op, from, to);
          return;
        }
      run_cellwise (run, op, from, to);
    }
  if (run->flags != NULL)
    pass_flags (run, op, from, to);
}

/** Runs all operations of @block; a loop member by member. */
void
lv_run_block (const LvRun *run, const LvBlock *block)
{
  for (guint i = 0; i < block->ops->len; i++)
    {
      const LvOp *op = g_ptr_array_index (block->ops, i);

      if (op->lag < 0)
        run_op (run, op, 0, op->cells->len);
    }
  for (guint at = 0, n = block->loop != NULL ? lv_axis_length (block->loop) : 0; at < n; at++)
    for (guint i = 0; i < block->ops->len; i++)
      {
        const LvOp *op = g_ptr_array_index (block->ops, i);
        const guint32 *slices = (const guint32 *) (gpointer) op->slices->data;
        guint slice = at - (guint) MAX (op->lag, 0);

        if (op->lag >= 0 && at >= (guint) op->lag)
          run_op (run, op, slices[slice], slices[slice + 1]);
      }
}
