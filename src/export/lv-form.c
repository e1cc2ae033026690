/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations that make a cell from one cell of each operand. */
#include "lv-form.h"

#include "lv-number.h"
#include "lv-workbook.h"

#include <math.h>
#include <string.h>

/** Writes a reference to a cell, with the sheet's name where it is another sheet. */
void
lv_form_at (const LvForm *self, LvCalcSheet sheet, guint row, guint column, GString *out)
{
  if (sheet != self->sheet)
    {
      g_string_append (out, self->plan->sheet_ref[sheet]);
      g_string_append_c (out, '!');
    }
  lv_cell_append (out, row, column);
}

void
lv_form_number (double number, guint around, GString *out)
{
  char buffer[LV_NUMBER_BUFFER];

  if (isnan (number))
    g_string_append (out, "NA()");
  else if (number < 0 && around > LV_AROUND_ARGUMENT)
    g_string_append_printf (out, "(%s)", lv_number_format_c (number, buffer));
  else
    g_string_append (out, lv_number_format_c (number, buffer));
}

/** Writes the address of @cell. Returns: whether it has one */
gboolean
lv_form_append (const LvForm *self, guint slot, gsize cell, GString *out)
{
  LvCalcSheet sheet;
  guint row;
  guint column;

  if (!lv_plan_address (self->plan, slot, cell, &sheet, &row, &column))
    return FALSE;
  lv_form_at (self, sheet, row, column, out);
  return TRUE;
}

/** Returns: (transfer full) (nullable): the address of @cell, when it has one */
char *
lv_form_reference (const LvForm *self, guint slot, gsize cell)
{
  g_autoptr (GString) out = g_string_new (NULL);

  return lv_form_append (self, slot, cell, out) ? g_strdup (out->str) : NULL;
}

static gboolean
is_truth (const LvOp *op)
{
  return (op->code >= LV_FN_EQUAL && op->code <= LV_FN_NOT) || op->code == LV_FN_KNOWN;
}

/* The number that @cell of an operand is, when it is written as one. */
static gboolean
constant_of (const LvForm *self, guint slot, guint32 cell, double *number)
{
  guint index;
  const LvOp *op;

  if (self->plan->slots[slot].how != LV_PLACED_INSIDE || cell == LV_NONE)
    return FALSE;
  op = lv_plan_op (self->plan, slot, cell, &index);
  if (op == NULL)
    return FALSE;
  if (op->code == LV_OP_CONSTANT)
    {
      *number = op->number;
      return TRUE;
    }
  if (op->code != LV_OP_COPY
      || !constant_of (self, op->operand[0].slot, g_array_index (op->maps[0], guint32, index), number))
    return FALSE;
  *number = *number * op->num / op->den;
  return TRUE;
}

static guint32
operand_cell (const LvOp *op, guint operand, guint index)
{
  return g_array_index (op->maps[operand], guint32, index);
}

static void
operand (LvForm *self, const LvOp *op, guint number, guint index, guint around, gboolean truth,
         GString *out)
{
  lv_form_slot (self, op->operand[number].slot, operand_cell (op, number, index), around, truth, out);
}

static gboolean
binds (char c)
{
  return c != '\0' && strchr ("+-*/^=<>", c) != NULL;
}

/* %1, %2 and %3 of a form; next to a sign they are bracketed unless they are atoms. */
static void
fill (LvForm *self, const LvOp *op, guint index, const char *form, guint priority, GString *out)
{
  gboolean truth = op->code == LV_FN_AND || op->code == LV_FN_OR || op->code == LV_FN_NOT;

  for (const char *p = form; *p != '\0'; p++)
    {
      guint number;
      guint around;

      if (p[0] != '%')
        {
          g_string_append_c (out, *p);
          continue;
        }
      number = (guint) (p[1] - '1');
      around = (p > form && binds (p[-1])) || binds (p[2]) ? LV_AROUND_ATOM : LV_AROUND_ARGUMENT;
      if (around > 0 && priority > 0 && op->n_operands == 2)
        around = priority + (number == 1 ? 1 : 0);
      operand (self, op, number, index, around, truth || (op->code == LV_FN_IF && number == 0), out);
      p++;
    }
}

static void
bracketed (LvForm *self, const LvOp *op, guint index, const char *form, guint priority, guint around,
           GString *out)
{
  gboolean brackets = priority < around;

  if (brackets)
    g_string_append_c (out, '(');
  fill (self, op, index, form, priority, out);
  if (brackets)
    g_string_append_c (out, ')');
}

/* A divisor that is a number need not be asked whether it is 0. */
static const char *
form_of (const LvForm *self, const LvOp *op, guint index, guint *priority)
{
  double divisor;

  *priority = 0;
  if ((op->code == LV_FN_DIVIDE || op->code == LV_FN_ROUND)
      && constant_of (self, op->operand[1].slot, operand_cell (op, 1, index), &divisor) && divisor != 0)
    {
      *priority = LV_AROUND_PRODUCT;
      return op->code == LV_FN_DIVIDE ? "%1/%2" : "ROUND(%1/%2,0)*%2";
    }
  switch (op->code)
    {
    case LV_FN_ADD:
    case LV_FN_SUBTRACT:
    case LV_FN_MULTIPLY:
    case LV_FN_NEGATE:
      *priority = lv_function_get ((LvFn) op->code)->priority;
      break;
    case LV_FN_EQUAL:
    case LV_FN_UNEQUAL:
    case LV_FN_LESS:
    case LV_FN_LESS_EQUAL:
    case LV_FN_GREATER:
    case LV_FN_GREATER_EQUAL:
      *priority = 4;
      break;
    default:
      break;
    }
  return lv_function_get ((LvFn) op->code)->sheet;
}

static void
cellwise (LvForm *self, const LvOp *op, guint index, guint around, gboolean truth, GString *out)
{
  guint priority;
  const char *form = form_of (self, op, index, &priority);
  gboolean wrap = is_truth (op) && !truth;

  if (op->code == LV_FN_NEGATE)
    priority = around > 0 ? 1 : LV_AROUND_ATOM;
  if (wrap)
    {
      g_string_append (out, "IF(");
      around = 0;
    }
  bracketed (self, op, index, form, priority > 0 ? priority : LV_AROUND_ATOM, around, out);
  if (wrap)
    g_string_append (out, ",1,0)");
}

static gboolean
whole (double x)
{
  return x == floor (x);
}

/* x*num/den, with factors of 1 left out; a number is converted at once. */
static void
copy (LvForm *self, const LvOp *op, guint index, guint around, gboolean truth, GString *out)
{
  double number;
  double times = op->num;
  double by = op->den;
  gboolean brackets = LV_AROUND_PRODUCT < around;

  if (constant_of (self, op->operand[0].slot, operand_cell (op, 0, index), &number))
    {
      lv_form_number (number * op->num / op->den, around, out);
      return;
    }
  if (times == by)
    {
      operand (self, op, 0, index, around, truth, out);
      return;
    }
  if (whole (times / by))
    {
      times = times / by;
      by = 1;
    }
  else if (whole (by / times))
    {
      by = by / times;
      times = 1;
    }
  g_string_append (out, brackets ? "(" : "");
  operand (self, op, 0, index, LV_AROUND_PRODUCT, FALSE, out);
  if (times != 1)
    {
      g_string_append_c (out, '*');
      lv_form_number (times, LV_AROUND_ATOM, out);
    }
  if (by != 1)
    {
      g_string_append_c (out, '/');
      lv_form_number (by, LV_AROUND_ATOM, out);
    }
  g_string_append (out, brackets ? ")" : "");
}

/* Which of the two is there never depends on values; otherwise() also looks at the value. */
static void
either (LvForm *self, const LvOp *op, guint index, guint around, gboolean truth, GString *out)
{
  guint32 first = operand_cell (op, 0, index);
  guint32 second = op->n_operands > 1 ? operand_cell (op, 1, index) : LV_NONE;

  if (first == LV_NONE)
    operand (self, op, 1, index, around, truth, out);
  else if (op->code == LV_OP_SELECT || second == LV_NONE)
    operand (self, op, 0, index, around, truth, out);
  else
    cellwise (self, op, index, around, truth, out);
}

static void
known (LvForm *self, const LvOp *op, guint index, gboolean truth, GString *out)
{
  if (operand_cell (op, 0, index) == LV_NONE)
    g_string_append (out, truth ? "FALSE" : "0");
  else
    cellwise (self, op, index, LV_AROUND_ARGUMENT, truth, out);
}

/* 0 where either is absent, and where the difference is missing. */
static void
change (LvForm *self, const LvOp *op, guint index, GString *out)
{
  if (operand_cell (op, 0, index) == LV_NONE || operand_cell (op, 1, index) == LV_NONE)
    {
      g_string_append_c (out, '0');
      return;
    }
  g_string_append (out, "IF(ISNA(");
  fill (self, op, index, "%1-%2", LV_AROUND_SUM, out);
  g_string_append (out, "),0,");
  fill (self, op, index, "%1-%2", LV_AROUND_SUM, out);
  g_string_append_c (out, ')');
}

static void
add_part (LvForm *self, const LvOp *op, guint index, guint around, GString *out)
{
  double number = 1;
  gboolean nothing = constant_of (self, op->operand[0].slot, operand_cell (op, 0, index), &number)
                     && number == 0;

  if (operand_cell (op, 1, index) == LV_NONE)
    operand (self, op, 0, index, around, FALSE, out);
  else if (nothing)
    operand (self, op, 1, index, around, FALSE, out);
  else
    bracketed (self, op, index, "%1+%2", LV_AROUND_SUM, around, out);
}

/* Numbers of members stand on the sheet of axes: in column 3, the days of months in column 5, the
 * month's place in its year in column 4. */
static void
of_axis (LvForm *self, const LvOp *op, guint index, GString *out)
{
  guint32 cell = g_array_index (op->cells, guint32, index);
  guint member
      = lv_shape_coordinate (&op->shape, cell, (guint) lv_shape_find (&op->shape, op->axis));
  guint column = op->code == LV_FN_DAYS ? 5 : op->n_axes < 2 ? 3 : 4;

  lv_form_at (self, LV_CALC_AXES, lv_plan_axis_row (self->plan, op->axis) + member, column, out);
}

static void
printed (LvForm *self, const LvOp *op, guint index, GString *out)
{
  guint row;
  guint column;

  if (lv_plan_printed_address (self->plan, op->node, operand_cell (op, 0, index), &row, &column))
    lv_form_at (self, LV_CALC_INPUTS, row, column, out);
  else
    g_string_append (out, "NA()");
}

/* k/n in month k of the phase-in, counted from the start in the scenario. */
static void
phase (LvForm *self, const LvOp *op, guint index, GString *out)
{
  guint32 cell = g_array_index (op->cells, guint32, index);
  guint member = lv_shape_coordinate (&op->shape, cell, (guint) lv_shape_find (&op->shape, op->axis));
  const guint *rows = self->plan->slots[op->slot].phase_row;
  guint column = self->plan->value_column[LV_CALC_CALCULATION];
  g_autoptr (GString) k = g_string_new (NULL);

  lv_form_at (self, LV_CALC_AXES, lv_plan_axis_row (self->plan, op->axis) + member, 3, k);
  g_string_append_c (k, '-');
  lv_form_at (self, LV_CALC_CALCULATION, rows[0], column, k);
  g_string_append (k, "+1-");
  operand (self, op, 0, index, LV_AROUND_ATOM, FALSE, k);
  g_string_append_printf (out, "IF(%s<1,0,MIN((%s)/", k->str, k->str);
  lv_form_at (self, LV_CALC_CALCULATION, rows[1], column, out);
  g_string_append (out, ",1))");
}

static void
operation (LvForm *self, const LvOp *op, guint index, guint around, gboolean truth, GString *out)
{
  switch (op->code)
    {
    case LV_OP_CONSTANT:
      lv_form_number (op->number, around, out);
      break;
    case LV_OP_COPY:
    case LV_FN_MONTHLY:
      copy (self, op, index, around, truth, out);
      break;
    case LV_OP_SELECT:
    case LV_FN_OTHERWISE:
      either (self, op, index, around, truth, out);
      break;
    case LV_FN_KNOWN:
      known (self, op, index, truth, out);
      break;
    case LV_FN_CHANGE:
      change (self, op, index, out);
      break;
    case LV_OP_ADD_PART:
      add_part (self, op, index, around, out);
      break;
    case LV_FN_POSITION:
    case LV_FN_DAYS:
      of_axis (self, op, index, out);
      break;
    case LV_FN_PRINTED:
      printed (self, op, index, out);
      break;
    case LV_FN_PHASE:
      phase (self, op, index, out);
      break;
    case LV_FN_REPRICE:
      bracketed (self, op, index, "IF(%3=0,NA(),%1*%2/%3)", LV_AROUND_ATOM, around, out);
      break;
    default:
      if (lv_form_is_list (op))
        lv_form_list (self, op, index, around, out);
      else
        cellwise (self, op, index, around, truth, out);
    }
}

/**
 * lv_form_slot:
 * @cell: which cell of the model's column @slot
 * @around: how tightly the text around binds
 * @truth: whether TRUE and FALSE will do; else they become 1 and 0
 *
 * Writes a reference, or the operation itself where it has no cells of its own.
 */
void
lv_form_slot (LvForm *self, guint slot, guint32 cell, guint around, gboolean truth, GString *out)
{
  const LvOp *op;
  guint index;

  if (cell == LV_NONE)
    {
      g_string_append (out, "NA()");
      return;
    }
  if (lv_form_append (self, slot, cell, out))
    return;
  op = lv_plan_op (self->plan, slot, cell, &index);
  if (op != NULL)
    operation (self, op, index, around, truth, out);
  else
    g_string_append (out, "NA()");
}

/**
 * lv_form_cell:
 * @op: what makes @cell of @slot, as its cell number @index
 *
 * Returns: (transfer full): the formula
 */
char *
lv_form_cell (LvForm *self, guint slot, gsize cell, const LvOp *op, guint index)
{
  GString *out = g_string_new ("=");

  operation (self, op, index, LV_AROUND_ARGUMENT, FALSE, out);
  return g_string_free (out, FALSE);
}
