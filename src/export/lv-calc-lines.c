/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of calculations: every derived row a live formula, first the scenario, then its reference. */
#include "lv-calc.h"

#include "lv-explain.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

#define FIRST_ROW 4

static void
put (const LvCalc *self, guint row, guint column, const char *text, LvStyle style)
{
  lv_workbook_text (self->book, (LvCellPlace){ self->sheet[LV_CALC_CALCULATION], row, column }, text,
                    style);
}

static LvCalcArea *
area_of (const LvPlan *plan, const LvCalcLine *line)
{
  return line->clean ? &plan->slots[line->slot].clean : &plan->slots[line->slot].area;
}

/** Gives every derived row its place, in the order of evaluation. */
void
lv_calc_lay_lines (LvCalc *self)
{
  LvPlan *plan = self->plan;
  const LvAxis *axis = NULL;
  guint row = FIRST_ROW;

  for (guint i = 0; axis == NULL && i < plan->lines->len; i++)
    if (g_array_index (plan->lines, LvCalcLine, i).kind == LV_LINE_VALUES)
      axis = lv_area_axis (area_of (plan, &g_array_index (plan->lines, LvCalcLine, i)));
  self->axis[LV_CALC_CALCULATION] = axis;
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const LvCalcLine *line = &g_array_index (plan->lines, LvCalcLine, i);
      LvCalcArea *area = area_of (plan, line);
      const LvAxis *own = line->kind == LV_LINE_VALUES ? lv_area_axis (area) : NULL;
      gboolean starts = i == 0 || i == plan->n_scenario;
      gboolean other = own != NULL && own != axis;

      if (starts || other)
        {
          const char *text = !starts                 ? NULL
                             : i < plan->n_scenario ? lv_calc_word (self, "scenario", "Scenario")
                                                    : lv_calc_word (self, "reference", "Reference");

          row += starts && i > 0 ? 1 : 0;
          lv_calc_add_head (self, LV_CALC_CALCULATION, row++, text, other ? own : NULL);
          axis = other ? own : axis;
        }
      if (line->kind == LV_LINE_VALUES)
        row = lv_plan_give_rows (plan, area, line->slot, row);
      else
        plan->slots[line->slot].phase_row[line->kind - LV_LINE_START] = row++;
    }
  self->n_rows = row;
}

/* The chosen member's number from 1, or the month as a number. */
static char *
choice_formula (LvCalc *self, const LvNode *node, gsize cell)
{
  const LvParameter *parameter = node->parameter;
  GString *out = g_string_new ("=");
  g_autoptr (GString) from = g_string_new (NULL);
  LvForm form = { .plan = self->plan, .sheet = LV_CALC_CALCULATION };
  guint row;
  guint column;

  if (!lv_plan_input_address (self->plan, node, cell, node->base != NULL && node->lever, &row, &column))
    return g_string_free (out, FALSE);
  lv_form_at (&form, LV_CALC_INPUTS, row, column, from);
  if (parameter->input == LV_INPUT_MONTH)
    g_string_append_printf (out, "VALUE(LEFT(%s,4))*12+VALUE(RIGHT(%s,2))-1", from->str, from->str);
  else
    {
      guint first = lv_plan_axis_row (self->plan, parameter->axis);

      g_string_append_printf (out, "MATCH(%s&\"\",%s!$C$%u:$C$%u,0)", from->str,
                              self->plan->sheet_ref[LV_CALC_AXES], first + 1,
                              first + lv_axis_length (parameter->axis));
    }
  return g_string_free (out, FALSE);
}

/* An input that is no lever is the same in the reference, unless its default is computed there. */
static char *
twin_formula (LvCalc *self, const LvNode *node, gsize cell, const LvOp *op, guint index)
{
  LvForm form = { .plan = self->plan, .sheet = LV_CALC_CALCULATION };
  g_autofree char *scenario = lv_form_reference (&form, node->base->slot, cell);
  g_autoptr (GString) there = g_string_new (NULL);
  g_autoptr (GString) here = g_string_new (NULL);
  guint own_index;
  const LvOp *own = lv_plan_op (self->plan, node->base->slot, cell, &own_index);

  if (op->n_operands == 0 || own == NULL)
    return g_strconcat ("=", scenario, NULL);
  lv_form_slot (&form, op->operand[0].slot, g_array_index (op->maps[0], guint32, index),
                LV_AROUND_ATOM, FALSE, there);
  lv_form_slot (&form, own->operand[0].slot, g_array_index (own->maps[0], guint32, own_index),
                LV_AROUND_ATOM, FALSE, here);
  return g_strdup_printf ("=IF(%s=%s*%g/%g,%s*%g/%g,%s)", scenario, here->str, op->num, op->den,
                          there->str, op->num, op->den, scenario);
}

static void
write_cell (LvCalc *self, const LvCalcLine *line, gsize cell, LvCellPlace at)
{
  LvForm form = { .plan = self->plan, .sheet = LV_CALC_CALCULATION };
  guint index;
  const LvOp *op = lv_plan_op (self->plan, line->slot, cell, &index);
  double value = lv_calc_value (self->state, line->slot, cell);
  const LvUnit *unit = line->step == 0 ? lv_node_unit (line->node) : NULL;
  LvStyle style = line->step == 0 ? LV_STYLE_NUMBER : LV_STYLE_HELPER;
  int decimals = unit != NULL ? unit->decimals : lv_decimals_for (NULL, value);
  g_autofree char *formula = NULL;

  if (op == NULL)
    return;
  if (op->code == LV_OP_CONSTANT && !isnan (op->number))
    {
      lv_workbook_number (self->book, at, op->number, style, lv_decimals_for (NULL, op->number));
      return;
    }
  if (op->code == LV_OP_INPUT && lv_input_is_choice (op->node))
    {
      formula = choice_formula (self, op->node, cell);
      value += op->node->parameter->input == LV_INPUT_MEMBER ? 1 : 0;
    }
  else if (op->code == LV_OP_INPUT)
    formula = twin_formula (self, op->node, cell, op, index);
  else
    formula = lv_form_cell (&form, line->slot, cell, op, index);
  lv_workbook_formula (self->book, at, formula, value, style, decimals);
}

/* The same number, or an empty text where it is missing. */
static void
write_clean (LvCalc *self, const LvCalcLine *line, gsize cell, LvCellPlace at)
{
  LvForm form = { .plan = self->plan, .sheet = LV_CALC_CALCULATION };
  g_autoptr (GString) ref = g_string_new (NULL);
  double value = lv_calc_value (self->state, line->slot, cell);
  g_autofree char *formula = NULL;

  lv_form_slot (&form, line->slot, (guint32) cell, LV_AROUND_ARGUMENT, FALSE, ref);
  formula = g_strdup_printf ("=IF(ISNA(%s),\"\",%s)", ref->str, ref->str);
  if (isnan (value))
    lv_workbook_formula_text (self->book, at, formula, "", LV_STYLE_HELPER);
  else
    lv_workbook_formula (self->book, at, formula, value, LV_STYLE_HELPER, lv_decimals_for (NULL, value));
}

/* A number that a formula of the pack says. */
static gboolean
is_constant (const LvCalc *self, const LvCalcLine *line)
{
  const GPtrArray *producers = self->plan->slots[line->slot].producers;

  if (line->kind != LV_LINE_VALUES)
    return TRUE;
  return !line->clean && line->step > 0 && producers->len == 1
         && ((const LvOp *) g_ptr_array_index (producers, 0))->code == LV_OP_CONSTANT;
}

static const char *
kind_word (const LvCalc *self, const LvCalcLine *line)
{
  if (is_constant (self, line))
    return lv_calc_word (self, "kind-constant", "constant");
  return line->step > 0 ? lv_calc_word (self, "kind-step", "step")
                        : lv_text_status (self->pack, LV_STATUS_DERIVED);
}

static char *
title_of (const LvCalc *self, const LvCalcLine *line)
{
  g_autofree char *number = g_strdup_printf ("%u", line->step);

  if (line->kind == LV_LINE_START)
    return lv_fill (lv_calc_word (self, "phase-start", "{1}: number of the month of the planned start"),
                    line->node->title, NULL);
  if (line->kind == LV_LINE_PHASE_IN)
    return lv_fill (lv_calc_word (self, "phase-in", "{1}: months of phase-in"), line->node->title, NULL);
  if (is_constant (self, line))
    return lv_fill (lv_calc_word (self, "constant-step", "{2}: constant {1}"), number, line->node->title);
  if (line->clean)
    return lv_fill (lv_calc_word (self, "clean", "{2}: step {1}, what is known"), number, line->node->title);
  if (line->step > 0)
    return lv_fill (lv_calc_word (self, "step", "{2}: step {1}"), number, line->node->title);
  if (lv_input_is_choice (line->node))
    return lv_fill (lv_calc_word (self, "choice", "{1}: number of the choice"), line->node->title, NULL);
  return g_strdup (line->node->title);
}

static void
write_labels (const LvCalc *self, const LvCalcLine *line, const LvCalcArea *area, guint outer, guint row)
{
  const LvNode *node = line->node;
  LvStyle style = line->step == 0 ? LV_STYLE_WRAP : LV_STYLE_HELPER;
  g_autofree char *id = lv_calc_row_id (node->base != NULL ? node->base : node, area, outer);
  g_autofree char *title = title_of (self, line);
  g_autofree char *members = lv_calc_row_members (area, outer);
  g_autofree char *level = lv_price_level_text (self->pack, node);
  g_autofree char *basis = lv_basis_text (self->pack, node);
  g_autofree char *words = line->step == 0 ? lv_explain_words (self->model, node, lv_area_cell (area, outer, self->plan->last != NULL && area->across >= 0 ? self->plan->last[lv_area_axis (area)->number] : 0)) : NULL;

  put (self, row, LV_CALC_TITLE, title, style);
  put (self, row, LV_CALC_MEMBERS, members, LV_STYLE_WRAP);
  put (self, row, LV_CALC_STATUS, kind_word (self, line), LV_STYLE_WRAP);
  put (self, row, LV_CALC_EDITABLE, lv_calc_word (self, "no", "no"), LV_STYLE_TEXT);
  if (line->step > 0)
    return;
  put (self, row, LV_CALC_ID, id, LV_STYLE_TEXT);
  put (self, row, LV_CALC_UNIT, lv_node_unit (node) != NULL ? lv_node_unit (node)->plural : NULL, LV_STYLE_WRAP);
  put (self, row, LV_CALC_PRICE_LEVEL, level, LV_STYLE_WRAP);
  put (self, row, LV_CALC_BASIS, basis, LV_STYLE_WRAP);
  put (self, row, self->plan->value_column[LV_CALC_CALCULATION] + self->plan->columns + 1, words,
       LV_STYLE_WRAP);
}

/* What a phase-in needs. */
static void
write_phase_number (LvCalc *self, const LvCalcLine *line)
{
  const LvCalcSlot *slot = &self->plan->slots[line->slot];
  LvCellPlace at = { self->sheet[LV_CALC_CALCULATION], slot->phase_row[line->kind - LV_LINE_START],
                     self->plan->value_column[LV_CALC_CALCULATION] };
  g_autofree char *title = title_of (self, line);

  put (self, at.row, LV_CALC_TITLE, title, LV_STYLE_HELPER);
  put (self, at.row, LV_CALC_STATUS, kind_word (self, line), LV_STYLE_WRAP);
  put (self, at.row, LV_CALC_EDITABLE, lv_calc_word (self, "no", "no"), LV_STYLE_TEXT);
  lv_workbook_number (self->book, at,
                      lv_op_phase_number (g_ptr_array_index (slot->producers, 0), line->kind), LV_STYLE_HELPER, 0);
}

static void
write_line (LvCalc *self, const LvCalcLine *line)
{
  const LvPlan *plan = self->plan;
  const LvCalcArea *area = area_of (plan, line);

  if (line->kind != LV_LINE_VALUES)
    {
      write_phase_number (self, line);
      return;
    }
  for (guint outer = 0; outer < area->rows->len; outer++)
    {
      guint row = g_array_index (area->rows, guint, outer);

      if (row == LV_NONE)
        continue;
      write_labels (self, line, area, outer, row);
      for (guint m = 0; m < lv_area_members (area); m++)
        {
          gsize cell = lv_area_cell (area, outer, m);
          LvCellPlace at = { self->sheet[LV_CALC_CALCULATION], row, 0 };

          if (lv_plan_wants (plan, line->slot, cell)
              && lv_plan_column (plan, area, cell, plan->value_column[LV_CALC_CALCULATION], &at.column))
            {
              if (line->clean)
                write_clean (self, line, cell, at);
              else
                write_cell (self, line, cell, at);
            }
        }
    }
}

static void
write_heads (const LvCalc *self)
{
  guint sheet = self->sheet[LV_CALC_CALCULATION];
  guint first = self->plan->value_column[LV_CALC_CALCULATION];
  guint last = first + self->plan->columns;

  lv_calc_write_label_heads (self, LV_CALC_CALCULATION);
  lv_workbook_width (self->book, sheet, first, last, 11);
  put (self, LV_CALC_HEAD_ROW, last + 1, lv_calc_word (self, "how", "How it is computed"), LV_STYLE_HEADER);
  lv_workbook_width (self->book, sheet, last + 1, last + 1, 110);
}

/** Writes the sheet of calculations. */
void
lv_calc_write_lines (LvCalc *self)
{
  guint base = self->plan->value_column[LV_CALC_CALCULATION];

  lv_calc_title (self, self->sheet[LV_CALC_CALCULATION], lv_calc_word (self, "calculation", "Calculation"),
                 lv_calc_word (self, "calculation-line", "Every number is a formula."));
  write_heads (self);
  lv_calc_heads (self, LV_CALC_CALCULATION, &base, 1);
  for (guint i = 0; i < self->plan->lines->len; i++)
    write_line (self, &g_array_index (self->plan->lines, LvCalcLine, i));
  lv_calc_setup_wide (self, self->sheet[LV_CALC_CALCULATION], 1, base + self->plan->columns + 1,
                      self->n_rows);
}
