/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of a report on their pages: headings, texts and figures. */
#include "lv-report-private.h"

#include "lv-draw.h"

#include <cairo-pdf.h>

/* What a heading needs below it, so that it does not stand alone at the foot of a page. */
#define AFTER_HEADING 60.0

#define ASIDE_SIZE 7.5
#define ASIDE_WIDTH 130.0
#define LABEL_SIZE 9.0
#define LABEL_HEIGHT 14.0

static const struct
{
  double size;
  double above;
  double below;
  const char *tag;
} headings[] = { { 18, 0, 10, "H1" }, { 13, 16, 6, "H2" }, { 11, 12, 4, "H3" } };

/** Tells where a heading stands: in the outline, and as the place that contents lead to. */
void
lv_report_mark_heading (LvReportPen *self, LvReportBlock *block)
{
  g_autofree char *link = NULL;
  g_autofree char *place = NULL;
  char top[G_ASCII_DTOSTR_BUF_SIZE];
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  if (!self->is_trial)
    block->page = self->page;
  if (self->surface == NULL)
    return;
  place = g_strdup_printf ("p%u", block->number);
  lv_report_mark_place (self, place);
  for (guint i = block->level - 1; i > 0 && parent == CAIRO_PDF_OUTLINE_ROOT; i--)
    parent = self->outline[i];
  g_ascii_formatd (top, sizeof top, "%.0f", self->y);
  link = g_strdup_printf ("page=%u pos=[0 %s]", self->page, top);
  self->outline[block->level] = cairo_pdf_surface_add_outline (
      self->surface, parent, block->text, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (guint i = block->level + 1; i < G_N_ELEMENTS (self->outline); i++)
    self->outline[i] = CAIRO_PDF_OUTLINE_ROOT;
}

static double
figure_height (const LvReportPen *self, const LvReportBlock *block)
{
  return lv_report_scaled (self, block->height + (block->text[0] != '\0' ? LABEL_HEIGHT : 0));
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
    return lv_report_space (self, headings[next->level - 1].above + headings[next->level - 1].below)
           + lv_report_scaled (self, headings[next->level - 1].size * 1.5) + least_below (self, index + 1);
  if (next->kind == LV_BLOCK_FIGURE)
    return figure_height (self, next);
  if (next->kind == LV_BLOCK_TABLE)
    return lv_report_table_least (self, next);
  return AFTER_HEADING;
}

/* What stands at the end of a heading's line; of @height. */
static void
draw_aside (LvReportPen *self, PangoLayout *aside, double height)
{
  lv_report_tag (self, "P", NULL);
  cairo_set_source_rgb (self->cr, 0.35, 0.35, 0.35);
  lv_report_show (self, aside, LV_REPORT_MARGIN, self->y + height - lv_report_layout_height (aside) - 1);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  lv_report_untag (self, "P");
}

static void
draw_heading (LvReportPen *self, LvReportBlock *block, guint index)
{
  const char *tag = headings[block->level - 1].tag;
  double above = self->y > LV_REPORT_MARGIN ? lv_report_space (self, headings[block->level - 1].above) : 0;
  double below = lv_report_space (self, headings[block->level - 1].below);
  gboolean has_aside = block->subtitle != NULL && block->subtitle[0] != '\0';
  g_autoptr (PangoLayout) aside
      = has_aside ? lv_report_layout (self, block->subtitle, ASIDE_SIZE, FALSE, LV_REPORT_CONTENT) : NULL;
  g_autoptr (PangoLayout) layout
      = lv_report_layout (self, block->text, headings[block->level - 1].size, TRUE,
                          LV_REPORT_CONTENT - (has_aside ? ASIDE_WIDTH : 0));
  double height = lv_report_layout_height (layout);

  if (self->y > LV_REPORT_MARGIN
      && !lv_report_fits (self, above + height + below + least_below (self, index + 1)))
    {
      lv_report_next_page (self);
      above = 0;
    }
  self->y += above;
  lv_report_mark_heading (self, block);
  lv_report_tag (self, tag, NULL);
  lv_report_show (self, layout, LV_REPORT_MARGIN, self->y);
  lv_report_untag (self, tag);
  if (has_aside)
    {
      pango_layout_set_alignment (aside, PANGO_ALIGN_RIGHT);
      draw_aside (self, aside, height);
    }
  self->y += height + below;
}

/* One line of a paragraph after the other, so that a long one goes on over the page. */
static void
draw_lines (LvReportPen *self, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double from = self->y;
  gboolean more = TRUE;

  lv_report_tag (self, "P", NULL);
  while (more)
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if (from + (line.y + line.height) / (double) PANGO_SCALE > LV_REPORT_BOTTOM
          && self->y > LV_REPORT_MARGIN)
        {
          lv_report_untag (self, "P");
          lv_report_next_page (self);
          lv_report_tag (self, "P", NULL);
          from = self->y - line.y / (double) PANGO_SCALE;
        }
      if (lv_report_is_drawn (self))
        {
          cairo_move_to (self->cr, LV_REPORT_MARGIN,
                         from + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
          pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
        }
      self->y = from + (line.y + line.height) / (double) PANGO_SCALE;
      more = pango_layout_iter_next_line (iter);
    }
  lv_report_untag (self, "P");
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
  lv_report_mark_place (self, block->place);
  draw_lines (self, layout);
  self->y += lv_report_space (self, is_note ? 6 : 8);
}

static void
draw_part (LvReportPen *self, const LvLayout *layout, const char *tag, LvDrawParts part)
{
  lv_report_tag (self, tag, NULL);
  lv_draw_parts (self->cr, layout, lv_palette_get (LV_PALETTE_PRINT), NULL, part);
  lv_report_untag (self, tag);
}

static gboolean
has_role (const LvLayout *layout, LvTextRole role)
{
  for (guint i = 0; i < layout->texts->len; i++)
    if (g_array_index (layout->texts, LvLayoutText, i).role == role)
      return TRUE;
  return FALSE;
}

/* The number of a figure, above its title. */
static void
draw_label (LvReportPen *self, const LvReportBlock *block)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (block->text[0] == '\0')
    return;
  layout = lv_report_layout (self, block->text, LABEL_SIZE, TRUE, LV_REPORT_CONTENT);
  lv_report_tag (self, "P", NULL);
  lv_report_show (self, layout, LV_REPORT_MARGIN, self->y);
  lv_report_untag (self, "P");
  self->y += lv_report_scaled (self, LABEL_HEIGHT);
}

static void
draw_figure_parts (LvReportPen *self, LvReportBlock *block)
{
  static const struct
  {
    LvTextRole role;
    LvDrawParts part;
  } texts[] = { { LV_TEXT_TITLE, LV_DRAW_TITLE },
                { LV_TEXT_SUBTITLE, LV_DRAW_SUBTITLE },
                { LV_TEXT_NOTE, LV_DRAW_NOTES },
                { LV_TEXT_SOURCE, LV_DRAW_SOURCE } };
  double scale = lv_report_scaled (self, 1);
  const LvLayout *layout;

  if (block->layout == NULL)
    block->layout
        = lv_layout_new (block->figure, LV_REPORT_CONTENT / scale, block->height, self->report->measure);
  layout = block->layout;
  cairo_save (self->cr);
  cairo_translate (self->cr, LV_REPORT_MARGIN, self->y);
  cairo_scale (self->cr, scale, scale);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (i == 2)
        draw_part (self, layout, "Figure", LV_DRAW_FIGURE);
      if (has_role (layout, texts[i].role))
        draw_part (self, layout, "P", texts[i].part);
    }
  cairo_restore (self->cr);
}

static void
draw_figure (LvReportPen *self, LvReportBlock *block)
{
  if (!lv_report_fits (self, figure_height (self, block)))
    lv_report_next_page (self);
  draw_label (self, block);
  if (lv_report_is_drawn (self))
    draw_figure_parts (self, block);
  self->y += lv_report_scaled (self, block->height) + lv_report_space (self, 12);
}

/** Draws a block, on as many pages as it needs. */
void
lv_report_draw_block (LvReportPen *self, guint index)
{
  LvReportBlock *block = g_ptr_array_index (self->report->blocks, index);

  self->block = block;
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
    case LV_BLOCK_COVER:
      lv_report_draw_cover (self, block);
      break;
    case LV_BLOCK_CONTENTS:
      lv_report_draw_contents (self, block);
      break;
    case LV_BLOCK_BREAK:
    default:
      if (self->y > LV_REPORT_MARGIN)
        lv_report_next_page (self);
      break;
    }
}
