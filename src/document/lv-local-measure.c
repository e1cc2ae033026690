/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A measure of the user's own as its dialog shows it, and what it may do something to. */
#include "lv-session-private.h"

#include "lv-local-measure.h"

#include <math.h>
#include <string.h>

static void
effect_free (gpointer data)
{
  LvLocalEffect *effect = data;

  g_free (effect->target);
  g_free (effect->members);
  g_free (effect->series);
  g_array_unref (effect->values);
  g_free (effect);
}

/** Returns: (transfer full): a measure that says nothing yet */
LvLocalMeasure *
lv_local_measure_new (void)
{
  LvLocalMeasure *self = g_new0 (LvLocalMeasure, 1);
  char **texts[] = { &self->title, &self->description, &self->consequence, &self->owner,
                     &self->positions, &self->state, &self->who, &self->why };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup ("");
  self->start = -1;
  self->phase_in = 1;
  self->realisation = 100;
  self->effects = g_ptr_array_new_with_free_func (effect_free);
  return self;
}

void
lv_local_measure_free (LvLocalMeasure *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->consequence);
  g_free (self->owner);
  g_free (self->positions);
  g_free (self->state);
  g_free (self->who);
  g_free (self->why);
  g_ptr_array_unref (self->effects);
  g_free (self);
}

static gsize
values_of (const LvNode *node)
{
  const LvShape *shape = node != NULL ? lv_node_shape (node) : NULL;

  return shape != NULL && shape->n > 0 ? lv_axis_length (shape->axis[shape->n - 1]) : 1;
}

/**
 * lv_local_measure_add_effect:
 * @target: id of a formula that lv_session_measure_targets() gives
 * @members: its outer members
 *
 * Returns: (transfer none): an effect without values
 */
LvLocalEffect *
lv_local_measure_add_effect (LvLocalMeasure *self, LvSession *session, const char *target,
                             const char *members)
{
  LvLocalEffect *effect = g_new0 (LvLocalEffect, 1);
  gsize n = values_of (lv_model_find (lv_session_model (session), target));
  double none = NAN;

  effect->target = g_strdup (target);
  effect->members = g_strdup (members);
  effect->values = g_array_new (FALSE, FALSE, sizeof (double));
  for (gsize i = 0; i < n; i++)
    g_array_append_val (effect->values, none);
  g_ptr_array_add (self->effects, effect);
  return effect;
}

/** Takes an effect of the measure away. */
void
lv_local_measure_take_effect (LvLocalMeasure *self, LvLocalEffect *effect)
{
  g_ptr_array_remove (self->effects, effect);
}

/* --- Targets */

static void
target_free (gpointer data)
{
  LvMeasureTarget *target = data;

  g_free (target->id);
  g_free (target->members);
  g_free (target->title);
  g_free (target);
}

static LvShape
outer_of (const LvNode *node)
{
  LvShape outer = *lv_node_shape (node);

  if (outer.n > 0)
    outer.n--;
  return outer;
}

static void
add_targets (GPtrArray *targets, const LvNode *node)
{
  LvShape outer = outer_of (node);

  for (gsize cell = 0; cell < lv_shape_cells (&outer); cell++)
    {
      LvMeasureTarget *target = g_new0 (LvMeasureTarget, 1);
      g_autofree char *cell_title = lv_shape_cell_title (&outer, cell);

      target->id = g_strdup (lv_node_id (node));
      target->members = lv_shape_cell_name (&outer, cell);
      target->title = cell_title[0] != '\0'
                          ? g_strdup_printf ("%s (%s)", cell_title, lv_node_title (node))
                          : g_strdup (lv_node_title (node));
      g_ptr_array_add (targets, target);
    }
}

/**
 * lv_session_measure_targets:
 *
 * Effects are given per year, so that what runs along months is no target here.
 *
 * Returns: (transfer full) (element-type LvMeasureTarget): what measures may do something to, cell by cell
 */
GPtrArray *
lv_session_measure_targets (LvSession *self)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (target_free);

  g_return_val_if_fail (LV_IS_SESSION (self), targets);
  for (guint i = 0; i < lv_model_n_nodes (self->model); i++)
    {
      const LvNode *node = lv_model_node (self->model, i);
      const LvShape *shape = lv_node_shape (node);

      if (!lv_node_takes_measures (node) || lv_node_is_hidden (node)
          || (shape->n > 0 && shape->axis[shape->n - 1]->kind == LV_AXIS_MONTHS))
        continue;
      add_targets (targets, node);
    }
  return targets;
}

/**
 * lv_session_effect_node:
 * @first: (out): the cell of its first value
 *
 * Returns: (transfer none) (nullable): the target of @effect, %NULL when it is gone
 */
const LvNode *
lv_session_effect_node (LvSession *self, const LvLocalEffect *effect, gsize *first)
{
  const LvNode *node = lv_model_find (self->model, effect->target);
  g_autofree char *reason = NULL;
  gssize cell = -1;
  LvShape outer;
  LvPlace place;

  if (node == NULL)
    return NULL;
  outer = outer_of (node);
  if (!lv_place_parse (effect->members, &outer, &place, &reason)
      || !lv_place_next (&place, &outer, &cell))
    return NULL;
  *first = (gsize) cell * values_of (node);
  return node;
}
