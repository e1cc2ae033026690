/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a number down to its sources: the formula is walked at the cell's members, and every cell that
 * it looks at becomes a part. */
#include "lv-explain.h"

#include "lv-model-private.h"
#include "lv-number.h"

#include <math.h>

typedef struct
{
  const LvState *state;
  LvExplanation *into;
  int member[LV_MAX_PACK_AXES]; /* by axis number; -1 where the value does not run along it */
  gboolean reference;
  gboolean changes; /* inside change() or measures() */
} Where;

static void walk (const LvExpr *expr, Where *where);

void
lv_explanation_free (LvExplanation *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self->formula);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static LvExplanation *
explanation_new (const LvState *state, const LvNode *node, gsize cell)
{
  LvExplanation *self = g_new0 (LvExplanation, 1);

  self->node = node->base != NULL ? node->base : node;
  self->reference = node->base != NULL;
  self->cell = cell;
  self->value = lv_state_get (state, node, cell);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_explanation_free);
  return self;
}

static gboolean
cell_at (const Where *where, const LvNode *node, gsize *cell)
{
  const LvShape *shape = &node->type.shape;

  *cell = 0;
  for (guint i = 0; i < shape->n; i++)
    {
      int member = where->member[shape->axis[i]->number];

      if (member < 0 || member >= (int) lv_axis_length (shape->axis[i]))
        return FALSE;
      *cell += (gsize) member * lv_shape_stride (shape, i);
    }
  return lv_node_present (lv_state_model (where->state), node, *cell);
}

/* A part that is there already; (nullable). */
static LvExplanation *
find_part (const LvExplanation *self, const LvNode *node, gsize cell)
{
  const LvNode *base = node->base != NULL ? node->base : node;

  for (guint i = 0; i < self->parts->len; i++)
    {
      LvExplanation *part = g_ptr_array_index (self->parts, i);

      if (part->node == base && part->cell == cell && part->reference == (node->base != NULL)
          && !part->printed)
        return part;
    }
  return NULL;
}

static void
add_part (const Where *where, LvNode *target)
{
  const LvNode *node = lv_node_in (target, where->reference);
  LvExplanation *part;
  gsize cell;

  if (!cell_at (where, node, &cell))
    return;
  part = find_part (where->into, node, cell);
  if (part != NULL)
    part->changes = part->changes && where->changes;
  else
    {
      part = explanation_new (where->state, node, cell);
      part->changes = where->changes;
      g_ptr_array_add (where->into->parts, part);
    }
}

/* printed(): the number that the source has, beside what the scenario makes of it. */
static void
add_printed (const Where *where, const LvNode *node)
{
  LvExplanation *part;
  gsize cell;

  if (!cell_at (where, node, &cell))
    return;
  part = explanation_new (where->state, node, cell);
  part->printed = TRUE;
  part->value = (LvValue){ .number = node->printed[cell],
                           .status = isnan (node->printed[cell]) ? LV_STATUS_MISSING
                                                                 : LV_STATUS_PUBLISHED };
  g_ptr_array_add (where->into->parts, part);
}

static void
walk_along (const LvExpr *expr, const LvAxis *axis, Where *where)
{
  int before = where->member[axis->number];

  for (guint m = 0; m < lv_axis_length (axis); m++)
    {
      if (lv_axis_member (axis, m)->aside)
        continue;
      where->member[axis->number] = (int) m;
      walk (expr, where);
    }
  where->member[axis->number] = before;
}

static void
walk_months (const LvExpr *expr, const LvAxis *months, Where *where)
{
  int year = where->member[months->parent->number];

  for (guint m = 0; m < lv_axis_length (months); m++)
    {
      if (lv_axis_parent_index (months, m) != year)
        continue;
      where->member[months->number] = (int) m;
      walk (expr, where);
    }
  where->member[months->number] = -1;
}

static void
walk_reduce (const LvExpr *call, Where *where)
{
  const LvExpr *x = lv_expr_arg (call, 0);
  const LvAxis *axis = lv_expr_arg (call, 1)->target;
  const LvAxis *months = lv_state_model (where->state)->months;

  if (lv_shape_find (&x->type.shape, axis) >= 0)
    walk_along (x, axis, where);
  else if (months != NULL)
    walk_months (x, months, where);
}

static void
walk_at (const LvExpr *call, Where *where)
{
  Where inner = *where;

  for (guint i = 0; i < call->selectors->len; i++)
    {
      const LvSelector *selector = g_ptr_array_index (call->selectors, i);
      int member = (int) selector->found_member;

      if (selector->target != NULL)
        {
          const LvNode *node = lv_node_in (selector->target, where->reference);
          double chosen = lv_state_number (where->state, node, 0);

          add_part (where, selector->target);
          member = isnan (chosen) ? -1 : (int) chosen;
        }
      inner.member[selector->found_axis->number] = member;
    }
  walk (lv_expr_arg (call, 0), &inner);
}

/* The value that decides what @call looks at. %FALSE where it is absent. */
static gboolean
decider (const LvExpr *call, const Where *where, double *value)
{
  const LvModel *model = lv_state_model (where->state);
  const LvOperand *operand
      = g_hash_table_lookup (model->deciders[where->reference ? 1 : 0], call);
  const LvSlot *slot = operand != NULL ? lv_slot (model, operand->slot) : NULL;
  LvNode column = { 0 };
  Where inner = *where;
  gsize cell;

  if (slot == NULL)
    return FALSE;
  column.type.shape = slot->shape;
  column.slot = operand->slot;
  for (guint i = 0; i < slot->shape.n; i++)
    if (operand->pin[i] >= 0)
      inner.member[slot->shape.axis[i]->number] = operand->pin[i];
  if (!cell_at (&inner, &column, &cell))
    return FALSE;
  *value = lv_state_number (where->state, &column, cell);
  return TRUE;
}

static const LvAxis *
along (const LvExpr *call, const Where *where)
{
  LvTyping typing;

  lv_typing_init (&typing, (LvModel *) lv_state_model (where->state), NULL);
  return lv_expr_axis (call, &typing);
}

static void
walk_back (const LvExpr *call, Where *where)
{
  gboolean is_prev = call->function->fn == LV_FN_PREV;
  guint first = is_prev ? 2 : 3;
  guint start = is_prev ? 1 : 2;
  const LvAxis *axis = along (call, where);
  int steps = is_prev ? 1 : (int) lv_number_round (lv_expr_steps (call, axis));
  Where inner = *where;
  gboolean before;
  double unused;

  inner.member[axis->number] -= steps;
  before = inner.member[axis->number] < 0;
  for (guint i = first + 1; i < call->args->len; i++)
    {
      const LvAxis *other = lv_expr_arg (call, i)->target;

      inner.member[other->number] -= steps;
      before = before || inner.member[other->number] < 0;
    }
  if (!before && decider (call, &inner, &unused))
    walk (lv_expr_arg (call, 0), &inner);
  else if (call->args->len > start)
    walk (lv_expr_arg (call, start), where);
}

/* How many members a window looks at; all of them where that is not known. */
static int
window_length (const LvExpr *call, const LvAxis *axis, const Where *where)
{
  const LvExpr *n = lv_expr_arg (call, 1);
  double steps = lv_expr_steps (call, axis);

  if (n->kind == LV_EXPR_REFERENCE)
    steps *= lv_state_number (where->state, lv_node_in (n->target, where->reference), 0);
  return steps >= 0 && steps < LV_MAX_MEMBERS ? (int) lv_number_round (steps) : LV_MAX_MEMBERS;
}

static void
walk_running (const LvExpr *call, Where *where)
{
  gboolean is_window = call->function->fn == LV_FN_WINDOW;
  const LvAxis *axis = along (call, where);
  int last = where->member[axis->number];
  int count = is_window ? window_length (call, axis, where) : last + 1;
  Where inner = *where;

  for (int m = MAX (last - count + 1, 0); m <= last; m++)
    {
      inner.member[axis->number] = m;
      walk (lv_expr_arg (call, 0), &inner);
    }
  if (is_window)
    walk (lv_expr_arg (call, 1), where);
}

static void
walk_lookup (const LvExpr *call, Where *where)
{
  const LvShape *values = &lv_expr_arg (call, 0)->type.shape;

  walk (lv_expr_arg (call, 2), where);
  for (guint i = 0; i < values->n; i++)
    if (lv_shape_find (&lv_expr_arg (call, 1)->type.shape, values->axis[i]) >= 0
        && lv_shape_find (&lv_expr_arg (call, 2)->type.shape, values->axis[i]) < 0)
      {
        walk_along (lv_expr_arg (call, 0), values->axis[i], where);
        walk_along (lv_expr_arg (call, 1), values->axis[i], where);
        return;
      }
}

static void
walk_monthly (const LvExpr *call, Where *where)
{
  const LvAxis *months = lv_state_model (where->state)->months;
  Where inner = *where;
  int month = where->member[months->number];

  if (month < 0)
    return;
  inner.member[months->parent->number] = lv_axis_parent_index (months, (guint) month);
  inner.member[months->number] = -1;
  walk (lv_expr_arg (call, 0), &inner);
}

static void
walk_change (const LvExpr *call, Where *where)
{
  Where inner = *where;

  if (where->reference)
    return;
  inner.changes = TRUE;
  walk (lv_expr_arg (call, 0), &inner);
  inner.reference = TRUE;
  walk (lv_expr_arg (call, 0), &inner);
}

/* Every cell of an effect that is added into the target's: its own axes, and the months of the year. */
static void
walk_effect (LvNode *effect, guint from, Where *where)
{
  const LvShape *shape = &effect->type.shape;
  const LvAxis *axis;
  int year;

  while (from < shape->n && where->member[shape->axis[from]->number] >= 0)
    from++;
  if (from == shape->n)
    {
      add_part (where, effect);
      return;
    }
  axis = shape->axis[from];
  year = axis->parent != NULL ? where->member[axis->parent->number] : -1;
  for (guint m = 0; m < lv_axis_length (axis); m++)
    {
      if (lv_axis_member (axis, m)->aside || (year >= 0 && lv_axis_parent_index (axis, m) != year))
        continue;
      where->member[axis->number] = (int) m;
      walk_effect (effect, from + 1, where);
    }
  where->member[axis->number] = -1;
}

static void
walk_measures (const LvExpr *call, Where *where)
{
  const LvModel *model = lv_state_model (where->state);
  const LvNode *target = lv_expr_arg (call, 0)->target;
  Where inner = *where;
  gsize cell;

  if (where->reference || !cell_at (where, target, &cell))
    return;
  inner.changes = TRUE;
  for (guint i = 0; i < model->placed->len; i++)
    {
      const LvPlaced *placed = &g_array_index (model->placed, LvPlaced, i);

      if (placed->target == target && lv_place_contains (&placed->place, &target->type.shape, cell))
        walk_effect (placed->effect, 0, &inner);
    }
}

/* if() looks only at its condition and the branch that it takes. */
static void
walk_if (const LvExpr *call, Where *where)
{
  double truth;

  walk (lv_expr_arg (call, 0), where);
  if (decider (call, where, &truth) && !isnan (truth))
    walk (lv_expr_arg (call, truth != 0 ? 1 : 2), where);
}

static void
walk_otherwise (const LvExpr *call, Where *where)
{
  double value;

  walk (lv_expr_arg (call, 0), where);
  if (!decider (call, where, &value) || isnan (value))
    walk (lv_expr_arg (call, 1), where);
}

static void
walk_index (const char *year, Where *where)
{
  LvNode *index = lv_state_model (where->state)->price_index;
  const LvAxis *axis = index->type.shape.n == 1 ? index->type.shape.axis[0] : NULL;
  Where inner = *where;

  if (axis == NULL || year == NULL)
    return;
  inner.member[axis->number] = lv_axis_find (axis, year);
  add_part (&inner, index);
}

static void
walk_reprice (const LvExpr *call, Where *where)
{
  walk (lv_expr_arg (call, 0), where);
  walk_index (call->type.attributes.value[LV_ATTRIBUTE_PRICE_LEVEL], where);
  walk_index (lv_expr_arg (call, 0)->type.attributes.value[LV_ATTRIBUTE_PRICE_LEVEL], where);
}

static void
walk_plain (const LvExpr *call, Where *where)
{
  for (guint i = 0; i < call->args->len; i++)
    {
      LvArgRole role = lv_function_role (call->function, i);

      if (role == LV_ARG_VALUE || role == LV_ARG_SERIES)
        walk (lv_expr_arg (call, i), where);
    }
}

static void
walk_phase (const LvExpr *call, Where *where)
{
  const LvKnobs *knobs
      = g_hash_table_lookup (lv_state_model (where->state)->knobs, lv_expr_arg (call, 0)->target);

  if (knobs != NULL)
    add_part (where, knobs->delay);
}

static void
walk_call (const LvExpr *call, Where *where)
{
  switch (call->function->fn)
    {
    case LV_FN_SUM:
    case LV_FN_MEAN:
    case LV_FN_MEDIAN:
    case LV_FN_SMALLEST:
    case LV_FN_LARGEST:
    case LV_FN_COUNT:
    case LV_FN_TOTAL:
    case LV_FN_LAST:
      walk_reduce (call, where);
      break;
    case LV_FN_SHARE:
    case LV_FN_RANK:
      walk_along (lv_expr_arg (call, 0), lv_expr_arg (call, 1)->target, where);
      break;
    case LV_FN_AT:
      walk_at (call, where);
      break;
    case LV_FN_LOOKUP:
      walk_lookup (call, where);
      break;
    case LV_FN_PREV:
    case LV_FN_LAG:
      walk_back (call, where);
      break;
    case LV_FN_WINDOW:
    case LV_FN_CUMULATE:
      walk_running (call, where);
      break;
    case LV_FN_MONTHLY:
      walk_monthly (call, where);
      break;
    case LV_FN_CHANGE:
      walk_change (call, where);
      break;
    case LV_FN_MEASURES:
      walk_measures (call, where);
      break;
    case LV_FN_PHASE:
      walk_phase (call, where);
      break;
    case LV_FN_IF:
      walk_if (call, where);
      break;
    case LV_FN_PRINTED:
      add_printed (where, lv_expr_arg (call, 0)->target);
      break;
    case LV_FN_OTHERWISE:
      walk_otherwise (call, where);
      break;
    case LV_FN_REPRICE:
      walk_reprice (call, where);
      break;
    default:
      walk_plain (call, where);
    }
}

static void
walk (const LvExpr *expr, Where *where)
{
  if (expr->kind == LV_EXPR_CALL)
    walk_call (expr, where);
  else if (expr->kind == LV_EXPR_REFERENCE && expr->target != NULL)
    add_part (where, expr->target);
}

/** The piece of a formula that gives @cell its value. */
static const LvNodePiece *
piece_for (const LvNode *node, gsize cell)
{
  const LvNodePiece *rest = NULL;

  for (guint i = 0; i < node->pieces->len; i++)
    {
      const LvNodePiece *piece = &g_array_index (node->pieces, LvNodePiece, i);

      if (piece->rest)
        rest = piece;
      else if (lv_place_contains (&piece->place, &node->type.shape, cell))
        return piece;
    }
  return rest;
}

static void
tell_source (LvExplanation *self, const LvNode *node)
{
  const LvItem *item = node->item;

  if (node->series != NULL)
    {
      const LvCellInfo *info = node->series->info != NULL ? node->series->info[self->cell] : NULL;

      self->source = info != NULL && info->source != NULL ? info->source : node->series->source;
      self->place = info != NULL && info->place != NULL ? info->place : node->series->place;
      self->why = info != NULL ? info->why : NULL;
      /* A figure of the user's own has no place in the source that the series is from. */
      if (self->place != NULL && self->place[0] == '\0')
        self->place = NULL;
    }
  else if (node->parameter != NULL)
    {
      self->source = node->parameter->source;
      self->place = node->parameter->place;
    }
  if (self->why == NULL && item != NULL && node->measure == NULL)
    self->why = lv_item_get (item, "why");
}

/* What the value was made of; @told: the formula too. */
static void
explain_parts (const LvState *state, LvExplanation *self, const LvNode *node, gboolean told)
{
  Where where = { .state = state, .into = self, .reference = self->reference };
  const LvShape *shape = &node->type.shape;
  const LvNodePiece *piece;

  for (guint i = 0; i < G_N_ELEMENTS (where.member); i++)
    where.member[i] = -1;
  for (guint i = 0; i < shape->n; i++)
    where.member[shape->axis[i]->number] = (int) lv_shape_coordinate (shape, self->cell, i);
  if (node->kind == LV_NODE_INPUT)
    {
      if (node->default_node != NULL && !lv_state_is_set (state, node, self->cell)
          && isnan (node->defaults[self->cell]))
        add_part (&where, node->default_node);
      return;
    }
  piece = piece_for (node, self->cell);
  if (piece == NULL)
    return;
  if (told)
    {
      self->formula = lv_expr_to_string (piece->expr);
      self->words = lv_explain_words (lv_state_model (state), node, self->cell);
    }
  walk (piece->expr, &where);
}

static void
fill (const LvState *state, LvExplanation *self, guint depth, GHashTable *told)
{
  const LvNode *node = self->node;
  const LvNode *key = self->reference ? node->twin : node;

  tell_source (self, node);
  if (depth == 0 || !g_hash_table_add (told, GSIZE_TO_POINTER (lv_slot (lv_state_model (state), key->slot)->offset + self->cell + 1)))
    return;
  explain_parts (state, self, node, TRUE);
  for (guint i = 0; i < self->parts->len; i++)
    fill (state, g_ptr_array_index (self->parts, i), depth - 1, told);
}

/**
 * lv_explain:
 * @cell: of @node's shape
 * @depth: how many steps down; what has been told once is not told again below
 *
 * Returns: (transfer full): why the value is what it is
 */
LvExplanation *
lv_explain (const LvState *state, const LvNode *node, gsize cell, guint depth)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  LvExplanation *self = explanation_new (state, node, cell);

  fill (state, self, depth, told);
  return self;
}

/**
 * lv_explain_operands:
 * @cell: of @node's shape
 *
 * For who asks many cells what they were made of, and tells nobody.
 *
 * Returns: (transfer full): the parts alone, one step down, without any words
 */
LvExplanation *
lv_explain_operands (const LvState *state, const LvNode *node, gsize cell)
{
  LvExplanation *self = explanation_new (state, node, cell);

  explain_parts (state, self, node, FALSE);
  return self;
}

/**
 * lv_explain_part:
 * @part: a part of an explanation of @state
 * @depth: as for lv_explain()
 *
 * Follows a part: its own value explained, in the reference where it is a value of that.
 *
 * Returns: (transfer full): why that value is what it is
 */
LvExplanation *
lv_explain_part (const LvState *state, const LvExplanation *part, guint depth)
{
  LvExplanation *self;

  if (!part->printed)
    return lv_explain (state, lv_node_in ((LvNode *) part->node, part->reference), part->cell, depth);
  self = explanation_new (state, part->node, part->cell);
  self->printed = TRUE;
  self->value = part->value;
  tell_source (self, self->node);
  return self;
}
