/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as a tagged PDF, and page by page on any surface. It is drawn twice: the first time to learn on which
 * page things stand. */
#include "lv-report-private.h"

#include "lv-pdf.h"

#include <cairo-pdf.h>

/* Steps of 2.5 pct.: print of 10 points becomes 7.5 at the smallest. */
#define SMALLEST 10

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (LvReportPen *self)
{
  const LvReport *report = self->report;
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02dT12:00:00Z", report->year, report->month,
                                           report->day);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, report->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Ligevægt");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  if (report->author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, report->author);
}

static void
draw_blocks (LvReportPen *self)
{
  lv_report_begin_page (self);
  lv_report_tag (self, "Document", NULL);
  for (guint i = 0; i < self->report->blocks->len && cairo_status (self->cr) == CAIRO_STATUS_SUCCESS; i++)
    lv_report_draw_block (self, i);
  lv_report_untag (self, "Document");
  lv_report_end_page (self);
}

/* Returns: (transfer full) (element-type cairo_surface_t): the pages; @pages of them where that is known */
static GPtrArray *
record (const LvReport *report, guint pages)
{
  GPtrArray *drawn = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  LvReportPen self = { .report = report, .pages = pages, .drawn = drawn };

  draw_blocks (&self);
  return drawn;
}

/* What has been laid was laid for other print. */
static void
set_scale (LvReport *self, double scale)
{
  if (self->scale == scale)
    return;
  self->scale = scale;
  for (guint i = 0; i < self->blocks->len; i++)
    lv_report_forget_layout (g_ptr_array_index (self->blocks, i));
}

static guint
count_at (LvReport *self, double scale)
{
  g_autoptr (GPtrArray) drawn = NULL;

  set_scale (self, scale);
  drawn = record (self, 0);
  return drawn->len;
}

static void
count (LvReport *self)
{
  if (self->n_pages > 0)
    return;
  self->n_pages = count_at (self, 1);
  if (self->n_pages > 1 && lv_report_fit_sections (self))
    self->n_pages = count_at (self, 1);
  for (guint step = 1; self->is_one_page && self->n_pages > 1 && step <= SMALLEST; step++)
    self->n_pages = count_at (self, 1 - step * 0.025);
}

/** Returns: how many pages the report has */
guint
lv_report_n_pages (LvReport *self)
{
  count (self);
  return self->n_pages;
}

/**
 * lv_report_draw_page:
 * @cr: where a page of 595.276 x 841.89 points goes, from its origin; untagged, and without a background
 * @page: from 0
 *
 * Draws a page as it is in the PDF, for the screen or a printer.
 */
void
lv_report_draw_page (LvReport *self, cairo_t *cr, guint page)
{
  count (self);
  g_return_if_fail (page < self->n_pages);
  if (self->drawn == NULL)
    self->drawn = record (self, self->n_pages);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, LV_REPORT_WIDTH, LV_REPORT_HEIGHT);
  cairo_clip (cr);
  cairo_set_source_surface (cr, g_ptr_array_index (self->drawn, page), 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/** Returns: (transfer full): the headings that stand on @page, from 0, one after the other; may be empty */
char *
lv_report_page_headings (LvReport *self, guint page)
{
  GString *text = g_string_new (NULL);

  count (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LvReportBlock *block = g_ptr_array_index (self->blocks, i);

      if ((block->kind == LV_BLOCK_HEADING || block->kind == LV_BLOCK_COVER) && block->page == page + 1)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", block->text);
    }
  return g_string_free (text, FALSE);
}

static cairo_status_t
write_pdf (const LvReport *report, GByteArray *data, GPtrArray *links)
{
  LvReportPen self = { .report = report, .pages = report->n_pages, .links = links };
  cairo_status_t status;

  self.surface
      = cairo_pdf_surface_create_for_stream (append_cb, data, LV_REPORT_WIDTH, LV_REPORT_HEIGHT);
  self.cr = cairo_create (self.surface);
  set_metadata (&self);
  draw_blocks (&self);
  status = cairo_status (self.cr);
  cairo_destroy (self.cr);
  cairo_surface_finish (self.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self.surface);
  cairo_surface_destroy (self.surface);
  return status;
}

static GPtrArray *
alternatives (const LvReport *self)
{
  GPtrArray *alts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LvReportBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == LV_BLOCK_FIGURE)
        g_ptr_array_add (alts, lv_figure_dup_alt (block->figure));
    }
  return alts;
}

/**
 * lv_report_to_pdf:
 *
 * Returns: (transfer full) (nullable): the report as a tagged PDF
 */
GBytes *
lv_report_to_pdf (LvReport *self, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GPtrArray) alts = alternatives (self);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  LvPdfMeta meta = { .title = self->title,
                     .language = self->language,
                     .author = self->author,
                     .alts = (const char *const *) alts->pdata,
                     .n_alts = alts->len };
  cairo_status_t status;

  count (self);
  status = write_pdf (self, data, links);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo: %s", cairo_status_to_string (status));
      return NULL;
    }
  meta.links = (const char *const *) links->pdata;
  meta.n_links = links->len;
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&data));
  return lv_pdf_make_accessible (plain, &meta, error);
}
