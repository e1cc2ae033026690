/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure.h"

#include <stdarg.h>
#include <string.h>

static void
replace_name (GString *out, const char *name, const char *text)
{
  g_autofree char *brace = g_strdup_printf ("{%s}", name);
  gsize length = strlen (brace);
  gsize at = 0;
  char *found;

  while ((found = strstr (out->str + at, brace)) != NULL)
    {
      at = (gsize) (found - out->str);
      g_string_erase (out, (gssize) at, (gssize) length);
      g_string_insert (out, (gssize) at, text);
      at += strlen (text);
    }
}

/**
 * lv_figure_fill:
 * @self: a figure
 * @word: one of its patterns
 * @...: names in braces and their texts, ended by NULL
 *
 * A filled-in text that has braces of its own is not filled again by the same name.
 *
 * Returns: (transfer full): the pattern with its names replaced
 */
char *
lv_figure_fill (const LvFigure *self, LvFigureWord word, ...)
{
  g_autoptr (GString) out = g_string_new (lv_figure_get_word (self, word));
  const char *name;
  va_list args;

  va_start (args, word);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *text = va_arg (args, const char *);

      replace_name (out, name, text != NULL ? text : "");
    }
  va_end (args);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
