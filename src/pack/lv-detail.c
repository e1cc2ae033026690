/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

static void
series_free (LvSeries *self)
{
  g_free (self->values);
  g_free (self->printed);
  g_free (self->status);
  g_free (self->info); /* the records are the pack's */
  g_free (self);
}

static void
parameter_free (LvParameter *self)
{
  g_free (self->defaults);
  g_free (self->present);
  g_free (self);
}

static void
formula_free (LvFormula *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

static void
measure_free (LvMeasure *self)
{
  g_array_unref (self->effects);
  g_ptr_array_unref (self->excludes);
  g_free (self);
}

static void
check_free (LvCheck *self)
{
  lv_expr_free (self->left);
  lv_expr_free (self->right);
  g_free (self->tolerance);
  g_array_unref (self->known);
  g_free (self);
}

static void
solve_free (LvSolve *self)
{
  lv_expr_free (self->target);
  g_array_unref (self->levers);
  g_free (self);
}

static void
table_free (LvTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
row_free (LvRow *self)
{
  g_free (self->cells);
  g_free (self);
}

static void
flow_free (LvFlow *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->arrows);
  g_free (self);
}

static void
attachment_free (LvAttachment *self)
{
  g_array_unref (self->sheets);
  g_array_unref (self->given);
  g_free (self);
}

/** Frees what was made of the group. */
void
lv_item_free_detail (LvItem *item)
{
  gpointer detail = g_steal_pointer (&item->detail);

  if (detail == NULL)
    return;
  switch ((int) item->kind)
    {
    case LV_KIND_AXIS:
      lv_axis_free (detail);
      break;
    case LV_KIND_SERIES:
      series_free (detail);
      break;
    case LV_KIND_PARAMETER:
      parameter_free (detail);
      break;
    case LV_KIND_FORMULA:
      formula_free (detail);
      break;
    case LV_KIND_MEASURE:
      measure_free (detail);
      break;
    case LV_KIND_CHECK:
      check_free (detail);
      break;
    case LV_KIND_SOLVE:
      solve_free (detail);
      break;
    case LV_KIND_TABLE:
      table_free (detail);
      break;
    case LV_KIND_ROW:
      row_free (detail);
      break;
    case LV_KIND_FLOW:
      flow_free (detail);
      break;
    case LV_KIND_ATTACHMENT:
      attachment_free (detail);
      break;
    case LV_KIND_SCENARIO:
      lv_scenario_free (detail);
      break;
    default:
      g_free (detail);
    }
}
