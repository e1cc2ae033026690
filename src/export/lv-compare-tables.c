/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios beside each other as tables of an attachment, from the same comparison that the window shows. */
#include "lv-compare-tables-private.h"

#include "lv-catalogue.h"
#include "lv-chart-words.h"
#include "lv-id.h"
#include "lv-measure-effect.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

/** Returns: (transfer full): a table of one column that holds a sentence */
LvGrid *
lv_compare_sentence_table (const LvPack *pack, const char *title, const char *text)
{
  LvGrid *grid = lv_grid_empty (title, lv_text_word (pack, "xl-text", "Text"));

  lv_grid_add_row (grid, g_strdup (text), NULL);
  return grid;
}

static const LvPack *
pack_of (const LvSides *sides)
{
  return lv_model_pack (lv_state_model (sides->side[0].state));
}

static const char *
word (const LvSides *sides, const char *name)
{
  g_autofree char *id = g_strconcat ("compare-", name, NULL);

  return lv_text_word (pack_of (sides), id, name);
}

/* So many scenarios have room for their differences beside them, and for columns in groups. */
#define FEW_SIDES 3

static const char *
title_of (const LvSheet *sheet, const char *otherwise)
{
  return sheet->title != NULL ? sheet->title : otherwise;
}

/* --- Values */

static void
add_number (const LvSides *sides, LvGridRow *row, const LvNode *node, double number, LvStatus status)
{
  LvGridCell cell = { .decimals = MAX (lv_node_unit (node)->decimals, 0) };

  if (isnan (number))
    cell.text = g_strdup (status == LV_STATUS_ABSENT ? lv_text_word (pack_of (sides), "xl-absent", "not included")
                                                     : lv_text_word (pack_of (sides), "xl-not-stated", "not stated"));
  else
    cell.number = lv_text_as_shown (node, number);
  g_array_append_val (row->cells, cell);
}

static void
add_heads (const LvSides *sides, LvGrid *grid, guint from)
{
  for (guint s = from; s < sides->n; s++)
    g_ptr_array_add (grid->heads, g_strdup (sides->side[s].title));
}

static LvCompare *
compare_new (const LvSheet *sheet, const LvSides *sides)
{
  LvCompare *compare = lv_compare_new (sides->side, sides->n);
  const LvModel *model = lv_state_model (sides->side[0].state);
  g_auto (GStrv) list = g_strsplit (sheet->pattern != NULL ? sheet->pattern : "", ";", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_strstrip (list[i]), "@", 2);
      const LvNode *node = parts[0] != NULL ? lv_model_find (model, parts[0]) : NULL;
      g_autofree char *reason = NULL;
      LvPlace place;

      if (node != NULL && lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (node), &place, &reason))
        lv_compare_add (compare, node, &place);
    }
  return compare;
}

/* Where the numbers of a table have more than one unit, each row says its own. */
static void
settle_units (const LvSides *sides, LvGrid *grid, const LvCompare *compare)
{
  lv_grid_settle_unit (grid, pack_of (sides));
  if (grid->unit != NULL)
    return;
  g_ptr_array_insert (grid->heads, 0, g_strdup (lv_text_word (pack_of (sides), "xl-unit", "Unit")));
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvCompareRow *from = g_ptr_array_index (compare->rows, r);
      LvGridRow *row = g_ptr_array_index (grid->rows, r);
      LvGridCell cell = { .text = lv_unit_text (pack_of (sides), from->node) };

      g_array_insert_val (row->cells, 0, cell);
    }
}

static void
add_nodes (LvGrid *grid, const LvCompare *compare)
{
  for (guint i = 0; i < compare->rows->len; i++)
    {
      const LvCompareRow *row = g_ptr_array_index (compare->rows, i);

      if (!g_ptr_array_find (grid->nodes, row->node, NULL))
        g_ptr_array_add (grid->nodes, (gpointer) row->node);
    }
}

static void
add_difference_heads (const LvSides *sides, LvGrid *grid)
{
  for (guint s = 1; s < sides->n; s++)
    g_ptr_array_add (grid->heads,
                     lv_text_fill (word (sides, "difference-head"),
                                   (const char *const[]){ sides->side[s].title, sides->side[0].title }, 2));
}

/* @with_differences: beside the values; where there are many sides they have a table of their own */
static LvGrid *
values_of (const LvSheet *sheet, const LvSides *sides, const LvCompare *compare, gboolean with_differences)
{
  LvGrid *grid = lv_grid_empty (title_of (sheet, lv_text_word (pack_of (sides), "analysis-numbers", "Numbers")),
                                lv_text_word (pack_of (sides), "analysis-number", "Number"));

  add_heads (sides, grid, 0);
  if (with_differences)
    add_difference_heads (sides, grid);
  for (guint i = 0; i < compare->rows->len; i++)
    {
      const LvCompareRow *from = g_ptr_array_index (compare->rows, i);
      LvGridRow *row = lv_grid_add_row (grid, g_strdup (from->title), NULL);

      for (guint s = 0; s < sides->n; s++)
        add_number (sides, row, from->node, from->cells[s].value.number, from->cells[s].value.status);
      for (guint s = 1; with_differences && s < sides->n; s++)
        add_number (sides, row, from->node, from->cells[s].shown, from->cells[s].value.status);
    }
  add_nodes (grid, compare);
  settle_units (sides, grid, compare);
  return grid;
}

/* "Merforbrug: forskel til Grundprognose" */
static LvGrid *
differences_of (const LvSheet *sheet, const LvSides *sides, const LvCompare *compare)
{
  const char *args[] = { title_of (sheet, lv_text_word (pack_of (sides), "analysis-numbers", "Numbers")),
                         sides->side[0].title };
  g_autofree char *title = lv_text_fill (word (sides, "difference-title"), args, G_N_ELEMENTS (args));
  LvGrid *grid = lv_grid_empty (title, lv_text_word (pack_of (sides), "analysis-number", "Number"));

  add_heads (sides, grid, 1);
  for (guint i = 0; i < compare->rows->len; i++)
    {
      const LvCompareRow *from = g_ptr_array_index (compare->rows, i);
      LvGridRow *row = lv_grid_add_row (grid, g_strdup (from->title), NULL);

      for (guint s = 1; s < sides->n; s++)
        add_number (sides, row, from->node, from->cells[s].shown, from->cells[s].value.status);
    }
  add_nodes (grid, compare);
  settle_units (sides, grid, compare);
  return grid;
}

/* --- Measures */

static gboolean
is_of (const char *patterns, const char *id)
{
  g_auto (GStrv) list = g_strsplit (patterns != NULL ? patterns : "*", ";", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (lv_id_matches (list[i], id))
      return TRUE;
  return FALSE;
}

static const LvItem *
own_measure (const LvSide *side, const LvItem *measure)
{
  return lv_pack_find_kind (lv_model_pack (lv_state_model (side->state)), LV_KIND_MEASURE, measure->id);
}

static gboolean
is_on (const LvSide *side, const LvItem *measure)
{
  const LvItem *own = own_measure (side, measure);

  return own != NULL && lv_measure_is_on (side->state, own);
}

static gboolean
on_somewhere (const LvSides *sides, const LvItem *measure)
{
  for (guint s = 0; s < sides->n; s++)
    if (is_on (&sides->side[s], measure))
      return TRUE;
  return FALSE;
}

/* Measures that are on in some scenario, in the order of the pack; those of other files than the first's come last. */
static GPtrArray *
measures_of (const LvSheet *sheet, const LvSides *sides)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint s = 0; s < sides->n; s++)
    {
      const LvPack *pack = lv_model_pack (lv_state_model (sides->side[s].state));
      const GPtrArray *measures = lv_pack_items (pack, LV_KIND_MEASURE);

      for (guint i = 0; i < measures->len; i++)
        {
          LvItem *item = g_ptr_array_index (measures, i);

          if (item->detail != NULL && is_of (sheet->pattern, item->id) && g_hash_table_add (seen, item->id)
              && on_somewhere (sides, item))
            g_ptr_array_add (found, item);
        }
    }
  return found;
}

static LvGrid *
measures_table (const LvSheet *sheet, const LvSides *sides)
{
  g_autoptr (GPtrArray) measures = measures_of (sheet, sides);
  const char *title = title_of (sheet, lv_catalogue_word (pack_of (sides), "measures"));
  LvGrid *grid;

  if (measures->len == 0)
    return lv_compare_sentence_table (pack_of (sides), title, word (sides, "no-measures"));
  grid = lv_grid_empty (title, lv_catalogue_word (pack_of (sides), "measure"));
  add_heads (sides, grid, 0);
  for (guint i = 0; i < measures->len; i++)
    {
      const LvItem *measure = g_ptr_array_index (measures, i);
      LvGridRow *row = lv_grid_add_row (grid, g_strdup (measure->title), NULL);

      for (guint s = 0; s < sides->n; s++)
        {
          const LvItem *own = own_measure (&sides->side[s], measure);
          g_autofree char *text = own != NULL ? lv_catalogue_in_scenario (sides->side[s].state, own)
                                              : g_strdup (lv_text_word (pack_of (sides), "xl-absent", "not included"));

          lv_grid_add_text (row, text);
        }
    }
  return grid;
}

/**
 * lv_compare_tables:
 * @sheet: a sheet that compares
 * @sides: at least two
 *
 * Returns: (transfer full) (element-type LvGrid): its tables; one without heads holds a sentence
 */
GPtrArray *
lv_compare_tables (const LvSheet *sheet, const LvSides *sides)
{
  GPtrArray *grids = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_grid_free);
  g_autoptr (LvCompare) compare = NULL;

  if (sheet->kind == LV_SHEET_COMPARE_INPUTS)
    g_ptr_array_add (grids, lv_compare_inputs_table (sheet, sides));
  else if (sheet->kind == LV_SHEET_COMPARE_MEASURES)
    g_ptr_array_add (grids, measures_table (sheet, sides));
  else
    {
      compare = compare_new (sheet, sides);
      g_ptr_array_add (grids, values_of (sheet, sides, compare,
                                         sheet->kind == LV_SHEET_COMPARE && sides->n <= FEW_SIDES));
      if (sheet->kind == LV_SHEET_COMPARE && sides->n > FEW_SIDES)
        g_ptr_array_add (grids, differences_of (sheet, sides, compare));
    }
  return grids;
}

/* --- The picture */

static char *
format_cb (double value, int decimals, gpointer user_data)
{
  return lv_number_format_da (value, decimals);
}

static LvFigure *
figure_new (const LvSheet *sheet, const LvSides *sides, const LvNode *node)
{
  const LvPack *pack = pack_of (sides);
  const LvUnit *unit = lv_node_unit (node);
  const char *language = lv_pack_head (pack, "language");
  g_autofree char *subtitle = lv_unit_text (pack, node);
  LvFigure *figure = lv_figure_new (sides->n > FEW_SIDES ? LV_FIGURE_LINES : LV_FIGURE_COLUMNS_GROUPED);

  lv_figure_set_title (figure, title_of (sheet, lv_node_title (node)));
  lv_figure_set_subtitle (figure, subtitle);
  lv_figure_set_unit (figure, unit->plural, MAX (unit->decimals, 0));
  lv_figure_set_language (figure, language != NULL ? language : "da");
  lv_figure_set_format (figure, format_cb, NULL, NULL);
  lv_chart_set_words (figure, pack);
  return figure;
}

static LvFigureStatus
figure_status (double number, LvStatus status)
{
  if (!isnan (number))
    return LV_FIGURE_DERIVED;
  return status == LV_STATUS_ABSENT ? LV_FIGURE_ABSENT : LV_FIGURE_MISSING;
}

/* The member of the last axis that a row is of. */
static const char *
category_of (const LvCompareRow *row)
{
  const LvShape *shape = lv_node_shape (row->node);

  if (shape->n == 0)
    return row->title;
  return lv_axis_member (shape->axis[shape->n - 1], lv_shape_coordinate (shape, row->cell, shape->n - 1))->title;
}

/**
 * lv_compare_figure:
 *
 * Returns: (transfer full) (nullable): the value of @sheet with the scenarios beside each other along its last axis, frozen
 */
LvFigure *
lv_compare_figure (const LvSheet *sheet, const LvSides *sides)
{
  g_autoptr (LvCompare) compare = compare_new (sheet, sides);
  LvFigure *figure;

  if (compare->rows->len == 0)
    return NULL;
  figure = figure_new (sheet, sides, ((const LvCompareRow *) g_ptr_array_index (compare->rows, 0))->node);
  for (guint i = 0; i < compare->rows->len; i++)
    lv_figure_add_category (figure, category_of (g_ptr_array_index (compare->rows, i)), NULL, LV_FIGURE_PERIOD_NONE);
  for (guint s = 0; s < sides->n; s++)
    {
      g_autofree char *id = g_strdup_printf ("side.%u", s + 1);
      int series = lv_figure_add_series (figure, id, sides->side[s].title, LV_FIGURE_BASELINE, LV_FIGURE_MARK);

      for (guint i = 0; i < compare->rows->len; i++)
        {
          const LvCompareRow *row = g_ptr_array_index (compare->rows, i);
          LvValue value = row->cells[s].value;

          lv_figure_set_value (figure, series, (int) i, value.number, figure_status (value.number, value.status));
        }
    }
  lv_figure_freeze (figure);
  return figure;
}
