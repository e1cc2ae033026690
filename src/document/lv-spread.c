/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locks of a scenario, and what is left of an amount shared out over the cells that are not locked. */
#include "lv-spread.h"

#include "lv-place.h"
#include "lv-session-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- Locks: "lock ID@m=yes" of a scenario */

static gboolean
is_yes (const char *value)
{
  return g_strcmp0 (value, "yes") == 0;
}

static gboolean *
locks_in (LvSession *self, const char *id, const LvNode *input)
{
  g_autoptr (LvScenario) scenario = id != NULL ? lv_session_flatten (self, id) : NULL;
  const LvShape *shape = lv_node_shape (input);
  gboolean *locks = g_new0 (gboolean, lv_shape_cells (shape));

  for (guint i = 0; scenario != NULL && i < scenario->changes->len; i++)
    {
      const LvChange *change = g_ptr_array_index (scenario->changes, i);
      LvPlace place;
      gssize cell = -1;

      if (change->kind != LV_CHANGE_LOCK || g_strcmp0 (change->id, lv_node_id (input)) != 0
          || !lv_place_parse (change->members, shape, &place, NULL))
        continue;
      while (lv_place_next (&place, shape, &cell))
        locks[cell] = is_yes (change->value);
    }
  return locks;
}

/**
 * lv_session_locks:
 *
 * Returns: (transfer full): for each cell of @input whether the shown scenario, or one that it builds on,
 *   keeps it as it is
 */
gboolean *
lv_session_locks (LvSession *self, const LvNode *input)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return locks_in (self, self->shown, input);
}

/* "set reform.linje@a/2026" -> "lock reform.linje@a/2026" */
static char *
lock_key (const LvNode *input, gsize cell)
{
  g_autofree char *key = lv_change_key (input, cell);

  return g_strconcat ("lock", key + 3, NULL);
}

/**
 * lv_session_lock_cells:
 * @cells: (array length=n): cells of @input
 *
 * Locks cells, or lets go of them, as one step.
 *
 * Returns: %FALSE when the scenario may not be edited; "refused" has said why
 */
gboolean
lv_session_lock_cells (LvSession *self, const LvNode *input, const gsize *cells, guint n, gboolean lock)
{
  LvDocGroup *old;
  g_autoptr (LvDocGroup) group = NULL;
  g_autofree char *parent = NULL;
  g_autofree gboolean *inherited = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && lv_node_parameter (input) != NULL, FALSE);
  if (!lv_session_may_edit (self))
    return FALSE;
  group = lv_session_open_scenario (self, &old);
  parent = old != NULL ? lv_doc_group_get (old, "parent") : g_strdup (self->shown);
  inherited = locks_in (self, parent, input);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = lock_key (input, cells[i]);

      /* What a parent says is contradicted in words; else nothing need be said. */
      group = lv_change_replaced (group, key,
                                  inherited[cells[i]] == lock ? NULL : lock ? "yes" : "no");
    }
  lv_session_commit (self, lock ? _ ("Lock amounts") : _ ("Unlock amounts"), NULL, old, group);
  return TRUE;
}

/* --- Spreading */

static gboolean
find_node (LvSession *session, const LvItem *card, const char *key, const LvNode **node)
{
  const char *id = lv_item_get (card, key);

  *node = id != NULL ? lv_model_find (lv_session_model (session), id) : NULL;
  return *node != NULL;
}

/* Whether @outer runs along every axis of @inner. */
static gboolean
covers (const LvNode *outer, const LvNode *inner)
{
  const LvShape *shape = lv_node_shape (inner);

  for (guint i = 0; i < shape->n; i++)
    if (lv_shape_find (lv_node_shape (outer), shape->axis[i]) < 0)
      return FALSE;
  return TRUE;
}

/**
 * lv_spread_init:
 * @card: a [card] of the kind spread
 * @reason: (out) (transfer full) (optional): why the card can't spread
 *
 * Returns: whether the card's cells, rest and weight fit together
 */
gboolean
lv_spread_init (LvSpread *self, LvSession *session, const LvItem *card, char **reason)
{
  const char *weight = lv_item_get (card, "weight");
  const LvParameter *parameter;

  *self = (LvSpread){ .least = -INFINITY };
  if (!find_node (session, card, "cells", &self->cells)
      || !find_node (session, card, "rest", &self->rest) || !covers (self->cells, self->rest))
    {
      if (reason != NULL)
        *reason = g_strdup (_ ("the rest must run along axes that the cells have too"));
      return FALSE;
    }
  if (weight != NULL && g_strcmp0 (weight, "equal") != 0)
    find_node (session, card, "weight", &self->weight);
  parameter = lv_node_parameter (self->cells);
  if (parameter != NULL && !isnan (parameter->step))
    self->step = parameter->step;
  if (parameter != NULL && !isnan (parameter->min))
    self->least = parameter->min;
  return TRUE;
}

/* The cell of @other that lies where @cell of @node lies; @other runs along axes of @node alone. */
static gsize
cell_beside (const LvNode *node, gsize cell, const LvNode *other)
{
  const LvShape *from = lv_node_shape (node);
  const LvShape *to = lv_node_shape (other);
  gsize at = 0;

  for (guint i = 0; i < to->n; i++)
    at += lv_shape_coordinate (from, cell, (guint) lv_shape_find (from, to->axis[i]))
          * lv_shape_stride (to, i);
  return at;
}

/** Returns: the cell of the rest that @cell of the cells counts in; -1 where there is none */
gssize
lv_spread_rest_cell (const LvSpread *self, gsize cell)
{
  return (gssize) cell_beside (self->cells, cell, self->rest);
}

/* The amounts that one cell of the rest is shared out over. */
typedef struct
{
  GArray *cells;   /* (owned) gsize */
  double *amounts; /* (owned) */
  double *weights; /* (owned) */
} Open;

static void
open_init (Open *self, LvSession *session, const LvSpread *spread, gsize rest)
{
  const LvState *state = lv_session_state (session);
  gsize all = lv_shape_cells (lv_node_shape (spread->cells));
  g_autofree gboolean *locks = lv_session_locks (session, spread->cells);

  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->amounts = g_new0 (double, all);
  self->weights = g_new0 (double, all);
  for (gsize cell = 0; cell < all; cell++)
    {
      guint n = self->cells->len;
      double weight = 1;

      if (!lv_node_present (lv_session_model (session), spread->cells, cell)
          || lv_spread_rest_cell (spread, cell) != (gssize) rest
          || locks[cell])
        continue;
      if (spread->weight != NULL && covers (spread->cells, spread->weight))
        weight = lv_state_number (state, spread->weight,
                                  cell_beside (spread->cells, cell, spread->weight));
      self->weights[n] = isnan (weight) || weight < 0 ? 0 : weight;
      self->amounts[n] = lv_state_number (state, spread->cells, cell);
      if (isnan (self->amounts[n]))
        self->amounts[n] = 0;
      g_array_append_val (self->cells, cell);
    }
}

static void
open_clear (Open *self)
{
  g_array_unref (self->cells);
  g_free (self->amounts);
  g_free (self->weights);
}

static double
sum_of_weights (const Open *self, const LvSpread *spread, double left)
{
  double sum = 0;

  for (guint i = 0; i < self->cells->len; i++)
    if (left > 0 || self->amounts[i] > spread->least)
      sum += self->weights[i];
  return sum;
}

/* Whole steps by the largest remainder: first everyone's part rounded down, then one step each in turn. */
static double
share_out (Open *self, const LvSpread *spread, double left)
{
  double sum = sum_of_weights (self, spread, left);
  double given = 0;

  for (guint i = 0; sum > 0 && i < self->cells->len; i++)
    {
      double part = left * self->weights[i] / sum;
      double before = self->amounts[i];

      if (left < 0 && before <= spread->least)
        continue;
      if (spread->step > 0)
        part = trunc (part / spread->step + (part < 0 ? -1e-9 : 1e-9)) * spread->step;
      self->amounts[i] = MAX (before + part, spread->least);
      given += self->amounts[i] - before;
    }
  return left - given;
}

/* What whole steps leave over goes to the first cells, a step each; the last bit to one of them. */
static double
hand_out (Open *self, const LvSpread *spread, double left)
{
  double step = spread->step > 0 ? spread->step : fabs (left);

  for (guint i = 0; i < self->cells->len && fabs (left) > 1e-9; i++)
    {
      double piece = CLAMP (left, -step, step);
      double before = self->amounts[i];

      if (self->weights[i] <= 0)
        continue;
      self->amounts[i] = MAX (before + piece, spread->least);
      left -= self->amounts[i] - before;
    }
  return left;
}

/* Taking away may meet the least amount in some cells: the others take the rest of it. */
static void
spread_one (LvSession *session, const LvSpread *spread, gsize rest, GArray *changes)
{
  double left = lv_state_number (lv_session_state (session), spread->rest, rest);
  LvFactor factor = lv_factor_divide (lv_node_unit (spread->rest)->factor, lv_node_unit (spread->cells)->factor);
  Open open;

  if (isnan (left) || fabs (left) < 1e-9)
    return;
  left *= (double) factor.num / (double) factor.den;
  open_init (&open, session, spread, rest);
  for (guint turn = 0; turn <= open.cells->len && fabs (left) > 1e-9; turn++)
    left = hand_out (&open, spread, share_out (&open, spread, left));
  for (guint i = 0; i < open.cells->len; i++)
    {
      LvSessionChange change = { spread->cells, g_array_index (open.cells, gsize, i), NAN,
                                 open.amounts[i] };

      if (change.value != lv_state_number (lv_session_state (session), change.node, change.cell))
        g_array_append_val (changes, change);
    }
  open_clear (&open);
}

/**
 * lv_session_spread:
 * @name: what is done, as the user reads it after "Undo:"
 *
 * Shares out everything that is left over the cells that are not locked, as one step: equal parts or by
 * weight, in whole steps, what the steps leave over to the first ones. Of what is too much, cells give back
 * down to their least amount.
 *
 * Returns: %FALSE when the scenario may not be edited or there is nothing to share out; "refused" has said
 *   why
 */
gboolean
lv_session_spread (LvSession *session, const LvSpread *spread, const char *name)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (LvSessionChange));

  g_return_val_if_fail (LV_IS_SESSION (session) && spread != NULL && name != NULL, FALSE);
  for (gsize rest = 0; rest < lv_shape_cells (lv_node_shape (spread->rest)); rest++)
    if (lv_node_present (lv_session_model (session), spread->rest, rest))
      spread_one (session, spread, rest, changes);
  if (changes->len == 0)
    {
      lv_session_refuse (session, _ ("Nothing is left to share out over amounts that are not locked."));
      return FALSE;
    }
  return lv_session_set_many (session, name, (LvSessionChange *) changes->data, changes->len);
}
