/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: its blocks, and drawing them twice, first to count the pages. */
#include "lv-report-private.h"

#include "lv-draw.h"
#include "lv-pango-private.h"
#include "lv-pdf.h"

#include <cairo-pdf.h>

/* What a heading needs below it, so that it does not stand alone at the foot of a page. */
#define AFTER_HEADING 60.0

static const struct
{
  double size;
  double above;
  double below;
  const char *tag;
} headings[] = { { 18, 0, 10, "H1" }, { 13, 16, 6, "H2" }, { 11, 12, 4, "H3" } };

/* --- Blocks */

static void
block_free (gpointer data)
{
  LvReportBlock *block = data;

  g_free (block->text);
  g_free (block->x);
  g_clear_pointer (&block->figure, lv_figure_unref);
  g_clear_pointer (&block->heads, g_ptr_array_unref);
  g_clear_pointer (&block->numbers, g_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

/** Returns: (transfer full): a report without content */
LvReport *
lv_report_new (const LvReportInfo *info)
{
  LvReport *self = g_new0 (LvReport, 1);

  self->title = g_strdup (info->title);
  self->language = g_strdup (g_strcmp0 (info->language, "en") == 0 ? "en" : "da-DK");
  self->author = g_strdup (info->author);
  self->footer = g_strdup (info->footer != NULL ? info->footer : "");
  self->page = g_strdup (info->page != NULL ? info->page : "{1} / {2}");
  self->year = info->year;
  self->month = info->month;
  self->day = info->day;
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

void
lv_report_free (LvReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self->title);
  g_free (self->language);
  g_free (self->author);
  g_free (self->footer);
  g_free (self->page);
  g_free (self);
}

static LvReportBlock *
add (LvReport *self, LvBlockKind kind, const char *text)
{
  LvReportBlock *block = g_new0 (LvReportBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (self->blocks, block);
  return block;
}

/** Begins a part; @level 1 is the document's own, 3 the deepest. It is in the outline too. */
void
lv_report_heading (LvReport *self, guint level, const char *text)
{
  g_return_if_fail (level >= 1 && level <= G_N_ELEMENTS (headings));
  add (self, LV_BLOCK_HEADING, text)->level = level;
}

void
lv_report_paragraph (LvReport *self, const char *text)
{
  add (self, LV_BLOCK_PARAGRAPH, text);
}

/** Adds small print: a remark, a source. */
void
lv_report_note (LvReport *self, const char *text)
{
  add (self, LV_BLOCK_NOTE, text);
}

/* A plane is nearly as high as it is wide. */
static double
least_share (const LvFigure *figure)
{
  LvFigureKind kind = lv_figure_get_kind (figure);

  return kind == LV_FIGURE_MATRIX || kind == LV_FIGURE_SCATTER ? 0.8 : 0.5;
}

/**
 * lv_report_figure:
 * @figure: (transfer full): drawn as wide as the page
 * @height: in points; 0 for as much as it needs
 */
void
lv_report_figure (LvReport *self, LvFigure *figure, double height)
{
  LvReportBlock *block = add (self, LV_BLOCK_FIGURE, NULL);
  double most = LV_REPORT_BOTTOM - LV_REPORT_MARGIN - 60;
  g_autoptr (LvTextMeasure) measure = lv_measure_pango_new (LV_REPORT_FAMILY, 1.0);

  block->figure = figure;
  block->height = height > 0 ? height
                             : MAX (lv_layout_natural_height (figure, LV_REPORT_CONTENT, measure),
                                    LV_REPORT_CONTENT * least_share (figure));
  block->height = MIN (block->height, most);
}

/** What follows begins on a page of its own. */
void
lv_report_page_break (LvReport *self)
{
  add (self, LV_BLOCK_BREAK, NULL);
}

gboolean
lv_report_is_empty (const LvReport *self)
{
  return self->blocks->len == 0;
}

/** Begins a table; @summary (nullable) stands above it. Its columns come next, then its rows. */
void
lv_report_table (LvReport *self, const char *summary)
{
  LvReportBlock *block = add (self, LV_BLOCK_TABLE, summary);

  block->heads = g_ptr_array_new_with_free_func (g_free);
  block->numbers = g_array_new (FALSE, FALSE, sizeof (gboolean));
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static LvReportBlock *
last_table (LvReport *self)
{
  LvReportBlock *block = self->blocks->len > 0
                             ? g_ptr_array_index (self->blocks, self->blocks->len - 1)
                             : NULL;

  return block != NULL && block->kind == LV_BLOCK_TABLE ? block : NULL;
}

/** Adds a column to the table that was begun last; numbers stand to the right. */
void
lv_report_column (LvReport *self, const char *head, gboolean is_number)
{
  LvReportBlock *block = last_table (self);

  g_return_if_fail (block != NULL && block->rows->len == 0);
  g_ptr_array_add (block->heads, g_strdup (head));
  g_array_append_val (block->numbers, is_number);
}

/** Adds a row: (array zero-terminated=1) as many texts as there are columns; fewer leave the rest empty. */
void
lv_report_row (LvReport *self, const char *const *cells)
{
  LvReportBlock *block = last_table (self);
  char **row;
  guint n = 0;

  g_return_if_fail (block != NULL);
  row = g_new0 (char *, block->heads->len + 1);
  for (; n < block->heads->len && cells[n] != NULL; n++)
    row[n] = g_strdup (cells[n]);
  for (; n < block->heads->len; n++)
    row[n] = g_strdup ("");
  g_ptr_array_add (block->rows, row);
}

/* --- Drawing */

static void
add_to_outline (LvReportPen *self, const LvReportBlock *block)
{
  g_autofree char *link = NULL;
  char top[G_ASCII_DTOSTR_BUF_SIZE];
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = block->level - 1; i > 0 && parent == CAIRO_PDF_OUTLINE_ROOT; i--)
    parent = self->outline[i];
  g_ascii_formatd (top, sizeof top, "%.0f", self->y);
  link = g_strdup_printf ("page=%u pos=[0 %s]", self->page, top);
  self->outline[block->level] = cairo_pdf_surface_add_outline (
      self->surface, parent, block->text, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (guint i = block->level + 1; i < G_N_ELEMENTS (self->outline); i++)
    self->outline[i] = CAIRO_PDF_OUTLINE_ROOT;
}

/* How much of what follows must stand on the page of its heading; of headings below it all, too. */
static double
least_below (LvReportPen *self, guint index)
{
  LvReportBlock *next
      = index < self->report->blocks->len ? g_ptr_array_index (self->report->blocks, index) : NULL;

  if (next == NULL || next->kind == LV_BLOCK_BREAK)
    return 0;
  if (next->kind == LV_BLOCK_HEADING)
    return headings[next->level - 1].above + headings[next->level - 1].size * 1.5
           + headings[next->level - 1].below + least_below (self, index + 1);
  if (next->kind == LV_BLOCK_FIGURE)
    return next->height;
  if (next->kind == LV_BLOCK_TABLE)
    return lv_report_table_least (self, next);
  return AFTER_HEADING;
}

static void
draw_heading (LvReportPen *self, const LvReportBlock *block, guint index)
{
  double above = self->y > LV_REPORT_MARGIN ? headings[block->level - 1].above : 0;
  g_autoptr (PangoLayout) layout = lv_report_layout (
      self, block->text, headings[block->level - 1].size, TRUE, LV_REPORT_CONTENT);
  double height = lv_report_layout_height (layout);

  if (self->y > LV_REPORT_MARGIN
      && !lv_report_fits (self, above + height + headings[block->level - 1].below
                                    + least_below (self, index + 1)))
    {
      lv_report_next_page (self);
      above = 0;
    }
  self->y += above;
  add_to_outline (self, block);
  cairo_tag_begin (self->cr, headings[block->level - 1].tag, NULL);
  lv_report_show (self, layout, LV_REPORT_MARGIN, self->y);
  cairo_tag_end (self->cr, headings[block->level - 1].tag);
  self->y += height + headings[block->level - 1].below;
}

/* One line of a paragraph after the other, so that a long one goes on over the page. */
static void
draw_lines (LvReportPen *self, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double from = self->y;
  gboolean more = TRUE;

  cairo_tag_begin (self->cr, "P", NULL);
  while (more)
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if (from + (line.y + line.height) / (double) PANGO_SCALE > LV_REPORT_BOTTOM
          && self->y > LV_REPORT_MARGIN)
        {
          cairo_tag_end (self->cr, "P");
          lv_report_next_page (self);
          cairo_tag_begin (self->cr, "P", NULL);
          from = self->y - line.y / (double) PANGO_SCALE;
        }
      cairo_move_to (self->cr, LV_REPORT_MARGIN,
                     from + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
      self->y = from + (line.y + line.height) / (double) PANGO_SCALE;
      more = pango_layout_iter_next_line (iter);
    }
  cairo_tag_end (self->cr, "P");
  pango_layout_iter_free (iter);
}

static void
draw_text (LvReportPen *self, const LvReportBlock *block)
{
  gboolean is_note = block->kind == LV_BLOCK_NOTE;
  g_autoptr (PangoLayout) layout
      = lv_report_layout (self, block->text, is_note ? 8.5 : 10, FALSE, LV_REPORT_CONTENT);

  if (block->text[0] == '\0')
    return;
  draw_lines (self, layout);
  self->y += is_note ? 6 : 8;
}

static void
draw_part (LvReportPen *self, const LvLayout *layout, const char *tag, LvDrawParts part)
{
  cairo_tag_begin (self->cr, tag, NULL);
  lv_draw_parts (self->cr, layout, lv_palette_get (LV_PALETTE_PRINT), NULL, part);
  cairo_tag_end (self->cr, tag);
}

static gboolean
has_role (const LvLayout *layout, LvTextRole role)
{
  for (guint i = 0; i < layout->texts->len; i++)
    if (g_array_index (layout->texts, LvLayoutText, i).role == role)
      return TRUE;
  return FALSE;
}

static void
draw_figure (LvReportPen *self, const LvReportBlock *block)
{
  static const struct
  {
    LvTextRole role;
    LvDrawParts part;
  } texts[] = { { LV_TEXT_TITLE, LV_DRAW_TITLE },
                { LV_TEXT_SUBTITLE, LV_DRAW_SUBTITLE },
                { LV_TEXT_NOTE, LV_DRAW_NOTES },
                { LV_TEXT_SOURCE, LV_DRAW_SOURCE } };
  g_autoptr (LvLayout) layout
      = lv_layout_new (block->figure, LV_REPORT_CONTENT, block->height, self->measure);

  if (!lv_report_fits (self, block->height))
    lv_report_next_page (self);
  cairo_save (self->cr);
  cairo_translate (self->cr, LV_REPORT_MARGIN, self->y);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (i == 2)
        draw_part (self, layout, "Figure", LV_DRAW_FIGURE);
      if (has_role (layout, texts[i].role))
        draw_part (self, layout, "P", texts[i].part);
    }
  cairo_restore (self->cr);
  self->y += block->height + 12;
}

static void
draw_block (LvReportPen *self, guint index)
{
  LvReportBlock *block = g_ptr_array_index (self->report->blocks, index);

  switch (block->kind)
    {
    case LV_BLOCK_HEADING:
      draw_heading (self, block, index);
      break;
    case LV_BLOCK_PARAGRAPH:
    case LV_BLOCK_NOTE:
      draw_text (self, block);
      break;
    case LV_BLOCK_TABLE:
      lv_report_draw_table (self, block);
      break;
    case LV_BLOCK_FIGURE:
      draw_figure (self, block);
      break;
    case LV_BLOCK_BREAK:
    default:
      if (self->y > LV_REPORT_MARGIN)
        lv_report_next_page (self);
      break;
    }
}

/* --- The file */

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  if (closure != NULL)
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

/* Draws the whole report into @data (nullable) and tells the number of pages. */
static cairo_status_t
draw (const LvReport *report, GByteArray *data, guint *pages)
{
  LvReportPen self = { .report = report, .pages = *pages };
  cairo_status_t status;

  self.surface = cairo_pdf_surface_create_for_stream (append_cb, data, LV_REPORT_WIDTH, LV_REPORT_HEIGHT);
  self.cr = cairo_create (self.surface);
  self.context = lv_pango_context_new ();
  self.measure = lv_measure_pango_new (LV_REPORT_FAMILY, 1.0);
  set_metadata (&self);
  cairo_tag_begin (self.cr, "Document", NULL);
  lv_report_begin_page (&self);
  for (guint i = 0; i < report->blocks->len && cairo_status (self.cr) == CAIRO_STATUS_SUCCESS; i++)
    draw_block (&self, i);
  cairo_tag_end (self.cr, "Document");
  lv_report_end_page (&self);
  *pages = self.page;
  status = cairo_status (self.cr);
  cairo_destroy (self.cr);
  cairo_surface_finish (self.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self.surface);
  cairo_surface_destroy (self.surface);
  g_object_unref (self.context);
  lv_measure_free (self.measure);
  return status;
}

/** Returns: how many pages the report has */
guint
lv_report_n_pages (LvReport *self)
{
  guint pages = 0;

  draw (self, NULL, &pages);
  return pages;
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
  LvPdfMeta meta = { self->title, self->language, (const char *const *) alts->pdata, alts->len };
  guint pages = lv_report_n_pages (self);
  cairo_status_t status = draw (self, data, &pages);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo: %s", cairo_status_to_string (status));
      return NULL;
    }
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&data));
  return lv_pdf_make_accessible (plain, &meta, error);
}
