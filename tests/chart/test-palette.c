/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the colours: contrast as WCAG 2 defines it, distance for the three common kinds of
 * colour blindness, and lightness between neighbours. */

#include <math.h>

#include "lv-palette.h"

/* Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
static const struct { const char *name; double m[3][3]; } sights[] = {
  { "normal", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia", { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
                    { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia", { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
                      { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia", { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 },
                    { 0.004733, 0.691367, 0.303900 } } },
};

/* The test computes on its own, so that a fault in the library can't hide itself. */
static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (LvColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green)
         + 0.0722 * linear (color.blue);
}

static double
contrast (LvColor a, LvColor b)
{
  double x = luminance (a) + 0.05;
  double y = luminance (b) + 0.05;

  return x > y ? x / y : y / x;
}

static double
lab_curve (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116.0;
}

typedef struct {
  double l;
  double a;
  double b;
} Lab;

static Lab
seen (LvColor color, int sight)
{
  double in[3] = { linear (color.red), linear (color.green), linear (color.blue) };
  double out[3];
  double x;
  double y;
  double z;

  for (int i = 0; i < 3; i++)
    {
      out[i] = 0.0;
      for (int k = 0; k < 3; k++)
        out[i] += sights[sight].m[i][k] * in[k];
      out[i] = CLAMP (out[i], 0.0, 1.0);
    }
  x = lab_curve ((0.4124 * out[0] + 0.3576 * out[1] + 0.1805 * out[2]) / 0.95047);
  y = lab_curve (0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2]);
  z = lab_curve ((0.0193 * out[0] + 0.1192 * out[1] + 0.9505 * out[2]) / 1.08883);
  return (Lab) { 116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z) };
}

static double
distance (Lab p, Lab q)
{
  return sqrt ((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b));
}

/* Known pairs: black on white is 21, the grey #767676 on white is 4.54. */
static void
test_contrast (void)
{
  LvColor white = { 1, 1, 1 };
  LvColor black = { 0, 0, 0 };
  LvColor grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0 };

  g_assert_cmpfloat_with_epsilon (lv_color_contrast (white, black), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lv_color_contrast (grey, white), 4.54, 0.005);
  g_assert_cmpfloat_with_epsilon (contrast (grey, white), lv_color_contrast (grey, white), 1e-9);
}

static void
test_text (gconstpointer data)
{
  const LvPalette *palette = data;
  const LvColor grounds[] = { palette->background, palette->band };

  for (gsize i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      g_assert_cmpfloat (contrast (palette->ink, grounds[i]), >=, 4.5);
      g_assert_cmpfloat (contrast (palette->soft_ink, grounds[i]), >=, 4.5);
    }
  for (int i = 0; i < LV_PALETTE_SERIES; i++)
    {
      LvColor fills[] = { palette->series[i], lv_palette_tinted (palette, palette->series[i]),
                          lv_palette_muted (palette->series[i]) };

      for (gsize k = 0; k < G_N_ELEMENTS (fills); k++)
        g_assert_cmpfloat (contrast (lv_palette_text_on (fills[k]), fills[k]), >=, 4.5);
    }
}

static void
test_marks (gconstpointer data)
{
  const LvPalette *palette = data;

  for (int i = 0; i < LV_PALETTE_SERIES; i++)
    {
      g_assert_cmpfloat (contrast (palette->series[i], palette->background), >=, 3.0);
      g_assert_cmpfloat (contrast (lv_palette_muted (palette->series[i]), palette->background),
                         >=, 3.0);
    }
  g_assert_cmpfloat (contrast (palette->axis, palette->background), >=, 3.0);
  g_assert_cmpfloat (contrast (lv_palette_rest (palette), palette->background), >=, 3.0);
  g_assert_cmpfloat (contrast (palette->focus, palette->background), >=, 3.0);
}

/* Neighbours part by lightness alone (greyscale), also for each kind of colour blindness; any
 * two colours are at least 9 apart, some four times what is just noticeable. */
static void
test_distance (gconstpointer data)
{
  const LvPalette *palette = data;

  for (gsize s = 0; s < G_N_ELEMENTS (sights); s++)
    for (int i = 0; i < LV_PALETTE_SERIES; i++)
      for (int k = 0; k < i; k++)
        {
          Lab first = seen (palette->series[i], (int) s);
          Lab second = seen (palette->series[k], (int) s);

          g_test_message ("%s %s %d %d: %.1f", palette->name, sights[s].name, k, i,
                          distance (first, second));
          g_assert_cmpfloat (distance (first, second), >=, 9.0);
          if (k == i - 1)
            g_assert_cmpfloat (fabs (first.l - second.l), >=, 11.0);
          if (k == i - 1 && s == 0)
            g_assert_cmpfloat (fabs (first.l - second.l), >=, 18.0);
        }
}

/* Colours repeat after the last one, and never run out. */
static void
test_repeat (void)
{
  const LvPalette *palette = lv_palette_get (LV_PALETTE_LIGHT);
  LvColor first = lv_palette_series (palette, 0);
  LvColor again = lv_palette_series (palette, LV_PALETTE_SERIES);

  g_assert_cmpfloat (first.red, ==, again.red);
  g_assert_cmpfloat (first.blue, ==, again.blue);
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; GTestDataFunc function; } tests[] = {
    { "text", test_text }, { "marks", test_marks }, { "distance", test_distance },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/repeat", test_repeat);
  for (int i = 0; i < LV_N_PALETTES; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (tests); k++)
      {
        const LvPalette *palette = lv_palette_get ((LvPaletteKind) i);
        g_autofree char *path = g_strdup_printf ("/palette/%s/%s", palette->name, tests[k].name);

        g_test_add_data_func (path, palette, tests[k].function);
      }
  return g_test_run ();
}
