/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be in the workbook, and which operations get rows of their own. */
#include "lv-plan.h"

#include <math.h>
#include <string.h>

/* Text of one reference, and how long a formula may get before it is cut into steps. */
#define REFERENCE 16
#define LONG 220
/* An area of cells that lie apart is written cell by cell up to this many. */
#define APART 12

/** Returns: whether @op writes a node's own column */
gboolean
lv_op_is_final (const LvOp *op)
{
  return op->code == LV_OP_INPUT || (op->code == LV_OP_COPY && op->piece != NULL);
}

/** Returns: whether @op is as short as a reference, so that it may be written any number of times */
gboolean
lv_op_is_leaf (const LvOp *op)
{
  return op->code == LV_OP_CONSTANT || op->code == LV_FN_POSITION || op->code == LV_FN_DAYS
         || op->code == LV_FN_PRINTED;
}

gboolean
lv_input_is_choice (const LvNode *node)
{
  return node->parameter != NULL
         && (node->parameter->input == LV_INPUT_MEMBER || node->parameter->input == LV_INPUT_MONTH);
}

static gboolean
passes (const LvOp *op)
{
  return !lv_op_is_final (op)
         && ((op->code == LV_OP_COPY && op->num == op->den) || op->code == LV_OP_SELECT
             || op->code == LV_FN_MONTHLY);
}

/* Operations whose text needs ranges: alone in its cell. */
static gboolean
is_alone (const LvOp *op)
{
  switch (op->code)
    {
    case LV_FN_MEAN:
    case LV_FN_MEDIAN:
    case LV_FN_SMALLEST:
    case LV_FN_LARGEST:
    case LV_FN_SHARE:
    case LV_FN_RANK:
    case LV_OP_AT_CHOICE:
    case LV_FN_LOOKUP:
    case LV_FN_WINDOW:
    case LV_FN_CUMULATE:
    case LV_FN_SHIFT:
      return TRUE;
    case LV_FN_SUM:
    case LV_FN_COUNT:
    case LV_FN_TOTAL:
      return op->lists->len > APART * op->cells->len && op->axis->kind == LV_AXIS_NAMED;
    default:
      return FALSE;
    }
}

static void
collect_producers (LvPlan *self)
{
  for (guint i = 0; i < self->model->slots->len; i++)
    self->slots[i].producers = g_ptr_array_new ();
  for (guint b = 0; b < self->model->blocks->len; b++)
    {
      const LvBlock *block = g_ptr_array_index (self->model->blocks, b);

      for (guint i = 0; i < block->ops->len; i++)
        {
          LvOp *op = g_ptr_array_index (block->ops, i);

          g_ptr_array_add (self->slots[op->slot].producers, op);
        }
    }
}

static gboolean
operands_are_short (const LvPlan *self, const LvOp *op)
{
  for (guint k = 0; k < op->n_operands; k++)
    if (self->slots[op->operand[k].slot].length > REFERENCE)
      return FALSE;
  return TRUE;
}

static guint
text_length (const LvPlan *self, const LvOp *op)
{
  guint length = 14;

  if (lv_op_is_leaf (op))
    return REFERENCE;
  if (op->code == LV_FN_SUM || op->code == LV_FN_COUNT || op->code == LV_FN_TOTAL)
    return REFERENCE + (op->cells->len > 0 ? 16 * MIN (op->lists->len / op->cells->len, APART) : 0);
  if (passes (op) && operands_are_short (self, op))
    return REFERENCE;
  for (guint k = 0; k < op->n_operands; k++)
    length += lv_op_times (op, k) * self->slots[op->operand[k].slot].length;
  return length;
}

/* Whether the only user is the copy into the node, which has the cell to itself. */
static gboolean
is_the_node (const LvBlock *block, const LvOp *op)
{
  for (guint i = 0; i < block->ops->len; i++)
    {
      const LvOp *user = g_ptr_array_index (block->ops, i);

      if (user->n_operands > 0 && user->operand[0].slot == op->slot)
        return user->code == LV_OP_COPY && user->piece != NULL;
    }
  return FALSE;
}

/* Numbers that everybody knows what they are for; any other that a formula of the pack says has a row, where it can be
 * seen. */
static gboolean
is_universal (double number)
{
  static const double all[] = { 0, 1, 12, 100, 1000, 1e6 };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (fabs (number) == all[i])
      return TRUE;
  return isnan (number);
}

static gboolean
stands_inside (const LvPlan *self, const LvBlock *block, const LvOp *op)
{
  const LvCalcSlot *slot = &self->slots[op->slot];

  if (op->code == LV_OP_CONSTANT && !is_universal (op->number))
    return FALSE;
  if (slot->forced)
    return op->code == LV_OP_CONSTANT && op->shape.n == 0 && slot->uses == 1;
  if (lv_op_is_leaf (op) || (passes (op) && operands_are_short (self, op)))
    return TRUE;
  if (slot->uses > 1 || slot->length > LONG)
    return FALSE;
  return !is_alone (op) || (op->code != LV_FN_CUMULATE && is_the_node (block, op));
}

static void
decide_input (LvPlan *self, const LvOp *op)
{
  LvCalcSlot *slot = &self->slots[op->slot];
  const LvNode *node = op->node;

  slot->input = node->base != NULL ? node->base : node;
  slot->length = REFERENCE;
  if (lv_input_is_choice (node) || (node->base != NULL && !node->lever))
    slot->how = LV_PLACED_ROWS;
  else
    slot->how = node->base != NULL ? LV_PLACED_STANDARD : LV_PLACED_SCENARIO;
}

static void
decide_given (LvPlan *self, const LvNode *node)
{
  LvCalcSlot *slot = &self->slots[node->slot];

  slot->input = node->base != NULL ? node->base : node;
  slot->length = REFERENCE;
  slot->how = node->base != NULL ? LV_PLACED_STANDARD : LV_PLACED_SCENARIO;
}

static void
decide (LvPlan *self, const LvBlock *block, const LvOp *op)
{
  LvCalcSlot *slot = &self->slots[op->slot];

  if (slot->given)
    decide_given (self, op->node);
  else if (op->code == LV_OP_INPUT)
    decide_input (self, op);
  else if (op->piece != NULL)
    {
      slot->how = LV_PLACED_ROWS;
      slot->length = REFERENCE;
    }
  else
    {
      slot->length = text_length (self, op);
      slot->how = stands_inside (self, block, op) ? LV_PLACED_INSIDE : LV_PLACED_ROWS;
      if (slot->how == LV_PLACED_ROWS)
        slot->length = REFERENCE;
    }
}

/** Returns: what a phase-in needs: its start, counted from the first month of its axis, or its length */
int
lv_op_phase_number (const LvOp *op, LvLineKind kind)
{
  return kind == LV_LINE_START ? op->start - lv_axis_month (op->axis, 0) + 1 : op->phase_in;
}

static void
add_line (LvPlan *self, const LvCalcLine *line)
{
  if (line->node->base != NULL)
    g_array_append_val (self->lines, *line);
  else
    g_array_insert_val (self->lines, self->n_scenario++, *line);
}

/* Who passes over what is missing looks at a copy where it is an empty text, which every spreadsheet's
 * MEDIAN, MIN and AVERAGE pass over too. */
static guint
add_clean_line (LvPlan *self, const LvNode *node, guint slot, guint step)
{
  LvCalcLine line = { .node = node, .slot = slot, .step = step + 1, .clean = TRUE };

  if (self->slots[slot].clean.rows != NULL)
    return step;
  lv_area_init (&self->slots[slot].clean, &lv_slot (self->model, slot)->shape);
  add_line (self, &line);
  return step + 1;
}

/* The numbers of a phase-in stand in rows, not in its formulas. */
static guint
add_phase_lines (LvPlan *self, const LvNode *node, guint slot, guint step)
{
  for (LvLineKind kind = LV_LINE_START; kind <= LV_LINE_PHASE_IN; kind++)
    {
      LvCalcLine line = { .node = node, .slot = slot, .step = ++step, .kind = kind };

      add_line (self, &line);
    }
  return step;
}

/* The steps on the way to a node come before it; a node with several pieces stands once. */
static void
add_node_lines (LvPlan *self, const LvBlock *block, guint from, guint to, GHashTable *seen)
{
  const LvNode *node = ((const LvOp *) g_ptr_array_index (block->ops, to))->node;
  gboolean again = g_hash_table_contains (seen, GUINT_TO_POINTER (node->slot + 1));
  guint step = GPOINTER_TO_UINT (g_hash_table_lookup (seen, node));

  for (guint i = from; i <= to; i++)
    {
      const LvOp *op = g_ptr_array_index (block->ops, i);
      const LvCalcSlot *slot = &self->slots[op->slot];
      LvCalcLine line = { .node = node, .slot = op->slot };

      if (slot->wanted == NULL)
        continue;
      if (op->code == LV_FN_PHASE)
        step = add_phase_lines (self, node, op->slot, step);
      if (lv_op_skips_missing (op))
        step = add_clean_line (self, node, op->operand[0].slot, step);
      if (slot->how != LV_PLACED_ROWS || (op->slot == node->slot && again))
        continue;
      if (op->slot != node->slot)
        line.step = ++step;
      add_line (self, &line);
    }
  g_hash_table_insert (seen, (gpointer) node, GUINT_TO_POINTER (step));
  g_hash_table_add (seen, GUINT_TO_POINTER (node->slot + 1));
}

static void
decide_block (LvPlan *self, const LvBlock *block, GHashTable *seen)
{
  guint from = 0;

  for (guint i = 0; i < block->ops->len; i++)
    {
      const LvOp *op = g_ptr_array_index (block->ops, i);

      if (self->slots[op->slot].wanted != NULL)
        decide (self, block, op);
    }
  for (guint i = 0; i < block->ops->len; i++)
    if (lv_op_is_final (g_ptr_array_index (block->ops, i)))
      {
        add_node_lines (self, block, from, i, seen);
        from = i + 1;
      }
}

static guint
section_of (const LvNode *node)
{
  return node->parameter != NULL ? 0 : node->measure != NULL ? 1 : 2;
}

static void
add_input (LvPlan *self, LvNode *node)
{
  LvCalcArea *area = g_new0 (LvCalcArea, 1);

  lv_area_init (area, &node->type.shape);
  g_ptr_array_add (self->inputs, node);
  g_hash_table_insert (self->areas, node, area);
}

/* Assumptions first, then measures, then the sources' figures, each in the pack's order; what is given last. */
static void
collect_inputs (LvPlan *self)
{
  for (guint section = 0; section < 3; section++)
    for (guint i = 0; i < self->model->inputs->len; i++)
      {
        LvNode *node = g_ptr_array_index (self->model->inputs, i);

        if (self->slots[node->slot].wanted != NULL && section_of (node) == section)
          add_input (self, node);
      }
  for (guint i = 0; i < lv_model_n_nodes (self->model); i++)
    {
      LvNode *node = (LvNode *) lv_model_node (self->model, i);

      if (node->base == NULL && self->slots[node->slot].given && self->slots[node->slot].wanted != NULL)
        add_input (self, node);
    }
}

static void
area_free (gpointer data)
{
  lv_area_clear (data);
  g_free (data);
}

/* What is given, in the scenario and in the reference. */
static void
mark_given (LvPlan *self, const GArray *given)
{
  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      const LvNode *node = lv_model_find (self->model, g_array_index (given, LvGiven, i).formula->id);

      if (node == NULL)
        continue;
      self->slots[node->slot].given = TRUE;
      if (node->twin != NULL)
        self->slots[node->twin->slot].given = TRUE;
    }
}

static void
add_given_cells (const LvPlan *self, const LvNode *node, GArray *wants)
{
  for (gsize cell = 0; cell < lv_shape_cells (&node->type.shape); cell++)
    if (lv_plan_wants (self, node->slot, cell))
      {
        const LvWant want = { .node = node, .cell = cell };

        g_array_append_val (wants, want);
      }
}

/* An input may lie under what is given and act beside it, too. */
static void
look_under (LvPlan *self, const GArray *given)
{
  g_autoptr (GArray) wants = g_array_new (FALSE, FALSE, sizeof (LvWant));

  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      const LvNode *node = lv_model_find (self->model, g_array_index (given, LvGiven, i).formula->id);

      if (node == NULL)
        continue;
      add_given_cells (self, node, wants);
      if (node->twin != NULL)
        add_given_cells (self, node->twin, wants);
    }
  if (wants->len > 0)
    self->under = lv_plan_new_cells (self->model, wants);
}

/**
 * lv_plan_is_under:
 * @node: an input
 *
 * Returns: whether numbers that are given are computed from @cell, which changed here would give half an answer
 */
gboolean
lv_plan_is_under (const LvPlan *self, const LvNode *node, gsize cell)
{
  const LvNode *twin = node->twin;

  return self->under != NULL
         && (lv_plan_wants (self->under, node->slot, cell)
             || (twin != NULL && lv_plan_wants (self->under, twin->slot, cell)));
}

static LvPlan *
plan_new (const LvModel *model, const GArray *wants, const GArray *given)
{
  LvPlan *self = g_new0 (LvPlan, 1);

  self->model = model;
  self->slots = g_new0 (LvCalcSlot, model->slots->len);
  self->lines = g_array_new (FALSE, FALSE, sizeof (LvCalcLine));
  self->inputs = g_ptr_array_new ();
  self->areas = g_hash_table_new_full (NULL, NULL, NULL, area_free);
  self->printed = g_hash_table_new_full (NULL, NULL, NULL, area_free);
  self->axes = g_array_new (FALSE, FALSE, sizeof (LvCalcAxis));
  collect_producers (self);
  mark_given (self, given);
  lv_plan_want_all (self, wants);
  return self;
}

/**
 * lv_plan_new_cells:
 * @wants: (element-type LvWant): what is looked at
 *
 * Returns: (transfer full): a plan that is not for writing: it knows only which cells @wants are computed from
 */
LvPlan *
lv_plan_new_cells (const LvModel *model, const GArray *wants)
{
  return plan_new (model, wants, NULL);
}

/** Takes back what was looked at, so that something else can be looked at with lv_plan_want_all(). */
void
lv_plan_forget (LvPlan *self)
{
  for (guint i = 0; i < self->model->slots->len; i++)
    g_clear_pointer (&self->slots[i].wanted, g_free);
}

/**
 * lv_plan_new:
 * @wants: (element-type LvWant): what must be in the workbook
 * @given: (nullable) (element-type LvGiven): whose numbers are taken as they are
 *
 * Returns: (transfer full): them and all that they are computed from, without rows yet
 */
LvPlan *
lv_plan_new (const LvModel *model, const GArray *wants, const GArray *given)
{
  LvPlan *self = plan_new (model, wants, given);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint b = 0; b < model->blocks->len; b++)
    decide_block (self, g_ptr_array_index (model->blocks, b), seen);
  collect_inputs (self);
  look_under (self, given);
  return self;
}

void
lv_plan_free (LvPlan *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->model->slots->len; i++)
    {
      g_ptr_array_unref (self->slots[i].producers);
      lv_area_clear (&self->slots[i].area);
      lv_area_clear (&self->slots[i].clean);
      g_free (self->slots[i].index);
      g_free (self->slots[i].wanted);
    }
  lv_plan_free (self->under);
  g_free (self->slots);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->inputs);
  g_hash_table_unref (self->areas);
  g_hash_table_unref (self->printed);
  g_array_unref (self->axes);
  g_free (self->first);
  g_free (self->last);
  g_free (self);
}
