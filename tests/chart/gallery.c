/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a PNG of every sample figure, in every palette, for the eye:
 *   gallery DIRECTORY [NAME...]
 * Three sizes in the light palette: a small card, a card, and A4 on its side. */

#include <glib/gstdio.h>

#include "lv-chart-export.h"
#include "samples.h"

static const struct { const char *name; double width; double height; } sizes[] = {
  { "small", 280, 180 }, { "card", 760, 430 }, { "a4", 842, 595 },
};

static gboolean
wanted (const char *name, int argc, char **argv)
{
  for (int i = 2; i < argc; i++)
    if (g_str_equal (argv[i], name))
      return TRUE;
  return argc <= 2;
}

static void
write_one (const Sample *sample, const char *directory, gsize size, LvPaletteKind kind)
{
  g_autoptr (LvFigure) figure = sample->make ();
  const LvPalette *palette = lv_palette_get (kind);
  g_autofree char *path = g_strdup_printf ("%s/%s-%s-%s.png", directory, sample->name,
                                           sizes[size].name, palette->name);
  LvChartExport options = { sizes[size].width, sizes[size].height, size == 0 ? 2.0 : 1.0,
                            palette, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (!lv_chart_write_png (figure, path, &options, &error))
    g_printerr ("%s: %s\n", path, error->message);
}

int
main (int argc, char **argv)
{
  const char *directory = argc > 1 ? argv[1] : "gallery";

  g_mkdir_with_parents (directory, 0755);
  for (gsize i = 0; i < n_samples; i++)
    {
      if (!wanted (samples[i].name, argc, argv))
        continue;
      for (int kind = 0; kind < LV_N_PALETTES; kind++)
        write_one (&samples[i], directory, 1, (LvPaletteKind) kind);
      write_one (&samples[i], directory, 0, LV_PALETTE_LIGHT);
      write_one (&samples[i], directory, 2, LV_PALETTE_PRINT);
    }
  return 0;
}
