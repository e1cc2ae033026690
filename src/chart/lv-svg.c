/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-svg-private.h"

#include <string.h>

/* What the picture was laid out with, and what is as wide where that is not. */
#define FAMILIES "DejaVu Sans, Verdana, sans-serif"

typedef struct {
  GString *out;
  LvTextMeasure *measure;
} Texts;

static guint
byte_of (double part)
{
  return (guint) (CLAMP (part, 0.0, 1.0) * 255.0 + 0.5);
}

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
dup_prefix (const char *svg, const LvSvgMeta *meta)
{
  g_autoptr (GString) numbered = renumber (svg, "");
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) numbered->str, (gssize) numbered->len);
  g_checksum_update (sum, (const guchar *) meta->description, -1);
  if (meta->texts != NULL)
    g_checksum_update (sum, (const guchar *) meta->texts, -1);
  return g_strdup_printf ("lv%.10s-", g_checksum_get_string (sum));
}

/* Another font than ours makes texts wider or narrower; with their length they still stand where
 * there is room for them. */
static void
write_text (const LvDrawnText *text, gpointer user_data)
{
  static const char *const anchors[] = { [LV_ALIGN_START] = "start", [LV_ALIGN_CENTER] = "middle", [LV_ALIGN_END] = "end" };
  Texts *self = user_data;
  g_autofree char *escaped = g_markup_escape_text (text->text, -1);
  double numbers[] = { text->x, text->baseline, text->font->size,
                      lv_measure_width (self->measure, text->text, text->font) };
  char number[G_N_ELEMENTS (numbers)][G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_ascii_formatd (number[i], sizeof number[i], "%.2f", numbers[i]);
  g_string_append_printf (
    self->out, "<text x=\"%s\" y=\"%s\" font-size=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"%s text-anchor=\"%s\" fill=\"#%02x%02x%02x\">%s</text>\n",
    number[0], number[1], number[2], number[3], text->font->bold ? " font-weight=\"bold\"" : "", anchors[text->align],
    byte_of (text->color.red), byte_of (text->color.green), byte_of (text->color.blue), escaped);
}

/**
 * lv_svg_draw:
 * @cr: an SVG surface's
 * @measure: the one that made the layout
 *
 * Draws all but the texts.
 *
 * Returns: (transfer full): the texts, as elements of SVG
 */
char *
lv_svg_draw (cairo_t *cr, const LvLayout *layout, const LvPalette *palette, LvTextMeasure *measure)
{
  Texts texts = { g_string_new (NULL), measure };
  const LvDrawText writer = { write_text, &texts };

  g_string_append (texts.out, "<g font-family=\"" FAMILIES "\">\n");
  lv_draw_without_texts (cr, layout, palette, &writer);
  g_string_append (texts.out, "</g>\n");
  return g_string_free (texts.out, FALSE);
}

/** Returns: (transfer full): the picture that cairo made, as one that can stand in a page beside others */
GBytes *
lv_svg_make_accessible (const char *svg, gsize length, const LvSvgMeta *meta)
{
  g_autofree char *own = g_strndup (svg, length);
  g_autofree char *prefix = dup_prefix (own, meta);
  GString *out = renumber (own, prefix);
  g_autofree char *attributes = NULL;
  g_autofree char *texts = NULL;
  const char *tag;
  const char *end;
  gsize size;

  attributes = g_markup_printf_escaped (" role=\"img\" xml:lang=\"%s\" aria-labelledby=\"%st %sd\"",
                                        meta->language, prefix, prefix);
  texts = g_markup_printf_escaped ("\n<title id=\"%st\">%s</title>\n<desc id=\"%sd\">%s</desc>",
                                   prefix, meta->title, prefix, meta->description);
  tag = strstr (out->str, "<svg ");
  end = tag == NULL ? NULL : strchr (tag, '>');
  if (end != NULL)
    {
      gssize at = end - out->str;

      g_string_insert (out, at + 1, texts);
      g_string_insert (out, at, attributes);
    }
  tag = meta->texts != NULL ? g_strrstr (out->str, "</svg>") : NULL;
  if (tag != NULL)
    g_string_insert (out, tag - out->str, meta->texts);
  size = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), size);
}
