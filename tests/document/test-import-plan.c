/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialog that reads files in works on: files are read in a thread, proposals are made in pieces, what
 * columns mean is remembered, differences can be left out, and nothing changes before it is accepted. */
#include "lv-import-plan.h"

#include "lv-import-memory.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char *folder;

static LvModel *
model_at (const char *path)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (path, NULL, problems);

  for (guint i = 0; i < lv_problems_kept (problems); i++)
    g_test_message ("%s", lv_problems_get (problems, i)->text);
  g_assert_nonnull (model);
  return model;
}

static LvSession *
session_new (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "cli", NULL);
  LvSession *session = lv_session_new (model_at (path));

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

static void
wait_for (LvImportPlan *plan)
{
  while (lv_import_plan_is_reading (plan)
         || (lv_import_plan_data (plan) != NULL && lv_import_plan_proposal (plan) == NULL
             && lv_import_plan_fraction (plan) < 1 && g_main_context_pending (NULL)))
    g_main_context_iteration (NULL, TRUE);
}

static char *
memory_path (void)
{
  return g_build_filename (folder, "kolonner", NULL);
}

static LvImportPlan *
plan_of (LvSession *session, const char *name, const char *text)
{
  g_autofree char *memory = memory_path ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  LvImportPlan *plan = lv_import_plan_new (session, memory);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  lv_import_plan_read_file (plan, path);
  g_assert_true (lv_import_plan_is_reading (plan));
  wait_for (plan);
  return plan;
}

static guint
n_differences (LvImportPlan *plan)
{
  g_assert_nonnull (lv_import_plan_proposal (plan));
  return lv_import_plan_proposal (plan)->differences->len;
}

static void
test_accept (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvImportPlan) plan
      = plan_of (session, "svar.csv", "Id;Værdi\nbudget@2025;7\nbudget@2026;8\nbudget@2027;9\nbudget@2050;1\n");
  g_autofree char *before = text_of (session);
  g_autofree char *after = NULL;
  g_autofree char *lack = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_differences (plan), ==, 3);
  g_assert_cmpuint (lv_import_plan_proposal (plan)->n_bad, ==, 1);
  g_assert_cmpuint (lv_import_plan_n_taken (plan), ==, 3);
  lv_import_plan_set_takes (plan, 1, FALSE);
  lv_import_plan_set_takes (plan, 1, FALSE);
  g_assert_cmpuint (lv_import_plan_n_taken (plan), ==, 2);
  g_assert_true (lv_import_plan_takes (plan, 0));
  after = text_of (session);
  g_assert_cmpstr (after, ==, before);
  lack = lv_import_plan_lack (plan);
  g_assert_null (lack);
  g_assert_true (lv_import_plan_accept (plan, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (lv_document_undo_name (lv_session_document (session)), ==, "Import svar.csv, 2 numbers");
  g_assert_nonnull (lv_document_find (lv_session_document (session), "cell", "budget@2025"));
  g_assert_null (lv_document_find (lv_session_document (session), "cell", "budget@2026"));
}

static char *
lack_of (LvImportPlan *plan)
{
  return lv_import_plan_lack (plan);
}

#define assert_lack(plan, text) \
  G_STMT_START \
  { \
    g_autofree char *lack_ = lack_of (plan); \
    g_assert_cmpstr (lack_, ==, text); \
  } \
  G_STMT_END

static void
test_lacks (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvImportPlan) plan = plan_of (session, "svar.csv", "Id;Værdi\nvaekst@ta/2025;7\nbudget@2025;1\n");
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  lv_import_plan_set_takes_all (plan, FALSE);
  assert_lack (plan, "Tick at least one number.");
  g_assert_false (lv_import_plan_accept (plan, &error));
  g_assert_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_REFUSED);
  lv_import_plan_set_takes_all (plan, TRUE);
  lv_import_plan_set_who (plan, "  ");
  assert_lack (plan, "Say who reads the numbers in.");
  lv_import_plan_set_who (plan, "Anna");
  assert_lack (plan, NULL);
  id = lv_session_add_scenario (session, "Plan", NULL);
  lv_session_show (session, id, NULL);
  lv_session_set_scenario_state (session, id, "laast");
  wait_for (plan);
  assert_lack (plan, "The scenario has been presented or locked. Duplicate it to go on.");
  lv_import_plan_set_takes (plan, 0, FALSE);
  assert_lack (plan, NULL);
}

/* What stood on the clipboard has no file: somebody must say where the figures are from. */
static void
test_clipboard (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvImportPlan) plan = lv_import_plan_new (session, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  lv_import_plan_read_text (plan, "Id\tVærdi\nbudget@2025\t1.234,5\n");
  wait_for (plan);
  g_assert_true (lv_import_plan_is_clipboard (plan));
  g_assert_cmpint (lv_import_plan_form (plan)->delimiter, ==, '\t');
  g_assert_cmpuint (n_differences (plan), ==, 1);
  g_assert_true (lv_import_plan_wants_source (plan));
  assert_lack (plan, "Say where the numbers are from.");
  lv_import_plan_set_source (plan, "Regnskabssystemet");
  assert_lack (plan, NULL);
  g_assert_true (lv_import_plan_accept (plan, &error));
  after = text_of (session);
  g_assert_nonnull (strstr (after, "value=1234.5\nfrom-file=Regnskabssystemet (clipboard, read in 24.11.2026 by Bo)\n"));
}

static char *
mapping_of (LvImportPlan *plan)
{
  return lv_mapping_to_string (lv_import_plan_mapping (plan));
}

#define assert_mapping(plan, text) \
  G_STMT_START \
  { \
    g_autofree char *mapping_ = mapping_of (plan); \
    g_assert_cmpstr (mapping_, ==, text); \
  } \
  G_STMT_END

/* What the user says of columns holds for the next table with the same heads, wherever they stand. */
static void
test_remembered (void)
{
  static const char table[] = "Id;Budget 2025;Regnskab 2025\nbudget;1;2\n";
  g_autofree char *memory = memory_path ();
  g_autoptr (LvSession) session = session_new ();
  const LvAxis *years = lv_pack_find_axis (lv_session_pack (session), "aar");
  g_autoptr (GError) error = NULL;

  g_remove (memory);
  {
    g_autoptr (LvImportPlan) plan = plan_of (session, "foerst.csv", table);
    g_autofree char *fault = lv_import_plan_fault (plan);

    g_assert_cmpstr (fault, ==, "No column is said to hold values.");
    g_assert_null (lv_import_plan_proposal (plan));
    lv_import_plan_set_column (plan, &(LvMapColumn){ 2, LV_MAP_VALUE, years, 0, NULL });
    wait_for (plan);
    g_assert_cmpuint (n_differences (plan), ==, 1);
    g_assert_null (lv_import_plan_remembered (plan));
    g_assert_true (lv_import_plan_accept (plan, &error));
    g_assert_no_error (error);
  }
  {
    g_autofree char *lower = g_strconcat ("Fra økonomi\n\n", table, NULL);
    g_autoptr (LvImportPlan) plan = plan_of (session, "siden.csv", lower);

    g_assert_cmpstr (lv_import_plan_remembered (plan), ==, "2026-11-24");
    assert_mapping (plan, "sheet=1 head=3 first=4 A=id C=value:aar/2025");
    lv_import_plan_set_as_changes (plan, TRUE);
    g_assert_nonnull (lv_import_plan_remembered (plan));
    lv_import_plan_guess_again (plan);
    g_assert_null (lv_import_plan_remembered (plan));
    assert_mapping (plan, "sheet=1 head=3 first=4 A=id");
  }
}

/* A file of memories that is no such file is no obstacle, and the oldest memories go. */
static void
test_memory (void)
{
  g_autofree char *path = g_build_filename (folder, "under", "kolonner", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < LV_IMPORT_MAX_REMEMBERED + 5; i++)
    {
      g_autofree char *signature = g_strdup_printf ("%040u", i);

      LvRemembered what = { signature, (char *) "2026-11-24", 1, (char *) "sheet=1 A=id" };

      g_assert_true (lv_import_memory_keep (path, &what, NULL));
    }
  g_assert_null (lv_import_memory_find (path, "0000000000000000000000000000000000000004"));
  {
    g_autoptr (LvRemembered) found = lv_import_memory_find (path, "0000000000000000000000000000000000000005");

    g_assert_nonnull (found);
    g_assert_cmpint (found->head, ==, 1);
    g_assert_cmpstr (found->mapping, ==, "sheet=1 A=id");
  }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, LV_IMPORT_MAX_REMEMBERED + 1);
  g_assert_true (g_file_set_contents (path, "a\n\xff\n", -1, NULL));
  g_assert_null (lv_import_memory_find (path, "a"));
}

/* A role that only one column can have leaves the column that had it; values may stand in many. */
static void
test_columns (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvImportPlan) plan = plan_of (session, "svar.csv", "Serie;Note;A;2025;2026\nbudget;x;budget;1;2\n");

  assert_mapping (plan, "sheet=1 head=1 first=2 A=id B=note D=value:aar/2025 E=value:aar/2026");
  lv_import_plan_set_column (plan, &(LvMapColumn){ 2, LV_MAP_ID, NULL, -1, NULL });
  assert_mapping (plan, "sheet=1 head=1 first=2 B=note C=id D=value:aar/2025 E=value:aar/2026");
  lv_import_plan_set_column (plan, &(LvMapColumn){ 1, LV_MAP_IGNORE, NULL, -1, NULL });
  lv_import_plan_set_head (plan, -1);
  assert_mapping (plan, "sheet=1 head=0 first=1 C=id D=value:aar/2025 E=value:aar/2026");
  lv_import_plan_set_node (plan, lv_model_find (lv_session_model (session), "budget"));
  assert_mapping (plan, "sheet=1 head=0 first=1 all=budget C=id D=value:aar/2025 E=value:aar/2026");
}

/* Another form of the same file keeps what was said of its columns. */
static void
test_form (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvAxis *years = lv_pack_find_axis (lv_session_pack (session), "aar");
  g_autoptr (LvImportPlan) plan = plan_of (session, "svar.csv", "Serie;Tal i alt\nbudget;1.234\n");
  LvTextForm wanted = { .decimal = LV_DECIMAL_POINT };

  g_assert_true (lv_import_plan_is_uncertain (plan));
  assert_lack (plan, "Numbers such as 1.234 can be read in two ways. Say which decimal sign the file has.");
  lv_import_plan_set_column (plan, &(LvMapColumn){ 1, LV_MAP_VALUE, years, 0, NULL });
  wait_for (plan);
  g_assert_cmpfloat (g_array_index (lv_import_plan_proposal (plan)->differences, LvImportDifference, 0).value, ==, 1234);
  lv_import_plan_set_form (plan, &wanted);
  wait_for (plan);
  g_assert_false (lv_import_plan_is_uncertain (plan));
  assert_lack (plan, NULL);
  g_assert_cmpfloat (g_array_index (lv_import_plan_proposal (plan)->differences, LvImportDifference, 0).value, ==, 1.234);
  assert_mapping (plan, "sheet=1 head=1 first=2 A=id B=value:aar/2025");
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize length;
  LvImportError code;
  const char *advice;
} wrong[] = {
  { "a.xls", "\320\317\021\340\241\261\032\341", 8, LV_IMPORT_ERROR_KIND,
    "Open it in the program that it is from, and save it as an Excel workbook (.xlsx) or as CSV." },
  { "b.xlsx", "PK\003\004 og så ikke mere", 21, LV_IMPORT_ERROR_CONTENT,
    "Open it in a spreadsheet program, see that it is whole, and save it again; or ask for it once more." },
};

static void
test_errors (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvImportPlan) plan = lv_import_plan_new (session, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_build_filename (folder, wrong[i].name, NULL);
      g_autofree char *advice = NULL;

      g_assert_true (g_file_set_contents (path, wrong[i].bytes, (gssize) wrong[i].length, NULL));
      lv_import_plan_read_file (plan, path);
      wait_for (plan);
      g_assert_error (lv_import_plan_error (plan), LV_IMPORT_ERROR, (int) wrong[i].code);
      g_assert_null (lv_import_plan_data (plan));
      advice = lv_import_plan_advice (lv_import_plan_error (plan));
      g_assert_cmpstr (advice, ==, wrong[i].advice);
    }
  lv_import_plan_read_file (plan, "/findes/ikke.csv");
  wait_for (plan);
  g_assert_error (lv_import_plan_error (plan), LV_IMPORT_ERROR, LV_IMPORT_ERROR_FILE);
}

static void
test_warnings (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvImportPlan) plan
      = plan_of (session, "svar.csv", "Serie;Andet;2025\nbudget;x;1100000000\nvirkning;y;-6\n");
  g_autoptr (GPtrArray) lines = lv_import_plan_warnings (plan);

  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpstr (lines->pdata[0], ==,
                   "1 number becomes at least a hundred times larger or smaller. Is it in the right unit?");
  g_assert_cmpstr (lines->pdata[1], ==, "1 number takes the place of a published one in the baseline.");
  g_assert_cmpstr (lines->pdata[2], ==, "1 column is not used.");
}

/* What an open axis lacks is added to it in the same step; what nobody takes is not. */
static void
test_new_members (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "model", "analyses", NULL);
  g_autoptr (LvSession) session = lv_session_new (model_at (path));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  g_autoptr (LvImportPlan) plan = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  lv_session_set_user (session, "Bo");
  before = text_of (session);
  plan = plan_of (session, "nye.csv", "Id;Gruppe;Værdi\ngruppe.tal;Ældre borgere;7\ngruppe.tal;Ukendt;8\n");
  g_assert_cmpuint (lv_import_plan_proposal (plan)->n_bad, ==, 0);
  g_assert_cmpuint (n_differences (plan), ==, 2);
  lv_import_plan_set_takes (plan, 1, FALSE);
  lines = lv_import_plan_new_members (plan);
  g_assert_cmpuint (lines->len, ==, 1);
  undone = text_of (session);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (lv_import_plan_accept (plan, &error));
  g_assert_no_error (error);
  after = text_of (session);
  g_assert_nonnull (strstr (after, "lokal.aeldre-borgere"));
  g_assert_null (strstr (after, "ukendt"));
  g_assert_cmpint (lv_axis_find (lv_pack_find_axis (lv_session_pack (session), "gruppe"), "lokal.aeldre-borgere"), >=, 0);
  g_assert_true (lv_session_undo (session));
  again = text_of (session);
  g_assert_cmpstr (again, ==, before);
  g_assert_true (lv_session_redo (session));
  g_free (again);
  again = text_of (session);
  g_assert_cmpstr (again, ==, after);
}

/* Letting go of a plan ends what it does, whatever the thread is at. */
static void
test_cancel (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (GString) text = g_string_new ("Id;Værdi\n");
  LvImportPlan *plan;

  for (guint i = 0; i < 50000; i++)
    g_string_append (text, "budget@2025;1\n");
  plan = plan_of (session, "stor.csv", "Id;Værdi\nbudget@2025;7\n");
  lv_import_plan_read_text (plan, text->str);
  lv_import_plan_cancel (plan);
  g_assert_false (lv_import_plan_is_reading (plan));
  g_assert_null (lv_import_plan_data (plan));
  lv_import_plan_read_text (plan, text->str);
  g_assert_finalize_object (plan);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* --- A table as large as the key figures of all municipalities: 98 x 12 x 15 */

#define MUNICIPALITIES 98
#define INDICATORS 12
#define YEARS 15

static void
append_members (GString *out, const char *prefix, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s%u", i > 0 ? ";" : "members=", prefix, i + 1);
  g_string_append_c (out, '\n');
}

static LvModel *
large_model (void)
{
  g_autofree char *pack = g_build_filename (folder, "stor", NULL);
  g_autofree char *path = g_build_filename (pack, "model.lv", NULL);
  g_autoptr (GString) text = g_string_new ("[pack stor]\ntitle=Stor\nversion=1\nlanguage=da\n"
                                           "[unit aar]\ntitle=år\ndimension=tid\n[unit antal]\ntitle=antal\ndimension=1\n"
                                           "[axis aar]\ntitle=År\nfirst=2010\nlast=2024\nunit=aar\n"
                                           "[axis kommune]\ntitle=Kommune\n");

  append_members (text, "k", MUNICIPALITIES);
  g_string_append (text, "[axis noegletal]\ntitle=Nøgletal\n");
  append_members (text, "n", INDICATORS);
  g_string_append (text, "[series tal]\ntitle=Nøgletal pr. kommune\nunit=antal\naxes=kommune;noegletal;aar\nstatus=assumed\n");
  for (guint k = 0; k < MUNICIPALITIES; k++)
    for (guint n = 0; n < INDICATORS; n++)
      {
        g_string_append_printf (text, "@k%u/n%u=", k + 1, n + 1);
        for (guint y = 0; y < YEARS; y++)
          g_string_append (text, y > 0 ? ";?" : "?");
        g_string_append_c (text, '\n');
      }
  g_string_append (text, "[formula ialt]\ntitle=I alt\nunit=antal\nvalue=sum(tal, kommune)\n");
  g_assert_cmpint (g_mkdir_with_parents (pack, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  return model_at (pack);
}

static char *
large_table (void)
{
  g_autoptr (GString) text = g_string_new ("Id;Kommune;Nøgletal;År;Værdi;Kilde\n");

  for (guint k = 0; k < MUNICIPALITIES; k++)
    for (guint n = 0; n < INDICATORS; n++)
      for (guint y = 0; y < YEARS; y++)
        g_string_append_printf (text, "tal;k%u;n%u;%u;%u,5;Nøgletalsbanken\n", k + 1, n + 1, 2010 + y, k + n + y);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_large (void)
{
  g_autoptr (LvSession) session = lv_session_new (large_model ());
  g_autofree char *table = large_table ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (LvImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const LvNode *sum = lv_model_find (lv_session_model (session), "ialt");
  double elapsed;

  lv_session_set_user (session, "Bo");
  before = text_of (session);
  g_test_timer_start ();
  plan = plan_of (session, "noegletal.csv", table);
  g_assert_cmpuint (n_differences (plan), ==, MUNICIPALITIES * INDICATORS * YEARS);
  g_assert_true (lv_import_plan_accept (plan, &error));
  elapsed = g_test_timer_elapsed ();
  g_assert_no_error (error);
  /* A figure to read, no limit: a timed test fails on a busy machine. */
  g_test_minimized_result (elapsed, "read, proposed and taken in %.3f s", elapsed);
  g_assert_cmpfloat (lv_state_number (lv_session_base (session), sum, 0), ==, 97 * 98 / 2 + 98 * 0.5);
  after = text_of (session);
  g_test_timer_start ();
  g_assert_true (lv_session_undo (session));
  undone = text_of (session);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (lv_session_redo (session));
  {
    g_autofree char *again = text_of (session);

    g_assert_cmpstr (again, ==, after);
  }
}

/* The same as changes of a scenario. */
static void
test_large_changes (void)
{
  g_autoptr (LvSession) session = lv_session_new (large_model ());
  g_autofree char *table = large_table ();
  g_autoptr (LvImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  double elapsed;

  lv_session_set_user (session, "Bo");
  g_test_timer_start ();
  plan = plan_of (session, "noegletal.csv", table);
  lv_import_plan_set_as_changes (plan, TRUE);
  wait_for (plan);
  g_assert_true (lv_import_plan_accept (plan, &error));
  elapsed = g_test_timer_elapsed ();
  g_assert_no_error (error);
  g_test_minimized_result (elapsed, "taken as changes in %.3f s", elapsed);
}

int
main (int argc, char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("ligevaegt-XXXXXX", NULL);
  g_test_add_func ("/plan/accept", test_accept);
  g_test_add_func ("/plan/lacks", test_lacks);
  g_test_add_func ("/plan/clipboard", test_clipboard);
  g_test_add_func ("/plan/remembered", test_remembered);
  g_test_add_func ("/plan/memory", test_memory);
  g_test_add_func ("/plan/columns", test_columns);
  g_test_add_func ("/plan/form", test_form);
  g_test_add_func ("/plan/errors", test_errors);
  g_test_add_func ("/plan/warnings", test_warnings);
  g_test_add_func ("/plan/new-members", test_new_members);
  g_test_add_func ("/plan/cancel", test_cancel);
  g_test_add_func ("/plan/large", test_large);
  g_test_add_func ("/plan/large-changes", test_large_changes);
  code = g_test_run ();
  g_free (folder);
  return code;
}
