/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide a text is in one line of one font. A layout finds that out, too, but looks for scripts, emoji, breaks and
 * fonts first: for a word or a number that takes ten times as long as its letters do. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-pango-private.h"

#include <hb.h>

struct _LvPangoWidth
{
  PangoFont *font; /* (owned) */
  hb_buffer_t *buffer; /* (owned) */
  hb_language_t language;
};

/* The same that lv_pango_layout_new() asks for. */
static const hb_feature_t features[]
    = { { HB_TAG ('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
        { HB_TAG ('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
        { HB_TAG ('d', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END } };

/** Returns: (transfer full) (nullable): for texts in the font that @description finds first */
LvPangoWidth *
lv_pango_width_new (PangoContext *context, const PangoFontDescription *description)
{
  PangoFont *font = pango_context_load_font (context, description);
  LvPangoWidth *self;

  if (font == NULL)
    return NULL;
  self = g_new0 (LvPangoWidth, 1);
  self->font = font;
  self->buffer = hb_buffer_create ();
  self->language = hb_language_from_string (pango_language_to_string (pango_context_get_language (context)), -1);
  return self;
}

void
lv_pango_width_free (LvPangoWidth *self)
{
  if (self == NULL)
    return;
  hb_buffer_destroy (self->buffer);
  g_object_unref (self->font);
  g_free (self);
}

/* Latin letters with what is written between them: one script, read from the left, nothing that stands on the letter
 * before or hides. */
static gboolean
is_plain (gunichar c)
{
  static const gunichar signs[] = { 0x2010, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x2212 };

  if ((c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x250 && c != 0xAD))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (c == signs[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_all_plain (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!is_plain (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/**
 * lv_pango_width_of:
 * @text: valid UTF-8
 *
 * Returns: its width in Pango's units, the same to the last of them as that of a layout; -1 for a text that needs one:
 *   other scripts, several lines, letters that the font has not
 */
int
lv_pango_width_of (LvPangoWidth *self, const char *text)
{
  const hb_glyph_info_t *glyphs;
  const hb_glyph_position_t *places;
  unsigned int n;
  int width = 0;

  if (!is_all_plain (text))
    return -1;
  hb_buffer_reset (self->buffer);
  hb_buffer_add_utf8 (self->buffer, text, -1, 0, -1);
  hb_buffer_guess_segment_properties (self->buffer);
  hb_buffer_set_language (self->buffer, self->language);
  hb_shape (pango_font_get_hb_font (self->font), self->buffer, features, G_N_ELEMENTS (features));
  glyphs = hb_buffer_get_glyph_infos (self->buffer, &n);
  places = hb_buffer_get_glyph_positions (self->buffer, &n);
  for (unsigned int i = 0; i < n; i++)
    {
      if (glyphs[i].codepoint == 0)
        return -1;
      width += places[i].x_advance;
    }
  return width;
}
