/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of a report: text as it is set everywhere, the foot with the page number. */
#include "lv-report-private.h"

#include "lv-pango-private.h"

#include <stdlib.h>
#include <string.h>

#define FOOT_SIZE 8.0

/** Returns: (transfer full): @text in lines of at most @width points; words that are longer are broken */
PangoLayout *
lv_report_layout (LvReportPen *self, const char *text, double size, gboolean bold, double width)
{
  LvFont font = { size, bold };
  PangoLayout *layout = lv_pango_layout_new (self->context, LV_REPORT_FAMILY, &font);

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
lv_report_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

void
lv_report_show (LvReportPen *self, PangoLayout *layout, double x, double y)
{
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

/* "Side 2 af 7"; while the pages are counted the second number is not known. */
static char *
page_text (const LvReportPen *self)
{
  g_autofree char *page = g_strdup_printf ("%u", self->page);
  g_autofree char *pages = g_strdup_printf ("%u", self->pages);
  g_autoptr (GString) text = g_string_new (self->report->page);

  g_string_replace (text, "{1}", page, 0);
  g_string_replace (text, "{2}", pages, 0);
  return g_strdup (text->str);
}

static void
draw_foot (LvReportPen *self)
{
  double y = LV_REPORT_HEIGHT - LV_REPORT_MARGIN + 18;
  g_autofree char *number = page_text (self);
  g_autoptr (PangoLayout) right = lv_report_layout (self, number, FOOT_SIZE, FALSE, LV_REPORT_CONTENT);
  g_autoptr (PangoLayout) left
      = lv_report_layout (self, self->report->footer, FOOT_SIZE, FALSE, LV_REPORT_CONTENT - 90);

  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  pango_layout_set_height (left, -1);
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  cairo_tag_begin (self->cr, "Private", NULL);
  cairo_set_source_rgb (self->cr, 0.35, 0.35, 0.35);
  lv_report_show (self, left, LV_REPORT_MARGIN, y);
  lv_report_show (self, right, LV_REPORT_MARGIN, y);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  cairo_tag_end (self->cr, "Private");
}

void
lv_report_begin_page (LvReportPen *self)
{
  self->page++;
  self->y = LV_REPORT_MARGIN;
  cairo_set_source_rgb (self->cr, 0, 0, 0);
}

void
lv_report_end_page (LvReportPen *self)
{
  draw_foot (self);
  cairo_show_page (self->cr);
}

/** Returns: whether @height more points stand on this page */
gboolean
lv_report_fits (const LvReportPen *self, double height)
{
  return self->y + height <= LV_REPORT_BOTTOM + 0.01;
}

void
lv_report_next_page (LvReportPen *self)
{
  lv_report_end_page (self);
  lv_report_begin_page (self);
}
