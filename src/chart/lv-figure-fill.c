/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure.h"

#include "lv-plural.h"

#include <stdarg.h>
#include <string.h>

/* "{a|forudsætning|forudsætninger}": the form that goes with the number */
static void
replace_forms (GString *out, const char *name, const char *number)
{
  g_autofree char *brace = g_strdup_printf ("{%s|", name);
  gsize skipped = strlen (brace);
  char *found;

  while ((found = strstr (out->str, brace)) != NULL && strchr (found, '}') != NULL)
    {
      gsize at = (gsize) (found - out->str);
      gsize length = (gsize) (strchr (found, '}') - found);
      g_autofree char *form = lv_plural_pick (found + skipped, length - skipped, number);

      g_string_erase (out, (gssize) at, (gssize) length + 1);
      g_string_insert (out, (gssize) at, form);
    }
}

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
      /* "mio. kr." at the end of a sentence brings its full stop along. */
      if (at > 0 && out->str[at - 1] == '.' && out->str[at] == '.'
          && (out->str[at + 1] == '\0' || out->str[at + 1] == ' '))
        g_string_erase (out, (gssize) at, 1);
    }
}

/**
 * lv_figure_fill:
 * @self: a figure
 * @word: one of its patterns
 * @...: names in braces and their texts, ended by NULL; "{a|sag|sager}" is the form that goes with {a}
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

      replace_forms (out, name, text != NULL ? text : "");
      replace_name (out, name, text != NULL ? text : "");
    }
  va_end (args);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
