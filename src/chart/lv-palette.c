/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-palette.h"

#include <math.h>

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, \
                   ((hex) & 0xff) / 255.0 }

/* Found by a search that kept hues near blue, orange, green, sky, plum, leaf, slate and mauve,
 * and maximised the smallest distance between any two under normal sight, protanopia,
 * deuteranopia and tritanopia, with neighbours at least 20 L* apart. */
#define SERIES_ON_LIGHT { RGB (0x204479), RGB (0xe5692c), RGB (0x00665b), RGB (0x4796cc), \
                          RGB (0x720738), RGB (0x449b24), RGB (0x3f3f45), RGB (0xc06fae) }
#define SERIES_ON_DARK { RGB (0x74beff), RGB (0xc2620f), RGB (0xa3d0a9), RGB (0x4179c2), \
                         RGB (0xf2c14e), RGB (0xb0668d), RGB (0xedecf4), RGB (0x95a456) }
#define SERIES_STRONG { RGB (0x401d6d), RGB (0xb6570f), RGB (0x103918), RGB (0x0677bc), \
                        RGB (0x561944), RGB (0x7d7348), RGB (0x120f0d), RGB (0x97397e) }
#define SERIES_STRONG_DARK { RGB (0x8accff), RGB (0xd06c17), RGB (0xb4e0ba), RGB (0x4c86d0), \
                             RGB (0xf7cd63), RGB (0xbd729a), RGB (0xffffff), RGB (0x95a456) }

static const LvPalette palettes[LV_N_PALETTES] = {
  [LV_PALETTE_LIGHT] = {
    "light", RGB (0xffffff), RGB (0x1c1c20), RGB (0x5a5a62), RGB (0xe3e3e8), RGB (0x6c6c74),
    RGB (0xf1f1f4), RGB (0x1a5fb4), SERIES_ON_LIGHT, 0.24, 0.32
  },
  [LV_PALETTE_DARK] = {
    "dark", RGB (0x242424), RGB (0xf4f4f6), RGB (0xb9b9c2), RGB (0x3c3c40), RGB (0x9a9aa2),
    RGB (0x303034), RGB (0x99c1f1), SERIES_ON_DARK, 0.26, 0.36
  },
  [LV_PALETTE_HIGH_CONTRAST] = {
    "high-contrast", RGB (0xffffff), RGB (0x000000), RGB (0x26262a), RGB (0xb4b4ba),
    RGB (0x000000), RGB (0xebebee), RGB (0x0b3b8c), SERIES_STRONG, 0.16, 0.60
  },
  [LV_PALETTE_HIGH_CONTRAST_DARK] = {
    "high-contrast-dark", RGB (0x000000), RGB (0xffffff), RGB (0xe4e4e8), RGB (0x55555c),
    RGB (0xffffff), RGB (0x202024), RGB (0xffe070), SERIES_STRONG_DARK, 0.20, 0.60
  },
  [LV_PALETTE_PRINT] = {
    "print", RGB (0xffffff), RGB (0x000000), RGB (0x4c4c52), RGB (0xdadade), RGB (0x55555c),
    RGB (0xf1f1f4), RGB (0x1a5fb4), SERIES_ON_LIGHT, 0.22, 0.42
  },
};

/**
 * lv_palette_get:
 * @kind: which palette
 *
 * Returns: (transfer none): the palette
 */
const LvPalette *
lv_palette_get (LvPaletteKind kind)
{
  g_return_val_if_fail (kind < LV_N_PALETTES, &palettes[0]);
  return &palettes[kind];
}

/**
 * lv_palette_series:
 * @self: a palette
 * @index: a series' place among the figure's baseline series; repeats after the last colour
 *
 * Returns: the series' colour
 */
LvColor
lv_palette_series (const LvPalette *self, int index)
{
  return self->series[MAX (index, 0) % LV_PALETTE_SERIES];
}

/**
 * lv_palette_tinted:
 * @self: a palette
 * @color: a series colour
 *
 * Returns: the light fill of a budget, which is drawn with an outline in @color
 */
LvColor
lv_palette_tinted (const LvPalette *self, LvColor color)
{
  return lv_color_mix (self->background, color, self->tint);
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
encoded (double light)
{
  return light <= 0.0031308 ? light * 12.92 : 1.055 * pow (light, 1.0 / 2.4) - 0.055;
}

/**
 * lv_color_luminance:
 * @color: a colour
 *
 * Returns: relative luminance as WCAG 2 defines it, 0 ... 1
 */
double
lv_color_luminance (LvColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green)
         + 0.0722 * linear (color.blue);
}

/**
 * lv_color_contrast:
 * @a: a colour
 * @b: a colour
 *
 * Returns: the WCAG 2 contrast, 1 ... 21
 */
double
lv_color_contrast (LvColor a, LvColor b)
{
  double first = lv_color_luminance (a) + 0.05;
  double second = lv_color_luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

/**
 * lv_palette_muted:
 * @color: a series colour
 *
 * Returns: the grey of the same luminance, for what stands behind a highlighted series: its
 *   contrast to the background and to its neighbours stays what it was
 */
LvColor
lv_palette_muted (LvColor color)
{
  double grey = encoded (lv_color_luminance (color));

  return (LvColor) { grey, grey, grey };
}

/**
 * lv_palette_rest:
 * @self: a palette
 *
 * Returns: a quiet grey for the rows behind a highlighted one, still 3:1 to the background
 */
LvColor
lv_palette_rest (const LvPalette *self)
{
  for (double share = 0.6; share > 0.0; share -= 0.05)
    {
      LvColor color = lv_color_mix (self->axis, self->background, share);

      if (lv_color_contrast (color, self->background) >= 3.1)
        return color;
    }
  return self->axis;
}

/**
 * lv_palette_text_on:
 * @fill: what the text stands on
 *
 * Returns: black or white, whichever is read better; one of them always has 4.5:1
 */
LvColor
lv_palette_text_on (LvColor fill)
{
  LvColor black = RGB (0x000000);
  LvColor white = RGB (0xffffff);

  return lv_color_contrast (fill, white) >= 4.5
             || lv_color_contrast (fill, white) > lv_color_contrast (fill, black)
           ? white
           : black;
}

/**
 * lv_color_mix:
 * @a: a colour
 * @b: a colour
 * @share_of_b: 0 ... 1
 *
 * Returns: the mixture in sRGB
 */
LvColor
lv_color_mix (LvColor a, LvColor b, double share_of_b)
{
  double share_of_a = 1.0 - share_of_b;

  return (LvColor) { a.red * share_of_a + b.red * share_of_b,
                     a.green * share_of_a + b.green * share_of_b,
                     a.blue * share_of_a + b.blue * share_of_b };
}
