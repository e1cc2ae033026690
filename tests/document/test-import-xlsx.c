/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks: every kind of cell that the format knows, and what a file may not do to us. */
#include "book.h"
#include "lv-import.h"

#include <string.h>

static LvSheetData *
read_book (GBytes *book, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (book, &length);

  return lv_import_bytes (bytes, length, "bog.xlsx", NULL, NULL, error);
}

static void
expect_rows (const char *rows, const char *expected)
{
  g_autoptr (GBytes) book = book_of_sheet (rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (LvSheetData) data = read_book (book, &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  shown = book_show (lv_sheet_data_sheet (data, 0));
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_cells (void)
{
  expect_rows ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
               "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row>",
               "A1 text Budget\nB1 text Udgift\nC1 text a\nb & c\n");
  expect_rows ("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>i</t><rPh><t>x</t></rPh><r><t>j</t></r></is></c>"
               "<c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" t=\"e\"><v>#DIV/0!</v></c></row>",
               "B2 text ij\nC2 switch 1\nD2 error #DIV/0!\n");
  expect_rows ("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>NA()</f><v>#N/A</v></c>"
               "<c r=\"C1\" t=\"str\"><f>x</f><v>tekst</v></c><c r=\"D1\"><f>y</f></c></row>",
               "A1 number 2 =\nB1 error #N/A =\nC1 text tekst =\n");
  expect_rows ("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46350</v></c><c r=\"B1\" s=\"2\"><v>0.29</v></c>"
               "<c r=\"C1\" s=\"3\"><v>46350.75</v></c><c r=\"D1\" s=\"4\"><v>3</v></c>"
               "<c r=\"E1\" s=\"1\"><v>-1</v></c><c r=\"F1\" t=\"d\"><v>2026-11-24T12:00:00Z</v></c></row>",
               "A1 date 2026-11-24\nB1 number 29 %\nC1 date 2026-11-24\nD1 number 3\nE1 number -1\nF1 date 2026-11-24\n");
  expect_rows ("<row><c><v>1</v></c><c><v>2E-3</v></c></row><row r=\"4\"><c r=\"C4\"><v>-.5</v></c><c><v>4</v></c></row>",
               "A1 number 1\nB1 number 0.002\nC4 number -0.5\nD4 number 4\n");
  expect_rows ("<row r=\"1\"><c r=\"B1\"><v>2</v></c><c r=\"A1\"><v>1</v></c></row>", "A1 number 1\nB1 number 2\n");
  expect_rows ("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "XFD1048576 number 1\n");
}

static void
test_prefixes (void)
{
  g_autoptr (GBytes) book
      = book_with ("xl/worksheets/sheet1.xml",
                   "\357\273\277<x:worksheet xmlns:x=\"m\"><!-- c --><x:sheetData><x:row r=\"1\">"
                   "<x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c>"
                   "</x:row></x:sheetData></x:worksheet>");
  g_autoptr (GError) error = NULL;
  g_autoptr (LvSheetData) data = read_book (book, &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  shown = book_show (lv_sheet_data_sheet (data, 0));
  g_assert_cmpstr (shown, ==, "A1 text a<b\n");
}

static void
test_book (void)
{
  g_autoptr (GBytes) book = book_of_sheet ("");
  g_autoptr (LvSheetData) data = read_book (book, NULL);
  const LvDataName *name;

  g_assert_cmpuint (data->sheets->len, ==, 2);
  g_assert_cmpstr (lv_sheet_data_sheet (data, 1)->name, ==, "Skjult");
  g_assert_false (lv_sheet_data_sheet (data, 0)->hidden);
  g_assert_true (lv_sheet_data_sheet (data, 1)->hidden);
  g_assert_cmpuint (data->names->len, ==, 1);
  name = g_ptr_array_index (data->names, 0);
  g_assert_cmpstr (name->name, ==, "p_budget");
  g_assert_cmpstr (name->formula, ==, "Tal!$B$2:$E$2");
}

/* A picture somebody put in under its own name, in the encoding of an old desktop. */
static void
test_names (void)
{
  g_autoptr (GBytes) book = book_with ("xl/media/\306ble.xml", "x");
  g_autoptr (GError) error = NULL;
  g_autoptr (LvSheetData) data = read_book (book, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (data->sheets->len, ==, 2);
}

static void
expect_first_day (const char *property, const char *expected)
{
  g_autofree char *text
      = g_strdup_printf ("<workbook xmlns:r=\"r\">%s<sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets></workbook>",
                         property);
  g_autoptr (GBytes) book = book_with ("xl/workbook.xml", text);
  g_autoptr (LvSheetData) data = read_book (book, NULL);

  g_assert_nonnull (data);
  g_assert_cmpstr (lv_data_cell (lv_sheet_data_sheet (data, 0), 0, 0)->text, ==, expected);
}

/* Workbooks of a Mac may count days from another one. */
static void
test_1904 (void)
{
  expect_first_day ("", "1900-01-01");
  expect_first_day ("<workbookPr date1904=\"0\"/>", "1900-01-01");
  expect_first_day ("<workbookPr date1904=\"1\"/>", "1904-01-02");
}

static void
expect_error (GBytes *book, LvImportError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LvSheetData) data = read_book (book, &error);

  g_assert_null (data);
  g_assert_error (error, LV_IMPORT_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, part) == NULL)
    g_assert_cmpstr (error->message, ==, part);
  g_bytes_unref (book);
}

/* Every error names the sheet, the row and the column. */
static void
test_faults (void)
{
  static const struct
  {
    const char *rows;
    LvImportError code;
    const char *part;
  } faults[] = {
    { "<row r=\"1\"><c r=\"B1\"><v>x</v></c></row>", LV_IMPORT_ERROR_CONTENT, "sheet Tal, row 1, column B" },
    { "<row r=\"1\"><c r=\"B1\"><v>nan</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 1, column B" },
    { "<row r=\"1\"><c r=\"B1\"><v>1e999</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 1, column B" },
    { "<row r=\"1\"><c r=\"B1\"><v>0x10</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 1, column B" },
    { "<row r=\"3\"><c r=\"C3\" t=\"s\"><v>4</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 3, column C" },
    { "<row r=\"3\"><c r=\"C3\" t=\"s\"><v>-1</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 3, column C" },
    { "<row r=\"3\"><c r=\"C3\" t=\"zz\"><v>4</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 3, column C" },
    { "<row r=\"3\"><c r=\"C3\" t=\"d\"><v>i går</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 3, column C" },
    { "<row r=\"3\"><c r=\"C3\"><v>4</v></c><c r=\"C3\"><v>5</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 3, column C" },
    { "<row r=\"3\"><c r=\"C3\"><v>4</v></c><c r=\"3C\"><v>5</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 3, column D" },
    { "<row r=\"3\"><c r=\"ZZZZ3\"><v>4</v></c></row>", LV_IMPORT_ERROR_CONTENT, "row 3" },
    { "<row r=\"2000000\"/>", LV_IMPORT_ERROR_CONTENT, "sheet Tal" },
    { "<row r=\"1\"><c r=\"A1\">&lol;</c></row>", LV_IMPORT_ERROR_CONTENT, "sheet Tal, row 1, column A" },
    { "<row r=\"1\"><c r=\"A1\"></row>", LV_IMPORT_ERROR_CONTENT, "sheet Tal, row 1, column A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    expect_error (book_of_sheet (faults[i].rows), faults[i].code, faults[i].part);
}

/* GMarkup has no entities but the five of XML, so a billion laughs are one error; a document type is refused
 * before anyone could be tempted. */
static void
test_laughs (void)
{
  expect_error (book_with ("xl/worksheets/sheet1.xml",
                           "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">"
                           "<!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">]>"
                           "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&lol2;</t></is></c>"
                           "</row></sheetData></worksheet>"),
                LV_IMPORT_ERROR_CONTENT, "document type");
  expect_error (book_with ("xl/sharedStrings.xml", "<sst><si><t>&lol2;</t></si></sst>"), LV_IMPORT_ERROR_CONTENT,
                "lol2");
  expect_error (book_with ("xl/sharedStrings.xml",
                           "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><sst><si><t>a</t></si></sst>"),
                LV_IMPORT_ERROR_CONTENT, "document type");
}

static char *
repeat (const char *text, guint times)
{
  GString *out = g_string_sized_new (strlen (text) * times + 1);

  for (guint i = 0; i < times; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *deep = repeat ("<a>", 100000);
  g_autofree char *attributes = repeat ("a=\"1\" ", 300);
  g_autofree char *tag = g_strdup_printf ("<worksheet %s/>", attributes);
  g_autofree char *long_tag = repeat ("<worksheet a=\"", 1);
  g_autofree char *filling = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *long_text = g_strconcat (long_tag, filling, "\"/>", NULL);
  g_autofree char *cell = repeat ("<c><v>1</v></c>", 10000);
  g_autofree char *row = g_strdup_printf ("<row>%s</row>", cell);
  g_autofree char *rows = repeat (row, 101);
  g_autofree char *sheets = repeat ("<sheet name=\"a\" id=\"rId1\"/>", 500);
  g_autofree char *book = g_strdup_printf ("<workbook><sheets>%s</sheets></workbook>", sheets);
  g_autofree char *rich = repeat ("<t>0123456789</t>", 4000);
  g_autofree char *long_cell
      = g_strdup_printf ("<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is>%s</is></c></row>", rich);

  expect_error (book_with ("xl/worksheets/sheet1.xml", deep), LV_IMPORT_ERROR_LIMIT, "too deep");
  expect_error (book_with ("xl/worksheets/sheet1.xml", tag), LV_IMPORT_ERROR_LIMIT, "too many attributes");
  expect_error (book_with ("xl/worksheets/sheet1.xml", long_text), LV_IMPORT_ERROR_LIMIT, "too long");
  expect_error (book_of_sheet (rows), LV_IMPORT_ERROR_LIMIT, "row 101, column A: more than a million");
  expect_error (book_with ("xl/workbook.xml", book), LV_IMPORT_ERROR_LIMIT, "more parts");
  expect_error (book_of_sheet (long_cell), LV_IMPORT_ERROR_LIMIT, "row 7, column B");
}

/* 70 MB of spaces in 70 kB of zip; and parts that are small each and too much together. */
static void
test_bombs (void)
{
  gsize length = 70 * 1024 * 1024;
  g_autofree char *spaces = g_strnfill (length, ' ');
  BookPart one = { "xl/workbook.xml", spaces, (gssize) length };
  BookPart many[] = { { "xl/a.xml", spaces, 50 * 1024 * 1024 },
                      { "xl/b.xml", spaces, 50 * 1024 * 1024 },
                      { "xl/c.xml", spaces, 50 * 1024 * 1024 } };
  g_autofree BookPart *parts = g_new (BookPart, LV_IMPORT_MAX_PARTS + 1);
  GBytes *bomb = book_zip (&one, 1);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 1024 * 1024);
  expect_error (bomb, LV_IMPORT_ERROR_LIMIT, "once unpacked");
  expect_error (book_zip (many, G_N_ELEMENTS (many)), LV_IMPORT_ERROR_LIMIT, "once unpacked");
  for (guint i = 0; i <= LV_IMPORT_MAX_PARTS; i++)
    parts[i] = (BookPart){ "xl/media/a.png", "", 0 };
  expect_error (book_zip (parts, LV_IMPORT_MAX_PARTS + 1), LV_IMPORT_ERROR_LIMIT, "more parts");
}

static void
test_kinds (void)
{
  static const char encrypted[] = "\320\317\021\340\241\261\032\341....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  BookPart ods[] = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", -1 },
                     { "content.xml", "<a/>", -1 } };
  BookPart binary = { "xl/workbook.bin", "x", -1 };
  BookPart other = { "README.xml", "<a/>", -1 };
  BookPart twice[] = { { "xl/workbook.xml", "<workbook/>", -1 }, { "xl/workbook.xml", "<workbook/>", -1 } };

  expect_error (g_bytes_new_static (encrypted, sizeof encrypted - 1), LV_IMPORT_ERROR_LOCKED, "password");
  expect_error (book_zip (ods, 2), LV_IMPORT_ERROR_KIND, "another kind of spreadsheet");
  expect_error (book_zip (&binary, 1), LV_IMPORT_ERROR_KIND, "another kind of spreadsheet");
  expect_error (book_zip (&other, 1), LV_IMPORT_ERROR_KIND, "no workbook");
  expect_error (book_zip (twice, 2), LV_IMPORT_ERROR_CONTENT, "damaged");
  expect_error (g_bytes_new_static ("PK\003\004", 4), LV_IMPORT_ERROR_CONTENT, "cut off");
  /* GMarkup repeats the bytes that it can't read: a message that nobody can show. */
  expect_error (book_with ("xl/sharedStrings.xml", "<sst><si \377=\"a\"/></sst>"), LV_IMPORT_ERROR_CONTENT,
                "xl/sharedStrings.xml: the workbook is damaged here: it is not UTF-8");
  expect_error (book_with ("xl/_rels/workbook.xml.rels",
                           "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../../../nix.xml\"/>"
                           "</Relationships>"),
                LV_IMPORT_ERROR_CONTENT, "the sheet Tal is not in it");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/xlsx/cells", test_cells);
  g_test_add_func ("/import/xlsx/prefixes", test_prefixes);
  g_test_add_func ("/import/xlsx/book", test_book);
  g_test_add_func ("/import/xlsx/names", test_names);
  g_test_add_func ("/import/xlsx/1904", test_1904);
  g_test_add_func ("/import/xlsx/faults", test_faults);
  g_test_add_func ("/import/xlsx/laughs", test_laughs);
  g_test_add_func ("/import/xlsx/limits", test_limits);
  g_test_add_func ("/import/xlsx/bombs", test_bombs);
  g_test_add_func ("/import/xlsx/kinds", test_kinds);
  return g_test_run ();
}
