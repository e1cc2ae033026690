/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures: on and off, scale, delay, phase-in, realisation, what is on in the reference, several
 * targets, one measure per cell. What it protects: the effect of an intervention year by year,
 * computed by hand. */
#include "lv-test.h"

#include <string.h>

static LvModel *model;

static void
test_year_effect (void)
{
  static const struct
  {
    const char *scale, *delay, *expected;
  } rows[] = {
    { "100", "0", "100;90;80;70;70" },
    { "50", "0", "100;95;90;85;85" },
    { "0", "0", "100;100;100;100;100" },
    { "200", "0", "100;80;60;40;40" },
    { "100", "12", "100;100;90;80;70" },
    { "100", "6", "100;95;85;75;70" },
    { "100", "15", "100;100;92.5;82.5;72.5" },
    { "100", "-12", "90;80;70;70;70" },
    { "100", "-6", "95;85;75;70;70" },
    { "100", "120", "100;100;100;100;100" },
    { "100", "-120", "70;70;70;70;70" },
    { "50", "24", "100;100;100;95;90" },
    { "100", "1", "100;90.83333333;80.83333333;70.83333333;70" },
  };
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "udgift", "100;100;100;100;100");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      lv_test_measure (state, "enkel.scale", rows[i].scale);
      lv_test_measure (state, "enkel.delay", rows[i].delay);
      lv_test_measure (state, "enkel.on", "on");
      lv_test_expect (state, "udgift", rows[i].expected);
      lv_test_measure (state, "enkel.on", "off");
      lv_test_expect (state, "udgift", "100;100;100;100;100");
    }
}

static void
test_realisation (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_measure (state, "delvis.on", "on");
  lv_test_expect (state, "udgift", "100;92;84;76;76");
  lv_test_measure (state, "halvt.on", "on");
  lv_test_expect (state, "udgift", "100;87;74;61;61");
  lv_test_set (state, "andel", "100");
  lv_test_expect (state, "udgift", "100;82;64;46;46");
  lv_test_expect (state, "udgift.aendring", "0;-18;-36;-54;-54");
}

/* Moved first, then summed to years; a year without all its months gets nothing. */
static void
test_month_effect (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_measure (state, "maanedlig.on", "on");
  lv_test_expect (state, "udgift", "100;106;124;136;100");
  lv_test_expect (state, "udgift.maaned@2026-06..2026-08", "0;1;1");
  lv_test_measure (state, "maanedlig.delay", "3");
  lv_test_expect (state, "udgift", "100;103;121;133;100");
  lv_test_expect (state, "udgift.maaned@2026-08..2026-11", "0;0;1;1");
  lv_test_measure (state, "maanedlig.delay", "-7");
  lv_test_expect (state, "udgift", "101;119;131;136;100");
}

/* k/n in month k of the phase-in; nothing else moves an effect that knows its own start. */
static void
test_phase (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "virkning.faset@2026-02..2026-07", "0;3;6;9;12;12");
  lv_test_measure (state, "faset.on", "on");
  lv_test_expect (state, "udgift", "100;202;244;244;100");
  lv_test_measure (state, "faset.delay", "2");
  lv_test_expect (state, "virkning.faset@2026-02..2026-07", "0;0;0;3;6;9");
  lv_test_expect (state, "udgift", "100;178;244;244;100");
  lv_test_measure (state, "faset.scale", "50");
  lv_test_expect (state, "udgift", "100;139;172;172;100");
}

/* What already lies in the figures is on in the reference; switched off it comes back. */
static void
test_included (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "udgift.anden", "0;0;0;0;0");
  lv_test_measure (state, "med.on", "off");
  lv_test_expect (state, "udgift.anden", "0;10;20;30;30");
  lv_test_measure (state, "med.on", "on");
  lv_test_measure (state, "med.scale", "50");
  lv_test_expect (state, "udgift.anden", "0;5;10;15;15");
  lv_test_measure (state, "med.scale", "100");
  lv_test_measure (state, "med.delay", "12");
  lv_test_expect (state, "udgift.anden", "0;10;10;10;0");
}

static void
test_targets (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_measure (state, "flere.on", "on");
  lv_test_expect (state, "udgift", "100;90;80;70;70");
  lv_test_expect (state, "udgift.anden", "0;-10;0*;-30;-30"); /* unknown: counts 0 and says so */
  lv_test_expect (state, "udgift.by",
                  "0;-10;-20;-30;-30;0;0;-20;-30;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0");
  lv_test_measure (state, "flere.on", "off");
  lv_test_expect (state, "udgift.anden", "0;0;0;0;0");
}

static void
test_per_cell (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_measure (state, "pr-by.on@b", "on");
  lv_test_expect (state, "udgift.by@a..b", "0;0;0;0;0;-10;-20;-30;-40;-50");
  lv_test_expect (state, "udgift.af-by", "-10;-20;-30;-40;-50");
  lv_test_measure (state, "pr-by.on", "on");
  lv_test_measure (state, "pr-by.scale@a", "200");
  lv_test_measure (state, "pr-by.delay@b", "12");
  lv_test_expect (state, "udgift.by@a..b", "-2;-4;-6;-8;-10;0;-10;-20;-30;-40");
  lv_test_expect (state, "udgift.af-by", "-2;-14;-26;-38;-50");
}

static void
test_without_effect (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autofree char *before = lv_test_line (state, "udgift");

  lv_test_measure (state, "uvurderet.on", "on");
  lv_test_expect (state, "udgift", before);
}

static void
test_excludes (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) pairs = NULL;

      lv_test_measure (state, "enkel.on", (i & 1) != 0 ? "on" : "off");
      lv_test_measure (state, "delvis.on", (i & 2) != 0 ? "on" : "off");
      pairs = lv_state_conflicts (state);
      g_assert_cmpuint (pairs->len, ==, i == 3 ? 2 : 0);
      if (i != 3)
        continue;
      g_assert_cmpstr (((LvItem *) g_ptr_array_index (pairs, 0))->id, ==, "enkel");
      g_assert_cmpstr (((LvItem *) g_ptr_array_index (pairs, 1))->id, ==, "delvis");
    }
}

/* A delay moves an effect along the years, whatever numbered axis stands behind them. */
static void
test_other_axes (void)
{
  g_autoptr (LvModel) own = lv_test_load_text (
      "[axis ophold]\nfirst=1\nlast=3\nunit=maaned\n"
      "[series e]\ntitle=E\nunit=tal\naxes=aar;ophold\nstatus=assumed\n"
      "@2025=1;2;3\n@2026=10;20;30\n@2027=10;20;30\n@2028=10;20;30\n@2029=10;20;30\n"
      "[formula f]\ntitle=F\nunit=tal\naxes=aar;ophold\nvalue=measures(f)\n"
      "[measure m]\ntitle=M\neffect@f=e\n");
  g_autoptr (LvState) state = lv_state_new (own);

  lv_test_measure (state, "m.on", "on");
  lv_test_measure (state, "m.delay", "12");
  lv_test_expect (state, "f@2025..2027", "0;0;0;1;2;3;10;20;30");
}

/* An effect must fit its target, and be added up somewhere. */
static void
test_faults (void)
{
  static const char *const rows[][2] = {
    { "[formula f]\ntitle=F\nunit=tal\naxes=aar\nvalue=1\n[measure "
      "x]\ntitle=X\neffect@f=pris.indeks\n",
      "nothing adds up measures(f)" },
    { "[formula f]\ntitle=F\nunit=kr\nprice-level=2025\nbasis=netto\naxes=aar\nvalue=0 + "
      "measures(f)\n"
      "[measure x]\ntitle=X\neffect@f=pris.indeks\n",
      "has another unit than its target" },
    { "[formula f]\ntitle=F\nunit=tal\naxes=by\nvalue=measures(f)\n"
      "[measure x]\ntitle=X\neffect@f=pris.indeks\n",
      "runs along aar, which its target" },
    { "[formula f]\ntitle=F\nunit=tal\naxes=aar\nvalue=measures(f)\n"
      "[measure x]\ntitle=X\neffect@f@1999=pris.indeks\n",
      "1999" },
    { "[measure x]\ntitle=X\neffect@pris.indeks=pris.indeks\n",
      "the target of an effect is a formula" },
    { "[formula f]\ntitle=F\nunit=tal\naxes=aar\nvalue=measures(f)\n"
      "[formula g]\ntitle=G\nunit=tal\naxes=maaned\nvalue=phase(x)\n"
      "[measure x]\ntitle=X\neffect@f=g\n",
      "phase() needs a measure that has a start" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *faults = lv_test_faults (rows[i][0]);

      g_test_message ("%s: %s", rows[i][0], faults);
      g_assert_cmpint (strstr (faults, rows[i][1]) != NULL, ==, TRUE);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("measures");
  g_test_add_func ("/model/measures/year-effect", test_year_effect);
  g_test_add_func ("/model/measures/realisation", test_realisation);
  g_test_add_func ("/model/measures/month-effect", test_month_effect);
  g_test_add_func ("/model/measures/phase", test_phase);
  g_test_add_func ("/model/measures/included", test_included);
  g_test_add_func ("/model/measures/targets", test_targets);
  g_test_add_func ("/model/measures/per-cell", test_per_cell);
  g_test_add_func ("/model/measures/without-effect", test_without_effect);
  g_test_add_func ("/model/measures/excludes", test_excludes);
  g_test_add_func ("/model/measures/other-axes", test_other_axes);
  g_test_add_func ("/model/measures/faults", test_faults);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
