/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zip file of a workbook. All sizes in it are somebody's claim: what counts is what comes out, and
 * that is bounded in each part and in all of them together. */
#include "lv-import-xlsx-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PART (64 * 1024 * 1024)
#define MAX_NAME 512
#define BLOCK (64 * 1024)

typedef struct archive *ArchivePointer;
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (ArchivePointer, archive_read_free, NULL)

/** What has come out so far. */
typedef struct
{
  struct archive *archive;
  GPtrArray *others; /* (nullable) */
  gsize total;
  guint parts;
} Unzip;

static gboolean
fail (GError **error, LvImportError code, const char *text)
{
  g_set_error_literal (error, LV_IMPORT_ERROR, code, text);
  return FALSE;
}

static gboolean
broken (GError **error, const char *name)
{
  g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT, _ ("the workbook is damaged: %s"), name);
  return FALSE;
}

/* Pictures, charts and themes say nothing about cells. */
static gboolean
matters (const char *name)
{
  if (strstr (name, "/theme/") != NULL || strstr (name, "/charts/") != NULL
      || strstr (name, "/drawings/") != NULL || strstr (name, "/media/") != NULL)
    return FALSE;
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels")
         || g_str_has_suffix (name, "/workbook.bin") || strcmp (name, "mimetype") == 0;
}

static GBytes *
read_part (Unzip *self, const char *name, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);

  for (;;)
    {
      la_ssize_t n = archive_read_data (self->archive, block, BLOCK);

      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&out));
      if (n < 0)
        {
          broken (error, name);
          return NULL;
        }
      self->total += (gsize) n;
      if (out->len + (gsize) n > MAX_PART || self->total > LV_IMPORT_MAX_UNPACKED)
        {
          fail (error, LV_IMPORT_ERROR_LIMIT, _ ("the workbook holds more than is read, once unpacked"));
          return NULL;
        }
      g_byte_array_append (out, block, (guint) n);
    }
}

/* Returns: FALSE when the workbook can't be read at all. */
static gboolean
take_entry (Unzip *self, struct archive_entry *entry, GHashTable *parts, GError **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  g_autoptr (GBytes) part = NULL;

  if (++self->parts > LV_IMPORT_MAX_PARTS)
    return fail (error, LV_IMPORT_ERROR_LIMIT, _ ("the workbook has more parts than are read"));
  if (archive_entry_is_encrypted (entry))
    return fail (error, LV_IMPORT_ERROR_LOCKED,
                 _ ("the workbook is protected by a password; save it without one"));
  /* Nothing in the workbook can point to a part whose name is not UTF-8. */
  if (name == NULL || strlen (name) > MAX_NAME || !g_utf8_validate (name, -1, NULL))
    return TRUE;
  if (!matters (name))
    {
      if (self->others != NULL)
        g_ptr_array_add (self->others, g_strdup (name));
      return TRUE;
    }
  part = read_part (self, name, error);
  if (part == NULL)
    return FALSE;
  if (!g_hash_table_insert (parts, g_strdup (name), g_steal_pointer (&part)))
    return broken (error, name);
  return TRUE;
}

static gboolean
take_all (Unzip *self, GHashTable *parts, GError **error)
{
  struct archive_entry *entry;

  for (;;)
    {
      int code = archive_read_next_header (self->archive, &entry);

      if (code == ARCHIVE_EOF)
        return TRUE;
      if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
        return broken (error, _ ("it is cut off, or no zip file"));
      if (!take_entry (self, entry, parts, error))
        return FALSE;
    }
}

/**
 * lv_import_unzip:
 * @others: (nullable) (element-type utf8): takes the names of the parts that are left out
 *
 * Returns: (transfer full) (nullable): name -> #GBytes of every part that may matter
 */
GHashTable *
lv_import_unzip (const char *bytes, gsize length, GPtrArray *others, GError **error)
{
  g_autoptr (GHashTable) parts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_auto (ArchivePointer) archive = archive_read_new ();
  Unzip self = { .archive = archive, .others = others };

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, bytes, length) != ARCHIVE_OK)
    {
      broken (error, _ ("it is cut off, or no zip file"));
      return NULL;
    }
  return take_all (&self, parts, error) ? g_steal_pointer (&parts) : NULL;
}
