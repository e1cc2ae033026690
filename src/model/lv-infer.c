/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Axes and types of every formula. Axes first, because formulas in a loop learn them from each other:
 * repeated until nothing changes; axes are only ever added. Types follow in the order of evaluation. */
#include "lv-model-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LvType *
type_of (gpointer target, gpointer user_data)
{
  const LvNode *node = target;

  return node->broken ? NULL : &node->type;
}

static const LvShape *
measure_shape (gpointer target, gpointer user_data)
{
  const LvItem *item = target;

  return &((LvMeasure *) item->detail)->shape;
}

static const LvAxis *
months_of (const LvAxis *years, gpointer user_data)
{
  const LvModel *self = user_data;
  const LvAxis *months = self->months;

  if (years == NULL)
    return months;
  return months != NULL && months->parent == years ? months : NULL;
}

static gboolean
has_price_year (const char *year, gpointer user_data)
{
  const LvModel *self = user_data;
  const LvShape *shape = &self->price_index->type.shape;

  return shape->n == 1 && lv_axis_find (shape->axis[0], year) >= 0;
}

static void
ignore (guint position, const char *text, gpointer user_data)
{
}

/** Prepares a type check within @node, or within nothing when it is %NULL. */
void
lv_typing_init (LvTyping *typing, LvModel *self, const LvNode *node)
{
  *typing = (LvTyping){ .units = self->units,
                        .kr = self->kr,
                        .across = node != NULL ? node->across : NULL,
                        .has_price_index = self->price_index != NULL,
                        .has_price_year = has_price_year,
                        .type_of = type_of,
                        .measure_shape = measure_shape,
                        .months_of = months_of,
                        .report = ignore,
                        .user_data = self };
}

static void
fix_axes (LvTyping *typing, const LvNode *node, const LvNodePiece *piece)
{
  const LvShape *shape = &node->type.shape;

  typing->fixed = (LvAxes){ 0 };
  for (guint i = 0; !piece->rest && i < shape->n; i++)
    if (lv_place_is_single (&piece->place, i))
      lv_axes_add (&typing->fixed, shape->axis[i]);
}

static gboolean
infer_node (LvModel *self, LvNode *node)
{
  LvShape shape = { 0 };
  LvTyping typing;

  lv_typing_init (&typing, self, node);
  for (guint p = 0; p < node->pieces->len; p++)
    {
      LvNodePiece *piece = &g_array_index (node->pieces, LvNodePiece, p);

      fix_axes (&typing, node, piece);
      lv_expr_infer_shape (piece->expr, &typing);
      if (!node->has_axes)
        lv_shape_unite (&shape, &piece->expr->type.shape);
    }
  if (node->has_axes || (shape.n == node->type.shape.n && lv_shape_equal (&shape, &node->type.shape)))
    return FALSE;
  if (shape.n <= node->type.shape.n && node->type.shape.n > 0)
    return FALSE; /* only another order */
  node->type.shape = shape;
  return TRUE;
}

/* Depth first, so that operands come before their users wherever there is no loop: then one round is
 * nearly always enough. */
static GPtrArray *
users_last (LvModel *self)
{
  GPtrArray *order = g_ptr_array_new ();
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint) * 2);
  g_autofree guint8 *seen = g_new0 (guint8, self->nodes->len + 1);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint top[2] = { i, 0 };

      if (seen[i])
        continue;
      seen[i] = TRUE;
      g_array_append_val (stack, top);
      while (stack->len > 0)
        {
          guint *frame = (guint *) (gpointer) (stack->data + (stack->len - 1) * sizeof top);
          LvNode *node = g_ptr_array_index (self->nodes, frame[0]);

          if (frame[1] == node->uses->len)
            {
              g_ptr_array_add (order, node);
              g_array_set_size (stack, stack->len - 1);
              continue;
            }
          top[0] = g_array_index (node->uses, LvUse, frame[1]++).node->index;
          top[1] = 0;
          if (seen[top[0]])
            continue;
          seen[top[0]] = TRUE;
          g_array_append_val (stack, top);
        }
    }
  return order;
}

/** Infers the axes of formulas that do not state them. */
void
lv_infer_axes (LvModel *self)
{
  g_autoptr (GPtrArray) order = NULL;
  gboolean changed = TRUE;

  lv_uses_collect (self, FALSE);
  order = users_last (self);
  for (guint round = 0; changed && round < 50; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < order->len; i++)
        {
          LvNode *node = g_ptr_array_index (order, i);

          if (node->pieces != NULL && !node->broken)
            changed = infer_node (self, node) || changed;
        }
    }
}

typedef struct
{
  LvModel *model;
  const LvNode *node;
  const LvNodePiece *piece;
} Report;

static void
report (guint position, const char *text, gpointer user_data)
{
  const Report *self = user_data;

  lv_model_fault (self->model, self->node->item, self->piece->line, self->piece->key,
                  _ ("%s (character %u)"), text, position + 1);
}

/* What the formula does not declare it takes from its expression. */
static void
take_attributes (LvNode *node, const LvType *type, gboolean first)
{
  for (LvAttribute i = 0; i < LV_N_ATTRIBUTES; i++)
    {
      const char *found = type->attributes.value[i];

      if (node->declared.value[i] != NULL)
        continue;
      if (first || node->type.attributes.value[i] == NULL)
        node->type.attributes.value[i] = found;
      else if (found != NULL && found != node->type.attributes.value[i])
        node->type.attributes.value[i] = NULL;
    }
}

static gboolean
axes_fit (LvModel *self, const LvNode *node, const LvNodePiece *piece)
{
  const LvShape *shape = &piece->expr->type.shape;

  for (guint i = 0; i < shape->n; i++)
    if (lv_shape_find (&node->type.shape, shape->axis[i]) < 0)
      {
        lv_model_fault (self, node->item, piece->line, piece->key,
                        _ ("the expression also runs along %s, which the formula does not have"),
                        shape->axis[i]->id);
        return FALSE;
      }
  return TRUE;
}

static gboolean
type_piece (LvModel *self, LvNode *node, LvNodePiece *piece, gboolean first)
{
  LvTyping typing;
  const LvType *type = &piece->expr->type;
  Report where = { self, node, piece };

  lv_typing_init (&typing, self, node);
  typing.report = report;
  typing.report_data = &where;
  fix_axes (&typing, node, piece);
  if (!lv_expr_check (piece->expr, &typing))
    return FALSE;
  if (node->unit == NULL)
    {
      node->type = *type;
      node->unit = lv_units_get_number (self->units);
      return TRUE;
    }
  if (!axes_fit (self, node, piece)
      || !lv_type_fits (type, node->unit, &node->declared, &typing, piece->expr->position))
    return FALSE;
  take_attributes (node, type, first);
  return TRUE;
}

/* Years and their own months would make a table of which only the diagonal means something. */
static void
check_time (LvModel *self, LvNode *node)
{
  const LvShape *shape = &node->type.shape;

  for (guint i = 0; i < shape->n; i++)
    if (shape->axis[i]->parent != NULL && lv_shape_find (shape, shape->axis[i]->parent) >= 0)
      {
        lv_model_fault (self, node->item, 0, "axes", _ ("%s stands beside its own months"),
                        shape->axis[i]->parent->id);
        node->broken = TRUE;
      }
}

static void
check_size (LvModel *self, LvNode *node)
{
  if (node->type.shape.n <= LV_MAX_AXES && lv_shape_cells (&node->type.shape) <= LV_MAX_CELLS)
    return;
  lv_model_fault (self, node->item, 0, NULL, _ ("the value runs along too many axes or has too many cells"));
  node->broken = TRUE;
}

static void
type_node (LvModel *self, LvNode *node)
{
  for (guint p = 0; node->pieces != NULL && !node->broken && p < node->pieces->len; p++)
    if (!type_piece (self, node, &g_array_index (node->pieces, LvNodePiece, p), p == 0))
      node->broken = TRUE;
  if (!node->broken)
    check_size (self, node);
  if (!node->broken)
    check_time (self, node);
}

static gboolean
uses_broken (const LvNode *node)
{
  for (guint i = 0; i < node->uses->len; i++)
    if (g_array_index (node->uses, LvUse, i).node->broken)
      return TRUE;
  return FALSE;
}

static void
check_default (LvModel *self, LvNode *node)
{
  const LvNode *from = node->default_node;

  if (from == NULL || node->base != NULL)
    return;
  if (!lv_dimension_equal (&from->type.dimension, &node->type.dimension))
    lv_model_fault (self, node->item, 0, "default", _ ("the default “%s” has another unit"), from->id);
  for (guint i = 0; i < from->type.shape.n; i++)
    if (lv_shape_find (&node->type.shape, from->type.shape.axis[i]) < 0)
      lv_model_fault (self, node->item, 0, "default",
                      _ ("the default “%s” also runs along %s"), from->id,
                      from->type.shape.axis[i]->id);
}

/* The amounts that a measure moves are of the target's basis, price level, purse and type. */
static void
check_placed (LvModel *self, const LvPlaced *placed)
{
  const LvNode *effect = placed->effect;
  const LvNode *target = placed->target;
  guint line = g_array_index (effect->pieces, LvNodePiece, 0).line;

  if (effect->broken || target->broken)
    return;
  if (!lv_dimension_equal (&effect->type.dimension, &target->type.dimension))
    lv_model_fault (self, placed->measure, line, "effect", _ ("the effect “%s” has another unit than its target “%s”"),
                    placed->raw->id, target->id);
  for (LvAttribute i = 0; i < LV_N_ATTRIBUTES; i++)
    {
      const char *a = effect->type.attributes.value[i];
      const char *b = target->type.attributes.value[i];

      if (a != NULL && b != NULL && a != b && i != LV_ATTRIBUTE_KIND)
        lv_model_fault (self, placed->measure, line, "effect",
                        _ ("the effect “%s” has %s “%s”, its target “%s” has “%s”"), placed->raw->id,
                        lv_attribute_key (i), a, target->id, b);
    }
  for (guint i = 0; i < effect->type.shape.n; i++)
    {
      const LvAxis *axis = effect->type.shape.axis[i];
      const LvMeasure *measure = placed->measure->detail;

      if (lv_shape_find (&target->type.shape, axis) < 0
          && lv_shape_find (&measure->shape, axis) < 0
          && (axis->parent == NULL || lv_shape_find (&target->type.shape, axis->parent) < 0))
        lv_model_fault (self, placed->measure, line, "effect",
                        _ ("the effect “%s” runs along %s, which its target “%s” does not"),
                        placed->raw->id, axis->id, target->id);
    }
}

/**
 * lv_infer:
 *
 * Checks the types of all formulas, in the order of evaluation; members of a loop twice, as they may
 * learn their attributes from one another.
 *
 * Returns: %FALSE when something is wrong, which has been recorded
 */
gboolean
lv_infer (LvModel *self)
{
  guint before = lv_problems_count (self->problems);

  for (guint b = 0; b < self->blocks->len; b++)
    {
      const LvBlock *block = g_ptr_array_index (self->blocks, b);

      for (guint i = 0; i < block->nodes->len; i++)
        {
          LvNode *node = g_ptr_array_index (block->nodes, i);

          if (node->base != NULL)
            continue;
          if (block->loop == NULL && uses_broken (node))
            node->broken = TRUE; /* told where it is wrong */
          type_node (self, node);
          check_default (self, node);
        }
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LvNode *node = g_ptr_array_index (self->nodes, i);

      if (node->base == NULL)
        continue;
      node->type = node->base->type;
      node->broken = node->base->broken;
    }
  for (guint i = 0; i < self->placed->len; i++)
    check_placed (self, &g_array_index (self->placed, LvPlaced, i));
  return lv_problems_count (self->problems) == before;
}
