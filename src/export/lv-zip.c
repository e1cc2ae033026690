/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-zip.h"

#include <archive.h>
#include <archive_entry.h>

struct _LvZip
{
  struct archive *archive;
  GByteArray *data;
  char *fault; /* (owned) (nullable): the first thing that went wrong */
};

static la_ssize_t
append_cb (struct archive *archive, void *user_data, const void *data, size_t length)
{
  g_byte_array_append (user_data, data, (guint) length);
  return (la_ssize_t) length;
}

static void
check (LvZip *self, int result)
{
  if (result < ARCHIVE_WARN && self->fault == NULL)
    self->fault = g_strdup (archive_error_string (self->archive));
}

/** Returns: (transfer full): a zip file without entries */
LvZip *
lv_zip_new (void)
{
  LvZip *self = g_new0 (LvZip, 1);

  self->archive = archive_write_new ();
  self->data = g_byte_array_new ();
  archive_write_set_bytes_in_last_block (self->archive, 1);
  check (self, archive_write_set_format_zip (self->archive));
  check (self, archive_write_open (self->archive, self->data, NULL, append_cb, NULL));
  return self;
}

void
lv_zip_free (LvZip *self)
{
  if (self == NULL)
    return;
  archive_write_free (self->archive);
  g_byte_array_unref (self->data);
  g_free (self->fault);
  g_free (self);
}

/** Adds a file; what goes wrong is told by lv_zip_finish(). Without a time, as that of a zip file is local. */
void
lv_zip_add (LvZip *self, const char *name, const char *data, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  check (self, archive_write_header (self->archive, entry));
  if (self->fault == NULL && archive_write_data (self->archive, data, length) != (la_ssize_t) length)
    check (self, ARCHIVE_FATAL);
  archive_entry_free (entry);
}

/** Returns: (transfer full) (nullable): the file */
GBytes *
lv_zip_finish (LvZip *self, GError **error)
{
  check (self, archive_write_close (self->archive));
  if (self->fault == NULL)
    return g_bytes_new (self->data->data, self->data->len);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, self->fault);
  return NULL;
}
