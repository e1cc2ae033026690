/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attachment's tables and charts: every number points to the calculation, and charts are native. */
#include "lv-calc.h"

#include "lv-action-table.h"
#include "lv-grid.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

#define HEAD_ROW 3

static gboolean
has_value (const LvCalc *self, const LvGridCell *cell)
{
  return cell->node != NULL && lv_node_present (self->model, cell->node, cell->cell);
}

static void
write_cell (LvCalc *self, const LvGridCell *cell, LvCellPlace at)
{
  LvForm form = { .plan = self->plan, .sheet = LV_CALC_N_SHEETS };
  g_autoptr (GString) formula = g_string_new ("=");

  if (cell->text != NULL)
    lv_workbook_text (self->book, at, cell->text, LV_STYLE_WRAP);
  else if (has_value (self, cell))
    {
      lv_form_slot (&form, cell->node->slot, (guint32) cell->cell, LV_AROUND_ARGUMENT, FALSE, formula);
      lv_workbook_formula (self->book, at, formula->str,
                           lv_state_number (self->state, cell->node, cell->cell), LV_STYLE_NUMBER,
                           lv_node_unit (cell->node)->decimals);
    }
}

/* Tables of words hold numbers of the source that no formula makes; they stand as words do. */
static void
write_plain (LvCalc *self, const LvGridCell *cell, LvCellPlace at)
{
  g_autofree char *text = lv_number_format_da (cell->number, cell->decimals);

  lv_workbook_text (self->book, at, text, LV_STYLE_WRAP);
}

static gboolean
is_words (const LvGrid *grid, guint column)
{
  const LvGridRow *row = grid->rows->len > 0 ? g_ptr_array_index (grid->rows, 0) : NULL;

  return row != NULL && column < row->cells->len
         && g_array_index (row->cells, LvGridCell, column).node == NULL;
}

/* @of, @n: which table of which sheet of the attachment, as passports name it */
static void
write_grid (LvCalc *self, guint sheet, const LvGrid *grid, const LvSheet *of, guint n)
{
  LvCellPlace at = { sheet, HEAD_ROW, 0 };
  gsize widest = 20;
  const char *line = grid->subtitle != NULL ? grid->subtitle : grid->unit;
  g_autofree char *remarked
      = grid->remark != NULL
            ? g_strdup_printf ("%s%s%s", line != NULL ? line : "", line != NULL ? ". " : "", grid->remark)
            : NULL;

  lv_calc_title (self, sheet, grid->title, remarked != NULL ? remarked : line);
  lv_calc_write_passport (self, sheet, of, n);
  lv_workbook_text (self->book, at, grid->first, LV_STYLE_HEADER);
  for (guint i = 0; i < grid->heads->len; i++)
    {
      at.column = i + 1;
      lv_workbook_text (self->book, at, g_ptr_array_index (grid->heads, i),
                        is_words (grid, i) ? LV_STYLE_HEADER : LV_STYLE_HEADER_RIGHT);
    }
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      at = (LvCellPlace){ sheet, HEAD_ROW + 1 + r, 0 };
      lv_workbook_text (self->book, at, row->label, LV_STYLE_WRAP);
      widest = MAX (widest, (gsize) g_utf8_strlen (row->label, -1));
      for (guint c = 0; c < row->cells->len; c++)
        {
          const LvGridCell *cell = &g_array_index (row->cells, LvGridCell, c);

          at.column = c + 1;
          if (cell->node == NULL && cell->text == NULL)
            write_plain (self, cell, at);
          else
            write_cell (self, cell, at);
        }
    }
  lv_workbook_width (self->book, sheet, 0, 0, (double) MIN (widest + 2, 60));
  for (guint i = 0; i < grid->heads->len; i++)
    lv_workbook_width (self->book, sheet, i + 1, i + 1, is_words (grid, i) ? 45 : 16);
  lv_calc_setup (self, sheet, HEAD_ROW, 0, 0);
}

/* Name, values and, where something is missing, that it is. */
static char *
describe (const LvCalc *self, const LvGrid *grid)
{
  GString *out = g_string_new (grid->title);

  if (grid->subtitle != NULL)
    g_string_append_printf (out, ". %s", grid->subtitle);
  for (guint c = 0; c < grid->heads->len; c++)
    {
      g_string_append_printf (out, ". %s: ", (const char *) g_ptr_array_index (grid->heads, c));
      for (guint r = 0; r < grid->rows->len; r++)
        {
          const LvGridRow *row = g_ptr_array_index (grid->rows, r);
          const LvGridCell *cell = &g_array_index (row->cells, LvGridCell, c);
          g_autofree char *text
              = has_value (self, cell)
                    ? lv_text_amount (self->pack, cell->node, lv_state_get (self->state, cell->node, cell->cell))
                    : NULL;

          if (text != NULL)
            g_string_append_printf (out, "%s%s %s", r > 0 ? ", " : "", row->label, text);
        }
    }
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

static LvChartForm
form_of (const LvItem *chart)
{
  static const struct
  {
    const char *kind;
    LvChartForm form;
  } forms[] = { { "columns-stacked", LV_CHART_COLUMNS_STACKED }, { "lines", LV_CHART_LINES },
                { "bars", LV_CHART_BARS },                       { "bars-grouped", LV_CHART_BARS },
                { "bars-stacked", LV_CHART_BARS_STACKED },       { "area", LV_CHART_AREA } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (forms[i].kind, lv_item_get (chart, "kind")) == 0)
      return forms[i].form;
  return LV_CHART_COLUMNS;
}

/* Kinds that a spreadsheet draws by itself; the others stand as tables. */
static gboolean
is_native (const LvItem *chart)
{
  const char *kind = lv_item_get (chart, "kind");

  return g_str_has_prefix (kind, "columns") || g_str_has_prefix (kind, "bars")
         || strcmp (kind, "lines") == 0 || strcmp (kind, "area") == 0;
}

/* A line over stacked columns would be stacked too, so it stays in the table. */
static guint
n_drawn (const LvItem *chart, const LvGrid *grid)
{
  g_auto (GStrv) line = lv_item_get_list (chart, "line");

  if (line == NULL || form_of (chart) == LV_CHART_LINES)
    return grid->heads->len;
  return grid->heads->len - MIN (g_strv_length (line), grid->heads->len - 1);
}

static void
add_chart (LvCalc *self, guint sheet, const LvItem *item, const LvGrid *grid)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (LvChartSeries));
  g_autofree char *alternative = describe (self, grid);

  for (guint c = 0; grid->heads->len > 0 && c < n_drawn (item, grid); c++)
    {
      LvChartSeries one = { .name_row = HEAD_ROW,
                            .first_row = HEAD_ROW + 1,
                            .last_row = HEAD_ROW + grid->rows->len,
                            .categories = 0,
                            .values = c + 1 };

      g_array_append_val (series, one);
    }
  lv_workbook_chart (self->book, (LvCellPlace){ sheet, HEAD_ROW + grid->rows->len + 2, 0 }, form_of (item),
                     grid->title, grid->unit != NULL ? grid->unit : "", alternative, series);
}

/* Plans are not computed; they stand as in the other profile. */
static void
write_plan (LvCalc *self, const LvSheet *of)
{
  g_autoptr (GPtrArray) grids = NULL;

  if (of->pattern == NULL || (of->kind != LV_SHEET_PLAN && of->kind != LV_SHEET_PLAN_STATUS))
    return;
  if (of->kind == LV_SHEET_PLAN)
    {
      grids = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_grid_free);
      g_ptr_array_add (grids, lv_action_table (of, self->state, &self->today));
    }
  else
    grids = lv_action_status_tables (of, self->state, self->base, &self->today);
  for (guint i = 0, n = 0; i < grids->len; i++)
    {
      const LvGrid *grid = g_ptr_array_index (grids, i);

      if (grid->rows->len == 0)
        continue;
      self->has_plan = TRUE;
      write_grid (self, lv_workbook_add_sheet (self->book, grid->title), grid, of, n++);
    }
}

/** Writes a sheet for each table, each chart and each plan of the attachment. */
void
lv_calc_write_charts (LvCalc *self)
{
  const LvAttachment *attachment = self->attachment->detail;

  for (guint i = 0; i < attachment->sheets->len; i++)
    {
      const LvSheet *of = &g_array_index (attachment->sheets, LvSheet, i);
      g_autoptr (LvGrid) grid = of->kind == LV_SHEET_TABLE && of->of != NULL
                                    ? lv_grid_new (of, self->state, self->base)
                                : of->kind == LV_SHEET_CHART && of->of != NULL
                                    ? lv_grid_new_chart (of->of, self->state, self->base) : NULL;
      guint sheet;

      write_plan (self, of);
      if (grid == NULL || grid->rows->len == 0)
        continue;
      sheet = lv_workbook_add_sheet (self->book, of->title != NULL ? of->title : grid->title);
      write_grid (self, sheet, grid, of, 0);
      if (of->kind == LV_SHEET_CHART && is_native (of->of))
        add_chart (self, sheet, of->of, grid);
    }
}
