/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What measures do year by year and what that rests on: in lists of all measures, and as a page for each. */
#include "lv-catalogue-private.h"

#include "lv-action-plan.h"
#include "lv-action-table-private.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

typedef LvCatalogueTable Table;

/** Returns: (transfer full): a table without rows, headed by what it says of @what */
LvGrid *
lv_catalogue_table_new (const LvCatalogue *self, const char *title, const char *what, gboolean of_all)
{
  LvGrid *grid = lv_grid_empty (lv_catalogue_word (self->pack, title),
                                lv_catalogue_word (self->pack, of_all ? "measure" : what));

  if (of_all)
    g_ptr_array_add (grid->heads, g_strdup (lv_catalogue_word (self->pack, what)));
  return grid;
}

/** Begins a row with the measure, where the table is of all, and with @what. */
LvGridRow *
lv_catalogue_table_row (Table *self, const LvCatalogueEntry *entry, const char *what)
{
  LvGridRow *row = lv_grid_add_row (self->grid, g_strdup (self->of_all ? entry->item->title : what), NULL);

  if (self->of_all)
    lv_grid_add_text (row, what);
  return row;
}

/* --- Effects */

/** Returns: (transfer full): "1.000 kr., 25-pl, netto efter refusion" */
char *
lv_catalogue_unit_text (const LvCatalogue *self, const LvNode *node)
{
  const LvUnit *own = lv_node_unit (node);
  const LvUnit *unit = lv_dimension_equal (&own->dimension, &self->unit->dimension) ? self->unit : own;
  g_autofree char *attributes = lv_text_attributes (self->pack, node);

  if (unit->plural[0] == '\0' && attributes[0] == '\0')
    return g_strdup (lv_text_word (self->pack, "xl-number", "number"));
  return g_strdup_printf ("%s%s%s", unit->plural, attributes[0] != '\0' ? ", " : "", attributes);
}

/* On a page, what amounts are in stands above the table, and beside the number only where it is another. */
static char *
unit_of (const Table *self, const LvNode *node)
{
  const LvCatalogue *catalogue = self->catalogue;
  g_autofree char *own = lv_text_attributes (catalogue->pack, node);
  g_autofree char *gap = lv_text_attributes (catalogue->pack, catalogue->gap);
  g_autofree char *whole = lv_catalogue_unit_text (catalogue, node);
  char *comma = strchr (whole, ',');

  if (!self->of_all && own[0] != '\0' && strcmp (own, gap) == 0 && comma != NULL)
    *comma = '\0';
  return g_steal_pointer (&whole);
}

static void
add_numbers (Table *self, const LvCatalogueEntry *entry, const char *pattern, const char *title, const LvNode *node,
             const LvCatalogueRow *values)
{
  const LvCatalogue *catalogue = self->catalogue;
  g_autofree char *what = lv_text_fill (lv_catalogue_word (catalogue->pack, pattern), &title, 1);
  g_autofree char *unit = unit_of (self, node);
  LvGridRow *row = lv_catalogue_table_row (self, entry, what);

  lv_grid_add_text (row, unit);
  for (guint y = 0; y < catalogue->n_years; y++)
    lv_catalogue_add_value (catalogue, row, node, values->year[y]);
}

static gboolean
is_same (const LvCatalogue *self, const LvCatalogueRow *a, const LvCatalogueRow *b)
{
  for (guint y = 0; y < self->n_years; y++)
    if (a->year[y].number != b->year[y].number && !(isnan (a->year[y].number) && isnan (b->year[y].number)))
      return FALSE;
  return TRUE;
}

static void
add_effects (Table *self, const LvCatalogueEntry *entry)
{
  const LvCatalogue *catalogue = self->catalogue;
  const char *gap = lv_node_title (catalogue->gap);

  for (guint l = 0; l < entry->lines->len; l++)
    {
      const LvMeasureLine *line = g_ptr_array_index (entry->lines, l);
      const LvCatalogueRow *alone = &g_array_index (entry->values, LvCatalogueRow, l);
      const LvCatalogueRow *counted = &g_array_index (entry->counted, LvCatalogueRow, l);

      add_numbers (self, entry, line->is_cost ? "line-cost" : line->is_monthly ? "line-month" : "line", line->title,
                   line->node, alone);
      if (entry->on && !is_same (catalogue, alone, counted))
        add_numbers (self, entry, "line-counted", line->title, line->node, counted);
    }
  add_numbers (self, entry, "gap-alone", gap, catalogue->gap, &entry->alone);
  if (entry->on && !is_same (catalogue, &entry->alone, &entry->beside))
    add_numbers (self, entry, "gap-beside", gap, catalogue->gap, &entry->beside);
}

/* "Effekt år for år, 25-pl, netto efter refusion" */
static void
say_attributes (const LvCatalogue *self, LvGrid *grid)
{
  g_autofree char *attributes = lv_text_attributes (self->pack, self->gap);
  char *title = g_strdup_printf ("%s%s%s", grid->title, attributes[0] != '\0' ? ", " : "", attributes);

  g_free (grid->title);
  grid->title = title;
}

static LvGrid *
effects_of (const LvCatalogue *self, const LvCatalogueEntry *only)
{
  Table table = { self, lv_catalogue_table_new (self, "effects", "effect", only == NULL), only == NULL };

  g_ptr_array_add (table.grid->heads, g_strdup (lv_text_word (self->pack, "xl-unit", "Unit")));
  if (only != NULL)
    say_attributes (self, table.grid);
  lv_catalogue_years (self, table.grid);
  for (guint e = 0; e < self->entries->len; e++)
    {
      const LvCatalogueEntry *entry = g_ptr_array_index (self->entries, e);

      if (only == NULL || only == entry)
        add_effects (&table, entry);
    }
  return table.grid;
}

/** Returns: (transfer full): what each measure does to each of its targets and to the gap */
LvGrid *
lv_catalogue_effects (const LvCatalogue *self)
{
  return effects_of (self, NULL);
}

/* --- Who carries it */

static LvGrid *
carriers (const LvCatalogue *self, const LvCatalogueEntry *entry, const GDate *today)
{
  static const LvActionField days[] = { LV_ACTION_START, LV_ACTION_END, LV_ACTION_DEADLINE };
  g_autoptr (GPtrArray) actions = lv_catalogue_actions (self, entry);
  LvGrid *grid = lv_grid_empty (lv_catalogue_word (self->pack, "actions"), lv_action_word (self->pack, "head-title"));

  g_ptr_array_add (grid->heads, g_strdup (lv_action_word (self->pack, "head-owner")));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *head = g_strconcat ("head-", lv_action_key (days[i]), NULL);

      g_ptr_array_add (grid->heads, g_strdup (lv_action_word (self->pack, head)));
    }
  g_ptr_array_add (grid->heads, g_strdup (lv_action_word (self->pack, "head-status")));
  for (guint i = 0; i < actions->len; i++)
    {
      const LvAction *action = g_ptr_array_index (actions, i);
      g_autofree char *mark = lv_action_mark (self->pack, action, today);
      LvGridRow *row = lv_grid_add_row (grid, lv_action_name (action), NULL);

      lv_action_or_not_stated (self->pack, row, lv_action_text (action, LV_ACTION_OWNER));
      for (gsize d = 0; d < G_N_ELEMENTS (days); d++)
        {
          g_autofree char *day = lv_plan_day_words (self->pack, lv_action_text (action, days[d]));

          lv_action_or_not_stated (self->pack, row, day);
        }
      lv_grid_add_text (row, mark);
    }
  return grid;
}

static void
take (GPtrArray *grids, LvGrid *grid, LvGridPlace place)
{
  grid->place = place;
  if (grid->rows->len > 0)
    g_ptr_array_add (grids, grid);
  else
    lv_grid_free (grid);
}

/** Returns: (transfer full) (element-type LvGrid): the tables of each measure, the first of them at the top of a page */
GPtrArray *
lv_catalogue_pages (const LvCatalogue *self, const GDate *today)
{
  GPtrArray *grids = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_grid_free);

  for (guint e = 0; e < self->entries->len; e++)
    {
      const LvCatalogueEntry *entry = g_ptr_array_index (self->entries, e);

      take (grids, lv_catalogue_about (self, entry), LV_GRID_ON_NEW_PAGE);
      take (grids, effects_of (self, entry), LV_GRID_UNDER);
      take (grids, lv_catalogue_assumptions (self, entry), LV_GRID_UNDER);
      take (grids, carriers (self, entry, today), LV_GRID_UNDER);
    }
  return grids;
}
