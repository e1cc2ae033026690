/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What measures do one by one, and together as the model computes it. The two are never the same by adding: overlap is a
 * line of its own, and so is what rounding leaves. */
#include "lv-catalogue-private.h"

#include "lv-text.h"

#include <math.h>

/** Lines under the measures. */
typedef enum
{
  LINE_OVERLAP,
  LINE_ROUNDING,
  LINE_TOGETHER,
  N_LINES
} Line;

static gboolean
is_counted (LvValue value)
{
  return !isnan (value.number) && !value.marked;
}

static const LvCatalogueRow *
row_of (const LvCatalogueEntry *entry, gboolean positions)
{
  return positions ? &entry->positions : &entry->alone;
}

/* What a measure does to positions is known when it is not nothing: nobody said that it needs none. */
static LvValue
value_of (const LvCatalogueEntry *entry, gboolean positions, guint year)
{
  LvValue value = row_of (entry, positions)->year[year];

  if (positions && value.number == 0)
    return (LvValue){ NAN, LV_STATUS_MISSING, FALSE };
  return value;
}

static void
add_measures (const LvCatalogue *self, LvGrid *grid, gboolean only_on, gboolean positions, const LvNode *node)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const LvCatalogueEntry *entry = g_ptr_array_index (self->entries, i);
      LvGridRow *row;

      if (only_on && !entry->on)
        continue;
      row = lv_grid_add_row (grid, g_strdup (entry->item->title), NULL);
      for (guint y = 0; y < self->n_years; y++)
        lv_catalogue_add_value (self, row, node, value_of (entry, positions, y));
    }
}

/* Overlap and rounding are what the parts lack in the whole: exactly, and as shown. */
static void
find_lines (const LvCatalogue *self, gboolean only_on, gboolean positions, const LvNode *node, guint year, LvValue whole,
            LvValue lines[N_LINES])
{
  double exact = 0;
  double shown = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const LvCatalogueEntry *entry = g_ptr_array_index (self->entries, i);
      LvValue value = row_of (entry, positions)->year[year];

      if ((only_on && !entry->on) || !is_counted (value))
        continue;
      exact += value.number;
      shown += lv_catalogue_shown (self, node, value.number);
    }
  whole.marked = FALSE;
  lines[LINE_TOGETHER] = whole;
  lines[LINE_OVERLAP] = (LvValue){ whole.number - exact, whole.status, FALSE };
  lines[LINE_ROUNDING] = (LvValue){ isnan (whole.number) ? NAN
                                                         : lv_catalogue_shown (self, node, whole.number) - shown
                                                               - lv_catalogue_shown (self, node, lines[LINE_OVERLAP].number),
                                    whole.status, FALSE };
}

/* The rounding is in the unit that is shown already. */
static void
add_rounding (const LvCatalogue *self, LvGrid *grid, const LvValue *values)
{
  gboolean any = FALSE;
  LvGridRow *row;

  for (guint y = 0; y < self->n_years; y++)
    any = any || fabs (values[y].number) > 1e-9;
  if (!any)
    return;
  row = lv_grid_add_row (grid, g_strdup (lv_text_word (self->pack, "chart-rounding", "Rounding")), NULL);
  for (guint y = 0; y < self->n_years; y++)
    {
      LvGridCell cell = { .number = values[y].number, .decimals = MAX (self->unit->decimals, 0) };

      if (isnan (cell.number))
        cell.text = g_strdup (lv_text_word (self->pack, "xl-not-stated", "not stated"));
      g_array_append_val (row->cells, cell);
    }
}

static void
add_line (const LvCatalogue *self, LvGrid *grid, char *label, const LvNode *node, const LvValue *values)
{
  LvGridRow *row = lv_grid_add_row (grid, label, NULL);

  for (guint y = 0; y < self->n_years; y++)
    lv_catalogue_add_value (self, row, node, values[y]);
}

static guint
count (const LvCatalogue *self, gboolean only_on, gboolean assessed)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const LvCatalogueEntry *entry = g_ptr_array_index (self->entries, i);

      n += (!only_on || entry->on) && (!assessed || entry->assessed);
    }
  return n;
}

/* "Samlet, som modellen regner det (3 af 12 tiltag er vurderet)" */
static char *
whole_label (const LvCatalogue *self, gboolean only_on, gboolean positions)
{
  g_autofree char *assessed = g_strdup_printf ("%u", count (self, only_on, TRUE));
  g_autofree char *all = g_strdup_printf ("%u", count (self, only_on, FALSE));
  const char *args[] = { assessed, all };

  if (positions)
    return g_strdup (lv_catalogue_word (self->pack, "positions-together"));
  return lv_text_fill (lv_catalogue_word (self->pack, "together"), args, G_N_ELEMENTS (args));
}

/* "Kan ikke regnes samlet: A og B udelukker hinanden" */
static void
add_conflicts (const LvCatalogue *self, LvGrid *grid, const GPtrArray *pairs)
{
  g_autoptr (GString) names = g_string_new (NULL);
  LvGridRow *row;

  for (guint i = 0; i + 1 < pairs->len; i += 2)
    g_string_append_printf (names, "%s%s / %s", i > 0 ? "; " : "",
                            ((const LvItem *) g_ptr_array_index (pairs, i))->title,
                            ((const LvItem *) g_ptr_array_index (pairs, i + 1))->title);
  row = lv_grid_add_row (grid, lv_text_fill (lv_catalogue_word (self->pack, "conflict"),
                                             (const char *const[]){ names->str }, 1), NULL);
  for (guint y = 0; y < self->n_years; y++)
    lv_grid_add_text (row, lv_catalogue_word (self->pack, "not-together"));
}

static void
add_whole (const LvCatalogue *self, LvGrid *grid, gboolean only_on, gboolean positions, const LvNode *node)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new ();
  LvCatalogueRow whole;
  LvValue lines[N_LINES][LV_CATALOGUE_YEARS];

  if (!lv_catalogue_together (self, only_on, node, &whole, conflicts))
    {
      add_conflicts (self, grid, conflicts);
      return;
    }
  for (guint y = 0; y < self->n_years; y++)
    {
      LvValue own[N_LINES];

      find_lines (self, only_on, positions, node, y, whole.year[y], own);
      for (guint l = 0; l < N_LINES; l++)
        lines[l][y] = own[l];
    }
  /* 0 would be a number that nobody knows. */
  if (!positions && count (self, only_on, TRUE) == 0)
    for (guint l = 0; l < N_LINES; l++)
      for (guint y = 0; y < self->n_years; y++)
        lines[l][y] = (LvValue){ 0, LV_STATUS_MISSING, TRUE };
  else if (!positions)
    {
      add_line (self, grid, g_strdup (lv_catalogue_word (self->pack, "overlap")), node, lines[LINE_OVERLAP]);
      add_rounding (self, grid, lines[LINE_ROUNDING]);
    }
  add_line (self, grid, whole_label (self, only_on, positions), node, lines[LINE_TOGETHER]);
}

static LvGrid *
sum_of (const LvCatalogue *self, const char *title, gboolean only_on, gboolean positions)
{
  const LvNode *node = positions ? self->positions : self->gap;
  LvGrid *grid = lv_grid_empty (lv_catalogue_word (self->pack, title), lv_catalogue_word (self->pack, "measure"));

  lv_catalogue_years (self, grid);
  grid->unit = lv_catalogue_unit_text (self, node);
  g_ptr_array_add (grid->nodes, (gpointer) node);
  add_measures (self, grid, only_on, positions, node);
  if (grid->rows->len > 0)
    add_whole (self, grid, only_on, positions, node);
  return grid;
}

static gboolean
any_positions (const LvCatalogue *self)
{
  for (guint i = 0; self->positions != NULL && i < self->entries->len; i++)
    for (guint y = 0; y < self->n_years; y++)
      if (((const LvCatalogueEntry *) g_ptr_array_index (self->entries, i))->positions.year[y].number != 0)
        return TRUE;
  return FALSE;
}

/** Returns: (transfer full) (element-type LvGrid): all measures and those that are on, with their sums; positions where
 * anybody has said some */
GPtrArray *
lv_catalogue_sums (const LvCatalogue *self)
{
  GPtrArray *grids = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_grid_free);
  guint on = count (self, TRUE, FALSE);

  if (self->entries->len == 0)
    return grids;
  g_ptr_array_add (grids, sum_of (self, "sum-all", FALSE, FALSE));
  if (on > 0 && on < self->entries->len)
    g_ptr_array_add (grids, sum_of (self, "sum-on", TRUE, FALSE));
  if (any_positions (self))
    g_ptr_array_add (grids, sum_of (self, "positions-all", FALSE, TRUE));
  return grids;
}
