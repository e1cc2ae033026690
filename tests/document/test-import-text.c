/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV files and clipboard text: whatever a Danish desktop writes is read as what it says, and what could be
 * read in two ways is told. */
#include "book.h"
#include "lv-import.h"

#include <string.h>

static char *
show (const char *bytes, gsize length, const char *form)
{
  LvTextForm wanted;
  LvTextForm used;
  g_autoptr (GError) error = NULL;
  g_autoptr (LvSheetData) data = NULL;
  g_autofree char *how = NULL;
  g_autofree char *cells = NULL;

  g_assert_true (lv_text_form_parse (form, &wanted) || form[0] == '\0');
  data = lv_import_bytes (bytes, length, "tal.csv", form[0] != '\0' ? &wanted : NULL, &used, &error);
  if (data == NULL)
    return g_strdup_printf ("error: %s\n", error->message);
  g_assert_cmpstr (lv_sheet_data_sheet (data, 0)->name, ==, "tal");
  how = lv_text_form_to_string (&used);
  cells = book_show (lv_sheet_data_sheet (data, 0));
  return g_strdup_printf ("%s%s\n%s", how, used.uncertain ? " uncertain" : "", cells);
}

static const struct
{
  const char *name;
  const char *text;
  const char *expected;
} forms[] = {
  { "semicolon, decimal comma", "Id;2025\nudgift;1.234,5\n",
    "semicolon,decimal-comma,utf-8\nA1 text Id\nB1 number 2025\nA2 text udgift\nB2 number 1234.5\n" },
  { "semicolon, decimal point", "Id;v\nudgift;1,234.5\n",
    "semicolon,decimal-point,utf-8\nA1 text Id\nB1 text v\nA2 text udgift\nB2 number 1234.5\n" },
  { "comma, decimal point", "Id,v\nudgift,13.5\n",
    "comma,decimal-point,utf-8\nA1 text Id\nB1 text v\nA2 text udgift\nB2 number 13.5\n" },
  { "comma, quoted decimal comma", "Id,v\nudgift,\"13,5\"\nbudget,\"7,25\"\n",
    "comma,decimal-comma,utf-8\nA1 text Id\nB1 text v\nA2 text udgift\nB2 number 13.5\nA3 text budget\nB3 number 7.25\n" },
  { "tab, as from the clipboard", "Id\tv\r\nudgift\t-3,5\r\n",
    "tab,decimal-comma,utf-8\nA1 text Id\nB1 text v\nA2 text udgift\nB2 number -3.5\n" },
  { "decimals do not pass for commas between fields", "a;1,5\nb;2,5\nc;3,5\n",
    "semicolon,decimal-comma,utf-8\nA1 text a\nB1 number 1.5\nA2 text b\nB2 number 2.5\nA3 text c\nB3 number 3.5\n" },
  { "one column", "13,5\n14\n", "semicolon,decimal-comma,utf-8\nA1 number 13.5\nA2 number 14\n" },
  { "line ends of an old Mac", "a;b\rc;d", "semicolon,decimal-comma,utf-8\nA1 text a\nB1 text b\nA2 text c\nB2 text d\n" },
  { "quotes", "\"a \"\"b\"\"\";\"x;y\n z\"\nc;d\n",
    "semicolon,decimal-comma,utf-8\nA1 text a \"b\"\nB1 text x;y\n z\nA2 text c\nB2 text d\n" },
  { "a quote within", "5\" rør;2\n", "semicolon,decimal-comma,utf-8\nA1 text 5\" rør\nB1 number 2\n" },
  { "sep= says it", "sep=,\na,b;c\n", "comma,decimal-point,utf-8\nA1 text a\nB1 text b;c\n" },
  { "empty lines count as rows", "a;b\n\n;c\n", "semicolon,decimal-comma,utf-8\nA1 text a\nB1 text b\nB3 text c\n" },
  { "units", "13,5 %;531 mio. kr.;12 pct.\n",
    "semicolon,decimal-comma,utf-8\nA1 number 13.5 %\nB1 number 531 mio. kr.\nC1 number 12 pct.\n" },
  { "separators of thousands", "1 234,5;1\302\240234\302\240567;1\342\200\257234;1.234.567\n",
    "semicolon,decimal-comma,utf-8\nA1 number 1234.5\nB1 number 1234567\nC1 number 1234\nD1 number 1234567\n" },
  { "signs", "-5;+5;\342\210\2225,5\n", "semicolon,decimal-comma,utf-8\nA1 number -5\nB1 number 5\nC1 number -5.5\n" },
  { "a minus behind, as accounting systems write it", "1.234,50-;5- kr.;-5-;5-6\n",
    "semicolon,decimal-comma,utf-8\nA1 number -1234.5\nB1 number -5 kr.\nC1 text -5-\nD1 text 5-6\n" },
  { "a point is no decimal sign where a comma is", "1,5;13.5;1.234\n",
    "semicolon,decimal-comma,utf-8\nA1 number 1.5\nB1 text 13.5\nC1 number 1234\n" },
  { "could be both", "Id;v\nudgift;1.234\n",
    "semicolon,decimal-comma,utf-8 uncertain\nA1 text Id\nB1 text v\nA2 text udgift\nB2 number 1234\n" },
  { "dates", "2026-11-24;24-11-2026;24.11.2026;1/2/2026;31.2.2026\n",
    "semicolon,decimal-comma,utf-8\nA1 date 2026-11-24\nB1 date 2026-11-24\nC1 date 2026-11-24\nD1 date 2026-02-01\nE1 text 31.2.2026\n" },
  { "errors of spreadsheets", "#I/T;#DIVISION/0!;#VÆRDI!;#1\n",
    "semicolon,decimal-comma,utf-8\nA1 error #I/T\nB1 error #DIVISION/0!\nC1 error #VÆRDI!\nD1 text #1\n" },
  { "texts that begin with figures", "3 ture om ugen og lidt mere end det plejer at være;1.;2025-pl;1,2,3;12a\n",
    "semicolon,decimal-comma,utf-8\nA1 text 3 ture om ugen og lidt mere end det plejer at være\nB1 text 1.\nC1 text 2025-pl\nD1 text 1,2,3\nE1 text 12a\n" },
  { "exponents", "1E-05;2,5e3\n", "semicolon,decimal-comma,utf-8\nA1 number 1e-05\nB1 number 2500\n" },
  { "an open quote", "a;b\nc;\"d\n", "error: sheet tal, row 2, column B: a quotation mark is opened here and never closed\n" },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *shown = show (forms[i].text, strlen (forms[i].text), "");

      g_test_message ("%s", forms[i].name);
      g_assert_cmpstr (shown, ==, forms[i].expected);
    }
}

static void
test_encodings (void)
{
  static const char windows[] = "\306ble;\200 5 \226 \370l\n";
  static const char bom[] = "\357\273\277\303\206ble;1,5\n";
  static const char small[] = "\377\376\306\0b\0\t\0" "1\0,\0" "5\0\n\0";
  static const char big[] = "\376\377\0\306\0b\0\t\0" "1\0,\0" "5\0\n";
  g_autofree char *a = show (windows, strlen (windows), "");
  g_autofree char *b = show (bom, strlen (bom), "");
  g_autofree char *c = show (small, sizeof small - 1, "");
  g_autofree char *d = show (big, sizeof big - 1, "");

  g_assert_cmpstr (a, ==, "semicolon,decimal-comma,windows-1252\nA1 text Æble\nB1 text € 5 – øl\n");
  g_assert_cmpstr (b, ==, "semicolon,decimal-comma,utf-8\nA1 text Æble\nB1 number 1.5\n");
  g_assert_cmpstr (c, ==, "tab,decimal-comma,utf-16\nA1 text Æb\nB1 number 1.5\n");
  g_assert_cmpstr (d, ==, c);
}

static void
test_overrides (void)
{
  g_autofree char *point = show ("v\n1.234\n", 8, "decimal-point");
  g_autofree char *comma = show ("a,5;b\n", 6, "comma");
  g_autofree char *latin = show ("\303\246\n", 3, "windows-1252");
  LvTextForm form;

  g_assert_cmpstr (point, ==, "semicolon,decimal-point,utf-8\nA1 text v\nA2 number 1.234\n");
  g_assert_cmpstr (comma, ==, "comma,decimal-point,utf-8\nA1 text a\nB1 text 5;b\n");
  g_assert_cmpstr (latin, ==, "semicolon,decimal-comma,windows-1252\nA1 text Ã¦\n");
  g_assert_false (lv_text_form_parse ("semikolon", &form));
}

static void
expect_error (const char *bytes, gsize length, const char *form, LvImportError code, const char *part)
{
  LvTextForm wanted;
  g_autoptr (GError) error = NULL;

  lv_text_form_parse (form, &wanted);
  g_assert_null (lv_import_bytes (bytes, length, "a.csv", &wanted, NULL, &error));
  g_assert_error (error, LV_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_errors (void)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) cells = g_string_new (NULL);
  g_autofree char *text = g_strnfill (LV_IMPORT_MAX_TEXT + 1, 'x');

  for (guint i = 0; i <= LV_IMPORT_MAX_COLUMNS; i++)
    g_string_append (wide, "1;");
  for (guint i = 0; i <= LV_IMPORT_MAX_CELLS; i++)
    g_string_append (cells, i % 100 == 99 ? "1\n" : "1;");
  expect_error ("", 0, "", LV_IMPORT_ERROR_CONTENT, "empty");
  expect_error ("a\0b", 3, "", LV_IMPORT_ERROR_KIND, "no text file");
  expect_error ("a\nb\nc\201\n", 7, "", LV_IMPORT_ERROR_CONTENT, "line 3: the byte 81");
  expect_error ("a\nb\306\n", 5, "utf-8", LV_IMPORT_ERROR_CONTENT, "line 2: the byte C6");
  expect_error ("abc\n", 4, "utf-16", LV_IMPORT_ERROR_CONTENT, "UTF-16");
  expect_error (wide->str, wide->len, "", LV_IMPORT_ERROR_LIMIT, "row 1, column XFE");
  expect_error (cells->str, cells->len, "", LV_IMPORT_ERROR_LIMIT, "row 10001, column A");
  expect_error (text, strlen (text), "", LV_IMPORT_ERROR_LIMIT, "row 1, column A");
  expect_error ("\320\317\021\340\241\261\032\341", 8, "", LV_IMPORT_ERROR_KIND, ".xls");
}

static void
test_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lv_import_read ("/nowhere/tal.csv", NULL, NULL, &error));
  g_assert_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_FILE);
  g_clear_error (&error);
  g_assert_null (lv_import_read ("/dev/zero", NULL, NULL, &error));
  g_assert_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/text/forms", test_forms);
  g_test_add_func ("/import/text/encodings", test_encodings);
  g_test_add_func ("/import/text/overrides", test_overrides);
  g_test_add_func ("/import/text/errors", test_errors);
  g_test_add_func ("/import/text/file", test_file);
  return g_test_run ();
}
