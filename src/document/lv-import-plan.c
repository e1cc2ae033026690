/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-plan-private.h"

#include "lv-text.h"

#include <string.h>

enum
{
  READ,
  MAPPED,
  PROPOSED,
  TAKEN,
  N_SIGNALS
};

static const char *const signal_names[N_SIGNALS] = { "read", "mapped", "proposed", "taken" };

G_DEFINE_FINAL_TYPE (LvImportPlan, lv_import_plan, G_TYPE_OBJECT)

void
lv_import_plan_tell (LvImportPlan *self, const char *signal)
{
  g_signal_emit_by_name (self, signal);
}

static void
drop_data (LvImportPlan *self)
{
  lv_import_plan_drop_proposal (self);
  g_clear_pointer (&self->mapping, lv_mapping_free);
  g_clear_pointer (&self->guess, lv_mapping_free);
  g_clear_pointer (&self->remembered, g_free);
  g_clear_pointer (&self->data, lv_sheet_data_free);
  g_clear_error (&self->error);
  self->workbook = FALSE;
}

static void
stop_reading (LvImportPlan *self)
{
  if (self->stop != NULL)
    g_cancellable_cancel (self->stop);
  g_clear_object (&self->stop);
  g_clear_object (&self->reading);
}

static void
lv_import_plan_dispose (GObject *object)
{
  LvImportPlan *self = LV_IMPORT_PLAN (object);

  stop_reading (self);
  drop_data (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_import_plan_parent_class)->dispose (object);
}

static void
lv_import_plan_finalize (GObject *object)
{
  LvImportPlan *self = LV_IMPORT_PLAN (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_array_unref (self->taken);
  g_free (self->memory);
  g_free (self->path);
  g_free (self->who);
  g_free (self->source);
  G_OBJECT_CLASS (lv_import_plan_parent_class)->finalize (object);
}

static void
lv_import_plan_class_init (LvImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_import_plan_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_import_plan_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    g_signal_new (signal_names[i], LV_TYPE_IMPORT_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lv_import_plan_init (LvImportPlan *self)
{
  self->taken = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->who = g_strdup ("");
  self->source = g_strdup ("");
}

/* What was compared with has become another: it is compared again. */
static void
session_changed_cb (LvImportPlan *self)
{
  if (self->data != NULL && !self->accepting)
    lv_import_plan_propose (self);
}

/* The model is another one: what columns and differences speak of is gone. */
static void
session_rebuilt_cb (LvImportPlan *self)
{
  lv_import_plan_cancel (self);
  lv_import_plan_tell (self, "read");
}

/**
 * lv_import_plan_new:
 * @memory: (nullable): the file of what columns meant before
 */
LvImportPlan *
lv_import_plan_new (LvSession *session, const char *memory)
{
  LvImportPlan *self = g_object_new (LV_TYPE_IMPORT_PLAN, NULL);

  self->session = g_object_ref (session);
  self->memory = g_strdup (memory);
  g_free (self->who);
  self->who = g_strdup (lv_session_user (session));
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "rebuilt", G_CALLBACK (session_rebuilt_cb), self, G_CONNECT_SWAPPED);
  return self;
}

LvSession *
lv_import_plan_session (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return self->session;
}

/* --- Reading */

/** What the thread reads, and what it hands back: nothing of it is anybody else's. */
typedef struct
{
  char *path;
  GBytes *bytes;
  char *name;
  LvTextForm wanted;
  LvTextForm used;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->name);
  g_free (job);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *stop)
{
  Job *job = data;
  GError *error = NULL;
  LvSheetData *read
      = job->path != NULL
            ? lv_import_read (job->path, &job->wanted, &job->used, &error)
            : lv_import_bytes (g_bytes_get_data (job->bytes, NULL), g_bytes_get_size (job->bytes), job->name,
                               &job->wanted, &job->used, &error);

  if (read != NULL)
    g_task_return_pointer (task, read, (GDestroyNotify) lv_sheet_data_free);
  else
    g_task_return_error (task, error);
}

/* The same table in another form still means what the user said. */
static void
take_data (LvImportPlan *self, LvSheetData *data, const LvTextForm *form)
{
  g_autoptr (LvMapping) mapping = g_steal_pointer (&self->mapping);
  g_autofree char *before = self->guess != NULL ? lv_mapping_to_string (self->guess) : NULL;
  g_autofree char *after = NULL;

  drop_data (self);
  self->form = *form;
  self->data = data;
  if (data == NULL)
    return;
  lv_import_plan_map (self);
  after = lv_mapping_to_string (self->guess);
  if (g_strcmp0 (before, after) != 0 || mapping == NULL)
    return;
  lv_mapping_free (self->mapping);
  self->mapping = g_steal_pointer (&mapping);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *waits = data;
  g_autoptr (LvImportPlan) self = g_weak_ref_get (waits);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  LvSheetData *read;

  g_weak_ref_clear (waits);
  if (self == NULL || self->reading != G_TASK (result))
    return;
  read = g_task_propagate_pointer (G_TASK (result), &error);
  g_clear_object (&self->reading);
  take_data (self, read, &job->used);
  self->error = g_steal_pointer (&error);
  lv_import_plan_tell (self, "read");
  if (read != NULL)
    lv_import_plan_propose (self);
}

static void
read_again (LvImportPlan *self)
{
  const LvPack *pack = lv_session_pack (self->session);
  Job *job = g_new0 (Job, 1);
  GWeakRef *waits;

  stop_reading (self);
  job->path = g_strdup (self->path);
  job->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  job->name = g_strdup (lv_text_word (pack, "import-clipboard", "clipboard"));
  job->wanted = self->wanted;
  self->stop = g_cancellable_new ();
  /* The task does not hold the plan: whichever thread lets go of the task last, it ends where it began. */
  waits = g_new0 (GWeakRef, 1);
  g_weak_ref_init (waits, self);
  self->reading = g_task_new (NULL, self->stop, read_cb, waits);
  g_task_set_task_data (self->reading, job, job_free);
  g_task_run_in_thread (self->reading, read_thread);
  lv_import_plan_tell (self, "read");
}

/** Lets go of what is going on; what was read is forgotten. */
void
lv_import_plan_cancel (LvImportPlan *self)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self));
  stop_reading (self);
  drop_data (self);
}

/** Reads a file; "read" says when it is done. */
void
lv_import_plan_read_file (LvImportPlan *self, const char *path)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && path != NULL);
  g_free (self->path);
  self->path = g_strdup (path);
  drop_data (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->wanted = (LvTextForm){ 0 };
  read_again (self);
}

/** Reads what stood on the clipboard. */
void
lv_import_plan_read_text (LvImportPlan *self, const char *text)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && text != NULL);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  drop_data (self);
  self->bytes = g_bytes_new (text, strlen (text));
  self->wanted = (LvTextForm){ .encoding = LV_ENCODING_UTF8 };
  read_again (self);
}

/** Reads the same once more, as the user says that it is written. */
void
lv_import_plan_set_form (LvImportPlan *self, const LvTextForm *wanted)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && wanted != NULL);
  if (wanted->delimiter == self->wanted.delimiter && wanted->decimal == self->wanted.decimal
      && wanted->encoding == self->wanted.encoding)
    return;
  self->wanted = *wanted;
  read_again (self);
}

gboolean
lv_import_plan_is_reading (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), FALSE);
  return self->reading != NULL;
}

gboolean
lv_import_plan_is_clipboard (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), FALSE);
  return self->bytes != NULL;
}

/** Returns: (transfer none) (nullable): why it could not be read */
const GError *
lv_import_plan_error (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return self->error;
}

/** Returns: (transfer none) (nullable): what the file is called */
const char *
lv_import_plan_file (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return self->data != NULL ? self->data->file : NULL;
}

/** Returns: (transfer none) (nullable): how the text was read; %NULL for a workbook */
const LvTextForm *
lv_import_plan_form (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return self->form.delimiter != 0 ? &self->form : NULL;
}

/** Returns: (transfer none): what the user says of it */
const LvTextForm *
lv_import_plan_wanted (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return &self->wanted;
}

/** Returns: (transfer none) (nullable): the cells */
const LvSheetData *
lv_import_plan_data (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return self->data;
}

/** Returns: whether it is our own workbook Beregning */
gboolean
lv_import_plan_is_workbook (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), FALSE);
  return self->workbook;
}
