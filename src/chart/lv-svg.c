/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-svg-private.h"

#include <string.h>

/* cairo writes ids in these three places only; its files hold no text that could look so. */
static const struct { const char *before; char after; } places[] = {
  { " id=\"", '"' }, { "xlink:href=\"#", '"' }, { "url(#", ')' },
};

/* Where each place occurs next: remembered, since to search for a rare one anew for each id
 * would take the square of the length. */
typedef struct {
  const char *found[G_N_ELEMENTS (places)];
  gboolean started;
} Search;

/* The next id at or after @text, or NULL. */
static const char *
next_id (Search *self, const char *text, char *after)
{
  const char *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (!self->started || (self->found[i] != NULL && self->found[i] < text))
        self->found[i] = strstr (text, places[i].before);
      if (self->found[i] == NULL
          || (best != NULL && self->found[i] + strlen (places[i].before) >= best))
        continue;
      best = self->found[i] + strlen (places[i].before);
      *after = places[i].after;
    }
  self->started = TRUE;
  return best;
}

/* Numbers the ids in the order in which they appear: cairo counts its surfaces through the life
 * of the process, so its own numbers differ from one export to the next. */
static GString *
renumber (const char *svg, const char *prefix)
{
  GString *out = g_string_sized_new (strlen (svg) * 5 / 4);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { { NULL }, FALSE };
  char after = '"';

  for (const char *id = next_id (&search, svg, &after); id != NULL;
       id = next_id (&search, svg, &after))
    {
      const char *end = strchr (id, after);
      g_autofree char *name = end == NULL ? NULL : g_strndup (id, (gsize) (end - id));
      guint number;

      if (name == NULL)
        break;
      number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, name));
      if (number == 0)
        {
          number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, g_steal_pointer (&name), GUINT_TO_POINTER (number));
        }
      g_string_append_len (out, svg, id - svg);
      g_string_append_printf (out, "%s%u", prefix, number);
      svg = end;
    }
  g_string_append (out, svg);
  return out;
}

/* Two pictures in one page must not share ids, and the same picture must give the same bytes:
 * so the prefix comes from the content. */
static char *
dup_prefix (const char *svg, const char *description)
{
  g_autoptr (GString) numbered = renumber (svg, "");
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) numbered->str, (gssize) numbered->len);
  g_checksum_update (sum, (const guchar *) description, -1);
  return g_strdup_printf ("lv%.10s-", g_checksum_get_string (sum));
}

GBytes *
lv_svg_make_accessible (const char *svg, gsize length, const char *title,
                        const char *description, const char *language)
{
  g_autofree char *own = g_strndup (svg, length);
  g_autofree char *prefix = dup_prefix (own, description);
  GString *out = renumber (own, prefix);
  g_autofree char *attributes = NULL;
  g_autofree char *texts = NULL;
  const char *tag;
  const char *end;
  gsize size;

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
