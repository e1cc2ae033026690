/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change(), which ties printed paths to the model. What it protects: without a choice the printed
 * number stands exactly and unmarked, assumptions alone move nothing, a choice moves it by what the
 * model says, and what the model does not know counts 0 and says so; in whatever order things are
 * set. */
#include "lv-test.h"

static LvModel *model;

static void
test_nothing_changed (void)
{
  static const char *const rows[][2] = {
    { "x.aendring", "0;0;0;0;0" },     { "bundet", "98;220;309;410;531" },
    { "mangler.aendring", "0" },       { "mangler.sum", "1" },
    { "w.aendring", "0;0;0;0;0" },     { "bliver-ukendt", "0" },
    { "loft.virkning", "0" },          { "aar.aendring", "0;0;0;0;0" },
    { "maal.aendring", "0" },          { "vis.aendring", "0" },
    { "serie.aendring", "0;0;0;0;0" }, { "lager.aendring", "0;0;0;0;0" },
  };
  g_autoptr (LvState) state = lv_state_new (model);

  for (guint round = 0; round < 4; round++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        lv_test_expect (state, rows[i][0], rows[i][1]);
      if (round == 0)
        lv_test_set (state, "antagelse", "5");
      else if (round == 1)
        lv_test_set (state, "v", "7");
      else
        lv_test_set (state, "vis", "2028");
    }
}

static void
test_lever (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_set (state, "valg", "4");
  lv_test_expect (state, "x.aendring", "6;12;24;48;96");
  lv_test_expect (state, "x.aendring.dobbelt", "6;12;24;48;96");
  lv_test_expect (state, "bundet", "104;232;333;458;627");
  lv_test_expect (state, "lager.aendring", "2;6;14;30;62");
  lv_test_set (state, "antagelse", "5"); /* the reference has it too */
  lv_test_expect (state, "x.aendring", "10;20;40;80;160");
  lv_test_set (state, "trykt@2029", "500"); /* a corrected line moves the path itself */
  lv_test_expect (state, "bundet", "108;240;349;490;660");
  lv_test_set (state, "valg", "2"); /* the default, said aloud */
  lv_test_expect (state, "bundet", "98;220;309;410;500");
}

static void
test_missing (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_set (state, "valg", "4");
  lv_test_expect (state, "mangler.aendring", "0*");
  lv_test_expect (state, "mangler.sum", "1*");
  lv_test_expect (state, "bliver-ukendt", "0*");
  lv_test_expect (state, "w.aendring", "0;10;0*;14;0");
  lv_test_set (state, "ukendt", "7");
  lv_test_expect (state, "mangler.aendring", "14");
  lv_test_expect (state, "bliver-ukendt", "6");
  lv_test_set (state, "ukendt", "none");
  lv_test_expect (state, "mangler.aendring", "0*");
  lv_test_set (state, "valg", "2");
  lv_test_expect (state, "mangler.aendring", "0");
  lv_test_expect (state, "mangler.sum", "1");
}

static void
test_cells_and_members (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_set (state, "valg.aar@2027", "3");
  lv_test_expect (state, "aar.aendring", "0;0;3;3;3");
  lv_test_set (state, "maal", "2029");
  lv_test_expect (state, "maal.aendring", "14");
}

/* A lever whose default is an assumption: what counts is whether it differs from the default as it
 * is in the scenario, whichever was set first. */
static void
test_default_of_lever (void)
{
  g_autoptr (LvState) lever_first = lv_state_new (model);
  g_autoptr (LvState) lever_last = lv_state_new (model);

  lv_test_set (lever_first, "loft", "3");
  lv_test_expect (lever_first, "loft.virkning", "0");
  lv_test_set (lever_first, "antagelse", "5");
  lv_test_set (lever_last, "antagelse", "5");
  lv_test_expect (lever_last, "loft.virkning", "0"); /* it follows */
  lv_test_set (lever_last, "loft", "3");
  lv_test_expect (lever_first, "loft.virkning", "-2");
  lv_test_expect (lever_last, "loft.virkning", "-2");
  lv_test_assert_same (lever_first, lever_last);
  lv_test_set (lever_first, "antagelse", "3");
  lv_test_expect (lever_first, "loft.virkning", "0");
  g_assert_cmpint (lv_state_is_changed (lever_first, lv_model_find (model, "loft")), ==, FALSE);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("change");
  g_test_add_func ("/model/change/nothing-changed", test_nothing_changed);
  g_test_add_func ("/model/change/lever", test_lever);
  g_test_add_func ("/model/change/missing", test_missing);
  g_test_add_func ("/model/change/cells-and-members", test_cells_and_members);
  g_test_add_func ("/model/change/default-of-lever", test_default_of_lever);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
