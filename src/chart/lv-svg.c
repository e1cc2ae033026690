/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-svg-private.h"

#include <string.h>

/* Two pictures in one page must not share ids, and the same picture must give the same bytes:
 * so the prefix comes from the content. */
static char *
dup_prefix (const char *svg, gsize length, const char *description)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) svg, (gssize) length);
  g_checksum_update (sum, (const guchar *) description, -1);
  return g_strdup_printf ("lv%.10s-", g_checksum_get_string (sum));
}

/* cairo writes ids in these three places only; its files hold no text that could look so. */
static void
prefix_ids (GString *out, const char *prefix)
{
  static const char *const places[] = { " id=\"", "xlink:href=\"#", "url(#" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *with = g_strconcat (places[i], prefix, NULL);

      g_string_replace (out, places[i], with, 0);
    }
}

GBytes *
lv_svg_make_accessible (const char *svg, gsize length, const char *title,
                        const char *description, const char *language)
{
  GString *out = g_string_new_len (svg, (gssize) length);
  g_autofree char *prefix = dup_prefix (svg, length, description);
  g_autofree char *attributes = NULL;
  g_autofree char *texts = NULL;
  const char *tag;
  const char *end;
  gsize size;

  prefix_ids (out, prefix);
  attributes = g_markup_printf_escaped (" role=\"img\" xml:lang=\"%s\" aria-labelledby=\"%st %sd\"",
                                        language, prefix, prefix);
  texts = g_markup_printf_escaped ("\n<title id=\"%st\">%s</title>\n<desc id=\"%sd\">%s</desc>",
                                   prefix, title, prefix, description);
  tag = strstr (out->str, "<svg ");
  end = tag == NULL ? NULL : strchr (tag, '>');
  if (end != NULL)
    {
      gssize at = end - out->str;

      g_string_insert (out, at + 1, texts);
      g_string_insert (out, at, attributes);
    }
  size = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), size);
}
