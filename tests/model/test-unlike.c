/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that are not alike say so when they stand side by side. What it protects: what a series says
 * reaches the formulas made of it, alike figures are left alone, and the words are the pack's. */
#include "lv-test.h"
#include "lv-unlike.h"

static const char *const text
    = "[words ord.unlike]\ntext=Ikke ens: {1}.\n"
      "[words ord.unlike-data-year]\ntext=år {1}\n"
      "[words ord.unlike-definition]\ntext=mål {1}\n"
      "[words ord.unlike-basis]\ntext=grundlag {1}\n"
      "[words ord.unlike-price-level]\ntext=priser {1}\n"
      "[series ny]\ntitle=Ny\nunit=tal\naxes=\nvalues=1\ndata-year=2022\ndefinition=A\ndenominator=N\n"
      "[series gammel]\ntitle=Gammel\nlike=ny\ndata-year=2021\nvalues=2\n"
      "[series tavs]\ntitle=Tavs\nunit=tal\naxes=\nvalues=3\n"
      "[series anden]\ntitle=Anden\nlike=ny\ndefinition=B\nvalues=4\n"
      "[series brutto]\ntitle=Brutto\nunit=mio-kr\nprice-level=2025\nbasis=brutto\nkind=regnskab\n"
      "purse=msb\ntype=service\naxes=\nvalues=5\n"
      "[series netto]\ntitle=Netto\nlike=brutto\nbasis=netto\nprice-level=loebende\nvalues=6\n"
      "[formula dobbelt]\ntitle=Dobbelt\nunit=tal\nvalue=2 * ny\n"
      "[formula blandet]\ntitle=Blandet\nunit=tal\nvalue=ny + gammel\n"
      "[formula omregnet]\ntitle=Omregnet\nunit=tal\nvalue=gammel\ndata-year=2022\n";

static void
expect (const LvModel *model, const char *ids, gboolean apart, const char *expected)
{
  g_auto (GStrv) list = g_strsplit (ids, ";", -1);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autofree char *found = NULL;

  for (guint i = 0; list[i] != NULL; i++)
    {
      LvNode *node = lv_model_find (model, list[i]);

      g_assert_cmpint (node != NULL, ==, TRUE);
      g_ptr_array_add (nodes, node);
    }
  found = lv_unlike_text (model, nodes, apart);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_alike (void)
{
  g_autoptr (LvModel) model = lv_test_load_text (text);

  expect (model, "ny", FALSE, NULL);
  expect (model, "ny;ny", FALSE, NULL);
  expect (model, "ny;tavs", FALSE, NULL);
  expect (model, "ny;dobbelt", FALSE, NULL);
  expect (model, "ny;omregnet", FALSE, NULL);
  expect (model, "brutto;ny", FALSE, NULL);
  expect (model, "blandet", FALSE, NULL);
}

static void
test_unlike (void)
{
  g_autoptr (LvModel) model = lv_test_load_text (text);

  expect (model, "ny;gammel", FALSE, "Ikke ens: år 2022 / 2021.");
  expect (model, "gammel;tavs;dobbelt", FALSE, "Ikke ens: år 2021 / 2022.");
  expect (model, "ny;blandet", FALSE, "Ikke ens: år 2022 / 2021, 2022.");
  expect (model, "gammel;anden", FALSE, "Ikke ens: år 2021 / 2022; mål A / B.");
  expect (model, "brutto;netto", FALSE, "Ikke ens: priser 25-pl / loebende; grundlag brutto / netto.");
}

/* The two axes of a plane measure different things, but should be of one year. */
static void
test_apart (void)
{
  g_autoptr (LvModel) model = lv_test_load_text (text);

  expect (model, "ny;anden", TRUE, NULL);
  expect (model, "gammel;anden", TRUE, "Ikke ens: år 2021 / 2022.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unlike/alike", test_alike);
  g_test_add_func ("/unlike/unlike", test_unlike);
  g_test_add_func ("/unlike/apart", test_apart);
  return g_test_run ();
}
