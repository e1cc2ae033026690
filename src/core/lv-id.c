/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-id.h"

#include <string.h>

/**
 * lv_id_valid:
 *
 * Returns: whether @text is lower-case ASCII segments joined by single points or hyphens, beginning
 *   with a letter and at most 80 bytes long
 */
gboolean
lv_id_valid (const char *text)
{
  gboolean joint = FALSE;

  if (!g_ascii_islower (text[0]) || strlen (text) > 80)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' || *p == '-')
        {
          if (joint || p[1] == '\0')
            return FALSE;
          joint = TRUE;
          continue;
        }
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p))
        return FALSE;
      joint = FALSE;
    }
  return TRUE;
}

/**
 * lv_id_spreadsheet_name:
 *
 * The name of an id in a workbook: p_ and the id with _ for . and -. The prefix keeps names such as
 * ta2024 from being cell addresses.
 *
 * Returns: (transfer full): the defined name
 */
char *
lv_id_spreadsheet_name (const char *id)
{
  char *name = g_strconcat ("p_", id, NULL);

  return g_strdelimit (name, ".-#", '_');
}

/**
 * lv_id_matches:
 * @pattern: an id, "a.*" for all ids that begin with "a.", or "*" for all
 *
 * Returns: whether @id is meant
 */
gboolean
lv_id_matches (const char *pattern, const char *id)
{
  gsize length = strlen (pattern);

  if (strcmp (pattern, "*") == 0)
    return TRUE;
  if (g_str_has_suffix (pattern, ".*"))
    return strncmp (pattern, id, length - 1) == 0;
  return strcmp (pattern, id) == 0;
}
