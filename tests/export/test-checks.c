/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protects what attachments say of checks: every number in workbooks; on paper the ones that deviate, and of the rest how many. */
#include "lv-bilag.h"

#include "lv-test.h"

static const char *const pack
    = "[axis trin]\ntitle=Trin\nmembers=a;b;c\ntitle@a=A\ntitle@b=B\ntitle@c=C\n"
      "[series x]\ntitle=X\nunit=tal\naxes=trin\nvalues=10;10;10\n"
      "[series y]\ntitle=Y\nunit=tal\naxes=trin\nvalues=10;11;10\n"
      "[check kontrol.en]\ntitle=X er Y\nleft=x\nright=y\nunit=tal\nfails=De er ikke ens.\n"
      "[attachment bilag]\ntitle=Kontrol\nsheet@1=checks kontrol.* | title=Kontrol\n";

static void
test_pieces (void)
{
  g_autoptr (LvModel) model = lv_test_load_text (pack);
  g_autoptr (LvState) state = lv_state_new (model);
  const LvItem *item = lv_pack_find_kind (lv_model_pack (model), LV_KIND_ATTACHMENT, "bilag");
  const LvSide side = { .title = "Grundprognose", .state = state };
  g_autoptr (LvBilag) bilag = NULL;
  const LvPart *part;
  const LvGrid *apart;
  const LvGrid *alike;
  GDate today;

  g_date_set_dmy (&today, 1, 6, 2026);
  bilag = lv_bilag_new (item, &side, state, &today);
  g_assert_cmpuint (bilag->parts->len, ==, 1);
  part = g_ptr_array_index (bilag->parts, 0);
  g_assert_cmpint (part->kind, ==, LV_PART_PIECES);
  g_assert_cmpuint (part->grid->rows->len, ==, 3);
  g_assert_cmpuint (part->pieces->len, ==, 2);
  apart = g_ptr_array_index (part->pieces, 0);
  g_assert_cmpuint (apart->rows->len, ==, 1);
  g_assert_cmpstr (((LvGridRow *) g_ptr_array_index (apart->rows, 0))->label, ==, "X er Y, B");
  alike = g_ptr_array_index (part->pieces, 1);
  g_assert_cmpuint (alike->rows->len, ==, 1);
  g_assert_cmpfloat (g_array_index (((LvGridRow *) g_ptr_array_index (alike->rows, 0))->cells, LvGridCell, 0).number, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/pieces", test_pieces);
  return g_test_run ();
}
