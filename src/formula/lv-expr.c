/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-expr.h"

static void
selector_free (gpointer data)
{
  LvSelector *selector = data;

  g_free (selector->axis);
  g_free (selector->member);
  g_free (selector->parameter);
  g_free (selector);
}

static LvExpr *
expr_new (LvExprKind kind)
{
  LvExpr *self = g_new0 (LvExpr, 1);

  self->kind = kind;
  self->args = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_expr_free);
  return self;
}

/** Returns: (transfer full): the literal @number with @unit, which may be %NULL */
LvExpr *
lv_expr_new_number (double number, const char *unit)
{
  LvExpr *self = expr_new (LV_EXPR_NUMBER);

  self->number = number;
  self->id = g_strdup (unit);
  return self;
}

/** Returns: (transfer full): a reference to @id, not yet resolved */
LvExpr *
lv_expr_new_reference (const char *id)
{
  LvExpr *self = expr_new (LV_EXPR_REFERENCE);

  self->id = g_strdup (id);
  return self;
}

/**
 * lv_expr_new_call:
 * @function: name in the table of functions
 * @...: (transfer full): arguments, ended by %NULL
 *
 * Returns: (transfer full): the call
 */
LvExpr *
lv_expr_new_call (const char *function, ...)
{
  LvExpr *self = expr_new (LV_EXPR_CALL);
  LvExpr *arg;
  va_list list;

  self->function = lv_function_find (function);
  g_assert (self->function != NULL);
  va_start (list, function);
  while ((arg = va_arg (list, LvExpr *)) != NULL)
    g_ptr_array_add (self->args, arg);
  va_end (list);
  if (self->function->fn == LV_FN_AT)
    self->selectors = g_ptr_array_new_with_free_func (selector_free);
  return self;
}

/** Returns: (transfer full): a deep copy, still resolved to the same targets */
LvExpr *
lv_expr_copy (const LvExpr *self)
{
  LvExpr *copy = expr_new (self->kind);

  copy->position = self->position;
  copy->bracketed = self->bracketed;
  copy->number = self->number;
  copy->id = g_strdup (self->id);
  copy->function = self->function;
  copy->target = self->target;
  copy->type = self->type;
  for (guint i = 0; i < self->args->len; i++)
    g_ptr_array_add (copy->args, lv_expr_copy (g_ptr_array_index (self->args, i)));
  if (self->selectors != NULL)
    copy->selectors = g_ptr_array_new_with_free_func (selector_free);
  for (guint i = 0; self->selectors != NULL && i < self->selectors->len; i++)
    {
      const LvSelector *from = g_ptr_array_index (self->selectors, i);
      LvSelector *to = g_new0 (LvSelector, 1);

      to->axis = g_strdup (from->axis);
      to->member = g_strdup (from->member);
      to->parameter = g_strdup (from->parameter);
      to->found_axis = from->found_axis;
      to->found_member = from->found_member;
      to->target = from->target;
      g_ptr_array_add (copy->selectors, to);
    }
  return copy;
}

/** Makes a reference to @id of whatever @self was; where it stood in the text is kept. */
void
lv_expr_become_reference (LvExpr *self, const char *id)
{
  g_autofree char *new_id = g_strdup (id);

  self->kind = LV_EXPR_REFERENCE;
  self->function = NULL;
  self->target = NULL;
  g_ptr_array_set_size (self->args, 0);
  g_free (self->id);
  self->id = g_steal_pointer (&new_id);
}

void
lv_expr_free (LvExpr *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_ptr_array_unref (self->args);
  g_clear_pointer (&self->selectors, g_ptr_array_unref);
  g_free (self);
}

/** Returns: (transfer none): argument number @index */
const LvExpr *
lv_expr_arg (const LvExpr *self, guint index)
{
  g_return_val_if_fail (index < self->args->len, NULL);
  return g_ptr_array_index (self->args, index);
}

guint
lv_expr_n_args (const LvExpr *self)
{
  return self->args->len;
}
