/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-autosave.h"

#include "lv-claim.h"
#include "lv-file-save.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* What the threads share: one file, one writer at a time, and no version after a later one. */
typedef struct
{
  GMutex mutex;
  char *file;
  guint64 turn; /* a job of an earlier turn has nothing to write any more */
} Writer;

typedef struct
{
  Writer *writer;
  GBytes *bytes;
  guint64 turn;
} Job;

struct _LvAutosave
{
  GObject parent_instance;

  char *folder;
  char *id;
  int claim;               /* -1 while it can't be had */
  LvRecoveryRecord record; /* without time and bytes */
  LvAutosaveContents contents;
  gpointer user_data;

  Writer *writer; /* (owned) */
  guint delay_ms;
  GSource *timer;   /* (nullable) */
  gboolean dirty;   /* something is not in the recovery file, nor on its way */
  gboolean writing; /* a job is on its way */
  guint64 job_turn; /* its turn */
  gboolean due;     /* the timer rang meanwhile */
  gboolean failing; /* has been told */
};

enum
{
  WRITTEN,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvAutosave, lv_autosave, G_TYPE_OBJECT)

static void write_soon (LvAutosave *self);

/* Writer and job */

static void
writer_clear (gpointer data)
{
  Writer *writer = data;

  g_mutex_clear (&writer->mutex);
  g_free (writer->file);
}

static void
writer_unref (Writer *writer)
{
  g_atomic_rc_box_release_full (writer, writer_clear);
}

static Writer *
writer_new (const char *file)
{
  Writer *writer = g_atomic_rc_box_new0 (Writer);

  g_mutex_init (&writer->mutex);
  writer->file = g_strdup (file);
  return writer;
}

static gboolean
writer_save (Writer *writer, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (writer->file);

  /* Somebody may have tidied up; lv_file_save() says so if it can't be made again. */
  g_mkdir_with_parents (folder, 0700);
  return lv_file_save (writer->file, bytes, error);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  writer_unref (job->writer);
  g_bytes_unref (job->bytes);
  g_free (job);
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&job->writer->mutex);
  GError *error = NULL;

  if (job->turn != job->writer->turn || writer_save (job->writer, job->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The document */

static void
take_claim (LvAutosave *self)
{
  g_autofree char *path = lv_recovery_file (self->folder, self->id, LV_RECOVERY_CLAIM);

  if (self->claim < 0)
    lv_claim_create (path, &self->claim);
}

/* A new id is claimed before anything is written: what is written is never another's to find. */
static void
choose_id (LvAutosave *self, LvRecovered *recovered)
{
  if (recovered != NULL)
    self->id = lv_recovered_adopt (recovered, &self->claim);
  else
    self->id = g_uuid_string_random ();
  take_claim (self);
}

static GBytes *
version (LvAutosave *self)
{
  g_autoptr (GBytes) contents = self->contents (self->user_data);
  LvRecoveryRecord record = self->record;

  record.bytes = contents;
  record.time_us = g_get_real_time ();
  return lv_recovery_record_to_bytes (&record);
}

static void
stop_timer (LvAutosave *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  self->due = FALSE;
}

static gboolean
timer_cb (gpointer data)
{
  LvAutosave *self = data;

  g_clear_pointer (&self->timer, g_source_unref);
  if (self->writing)
    self->due = TRUE;
  else
    write_soon (self);
  return G_SOURCE_REMOVE;
}

static void
start_timer (LvAutosave *self)
{
  if (self->timer != NULL || self->due)
    return;
  self->timer = g_timeout_source_new (self->delay_ms);
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
tell (LvAutosave *self, const GError *error)
{
  gboolean told = self->failing;

  self->failing = error != NULL;
  if (error == NULL)
    g_signal_emit (self, signals[WRITTEN], 0);
  else if (!told)
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* What was saved, written or given up meanwhile is no news any more.  Not written is as good as edited again. */
static void
tell_unless_stale (LvAutosave *self, const Job *job, const GError *error)
{
  if (job->turn != self->writer->turn)
    return;
  if (error != NULL)
    {
      self->dirty = TRUE;
      start_timer (self);
    }
  tell (self, error);
}

/* Tells before the next version is asked for, so that "written" is about the one that was asked for last. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *weak = data;
  g_autoptr (LvAutosave) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (weak);
  g_task_propagate_boolean (G_TASK (result), &error);
  if (self == NULL)
    return;
  self->writing = FALSE;
  tell_unless_stale (self, g_task_get_task_data (G_TASK (result)), error);
  if (!self->due)
    return;
  self->due = FALSE;
  write_soon (self);
}

static void
write_soon (LvAutosave *self)
{
  g_autoptr (GTask) task = NULL;
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  Job *job = g_new0 (Job, 1);

  take_claim (self);
  job->writer = g_atomic_rc_box_acquire (self->writer);
  job->bytes = version (self);
  job->turn = self->writer->turn;
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, NULL, written_cb, weak);
  g_task_set_source_tag (task, write_soon);
  g_task_set_task_data (task, job, job_free);
  self->dirty = FALSE;
  self->writing = TRUE;
  self->job_turn = job->turn;
  g_task_run_in_thread (task, job_thread);
}

static void
lv_autosave_dispose (GObject *object)
{
  stop_timer (LV_AUTOSAVE (object));
  G_OBJECT_CLASS (lv_autosave_parent_class)->dispose (object);
}

static void
lv_autosave_finalize (GObject *object)
{
  LvAutosave *self = LV_AUTOSAVE (object);
  g_autofree char *open = lv_recovery_file (self->folder, self->id, LV_RECOVERY_CLAIM);

  if (self->claim >= 0)
    lv_claim_release (open, self->claim);
  lv_recovery_record_clear (&self->record);
  writer_unref (self->writer);
  g_free (self->folder);
  g_free (self->id);
  G_OBJECT_CLASS (lv_autosave_parent_class)->finalize (object);
}

static void
lv_autosave_class_init (LvAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_autosave_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_autosave_finalize;
  signals[WRITTEN] = g_signal_new ("written", LV_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /* Once, until a version is written again. */
  signals[FAILED] = g_signal_new ("failed", LV_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lv_autosave_init (LvAutosave *self)
{
  self->claim = -1;
  self->delay_ms = LV_AUTOSAVE_DELAY_MS;
  self->record.title = g_strdup ("");
}

/**
 * lv_autosave_new:
 * @folder: the recovery folder, which is made if it isn't there
 * @recovered: (nullable): what the document was made from; its file is kept and written on
 * @contents: gives the document
 * @user_data: for @contents; must live as long as the object
 *
 * Belongs to the main context that is the thread's default.
 *
 * Returns: (transfer full): an autosave without edits
 */
LvAutosave *
lv_autosave_new (const char *folder, LvRecovered *recovered, LvAutosaveContents contents,
                 gpointer user_data)
{
  LvAutosave *self;
  g_autofree char *file = NULL;

  g_return_val_if_fail (folder != NULL && contents != NULL, NULL);
  self = g_object_new (LV_TYPE_AUTOSAVE, NULL);
  self->folder = g_strdup (folder);
  self->contents = contents;
  self->user_data = user_data;
  g_mkdir_with_parents (folder, 0700);
  choose_id (self, recovered);
  file = lv_recovery_file (folder, self->id, LV_RECOVERY_SUFFIX);
  self->writer = writer_new (file);
  return self;
}

/**
 * lv_autosave_set_delay:
 * @delay_ms: milliseconds instead of %LV_AUTOSAVE_DELAY_MS, from the next edit on
 */
void
lv_autosave_set_delay (LvAutosave *self, guint delay_ms)
{
  g_return_if_fail (LV_IS_AUTOSAVE (self));
  self->delay_ms = delay_ms;
}

/**
 * lv_autosave_set_document:
 * @path: (nullable) (type filename): the document's absolute path; %NULL before it was saved
 * @title: what the window calls it
 * @base: (nullable): lv_file_hash() of the version that was opened or saved last
 *
 * Goes into the next version that is written.
 */
void
lv_autosave_set_document (LvAutosave *self, const char *path, const char *title, const char *base)
{
  LvRecoveryRecord record = { .path = g_strdup (path), .title = g_strdup (title), .base = g_strdup (base) };

  g_return_if_fail (LV_IS_AUTOSAVE (self) && title != NULL);
  lv_recovery_record_clear (&self->record);
  self->record = record;
}

/**
 * lv_autosave_touch:
 *
 * The document was edited. The first edit starts the clock, later ones go along.
 */
void
lv_autosave_touch (LvAutosave *self)
{
  g_return_if_fail (LV_IS_AUTOSAVE (self));
  self->dirty = TRUE;
  start_timer (self);
}

/* From here on jobs that have not begun write nothing, and none is writing. */
static GMutexLocker *
begin_turn (LvAutosave *self)
{
  GMutexLocker *locker;

  stop_timer (self);
  self->dirty = FALSE;
  locker = g_mutex_locker_new (&self->writer->mutex);
  self->writer->turn++;
  return locker;
}

/**
 * lv_autosave_flush:
 * @error: return location for an #LvFileError
 *
 * Writes what is not written yet, at once, as when the desktop ends the session.
 *
 * Returns: whether everything is in the recovery file
 */
gboolean
lv_autosave_flush (LvAutosave *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (LV_IS_AUTOSAVE (self), FALSE);
  if (!self->dirty && !(self->writing && self->job_turn == self->writer->turn))
    return TRUE;
  take_claim (self);
  bytes = version (self);
  locker = begin_turn (self);
  if (writer_save (self->writer, bytes, error))
    return TRUE;
  lv_autosave_touch (self);
  return FALSE;
}

/**
 * lv_autosave_clear:
 *
 * The document is saved as it is: there is nothing to recover. Waits for a version that is being written.
 */
void
lv_autosave_clear (LvAutosave *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (LV_IS_AUTOSAVE (self));
  locker = begin_turn (self);
  g_unlink (self->writer->file);
}

/**
 * lv_autosave_discard:
 * @now: the time
 * @error: return location for an #LvFileError or a #GFileError
 *
 * The user closes without saving: the document as it is now goes to the trash of the recovery folder, where it is
 * kept for %LV_RECOVERY_TRASH_DAYS days.
 *
 * Returns: whether it is there, or nothing was to be kept
 */
gboolean
lv_autosave_discard (LvAutosave *self, GDateTime *now, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (LV_IS_AUTOSAVE (self) && now != NULL, FALSE);
  if (!lv_autosave_flush (self, error))
    return FALSE;
  locker = begin_turn (self);
  if (!g_file_test (self->writer->file, G_FILE_TEST_EXISTS))
    return TRUE;
  return lv_recovery_trash (self->folder, self->id, now, error);
}
