/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export-doubts.h"

#include "lv-bilag.h"
#include "lv-check.h"
#include "lv-compare.h"


/** Returns: how many checks of the scenario fail; measures that exclude each other and are on count too */
guint
lv_export_n_failing (const LvState *state)
{
  const LvModel *model = lv_state_model (state);
  g_autoptr (GPtrArray) conflicts = lv_state_conflicts (state);
  guint n = conflicts->len;

  for (guint i = 0; i < lv_checks_count (model); i++)
    {
      g_autoptr (LvCheckReport) report = lv_check_run (state, i);

      n += report->result == LV_CHECK_FAILS;
    }
  return n;
}

/** Returns: how many changes of the scenario nobody gives a reason for */
guint
lv_export_n_unreasoned (const LvSide *side, const LvState *base)
{
  const LvSide sides[] = { { .title = "", .state = base }, *side };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, G_N_ELEMENTS (sides));
  g_autoptr (GPtrArray) inputs = lv_compare_inputs (compare);
  guint n = 0;

  for (guint i = 0; i < inputs->len; i++)
    {
      const char *because = ((const LvCompareInput *) g_ptr_array_index (inputs, i))->because[1];

      n += because == NULL || because[0] == '\0';
    }
  return n;
}

/* A figure that stands in a table and in the numbers of a chart is one. */
static void
find_missing (const LvGrid *grid, const LvState *state, GHashTable *found)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      for (guint c = 0; c < row->cells->len; c++)
        {
          const LvGridCell *cell = &g_array_index (row->cells, LvGridCell, c);

          if (cell->node != NULL && !cell->of_base && lv_state_get (state, cell->node, cell->cell).status == LV_STATUS_MISSING)
            g_hash_table_add (found, g_strdup_printf ("%s@%" G_GSIZE_FORMAT, lv_node_id (cell->node), cell->cell));
        }
    }
}

/** Returns: how many figures in the tables of @attachment are missing */
guint
lv_export_n_missing (const LvItem *attachment, const LvSide *side, const LvState *base, const GDate *today)
{
  g_autoptr (LvBilag) bilag = lv_bilag_new (attachment, side, base, today);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < bilag->parts->len; i++)
    {
      const LvPart *part = g_ptr_array_index (bilag->parts, i);

      if (part->grid != NULL)
        find_missing (part->grid, side->state, found);
    }
  return g_hash_table_size (found);
}
