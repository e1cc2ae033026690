/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report of several pages begins with: its cover, and its contents with page numbers and links. */
#include "lv-report-private.h"

#define COVER_TOP 190.0
#define LABEL_WIDTH 130.0
#define FACT_SIZE 10.0
#define ENTRY_SIZE 10.0
#define ENTRY_HEIGHT 12.5
#define ENTRY_GAP 4.0
#define ENTRY_LEAST 0.5
#define ENTRY_INDENT 14.0
#define NUMBER_WIDTH 34.0

/* --- Cover */

static void
draw_line (LvReportPen *self, const char *tag, const char *text, double size, gboolean bold, double below)
{
  g_autoptr (PangoLayout) layout = lv_report_layout (self, text, size, bold, LV_REPORT_CONTENT);

  lv_report_tag (self, tag, NULL);
  lv_report_show (self, layout, LV_REPORT_MARGIN, self->y);
  lv_report_untag (self, tag);
  self->y += lv_report_layout_height (layout) + below;
}

static void
draw_bar (LvReportPen *self)
{
  lv_report_tag (self, "Private", NULL);
  cairo_set_source_rgb (self->cr, 0.2, 0.2, 0.2);
  cairo_rectangle (self->cr, LV_REPORT_MARGIN, self->y, LV_REPORT_CONTENT, 1.2);
  cairo_fill (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  lv_report_untag (self, "Private");
  self->y += 20;
}

static void
draw_fact (LvReportPen *self, char **row)
{
  g_autofree char *label = g_strconcat (row[0], ":", NULL);
  g_autoptr (PangoLayout) left = lv_report_layout (self, label, FACT_SIZE, TRUE, LABEL_WIDTH - 8);
  g_autoptr (PangoLayout) right
      = lv_report_layout (self, row[1], FACT_SIZE, FALSE, LV_REPORT_CONTENT - LABEL_WIDTH);

  lv_report_tag (self, "P", NULL);
  lv_report_show (self, left, LV_REPORT_MARGIN, self->y);
  lv_report_show (self, right, LV_REPORT_MARGIN + LABEL_WIDTH, self->y);
  lv_report_untag (self, "P");
  self->y += MAX (lv_report_layout_height (left), lv_report_layout_height (right)) + 6;
}

/** Draws the cover on a page of its own, which has no foot. */
void
lv_report_draw_cover (LvReportPen *self, LvReportBlock *block)
{
  self->is_cover = TRUE;
  if (block->unit != NULL)
    draw_line (self, "P", block->unit, 11, FALSE, 0);
  self->y = MAX (self->y, COVER_TOP);
  lv_report_mark_heading (self, block);
  draw_line (self, "H1", block->text, 26, TRUE, 8);
  if (block->subtitle != NULL && block->subtitle[0] != '\0')
    draw_line (self, "P", block->subtitle, 14, FALSE, 8);
  self->y += 16;
  draw_bar (self);
  for (guint i = 0; i < block->rows->len; i++)
    draw_fact (self, g_ptr_array_index (block->rows, i));
  lv_report_next_page (self);
}

/* --- Contents */

static gboolean
is_listed (const LvReportBlock *block, guint level)
{
  return block->kind == LV_BLOCK_HEADING && block->level > 1 && block->level <= level;
}

/* Dots lead the eye from a title to its page. */
static void
draw_leader (LvReportPen *self, double from, double y)
{
  static const double dots[] = { 0.1, 4 };

  lv_report_tag (self, "Private", NULL);
  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 0.45, 0.45, 0.45);
  cairo_set_line_width (self->cr, 0.9);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (self->cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (self->cr, LV_REPORT_MARGIN + LV_REPORT_CONTENT - NUMBER_WIDTH + 8, y);
  cairo_line_to (self->cr, from, y);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
  lv_report_untag (self, "Private");
}

static void
draw_entry (LvReportPen *self, const LvReportBlock *block, double gap)
{
  double x = LV_REPORT_MARGIN + (block->level - 2) * ENTRY_INDENT;
  double width = LV_REPORT_CONTENT - (x - LV_REPORT_MARGIN) - NUMBER_WIDTH;
  g_autofree char *page = g_strdup_printf ("%u", block->page);
  g_autofree char *where = g_strdup_printf ("p%u", block->number);
  g_autoptr (PangoLayout) title
      = lv_report_layout (self, block->text, ENTRY_SIZE, block->level == 2, width);
  g_autoptr (PangoLayout) number = lv_report_layout (self, page, ENTRY_SIZE, FALSE, NUMBER_WIDTH);
  double height = lv_report_layout_height (title);
  double last = self->y + height - lv_report_layout_height (number);
  PangoRectangle line;

  pango_layout_set_alignment (number, PANGO_ALIGN_RIGHT);
  pango_layout_line_get_extents (
      pango_layout_get_line_readonly (title, pango_layout_get_line_count (title) - 1), NULL, &line);
  lv_report_tag (self, "TOCI", NULL);
  lv_report_begin_link (self, where, block->text);
  lv_report_show (self, title, x, self->y);
  lv_report_show (self, number, LV_REPORT_MARGIN + LV_REPORT_CONTENT - NUMBER_WIDTH, last);
  lv_report_end_link (self);
  lv_report_untag (self, "TOCI");
  draw_leader (self, x + line.width / (double) PANGO_SCALE + 5,
               last + pango_layout_get_baseline (number) / (double) PANGO_SCALE);
  self->y += height + gap;
}

/* Contents that nearly fit on their page stand closer. */
static double
find_gap (const LvReportPen *self, guint level)
{
  double room = LV_REPORT_BOTTOM - self->y;
  guint n = 0;

  for (guint i = 0; i < self->report->blocks->len; i++)
    n += is_listed (g_ptr_array_index (self->report->blocks, i), level);
  if (n * (ENTRY_HEIGHT + ENTRY_GAP) <= room || n * (ENTRY_HEIGHT + ENTRY_LEAST) > room)
    return ENTRY_GAP;
  return room / n - ENTRY_HEIGHT;
}

/** Draws the contents, and ends the page. */
void
lv_report_draw_contents (LvReportPen *self, const LvReportBlock *block)
{
  double gap;

  draw_line (self, "H2", block->text, 15, TRUE, 12);
  gap = find_gap (self, block->level);
  lv_report_tag (self, "TOC", NULL);
  for (guint i = 0; i < self->report->blocks->len; i++)
    {
      const LvReportBlock *heading = g_ptr_array_index (self->report->blocks, i);

      if (!is_listed (heading, block->level))
        continue;
      if (!lv_report_fits (self, ENTRY_HEIGHT))
        lv_report_next_page (self);
      draw_entry (self, heading, gap);
    }
  lv_report_untag (self, "TOC");
  lv_report_next_page (self);
}
