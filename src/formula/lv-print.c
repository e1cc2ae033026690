/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions as text, with the fewest brackets that read back as the same expression. */
#include "lv-expr.h"
#include "lv-number.h"

static void print (const LvExpr *expr, guint8 around, GString *out);

/* Powers and comparisons are not chained, so each on the left of another is in brackets too; -a^b is
 * an error. */
static guint8
beside_left (const LvFunction *function)
{
  gboolean chains = function->rule != LV_RULE_POWER && function->rule != LV_RULE_COMPARE;

  return (guint8) (function->priority + (chains ? 0 : 1));
}

static void
print_operator (const LvExpr *expr, guint8 around, GString *out)
{
  const LvFunction *function = expr->function;
  gboolean brackets = function->priority < around
                      || (function->fn == LV_FN_NEGATE && around > 0);

  if (brackets)
    g_string_append_c (out, '(');
  if (expr->args->len == 1)
    {
      g_string_append (out, function->fn == LV_FN_NEGATE ? "-" : "not ");
      print (lv_expr_arg (expr, 0),
             (guint8) (function->priority + (function->fn == LV_FN_NEGATE ? 2 : 1)), out);
    }
  else
    {
      print (lv_expr_arg (expr, 0), beside_left (function), out);
      g_string_append_printf (out, " %s ", function->name);
      print (lv_expr_arg (expr, 1), (guint8) (function->priority + 1), out);
    }
  if (brackets)
    g_string_append_c (out, ')');
}

static void
print_selector (const LvSelector *selector, GString *out)
{
  if (selector->member != NULL)
    g_string_append_printf (out, ", %s=\"%s\"", selector->axis, selector->member);
  else
    g_string_append_printf (out, ", %s=%s", selector->axis, selector->parameter);
}

static void
print_call (const LvExpr *expr, GString *out)
{
  g_string_append_printf (out, "%s(", expr->function->name);
  for (guint i = 0; i < expr->args->len; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      print (lv_expr_arg (expr, i), 0, out);
    }
  for (guint i = 0; expr->selectors != NULL && i < expr->selectors->len; i++)
    print_selector (g_ptr_array_index (expr->selectors, i), out);
  g_string_append_c (out, ')');
}

static void
print (const LvExpr *expr, guint8 around, GString *out)
{
  char buffer[LV_NUMBER_BUFFER];

  switch (expr->kind)
    {
    case LV_EXPR_NUMBER:
      g_string_append (out, lv_number_format_c (expr->number, buffer));
      if (expr->id != NULL)
        g_string_append_printf (out, " %s", expr->id);
      break;
    case LV_EXPR_REFERENCE:
      g_string_append (out, expr->id);
      break;
    case LV_EXPR_CALL:
      if (expr->function->priority > 0)
        print_operator (expr, around, out);
      else
        print_call (expr, out);
      break;
    default:
      g_assert_not_reached ();
    }
}

/** Returns: (transfer full): the expression as a pack would write it */
char *
lv_expr_to_string (const LvExpr *self)
{
  GString *out = g_string_new (NULL);

  print (self, 0, out);
  return g_string_free (out, FALSE);
}
