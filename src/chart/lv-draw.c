/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-draw-private.h"

/* Between lines the box tells by its colour whose number is missing; its full text says it in
 * words. */
static LvColor
missing_color (LvDraw *self, const LvLayoutBox *box)
{
  if (box->series < 0 || box->color < 0)
    return self->palette->soft_ink;
  return lv_draw_series_color (self, box->color, FALSE);
}

static LvColor
edge_color (LvDraw *self, const LvLayoutBox *box)
{
  if (box->kind == LV_BOX_MISSING)
    return missing_color (self, box);
  return box->kind == LV_BOX_CHIP ? self->palette->grid : self->palette->ink;
}

static LvColor
band_color (LvDraw *self, const LvLayoutBox *box)
{
  LvColor full = lv_palette_tinted (self->palette, lv_palette_series (self->palette, 0));

  if (box->kind != LV_BOX_BAND || box->color <= 0)
    return self->palette->band;
  return lv_color_mix (self->palette->band, full, MIN (box->color, 100) / 100.0);
}

static void
draw_box (LvDraw *self, const LvLayoutBox *box)
{
  static const double dashes[] = { 2.5, 2.0 };
  const LvRect *rect = &box->rect;
  cairo_t *cr = self->cr;

  if (box->kind == LV_BOX_CATEGORY || box->kind == LV_BOX_BAND || box->kind == LV_BOX_FRAME)
    {
      lv_draw_color (self, band_color (self, box));
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      cairo_fill (cr);
    }
  if (box->kind == LV_BOX_CATEGORY || box->kind == LV_BOX_BAND)
    return;
  if ((box->kind == LV_BOX_MISSING && !box->hollow) || box->kind == LV_BOX_CHIP)
    {
      lv_draw_color (self, self->palette->background);
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      cairo_fill (cr);
    }
  lv_draw_color (self, edge_color (self, box));
  cairo_set_line_width (cr, box->kind == LV_BOX_SCENARIO ? 1.5 : 1.0);
  if (box->kind == LV_BOX_MISSING)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_rectangle (cr, rect->x + 0.5, rect->y + 0.5, MAX (rect->width - 1.0, 0.5),
                   MAX (rect->height - 1.0, 0.5));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

static void
draw_boxes (LvDraw *self, LvBoxKind kind)
{
  for (guint i = 0; i < self->layout->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (self->layout->boxes, LvLayoutBox, i);

      if (box->kind == kind)
        draw_box (self, box);
    }
}

static void
draw_rule (LvDraw *self, const LvLayoutRule *rule)
{
  static const double dashes[] = { 5.0, 3.0 };
  const LvPalette *palette = self->palette;
  const LvColor colors[] = {
    [LV_RULE_GRID] = palette->grid,     [LV_RULE_ZERO] = palette->axis,
    [LV_RULE_REFERENCE] = palette->ink, [LV_RULE_LEADER] = palette->axis,
    [LV_RULE_PERIOD] = palette->axis,   [LV_RULE_SCENARIO] = palette->ink,
    [LV_RULE_CONNECTOR] = palette->axis, [LV_RULE_ANNOTATION] = palette->soft_ink,
  };
  static const double widths[] = {
    [LV_RULE_GRID] = 1.0,   [LV_RULE_ZERO] = 1.0,   [LV_RULE_REFERENCE] = 1.25,
    [LV_RULE_LEADER] = 0.75, [LV_RULE_PERIOD] = 1.0, [LV_RULE_SCENARIO] = 1.5,
    [LV_RULE_CONNECTOR] = 1.0, [LV_RULE_ANNOTATION] = 0.75,
  };
  /* A line of one point is crisp on a screen when it lies on the middle of its pixels. */
  double half = rule->kind == LV_RULE_LEADER ? 0.0 : 0.5;
  gboolean is_upright = !(fabs (rule->x1 - rule->x2) > 0.0);
  double dx = is_upright ? half : 0.0;
  double dy = is_upright ? 0.0 : half;

  /* Across bars it needs an edge of background, to be seen on every colour. */
  if (rule->kind == LV_RULE_REFERENCE && is_upright)
    {
      lv_draw_color (self, palette->background);
      cairo_set_line_width (self->cr, 3.25);
      cairo_move_to (self->cr, rule->x1 - dx, rule->y1);
      cairo_line_to (self->cr, rule->x2 - dx, rule->y2);
      cairo_stroke (self->cr);
    }
  lv_draw_color (self, colors[rule->kind]);
  cairo_set_line_width (self->cr, widths[rule->kind]);
  if (rule->kind == LV_RULE_REFERENCE)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_move_to (self->cr, rule->x1 - dx, rule->y1 - dy);
  cairo_line_to (self->cr, rule->x2 - dx, rule->y2 - dy);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0.0);
}

static void
draw_rules (LvDraw *self, LvRuleKind first, LvRuleKind last)
{
  for (guint i = 0; i < self->layout->rules->len; i++)
    {
      const LvLayoutRule *rule = &g_array_index (self->layout->rules, LvLayoutRule, i);

      if (rule->kind >= first && rule->kind <= last)
        draw_rule (self, rule);
    }
}

static void
draw_bars (LvDraw *self)
{
  LvFigureKind kind = lv_figure_get_kind (self->layout->figure);

  for (guint i = 0; i < self->layout->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (self->layout->bars, LvLayoutBar, i);

      if (kind == LV_FIGURE_TIMELINE)
        lv_draw_progress (self, bar);
      else if (!bar->hollow)
        lv_draw_fill (self, &bar->rect, lv_draw_series_color (self, bar->color, bar->muted),
                      bar->period);
    }
}

static void
draw_lines (LvDraw *self)
{
  const LvLayout *layout = self->layout;

  for (guint i = 0; i < layout->segments->len; i++)
    lv_draw_segment (self, &g_array_index (layout->segments, LvLayoutSegment, i));
  for (guint i = 0; i < layout->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (layout->points, LvLayoutPoint, i);

      lv_draw_marker (self, point, point->strong ? 5.0 : 3.25);
    }
}

static void
draw_figure (LvDraw *self, const LvDrawFocus *focus)
{
  const LvLayout *layout = self->layout;

  draw_boxes (self, LV_BOX_BAND);
  draw_boxes (self, LV_BOX_CATEGORY);
  draw_rules (self, LV_RULE_GRID, LV_RULE_GRID);
  for (guint i = 0; i < layout->areas->len; i++)
    lv_draw_area (self, &g_array_index (layout->areas, LvLayoutArea, i));
  for (guint i = 0; i < layout->arrows->len; i++)
    lv_draw_arrow (self, &g_array_index (layout->arrows, LvLayoutArrow, i));
  draw_boxes (self, LV_BOX_FRAME);
  draw_rules (self, LV_RULE_CONNECTOR, LV_RULE_CONNECTOR);
  draw_boxes (self, LV_BOX_CHIP);
  draw_bars (self);
  draw_boxes (self, LV_BOX_SCENARIO);
  draw_boxes (self, LV_BOX_MISSING);
  draw_rules (self, LV_RULE_ZERO, LV_RULE_SCENARIO);
  draw_rules (self, LV_RULE_ANNOTATION, LV_RULE_ANNOTATION);
  draw_lines (self);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const LvLayoutMark *mark = &g_array_index (layout->marks, LvLayoutMark, i);

      lv_draw_mark (self, mark->kind, mark->x, mark->y);
    }
  for (guint i = 0; i < layout->swatches->len; i++)
    lv_draw_swatch (self, &g_array_index (layout->swatches, LvLayoutSwatch, i));
  if (focus != NULL)
    lv_draw_focus (self, focus);
}

/* As two halves of one path: a single opaque rectangle over the whole page makes cairo forget
 * all that came before it on a PDF surface, the beginning of its own tag too, and then crash
 * when the surface is finished (1.16.0). */
static void
draw_background (LvDraw *self)
{
  double half = floor (self->layout->height / 2.0);

  lv_draw_color (self, self->palette->background);
  cairo_rectangle (self->cr, 0.0, 0.0, self->layout->width, half);
  cairo_rectangle (self->cr, 0.0, half, self->layout->width, self->layout->height - half);
  cairo_fill (self->cr);
}

static void
draw_parts (LvDraw *self, const LvDrawFocus *focus, LvDrawParts parts)
{
  cairo_save (self->cr);
  if (parts & LV_DRAW_BACKGROUND)
    draw_background (self);
  if (parts & LV_DRAW_FIGURE)
    draw_figure (self, focus);
  lv_draw_texts (self, parts);
  cairo_restore (self->cr);
}

/**
 * lv_draw_parts:
 * @cr: where to draw; a unit is a point
 * @layout: what to draw
 * @palette: in which colours
 * @focus: (nullable): what to mark as hovered or focused
 * @parts: which parts
 */
void
lv_draw_parts (cairo_t *cr, const LvLayout *layout, const LvPalette *palette,
               const LvDrawFocus *focus, LvDrawParts parts)
{
  LvDraw self = { cr, layout, palette, NULL };

  g_return_if_fail (cr != NULL && layout != NULL && palette != NULL);
  draw_parts (&self, focus, parts);
}

/**
 * lv_draw_without_texts:
 * @cr: where to draw; a unit is a point
 * @layout: what to draw
 * @palette: in which colours
 * @writer: takes the texts, in the order in which they would have been drawn, above all else
 */
void
lv_draw_without_texts (cairo_t *cr, const LvLayout *layout, const LvPalette *palette,
                       const LvDrawText *writer)
{
  LvDraw self = { cr, layout, palette, writer };

  g_return_if_fail (cr != NULL && layout != NULL && palette != NULL && writer != NULL);
  draw_parts (&self, NULL, LV_DRAW_ALL);
}

/**
 * lv_draw:
 * @cr: where to draw; a unit is a point
 * @layout: what to draw
 * @palette: in which colours
 * @focus: (nullable): what to mark as hovered or focused
 */
void
lv_draw (cairo_t *cr, const LvLayout *layout, const LvPalette *palette, const LvDrawFocus *focus)
{
  lv_draw_parts (cr, layout, palette, focus, LV_DRAW_ALL);
}
