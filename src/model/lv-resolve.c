/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ids of an expression mean. */
#include "lv-model-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LvModel *model;
  const LvNode *node;
  const LvNodePiece *piece;
  gboolean ok;
} Resolve;

static void
fault (Resolve *self, const LvExpr *expr, const char *text)
{
  self->ok = FALSE;
  lv_model_fault (self->model, self->node->item, self->piece->line, self->piece->key,
                  _ ("%s (character %u)"), text, expr->position + 1);
}

static void
unknown (Resolve *self, const LvExpr *expr, const char *id, const char *format)
{
  const LvItem *item = lv_pack_find (self->model->pack, id);
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;

  if (item != NULL && item->broken)
    {
      self->ok = FALSE; /* told where it is wrong */
      return;
    }
  parts = g_strsplit (format, "%s", 2);
  text = g_strconcat (parts[0], id, parts[1], NULL);
  fault (self, expr, text);
}

/* As unknown(), of something that may be a whole expression. */
static void
not_a (Resolve *self, const LvExpr *expr, const char *format)
{
  g_autofree char *text = expr->id != NULL ? g_strdup (expr->id) : lv_expr_to_string (expr);

  unknown (self, expr, text, format);
}

static void
resolve_value (Resolve *self, LvExpr *expr)
{
  expr->target = lv_model_find (self->model, expr->id);
  if (expr->target == NULL)
    unknown (self, expr, expr->id, _ ("there is no series, parameter or formula “%s”"));
}

static void
resolve_axis (Resolve *self, LvExpr *expr)
{
  if (expr->kind == LV_EXPR_REFERENCE)
    expr->target = (gpointer) lv_pack_find_axis (self->model->pack, expr->id);
  if (expr->target == NULL)
    not_a (self, expr, _ ("“%s” is not an axis"));
}

static void
resolve_measure (Resolve *self, LvExpr *expr)
{
  LvItem *item = expr->kind == LV_EXPR_REFERENCE
                     ? lv_pack_find_kind (self->model->pack, LV_KIND_MEASURE, expr->id)
                     : NULL;

  expr->target = item != NULL && item->detail != NULL ? item : NULL;
  if (item == NULL)
    not_a (self, expr, _ ("“%s” is not a measure"));
  else if (((LvMeasure *) item->detail)->start < 0)
    fault (self, expr, _ ("phase() needs a measure that has a start"));
}

static void
resolve_effect (Resolve *self, LvExpr *expr)
{
  LvItem *item = expr->kind == LV_EXPR_REFERENCE
                     ? lv_pack_find_kind (self->model->pack, LV_KIND_MEASURE, expr->id)
                     : NULL;

  expr->target = item != NULL && item->detail != NULL ? item : NULL;
  if (item == NULL)
    not_a (self, expr, _ ("“%s” is not a measure"));
  else if (((LvMeasure *) item->detail)->effects->len == 0)
    fault (self, expr, _ ("effect() and alone() need a measure that has an effect"));
}

static void
resolve_pool (Resolve *self, LvExpr *expr)
{
  LvItem *item = expr->kind == LV_EXPR_REFERENCE
                     ? lv_pack_find_kind (self->model->pack, LV_KIND_POOL, expr->id)
                     : NULL;

  expr->target = item != NULL && item->detail != NULL ? item : NULL;
  if (item == NULL)
    not_a (self, expr, _ ("“%s” is not a pool"));
}

static void
resolve_series (Resolve *self, LvExpr *expr)
{
  LvNode *node = expr->kind == LV_EXPR_REFERENCE ? lv_model_find (self->model, expr->id) : NULL;

  expr->target = node;
  if (node == NULL || node->series == NULL)
    not_a (self, expr, _ ("printed() takes a series, not “%s”"));
}

static void
resolve_target (Resolve *self, LvExpr *expr)
{
  LvNode *node = expr->kind == LV_EXPR_REFERENCE ? lv_model_find (self->model, expr->id) : NULL;

  expr->target = node;
  if (node == NULL || node->kind != LV_NODE_FORMULA)
    not_a (self, expr, _ ("measures() takes a formula, not “%s”"));
}

static void
resolve_selector (Resolve *self, const LvExpr *call, LvSelector *selector)
{
  LvNode *node;
  int member;

  selector->found_axis = lv_pack_find_axis (self->model->pack, selector->axis);
  if (selector->found_axis == NULL)
    {
      unknown (self, call, selector->axis, _ ("“%s” is not an axis"));
      return;
    }
  if (selector->member != NULL)
    {
      member = lv_axis_find (selector->found_axis, selector->member);
      selector->found_member = (guint) MAX (member, 0);
      if (member < 0)
        unknown (self, call, selector->member, _ ("“%s” is not a member of that axis"));
      return;
    }
  node = lv_model_find (self->model, selector->parameter);
  selector->target = node;
  if (node == NULL || node->parameter == NULL || node->parameter->input != LV_INPUT_MEMBER
      || node->parameter->axis != selector->found_axis || node->type.shape.n > 0)
    unknown (self, call, selector->parameter,
             _ ("“%s” is not a parameter with input=member along that axis"));
}

static void
resolve (Resolve *self, LvExpr *expr)
{
  static void (*const by_role[]) (Resolve *, LvExpr *) = {
    [LV_ARG_AXIS] = resolve_axis,
    [LV_ARG_MEASURE] = resolve_measure,
    [LV_ARG_EFFECT] = resolve_effect,
    [LV_ARG_POOL] = resolve_pool,
    [LV_ARG_TARGET] = resolve_target,
    [LV_ARG_SERIES] = resolve_series,
  };

  if (expr->kind == LV_EXPR_REFERENCE && expr->target == NULL)
    resolve_value (self, expr);
  for (guint i = 0; i < expr->args->len; i++)
    {
      LvExpr *arg = g_ptr_array_index (expr->args, i);
      LvArgRole role = lv_function_role (expr->function, i);

      if (role == LV_ARG_VALUE)
        resolve (self, arg);
      else if (role != LV_ARG_YEAR && role != LV_ARG_SELECTOR && arg->target == NULL)
        by_role[role](self, arg);
    }
  for (guint i = 0; expr->selectors != NULL && i < expr->selectors->len; i++)
    resolve_selector (self, expr, g_ptr_array_index (expr->selectors, i));
}

/**
 * lv_resolve:
 * @expr: its references get their targets
 * @node: whose expression it is
 * @piece: the piece, for the place of errors
 *
 * Returns: %FALSE when something is not found, which has been recorded
 */
gboolean
lv_resolve (LvModel *self, LvExpr *expr, const LvNode *node, const LvNodePiece *piece)
{
  Resolve run = { .model = self, .node = node, .piece = piece, .ok = TRUE };

  resolve (&run, expr);
  return run.ok;
}
