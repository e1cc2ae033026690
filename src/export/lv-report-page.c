/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of a report: text as it is set everywhere, the foot with the page number. */
#include "lv-report-private.h"

#include "lv-pango-private.h"

#include <stdlib.h>
#include <string.h>

#define FOOT_SIZE 8.0
#define SECTION "§ "

/** Begins an element of the PDF; pages for the screen or a printer have none. */
void
lv_report_tag (LvReportPen *self, const char *tag, const char *attributes)
{
  if (self->surface != NULL)
    cairo_tag_begin (self->cr, tag, attributes);
}

void
lv_report_untag (LvReportPen *self, const char *tag)
{
  if (self->surface != NULL)
    cairo_tag_end (self->cr, tag);
}

/**
 * lv_report_begin_link:
 * @place: where it leads: lv_report_mark_place()
 * @says: what that is
 *
 * What is drawn until lv_report_end_link() is a link. It must be something.
 */
void
lv_report_begin_link (LvReportPen *self, const char *place, const char *says)
{
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", place);

  if (self->surface != NULL && self->links != NULL)
    g_ptr_array_add (self->links, g_strdup (says));
  lv_report_tag (self, CAIRO_TAG_LINK, attributes);
}

void
lv_report_end_link (LvReportPen *self)
{
  lv_report_untag (self, CAIRO_TAG_LINK);
}

/** What is drawn next is where links to @place (nullable) lead. */
void
lv_report_mark_place (LvReportPen *self, const char *place)
{
  g_autofree char *attributes = NULL;

  if (place == NULL)
    return;
  attributes = g_strdup_printf ("name='%s' x=0 y=%d", place, (int) self->y);
  lv_report_tag (self, CAIRO_TAG_DEST, attributes);
  lv_report_untag (self, CAIRO_TAG_DEST);
}

/** Returns: a size of print, where a report had to be made smaller */
double
lv_report_scaled (const LvReportPen *self, double points)
{
  return points * self->report->scale * (self->block != NULL ? self->block->scale : 1);
}

/** Returns: a space between print; on a single page there is less of it, so that print stays as large as it can */
double
lv_report_space (const LvReportPen *self, double points)
{
  gboolean is_close = self->report->is_one_page || (self->block != NULL && self->block->is_close);

  return lv_report_scaled (self, points) * (is_close ? 0.6 : 1);
}

/* The end of "§ 85 a" that begins at @sign. */
static const char *
section_end (const char *sign)
{
  const char *end = sign + strlen (SECTION);

  end += strspn (end, "0123456789");
  if (end[0] == ' ' && g_ascii_islower (end[1]) && !g_ascii_isalnum (end[2]) && (guchar) end[2] < 0x80)
    end += 2;
  return end;
}

/* No line ends between the sign of a section and its number. */
static void
keep_sections (PangoLayout *layout, const char *text)
{
  const char *sign = strstr (text, SECTION);
  PangoAttrList *attributes;

  if (sign == NULL)
    return;
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  for (; sign != NULL; sign = strstr (sign + 1, SECTION))
    {
      PangoAttribute *kept = pango_attr_allow_breaks_new (FALSE);

      kept->start_index = (guint) (sign - text);
      kept->end_index = (guint) (section_end (sign) - text);
      pango_attr_list_insert (attributes, kept);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/** Returns: (transfer full): @text in lines of at most @width points, in one if that is -1; words that are longer are broken */
PangoLayout *
lv_report_layout (LvReportPen *self, const char *text, double size, gboolean bold, double width)
{
  LvFont font = { lv_report_scaled (self, size), bold };
  PangoLayout *layout = lv_pango_layout_new (self->report->context, LV_REPORT_FAMILY, &font);

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  keep_sections (layout, text);
  return layout;
}

double
lv_report_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

double
lv_report_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (double) PANGO_SCALE;
}

/** Returns: whether anything is drawn, or only the pages counted: then the room is taken, and no more */
gboolean
lv_report_is_drawn (const LvReportPen *self)
{
  return self->pages > 0;
}

void
lv_report_show (LvReportPen *self, PangoLayout *layout, double x, double y)
{
  if (!lv_report_is_drawn (self))
    return;
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

/* "Side 2 af 7" */
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
  lv_report_tag (self, "Private", NULL);
  cairo_set_source_rgb (self->cr, 0.35, 0.35, 0.35);
  lv_report_show (self, left, LV_REPORT_MARGIN, y);
  lv_report_show (self, right, LV_REPORT_MARGIN, y);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  lv_report_untag (self, "Private");
}

void
lv_report_begin_page (LvReportPen *self)
{
  static const cairo_rectangle_t extents = { 0, 0, LV_REPORT_WIDTH, LV_REPORT_HEIGHT };

  self->page++;
  self->y = LV_REPORT_MARGIN;
  if (self->drawn != NULL)
    {
      g_ptr_array_add (self->drawn, cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents));
      self->cr = cairo_create (g_ptr_array_index (self->drawn, self->drawn->len - 1));
    }
  cairo_set_source_rgb (self->cr, 0, 0, 0);
}

void
lv_report_end_page (LvReportPen *self)
{
  const LvReportBlock *block = self->block;

  /* The foot is alike on all pages. */
  self->block = NULL;
  if (!self->is_cover && lv_report_is_drawn (self))
    draw_foot (self);
  self->block = block;
  self->is_cover = FALSE;
  if (self->drawn != NULL)
    g_clear_pointer (&self->cr, cairo_destroy);
  else
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
