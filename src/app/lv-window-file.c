/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-window-file.h"

#include "lv-file-save.h"

#include <glib/gi18n.h>

struct _LvWindowFile
{
  GObject parent_instance;

  LvSession *session;      /* (owned) */
  char *folder;            /* (owned): of the recovery files */
  LvFileWatch *watch;      /* (owned) (nullable): none before it has a file */
  LvFileLock *lock;        /* (owned) (nullable) */
  LvAutosave *autosave;    /* (owned) */
  char *title;             /* (owned) (nullable): what it is called while it has no file */
  char *kept;              /* (owned) (nullable): hash of what stands on disk that the user does not want */
  GPtrArray *last;         /* (owned) (nullable): what the document said when it was last looked at */
  gboolean saving;         /* the news of the document is ours */
};

enum
{
  CHANGED,
  DISK,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvWindowFile, lv_window_file, G_TYPE_OBJECT)

static LvDocument *
document (LvWindowFile *self)
{
  return lv_session_document (self->session);
}

static void
tell (LvWindowFile *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns: whether the document says something else than last time */
static gboolean
look (LvWindowFile *self)
{
  GPtrArray *groups = (GPtrArray *) lv_document_groups (document (self));
  gboolean is_other = groups != self->last;

  g_ptr_array_ref (groups);
  g_clear_pointer (&self->last, g_ptr_array_unref);
  self->last = groups;
  return is_other;
}

static GDateTime *
now (void)
{
  return g_date_time_new_now_local ();
}

/* --- Recovery */

static GBytes *
contents_cb (gpointer user_data)
{
  return lv_document_write (document (user_data));
}

static void
failed_cb (LvAutosave *autosave, const GError *error, LvWindowFile *self)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
begin_autosave (LvWindowFile *self, LvRecovered *recovered)
{
  if (self->autosave != NULL)
    g_signal_handlers_disconnect_by_data (self->autosave, self);
  g_clear_object (&self->autosave);
  self->autosave = lv_autosave_new (self->folder, recovered, contents_cb, self);
  g_signal_connect_object (self->autosave, "failed", G_CALLBACK (failed_cb), self, 0);
}

static void
name_autosave (LvWindowFile *self, const char *base)
{
  g_autofree char *name = lv_window_file_name (self);

  lv_autosave_set_document (self->autosave, lv_window_file_path (self), name,
                            base != NULL || self->watch == NULL ? base
                                                                : lv_file_watch_hash (self->watch));
}

/* Every edit, undo and redo. What is the same as the saved file need not be recovered. */
static void
session_changed_cb (LvWindowFile *self)
{
  if (self->saving || !look (self))
    return;
  if (lv_document_is_modified (document (self)))
    lv_autosave_touch (self->autosave);
  else
    lv_autosave_clear (self->autosave);
  tell (self);
}

/* --- The file */

static void
disk_cb (LvFileWatch *watch, int state, LvWindowFile *self)
{
  g_signal_emit (self, signals[DISK], 0, state);
}

static void
drop_file (LvWindowFile *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->lock, lv_file_lock_free);
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->title, g_free);
}

/* @watch: (transfer full); @lock: (transfer full) (nullable) */
static void
take_file (LvWindowFile *self, LvFileWatch *watch, LvFileLock *lock)
{
  drop_file (self);
  self->watch = watch;
  self->lock = lock;
  g_signal_connect_object (watch, "changed", G_CALLBACK (disk_cb), self, 0);
}

static void
take_document (LvWindowFile *self, LvDocument *other, GPtrArray *unplaced)
{
  self->saving = TRUE;
  lv_session_set_document (self->session, other, unplaced);
  self->saving = FALSE;
  look (self);
}

static LvDocument *
read_document (LvWindowFile *self, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autofree char *shown = g_filename_display_basename (path);
  LvDocument *other = lv_document_read (lv_session_pack (self->session), bytes, &own);

  if (other == NULL)
    g_set_error (error, own->domain, own->code, _ ("“%s” was not opened and is as it was: %s."), shown,
                 own->message);
  return other;
}

static char *
copy_title (const char *path)
{
  g_autofree char *shown = g_filename_display_basename (path);

  return g_strdup_printf (_ ("%s (copy)"), shown);
}

/**
 * lv_window_file_open:
 * @path: a local file
 * @how: what to do when somebody else has it open
 * @unplaced: (element-type utf8): gets a line for everything without a place
 * @error: return location for an error that names the file; G_IO_ERROR_BUSY when somebody else has it open, with
 *   @how %LV_FILE_OPEN
 *
 * Replaces the session's document. On an error everything stays as it is.
 *
 * Returns: whether it is opened
 */
gboolean
lv_window_file_open (LvWindowFile *self, const char *path, LvFileOpen how, GPtrArray *unplaced,
                     GError **error)
{
  g_autoptr (LvFileWatch) watch = lv_file_watch_new (path);
  g_autoptr (LvFileLock) lock = NULL;
  g_autoptr (GDateTime) time = now ();
  g_autoptr (GBytes) bytes = lv_file_watch_read (watch, error);
  g_autoptr (LvDocument) other = bytes != NULL ? read_document (self, path, bytes, error) : NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  if (other == NULL)
    return FALSE;
  if (how != LV_FILE_OPEN_COPY)
    lock = lv_file_lock_new (path, time);
  if (how == LV_FILE_OPEN && lv_file_lock_state (lock) == LV_FILE_LOCK_OTHER)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, lv_file_lock_owner (lock)->user);
      return FALSE;
    }
  if (how == LV_FILE_OPEN_ANYWAY)
    lv_file_lock_take_over (lock, time);
  lv_file_save_clean (folder);
  if (how == LV_FILE_OPEN_COPY)
    {
      drop_file (self);
      self->title = copy_title (path);
    }
  else
    take_file (self, g_steal_pointer (&watch), g_steal_pointer (&lock));
  take_document (self, other, unplaced);
  begin_autosave (self, NULL);
  name_autosave (self, NULL);
  tell (self);
  return TRUE;
}

/**
 * lv_window_file_recover:
 * @recovered: what was found; it may be freed afterwards
 * @error: return location for an error
 *
 * Takes up work that was not saved: under the file's name, and unsaved. A file that somebody else has open, or that
 * has become another, is not replaced without a question.
 */
gboolean
lv_window_file_recover (LvWindowFile *self, LvRecovered *recovered, GPtrArray *unplaced, GError **error)
{
  const LvRecoveryRecord *record = lv_recovered_record (recovered);
  g_autoptr (LvDocument) other
      = record != NULL ? lv_document_read (lv_session_pack (self->session), record->bytes, error) : NULL;
  g_autoptr (GDateTime) time = now ();
  g_autoptr (LvFileLock) lock = NULL;

  if (other == NULL)
    return FALSE;
  drop_file (self);
  if (record->path != NULL)
    lock = lv_file_lock_new (record->path, time);
  if (lock == NULL || lv_file_lock_state (lock) == LV_FILE_LOCK_OTHER)
    self->title = record->path != NULL ? copy_title (record->path) : NULL;
  else
    {
      LvFileState state = lv_recovered_original (recovered);

      take_file (self, lv_file_watch_new (record->path), g_steal_pointer (&lock));
      /* What has become another is never taken for read, so saving asks. */
      if (state == LV_FILE_UNCHANGED || state == LV_FILE_READ_ONLY)
        g_bytes_unref (lv_file_watch_read (self->watch, NULL));
    }
  lv_document_mark_unsaved (other);
  take_document (self, other, unplaced);
  begin_autosave (self, recovered);
  name_autosave (self, record->base);
  lv_autosave_touch (self->autosave);
  tell (self);
  return TRUE;
}

/**
 * lv_window_file_reread:
 *
 * Takes what stands on disk now. What was not saved goes to the trash of the recovery folder.
 *
 * Returns: whether it could be read; else everything stays as it is
 */
gboolean
lv_window_file_reread (LvWindowFile *self, GPtrArray *unplaced, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LvDocument) other = NULL;
  const char *path = lv_window_file_path (self);
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (LV_IS_WINDOW_FILE (self) && path != NULL, FALSE);
  file = g_file_new_for_path (path);
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  other = bytes != NULL ? read_document (self, path, bytes, error) : NULL;
  if (other == NULL || !lv_window_file_discard (self, error))
    return FALSE;
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = lv_file_watch_read (self->watch, error);
  if (bytes == NULL)
    return FALSE;
  g_clear_object (&other);
  other = read_document (self, path, bytes, error);
  if (other == NULL)
    return FALSE;
  g_clear_pointer (&self->kept, g_free);
  take_document (self, other, unplaced);
  name_autosave (self, NULL);
  tell (self);
  return TRUE;
}

/** An empty document without a file. */
void
lv_window_file_clear (LvWindowFile *self)
{
  g_autoptr (LvDocument) other = NULL;

  g_return_if_fail (LV_IS_WINDOW_FILE (self));
  other = lv_document_new (lv_session_pack (self->session), _ ("Scenarios"));
  drop_file (self);
  take_document (self, other, NULL);
  begin_autosave (self, NULL);
  name_autosave (self, NULL);
  tell (self);
}

static gboolean
write_to (LvWindowFile *self, LvFileWatch *watch, GError **error)
{
  g_autoptr (GBytes) bytes = lv_document_write (document (self));

  if (!lv_file_watch_save (watch, bytes, error))
    return FALSE;
  self->saving = TRUE;
  lv_document_mark_saved (document (self));
  self->saving = FALSE;
  look (self);
  lv_autosave_clear (self->autosave);
  g_clear_pointer (&self->kept, g_free);
  return TRUE;
}

/**
 * lv_window_file_save:
 * @error: return location for an error that says what to do
 *
 * Saves, whatever stands on disk: ask lv_window_file_needs_answer() before.
 */
gboolean
lv_window_file_save (LvWindowFile *self, GError **error)
{
  g_return_val_if_fail (LV_IS_WINDOW_FILE (self) && self->watch != NULL, FALSE);
  if (!write_to (self, self->watch, error))
    return FALSE;
  name_autosave (self, NULL);
  tell (self);
  return TRUE;
}

/**
 * lv_window_file_save_as:
 * @path: the new file; that it may be replaced has been asked
 * @error: return location for an error; G_IO_ERROR_BUSY when somebody has that file open
 *
 * Returns: whether the document is saved there, and has that file from now on
 */
gboolean
lv_window_file_save_as (LvWindowFile *self, const char *path, GError **error)
{
  g_autoptr (LvFileWatch) watch = NULL;
  g_autoptr (LvFileLock) lock = NULL;
  g_autoptr (GDateTime) time = now ();

  g_return_val_if_fail (LV_IS_WINDOW_FILE (self) && path != NULL, FALSE);
  if (lv_window_file_is (self, path))
    return lv_window_file_save (self, error);
  lock = lv_file_lock_new (path, time);
  if (lv_file_lock_state (lock) == LV_FILE_LOCK_OTHER)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                   _ ("“%s” is open for %s. Choose another name."), path, lv_file_lock_owner (lock)->user);
      return FALSE;
    }
  watch = lv_file_watch_new (path);
  if (!write_to (self, watch, error))
    return FALSE;
  take_file (self, g_steal_pointer (&watch), g_steal_pointer (&lock));
  name_autosave (self, NULL);
  tell (self);
  return TRUE;
}

/** Gives up what was not saved; it goes to the trash of the recovery folder. */
gboolean
lv_window_file_discard (LvWindowFile *self, GError **error)
{
  g_autoptr (GDateTime) time = now ();

  g_return_val_if_fail (LV_IS_WINDOW_FILE (self), FALSE);
  return lv_autosave_discard (self->autosave, time, error);
}

/** Returns: whether saving now would replace what somebody else has saved meanwhile */
gboolean
lv_window_file_needs_answer (LvWindowFile *self)
{
  g_return_val_if_fail (LV_IS_WINDOW_FILE (self), FALSE);
  if (self->watch == NULL || lv_file_watch_check (self->watch) != LV_FILE_CHANGED)
    return FALSE;
  return self->kept == NULL || lv_file_state (lv_window_file_path (self), self->kept) == LV_FILE_CHANGED;
}

/** The user wants what is in the window, not what stands on disk now: it counts as unsaved, and saving asks no more. */
void
lv_window_file_keep_mine (LvWindowFile *self, LvFileState state)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (LV_IS_WINDOW_FILE (self) && self->watch != NULL);
  if (state == LV_FILE_READ_ONLY || state == LV_FILE_UNCHANGED)
    return;
  file = g_file_new_for_path (lv_window_file_path (self));
  bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_free (self->kept);
  self->kept = bytes != NULL ? lv_file_hash (bytes) : NULL;
  self->saving = TRUE;
  lv_document_mark_unsaved (document (self));
  self->saving = FALSE;
  lv_autosave_touch (self->autosave);
  tell (self);
}

/** Returns: (transfer none) (nullable) (type filename): the file; %NULL before it has one */
const char *
lv_window_file_path (LvWindowFile *self)
{
  g_return_val_if_fail (LV_IS_WINDOW_FILE (self), NULL);
  return self->watch != NULL ? lv_file_watch_path (self->watch) : NULL;
}

/** Returns: (transfer full): what the window calls it */
char *
lv_window_file_name (LvWindowFile *self)
{
  const char *path = lv_window_file_path (self);

  if (path != NULL)
    return g_filename_display_basename (path);
  return g_strdup (self->title != NULL ? self->title : _ ("Untitled"));
}

/** Returns: whether nobody would miss it: no file, and nothing in it */
gboolean
lv_window_file_is_blank (LvWindowFile *self)
{
  g_return_val_if_fail (LV_IS_WINDOW_FILE (self), FALSE);
  return self->watch == NULL && self->title == NULL && !lv_document_is_modified (document (self));
}

gboolean
lv_window_file_is_modified (LvWindowFile *self)
{
  g_return_val_if_fail (LV_IS_WINDOW_FILE (self), FALSE);
  return lv_document_is_modified (document (self));
}

/** Returns: whether its file is @path, links followed */
gboolean
lv_window_file_is (LvWindowFile *self, const char *path)
{
  const char *own = lv_window_file_path (self);
  g_autofree char *one = own != NULL ? lv_file_real_path (own, NULL) : NULL;
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *other = lv_file_real_path (full, NULL);

  return own != NULL
         && (g_strcmp0 (own, full) == 0 || (one != NULL && g_strcmp0 (one, other) == 0));
}

/** Returns: (transfer full) (nullable): who else has @path open */
LvFileLock *
lv_window_file_other (const char *path)
{
  g_autoptr (GDateTime) time = now ();
  g_autoptr (LvFileLock) lock = lv_file_lock_new (path, time);

  return lv_file_lock_state (lock) == LV_FILE_LOCK_OTHER ? g_steal_pointer (&lock) : NULL;
}

/** Writes the recovery file at once, as when the desktop ends. */
gboolean
lv_window_file_flush (LvWindowFile *self)
{
  g_return_val_if_fail (LV_IS_WINDOW_FILE (self), FALSE);
  return lv_autosave_flush (self->autosave, NULL);
}

static void
lv_window_file_dispose (GObject *object)
{
  LvWindowFile *self = LV_WINDOW_FILE (object);

  drop_file (self);
  g_clear_object (&self->autosave);
  g_clear_pointer (&self->last, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_window_file_parent_class)->dispose (object);
}

static void
lv_window_file_finalize (GObject *object)
{
  g_free (LV_WINDOW_FILE (object)->folder);
  G_OBJECT_CLASS (lv_window_file_parent_class)->finalize (object);
}

static void
lv_window_file_class_init (LvWindowFileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_window_file_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_window_file_finalize;
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_WINDOW_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /* Somebody else did something to the file; the argument is the LvFileState. */
  signals[DISK] = g_signal_new ("disk", LV_TYPE_WINDOW_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  /* The recovery file can't be written; the argument says why. */
  signals[FAILED] = g_signal_new ("failed", LV_TYPE_WINDOW_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lv_window_file_init (LvWindowFile *self)
{
}

/** Returns: (transfer full) (type filename): where recovery files are kept */
char *
lv_window_file_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "ligevaegt", "recovery", NULL);
}

/**
 * lv_window_file_new:
 * @session: whose document it is
 * @folder: the recovery folder
 *
 * Returns: (transfer full): the session's document, without a file
 */
LvWindowFile *
lv_window_file_new (LvSession *session, const char *folder)
{
  LvWindowFile *self = g_object_new (LV_TYPE_WINDOW_FILE, NULL);

  self->session = g_object_ref (session);
  self->folder = g_strdup (folder);
  look (self);
  begin_autosave (self, NULL);
  name_autosave (self, NULL);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
