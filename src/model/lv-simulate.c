/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many draws of the same program: only the blocks between what is drawn and what is asked for run, tile
 * by tile, each operation over all draws of the tile at once. */
#include "lv-simulate.h"

#include "lv-state-private.h"

#include <math.h>
#include <string.h>

#define LANES 128

typedef struct
{
  const LvState *state;
  const LvModel *model;
  guint8 *needed;    /* (owned) per block: runs for every tile */
  gsize *offset;     /* (owned) per slot: place in the tile */
  LvInputValues *inputs; /* (owned) */
  double *values;    /* (owned) */
  gsize cells;
} Tile;

/* Blocks that depend on something drawn. */
static void
mark_down (const LvModel *model, guint8 *mark, const LvDraw *draws, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      mark[draws[i].input->block] = 1;
      if (draws[i].input->twin != NULL && !draws[i].input->lever)
        mark[draws[i].input->twin->block] = 1;
    }
  for (guint b = 0; b < model->blocks->len; b++)
    {
      const LvBlock *block = g_ptr_array_index (model->blocks, b);

      for (guint d = 0; mark[b] && d < block->dependents->len; d++)
        mark[g_array_index (block->dependents, guint, d)] = 1;
    }
}

/* Of these, blocks that the target depends on. */
static void
mark_up (const LvModel *model, guint8 *mark, guint target)
{
  g_autofree guint8 *wanted = g_new0 (guint8, model->blocks->len);

  wanted[target] = 1;
  for (guint b = model->blocks->len; b > 0; b--)
    {
      const LvBlock *block = g_ptr_array_index (model->blocks, b - 1);

      for (guint d = 0; !wanted[b - 1] && d < block->dependents->len; d++)
        wanted[b - 1] = wanted[g_array_index (block->dependents, guint, d)];
    }
  for (guint b = 0; b < model->blocks->len; b++)
    mark[b] = mark[b] && wanted[b];
}

static void
take_slot (Tile *self, guint slot)
{
  if (self->offset[slot] != G_MAXSIZE)
    return;
  self->offset[slot] = self->cells;
  self->cells += lv_slot (self->model, slot)->cells;
}

static void
place_slots (Tile *self, guint target_slot)
{
  for (guint i = 0; i < self->model->slots->len; i++)
    self->offset[i] = G_MAXSIZE;
  take_slot (self, target_slot);
  for (guint b = 0; b < self->model->blocks->len; b++)
    {
      const LvBlock *block = g_ptr_array_index (self->model->blocks, b);

      for (guint i = 0; self->needed[b] && i < block->ops->len; i++)
        {
          const LvOp *op = g_ptr_array_index (block->ops, i);

          take_slot (self, op->slot);
          for (guint k = 0; k < op->n_operands; k++)
            take_slot (self, op->operand[k].slot);
        }
    }
}

/* What no draw moves is copied once, the same in every lane. */
static void
fill_constants (Tile *self)
{
  for (guint s = 0; s < self->model->slots->len; s++)
    {
      const LvSlot *slot = lv_slot (self->model, s);

      for (gsize c = 0; self->offset[s] != G_MAXSIZE && c < slot->cells; c++)
        for (guint l = 0; l < LANES; l++)
          self->values[(self->offset[s] + c) * LANES + l] = self->state->values[slot->offset + c];
    }
}

/**
 * lv_draw_at:
 * @parameter: with low, likely and high
 * @share: between 0 and 1
 *
 * The value that a share of the distribution lies below: triangle between low, likely and high unless
 * the parameter says uniform.
 *
 * Returns: the value, or NaN when low or high is not said
 */
double
lv_draw_at (const LvParameter *parameter, double share)
{
  double low = parameter->low;
  double high = parameter->high;
  double mode = isnan (parameter->likely) ? (low + high) / 2 : parameter->likely;
  double peak;

  if (isnan (low) || isnan (high))
    return NAN;
  if (high == low)
    return low;
  if (parameter->distribution == LV_DISTRIBUTION_UNIFORM)
    return low + share * (high - low);
  peak = (mode - low) / (high - low);
  if (share < peak)
    return low + sqrt (share * (high - low) * (mode - low));
  return high - sqrt ((1 - share) * (high - low) * (high - mode));
}

static void
draw_lane (Tile *self, const LvDraw *draws, guint n, guint lane, GRand *random)
{
  for (guint i = 0; i < n; i++)
    {
      const LvNode *input = draws[i].input;
      double value = lv_draw_at (lv_node_parameter (input), g_rand_double (random));

      self->values[(self->offset[input->slot] + draws[i].cell) * LANES + lane] = value;
      if (input->twin != NULL && !input->lever && self->offset[input->twin->slot] != G_MAXSIZE)
        self->values[(self->offset[input->twin->slot] + draws[i].cell) * LANES + lane] = value;
    }
}

static void
tile_init (Tile *self, const LvState *state, const LvDraw *draws, guint n, const LvNode *target)
{
  self->state = state;
  self->model = lv_state_model (state);
  self->needed = g_new0 (guint8, self->model->blocks->len);
  self->offset = g_new (gsize, self->model->slots->len);
  mark_down (self->model, self->needed, draws, n);
  mark_up (self->model, self->needed, target->block);
  place_slots (self, target->slot);
  for (guint i = 0; i < n; i++)
    take_slot (self, draws[i].input->slot);
  self->values = g_new (double, self->cells * LANES);
  fill_constants (self);
  self->inputs = g_memdup2 (state->inputs, self->model->inputs->len * sizeof (LvInputValues));
  /* Whether a lever differs from a default that is drawn is another answer in every lane; change() then
   * looks and finds 0 by itself. */
  for (guint i = 0; i < self->model->inputs->len; i++)
    if (((LvNode *) g_ptr_array_index (self->model->inputs, i))->default_node != NULL)
      self->inputs[i].changed = TRUE;
  for (guint i = 0; i < n; i++)
    {
      const LvNode *input = draws[i].input;

      self->inputs[input->input].changed = TRUE;
      self->needed[input->block] = 0; /* drawn, not computed */
      if (input->twin != NULL && !input->lever)
        self->needed[input->twin->block] = 0;
    }
}

static void
run_tile (const Tile *self, const LvRun *run)
{
  for (guint b = 0; b < self->model->blocks->len; b++)
    {
      const LvBlock *block = g_ptr_array_index (self->model->blocks, b);

      if (self->needed[b])
        lv_run_block (run, block);
    }
}

/**
 * lv_simulate:
 * @state: the scenario around which is drawn; not changed
 * @draws: what is uncertain, each independent of the others
 * @target, @cell: what is asked for
 * @count: how many draws
 * @seed: the same seed gives the same draws
 *
 * Returns: (transfer full): @count values of the target
 */
double *
lv_simulate (const LvState *state, const LvDraw *draws, guint n_draws, const LvNode *target,
             gsize cell, guint count, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  double *result = g_new (double, MAX (count, 1));
  Tile tile = { 0 };
  LvRun run;

  tile_init (&tile, state, draws, n_draws, target);
  run = (LvRun){ .model = tile.model,
                 .values = tile.values,
                 .offset = tile.offset,
                 .lanes = LANES,
                 .inputs = tile.inputs,
                 .scratch = state->scratch };
  for (guint done = 0; done < count; done += LANES)
    {
      guint lanes = MIN (LANES, count - done);

      for (guint l = 0; l < lanes; l++)
        draw_lane (&tile, draws, n_draws, l, random);
      run_tile (&tile, &run);
      memcpy (result + done, tile.values + (tile.offset[target->slot] + cell) * LANES,
              lanes * sizeof (double));
    }
  g_free (tile.needed);
  g_free (tile.offset);
  g_free (tile.inputs);
  g_free (tile.values);
  return result;
}
