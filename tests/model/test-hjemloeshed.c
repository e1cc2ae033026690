/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter Hjemløshed of the pack that ships. What it protects: every figure is what its document prints,
 * and what follows from two of them is what a reader gets by hand. */
#include "lv-check.h"
#include "lv-test.h"

static LvModel *model;

static void
test_printed (void)
{
  static const char *const rows[][2] = {
    { "omraade.merforbrug@hjemloese/2024..2029", "18;12;19;18;18;18" },
    { "budget.par110@2025..2029", "0;2;5;5;5" },
    { "hjemloese.antal@2019", "750" },
    { "hjemloese.antal@2022", "500" },
    { "hjemloese.antal@2024", "?" },
    { "hjemloese.unge@2019", "172" },
    { "hjemloese.unge@2024", "?" },
    { "hjemloese.unge-under-30@2022", "200" },
    { "hjemloese.forsorgshjem@2019", "211" },
    { "hjemloese.psykisk", "62" },
    { "hjemloese.misbrug", "61" },
    { "hjemloese.funktionelle", "6" },
    { "hjemloese.almindelig-bolig", "80" },
    { "hjemloese.unge.ikke-almindelig-bolig", "20" },
    { "hjemloese.opvaekst", "10;0.5" },
    { "hjemloese.funktionelle.psykisk", "82;76" },
    { "hjemloese.funktionelle.misbrug", "62;38" },
    { "hjemloese.refusion.forsorg", "50" },
    { "hjemloese.refusion.bostoette", "50" },
    { "hjemloese.refusion.bostoette.aar", "2" },
    { "hjemloese.refusion.doegn@2025..2027", "?;?;?" },
    { "hjemloese.bostoette.egne", "3.5" },
    { "hjemloese.bostoette.brutto", "6.7" },
    { "hjemloese.kan-opgave", "6.5" },
    { "hjemloese.omstilling@2023..2025", "-1.5;-5;-5" },
    { "hjemloese.omstilling.stillinger@2023..2025", "-1.5;-6;-6" },
  };
  g_autoptr (LvState) state = lv_state_new (model);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    lv_test_expect (state, rows[i][0], rows[i][1]);
}

static void
test_derived (void)
{
  g_autoptr (LvState) state = lv_state_new (model);

  lv_test_expect (state, "hjemloese.unge.maal", "86");
  lv_test_expect (state, "hjemloese.funktionelle.antal", "45");
  lv_test_expect (state, "hjemloese.unge.saerlige", "34.4");
  lv_test_expect (state, "hjemloese.opvaekst.forhold", "20");
  lv_test_expect (state, "hjemloese.bostoette.fuld", "7");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("data/aarhus-2025");
  g_test_add_func ("/hjemloeshed/printed", test_printed);
  g_test_add_func ("/hjemloeshed/derived", test_derived);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
