/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>

#include "lv-draw.h"
#include "lv-pango-private.h"
#include "lv-pdf.h"
#include "lv-svg-private.h"

#define CODE_SIZE 7.5
#define CODE_LEFT 12.0
#define CODE_STRIP 16.0

static const LvPalette *
palette_of (const LvChartExport *options)
{
  return options->palette != NULL ? options->palette : lv_palette_get (LV_PALETTE_PRINT);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo: %s",
               cairo_status_to_string (status));
  return FALSE;
}

/* Ends both: a fault may show only when the surface is finished.  Takes @cr and @surface. */
static gboolean
finish (cairo_t *cr, cairo_surface_t *surface, GError **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check_status (status, error);
}

static gboolean
check_options (const LvChartExport *options, GError **error)
{
  /* cairo's limit for a PDF page, and far beyond a screen. */
  if (options->width >= 1.0 && options->height >= 1.0 && options->width <= 14400.0
      && options->height <= 14400.0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               "the size must be between 1 and 14400 points");
  return FALSE;
}

/** Returns: how high @figure must be for all its rows or boxes, in points; 0 when any height will do */
double
lv_chart_export_height (LvFigure *figure, double width)
{
  LvTextMeasure *measure = lv_measure_of_thread (NULL);

  return lv_layout_natural_height (figure, width, measure);
}

/* PDF */

static void
draw_tagged (cairo_t *cr, const LvLayout *layout, const LvPalette *palette, const char *tag,
             LvDrawParts part)
{
  cairo_tag_begin (cr, tag, NULL);
  lv_draw_parts (cr, layout, palette, NULL, part);
  cairo_tag_end (cr, tag);
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* An empty element would be announced as an empty paragraph. */
static gboolean
has_role (const LvLayout *layout, LvTextRole role)
{
  for (guint i = 0; i < layout->texts->len; i++)
    if (g_array_index (layout->texts, LvLayoutText, i).role == role)
      return TRUE;
  return FALSE;
}

static void
draw_page (cairo_t *cr, const LvLayout *layout, const LvPalette *palette)
{
  draw_tagged (cr, layout, palette, "Private", LV_DRAW_BACKGROUND);
  cairo_tag_begin (cr, "Sect", NULL);
  if (has_role (layout, LV_TEXT_TITLE))
    draw_tagged (cr, layout, palette, "H1", LV_DRAW_TITLE);
  if (has_role (layout, LV_TEXT_SUBTITLE))
    draw_tagged (cr, layout, palette, "P", LV_DRAW_SUBTITLE);
  draw_tagged (cr, layout, palette, "Figure", LV_DRAW_FIGURE);
  if (has_role (layout, LV_TEXT_NOTE))
    draw_tagged (cr, layout, palette, "P", LV_DRAW_NOTES);
  if (has_role (layout, LV_TEXT_SOURCE))
    draw_tagged (cr, layout, palette, "P", LV_DRAW_SOURCE);
  cairo_tag_end (cr, "Sect");
}

/* What tells the file from others, in a strip below the picture. */
static void
draw_code (cairo_t *cr, const LvChartExport *options)
{
  static const LvFont font = { CODE_SIZE, FALSE };
  PangoContext *context = lv_pango_context_new ();
  PangoLayout *text = lv_pango_layout_new (context, options->family != NULL ? options->family : "Sans", &font);

  pango_layout_set_text (text, options->code, -1);
  pango_layout_set_width (text, (int) ((options->width - 2 * CODE_LEFT) * PANGO_SCALE));
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_MIDDLE);
  cairo_tag_begin (cr, "P", NULL);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_move_to (cr, CODE_LEFT, options->height);
  pango_cairo_show_layout (cr, text);
  cairo_tag_end (cr, "P");
  g_object_unref (text);
  g_object_unref (context);
}

static const char *
document_title (LvFigure *const *figures)
{
  const char *title = lv_figure_get_title (figures[0]);

  return is_filled (title) ? title : " ";
}

static void
set_pdf_metadata (cairo_surface_t *surface, LvFigure *const *figures,
                  const LvChartExport *options)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (options->created);
  g_autofree char *date = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document_title (figures));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Ligevægt");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  if (options->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, options->author);
  if (options->code != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, options->code);
}

static void
add_outline (cairo_surface_t *surface, const LvFigure *figure, gsize page)
{
  g_autofree char *link = g_strdup_printf ("page=%" G_GSIZE_FORMAT " pos=[0 0]", page + 1);
  const char *title = lv_figure_get_title (figure);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                 is_filled (title) ? title : " ", link, 0);
}

static GByteArray *
draw_pdf (LvFigure *const *figures, gsize n_figures, const LvChartExport *options,
          GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  double below = options->code != NULL ? CODE_STRIP : 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, data,
                                                                  options->width,
                                                                  options->height + below);
  cairo_t *cr = cairo_create (surface);
  LvTextMeasure *measure = lv_measure_of_thread (options->family);

  set_pdf_metadata (surface, figures, options);
  for (gsize i = 0; i < n_figures; i++)
    {
      g_autoptr (LvLayout) layout = lv_layout_new (figures[i], options->width, options->height,
                                                   measure);

      if (i == 0)
        cairo_tag_begin (cr, "Document", NULL);
      draw_page (cr, layout, palette_of (options));
      if (options->code != NULL)
        draw_code (cr, options);
      add_outline (surface, figures[i], i);
      if (i + 1 == n_figures)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
      /* A wrong tag shows only here. */
      if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
        break;
    }
  if (!finish (cr, surface, error))
    return NULL;
  return g_steal_pointer (&data);
}

static char *
language_of (const LvFigure *figure)
{
  const char *language = lv_figure_get_language (figure);

  return g_strdup (g_str_equal (language, "da") ? "da-DK" : language);
}

/**
 * lv_chart_to_pdf:
 * @figures: (array length=n_figures): one page each
 * @n_figures: at least 1
 * @options: size and date
 * @error: return location for an error
 *
 * Returns: (transfer full): a tagged PDF with outline, language and alternative texts, or NULL
 */
GBytes *
lv_chart_to_pdf (LvFigure *const *figures, gsize n_figures, const LvChartExport *options,
                 GError **error)
{
  g_autoptr (GByteArray) data = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GPtrArray) alts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *language = NULL;
  LvPdfMeta meta = { NULL };

  g_return_val_if_fail (n_figures > 0 && options != NULL && options->created != NULL, NULL);
  if (!check_options (options, error))
    return NULL;
  data = draw_pdf (figures, n_figures, options, error);
  if (data == NULL)
    return NULL;
  for (gsize i = 0; i < n_figures; i++)
    g_ptr_array_add (alts, lv_figure_dup_alt (figures[i]));
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&data));
  language = language_of (figures[0]);
  meta.title = document_title (figures);
  meta.language = language;
  meta.alts = (const char *const *) alts->pdata;
  meta.n_alts = alts->len;
  return lv_pdf_make_accessible (plain, &meta, error);
}

/* SVG */

/**
 * lv_chart_to_svg:
 * @figure: what to draw
 * @options: size
 * @error: return location for an error
 *
 * Returns: (transfer full): an SVG with title, description and ids of its own, or NULL
 */
GBytes *
lv_chart_to_svg (LvFigure *figure, const LvChartExport *options, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  LvTextMeasure *measure;
  g_autoptr (LvLayout) layout = NULL;
  g_autofree char *alt = NULL;
  g_autofree char *language = NULL;
  g_autofree char *texts = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (figure != NULL && options != NULL, NULL);
  if (!check_options (options, error))
    return NULL;
  measure = lv_measure_of_thread (options->family);
  layout = lv_layout_new (figure, options->width, options->height, measure);
  surface = cairo_svg_surface_create_for_stream (append_cb, data, options->width,
                                                 options->height);
  cr = cairo_create (surface);
  if (options->keeps_texts)
    texts = lv_svg_draw (cr, layout, palette_of (options), measure);
  else
    lv_draw (cr, layout, palette_of (options), NULL);
  if (!finish (cr, surface, error))
    return NULL;
  alt = lv_figure_dup_alt (figure);
  language = language_of (figure);
  return lv_svg_make_accessible (
    (const char *) data->data, data->len,
    &(LvSvgMeta){ lv_figure_get_title (figure), alt, language, texts });
}

/* PNG */

/**
 * lv_chart_to_png:
 * @figure: what to draw
 * @options: size and scale
 * @error: return location for an error
 *
 * Returns: (transfer full): a PNG, or NULL
 */
GBytes *
lv_chart_to_png (LvFigure *figure, const LvChartExport *options, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  LvTextMeasure *measure;
  g_autoptr (LvLayout) layout = NULL;
  double scale = options->scale > 0.0 ? options->scale : 1.0;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (figure != NULL && options != NULL, NULL);
  if (!check_options (options, error))
    return NULL;
  measure = lv_measure_of_thread (options->family);
  layout = lv_layout_new (figure, options->width, options->height, measure);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (options->width * scale + 0.5),
                                        (int) (options->height * scale + 0.5));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  lv_draw (cr, layout, palette_of (options), NULL);
  status = cairo_status (cr) == CAIRO_STATUS_SUCCESS
             ? cairo_surface_write_to_png_stream (surface, append_cb, data)
             : CAIRO_STATUS_SUCCESS;
  if (!finish (cr, surface, error) || !check_status (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/* Files */

/* Written beside, flushed, renamed.  Takes @bytes, which is NULL after an error. */
static gboolean
write_file (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GBytes) own = bytes;
  gsize size = 0;
  const char *data;

  if (own == NULL)
    return FALSE;
  data = g_bytes_get_data (own, &size);
  return g_file_set_contents_full (path, data, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0644, error);
}

/**
 * lv_chart_write_pdf:
 * @figure: what to draw
 * @path: the file
 * @options: size and date
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
lv_chart_write_pdf (LvFigure *figure, const char *path, const LvChartExport *options,
                    GError **error)
{
  return write_file (lv_chart_to_pdf (&figure, 1, options, error), path, error);
}

/**
 * lv_chart_write_pdf_pages:
 * @figures: (array length=n_figures): one page each
 * @n_figures: at least 1
 * @path: the file
 * @options: size and date
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
lv_chart_write_pdf_pages (LvFigure *const *figures, gsize n_figures, const char *path,
                          const LvChartExport *options, GError **error)
{
  return write_file (lv_chart_to_pdf (figures, n_figures, options, error), path, error);
}

/**
 * lv_chart_write_svg:
 * @figure: what to draw
 * @path: the file
 * @options: size
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
lv_chart_write_svg (LvFigure *figure, const char *path, const LvChartExport *options,
                    GError **error)
{
  return write_file (lv_chart_to_svg (figure, options, error), path, error);
}

/**
 * lv_chart_write_png:
 * @figure: what to draw
 * @path: the file
 * @options: size and scale
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
lv_chart_write_png (LvFigure *figure, const char *path, const LvChartExport *options,
                    GError **error)
{
  return write_file (lv_chart_to_png (figure, options, error), path, error);
}
