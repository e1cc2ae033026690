/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-pango-private.h"

/* The cache is emptied when it holds this many texts: a chart has some hundred, a set of attachments some thousand. */
#define CACHE_MAX 16384

typedef struct {
  double width;
  double height;
} Extents;

typedef struct {
  PangoLayout *layout;          /* owned */
  LvPangoWidth *width;          /* (nullable) owned */
  double height;                /* of a line */
} Setter;

typedef struct {
  LvTextMeasure parent;
  PangoContext *context;        /* owned */
  GHashTable *setters;          /* owned: font key -> Setter */
  GHashTable *cache;            /* owned: font key and text -> Extents */
} PangoMeasure;

/* 72 dpi makes a point a unit of the drawing; without hinted metrics a text is as wide at every
 * zoom and in print, so the layout holds everywhere. */
PangoContext *
lv_pango_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/* Ligatures are off: with them cairo embeds a second font without the table that PDF/UA asks
 * for, and text extraction cuts words at the ligature. */
PangoLayout *
lv_pango_layout_new (PangoContext *context, const char *family, const LvFont *font)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_family (description, family);
  pango_font_description_set_size (description, (int) (font->size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight (description, font->bold ? PANGO_WEIGHT_BOLD
                                                             : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static gpointer
font_key (const LvFont *font)
{
  return GINT_TO_POINTER ((int) (font->size * PANGO_SCALE + 0.5) * 2 + (font->bold ? 1 : 0));
}

static void
setter_free (gpointer data)
{
  Setter *setter = data;

  lv_pango_width_free (setter->width);
  g_object_unref (setter->layout);
  g_free (setter);
}

static Setter *
setter_for (PangoMeasure *self, const LvFont *font)
{
  Setter *setter = g_hash_table_lookup (self->setters, font_key (font));
  int height;

  if (setter != NULL)
    return setter;
  setter = g_new0 (Setter, 1);
  setter->layout = lv_pango_layout_new (self->context, self->parent.family, font);
  setter->width = lv_pango_width_new (self->context, pango_layout_get_font_description (setter->layout));
  pango_layout_set_text (setter->layout, "0", -1);
  pango_layout_get_size (setter->layout, NULL, &height);
  setter->height = height / (double) PANGO_SCALE;
  g_hash_table_insert (self->setters, font_key (font), setter);
  return setter;
}

static void
set_text (const Setter *setter, const char *text, Extents *extents)
{
  int width = setter->width != NULL && text[0] != '\0' ? lv_pango_width_of (setter->width, text) : -1;
  int height;

  if (width >= 0)
    {
      extents->width = width / (double) PANGO_SCALE;
      extents->height = setter->height;
      return;
    }
  pango_layout_set_text (setter->layout, text, -1);
  pango_layout_get_size (setter->layout, &width, &height);
  extents->width = width / (double) PANGO_SCALE;
  extents->height = height / (double) PANGO_SCALE;
}

static void
pango_measure_extents (LvTextMeasure *measure, const char *text, const LvFont *font, double *width,
                       double *height)
{
  PangoMeasure *self = (PangoMeasure *) measure;
  g_autofree char *key = g_strdup_printf ("%d %s", GPOINTER_TO_INT (font_key (font)), text);
  Extents *found = g_hash_table_lookup (self->cache, key);

  if (found == NULL)
    {
      found = g_new (Extents, 1);
      set_text (setter_for (self, font), text, found);
      if (g_hash_table_size (self->cache) >= CACHE_MAX)
        g_hash_table_remove_all (self->cache);
      g_hash_table_insert (self->cache, g_steal_pointer (&key), found);
    }
  *width = found->width;
  *height = found->height;
}

static void
pango_measure_free (LvTextMeasure *measure)
{
  PangoMeasure *self = (PangoMeasure *) measure;

  g_hash_table_unref (self->cache);
  g_hash_table_unref (self->setters);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * lv_measure_pango_new:
 * @family: (nullable): a font family; "Sans" if NULL
 * @text_scale: 1 for normal text; what the desktop asks for otherwise
 *
 * Keep one for the life of a view: it remembers what it has measured.  Not thread safe.
 *
 * Returns: (transfer full): a measure backed by Pango
 */
LvTextMeasure *
lv_measure_pango_new (const char *family, double text_scale)
{
  PangoMeasure *self = g_new0 (PangoMeasure, 1);

  self->parent.extents = pango_measure_extents;
  self->parent.free = pango_measure_free;
  self->parent.family = g_strdup (family != NULL ? family : "Sans");
  self->parent.text_scale = CLAMP (text_scale, 0.5, 4.0);
  self->context = lv_pango_context_new ();
  self->setters = g_hash_table_new_full (NULL, NULL, NULL, setter_free);
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return &self->parent;
}

static void
measures_free (gpointer data)
{
  g_hash_table_unref (data);
}

static GPrivate measures = G_PRIVATE_INIT (measures_free);

/**
 * lv_measure_of_thread:
 * @family: (nullable): a font family; "Sans" if NULL
 *
 * For files, of which one after the other says much the same.  Only this thread may use it.
 *
 * Returns: (transfer none): a measure that lasts as long as the thread
 */
LvTextMeasure *
lv_measure_of_thread (const char *family)
{
  GHashTable *own = g_private_get (&measures);
  const char *name = family != NULL ? family : "Sans";
  LvTextMeasure *measure;

  if (own == NULL)
    {
      own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lv_measure_free);
      g_private_set (&measures, own);
    }
  measure = g_hash_table_lookup (own, name);
  if (measure == NULL)
    {
      measure = lv_measure_pango_new (name, 1.0);
      g_hash_table_insert (own, g_strdup (name), measure);
    }
  return measure;
}
