/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One or many: "1 måned", "2 måneder". */
#include "lv-plural.h"

#include <string.h>

/* "1", "-1" and "+1", as numbers are shown; "1,0" is many, as people read it. */
static gboolean
is_one (const char *number)
{
  static const char *const signs[] = { "-", "+", "−" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (number, signs[i]))
      return is_one (number + strlen (signs[i]));
  return number[0] == '1' && (number[1] == '\0' || number[1] == ' ');
}

/**
 * lv_plural_pick:
 * @forms: "måned|måneder", for one and for any other number
 * @length: how long it is
 * @number: as it is shown, perhaps with its unit
 *
 * Returns: (transfer full): the form that goes with @number; all of @forms when there is only one
 */
char *
lv_plural_pick (const char *forms, gsize length, const char *number)
{
  const char *bar = memchr (forms, '|', length);

  if (bar == NULL)
    return g_strndup (forms, length);
  if (is_one (number))
    return g_strndup (forms, (gsize) (bar - forms));
  return g_strndup (bar + 1, length - (gsize) (bar + 1 - forms));
}
