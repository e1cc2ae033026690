/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What measures do. Whatever a measure works on - kroner, persons, places - what it does to a number of the
 * forecast is that number with it less that number without it. */
#include "lv-measure-effect.h"

#include "lv-model-private.h"

#include <math.h>

static const char *const knobs[] = { "on", "scale", "delay" };

/** Returns: whether the measure is on, at least for one of its members */
gboolean
lv_measure_is_on (const LvState *state, const LvItem *measure)
{
  const LvNode *knob = lv_model_measure_knob (lv_state_model (state), measure, "on");

  for (gsize cell = 0; knob != NULL && cell < lv_shape_cells (lv_node_shape (knob)); cell++)
    if (lv_state_number (state, knob, cell) == 1)
      return TRUE;
  return FALSE;
}

/**
 * lv_measures_untouched:
 *
 * Returns: (transfer full): @state as if nobody had touched any measure; also one that is off counts as changed while it is
 *   delayed
 */
LvState *
lv_measures_untouched (const LvState *state)
{
  const LvModel *model = lv_state_model (state);
  const GPtrArray *measures = lv_pack_items (lv_model_pack (model), LV_KIND_MEASURE);
  LvState *copy = lv_state_copy (state);

  for (guint i = 0; i < measures->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (knobs); k++)
      {
        const LvNode *knob = lv_model_measure_knob (model, g_ptr_array_index (measures, i), knobs[k]);

        for (gsize cell = 0; knob != NULL && cell < lv_shape_cells (lv_node_shape (knob)); cell++)
          lv_state_reset (copy, knob, cell);
      }
  lv_state_update (copy);
  return copy;
}

/**
 * lv_measure_turn:
 * @dose: where its scale and delay are taken from, while it is on
 *
 * Turns @measure on or off in @state, which has to be updated. Where it is on for some members in @dose, it is on for these.
 */
void
lv_measure_turn (LvState *state, const LvItem *measure, gboolean on, const LvState *dose)
{
  const LvModel *model = lv_state_model (state);
  gboolean some = on && lv_measure_is_on (dose, measure);

  for (gsize k = 0; k < G_N_ELEMENTS (knobs); k++)
    {
      const LvNode *knob = lv_model_measure_knob (model, measure, knobs[k]);

      for (gsize cell = 0; knob != NULL && cell < lv_shape_cells (lv_node_shape (knob)); cell++)
        if (k == 0 && !some)
          lv_state_set (state, knob, cell, on ? 1 : 0);
        else if (on && lv_state_is_set (dose, knob, cell))
          lv_state_set (state, knob, cell, lv_state_number (dose, knob, cell));
        else
          lv_state_reset (state, knob, cell);
    }
}

/** Returns: @with less @without; marked where only the first is ikke vurderet, so that it is the difference that is */
LvValue
lv_measure_moves (const LvState *with, const LvState *without, const LvNode *node, gsize cell)
{
  LvValue a = lv_state_get (with, node, cell);
  LvValue b = lv_state_get (without, node, cell);
  LvValue moves = { a.number - b.number, LV_STATUS_DERIVED, a.marked && !b.marked };

  if (isnan (a.number))
    moves.status = a.status;
  else if (isnan (b.number))
    moves.status = b.status;
  return moves;
}

/* --- Effects, line by line */

static void
line_free (gpointer data)
{
  g_free (((LvMeasureLine *) data)->title);
  g_free (data);
}

/* The members of the effect, or where it has none but the last, those of the target that it is placed on. */
static char *
line_title (const LvPlaced *placed, const LvNode *node, gsize first)
{
  const LvShape *target = lv_node_shape (placed->target);
  LvShape outer = *lv_node_shape (node);
  g_autofree char *members = NULL;
  gsize length = outer.n > 0 ? lv_axis_length (outer.axis[outer.n - 1]) : 1;
  gssize cell = -1;

  if (outer.n > 0)
    outer.n--;
  if (outer.n > 0)
    members = lv_shape_cell_title (&outer, first / length);
  else if (target->n > 1 && lv_place_is_single (&placed->place, 0)
           && lv_place_next (&placed->place, target, &cell))
    members = g_strdup (lv_axis_member (target->axis[0], lv_shape_coordinate (target, (gsize) cell, 0))->title);
  return g_strdup_printf ("%s%s%s", placed->target->title, members != NULL ? ", " : "",
                          members != NULL ? members : "");
}

static gboolean
any_present (const LvModel *model, const LvNode *node, gsize first, gsize length)
{
  for (gsize cell = first; cell < first + length; cell++)
    if (lv_node_present (model, node, cell))
      return TRUE;
  return FALSE;
}

static gboolean
counts_months (const LvNode *target, const LvNode *node)
{
  const LvShape *shape = lv_node_shape (node);
  const LvAxis *last = shape->n > 0 ? shape->axis[shape->n - 1] : NULL;

  return last != NULL && last->parent != NULL && lv_shape_find (lv_node_shape (target), last) >= 0;
}

static void
add_lines (GPtrArray *lines, const LvModel *model, const LvPlaced *placed, gboolean is_cost)
{
  const LvShape *shape = lv_node_shape (placed->effect);
  gsize length = shape->n > 0 ? lv_axis_length (shape->axis[shape->n - 1]) : 1;

  for (gsize first = 0; first < lv_shape_cells (shape); first += length)
    {
      LvMeasureLine *line;

      if (!any_present (model, placed->effect, first, length))
        continue;
      line = g_new0 (LvMeasureLine, 1);
      line->node = placed->effect;
      line->raw = placed->raw;
      line->target = placed->target;
      line->first = first;
      line->title = line_title (placed, placed->effect, first);
      line->is_cost = is_cost;
      line->is_monthly = counts_months (placed->target, placed->effect);
      g_ptr_array_add (lines, line);
    }
}

static gboolean
is_cost (const LvMeasure *measure, const LvPlaced *placed)
{
  for (guint i = 0; i < measure->effects->len; i++)
    {
      const LvEffect *effect = &g_array_index (measure->effects, LvEffect, i);
      g_autofree char *id = g_strdup_printf ("%s#effect.%u", measure->item->id, i + 1);

      if (g_strcmp0 (id, placed->effect->id) == 0)
        return effect->cost;
    }
  return FALSE;
}

/** Returns: (transfer full) (element-type LvMeasureLine): what @measure does to each of its targets; none: ikke vurderet */
GPtrArray *
lv_measure_lines (const LvModel *model, const LvItem *measure)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < model->placed->len; i++)
    {
      const LvPlaced *placed = &g_array_index (model->placed, LvPlaced, i);

      if (placed->measure == measure)
        add_lines (lines, model, placed, is_cost (measure->detail, placed));
    }
  return lines;
}

/* A measure that is off counts 0; whether its effect is known is asked of the effect itself. Where it begins later or has
 * ended it is nothing, which is known. */
static LvValue
cell_value (const LvMeasureLine *self, const LvState *state, gsize cell)
{
  LvValue value = lv_state_get (state, self->node, cell);

  if (lv_shape_equal (lv_node_shape (self->raw), lv_node_shape (self->node))
      && lv_node_present (lv_state_model (state), self->raw, cell))
    {
      LvValue raw = lv_state_get (state, self->raw, cell);

      if (isnan (raw.number))
        return raw;
      value.marked = value.marked || raw.marked;
    }
  return value;
}

/**
 * lv_measure_line_value:
 * @years: the axis that @year is a member of
 *
 * Returns: what the line does in @year; absent where it does not run along years or their months
 */
LvValue
lv_measure_line_value (const LvMeasureLine *self, const LvState *state, const LvAxis *years, guint year)
{
  const LvModel *model = lv_state_model (state);
  const LvShape *shape = lv_node_shape (self->node);
  const LvAxis *last = shape->n > 0 ? shape->axis[shape->n - 1] : NULL;
  LvValue sum = { NAN, LV_STATUS_ABSENT, FALSE };
  guint months = 0;

  if (last == years)
    return cell_value (self, state, self->first + year);
  for (guint m = 0; last != NULL && last->parent == years && m < lv_axis_length (last); m++)
    {
      LvValue value;

      if (lv_axis_parent_index (last, m) != (int) year)
        continue;
      if (!lv_node_present (model, self->node, self->first + m))
        return (LvValue){ NAN, LV_STATUS_ABSENT, FALSE };
      value = cell_value (self, state, self->first + m);
      months++;
      if (sum.status == LV_STATUS_ABSENT)
        sum = value;
      else
        {
          sum.number += value.number;
          sum.marked = sum.marked || value.marked;
          sum.status = isnan (value.number) ? value.status : sum.status;
        }
    }
  if (self->is_monthly && months > 0)
    sum.number /= months;
  return sum;
}
