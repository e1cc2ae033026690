/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What does it take? Several levers are turned together, each the same share of its way from where it
 * stands to a bound, so that the answer is one number between 0 and 1 and easy to say aloud: "each
 * lever 37 pct. of its way". First the way is searched for a change of sign, then halved. */
#include "lv-solve.h"

#include "lv-model-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PIECES 32
#define HALVINGS 200

typedef struct
{
  LvState *state; /* (owned) */
  const LvNode *target;
  gsize cell;
  double goal;
  const LvSolveLever *levers;
  guint n;
  double *from; /* (owned) where each lever stands */
  gboolean up;  /* towards the high bounds */
} Search;

void
lv_solution_free (LvSolution *self)
{
  if (self == NULL)
    return;
  g_free (self->values);
  g_free (self);
}

static double
lever_at (const Search *self, guint i, double share)
{
  double bound = self->up ? self->levers[i].high : self->levers[i].low;

  return self->from[i] + share * (bound - self->from[i]);
}

static void
turn (const Search *self, guint i, double value)
{
  const LvSolveLever *lever = &self->levers[i];
  gsize cells = lv_shape_cells (lv_node_shape (lever->input));

  if (lever->cell >= 0)
    {
      lv_state_set (self->state, lever->input, (gsize) lever->cell, value);
      return;
    }
  for (gsize c = 0; c < cells; c++)
    if (lv_node_present (lv_state_model (self->state), lever->input, c))
      lv_state_set (self->state, lever->input, c, value);
}

static double
miss (const Search *self, double share)
{
  for (guint i = 0; i < self->n; i++)
    turn (self, i, lever_at (self, i, share));
  lv_state_update (self->state);
  return lv_state_number (self->state, self->target, self->cell) - self->goal;
}

/* Looks for two neighbours on the way between which the target crosses the goal. Returns the best share
 * seen; *found tells whether it is a crossing, then halved as far as numbers go. */
static double
search (const Search *self, gboolean *found, double *left_over)
{
  double low = 0;
  double low_miss = miss (self, 0);
  double best = 0;

  *left_over = low_miss;
  *found = low_miss == 0;
  for (guint piece = 1; piece <= PIECES && !*found; piece++)
    {
      double high = (double) piece / PIECES;
      double high_miss = miss (self, high);

      if (fabs (high_miss) < fabs (*left_over) || isnan (*left_over))
        {
          best = high;
          *left_over = high_miss;
        }
      *found = (low_miss < 0) != (high_miss < 0) && !isnan (low_miss) && !isnan (high_miss);
      if (high_miss == 0 || !*found)
        {
          *found = high_miss == 0;
          low = high;
          low_miss = high_miss;
          best = *found ? high : best;
          continue;
        }
      for (guint i = 0; i < HALVINGS && low < high; i++)
        {
          double middle = (low + high) / 2;
          double middle_miss = miss (self, middle);

          if (middle == low || middle == high)
            break;
          if ((middle_miss < 0) == (low_miss < 0))
            low = middle;
          else
            high = middle;
        }
      best = fabs (miss (self, low)) < fabs (miss (self, high)) ? low : high;
      *left_over = miss (self, best);
      /* A jump crosses the goal without meeting it. */
      *found = fabs (*left_over) <= 1e-9 * MAX (1, fabs (self->goal) + fabs (high_miss));
      return best;
    }
  return best;
}

static void
stand (Search *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const LvSolveLever *lever = &self->levers[i];
      double now = lv_state_number (self->state, lever->input, lever->cell >= 0 ? (gsize) lever->cell : 0);

      self->from[i] = isnan (now) ? lever->low : CLAMP (now, lever->low, lever->high);
    }
}

/**
 * lv_solve:
 * @state: the scenario to start from; not changed
 * @target: what shall reach @goal
 * @cell: which of its cells
 * @levers: what may be turned
 *
 * Returns: (transfer full): the answer, or how far the levers get within their bounds
 */
LvSolution *
lv_solve (const LvState *state, const LvNode *target, gsize cell, double goal,
          const LvSolveLever *levers, guint n_levers)
{
  Search self = { .target = target, .cell = cell, .goal = goal, .levers = levers, .n = n_levers };
  LvSolution *solution = g_new0 (LvSolution, 1);
  gboolean found[2] = { FALSE, FALSE };
  double left_over[2];
  double share[2];
  guint way;

  self.state = lv_state_copy (state);
  self.from = g_new0 (double, n_levers);
  stand (&self);
  for (guint i = 0; i < 2; i++)
    {
      self.up = i == 1;
      share[i] = search (&self, &found[i], &left_over[i]);
    }
  way = found[1] != found[0] ? found[1] : fabs (left_over[1]) < fabs (left_over[0]);
  self.up = way == 1;
  solution->found = found[way];
  solution->n = n_levers;
  solution->values = g_new0 (double, n_levers);
  for (guint i = 0; i < n_levers; i++)
    solution->values[i] = lever_at (&self, i, share[way]);
  solution->reached = miss (&self, share[way]) + goal;
  lv_state_free (self.state);
  g_free (self.from);
  return solution;
}

static gboolean
take_lever (const LvModel *model, const LvItem *item, const LvLever *from, LvSolveLever *to,
            LvProblems *problems)
{
  const LvShape *shape;
  g_autofree char *reason = NULL;
  g_autofree char *group = lv_item_group (item);
  LvPlace place;
  gssize cell = -1;

  to->input = lv_model_find (model, from->item->id);
  to->low = from->low;
  to->high = from->high;
  to->cell = -1;
  if (to->input == NULL || !lv_node_is_input (to->input))
    {
      lv_problems_add (problems, item->file, from->line, group, "lever", _ ("“%s” can't be turned"),
                       from->item->id);
      return FALSE;
    }
  shape = lv_node_shape (to->input);
  if (from->members == NULL || from->members[0] == '\0')
    return TRUE;
  if (lv_place_parse (from->members, shape, &place, &reason) && lv_place_next (&place, shape, &cell))
    {
      to->cell = cell;
      return TRUE;
    }
  lv_problems_add (problems, item->file, from->line, group, "lever", "%s", reason);
  return FALSE;
}

static gboolean
target_fits (const LvNode *target)
{
  return target != NULL && lv_shape_cells (&target->type.shape) == 1 && !target->type.is_switch;
}

/** Records what is wrong with the targets of a model that is being built. */
void
lv_solves_validate (LvModel *model)
{
  const GPtrArray *solves = lv_pack_items (model->pack, LV_KIND_SOLVE);

  for (guint i = 0; i < solves->len; i++)
    {
      const LvItem *item = g_ptr_array_index (solves, i);
      g_autofree char *id = g_strconcat (item->id, "#target", NULL);
      const LvNode *target = lv_model_find (model, id);

      if (target != NULL && !target->broken && !target_fits (target))
        lv_model_fault (model, item, 0, "target", _ ("the target must be a single number"));
    }
}

/**
 * lv_solve_item:
 * @item: a [solve] of the pack
 * @levers: (out) (transfer full): its levers, one for each value of the answer
 *
 * Returns: (transfer full) (nullable): the answer, %NULL when the item is wrong
 */
LvSolution *
lv_solve_item (const LvState *state, const LvItem *item, LvSolveLever **levers, LvProblems *problems)
{
  const LvModel *model = lv_state_model (state);
  const LvSolve *solve = item->detail;
  g_autofree char *id = g_strconcat (item->id, "#target", NULL);
  const LvNode *target = lv_model_find (model, id);
  guint n = solve->levers->len;

  *levers = g_new0 (LvSolveLever, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    if (!take_lever (model, item, &g_array_index (solve->levers, LvLever, i), &(*levers)[i], problems))
      {
        g_clear_pointer (levers, g_free);
        return NULL;
      }
  g_return_val_if_fail (target_fits (target), NULL);
  return lv_solve (state, target, 0, solve->value, *levers, n);
}
