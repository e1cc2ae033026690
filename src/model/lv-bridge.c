/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From one scenario to another by cause. The causes are laid on the first side one after the other, in
 * the order of the pack's file, and each gets what the target moves at its turn. docs/analyses.md says
 * why this and not another division of what they do together. */
#include "lv-bridge.h"

#include "lv-exact.h"
#include "lv-state-private.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

typedef struct
{
  LvBridge *bridge;
  const LvSide *from;
  const LvSide *to;
  const LvModel *model; /* the second side's */
  GHashTable *by_item;  /* (owned) LvItem -> LvBridgePart */
} Build;

static void
part_free (gpointer data)
{
  LvBridgePart *part = data;

  g_free (part->title);
  g_array_unref (part->inputs);
  g_free (part);
}

void
lv_bridge_free (LvBridge *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/** Returns: (transfer none): part number @index */
const LvBridgePart *
lv_bridge_part (const LvBridge *self, guint index)
{
  return g_ptr_array_index (self->parts, index);
}

static gboolean
same (double a, double b)
{
  return isnan (a) ? isnan (b) : a == b;
}

static LvBridgePart *
part_new (LvCauseKind kind, const LvItem *item, const char *title)
{
  LvBridgePart *part = g_new0 (LvBridgePart, 1);

  part->kind = kind;
  part->item = item;
  part->title = g_strdup (title);
  part->inputs = g_array_new (FALSE, FALSE, sizeof (LvBridgeInput));
  part->part = part->alone = NAN;
  return part;
}

static LvBridgePart *
part_for (Build *self, LvCauseKind kind, const LvItem *item)
{
  LvBridgePart *part = g_hash_table_lookup (self->by_item, item);

  if (part != NULL)
    return part;
  part = part_new (kind, item, item->title != NULL ? item->title : item->id);
  g_hash_table_insert (self->by_item, (gpointer) item, part);
  g_ptr_array_add (self->bridge->parts, part);
  return part;
}

static void
add_input (Build *self, LvBridgePart *part, LvChangeKind kind, const LvBridgeInput *input,
           const char *property)
{
  const LvNode *node = kind == LV_CHANGE_ACTION ? NULL : input->node;

  g_array_append_val (part->inputs, *input);
  if (part->because == NULL)
    part->because = lv_side_reason (self->to, kind, node, input->cell, part->item, property);
}

/* --- What differs */

/* An input without a word from a side has its default there. In another model the default may be
 * another number (a figure that was read in); then the side counts as saying it. */
static LvBridgeInput
find_input (const Build *self, const LvNode *node, gsize cell)
{
  const LvNode *own;
  gssize at = lv_side_cell (self->from, node, cell, &own);
  LvBridgeInput input = { .node = node, .cell = cell };
  double standard = lv_state_default (self->to->state, node, cell);

  input.to = lv_state_number (self->to->state, node, cell);
  input.to_said = lv_state_is_set (self->to->state, node, cell);
  input.from = at >= 0 ? lv_side_value (self->from, node, cell).number : standard;
  input.from_said = at >= 0 && lv_state_is_set (self->from->state, own, (gsize) at);
  if (at >= 0 && own != node && node->default_node == NULL && !same (input.from, standard))
    input.from_said = TRUE;
  return input;
}

static gboolean
input_differs (const LvBridgeInput *input)
{
  const LvNode *node = input->node;

  if (node->default_node == NULL || !isnan (node->defaults[input->cell]))
    return !same (input->from, input->to);
  return input->from_said != input->to_said
         || (input->from_said && !same (input->from, input->to));
}

static gboolean
carries (const LvItem *action, const LvItem *measure)
{
  return g_strcmp0 (lv_item_get (action, "carries"), measure->id) == 0;
}

/* Months of the delay that come from actions, on one side. */
static double
carried_months (const Build *self, const LvSide *side, const LvItem *measure)
{
  const GPtrArray *actions = lv_model_actions (self->model);
  double months = 0;

  for (guint i = 0; i < actions->len; i++)
    if (carries (g_ptr_array_index (actions, i), measure))
      months += lv_side_action_delay (side, g_ptr_array_index (actions, i));
  return months;
}

static const char *
property_of (const LvNode *knob)
{
  return strrchr (knob->id, '#') + 1;
}

static gboolean
is_delay (const LvNode *node)
{
  return node->measure != NULL && strcmp (property_of (node), "delay") == 0;
}

static void
take_cell (Build *self, const LvNode *node, gsize cell)
{
  LvBridgeInput input = find_input (self, node, cell);

  if (is_delay (node))
    {
      input.from -= carried_months (self, self->from, node->measure);
      input.to -= carried_months (self, self->to, node->measure);
    }
  if (!input_differs (&input))
    return;
  if (node->measure != NULL)
    add_input (self, part_for (self, LV_CAUSE_MEASURE, node->measure), LV_CHANGE_MEASURE, &input,
               property_of (node));
  else
    add_input (self,
               part_for (self, node->series != NULL ? LV_CAUSE_FIGURE : LV_CAUSE_PARAMETER,
                         node->item),
               LV_CHANGE_SET, &input, NULL);
}

static void
take_action (Build *self, const LvItem *action)
{
  const char *id = lv_item_get (action, "carries");
  const LvItem *measure
      = id != NULL ? lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_MEASURE, id) : NULL;
  const LvNode *knob = measure != NULL ? lv_model_measure_knob (self->model, measure, "delay") : NULL;
  LvBridgeInput input = { .node = knob, .from_said = TRUE, .to_said = TRUE };

  input.from = lv_side_action_delay (self->from, action);
  input.to = lv_side_action_delay (self->to, action);
  if (knob == NULL || input.from == input.to)
    return;
  for (; input.cell < lv_shape_cells (lv_node_shape (knob)); input.cell++)
    if (lv_node_present (self->model, knob, input.cell))
      add_input (self, part_for (self, LV_CAUSE_ACTION, action), LV_CHANGE_ACTION, &input, "end");
}

static int
by_order (gconstpointer a, gconstpointer b)
{
  const LvBridgePart *left = *(LvBridgePart *const *) a;
  const LvBridgePart *right = *(LvBridgePart *const *) b;

  return left->item->order < right->item->order ? -1 : left->item->order > right->item->order;
}

static void
collect (Build *self)
{
  const GPtrArray *actions = lv_model_actions (self->model);

  for (guint i = 0; i < self->model->inputs->len; i++)
    {
      const LvNode *node = g_ptr_array_index (self->model->inputs, i);

      for (gsize cell = 0; node->base == NULL && cell < lv_shape_cells (lv_node_shape (node)); cell++)
        if (lv_node_present (self->model, node, cell))
          take_cell (self, node, cell);
    }
  for (guint i = 0; i < actions->len; i++)
    take_action (self, g_ptr_array_index (actions, i));
  g_ptr_array_sort (self->bridge->parts, by_order);
}

/* --- Laying causes on a state */

static void
lay_input (LvState *state, const LvBridgeInput *input, gboolean forward)
{
  double value = forward ? input->to : input->from;
  double other = forward ? input->from : input->to;

  if (is_delay (input->node)) /* a measure's own delay and its actions' add up */
    value += lv_state_number (state, input->node, input->cell) - other;
  else if (!(forward ? input->to_said : input->from_said))
    {
      lv_state_reset (state, input->node, input->cell);
      return;
    }
  lv_state_set (state, input->node, input->cell, value);
}

static void
lay (LvState *state, const LvBridgePart *part, gboolean forward)
{
  for (guint i = 0; i < part->inputs->len; i++)
    lay_input (state, &g_array_index (part->inputs, LvBridgeInput, i), forward);
  lv_state_update (state);
}

/* The first side in the second's model: the second with every cause taken back. */
static LvState *
first_state (const Build *self)
{
  LvState *state;

  if (lv_state_model (self->from->state) == self->model)
    state = lv_state_copy (self->from->state);
  else
    {
      state = lv_state_copy (self->to->state);
      lv_state_update (state);
      for (guint i = 0; i < self->bridge->parts->len; i++)
        lay (state, g_ptr_array_index (self->bridge->parts, i), FALSE);
    }
  lv_state_update (state);
  return state;
}

static double
target (const LvBridge *self, const LvState *state)
{
  return lv_state_number (state, self->node, self->cell);
}

/* Fills @values with the target before the first cause and after each, and @alone. */
static void
walk (const LvBridge *self, LvState *state, double *values, double *alone)
{
  values[0] = target (self, state);
  for (guint i = 0; i < self->parts->len; i++)
    {
      lay (state, g_ptr_array_index (self->parts, i), TRUE);
      alone[i] = target (self, state);
      lay (state, g_ptr_array_index (self->parts, i), FALSE);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      lay (state, g_ptr_array_index (self->parts, i), TRUE);
      values[i + 1] = target (self, state);
    }
}

/* --- Parts */

/* Two files may differ in what is no input: a measure or a formula that only one of them has. */
static gboolean
models_differ (double own, double moved)
{
  return isnan (own) != isnan (moved)
         || fabs (own - moved) > 1e-12 * MAX (1, MAX (fabs (own), fabs (moved)));
}

static void
divide (LvBridge *self, const double *values)
{
  guint known = isnan (values[0]) ? G_MAXUINT : 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      LvBridgePart *part = g_ptr_array_index (self->parts, i);

      part->status = LV_PART_MISSING;
      if (isnan (values[i + 1]))
        continue;
      if (known != G_MAXUINT)
        {
          part->status = LV_PART_KNOWN;
          part->part = values[i + 1] - values[known];
          for (guint k = known; k < i; k++)
            {
              LvBridgePart *joined = g_ptr_array_index (self->parts, k);

              joined->status = LV_PART_JOINED;
              joined->with = i;
            }
        }
      known = i + 1;
    }
}

static double
sum_alone (const LvBridge *self)
{
  double sum = 0;

  for (guint i = 0; i < self->parts->len; i++)
    sum += lv_bridge_part (self, i)->alone;
  return sum;
}

static double
rounding (const LvBridge *self)
{
  double rest = lv_text_as_shown (self->node, self->to.number)
                - lv_text_as_shown (self->node, self->from.number);

  for (guint i = 0; i < self->parts->len; i++)
    if (lv_bridge_part (self, i)->status == LV_PART_KNOWN)
      rest -= lv_text_as_shown (self->node, lv_bridge_part (self, i)->part);
  return lv_text_as_shown (self->node, rest);
}

/* All values on one grid, so that sums of parts are exact. @all: the target at each step, then alone. */
static void
settle (LvBridge *self, double *all)
{
  guint n = self->parts->len;
  double grid = lv_exact_grid (all, 2 * n + 1);

  for (guint i = 0; i < 2 * n + 1; i++)
    all[i] = lv_exact_snap (all[i], grid);
  divide (self, all);
  for (guint i = 0; i < n; i++)
    ((LvBridgePart *) g_ptr_array_index (self->parts, i))->alone = all[n + 1 + i] - all[0];
  self->from.number = all[0];
  self->to.number = all[n];
  self->difference = all[n] - all[0];
  self->interaction = self->difference - sum_alone (self);
  self->rounding = rounding (self);
}

static void
add_model_part (LvBridge *self, const LvPack *pack)
{
  g_ptr_array_insert (self->parts, 0,
                      part_new (LV_CAUSE_MODEL, NULL,
                                lv_text_word (pack, "bridge-model", "Formulas and effects of the files")));
}

/* Walks, and puts what no input explains in front: the first side's own value is where it begins. */
static void
measure_parts (Build *self)
{
  LvBridge *bridge = self->bridge;
  guint n = bridge->parts->len;
  g_autoptr (LvState) state = first_state (self);
  g_autofree double *all = g_new (double, 2 * n + 3);
  double *values = all + 1;

  walk (bridge, state, values, values + n + 1);
  all[0] = bridge->from.number;
  if (!models_differ (all[0], values[0]))
    {
      settle (bridge, values);
      return;
    }
  for (guint i = 0; i < n; i++) /* alone on the first side itself: by as much as in the second's model */
    values[n + 1 + i] += all[0] - values[0];
  memmove (values + n + 2, values + n + 1, n * sizeof (double));
  values[n + 1] = values[0];
  add_model_part (bridge, lv_model_pack (self->model));
  settle (bridge, all);
}

/**
 * lv_bridge_new:
 * @from, @to: the sides; each shall be computed
 * @node, @cell: the target, of @to's model
 *
 * Why the target is another number on the second side than on the first: a part for each parameter,
 * measure, action and series whose inputs differ, in the order of the pack's file.
 *
 * Returns: (transfer full): the bridge; without parts where nothing differs
 */
LvBridge *
lv_bridge_new (const LvSide *from, const LvSide *to, const LvNode *node, gsize cell)
{
  LvBridge *self = g_new0 (LvBridge, 1);
  g_autoptr (GHashTable) by_item = g_hash_table_new (NULL, NULL);
  Build build = { self, from, to, lv_state_model (to->state), by_item };

  self->node = node;
  self->cell = cell;
  self->title = lv_text_cell_title (node, cell);
  self->from = lv_side_value (from, node, cell);
  self->to = lv_side_value (to, node, cell);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  collect (&build);
  measure_parts (&build);
  return self;
}

static const LvBridgePart *
largest_part (const LvBridge *self)
{
  const LvBridgePart *largest = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const LvBridgePart *part = lv_bridge_part (self, i);

      if (part->status == LV_PART_KNOWN && part->part != 0
          && (largest == NULL || fabs (part->part) > fabs (largest->part)))
        largest = part;
    }
  return largest;
}

/** Returns: (transfer full): what happened, in the pack's words, with what means most */
char *
lv_bridge_sentence (const LvBridge *self, const LvPack *pack)
{
  const LvBridgePart *largest = largest_part (self);
  double shown = lv_text_as_shown (self->node, self->to.number)
                 - lv_text_as_shown (self->node, self->from.number);
  g_autofree char *from = lv_text_amount (pack, self->node, self->from);
  g_autofree char *to = lv_text_amount (pack, self->node, self->to);
  g_autofree char *by = isnan (shown) ? g_strdup ("")
                                      : lv_text_in_unit (lv_node_unit (self->node), fabs (shown));
  g_autofree char *most = largest != NULL ? lv_text_signed (self->node, largest->part) : g_strdup ("");
  const char *args[] = { self->title, from, to, by, largest != NULL ? largest->title : "", most };
  const char *pattern
      = isnan (shown) || largest == NULL
            ? lv_text_word (pack, isnan (shown) ? "bridge-missing" : "bridge-same", "{1}: {2}, {3}.")
        : shown == 0 ? lv_text_word (pack, "bridge-unmoved", "{1}: {2}. {5}: {6}.")
        : shown > 0  ? lv_text_word (pack, "bridge-up", "{1}: {2}, {3}: +{4}. {5}: {6}.")
                     : lv_text_word (pack, "bridge-down", "{1}: {2}, {3}: -{4}. {5}: {6}.");

  return lv_text_fill (pattern, args, G_N_ELEMENTS (args));
}
