/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-recovery.h"

#include "lv-claim.h"
#include "lv-file-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRASH "trash"

struct _LvRecovered
{
  char *folder;
  char *id;
  char *file;
  int claim; /* -1 where there are no locks */
  LvRecoveryRecord record;
  GError *damage; /* (nullable) */
};

/**
 * lv_recovery_file:
 * @folder: the recovery folder
 * @id: a document's id there
 * @suffix: %LV_RECOVERY_SUFFIX for its contents, %LV_RECOVERY_CLAIM for the file its living process holds
 *
 * Returns: (transfer full) (type filename): the path
 */
char *
lv_recovery_file (const char *folder, const char *id, const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (folder, name, NULL);
}

static void
read_recovered (LvRecovered *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->file);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &self->damage);

  if (bytes != NULL)
    lv_recovery_record_read (&self->record, bytes, &self->damage);
}

/* NULL when the document is open somewhere, or has just been saved there. */
static LvRecovered *
recovered_new (const char *folder, const char *id)
{
  g_autofree char *open = lv_recovery_file (folder, id, LV_RECOVERY_CLAIM);
  g_autoptr (LvRecovered) self = g_new0 (LvRecovered, 1);

  self->folder = g_strdup (folder);
  self->id = g_strdup (id);
  self->file = lv_recovery_file (folder, id, LV_RECOVERY_SUFFIX);
  self->claim = -1;
  if (lv_claim_create (open, &self->claim) == LV_CLAIM_HELD)
    return NULL;
  if (!g_file_test (self->file, G_FILE_TEST_EXISTS))
    return NULL;
  read_recovered (self);
  return g_steal_pointer (&self);
}

void
lv_recovered_free (LvRecovered *self)
{
  g_autofree char *open = NULL;

  if (self == NULL)
    return;
  open = lv_recovery_file (self->folder, self->id, LV_RECOVERY_CLAIM);
  if (self->claim >= 0)
    lv_claim_release (open, self->claim);
  lv_recovery_record_clear (&self->record);
  g_clear_error (&self->damage);
  g_free (self->folder);
  g_free (self->id);
  g_free (self->file);
  g_free (self);
}

static gint
newest_first (gconstpointer a, gconstpointer b)
{
  const LvRecovered *one = *(LvRecovered *const *) a;
  const LvRecovered *other = *(LvRecovered *const *) b;

  if (one->record.time_us != other->record.time_us)
    return one->record.time_us > other->record.time_us ? -1 : 1;
  return g_strcmp0 (one->id, other->id);
}

/* The ids of @folder that have a file with @suffix. */
static GPtrArray *
list_ids (const char *folder, const char *suffix)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (suffix)));
  return ids;
}

/**
 * lv_recovery_list:
 * @folder: the recovery folder, which need not be there
 *
 * Finds the work of processes that are no more. Documents that are open somewhere are not among it.
 *
 * Returns: (transfer full) (element-type LvRecovered): newest first, the damaged ones last: lv_recovered_damage()
 */
GPtrArray *
lv_recovery_list (const char *folder)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_recovered_free);
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (folder != NULL, found);
  ids = list_ids (folder, LV_RECOVERY_SUFFIX);
  for (guint i = 0; i < ids->len; i++)
    {
      LvRecovered *recovered = recovered_new (folder, g_ptr_array_index (ids, i));

      if (recovered != NULL)
        g_ptr_array_add (found, recovered);
    }
  g_ptr_array_sort (found, newest_first);
  return found;
}

/* What a killed process had open and had not changed. */
static void
clean_claims (const char *folder)
{
  g_autoptr (GPtrArray) ids = list_ids (folder, LV_RECOVERY_CLAIM);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *file = lv_recovery_file (folder, id, LV_RECOVERY_SUFFIX);
      g_autofree char *open = lv_recovery_file (folder, id, LV_RECOVERY_CLAIM);
      int claim;

      if (!g_file_test (file, G_FILE_TEST_EXISTS) && lv_claim_existing (open, &claim) == LV_CLAIM_TAKEN)
        lv_claim_release (open, claim);
    }
}

static void
clean_trash (const char *folder, GDateTime *now)
{
  g_autofree char *trash = g_build_filename (folder, TRASH, NULL);
  g_autoptr (GPtrArray) ids = list_ids (trash, LV_RECOVERY_SUFFIX);
  gint64 oldest = g_date_time_to_unix (now) - LV_RECOVERY_TRASH_DAYS * 24 * 60 * 60;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *path = lv_recovery_file (trash, g_ptr_array_index (ids, i), LV_RECOVERY_SUFFIX);
      GStatBuf info;

      if (g_stat (path, &info) == 0 && info.st_mtime < oldest)
        g_unlink (path);
    }
}

/**
 * lv_recovery_clean:
 * @folder: the recovery folder
 * @now: the time
 *
 * Deletes what killed processes left half written, and discarded work older than %LV_RECOVERY_TRASH_DAYS. Work that
 * can be recovered stays. To be called at start.
 */
void
lv_recovery_clean (const char *folder, GDateTime *now)
{
  g_return_if_fail (folder != NULL && now != NULL);
  lv_file_save_clean (folder);
  clean_claims (folder);
  clean_trash (folder, now);
}

/**
 * lv_recovered_record:
 *
 * Returns: (nullable): what was found; %NULL when it is damaged
 */
const LvRecoveryRecord *
lv_recovered_record (const LvRecovered *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->damage == NULL ? &self->record : NULL;
}

/**
 * lv_recovered_damage:
 *
 * Returns: (nullable): why it can't be used
 */
const GError *
lv_recovered_damage (const LvRecovered *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->damage;
}

/**
 * lv_recovered_file:
 *
 * Returns: (type filename): the recovery file itself, to tell where a damaged one is kept
 */
const char *
lv_recovered_file (const LvRecovered *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->file;
}

/**
 * lv_recovered_original:
 *
 * Returns: whether the document's file still holds the version that the work builds on. %LV_FILE_GONE also for a
 *   document that was never saved
 */
LvFileState
lv_recovered_original (const LvRecovered *self)
{
  g_return_val_if_fail (self != NULL, LV_FILE_GONE);
  if (self->damage != NULL || self->record.path == NULL)
    return LV_FILE_GONE;
  return lv_file_state (self->record.path, self->record.base != NULL ? self->record.base : "");
}

/**
 * lv_recovery_trash:
 * @folder: the recovery folder
 * @id: a document's id there
 * @now: the time; from here the days count
 * @error: return location for a #GFileError
 *
 * Returns: whether the file is in the trash
 */
gboolean
lv_recovery_trash (const char *folder, const char *id, GDateTime *now, GError **error)
{
  g_autofree char *trash = g_build_filename (folder, TRASH, NULL);
  g_autofree char *from = lv_recovery_file (folder, id, LV_RECOVERY_SUFFIX);
  g_autofree char *to = lv_recovery_file (trash, id, LV_RECOVERY_SUFFIX);
  g_autofree char *shown = NULL;
  struct timespec times[2] = { { g_date_time_to_unix (now), 0 }, { g_date_time_to_unix (now), 0 } };
  int number;

  /* The time first: a file with an old one would be cleaned at once. */
  if (g_mkdir_with_parents (trash, 0700) == 0 && utimensat (AT_FDCWD, from, times, 0) == 0
      && g_rename (from, to) == 0)
    return TRUE;
  number = errno;
  shown = g_filename_display_name (from);
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (number),
               _("“%s” was not discarded (%s)."), shown, g_strerror (number));
  return FALSE;
}

/**
 * lv_recovered_discard:
 * @now: the time
 * @error: return location for a #GFileError
 *
 * Moves the file to the trash of the recovery folder, from where it can be had for %LV_RECOVERY_TRASH_DAYS days.
 *
 * Returns: whether it is there
 */
gboolean
lv_recovered_discard (LvRecovered *self, GDateTime *now, GError **error)
{
  g_return_val_if_fail (self != NULL && now != NULL, FALSE);
  return lv_recovery_trash (self->folder, self->id, now, error);
}

/**
 * lv_recovered_adopt:
 * @claim: (out): what holds it; -1 where there are no locks
 *
 * Hands the file over to the LvAutosave of the document that was made from it.
 *
 * Returns: (transfer full): its id
 */
char *
lv_recovered_adopt (LvRecovered *self, int *claim)
{
  g_return_val_if_fail (self != NULL && claim != NULL, NULL);
  *claim = self->claim;
  self->claim = -1;
  return g_strdup (self->id);
}
