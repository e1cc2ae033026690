/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parser and the printer of expressions. What it protects: an expression means the same to
 * every reader (whatever could be read in two ways is an error that says where), what is printed
 * reads back as the same expression, and no text can exhaust the stack. */
#include "lv-expr.h"

#include <string.h>

static gboolean
is_unit (const char *id, gpointer unused)
{
  static const char *const units[] = { "kr", "mio-kr", "pct", "uge", "aar", NULL };

  return g_strv_contains (units, id);
}

static LvExpr *
parse (const char *text, guint *position, char **reason)
{
  *position = 0;
  *reason = NULL;
  return lv_expr_parse (text, is_unit, NULL, position, reason);
}

static char *
round_trip (const char *text)
{
  guint position;
  g_autofree char *reason = NULL;
  g_autoptr (LvExpr) expr = parse (text, &position, &reason);

  g_test_message ("%s", text);
  g_assert_cmpstr (reason, ==, NULL);
  return lv_expr_to_string (expr);
}

/* Printed just as they stand. */
static void
test_accepted (void)
{
  static const char *const texts[] = {
    "1",
    "13.5",
    "13.5 mio-kr",
    "ta.vaekst",
    "a-b",
    "a - b",
    "a + b * c",
    "(a + b) * c",
    "a - (b - c)",
    "a - b - c",
    "a / (b / c)",
    "a / b * c",
    "a ^ 2",
    "(a ^ b) ^ c",
    "a ^ (b ^ c)",
    "-a",
    "-(a ^ b)",
    "(-a) ^ b",
    "-(-a)",
    "a * (-b)",
    "a = b",
    "a <> b",
    "a <= b and b < c",
    "(a = b) = (c = d)",
    "a and (b or c)",
    "a and b or c",
    "not a = b",
    "not (a and b)",
    "(not a) = b",
    "not (not a)",
    "if(a > 0, b, 0 kr)",
    "sum(x, omraade)",
    "prev(x)",
    "prev(x, start, alder, maaned)",
    "lag(x, 2, start)",
    "window(x, 3, aar)",
    "at(x, kommune=\"aarhus\")",
    "at(x, aar=vis.budgetaar, kommune=\"k1\")",
    "lookup(sats, nedre, x)",
    "position(maaned, aar)",
    "reprice(x, 2025)",
    "round(x, 0.1 pct)",
    "measures(t)",
    "phase(m)",
    "clamp(a, b, c)",
    "otherwise(x, 0)",
    "1e+21 * a",
    "1e-07",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *printed = round_trip (texts[i]);

      g_assert_cmpstr (printed, ==, texts[i]);
    }
}

/* Printed in the one form that the language has for it. */
static void
test_normalised (void)
{
  static const char *const rows[][2] = {
    { "  a+b  ", "a + b" },
    { "((a))", "a" },
    { "(a * b) + c", "a * b + c" },
    { "a*(b*c)", "a * (b * c)" },
    { "sum( x ,omraade )", "sum(x, omraade)" },
    { "(a + b) + c", "a + b + c" },
    { "2.50 kr", "2.5 kr" },
    { "1e3", "1000" },
    { "if(a=b,c,d)", "if(a = b, c, d)" },
    { "not(a)", "not a" },
    { "a\t+\tb", "a + b" },
    { "-(a)", "-a" },
    { "-a * b", "(-a) * b" },
    { "(a ^ b)", "a ^ b" },
    { "at( x , aar = \"2025\" )", "at(x, aar=\"2025\")" },
    { "2^-3", "2 ^ (-3)" },
    { "(a < b) and (c < d)", "a < b and c < d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *printed = round_trip (rows[i][0]);
      g_autofree char *again = round_trip (printed);

      g_assert_cmpstr (printed, ==, rows[i][1]);
      g_assert_cmpstr (again, ==, rows[i][1]);
    }
}

static void
test_rejected (void)
{
  static const struct
  {
    const char *text;
    guint position;
    const char *reason;
  } rows[] = {
    { "", 0, "a value is missing here" },
    { "   ", 3, "a value is missing here" },
    { "a b", 2, "“b” can't stand here" },
    { "a +", 3, "a value is missing here" },
    { "+ a", 0, "a value is missing here" },
    { "* a", 0, "a value is missing here" },
    { "(a", 2, "expected “)” at the end" },
    { "a)", 1, "“)” can't stand here" },
    { "()", 1, "a value is missing here" },
    { "a -b", 2, "minus needs a space on both sides" },
    { "a- b", 1, "minus needs a space on both sides" },
    { "2-1", 1, "minus needs a space on both sides" },
    { "a- -b", 1, "minus needs a space on both sides" },
    { "-a^b", 0, "-a^b can be read in two ways: write brackets" },
    { "2^-a^b", 2, "-a^b can be read in two ways: write brackets" },
    { "a^b^c", 3, "a^b^c can be read in two ways: write brackets" },
    { "a = b = c", 6, "comparisons can't be chained: use and" },
    { "a < b <= c", 6, "comparisons can't be chained: use and" },
    { "a ^ b ^ c ^ d", 6, "a^b^c can be read in two ways: write brackets" },
    { "1 euro", 2, "“euro” after a number is not a unit" },
    { "1 kr kr", 5, "“kr” can't stand here" },
    { "1kr", 0, "“1kr” is not understood here" },
    { "1.", 0, "“1.” is not understood here" },
    { "1..2", 0, "“1..2” is not understood here" },
    { ".5", 0, "“.5” is not understood here" },
    { "1e", 0, "“1e” is not understood here" },
    { "1.2.3", 0, "“1.2.3” is not understood here" },
    { "a and", 5, "a value is missing here" },
    { "and a", 0, "“and” needs a value before it" },
    { "a and and b", 6, "“and” needs a value before it" },
    { "or", 0, "“or” needs a value before it" },
    { "not", 3, "a value is missing here" },
    { "a = not", 7, "a value is missing here" },
    { "nofun(a)", 0, "there is no function nofun()" },
    { "abs()", 0, "abs() takes 1 to 1 arguments, here are 0" },
    { "abs(a, b)", 0, "abs() takes 1 to 1 arguments, here are 2" },
    { "sum(a)", 0, "sum() takes 2 to 2 arguments, here are 1" },
    { "if(a, b)", 0, "if() takes 3 to 3 arguments, here are 2" },
    { "at(x)", 0, "at() takes axis=\"member\" after its first argument" },
    { "at(x, 1)", 6, "at() takes axis=\"member\" after its first argument" },
    { "at(x, aar)", 9, "expected “=” but found “)”" },
    { "at(x, aar=2025)", 10, "expected a member in quotes or the id of a parameter" },
    { "at(x, aar=\"2025)", 10, "“\"2025)” is not understood here" },
    { "at(x, \"aar\"=\"2025\")", 6, "at() takes axis=\"member\" after its first argument" },
    { "at(aar=\"2025\")", 7, "a value is missing here" },
    { "at(x, aar=\"2025\", y)", 19, "expected “=” but found “)”" },
    { "sum(x; omraade)", 5, "“; omraade)” is not understood here" },
    { "sum(x,, omraade)", 6, "a value is missing here" },
    { "sum(x, omraade", 14, "expected “,” at the end" },
    { "A", 0, "“A” is not understood here" },
    { "å", 0, "“å” is not understood here" },
    { "a_b", 1, "“_b” is not understood here" },
    { "a & b", 2, "“& b” is not understood here" },
    { "a == b", 3, "a value is missing here" },
    { "a != b", 2, "“!= b” is not understood here" },
    { "\"text\"", 0, "a value is missing here" },
    { "a.", 1, "“.” is not understood here" },
    { "a..b", 1, "“..b” is not understood here" },
    { "sum x", 4, "“x” can't stand here" },
    { "a(b)(c)", 0, "there is no function a()" },
    { "2 (a)", 2, "“(” can't stand here" },
    { "1e999", 0, "“1e999” is not a number" },
    { "a,b", 1, "“,” can't stand here" },
    { "min(a, b c)", 9, "expected “,” but found “c”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint position;
      g_autofree char *reason = NULL;
      g_autoptr (LvExpr) expr = parse (rows[i].text, &position, &reason);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (expr == NULL, ==, TRUE);
      g_assert_cmpstr (reason, ==, rows[i].reason);
      g_assert_cmpuint (position, ==, rows[i].position);
    }
}

/* Every function refuses one argument too few and one too many; its own number of them it takes. */
static void
check_count (const LvFunction *function, guint count, gboolean right)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint position;
  g_autofree char *reason = NULL;
  g_autoptr (LvExpr) expr = NULL;

  g_string_append_printf (text, "%s(", function->name);
  for (guint i = 0; i < count; i++)
    g_string_append (text, i > 0 ? ", x" : "x");
  if (function->fn == LV_FN_AT && count > 0)
    g_string_append (text, ", aar=\"2025\"");
  g_string_append_c (text, ')');
  expr = parse (text->str, &position, &reason);
  g_test_message ("%s", text->str);
  g_assert_cmpint (expr != NULL, ==, right);
}

static void
test_arity (void)
{
  for (LvFn fn = LV_FN_ABS; fn < LV_FN_SHIFT; fn++)
    {
      const LvFunction *function = lv_function_get (fn);

      g_assert_cmpint (lv_function_find (function->name) == function, ==, TRUE);
      check_count (function, (guint) function->least - 1, FALSE);
      check_count (function, function->least, TRUE);
      if (function->most == 255)
        continue;
      check_count (function, function->most, TRUE);
      if (fn != LV_FN_AT) /* there every argument but the first is named */
        check_count (function, (guint) function->most + 1, FALSE);
    }
}

/* The model's own #shift and the names of operators are no functions of packs. */
static void
test_hidden_functions (void)
{
  static const char *const texts[] = { "#shift(a, b)", "neg(a)", "and(a, b)", "+(a, b)" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint position;
      g_autofree char *reason = NULL;
      g_autoptr (LvExpr) expr = parse (texts[i], &position, &reason);

      g_assert_cmpint (expr == NULL, ==, TRUE);
    }
}

static char *
repeated (const char *before, guint n, const char *middle, const char *after)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, before);
  g_string_append (out, middle);
  for (guint i = 0; i < n; i++)
    g_string_append (out, after);
  return g_string_free (out, FALSE);
}

static void
check_limit (char *owned, gboolean right)
{
  g_autofree char *text = owned;
  guint position;
  g_autofree char *reason = NULL;
  g_autoptr (LvExpr) expr = parse (text, &position, &reason);

  g_assert_cmpint (expr != NULL, ==, right);
  g_assert_cmpint (reason == NULL, ==, right);
}

static void
test_limits (void)
{
  check_limit (repeated ("(", 90, "a", ")"), TRUE);
  check_limit (repeated ("(", 200, "a", ")"), FALSE);
  check_limit (repeated ("(", 100000, "a", ")"), FALSE);
  check_limit (repeated ("(", 100000, "", ""), FALSE);
  check_limit (repeated ("-(", 100000, "a", ")"), FALSE);
  check_limit (repeated ("not ", 100000, "a", ""), FALSE);
  check_limit (repeated ("abs(", 100000, "a", ")"), FALSE);
  check_limit (repeated ("a + ", 2000, "a", ""), TRUE);
  check_limit (repeated ("a + ", 100000, "a", ""), FALSE);
  check_limit (repeated ("prev(a", 1, "", ", b)"), TRUE);
  {
    g_autofree char *many = repeated (", a", 100000, "", "");

    check_limit (g_strconcat ("prev(a", many, ")", NULL), FALSE);
  }
}

/* A copy is the same expression, and is its own. */
static void
test_copy (void)
{
  static const char *const texts[] = { "if(a > 0, at(x, aar=\"2025\", k=p), 3 kr)", "-(a ^ b)" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint position;
      g_autofree char *reason = NULL;
      LvExpr *expr = parse (texts[i], &position, &reason);
      g_autoptr (LvExpr) copy = lv_expr_copy (expr);
      g_autofree char *text = NULL;

      lv_expr_free (expr);
      text = lv_expr_to_string (copy);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* Random expressions, built as trees and printed, read back as what was printed. */
static LvExpr *
random_expr (GRand *random, guint depth)
{
  static const char *const binary[] = { "+",  "-", "*",  "/",   "^",  "=",   "<>",       "<",
                                        "<=", ">", ">=", "and", "or", "min", "otherwise" };
  static const char *const unary[] = { "neg", "not", "abs", "known" };
  guint kind = depth == 0 ? 0 : (guint) g_rand_int_range (random, 0, 4);

  if (kind == 0)
    return g_rand_boolean (random) ? lv_expr_new_number (g_rand_int_range (random, 0, 50), NULL)
                                   : lv_expr_new_reference ("a.b");
  if (kind == 1)
    return lv_expr_new_call (unary[g_rand_int_range (random, 0, G_N_ELEMENTS (unary))],
                             random_expr (random, depth - 1), NULL);
  return lv_expr_new_call (binary[g_rand_int_range (random, 0, G_N_ELEMENTS (binary))],
                           random_expr (random, depth - 1), random_expr (random, depth - 1), NULL);
}

static gboolean
same (const LvExpr *a, const LvExpr *b)
{
  if (a->kind != b->kind || a->function != b->function || a->number != b->number
      || g_strcmp0 (a->id, b->id) != 0 || lv_expr_n_args (a) != lv_expr_n_args (b))
    return FALSE;
  for (guint i = 0; i < lv_expr_n_args (a); i++)
    if (!same (lv_expr_arg (a, i), lv_expr_arg (b, i)))
      return FALSE;
  return TRUE;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (LvExpr) expr = random_expr (random, 5);
      g_autofree char *text = lv_expr_to_string (expr);
      g_autoptr (LvExpr) back = NULL;
      g_autofree char *reason = NULL;
      guint position;

      back = parse (text, &position, &reason);
      g_test_message ("%s: %s", text, reason != NULL ? reason : "read");
      g_assert_cmpstr (reason, ==, NULL);
      g_assert_cmpint (same (expr, back), ==, TRUE);
    }
}

/* Garbage is refused, or read, but never crashes. */
static void
test_garbage (void)
{
  static const char alphabet[] = "ab.-1 9+*/^=<>(),\"\303\245\tkr(at(sum and not";
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 50000; i++)
    {
      char text[40];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof text - 1);
      guint position;
      g_autofree char *reason = NULL;
      g_autoptr (LvExpr) expr = NULL;

      for (gsize c = 0; c < length; c++)
        text[c] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      text[length] = '\0';
      expr = parse (text, &position, &reason);
      g_assert_cmpint (expr == NULL, ==, reason != NULL);
      g_assert_cmpuint (position, <=, length);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula/parser/accepted", test_accepted);
  g_test_add_func ("/formula/parser/normalised", test_normalised);
  g_test_add_func ("/formula/parser/rejected", test_rejected);
  g_test_add_func ("/formula/parser/arity", test_arity);
  g_test_add_func ("/formula/parser/hidden-functions", test_hidden_functions);
  g_test_add_func ("/formula/parser/limits", test_limits);
  g_test_add_func ("/formula/parser/copy", test_copy);
  g_test_add_func ("/formula/parser/random", test_random);
  g_test_add_func ("/formula/parser/garbage", test_garbage);
  return g_test_run ();
}
