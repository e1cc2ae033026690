/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thousands of cut off, bit-flipped and rearranged files: our own workbooks and CSV files, damaged from a fixed
 * seed. Whatever comes in, reading ends with cells or with an error, in valid text, within memory. The
 * suite runs it with the sanitizers as well. A bit flipped in a zip file is mostly found by its checksum;
 * so the parts of workbooks are damaged too, and packed again. */
#include "../document/book.h"
#include "lv-export.h"
#include "lv-import-xlsx-private.h"
#include "lv-import.h"
#include "lv-request.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

#define SEED 20261124
#define LONGEST_TEXT 4000
/* All of it together, with what a sanitizer adds. */
#define MOST_MEMORY_KB (1500 * 1024)

static LvModel *model;
static LvState *state;
static guint n_read;

#define TEXT(bytes) { bytes, sizeof (bytes) - 1 }

static const struct
{
  const char *bytes;
  gsize length;
} texts[] = {
  TEXT ("Id;Område;År;Værdi;Enhed;Kilde\nalt;a;2026;1.234,5;mio. kr.;\"Bilag 1;\nside 2\"\nbeta;b;2027;-7,25 %;;\n"),
  TEXT ("sep=,\nId,2025,2026\n\"alfa\",13.5,\"1,234.5\"\n\"be\"\"ta\",?,#N/A\n"),
  TEXT ("\357\273\277Titel\t2025\t2026-01\t24-11-2026\r\nloft\tja\t1E-05\tnej\r\n"),
  TEXT ("\377\376I\0d\0;\0" "2\0" "0\0" "2\0" "5\0\n\0\306\0;\0" "1\0,\0" "5\0\n\0"),
};

static void
check_text (const char *text)
{
  g_autofree char *escaped = g_strescape (text, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    g_test_message ("%s", escaped);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), <=, LONGEST_TEXT);
}

static void
check_proposal (const LvProposal *proposal, const LvSheetData *data)
{
  LvImportOrigin origin = { .date = "24.11.2026" };
  g_autoptr (GPtrArray) records = lv_proposal_records (proposal, model, data, &origin);

  g_assert_cmpuint (records->len, ==, proposal->differences->len);
  for (guint i = 0; i < proposal->bad->len; i++)
    check_text (g_array_index (proposal->bad, LvImportBad, i).text);
  for (guint i = 0; i < records->len; i++)
    {
      const LvImportRecord *record = g_ptr_array_index (records, i);

      g_assert_true (g_utf8_validate (record->source, -1, NULL));
      g_assert_null (strpbrk (record->source, "\r\n"));
    }
}

static void
use_sheet (const LvSheetData *data, guint sheet)
{
  g_autoptr (LvMapping) mapping = lv_mapping_guess (model, data, sheet);
  g_autofree char *line = lv_mapping_to_string (mapping);
  g_autoptr (LvMapping) again = lv_mapping_parse (model, line, NULL);
  g_autoptr (LvProposal) proposal = lv_import_propose (state, data, mapping, NULL);

  g_assert_nonnull (again);
  if (proposal != NULL)
    check_proposal (proposal, data);
}

/* Takes a file as far as it goes. */
static void
try_bytes (const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LvSheetData) data = lv_import_bytes (bytes, length, "fil.xlsx", NULL, NULL, &error);
  g_autoptr (LvProposal) workbook = NULL;

  g_assert_true ((data == NULL) == (error != NULL));
  if (data == NULL)
    {
      check_text (error->message);
      return;
    }
  n_read++;
  for (guint i = 0; i < MIN (data->sheets->len, 2); i++)
    use_sheet (data, i);
  if (lv_import_is_workbook (model, data))
    workbook = lv_import_propose_workbook (state, data, NULL);
  if (workbook != NULL)
    check_proposal (workbook, data);
}

static void
flip (GRand *random, GByteArray *bytes)
{
  for (int n = g_rand_int_range (random, 1, 9); n > 0 && bytes->len > 0; n--)
    bytes->data[g_rand_int_range (random, 0, (int) bytes->len)] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
}

/* Bytes that mean something to one of the readers. */
static void
plant (GRand *random, GByteArray *bytes)
{
  static const char marks[] = "<>\"&;/=,\t\n\r.-0123456789ArsEe%#@\377\303";

  for (int n = g_rand_int_range (random, 1, 6); n > 0 && bytes->len > 0; n--)
    bytes->data[g_rand_int_range (random, 0, (int) bytes->len)]
        = (guint8) marks[g_rand_int_range (random, 0, sizeof marks)];
}

static void
cut (GRand *random, GByteArray *bytes)
{
  guint from = (guint) g_rand_int_range (random, 0, (int) bytes->len + 1);
  guint length = (guint) g_rand_int_range (random, 0, (int) (bytes->len - from) + 1);

  if (g_rand_boolean (random))
    g_byte_array_set_size (bytes, from);
  else if (length > 0)
    g_byte_array_remove_range (bytes, from, MIN (length, 200));
}

static void
repeat (GRand *random, GByteArray *bytes)
{
  guint from = (guint) g_rand_int_range (random, 0, (int) bytes->len + 1);
  guint wanted = (guint) g_rand_int_range (random, 0, 4000);
  guint length = MIN (wanted, bytes->len - from);
  g_autofree guint8 *copy = g_memdup2 (bytes->data + from, length);

  if (length > 0)
    g_byte_array_append (bytes, copy, length);
}

static void
damage (GRand *random, GByteArray *bytes)
{
  static void (*const ways[]) (GRand *, GByteArray *) = { flip, plant, cut, repeat };

  ways[g_rand_int_range (random, 0, G_N_ELEMENTS (ways))](random, bytes);
}

static void
try_damaged (GRand *random, const void *bytes, gsize length)
{
  g_autoptr (GByteArray) copy = g_byte_array_new ();

  g_byte_array_append (copy, bytes, (guint) length);
  damage (random, copy);
  try_bytes (copy->data, copy->len);
}

static void
test_text (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  n_read = 0;
  for (guint i = 0; i < 4000; i++)
    try_damaged (random, texts[i % G_N_ELEMENTS (texts)].bytes, texts[i % G_N_ELEMENTS (texts)].length);
  g_test_message ("%u of 4000 could be read", n_read);
  g_assert_cmpuint (n_read, >, 1000);
}

static char *
folder_new (void)
{
  char *folder = g_dir_make_tmp ("ligevaegt-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

/* The workbooks that are sent out: Beregning, and the form. */
static GBytes *
written (gboolean form)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  const LvItem *attachment = g_ptr_array_index (lv_pack_items (lv_model_pack (model), LV_KIND_ATTACHMENT), 0);
  LvExportOptions options = { .year = 2026, .month = 11, .day = 24 };
  LvRequestOptions date = { 2026, 11, 24 };
  GBytes *book = NULL;
  char *bytes = NULL;
  gsize length;

  if (!form)
    book = lv_export_attachment (state, state, attachment, LV_PROFILE_BEREGNING, &options, &error);
  g_assert_no_error (error);
  if (!form)
    return book;
  folder = folder_new ();
  path = g_build_filename (folder, "skema.xlsx", NULL);
  g_assert_true (lv_request_write (state, path, &date, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return g_bytes_new_take (bytes, length);
}

static void
damage_files (GBytes *book, guint times)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  gsize length;
  const char *bytes = g_bytes_get_data (book, &length);

  for (guint i = 0; i < times; i++)
    try_damaged (random, bytes, length);
}

static void
test_files (void)
{
  g_autoptr (GBytes) form = written (TRUE);
  g_autoptr (GBytes) calculation = written (FALSE);

  damage_files (form, 1500);
  damage_files (calculation, 1500);
}

/* Every length of a small workbook. */
static void
test_cut_off (void)
{
  g_autoptr (GBytes) book = book_of_sheet ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
  gsize length;
  const char *bytes = g_bytes_get_data (book, &length);

  n_read = 0;
  for (gsize i = 4; i < length; i++)
    try_bytes (bytes, i);
  g_assert_cmpuint (n_read, ==, 0);
  try_bytes (bytes, length);
  g_assert_cmpuint (n_read, ==, 1);
}

/* Damages one part and packs all again. */
static void
try_part (GRand *random, GHashTable *parts, GPtrArray *names)
{
  g_autofree BookPart *list = g_new0 (BookPart, names->len);
  g_autoptr (GByteArray) copy = g_byte_array_new ();
  g_autoptr (GBytes) book = NULL;
  guint victim = (guint) g_rand_int_range (random, 0, (int) names->len);
  gsize length;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *bytes = g_bytes_get_data (g_hash_table_lookup (parts, name), &length);

      if (i == victim)
        {
          g_byte_array_append (copy, (const guint8 *) bytes, (guint) length);
          damage (random, copy);
          bytes = (const char *) copy->data;
          length = copy->len;
        }
      list[i] = (BookPart){ name, length > 0 ? bytes : "", (gssize) length };
    }
  book = book_zip (list, names->len);
  try_bytes (g_bytes_get_data (book, NULL), g_bytes_get_size (book));
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
damage_parts (GBytes *book, guint times, guint least_read)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) parts = lv_import_unzip (g_bytes_get_data (book, NULL), g_bytes_get_size (book), NULL, NULL);
  GHashTableIter iter;
  gpointer name;

  g_assert_nonnull (parts);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, by_name);
  n_read = 0;
  for (guint i = 0; i < times; i++)
    try_part (random, parts, names);
  g_test_message ("%u of %u could be read", n_read, times);
  g_assert_cmpuint (n_read, >, least_read);
}

static void
test_parts (void)
{
  g_autoptr (GBytes) form = written (TRUE);
  g_autoptr (GBytes) calculation = written (FALSE);
  g_autoptr (GBytes) small = book_of_sheet (
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>46350</v></c></row>"
      "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>alfa_x0041_</t></is></c><c r=\"B2\" s=\"2\"><f>1+1</f><v>0.5</v></c>"
      "<c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" t=\"e\"><v>#N/A</v></c></row>");

  damage_parts (small, 4000, 300);
  damage_parts (form, 300, 60);
  damage_parts (calculation, 300, 20);
}

static void
test_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  g_test_message ("%ld MB", usage.ru_maxrss / 1024);
  g_assert_cmpint (usage.ru_maxrss, <, MOST_MEMORY_KB);
}

int
main (int argc, char **argv)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree char *folder
      = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "export", "funktioner", NULL);
  int code;

  g_test_init (&argc, &argv, NULL);
  model = lv_model_load (folder, NULL, problems);
  g_assert_nonnull (model);
  state = lv_state_new (model);
  g_test_add_func ("/import/fuzz/text", test_text);
  g_test_add_func ("/import/fuzz/cut-off", test_cut_off);
  g_test_add_func ("/import/fuzz/files", test_files);
  g_test_add_func ("/import/fuzz/parts", test_parts);
  g_test_add_func ("/import/fuzz/memory", test_memory);
  code = g_test_run ();
  lv_state_free (state);
  lv_model_free (model);
  return code;
}
