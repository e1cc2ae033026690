/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a chart as a table: categories down, series beside each other. */
#include "lv-grid.h"

#include "lv-number.h"
#include "lv-text.h"
#include "lv-unlike.h"

#include <math.h>
#include <string.h>

typedef struct
{
  LvGrid *grid;
  const LvModel *model;
  const LvAxis *axis;
  const LvAxis *split;
  guint from, to;
} Build;

/* ID or ID@members of a chart's list; %FALSE where it is no value. */
static gboolean
find_term (const LvModel *model, const char *text, const LvNode **node, LvPlace *place)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  g_autofree char *reason = NULL;

  *node = parts[0] != NULL ? lv_model_find (model, parts[0]) : NULL;
  if (*node == NULL)
    return FALSE;
  lv_place_all (lv_node_shape (*node), place);
  return parts[1] == NULL || lv_place_parse (parts[1], lv_node_shape (*node), place, &reason);
}

/* One column of values: a node, at the members that @cell fixes. */
static void
add_column (Build *self, const LvNode *node, gsize cell, char *head)
{
  const LvShape *shape = lv_node_shape (node);
  int across = self->axis != NULL ? lv_shape_find (shape, self->axis) : -1;

  g_ptr_array_add (self->grid->heads, head);
  for (guint i = 0; i < self->grid->rows->len; i++)
    {
      LvGridRow *row = g_ptr_array_index (self->grid->rows, i);

      lv_grid_add_cell (row, node,
                        cell + (across >= 0 ? (self->from + i) * lv_shape_stride (shape, (guint) across) : 0));
    }
}

/* The members that tell a column from the node's others; of a single one, the node's title. */
static char *
column_head (const LvNode *node, const LvPlace *place, gsize cell, int across)
{
  const LvShape *shape = lv_node_shape (node);
  g_autoptr (GString) head = g_string_new (NULL);

  for (guint i = 0; i < shape->n; i++)
    if ((int) i != across && !lv_place_is_single (place, i))
      g_string_append_printf (
          head, "%s%s", head->len > 0 ? ", " : "",
          lv_axis_member (shape->axis[i], lv_shape_coordinate (shape, cell, i))->title);
  return g_strdup (head->len > 0 ? head->str : lv_node_title (node));
}

static void
add_node (Build *self, const LvNode *node, LvPlace place)
{
  const LvShape *shape = lv_node_shape (node);
  int across = self->axis != NULL ? lv_shape_find (shape, self->axis) : -1;

  g_ptr_array_add (self->grid->nodes, (gpointer) node);
  if (across >= 0)
    place.from[across] = place.to[across] = 0;
  for (gsize cell = 0; cell < lv_shape_cells (shape); cell++)
    if (lv_place_contains (&place, shape, cell))
      add_column (self, node, cell, column_head (node, &place, cell, across));
}

static void
add_list (Build *self, const LvItem *chart, const char *key)
{
  g_auto (GStrv) ids = lv_item_get_list (chart, key);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const LvNode *node;
      LvPlace place;

      if (find_term (self->model, ids[i], &node, &place))
        add_node (self, node, place);
    }
}

/* What charts of all kinds name, in the order of the table's columns. */
static const char *const keys[] = { "series", "also", "low", "high", "x", "y", "a", "b", "line" };

/* The first value may itself be of some members of the axis only. */
static void
narrow_range (Build *self, const LvItem *chart)
{
  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      g_auto (GStrv) ids = lv_item_get_list (chart, keys[k]);
      const LvNode *node;
      LvPlace place;
      int across;

      if (ids == NULL || ids[0] == NULL || !find_term (self->model, ids[0], &node, &place))
        continue;
      across = self->axis != NULL ? lv_shape_find (lv_node_shape (node), self->axis) : -1;
      if (across >= 0)
        {
          self->from = MAX (self->from, place.from[across]);
          self->to = MIN (self->to, place.to[across]);
        }
      return;
    }
}

static void
find_range (Build *self, const LvItem *chart)
{
  const char *from = lv_item_get (chart, "from");
  const char *to = lv_item_get (chart, "to");
  int first = self->axis != NULL && from != NULL ? lv_axis_find (self->axis, from) : 0;
  int last = self->axis != NULL && to != NULL ? lv_axis_find (self->axis, to) : -1;

  self->from = (guint) MAX (first, 0);
  self->to = last >= 0 ? (guint) last : self->axis != NULL ? lv_axis_length (self->axis) - 1 : 0;
  narrow_range (self, chart);
}

/* A chart that names no axis runs along the last axis of its first series. */
static const LvAxis *
find_axis (const LvModel *model, const LvItem *chart)
{
  const char *id = lv_item_get (chart, "axis");
  g_auto (GStrv) series = lv_item_get_list (chart, "series");
  const LvNode *node = NULL;
  LvPlace place;

  if (id != NULL)
    return lv_pack_find_axis (lv_model_pack (model), id);
  if (series == NULL || series[0] == NULL || !find_term (model, series[0], &node, &place)
      || lv_node_shape (node)->n == 0)
    return NULL;
  return lv_node_shape (node)->axis[lv_node_shape (node)->n - 1];
}

static const char *
word (const LvModel *model, const char *name, const char *otherwise)
{
  return lv_text_word (lv_model_pack (model), name, otherwise);
}

static const LvFlow *
flow_of (const LvModel *model, const LvItem *chart)
{
  const char *id = lv_item_get (chart, "flow");
  const LvItem *item = id != NULL ? lv_pack_find_kind (lv_model_pack (model), LV_KIND_FLOW, id) : NULL;

  return item != NULL ? item->detail : NULL;
}

/* "Færre sager; lavere udgift": the boxes that arrows lead to. */
static char *
led_to (const LvFlow *flow, guint from)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < flow->arrows->len; i++)
    {
      const LvArrow *arrow = &g_array_index (flow->arrows, LvArrow, i);

      if (arrow->from == from)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "",
                                g_array_index (flow->boxes, LvBox, arrow->to).text);
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_numbers (const LvFlow *flow)
{
  for (guint i = 0; i < flow->boxes->len; i++)
    if (g_array_index (flow->boxes, LvBox, i).show != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the number that stands in a box, "12 uger" */
static char *
box_text (const LvState *state, const LvBox *box)
{
  const LvModel *model = lv_state_model (state);
  const LvNode *node;
  LvPlace place;
  gssize cell = -1;
  LvValue value;
  g_autofree char *term = box->show != NULL ? g_strdup_printf ("%s@%s", box->show->id, box->members) : NULL;

  if (term == NULL || !find_term (model, term, &node, &place) || !lv_place_next (&place, lv_node_shape (node), &cell))
    return g_strdup (word (model, "xl-no-remark", "none"));
  value = lv_state_get (state, node, (gsize) cell);
  if (value.status == LV_STATUS_MISSING)
    return g_strdup (word (model, "xl-not-stated", "not stated"));
  return lv_text_amount (lv_model_pack (model), node, value);
}

/* A row for each box, with its number where any has one, and with those that it leads to. */
static LvGrid *
flow_grid (const LvState *state, const LvFlow *flow, const char *title)
{
  const LvModel *model = lv_state_model (state);
  LvGrid *grid = lv_grid_empty (title, word (model, "xl-box", "Step"));
  gboolean with_numbers = has_numbers (flow);

  if (with_numbers)
    g_ptr_array_add (grid->heads, g_strdup (word (model, "analysis-number", "Number")));
  g_ptr_array_add (grid->heads, g_strdup (word (model, "xl-leads-to", "Leads to")));
  for (guint i = 0; i < flow->boxes->len; i++)
    {
      const LvBox *box = &g_array_index (flow->boxes, LvBox, i);
      LvGridRow *row = lv_grid_add_row (grid, g_strdup (box->text), NULL);
      g_autofree char *number = box_text (state, box);
      g_autofree char *to = led_to (flow, i);

      if (with_numbers)
        lv_grid_add_text (row, number);
      lv_grid_add_text (row, to[0] != '\0' ? to : word (model, "xl-leads-nowhere", "nothing more"));
    }
  return grid;
}

/* --- Numbers of no axis, and levels */

/* One row of several numbers is read better as a column. */
static void
transpose (LvGrid *self, const LvModel *model)
{
  g_autoptr (GPtrArray) heads = g_steal_pointer (&self->heads);
  g_autoptr (GPtrArray) rows = g_steal_pointer (&self->rows);
  const LvGridRow *old = g_ptr_array_index (rows, 0);
  g_autoptr (LvGrid) empty = lv_grid_empty ("", "");

  self->heads = g_steal_pointer (&empty->heads);
  self->rows = g_steal_pointer (&empty->rows);
  empty->heads = g_ptr_array_new ();
  empty->rows = g_ptr_array_new ();
  g_ptr_array_add (self->heads, g_strdup (word (model, "xl-value", "Value")));
  for (guint i = 0; i < heads->len; i++)
    {
      const LvGridCell *cell = &g_array_index (old->cells, LvGridCell, i);

      lv_grid_add_cell (lv_grid_add_row (self, g_strdup (g_ptr_array_index (heads, i)), cell->node), cell->node, cell->cell);
    }
}

/* "Enhedsudgift: 1 lav, 2 gennemsnit, 3 høj." */
static void
append_levels (GString *out, const LvModel *model, const LvItem *chart, const char *term, const char *levels)
{
  g_auto (GStrv) names = lv_item_get_list (chart, levels);
  const char *id = lv_item_get (chart, term);
  const LvNode *node = NULL;
  LvPlace place;

  if (names == NULL || names[0] == NULL || id == NULL || !find_term (model, id, &node, &place))
    return;
  g_string_append_printf (out, "%s%s: ", out->len > 0 ? " " : "", lv_node_title (node));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *small = g_utf8_strdown (names[i], -1);

      g_string_append_printf (out, "%s%u %s", i > 0 ? ", " : "", i + 1, small);
    }
  g_string_append_c (out, '.');
}

/* What is unlike, and what the numbers of levels mean. */
static char *
remark_of (const LvGrid *self, const LvModel *model, const LvItem *chart)
{
  g_autofree char *unlike = lv_unlike_text (model, self->nodes, lv_item_get (chart, "x") != NULL);
  g_autoptr (GString) out = g_string_new (unlike);

  append_levels (out, model, chart, "x", "x-levels");
  append_levels (out, model, chart, "y", "y-levels");
  return out->len > 0 ? g_strdup (out->str) : NULL;
}

static void
add_member_row (const Build *self, guint index, const char *title)
{
  const LvMember *member = self->axis != NULL ? lv_axis_member (self->axis, index) : NULL;
  LvGridRow *row = lv_grid_add_row (self->grid, g_strdup (member != NULL ? member->title : title), NULL);

  if (member != NULL && self->axis->kind == LV_AXIS_MONTHS)
    row->id = g_strdup (member->id);
}

/**
 * lv_grid_new_chart:
 * @chart: an item of kind chart
 *
 * Returns: (transfer full): what it draws, in the order of its series, what stands beside them and
 *   its line last
 */
LvGrid *
lv_grid_new_chart (const LvItem *chart, const LvState *state, const LvState *base)
{
  const LvModel *model = lv_state_model (state);
  g_autofree char *title = lv_grid_item_title (chart, state, base);
  const LvFlow *flow = flow_of (model, chart);
  Build self = { .model = model, .axis = find_axis (model, chart) };

  if (flow != NULL)
    return flow_grid (state, flow, title);
  self.grid = lv_grid_empty (title, self.axis != NULL ? self.axis->title : word (model, "xl-content", "Content"));
  self.grid->subtitle = g_strdup (lv_item_get (chart, "subtitle"));
  find_range (&self, chart);
  for (guint m = self.from; m <= self.to; m++)
    add_member_row (&self, m, title);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    add_list (&self, chart, keys[i]);
  if (self.axis == NULL && self.grid->rows->len == 1 && self.grid->heads->len > 1)
    transpose (self.grid, model);
  self.grid->remark = remark_of (self.grid, model, chart);
  lv_grid_settle_unit (self.grid, lv_model_pack (model));
  return self.grid;
}

/* --- The grundprognose beside a scenario */

/* With more columns than these the grundprognose gets rows of its own, unless there are too many of them. */
#define MOST_COLUMNS 7
#define MOST_ROWS 30

static gboolean
differs (const LvGridCell *cell, const LvState *state, const LvState *base)
{
  double now = cell->node != NULL ? lv_state_number (state, cell->node, cell->cell) : NAN;
  double before = cell->node != NULL ? lv_state_number (base, cell->node, cell->cell) : NAN;

  return isnan (now) || isnan (before) ? isnan (now) != isnan (before) : !lv_number_equal (now, before);
}

static const LvGridCell *
cell_of (const LvGrid *self, guint row, guint column)
{
  const GArray *cells = ((const LvGridRow *) g_ptr_array_index (self->rows, row))->cells;

  return column < cells->len ? &g_array_index (cells, LvGridCell, column) : NULL;
}

/* Whether the scenario moves a number of the column; where the grundprognose has none, the figure does not show it. */
static gboolean
column_moves (const LvGrid *self, guint column, const LvState *state, const LvState *base)
{
  gboolean any = FALSE;
  gboolean known = FALSE;

  for (guint r = 0; r < self->rows->len; r++)
    {
      const LvGridCell *cell = cell_of (self, r, column);

      if (cell == NULL || cell->node == NULL)
        continue;
      any = any || differs (cell, state, base);
      known = known || !isnan (lv_state_number (base, cell->node, cell->cell));
    }
  return any && known;
}

static gboolean
row_moves (const LvGrid *self, guint row, const gboolean *moves, const LvState *state, const LvState *base)
{
  for (guint c = 0; c < self->heads->len; c++)
    if (moves[c] && cell_of (self, row, c) != NULL && differs (cell_of (self, row, c), state, base))
      return TRUE;
  return FALSE;
}

static char *
name_in (const LvModel *model, const char *name, const char *otherwise, const char *text)
{
  return lv_text_fill (word (model, name, otherwise), &text, 1);
}

static LvGridCell
copy_cell (const LvGridCell *cell, gboolean of_base)
{
  LvGridCell copy = *cell;

  copy.text = g_strdup (cell->text);
  copy.of_base = of_base;
  return copy;
}

/* The column at @column becomes two: the grundprognose's, then the scenario's. */
static void
split_column (LvGrid *self, guint column, const LvModel *model)
{
  g_autofree char *head = self->heads->pdata[column];

  self->heads->pdata[column] = name_in (model, "xl-in-scenario", "{1}, scenario", head);
  g_ptr_array_insert (self->heads, (int) column, name_in (model, "xl-in-baseline", "{1}, baseline", head));
  for (guint r = 0; r < self->rows->len; r++)
    if (cell_of (self, r, column) != NULL)
      {
        LvGridCell cell = copy_cell (cell_of (self, r, column), TRUE);

        g_array_insert_val (((LvGridRow *) g_ptr_array_index (self->rows, r))->cells, column, cell);
      }
}

/* The row at @index becomes two. */
static void
split_row (LvGrid *self, guint index, const LvModel *model)
{
  LvGridRow *row = g_ptr_array_index (self->rows, index);
  g_autofree char *label = row->label;
  LvGridRow *before = lv_grid_add_row (self, name_in (model, "xl-in-baseline", "{1}, baseline", label), row->node);

  row->label = name_in (model, "xl-in-scenario", "{1}, scenario", label);
  before->note = row->note;
  for (guint c = 0; c < row->cells->len; c++)
    {
      LvGridCell cell = copy_cell (&g_array_index (row->cells, LvGridCell, c), TRUE);

      g_array_append_val (before->cells, cell);
    }
  g_ptr_array_insert (self->rows, (int) index, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
}

/**
 * lv_grid_add_baseline:
 *
 * Puts the numbers of the grundprognose before those that the scenario moves, as the figure shows both: in columns of their
 * own, or where these would be too many in rows.
 */
void
lv_grid_add_baseline (LvGrid *self, const LvState *state, const LvState *base)
{
  const LvModel *model = lv_state_model (state);
  g_autofree gboolean *moves = g_new0 (gboolean, self->heads->len + 1);
  guint n = self->heads->len;

  for (guint c = 0; state != base && c < self->heads->len; c++)
    n += moves[c] = column_moves (self, c, state, base);
  if (n > MOST_COLUMNS && self->rows->len <= MOST_ROWS)
    {
      for (guint r = self->rows->len; r > 0; r--)
        if (row_moves (self, r - 1, moves, state, base))
          split_row (self, r - 1, model);
      return;
    }
  for (guint c = self->heads->len; c > 0; c--)
    if (moves[c - 1])
      split_column (self, c - 1, model);
}
