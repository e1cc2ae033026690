/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-file-watch.h"

#include "lv-file-save.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* One save by another program is several events. */
#define SETTLE_MS 100

struct _LvFileWatch
{
  GObject parent_instance;

  char *path;
  char *hash;            /* (nullable): nothing was read or saved yet */
  gint64 size;           /* -1 likewise */
  GFileMonitor *monitor; /* (nullable): where nothing can be watched */
  GSource *settle;       /* (nullable) */
  LvFileState told;
  char *told_hash;       /* (nullable): of what the file held when it was told */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvFileWatch, lv_file_watch, G_TYPE_OBJECT)

/**
 * lv_file_hash:
 *
 * Returns: (transfer full): SHA-256 of @bytes in hexadecimal
 */
char *
lv_file_hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_load_bytes (file, NULL, NULL, error);
}

static LvFileState
state_of_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return LV_FILE_GONE;
  return LV_FILE_UNREADABLE;
}

/* @found gets the hash of what is there now. */
static LvFileState
compare (const char *path, const char *hash, char **found)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_file (path, &error);

  *found = NULL;
  if (bytes == NULL)
    return state_of_error (error);
  *found = lv_file_hash (bytes);
  if (g_strcmp0 (*found, hash) != 0)
    return LV_FILE_CHANGED;
  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 ? LV_FILE_UNCHANGED : LV_FILE_READ_ONLY;
}

/**
 * lv_file_state:
 * @path: a local file
 * @hash: lv_file_hash() of what it once held
 *
 * Returns: what has become of it
 */
LvFileState
lv_file_state (const char *path, const char *hash)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (path != NULL && hash != NULL, LV_FILE_GONE);
  return compare (path, hash, &found);
}

static void
remember (LvFileWatch *self, GBytes *bytes)
{
  g_free (self->hash);
  self->hash = lv_file_hash (bytes);
  self->size = (gint64) g_bytes_get_size (bytes);
  self->told = LV_FILE_UNCHANGED;
  g_clear_pointer (&self->told_hash, g_free);
}

static gboolean
settled_cb (gpointer data)
{
  LvFileWatch *self = data;
  g_autofree char *found = NULL;
  LvFileState state;

  g_clear_pointer (&self->settle, g_source_unref);
  state = compare (self->path, self->hash, &found);
  if (state == self->told && (state != LV_FILE_CHANGED || g_strcmp0 (found, self->told_hash) == 0))
    return G_SOURCE_REMOVE;
  self->told = state;
  g_free (self->told_hash);
  self->told_hash = g_steal_pointer (&found);
  g_signal_emit (self, signals[CHANGED], 0, (int) state);
  return G_SOURCE_REMOVE;
}

/* Nothing read means nothing to compare with: a new document that is not saved yet. */
static void
event_cb (LvFileWatch *self)
{
  if (self->hash == NULL || self->settle != NULL)
    return;
  self->settle = g_timeout_source_new (SETTLE_MS);
  g_source_set_callback (self->settle, settled_cb, self, NULL);
  g_source_attach (self->settle, g_main_context_get_thread_default ());
}

static void
watch (LvFileWatch *self)
{
  g_autofree char *target = lv_file_real_path (self->path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (target != NULL ? target : self->path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (event_cb), self);
}

static void
lv_file_watch_dispose (GObject *object)
{
  LvFileWatch *self = LV_FILE_WATCH (object);

  if (self->settle != NULL)
    g_source_destroy (self->settle);
  g_clear_pointer (&self->settle, g_source_unref);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (lv_file_watch_parent_class)->dispose (object);
}

static void
lv_file_watch_finalize (GObject *object)
{
  LvFileWatch *self = LV_FILE_WATCH (object);

  g_free (self->path);
  g_free (self->hash);
  g_free (self->told_hash);
  G_OBJECT_CLASS (lv_file_watch_parent_class)->finalize (object);
}

static void
lv_file_watch_class_init (LvFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_file_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_file_watch_finalize;
  /* Somebody else did something to the file; the argument is the LvFileState. */
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
lv_file_watch_init (LvFileWatch *self)
{
  self->size = -1;
}

/**
 * lv_file_watch_new:
 * @path: a local file, which need not be there yet
 *
 * Signals come on the thread's default main context.
 *
 * Returns: (transfer full): a watch that remembers nothing yet
 */
LvFileWatch *
lv_file_watch_new (const char *path)
{
  LvFileWatch *self;

  g_return_val_if_fail (path != NULL, NULL);
  self = g_object_new (LV_TYPE_FILE_WATCH, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  watch (self);
  return self;
}

/**
 * lv_file_watch_read:
 * @error: return location for a #GIOErrorEnum
 *
 * Reads the file and remembers what it holds.
 *
 * Returns: (transfer full): the contents
 */
GBytes *
lv_file_watch_read (LvFileWatch *self, GError **error)
{
  GBytes *bytes;

  g_return_val_if_fail (LV_IS_FILE_WATCH (self), NULL);
  bytes = read_file (self->path, error);
  if (bytes != NULL)
    remember (self, bytes);
  return bytes;
}

/**
 * lv_file_watch_save:
 * @bytes: what the file shall hold
 * @error: return location for an #LvFileError
 *
 * Saves as lv_file_save(), whatever the file holds now, and remembers that. Ask lv_file_watch_check() before.
 *
 * Returns: whether it is saved
 */
gboolean
lv_file_watch_save (LvFileWatch *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  gboolean saved;

  g_return_val_if_fail (LV_IS_FILE_WATCH (self) && bytes != NULL, FALSE);
  saved = lv_file_save (self->path, bytes, &own_error);
  if (saved || g_error_matches (own_error, LV_FILE_ERROR, LV_FILE_ERROR_UNCERTAIN))
    remember (self, bytes);
  if (!saved)
    g_propagate_error (error, g_steal_pointer (&own_error));
  return saved;
}

/**
 * lv_file_watch_check:
 *
 * Reads the file once more. Before anything was read or saved, a file that is there is %LV_FILE_CHANGED: saving would
 * replace something never seen.
 *
 * Returns: what has become of the file
 */
LvFileState
lv_file_watch_check (LvFileWatch *self)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (LV_IS_FILE_WATCH (self), LV_FILE_GONE);
  return compare (self->path, self->hash, &found);
}

/**
 * lv_file_watch_path:
 *
 * Returns: (type filename): the absolute path, as it was given (symbolic links are not resolved)
 */
const char *
lv_file_watch_path (LvFileWatch *self)
{
  g_return_val_if_fail (LV_IS_FILE_WATCH (self), NULL);
  return self->path;
}

/**
 * lv_file_watch_hash:
 *
 * Returns: (nullable): SHA-256 of what was last read or saved
 */
const char *
lv_file_watch_hash (LvFileWatch *self)
{
  g_return_val_if_fail (LV_IS_FILE_WATCH (self), NULL);
  return self->hash;
}

/**
 * lv_file_watch_size:
 *
 * Returns: bytes that were last read or saved; -1 before that
 */
gint64
lv_file_watch_size (LvFileWatch *self)
{
  g_return_val_if_fail (LV_IS_FILE_WATCH (self), -1);
  return self->size;
}

/**
 * lv_file_watch_modified:
 *
 * Returns: (transfer full) (nullable): when the file on disk was last written, in local time, for a message to the
 *   user; %NULL when it is gone
 */
GDateTime *
lv_file_watch_modified (LvFileWatch *self)
{
  GStatBuf info;

  g_return_val_if_fail (LV_IS_FILE_WATCH (self), NULL);
  return g_stat (self->path, &info) == 0 ? g_date_time_new_from_unix_local (info.st_mtime) : NULL;
}
