/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a chart as a table: categories down, series beside each other. */
#include "lv-grid.h"

#include "lv-text.h"

#include <string.h>

typedef struct
{
  LvGrid *grid;
  const LvModel *model;
  const LvAxis *axis;
  const LvAxis *split;
  guint from, to;
} Build;

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

static void
add_node (Build *self, const LvNode *node)
{
  const LvShape *shape = lv_node_shape (node);
  int across = self->axis != NULL ? lv_shape_find (shape, self->axis) : -1;

  g_ptr_array_add (self->grid->nodes, (gpointer) node);
  for (gsize cell = 0; cell < lv_shape_cells (shape); cell++)
    {
      g_autoptr (GString) head = g_string_new (NULL);

      if (across >= 0 && lv_shape_coordinate (shape, cell, (guint) across) != 0)
        continue;
      for (guint i = 0; i < shape->n; i++)
        if ((int) i != across)
          g_string_append_printf (
              head, "%s%s", head->len > 0 ? ", " : "",
              lv_axis_member (shape->axis[i], lv_shape_coordinate (shape, cell, i))->title);
      add_column (self, node, cell,
                  g_strdup (head->len > 0 ? head->str : lv_node_title (node)));
    }
}

static void
add_list (Build *self, const LvItem *chart, const char *key)
{
  g_auto (GStrv) ids = lv_item_get_list (chart, key);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (ids[i], "@", 2);
      const LvNode *node = lv_model_find (self->model, parts[0]);

      if (node != NULL)
        add_node (self, node);
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
}

/* A chart that names no axis runs along the last axis of its first series. */
static const LvAxis *
find_axis (const LvModel *model, const LvItem *chart)
{
  const char *id = lv_item_get (chart, "axis");
  g_auto (GStrv) series = lv_item_get_list (chart, "series");
  const LvNode *node = series != NULL && series[0] != NULL ? lv_model_find (model, series[0]) : NULL;

  if (id != NULL)
    return lv_pack_find_axis (lv_model_pack (model), id);
  if (node == NULL || lv_node_shape (node)->n == 0)
    return NULL;
  return lv_node_shape (node)->axis[lv_node_shape (node)->n - 1];
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
  Build self = { .model = model, .axis = find_axis (model, chart) };

  self.grid = lv_grid_empty (title, self.axis != NULL ? self.axis->title : "");
  self.grid->subtitle = g_strdup (lv_item_get (chart, "subtitle"));
  find_range (&self, chart);
  for (guint m = self.from; m <= self.to; m++)
    lv_grid_add_row (self.grid, g_strdup (self.axis != NULL ? lv_axis_member (self.axis, m)->title : title),
                     NULL);
  add_list (&self, chart, "series");
  add_list (&self, chart, "also");
  add_list (&self, chart, "line");
  lv_grid_settle_unit (self.grid, lv_model_pack (model));
  return self.grid;
}
