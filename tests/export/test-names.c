/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for names, and what the wrapper refuses. */
#include "lv-workbook.h"

#include <glib/gstdio.h>
#include <math.h>

static void
test_cells (void)
{
  static const struct
  {
    guint row, column;
    const char *text;
  } cases[] = { { 0, 0, "A1" }, { 9, 25, "Z10" }, { 0, 26, "AA1" }, { 4, 701, "ZZ5" }, { 0, 702, "AAA1" },
                { 1048575, 16383, "XFD1048576" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = lv_cell_ref (cases[i].row, cases[i].column);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_sheets (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const struct
  {
    const char *title;
    const char *name;
  } cases[] = { { "Kontrol", "Kontrol" },
                { "kontrol", "kontrol 2" },
                { "A/B: [x]*?\\", "A B x" },
                { "", "Ark" },
                { "'Anført'", "\xe2\x80\x99" "Anført" "\xe2\x80\x99" },
                { "Ærø og Østersøen og Ålborg Fjord 2025", "Ærø og Østersøen og Ålborg Fjo" },
                { "Ærø og Østersøen og Ålborg Fjord 2026", "Ærø og Østersøen og Ålborg F 2" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = lv_sheet_name (cases[i].title, taken);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpint (g_utf8_strlen (name, -1), <, 31);
    }
}

static void
test_names (void)
{
  static const char *const bad[] = { "", "TA2024", "a1", "XFD1", "R1C1", "rc", "r", "C", "1a", "æ", "a b", "a.b" };
  static const char *const good[] = { "p_ta2024", "ABCD1", "TA2024x", "_a", "rente", "Reform" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lv_name_is_safe (bad[i]));
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (lv_name_is_safe (good[i]));
}

static LvWorkbook *
new_book (const char *path)
{
  LvWorkbookInfo info = { .title = "Prøve", .year = 2026, .month = 11, .day = 21 };
  g_autoptr (GError) error = NULL;
  LvWorkbook *book = lv_workbook_new (path, &info, &error);

  g_assert_no_error (error);
  return book;
}

/* What is not UTF-8 gives an error, and the old file stays as it was. */
static void
test_refuses (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LvWorkbook) book = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  book = new_book (path);
  lv_workbook_text (book, (LvCellPlace){ lv_workbook_add_sheet (book, "A"), 0, 0 }, "\xff\xfe", LV_STYLE_TEXT);
  g_assert_false (lv_workbook_save (book, &error));
  g_assert_error (error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_CONTENT);
  g_clear_pointer (&book, lv_workbook_free);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A number that is missing becomes a formula, never a text such as NAN in the file. */
static void
test_saves (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LvWorkbook) book = new_book (path);
  guint sheet = lv_workbook_add_sheet (book, "Å/Ø");

  lv_workbook_number (book, (LvCellPlace){ sheet, 0, 0 }, NAN, LV_STYLE_NUMBER, 1);
  lv_workbook_number (book, (LvCellPlace){ sheet, 1, 0 }, INFINITY, LV_STYLE_NUMBER, 1);
  lv_workbook_number (book, (LvCellPlace){ sheet, 2, 0 }, 1234.5, LV_STYLE_NUMBER, 1);
  g_assert_true (lv_workbook_save (book, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_folder (void)
{
  LvWorkbookInfo info = { .title = "Prøve", .year = 2026, .month = 11, .day = 21 };
  g_autoptr (GError) error = NULL;

  g_assert_null (lv_workbook_new ("/nonexistent/folder/a.xlsx", &info, &error));
  g_assert_error (error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_FILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/cells", test_cells);
  g_test_add_func ("/export/sheets", test_sheets);
  g_test_add_func ("/export/names", test_names);
  g_test_add_func ("/export/refuses", test_refuses);
  g_test_add_func ("/export/saves", test_saves);
  g_test_add_func ("/export/no-folder", test_no_folder);
  return g_test_run ();
}
