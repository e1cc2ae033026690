/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces, axes and loops. What it protects: each cell of a formula comes from the expression that
 * the pack gives for it, axes that are not said are inferred rightly, stocks and flows run member
 * by member, and a loop that means nothing is named rather than computed. */
#include "lv-test.h"

#include <string.h>

#define SERIES                                                                                     \
  "[series v]\ntitle=V\nunit=tal\nstatus=assumed\nvalues=1;2;4;8;16\n"                             \
  "[series tv]\ntitle=TV\nunit=tal\naxes=by;aar\nstatus=assumed\n"                                 \
  "@a=1;2;3;4;5\n@b=10;20;30;40;50\n"                                                              \
  "[series e]\ntitle=E\nunit=tal\naxes=by\nstatus=assumed\nvalues=10;20;30;40;100\n"               \
  "[series m]\ntitle=M\nunit=tal\naxes=maaned\nfrom=2025-03\nstatus=assumed\n"                     \
  "values=1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22\n"                              \
  "[parameter valg]\ntitle=Valg\nrole=view\ninput=member\naxis=aar\ndefault=2026\n"

#define FORMULA(id) "[formula " id "]\ntitle=" id "\nunit=tal\n"

static void
check (const char *text, const char *cells, const char *line)
{
  g_autofree char *pack = g_strconcat (SERIES, text, NULL);
  g_autoptr (LvModel) model = lv_test_load_text (pack);
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, cells, line);
}

/* Each expression stands alone for its member, where its axis is fixed. */
static void
test_pieces (void)
{
  static const struct
  {
    const char *axes, *lines, *expected;
  } rows[] = {
    { "aar", "value=v\n@2027=7", "1;2;7;8;16" },
    { "aar", "@2026=v", ";2;;;" },
    { "aar", "@2026=v\n@2027=v + 1", ";2;5;;" },
    { "aar", "@2026..2027=v * 10", ";20;40;;" },
    { "aar", "@2026=prev(v, 0, aar)\n@2025=prev(v, 5, aar)\n@2029=lag(v, 2, 0, aar)", "5;1;;;4" },
    { "aar", "@2027=sum(v, aar)", ";;31;;" },
    { "aar", "@2027=position(aar) * 10", ";;30;;" },
    { "aar", "@2027=share(v, aar)\n@2028=rank(v, aar)", ";;0.1290322581;2;" },
    { "aar", "@2027=cumulate(v, aar)\n@2028=window(v, 2, aar)", ";;7;12;" },
    { "aar", "@2027=at(v, aar=\"2025\") + v", ";;5;;" },
    { "aar", "@2027=at(v, aar=valg) * 100", ";;200;;" },
    { "aar", "@2026=total(m + 0, aar)\n@2025=1", "1;198;;;" },
    { "aar", "@2026=mean(m, aar)", ";16.5;;;" },
    { "aar", "@2026=last(m, aar)\n@2027=5", ";22;5;;" },
    { "aar", "@2026=if(v > 1, sum(tv, by), 0)", ";22;;;" },
    { "by", "@a=1\n@b=e\n@*=2", "SKIP" },
    { "by;aar", "@a=v\n@b/2026=e\n@c=sum(tv, by)", "1;2;4;8;16;;20;;;;11;22;33;44;55;;;;;;;;;;" },
    { "by;aar", "value=v + e\n@*/2025=0\n@a/2026..2027=5", "SKIP" },
    { "by;aar", "@*/2025=e\n@a/2026..2027=5\nfrom=2025\nto=2026",
      "10;5;;;;20;;;;;30;;;;;40;;;;;100;;;;" },
    { "by;aar", "@b=prev(tv, 0, by)", ";;;;;1;2;3;4;5;;;;;;;;;;;;;;;" },
    { "by;aar", "@b=prev(tv, 0, by, aar)", ";;;;;0;1;2;3;4;;;;;;;;;;;;;;;" },
    { "by;aar", "@b=sum(tv, by) + v", ";;;;;12;24;37;52;71;;;;;;;;;;;;;;;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      if (g_str_equal (rows[i].expected, "SKIP"))
        continue;
      text = g_strdup_printf (FORMULA ("f") "axes=%s\n%s\n", rows[i].axes, rows[i].lines);
      g_test_message ("%s", rows[i].lines);
      check (text, "f", rows[i].expected);
    }
}

static void
test_piece_of_months (void)
{
  check (FORMULA ("f") "axes=maaned\n@2026-03=monthly(v)\n@2026-04=position(maaned, aar)\n"
                       "@2026-05=prev(m, 0, maaned)\n",
         "f@2026-02..2026-06", ";2;4;14;");
  check (FORMULA ("f") "axes=maaned\n@2026-03=window(m, 12, maaned)\n", "f@2026-03", "90");
}

/* from= and to= cut along the last axis. */
static void
test_range (void)
{
  check (FORMULA ("f") "from=2026\nto=2028\nvalue=v\n", "f", ";2;4;8;");
  check (FORMULA ("f") "axes=by;aar\nto=2025\nvalue=tv\n", "f", "1;;;;;10;;;;;;;;;;;;;;;;;;;");
  check (FORMULA ("g") "from=2027\nvalue=v\n" FORMULA ("f") "value=g + v\n", "f", ";;8;16;32");
}

/* Axes that a formula does not say are those of its operands, time last. */
static void
test_inferred (void)
{
  static const struct
  {
    const char *expression, *axes;
  } rows[] = {
    { "1", "" },
    { "v + e", "by;aar" },
    { "e + v", "by;aar" },
    { "sum(tv, by)", "aar" },
    { "sum(tv, aar)", "by" },
    { "at(tv, by=\"a\", aar=\"2025\")", "" },
    { "monthly(v)", "maaned" },
    { "monthly(v) + e", "by;maaned" },
    { "total(m, aar)", "aar" },
    { "position(maaned)", "maaned" },
    { "step(aar) / 1 aar", "" },
    { "prev(e, 0, aar)", "by;aar" },
    { "if(e > 1, v, 0)", "by;aar" },
    { "share(tv, by)", "by;aar" },
    { "count(tv > 2, by)", "aar" },
    { "change(tv)", "by;aar" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text
          = g_strdup_printf (SERIES FORMULA ("f") "value=%s\n", rows[i].expression);
      g_autoptr (LvModel) model = lv_test_load_text (text);
      const LvShape *shape = lv_node_shape (lv_model_find (model, "f"));
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint a = 0; a < shape->n; a++)
        g_string_append_printf (found, "%s%s", a > 0 ? ";" : "", shape->axis[a]->id);
      g_test_message ("%s", rows[i].expression);
      g_assert_cmpstr (found->str, ==, rows[i].axes);
    }
}

/* Formulas in a loop learn their axes from each other, in whatever order they stand. */
static void
test_inferred_in_loops (void)
{
  const char *loop = FORMULA ("ud") "value=lager * 0.5\n" FORMULA (
      "foer") "value=prev(lager, e, aar)\n" FORMULA ("lager") "value=foer + v - prev(ud, 0)\n";

  /* a: foer 10, lager 11, ud 5.5; then 11 + 2 - 5.5 = 7.5; 7.5 + 4 - 3.75 = 7.75; 7.75 + 8 - 3.875;
   * 11.875 + 16 - 5.9375 */
  check (loop, "lager@a", "11;7.5;7.75;11.875;21.9375");
  check (loop, "lager@landet/2025..2026", "101;52.5");
  check (loop, "ud@a", "5.5;3.75;3.875;5.9375;10.96875");
}

static void
test_loops (void)
{
  check (FORMULA ("x") "axes=aar\nvalue=prev(x, 100) * 1.1\n", "x", "110;121;133.1;146.41;161.051");
  check (FORMULA ("x") "axes=aar\n@2025=100\nvalue=prev(x) * 2\n", "x", "100;200;400;800;1600");
  check (FORMULA ("x") "axes=aar\nvalue=lag(x, 2, 1) + lag(x, 1, 1)\n", "x", "2;3;5;8;13");
  check (FORMULA ("x") "axes=by\nvalue=prev(x, 1) + e\n", "x", "11;31;61;101;201");
  check (FORMULA ("x") "axes=aar\nvalue=v + sum(v, aar) + prev(x, 0)\n", "x", "32;65;100;139;186");
  check (FORMULA ("x") "axes=aar\nvalue=if(position(aar) = largest(position(aar), aar), 1, 0) + "
                       "prev(x, 0)\n",
         "x", "0;0;0;0;1");
  check (FORMULA ("x") "axes=aar\nvalue=prev(x, 0) + at(v * 10, aar=\"2029\")\n", "x",
         "160;320;480;640;800");
  check (FORMULA ("x") "axes=aar\nvalue=prev(x, 0) + at(prev(v, 0), aar=valg)\n", "x", "1;2;3;4;5");
  check (FORMULA ("x") "axes=aar\nvalue=prev(x, 0) + at(cumulate(v), aar=\"2029\")\n", "x",
         "31;62;93;124;155");
  /* sums of the loop itself along the axis that it runs along */
  check (FORMULA ("x") "axes=aar\nvalue=1 + prev(cumulate(x), 0)\n", "x", "1;2;4;8;16");
  check (FORMULA ("x") "axes=aar\nvalue=1 + prev(window(x, 2), 0)\n", "x", "1;2;4;7;12");
  check (FORMULA ("x") "axes=aar\nvalue=1 + prev(x + prev(x, 0), 0)\n", "x", "1;2;4;7;12");
  /* the loop runs along years while cells look across the other axis */
  check (FORMULA ("x") "axes=by;aar\nvalue=e + prev(sum(x, by), 0)\n", "x@a",
         "10;110;510;2110;8510");
  check (FORMULA ("x") "axes=by;aar\nvalue=e + prev(share(x, by), 0)\n", "x@a/2025..2026",
         "10;10.1");
  check (FORMULA ("x") "axes=by;aar\nvalue=e + prev(x, 0, by, aar)\n", "x@c", "30;50;60;60;60");
  check (FORMULA ("x") "axes=by;aar\nvalue=e + prev(at(x, by=\"a\"), 0)\n", "x@a",
         "10;20;30;40;50");
}

/* Two loops, one along each axis, and one of both kinds of steps. */
static void
test_loops_along_axes (void)
{
  check (FORMULA ("x") "axes=by;aar\nvalue=e + prev(x, 0, by)\n", "x@*/2025", "10;30;60;100;200");
  check (FORMULA ("x") "axes=by;aar\nvalue=e + prev(x, 0, aar)\n", "x@b", "20;40;60;80;100");
  check (FORMULA ("x") "axes=by;aar\nvalue=prev(y, 1, aar)\n" FORMULA (
             "y") "axes=by;aar\nvalue=prev(x, 0, by, aar) + prev(y, 2, aar)\n",
         "y@b", "2;3;5;7;9");
}

/* A parameter whose default is a formula of earlier members of itself. */
static void
test_default_in_loop (void)
{
  const char *text
      = SERIES "[parameter p]\ntitle=P\nunit=tal\nrole=lever\naxes=aar\ndefault=q\n" FORMULA (
          "q") "axes=aar\nvalue=prev(p, 1) * 2\n";
  g_autoptr (LvModel) model = lv_test_load_text (text);
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "p", "2;4;8;16;32");
  lv_test_set (state, "p@2027", "10");
  lv_test_expect (state, "p", "2;4;10;20;40");
  lv_test_expect (state, "q", "2;4;8;20;40");
}

static void
check_fault (const char *text, const char *part)
{
  g_autofree char *pack = g_strconcat (SERIES, text, NULL);
  g_autofree char *faults = lv_test_faults (pack);

  g_test_message ("%s: %s", text, faults);
  g_assert_cmpint (strstr (faults, part) != NULL, ==, TRUE);
  g_assert_cmpint (strchr (faults, '\n') == NULL, ==, TRUE); /* said once */
}

static void
test_illegal_loops (void)
{
  check_fault (FORMULA ("x") "axes=aar\nvalue=x + 1\n", "x → x");
  check_fault (FORMULA ("x") "axes=aar\nvalue=lag(x, 0)\n", "x → x");
  check_fault (FORMULA ("x") "axes=aar\nvalue=window(x, 2)\n", "x → x");
  check_fault (FORMULA ("x") "axes=aar\nvalue=prev(x, 0) + sum(x, aar)\n", "back along");
  check_fault (FORMULA ("x") "axes=aar\nvalue=prev(at(x, aar=\"2029\"), 0, aar)\n", "back along");
  check_fault (FORMULA ("x") "axes=aar\nvalue=prev(at(x, aar=valg), 0, aar)\n", "back along");
  check_fault (FORMULA ("x") "axes=aar\nvalue=prev(share(x, aar), 0)\n", "back along");
  check_fault (FORMULA ("x") "axes=by;aar\nvalue=prev(y, 0, aar)\n" FORMULA (
                   "y") "axes=by;aar\nvalue=prev(x, 0, by) + x * 0 + y * 0\n",
               "back along");
  check_fault (FORMULA ("x") "value=y\n" FORMULA ("y") "value=z\n" FORMULA ("z") "value=x\n",
               "back along");
  check_fault (FORMULA ("x") "axes=aar\nvalue=y\n" FORMULA (
                   "y") "axes=aar\nvalue=prev(x, 0) + otherwise(x, 0)\n",
               "back along");
}

static void
test_faults (void)
{
  check_fault (FORMULA ("f") "value=findes.ikke\n",
               "there is no series, parameter or formula “findes.ikke”");
  check_fault (FORMULA ("f") "axes=by\nvalue=v\n", "the expression also runs along aar");
  check_fault (FORMULA ("f") "value=at(v, aar=\"1999\")\n", "“1999” is not a member of that axis");
  check_fault (FORMULA ("f") "value=at(v, by=valg)\n",
               "is not a parameter with input=member along that axis");
  check_fault (FORMULA ("f") "value=sum(v, uge)\n", "“uge” is not an axis");
  check_fault (FORMULA ("f") "value=printed(g)\n" FORMULA ("g") "value=v\n",
               "printed() takes a series");
  check_fault (FORMULA ("f") "value=measures(v)\n", "measures() takes a formula");
  check_fault (FORMULA ("f") "value=phase(v)\n", "“v” is not a measure");
  check_fault (FORMULA ("f") "value=v\nfrom=1999\n", "1999");
  check_fault ("[formula f]\ntitle=f\nunit=kr\nprice-level=2025\nbasis=netto\nvalue=v\n", "unit");
}

/* What stands on a wrong formula is silent; the fault is told where it is. */
static void
test_one_fault (void)
{
  g_autofree char *faults = lv_test_faults (SERIES FORMULA ("f") "value=v + 1 kr\n" FORMULA (
      "g") "value=f + 1\n" FORMULA ("h") "value=g * f\n");

  g_assert_cmpstr (
      faults, ==,
      "pack.lv:35: [formula f] value: units do not fit: a plain number and kr (character 1)");
}

/* A cycle of ten thousand is one error, and soon told; a chain of ten thousand is none. */
static char *
chain (guint n, gboolean closed)
{
  GString *text = g_string_new (SERIES);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, FORMULA ("f%u") "value=%s%u + 1\n", i, i,
                            i + 1 < n ? "f"
                            : closed  ? "f"
                                      : "1 + ",
                            i + 1 < n ? i + 1 : 0);
  return g_string_free (text, FALSE);
}

static void
test_long_chains (void)
{
  g_autofree char *closed = chain (10000, TRUE);
  g_autofree char *open = chain (10000, FALSE);
  g_autofree char *faults = lv_test_faults (closed);
  g_autoptr (LvModel) model = lv_test_load_text (open);
  g_autoptr (LvState) state = lv_state_new (model);

  g_assert_cmpint (strchr (faults, '\n') == NULL, ==, TRUE);
  g_assert_cmpint (strstr (faults, "10000") != NULL, ==, TRUE);
  lv_test_expect (state, "f0", "10001");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/structure/pieces", test_pieces);
  g_test_add_func ("/model/structure/piece-of-months", test_piece_of_months);
  g_test_add_func ("/model/structure/range", test_range);
  g_test_add_func ("/model/structure/inferred", test_inferred);
  g_test_add_func ("/model/structure/inferred-in-loops", test_inferred_in_loops);
  g_test_add_func ("/model/structure/loops", test_loops);
  g_test_add_func ("/model/structure/loops-along-axes", test_loops_along_axes);
  g_test_add_func ("/model/structure/default-in-loop", test_default_in_loop);
  g_test_add_func ("/model/structure/illegal-loops", test_illegal_loops);
  g_test_add_func ("/model/structure/faults", test_faults);
  g_test_add_func ("/model/structure/one-fault", test_one_fault);
  g_test_add_func ("/model/structure/long-chains", test_long_chains);
  return g_test_run ();
}
