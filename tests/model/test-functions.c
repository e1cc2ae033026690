/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every function and operator of the language, evaluated. What it protects: each answer of the pack
 * tests/data/model/functions, computed by hand here, so that no kernel, binding or conversion can
 * change a number unseen. */
#include "lv-test.h"

static const char *const rows[][2] = {
  { "op.add", ";7;?;15;" },
  { "op.subtract", "0;1;3;7;15" },
  { "op.multiply", ";10;?;56;" },
  { "op.divide", "-1;!;2;1.333333333;1.142857143" },
  { "op.divide.missing", ";-2.5;?;1.75;" },
  { "op.undefined", "0;!;3;2.333333333;2.142857143" },
  { "op.power", "1;4;16;64;256" },
  { "op.power.root", "!;!;!;!;!" },
  { "op.power.missing", ";32;?;2097152;" },
  { "op.negate", "-1;-2;-4;-8;-16" },
  { "op.overflow", "!;!;!;!;!" },
  { "op.equal", "0;0;1;0;0" },
  { "op.unequal", "1;1;0;1;1" },
  { "op.less", "1;1;0;0;0" },
  { "op.less-equal", "1;1;1;0;0" },
  { "op.greater", "0;0;0;1;1" },
  { "op.greater-equal", "0;0;1;1;1" },
  { "op.tolerant", "1" },
  { "op.compare.missing", ";1;?;1;" },
  { "op.and", "0;1;1;0;0" },
  { "op.or", "1;0;0;0;1" },
  { "op.not", "1;1;0;1;1" },
  { "op.and.missing", ";0;?;0;" },
  { "op.literal", "50;100;200;400;800" },
  { "op.names", "1;2;4;8;16;1;2;4;8;16;1;2;4;8;16;1;2;4;8;16;1;2;4;8;16" },
  { "fn.abs", "3;2;0;4;12" },
  { "fn.min", "1;2;3;3;3" },
  { "fn.max", ";5;?;8;" },
  { "fn.clamp", "2;2;4;8;8" },
  { "fn.clamp.missing", ";5;?;6;" },
  { "fn.if", ";2;?;7;" },
  { "fn.if.other-branch", ";5;0;7;" },
  { "fn.if.switch", "2" },
  { "fn.round", "0.5;0.5;1.5;2.5;5.5" },
  { "fn.round.halves", "-1;1;3;7;15" },
  { "fn.round.zero", "0;2;!;8;12" },
  { "fn.round.unit", "2;3;4;5;6" },
  { "fn.otherwise", "1;5;4*;7;16" },
  { "fn.otherwise.on", "2;6;5*;8;17" },
  { "fn.otherwise.both", ";5;?;7;" },
  { "fn.otherwise.zero", "-1;0*;2;1.333333333;1.142857143" },
  { "fn.otherwise.chain", "12*" },
  { "fn.known", "0;1;0;1;0" },
  { "fn.not-applicable", "11;11;6;-;1001" },
  { "fn.sum", "100" },
  { "fn.sum.missing", "?" },
  { "fn.sum.absent", "11;22;33;44;55" },
  { "fn.sum.years", "15;150;;;" },
  { "fn.mean", "23.33333333" },
  { "fn.mean.two", "5.5;11;16.5;22;27.5" },
  { "fn.median.even", "25" },
  { "fn.median.odd", "20" },
  { "fn.smallest", "10" },
  { "fn.largest", "40" },
  { "fn.count", "3" },
  { "fn.count.true", "2" },
  { "fn.count.absent", "2;2;2;2;2" },
  { "fn.nothing.mean", "?" },
  { "fn.nothing.median", "?" },
  { "fn.nothing.smallest", "?" },
  { "fn.nothing.count", "0" },
  { "fn.share", "0.1;0.2;0.3;0.4;" },
  { "fn.share.pct", "10;20;30;40;" },
  { "fn.share.missing", "?;?;?;?;" },
  { "fn.share.zero", "!;!;!;!;" },
  { "fn.share.years", "0.06666666667;0.1333333333;0.2;0.2666666667;0.3333333333;0.06666666667;0."
                      "1333333333;0.2;0.2666666667;0.3333333333;;;;;;;;;;;;;;;" },
  { "fn.rank", "3;2;?;1;" },
  { "fn.rank.ties", "1;1;3;-;" },
  { "fn.at", "20" },
  { "fn.at.aside", "100" },
  { "fn.at.choice", "10" },
  { "fn.at.choice.line", "1;2;3;4;5" },
  { "fn.at.two", "2" },
  { "fn.at.two.mixed", "20" },
  { "fn.at.expression", "6" },
  { "fn.at.prev", "0;1;2;3;4" },
  { "fn.lookup", "?;80;40;30;20" },
  { "fn.lookup.missing", "?;?;?;?;?" },
  { "fn.position", "1;2;3;4;5" },
  { "fn.position.named", "1;2;3;4;5" },
  { "fn.position.month", "15" },
  { "fn.position.in-year", "3" },
  { "fn.step", "1" },
  { "fn.step.month", "1" },
  { "fn.step.year-of-month", "0.08333333333" },
  { "fn.days", "28" },
  { "fn.days.leap", "29" },
  { "fn.days.year", "365;365;365;366;" },
  { "fn.prev", ";1;2;4;8" },
  { "fn.prev.start", "100;1;2;4;8" },
  { "fn.prev.absent", ";;5;?;7" },
  { "fn.prev.absent.start", "1;2;5;?;7" },
  { "fn.prev.expression", ";3;5;9;17" },
  { "fn.prev.twice", ";;1;2;4" },
  { "fn.prev.axis", "0;0;0;0;0;1;2;3;4;5;10;20;30;40;50;0;0;0;0;0;0;0;0;0;0" },
  { "fn.prev.cohort", "0;0;0;0;0;0;1;2;3;4;0;10;20;30;40;0;0;0;0;0;0;0;0;0;0" },
  { "fn.prev.fixed", "0;4;4;4;4" },
  { "fn.lag", ";;1;2;4" },
  { "fn.lag.start", "9;9;1;2;4" },
  { "fn.lag.none", "1;2;4;8;16" },
  { "fn.lag.unit", "1" },
  { "fn.lag.axis", "0;0;0;0;0;1;2;3;4;5;10;20;30;40;50;0;0;0;0;0;0;0;0;0;0" },
  { "fn.window", "1;3;7;14;28" },
  { "fn.window.none", "0;0;0;0;0" },
  { "fn.window.parameter", "1;3;6;12;24" },
  { "fn.window.unit", "25" },
  { "fn.window.year", "90" },
  { "fn.window.unknown", "?;?;?;?;?" },
  { "fn.window.missing", ";5;?;?;" },
  { "fn.window.holes", "1;;4;;8" },
  { "fn.window.axis", "10;30;50;70;140" },
  { "fn.cumulate", "1;3;7;15;31" },
  { "fn.cumulate.missing", ";5;?;?;" },
  { "fn.cumulate.holes", "1;;4;;9" },
  { "fn.cumulate.axis", "1;2;3;4;5;11;22;33;44;55;;;;;;;;;;;;;;;" },
  { "fn.total", ";198;342;486;" },
  { "fn.mean.months", ";16.5;28.5;40.5;" },
  { "fn.last", ";22;34;46;" },
  { "fn.monthly", "2" },
  { "fn.monthly.total", "12;24;48;96;" },
  { "fn.monthly.prev", "1" },
  { "fn.printed", "4;5;6;7;8" },
  { "fn.meant", "4;6;6;7;8" },
  { "fn.reprice", "1.04;2.08;3.12;4.16;5.2" },
  { "unit.sum", "1.5;2.5;3.5;4.5;5.5" },
  { "unit.sum.kr", "1500000;2500000;3500000;4500000;5500000" },
  { "unit.ratio", "50;25;16.66666667;12.5;10" },
  { "unit.time", "24" },
  { "unit.refund", "0.6;1.2;1.8;2.4;3" },
  { "unit.points", "10;-15;-23.33333333;-27.5;-30" },
  { "unit.default", ";200;99;800;1600" },
};

static LvModel *model;

static void
test_row (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, row[0], row[1]);
}

/* What is chosen in the scenario is what at() takes. */
static void
test_choices (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_set (state, "valg", "d");
  lv_test_expect (state, "fn.at.choice", "40");
  lv_test_expect (state, "fn.at.choice.line", "?;?;?;?;?");
  lv_test_set (state, "valg", "landet");
  lv_test_expect (state, "fn.at.choice", "100");
  lv_test_set (state, "valg", "b");
  lv_test_set (state, "valgaar", "2029");
  lv_test_expect (state, "fn.at.choice", "20");
  lv_test_expect (state, "fn.at.two", "50");
  lv_test_expect (state, "fn.at.two.mixed", "50");
  lv_test_expect (state, "fn.at.expression", "116");
  lv_test_expect (state, "fn.at.prev", "0;10;20;30;40");
}

static void
test_inputs (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "naar", "24324");
  lv_test_set (state, "naar", "2028-12");
  lv_test_expect (state, "naar", "24347");
  lv_test_expect (state, "kontakt", "0");
  lv_test_set (state, "kontakt", "on");
  lv_test_expect (state, "fn.if.switch", "1");
  lv_test_set (state, "antal", "3");
  lv_test_expect (state, "fn.window.parameter", "1;3;7;14;28");
  lv_test_set (state, "antal", "0");
  lv_test_expect (state, "fn.window.parameter", "0;0;0;0;0");
  lv_test_set (state, "antal", "1.5");
  lv_test_expect (state, "fn.window.parameter", "!;!;!;!;!");
  lv_test_set (state, "antal", "-1");
  lv_test_expect (state, "fn.window.parameter", "!;!;!;!;!");
  lv_test_set (state, "ukendt", "2");
  lv_test_expect (state, "fn.window.unknown", "1;3;6;12;24");
}

/* A default taken from a series follows it, where no cell says otherwise. */
static void
test_default (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_set (state, "v@2028", "10");
  lv_test_expect (state, "unit.default", ";200;99;1000;1600");
  lv_test_set (state, "standard@2028", "5");
  lv_test_expect (state, "unit.default", ";200;99;5;1600");
  lv_test_set (state, "standard", "7");
  lv_test_expect (state, "unit.default", ";7;7;7;7");
}

/* printed() is the source's number whatever the scenario says. */
static void
test_printed (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_set (state, "s", "?");
  lv_test_expect (state, "fn.meant", "?;?;?;?;?");
  lv_test_expect (state, "fn.printed", "4;5;6;7;8");
  lv_test_set (state, "s@2026", "60");
  lv_test_expect (state, "fn.meant", "?;60;?;?;?");
  lv_test_expect (state, "fn.printed", "4;5;6;7;8");
}

static void
test_statuses (void)
{
  static const struct
  {
    const char *id;
    gsize cell;
    LvStatus status;
  } cells[] = {
    { "v", 0, LV_STATUS_ASSUMED },
    { "t", 2, LV_STATUS_MISSING },
    { "u", 3, LV_STATUS_NOT_APPLICABLE },
    { "s", 1, LV_STATUS_CORRECTED },
    { "w", 0, LV_STATUS_ABSENT },
    { "op.add", 1, LV_STATUS_DERIVED },
    { "op.add", 2, LV_STATUS_MISSING },
    { "op.divide", 1, LV_STATUS_UNDEFINED },
    { "op.undefined", 1, LV_STATUS_UNDEFINED },
    { "refusion", 0, LV_STATUS_ASSUMED },
    { "ukendt", 0, LV_STATUS_MISSING },
    { "standard", 1, LV_STATUS_DERIVED },
    { "standard", 2, LV_STATUS_ASSUMED },
    { "fn.not-applicable", 3, LV_STATUS_NOT_APPLICABLE },
  };
  g_autoptr (LvState) state = lv_state_new (model);
  LvNode *v = lv_model_find (model, "v");

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_test_message ("%s", cells[i].id);
      g_assert_cmpint (
          lv_state_get (state, lv_model_find (model, cells[i].id), cells[i].cell).status, ==,
          cells[i].status);
    }
  lv_test_set (state, "v@2025", "9");
  g_assert_cmpint (lv_state_get (state, v, 0).status, ==, LV_STATUS_CHANGED);
  lv_test_set (state, "v@2025", "?");
  g_assert_cmpint (lv_state_get (state, v, 0).status, ==, LV_STATUS_MISSING);
  lv_test_set (state, "v@2025", "1"); /* the default itself is no change */
  g_assert_cmpint (lv_state_get (state, v, 0).status, ==, LV_STATUS_ASSUMED);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("functions");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/model/functions/", rows[i][0], NULL);

      g_test_add_data_func (path, rows[i], test_row);
    }
  g_test_add_func ("/model/functions/choices", test_choices);
  g_test_add_func ("/model/functions/inputs", test_inputs);
  g_test_add_func ("/model/functions/default", test_default);
  g_test_add_func ("/model/functions/printed", test_printed);
  g_test_add_func ("/model/functions/statuses", test_statuses);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
