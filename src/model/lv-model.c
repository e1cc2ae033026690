/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-check.h"
#include "lv-model-private.h"

#include <string.h>

static void
slot_clear (gpointer data)
{
  g_free (((LvSlot *) data)->present);
}

static LvModel *
model_new (LvPack *pack, LvProblems *problems)
{
  LvModel *self = g_new0 (LvModel, 1);

  self->pack = pack;
  self->problems = problems;
  self->units = lv_pack_units (pack);
  self->kr = lv_units_find_dimension (self->units, "kr");
  self->nodes = g_ptr_array_new_with_free_func (lv_node_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->inputs = g_ptr_array_new ();
  self->placed = g_array_new (FALSE, TRUE, sizeof (LvPlaced));
  self->knobs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->slots = g_array_new (FALSE, TRUE, sizeof (LvSlot));
  g_array_set_clear_func (self->slots, slot_clear);
  self->checks = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->deciders); i++)
    self->deciders[i] = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->terms = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_mutex_init (&self->said_lock);
  return self;
}

void
lv_model_free (LvModel *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_array_unref (self->slots);
  g_ptr_array_unref (self->checks);
  for (guint i = 0; i < G_N_ELEMENTS (self->deciders); i++)
    g_hash_table_unref (self->deciders[i]);
  g_hash_table_unref (self->terms);
  lv_said_free (self->said);
  g_mutex_clear (&self->said_lock);
  g_hash_table_unref (self->knobs);
  g_array_unref (self->placed);
  g_ptr_array_unref (self->inputs);
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_ptr_array_unref (self->nodes);
  lv_pack_free (self->pack);
  g_free (self);
}

static gboolean
build (LvModel *self)
{
  gboolean ok = lv_graph_build (self);

  lv_twins_build (self);
  ok = lv_order_build (self) && ok;
  ok = lv_infer (self) && ok;
  lv_checks_validate (self, self->problems);
  lv_solves_validate (self);
  if (!ok || lv_problems_count (self->problems) > 0)
    return FALSE;
  lv_lower (self);
  return lv_problems_count (self->problems) == 0;
}

/**
 * lv_model_new:
 * @pack: (transfer full): a pack, which may have problems already
 * @problems: gets every fault of the formulas, in addition to what is there
 *
 * Returns: (transfer full) (nullable): the model, or %NULL when there is any problem
 */
LvModel *
lv_model_new (LvPack *pack, LvProblems *problems)
{
  LvModel *self = model_new (pack, problems);

  if (build (self))
    {
      self->problems = NULL;
      return self;
    }
  lv_model_free (self);
  return NULL;
}

/**
 * lv_model_load:
 * @folder: the pack's folder
 * @documents: (nullable): %NULL-ended paths of documents that are laid over it
 *
 * Returns: (transfer full) (nullable): the model, or %NULL when there is any problem
 */
LvModel *
lv_model_load (const char *folder, const char *const *documents, LvProblems *problems)
{
  LvPack *pack = lv_pack_load (folder, documents, problems);

  return pack != NULL ? lv_model_new (pack, problems) : NULL;
}

const LvPack *
lv_model_pack (const LvModel *self)
{
  return self->pack;
}

guint
lv_model_n_nodes (const LvModel *self)
{
  return self->nodes->len;
}

/** Returns: (transfer none): node number @index, in the order of the pack */
LvNode *
lv_model_node (const LvModel *self, guint index)
{
  g_return_val_if_fail (index < self->nodes->len, NULL);
  return g_ptr_array_index (self->nodes, index);
}

/** Returns: (transfer none) (nullable): the node called @id */
LvNode *
lv_model_find (const LvModel *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/** Returns: whether @node is one of this model's */
gboolean
lv_model_has (const LvModel *self, const LvNode *node)
{
  return node->index < self->nodes->len && g_ptr_array_index (self->nodes, node->index) == node;
}

/** Returns: (transfer none) (nullable): the input behind "on", "scale" or "delay" of @measure */
LvNode *
lv_model_measure_knob (const LvModel *self, const LvItem *measure, const char *property)
{
  const LvKnobs *knobs = g_hash_table_lookup (self->knobs, measure);

  if (knobs == NULL)
    return NULL;
  if (g_strcmp0 (property, "on") == 0)
    return knobs->on;
  if (g_strcmp0 (property, "scale") == 0)
    return knobs->scale;
  return g_strcmp0 (property, "delay") == 0 ? knobs->delay : NULL;
}

const char *
lv_node_id (const LvNode *self)
{
  return self->id;
}

const char *
lv_node_title (const LvNode *self)
{
  return self->title;
}

/** Returns: (transfer none) (nullable): the group of the pack that it comes from */
LvItem *
lv_node_item (const LvNode *self)
{
  return self->item;
}

const LvShape *
lv_node_shape (const LvNode *self)
{
  return &self->type.shape;
}

const LvUnit *
lv_node_unit (const LvNode *self)
{
  return self->unit;
}

const LvAttributes *
lv_node_attributes (const LvNode *self)
{
  return &self->type.attributes;
}

/** Returns: (nullable): the series, when the node is one */
const LvSeries *
lv_node_series (const LvNode *self)
{
  return self->series;
}

/** Returns: (nullable): the parameter, when the node is one */
const LvParameter *
lv_node_parameter (const LvNode *self)
{
  return self->parameter;
}

/** Returns: (nullable): the measure whose on, scale or delay the node is */
const LvItem *
lv_node_measure (const LvNode *self)
{
  return self->measure;
}

gboolean
lv_node_is_input (const LvNode *self)
{
  return self->kind == LV_NODE_INPUT;
}

/** Returns: whether a series, or a formula that says its kind, lies under it; else it is made of assumptions alone */
gboolean
lv_node_is_sourced (const LvNode *self)
{
  return self->sourced;
}

/** Returns: whether it is on or off */
gboolean
lv_node_is_switch (const LvNode *self)
{
  return self->type.is_switch;
}

/** Returns: whether its changes count as changes against the reference */
gboolean
lv_node_is_lever (const LvNode *self)
{
  return self->lever;
}

/** Returns: whether some formula adds up what measures do to it, so that a measure may target it */
gboolean
lv_node_takes_measures (const LvNode *self)
{
  return self->takes_measures;
}

/** Returns: whether the model added it: it is not in the pack and not listed */
gboolean
lv_node_is_hidden (const LvNode *self)
{
  return strchr (self->id, '#') != NULL;
}

/** Returns: whether @cell is within the range; what is not is skipped everywhere */
gboolean
lv_node_present (const LvModel *model, const LvNode *self, gsize cell)
{
  return lv_slot (model, self->slot)->present[cell];
}

static void
write_figure (const LvNode *node, gsize cell, const LvCellBefore *to)
{
  LvSeries *series = (LvSeries *) node->series;

  if (series->info == NULL)
    series->info = g_new0 (LvCellInfo *, lv_shape_cells (&series->shape));
  node->defaults[cell] = to->value;
  series->values[cell] = to->value;
  series->printed[cell] = to->printed;
  series->status[cell] = (guint8) to->status;
  series->info[cell] = to->info;
}

/**
 * lv_model_put_figure:
 * @series: whose cell it is; present in the model
 * @value: the user's figure, in the series' unit
 * @info: (nullable): what is known of it; must outlive the model or be taken back before
 *
 * Puts a user's figure into a cell, with the status imported. The only change that a model ever sees:
 * all its states must be computed anew with lv_state_update_all().
 *
 * Returns: what was there, for lv_model_take_figure()
 */
LvCellBefore
lv_model_put_figure (LvModel *self, const LvNode *series, gsize cell, double value, LvCellInfo *info)
{
  const LvSeries *of = series->series;
  LvCellBefore before = { 0 };
  LvCellBefore now = { value, value, LV_STATUS_IMPORTED, info };

  g_return_val_if_fail (of != NULL && lv_node_present (self, series, cell), before);
  before = (LvCellBefore){ series->defaults[cell], of->printed[cell], (LvStatus) of->status[cell],
                           of->info != NULL ? of->info[cell] : NULL };
  write_figure (series, cell, &now);
  return before;
}

/** Takes a user's figure out of its cell again. */
void
lv_model_take_figure (LvModel *self, const LvNode *series, gsize cell, const LvCellBefore *before)
{
  g_return_if_fail (series->series != NULL && lv_node_present (self, series, cell));
  write_figure (series, cell, before);
}

/** Returns: (transfer none) (element-type LvItem): the actions of the plan, in order */
const GPtrArray *
lv_model_actions (const LvModel *self)
{
  return self->actions != NULL ? self->actions : lv_pack_items (self->pack, LV_KIND_ACTION);
}

/** Returns: (transfer none) (nullable): the action @id of the plan */
LvItem *
lv_model_find_action (const LvModel *self, const char *id)
{
  for (guint i = 0; self->actions != NULL && i < self->actions->len; i++)
    {
      LvItem *item = g_ptr_array_index (self->actions, i);

      if (strcmp (item->id, id) == 0)
        return item;
    }
  return self->actions == NULL ? lv_pack_find_kind (self->pack, LV_KIND_ACTION, id) : NULL;
}

/**
 * lv_model_set_actions:
 * @actions: (transfer full) (nullable) (element-type LvItem): the plan from now on; %NULL for the pack's
 *
 * Puts a user's plan in the place of the pack's. Actions have no values, so nothing is computed; states
 * must be applied again, as an action's end may delay the measure that it carries.
 */
void
lv_model_set_actions (LvModel *self, GPtrArray *actions)
{
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  self->actions = actions;
}

/** Returns: (transfer none) (element-type LvItem): the goals, with the newest figures of where they are */
const GPtrArray *
lv_model_goals (const LvModel *self)
{
  return self->goals != NULL ? self->goals : lv_pack_items (self->pack, LV_KIND_GOAL);
}

/** Puts a user's goals (transfer full) (nullable) in the place of the pack's, as lv_model_set_actions(). */
void
lv_model_set_goals (LvModel *self, GPtrArray *goals)
{
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  self->goals = goals;
}
