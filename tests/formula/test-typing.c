/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The type check. What it protects: persons are never added to kroner, netto never to brutto, 2023
 * prices never to 2025 prices, years never stand beside their own months, and nothing that is right
 * is refused. Every rule of the table of functions has accepted cases, with the type that they
 * give, and rejected ones, with what is said. */
#include "lv-typing.h"

#include <string.h>

/* A small world: four axes, a dozen units, values of all sorts, one measure. */
static LvUnits *units;
static LvAxis *axes[5]; /* omraade, aar, maaned, trin, uge */
static gboolean has_index;
static gboolean across[LV_N_ATTRIBUTES];

typedef struct
{
  const char *id;
  const char *unit;
  const char *axes;       /* first letters */
  const char *attributes; /* "2025 netto prognose msb service", "." for none */
  LvType type;
} Value;

static Value values[] = {
  { "n", "tal", "" },
  { "na", "tal", "a" },
  { "no", "tal", "o" },
  { "nm", "tal", "m" },
  { "nt", "tal", "t" },
  { "noa", "tal", "oa" },
  { "nu", "tal", "u" },
  { "p", "pct", "a" },
  { "pp", "pctpoint", "a" },
  { "pers", "person", "a" },
  { "boliger", "bolig", "a" },
  { "md", "maaned", "" },
  { "uger", "uge", "" },
  { "ugert", "uge", "t" },
  { "satst", "pct", "t" },
  { "net", "mio-kr", "a", "2025 netto . . ." },
  { "netkr", "kr", "a", "2025 netto . . ." },
  { "neto", "mio-kr", "oa", "2025 netto . . ." },
  { "netm", "mio-kr", "m", "2025 netto . . ." },
  { "bru", "mio-kr", "a", "2025 brutto . . ." },
  { "net23", "mio-kr", "a", "2023 netto . . ." },
  { "netlb", "mio-kr", "a", "loebende netto . . ." },
  { "netx", "mio-kr", "a", "ikke-oplyst netto . . ." },
  { "regn", "mio-kr", "a", "2025 netto regnskab . ." },
  { "prog", "mio-kr", "a", "2025 netto prognose . ." },
  { "msb", "mio-kr", "a", "2025 netto . msb ." },
  { "stat", "mio-kr", "a", "2025 netto . stat ." },
  { "serv", "mio-kr", "a", "2025 netto . . service" },
  { "over", "mio-kr", "a", "2025 netto . . overfoersel" },
  { "pris", "kr/person", "a", "2025 brutto . . ." },
  { "pris23", "kr/person", "a", "2023 brutto . . ." },
  { "ja", "", "" },
  { "jao", "", "o" },
};

static LvShape measure_axes;

static gboolean
is_unit (const char *id, gpointer unused)
{
  g_autofree char *culprit = NULL;

  return lv_units_lookup (units, id, &culprit) != NULL;
}

static LvAxis *
axis_called (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (axes); i++)
    if (strcmp (axes[i]->id, id) == 0)
      return axes[i];
  return NULL;
}

static void
add_axis (guint number, const char *id, LvAxisKind kind, int first, guint members, const char *unit)
{
  g_autofree char *culprit = NULL;
  LvAxis *axis = lv_axis_new (id, id);

  axis->number = number;
  axis->kind = kind;
  axis->first = first;
  axis->unit = unit != NULL ? lv_units_lookup (units, unit, &culprit) : NULL;
  for (guint i = 0; i < members; i++)
    {
      g_autofree char *member = g_strdup_printf ("%s%u", id, i);

      lv_axis_add_member (axis, member, NULL);
    }
  axes[number] = axis;
}

static void
add_unit (const char *id, const char *dimension, double num, double den)
{
  lv_units_define (units, id, id, NULL, dimension, (LvFactor) { num, den }, 0);
}

static void
set_attributes (LvType *type, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; i < LV_N_ATTRIBUTES; i++)
    if (strcmp (words[i], ".") != 0)
      type->attributes.value[i] = g_intern_string (words[i]);
}

static void
add_value (Value *value)
{
  g_autofree char *culprit = NULL;
  const LvUnit *unit = lv_units_lookup (units, value->unit, &culprit);

  value->type = (LvType) { .factor = { 1, 1 }, .is_switch = unit == NULL };
  if (unit != NULL)
    {
      value->type.dimension = unit->dimension;
      value->type.factor = unit->factor;
    }
  for (const char *p = value->axes; *p != '\0'; p++)
    for (gsize i = 0; i < G_N_ELEMENTS (axes); i++)
      if (axes[i]->id[0] == *p)
        lv_shape_add (&value->type.shape, axes[i]);
  if (value->attributes != NULL)
    set_attributes (&value->type, value->attributes);
}

static void
make_world (void)
{
  units = lv_units_new ();
  add_unit ("kr", "kr", 1, 1);
  add_unit ("mio-kr", "kr", 1000000, 1);
  add_unit ("tal", "1", 1, 1);
  add_unit ("pct", "1", 1, 100);
  add_unit ("pctpoint", "pctpoint", 1, 1);
  add_unit ("person", "person", 1, 1);
  add_unit ("bolig", "bolig", 1, 1);
  add_unit ("aar", "tid", 1, 1);
  add_unit ("maaned", "tid", 1, 12);
  add_unit ("uge", "tid", 1, 52);
  add_unit ("doegn", "doegn", 1, 1);
  add_axis (0, "omraade", LV_AXIS_NAMED, 0, 3, NULL);
  add_axis (1, "aar", LV_AXIS_WHOLE, 2025, 4, "aar");
  add_axis (2, "maaned", LV_AXIS_MONTHS, 2025 * 12, 48, "maaned");
  add_axis (3, "trin", LV_AXIS_NAMED, 0, 4, NULL);
  add_axis (4, "uge", LV_AXIS_WHOLE, 1, 10, "uge");
  axes[2]->parent = axes[1];
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    add_value (&values[i]);
}

static void
free_world (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (axes); i++)
    lv_axis_free (axes[i]);
  lv_units_free (units);
}

static const LvType *
type_of (gpointer target, gpointer unused)
{
  return &((const Value *) target)->type;
}

static const LvShape *
measure_shape (gpointer target, gpointer unused)
{
  return &measure_axes;
}

static const LvAxis *
months_of (const LvAxis *years, gpointer unused)
{
  return years == NULL || years == axes[1] ? axes[2] : NULL;
}

static void
report (guint position, const char *text, gpointer data)
{
  GString *out = data;

  if (out != NULL)
    g_string_append_printf (out, "%s%u: %s", out->len > 0 ? "; " : "", position, text);
}

static void
resolve (LvExpr *expr)
{
  for (gsize i = 0; expr->kind == LV_EXPR_REFERENCE && i < G_N_ELEMENTS (values); i++)
    if (strcmp (values[i].id, expr->id) == 0)
      expr->target = &values[i];
  for (guint i = 0; i < expr->args->len; i++)
    {
      LvExpr *arg = g_ptr_array_index (expr->args, i);
      LvArgRole role = lv_function_role (expr->function, i);

      if (role == LV_ARG_AXIS)
        arg->target = axis_called (arg->id);
      else if (role == LV_ARG_MEASURE)
        arg->target = &measure_axes;
      else
        resolve (arg);
    }
  for (guint i = 0; expr->selectors != NULL && i < expr->selectors->len; i++)
    {
      LvSelector *selector = g_ptr_array_index (expr->selectors, i);

      selector->found_axis = axis_called (selector->axis);
    }
}

static LvTyping
typing_new (GString *out)
{
  return (LvTyping) { .units = units,
                      .kr = lv_units_find_dimension (units, "kr"),
                      .across = across,
                      .has_price_index = has_index,
                      .type_of = type_of,
                      .measure_shape = measure_shape,
                      .months_of = months_of,
                      .report = report,
                      .report_data = out };
}

static LvExpr *
parse (const char *text)
{
  g_autofree char *reason = NULL;
  guint position;
  LvExpr *expr = lv_expr_parse (text, is_unit, NULL, &position, &reason);

  g_test_message ("%s", text);
  g_assert_cmpstr (reason, ==, NULL);
  resolve (expr);
  return expr;
}

/* A type as text: dimension, axes, attributes. */
static char *
type_text (const LvType *type)
{
  GString *out = g_string_new (NULL);
  g_autofree char *dimension = lv_units_describe (units, &type->dimension);

  g_string_append (out, type->is_switch ? "switch" : dimension);
  if (type->factor.num != 1 || type->factor.den != 1)
    g_string_append_printf (out, " x%g", type->factor.num / type->factor.den);
  for (guint i = 0; i < type->shape.n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ";" : " @", type->shape.axis[i]->id);
  for (guint i = 0; i < LV_N_ATTRIBUTES; i++)
    if (type->attributes.value[i] != NULL)
      g_string_append_printf (out, " %s", type->attributes.value[i]);
  return g_string_free (out, FALSE);
}

/* Its type, or what is wrong with it. */
static char *
checked (const char *text)
{
  g_autoptr (GString) faults = g_string_new (NULL);
  LvTyping typing = typing_new (faults);
  g_autoptr (LvExpr) expr = parse (text);
  gboolean ok = lv_expr_check (expr, &typing);

  g_assert_cmpint (ok, ==, faults->len == 0);
  return ok ? type_text (&expr->type) : g_strdup (faults->str);
}

typedef const char *Row[2];

static void
check_rows (const Row *rows, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *found = checked (rows[i][0]);

      g_assert_cmpstr (found, ==, rows[i][1]);
    }
}

static void
test_literals (void)
{
  static const Row rows[] = {
    { "1", "1" },
    { "1 kr", "kr" },
    { "1 mio-kr", "kr x1e+06" },
    { "1 pct", "1 x0.01" },
    { "n + 1 pct", "1" },
    { "net + 0", "kr x1e+06 @aar 2025 netto" },
    { "0 + net", "kr x1e+06 @aar 2025 netto" },
    { "net + 1", "0: units do not fit: kr and a plain number" },
    { "net + 1 mio-kr", "kr x1e+06 @aar 2025 netto" },
    { "1 + 0", "1" },
    { "pers + 0", "person @aar" },
    { "0 - net", "kr x1e+06 @aar 2025 netto" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_sums (void)
{
  static const Row rows[] = {
    { "na + no", "1 @omraade;aar" },
    { "na + noa", "1 @omraade;aar" },
    { "net + netkr", "kr x1e+06 @aar 2025 netto" },
    { "netkr + net", "kr @aar 2025 netto" },
    { "net - net", "kr x1e+06 @aar 2025 netto" },
    { "p - p", "1 x0.01 @aar" },
    { "p + n", "1 x0.01 @aar" },
    { "pers + pers", "person @aar" },
    { "pers + boliger", "0: units do not fit: person and bolig" },
    { "pers + net", "0: units do not fit: person and kr" },
    { "md + uger", "tid x0.0833333" },
    { "ja + ja", "0: a number is expected, not yes or no" },
    { "ja + n", "0: units do not fit: yes or no and a plain number" },
    { "n - ja", "0: units do not fit: a plain number and yes or no" },
    { "na + nm", "0: aar stands beside its own months: use monthly() or total()/mean()/last()" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_products (void)
{
  static const Row rows[] = {
    { "pers * pris", "kr @aar 2025 brutto" },
    { "pris * pers", "kr @aar 2025 brutto" },
    { "net * p", "kr x10000 @aar 2025 netto" },
    { "net / pers", "kr/person x1e+06 @aar 2025 netto" },
    { "net / net", "1 @aar" },
    { "pers * pers", "person*person @aar" },
    { "net * net", "kr*kr x1e+12 @aar 2025 netto" },
    { "pris * net23",
      "0: price-level “2025” and “2023” can't be added or compared without a conversion" },
    { "net / net23",
      "0: price-level “2025” and “2023” can't be added or compared without a conversion" },
    { "md * pers", "person*tid x0.0833333 @aar" },
    { "ja * n", "0: a number is expected, not yes or no" },
    { "n / ja", "4: a number is expected, not yes or no" },
    { "p * p", "1 x0.0001 @aar" },
    { "net * pris23",
      "0: price-level “2025” and “2023” can't be added or compared without a conversion" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_power (void)
{
  static const Row rows[] = {
    { "n ^ 2", "1" },
    { "p ^ 2", "1 @aar" },
    { "2 ^ p", "1 @aar" },
    { "pers ^ 2", "0: both sides of ^ must be plain numbers" },
    { "2 ^ pers", "0: both sides of ^ must be plain numbers" },
    { "ja ^ 2", "0: a number is expected, not yes or no" },
    { "2 ^ ja", "4: a number is expected, not yes or no" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_comparisons (void)
{
  static const Row rows[] = {
    { "net > netkr", "switch @aar" },
    { "net > 0", "switch @aar" },
    { "net = bru",
      "0: basis “netto” and “brutto” can't be added or compared without a conversion" },
    { "net = net23",
      "0: price-level “2025” and “2023” can't be added or compared without a conversion" },
    { "ja = ja", "switch" },
    { "ja = n", "0: units do not fit: yes or no and a plain number" },
    { "pers < boliger", "0: units do not fit: person and bolig" },
    { "pers <> 0", "switch @aar" },
    { "p >= n", "switch @aar" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_logic (void)
{
  static const Row rows[] = {
    { "ja and jao", "switch @omraade" },
    { "not ja", "switch" },
    { "ja or n > 0", "switch" },
    { "n and ja", "0: yes or no is expected, such as a comparison" },
    { "not n", "4: yes or no is expected, such as a comparison" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_cellwise (void)
{
  static const Row rows[] = {
    { "abs(net)", "kr x1e+06 @aar 2025 netto" },
    { "abs(ja)", "4: a number is expected, not yes or no" },
    { "-net", "kr x1e+06 @aar 2025 netto" },
    { "-ja", "1: a number is expected, not yes or no" },
    { "min(net, netkr)", "kr x1e+06 @aar 2025 netto" },
    { "max(net, 0)", "kr x1e+06 @aar 2025 netto" },
    { "max(pers, net)", "0: units do not fit: person and kr" },
    { "min(ja, ja)", "0: a number is expected, not yes or no" },
    { "clamp(p, 0, 1)", "1 x0.01 @aar" },
    { "clamp(net, 0, 1)", "0: units do not fit: kr and a plain number" },
    { "if(ja, net, 0)", "kr x1e+06 @aar 2025 netto" },
    { "if(jao, net, 0)", "kr x1e+06 @omraade;aar 2025 netto" },
    { "if(n, net, net)", "3: yes or no is expected, such as a comparison" },
    { "if(ja, net, bru)",
      "0: basis “netto” and “brutto” can't be added or compared without a conversion" },
    { "if(ja, pers, net)", "0: units do not fit: person and kr" },
    { "if(ja, ja, ja)", "switch" },
    { "if(ja, ja, n)", "0: units do not fit: yes or no and a plain number" },
    { "round(net, 1 mio-kr)", "kr x1e+06 @aar 2025 netto" },
    { "round(p, 0.1 pct)", "1 x0.01 @aar" },
    { "round(net, 1)", "0: units do not fit: kr and a plain number" },
    { "round(ja, ja)", "0: a number is expected, not yes or no" },
    { "otherwise(net, 0)", "kr x1e+06 @aar 2025 netto" },
    { "otherwise(net, net23)",
      "0: price-level “2025” and “2023” can't be added or compared without a conversion" },
    { "otherwise(pers, boliger)", "0: units do not fit: person and bolig" },
    { "known(net)", "switch @aar" },
    { "known(ja)", "switch" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_along (void)
{
  static const Row rows[] = {
    { "sum(neto, omraade)", "kr x1e+06 @aar 2025 netto" },
    { "sum(net, omraade)", "0: sum() along omraade, but its value does not run along that axis" },
    { "sum(ja, aar)", "0: sum() along aar, but its value does not run along that axis" },
    { "sum(jao, omraade)", "4: a number is expected, not yes or no" },
    { "count(jao, omraade)", "1" },
    { "count(neto, omraade)", "1 @aar" },
    { "count(net, trin)", "0: count() along trin, but its value does not run along that axis" },
    { "mean(p, aar)", "1 x0.01" },
    { "median(noa, omraade)", "1 @aar" },
    { "median(jao, omraade)", "7: a number is expected, not yes or no" },
    { "smallest(neto, aar)", "kr x1e+06 @omraade 2025 netto" },
    { "largest(neto, aar)", "kr x1e+06 @omraade 2025 netto" },
    { "largest(n, aar)", "0: largest() along aar, but its value does not run along that axis" },
    { "share(neto, omraade)", "1 @omraade;aar" },
    { "share(net, omraade)",
      "0: share() along omraade, but its value does not run along that axis" },
    { "share(jao, omraade)", "6: a number is expected, not yes or no" },
    { "rank(neto, omraade)", "1 @omraade;aar" },
    { "rank(net, omraade)", "0: rank() along omraade, but its value does not run along that axis" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_at (void)
{
  static const Row rows[] = {
    { "at(neto, omraade=\"omraade1\")", "kr x1e+06 @aar 2025 netto" },
    { "at(neto, omraade=\"omraade1\", aar=\"aar0\")", "kr x1e+06 2025 netto" },
    { "at(net, omraade=\"omraade1\")",
      "0: at() fixes omraade, but its value does not run along that axis" },
    { "at(jao, omraade=\"omraade0\")", "switch" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_lookup (void)
{
  static const Row rows[] = {
    { "lookup(satst, ugert, uger)", "1 x0.01" },
    { "lookup(satst, ugert, md)", "1 x0.01" },
    { "lookup(satst, ugert, n)", "0: units do not fit: tid and a plain number" },
    { "lookup(satst, ugert, nu * 1 uge)", "1 x0.01 @uge" },
    { "lookup(p, ugert, uger)",
      "0: lookup() needs values and bounds along one common axis that x does not have" },
    { "lookup(satst, ugert, ugert)",
      "0: lookup() needs values and bounds along one common axis that x does not have" },
    { "lookup(noa, noa, n)",
      "0: lookup() needs values and bounds along one common axis that x does not have" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_position (void)
{
  static const Row rows[] = {
    { "position(aar)", "1 @aar" },
    { "position(maaned, aar)", "1 @maaned" },
    { "position(aar, aar)", "0: position() within a second axis needs months of those years" },
    { "position(aar, maaned)", "0: position() within a second axis needs months of those years" },
    { "step(aar)", "tid" },
    { "step(maaned)", "tid x0.0833333" },
    { "step(omraade)", "0: the axis omraade has no unit, so step() has none" },
    { "days(maaned)", "doegn @maaned" },
    { "days(aar)", "0: days() needs an axis of months and the unit doegn" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_back (void)
{
  static const Row rows[] = {
    { "prev(net)", "kr x1e+06 @aar 2025 netto" },
    { "prev(net, 0)", "kr x1e+06 @aar 2025 netto" },
    { "prev(net, pers)", "0: units do not fit: kr and person" },
    { "prev(net, bru)",
      "0: basis “netto” and “brutto” can't be added or compared without a conversion" },
    { "prev(n)", "0: prev() needs a value that runs along an axis" },
    { "prev(n, 0, aar)", "1 @aar" },
    { "prev(noa, 0, omraade)", "1 @omraade;aar" },
    { "prev(noa, 0, omraade, aar)", "1 @omraade;aar" },
    { "prev(ja)", "0: prev() needs a value that runs along an axis" },
    { "prev(net, netkr)", "kr x1e+06 @aar 2025 netto" },
    { "lag(net, 2)", "kr x1e+06 @aar 2025 netto" },
    { "lag(net, 2, 0)", "kr x1e+06 @aar 2025 netto" },
    { "lag(net, 2, pers)", "0: units do not fit: kr and person" },
    { "lag(net, n)", "9: lag() needs a literal number of steps" },
    { "lag(net, 1.5)", "9: a whole number of steps is expected" },
    { "lag(nm, 1 maaned)", "1 @maaned" },
    { "lag(nm, 1 aar)", "1 @maaned" },
    { "lag(nm, 1 uge)", "8: a whole number of steps is expected" },
    { "lag(net, 1 kr)", "9: a number of steps is expected" },
    { "lag(n, 1)", "0: lag() needs a value that runs along an axis" },
    { "lag(noa, 1, 0, omraade)", "1 @omraade;aar" },
    { "window(net, 3)", "kr x1e+06 @aar 2025 netto" },
    { "window(net, n)", "kr x1e+06 @aar 2025 netto" },
    { "window(net, na)", "12: window() needs a literal or one parameter" },
    { "window(net, n + 1)", "12: window() needs a literal or one parameter" },
    { "window(n, 3)", "0: window() needs a value that runs along an axis" },
    { "window(nm, md)", "1 @maaned" },
    { "window(net, pers)", "12: a number of steps is expected" },
    { "cumulate(net)", "kr x1e+06 @aar 2025 netto" },
    { "cumulate(n)", "0: cumulate() needs a value that runs along an axis" },
    { "cumulate(noa, omraade)", "1 @omraade;aar" },
    { "cumulate(ja)", "0: cumulate() needs a value that runs along an axis" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_years (void)
{
  static const Row rows[] = {
    { "total(netm, aar)", "kr x1e+06 @aar 2025 netto" },
    { "mean(nm, aar)", "1 @aar" },
    { "last(nm, aar)", "1 @aar" },
    { "total(net, aar)", "0: total() along aar, but its value does not run along that axis" },
    { "last(net, aar)", "0: last() along aar, but its value does not run along that axis" },
    { "sum(nm, aar)", "0: sum() along aar, but its value does not run along that axis" },
    { "sum(nm, maaned)", "1" },
    { "total(nm, omraade)",
      "0: total() along omraade, but its value does not run along that axis" },
    { "monthly(net)", "kr x1e+06 @maaned 2025 netto" },
    { "monthly(nm)", "0: monthly() needs a value per year, and months that roll up to it" },
    { "monthly(no)", "0: monthly() needs a value per year, and months that roll up to it" },
    { "nm + na", "0: aar stands beside its own months: use monthly() or total()/mean()/last()" },
    { "nm + monthly(na)", "1 @maaned" },
    { "total(nm, aar) + na", "1 @aar" },
    { "sum(nm, maaned) + na", "1 @aar" },
    { "if(na > 0, nm, 0)",
      "0: aar stands beside its own months: use monthly() or total()/mean()/last()" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_model (void)
{
  static const Row rows[] = {
    { "change(net)", "kr x1e+06 @aar 2025 netto" },
    { "change(ja)", "7: a number is expected, not yes or no" },
    { "change(0)", "1" },
    { "measures(net)", "kr x1e+06 @aar 2025 netto" },
    { "printed(net)", "kr x1e+06 @aar 2025 netto" },
    { "phase(m)", "1 @maaned" },
    { "reprice(net, 2030)", "kr x1e+06 @aar 2030 netto" },
    { "reprice(net23, 2025)", "kr x1e+06 @aar 2025 netto" },
    { "reprice(pers, 2025)", "0: reprice() needs an amount whose price level is a year" },
    { "reprice(netlb, 2025)", "0: reprice() needs an amount whose price level is a year" },
    { "reprice(netx, 2025)", "0: reprice() needs an amount whose price level is a year" },
    { "reprice(net, n)", "13: reprice() needs a year such as 2025" },
    { "reprice(net, 25)", "13: reprice() needs a year such as 2025" },
    { "net + reprice(net23, 2025)", "kr x1e+06 @aar 2025 netto" },
  };

  has_index = TRUE;
  check_rows (rows, G_N_ELEMENTS (rows));
  has_index = FALSE;
}

static void
test_basis (void)
{
  static const Row rows[] = {
    { "net + bru",
      "0: basis “netto” and “brutto” can't be added or compared without a conversion" },
    { "net - bru",
      "0: basis “netto” and “brutto” can't be added or compared without a conversion" },
    { "net + net23",
      "0: price-level “2025” and “2023” can't be added or compared without a conversion" },
    { "net + netlb",
      "0: price-level “2025” and “loebende” can't be added or compared without a conversion" },
    { "netx + net",
      "0: price-level “ikke-oplyst” and “2025” can't be added or compared without a conversion" },
    { "netx + netx", "kr x1e+06 @aar ikke-oplyst netto" },
    { "regn + prog", "kr x1e+06 @aar 2025 netto" },
    { "regn - prog", "kr x1e+06 @aar 2025 netto" },
    { "msb + stat", "0: purse “msb” and “stat” can't be added or compared without a conversion" },
    { "serv + over",
      "0: type “service” and “overfoersel” can't be added or compared without a conversion" },
    { "net + msb", "kr x1e+06 @aar 2025 netto msb" },
    { "min(net, bru)",
      "0: basis “netto” and “brutto” can't be added or compared without a conversion" },
    { "net > bru",
      "0: basis “netto” and “brutto” can't be added or compared without a conversion" },
    { "bru * p", "kr x10000 @aar 2025 brutto" },
    { "sum(neto, omraade) + bru",
      "0: basis “netto” and “brutto” can't be added or compared without a conversion" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* What formulas declare, and whether the expression may be it. */
static void
test_declared (void)
{
  static const struct
  {
    const char *text, *unit, *attributes, *across, *faults;
  } rows[] = {
    { "net", "kr", "2025 netto . . .", "", "" },
    { "0", "person", ". . . . .", "", "" },
    { "net", "person", ". . . . .", "",
      "0: the unit is declared person, but the expression gives kr" },
    { "pers", "tal", ". . . . .", "",
      "0: the unit is declared tal, but the expression gives person" },
    { "ja", "tal", ". . . . .", "", "0: a formula gives a number, not yes or no: use if()" },
    { "p - p", "pctpoint", ". . . . .", "", "" },
    { "p", "pctpoint", ". . . . .", "",
      "0: the unit is declared pctpoint, but the expression gives a plain number" },
    { "p + p", "pctpoint", ". . . . .", "",
      "0: the unit is declared pctpoint, but the expression gives a plain number" },
    { "p * 1 pctpoint", "pct", ". . . . .", "",
      "0: the unit is declared pct, but the expression gives pctpoint" },
    { "p + pp", "pct", ". . . . .", "", "0: units do not fit: a plain number and pctpoint" },
    { "net", "kr", "2025 brutto . . .", "",
      "0: basis is declared “brutto”, but the expression gives “netto”" },
    { "net + 1 mio-kr", "kr", "2025 brutto . . .", "",
      "0: basis is declared “brutto”, but the expression gives “netto”" },
    { "bru * p", "kr", "2025 netto . . .", "", "" },
    { "bru * p", "kr", "2023 brutto . . .", "",
      "0: price-level is declared “2023”, but the expression gives “2025”" },
    { "pris * pers", "kr", "2025 netto . . .", "", "" },
    { "bru * p + bru * p", "kr", "2025 netto . . .", "", "" },
    { "bru * p + bru", "kr", "2025 netto . . .", "",
      "0: basis is declared “netto”, but the expression gives “brutto”" },
    { "sum(neto * p, omraade)", "kr", "2025 refusion . . .", "", "" },
    { "msb", "kr", "2025 netto . stat .", "",
      "0: purse is declared “stat”, but the expression gives “msb”" },
    { "msb", "kr", "2025 netto . stat .", "purse", "" },
    { "msb + stat", "kr", "2025 netto . . .", "purse", "" },
    { "msb + stat", "kr", "2025 netto . . .", "type",
      "0: purse “msb” and “stat” can't be added or compared without a conversion" },
    { "serv + over", "kr", "2025 netto . . .", "type", "" },
    { "serv + over", "kr", "2025 netto . . .", "purse",
      "0: type “service” and “overfoersel” can't be added or compared without a conversion" },
    { "regn", "kr", "2025 netto prognose . .", "", "" },
    { "net23", "kr", "2025 netto . . .", "",
      "0: price-level is declared “2025”, but the expression gives “2023”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) faults = g_string_new (NULL);
      g_autoptr (LvExpr) expr = parse (rows[i].text);
      g_autofree char *culprit = NULL;
      LvType declared = { 0 };
      LvTyping typing;

      for (LvAttribute a = 0; a < LV_N_ATTRIBUTES; a++)
        across[a] = strcmp (lv_attribute_key (a), rows[i].across) == 0;
      typing = typing_new (faults);
      set_attributes (&declared, rows[i].attributes);
      if (lv_expr_check (expr, &typing))
        lv_type_fits (&expr->type, lv_units_lookup (units, rows[i].unit, &culprit),
                      &declared.attributes, &typing, expr->position);
      g_assert_cmpstr (faults->str, ==, rows[i].faults);
    }
  memset (across, 0, sizeof across);
}

/* In a piece of a formula that fixes an axis its values lose that axis, but calls along it keep it. */
static void
test_fixed (void)
{
  static const Row rows[] = {
    { "noa", "1 @omraade" },
    { "prev(noa, 0, aar)", "1 @omraade" },
    { "share(noa, aar)", "1 @omraade" },
    { "sum(noa, aar)", "1 @omraade" },
    { "position(aar)", "1" },
    { "at(noa, aar=\"aar0\")", "1 @omraade" },
    { "cumulate(na, aar)", "1" },
    { "total(nm, aar)", "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) faults = g_string_new (NULL);
      g_autoptr (LvExpr) expr = parse (rows[i][0]);
      LvTyping typing = typing_new (faults);
      g_autofree char *found = NULL;

      lv_axes_add (&typing.fixed, axes[1]);
      lv_expr_check (expr, &typing);
      g_assert_cmpstr (faults->str, ==, "");
      found = type_text (&expr->type);
      g_assert_cmpstr (found, ==, rows[i][1]);
    }
}

/* A unit multiplied with itself again and again does not wrap around to another. */
static void
test_powers (void)
{
  g_autoptr (GString) text = g_string_new ("pers");
  g_autoptr (GString) faults = g_string_new (NULL);
  LvTyping typing = typing_new (faults);
  g_autoptr (LvExpr) expr = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (text, " * pers");
  expr = parse (text->str);
  g_assert_cmpint (lv_expr_check (expr, &typing), ==, FALSE);
  g_assert_cmpstr (faults->str, ==, "0: a unit is multiplied with itself more than 60 times");
}

static const LvAxis *
no_months (const LvAxis *years, gpointer unused)
{
  return NULL;
}

/* Without an axis of months there is no phase-in and no roll-up. */
static void
test_without_months (void)
{
  static const char *const texts[] = { "phase(m)", "total(nm, aar)", "monthly(na)" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) faults = g_string_new (NULL);
      g_autoptr (LvExpr) expr = parse (texts[i]);
      LvTyping typing = typing_new (faults);

      typing.months_of = no_months;
      g_assert_cmpint (lv_expr_check (expr, &typing), ==, FALSE);
      g_assert_cmpuint (faults->len, >, 0);
    }
}

static void
test_without_index (void)
{
  g_autofree char *found = checked ("reprice(net, 2030)");

  g_assert_cmpstr (found, ==, "0: reprice() needs price-index= in [pack]");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  make_world ();
  g_test_add_func ("/formula/typing/literals", test_literals);
  g_test_add_func ("/formula/typing/sums", test_sums);
  g_test_add_func ("/formula/typing/products", test_products);
  g_test_add_func ("/formula/typing/power", test_power);
  g_test_add_func ("/formula/typing/comparisons", test_comparisons);
  g_test_add_func ("/formula/typing/logic", test_logic);
  g_test_add_func ("/formula/typing/cellwise", test_cellwise);
  g_test_add_func ("/formula/typing/along", test_along);
  g_test_add_func ("/formula/typing/at", test_at);
  g_test_add_func ("/formula/typing/lookup", test_lookup);
  g_test_add_func ("/formula/typing/position", test_position);
  g_test_add_func ("/formula/typing/back", test_back);
  g_test_add_func ("/formula/typing/years", test_years);
  g_test_add_func ("/formula/typing/model", test_model);
  g_test_add_func ("/formula/typing/basis", test_basis);
  g_test_add_func ("/formula/typing/declared", test_declared);
  g_test_add_func ("/formula/typing/fixed", test_fixed);
  g_test_add_func ("/formula/typing/powers", test_powers);
  g_test_add_func ("/formula/typing/without-months", test_without_months);
  g_test_add_func ("/formula/typing/without-index", test_without_index);
  result = g_test_run ();
  free_world ();
  return result;
}
