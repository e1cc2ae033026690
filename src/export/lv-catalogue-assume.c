/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the effects of measures rest on: each number with whose judgement it is and why. */
#include "lv-catalogue-private.h"

#include "lv-inputs-of.h"
#include "lv-text.h"

#include <math.h>

/* So many cells of an assumption are said one by one. */
#define MOST_CELLS 8

/* --- Which cells */

/* The cells that the effects of @entry look at: a parameter may hold those of other measures too. */
static void
look_at (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  g_autoptr (GArray) wants = g_array_new (FALSE, FALSE, sizeof (LvWant));

  for (guint l = 0; l < entry->lines->len; l++)
    {
      const LvMeasureLine *line = g_ptr_array_index (entry->lines, l);

      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (line->raw)); cell++)
        {
          LvWant want = { line->raw, cell };

          g_array_append_val (wants, want);
        }
    }
  lv_plan_forget (self->plan);
  lv_plan_want_all (self->plan, wants);
}

static gboolean
is_wanted (const LvCatalogue *self, const LvNode *node, gsize cell)
{
  return lv_node_present (self->model, node, cell) && lv_plan_wants (self->plan, node->slot, cell);
}

/* How many cells are looked at, and whether all hold the same. */
static guint
count_cells (const LvCatalogue *self, const LvNode *node, gboolean *alike)
{
  double first = NAN;
  guint n = 0;

  *alike = TRUE;
  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
    {
      double number;

      if (!is_wanted (self, node, cell))
        continue;
      number = lv_state_number (self->state, node, cell);
      if (n++ == 0)
        first = number;
      else if (number != first && !(isnan (number) && isnan (first)))
        *alike = FALSE;
    }
  return n;
}

static void
take_parameter (const LvCatalogue *self, LvCatalogueEntry *entry, const LvNode *node)
{
  gboolean alike;
  guint n = count_cells (self, node, &alike);
  guint taken = 0;

  for (gsize cell = 0; n > 0 && cell < lv_shape_cells (lv_node_shape (node)); cell++)
    if (is_wanted (self, node, cell) && taken < (alike ? 1 : MOST_CELLS))
      {
        LvCatalogueAssumption one = { node, cell, n == 1 ? lv_node_shape (node)->n > 0 : !alike };

        g_array_append_val (entry->assumptions, one);
        taken++;
      }
}

/** Finds what the effects of @entry rest on. */
void
lv_catalogue_find_assumptions (const LvCatalogue *self, LvCatalogueEntry *entry)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  if (entry->lines->len > 0)
    look_at (self, entry);
  for (guint l = 0; l < entry->lines->len; l++)
    {
      const LvMeasureLine *line = g_ptr_array_index (entry->lines, l);
      g_autoptr (GPtrArray) under = lv_model_parameters_under (self->model, line->raw);

      for (guint i = 0; i < under->len; i++)
        if (!g_ptr_array_find (seen, g_ptr_array_index (under, i), NULL))
          {
            g_ptr_array_add (seen, g_ptr_array_index (under, i));
            take_parameter (self, entry, g_ptr_array_index (under, i));
          }
    }
}

/* --- As people read them */

/* Why the scenario says it; what the pack says of it otherwise. */
static char *
origin_of (const LvCatalogue *self, const LvCatalogueAssumption *one, LvStatus status)
{
  const LvItem *item = lv_node_item (one->node);
  const char *because = status == LV_STATUS_CHANGED
                            ? lv_side_reason (&self->side, LV_CHANGE_SET, one->node, one->cell, item, NULL) : NULL;
  g_autofree char *origin = NULL;

  if (status == LV_STATUS_CHANGED)
    return g_strdup (because != NULL && because[0] != '\0' ? because
                                                           : lv_text_word (self->pack, "xl-no-reason", "no reason given"));
  origin = lv_catalogue_origin (self->pack, item);
  return origin != NULL ? g_steal_pointer (&origin) : g_strdup (lv_text_word (self->pack, "xl-not-stated", "not stated"));
}

static void
add_assumption (LvCatalogueTable *self, const LvCatalogueEntry *entry, const LvCatalogueAssumption *one)
{
  const LvCatalogue *catalogue = self->catalogue;
  const LvPack *pack = catalogue->pack;
  LvValue value = lv_state_get (catalogue->state, one->node, one->cell);
  g_autofree char *what
      = one->with_members ? lv_text_cell_title (one->node, one->cell) : g_strdup (lv_node_title (one->node));
  g_autofree char *origin = origin_of (catalogue, one, value.status);
  g_autofree char *text = isnan (value.number) ? g_strdup (lv_text_word (pack, "xl-not-stated", "not stated"))
                                               : lv_text_input (pack, one->node, value);
  LvGridRow *row = lv_catalogue_table_row (self, entry, what);
  g_autofree char *both = g_strdup_printf ("%s (%s)", text, lv_text_status (pack, value.status));

  /* A page is narrow. */
  if (self->of_all)
    {
      lv_grid_add_text (row, text);
      lv_grid_add_text (row, value.status == LV_STATUS_MISSING ? lv_text_word (pack, "xl-not-stated", "not stated")
                                                               : lv_text_status (pack, value.status));
    }
  else
    lv_grid_add_text (row, isnan (value.number) ? text : both);
  lv_grid_add_text (row, origin);
}

/** Returns: (transfer full): what the effects rest on, of all measures or of @only: value, status, whose judgement and why */
LvGrid *
lv_catalogue_assumptions (const LvCatalogue *self, const LvCatalogueEntry *only)
{
  static const char *const heads[] = { "value", "value-status", "whose" };
  LvCatalogueTable table
      = { self, lv_catalogue_table_new (self, "assumptions", "assumption", only == NULL), only == NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (table.of_all || i != 1)
      g_ptr_array_add (table.grid->heads, g_strdup (lv_catalogue_word (self->pack, heads[i])));
  for (guint e = 0; e < self->entries->len; e++)
    {
      const LvCatalogueEntry *entry = g_ptr_array_index (self->entries, e);

      for (guint i = 0; (only == NULL || only == entry) && i < entry->assumptions->len; i++)
        add_assumption (&table, entry, &g_array_index (entry->assumptions, LvCatalogueAssumption, i));
    }
  return table.grid;
}
