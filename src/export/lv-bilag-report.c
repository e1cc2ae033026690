/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an attachment in a report. */
#include "lv-bilag-private.h"

#include "lv-action-table.h"
#include "lv-chart-build.h"
#include "lv-number.h"

#include <math.h>

static char *
cell_text (const LvBilag *self, const LvGridCell *cell)
{
  LvValue value;

  if (cell->text != NULL)
    return g_strdup (cell->text);
  if (cell->node == NULL)
    return lv_number_format_da (cell->number, cell->decimals);
  value = lv_state_get (self->state, cell->node, cell->cell);
  return isnan (value.number) ? g_strdup (lv_bilag_missing (self, value.status))
                              : lv_number_format_da (value.number, lv_node_unit (cell->node)->decimals);
}

static gboolean
is_number (const LvGrid *grid, guint column)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      if (column < row->cells->len && g_array_index (row->cells, LvGridCell, column).text == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_row (LvBilag *self, const LvGrid *grid, const LvGridRow *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, lv_bilag_with_note (self, row->label, row->note));
  for (guint c = 0; c < row->cells->len && c < grid->heads->len; c++)
    g_ptr_array_add (cells, cell_text (self, &g_array_index (row->cells, LvGridCell, c)));
  g_ptr_array_add (cells, NULL);
  lv_report_row (self->report, (const char *const *) cells->pdata);
}

/** Writes a table under a heading of @level; with the unit that all its numbers share above it. */
void
lv_bilag_report_table (LvBilag *self, const LvGrid *grid, const char *name, gboolean with_unit, guint level)
{
  g_autoptr (GPtrArray) heads = lv_bilag_heads (self, grid, FALSE);

  if (name[0] != '\0')
    lv_report_heading (self->report, level, name);
  lv_report_table (self->report, with_unit ? grid->unit : NULL);
  for (guint i = 0; i < heads->len; i++)
    lv_report_column (self->report, g_ptr_array_index (heads, i), i > 0 && is_number (grid, i - 1));
  for (guint r = 0; r < grid->rows->len; r++)
    add_row (self, grid, g_ptr_array_index (grid->rows, r));
}

/** Returns: whether the chart is one that is drawn; else its table stands in its place */
gboolean
lv_bilag_report_figure (LvBilag *self, const LvSheet *sheet, const LvGrid *grid)
{
  g_autoptr (LvChart) chart = lv_chart_new (sheet->of, self->base, NULL);

  if (chart == NULL)
    return FALSE;
  lv_chart_set_today (chart, &self->today);
  lv_report_heading (self->report, 2, sheet->title != NULL ? sheet->title : grid->title);
  lv_report_figure (self->report, lv_chart_make_figure (chart, self->state, self->base, NULL), 0);
  return TRUE;
}

/** Writes sentences as paragraphs. */
void
lv_bilag_report_words (LvBilag *self, const LvGrid *grid)
{
  lv_report_heading (self->report, 2, grid->title);
  for (guint r = 0; r < grid->rows->len; r++)
    lv_report_paragraph (self->report, ((const LvGridRow *) g_ptr_array_index (grid->rows, r))->label);
}

/** Writes a plan track by track. */
void
lv_bilag_report_plan (LvBilag *self, const LvSheet *sheet, const char *title)
{
  g_autoptr (GPtrArray) grids = lv_action_tables (sheet, self->state, &self->today);

  lv_report_heading (self->report, 2, title);
  for (guint i = 0; i < grids->len; i++)
    {
      const LvGrid *grid = g_ptr_array_index (grids, i);

      lv_bilag_report_table (self, grid, grid->title, FALSE, 3);
    }
}

/** Writes the sources in small print, a line each. */
void
lv_bilag_report_sources (LvBilag *self)
{
  static const char *const keys[] = { "publisher", "date" };

  for (guint i = 0; i < self->sources->len; i++)
    {
      const LvItem *item = g_ptr_array_index (self->sources, i);
      g_autoptr (GString) text = g_string_new (lv_bilag_word (self, "source", "Source"));

      g_string_append_printf (text, ": %s", item->title);
      for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
        if (lv_item_get (item, keys[k]) != NULL)
          g_string_append_printf (text, ", %s", lv_item_get (item, keys[k]));
      lv_report_note (self->report, text->str);
    }
}
