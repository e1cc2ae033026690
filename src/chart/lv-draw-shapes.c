/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shapes that are no rectangles: areas, bands, parts of a ring, arrows. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-draw-private.h"

/* Length and half width of an arrow's head, in points. */
#define HEAD_LENGTH 7.0
#define HEAD_WIDTH 3.5

static void
outline_path (cairo_t *cr, const GArray *outline)
{
  for (guint i = 0; i < outline->len; i++)
    {
      const LvPlacePoint *point = &g_array_index (outline, LvPlacePoint, i);

      if (i == 0)
        cairo_move_to (cr, point->x, point->y);
      else
        cairo_line_to (cr, point->x, point->y);
    }
}

/* Each band in another is a step nearer to the full colour. */
static LvColor
light_color (LvDraw *self, LvColor color, int depth)
{
  return lv_color_mix (lv_palette_tinted (self->palette, color), color, MIN (0.22 * depth, 0.66));
}

/* As bars are filled, with a line of background around it: neighbours never touch.  A faint one
 * has none, since lines and other bands lie on it. */
void
lv_draw_area (LvDraw *self, const LvLayoutArea *area)
{
  LvColor color = lv_draw_series_color (self, area->color, area->muted);
  gboolean is_light = area->faint || area->period == LV_FIGURE_PERIOD_BUDGET;
  cairo_t *cr = self->cr;
  LvRect extents;
  double x2;
  double y2;

  if (area->outline->len < 3)
    return;
  outline_path (cr, area->outline);
  cairo_close_path (cr);
  cairo_path_extents (cr, &extents.x, &extents.y, &x2, &y2);
  extents.width = x2 - extents.x;
  extents.height = y2 - extents.y;
  lv_draw_color (self, is_light ? light_color (self, color, area->depth) : color);
  cairo_fill_preserve (cr);
  if (area->period == LV_FIGURE_PERIOD_FORECAST)
    {
      cairo_save (cr);
      cairo_clip_preserve (cr);
      cairo_new_path (cr);
      lv_draw_hatch (self, &extents, color);
      cairo_restore (cr);
      outline_path (cr, area->outline);
      cairo_close_path (cr);
    }
  if (!area->faint)
    {
      lv_draw_color (self, area->scenario ? self->palette->ink : self->palette->background);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
draw_head (LvDraw *self, const LvPlacePoint *before, const LvPlacePoint *tip)
{
  double length = hypot (tip->x - before->x, tip->y - before->y);
  double dx = length > 0.0 ? (tip->x - before->x) / length : 1.0;
  double dy = length > 0.0 ? (tip->y - before->y) / length : 0.0;
  double x = tip->x - dx * HEAD_LENGTH;
  double y = tip->y - dy * HEAD_LENGTH;

  cairo_move_to (self->cr, tip->x, tip->y);
  cairo_line_to (self->cr, x - dy * HEAD_WIDTH, y + dx * HEAD_WIDTH);
  cairo_line_to (self->cr, x + dy * HEAD_WIDTH, y - dx * HEAD_WIDTH);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
}

void
lv_draw_arrow (LvDraw *self, const LvLayoutArrow *arrow)
{
  guint n = arrow->outline->len;

  if (n < 2)
    return;
  lv_draw_color (self, self->palette->soft_ink);
  cairo_set_line_width (self->cr, 1.25);
  outline_path (self->cr, arrow->outline);
  cairo_stroke (self->cr);
  draw_head (self, &g_array_index (arrow->outline, LvPlacePoint, n - 2),
             &g_array_index (arrow->outline, LvPlacePoint, n - 1));
}

/* From the grundprognose's faint point to the scenario's. */
void
lv_draw_arrow_swatch (LvDraw *self, const LvRect *rect)
{
  double y = rect->y + rect->height / 2.0;
  LvPlacePoint from = { rect->x, y };
  LvPlacePoint to = { rect->x + rect->width, y };

  lv_draw_color (self, self->palette->soft_ink);
  cairo_set_line_width (self->cr, 1.25);
  cairo_move_to (self->cr, from.x, from.y);
  cairo_line_to (self->cr, to.x - HEAD_LENGTH / 2.0, to.y);
  cairo_stroke (self->cr);
  draw_head (self, &from, &to);
}
