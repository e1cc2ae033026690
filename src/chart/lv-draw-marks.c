/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The notation: accounts solid, budget light with an outline, forecast hatched, and the shapes
 * that let lines be told apart without colour. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-draw-private.h"

#define HATCH_STEP 6.0
/* Along the edge, so the line itself is 1.1 thick. */
#define HATCH_WIDTH 1.6

void
lv_draw_color (LvDraw *self, LvColor color)
{
  cairo_set_source_rgb (self->cr, color.red, color.green, color.blue);
}

LvColor
lv_draw_series_color (LvDraw *self, int color, gboolean muted)
{
  LvColor own = color == LV_COLOR_REST ? lv_palette_rest (self->palette)
                                       : lv_palette_series (self->palette, color);

  return muted ? lv_palette_muted (own) : own;
}

/* What a text inside the bar stands on. */
LvColor
lv_draw_fill_color (LvDraw *self, const LvLayoutBar *bar)
{
  LvColor color = lv_draw_series_color (self, bar->color, bar->muted);

  return bar->period == LV_FIGURE_PERIOD_BUDGET ? lv_palette_tinted (self->palette, color) : color;
}

/* Lines at 45 degrees, on a raster of the whole picture, so that they run through from bar to
 * bar.  Drawn as lines and not as a pattern: they stay vectors in PDF and SVG. */
void
lv_draw_hatch (LvDraw *self, const LvRect *rect, LvColor color)
{
  cairo_t *cr = self->cr;
  double first = floor ((rect->x + rect->y) / HATCH_STEP) * HATCH_STEP;
  double last = rect->x + rect->width + rect->y + rect->height;

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  lv_draw_color (self, lv_color_mix (color, self->palette->background, self->palette->hatch));
  /* Polygons and a fast raster, not strokes: the same picture, a third of the time saved. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (double sum = first; sum <= last; sum += HATCH_STEP)
    {
      double top = sum - rect->y;
      double bottom = top - rect->height;

      cairo_move_to (cr, top, rect->y);
      cairo_line_to (cr, top + HATCH_WIDTH, rect->y);
      cairo_line_to (cr, bottom + HATCH_WIDTH, rect->y + rect->height);
      cairo_line_to (cr, bottom, rect->y + rect->height);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
fill_rect (LvDraw *self, const LvRect *rect, LvColor color)
{
  lv_draw_color (self, color);
  cairo_rectangle (self->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (self->cr);
}

void
lv_draw_fill (LvDraw *self, const LvRect *rect, LvColor color, LvFigurePeriod period)
{
  if (period != LV_FIGURE_PERIOD_BUDGET)
    fill_rect (self, rect, color);
  if (period == LV_FIGURE_PERIOD_FORECAST && rect->width >= 3.0 && rect->height >= 3.0)
    lv_draw_hatch (self, rect, color);
  if (period != LV_FIGURE_PERIOD_BUDGET)
    return;
  fill_rect (self, rect, lv_palette_tinted (self->palette, color));
  lv_draw_color (self, color);
  cairo_set_line_width (self->cr, 1.25);
  cairo_rectangle (self->cr, rect->x + 0.6, rect->y + 0.6, MAX (rect->width - 1.2, 0.1),
                   MAX (rect->height - 1.2, 0.1));
  cairo_stroke (self->cr);
}

static LvColor
line_color (LvDraw *self, int color, gboolean muted, gboolean overlay)
{
  return overlay ? self->palette->ink : lv_draw_series_color (self, color, muted);
}

static void
set_line (LvDraw *self, LvFigurePeriod period, gboolean muted, gboolean scenario)
{
  static const double dashes[] = { 5.0, 3.5 };

  cairo_set_line_width (self->cr, muted ? 1.4 : scenario ? 2.6 : 2.0);
  cairo_set_line_cap (self->cr, period == LV_FIGURE_PERIOD_FORECAST ? CAIRO_LINE_CAP_BUTT
                                                                    : CAIRO_LINE_CAP_ROUND);
  if (period == LV_FIGURE_PERIOD_FORECAST)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
}

/* Over columns a line is ink with an edge of background, so it shows on every colour. */
void
lv_draw_segment (LvDraw *self, const LvLayoutSegment *own)
{
  cairo_t *cr = self->cr;

  cairo_save (cr);
  if (own->overlay)
    {
      lv_draw_color (self, self->palette->background);
      cairo_set_line_width (cr, 4.5);
      cairo_move_to (cr, own->x1, own->y1);
      cairo_line_to (cr, own->x2, own->y2);
      cairo_stroke (cr);
    }
  lv_draw_color (self, line_color (self, own->color, own->muted, own->overlay));
  set_line (self, own->period, own->muted || own->thin, own->scenario && !own->thin);
  cairo_move_to (cr, own->x1, own->y1);
  cairo_line_to (cr, own->x2, own->y2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Circle, square, triangle, diamond: the second carrier beside the colour. */
static void
marker_path (cairo_t *cr, int shape, double x, double y, double r)
{
  switch (shape % 4)
    {
    case 0:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, r, 0.0, 2.0 * G_PI);
      break;
    case 1:
      cairo_rectangle (cr, x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
      break;
    case 2:
      cairo_move_to (cr, x, y - r * 1.2);
      cairo_line_to (cr, x + r * 1.15, y + r * 0.85);
      cairo_line_to (cr, x - r * 1.15, y + r * 0.85);
      break;
    default:
      cairo_move_to (cr, x, y - r * 1.3);
      cairo_line_to (cr, x + r * 1.3, y);
      cairo_line_to (cr, x, y + r * 1.3);
      cairo_line_to (cr, x - r * 1.3, y);
      break;
    }
  cairo_close_path (cr);
}

/* Filled for accounts, open for budget and forecast. */
void
lv_draw_marker (LvDraw *self, const LvLayoutPoint *point, double size)
{
  gboolean overlay = point->overlay;
  LvColor color = line_color (self, point->color, point->muted, overlay);
  gboolean open = point->period > LV_FIGURE_PERIOD_ACCOUNTS;
  /* A dumbbell's end keeps its shape: a frame around it says that it is the scenario's. */
  gboolean is_framed = lv_figure_get_kind (self->layout->figure) == LV_FIGURE_DUMBBELL;
  cairo_t *cr = self->cr;
  int shape;

  if (!point->marker)
    return;
  size = point->muted ? size * 0.8 : size;
  shape = overlay ? 0 : point->color + (point->scenario && !is_framed ? 3 : 0);
  marker_path (cr, shape, point->x, point->y, size + (open ? 0.0 : 1.0));
  lv_draw_color (self, self->palette->background);
  cairo_fill (cr);
  marker_path (cr, shape, point->x, point->y, size);
  lv_draw_color (self, color);
  cairo_set_line_width (cr, 1.6);
  if (open)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

/* A flag for what was corrected in the source, a dot for what the scenario changed; ink with an
 * edge of background, so that they show on every fill. */
void
lv_draw_mark (LvDraw *self, LvMarkKind kind, double x, double y)
{
  cairo_t *cr = self->cr;

  if (kind == LV_MARK_DEADLINE)
    {
      lv_draw_deadline (self, x, y, 12.0);
      return;
    }
  if (kind == LV_MARK_CORRECTED)
    {
      cairo_move_to (cr, x - 8.0, y);
      cairo_line_to (cr, x, y);
      cairo_line_to (cr, x, y + 8.0);
      cairo_close_path (cr);
    }
  else
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x - 4.5, y + 4.5, 2.6, 0.0, 2.0 * G_PI);
    }
  lv_draw_color (self, self->palette->background);
  cairo_set_line_width (cr, 2.0);
  cairo_stroke_preserve (cr);
  lv_draw_color (self, self->palette->ink);
  cairo_fill (cr);
}

static void
draw_line_swatch (LvDraw *self, const LvLayoutSwatch *swatch)
{
  const LvRect *rect = &swatch->rect;
  double y = rect->y + rect->height / 2.0;
  LvLayoutSegment segment = { .x1 = rect->x, .y1 = y, .x2 = rect->x + rect->width, .y2 = y };
  LvLayoutPoint point = { .x = rect->x + rect->width / 2.0, .y = y, .marker = TRUE };

  segment.color = point.color = swatch->color;
  segment.period = point.period = swatch->period;
  segment.muted = point.muted = swatch->muted;
  segment.scenario = point.scenario = swatch->scenario;
  segment.overlay = point.overlay = swatch->kind == LV_SWATCH_OVERLAY;
  /* Dashes do not show in a swatch of ten points: the open marker says forecast. */
  segment.period = LV_FIGURE_PERIOD_NONE;
  lv_draw_segment (self, &segment);
  lv_draw_marker (self, &point, 2.6);
}

void
lv_draw_swatch (LvDraw *self, const LvLayoutSwatch *swatch)
{
  const LvRect *rect = &swatch->rect;
  LvRect square = { rect->x + (rect->width - rect->height) / 2.0, rect->y, rect->height,
                    rect->height };

  switch (swatch->kind)
    {
    case LV_SWATCH_FILL:
      lv_draw_fill (self, rect, lv_draw_series_color (self, swatch->color, swatch->muted),
                    swatch->period);
      return;
    case LV_SWATCH_LINE:
    case LV_SWATCH_OVERLAY:
      draw_line_swatch (self, swatch);
      return;
    case LV_SWATCH_BASELINE:
    case LV_SWATCH_SCENARIO:
      fill_rect (self, &square, swatch->kind == LV_SWATCH_BASELINE ? self->palette->axis
                                                                   : self->palette->grid);
      if (swatch->kind == LV_SWATCH_BASELINE)
        return;
      lv_draw_color (self, self->palette->ink);
      cairo_set_line_width (self->cr, 1.5);
      cairo_rectangle (self->cr, square.x + 0.5, square.y + 0.5, square.width - 1.0,
                       square.height - 1.0);
      cairo_stroke (self->cr);
      return;
    case LV_SWATCH_CORRECTED:
      lv_draw_mark (self, LV_MARK_CORRECTED, square.x + square.width, square.y);
      return;
    case LV_SWATCH_ARROW:
      lv_draw_arrow_swatch (self, rect);
      return;
    case LV_SWATCH_CHANGED:
      lv_draw_mark (self, LV_MARK_CHANGED, square.x + square.width, square.y);
      return;
    case LV_SWATCH_DEADLINE:
      lv_draw_deadline (self, square.x + square.width / 2.0, square.y + square.height / 2.0,
                        square.height);
      return;
    default:
      g_assert_not_reached ();
    }
}

/* A ring in the focus colour with an edge of background, around a number or a category. */
void
lv_draw_focus (LvDraw *self, const LvDrawFocus *focus)
{
  const LvLayout *layout = self->layout;
  cairo_t *cr = self->cr;
  LvRect rect;
  int n = lv_figure_n_categories (layout->figure);
  gboolean found;

  if (focus->category < 0 || focus->category >= n)
    return;
  found = lv_layout_get_rect (layout, focus->series, focus->category, &rect);
  if (!found && !lv_figure_has_columns (layout->figure))
    return;
  if (!found)
    rect = (LvRect) { layout->plot.x + focus->category * layout->plot.width / n, layout->plot.y,
                      layout->plot.width / n, layout->plot.height };
  rect = (LvRect) { rect.x - 2.0, rect.y - 2.0, rect.width + 4.0, rect.height + 4.0 };
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  lv_draw_color (self, self->palette->background);
  cairo_set_line_width (cr, 5.0);
  cairo_stroke_preserve (cr);
  lv_draw_color (self, self->palette->focus);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke (cr);
}
