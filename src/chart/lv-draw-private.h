/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lv-draw.h"

#include <math.h>

G_BEGIN_DECLS

typedef struct {
  cairo_t *cr;
  const LvLayout *layout;
  const LvPalette *palette;
  const LvDrawText *writer;     /* (nullable): takes texts in place of cairo */
} LvDraw;

void lv_draw_color (LvDraw *self, LvColor color);
LvColor lv_draw_series_color (LvDraw *self, int color, gboolean muted);
LvColor lv_draw_fill_color (LvDraw *self, const LvLayoutBar *bar);
void lv_draw_hatch (LvDraw *self, const LvRect *rect, LvColor color);
void lv_draw_fill (LvDraw *self, const LvRect *rect, LvColor color, LvFigurePeriod period);
void lv_draw_area (LvDraw *self, const LvLayoutArea *area);
void lv_draw_arrow (LvDraw *self, const LvLayoutArrow *arrow);
void lv_draw_arrow_swatch (LvDraw *self, const LvRect *rect);
void lv_draw_segment (LvDraw *self, const LvLayoutSegment *segment);
void lv_draw_marker (LvDraw *self, const LvLayoutPoint *point, double size);
void lv_draw_mark (LvDraw *self, LvMarkKind kind, double x, double y);
void lv_draw_progress (LvDraw *self, const LvLayoutBar *bar);
void lv_draw_deadline (LvDraw *self, double x, double y, double height);
void lv_draw_swatch (LvDraw *self, const LvLayoutSwatch *swatch);
void lv_draw_texts (LvDraw *self, LvDrawParts parts);
void lv_draw_focus (LvDraw *self, const LvDrawFocus *focus);

G_END_DECLS
