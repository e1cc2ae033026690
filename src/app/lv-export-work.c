/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export-work.h"

struct _LvExportWork
{
  LvExportSet *set; /* (borrowed) */
  LvExportRun run;
  GCancellable *stop;
  GThread *thread;
  GMutex lock; /* for what follows */
  char *now;
  guint n_done;
  guint n;
  gboolean ended;
};

static void
progress_cb (const LvExportJob *job, guint n_done, guint n, gpointer data)
{
  LvExportWork *self = data;

  g_mutex_lock (&self->lock);
  g_free (self->now);
  self->now = g_filename_display_basename (job->path);
  self->n_done = n_done;
  self->n = n;
  g_mutex_unlock (&self->lock);
}

static gpointer
work_thread (gpointer data)
{
  LvExportWork *self = data;

  lv_export_set_run (self->set, &self->run, self->stop);
  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  g_mutex_unlock (&self->lock);
  return NULL;
}

/**
 * lv_export_work_new:
 * @set: must last longer
 * @replace: files that are there are replaced
 *
 * Begins to make @set.
 */
LvExportWork *
lv_export_work_new (LvExportSet *set, gboolean replace)
{
  LvExportWork *self = g_new0 (LvExportWork, 1);

  self->set = set;
  self->run = (LvExportRun){ .replace = replace, .progress = progress_cb, .user_data = self };
  self->stop = g_cancellable_new ();
  self->now = g_strdup ("");
  self->n = lv_export_set_jobs (set)->len;
  g_mutex_init (&self->lock);
  self->thread = g_thread_new ("attachments", work_thread, self);
  return self;
}

/** Stops it where it has not ended, and waits until the files that are begun are whole. */
void
lv_export_work_free (LvExportWork *self)
{
  if (self == NULL)
    return;
  g_cancellable_cancel (self->stop);
  g_thread_join (self->thread);
  g_mutex_clear (&self->lock);
  g_object_unref (self->stop);
  g_free (self->now);
  g_free (self);
}

/** Begins no other file. */
void
lv_export_work_stop (LvExportWork *self)
{
  g_cancellable_cancel (self->stop);
}

/**
 * lv_export_work_look:
 * @now: (out) (transfer full): the file that was begun last
 * @n_done: (out): how many are finished
 * @n: (out): how many there are
 *
 * Returns: whether it is still at work
 */
gboolean
lv_export_work_look (LvExportWork *self, char **now, guint *n_done, guint *n)
{
  gboolean ended;

  g_mutex_lock (&self->lock);
  *now = g_strdup (self->now);
  *n_done = self->n_done;
  *n = self->n;
  ended = self->ended;
  g_mutex_unlock (&self->lock);
  return !ended;
}
