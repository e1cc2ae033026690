/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protects the speed of large workbooks: libxlsxwriter looks a format that equals another up for each cell. */
#include "lv-workbook-private.h"

static void
test_unlike (void)
{
  const LvWorkbookInfo info = { .title = "", .year = 2026, .month = 11, .day = 21 };
  g_autoptr (LvWorkbook) book = lv_workbook_new (NULL, &info, NULL);
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer format;

  for (guint style = 0; style < LV_N_STYLES; style++)
    for (int decimals = -1; decimals <= LV_MAX_DECIMALS; decimals++)
      g_hash_table_add (formats, lv_workbook_format (book, style, decimals));
  g_hash_table_iter_init (&iter, formats);
  while (g_hash_table_iter_next (&iter, &format, NULL))
    g_hash_table_add (indices, GINT_TO_POINTER (lxw_format_get_xf_index (format)));
  g_assert_cmpuint (g_hash_table_size (indices), ==, g_hash_table_size (formats));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/unlike", test_unlike);
  return g_test_run ();
}
