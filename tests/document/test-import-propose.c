/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a sheet to differences: what columns mean is guessed, told and kept; every value that can't be taken is
 * listed with its row and the reason, and nothing is taken half. */
#include "book.h"
#include "lv-import.h"

#include "lv-number.h"

#include <glib/gstdio.h>
#include <string.h>

static LvModel *model;

static LvSheetData *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  LvSheetData *data = lv_import_bytes (text, strlen (text), "svar.csv", NULL, NULL, &error);

  g_assert_no_error (error);
  return data;
}

static void
show_difference (GString *out, const LvImportDifference *difference)
{
  static const char *const kinds[] = { "figure", "change", "knob" };
  g_autofree char *cell = lv_shape_cell_name (lv_node_shape (difference->node), difference->cell);
  char old[LV_NUMBER_BUFFER];
  char value[LV_NUMBER_BUFFER];

  g_string_append_printf (out, "%u %s %s@%s %s (%s) -> %s%s\n", difference->row + 1, kinds[difference->kind],
                          lv_node_id (difference->node), cell, lv_number_format_c (difference->old.number, old),
                          lv_status_name (difference->old.status),
                          lv_number_format_c (difference->value, value),
                          difference->confirms ? " confirmed" : "");
}

static char *
show (const LvProposal *proposal)
{
  static const char *const reasons[] = { "unknown", "ambiguous", "member", "number", "unit",
                                         "range",   "twice",     "read-only", "error" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < proposal->differences->len; i++)
    show_difference (out, &g_array_index (proposal->differences, LvImportDifference, i));
  for (guint i = 0; i < proposal->bad->len; i++)
    {
      const LvImportBad *bad = &g_array_index (proposal->bad, LvImportBad, i);
      g_autofree char *column = lv_data_column_name (bad->column);

      g_string_append_printf (out, "%s%u %s\n", column, bad->row + 1, reasons[bad->reason]);
    }
  if (proposal->n_same > 0)
    g_string_append_printf (out, "%u same\n", proposal->n_same);
  return g_string_free (out, FALSE);
}

static char *
propose (const char *text, const char *mapping_text)
{
  g_autoptr (LvSheetData) data = read_text (text);
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (GError) error = NULL;
  g_autoptr (LvMapping) mapping = mapping_text != NULL ? lv_mapping_parse (model, mapping_text, &error)
                                                       : lv_mapping_guess (model, data, 0);
  g_autoptr (LvProposal) proposal = NULL;

  g_assert_no_error (error);
  proposal = lv_import_propose (state, data, mapping, &error);
  return proposal != NULL ? show (proposal) : g_strdup_printf ("error: %s\n", error->message);
}

static char *
guess (const char *text)
{
  g_autoptr (LvSheetData) data = read_text (text);
  g_autoptr (LvMapping) mapping = lv_mapping_guess (model, data, 0);

  return lv_mapping_to_string (mapping);
}

static const struct
{
  const char *name;
  const char *text;
  const char *mapping;
  const char *expected;
} tables[] = {
  { "long, by id", "Id;Område;År;Værdi\nudgift;ta;2027;12,5\nudgift;koeb;2025;1000\n",
    "sheet=1 head=1 first=2 A=id B=member:omraade C=member:aar D=value",
    "2 figure udgift@ta/2027 nan (missing) -> 12.5\n1 same\n" },
  { "long, by titles", "Serie;Område;År;Beløb\n budget ;;2026;1.111\nvækst;Køb;2026;-3\n",
    "sheet=1 head=1 first=2 A=id B=member:omraade C=member:aar D=value",
    "2 figure budget@2026 1110 (published) -> 1111\n3 change vaekst@koeb/2026 0 (assumed) -> -3\n" },
  { "wide, a column per year", "Id;Enhed;2025;2026;2027\nbudget;mio. kr.;1;1110;3\n",
    "sheet=1 head=1 first=2 A=id B=unit C=value:aar/2025 D=value:aar/2026 E=value:aar/2027",
    "2 figure budget@2025 1100 (published) -> 1\n2 figure budget@2027 1120 (published) -> 3\n1 same\n" },
  { "wide, titles below other words", "Budget i alt\n\n;Budget 2025;Budget 2026\nBudget;1;2\n",
    "sheet=1 head=3 first=4 A=id B=value:aar/2025 C=value:aar/2026",
    "4 figure budget@2025 1100 (published) -> 1\n4 figure budget@2026 1110 (published) -> 2\n" },
  { "wide, the year first", "Titel;2025 budget;2026 budget\nBudget;1;2\n",
    "sheet=1 head=1 first=2 A=id B=value:aar/2025 C=value:aar/2026",
    "2 figure budget@2025 1100 (published) -> 1\n2 figure budget@2026 1110 (published) -> 2\n" },
  { "two columns of a year are left to the user", "Id;Budget 2025;Regnskab 2025;2026\nbudget;1;2;3\n",
    "sheet=1 head=1 first=2 A=id D=value:aar/2026", "2 figure budget@2026 1110 (published) -> 3\n" },
  { "a column per series", "År;Budget;Virkning\n2025;1;2\n2026;3;4\n",
    "sheet=1 head=1 first=2 A=member:aar B=value@budget C=value@virkning",
    "2 figure budget@2025 1100 (published) -> 1\n2 figure virkning@2025 -5 (assumed) -> 2\n"
    "3 figure budget@2026 1110 (published) -> 3\n3 figure virkning@2026 -10 (assumed) -> 4\n" },
  { "one series, its name above", "Budget\nÅr;Tal\n2025;7\n",
    "sheet=1 head=2 first=3 all=budget A=member:aar B=value", "3 figure budget@2025 1100 (published) -> 7\n" },
  { "without heads", "budget@2025;7\nbudget@2026;8\n", "sheet=1 head=0 first=1 A=id B=value",
    "1 figure budget@2025 1100 (published) -> 7\n2 figure budget@2026 1110 (published) -> 8\n" },
  { "members in the id", "Id;Værdi\nudgift@ta/2027;5\nvaekst@*/2025;1\nudgift@ta/2050;5\n",
    "sheet=1 head=1 first=2 A=id B=value",
    "2 figure udgift@ta/2027 nan (missing) -> 5\nB3 member\nA4 member\n" },
  { "switches, months, members", "Id;Værdi\nforlaenget;ja\nfra;2027-03\nfra;x\nvalgt;2027\nvalgt;1999\ntiltag#on;til\ntiltag#scale;-5\ntiltag#delay;2,5\n",
    "sheet=1 head=1 first=2 A=id B=value",
    "2 change forlaenget@ 0 (assumed) -> 1\n3 change fra@ 24312 (assumed) -> 24326\n5 change valgt@ 1 (assumed) -> 2\n"
    "7 knob tiltag#on@ 0 (assumed) -> 1\nB4 number\nB6 member\nB8 range\nB9 range\n" },
  { "bad rows", "Id;År;Værdi;Enhed\nnix;2025;1;\nbudget;2050;1;\nbudget;2025;en million;\nbudget;2025;7;kr.\n"
                "budget;2026;7 kr.;\nudgift.koeb;2025;1;\nudgift@ta;2028;1;\nvaekst@ta;2025;51;\nbudget;2027;1;\n"
                "budget;2027;1;\nbudget;2028;#I/T;\n;2028;5;\nvaekst@ta/2025;2026;5;\nbudget;2028;5 %;\n",
    "sheet=1 head=1 first=2 A=id B=member:aar C=value D=unit",
    "10 figure budget@2027 1120 (published) -> 1\nA2 unknown\nB3 member\nC4 number\nD5 unit\nC6 unit\nC7 read-only\n"
    "C8 read-only\nC9 range\nC11 twice\nC12 error\nA13 unknown\nB14 member\nC15 unit\n" },
  { "open cells are no values", "Id;2025;2026;2027;2028\nbudget;?;-;mangler;\nudgift;;;;\n",
    "sheet=1 head=1 first=2 A=id B=value:aar/2025 C=value:aar/2026 D=value:aar/2027 E=value:aar/2028", "" },
  { "an estimate that is confirmed", "Id;Ny værdi;Kilde;Note;Udfyldt af\nvirkning@2025;-5;Kontrakten;§ 4;Anna\nvirkning@2026;-10;;;\nbudget@2025;1100;Et sted;;\n",
    "sheet=1 head=1 first=2 A=id B=value C=source D=note E=who",
    "2 figure virkning@2025 -5 (assumed) -> -5 confirmed\n2 same\n" },
  { "nothing where the pack has no cell", "Id;2028\nudgift@koeb;1030\nvaekst@koeb;1\n",
    "sheet=1 head=1 first=2 A=id B=value:aar/2028",
    "3 change vaekst@koeb/2028 0 (assumed) -> 1\nB2 read-only\n" },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *mapping = guess (tables[i].text);
      g_autofree char *shown = propose (tables[i].text, NULL);
      g_autofree char *again = propose (tables[i].text, tables[i].mapping);

      g_test_message ("%s", tables[i].name);
      g_assert_cmpstr (mapping, ==, tables[i].mapping);
      g_assert_cmpstr (shown, ==, tables[i].expected);
      g_assert_cmpstr (again, ==, shown);
    }
}

static void
test_mapping_text (void)
{
  static const char *const good[] = { "sheet=3 head=0 first=1 all=budget changes=yes AA=value",
                                      "sheet=1 head=4 first=5 A=id C=member:omraade D=value:aar/2026@udgift E=note" };
  static const char *const bad[] = { "nix", "A=nix", "A=member", "A=member:nix", "A=member:aar/2026", "A=value:aar/2050",
                                     "A=value@nix", "A=id@budget", "1=id", "A=value:aar", "sheet=0", "first=x",
                                     "all=nix", "ZZZZ=id", "=id", "A=note:aar/2025@budget" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (LvMapping) mapping = lv_mapping_parse (model, good[i], NULL);
      g_autoptr (LvMapping) copy = NULL;
      g_autofree char *text = NULL;

      g_assert_nonnull (mapping);
      copy = lv_mapping_copy (mapping);
      text = lv_mapping_to_string (copy);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LvMapping) mapping = lv_mapping_parse (model, bad[i], &error);

      g_test_message ("%s", bad[i]);
      g_assert_null (mapping);
      g_assert_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_MAPPING);
    }
}

static void
test_lacks (void)
{
  g_autofree char *nothing = propose ("a;b\nc;d\n", NULL);
  g_autofree char *which = propose ("År;Værdi\n2025;5\n", NULL);
  g_autofree char *twice = propose ("a;b\n1;2\n", "A=id B=id C=value");
  g_autofree char *sheet = propose ("a;b\n1;2\n", "sheet=7 A=id C=value");

  g_assert_cmpstr (nothing, ==, "error: no column is said to hold values\n");
  g_assert_cmpstr (which, ==, "error: nothing says which figures these are\n");
  g_assert_cmpstr (twice, ==, "error: two columns are said to hold ids\n");
  g_assert_cmpstr (sheet, ==, "error: the file has no such sheet\n");
}

/* Files with the same heads share a mapping, whatever stands below them. */
static void
test_signature (void)
{
  static const char *const texts[] = { "Id;2025\nbudget;1\n", " id ;2025\nvirkning;7\nbudget;3\n", "Id;2026\nbudget;1\n" };
  char *signature[3];

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LvSheetData) data = read_text (texts[i]);
      g_autoptr (LvMapping) mapping = lv_mapping_guess (model, data, 0);

      signature[i] = lv_mapping_signature (data, mapping);
      g_assert_cmpuint (strlen (signature[i]), ==, 40);
    }
  g_assert_cmpstr (signature[0], ==, signature[1]);
  g_assert_cmpstr (signature[0], !=, signature[2]);
  for (guint i = 0; i < 3; i++)
    g_free (signature[i]);
}

/* Figures are compared with the grundprognose, changes with the scenario. */
static void
test_against (void)
{
  g_autoptr (LvSheetData) data = read_text ("Id;Værdi\nbudget@2025;5\nvaekst@ta/2025;5\n");
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvMapping) mapping = lv_mapping_guess (model, data, 0);
  g_autoptr (LvProposal) figures = NULL;
  g_autoptr (LvProposal) changes = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  lv_state_set (state, lv_model_find (model, "budget"), 0, 5);
  lv_state_set (state, lv_model_find (model, "vaekst"), 4, 5);
  lv_state_update (state);
  figures = lv_import_propose (state, data, mapping, NULL);
  first = show (figures);
  g_assert_cmpstr (first, ==, "2 figure budget@2025 1100 (published) -> 5\n1 same\n");
  mapping->as_changes = TRUE;
  changes = lv_import_propose (state, data, mapping, NULL);
  second = show (changes);
  g_assert_cmpstr (second, ==, "2 same\n");
}

static char *
show_record (const LvImportRecord *record)
{
  static const char *const kinds[] = { "figure", "change", "knob" };

  return g_strdup_printf ("%s|%s|%s|%s|%s|%s|%s|%s|%s", kinds[record->kind], record->id,
                          record->property != NULL ? record->property : "", record->members, record->value,
                          record->source, record->place, record->note != NULL ? record->note : "",
                          record->who != NULL ? record->who : "");
}

static void
test_records (void)
{
  static const char *const expected[] = {
    "figure|virkning||2025|-5.5|Kontrakten, side 2 (svar.csv, read in 24.11.2026 by Bo)|sheet svar, cell B2|Se bilag|Anna",
    "change|forlaenget|||on|svar.csv, read in 24.11.2026 by Bo|sheet svar, cell B3||",
    "change|fra|||2027-03|svar.csv, read in 24.11.2026 by Bo|sheet svar, cell B4||",
    "change|valgt|||2028|svar.csv, read in 24.11.2026 by Bo|sheet svar, cell B5||",
    "knob|tiltag|delay||6|svar.csv, read in 24.11.2026 by Bo|sheet svar, cell B6||",
  };
  g_autoptr (LvSheetData) data = read_text ("Id;Værdi;Kilde;Note;Hvem\nvirkning@2025;-5,5;\"Kontrakten,\nside 2\";Se bilag;Anna\n"
                                            "forlaenget;1\nfra;1-3-2027\nvalgt;2028\ntiltag#delay;6\n");
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvMapping) mapping = lv_mapping_guess (model, data, 0);
  g_autoptr (LvProposal) proposal = lv_import_propose (state, data, mapping, NULL);
  LvImportOrigin origin = { .date = "24.11.2026", .who = "Bo" };
  g_autoptr (GPtrArray) records = lv_proposal_records (proposal, model, data, &origin);

  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *shown = show_record (g_ptr_array_index (records, i));

      g_assert_cmpstr (shown, ==, expected[i]);
    }
}

static char *
propose_book (const LvModel *of, const char *rows)
{
  g_autoptr (GBytes) book = book_of_sheet (rows);
  g_autoptr (LvSheetData) data
      = lv_import_bytes (g_bytes_get_data (book, NULL), g_bytes_get_size (book), "a.xlsx", NULL, NULL, NULL);
  g_autoptr (LvState) state = lv_state_new (of);
  g_autoptr (LvMapping) mapping = lv_mapping_parse (of, "first=1 A=id B=value", NULL);
  g_autoptr (LvProposal) proposal = lv_import_propose (state, data, mapping, NULL);

  return show (proposal);
}

#define TEXT_CELL(place, text) "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"

/* Workbooks keep numbers as texts where somebody typed them into a cell for texts: taken only where there is
 * no doubt which number it is. */
static void
test_numbers_in_texts (void)
{
  g_autofree char *shown
      = propose_book (model, "<row>" TEXT_CELL ("A1", "budget@2025") TEXT_CELL ("B1", "13,5") "</row>"
                             "<row>" TEXT_CELL ("A2", "budget@2026") TEXT_CELL ("B2", "1.234") "</row>"
                             "<row>" TEXT_CELL ("A3", "budget@2027") TEXT_CELL ("B3", "13.5") "</row>"
                             "<row>" TEXT_CELL ("A4", "budget@2028") TEXT_CELL ("B4", "1.234,5 mio. kr.") "</row>"
                             "<row>" TEXT_CELL ("A5", "virkning@2025") "<c r=\"B5\" s=\"2\"><v>0.29</v></c></row>"
                             "<row>" TEXT_CELL ("A6", "virkning@2026") "<c r=\"B6\" s=\"1\"><v>46350</v></c></row>"
                             "<row>" TEXT_CELL ("A7", "fra") "<c r=\"B7\" s=\"1\"><v>46350</v></c></row>"
                             "<row>" TEXT_CELL ("A8", "forlaenget") "<c r=\"B8\" t=\"b\"><v>1</v></c></row>");

  g_assert_cmpstr (shown, ==,
                   "1 figure budget@2025 1100 (published) -> 13.5\n4 figure budget@2028 1130 (published) -> 1234.5\n"
                   "7 change fra@ 24312 (assumed) -> 24322\n8 change forlaenget@ 0 (assumed) -> 1\n"
                   "B2 number\nB3 number\nB5 unit\nB6 number\n");
}

/* A document may call its own series as the pack calls one: then only the id tells them apart. */
static void
test_ambiguous (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "cli", NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ligevaegt-to-ens.ligevaegt", NULL);
  const char *documents[] = { path, NULL };
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvModel) both = NULL;
  g_autofree char *shown = NULL;

  g_assert_true (g_file_set_contents (path, "[document a]\ntitle=A\npack=proeve\n[series lokal.budget]\n"
                                            "title=Budget\nlike=budget\nvalues=1;2\n", -1, NULL));
  both = lv_model_load (folder, documents, problems);
  g_remove (path);
  g_assert_nonnull (both);
  shown = propose_book (both, "<row>" TEXT_CELL ("A1", "Budget@2025") "<c r=\"B1\"><v>7</v></c></row>"
                              "<row>" TEXT_CELL ("A2", "Budget") "<c r=\"B2\"><v>7</v></c></row>"
                              "<row>" TEXT_CELL ("A3", "lokal.budget@2025") "<c r=\"B3\"><v>7</v></c></row>");
  g_assert_cmpstr (shown, ==, "3 figure lokal.budget@2025 1 (published) -> 7\nA1 unknown\nA2 ambiguous\n");
}

/* Ids that the pack has given up are understood, as in documents. */
static void
test_renamed (void)
{
  g_autofree char *from = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "cli", "model.lv", NULL);
  g_autofree char *folder = g_dir_make_tmp ("ligevaegt-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "model.lv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) pack = NULL;
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvModel) newer = NULL;
  g_autofree char *shown = NULL;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  pack = g_string_new (text);
  g_assert_cmpuint (g_string_replace (pack, "version=1\n", "version=2\nrename budgettal=budget\nrename indsats=tiltag\n", 1), ==, 1);
  g_assert_true (g_file_set_contents (path, pack->str, -1, NULL));
  newer = lv_model_load (folder, NULL, problems);
  g_remove (path);
  g_rmdir (folder);
  g_assert_nonnull (newer);
  shown = propose_book (newer, "<row>" TEXT_CELL ("A1", "budgettal@2025") "<c r=\"B1\"><v>7</v></c></row>"
                               "<row>" TEXT_CELL ("A2", "indsats#scale") "<c r=\"B2\"><v>50</v></c></row>");
  g_assert_cmpstr (shown, ==, "1 figure budget@2025 1100 (published) -> 7\n2 knob tiltag#scale@ 100 (assumed) -> 50\n");
}

/* A list of a hundred thousand bad rows is counted, not kept. */
static void
test_many_bad (void)
{
  g_autoptr (GString) text = g_string_new ("Id;Værdi\nbudget@2025;1\n");
  g_autoptr (LvSheetData) data = NULL;
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvMapping) mapping = NULL;
  g_autoptr (LvProposal) proposal = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "nix;1\n");
  data = read_text (text->str);
  mapping = lv_mapping_guess (model, data, 0);
  proposal = lv_import_propose (state, data, mapping, NULL);
  g_assert_cmpuint (proposal->differences->len, ==, 1);
  g_assert_cmpuint (proposal->n_bad, ==, 100000);
  g_assert_cmpuint (proposal->bad->len, ==, LV_IMPORT_MAX_BAD);
}

int
main (int argc, char **argv)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "cli", NULL);
  int code;

  g_test_init (&argc, &argv, NULL);
  model = lv_model_load (folder, NULL, problems);
  g_assert_nonnull (model);
  g_test_add_func ("/import/propose/tables", test_tables);
  g_test_add_func ("/import/propose/mapping-text", test_mapping_text);
  g_test_add_func ("/import/propose/lacks", test_lacks);
  g_test_add_func ("/import/propose/signature", test_signature);
  g_test_add_func ("/import/propose/against", test_against);
  g_test_add_func ("/import/propose/records", test_records);
  g_test_add_func ("/import/propose/numbers-in-texts", test_numbers_in_texts);
  g_test_add_func ("/import/propose/ambiguous", test_ambiguous);
  g_test_add_func ("/import/propose/renamed", test_renamed);
  g_test_add_func ("/import/propose/many-bad", test_many_bad);
  code = g_test_run ();
  lv_model_free (model);
  return code;
}
