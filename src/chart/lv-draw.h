/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints a layout.  It decides nothing about places: only colours, patterns and line styles.
 * The same function serves screen, PDF, SVG and PNG. */

#pragma once

#include <cairo.h>

#include "lv-layout.h"
#include "lv-palette.h"

G_BEGIN_DECLS

/* What to paint: an export paints the parts one by one, each in its own tag. */
typedef enum {
  LV_DRAW_BACKGROUND = 1 << 0,
  LV_DRAW_TITLE = 1 << 1,
  LV_DRAW_SUBTITLE = 1 << 2,
  LV_DRAW_FIGURE = 1 << 3,
  LV_DRAW_NOTES = 1 << 4,
  LV_DRAW_SOURCE = 1 << 5,
  LV_DRAW_ALL = (1 << 6) - 1
} LvDrawParts;

/* The number under the pointer or the keyboard's focus; series -1 for a whole category. */
typedef struct {
  int series;
  int category;
} LvDrawFocus;

/* A text where it would have been drawn. */
typedef struct {
  const char *text;
  const LvFont *font;
  LvColor color;
  double x;                     /* of its beginning, end or middle: @align */
  double baseline;
  LvTextAlign align;
} LvDrawnText;

/* Takes texts that are to stay texts. */
typedef struct {
  void (*write) (const LvDrawnText *text, gpointer user_data);
  gpointer user_data;
} LvDrawText;

void lv_draw (cairo_t *cr, const LvLayout *layout, const LvPalette *palette,
              const LvDrawFocus *focus);
void lv_draw_parts (cairo_t *cr, const LvLayout *layout, const LvPalette *palette,
                    const LvDrawFocus *focus, LvDrawParts parts);
void lv_draw_without_texts (cairo_t *cr, const LvLayout *layout, const LvPalette *palette,
                            const LvDrawText *writer);

G_END_DECLS
