/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Precedence climbing over the operators of the table of functions. Depth and size are bounded, so that
 * no pack can exhaust the stack. */
#include "lv-expr.h"
#include "lv-lexer.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 100
#define MAX_NODES 3000
#define PRIORITY_NOT 3
#define PRIORITY_COMPARE 4
#define PRIORITY_NEGATE 7
#define PRIORITY_POWER 8

typedef struct
{
  const char *text;
  LvUnitTest is_unit;
  gpointer user_data;
  LvToken token;
  guint depth;
  guint nodes;
  guint position;
  char *reason; /* (owned) (nullable): set once, at the first fault */
} Parser;

static LvExpr *parse_operation (Parser *self, guint8 priority);

static void
fail (Parser *self, guint position, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
fail (Parser *self, guint position, const char *format, ...)
{
  va_list args;

  if (self->reason != NULL)
    return;
  va_start (args, format);
  self->reason = g_strdup_vprintf (format, args);
  va_end (args);
  self->position = position;
}

/* The next few characters, for an error. */
static void
fail_here (Parser *self)
{
  const char *from = self->text + self->token.start;
  g_autofree char *some = g_utf8_substring (from, 0, MIN (g_utf8_strlen (from, -1), 12));

  fail (self, self->token.start, _ ("“%s” is not understood here"), some);
}

static void
advance (Parser *self)
{
  self->token = lv_lexer_next (self->text, self->token.start + self->token.length);
  if (self->token.kind == LV_TOKEN_WRONG)
    fail_here (self);
}

static char *
token_text (const Parser *self)
{
  return g_strndup (self->text + self->token.start, self->token.length);
}

static gboolean
is_sign (const Parser *self, const char *sign)
{
  return self->token.kind == LV_TOKEN_SIGN && self->token.length == strlen (sign)
         && strncmp (self->text + self->token.start, sign, self->token.length) == 0;
}

static gboolean
is_word (const Parser *self, const char *word)
{
  return self->token.kind == LV_TOKEN_ID && self->token.length == strlen (word)
         && strncmp (self->text + self->token.start, word, self->token.length) == 0;
}

static gboolean
expect (Parser *self, const char *sign)
{
  if (!is_sign (self, sign))
    {
      g_autofree char *found = token_text (self);

      fail (self, self->token.start,
            found[0] != '\0' ? _ ("expected “%s” but found “%s”") : _ ("expected “%s” at the end%s"),
            sign, found);
      return FALSE;
    }
  advance (self);
  return self->reason == NULL;
}

static gboolean
is_keyword (const Parser *self)
{
  return is_word (self, "and") || is_word (self, "or") || is_word (self, "not");
}

static LvExpr *
parse_number (Parser *self)
{
  g_autofree char *text = token_text (self);
  LvExpr *expr = lv_expr_new_number (0, NULL);

  expr->position = self->token.start;
  if (!lv_number_parse_c (text, &expr->number))
    fail (self, self->token.start, _ ("“%s” is not a number"), text);
  advance (self);
  if (self->token.kind == LV_TOKEN_ID && !is_keyword (self))
    {
      expr->id = token_text (self);
      if (!self->is_unit (expr->id, self->user_data))
        fail (self, self->token.start, _ ("“%s” after a number is not a unit"), expr->id);
      advance (self);
    }
  return expr;
}

static void
parse_selector (Parser *self, LvExpr *call)
{
  LvSelector *selector = g_new0 (LvSelector, 1);
  g_autofree char *member = NULL;

  g_ptr_array_add (call->selectors, selector);
  if (self->token.kind != LV_TOKEN_ID)
    {
      fail (self, self->token.start, _ ("at() takes axis=\"member\" after its first argument"));
      return;
    }
  selector->axis = token_text (self);
  advance (self);
  if (!expect (self, "="))
    return;
  member = token_text (self);
  if (self->token.kind == LV_TOKEN_STRING)
    selector->member = g_strndup (member + 1, strlen (member) - 2);
  else if (self->token.kind == LV_TOKEN_ID)
    selector->parameter = g_strdup (member);
  else
    fail (self, self->token.start, _ ("expected a member in quotes or the id of a parameter"));
  advance (self);
}

static void
check_count (Parser *self, const LvExpr *call)
{
  const LvFunction *function = call->function;
  guint count = call->args->len;

  if (count < function->least || count > function->most)
    fail (self, call->position, _ ("%s() takes %u to %u arguments, here are %u"), function->name,
          function->least, function->most, count);
  else if (call->selectors != NULL && call->selectors->len == 0)
    fail (self, call->position, _ ("at() takes axis=\"member\" after its first argument"));
}

static LvExpr *
parse_call (Parser *self, const char *name, guint position)
{
  const LvFunction *function = lv_function_find (name);
  LvExpr *call;

  if (function == NULL || function->priority > 0)
    {
      fail (self, position, _ ("there is no function %s()"), name);
      return NULL;
    }
  call = lv_expr_new_call (name, NULL);
  call->position = position;
  advance (self); /* the opening bracket */
  for (guint i = 0; self->reason == NULL && !is_sign (self, ")"); i++)
    {
      LvExpr *arg;

      if (i > 0 && !expect (self, ","))
        break;
      if (i > 0 && call->selectors != NULL)
        {
          parse_selector (self, call);
          continue;
        }
      arg = parse_operation (self, 0);
      if (arg != NULL)
        g_ptr_array_add (call->args, arg);
    }
  if (self->reason == NULL && expect (self, ")"))
    check_count (self, call);
  return call;
}

static LvExpr *
parse_name (Parser *self)
{
  g_autofree char *name = token_text (self);
  guint position = self->token.start;
  LvExpr *expr;

  if (is_keyword (self))
    {
      fail (self, position, _ ("“%s” needs a value before it"), name);
      return NULL;
    }
  advance (self);
  if (is_sign (self, "("))
    return parse_call (self, name, position);
  expr = lv_expr_new_reference (name);
  expr->position = position;
  return expr;
}

static LvExpr *
parse_prefix (Parser *self, const char *function, guint8 priority)
{
  guint position = self->token.start;
  LvExpr *operand;
  LvExpr *expr;

  advance (self);
  operand = parse_operation (self, priority);
  if (operand == NULL)
    return NULL;
  if (operand->kind == LV_EXPR_CALL && operand->function->fn == LV_FN_POWER
      && priority == PRIORITY_NEGATE && !operand->bracketed)
    fail (self, position, _ ("-a^b can be read in two ways: write brackets"));
  expr = lv_expr_new_call (function, operand, NULL);
  expr->position = position;
  return expr;
}

static LvExpr *
parse_operand (Parser *self)
{
  LvExpr *inner;

  if (is_sign (self, "-"))
    return parse_prefix (self, "neg", PRIORITY_NEGATE);
  if (is_word (self, "not"))
    return parse_prefix (self, "not", PRIORITY_NOT);
  if (self->token.kind == LV_TOKEN_NUMBER)
    return parse_number (self);
  if (self->token.kind == LV_TOKEN_ID)
    return parse_name (self);
  if (is_sign (self, "("))
    {
      guint position = self->token.start;

      advance (self);
      inner = parse_operation (self, 0);
      if (inner != NULL)
        {
          inner->bracketed = TRUE;
          inner->position = position;
          expect (self, ")");
        }
      return inner;
    }
  fail (self, self->token.start, _ ("a value is missing here"));
  return NULL;
}

static const LvFunction *
current_operator (const Parser *self)
{
  g_autofree char *text = token_text (self);
  const LvFunction *function;

  if (self->token.kind != LV_TOKEN_SIGN && !is_word (self, "and") && !is_word (self, "or"))
    return NULL;
  function = lv_function_find (text);
  return function != NULL && function->priority > 0 && function->least == 2 ? function : NULL;
}

static void
check_operator (Parser *self, const LvFunction *function, const LvExpr *left)
{
  if (function->fn == LV_FN_SUBTRACT && !(self->token.space_before && self->token.space_after))
    fail (self, self->token.start, _ ("minus needs a space on both sides"));
  if (left->kind != LV_EXPR_CALL || left->bracketed)
    return;
  if (function->fn == LV_FN_POWER && left->function->fn == LV_FN_POWER)
    fail (self, self->token.start, _ ("a^b^c can be read in two ways: write brackets"));
  if (function->priority == PRIORITY_COMPARE && left->function->priority == PRIORITY_COMPARE)
    fail (self, self->token.start, _ ("comparisons can't be chained: use and"));
}

static LvExpr *
parse_operation (Parser *self, guint8 priority)
{
  g_autoptr (LvExpr) left = NULL;
  const LvFunction *function;

  if (++self->depth > MAX_DEPTH)
    fail (self, self->token.start, _ ("the expression is nested more than %d deep"), MAX_DEPTH);
  if (self->reason == NULL)
    left = parse_operand (self);
  while (self->reason == NULL && (function = current_operator (self)) != NULL
         && function->priority > priority)
    {
      guint position = left->position;
      LvExpr *right;

      check_operator (self, function, left);
      if (++self->nodes > MAX_NODES)
        fail (self, self->token.start, _ ("the expression is longer than %d operations"), MAX_NODES);
      advance (self);
      right = parse_operation (self, function->priority);
      if (right == NULL)
        break;
      left = lv_expr_new_call (function->name, g_steal_pointer (&left), right, NULL);
      left->position = position;
    }
  self->depth--;
  return g_steal_pointer (&left);
}

/**
 * lv_expr_parse:
 * @text: one expression
 * @is_unit: (scope call): tells units from other words
 * @position: (out): byte offset of the first fault, when it fails
 * @reason: (out) (transfer full): what is wrong there, when it fails
 *
 * Returns: (transfer full) (nullable): the expression, its references not yet resolved
 */
LvExpr *
lv_expr_parse (const char *text, LvUnitTest is_unit, gpointer user_data, guint *position,
               char **reason)
{
  Parser self = { .text = text, .is_unit = is_unit, .user_data = user_data };
  g_autoptr (LvExpr) expr = NULL;

  self.token = lv_lexer_next (text, 0);
  if (self.token.kind == LV_TOKEN_WRONG)
    fail_here (&self);
  else
    expr = parse_operation (&self, 0);
  if (self.reason == NULL && self.token.kind != LV_TOKEN_END)
    {
      g_autofree char *found = token_text (&self);

      fail (&self, self.token.start, _ ("“%s” can't stand here"), found);
    }
  if (self.reason == NULL)
    return g_steal_pointer (&expr);
  *position = self.position;
  *reason = self.reason;
  return NULL;
}
