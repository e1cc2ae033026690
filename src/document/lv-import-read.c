/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of any form to cells: what it is is told by its first bytes, never by its name. */
#include "lv-import.h"
#include "lv-import-xlsx.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
begins_with (const char *bytes, gsize length, const char *magic, gsize n)
{
  return length >= n && memcmp (bytes, magic, n) == 0;
}

static gboolean
holds (const char *bytes, gsize length, const char *needle, gsize n)
{
  for (gsize i = 0; i + n <= length; i++)
    if (bytes[i] == needle[0] && memcmp (bytes + i, needle, n) == 0)
      return TRUE;
  return FALSE;
}

/* Old workbooks and those with a password are both a file system of their own (MS-CFB); only the latter
 * has the stream EncryptedPackage (MS-OFFCRYPTO), in UTF-16. */
static LvSheetData *
refuse_compound (const char *bytes, gsize length, GError **error)
{
  static const char stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  if (holds (bytes, length, stream, sizeof stream))
    g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LOCKED,
                         _ ("the workbook is protected by a password; save it without one"));
  else
    g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_KIND,
                         _ ("this is a workbook of an old kind (.xls); save it as an Excel workbook (.xlsx)"));
  return NULL;
}

static LvSheetData *
refuse_size (GError **error)
{
  g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LIMIT, _ ("the file is larger than %d MB"),
               LV_IMPORT_MAX_FILE / 1024 / 1024);
  return NULL;
}

/**
 * lv_import_bytes:
 * @file: base name of the file, or what the clipboard is called
 * @wanted: (nullable): of a text file, what the user says of its form
 * @used: (out) (optional): of a text file, how it was read; of a workbook all zero
 *
 * Returns: (transfer full) (nullable): the cells
 */
LvSheetData *
lv_import_bytes (const char *bytes, gsize length, const char *file, const LvTextForm *wanted,
                 LvTextForm *used, GError **error)
{
  if (used != NULL)
    *used = (LvTextForm){ 0 };
  if (length > LV_IMPORT_MAX_FILE)
    return refuse_size (error);
  if (length == 0)
    {
      g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT, _ ("the file is empty"));
      return NULL;
    }
  if (begins_with (bytes, length, "PK\003\004", 4) || begins_with (bytes, length, "PK\005\006", 4))
    return lv_import_xlsx (bytes, length, file, error);
  if (begins_with (bytes, length, "\320\317\021\340\241\261\032\341", 8))
    return refuse_compound (bytes, length, error);
  return lv_import_text (bytes, length, file, wanted, used, error);
}

/* Reads no more than the limit, whatever the file says of its size: it may be a pipe, or growing. */
static GByteArray *
read_file (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) out = NULL;
  gsize got = 0;

  if (stream == NULL)
    return NULL;
  out = g_byte_array_new ();
  for (gsize have = 0; have <= LV_IMPORT_MAX_FILE; have += got)
    {
      g_byte_array_set_size (out, (guint) have + 1024 * 1024);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), out->data + have, 1024 * 1024, &got, NULL, error))
        return NULL;
      g_byte_array_set_size (out, (guint) (have + got));
      if (got == 0)
        return g_steal_pointer (&out);
    }
  refuse_size (error);
  return NULL;
}

/**
 * lv_import_read:
 * @path: a CSV file or a workbook
 *
 * Reads a file. See lv_import_bytes().
 */
LvSheetData *
lv_import_read (const char *path, const LvTextForm *wanted, LvTextForm *used, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GByteArray) bytes = read_file (file, &cause);

  if (bytes != NULL)
    return lv_import_bytes ((const char *) bytes->data, bytes->len, name, wanted, used, error);
  if (cause->domain == LV_IMPORT_ERROR)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_FILE, _ ("%s can't be read: %s"), name,
                 cause->message);
  return NULL;
}
