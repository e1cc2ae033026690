/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of files: the same bytes from one thread and from many; files that are there, a full disk, a folder that takes
 * nothing, a file that is open elsewhere, and stopping leave no half file and no old file touched, and say so. Names are
 * such as every system takes. */
#include "../document/fail-calls.h"
#include "../document/file-fixture.h"
#include "lv-chart-build.h"
#include "lv-export-doubts.h"
#include "lv-export-name.h"
#include "lv-export-set.h"
#include "lv-file-save.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define OLD "the old file"

static LvModel *model;
static LvState *base;

/* @what: (nullable): ids; %NULL for all that the pack offers */
static LvExportSet *
set_of (const char *folder, const GPtrArray *what)
{
  GDate date;
  const LvSide side = { .title = NULL, .state = base };
  LvExportSet *set;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 21, G_DATE_NOVEMBER, 2026);
  set = lv_export_set_new (base, folder, &date);
  lv_export_set_add_pack (set, &side, what, LV_N_PROFILES);
  return set;
}

static LvExportSet *
set_new (const char *folder)
{
  return set_of (folder, NULL);
}

static const LvExportJob *
job_at (const LvExportSet *set, guint index)
{
  return g_ptr_array_index (lv_export_set_jobs (set), index);
}

static guint
n_jobs (const LvExportSet *set)
{
  return lv_export_set_jobs (set)->len;
}

static gboolean
run (LvExportSet *set, guint threads, gboolean replace)
{
  const LvExportRun how = { .replace = replace, .n_threads = threads };

  return lv_export_set_run (set, &how, NULL);
}

static void
test_threads (void)
{
  g_autoptr (TestFolder) one = test_folder_new ();
  g_autoptr (TestFolder) many = test_folder_new ();
  g_autoptr (LvExportSet) a = set_new (one);
  g_autoptr (LvExportSet) b = set_new (many);

  g_assert_cmpuint (n_jobs (a), ==, 4);
  g_assert_true (run (a, 1, FALSE));
  g_assert_true (run (b, 4, FALSE));
  for (guint i = 0; i < n_jobs (a); i++)
    {
      g_autofree char *left = NULL;
      g_autofree char *right = NULL;
      gsize n_left;
      gsize n_right;

      g_assert_cmpint (job_at (a, i)->outcome, ==, LV_EXPORT_WRITTEN);
      g_assert_true (g_file_get_contents (job_at (a, i)->path, &left, &n_left, NULL));
      g_assert_true (g_file_get_contents (job_at (b, i)->path, &right, &n_right, NULL));
      g_assert_cmpmem (left, n_left, right, n_right);
    }
  g_assert_cmpuint (count_files (one), ==, n_jobs (a));
  g_assert_cmpuint (count_files (many), ==, n_jobs (a));
}

static void
test_replaces_only_when_told (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LvExportSet) first = set_new (folder);
  g_autoptr (LvExportSet) second = set_new (folder);

  put (job_at (first, 1)->path, OLD);
  g_assert_cmpuint (lv_export_set_n_existing (first), ==, 1);
  g_assert_true (run (first, 2, FALSE));
  g_assert_cmpint (job_at (first, 1)->outcome, ==, LV_EXPORT_KEPT);
  g_assert_cmpuint (lv_export_set_count (first, LV_EXPORT_WRITTEN), ==, n_jobs (first) - 1);
  assert_holds (job_at (first, 1)->path, OLD);
  g_assert_true (run (second, 2, TRUE));
  g_assert_cmpuint (lv_export_set_count (second, LV_EXPORT_WRITTEN), ==, n_jobs (second));
}

static void
assert_told (const LvExportJob *job, int code)
{
  g_autofree char *name = g_path_get_basename (job->path);

  g_assert_cmpint (job->outcome, ==, LV_EXPORT_FAILED);
  g_assert_error (job->error, LV_FILE_ERROR, code);
  g_assert_nonnull (strstr (job->error->message, name));
}

/* The first file fails, and the others would for the same reason. */
static void
test_full_disk (void)
{
  const int numbers[] = { ENOSPC, EDQUOT, EFBIG };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autoptr (LvExportSet) set = set_new (folder);

      for (guint j = 0; j < n_jobs (set); j++)
        put (job_at (set, j)->path, OLD);
      fail_calls_start (FAIL_EVER, 1, numbers[i]);
      g_assert_false (run (set, 1, TRUE));
      fail_calls_stop ();
      g_assert_cmpuint (lv_export_set_count (set, LV_EXPORT_FAILED), ==, 1);
      g_assert_cmpuint (lv_export_set_count (set, LV_EXPORT_WAITING), ==, n_jobs (set) - 1);
      for (guint j = 0; j < n_jobs (set); j++)
        {
          assert_holds (job_at (set, j)->path, OLD);
          if (job_at (set, j)->outcome == LV_EXPORT_FAILED)
            assert_told (job_at (set, j), LV_FILE_ERROR_FULL);
        }
      g_assert_cmpuint (count_files (folder), ==, n_jobs (set));
    }
}

/* Each call that a save makes fails alone, as when a network comes and goes: a file is the old one or a whole new one. */
static void
test_each_call_fails (void)
{
  const int numbers[] = { EIO, EBUSY, ETXTBSY, EROFS, ESTALE };
  g_autoptr (GPtrArray) what = g_ptr_array_new ();

  g_ptr_array_add (what, (gpointer) "figur");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint at = 1; at < 40; at++)
      {
        g_autoptr (TestFolder) folder = test_folder_new ();
        g_autoptr (LvExportSet) set = set_of (folder, what);
        guint n;

        for (guint j = 0; j < n_jobs (set); j++)
          put (job_at (set, j)->path, OLD);
        fail_calls_start (FAIL_ERROR, at, numbers[i]);
        run (set, 1, TRUE);
        n = fail_calls_stop ();
        for (guint j = 0; j < n_jobs (set); j++)
          {
            const LvExportJob *job = job_at (set, j);
            g_autofree char *text = NULL;

            if (job->outcome == LV_EXPORT_WRITTEN
                || g_error_matches (job->error, LV_FILE_ERROR, LV_FILE_ERROR_UNCERTAIN))
              continue;
            g_assert_true (g_file_get_contents (job->path, &text, NULL, NULL));
            g_assert_cmpstr (text, ==, OLD);
            if (numbers[i] == EBUSY || numbers[i] == ETXTBSY)
              assert_told (job, LV_FILE_ERROR_BUSY);
          }
        g_assert_cmpuint (count_files (folder), ==, n_jobs (set));
        if (at > n)
          break;
      }
}

static gboolean
is_refused (const char *folder)
{
  g_autoptr (LvExportSet) set = set_new (folder);

  if (run (set, 1, TRUE) || lv_export_set_count (set, LV_EXPORT_WRITTEN) > 0)
    return FALSE;
  return lv_export_set_count (set, LV_EXPORT_FAILED) == 1
         && g_error_matches (job_at (set, 1)->error, LV_FILE_ERROR, LV_FILE_ERROR_FOLDER);
}

static void
test_read_only_folder (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();

  g_assert_no_errno (g_chmod (folder, 0555));
  as_nobody (is_refused, folder);
  g_assert_no_errno (g_chmod (folder, 0755));
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "x", NULL);
  g_autoptr (LvExportSet) set = set_new (below);

  put (file, OLD);
  g_assert_false (run (set, 2, TRUE));
  g_assert_cmpuint (lv_export_set_count (set, LV_EXPORT_WRITTEN), ==, 0);
  for (guint i = 0; i < n_jobs (set); i++)
    if (job_at (set, i)->outcome == LV_EXPORT_FAILED)
      g_assert_nonnull (strstr (job_at (set, i)->error->message, below));
  assert_holds (file, OLD);
}

static void
test_open_elsewhere (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LvExportSet) set = set_new (folder);
  g_autofree char *libre = NULL;
  g_autofree char *office = NULL;
  g_autofree char *name = g_path_get_basename (job_at (set, 0)->path);
  g_autofree char *other = g_path_get_basename (job_at (set, 1)->path);
  g_autofree char *lock = g_strdup_printf (".~lock.%s#", name);
  g_autofree char *owner = g_strdup_printf ("~$%s", other);

  libre = g_build_filename (folder, lock, NULL);
  office = g_build_filename (folder, owner, NULL);
  put (job_at (set, 0)->path, OLD);
  put (job_at (set, 1)->path, OLD);
  put (libre, "Økonomi\\, drift,oko,PC-1204,29.11.2026 12:00,file:///home/oko/.config/libreoffice/4;");
  put (office, "\x07" "oko");
  g_assert_false (run (set, 2, TRUE));
  assert_told (job_at (set, 0), LV_FILE_ERROR_BUSY);
  g_assert_nonnull (strstr (job_at (set, 0)->error->message, "Økonomi, drift, PC-1204"));
  assert_told (job_at (set, 1), LV_FILE_ERROR_BUSY);
  assert_holds (job_at (set, 0)->path, OLD);
  assert_holds (job_at (set, 1)->path, OLD);
  g_assert_cmpint (job_at (set, 2)->outcome, ==, LV_EXPORT_WRITTEN);
}

typedef struct
{
  GCancellable *stop;
  guint begun;
} Stop;

static void
stop_cb (const LvExportJob *job, guint n_done, guint n, gpointer data)
{
  Stop *stop = data;

  g_assert_cmpuint (n_done, ==, stop->begun);
  g_assert_cmpuint (n, ==, 4);
  if (++stop->begun == 2)
    g_cancellable_cancel (stop->stop);
}

static void
test_stop (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LvExportSet) set = set_new (folder);
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  Stop seen = { stop, 0 };
  const LvExportRun how = { .n_threads = 1, .progress = stop_cb, .user_data = &seen };

  g_assert_false (lv_export_set_run (set, &how, stop));
  g_assert_cmpuint (seen.begun, ==, 2);
  g_assert_cmpuint (lv_export_set_count (set, LV_EXPORT_WRITTEN), ==, 2);
  g_assert_cmpuint (lv_export_set_count (set, LV_EXPORT_WAITING), ==, 2);
  g_assert_cmpuint (count_files (folder), ==, 2);
}

/* --- Names */

static void
test_safe_names (void)
{
  const char *const cases[][2] = {
    { "Bilag 3: TA-analyse", "Bilag 3 - TA-analyse" },
    { "Køb/STU \"alt\"?", "Køb-STU -alt" },
    { "a<b>c|d*e\\f:g", "a-b-c-d-e-f-g" },
    { " . Til sidst. ", "Til sidst" },
    { "linje\nskift\ttab", "linje skift tab" },
    { "CON", "_CON" },
    { "com1.xlsx", "_com1.xlsx" },
    { "lpt", "lpt" },
    { "Konto", "Konto" },
    { "...", "-" },
    { "", "-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = lv_export_safe_name (cases[i][0], 60);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

static void
test_unique_names (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *first = lv_export_unique_name ("Ærø", "pdf", taken);
  g_autofree char *second = lv_export_unique_name ("ÆRØ", "pdf", taken);
  g_autofree char *folder = lv_export_unique_name ("Ærø", NULL, taken);
  g_autofree char *long_text = g_strnfill (300, 'x');
  g_autofree char *long_name = lv_export_unique_name (long_text, "xlsx", taken);
  g_autofree char *longer = lv_export_unique_name (long_text, "xlsx", taken);

  g_assert_cmpstr (first, ==, "Ærø.pdf");
  g_assert_cmpstr (second, ==, "ÆRØ (2).pdf");
  g_assert_cmpstr (folder, ==, "Ærø");
  g_assert_cmpint (g_utf8_strlen (long_name, -1), ==, LV_EXPORT_NAME_MAX);
  g_assert_cmpint (g_utf8_strlen (longer, -1), ==, LV_EXPORT_NAME_MAX);
  g_assert_true (g_str_has_suffix (longer, " (2).xlsx"));
}

static char *
paper_name (const LvPack *pack, const char *id, LvProfile profile, const LvPaper *paper)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return lv_export_paper_name (pack, lv_pack_find (pack, id), profile, paper, taken);
}

static void
test_paper_names (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvModel) aarhus = lv_model_load (folder, NULL, problems);
  const LvPack *pack = lv_model_pack (aarhus);
  const LvPaper own = { .number = "Bilag 7" };
  const LvPaper titled = { .title = "Kort om TA" };
  g_autofree char *plain = paper_name (pack, "bilag3", LV_PROFILE_BILAG, NULL);
  g_autofree char *calculation = paper_name (pack, "bilag3", LV_PROFILE_BEREGNING, NULL);
  g_autofree char *numbered = paper_name (pack, "bilag3", LV_PROFILE_PDF, &own);
  g_autofree char *other = paper_name (pack, "bilag3", LV_PROFILE_PDF, &titled);
  g_autofree char *none = paper_name (pack, "bilag-opfoelgning", LV_PROFILE_ICS, NULL);

  g_assert_cmpstr (plain, ==, "Bilag 3 - TA-analyse.xlsx");
  g_assert_cmpstr (calculation, ==, "Bilag 3 - TA-analyse - beregning.xlsx");
  g_assert_cmpstr (numbered, ==, "Bilag 7 - TA-analyse.pdf");
  g_assert_cmpstr (other, ==, "Bilag 3 - Kort om TA.pdf");
  g_assert_cmpstr (none, ==, "Opfølgningsliste.ics");
}

/* --- How accessible workbooks are */

/* Of each workbook Bilag, and of nothing else. */
static void
test_access (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LvExportSet) set = set_new (folder);
  guint n = 0;

  g_assert_true (run (set, 2, FALSE));
  for (guint i = 0; i < n_jobs (set); i++)
    {
      const LvExportJob *job = job_at (set, i);
      gboolean is_bilag = job->item->kind == LV_KIND_ATTACHMENT && job->profile == LV_PROFILE_BILAG;

      g_assert_cmpint (job->access != NULL, ==, is_bilag);
      n += is_bilag;
      if (is_bilag)
        g_assert_cmpuint (job->access->n_broken, ==, 0);
    }
  g_assert_cmpuint (n, ==, 1);
}

/* --- Charts of nothing */

/* A chart without a number is left out and says why; the others are made, and nothing has failed. */
static void
test_empty_chart (void)
{
  g_autofree char *pack = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvModel) aarhus = lv_model_load (pack, NULL, problems);
  g_autoptr (LvState) state = lv_state_new (aarhus);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GPtrArray) what = g_ptr_array_new ();
  const LvSide side = { .title = NULL, .state = state };
  g_autoptr (LvExportSet) set = NULL;
  GDate date;

  g_ptr_array_add (what, (gpointer) "figur.h.merforbrug");
  g_ptr_array_add (what, (gpointer) "figur.h.netto");
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 21, G_DATE_NOVEMBER, 2026);
  set = lv_export_set_new (state, folder, &date);
  lv_export_set_add_pack (set, &side, what, LV_N_PROFILES);
  g_assert_true (run (set, 2, FALSE));
  g_assert_cmpint (job_at (set, 0)->outcome, ==, LV_EXPORT_WRITTEN);
  g_assert_cmpint (job_at (set, 1)->outcome, ==, LV_EXPORT_NOTHING);
  g_assert_error (job_at (set, 1)->error, LV_CHART_ERROR, LV_CHART_ERROR_EMPTY);
  g_assert_cmpuint (count_files (folder), ==, 1);
  /* Once more: what was said the first time was said over, with a warning. */
  g_assert_true (run (set, 2, TRUE));
  g_assert_cmpint (job_at (set, 1)->outcome, ==, LV_EXPORT_NOTHING);
}

/* --- Doubts */

static void
test_doubts (void)
{
  g_autoptr (LvState) state = lv_state_copy (base);
  const LvSide side = { .title = "x", .state = state };

  g_assert_cmpuint (lv_export_n_unreasoned (&side, base), ==, 0);
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);

      if (lv_node_parameter (node) == NULL || lv_node_parameter (node)->input != LV_INPUT_NUMBER
          || lv_node_parameter (node)->role != LV_ROLE_LEVER)
        continue;
      lv_state_set (state, node, 0, lv_state_number (state, node, 0) + 1);
      lv_state_update (state);
      break;
    }
  g_assert_cmpuint (lv_export_n_unreasoned (&side, base), ==, 1);
}

int
main (int argc, char **argv)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();

  g_test_init (&argc, &argv, NULL);
  model = lv_model_load (argv[1], NULL, problems);
  g_assert_nonnull (model);
  base = lv_state_new (model);
  g_test_add_func ("/export-set/threads", test_threads);
  g_test_add_func ("/export-set/replaces-only-when-told", test_replaces_only_when_told);
  g_test_add_func ("/export-set/empty-chart", test_empty_chart);
  g_test_add_func ("/export-set/full-disk", test_full_disk);
  g_test_add_func ("/export-set/each-call-fails", test_each_call_fails);
  g_test_add_func ("/export-set/read-only-folder", test_read_only_folder);
  g_test_add_func ("/export-set/no-folder", test_no_folder);
  g_test_add_func ("/export-set/open-elsewhere", test_open_elsewhere);
  g_test_add_func ("/export-set/stop", test_stop);
  g_test_add_func ("/export-set/safe-names", test_safe_names);
  g_test_add_func ("/export-set/unique-names", test_unique_names);
  g_test_add_func ("/export-set/paper-names", test_paper_names);
  g_test_add_func ("/export-set/access", test_access);
  g_test_add_func ("/export-set/doubts", test_doubts);
  return g_test_run ();
}
