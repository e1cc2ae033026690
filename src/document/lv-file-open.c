/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-file-open.h"

#include "lv-file-save.h"

#include <string.h>

/* No lock is longer. */
#define MAX_SIZE 4096

/* The first @n fields of LibreOffice's lock: name, login, machine, with a backslash before a comma in one. */
static void
read_fields (const char *text, GString **fields, guint n)
{
  guint at = 0;

  for (const char *p = text; *p != '\0' && *p != ';' && at < n; p++)
    {
      if (*p == ',')
        at++;
      else if (*p != '\\' || *++p != '\0')
        g_string_append_c (fields[at], *p);
    }
}

/* "Mette Hansen, PC-1204": who and where, as far as the lock says it. */
static char *
owner_text (const char *text)
{
  GString *fields[3] = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
  GString *owner = g_string_new (NULL);

  read_fields (text, fields, G_N_ELEMENTS (fields));
  g_string_append (owner, fields[0]->len > 0 ? fields[0]->str : fields[1]->str);
  if (fields[2]->len > 0)
    g_string_append_printf (owner, "%s%s", owner->len > 0 ? ", " : "", fields[2]->str);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_free (fields[i], TRUE);
  if (!g_utf8_validate (owner->str, -1, NULL))
    g_string_truncate (owner, 0);
  return g_string_free (owner, FALSE);
}

static gboolean
is_there (const char *folder, const char *before, const char *base, const char *after, char **path)
{
  g_autofree char *name = g_strconcat (before, base, after, NULL);

  g_free (*path);
  *path = g_build_filename (folder, name, NULL);
  return g_file_test (*path, G_FILE_TEST_EXISTS);
}

/**
 * lv_file_open_by:
 * @path: a local file
 *
 * Looks for the lock that LibreOffice leaves beside a file for as long as it has it open, and for the one of Microsoft
 * Office. A program that was killed leaves its lock, too.
 *
 * Returns: (transfer full) (nullable): who has the file open, "" when that is not known; %NULL when nobody has
 */
char *
lv_file_open_by (const char *path)
{
  g_autofree char *target = lv_file_real_path (path, NULL);
  g_autofree char *folder = g_path_get_dirname (target != NULL ? target : path);
  g_autofree char *base = g_path_get_basename (target != NULL ? target : path);
  g_autofree char *lock = NULL;
  g_autofree char *text = NULL;
  gsize size = 0;

  if (is_there (folder, ".~lock.", base, "#", &lock))
    return g_file_get_contents (lock, &text, &size, NULL) && size <= MAX_SIZE ? owner_text (text)
                                                                              : g_strdup ("");
  return is_there (folder, "~$", base, "", &lock) ? g_strdup ("") : NULL;
}
