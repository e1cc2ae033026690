/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the pack to nodes: one for every series, parameter, formula and side of a check. */
#include "lv-model-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
piece_clear (gpointer data)
{
  LvNodePiece *piece = data;

  lv_expr_free (piece->expr);
  g_free (piece->key);
}

void
lv_node_free (gpointer data)
{
  LvNode *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->defaults);
  g_free (self->flags);
  g_clear_pointer (&self->watchers, g_array_unref);
  if (self->base == NULL)
    g_clear_pointer (&self->pieces, g_array_unref);
  g_array_unref (self->uses);
  g_free (self);
}

static const LvEntry *
find_entry (const LvItem *item, guint line, const char *key)
{
  for (guint i = 0; item != NULL && i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (line > 0 ? entry->line == line : g_strcmp0 (entry->key, key) == 0)
        return entry;
    }
  return NULL;
}

/**
 * lv_model_fault:
 * @item: (nullable): the group that is wrong
 * @line: the line in it, or 0 for that of @key, or else that of the header
 * @key: (nullable): what is wrong in it; the members after @ are added from the file
 *
 * Records a problem.
 */
void
lv_model_fault (LvModel *self, const LvItem *item, guint line, const char *key, const char *format, ...)
{
  const LvEntry *entry = key != NULL ? find_entry (item, line, key) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *group = item != NULL ? lv_item_group (item) : NULL;
  g_autofree char *whole = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (entry != NULL && entry->argument != NULL)
    whole = g_strconcat (entry->key, "@", entry->argument, NULL);
  if (line == 0 && item != NULL)
    line = entry != NULL ? entry->line : item->line;
  lv_problems_add (self->problems, item != NULL ? item->file : NULL, line, group,
                   whole != NULL ? whole : key, "%s", text);
}

/** Returns: (transfer none): a new node called @id */
LvNode *
lv_graph_add (LvModel *self, const char *id, LvNodeKind kind, LvItem *item)
{
  LvNode *node = g_new0 (LvNode, 1);

  node->index = self->nodes->len;
  node->id = g_strdup (id);
  node->title = g_strdup (item != NULL && item->title != NULL ? item->title : id);
  node->item = item;
  node->kind = kind;
  node->input = LV_NONE;
  node->printed_slot = LV_NONE;
  node->to = G_MAXUINT;
  node->type.factor = (LvFactor){ 1, 1 };
  node->unit = lv_units_get_number (self->units);
  node->uses = g_array_new (FALSE, FALSE, sizeof (LvUse));
  g_ptr_array_add (self->nodes, node);
  if (!g_hash_table_contains (self->by_id, node->id))
    g_hash_table_insert (self->by_id, node->id, node);
  return node;
}

/** Returns: (transfer none): a new input; its defaults are all missing */
LvNode *
lv_graph_add_input (LvModel *self, const char *id, LvItem *item, const LvShape *shape)
{
  LvNode *node = lv_graph_add (self, id, LV_NODE_INPUT, item);
  gsize cells = lv_shape_cells (shape);

  node->type.shape = *shape;
  node->has_axes = TRUE;
  node->input = self->inputs->len;
  node->defaults = g_new (double, cells);
  node->flags = g_new0 (guint8, cells);
  for (gsize i = 0; i < cells; i++)
    node->defaults[i] = NAN;
  g_ptr_array_add (self->inputs, node);
  return node;
}

static void
set_unit (LvNode *node, const LvUnit *unit)
{
  if (unit == NULL)
    return;
  node->unit = unit;
  node->type.dimension = unit->dimension;
  node->type.factor = unit->factor;
}

/** Adds an expression to a formula. @expr: (transfer full) */
LvNodePiece *
lv_node_add_piece (LvNode *self, LvExpr *expr, const char *key, guint line)
{
  LvNodePiece piece = { .rest = TRUE, .expr = expr, .key = g_strdup (key), .line = line };

  if (self->pieces == NULL)
    {
      self->pieces = g_array_new (FALSE, TRUE, sizeof (LvNodePiece));
      g_array_set_clear_func (self->pieces, piece_clear);
    }
  g_array_append_val (self->pieces, piece);
  return &g_array_index (self->pieces, LvNodePiece, self->pieces->len - 1);
}

static void
add_series (LvModel *self, LvItem *item)
{
  const LvSeries *series = item->detail;
  LvNode *node = lv_graph_add_input (self, item->id, item, &series->shape);
  gsize cells = lv_shape_cells (&series->shape);

  node->series = series;
  node->printed = series->printed;
  node->type.attributes = series->attributes;
  set_unit (node, series->unit);
  memcpy (node->defaults, series->values, cells * sizeof (double));
  for (gsize i = 0; i < cells; i++)
    if (series->status[i] == LV_STATUS_NOT_APPLICABLE)
      node->flags[i] = LV_FLAG_NOT_APPLICABLE;
}

static void
add_parameter (LvModel *self, LvItem *item)
{
  const LvParameter *parameter = item->detail;
  LvNode *node = lv_graph_add_input (self, item->id, item, &parameter->shape);

  node->parameter = parameter;
  node->type.attributes = parameter->attributes;
  node->type.is_switch = parameter->input == LV_INPUT_SWITCH;
  node->lever = parameter->role == LV_ROLE_LEVER;
  set_unit (node, parameter->unit);
  memcpy (node->defaults, parameter->defaults,
          lv_shape_cells (&parameter->shape) * sizeof (double));
}

static void
add_formula (LvModel *self, LvItem *item)
{
  const LvFormula *formula = item->detail;
  LvNode *node = lv_graph_add (self, item->id, LV_NODE_FORMULA, item);

  node->formula = formula;
  node->has_axes = formula->has_axes;
  node->type.shape = formula->shape;
  node->declared = formula->attributes;
  node->type.attributes = formula->attributes;
  memcpy (node->across, formula->across, sizeof node->across);
  set_unit (node, formula->unit);
  for (guint i = 0; i < formula->pieces->len; i++)
    {
      const LvPiece *from = &g_array_index (formula->pieces, LvPiece, i);
      LvNodePiece *piece;

      if (from->expr == NULL)
        {
          node->broken = TRUE;
          continue;
        }
      piece = lv_node_add_piece (node, lv_expr_copy (from->expr), from->key, from->line);
      piece->rest = from->rest;
      piece->place = from->place;
    }
  if (node->pieces == NULL || formula->unit == NULL)
    node->broken = TRUE;
}

static LvNode *
add_side (LvModel *self, LvItem *item, const char *side, const LvExpr *expr, guint line)
{
  g_autofree char *id = g_strconcat (item->id, "#", side, NULL);
  LvNode *node = lv_graph_add (self, id, LV_NODE_FORMULA, item);

  if (expr == NULL)
    {
      node->broken = TRUE;
      return node;
    }
  lv_node_add_piece (node, lv_expr_copy (expr), side, line);
  node->unit = NULL; /* taken from its expression */
  for (LvAttribute i = 0; i < LV_N_ATTRIBUTES; i++)
    node->across[i] = i != LV_ATTRIBUTE_PRICE_LEVEL && i != LV_ATTRIBUTE_BASIS;
  return node;
}

static void
add_check (LvModel *self, LvItem *item)
{
  const LvCheck *check = item->detail;
  LvCheckNodes *nodes = g_new0 (LvCheckNodes, 1);

  nodes->check = check;
  nodes->left = add_side (self, item, "left", check->left, check->left_line);
  nodes->right = add_side (self, item, "right", check->right, check->right_line);
  g_ptr_array_add (self->checks, nodes);
}

static void
add_solve (LvModel *self, LvItem *item)
{
  const LvSolve *solve = item->detail;

  add_side (self, item, "target", solve->target, solve->target_line);
}

static void
add_item (LvModel *self, LvItem *item)
{
  if (item->detail == NULL)
    return;
  switch (item->kind)
    {
    case LV_KIND_SERIES:
      add_series (self, item);
      break;
    case LV_KIND_PARAMETER:
      add_parameter (self, item);
      break;
    case LV_KIND_FORMULA:
      add_formula (self, item);
      break;
    case LV_KIND_CHECK:
      add_check (self, item);
      break;
    case LV_KIND_SOLVE:
      add_solve (self, item);
      break;
    default:
      break;
    }
}

static void
link_default (LvModel *self, LvNode *node)
{
  if (node->parameter == NULL || node->parameter->default_item == NULL)
    return;
  node->default_node = lv_model_find (self, node->parameter->default_item->id);
  if (node->default_node == NULL && !node->parameter->default_item->broken)
    lv_model_fault (self, node->item, 0, "default", _ ("“%s” has no values"),
                    node->parameter->default_item->id);
}

static void
find_range (LvModel *self, LvNode *node)
{
  const LvShape *shape = &node->type.shape;
  const LvFormula *formula = node->formula;
  const LvAxis *last = shape->n > 0 ? shape->axis[shape->n - 1] : NULL;
  const char *const texts[2] = { formula->from, formula->to };

  for (guint i = 0; i < 2; i++)
    {
      int at = texts[i] != NULL && last != NULL ? lv_axis_find (last, texts[i]) : -1;

      if (texts[i] == NULL)
        continue;
      if (at < 0 && node->has_axes)
        continue; /* told by the reader, which knows stated axes */
      if (at < 0)
        lv_model_fault (self, node->item, 0, i == 0 ? "from" : "to",
                        _ ("“%s” is not a member of the formula's last axis"), texts[i]);
      else if (i == 0)
        node->from = (guint) at;
      else
        node->to = (guint) at;
    }
}

static void
find_months (LvModel *self)
{
  guint found = 0;

  for (guint i = 0; i < lv_pack_n_axes (self->pack); i++)
    if (lv_pack_axis (self->pack, i)->kind == LV_AXIS_MONTHS)
      {
        self->months = lv_pack_axis (self->pack, i);
        found++;
      }
  if (found != 1)
    self->months = NULL;
}

static void
resolve_all (LvModel *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LvNode *node = g_ptr_array_index (self->nodes, i);

      for (guint p = 0; node->pieces != NULL && p < node->pieces->len; p++)
        {
          LvNodePiece *piece = &g_array_index (node->pieces, LvNodePiece, p);

          if (!lv_resolve (self, piece->expr, node, piece))
            node->broken = TRUE;
        }
    }
}

/**
 * lv_graph_build:
 *
 * Makes the nodes and resolves every reference. Faults are recorded; what they concern is broken and
 * silently left out by the later steps.
 *
 * Returns: %FALSE when something is wrong
 */
gboolean
lv_graph_build (LvModel *self)
{
  const char *index = lv_pack_head (self->pack, "price-index");
  guint before = lv_problems_count (self->problems);

  find_months (self);
  for (guint i = 0; i < lv_pack_n_items (self->pack); i++)
    add_item (self, lv_pack_item (self->pack, i));
  if (index != NULL)
    self->price_index = lv_model_find (self, index);
  for (guint i = 0; i < self->nodes->len; i++)
    link_default (self, g_ptr_array_index (self->nodes, i));
  resolve_all (self);
  lv_measures_build (self);
  lv_measures_expand (self);
  lv_infer_axes (self);
  lv_measures_place (self);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LvNode *node = g_ptr_array_index (self->nodes, i);

      if (node->formula != NULL && !node->broken)
        find_range (self, node);
    }
  return lv_problems_count (self->problems) == before;
}
