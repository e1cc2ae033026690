/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and columns. A time axis runs along the columns, each year in the same column on the whole sheet;
 * members of all other axes have a row each. */
#include "lv-plan-place.h"

#include <math.h>

/** Chooses the axis along the columns: the last one that counts time, if any. */
void
lv_area_init (LvCalcArea *self, const LvShape *shape)
{
  gsize outer;

  self->shape = *shape;
  self->across = -1;
  for (guint i = 0; i < shape->n; i++)
    if (shape->axis[i]->kind != LV_AXIS_NAMED
        && (self->across < 0 || shape->axis[i]->kind == LV_AXIS_MONTHS
            || shape->axis[self->across]->kind == LV_AXIS_WHOLE))
      self->across = (int) i;
  outer = lv_shape_cells (shape) / lv_area_members (self);
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) outer);
  for (gsize i = 0; i < outer; i++)
    {
      guint none = LV_NONE;

      g_array_append_val (self->rows, none);
    }
}

void
lv_area_clear (LvCalcArea *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
}

/** Returns: (nullable): the axis along the columns */
const LvAxis *
lv_area_axis (const LvCalcArea *self)
{
  return self->across >= 0 ? self->shape.axis[self->across] : NULL;
}

/** Returns: how many members it has */
guint
lv_area_members (const LvCalcArea *self)
{
  return self->across >= 0 ? lv_axis_length (self->shape.axis[self->across]) : 1;
}

/** Returns: which of the rows @cell is in */
guint
lv_area_outer (const LvCalcArea *self, gsize cell)
{
  gsize stride;
  gsize length;

  if (self->across < 0)
    return (guint) cell;
  stride = lv_shape_stride (&self->shape, (guint) self->across);
  length = lv_area_members (self);
  return (guint) (cell / (stride * length) * stride + cell % stride);
}

/** Returns: the cell of @member in row @outer */
gsize
lv_area_cell (const LvCalcArea *self, guint outer, guint member)
{
  gsize stride;

  if (self->across < 0)
    return outer;
  stride = lv_shape_stride (&self->shape, (guint) self->across);
  return outer / stride * stride * lv_area_members (self) + outer % stride + member * stride;
}

static void
measure_area (LvPlan *self, const LvCalcArea *area, guint slot)
{
  const LvAxis *axis = lv_area_axis (area);

  for (gsize cell = 0; axis != NULL && cell < lv_shape_cells (&area->shape); cell++)
    if (lv_plan_wants (self, slot, cell))
      {
        guint member = lv_shape_coordinate (&area->shape, cell, (guint) area->across);

        self->first[axis->number] = MIN (self->first[axis->number], member);
        self->last[axis->number] = MAX (self->last[axis->number], member);
      }
}

/** Finds which members of the time axes have a column: those from the first to the last that is used. */
void
lv_plan_measure (LvPlan *self)
{
  guint n = lv_pack_n_axes (self->model->pack);

  self->first = g_new (guint, n + 1);
  self->last = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    self->first[i] = LV_NONE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      guint slot = g_array_index (self->lines, LvCalcLine, i).slot;

      if (g_array_index (self->lines, LvCalcLine, i).kind != LV_LINE_VALUES)
        continue;
      if (!g_array_index (self->lines, LvCalcLine, i).clean)
        lv_area_init (&self->slots[slot].area, &lv_slot (self->model, slot)->shape);
      measure_area (self,
                    g_array_index (self->lines, LvCalcLine, i).clean ? &self->slots[slot].clean
                                                                     : &self->slots[slot].area,
                    slot);
    }
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const LvNode *node = g_ptr_array_index (self->inputs, i);

      measure_area (self, lv_plan_input_area (self, node), node->slot);
    }
  for (guint i = 0; i < n; i++)
    if (self->first[i] != LV_NONE)
      self->columns = MAX (self->columns, self->last[i] - self->first[i] + 1);
}

/**
 * lv_plan_give_rows:
 * @slot: whose cells decide which rows there are
 * @row: the first row
 *
 * Returns: the row after the last
 */
guint
lv_plan_give_rows (const LvPlan *self, LvCalcArea *area, guint slot, guint row)
{
  for (guint outer = 0; outer < area->rows->len; outer++)
    {
      gboolean any = FALSE;

      for (guint m = 0; !any && m < lv_area_members (area); m++)
        any = lv_plan_wants (self, slot, lv_area_cell (area, outer, m));
      if (any)
        g_array_index (area->rows, guint, outer) = row++;
    }
  return row;
}

/** Finds the column of @cell in an area whose first value column is @base. */
gboolean
lv_plan_column (const LvPlan *self, const LvCalcArea *area, gsize cell, guint base, guint *column)
{
  const LvAxis *axis = lv_area_axis (area);
  guint member;

  *column = base;
  if (axis == NULL)
    return TRUE;
  member = lv_shape_coordinate (&area->shape, cell, (guint) area->across);
  if (member < self->first[axis->number] || member > self->last[axis->number])
    return FALSE;
  *column = base + 1 + member - self->first[axis->number];
  return TRUE;
}

static gboolean
address_in (const LvPlan *self, const LvCalcArea *area, gsize cell, guint base, guint *row,
            guint *column)
{
  *row = g_array_index (area->rows, guint, lv_area_outer (area, cell));
  return *row != LV_NONE && lv_plan_column (self, area, cell, base, column);
}

/** Returns: (transfer none): where @node, an input, stands */
const LvCalcArea *
lv_plan_input_area (const LvPlan *self, const LvNode *node)
{
  return g_hash_table_lookup (self->areas, node->base != NULL ? node->base : node);
}

/** Finds the input cell of @node, or with @standard the cell of its default. */
gboolean
lv_plan_input_address (const LvPlan *self, const LvNode *node, gsize cell, gboolean standard,
                       guint *row, guint *column)
{
  const LvCalcArea *area = lv_plan_input_area (self, node);

  return area != NULL
         && address_in (self, area, cell,
                        standard ? self->standard_column : self->value_column[LV_CALC_INPUTS], row,
                        column);
}

/** Finds where the source's own number stands: with the default unless it was corrected. */
gboolean
lv_plan_printed_address (const LvPlan *self, const LvNode *node, gsize cell, guint *row, guint *column)
{
  const LvNode *own = node->base != NULL ? node->base : node;
  const LvCalcArea *area = g_hash_table_lookup (self->printed, own);

  if (area == NULL)
    return lv_plan_input_address (self, own, cell, TRUE, row, column);
  return address_in (self, area, cell, self->standard_column, row, column);
}

/** Finds the cell that holds @cell of the model's column @slot. */
gboolean
lv_plan_address (const LvPlan *self, guint slot, gsize cell, LvCalcSheet *sheet, guint *row,
                 guint *column)
{
  const LvCalcSlot *place = &self->slots[slot];

  if (place->how == LV_PLACED_SCENARIO || place->how == LV_PLACED_STANDARD)
    {
      *sheet = LV_CALC_INPUTS;
      return lv_plan_input_address (self, place->input, cell, place->how == LV_PLACED_STANDARD, row,
                                    column);
    }
  *sheet = LV_CALC_CALCULATION;
  return place->how == LV_PLACED_ROWS
         && address_in (self, &place->area, cell, self->value_column[LV_CALC_CALCULATION], row, column);
}

/** Finds the copy of @cell that is an empty text where it is missing. */
gboolean
lv_plan_clean_address (const LvPlan *self, guint slot, gsize cell, guint *row, guint *column)
{
  const LvCalcArea *area = &self->slots[slot].clean;

  return area->rows != NULL
         && address_in (self, area, cell, self->value_column[LV_CALC_CALCULATION], row, column);
}

/** Returns: the operation that makes @cell of @slot, and which of its cells that is */
const LvOp *
lv_plan_op (const LvPlan *self, guint slot, gsize cell, guint *index)
{
  LvCalcSlot *place = &self->slots[slot];

  if (place->index == NULL)
    {
      gsize cells = lv_slot (self->model, slot)->cells;

      place->index = g_new (guint32, 2 * cells);
      for (gsize i = 0; i < 2 * cells; i++)
        place->index[i] = LV_NONE;
      for (guint p = 0; p < place->producers->len; p++)
        {
          const LvOp *op = g_ptr_array_index (place->producers, p);

          for (guint i = 0; i < op->cells->len; i++)
            {
              place->index[2 * g_array_index (op->cells, guint32, i)] = p;
              place->index[2 * g_array_index (op->cells, guint32, i) + 1] = i;
            }
        }
    }
  if (place->index[2 * cell] == LV_NONE)
    return NULL;
  *index = place->index[2 * cell + 1];
  return g_ptr_array_index (place->producers, place->index[2 * cell]);
}

/** Returns: the first row of @axis on the sheet of axes, which it gets now if it has none */
guint
lv_plan_axis_row (LvPlan *self, const LvAxis *axis)
{
  guint row = 2;
  LvCalcAxis added = { .axis = axis };

  for (guint i = 0; i < self->axes->len; i++)
    {
      const LvCalcAxis *have = &g_array_index (self->axes, LvCalcAxis, i);

      if (have->axis == axis)
        return have->row;
      row = have->row + lv_axis_length (have->axis);
    }
  added.row = row;
  g_array_append_val (self->axes, added);
  return row;
}
