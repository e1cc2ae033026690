/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells have to be in the workbook: those that were asked for, and all that they look at. */
#include "lv-plan-place.h"

typedef struct
{
  guint slot;
  guint32 cell;
} Entry;

typedef struct
{
  LvPlan *plan;
  GArray *queue;     /* Entry */
  GHashTable *seen;  /* LvOp: its uses are counted */
} Walk;

/** Returns: whether @op looks at the known ones of its cells only */
gboolean
lv_op_skips_missing (const LvOp *op)
{
  switch (op->code)
    {
    case LV_FN_MEDIAN:
    case LV_FN_SMALLEST:
    case LV_FN_LARGEST:
    case LV_FN_RANK:
      return TRUE;
    case LV_FN_MEAN:
      return op->axis->parent == NULL || lv_shape_find (&op->shape, op->axis->parent) < 0;
    default:
      return FALSE;
    }
}

static gboolean
wants_cells (const LvOp *op, guint operand)
{
  switch (op->code)
    {
    case LV_FN_SUM:
    case LV_FN_MEAN:
    case LV_FN_MEDIAN:
    case LV_FN_SMALLEST:
    case LV_FN_LARGEST:
    case LV_FN_COUNT:
    case LV_FN_SHARE:
    case LV_FN_RANK:
    case LV_FN_TOTAL:
    case LV_FN_LAST:
      return operand == 0;
    case LV_OP_AT_CHOICE:
    case LV_FN_LOOKUP:
    case LV_FN_WINDOW:
    case LV_FN_SHIFT:
    case LV_FN_PHASE:
      return TRUE;
    default:
      return FALSE;
    }
}

/** Returns: how often the text of an operand stands in the form */
guint
lv_op_times (const LvOp *op, guint operand)
{
  switch (op->code)
    {
    case LV_FN_DIVIDE:
    case LV_FN_ROUND:
      return operand == 1 ? 2 : 1;
    case LV_FN_OTHERWISE:
      return operand == 0 ? 2 : 1;
    case LV_FN_CHANGE:
      return 2;
    case LV_FN_REPRICE:
      return operand == 2 ? 2 : 1;
    default:
      return 1;
    }
}

static void
want (Walk *self, guint slot, guint32 cell)
{
  LvCalcSlot *place = &self->plan->slots[slot];
  Entry entry = { .slot = slot, .cell = cell };

  if (cell == LV_NONE)
    return;
  if (place->wanted == NULL)
    place->wanted = g_new0 (guint8, lv_slot (self->plan->model, slot)->cells);
  if (place->wanted[cell])
    return;
  place->wanted[cell] = 1;
  g_array_append_val (self->queue, entry);
}

static void
count_uses (Walk *self, const LvOp *op)
{
  if (!g_hash_table_add (self->seen, (gpointer) op))
    return;
  for (guint k = 0; k < op->n_operands; k++)
    {
      LvCalcSlot *from = &self->plan->slots[op->operand[k].slot];

      from->uses += lv_op_times (op, k);
      from->forced = from->forced || wants_cells (op, k);
      from->cleaned = from->cleaned || (k == 0 && lv_op_skips_missing (op));
    }
}

/* Of an operation with lists the first map is only where a line begins, unless the own cell counts. */
static gboolean
map_is_read (const LvOp *op, guint operand)
{
  if (op->lists->len == 0 && op->segments->len <= 1)
    return TRUE;
  if (operand == 0)
    return op->code == LV_FN_SHARE || op->code == LV_FN_RANK || op->code == LV_FN_CUMULATE;
  return op->code != LV_FN_LOOKUP || operand == 2;
}

static void
want_list (Walk *self, const LvOp *op, guint index)
{
  guint from = g_array_index (op->segments, guint32, index);
  guint to = g_array_index (op->segments, guint32, index + 1);

  for (guint i = from; i < to; i++)
    {
      want (self, op->code == LV_FN_CUMULATE ? op->slot : op->operand[0].slot,
            g_array_index (op->lists, guint32, i));
      if (op->lists2->len > 0)
        want (self, op->operand[1].slot, g_array_index (op->lists2, guint32, i));
    }
}

static void
want_operands (Walk *self, const LvOp *op, guint index)
{
  count_uses (self, op);
  if (op->code == LV_OP_INPUT && op->node->base != NULL)
    want (self, op->node->base->slot, g_array_index (op->cells, guint32, index));
  if (op->code == LV_FN_PRINTED)
    want (self, op->node->slot, g_array_index (op->maps[0], guint32, index));
  if (op->segments->len > index + 1)
    want_list (self, op, index);
  for (guint k = 0; k < op->n_operands; k++)
    if (map_is_read (op, k))
      want (self, op->operand[k].slot, g_array_index (op->maps[k], guint32, index));
}

/** Marks @wants and everything upstream of them. */
void
lv_plan_want_all (LvPlan *self, const GArray *wants)
{
  Walk walk = { .plan = self,
                .queue = g_array_new (FALSE, FALSE, sizeof (Entry)),
                .seen = g_hash_table_new (NULL, NULL) };

  for (guint i = 0; i < wants->len; i++)
    {
      const LvWant *one = &g_array_index (wants, LvWant, i);

      if (lv_slot (self->model, one->node->slot)->present[one->cell])
        want (&walk, one->node->slot, (guint32) one->cell);
    }
  for (guint at = 0; at < walk.queue->len; at++)
    {
      Entry entry = g_array_index (walk.queue, Entry, at);
      guint index;
      const LvOp *op = lv_plan_op (self, entry.slot, entry.cell, &index);

      if (op != NULL && self->slots[entry.slot].given)
        {
          /* Both stand in the same row, which is the scenario's. */
          if (op->node->base != NULL)
            want (&walk, op->node->base->slot, entry.cell);
          continue;
        }

      if (op != NULL)
        want_operands (&walk, op, index);
    }
  g_array_unref (walk.queue);
  g_hash_table_unref (walk.seen);
}

/** Returns: whether @cell of the model's column @slot is in the workbook */
gboolean
lv_plan_wants (const LvPlan *self, guint slot, gsize cell)
{
  return self->slots[slot].wanted != NULL && self->slots[slot].wanted[cell] != 0;
}
