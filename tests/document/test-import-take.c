/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read in is taken as one step that undo takes back to the same bytes, or not at all: a locked
 * scenario, a limit or a cell that is said twice leaves everything as it was, and the reason is told. */
#include "lv-import.h"
#include "lv-session.h"

#include <math.h>
#include <string.h>

static LvSession *
session_new (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "cli", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);
  LvSession *session;

  g_assert_nonnull (model);
  session = lv_session_new (model);
  lv_session_set_user (session, "Bo");
  lv_session_set_today (session, "2026-11-24");
  return session;
}

static char *
text_of (LvSession *session)
{
  g_autoptr (GBytes) bytes = lv_document_write (lv_session_document (session));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What text files say, as records of the shown scenario. */
static GPtrArray *
records_of (LvSession *session, const char *text, const char *mapping_text)
{
  const LvModel *model = lv_session_model (session);
  g_autoptr (LvSheetData) data = lv_import_bytes (text, strlen (text), "svar.csv", NULL, NULL, NULL);
  g_autoptr (LvMapping) mapping = mapping_text != NULL ? lv_mapping_parse (model, mapping_text, NULL)
                                                       : lv_mapping_guess (model, data, 0);
  g_autoptr (LvProposal) proposal = lv_import_propose (lv_session_state (session), data, mapping, NULL);
  LvImportOrigin origin = { .date = "24.11.2026", .who = "Bo" };

  g_assert_nonnull (proposal);
  return lv_proposal_records (proposal, model, data, &origin);
}

static gboolean
take (LvSession *session, const GPtrArray *records, GError **error)
{
  return lv_session_take_records (session, "Indlæs svar.csv", records, error);
}

static void
take_text (LvSession *session, const char *text, const char *mapping)
{
  g_autoptr (GPtrArray) records = records_of (session, text, mapping);
  g_autoptr (GError) error = NULL;

  take (session, records, &error);
  g_assert_no_error (error);
}

static double
number (LvSession *session, gboolean base, const char *id, gsize cell)
{
  return lv_state_number (base ? lv_session_base (session) : lv_session_state (session),
                          lv_model_find (lv_session_model (session), id), cell);
}

/* Undo and redo lead to the same bytes and values. */
static void
check_there_and_back (LvSession *session, const char *before, const char *name)
{
  g_autofree char *after = text_of (session);
  g_autofree char *shown = g_strdup (lv_session_shown (session));
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (lv_document_undo_name (lv_session_document (session)), ==, name);
  g_assert_true (lv_session_undo (session));
  undone = text_of (session);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (lv_session_redo (session));
  again = text_of (session);
  g_assert_cmpstr (again, ==, after);
  g_assert_cmpstr (lv_session_shown (session), ==, shown);
}

static void
test_figures (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *before = text_of (session);
  g_autofree char *after = NULL;

  take_text (session, "Id;Værdi;Kilde;Note;Hvem\nudgift@ta/2027;115;Kontrakten;Se bilag;Anna\nbudget@2025;1111\n", NULL);
  after = text_of (session);
  g_assert_true (g_str_has_suffix (after, "[cell udgift@ta/2027]\nvalue=115\n"
                                          "from-file=Kontrakten (svar.csv, read in 24.11.2026 by Bo)\n"
                                          "place=sheet svar, cell B2\nnote=Se bilag\nby=Anna, 2026-11-24\n"
                                          "[cell budget@2025]\nvalue=1111\n"
                                          "from-file=svar.csv, read in 24.11.2026 by Bo\n"
                                          "place=sheet svar, cell B3\nby=Bo, 2026-11-24\n"));
  g_assert_cmpfloat (number (session, TRUE, "budget", 0), ==, 1111);
  g_assert_cmpint (lv_state_get (lv_session_base (session), lv_model_find (lv_session_model (session), "budget"), 0).status,
                   ==, LV_STATUS_IMPORTED);
  g_assert_null (lv_session_shown (session));
  check_there_and_back (session, before, "Indlæs svar.csv");
}

/* A figure that is read in again takes the place of the first. */
static void
test_again (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  take_text (session, "Id;Værdi\nbudget@2025;1111\nbudget@2026;7\n", NULL);
  first = text_of (session);
  take_text (session, "Id;Værdi;Kilde\nbudget@2025;1112;Brev\n", NULL);
  second = text_of (session);
  g_assert_nonnull (strstr (second, "[cell budget@2025]\nvalue=1112\nfrom-file=Brev (svar.csv"));
  g_assert_null (strstr (second, "value=1111"));
  g_assert_cmpfloat (number (session, TRUE, "budget", 0), ==, 1112);
  g_assert_cmpfloat (number (session, TRUE, "budget", 1), ==, 7);
  check_there_and_back (session, first, "Indlæs svar.csv");
}

/* Figures, changes and knobs of measures are one step; the grundprognose begins a scenario in it. */
static void
test_mixed (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *before = text_of (session);
  g_autofree char *after = NULL;

  take_text (session, "Id;Værdi;Kilde\nbudget@2025;7;\nvaekst@koeb/2026;5;Aftalen\ntiltag#on;til;\nforlaenget;ja;\n", NULL);
  g_assert_nonnull (lv_session_shown (session));
  after = text_of (session);
  g_assert_nonnull (strstr (after, "set vaekst@koeb/2026=5\n"
                                   "because vaekst@koeb/2026=Aftalen (svar.csv, read in 24.11.2026 by Bo), sheet svar, cell B3\n"
                                   "by vaekst@koeb/2026=Bo, 2026-11-24\n"));
  g_assert_nonnull (strstr (after, "measure tiltag.on=on\n"));
  g_assert_nonnull (strstr (after, "set forlaenget=on\n"));
  g_assert_cmpfloat (number (session, FALSE, "vaekst", 1), ==, 5);
  g_assert_cmpfloat (number (session, TRUE, "vaekst", 1), ==, 0);
  g_assert_cmpfloat (number (session, TRUE, "budget", 0), ==, 7);
  check_there_and_back (session, before, "Indlæs svar.csv");
  lv_session_undo (session);
  g_assert_null (lv_session_shown (session));
  g_assert_cmpfloat (number (session, TRUE, "budget", 0), ==, 1100);
}

/* Series as changes of the scenario that is shown; what goes back to what holds without it is none. */
static void
test_changes (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *id = lv_session_add_scenario (session, "Plan", NULL);
  g_autofree char *before = NULL;
  g_autofree char *there = NULL;
  g_autofree char *after = NULL;

  lv_session_show (session, id, NULL);
  take_text (session, "Id;Værdi\nbudget@2025;7\nvaekst@ta/2025;3\n", "first=2 changes=yes A=id B=value");
  g_assert_cmpstr (lv_session_shown (session), ==, id);
  before = text_of (session);
  g_assert_nonnull (strstr (before, "set budget@2025=7\n"));
  g_assert_null (strstr (before, "[cell"));
  take_text (session, "Id;Værdi\nvaekst@ta/2025;0\nbudget@2025;8\n", "first=2 changes=yes A=id B=value");
  after = text_of (session);
  g_assert_nonnull (strstr (after, "set budget@2025=8\n"));
  g_assert_null (strstr (after, "vaekst"));
  check_there_and_back (session, before, "Indlæs svar.csv");
}

/* Somebody's word for a number that stays the same is kept beside it. */
static void
test_confirmed (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *after = NULL;

  take_text (session, "Id;Værdi;Kilde\nvaekst@koeb/2026;0;Aftalen\nvirkning@2025;-5;Regnskabet\n", NULL);
  after = text_of (session);
  g_assert_nonnull (strstr (after, "set vaekst@koeb/2026=0\nbecause vaekst@koeb/2026=Aftalen"));
  g_assert_nonnull (strstr (after, "[cell virkning@2025]\nvalue=-5\nfrom-file=Regnskabet"));
}

static LvImportRecord *
record (LvImportKind kind, const char *id, const char *members, const char *value)
{
  LvImportRecord *self = g_new0 (LvImportRecord, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->members = g_strdup (members);
  self->value = g_strdup (value);
  self->source = g_strdup ("Brev");
  self->place = g_strdup ("side 2");
  return self;
}

static const struct
{
  const char *name;
  LvImportKind kind;
  const char *id;
  const char *members;
  const char *value;
  const char *reason;
} wrong[] = {
  { "unknown", LV_IMPORT_FIGURE, "findes.ikke", "", "1", "findes.ikke: there is no such number to change" },
  { "computed", LV_IMPORT_CHANGE, "gab", "2026", "1", "gab@2026: there is no such number to change" },
  { "outside the axis", LV_IMPORT_FIGURE, "budget", "2050", "1", NULL },
  { "absent", LV_IMPORT_FIGURE, "udgift", "koeb/2028", "1", "udgift@koeb/2028: it has no value there" },
  { "several", LV_IMPORT_FIGURE, "udgift", "koeb", "1", "udgift@koeb: these are several cells" },
  { "no number", LV_IMPORT_FIGURE, "budget", "2026", "?", "budget@2026: the value is not a number" },
  { "an assumption as a figure", LV_IMPORT_FIGURE, "vaekst", "koeb/2026", "1",
    "vaekst@koeb/2026: it can't have a figure of your own" },
  { "outside its limits", LV_IMPORT_CHANGE, "vaekst", "koeb/2026", "51", "vaekst@koeb/2026: 51 is outside the limits of “vaekst”" },
  { "no switch", LV_IMPORT_CHANGE, "forlaenget", "", "måske", "forlaenget: expected on or off, not “måske”" },
  { "twice", LV_IMPORT_FIGURE, "budget", "2025", "9", "budget@2025: it is given two values" },
};

static void
check_refused (LvSession *session, const GPtrArray *records, const char *name, const char *reason)
{
  g_autofree char *before = text_of (session);
  g_autofree char *after = NULL;
  g_autofree char *shown = g_strdup (lv_session_shown (session));
  g_autofree char *undo = g_strdup (lv_document_undo_name (lv_session_document (session)));
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", name);
  g_assert_false (take (session, records, &error));
  g_assert_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_REFUSED);
  if (reason != NULL)
    g_assert_cmpstr (error->message, ==, reason);
  after = text_of (session);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (lv_session_shown (session), ==, shown);
  g_assert_cmpstr (lv_document_undo_name (lv_session_document (session)), ==, undo);
}

static void
test_refused (void)
{
  g_autoptr (LvSession) session = session_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_import_record_free);

      g_ptr_array_add (records, record (LV_IMPORT_FIGURE, "budget", "2025", "7"));
      g_ptr_array_add (records, record (LV_IMPORT_CHANGE, "vaekst", "ta/2025", "7"));
      g_ptr_array_add (records, record (wrong[i].kind, wrong[i].id, wrong[i].members, wrong[i].value));
      check_refused (session, records, wrong[i].name, wrong[i].reason);
    }
  g_assert_cmpfloat (number (session, TRUE, "budget", 0), ==, 1100);
}

static void
test_no_source (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_import_record_free);

  check_refused (session, records, "nothing", "there is nothing to take");
  g_ptr_array_add (records, record (LV_IMPORT_FIGURE, "budget", "2025", "7"));
  ((LvImportRecord *) records->pdata[0])->source[0] = '\0';
  check_refused (session, records, "no source", "budget@2025: a figure needs its source");
}

/* A locked scenario takes no change, but the grundprognose's figures do not belong to it. */
static void
test_locked (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *id = lv_session_add_scenario (session, "Plan", NULL);
  g_autoptr (GPtrArray) mixed = NULL;

  lv_session_show (session, id, NULL);
  mixed = records_of (session, "Id;Værdi\nbudget@2025;7\nvaekst@ta/2025;3\n", NULL);
  lv_session_set_scenario_state (session, id, "laast");
  check_refused (session, mixed, "locked", "The scenario has been presented or locked. Duplicate it to go on.");
  take_text (session, "Id;Værdi\nbudget@2025;7\n", NULL);
  g_assert_cmpfloat (number (session, FALSE, "budget", 0), ==, 7);
}

/* What a figure was read from is told where a source of the pack would be. */
static void
test_explained (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvNode *budget = lv_model_find (lv_session_model (session), "budget");
  const LvSeries *series = lv_node_series (budget);

  take_text (session, "Id;Værdi;Kilde\nbudget@2025;7;Brev\n", NULL);
  g_assert_cmpstr (series->info[0]->source, ==, "Brev (svar.csv, read in 24.11.2026 by Bo)");
  g_assert_cmpstr (series->info[0]->place, ==, "sheet svar, cell B2");
  lv_session_undo (session);
  g_assert_true (series->info[0] == NULL || series->info[0]->source == NULL);
}

/* The document is read back as it was written, with all figures. */
static void
test_kept (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvSession) other = session_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LvDocument) document = NULL;
  g_autoptr (GPtrArray) unplaced = g_ptr_array_new_with_free_func (g_free);

  take_text (session, "Id;Værdi;Note\nbudget@2025;7;Se bilag\nvaekst@ta/2025;3;\n", NULL);
  bytes = lv_document_write (lv_session_document (session));
  document = lv_document_read (lv_session_pack (other), bytes, NULL);
  g_assert_true (lv_session_set_document (other, document, unplaced));
  g_assert_cmpfloat (number (other, TRUE, "budget", 0), ==, 7);
  g_assert_cmpfloat (number (other, FALSE, "vaekst", 4), ==, number (session, FALSE, "vaekst", 4));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/take/figures", test_figures);
  g_test_add_func ("/take/again", test_again);
  g_test_add_func ("/take/mixed", test_mixed);
  g_test_add_func ("/take/changes", test_changes);
  g_test_add_func ("/take/confirmed", test_confirmed);
  g_test_add_func ("/take/refused", test_refused);
  g_test_add_func ("/take/no-source", test_no_source);
  g_test_add_func ("/take/locked", test_locked);
  g_test_add_func ("/take/explained", test_explained);
  g_test_add_func ("/take/kept", test_kept);
  return g_test_run ();
}
