/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sum line by line: + and - of a formula, the members of sum(), and the formulas that stand there, as
 * deep as asked. What is no sum is one line. */
#include "lv-components.h"

#include "lv-exact.h"
#include "lv-explain.h"
#include "lv-model-private.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

/* One line at one end. */
typedef struct
{
  char *key; /* (owned): the same at both ends for the same line */
  char *title; /* (owned) */
  const LvNode *node;
  gssize cell;
  double value;
} Term;

typedef struct
{
  const LvState *state;
  const LvModel *model;
  const LvNode *target;
  GPtrArray *terms; /* (owned) Term */
} Walk;

/* Where one expression is looked at. */
typedef struct
{
  int member[LV_MAX_PACK_AXES];
  double times; /* sign and conversion to the target's unit */
  LvAxes split; /* axes whose members became lines of their own */
  guint depth;
} Spot;

static void walk (Walk *self, const LvExpr *expr, const Spot *spot);

static void
term_free (gpointer data)
{
  Term *term = data;

  g_free (term->key);
  g_free (term->title);
  g_free (term);
}

static void
component_free (gpointer data)
{
  LvComponent *component = data;

  g_free (component->title);
  g_free (component);
}

void
lv_components_free (LvComponents *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_free (self);
}

/** Returns: (transfer none): component number @index */
const LvComponent *
lv_components_get (const LvComponents *self, guint index)
{
  return g_ptr_array_index (self->list, index);
}

static gssize
cell_of (const LvOperand *operand, const LvShape *shape, const Spot *spot)
{
  gssize cell = 0;

  for (guint i = 0; i < shape->n; i++)
    {
      int member = operand->pin[i] >= 0 ? operand->pin[i]
                                        : spot->member[shape->axis[i]->number] - operand->shift[i];

      if (member < 0 || member >= (int) lv_axis_length (shape->axis[i]))
        return -1;
      cell += (gssize) ((gsize) member * lv_shape_stride (shape, i));
    }
  return cell;
}

static const LvNode *
node_of_slot (const LvModel *model, guint slot)
{
  for (guint i = 0; i < model->nodes->len; i++)
    {
      const LvNode *node = g_ptr_array_index (model->nodes, i);

      if (node->slot == slot)
        return node;
    }
  return NULL;
}

/* The members that tell this line from its neighbours: those that are not the target's own. */
static char *
members_title (const Walk *self, const LvNode *node, gsize cell, const Spot *spot)
{
  const LvShape *shape = lv_node_shape (node);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < shape->n; i++)
    if (lv_shape_find (lv_node_shape (self->target), shape->axis[i]) < 0
        || lv_axes_has (&spot->split, shape->axis[i]))
      g_string_append_printf (out, ", %s",
                              lv_axis_member (shape->axis[i], lv_shape_coordinate (shape, cell, i))->title);
  return g_string_free (out, FALSE);
}

static char *
split_title (const Walk *self, const Spot *spot)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lv_pack_n_axes (self->model->pack); i++)
    {
      const LvAxis *axis = lv_pack_axis (self->model->pack, i);

      if (lv_axes_has (&spot->split, axis) && spot->member[axis->number] >= 0)
        g_string_append_printf (out, ", %s",
                                lv_axis_member (axis, (guint) spot->member[axis->number])->title);
    }
  return g_string_free (out, FALSE);
}

static void
take_node (const Walk *self, Term *term, const LvNode *node, gsize cell, const Spot *spot)
{
  const LvNode *shown = node->base != NULL ? node->base : node;
  g_autofree char *members = members_title (self, node, cell, spot);

  term->node = shown;
  term->cell = (gssize) cell;
  term->title = g_strconcat (lv_node_title (shown), members, NULL);
  term->key = g_strconcat (lv_node_id (node), members, NULL);
}

static void
take_words (const Walk *self, Term *term, const LvExpr *expr, const Spot *spot)
{
  g_autofree char *members = split_title (self, spot);
  g_autofree char *words = lv_explain_expr (self->model, expr);
  g_autofree char *text = lv_expr_to_string (expr);

  term->cell = -1;
  term->title = g_strconcat (words, members, NULL);
  term->key = g_strconcat (text, members, NULL);
}

/* Whether it looks at other members than the target's: at(x, aar="2024"), prev(x). That is a line apart from
 * x itself. */
static gboolean
elsewhere (const Walk *self, const LvExpr *expr)
{
  if (expr->kind != LV_EXPR_CALL)
    return FALSE;
  if (expr->function->fn != LV_FN_AT)
    return TRUE;
  for (guint i = 0; i < expr->selectors->len; i++)
    {
      const LvSelector *selector = g_ptr_array_index (expr->selectors, i);

      if (lv_shape_find (lv_node_shape (self->target), selector->found_axis) >= 0)
        return TRUE;
    }
  return elsewhere (self, lv_expr_arg (expr, 0));
}

/* A line: the value that the expression has at the spot. */
static void
take_term (Walk *self, const LvExpr *expr, const Spot *spot)
{
  const LvOperand *operand = g_hash_table_lookup (self->model->terms, expr);
  const LvSlot *slot = lv_slot (self->model, operand->slot);
  gssize cell = cell_of (operand, &slot->shape, spot);
  const LvNode *node = node_of_slot (self->model, operand->slot);
  LvNode column = { .slot = operand->slot };
  Term *term = g_new0 (Term, 1);

  if (node != NULL && !elsewhere (self, expr))
    take_node (self, term, node, (gsize) cell, spot);
  else
    take_words (self, term, expr, spot);
  term->value = lv_state_number (self->state, &column, (gsize) cell) * spot->times;
  g_ptr_array_add (self->terms, term);
}

static const LvNodePiece *
piece_for (const LvNode *node, gsize cell)
{
  const LvNodePiece *rest = NULL;

  for (guint i = 0; node->pieces != NULL && i < node->pieces->len; i++)
    {
      const LvNodePiece *piece = &g_array_index (node->pieces, LvNodePiece, i);

      if (!piece->rest && lv_place_contains (&piece->place, &node->type.shape, cell))
        return piece;
      if (piece->rest)
        rest = piece;
    }
  return rest;
}

static double
ratio (const LvType *from, const LvType *to)
{
  LvFactor factor = lv_factor_divide (from->factor, to->factor);

  if (from->is_zero || from->is_switch)
    return 1;
  if (!lv_dimension_equal (&from->dimension, &to->dimension))
    factor = lv_factor_multiply (factor, (LvFactor){ 100, 1 }); /* pct. to pct.-point */
  return factor.num / factor.den;
}

static gboolean
is_call (const LvExpr *expr, LvFn fn)
{
  return expr->kind == LV_EXPR_CALL && expr->function->fn == fn;
}

static gboolean
sums_named (const LvExpr *expr)
{
  return is_call (expr, LV_FN_SUM)
         && lv_shape_find (&lv_expr_arg (expr, 0)->type.shape, lv_expr_arg (expr, 1)->target) >= 0;
}

static gboolean
is_sum (const LvExpr *expr)
{
  return is_call (expr, LV_FN_ADD) || is_call (expr, LV_FN_SUBTRACT) || is_call (expr, LV_FN_NEGATE)
         || sums_named (expr);
}

/* A value that is itself a sum, where it may be opened. */
static gboolean
open_node (Walk *self, const LvExpr *expr, const Spot *spot)
{
  const LvOperand *operand = g_hash_table_lookup (self->model->terms, expr);
  const LvNode *node = node_of_slot (self->model, operand->slot);
  const LvNodePiece *piece;
  Spot inner = *spot;
  gssize cell;

  if (node == NULL || spot->depth == 0 || elsewhere (self, expr))
    return FALSE;
  cell = cell_of (operand, &node->type.shape, spot);
  piece = piece_for (node, (gsize) cell);
  if (piece == NULL || node->base != NULL || !is_sum (piece->expr))
    return FALSE;
  for (guint i = 0; i < node->type.shape.n; i++)
    inner.member[node->type.shape.axis[i]->number]
        = (int) lv_shape_coordinate (&node->type.shape, (gsize) cell, i);
  inner.depth--;
  inner.times *= ratio (&piece->expr->type, &node->type);
  walk (self, piece->expr, &inner);
  return TRUE;
}

static void
walk_args (Walk *self, const LvExpr *expr, const Spot *spot)
{
  for (guint i = 0; i < expr->args->len; i++)
    {
      const LvExpr *arg = lv_expr_arg (expr, i);
      Spot inner = *spot;

      inner.times *= ratio (&arg->type, &expr->type);
      if (is_call (expr, LV_FN_NEGATE) || (is_call (expr, LV_FN_SUBTRACT) && i == 1))
        inner.times = -inner.times;
      walk (self, arg, &inner);
    }
}

static void
walk_members (Walk *self, const LvExpr *expr, const Spot *spot)
{
  const LvAxis *axis = lv_expr_arg (expr, 1)->target;
  Spot inner = *spot;

  lv_axes_add (&inner.split, axis);
  for (guint m = 0; m < lv_axis_length (axis); m++)
    {
      if (lv_axis_member (axis, m)->aside)
        continue;
      inner.member[axis->number] = (int) m;
      walk (self, lv_expr_arg (expr, 0), &inner);
    }
}

/* Whether the expression is there: a - b is absent where b is, and then a is no part of sum(a - b) either. */
static gboolean
is_present (const Walk *self, const LvExpr *expr, const Spot *spot)
{
  const LvOperand *operand = g_hash_table_lookup (self->model->terms, expr);
  const LvSlot *slot = lv_slot (self->model, operand->slot);
  gssize cell = cell_of (operand, &slot->shape, spot);

  return cell >= 0 && slot->present[cell];
}

static void
walk (Walk *self, const LvExpr *expr, const Spot *spot)
{
  if (!is_present (self, expr, spot))
    return;
  if (sums_named (expr))
    walk_members (self, expr, spot);
  else if (is_sum (expr))
    walk_args (self, expr, spot);
  else if (!open_node (self, expr, spot))
    take_term (self, expr, spot);
}

/* All lines of @cell; a value that is no formula is its own single line. */
static GPtrArray *
terms_of (const LvState *state, const LvNode *node, gsize cell, guint depth)
{
  Walk self = { .state = state, .model = lv_state_model (state), .target = node };
  const LvNodePiece *piece = piece_for (node, cell);
  Spot spot = { .times = 1, .depth = depth };

  self.terms = g_ptr_array_new_with_free_func (term_free);
  for (guint i = 0; i < G_N_ELEMENTS (spot.member); i++)
    spot.member[i] = -1;
  for (guint i = 0; i < node->type.shape.n; i++)
    spot.member[node->type.shape.axis[i]->number]
        = (int) lv_shape_coordinate (&node->type.shape, cell, i);
  if (piece != NULL)
    {
      spot.times = ratio (&piece->expr->type, &node->type);
      walk (&self, piece->expr, &spot);
    }
  else
    {
      Term *term = g_new0 (Term, 1);

      take_node (&self, term, node, cell, &spot);
      term->value = lv_state_number (state, node, cell);
      g_ptr_array_add (self.terms, term);
    }
  return self.terms;
}

static void
merge (LvComponents *self, GHashTable *by_key, const GPtrArray *terms, gboolean at_end)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = g_ptr_array_index (terms, i);
      LvComponent *component = g_hash_table_lookup (by_key, term->key);

      if (component == NULL)
        {
          component = g_new0 (LvComponent, 1);
          component->title = g_strdup (term->title);
          component->from_cell = component->to_cell = -1;
          g_hash_table_insert (by_key, g_strdup (term->key), component);
          g_ptr_array_add (self->list, component);
        }
      component->node = term->node;
      *(at_end ? &component->to_cell : &component->from_cell) = term->cell;
      *(at_end ? &component->to : &component->from) += term->value;
    }
}

static double
rounding (const LvComponents *self)
{
  double rest = lv_text_as_shown (self->node, self->to) - lv_text_as_shown (self->node, self->from);

  for (guint i = 0; i < self->list->len; i++)
    rest -= lv_text_as_shown (self->node, lv_components_get (self, i)->part);
  return lv_text_as_shown (self->node, rest);
}

/* Everything on one grid: then the parts and both ends are sums without rounding. */
static void
settle (LvComponents *self, const LvState *from, const LvState *to)
{
  guint n = self->list->len;
  g_autofree double *all = g_new (double, 2 * n + 1);
  double grid;

  for (guint i = 0; i < n; i++)
    {
      all[2 * i] = lv_components_get (self, i)->from;
      all[2 * i + 1] = lv_components_get (self, i)->to;
    }
  grid = lv_exact_grid (all, 2 * n);
  for (guint i = 0; i < n; i++)
    {
      LvComponent *component = g_ptr_array_index (self->list, i);

      component->from = lv_exact_snap (component->from, grid);
      component->to = lv_exact_snap (component->to, grid);
      component->part = component->to - component->from;
      self->from += component->from;
      self->to += component->to;
    }
  if (isnan (lv_state_number (from, self->node, self->from_cell))) /* absent, or beyond all numbers */
    self->from = NAN;
  if (isnan (lv_state_number (to, self->node, self->to_cell)))
    self->to = NAN;
  self->difference = self->to - self->from;
  self->rounding = rounding (self);
}

/**
 * lv_components_new:
 * @from, @to: states of one model, which may be the same
 * @from_cell, @to_cell: cells of @node: two years, or one year in two scenarios
 * @depth: how many formulas below are opened; 0 for @node's own lines
 *
 * Divides the difference between two cells along the lines of the sum that gives them.
 *
 * Returns: (transfer full): the lines
 */
LvComponents *
lv_components_new (const LvState *from, gsize from_cell, const LvState *to, gsize to_cell,
                   const LvNode *node, guint depth)
{
  LvComponents *self = g_new0 (LvComponents, 1);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) first = terms_of (from, node, from_cell, depth);
  g_autoptr (GPtrArray) last = terms_of (to, node, to_cell, depth);

  g_assert (lv_state_model (from) == lv_state_model (to));
  self->node = node;
  self->from_cell = from_cell;
  self->to_cell = to_cell;
  self->alike = piece_for (node, from_cell) == piece_for (node, to_cell);
  self->list = g_ptr_array_new_with_free_func (component_free);
  merge (self, by_key, first, FALSE);
  merge (self, by_key, last, TRUE);
  settle (self, from, to);
  return self;
}
