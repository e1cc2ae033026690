/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells of each operation exist, and where each finds its operands. Presence never depends on
 * values, so it is settled here, once: in order of evaluation, and in loops member by member. */
#include "lv-model-private.h"

#include <string.h>

/**
 * Reader:
 * @base: cell for the pinned axes
 * @stride: cells per step along each axis of the result
 * @shift: steps back along it
 * @free_stride: cells per step along the axis of a reduction
 */
typedef struct
{
  const LvSlot *slot;
  gsize base;
  gsize stride[LV_MAX_TERM_AXES];
  int shift[LV_MAX_TERM_AXES];
  gsize free_stride;
} Reader;

typedef struct
{
  LvModel *model;
  LvOp *op;
  Reader reader[3];
  guint coord[LV_MAX_TERM_AXES];
  guint years; /* position of the years of a roll-up in the result */
} Bind;

static void
reader_init (Reader *self, const LvModel *model, const LvOp *op, const LvOperand *operand)
{
  const LvShape *shape;

  memset (self, 0, sizeof *self);
  self->slot = lv_slot (model, operand->slot);
  shape = &self->slot->shape;
  for (guint i = 0; i < shape->n; i++)
    {
      gsize stride = lv_shape_stride (shape, i);
      int at = lv_shape_find (&op->shape, shape->axis[i]);

      if (operand->pin[i] >= 0)
        self->base += (gsize) operand->pin[i] * stride;
      else if (at >= 0)
        {
          self->stride[at] = stride;
          self->shift[at] = operand->shift[i];
        }
      else
        self->free_stride = stride;
    }
}

/* The cell that the current result cell reads, or LV_NONE when it is outside or absent. */
static guint32
read_cell (const Bind *self, guint operand)
{
  const Reader *reader = &self->reader[operand];
  gsize cell = reader->base;

  for (guint i = 0; i < self->op->shape.n; i++)
    {
      if (self->coord[i] < (guint) reader->shift[i])
        return LV_NONE;
      cell += (self->coord[i] - (guint) reader->shift[i]) * reader->stride[i];
    }
  return reader->slot->present[cell] ? (guint32) cell : LV_NONE;
}

static guint32
read_base (const Bind *self, guint operand)
{
  const Reader *reader = &self->reader[operand];
  gsize cell = reader->base;

  for (guint i = 0; i < self->op->shape.n; i++)
    cell += self->coord[i] * reader->stride[i];
  return (guint32) cell;
}

static void
append (Bind *self, guint32 cell, const guint32 *maps)
{
  LvOp *op = self->op;
  LvSlot *slot = lv_slot (self->model, op->slot);

  slot->present[cell] = 1;
  g_array_append_val (op->cells, cell);
  for (guint i = 0; i < op->n_operands; i++)
    g_array_append_val (op->maps[i], maps[i]);
}

static void
close_segment (Bind *self)
{
  guint32 end = self->op->lists->len;

  g_array_append_val (self->op->segments, end);
}

static gboolean
in_piece (const Bind *self, guint32 cell)
{
  const LvOp *op = self->op;
  const LvNode *node = op->node;
  guint last;

  if (op->piece == NULL)
    return TRUE;
  if (op->shape.n > 0)
    {
      last = self->coord[op->shape.n - 1];
      if (last < node->from || last > node->to)
        return FALSE;
    }
  if (!op->piece->rest)
    return lv_place_contains (&op->piece->place, &op->shape, cell);
  for (guint p = 0; p < node->pieces->len; p++)
    {
      const LvNodePiece *piece = &g_array_index (node->pieces, LvNodePiece, p);

      if (!piece->rest && lv_place_contains (&piece->place, &op->shape, cell))
        return FALSE;
    }
  return TRUE;
}

static void
bind_cellwise (Bind *self, guint32 cell)
{
  guint32 maps[3];

  for (guint i = 0; i < self->op->n_operands; i++)
    {
      maps[i] = read_cell (self, i);
      if (maps[i] == LV_NONE)
        return;
    }
  if (self->op->code != LV_OP_COPY || in_piece (self, cell))
    append (self, cell, maps);
}

static void
bind_input (Bind *self, guint32 cell)
{
  const LvNode *node = self->op->node;
  guint32 maps[1] = { LV_NONE };

  if (node->series != NULL && node->series->status[cell] == LV_STATUS_ABSENT)
    return;
  if (node->parameter != NULL && !node->parameter->present[cell])
    return;
  if (self->op->n_operands > 0)
    maps[0] = read_cell (self, 0);
  append (self, cell, maps);
}

/* otherwise(x, y) is there where x or y is; prev() where the member before or the start is. */
static void
bind_either (Bind *self, guint32 cell)
{
  const LvOp *op = self->op;
  guint32 maps[3];

  maps[0] = read_cell (self, 0);
  for (guint i = 0; i < op->n_axes; i++)
    if (self->coord[lv_shape_find (&op->shape, op->axes[i])] < (guint) op->start)
      maps[0] = LV_NONE;
  maps[1] = op->n_operands > 1 ? read_cell (self, 1) : LV_NONE;
  if (maps[0] != LV_NONE || maps[1] != LV_NONE)
    append (self, cell, maps);
}

static gboolean
takes_member (const LvOp *op, const LvAxis *axis, guint member)
{
  return op->code == LV_OP_AT_CHOICE || op->code == LV_FN_LOOKUP || !lv_axis_member (axis, member)->aside;
}

static guint32
list_cell (const Bind *self, guint operand, guint32 base, guint member)
{
  gsize cell = base + member * self->reader[operand].free_stride;

  return self->reader[operand].slot->present[cell] ? (guint32) cell : LV_NONE;
}

/* Reductions: the result is there when any member is. */
static void
bind_reduce (Bind *self, guint32 cell)
{
  LvOp *op = self->op;
  guint32 base = read_base (self, 0);
  guint32 maps[3] = { base, base, base };
  guint before = op->lists->len;

  for (guint m = 0; m < lv_axis_length (op->axis); m++)
    {
      guint32 from = takes_member (op, op->axis, m) ? list_cell (self, 0, base, m) : LV_NONE;

      if (from != LV_NONE)
        g_array_append_val (op->lists, from);
    }
  if (op->lists->len == before && op->code != LV_FN_COUNT)
    return;
  append (self, cell, maps);
  close_segment (self);
}

/* Months to years: an incomplete year is absent; the last month of it is all that last() needs. */
static void
bind_years (Bind *self, guint32 cell)
{
  LvOp *op = self->op;
  guint32 base = read_base (self, 0);
  guint32 maps[3] = { base };
  guint before = op->lists->len;
  int year = (int) self->coord[self->years];

  for (guint m = 0; m < lv_axis_length (op->axis); m++)
    {
      guint32 from;

      if (lv_axis_parent_index (op->axis, m) != year)
        continue;
      from = list_cell (self, 0, base, m);
      if (from != LV_NONE)
        g_array_append_val (op->lists, from);
    }
  if (op->lists->len - before != 12)
    {
      g_array_set_size (op->lists, before);
      return;
    }
  append (self, cell, maps);
  close_segment (self);
}

static void
bind_along (Bind *self, guint32 cell)
{
  LvOp *op = self->op;
  guint position = (guint) lv_shape_find (&op->shape, op->axis);
  gsize stride = self->reader[0].stride[position];
  guint32 own = read_cell (self, 0);
  guint32 maps[3] = { own };

  if (own == LV_NONE || lv_axis_member (op->axis, self->coord[position])->aside)
    return;
  for (guint m = 0; m < lv_axis_length (op->axis); m++)
    {
      guint32 from = (guint32) (own + (gssize) stride * ((gssize) m - (gssize) self->coord[position]));

      if (!lv_axis_member (op->axis, m)->aside && self->reader[0].slot->present[from])
        g_array_append_val (op->lists, from);
    }
  append (self, cell, maps);
  close_segment (self);
}

static void
bind_choice (Bind *self, guint32 cell)
{
  LvOp *op = self->op;
  guint32 base = read_base (self, 0);
  guint32 maps[3] = { base, read_cell (self, 1) };
  gboolean any = FALSE;
  guint before = op->lists->len;

  for (guint m = 0; m < lv_axis_length (op->axis); m++)
    {
      guint32 from = list_cell (self, 0, base, m);

      any = any || from != LV_NONE;
      g_array_append_val (op->lists, from);
    }
  if (!any || maps[1] == LV_NONE)
    {
      g_array_set_size (op->lists, before);
      return;
    }
  append (self, cell, maps);
  close_segment (self);
}

static void
bind_lookup (Bind *self, guint32 cell)
{
  LvOp *op = self->op;
  guint32 values = read_base (self, 0);
  guint32 bounds = read_base (self, 1);
  guint32 maps[3] = { values, bounds, read_cell (self, 2) };

  if (maps[2] == LV_NONE)
    return;
  for (guint m = 0; m < lv_axis_length (op->axis); m++)
    {
      guint32 value = list_cell (self, 0, values, m);
      guint32 bound = list_cell (self, 1, bounds, m);

      if (value == LV_NONE || bound == LV_NONE)
        continue;
      g_array_append_val (op->lists, value);
      g_array_append_val (op->lists2, bound);
    }
  append (self, cell, maps);
  close_segment (self);
}

/* window(): the list holds the present member itself and those before it, latest first, LV_NONE where one
 * is absent; cumulate(): the cell of the result before this one, and the own value. */
static void
bind_running (Bind *self, guint32 cell)
{
  LvOp *op = self->op;
  guint position = (guint) lv_shape_find (&op->shape, op->axis);
  gsize stride = self->reader[0].stride[position];
  guint32 own = read_cell (self, 0);
  guint32 maps[3] = { own, LV_NONE };
  guint32 from = own;

  if (own == LV_NONE)
    return;
  if (op->code == LV_FN_WINDOW)
    {
      maps[1] = read_cell (self, 1);
      if (maps[1] == LV_NONE)
        return;
      for (guint back = self->coord[position] + 1; back > 0; back--)
        {
          guint32 there = self->reader[0].slot->present[from] ? from : LV_NONE;

          g_array_append_val (op->lists, there);
          from = (guint32) (from - stride);
        }
    }
  else
    {
      gsize own_stride = lv_shape_stride (&op->shape, position);
      guint32 before = LV_NONE;

      for (guint back = 1; before == LV_NONE && back <= self->coord[position]; back++)
        if (lv_slot (self->model, op->slot)->present[cell - back * own_stride])
          before = (guint32) (cell - back * own_stride);
      g_array_append_val (op->lists, before);
    }
  append (self, cell, maps);
  close_segment (self);
}

static void
bind_monthly (Bind *self, guint32 cell)
{
  const LvOp *op = self->op;
  guint position = (guint) lv_shape_find (&op->shape, op->axis);
  const LvSlot *slot = self->reader[0].slot;
  int years = lv_shape_find (&slot->shape, op->axis->parent);
  int year = lv_axis_parent_index (op->axis, self->coord[position]);
  guint32 maps[3];

  if (year < 0)
    return;
  maps[0] = read_base (self, 0);
  if (years >= 0 && op->operand[0].pin[years] < 0)
    maps[0] += (guint32) ((gsize) year * lv_shape_stride (&slot->shape, (guint) years));
  if (slot->present[maps[0]])
    append (self, cell, maps);
}

/* change() is 0 where its value is absent, so it is there everywhere. */
static void
bind_everywhere (Bind *self, guint32 cell)
{
  guint32 maps[3];

  for (guint i = 0; i < self->op->n_operands; i++)
    maps[i] = read_cell (self, i);
  append (self, cell, maps);
}

static void
bind_part (Bind *self, guint32 cell)
{
  const LvPlaced *placed = &g_array_index (self->model->placed, LvPlaced, (guint) self->op->start);
  guint32 maps[3] = { read_cell (self, 0), LV_NONE };

  if (lv_place_contains (&placed->place, &self->op->shape, cell))
    maps[1] = read_cell (self, 1);
  append (self, cell, maps);
}

/* A moved effect: the list holds the whole line of its values along time. */
static void
bind_shift (Bind *self, guint32 cell)
{
  LvOp *op = self->op;
  guint position = (guint) lv_shape_find (&op->shape, op->axis);
  gsize stride = self->reader[0].stride[position];
  guint32 base = read_base (self, 0) - (guint32) (self->coord[position] * stride);
  guint32 maps[3] = { base, read_cell (self, 1) };

  if (maps[1] == LV_NONE)
    return;
  for (guint m = 0; m < lv_axis_length (op->axis); m++)
    {
      guint32 from = (guint32) (base + m * stride);

      if (!self->reader[0].slot->present[from])
        from = LV_NONE;
      g_array_append_val (op->lists, from);
    }
  append (self, cell, maps);
  close_segment (self);
}

static void
bind_cell (Bind *self, guint32 cell)
{
  switch (self->op->code)
    {
    case LV_OP_INPUT:
      bind_input (self, cell);
      break;
    case LV_OP_SELECT:
    case LV_FN_OTHERWISE:
      bind_either (self, cell);
      break;
    case LV_FN_SUM:
    case LV_FN_MEDIAN:
    case LV_FN_SMALLEST:
    case LV_FN_LARGEST:
    case LV_FN_COUNT:
      bind_reduce (self, cell);
      break;
    case LV_FN_TOTAL:
    case LV_FN_LAST:
      bind_years (self, cell);
      break;
    case LV_FN_MEAN:
      if (self->years != LV_NONE)
        bind_years (self, cell);
      else
        bind_reduce (self, cell);
      break;
    case LV_FN_SHARE:
    case LV_FN_RANK:
      bind_along (self, cell);
      break;
    case LV_OP_AT_CHOICE:
      bind_choice (self, cell);
      break;
    case LV_FN_LOOKUP:
      bind_lookup (self, cell);
      break;
    case LV_FN_WINDOW:
    case LV_FN_CUMULATE:
      bind_running (self, cell);
      break;
    case LV_FN_MONTHLY:
      bind_monthly (self, cell);
      break;
    case LV_FN_CHANGE:
    case LV_FN_KNOWN:
      bind_everywhere (self, cell);
      break;
    case LV_OP_ADD_PART:
      bind_part (self, cell);
      break;
    case LV_FN_SHIFT:
      bind_shift (self, cell);
      break;
    default:
      bind_cellwise (self, cell);
    }
}

static void
bind_init (Bind *self, LvModel *model, LvOp *op)
{
  self->model = model;
  self->op = op;
  self->years = LV_NONE;
  for (guint i = 0; i < op->n_operands; i++)
    reader_init (&self->reader[i], model, op, &op->operand[i]);
  if (op->axis != NULL && op->axis->parent != NULL
      && (op->code == LV_FN_TOTAL || op->code == LV_FN_LAST || op->code == LV_FN_MEAN)
      && lv_shape_find (&op->shape, op->axis->parent) >= 0)
    self->years = (guint) lv_shape_find (&op->shape, op->axis->parent);
}

/* Goes on to the next cell; along the axis at @fixed (-1 for none) it stays where it is. */
static void
step_coord (Bind *self, int fixed)
{
  const LvShape *shape = &self->op->shape;

  for (guint i = shape->n; i > 0; i--)
    {
      if ((int) i - 1 == fixed)
        continue;
      if (++self->coord[i - 1] < lv_axis_length (shape->axis[i - 1]))
        break;
      self->coord[i - 1] = 0;
    }
}

/* Binds the cells of one op; in a loop, only those at member @at of the loop's axis: there are as many turns as members,
 * and each must not look at the cells of all others. */
static void
bind_cells (LvModel *model, LvOp *op, const LvAxis *loop, guint at)
{
  Bind self = { 0 };
  int position = loop != NULL ? lv_shape_find (&op->shape, loop) : -1;
  gsize length = position >= 0 ? lv_axis_length (loop) : 1;
  gsize stride = position >= 0 ? lv_shape_stride (&op->shape, (guint) position) : 1;
  gsize turns = lv_shape_cells (&op->shape) / length;

  bind_init (&self, model, op);
  if (position >= 0)
    self.coord[position] = at;
  for (gsize i = 0; i < turns; i++)
    {
      gsize cell = position >= 0 ? (i / stride * length + at) * stride + i % stride : i;

      bind_cell (&self, (guint32) cell);
      step_coord (&self, position);
    }
}

static void
prepare (LvOp *op)
{
  guint32 zero = 0;

  op->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < op->n_operands; i++)
    op->maps[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  op->segments = g_array_new (FALSE, FALSE, sizeof (guint32));
  op->lists = g_array_new (FALSE, FALSE, sizeof (guint32));
  op->lists2 = g_array_new (FALSE, FALSE, sizeof (guint32));
  op->slices = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (op->segments, zero);
  g_array_append_val (op->slices, zero);
}

static void
bind_member (LvModel *model, LvBlock *block, guint at)
{
  for (guint i = 0; i < block->ops->len; i++)
    {
      LvOp *op = g_ptr_array_index (block->ops, i);

      if (op->lag < 0 || at < (guint) op->lag)
        continue;
      bind_cells (model, op, block->loop, at - (guint) op->lag);
      g_array_append_val (op->slices, op->cells->len);
    }
}

/** Binds every operation of @block, in the order in which they will run. */
void
lv_bind (LvModel *self, LvBlock *block)
{
  for (guint i = 0; i < block->ops->len; i++)
    {
      LvOp *op = g_ptr_array_index (block->ops, i);

      prepare (op);
      if (op->lag < 0)
        bind_cells (self, op, NULL, 0);
    }
  for (guint at = 0; block->loop != NULL && at < lv_axis_length (block->loop); at++)
    bind_member (self, block, at);
}
