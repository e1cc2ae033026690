/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-recovery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* First line: MAGIC and the SHA-256 of everything after the line. Then a line with the bytes of the header, the header,
 * the document. */
#define MAGIC "ligevaegt-recovery 1 "
#define GROUP "recovery"

void
lv_recovery_record_clear (LvRecoveryRecord *record)
{
  g_clear_pointer (&record->path, g_free);
  g_clear_pointer (&record->title, g_free);
  g_clear_pointer (&record->base, g_free);
  g_clear_pointer (&record->bytes, g_bytes_unref);
  record->time_us = 0;
}

static char *
header (const LvRecoveryRecord *record, gsize *size)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  /* A path need not be UTF-8; an address is. */
  if (record->path != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (record->path, NULL, NULL);

      g_key_file_set_string (keys, GROUP, "file", uri != NULL ? uri : "");
    }
  g_key_file_set_string (keys, GROUP, "title", record->title != NULL ? record->title : "");
  g_key_file_set_int64 (keys, GROUP, "time", record->time_us);
  if (record->base != NULL)
    g_key_file_set_string (keys, GROUP, "base", record->base);
  return g_key_file_to_data (keys, size, NULL);
}

/**
 * lv_recovery_record_to_bytes:
 *
 * Returns: (transfer full): what a recovery file holds
 */
GBytes *
lv_recovery_record_to_bytes (const LvRecoveryRecord *record)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GString) file = g_string_new (MAGIC);
  g_autofree char *checksum = NULL;
  g_autofree char *head = NULL;
  gsize head_size, size;
  const char *data;

  head = header (record, &head_size);
  data = g_bytes_get_data (record->bytes, &size);
  g_string_append_printf (rest, "%" G_GSIZE_FORMAT "\n", head_size);
  g_string_append_len (rest, head, (gssize) head_size);
  if (size > 0)
    g_string_append_len (rest, data, (gssize) size);
  checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) rest->str, rest->len);
  g_string_append_printf (file, "%s\n", checksum);
  g_string_append_len (file, rest->str, (gssize) rest->len);
  return g_string_free_to_bytes (g_steal_pointer (&file));
}

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("The recovery file is damaged. It is kept where it is."));
  return FALSE;
}

/* The line at *@at, and *@at after it; NULL when there is none. */
static char *
take_line (const char *data, gsize size, gsize *at)
{
  const char *start = data + *at;
  const char *end = memchr (start, '\n', size - *at);

  if (end == NULL)
    return NULL;
  *at = (gsize) (end - data) + 1;
  return g_strndup (start, (gsize) (end - start));
}

/* Finds the header.  Who changes the file by hand makes it a damaged one: better than half a document. */
static gboolean
find_header (const char *data, gsize size, gsize *head_at, gsize *head_size)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *checksum = NULL;
  guint64 number;

  *head_at = 0;
  first = take_line (data, size, head_at);
  if (first == NULL || !g_str_has_prefix (first, MAGIC))
    return FALSE;
  checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data + *head_at, size - *head_at);
  if (!g_str_equal (checksum, first + strlen (MAGIC)))
    return FALSE;
  second = take_line (data, size, head_at);
  if (second == NULL || !g_ascii_string_to_unsigned (second, 10, 0, size - *head_at, &number, NULL))
    return FALSE;
  *head_size = (gsize) number;
  return TRUE;
}

static gboolean
read_header (LvRecoveryRecord *record, const char *data, gsize size)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *uri = NULL;

  if (!g_key_file_load_from_data (keys, data, size, G_KEY_FILE_NONE, NULL))
    return FALSE;
  uri = g_key_file_get_string (keys, GROUP, "file", NULL);
  record->path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  record->title = g_key_file_get_string (keys, GROUP, "title", NULL);
  record->base = g_key_file_get_string (keys, GROUP, "base", NULL);
  record->time_us = g_key_file_get_int64 (keys, GROUP, "time", NULL);
  return record->title != NULL;
}

/**
 * lv_recovery_record_read:
 * @record: (out caller-allocates): cleared by the caller with lv_recovery_record_clear(), also after an error
 * @file: what a recovery file holds
 * @error: return location for %G_IO_ERROR_INVALID_DATA
 *
 * Returns: whether the file is one whole version
 */
gboolean
lv_recovery_record_read (LvRecoveryRecord *record, GBytes *file, GError **error)
{
  gsize size, head_at, head_size;
  const char *data = g_bytes_get_data (file, &size);

  memset (record, 0, sizeof *record);
  if (size == 0 || !find_header (data, size, &head_at, &head_size)
      || !read_header (record, data + head_at, head_size))
    return damaged (error);
  record->bytes = g_bytes_new_from_bytes (file, head_at + head_size, size - head_at - head_size);
  return TRUE;
}
