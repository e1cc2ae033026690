/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bars and milestones of a timeline: how far an action is, told by the pattern and not by the
 * colour alone.  The word for it stands beside its label. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-draw-private.h"

#define EDGE_WIDTH 1.25
#define SCENARIO_WIDTH 2.0
/* Colours of the palette: of a plan, and of what is late in it. */
#define PLAN_COLOR 0
#define LATE_COLOR 1

static void
shape_path (cairo_t *cr, const LvLayoutBar *bar, double inset)
{
  const LvRect *rect = &bar->rect;
  double x = rect->x + rect->width / 2.0;
  double y = rect->y + rect->height / 2.0;
  double r = rect->width / 2.0 - inset;

  if (!bar->milestone)
    {
      cairo_rectangle (cr, rect->x + inset, rect->y + inset, MAX (rect->width - 2.0 * inset, 0.1),
                       MAX (rect->height - 2.0 * inset, 0.1));
      return;
    }
  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r, y);
  cairo_line_to (cr, x, y + r);
  cairo_line_to (cr, x - r, y);
  cairo_close_path (cr);
}

static LvColor
color_of (LvDraw *self, const LvLayoutBar *bar)
{
  if (bar->progress == LV_FIGURE_NOT_STATED || bar->progress == LV_FIGURE_DROPPED)
    return self->palette->axis;
  return lv_palette_series (self->palette,
                            bar->progress == LV_FIGURE_LATE ? LATE_COLOR : PLAN_COLOR);
}

static LvColor
ground_of (LvDraw *self, const LvLayoutBar *bar, LvColor color)
{
  switch (bar->progress)
    {
    case LV_FIGURE_DONE:
    case LV_FIGURE_UNDER_WAY:
    case LV_FIGURE_LATE:
      return color;
    case LV_FIGURE_NOT_STATED:
    case LV_FIGURE_DROPPED:
      return self->palette->background;
    default:
      return lv_palette_tinted (self->palette, color);
    }
}

/* Upright lines, as of a pause. */
static void
draw_pause (LvDraw *self, const LvLayoutBar *bar)
{
  for (double x = bar->rect.x + 4.0; x < bar->rect.x + bar->rect.width; x += 6.0)
    {
      cairo_move_to (self->cr, x, bar->rect.y);
      cairo_line_to (self->cr, x, bar->rect.y + bar->rect.height);
    }
  cairo_set_line_width (self->cr, 1.5);
  cairo_stroke (self->cr);
}

/* Lines the other way than those of what is under way. */
static void
draw_late (LvDraw *self, const LvLayoutBar *bar)
{
  double height = bar->rect.height;

  for (double x = bar->rect.x - height; x < bar->rect.x + bar->rect.width; x += 7.0)
    {
      cairo_move_to (self->cr, x, bar->rect.y);
      cairo_line_to (self->cr, x + height, bar->rect.y + height);
    }
  lv_draw_color (self, self->palette->background);
  cairo_set_line_width (self->cr, 1.5);
  cairo_stroke (self->cr);
}

static void
draw_through (LvDraw *self, const LvLayoutBar *bar)
{
  double y = bar->rect.y + bar->rect.height / 2.0;

  cairo_move_to (self->cr, bar->rect.x, y);
  cairo_line_to (self->cr, bar->rect.x + bar->rect.width, y);
  cairo_set_line_width (self->cr, 1.5);
  cairo_stroke (self->cr);
}

static void
draw_pattern (LvDraw *self, const LvLayoutBar *bar, LvColor color)
{
  cairo_save (self->cr);
  shape_path (self->cr, bar, 0.0);
  cairo_clip (self->cr);
  lv_draw_color (self, color);
  if (bar->progress == LV_FIGURE_UNDER_WAY)
    lv_draw_hatch (self, &bar->rect, color);
  else if (bar->progress == LV_FIGURE_LATE)
    draw_late (self, bar);
  else if (bar->progress == LV_FIGURE_ON_HOLD)
    draw_pause (self, bar);
  else if (bar->progress == LV_FIGURE_DROPPED)
    draw_through (self, bar);
  cairo_restore (self->cr);
}

static void
draw_edge (LvDraw *self, const LvLayoutBar *bar, LvColor color)
{
  static const double dashes[] = { 2.5, 2.0 };
  gboolean is_dashed = bar->progress == LV_FIGURE_NOT_STATED
                       || bar->progress == LV_FIGURE_DROPPED;
  double width = bar->scenario && bar->rect.height > 9.0 ? SCENARIO_WIDTH : EDGE_WIDTH;

  shape_path (self->cr, bar, width / 2.0);
  lv_draw_color (self, bar->scenario ? self->palette->ink : color);
  cairo_set_line_width (self->cr, width);
  if (is_dashed)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0.0);
}

/** Draws the bar or milestone of an action; in the scenario with an edge of ink. */
void
lv_draw_progress (LvDraw *self, const LvLayoutBar *bar)
{
  LvColor color = color_of (self, bar);

  shape_path (self->cr, bar, 0.0);
  lv_draw_color (self, ground_of (self, bar, color));
  cairo_fill (self->cr);
  draw_pattern (self, bar, color);
  draw_edge (self, bar, color);
}

/** Draws the end of the time that an action has: a post with a flag to the left. */
void
lv_draw_deadline (LvDraw *self, double x, double y, double height)
{
  cairo_t *cr = self->cr;
  double top = y - height / 2.0;

  cairo_move_to (cr, x, top + height);
  cairo_line_to (cr, x, top);
  cairo_line_to (cr, x - height * 0.45, top + height * 0.2);
  cairo_line_to (cr, x, top + height * 0.4);
  lv_draw_color (self, self->palette->background);
  cairo_set_line_width (cr, 4.0);
  cairo_stroke_preserve (cr);
  lv_draw_color (self, self->palette->ink);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
}
