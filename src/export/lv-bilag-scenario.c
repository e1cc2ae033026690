/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts that are about the scenario as a whole: its measures, what causes its difference, and other scenarios beside
 * it. */
#include "lv-bilag-private.h"

#include "lv-catalogue.h"
#include "lv-causes.h"

/* --- Measures */

static void
add_origin (LvBilag *self, const LvCatalogue *catalogue, GHashTable *seen)
{
  if (catalogue->gap != NULL && catalogue->entries->len > 0)
    lv_bilag_add_sources (self, catalogue->gap, seen);
  for (guint i = 0; i < catalogue->entries->len; i++)
    {
      const LvCatalogueEntry *entry = g_ptr_array_index (catalogue->entries, i);

      lv_bilag_add_source (self, lv_pack_text (self->pack, entry->item, "source"));
    }
}

/* A table of all that is read as pages elsewhere; takes @grid. */
static void
add_list (LvBilag *self, LvGrid *grid, const char *title, const char *id, GPtrArray *pieces)
{
  if (grid->rows->len > 0)
    lv_bilag_add_part (self, LV_PART_PIECES, grid, title, id)->pieces = pieces;
  else
    {
      lv_grid_free (grid);
      g_ptr_array_unref (pieces);
    }
}

static void
add_catalogue (LvBilag *self, const LvSheet *sheet, GHashTable *seen)
{
  g_autoptr (LvCatalogue) catalogue = lv_catalogue_new (sheet, &self->side, self->base);
  g_autoptr (GPtrArray) sums = lv_catalogue_sums (catalogue);
  const char *title = sheet->title != NULL ? sheet->title : lv_catalogue_word (self->pack, "measures");
  LvGrid *effects = lv_catalogue_effects (catalogue);
  LvGrid *assumptions = lv_catalogue_assumptions (catalogue, NULL);

  add_origin (self, catalogue, seen);
  while (sums->len > 0)
    {
      LvGrid *grid = g_ptr_array_steal_index (sums, 0);

      lv_bilag_add_part (self, LV_PART_TABLE, grid, grid->title, sheet->pattern)->with_unit = TRUE;
    }
  add_list (self, lv_catalogue_list (catalogue, title), title, sheet->pattern,
            lv_catalogue_pages (catalogue, &self->today));
  add_list (self, effects, effects->title, sheet->pattern, g_ptr_array_new ());
  add_list (self, assumptions, assumptions->title, sheet->pattern, g_ptr_array_new ());
}

/* --- Causes and other scenarios */

static void
add_causes (LvBilag *self, const LvSheet *sheet, GHashTable *seen)
{
  /* In the grundprognose there is nothing to give causes of, and a single page has no room to say so. */
  gboolean is_idle = lv_bilag_is_one_page (self) && lv_bilag_is_baseline (self);
  g_autoptr (LvGrid) grid = is_idle ? NULL : lv_causes_table (sheet, &self->side, self->base);
  g_autofree char *title = grid != NULL ? g_strdup (grid->title) : NULL;
  LvPart *part;

  if (grid == NULL)
    return;
  for (guint i = 0; i < grid->nodes->len; i++)
    lv_bilag_add_sources (self, g_ptr_array_index (grid->nodes, i), seen);
  part = lv_bilag_add_part (self, grid->heads->len > 0 ? LV_PART_TABLE : LV_PART_WORDS, grid, title, sheet->pattern);
  part->with_unit = grid->unit != NULL;
  g_steal_pointer (&grid);
}

static void
add_comparison (LvBilag *self, const LvSheet *sheet, GHashTable *seen)
{
  const LvSides *sides = lv_bilag_sides (self);
  g_autoptr (GPtrArray) grids = NULL;
  LvFigure *figure = NULL;

  if (sides->n < 2)
    return;
  grids = lv_compare_tables (sheet, sides);
  if (sheet->kind == LV_SHEET_COMPARE_CHART)
    figure = lv_compare_figure (sheet, sides);
  while (grids->len > 0)
    {
      LvGrid *grid = g_ptr_array_steal_index (grids, 0);
      LvPart *part = lv_bilag_add_part (self, grid->heads->len > 0 ? LV_PART_TABLE : LV_PART_WORDS, grid, grid->title,
                                        sheet->pattern);

      for (guint i = 0; i < grid->nodes->len; i++)
        lv_bilag_add_sources (self, g_ptr_array_index (grid->nodes, i), seen);
      part->with_unit = grid->unit != NULL;
      if (figure != NULL)
        part->kind = LV_PART_FIGURE;
      part->figure = g_steal_pointer (&figure);
    }
  g_clear_pointer (&figure, lv_figure_unref);
}

/** Adds what a sheet about the scenario shows. @seen: nodes whose sources are in */
void
lv_bilag_add_scenario_sheet (LvBilag *self, const LvSheet *sheet, GHashTable *seen)
{
  switch (sheet->kind)
    {
    case LV_SHEET_CATALOGUE:
      add_catalogue (self, sheet, seen);
      break;
    case LV_SHEET_CAUSES:
      add_causes (self, sheet, seen);
      break;
    case LV_SHEET_COMPARE:
    case LV_SHEET_COMPARE_CHART:
    case LV_SHEET_COMPARE_INPUTS:
    case LV_SHEET_COMPARE_MEASURES:
      add_comparison (self, sheet, seen);
      break;
    default:
      break;
    }
}
