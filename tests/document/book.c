/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, (guint) length);
  return (la_ssize_t) length;
}

/** Returns: (transfer full): a zip file of @parts */
GBytes *
book_zip (const BookPart *parts, guint n_parts)
{
  GByteArray *out = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1); /* no filling */
  g_assert_cmpint (archive_write_open (archive, out, NULL, write_cb, NULL), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = parts[i].length < 0 ? strlen (parts[i].text) : (gsize) parts[i].length;

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_size (entry, (la_int64_t) length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, parts[i].text, length), ==, (la_ssize_t) length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (out);
}

static const BookPart basis[] = {
  { "_rels/.rels",
    "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
    "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", -1 },
  { "xl/workbook.xml",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><workbook xmlns=\"" MAIN
    "\" xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"Tal\" sheetId=\"1\" r:id=\"rId1\"/>"
    "<sheet name=\"Skjult\" sheetId=\"2\" state=\"hidden\" r:id=\"rId4\"/></sheets>"
    "<definedNames><definedName name=\"p_budget\">Tal!$B$2:$E$2</definedName></definedNames></workbook>", -1 },
  { "xl/_rels/workbook.xml.rels",
    "<Relationships xmlns=\"" RELATIONS "\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" OFFICE "/styles\" Target=\"/xl/styles.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE "/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/>"
    "<Relationship Id=\"rId4\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
    "</Relationships>", -1 },
  { "xl/styles.xml",
    "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"d. mmmm yyyy\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"#,##0&quot; md.&quot;\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/>"
    "<xf numFmtId=\"165\"/></cellXfs></styleSheet>", -1 },
  { "xl/sharedStrings.xml",
    "<sst xmlns=\"" MAIN "\"><si><t>Budget</t></si><si><r><t>Ud</t></r><r><rPr><b/></rPr><t>gift</t></r>"
    "<rPh sb=\"0\" eb=\"1\"><t>ikke det her</t></rPh></si><si><t xml:space=\"preserve\">a_x000A_b &amp; c</t></si>"
    "<si/></sst>", -1 },
  { "xl/worksheets/sheet1.xml", "", -1 },
  { "xl/worksheets/sheet2.xml", "<worksheet xmlns=\"" MAIN "\"><sheetData/></worksheet>", -1 },
};

/** Returns: (transfer full): a workbook like any other but for one part, which is added when it is new */
GBytes *
book_with (const char *name, const char *text)
{
  BookPart parts[G_N_ELEMENTS (basis) + 1];
  guint n = G_N_ELEMENTS (basis);

  memcpy (parts, basis, sizeof basis);
  parts[5].text = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c></row></sheetData></worksheet>";
  for (guint i = 0; i < G_N_ELEMENTS (basis); i++)
    if (strcmp (basis[i].name, name) == 0)
      {
        parts[i].text = text;
        return book_zip (parts, n);
      }
  parts[n++] = (BookPart){ name, text, -1 };
  return book_zip (parts, n);
}

/** Returns: (transfer full): a workbook whose first sheet, Tal, has @rows */
GBytes *
book_of_sheet (const char *rows)
{
  g_autofree char *sheet = g_strdup_printf ("<worksheet xmlns=\"" MAIN "\"><sheetData>%s</sheetData></worksheet>",
                                            rows);

  return book_with ("xl/worksheets/sheet1.xml", sheet);
}

/** Returns: (transfer full): a cell per line, "B2 number 13.5 pct." */
char *
book_show (const LvDataSheet *sheet)
{
  static const char *const kinds[] = { "empty", "text", "number", "date", "switch", "error" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const LvDataCell *cell = &g_array_index (sheet->cells, LvDataCell, i);
      g_autofree char *column = lv_data_column_name (cell->column);
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (out, "%s%u %s", column, cell->row + 1, kinds[cell->kind]);
      if (cell->kind == LV_DATA_NUMBER || cell->kind == LV_DATA_SWITCH)
        g_string_append_printf (out, " %s", g_ascii_formatd (number, sizeof number, "%.15g", cell->number));
      else
        g_string_append_printf (out, " %s", cell->text);
      g_string_append_printf (out, "%s%s%s\n", cell->suffix[0] != '\0' ? " " : "", cell->suffix,
                              cell->formula ? " =" : "");
    }
  return g_string_free (out, FALSE);
}
