/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What measures do, alone and together, by computing the forecast with and without them. */
#include "lv-catalogue-private.h"

#include "lv-action-plan.h"
#include "lv-id.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>

static void
entry_free (gpointer data)
{
  LvCatalogueEntry *entry = data;

  g_ptr_array_unref (entry->lines);
  g_array_unref (entry->values);
  g_array_unref (entry->counted);
  g_array_unref (entry->assumptions);
  g_free (entry);
}

void
lv_catalogue_free (LvCatalogue *self)
{
  if (self == NULL)
    return;
  lv_state_free (self->untouched);
  lv_plan_free (self->plan);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

/** Returns: (transfer none): the pack's word ord.catalogue-@name */
const char *
lv_catalogue_word (const LvPack *pack, const char *name)
{
  g_autofree char *id = g_strconcat ("catalogue-", name, NULL);

  return lv_text_word (pack, id, name);
}

/* --- The head of the pack */

static void
find_years (LvCatalogue *self)
{
  const char *id = lv_pack_head (self->pack, "budget-year");
  const LvNode *budget = id != NULL ? lv_model_find (self->model, id) : NULL;
  guint first = budget != NULL ? (guint) lv_state_number (self->base, budget, 0) : 0;

  for (guint i = 0; i < LV_CATALOGUE_YEARS; i++)
    if (first + i < lv_axis_length (self->years) && lv_node_present (self->model, self->gap, first + i))
      self->year[self->n_years++] = first + i;
}

/* A gap that runs along something else than years alone is none that a year can be read of. */
static gboolean
find_gap (LvCatalogue *self)
{
  const char *id = lv_pack_head (self->pack, "gap");

  self->gap = id != NULL ? lv_model_find (self->model, id) : NULL;
  if (self->gap == NULL || lv_node_shape (self->gap)->n != 1)
    return FALSE;
  self->years = lv_node_shape (self->gap)->axis[0];
  find_years (self);
  return self->n_years > 0;
}

/* --- Rows of numbers */

static LvCatalogueRow
row_between (const LvCatalogue *self, const LvState *with, const LvState *without, const LvNode *node)
{
  LvCatalogueRow row;

  for (guint i = 0; i < LV_CATALOGUE_YEARS; i++)
    row.year[i] = i < self->n_years ? lv_measure_moves (with, without, node, self->year[i])
                                    : (LvValue){ NAN, LV_STATUS_ABSENT, FALSE };
  return row;
}

static gboolean
any_known (const LvCatalogue *self, const LvCatalogueRow *row)
{
  for (guint i = 0; i < self->n_years; i++)
    if (!isnan (row->year[i].number) && !row->year[i].marked)
      return TRUE;
  return FALSE;
}

static void
add_lines (const LvCatalogue *self, LvCatalogueEntry *entry, const LvState *alone)
{
  for (guint l = 0; l < entry->lines->len; l++)
    {
      const LvMeasureLine *line = g_ptr_array_index (entry->lines, l);
      LvCatalogueRow values;
      LvCatalogueRow counted;

      for (guint i = 0; i < self->n_years; i++)
        {
          values.year[i] = lv_measure_line_value (line, alone, self->years, self->year[i]);
          counted.year[i] = lv_measure_line_value (line, self->state, self->years, self->year[i]);
        }
      g_array_append_val (entry->values, values);
      g_array_append_val (entry->counted, counted);
    }
}

/* The gap may be ikke vurderet already without the measure; then its own effects say whether they are known. */
static void
mark_unknown (const LvCatalogue *self, LvCatalogueEntry *entry)
{
  for (guint i = 0; i < self->n_years; i++)
    for (guint l = 0; l < entry->lines->len; l++)
      {
        const LvMeasureLine *line = g_ptr_array_index (entry->lines, l);
        const LvValue *value = &g_array_index (entry->values, LvCatalogueRow, l).year[i];

        if (!line->is_cost && (value->marked || (isnan (value->number) && value->status != LV_STATUS_ABSENT)))
          entry->alone.year[i].marked = TRUE;
      }
}

/* A measure without an effect moves nothing, and nobody knows what it would move. */
static void
mark_all (LvCatalogueRow *row)
{
  for (guint i = 0; i < LV_CATALOGUE_YEARS; i++)
    row->year[i].marked = TRUE;
}

static void
compute_beside (const LvCatalogue *self, LvCatalogueEntry *entry)
{
  g_autoptr (LvState) without = lv_state_copy (self->state);

  lv_measure_turn (without, entry->item, FALSE, self->state);
  lv_state_update (without);
  entry->beside = row_between (self, self->state, without, self->gap);
}

/* Returns: (transfer full) (nullable): the untouched state without @item; %NULL where it is that already */
static LvState *
state_without (const LvCatalogue *self, const LvItem *item)
{
  LvState *state;

  if (!lv_measure_is_on (self->untouched, item))
    return NULL;
  state = lv_state_copy (self->untouched);
  lv_measure_turn (state, item, FALSE, self->state);
  lv_state_update (state);
  return state;
}

static void
add_entry (LvCatalogue *self, const LvItem *item)
{
  LvCatalogueEntry *entry = g_new0 (LvCatalogueEntry, 1);
  g_autoptr (LvState) with = lv_state_copy (self->untouched);
  g_autoptr (LvState) own = state_without (self, item);
  const LvState *without = own != NULL ? own : self->untouched;

  entry->item = item;
  entry->on = lv_measure_is_on (self->state, item);
  entry->lines = lv_measure_lines (self->model, item);
  entry->values = g_array_new (FALSE, FALSE, sizeof (LvCatalogueRow));
  entry->counted = g_array_new (FALSE, FALSE, sizeof (LvCatalogueRow));
  entry->assumptions = g_array_new (FALSE, FALSE, sizeof (LvCatalogueAssumption));
  lv_measure_turn (with, item, TRUE, self->state);
  lv_state_update (with);
  entry->alone = row_between (self, with, without, self->gap);
  if (self->positions != NULL)
    entry->positions = row_between (self, with, without, self->positions);
  add_lines (self, entry, with);
  if (entry->lines->len == 0)
    mark_all (&entry->alone);
  mark_unknown (self, entry);
  entry->assessed = any_known (self, &entry->alone);
  lv_catalogue_find_assumptions (self, entry);
  if (entry->on)
    compute_beside (self, entry);
  g_ptr_array_add (self->entries, entry);
}

static gboolean
is_of (const char *patterns, const char *id)
{
  g_auto (GStrv) list = g_strsplit (patterns, ";", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (lv_id_matches (list[i], id))
      return TRUE;
  return FALSE;
}

static const LvUnit *
unit_of (const LvCatalogue *self, const LvUnit *wanted)
{
  const LvUnit *own = lv_node_unit (self->gap);

  return wanted != NULL && lv_dimension_equal (&wanted->dimension, &own->dimension) ? wanted : own;
}

/**
 * lv_catalogue_new:
 * @sheet: which measures, in what unit, and what counts positions
 * @side: the scenario: its assumptions and reasons, and how far, how late and whether each measure is on
 * @base: the grundprognose
 *
 * Returns: (transfer full): the measures with what they do; without entries where the pack has no gap year by year
 */
LvCatalogue *
lv_catalogue_new (const LvSheet *sheet, const LvSide *side, const LvState *base)
{
  LvCatalogue *self = g_new0 (LvCatalogue, 1);
  const LvState *state = side->state;
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (LvWant));
  const GPtrArray *measures;

  self->side = *side;
  self->state = state;
  self->base = base;
  self->model = lv_state_model (state);
  self->pack = lv_model_pack (self->model);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->actions = lv_actions_of_state (state);
  self->untouched = lv_measures_untouched (state);
  self->plan = lv_plan_new_cells (self->model, nothing);
  if (!find_gap (self))
    return self;
  self->unit = unit_of (self, sheet->unit);
  self->positions = sheet->positions != NULL ? lv_model_find (self->model, sheet->positions->id) : NULL;
  measures = lv_pack_items (self->pack, LV_KIND_MEASURE);
  for (guint i = 0; i < measures->len; i++)
    {
      const LvItem *item = g_ptr_array_index (measures, i);

      if (item->detail != NULL && is_of (sheet->pattern, item->id)
          && (!sheet->only_on || lv_measure_is_on (state, item)))
        add_entry (self, item);
    }
  return self;
}

/**
 * lv_catalogue_together:
 * @only_on: those that are on in the scenario; else all of them
 * @node: what they move: the gap, or positions
 * @row: (out): what they do together, as the model computes it
 * @conflicts: gets pairs of measures that exclude each other
 *
 * Returns: whether they can be on together
 */
gboolean
lv_catalogue_together (const LvCatalogue *self, gboolean only_on, const LvNode *node, LvCatalogueRow *row,
                       GPtrArray *conflicts)
{
  g_autoptr (LvState) with = lv_state_copy (self->untouched);
  g_autoptr (LvState) without = lv_state_copy (self->untouched);
  g_autoptr (GPtrArray) pairs = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const LvCatalogueEntry *entry = g_ptr_array_index (self->entries, i);

      if (only_on && !entry->on)
        continue;
      lv_measure_turn (with, entry->item, TRUE, self->state);
      lv_measure_turn (without, entry->item, FALSE, self->state);
    }
  lv_state_update (with);
  lv_state_update (without);
  *row = row_between (self, with, without, node);
  pairs = lv_state_conflicts (with);
  for (guint i = 0; i < pairs->len; i++)
    g_ptr_array_add (conflicts, g_ptr_array_index (pairs, i));
  return pairs->len == 0;
}

/* --- As people read them */

static const LvUnit *
shown_unit (const LvCatalogue *self, const LvNode *node)
{
  const LvUnit *own = lv_node_unit (node);

  return lv_dimension_equal (&own->dimension, &self->unit->dimension) ? self->unit : own;
}

/** Returns: a number of @node in the unit that it is shown in, with the decimals that are shown */
double
lv_catalogue_shown (const LvCatalogue *self, const LvNode *node, double number)
{
  const LvUnit *own = lv_node_unit (node);
  const LvUnit *to = shown_unit (self, node);
  double scale = pow (10, MAX (to->decimals, 0));

  number *= own->factor.num / own->factor.den * (to->factor.den / to->factor.num);
  return lv_number_round (number * scale) / scale;
}

/** Adds a number of @node, or why there is none: ikke vurderet, ikke oplyst */
void
lv_catalogue_add_value (const LvCatalogue *self, LvGridRow *row, const LvNode *node, LvValue value)
{
  LvGridCell cell = { 0 };

  if (value.marked)
    cell.text = g_strdup (lv_text_word (self->pack, "marked", "not assessed"));
  else if (value.status == LV_STATUS_ABSENT)
    cell.text = g_strdup (lv_text_word (self->pack, "xl-absent", "not included"));
  else if (isnan (value.number))
    cell.text = g_strdup (lv_text_word (self->pack, "xl-not-stated", "not stated"));
  else
    {
      cell.number = lv_catalogue_shown (self, node, value.number);
      cell.decimals = MAX (shown_unit (self, node)->decimals, 0);
    }
  g_array_append_val (row->cells, cell);
}

/** Adds a head for each year. */
void
lv_catalogue_years (const LvCatalogue *self, LvGrid *grid)
{
  for (guint i = 0; i < self->n_years; i++)
    g_ptr_array_add (grid->heads, g_strdup (lv_axis_member (self->years, self->year[i])->title));
}
