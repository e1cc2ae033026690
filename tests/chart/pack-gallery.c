/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a PNG of every chart of the shipped pack, for the eye:
 *   pack-gallery DIRECTORY
 * The grundprognose and ta.vaekst=0, as a card (light and dark) and as a page (print). */

#include <glib/gstdio.h>

#include "lv-chart-build.h"
#include "lv-chart-export.h"
#include "lv-chart-files.h"

static void
write_one (const char *directory, const LvItem *item, const char *name, const LvState *state,
           const LvState *base)
{
  static const struct { const char *name; double width; double height; double scale;
                        LvPaletteKind kind; const char *heading; } forms[] = {
    { "card-light", 345, 225, 2, LV_PALETTE_LIGHT, "" },
    { "card-dark", 345, 225, 2, LV_PALETTE_DARK, "" },
    { "page", LV_CHART_PAGE_WIDTH, LV_CHART_PAGE_HEIGHT, 1.5, LV_PALETTE_PRINT, NULL },
  };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (LvChart) chart = lv_chart_new (item, base, &error);

  if (chart == NULL)
    {
      g_printerr ("%s: %s\n", item->id, error->message);
      return;
    }
  g_print ("%s %s: planned in %.2f ms", item->id, name, (g_get_monotonic_time () - start) / 1e3);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s-%s-%s.png", directory, item->id, name,
                                               forms[i].name);
      gint64 before = g_get_monotonic_time ();
      g_autoptr (LvFigure) figure = lv_chart_make_figure (chart, state, base, forms[i].heading);
      LvChartExport options = { forms[i].width, forms[i].height, forms[i].scale,
                                lv_palette_get (forms[i].kind), NULL, NULL, NULL };

      g_print (", %.2f", (g_get_monotonic_time () - before) / 1e3);
      if (!lv_chart_write_png (figure, path, &options, &error))
        g_printerr ("%s: %s\n", path, error->message);
      if (i + 1 == G_N_ELEMENTS (forms))
        {
          g_autofree char *alt = lv_figure_dup_alt (figure);
          g_autofree char *text = lv_chart_to_text (chart, figure);

          g_print ("\n%s\n%s\n%s", alt, lv_figure_get_source (figure), text);
        }
    }
}

int
main (int argc, char **argv)
{
  const char *directory = argc > 1 ? argv[1] : "gallery";
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvModel) model = lv_model_load (folder, NULL, problems);
  g_autoptr (LvState) base = NULL;
  g_autoptr (LvState) state = NULL;
  const GPtrArray *items;

  if (model == NULL)
    return 1;
  g_mkdir_with_parents (directory, 0755);
  base = lv_state_new (model);
  state = lv_state_copy (base);
  lv_state_set (state, lv_model_find (model, "ta.vaekst"), 0, 0.0);
  lv_state_update (state);
  items = lv_pack_items (lv_model_pack (model), LV_KIND_CHART);
  for (guint i = 0; i < items->len; i++)
    {
      write_one (directory, g_ptr_array_index (items, i), "base", base, base);
      write_one (directory, g_ptr_array_index (items, i), "ta0", state, base);
    }
  return 0;
}
