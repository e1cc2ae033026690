/* SPDX-License-Identifier: GPL-3.0-or-later */

/* LvPalette: the colours of a chart.  Neighbouring series differ in lightness as well as hue, so
 * they part in greyscale and for the three common kinds of colour blindness; every mark has 3:1
 * and every text 4.5:1 against the background (tests/chart/test-palette.c computes it).  Colour
 * is never the only carrier: labels, patterns and shapes stand beside it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More series than this repeat the colours; the pack should fold such a figure. */
#define LV_PALETTE_SERIES 8

typedef enum {
  LV_PALETTE_LIGHT,
  LV_PALETTE_DARK,
  LV_PALETTE_HIGH_CONTRAST,
  LV_PALETTE_HIGH_CONTRAST_DARK,
  LV_PALETTE_PRINT,
  LV_N_PALETTES
} LvPaletteKind;

/* sRGB, 0 ... 1 */
typedef struct {
  double red;
  double green;
  double blue;
} LvColor;

typedef struct {
  const char *name;
  LvColor background;
  LvColor ink;                  /* titles, labels, frames, marks */
  LvColor soft_ink;             /* subtitle, axis numbers, source; also 4.5:1 */
  LvColor grid;                 /* light on purpose: it carries nothing */
  LvColor axis;                 /* the zero line */
  LvColor band;                 /* behind a highlighted category; all text holds on it too */
  LvColor focus;                /* the focus ring */
  LvColor series[LV_PALETTE_SERIES];
  double tint;                  /* share of series colour in the light fill of a budget */
  double hatch;                 /* share of background colour in the lines of a forecast */
} LvPalette;

const LvPalette *lv_palette_get (LvPaletteKind kind);
LvColor lv_palette_series (const LvPalette *self, int index);
LvColor lv_palette_tinted (const LvPalette *self, LvColor color);
LvColor lv_palette_muted (LvColor color);
LvColor lv_palette_rest (const LvPalette *self);
LvColor lv_palette_text_on (LvColor fill);
double lv_color_luminance (LvColor color);
double lv_color_contrast (LvColor a, LvColor b);
LvColor lv_color_mix (LvColor a, LvColor b, double share_of_b);

G_END_DECLS
