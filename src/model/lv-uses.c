/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which node uses which. A change() looks at its value twice: as it is, and in the reference, where
 * every lever and measure is at its default. The reference of a node is a node of its own, its twin. */
#include "lv-model-private.h"

typedef struct
{
  LvModel *model;
  LvNode *node;
  LvAxes stepped;
  LvAxes touched;
  gboolean reference;
  gboolean twins; /* whether uses name twins; before they exist, they don't */
} Walk;

/** Returns: (transfer none): @self as it is, or its twin where it may differ in the reference */
LvNode *
lv_node_in (LvNode *self, gboolean reference)
{
  return reference && self->twin != NULL ? self->twin : self;
}

static void
add_use (const Walk *walk, LvNode *target)
{
  LvUse use = { .node = walk->twins ? lv_node_in (target, walk->reference) : target,
                .stepped = walk->stepped,
                .touched = walk->touched };

  g_array_append_val (walk->node->uses, use);
}

static void walk_expr (const LvExpr *expr, Walk walk);

/* lag(x, 0) and window() look at the current member too, so they are no step back. */
static gboolean
steps_back (const LvExpr *call)
{
  LvFn fn = call->function->fn;

  return fn == LV_FN_PREV || (fn == LV_FN_LAG && lv_expr_arg (call, 1)->number > 0);
}

static const LvAxis *
along (const LvExpr *call, const LvModel *model)
{
  LvTyping typing;

  lv_typing_init (&typing, (LvModel *) model, NULL);
  return lv_expr_axis (call, &typing);
}

static void
walk_step (const LvExpr *call, Walk walk)
{
  Walk inner = walk;
  guint named = call->function->fn == LV_FN_PREV ? 2 : 3;
  const LvAxis *axis = along (call, walk.model);

  if (axis != NULL && steps_back (call))
    lv_axes_add (&inner.stepped, axis);
  for (guint i = named; steps_back (call) && i < call->args->len; i++)
    if (lv_expr_arg (call, i)->target != NULL)
      lv_axes_add (&inner.stepped, lv_expr_arg (call, i)->target);
  walk_expr (lv_expr_arg (call, 0), inner);
  for (guint i = 1; i < call->args->len; i++)
    if (lv_function_role (call->function, i) == LV_ARG_VALUE)
      walk_expr (lv_expr_arg (call, i), walk);
}

static void
touch (Walk *walk, const LvAxis *axis)
{
  if (axis == NULL)
    return;
  lv_axes_add (&walk->touched, axis);
  if (axis->parent != NULL)
    lv_axes_add (&walk->touched, axis->parent);
  if (walk->model->months != NULL && walk->model->months->parent == axis)
    lv_axes_add (&walk->touched, walk->model->months);
}

static void
walk_measures (const LvExpr *call, Walk walk)
{
  const LvNode *target = lv_expr_arg (call, 0)->target;

  if (walk.reference)
    return;
  for (guint i = 0; i < walk.model->placed->len; i++)
    {
      const LvPlaced *placed = &g_array_index (walk.model->placed, LvPlaced, i);
      Walk inner = walk;

      if (placed->target != target)
        continue;
      for (guint a = 0; a < placed->effect->type.shape.n; a++)
        if (placed->effect->type.shape.axis[a]->parent != NULL)
          touch (&inner, placed->effect->type.shape.axis[a]);
      add_use (&inner, placed->effect);
      inner.reference = TRUE;
      if (walk.twins && placed->effect->twin != NULL)
        add_use (&inner, placed->effect);
    }
}

static void
walk_call (const LvExpr *call, Walk walk)
{
  LvFn fn = call->function->fn;
  const LvExpr *first = call->args->len > 0 ? lv_expr_arg (call, 0) : NULL;

  if (fn == LV_FN_MEASURES)
    {
      walk_measures (call, walk);
      return;
    }
  if (fn == LV_FN_CHANGE)
    {
      if (walk.reference)
        return;
      walk_expr (first, walk);
      walk.reference = TRUE;
      if (walk.twins)
        walk_expr (first, walk);
      return;
    }
  if (fn == LV_FN_PHASE)
    {
      const LvKnobs *knobs = g_hash_table_lookup (walk.model->knobs, first->target);

      if (knobs != NULL)
        add_use (&walk, knobs->delay);
      return;
    }
  if (fn == LV_FN_PREV || fn == LV_FN_LAG)
    {
      walk_step (call, walk);
      return;
    }
  if (fn == LV_FN_REPRICE && walk.model->price_index != NULL)
    add_use (&walk, walk.model->price_index);
  if (call->function->rule == LV_RULE_REDUCE || call->function->rule == LV_RULE_REDUCE_PLAIN
      || call->function->rule == LV_RULE_ALONG_PLAIN)
    touch (&walk, lv_expr_arg (call, 1)->target);
  if (fn == LV_FN_MONTHLY || fn == LV_FN_LOOKUP || fn == LV_FN_SHIFT)
    for (guint i = 0; i < first->type.shape.n; i++)
      touch (&walk, first->type.shape.axis[i]);
  for (guint i = 0; call->selectors != NULL && i < call->selectors->len; i++)
    {
      LvSelector *selector = g_ptr_array_index (call->selectors, i);

      if (selector->target != NULL)
        add_use (&walk, selector->target);
      touch (&walk, selector->found_axis);
    }
  for (guint i = 0; i < call->args->len; i++)
    {
      LvArgRole role = lv_function_role (call->function, i);

      if (role == LV_ARG_VALUE || role == LV_ARG_SERIES)
        walk_expr (lv_expr_arg (call, i), walk);
    }
}

static void
walk_expr (const LvExpr *expr, Walk walk)
{
  if (expr->kind == LV_EXPR_CALL)
    walk_call (expr, walk);
  else if (expr->kind == LV_EXPR_REFERENCE && expr->target != NULL)
    add_use (&walk, expr->target);
}

static void
walk_node (LvModel *self, LvNode *node, gboolean twins)
{
  Walk walk = { .model = self, .node = node, .reference = node->base != NULL, .twins = twins };
  const LvShape *shape = &node->type.shape;

  g_array_set_size (node->uses, 0);
  if (node->broken)
    return;
  if (node->default_node != NULL)
    add_use (&walk, node->default_node);
  for (guint p = 0; node->pieces != NULL && p < node->pieces->len; p++)
    {
      const LvNodePiece *piece = &g_array_index (node->pieces, LvNodePiece, p);
      Walk inner = walk;

      for (guint a = 0; !piece->rest && a < shape->n; a++)
        if (lv_place_is_single (&piece->place, a))
          touch (&inner, shape->axis[a]);
      walk_expr (piece->expr, inner);
    }
}

/**
 * lv_uses_collect:
 * @twins: whether the twins exist already
 *
 * Fills the uses of every node.
 */
void
lv_uses_collect (LvModel *self, gboolean twins)
{
  for (guint i = 0; i < self->nodes->len; i++)
    walk_node (self, g_ptr_array_index (self->nodes, i), twins);
}

/* A node moves when a lever or a measure lies under it. Walks the uses backwards from the levers. */
static void
find_moving (LvModel *self)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autofree GArray **users = g_new0 (GArray *, self->nodes->len);

  for (guint i = 0; i < self->nodes->len; i++)
    users[i] = g_array_new (FALSE, FALSE, sizeof (LvNode *));
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LvNode *node = g_ptr_array_index (self->nodes, i);

      for (guint u = 0; u < node->uses->len; u++)
        g_array_append_val (users[g_array_index (node->uses, LvUse, u).node->index], node);
      node->moves = node->lever;
      if (node->moves)
        g_ptr_array_add (queue, node);
    }
  while (queue->len > 0)
    {
      const LvNode *node = g_ptr_array_steal_index_fast (queue, queue->len - 1);

      for (guint u = 0; u < users[node->index]->len; u++)
        {
          LvNode *user = g_array_index (users[node->index], LvNode *, u);

          if (user->moves)
            continue;
          user->moves = TRUE;
          g_ptr_array_add (queue, user);
        }
    }
  for (guint i = 0; i < self->nodes->len; i++)
    g_array_unref (users[i]);
}

static void
add_twin (LvModel *self, LvNode *node, GPtrArray *queue)
{
  g_autofree char *id = NULL;
  LvNode *twin;

  if (node->twin != NULL || !node->moves || node->base != NULL)
    return;
  id = g_strconcat (node->id, "#reference", NULL);
  twin = lv_graph_add (self, id, node->kind, node->item);
  g_free (twin->title);
  twin->title = g_strdup (node->title);
  twin->base = node;
  twin->type = node->type;
  twin->unit = node->unit;
  twin->has_axes = TRUE;
  twin->from = node->from;
  twin->to = node->to;
  twin->formula = node->formula;
  twin->series = node->series;
  twin->parameter = node->parameter;
  twin->measure = node->measure;
  twin->lever = node->lever;
  twin->broken = node->broken;
  twin->pieces = node->pieces;
  twin->input = node->input;
  twin->default_node = node->default_node;
  node->twin = twin;
  g_ptr_array_add (queue, node);
}

typedef struct
{
  LvModel *model;
  GPtrArray *queue;
} Twins;

static void
twins_of_expr (const LvExpr *expr, gboolean reference, Twins *twins)
{
  LvModel *self = twins->model;

  if (expr->kind == LV_EXPR_REFERENCE)
    {
      if (reference && expr->target != NULL)
        add_twin (self, expr->target, twins->queue);
      return;
    }
  if (expr->kind != LV_EXPR_CALL || (reference && expr->function->fn == LV_FN_CHANGE))
    return;
  if (expr->function->fn == LV_FN_MEASURES)
    {
      for (guint i = 0; !reference && i < self->placed->len; i++)
        {
          const LvPlaced *placed = &g_array_index (self->placed, LvPlaced, i);

          if (placed->target == lv_expr_arg (expr, 0)->target)
            add_twin (self, placed->effect, twins->queue);
        }
      return;
    }
  if (expr->function->fn == LV_FN_PHASE)
    {
      const LvKnobs *knobs = g_hash_table_lookup (self->knobs, lv_expr_arg (expr, 0)->target);

      if (reference && knobs != NULL)
        add_twin (self, knobs->delay, twins->queue);
      return;
    }
  for (guint i = 0; expr->selectors != NULL && i < expr->selectors->len; i++)
    {
      LvSelector *selector = g_ptr_array_index (expr->selectors, i);

      if (reference && selector->target != NULL)
        add_twin (self, selector->target, twins->queue);
    }
  for (guint i = 0; i < expr->args->len; i++)
    if (lv_function_role (expr->function, i) == LV_ARG_VALUE)
      twins_of_expr (lv_expr_arg (expr, i), reference || expr->function->fn == LV_FN_CHANGE, twins);
}

static void
twins_of_node (const LvNode *node, gboolean reference, Twins *twins)
{
  if (reference && node->default_node != NULL)
    add_twin (twins->model, node->default_node, twins->queue);
  for (guint p = 0; !node->broken && node->pieces != NULL && p < node->pieces->len; p++)
    twins_of_expr (g_array_index (node->pieces, LvNodePiece, p).expr, reference, twins);
}

static gboolean
says_kind (const LvNode *node)
{
  return node->item != NULL && node->item->kind == LV_KIND_FORMULA
         && lv_item_get (node->item, "kind") != NULL;
}

/* A node draws from the sources when a series lies under it, or a formula that says its kind itself; around
 * loops the news goes until there is none. */
static void
find_sourced (LvModel *self)
{
  gboolean more = TRUE;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      LvNode *node = g_ptr_array_index (self->nodes, i);

      node->sourced = node->series != NULL || says_kind (node);
    }
  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < self->nodes->len; i++)
        {
          LvNode *node = g_ptr_array_index (self->nodes, i);

          if (node->sourced)
            continue;
          for (guint u = 0; !node->sourced && u < node->uses->len; u++)
            node->sourced = g_array_index (node->uses, LvUse, u).node->sourced;
          more = more || node->sourced;
        }
    }
}

/** Adds the twins that some change() or measures() asks for, and all that they need. */
void
lv_twins_build (LvModel *self)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  Twins twins = { self, queue };
  guint count = self->nodes->len;

  find_moving (self);
  for (guint i = 0; i < count; i++)
    twins_of_node (g_ptr_array_index (self->nodes, i), FALSE, &twins);
  while (queue->len > 0)
    twins_of_node (g_ptr_array_steal_index_fast (queue, queue->len - 1), TRUE, &twins);
  lv_uses_collect (self, TRUE);
  find_sourced (self);
}
