/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of inputs: one row per parameter, knob and line of a series, the pack's value and the
 * scenario's beside each other. Only the scenario's cells are to be changed. What other attachments compute comes
 * last, the scenario's number and the reference's. */
#include "lv-calc.h"

#include "lv-month.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

#define FIRST_ROW 4

static guint
section_of (const LvNode *node)
{
  if (!lv_node_is_input (node))
    return 3;
  return node->parameter != NULL ? 0 : node->measure != NULL ? 1 : 2;
}

static const char *
section_title (const LvCalc *self, guint section)
{
  static const char *const words[][2] = { { "assumptions", "Assumptions" },
                                          { "measures", "Measures" },
                                          { "figures", "Published figures" },
                                          { "given", "Computed in other attachments" } };

  return lv_calc_word (self, words[section][0], words[section][1]);
}

/* What a source printed stands with the default unless it was corrected; then it has rows of its own. */
static gboolean
printed_differs (const LvNode *node)
{
  for (gsize i = 0; node->printed != NULL && i < lv_shape_cells (&node->type.shape); i++)
    if (isnan (node->printed[i]) != isnan (node->defaults[i])
        || (!isnan (node->printed[i]) && node->printed[i] != node->defaults[i]))
      return TRUE;
  return FALSE;
}

static guint
lay_one (LvCalc *self, const LvNode *node, guint row)
{
  LvCalcArea *area = g_hash_table_lookup (self->plan->areas, node);

  row = lv_plan_give_rows (self->plan, area, node->slot, row);
  if (printed_differs (node))
    {
      LvCalcArea *printed = g_new0 (LvCalcArea, 1);

      lv_area_init (printed, &node->type.shape);
      row = lv_plan_give_rows (self->plan, printed, node->slot, row);
      g_hash_table_insert (self->plan->printed, (gpointer) node, printed);
    }
  return row;
}

static const LvAxis *
axis_of (const LvCalc *self, guint index)
{
  return lv_area_axis (lv_plan_input_area (self->plan, g_ptr_array_index (self->plan->inputs, index)));
}

/** Gives every input its rows. */
void
lv_calc_lay_inputs (LvCalc *self)
{
  const LvAxis *axis = NULL;
  guint section = G_MAXUINT;
  guint row = FIRST_ROW;

  for (guint i = 0; axis == NULL && i < self->plan->inputs->len; i++)
    axis = axis_of (self, i);
  self->axis[LV_CALC_INPUTS] = axis;
  for (guint i = 0; i < self->plan->inputs->len; i++)
    {
      const LvNode *node = g_ptr_array_index (self->plan->inputs, i);
      const LvAxis *own = axis_of (self, i);
      gboolean starts = section_of (node) != section;
      gboolean other = own != NULL && own != axis;

      if (starts || other)
        {
          row += starts && i > 0 ? 1 : 0;
          section = section_of (node);
          lv_calc_add_head (self, LV_CALC_INPUTS, row++, starts ? section_title (self, section) : NULL,
                            other ? own : NULL);
          axis = other ? own : axis;
        }
      row = lay_one (self, node, row);
    }
}

static void
put (const LvCalc *self, guint row, guint column, const char *text, LvStyle style)
{
  lv_workbook_text (self->book, (LvCellPlace){ self->sheet[LV_CALC_INPUTS], row, column }, text, style);
}

/* Where a row comes from stands behind the values. */
static guint
origin_column (const LvCalc *self)
{
  return self->plan->standard_column + self->plan->columns + 1;
}

static void
append_once (GString *out, const char *text)
{
  if (text == NULL || text[0] == '\0' || strstr (out->str, text) != NULL)
    return;
  g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", text);
}

static const char *
source_title (const LvCalc *self, const char *id)
{
  const LvItem *item = id != NULL ? lv_pack_find_kind (self->pack, LV_KIND_SOURCE, id) : NULL;

  return item != NULL ? item->title : id;
}

/* Returns: (transfer full): "Regnet i Handlingsplan hjemløshed" */
static char *
given_text (const LvCalc *self, const LvNode *node)
{
  const GArray *all = ((const LvAttachment *) self->attachment->detail)->given;

  for (guint i = 0; i < all->len; i++)
    {
      const LvGiven *given = &g_array_index (all, LvGiven, i);

      if (given->formula == node->item)
        return lv_fill (lv_calc_word (self, "given-from", "Computed in “{1}”"), given->from->title, NULL);
    }
  return NULL;
}

/* Why a row that is an input elsewhere is none here. */
static gboolean
is_locked (const LvCalc *self, const LvNode *node, const LvCalcArea *area, guint outer)
{
  for (guint m = 0; m < lv_area_members (area); m++)
    {
      gsize cell = lv_area_cell (area, outer, m);

      if (lv_plan_wants (self->plan, node->slot, cell) && lv_plan_is_under (self->plan, node, cell))
        return TRUE;
    }
  return FALSE;
}

/* What is said of the cells of a row, each thing once. */
static void
write_origin (const LvCalc *self, const LvNode *node, const LvCalcArea *area, guint outer, guint row)
{
  g_autoptr (GString) status = g_string_new (NULL);
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (GString) place = g_string_new (NULL);

  for (guint m = 0; m < lv_area_members (area); m++)
    {
      gsize cell = lv_area_cell (area, outer, m);
      const LvCellInfo *info = node->series != NULL && node->series->info != NULL
                                   ? node->series->info[cell]
                                   : NULL;
      const char *of = node->series != NULL ? node->series->source
                       : node->parameter != NULL ? node->parameter->source : NULL;
      const char *at = node->series != NULL ? node->series->place
                       : node->parameter != NULL ? node->parameter->place : NULL;

      if (!lv_plan_wants (self->plan, node->slot, cell))
        continue;
      append_once (status, lv_text_status (self->pack, lv_state_get (self->state, node, cell).status));
      append_once (source, source_title (self, info != NULL && info->source != NULL ? info->source : of));
      append_once (place, info != NULL && info->place != NULL ? info->place : at);
    }
  if (!lv_node_is_input (node))
    {
      g_autofree char *text = given_text (self, node);

      append_once (source, text);
    }
  else if (is_locked (self, node, area, outer))
    append_once (place, lv_calc_word (self, "under-given", "Change it in the application: other attachments are computed from it"));
  put (self, row, LV_CALC_STATUS, status->str, LV_STYLE_WRAP);
  put (self, row, origin_column (self) + LV_ORIGIN_SOURCE, source->str, LV_STYLE_WRAP);
  put (self, row, origin_column (self) + LV_ORIGIN_PLACE, place->str, LV_STYLE_WRAP);
}

static char *
title_of (const LvCalc *self, const LvNode *node)
{
  const char *knob = node->measure != NULL ? strrchr (lv_node_id (node), '#') : NULL;
  g_autofree char *word = knob != NULL ? g_strconcat ("knob-", knob + 1, NULL) : NULL;

  if (knob == NULL)
    return g_strdup (lv_node_title (node));
  return g_strdup_printf ("%s: %s", node->measure->title, lv_calc_word (self, word, knob + 1));
}

static void
write_labels (const LvCalc *self, const LvNode *node, const LvCalcArea *area, guint outer, guint row)
{
  g_autofree char *id = lv_calc_row_id (node, area, outer);
  g_autofree char *title = title_of (self, node);
  g_autofree char *members = lv_calc_row_members (area, outer);
  g_autofree char *level = lv_price_level_text (self->pack, node);
  g_autofree char *basis = lv_basis_text (self->pack, node);
  const LvUnit *unit = lv_node_unit (node);

  put (self, row, LV_CALC_ID, id, LV_STYLE_TEXT);
  put (self, row, LV_CALC_TITLE, title, LV_STYLE_WRAP);
  put (self, row, LV_CALC_MEMBERS, members, LV_STYLE_WRAP);
  if (g_str_has_suffix (lv_node_id (node), "#delay"))
    put (self, row, LV_CALC_UNIT, lv_calc_word (self, "months", "months"), LV_STYLE_WRAP);
  else if (node->type.is_switch || (node->parameter != NULL && node->parameter->input == LV_INPUT_SWITCH))
    put (self, row, LV_CALC_UNIT, lv_calc_word (self, "switch-unit", "1 = on, 0 = off"), LV_STYLE_WRAP);
  else if (unit != NULL)
    put (self, row, LV_CALC_UNIT, unit->plural, LV_STYLE_WRAP);
  put (self, row, LV_CALC_PRICE_LEVEL, level, LV_STYLE_WRAP);
  put (self, row, LV_CALC_BASIS, basis, LV_STYLE_WRAP);
}

static gboolean
is_switch (const LvNode *node)
{
  return node->type.is_switch || (node->parameter != NULL && node->parameter->input == LV_INPUT_SWITCH);
}

/* The name of a chosen member or month. */
static char *
choice_text (const LvNode *node, double value)
{
  if (isnan (value) || value < 0)
    return NULL;
  if (node->parameter->input == LV_INPUT_MONTH)
    return lv_month_format ((int) value);
  return g_strdup (lv_axis_member (node->parameter->axis, (guint) value)->title);
}

static void
validate (LvCalc *self, const LvNode *node, LvCellPlace at)
{
  const LvParameter *parameter = node->parameter;
  LvValidation rule = { .least = NAN, .most = NAN, .title = lv_calc_word (self, "change-me", "Input") };
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  g_autofree char *least = parameter != NULL && !isnan (parameter->min) ? lv_text_number (node, parameter->min) : NULL;
  g_autofree char *most = parameter != NULL && !isnan (parameter->max) ? lv_text_number (node, parameter->max) : NULL;

  rule.text = lv_calc_word (self, "type-number", "Type a number");
  if (is_switch (node))
    {
      rule.list = "1,0";
      rule.text = lv_calc_word (self, "type-switch", "1 is on, 0 is off");
    }
  else if (parameter != NULL && parameter->input == LV_INPUT_MEMBER)
    {
      guint row = lv_plan_axis_row (self->plan, parameter->axis);

      list = g_strdup_printf ("=%s!$C$%u:$C$%u", self->plan->sheet_ref[LV_CALC_AXES], row + 1,
                              row + lv_axis_length (parameter->axis));
      rule.list = list;
      rule.list_is_range = TRUE;
      rule.text = lv_calc_word (self, "type-member", "Choose from the list");
    }
  else if (parameter != NULL && parameter->input == LV_INPUT_MONTH)
    return;
  else if (least != NULL && most != NULL)
    {
      rule.least = parameter->min;
      rule.most = parameter->max;
      rule.text = text = lv_fill (lv_calc_word (self, "type-between", "From {1} to {2}"), least, most);
    }
  lv_workbook_validate (self->book, at, &rule);
}

/* The formula of a default that is another row's value. */
static char *
default_formula (LvCalc *self, const LvNode *node, gsize cell)
{
  LvForm form = { .plan = self->plan, .sheet = LV_CALC_INPUTS };
  guint index;
  const LvOp *op = lv_plan_op (self->plan, node->slot, cell, &index);
  g_autoptr (GString) text = g_string_new ("=");
  guint32 from;

  if (op == NULL || op->n_operands == 0)
    return NULL;
  from = g_array_index (op->maps[0], guint32, index);
  lv_form_slot (&form, op->operand[0].slot, from, LV_AROUND_ATOM, FALSE, text);
  if (op->num != op->den)
    g_string_append_printf (text, "*%g/%g", op->num, op->den);
  return g_strdup (text->str);
}

static void
write_value (LvCalc *self, const LvNode *node, LvCellPlace at, double value, LvStyle style)
{
  g_autofree char *text = lv_input_is_choice (node) ? choice_text (node, value) : NULL;

  if (text != NULL)
    lv_workbook_text (self->book, at, text, style == LV_STYLE_INPUT ? LV_STYLE_INPUT_TEXT : LV_STYLE_TEXT);
  else if (is_switch (node))
    lv_workbook_number (self->book, at, value, style == LV_STYLE_INPUT ? LV_STYLE_INPUT_SWITCH : LV_STYLE_SWITCH, 0);
  else
    lv_workbook_number (self->book, at, value, style, lv_decimals_for (lv_node_unit (node), value));
}

static void
write_standard (LvCalc *self, const LvNode *node, gsize cell, LvCellPlace at)
{
  gboolean has_twin = node->twin != NULL && node->lever && lv_plan_wants (self->plan, node->twin->slot, cell);
  const LvNode *reference = has_twin ? node->twin : node;
  double value = node->defaults[cell];
  g_autofree char *formula = NULL;

  if (isnan (value) && node->default_node != NULL)
    formula = default_formula (self, reference, cell);
  if (formula != NULL)
    lv_workbook_formula (self->book, at, formula,
                         reference != node ? lv_calc_value (self->state, reference->slot, cell)
                                           : lv_state_default (self->state, node, cell),
                         LV_STYLE_STANDARD, lv_node_unit (node)->decimals);
  else
    write_value (self, node, at, value, LV_STYLE_STANDARD);
}

static void
write_scenario (LvCalc *self, const LvNode *node, gsize cell, LvCellPlace at, guint standard_column)
{
  gboolean own = lv_state_is_set (self->state, node, cell);
  gboolean is_open = lv_calc_cell_is_editable (self, node, cell);
  double value = lv_state_number (self->state, node, cell);
  LvStyle style = is_open ? LV_STYLE_INPUT : LV_STYLE_STANDARD;
  g_autofree char *formula = NULL;

  if (!own && isnan (node->defaults[cell]) && node->default_node != NULL)
    formula = default_formula (self, node, cell);
  if (!is_open && !lv_plan_is_under (self->plan, node, cell))
    {
      g_autofree char *ref = lv_cell_ref (at.row, standard_column);

      formula = g_strconcat ("=", ref, NULL);
    }
  if (formula != NULL)
    lv_workbook_formula (self->book, at, formula, value, style, lv_decimals_for (lv_node_unit (node), value));
  else
    write_value (self, node, at, value, style);
  if (is_open)
    validate (self, node, at);
}

/* A formula that nothing asks the reference of has the grundprognose's number beside it. */
static double
given_reference (const LvCalc *self, const LvNode *node, gsize cell)
{
  return node->twin != NULL ? lv_calc_value (self->state, node->twin->slot, cell)
                            : lv_calc_value (self->base, node->slot, cell);
}

static void
write_cells (LvCalc *self, const LvNode *node, const LvCalcArea *area, guint outer, guint row)
{
  const LvPlan *plan = self->plan;

  for (guint m = 0; m < lv_area_members (area); m++)
    {
      gsize cell = lv_area_cell (area, outer, m);
      LvCellPlace at = { self->sheet[LV_CALC_INPUTS], row, 0 };
      guint standard;

      if (!lv_plan_wants (self->plan, node->slot, cell)
          || !lv_plan_column (plan, area, cell, plan->standard_column, &standard))
        continue;
      at.column = standard;
      if (lv_node_is_input (node))
        write_standard (self, node, cell, at);
      else
        write_value (self, node, at, given_reference (self, node, cell), LV_STYLE_STANDARD);
      at.column = plan->value_column[LV_CALC_INPUTS] + standard - plan->standard_column;
      if (lv_node_is_input (node))
        write_scenario (self, node, cell, at, standard);
      else
        write_value (self, node, at, lv_calc_value (self->state, node->slot, cell), LV_STYLE_STANDARD);
    }
}

static void
write_printed (LvCalc *self, const LvNode *node, const LvCalcArea *area)
{
  for (guint outer = 0; outer < area->rows->len; outer++)
    {
      guint row = g_array_index (area->rows, guint, outer);
      g_autofree char *id = lv_calc_row_id (node, area, outer);
      g_autofree char *title = lv_fill (lv_calc_word (self, "as-printed", "{1}, as printed"), node->title, NULL);

      if (row == LV_NONE)
        continue;
      put (self, row, LV_CALC_ID, id, LV_STYLE_TEXT);
      put (self, row, LV_CALC_TITLE, title, LV_STYLE_WRAP);
      put (self, row, LV_CALC_EDITABLE, lv_calc_word (self, "no", "no"), LV_STYLE_TEXT);
      for (guint m = 0; m < lv_area_members (area); m++)
        {
          gsize cell = lv_area_cell (area, outer, m);
          LvCellPlace at = { self->sheet[LV_CALC_INPUTS], row, 0 };

          if (lv_plan_wants (self->plan, node->slot, cell)
              && lv_plan_column (self->plan, area, cell, self->plan->standard_column, &at.column))
            lv_workbook_number (self->book, at, node->printed[cell], LV_STYLE_STANDARD,
                                lv_decimals_for (node->unit, node->printed[cell]));
        }
    }
}

static void
name_row (const LvCalc *self, const LvNode *node, const LvCalcArea *area)
{
  guint base = self->plan->value_column[LV_CALC_INPUTS];
  LvCellPlace from = { self->sheet[LV_CALC_INPUTS], LV_NONE, base };
  LvCellPlace to = { self->sheet[LV_CALC_INPUTS], 0, base };

  for (guint i = 0; i < area->rows->len; i++)
    if (g_array_index (area->rows, guint, i) != LV_NONE)
      {
        from.row = MIN (from.row, g_array_index (area->rows, guint, i));
        to.row = MAX (to.row, g_array_index (area->rows, guint, i));
      }
  if (area->across >= 0)
    {
      const LvAxis *axis = lv_area_axis (area);

      from.column = base + 1;
      to.column = base + 1 + self->plan->last[axis->number] - self->plan->first[axis->number];
    }
  if (from.row != LV_NONE)
    lv_workbook_name (self->book, lv_node_id (node), from, to);
}

static void
write_heads (const LvCalc *self)
{
  const LvPlan *plan = self->plan;
  guint sheet = self->sheet[LV_CALC_INPUTS];
  guint origin = origin_column (self);

  lv_calc_write_label_heads (self, LV_CALC_INPUTS);
  put (self, 2, plan->value_column[LV_CALC_INPUTS], lv_calc_word (self, "scenario", "Scenario"), LV_STYLE_HEADER);
  put (self, 2, plan->standard_column, lv_calc_word (self, "standard", "Default"), LV_STYLE_HEADER);
  lv_workbook_width (self->book, sheet, plan->value_column[LV_CALC_INPUTS], origin - 1, 11);
  put (self, LV_CALC_HEAD_ROW, origin + LV_ORIGIN_SOURCE, lv_calc_word (self, "source", "Source"), LV_STYLE_HEADER);
  put (self, LV_CALC_HEAD_ROW, origin + LV_ORIGIN_PLACE, lv_calc_word (self, "place", "Place"), LV_STYLE_HEADER);
  lv_workbook_width (self->book, sheet, origin, origin + LV_ORIGIN_N_COLUMNS - 1, 40);
}

static gboolean
row_is_open (const LvCalc *self, const LvNode *node, const LvCalcArea *area, guint outer)
{
  for (guint m = 0; m < lv_area_members (area); m++)
    {
      gsize cell = lv_area_cell (area, outer, m);

      if (lv_plan_wants (self->plan, node->slot, cell) && lv_calc_cell_is_editable (self, node, cell))
        return TRUE;
    }
  return FALSE;
}

/** Writes the sheet of inputs. */
void
lv_calc_write_inputs (LvCalc *self)
{
  const LvPlan *plan = self->plan;
  guint bases[] = { plan->standard_column, plan->value_column[LV_CALC_INPUTS] };

  lv_calc_title (self, self->sheet[LV_CALC_INPUTS], lv_calc_word (self, "inputs", "Inputs"),
                 lv_calc_word (self, "inputs-line", "Change only the cells of the scenario."));
  write_heads (self);
  lv_calc_heads (self, LV_CALC_INPUTS, bases, 2);
  for (guint i = 0; i < plan->inputs->len; i++)
    {
      const LvNode *node = g_ptr_array_index (plan->inputs, i);
      const LvCalcArea *area = lv_plan_input_area (plan, node);
      const LvCalcArea *printed = g_hash_table_lookup (plan->printed, node);

      for (guint outer = 0; outer < area->rows->len; outer++)
        {
          guint row = g_array_index (area->rows, guint, outer);

          if (row == LV_NONE)
            continue;
          write_labels (self, node, area, outer, row);
          write_origin (self, node, area, outer, row);
          put (self, row, LV_CALC_EDITABLE,
               row_is_open (self, node, area, outer) ? lv_calc_word (self, "yes", "yes")
                                                     : lv_calc_word (self, "no", "no"),
               LV_STYLE_TEXT);
          write_cells (self, node, area, outer, row);
        }
      if (printed != NULL)
        write_printed (self, node, printed);
      name_row (self, node, area);
    }
  lv_calc_setup_wide (self, self->sheet[LV_CALC_INPUTS], 2, 0, 0);
}
