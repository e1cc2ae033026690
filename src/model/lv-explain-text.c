/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas in words: titles for ids, and the pack's own words for functions ([words ord.sum]: "summen af
 * {1} over {2}"). A function without words keeps its name. */
#include "lv-explain.h"
#include "lv-model-private.h"
#include "lv-number.h"
#include "lv-text.h"

#include <string.h>

typedef struct
{
  const LvModel *model;
  GString *out;
} Print;

static void print (Print *self, const LvExpr *expr, guint8 around);

static char *
to_text (const Print *self, const LvExpr *expr, guint8 around)
{
  Print inner = { self->model, g_string_new (NULL) };

  print (&inner, expr, around);
  return g_string_free (inner.out, FALSE);
}

static char *
arg_text (const Print *self, const LvExpr *call, guint index)
{
  const LvExpr *arg = lv_expr_arg (call, index);

  switch (lv_function_role (call->function, index))
    {
    case LV_ARG_AXIS:
      return g_strdup (((const LvAxis *) arg->target)->title);
    case LV_ARG_MEASURE:
      return g_strdup (((const LvItem *) arg->target)->title);
    default:
      return to_text (self, arg, 0);
    }
}

static char *
selected (const LvExpr *call)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < call->selectors->len; i++)
    {
      const LvSelector *selector = g_ptr_array_index (call->selectors, i);
      const char *title = selector->target != NULL
                              ? lv_node_title (selector->target)
                              : lv_axis_member (selector->found_axis, selector->found_member)->title;

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", title);
    }
  return g_string_free (out, FALSE);
}

static void
print_pattern (Print *self, const LvExpr *call, const char *pattern)
{
  for (const char *p = pattern; *p != '\0'; p++)
    {
      guint index = p[0] == '{' && g_ascii_isdigit (p[1]) && p[2] == '}' ? (guint) (p[1] - '0') : 0;
      g_autofree char *text = NULL;

      if (index == 0)
        {
          g_string_append_c (self->out, *p);
          continue;
        }
      if (index <= call->args->len)
        text = arg_text (self, call, index - 1);
      else if (call->selectors != NULL)
        text = selected (call);
      g_string_append (self->out, text != NULL ? text : "");
      p += 2;
    }
}

static void
print_call (Print *self, const LvExpr *call)
{
  const char *name = call->function->name[0] == '#' ? call->function->name + 1 : call->function->name;
  g_autofree char *longer = g_strdup_printf ("%s-%u", name, call->args->len);
  const LvPack *pack = lv_model_pack (self->model);
  const char *pattern = lv_text_word (pack, longer, lv_text_word (pack, name, NULL));

  if (pattern != NULL)
    {
      print_pattern (self, call, pattern);
      return;
    }
  g_string_append_printf (self->out, "%s(", name);
  for (guint i = 0; i < call->args->len; i++)
    {
      g_autofree char *text = arg_text (self, call, i);

      g_string_append_printf (self->out, "%s%s", i > 0 ? "; " : "", text);
    }
  if (call->selectors != NULL)
    {
      g_autofree char *members = selected (call);

      g_string_append_printf (self->out, "; %s", members);
    }
  g_string_append_c (self->out, ')');
}

static const char *
sign_of (const Print *self, const LvFunction *function)
{
  const LvPack *pack = lv_model_pack (self->model);

  switch (function->fn)
    {
    case LV_FN_MULTIPLY:
      return "×";
    case LV_FN_AND:
      return lv_text_word (pack, "and", "and");
    case LV_FN_OR:
      return lv_text_word (pack, "or", "or");
    case LV_FN_NOT:
      return lv_text_word (pack, "not", "not");
    default:
      return function->name;
    }
}

static void
print_operator (Print *self, const LvExpr *expr, guint8 around)
{
  const LvFunction *function = expr->function;
  gboolean brackets = function->priority < around;

  if (brackets)
    g_string_append_c (self->out, '(');
  if (expr->args->len == 1)
    {
      g_string_append_printf (self->out, "%s ", function->fn == LV_FN_NEGATE ? "-" : sign_of (self, function));
      print (self, lv_expr_arg (expr, 0), (guint8) (function->priority + 1));
    }
  else
    {
      print (self, lv_expr_arg (expr, 0), function->priority);
      g_string_append_printf (self->out, " %s ", sign_of (self, function));
      print (self, lv_expr_arg (expr, 1), (guint8) (function->priority + 1));
    }
  if (brackets)
    g_string_append_c (self->out, ')');
}

static void
print_number (Print *self, const LvExpr *expr)
{
  g_autofree char *culprit = NULL;
  const LvUnit *unit = expr->id != NULL ? lv_units_lookup (self->model->units, expr->id, &culprit) : NULL;
  g_autofree char *number = lv_number_format_da (expr->number, -1);

  g_string_append (self->out, number);
  if (unit != NULL && unit->title[0] != '\0')
    g_string_append_printf (self->out, " %s", expr->number == 1 ? unit->title : unit->plural);
}

static void
print (Print *self, const LvExpr *expr, guint8 around)
{
  if (expr->kind == LV_EXPR_NUMBER)
    print_number (self, expr);
  else if (expr->kind == LV_EXPR_REFERENCE)
    g_string_append (self->out, lv_node_title (expr->target));
  else if (expr->function->priority > 0)
    print_operator (self, expr, around);
  else
    print_call (self, expr);
}

/** Returns: (transfer full) (nullable): the formula behind @cell of @node in the pack's words */
char *
lv_explain_words (const LvModel *model, const LvNode *node, gsize cell)
{
  Print self = { model, NULL };
  const LvNodePiece *rest = NULL;

  for (guint i = 0; node->pieces != NULL && i < node->pieces->len; i++)
    {
      const LvNodePiece *piece = &g_array_index (node->pieces, LvNodePiece, i);

      if (!piece->rest && lv_place_contains (&piece->place, &node->type.shape, cell))
        return to_text (&self, piece->expr, 0);
      if (piece->rest)
        rest = piece;
    }
  return rest != NULL ? to_text (&self, rest->expr, 0) : NULL;
}

/** Returns: (transfer full): an expression of the model in the pack's words */
char *
lv_explain_expr (const LvModel *model, const LvExpr *expr)
{
  Print self = { model, NULL };

  return to_text (&self, expr, 0);
}

/** Returns: (transfer full): "Merforbrug, 2029" */
char *
lv_explanation_title (const LvExplanation *self)
{
  g_autofree char *cell = lv_shape_cell_title (&self->node->type.shape, self->cell);

  return cell[0] != '\0' ? g_strdup_printf ("%s, %s", self->node->title, cell)
                         : g_strdup (self->node->title);
}

/* Title of the pack's source; where the user has a figure from is said as it is. */
static const char *
source_title (const LvExplanation *self, const LvPack *pack)
{
  const LvItem *item
      = self->source != NULL ? lv_pack_find_kind (pack, LV_KIND_SOURCE, self->source) : NULL;

  return item != NULL ? item->title : self->source != NULL && self->source[0] != '\0' ? self->source : NULL;
}

static void
append_text (const LvExplanation *self, const LvState *state, guint depth, GString *out)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  g_autofree char *title = lv_explanation_title (self);
  g_autofree char *value = lv_text_precise (pack, self->node, self->value);
  const char *source = source_title (self, pack);

  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
  g_string_append_printf (out, "%s%s%s: %s (%s)", title, self->reference ? " " : "",
                          self->reference ? lv_text_word (pack, "in-reference", "[reference]") : "",
                          value, lv_text_status (pack, self->value.status));
  if (self->value.marked)
    g_string_append_printf (out, " – %s", lv_text_word (pack, "marked", "not assessed"));
  if (self->words != NULL)
    g_string_append_printf (out, " = %s", self->words);
  if (source != NULL)
    g_string_append_printf (out, " – %s", source);
  if (self->place != NULL)
    g_string_append_printf (out, ", %s", self->place);
  if (self->why != NULL)
    g_string_append_printf (out, " – %s", self->why);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->parts->len; i++)
    append_text (g_ptr_array_index (self->parts, i), state, depth + 1, out);
}

/** Returns: (transfer full): the tree as indented text, a line for each value */
char *
lv_explanation_to_text (const LvExplanation *self, const LvState *state)
{
  GString *out = g_string_new (NULL);

  append_text (self, state, 0, out);
  return g_string_free (out, FALSE);
}

static void
add_sources (const LvExplanation *self, const LvPack *pack, GPtrArray *sources)
{
  const char *source = source_title (self, pack);
  g_autofree char *text
      = source != NULL ? g_strdup_printf ("%s%s%s", source, self->place != NULL ? ", " : "",
                                          self->place != NULL ? self->place : "")
                       : NULL;

  if (text != NULL && !g_ptr_array_find_with_equal_func (sources, text, g_str_equal, NULL))
    g_ptr_array_add (sources, g_steal_pointer (&text));
  for (guint i = 0; i < self->parts->len; i++)
    add_sources (g_ptr_array_index (self->parts, i), pack, sources);
}

/** Returns: (transfer full) (element-type utf8): title and place of each source in the tree, once */
GPtrArray *
lv_explanation_sources (const LvExplanation *self, const LvState *state)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_free);

  add_sources (self, lv_model_pack (lv_state_model (state)), sources);
  return sources;
}

/**
 * lv_explanation_cite:
 * @self: an explanation with all its parts
 *
 * Returns: (transfer full): the number for a document: what it is, its value and status, how it is
 *   computed, and the sources that it comes down to
 */
char *
lv_explanation_cite (const LvExplanation *self, const LvState *state)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  g_autoptr (GPtrArray) sources = lv_explanation_sources (self, state);
  g_autofree char *title = lv_explanation_title (self);
  g_autofree char *value = lv_text_precise (pack, self->node, self->value);
  GString *out = g_string_new (NULL);

  g_string_printf (out, "%s: %s (%s)", title, value, lv_text_status (pack, self->value.status));
  if (self->value.marked)
    g_string_append_printf (out, ", %s", lv_text_word (pack, "marked", "not assessed"));
  if (self->words != NULL)
    g_string_append_printf (out, " = %s", self->words);
  if (self->why != NULL)
    g_string_append_printf (out, ". %s", self->why);
  for (guint i = 0; i < sources->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? ". " : "; ",
                            (char *) g_ptr_array_index (sources, i));
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}
