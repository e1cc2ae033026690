/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of two models beside each other: two files over one pack have the same ids and members, and
 * each may have some of its own. Everything is found by id and by the members' ids. */
#include "lv-side.h"

#include "lv-state-private.h"

#include <math.h>
#include <string.h>

/** Returns: (transfer none): "model", "parameter", "measure", "action" or "figure" */
const char *
lv_cause_kind_name (LvCauseKind kind)
{
  static const char *const names[] = { "model", "parameter", "measure", "action", "figure" };

  return names[kind];
}

/** Returns: (transfer none) (nullable): the side's own node with the id of @node */
const LvNode *
lv_side_node (const LvSide *self, const LvNode *node)
{
  const LvModel *model = lv_state_model (self->state);

  if (node->index < model->nodes->len && g_ptr_array_index (model->nodes, node->index) == node)
    return node;
  return lv_model_find (model, node->id);
}

/* The cell of @to that has the members of @cell of @from, or -1. */
static gssize
same_cell (const LvShape *from, gsize cell, const LvShape *to)
{
  gssize found = 0;

  if (from->n != to->n)
    return -1;
  for (guint i = 0; i < to->n; i++)
    {
      guint at = lv_shape_coordinate (from, cell, i);
      int member = (int) at;

      if (strcmp (from->axis[i]->id, to->axis[i]->id) != 0)
        return -1;
      if (from->axis[i] != to->axis[i])
        member = lv_axis_find (to->axis[i], lv_axis_member (from->axis[i], at)->id);
      if (member < 0)
        return -1;
      found += (gssize) ((gsize) member * lv_shape_stride (to, i));
    }
  return found;
}

/**
 * lv_side_cell:
 * @node: a node of any model over the same pack
 * @found: (out) (nullable): the side's own node
 *
 * Returns: the side's cell for the same members; -1 when it has no such node or member
 */
gssize
lv_side_cell (const LvSide *self, const LvNode *node, gsize cell, const LvNode **found)
{
  const LvNode *own = lv_side_node (self, node);

  if (found != NULL)
    *found = own;
  if (own == node)
    return (gssize) cell;
  return own != NULL ? same_cell (lv_node_shape (node), cell, lv_node_shape (own)) : -1;
}

/* Members and their numbers may differ between models: the number of a member is the side's own. */
static double
own_number (const LvNode *own, const LvNode *node, double number)
{
  const LvParameter *theirs = own->parameter;
  const LvParameter *ours = node->parameter;
  int member;

  if (own == node || isnan (number) || theirs == NULL || ours == NULL
      || theirs->input != LV_INPUT_MEMBER || ours->input != LV_INPUT_MEMBER)
    return number;
  member = lv_axis_find (ours->axis, lv_axis_member (theirs->axis, (guint) number)->id);
  return member >= 0 ? member : NAN;
}

/** Returns: the side's value of @node's @cell, in terms of @node's model; absent when it has none */
LvValue
lv_side_value (const LvSide *self, const LvNode *node, gsize cell)
{
  const LvNode *own;
  gssize at = lv_side_cell (self, node, cell, &own);
  LvValue value = { NAN, LV_STATUS_ABSENT, FALSE };

  if (at < 0)
    return value;
  value = lv_state_get (self->state, own, (gsize) at);
  value.number = own_number (own, node, value.number);
  return value;
}

/* The scenario after @scenario in its line of parents. */
static const LvScenario *
parent_of (const LvSide *self, const LvScenario *scenario)
{
  const LvItem *item
      = scenario->parent != NULL
            ? lv_pack_find_kind (lv_model_pack (lv_state_model (self->state)), LV_KIND_SCENARIO,
                                 scenario->parent)
            : NULL;

  return item != NULL ? item->detail : NULL;
}

static gboolean
speaks_of (const LvChange *change, LvChangeKind kind, const char *id, const char *property)
{
  return change->kind == kind && strcmp (change->id, id) == 0
         && g_strcmp0 (change->property, property) == 0;
}

static gboolean
covers (const LvChange *change, const LvNode *node, gsize cell)
{
  g_autofree char *reason = NULL;
  LvPlace place;

  return lv_place_parse (change->members, lv_node_shape (node), &place, &reason)
         && lv_place_contains (&place, lv_node_shape (node), cell);
}

/* The last change of the youngest scenario of the line that speaks of it. */
static const LvChange *
find_change (const LvSide *self, LvChangeKind kind, const char *id, const char *property,
             const LvNode *node, gsize cell)
{
  const LvScenario *scenario = self->scenario;

  for (guint depth = 0; scenario != NULL && depth < 100; depth++)
    {
      for (guint i = scenario->changes->len; i > 0; i--)
        {
          const LvChange *change = g_ptr_array_index (scenario->changes, i - 1);

          if (speaks_of (change, kind, id, property)
              && (node == NULL || covers (change, node, cell)))
            return change;
        }
      scenario = parent_of (self, scenario);
    }
  return NULL;
}

/**
 * lv_side_reason:
 * @node, @cell: (nullable): an input; %NULL for an action
 * @item: the measure or action, or the group of @node
 * @property: (nullable): on, scale, delay, start or end
 *
 * Returns: (transfer none) (nullable): why a user changed it
 */
const char *
lv_side_reason (const LvSide *self, LvChangeKind kind, const LvNode *node, gsize cell,
                const LvItem *item, const char *property)
{
  const LvNode *own = NULL;
  gssize at = node != NULL ? lv_side_cell (self, node, cell, &own) : 0;
  const LvChange *change
      = at >= 0 ? find_change (self, kind, item->id, property, own, (gsize) at) : NULL;

  return change != NULL ? change->because : NULL;
}

/** Returns: (transfer none) (nullable): why a user changed this number of a parameter, a figure or a measure */
const char *
lv_side_input_reason (const LvSide *self, const LvNode *node, gsize cell)
{
  if (node->measure != NULL)
    return lv_side_reason (self, LV_CHANGE_MEASURE, node, cell, node->measure, strrchr (node->id, '#') + 1);
  return lv_side_reason (self, LV_CHANGE_SET, node, cell, node->item, NULL);
}

/** Returns: (transfer none) (nullable): start or end of @action on this side */
const char *
lv_side_action_date (const LvSide *self, const LvItem *action, const char *property)
{
  const LvChange *change = find_change (self, LV_CHANGE_ACTION, action->id, property, NULL, 0);

  return change != NULL ? change->value : lv_item_get (action, property);
}

/** Returns: by how many whole months @action ends later on this side than in the pack */
int
lv_side_action_delay (const LvSide *self, const LvItem *action)
{
  return lv_action_delay (lv_item_get (action, "end"), lv_side_action_date (self, action, "end"));
}
