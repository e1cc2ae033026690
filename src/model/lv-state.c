/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-state-private.h"

#include "lv-month.h"

#include <math.h>
#include <string.h>

static gsize
largest_block (const LvModel *model)
{
  gsize largest = 1;

  for (guint b = 0; b < model->blocks->len; b++)
    {
      const LvBlock *block = g_ptr_array_index (model->blocks, b);
      gsize cells = 0;

      for (guint i = 0; i < block->nodes->len; i++)
        cells += lv_slot (model, ((LvNode *) g_ptr_array_index (block->nodes, i))->slot)->cells;
      largest = MAX (largest, cells);
    }
  return largest;
}

static LvState *
state_alloc (const LvModel *model)
{
  LvState *self = g_new0 (LvState, 1);

  self->model = model;
  self->values = g_new (double, model->arena);
  self->flags = g_new0 (guint8, model->arena);
  self->offset = g_new (gsize, model->slots->len);
  for (guint i = 0; i < model->slots->len; i++)
    self->offset[i] = lv_slot (model, i)->offset;
  self->inputs = g_new0 (LvInputValues, model->inputs->len);
  self->scratch = g_new (double, LV_MAX_MEMBERS);
  self->dirty = g_new0 (guint8, model->blocks->len);
  self->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->before = g_new (double, 2 * largest_block (model));
  return self;
}

/** Returns: (transfer full): @model's grundprognose, computed */
LvState *
lv_state_new (const LvModel *model)
{
  LvState *self = state_alloc (model);

  for (gsize i = 0; i < model->arena; i++)
    self->values[i] = NAN;
  lv_state_update_all (self);
  return self;
}

static gsize
input_cells (const LvState *self, guint input)
{
  return lv_shape_cells (lv_node_shape (g_ptr_array_index (self->model->inputs, input)));
}

/** Returns: (transfer full): the same values, to be changed apart */
LvState *
lv_state_copy (const LvState *self)
{
  LvState *copy = state_alloc (self->model);
  GHashTableIter iter;
  gpointer key;
  gpointer day;

  memcpy (copy->values, self->values, self->model->arena * sizeof (double));
  memcpy (copy->flags, self->flags, self->model->arena);
  memcpy (copy->dirty, self->dirty, self->model->blocks->len);
  copy->first_dirty = self->first_dirty;
  g_hash_table_iter_init (&iter, self->days);
  while (g_hash_table_iter_next (&iter, &key, &day))
    g_hash_table_insert (copy->days, g_strdup (key), day);
  for (guint i = 0; i < self->model->inputs->len; i++)
    {
      gsize cells = input_cells (self, i);

      copy->inputs[i].changed = self->inputs[i].changed;
      if (self->inputs[i].mask == NULL)
        continue;
      copy->inputs[i].mask = g_memdup2 (self->inputs[i].mask, cells);
      copy->inputs[i].value = g_memdup2 (self->inputs[i].value, cells * sizeof (double));
    }
  return copy;
}

void
lv_state_free (LvState *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->model->inputs->len; i++)
    {
      g_free (self->inputs[i].mask);
      g_free (self->inputs[i].value);
    }
  g_free (self->inputs);
  g_free (self->values);
  g_free (self->flags);
  g_free (self->offset);
  g_free (self->scratch);
  g_free (self->dirty);
  g_free (self->before);
  g_hash_table_unref (self->days);
  g_free (self);
}

const LvModel *
lv_state_model (const LvState *self)
{
  return self->model;
}

/* Where the operations of this state run. */
LvRun
lv_state_run (const LvState *self)
{
  return (LvRun){ .model = self->model,
                  .values = self->values,
                  .flags = self->flags,
                  .offset = self->offset,
                  .lanes = 1,
                  .inputs = self->inputs,
                  .scratch = self->scratch };
}

static void
soil (LvState *self, guint block)
{
  self->dirty[block] = TRUE;
  self->first_dirty = MIN (self->first_dirty, block);
}

static gboolean
differs (const LvState *self, const LvNode *input, gsize cell)
{
  double value = self->inputs[input->input].value[cell];
  double standard = lv_state_default (self, input, cell);

  return isnan (value) != isnan (standard) || (!isnan (value) && value != standard);
}

/* Whether an input differs from its default decides what change() looks at, so each change() over it
 * must run again even when its operands stay the same. */
static void
settle_changed (LvState *self, const LvNode *input)
{
  LvInputValues *values = &self->inputs[input->input];
  gsize cells = input_cells (self, input->input);
  gboolean changed = FALSE;

  for (gsize i = 0; !changed && values->mask != NULL && i < cells; i++)
    changed = values->mask[i] && differs (self, input, i);
  if (changed == values->changed)
    return;
  values->changed = changed;
  for (guint i = 0; input->watchers != NULL && i < input->watchers->len; i++)
    soil (self, g_array_index (input->watchers, guint, i));
}

static void
note_changed (LvState *self, const LvNode *input)
{
  if (self->held != NULL)
    return;
  settle_changed (self, input);
  soil (self, input->block);
  if (input->twin != NULL)
    soil (self, input->twin->block);
}

/**
 * lv_state_set:
 * @input: a series, parameter or knob
 * @cell: which of its cells
 * @value: in its unit; NaN makes it missing; members are indices, months month numbers
 */
void
lv_state_set (LvState *self, const LvNode *input, gsize cell, double value)
{
  LvInputValues *values = &self->inputs[input->input];
  gsize cells = input_cells (self, input->input);

  g_return_if_fail (lv_node_is_input (input) && input->base == NULL && cell < cells);
  if (values->mask == NULL)
    {
      values->mask = g_new0 (guint8, cells);
      values->value = g_new0 (double, cells);
    }
  values->mask[cell] = TRUE;
  values->value[cell] = value;
  note_changed (self, input);
}

/** Takes @cell of @input back to its default. */
void
lv_state_reset (LvState *self, const LvNode *input, gsize cell)
{
  LvInputValues *values = &self->inputs[input->input];

  if (values->mask == NULL || !values->mask[cell])
    return;
  values->mask[cell] = FALSE;
  note_changed (self, input);
}

/** Takes everything back to its default. */
void
lv_state_clear (LvState *self)
{
  g_hash_table_remove_all (self->days);
  for (guint i = 0; i < self->model->inputs->len; i++)
    {
      LvInputValues *values = &self->inputs[i];

      if (values->mask == NULL || memchr (values->mask, TRUE, input_cells (self, i)) == NULL)
        continue;
      memset (values->mask, 0, input_cells (self, i));
      note_changed (self, g_ptr_array_index (self->model->inputs, i));
    }
}

/**
 * lv_state_hold:
 *
 * Notes nothing from now on until lv_state_let_go(): what is cleared may be set again to what it was. The state is
 * not to be computed or copied meanwhile.
 */
void
lv_state_hold (LvState *self)
{
  self->held = g_new0 (LvInputValues, self->model->inputs->len);
  for (guint i = 0; i < self->model->inputs->len; i++)
    {
      const LvInputValues *values = &self->inputs[i];
      gsize cells = input_cells (self, i);

      if (values->mask == NULL || memchr (values->mask, TRUE, cells) == NULL)
        continue;
      self->held[i].mask = g_memdup2 (values->mask, cells);
      self->held[i].value = g_memdup2 (values->value, cells * sizeof (double));
    }
}

/* Bit by bit, as a value may be missing. */
static gboolean
is_as_held (const LvInputValues *held, const LvInputValues *now, gsize cells)
{
  for (gsize i = 0; i < cells; i++)
    {
      gboolean was = held->mask != NULL && held->mask[i];
      gboolean is = now->mask != NULL && now->mask[i];

      if (was != is || (is && memcmp (&held->value[i], &now->value[i], sizeof (double)) != 0))
        return FALSE;
    }
  return TRUE;
}

/** Notes what has become another since lv_state_hold(), and only that is computed again. */
void
lv_state_let_go (LvState *self)
{
  LvInputValues *held = g_steal_pointer (&self->held);

  for (guint i = 0; i < self->model->inputs->len; i++)
    {
      if ((held[i].mask != NULL || self->inputs[i].mask != NULL)
          && !is_as_held (&held[i], &self->inputs[i], input_cells (self, i)))
        note_changed (self, g_ptr_array_index (self->model->inputs, i));
      g_free (held[i].mask);
      g_free (held[i].value);
    }
  g_free (held);
}

static gsize
save_block (const LvState *self, const LvBlock *block, double *into)
{
  gsize at = 0;

  for (guint i = 0; i < block->nodes->len; i++)
    {
      const LvSlot *slot
          = lv_slot (self->model, ((LvNode *) g_ptr_array_index (block->nodes, i))->slot);

      memcpy (into + at, self->values + slot->offset, slot->cells * sizeof (double));
      at += slot->cells;
      memcpy (into + at, self->flags + slot->offset, slot->cells);
      at += (slot->cells + sizeof (double) - 1) / sizeof (double);
    }
  return at;
}

static gboolean
same_block (const LvState *self, const LvBlock *block, const double *before)
{
  gsize at = 0;

  for (guint i = 0; i < block->nodes->len; i++)
    {
      const LvSlot *slot
          = lv_slot (self->model, ((LvNode *) g_ptr_array_index (block->nodes, i))->slot);

      if (memcmp (before + at, self->values + slot->offset, slot->cells * sizeof (double)) != 0)
        return FALSE;
      at += slot->cells;
      if (memcmp (before + at, self->flags + slot->offset, slot->cells) != 0)
        return FALSE;
      at += (slot->cells + sizeof (double) - 1) / sizeof (double);
    }
  return TRUE;
}

/* A default taken from another value moves with it: what was set may differ from it now, or no longer. */
static void
settle_defaults (LvState *self, const LvBlock *block)
{
  for (guint i = 0; i < block->nodes->len; i++)
    {
      const LvNode *node = g_ptr_array_index (block->nodes, i);

      if (node->kind == LV_NODE_INPUT && node->base == NULL && node->default_node != NULL)
        settle_changed (self, node);
    }
}

/**
 * lv_state_update:
 *
 * Computes what depends on what was set; a block whose values stay the same stops the way there.
 *
 * Returns: how many blocks were computed
 */
guint
lv_state_update (LvState *self)
{
  LvRun run = lv_state_run (self);
  guint count = 0;

  for (guint b = self->first_dirty; b < self->model->blocks->len; b++)
    {
      const LvBlock *block = g_ptr_array_index (self->model->blocks, b);

      if (!self->dirty[b])
        continue;
      self->dirty[b] = FALSE;
      save_block (self, block, self->before);
      lv_run_block (&run, block);
      settle_defaults (self, block);
      count++;
      if (same_block (self, block, self->before))
        continue;
      for (guint d = 0; d < block->dependents->len; d++)
        self->dirty[g_array_index (block->dependents, guint, d)] = TRUE;
    }
  self->first_dirty = self->model->blocks->len;
  self->serial += count > 0;
  return count;
}

/** Computes everything. */
void
lv_state_update_all (LvState *self)
{
  LvRun run = lv_state_run (self);

  for (guint b = 0; b < self->model->blocks->len; b++)
    {
      lv_run_block (&run, g_ptr_array_index (self->model->blocks, b));
      settle_defaults (self, g_ptr_array_index (self->model->blocks, b));
    }
  memset (self->dirty, 0, self->model->blocks->len);
  self->first_dirty = self->model->blocks->len;
  self->serial++;
}

/** Returns: a number that is another one when values may have changed since; for who keeps what he found */
guint
lv_state_serial (const LvState *self)
{
  return self->serial;
}

/** Returns: the number in @cell, NaN when missing or absent */
double
lv_state_number (const LvState *self, const LvNode *node, gsize cell)
{
  return lv_node_present (self->model, node, cell) ? self->values[self->offset[node->slot] + cell] : NAN;
}

/** Returns: the default of @input's @cell under this scenario; NaN when it has none */
double
lv_state_default (const LvState *self, const LvNode *input, gsize cell)
{
  const LvNode *from = input->default_node;
  LvFactor ratio;
  gsize at = 0;

  if (from == NULL || !isnan (input->defaults[cell]))
    return input->defaults[cell];
  for (guint i = 0; i < from->type.shape.n; i++)
    {
      int position = lv_shape_find (&input->type.shape, from->type.shape.axis[i]);

      at += lv_shape_coordinate (&input->type.shape, cell, (guint) position)
            * lv_shape_stride (&from->type.shape, i);
    }
  ratio = lv_factor_divide (from->type.factor, input->type.factor);
  return lv_state_number (self, from, at) * ratio.num / ratio.den;
}

/** Returns: whether the scenario says something of @cell, be it the default itself */
gboolean
lv_state_is_set (const LvState *self, const LvNode *input, gsize cell)
{
  const LvInputValues *values
      = input->kind == LV_NODE_INPUT && input->base == NULL ? &self->inputs[input->input] : NULL;

  return values != NULL && values->mask != NULL && values->mask[cell];
}

/** Returns: whether any cell of @input differs from its default */
gboolean
lv_state_is_changed (const LvState *self, const LvNode *input)
{
  return self->inputs[input->input].changed;
}

static LvStatus
input_status (const LvState *self, const LvNode *column, gsize cell, double number)
{
  const LvNode *node = column->base != NULL ? column->base : column;
  gboolean in_reference = column->base != NULL && column->lever;

  if (!in_reference && lv_state_is_set (self, node, cell) && differs (self, node, cell))
    return isnan (number) ? LV_STATUS_MISSING : LV_STATUS_CHANGED;
  if (node->series != NULL)
    return (LvStatus) node->series->status[cell];
  if (isnan (number))
    return LV_STATUS_MISSING;
  if (node->default_node != NULL && isnan (node->defaults[cell]))
    return LV_STATUS_DERIVED;
  if (node->parameter != NULL && node->parameter->source != NULL)
    return LV_STATUS_PUBLISHED;
  return LV_STATUS_ASSUMED;
}

/**
 * lv_state_get:
 *
 * Returns: number, status and mark of @cell
 */
LvValue
lv_state_get (const LvState *self, const LvNode *node, gsize cell)
{
  LvValue value = { .number = lv_state_number (self, node, cell), .status = LV_STATUS_DERIVED };
  guint8 flags = self->flags[self->offset[node->slot] + cell];

  if (!lv_node_present (self->model, node, cell))
    return (LvValue){ NAN, LV_STATUS_ABSENT, FALSE };
  value.marked = (flags & LV_FLAG_MARK) != 0;
  if (node->kind == LV_NODE_INPUT)
    value.status = input_status (self, node, cell, value.number);
  else if (isnan (value.number))
    value.status = (flags & LV_FLAG_UNDEFINED) != 0         ? LV_STATUS_UNDEFINED
                   : (flags & LV_FLAG_NOT_APPLICABLE) != 0 ? LV_STATUS_NOT_APPLICABLE
                                                           : LV_STATUS_MISSING;
  return value;
}

void
lv_state_set_day (LvState *self, const char *id, const char *property, const GDate *day)
{
  g_hash_table_insert (self->days, g_strconcat (id, ".", property, NULL),
                       GUINT_TO_POINTER (g_date_get_julian (day)));
}

/**
 * lv_state_get_day:
 * @action: an [action]
 * @property: start, end or another key of it that is a date
 * @day: (out): the scenario's date, else that of the pack; of a month its first day, or its last
 *   where something ends
 *
 * Returns: %FALSE when there is none
 */
gboolean
lv_state_get_day (const LvState *self, const LvItem *action, const char *property, GDate *day)
{
  g_autofree char *key = g_strconcat (action->id, ".", property, NULL);
  guint32 moved = GPOINTER_TO_UINT (g_hash_table_lookup (self->days, key));
  const char *text = lv_item_get (action, property);

  g_date_clear (day, 1);
  if (moved == 0)
    return text != NULL && lv_date_parse (text, strcmp (property, "start") != 0, day);
  g_date_set_julian (day, moved);
  return TRUE;
}
