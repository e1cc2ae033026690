/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which inputs differ between the sides of a comparison, with each side's value and reason. */
#include "lv-compare.h"

#include "lv-state-private.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

static void
input_free (gpointer data)
{
  LvCompareInput *input = data;

  g_free (input->title);
  g_free (input);
}

static const char *
property_of (const LvNode *node)
{
  return node->measure != NULL ? strrchr (node->id, '#') + 1 : NULL;
}

static LvCauseKind
kind_of (const LvNode *node)
{
  return node->measure != NULL  ? LV_CAUSE_MEASURE
         : node->series != NULL ? LV_CAUSE_FIGURE
                                : LV_CAUSE_PARAMETER;
}

static gboolean
same_value (LvValue a, LvValue b)
{
  if (isnan (a.number) != isnan (b.number))
    return FALSE;
  return isnan (a.number) ? (a.status == LV_STATUS_ABSENT) == (b.status == LV_STATUS_ABSENT)
                          : a.number == b.number;
}

/* A value that follows another is no difference by itself: that other one is listed. */
static gboolean
follows (const LvNode *node, gsize cell)
{
  return node->default_node != NULL && isnan (node->defaults[cell]);
}

/* That only one file has a measure is told once, by whether it is on. */
static gboolean
told_by_switch (const LvCompareInput *input, gboolean any_said)
{
  return input->property != NULL && strcmp (input->property, "on") != 0 && !any_said;
}

static gboolean
differs (const LvCompare *self, const LvCompareInput *input)
{
  gboolean any_said = FALSE;
  gboolean any_differs = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      any_said = any_said || input->said[i];
      any_differs = any_differs || !same_value (input->values[i], input->values[0])
                    || (follows (input->node, input->cell) && input->said[i] != input->said[0]);
    }
  return any_differs && !told_by_switch (input, any_said)
         && (any_said || !follows (input->node, input->cell));
}

static void
take_side (const LvCompare *self, LvCompareInput *input, guint i)
{
  const LvSide *side = &self->sides[i];
  const LvNode *own;
  gssize at = lv_side_cell (side, input->node, input->cell, &own);

  input->values[i] = lv_side_value (side, input->node, input->cell);
  input->said[i] = at >= 0 && lv_state_is_set (side->state, own, (gsize) at);
  if (input->said[i])
    input->because[i] = lv_side_input_reason (side, input->node, input->cell);
}

static void
take_cell (const LvCompare *self, const LvNode *node, gsize cell, GPtrArray *list)
{
  LvCompareInput *input = g_new0 (LvCompareInput, 1);

  input->kind = kind_of (node);
  input->node = node;
  input->cell = cell;
  input->item = node->measure != NULL ? node->measure : node->item;
  input->property = property_of (node);
  for (guint i = 0; i < self->n; i++)
    take_side (self, input, i);
  if (!differs (self, input))
    {
      input_free (input);
      return;
    }
  input->title = lv_text_cell_title (node, cell);
  g_ptr_array_add (list, input);
}

/* Whether a side before @side has the cell: then it has been compared already. */
static gboolean
seen_before (const LvCompare *self, guint side, const LvNode *node, gsize cell)
{
  for (guint i = 0; i < side; i++)
    if (lv_side_value (&self->sides[i], node, cell).status != LV_STATUS_ABSENT)
      return TRUE;
  return FALSE;
}

/* Of one model, an input that nobody has set is the same on all sides, or follows one that somebody has. */
static gboolean
is_untouched (const LvCompare *self, const LvNode *node)
{
  for (guint i = 0; i < self->n; i++)
    if (lv_state_model (self->sides[i].state) != lv_state_model (self->sides[0].state)
        || self->sides[i].state->inputs[node->input].mask != NULL)
      return FALSE;
  return TRUE;
}

static void
take_inputs (const LvCompare *self, guint side, GPtrArray *list)
{
  const LvModel *model = lv_state_model (self->sides[side].state);

  for (guint i = 0; i < model->inputs->len; i++)
    {
      const LvNode *node = g_ptr_array_index (model->inputs, i);

      if (node->base != NULL || is_untouched (self, node))
        continue;
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
        if (lv_node_present (model, node, cell) && !seen_before (self, side, node, cell))
          take_cell (self, node, cell, list);
    }
}

static void
take_action (const LvCompare *self, const LvItem *action, const char *property, GPtrArray *list)
{
  LvCompareInput *input = g_new0 (LvCompareInput, 1);
  gboolean differ = FALSE;

  input->kind = LV_CAUSE_ACTION;
  input->item = action;
  input->property = property;
  for (guint i = 0; i < self->n; i++)
    {
      const LvSide *side = &self->sides[i];

      input->values[i] = (LvValue){ NAN, LV_STATUS_ABSENT, FALSE };
      input->dates[i] = lv_side_action_date (side, action, property);
      input->said[i] = g_strcmp0 (input->dates[i], lv_item_get (action, property)) != 0;
      input->because[i] = lv_side_reason (side, LV_CHANGE_ACTION, NULL, 0, action, property);
      differ = differ || g_strcmp0 (input->dates[i], input->dates[0]) != 0;
    }
  if (!differ)
    {
      input_free (input);
      return;
    }
  input->title = g_strdup (action->title);
  g_ptr_array_add (list, input);
}

static int
by_order (gconstpointer a, gconstpointer b)
{
  const LvCompareInput *left = *(LvCompareInput *const *) a;
  const LvCompareInput *right = *(LvCompareInput *const *) b;

  if (left->item->order != right->item->order)
    return left->item->order < right->item->order ? -1 : 1;
  if (left->node != NULL && right->node != NULL && left->node->index != right->node->index)
    return left->node->index < right->node->index ? -1 : 1;
  return left->cell < right->cell ? -1 : left->cell > right->cell;
}

/* Actions of all sides: one that only a later side's file has is that side's. */
static void
take_actions (const LvCompare *self, GPtrArray *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint s = 0; s < self->n; s++)
    {
      const GPtrArray *actions = lv_model_actions (lv_state_model (self->sides[s].state));

      for (guint i = 0; i < actions->len; i++)
        {
          const LvItem *action = g_ptr_array_index (actions, i);

          if (!g_hash_table_add (seen, action->id))
            continue;
          take_action (self, action, "start", list);
          take_action (self, action, "end", list);
        }
    }
}

/** Returns: whether it only chooses what is looked at, which is no change */
gboolean
lv_compare_input_is_view (const LvCompareInput *input)
{
  const LvParameter *parameter = input->node != NULL ? lv_node_parameter (input->node) : NULL;

  return parameter != NULL && parameter->role == LV_ROLE_VIEW;
}

/**
 * lv_compare_inputs:
 *
 * What makes the sides differ: cells of parameters and series, properties of measures, dates of actions.
 *
 * Returns: (transfer full) (element-type LvCompareInput): in the order of the pack's file
 */
GPtrArray *
lv_compare_inputs (const LvCompare *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (input_free);

  for (guint i = 0; i < self->n; i++)
    take_inputs (self, i, list);
  take_actions (self, list);
  g_ptr_array_sort (list, by_order);
  return list;
}
