/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What columns meant the last time, in a small file of the user's, a line each, the youngest first:
 *
 *   SIGNATURE DATE HEAD MAPPING
 *
 * It is a convenience: a line that can't be understood is passed over. */
#include "lv-import-memory.h"

#include "lv-import-data.h"

#include <gio/gio.h>
#include <string.h>

/* A larger file is not ours. */
#define MAX_SIZE (4 * 1024 * 1024)

void
lv_remembered_free (LvRemembered *self)
{
  if (self == NULL)
    return;
  g_free (self->signature);
  g_free (self->date);
  g_free (self->mapping);
  g_free (self);
}

static LvRemembered *
read_line (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 4);
  g_autoptr (LvRemembered) self = NULL;
  gint64 head;

  if (g_strv_length (words) != 4
      || !g_ascii_string_to_signed (words[2], 10, 0, LV_IMPORT_MAX_ROWS, &head, NULL))
    return NULL;
  self = g_new0 (LvRemembered, 1);
  self->signature = g_strdup (words[0]);
  self->date = g_strdup (words[1]);
  self->head = (int) head;
  self->mapping = g_strdup (words[3]);
  return g_steal_pointer (&self);
}

/* Returns: (transfer full): the lines; none when there is no such file, or it is not text */
static GStrv
read_lines (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL) || length > MAX_SIZE
      || !g_utf8_validate (text, (gssize) length, NULL))
    return g_new0 (char *, 1);
  return g_strsplit (text, "\n", -1);
}

/** Returns: (transfer full) (nullable): what tables with these heads meant */
LvRemembered *
lv_import_memory_find (const char *path, const char *signature)
{
  g_auto (GStrv) lines = read_lines (path);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], signature) && lines[i][strlen (signature)] == ' ')
      return read_line (lines[i]);
  return NULL;
}

/** Keeps @what in the place of what was kept for the same heads. */
gboolean
lv_import_memory_keep (const char *path, const LvRemembered *what, GError **error)
{
  g_auto (GStrv) lines = read_lines (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GString) out = g_string_new (NULL);
  guint kept = 1;

  g_string_printf (out, "%s %s %d %s\n", what->signature, what->date[0] != '\0' ? what->date : "-", what->head,
                   what->mapping);
  for (guint i = 0; lines[i] != NULL && kept < LV_IMPORT_MAX_REMEMBERED; i++)
    {
      if (lines[i][0] == '\0' || g_str_has_prefix (lines[i], what->signature))
        continue;
      g_string_append_printf (out, "%s\n", lines[i]);
      kept++;
    }
  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", folder);
      return FALSE;
    }
  return g_file_set_contents (path, out->str, (gssize) out->len, error);
}
