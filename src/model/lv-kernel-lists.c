/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations that look at several cells of an operand: reductions, share and rank, lookup, windows,
 * moved effects. Each works on one cell and one lane; the lists were settled by lv-bind. */
#include "lv-kernel-lists.h"

#include "lv-number.h"

#include <math.h>
#include <stdlib.h>

/**
 * Line:
 * @cell: cells of the operand
 * @n: how many
 * @flags: (inout): flags of the result
 * @plain: the result is not missing because an operand is
 *
 * The values that one result cell looks at.
 */
typedef struct
{
  const LvRun *run;
  const LvOp *op;
  guint index; /* of the result among the op's cells */
  guint lane;
  const guint32 *cell;
  const guint32 *bound;
  guint n;
  guint8 flags;
} Line;

static double
value_at (const Line *self, guint operand, guint32 cell)
{
  const LvRun *run = self->run;

  if (cell == LV_NONE)
    return NAN;
  return run->values[(run->offset[self->op->operand[operand].slot] + cell) * run->lanes + self->lane];
}

static guint8
flags_at (const Line *self, guint operand, guint32 cell)
{
  const LvRun *run = self->run;

  if (run->flags == NULL || cell == LV_NONE)
    return 0;
  return run->flags[run->offset[self->op->operand[operand].slot] + cell];
}

static double
undefined (Line *self)
{
  self->flags |= LV_FLAG_UNDEFINED;
  return NAN;
}

static double
item (Line *self, guint i)
{
  self->flags |= flags_at (self, 0, self->cell[i]);
  return value_at (self, 0, self->cell[i]);
}

static double
own (Line *self, guint operand)
{
  guint32 cell = g_array_index (self->op->maps[operand], guint32, self->index);

  self->flags |= flags_at (self, operand, cell);
  return value_at (self, operand, cell);
}

static double
sum (Line *self)
{
  double total = 0;

  for (guint i = 0; i < self->n; i++)
    total += item (self, i);
  return total;
}

/* Mean, median and extremes are of the known members; the explanation says n of N. Months are never
 * left out of a year: there a missing one makes the year missing. */
static double
mean (Line *self)
{
  gboolean years = self->op->axis->parent != NULL && self->op->shape.n > 0
                   && lv_shape_find (&self->op->shape, self->op->axis->parent) >= 0;
  double total = 0;
  guint known = 0;

  if (years)
    return sum (self) / self->n;
  for (guint i = 0; i < self->n; i++)
    {
      double x = item (self, i);

      if (isnan (x))
        continue;
      total += x;
      known++;
    }
  return known > 0 ? total / known : NAN;
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
median (Line *self)
{
  double *sorted = self->run->scratch;
  guint known = 0;

  for (guint i = 0; i < self->n; i++)
    {
      double x = item (self, i);

      if (!isnan (x))
        sorted[known++] = x;
    }
  if (known == 0)
    return NAN;
  qsort (sorted, known, sizeof *sorted, compare);
  return known % 2 == 1 ? sorted[known / 2] : (sorted[known / 2 - 1] + sorted[known / 2]) / 2;
}

static double
extreme (Line *self, gboolean largest)
{
  double best = NAN;

  for (guint i = 0; i < self->n; i++)
    {
      double x = item (self, i);

      if (isnan (best) || (largest ? x > best : x < best))
        best = isnan (x) ? best : x;
    }
  return best;
}

static double
count (Line *self)
{
  double known = 0;
  gboolean truths = self->op->number != 0; /* counts what is true */

  for (guint i = 0; i < self->n; i++)
    {
      double x = value_at (self, 0, self->cell[i]);

      known += truths ? x == 1 : !isnan (x);
    }
  return known;
}

static double
share (Line *self)
{
  double whole = sum (self);

  if (whole == 0)
    return undefined (self);
  return own (self, 0) / whole;
}

/* 1 is the largest; equals share the better place. */
static double
rank (Line *self)
{
  double x = own (self, 0);
  double place = 1;

  for (guint i = 0; i < self->n && !isnan (x); i++)
    {
      double other = item (self, i);

      place += other > x && !lv_number_equal (other, x);
    }
  return isnan (x) ? NAN : place;
}

static double
choice (Line *self)
{
  double at = own (self, 1);

  if (isnan (at) || at < 0 || at >= self->n)
    return NAN;
  return item (self, (guint) at);
}

static double
lookup (Line *self)
{
  double x = own (self, 2);
  guint32 found = LV_NONE;

  if (isnan (x))
    return NAN;
  for (guint i = 0; i < self->n; i++)
    {
      double bound = value_at (self, 1, self->bound[i]);

      if (isnan (bound))
        return NAN;
      if (bound <= x || lv_number_equal (bound, x))
        found = self->cell[i];
    }
  self->flags |= flags_at (self, 0, found);
  return value_at (self, 0, found);
}

static double
window (Line *self)
{
  double n = own (self, 1) * self->op->den_step;
  double total = 0;

  if (isnan (n))
    return NAN;
  if (n < 0 || !lv_number_equal (n, lv_number_round (n)))
    return undefined (self);
  for (guint i = 0; i < self->n && i < lv_number_round (n); i++)
    if (self->cell[i] != LV_NONE)
      total += item (self, i);
  return total;
}

static double
cumulate (Line *self)
{
  double x = own (self, 0);
  const LvRun *run = self->run;
  guint32 before = self->cell[0];

  if (before == LV_NONE)
    return x;
  if (run->flags != NULL)
    self->flags |= run->flags[run->offset[self->op->slot] + before];
  return x + run->values[(run->offset[self->op->slot] + before) * run->lanes + self->lane];
}

/* The effect at a member of its time axis: 0 before its first, the last value after its last. */
static double
effect_at (Line *self, double member)
{
  guint last = self->n;

  while (last > 0 && self->cell[last - 1] == LV_NONE)
    last--;
  if (member < 0 || last == 0)
    return 0;
  if (member >= last)
    member = last - 1;
  return self->cell[(guint) member] == LV_NONE ? 0 : item (self, (guint) member);
}

/* On years a delay of d = 12q + r months is (1 - r/12) effect(y - q) + r/12 effect(y - q - 1). */
static double
shift (Line *self)
{
  const LvOp *op = self->op;
  guint32 cell = g_array_index (op->cells, guint32, self->index);
  guint at = lv_shape_coordinate (&op->shape, cell, (guint) lv_shape_find (&op->shape, op->axis));
  double delay = own (self, 1);
  double whole;
  double rest;

  if (isnan (delay))
    return NAN;
  if (op->axis->kind == LV_AXIS_MONTHS)
    return effect_at (self, at - delay);
  whole = floor (delay / 12);
  rest = delay - 12 * whole;
  if (rest == 0)
    return effect_at (self, at - whole);
  return (1 - rest / 12) * effect_at (self, at - whole)
         + rest / 12 * effect_at (self, at - whole - 1);
}

static double
evaluate (Line *self)
{
  switch (self->op->code)
    {
    case LV_FN_SUM:
    case LV_FN_TOTAL:
      return sum (self);
    case LV_FN_MEAN:
      return mean (self);
    case LV_FN_MEDIAN:
      return median (self);
    case LV_FN_SMALLEST:
      return extreme (self, FALSE);
    case LV_FN_LARGEST:
      return extreme (self, TRUE);
    case LV_FN_COUNT:
      return count (self);
    case LV_FN_SHARE:
      return share (self);
    case LV_FN_RANK:
      return rank (self);
    case LV_OP_AT_CHOICE:
      return choice (self);
    case LV_FN_LOOKUP:
      return lookup (self);
    case LV_FN_WINDOW:
      return window (self);
    case LV_FN_CUMULATE:
      return cumulate (self);
    case LV_FN_LAST:
      return item (self, self->n - 1);
    case LV_FN_SHIFT:
      return shift (self);
    default:
      g_assert_not_reached ();
    }
}

/** Runs the cells from..to of an operation with lists. */
void
lv_run_lists (const LvRun *run, const LvOp *op, guint from, guint to)
{
  const guint32 *segments = (const guint32 *) (gpointer) op->segments->data;
  const guint32 *lists = (const guint32 *) (gpointer) op->lists->data;
  const guint32 *bounds = (const guint32 *) (gpointer) op->lists2->data;

  for (guint i = from; i < to; i++)
    for (guint l = 0; l < run->lanes; l++)
      {
        gsize at = run->offset[op->slot] + g_array_index (op->cells, guint32, i);
        Line line = { .run = run,
                      .op = op,
                      .index = i,
                      .lane = l,
                      .cell = lists + segments[i],
                      .bound = bounds + (op->lists2->len > 0 ? segments[i] : 0),
                      .n = segments[i + 1] - segments[i] };
        double x = evaluate (&line);

        run->values[at * run->lanes + l] = isinf (x) ? undefined (&line) : x;
        if (run->flags != NULL)
          run->flags[at] = line.flags;
      }
}
