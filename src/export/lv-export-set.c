/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export-set.h"

#include "lv-bilag.h"
#include "lv-chart-build.h"
#include "lv-chart-files.h"
#include "lv-file-open.h"
#include "lv-file-save.h"
#include "lv-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

struct _LvExportSet
{
  const LvState *base;
  char *folder;
  GDate date;
  GPtrArray *jobs;  /* LvExportJob */
  GPtrArray *sides; /* (nullable) LvSide: what attachments compare */
  GPtrArray *passports; /* LvPassport, while it runs: of each side one */
};

/* Jobs that one thread does, as they are made of the same contents. */
typedef struct
{
  GPtrArray *jobs;   /* LvExportJob */
  LvBilag *contents; /* (owned) (nullable): once a job has asked for it */
} Bundle;

/* A set at work. */
typedef struct
{
  LvExportSet *set;
  const LvExportRun *how;
  GCancellable *stop; /* (nullable) */
  GPtrArray *bundles; /* Bundle: the long ones first, so that no thread is left with one at the end */
  GMutex lock;        /* for what follows, and for telling */
  guint next;
  guint n_done;
  gboolean hopeless; /* the next files would fail for the same reason */
} Work;

static void
job_free (gpointer data)
{
  LvExportJob *job = data;

  g_free ((char *) job->side.title);
  g_free ((char *) job->paper.title);
  g_free ((char *) job->paper.number);
  g_free ((char *) job->paper.case_number);
  g_free ((char *) job->paper.document_number);
  g_free ((char *) job->paper.unit);
  g_free (job->path);
  g_clear_error (&job->error);
  lv_access_free (job->access);
  g_free (job);
}

/**
 * lv_export_set_new:
 * @base: the grundprognose of the model that all states are of
 * @folder: where the files go; it is made when it is not there
 * @date: the date in the files
 */
LvExportSet *
lv_export_set_new (const LvState *base, const char *folder, const GDate *date)
{
  LvExportSet *self = g_new0 (LvExportSet, 1);

  self->base = base;
  self->folder = g_strdup (folder);
  self->date = *date;
  self->jobs = g_ptr_array_new_with_free_func (job_free);
  return self;
}

void
lv_export_set_free (LvExportSet *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_ptr_array_unref (self->jobs);
  g_clear_pointer (&self->sides, g_ptr_array_unref);
  g_free (self);
}

/**
 * lv_export_set_add:
 * @side: the scenario; only its title is copied
 * @item: an attachment or a chart
 * @paper: (nullable): what the sender says of it
 * @name: of the file, below the set's folder
 *
 * Returns: (transfer none): the job
 */
const LvExportJob *
lv_export_set_add (LvExportSet *self, const LvSide *side, const LvItem *item, LvProfile profile,
                   const LvPaper *paper, const char *name)
{
  LvExportJob *job = g_new0 (LvExportJob, 1);

  job->item = item;
  job->profile = profile;
  job->side = *side;
  job->side.title = g_strdup (side->title);
  job->path = g_build_filename (self->folder, name, NULL);
  if (paper != NULL)
    job->paper = (LvPaper){ g_strdup (paper->title), g_strdup (paper->number), g_strdup (paper->case_number),
                            g_strdup (paper->document_number), g_strdup (paper->unit), paper->is_read };
  g_ptr_array_add (self->jobs, job);
  return job;
}

static gboolean
is_wanted (const GPtrArray *what, const LvItem *item)
{
  return what == NULL || g_ptr_array_find_with_equal_func ((GPtrArray *) what, item->id, g_str_equal, NULL);
}

static void
add_attachment (LvExportSet *self, const LvSide *side, const LvItem *attachment, LvProfile only)
{
  for (LvProfile profile = 0; profile < LV_N_PROFILES; profile++)
    if (lv_attachment_has_profile (attachment, profile) && (only == LV_N_PROFILES || only == profile))
      {
        g_autofree char *name = lv_export_file_name (attachment, profile);

        lv_export_set_add (self, side, attachment, profile, NULL, name);
      }
}

/**
 * lv_export_set_add_pack:
 * @what: (nullable) (element-type utf8): ids of the attachments and charts that are wanted; %NULL for all
 * @only: one profile, and no charts; %LV_N_PROFILES for all
 *
 * Adds what the pack offers: each attachment in each of its profiles, and the charts, named by their ids.
 */
void
lv_export_set_add_pack (LvExportSet *self, const LvSide *side, const GPtrArray *what, LvProfile only)
{
  const LvPack *pack = lv_model_pack (lv_state_model (side->state));
  const GPtrArray *attachments = lv_pack_items (pack, LV_KIND_ATTACHMENT);
  const GPtrArray *charts = lv_pack_items (pack, LV_KIND_CHART);

  for (guint i = 0; i < attachments->len; i++)
    if (is_wanted (what, g_ptr_array_index (attachments, i)))
      add_attachment (self, side, g_ptr_array_index (attachments, i), only);
  for (guint i = 0; only == LV_N_PROFILES && i < charts->len; i++)
    {
      const LvItem *chart = g_ptr_array_index (charts, i);
      g_autofree char *name = g_strconcat (chart->id, ".pdf", NULL);

      if (is_wanted (what, chart))
        lv_export_set_add (self, side, chart, LV_PROFILE_PDF, NULL, name);
    }
}

/**
 * lv_export_set_compare:
 * @sides: (transfer full) (element-type LvSide): two to six, which attachments that compare scenarios hold against the
 *   first
 */
void
lv_export_set_compare (LvExportSet *self, GPtrArray *sides)
{
  g_clear_pointer (&self->sides, g_ptr_array_unref);
  self->sides = sides;
}

const char *
lv_export_set_folder (const LvExportSet *self)
{
  return self->folder;
}

/** Returns: (transfer none): the grundprognose */
const LvState *
lv_export_set_base (const LvExportSet *self)
{
  return self->base;
}

/** Returns: (transfer none) (element-type LvExportJob): the jobs in the order in which they were added */
const GPtrArray *
lv_export_set_jobs (const LvExportSet *self)
{
  return self->jobs;
}

guint
lv_export_set_count (const LvExportSet *self, LvExportOutcome outcome)
{
  guint n = 0;

  for (guint i = 0; i < self->jobs->len; i++)
    n += ((const LvExportJob *) g_ptr_array_index (self->jobs, i))->outcome == outcome;
  return n;
}

/** Returns: how many of the files are there already */
guint
lv_export_set_n_existing (const LvExportSet *self)
{
  guint n = 0;

  for (guint i = 0; i < self->jobs->len; i++)
    n += g_file_test (((const LvExportJob *) g_ptr_array_index (self->jobs, i))->path, G_FILE_TEST_EXISTS);
  return n;
}

/* --- One file */

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, LV_FILE_ERROR, LV_FILE_ERROR_FOLDER, _ ("The folder “%s” can't be made: %s"), shown,
               g_strerror (errno));
  return FALSE;
}

static gboolean
is_free (const char *path, GError **error)
{
  g_autofree char *who = lv_file_open_by (path);
  g_autofree char *shown = g_filename_display_name (path);

  if (who == NULL)
    return TRUE;
  if (who[0] != '\0')
    g_set_error (error, LV_FILE_ERROR, LV_FILE_ERROR_BUSY,
                 _ ("“%s” was not replaced: it is open in another program (%s). Close it there, and make it again."),
                 shown, who);
  else
    g_set_error (error, LV_FILE_ERROR, LV_FILE_ERROR_BUSY,
                 _ ("“%s” was not replaced: it is open in another program. Close it there, and make it again."),
                 shown);
  return FALSE;
}

static gboolean
is_of (const LvPassport *passport, const LvSide *side)
{
  return lv_passport_is_of (passport, side->state, side->scenario, side->title);
}

static const LvPassport *
find_passport (const LvExportSet *self, const LvSide *side)
{
  for (guint i = 0; i < self->passports->len; i++)
    if (is_of (g_ptr_array_index (self->passports, i), side))
      return g_ptr_array_index (self->passports, i);
  return NULL;
}

static void
make_passports (LvExportSet *self)
{
  self->passports = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_passport_free);
  for (guint i = 0; i < self->jobs->len; i++)
    {
      const LvSide *side = &((const LvExportJob *) g_ptr_array_index (self->jobs, i))->side;
      LvExportOptions options = { .scenario = side->title, .said = side->scenario };

      if (find_passport (self, side) == NULL)
        g_ptr_array_add (self->passports, lv_export_passport (side->state, self->base, &options));
    }
}

/* "Aarhus 2025, version 1 · Grundprognose · Sporingskode: 4F7K92QM · Sagsnummer: 25-012345" */
static char *
chart_code (const LvExportJob *job, const LvPassport *passport)
{
  const LvPack *pack = lv_model_pack (lv_state_model (job->side.state));
  g_autofree char *id = lv_passport_id (passport, NULL, job->item->id);
  g_autofree char *number = job->paper.case_number != NULL
                                ? g_strdup_printf (" · %s: %s", lv_text_word (pack, "paper-case-number", "Case number"),
                                                   job->paper.case_number)
                                : g_strdup ("");

  return g_strdup_printf ("%s · %s · %s: %s%s", lv_passport_pack (passport), lv_passport_scenario (passport),
                          lv_text_word (pack, "xl-passport", "Passport"), id, number);
}

static GBytes *
make_bytes (const LvExportSet *self, Bundle *bundle, const LvExportJob *job, GError **error)
{
  LvExportOptions options = { .scenario = job->side.title,
                              .said = job->side.scenario,
                              .sides = self->sides,
                              .paper = &job->paper,
                              .passport = find_passport (self, &job->side),
                              .year = g_date_get_year (&self->date),
                              .month = (int) g_date_get_month (&self->date),
                              .day = g_date_get_day (&self->date) };
  g_autoptr (GDateTime) created = g_date_time_new_utc (options.year, options.month, options.day, 12, 0, 0);

  if (job->item->kind == LV_KIND_CHART)
    {
      g_autofree char *code = chart_code (job, options.passport);

      return lv_chart_item_to_pdf (job->item, job->side.state, self->base, created, code, error);
    }
  if (bundle->contents == NULL && job->profile != LV_PROFILE_BEREGNING && job->profile != LV_PROFILE_ICS)
    bundle->contents = lv_export_contents (job->side.state, self->base, job->item, &options);
  options.contents = bundle->contents;
  return lv_export_attachment (job->side.state, self->base, job->item, job->profile, &options, error);
}

static gboolean
is_bilag (const LvExportJob *job)
{
  return job->item->kind == LV_KIND_ATTACHMENT && job->profile == LV_PROFILE_BILAG;
}

static LvExportOutcome
write_file (const LvExportSet *self, Bundle *bundle, LvExportJob *job, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!make_folder (job->path, error) || !is_free (job->path, error))
    return LV_EXPORT_FAILED;
  bytes = make_bytes (self, bundle, job, error);
  if (bytes == NULL && lv_chart_is_left_out (*error))
    return LV_EXPORT_NOTHING;
  if (bytes == NULL)
    {
      g_autofree char *name = g_filename_display_basename (job->path);

      g_prefix_error (error, _ ("“%s” was not made: "), name);
      return LV_EXPORT_FAILED;
    }
  if (!lv_file_save (job->path, bytes, error))
    return LV_EXPORT_FAILED;
  if (is_bilag (job))
    job->access = lv_access_new (bytes, lv_model_pack (lv_state_model (job->side.state)));
  return LV_EXPORT_WRITTEN;
}

static void
do_job (Work *work, Bundle *bundle, LvExportJob *job)
{
  /* Of an earlier run. */
  g_clear_error (&job->error);
  g_clear_pointer (&job->access, lv_access_free);
  if (!work->how->replace && g_file_test (job->path, G_FILE_TEST_EXISTS))
    {
      job->outcome = LV_EXPORT_KEPT;
      return;
    }
  job->outcome = write_file (work->set, bundle, job, &job->error);
}

/* --- All of them */

/* A disk that is full or a folder that takes nothing would fail each of the others, too. */
static gboolean
is_hopeless (const GError *error)
{
  return g_error_matches (error, LV_FILE_ERROR, LV_FILE_ERROR_FULL)
         || g_error_matches (error, LV_FILE_ERROR, LV_FILE_ERROR_FOLDER)
         || g_error_matches (error, LV_FILE_ERROR, LV_FILE_ERROR_GONE);
}

static gboolean
goes_on (Work *work)
{
  return !work->hopeless && !g_cancellable_is_cancelled (work->stop);
}

/* With the lock held, but while the job is done. */
static void
do_bundle (Work *work, Bundle *bundle)
{
  for (guint i = 0; i < bundle->jobs->len && goes_on (work); i++)
    {
      LvExportJob *job = g_ptr_array_index (bundle->jobs, i);

      if (work->how->progress != NULL)
        work->how->progress (job, work->n_done, work->set->jobs->len, work->how->user_data);
      g_mutex_unlock (&work->lock);
      do_job (work, bundle, job);
      g_mutex_lock (&work->lock);
      work->n_done++;
      work->hopeless = work->hopeless || is_hopeless (job->error);
    }
  g_clear_pointer (&bundle->contents, lv_bilag_free);
}

static gpointer
work_thread (gpointer data)
{
  Work *work = data;

  g_mutex_lock (&work->lock);
  while (work->next < work->bundles->len && goes_on (work))
    do_bundle (work, g_ptr_array_index (work->bundles, work->next++));
  g_mutex_unlock (&work->lock);
  return NULL;
}

static int
weight (const LvExportJob *job)
{
  if (job->item->kind == LV_KIND_CHART)
    return 0;
  return job->profile == LV_PROFILE_BEREGNING ? 2 : 1;
}

static void
bundle_free (gpointer data)
{
  Bundle *bundle = data;

  g_ptr_array_unref (bundle->jobs);
  g_free (bundle);
}

/* Those of an attachment stand together, as they were added. */
static gboolean
is_beside (const Bundle *bundle, const LvExportJob *job)
{
  const LvExportJob *first = g_ptr_array_index (bundle->jobs, 0);

  return weight (job) == 1 && weight (first) == 1 && first->item == job->item
         && first->side.state == job->side.state;
}

static void
add_to_bundles (GPtrArray *bundles, LvExportJob *job)
{
  Bundle *bundle = bundles->len > 0 ? g_ptr_array_index (bundles, bundles->len - 1) : NULL;

  if (bundle == NULL || !is_beside (bundle, job))
    {
      bundle = g_new0 (Bundle, 1);
      bundle->jobs = g_ptr_array_new ();
      g_ptr_array_add (bundles, bundle);
    }
  g_ptr_array_add (bundle->jobs, job);
}

static GPtrArray *
make_bundles (const LvExportSet *self)
{
  GPtrArray *bundles = g_ptr_array_new_with_free_func (bundle_free);

  for (int w = 2; w >= 0; w--)
    for (guint i = 0; i < self->jobs->len; i++)
      if (weight (g_ptr_array_index (self->jobs, i)) == w)
        add_to_bundles (bundles, g_ptr_array_index (self->jobs, i));
  return bundles;
}

static void
run_threads (Work *work)
{
  guint n = work->how->n_threads > 0 ? work->how->n_threads : g_get_num_processors ();
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  for (guint i = 1; i < MIN (n, work->bundles->len); i++)
    {
      GThread *thread = g_thread_try_new ("attachments", work_thread, work, NULL);

      if (thread != NULL)
        g_ptr_array_add (threads, thread);
    }
  work_thread (work);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
}

/**
 * lv_export_set_run:
 * @run: how
 * @stop: (nullable): stops before the next file; what is made then stays
 *
 * Makes the files, and returns when that is done. The same bytes come from one thread and from many. A file that fails
 * does not keep the others back, unless they would fail for the same reason, as on a full disk.
 *
 * Returns: whether every file was made that was to be made
 */
gboolean
lv_export_set_run (LvExportSet *self, const LvExportRun *run, GCancellable *stop)
{
  Work work = { .set = self, .how = run, .stop = stop, .bundles = make_bundles (self) };

  g_mutex_init (&work.lock);
  make_passports (self);
  run_threads (&work);
  g_clear_pointer (&self->passports, g_ptr_array_unref);
  g_mutex_clear (&work.lock);
  g_ptr_array_unref (work.bundles);
  return lv_export_set_count (self, LV_EXPORT_FAILED) + lv_export_set_count (self, LV_EXPORT_WAITING) == 0;
}
