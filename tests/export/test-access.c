/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker of finished workbooks: it finds nothing in a good one, and each point sees a workbook that breaks it. The
 * breaks are those that tests/export/test-bilag-points.py shows the second checker, in Python. */
#include "lv-access-private.h"
#include "lv-export.h"
#include "lv-zip.h"

#include <string.h>

#define SHEET "xl/worksheets/sheet{n}.xml" /* the first with rows of numbers */
#define TABLE "xl/tables/table{n}.xml"
#define STRINGS "xl/sharedStrings.xml"
#define STYLES "xl/styles.xml"
#define TITLE_FONT "<b/><sz val=\"16\"/><color theme=\"1\"/>"
#define BOOK "xl/workbook.xml"
#define CORE "docProps/core.xml"
#define RELATIONS "xl/worksheets/_rels/sheet{n}.xml.rels"
#define INLINE(text) "t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define BELOW(text) "<row r=\"900\"><c r=\"A900\" " INLINE (text) "</row></sheetData>"
#define TEN "ord ord ord ord ord ord ord ord ord ord "

static LvModel *model;
static GBytes *good;
static guint numbers; /* which sheet is SHEET, from 0 */
static char *title;   /* of it, as a pattern; and its first label and number */
static char *label;
static char *number;

/**
 * Break:
 * @pattern: what is replaced once; {title}, {label} and {number} are those of SHEET; %NULL for a new part
 * @sheet, @cell: (nullable): where the fault is
 */
typedef struct
{
  guint point;
  const char *part;
  const char *pattern;
  const char *text;
  const char *sheet;
  const char *cell;
} Break;

static const Break breaks[] = {
  { 1, RELATIONS, "<Relationship [^>]*table[^>]*/>", "", "S", NULL },
  { 2, TABLE, "displayName=\"[^\"]*\"", "displayName=\"Tabel1\"", "S", NULL },
  { 2, TABLE, "displayName=\"[^\"]*\"", "displayName=\"tabel_forside\"", "S", NULL },
  { 3, SHEET, "</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A5:B5\"/></mergeCells>", "S", NULL },
  { 4, TABLE, "ref=\"A4:([A-Z]+)\\d+\"", "ref=\"A4:\\g<1>99\"", "S", NULL },
  { 5, TABLE, "<table ", "<table headerRowCount=\"0\" ", "S", NULL },
  { 5, SHEET, "<c r=\"B4\"[^>]*>", "<c r=\"B4\">", "S", "B4" },
  { 5, SHEET, "<c r=\"B4\".*?</c>", "<c r=\"B4\"/>", "S", "B4" },
  { 6, SHEET, "<col min=\"1\" max=\"1\" width=\"[^\"]*\"", "<col min=\"1\" max=\"1\" width=\"3\"", "S", "A1" },
  { 7, TABLE, "<tableColumns", "<autoFilter ref=\"A4:B5\"/><tableColumns", "S", NULL },
  { 7, SHEET, "(<sheetView [^>]*)/>", "\\1><pane ySplit=\"4\" state=\"frozen\"/></sheetView>", "S", NULL },
  { 8, SHEET, "{number}", "<c r=\"B5\"/>", "S", "B5" },
  { 8, SHEET, "{number}", "<c r=\"B5\" " INLINE (" "), "S", "B5" },
  { 9, SHEET, "<row r=\"6\"", "<row hidden=\"1\" r=\"6\"", "S", NULL },
  { 9, SHEET, "<col min=\"1\"", "<col hidden=\"1\" min=\"1\"", "S", NULL },
  { 9, BOOK, "sheetId=\"{n}\"", "state=\"hidden\"", "S", NULL },
  { 10, STRINGS, "<t>{label}", "\\g<0>*", NULL, NULL },
  { 10, STRINGS, "<t>{label}", "\\g<0>²", NULL, NULL },
  { 11, STRINGS, "(<t>{label})(</t>| \\[)", "\\1 [3]\\2", NULL, NULL },
  { 11, STRINGS, "<t>{label}", "\\g<0> (2)", NULL, NULL },
  { 12, SHEET, "{number}", "<c r=\"B5\" " INLINE ("12 [note 1]"), "S", "B5" },
  { 13, STRINGS, "<t>{title}", "\\g<0> [note 99]", NULL, NULL },
  { 14, SHEET, "</sheetData>", BELOW (TEN TEN TEN TEN TEN "ord."), "S", "A900" },
  { 14, SHEET, "</sheetData>", BELOW ("Prisen på XQZ"), "S", "A900" },
  { 15, "xl/worksheets/sheet2.xml", "location=\"[^\"]*\"", "location=\"'Findes ikke'!A1\"", "Indhold", "A5" },
  { 15, "xl/worksheets/sheet2.xml", "<c r=\"A5\".*?</c>", "<c r=\"A5\" " INLINE ("klik her"), "Indhold", "A5" },
  { 16, STYLES, TITLE_FONT "<name val=\"Arial\"/>", TITLE_FONT "<name val=\"Times New Roman\"/>", NULL, NULL },
  { 16, STYLES, "<b/><sz val=\"11\"/>(<color theme=\"1\"/><name val=\"Arial\"/>)", "<b/><i/><sz val=\"11\"/>\\1", NULL, NULL },
  { 17, STYLES, "builtinId=\"16\"", "builtinId=\"17\"", NULL, "A1" },
  { 17, SHEET, "<c r=\"A1\".*?</c>", "", "S", "A1" },
  { 18, STRINGS, "<t>{title}", "\\g<0> ★", NULL, NULL },
  { 19, SHEET, "</worksheet>", "<headerFooter><oddFooter>Side 1</oddFooter></headerFooter></worksheet>", "S", NULL },
  { 19, SHEET, "</worksheet>", "<drawing r:id=\"rId7\"/></worksheet>", "S", NULL },
  { 20, STYLES, "<border><left/>", "<border><left style=\"thin\"/>", NULL, NULL },
  { 21, STYLES, "<patternFill patternType=\"none\"/>", "<patternFill patternType=\"solid\"/>", NULL, NULL },
  { 22, SHEET, "</sheetData>", "</sheetData><conditionalFormatting sqref=\"B5\"/>", "S", NULL },
  { 23, STYLES, "<b/><sz val=\"16\"/><color theme=\"1\"/>", "<b/><sz val=\"16\"/><color rgb=\"FF00FF00\"/>", NULL, "A1" },
  { 24, "xl/media/image1.png", NULL, "x", NULL, NULL },
  { 25, "xl/vbaProject.bin", NULL, "x", NULL, NULL },
  { 26, BOOK, "name=\"Forside\"", "name=\"Ark1\"", "Ark1", NULL },
  { 26, BOOK, "name=\"Indhold\"", "name=\"Forside\"", "Forside", NULL },
  { 26, BOOK, "name=\"Forside\"", "name=\"Forside til det bilag, der handler om alt\"", NULL, NULL },
  { 27, "xl/worksheets/sheet1.xml", "<sheetData>.*</sheetData>", "<sheetData/>", "Forside", NULL },
  { 28, SHEET, "<c r=\"A5\".*?</c>", "", "S", "A5" },
  { 28, SHEET, "<row r=\"2\".*?</row>", "", "S", "A2" },
  { 29, TABLE, "ref=\"A4:", "ref=\"B4:", "S", "B4" },
  { 30, SHEET, "</sheetData>", BELOW ("Kilde"), "S", "A900" },
  { 31, RELATIONS, "</Relationships>",
    "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/table\" "
    "Target=\"../tables/table1.xml\"/></Relationships>", "S", NULL },
  { 33, "xl/worksheets/sheet1.xml", "</sheetData>", "", NULL, NULL },
  { 34, CORE, "<dc:language>[^<]*</dc:language>", "", NULL, NULL },
  { 34, CORE, "<dc:title>[^<]*</dc:title>", "<dc:title> </dc:title>", NULL, NULL },
  { 35, BOOK, "<workbookView ", "<workbookView activeTab=\"3\" ", NULL, NULL },
  { 35, "xl/worksheets/sheet1.xml", "(<sheetView [^>]*)/>", "\\1><selection activeCell=\"B9\" sqref=\"B9\"/></sheetView>",
    "Forside", NULL },
  { 36, STRINGS, "Arket har én tabel", "Arket har tal", "Forside", "A2" },
};

/* --- Files */

static char *
filled (const char *text)
{
  g_autoptr (GString) pattern = g_string_new (text);
  g_autofree char *n = g_strdup_printf ("%u", numbers + 1);

  g_string_replace (pattern, "{n}", n, 0);
  g_string_replace (pattern, "{title}", title, 0);
  g_string_replace (pattern, "{label}", label, 0);
  g_string_replace (pattern, "{number}", number, 0);
  return g_string_free (g_steal_pointer (&pattern), FALSE);
}

static char *
edited (const Break *wrong, GBytes *part)
{
  g_autofree char *pattern = filled (wrong->pattern);
  g_autofree char *text = g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *with = NULL;
  int from;
  int to;

  g_assert_nonnull (regex);
  if (!g_regex_match (regex, text, 0, &match))
    g_error ("%u: %s is not in %s", wrong->point, pattern, wrong->part);
  with = g_match_info_expand_references (match, wrong->text, NULL);
  g_assert_nonnull (with);
  g_match_info_fetch_pos (match, 0, &from, &to);
  return g_strdup_printf ("%.*s%s%s", from, text, with, text + to);
}

/* The good workbook with one thing changed. */
static GBytes *
broken (const Break *wrong)
{
  g_autoptr (GHashTable) parts
      = lv_import_unzip (g_bytes_get_data (good, NULL), g_bytes_get_size (good), NULL, NULL);
  g_autoptr (LvZip) zip = lv_zip_new ();
  g_autofree char *changed = filled (wrong->part);
  GHashTableIter iter;
  gpointer name;
  gpointer part;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &part))
    {
      g_autofree char *text = strcmp (name, changed) == 0 ? edited (wrong, part) : NULL;

      if (text != NULL)
        lv_zip_add (zip, name, text, strlen (text));
      else
        lv_zip_add (zip, name, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
    }
  if (wrong->pattern == NULL)
    lv_zip_add (zip, wrong->part, wrong->text, strlen (wrong->text));
  return lv_zip_finish (zip, NULL);
}

static GBytes *
export (const char *id)
{
  g_autoptr (LvState) base = lv_state_new (model);
  const LvPaper paper = { .unit = "Sociale Forhold og Beskæftigelse" };
  const LvExportOptions options = { .paper = &paper, .year = 2026, .month = 11, .day = 21 };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = lv_export_attachment (base, base, lv_pack_find_kind (lv_model_pack (model), LV_KIND_ATTACHMENT, id),
                                        LV_PROFILE_BILAG, &options, &error);

  g_assert_no_error (error);
  return bytes;
}

/* --- Tests */

static void
test_good (void)
{
  g_autoptr (LvAccess) access = lv_access_new (good, lv_model_pack (model));

  for (guint i = 0; i < access->faults->len; i++)
    {
      g_autofree char *text = lv_access_fault_text (g_ptr_array_index (access->faults, i));

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (access->n_broken, ==, 0);
  g_assert_cmpuint (access->faults->len, ==, 0);
}

static const LvAccessFault *
find_fault (const LvAccess *access, guint point)
{
  for (guint i = 0; i < access->faults->len; i++)
    if (((const LvAccessFault *) g_ptr_array_index (access->faults, i))->point == point)
      return g_ptr_array_index (access->faults, i);
  return NULL;
}

static char *
name_of_sheet (guint index)
{
  g_autoptr (LvAccessBook) book = lv_access_book_new (good, NULL);

  return g_strdup (((const LvAccessSheet *) g_ptr_array_index (book->sheets, index))->name);
}

static void
test_broken (gconstpointer data)
{
  const Break *wrong = data;
  g_autoptr (GBytes) bytes = broken (wrong);
  g_autoptr (LvAccess) access = lv_access_new (bytes, lv_model_pack (model));
  const LvAccessFault *fault = find_fault (access, wrong->point);
  g_autofree char *sheet = name_of_sheet (numbers);

  g_assert_nonnull (fault);
  g_assert_cmpuint (access->n_broken, >, 0);
  g_assert_cmpuint (strlen (fault->text), >, 0);
  if (wrong->sheet != NULL)
    g_assert_cmpstr (fault->sheet, ==, strcmp (wrong->sheet, "S") == 0 ? sheet : wrong->sheet);
  if (wrong->cell != NULL)
    g_assert_cmpstr (fault->cell, ==, wrong->cell);
}

/* One fault is told once, and does not drag others along. */
static void
test_alone (void)
{
  const guint alone[] = { 2, 3, 7, 9, 10, 18, 19, 22, 23, 24, 25, 34, 36 };

  for (gsize i = 0; i < G_N_ELEMENTS (alone); i++)
    for (gsize b = 0; b < G_N_ELEMENTS (breaks); b++)
      {
        g_autoptr (GBytes) bytes = breaks[b].point == alone[i] ? broken (&breaks[b]) : NULL;
        g_autoptr (LvAccess) access = bytes != NULL ? lv_access_new (bytes, lv_model_pack (model)) : NULL;

        if (access != NULL)
          g_assert_cmpuint (access->n_broken, ==, 1);
      }
}

/* Of a point that is broken everywhere a few places are told. */
static void
test_few (void)
{
  const Break everywhere = { 16, STYLES, TITLE_FONT "<name val=\"Arial\"/>", TITLE_FONT "<name val=\"Georgia\"/>", NULL, NULL };
  g_autoptr (GBytes) bytes = broken (&everywhere);
  g_autoptr (LvAccess) access = lv_access_new (bytes, lv_model_pack (model));

  g_assert_cmpuint (access->faults->len, <=, 5);
  g_assert_cmpuint (access->n_broken, ==, 1);
}

/* 45 words are a sentence, "mio." ends none, and "år." does. */
static void
test_sentences (void)
{
  const struct
  {
    const char *text;
    gboolean is_long;
  } cases[] = { { BELOW (TEN TEN TEN TEN "ord ord ord ord ord."), FALSE },
                { BELOW (TEN TEN TEN TEN "ord ord ord ord ord ord."), TRUE },
                { BELOW (TEN TEN "ord 5 mio. kr. " TEN TEN "ord ord."), TRUE },
                { BELOW (TEN TEN "ord et år. " TEN TEN "ord ord."), FALSE },
                { BELOW (TEN TEN "ord: " TEN TEN "ord ord."), FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Break more = { 14, SHEET, "</sheetData>", cases[i].text, NULL, NULL };
      g_autoptr (GBytes) bytes = broken (&more);
      g_autoptr (LvAccess) access = lv_access_new (bytes, lv_model_pack (model));

      g_assert_cmpint (find_fault (access, 14) != NULL, ==, cases[i].is_long);
    }
}

static void
test_no_workbook (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no zip", 6);
  g_autoptr (LvAccess) access = lv_access_new (bytes, lv_model_pack (model));

  g_assert_cmpuint (access->n_broken, ==, 1);
  g_assert_cmpuint (find_fault (access, LV_ACCESS_CHECKER)->point, ==, LV_ACCESS_CHECKER);
}

static void
test_words (void)
{
  g_autoptr (LvAccess) fine = lv_access_new (good, lv_model_pack (model));
  g_autofree char *read = lv_access_summary (fine, TRUE);
  g_autofree char *unread = lv_access_summary (fine, FALSE);
  const LvAccessFault fault = { 8, (char *) "Forside", (char *) "B7", (char *) "x" };
  g_autofree char *text = lv_access_fault_text (&fault);

  g_assert_cmpstr (read, ==, "Accessibility: 35 of 36 points are checked and met; spelling is read through");
  g_assert_cmpstr (unread, ==, "Accessibility: 35 of 36 points are checked and met; spelling is not read through");
  g_assert_cmpstr (text, ==, "Point 8, sheet “Forside”, B7: x");
}

static gboolean
has_rows_of_numbers (const LvAccessSheet *sheet)
{
  const LvAccessCell *first = lv_access_cell (sheet, 5, 2);
  const LvAccessCell *second = lv_access_cell (sheet, 6, 2);

  return first != NULL && first->is_number && second != NULL && second->is_number;
}

/* What the breaks of the file speak of. */
static void
find_places (void)
{
  g_autoptr (LvAccessBook) book = lv_access_book_new (good, NULL);
  const LvAccessSheet *sheet = NULL;

  for (numbers = 0; sheet == NULL; numbers += sheet == NULL)
    if (has_rows_of_numbers (g_ptr_array_index (book->sheets, numbers)))
      sheet = g_ptr_array_index (book->sheets, numbers);
  title = g_regex_escape_string (lv_access_cell (sheet, 1, 1)->text, -1);
  label = g_regex_escape_string (lv_access_cell (sheet, 5, 1)->text, -1);
  number = g_strdup ("<c r=\"B5\" s=\"\\d+\"><v>[^<]*</v></c>");
}

int
main (int argc, char **argv)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  int code;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  model = lv_model_load (argv[1], NULL, problems);
  g_assert_nonnull (model);
  good = export (argv[2]);
  find_places ();
  g_test_add_func ("/access/good", test_good);
  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *name = g_strdup_printf ("/access/point-%u/%zu", breaks[i].point, i);

      g_test_add_data_func (name, &breaks[i], test_broken);
    }
  g_test_add_func ("/access/alone", test_alone);
  g_test_add_func ("/access/few", test_few);
  g_test_add_func ("/access/sentences", test_sentences);
  g_test_add_func ("/access/no-workbook", test_no_workbook);
  g_test_add_func ("/access/words", test_words);
  code = g_test_run ();
  g_bytes_unref (good);
  g_free (title);
  g_free (label);
  g_free (number);
  lv_model_free (model);
  return code;
}
