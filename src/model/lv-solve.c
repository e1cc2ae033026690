/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What does it take? Several levers are turned together, each the same share of its way from where it
 * stands to a bound, so that the answer is one number between 0 and 1 and easy to say aloud: "each
 * lever 37 pct. of its way". First the way is searched for a change of sign, then halved. */
#include "lv-solve.h"

#include "lv-model-private.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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

/* Halves a stretch on which the target crosses the goal, as far as numbers go. */
static double
halve (const Search *self, double low, double high, double low_miss)
{
  for (guint i = 0; i < HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (middle == low || middle == high)
        break;
      if ((miss (self, middle) < 0) == (low_miss < 0))
        low = middle;
      else
        high = middle;
    }
  return fabs (miss (self, low)) < fabs (miss (self, high)) ? low : high;
}

/* Whether the target meets the goal at @share; keeps what came nearest. */
static gboolean
try_share (const Search *self, double share, double scale, double *best, double *left_over)
{
  double left = miss (self, share);

  if (fabs (left) < fabs (*left_over) || (isnan (*left_over) && !isnan (left)))
    {
      *best = share;
      *left_over = left;
    }
  return fabs (left) <= 1e-9 * MAX (1, scale);
}

/* Looks for two neighbours on the way between which the target crosses the goal. A jump crosses the goal
 * without meeting it; then the search goes on behind it. Returns the best share seen. */
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

      *found = try_share (self, high, 0, &best, left_over) && high_miss == 0;
      if (!*found && (low_miss < 0) != (high_miss < 0) && !isnan (low_miss) && !isnan (high_miss))
        *found = try_share (self, halve (self, low, high, low_miss),
                            fabs (self->goal) + fabs (high_miss), &best, left_over);
      low = high;
      low_miss = high_miss;
    }
  return best;
}

static gsize
first_cell (const LvModel *model, const LvSolveLever *lever)
{
  gsize cells = lv_shape_cells (lv_node_shape (lever->input));

  if (lever->cell >= 0)
    return (gsize) lever->cell;
  for (gsize cell = 0; cell < cells; cell++)
    if (lv_node_present (model, lever->input, cell))
      return cell;
  return 0;
}

static void
stand (Search *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const LvSolveLever *lever = &self->levers[i];
      double now = lv_state_number (self->state, lever->input,
                                    first_cell (lv_state_model (self->state), lever));

      self->from[i] = isnan (now) ? lever->low : CLAMP (now, lever->low, lever->high);
    }
}

/* Of two ways that meet the goal the shorter, of two that do not the one that gets nearer. */
static guint
better_way (const gboolean *found, const double *share, const double *left_over)
{
  if (found[0] != found[1])
    return found[1] ? 1 : 0;
  if (found[0])
    return share[1] <= share[0];
  return isnan (left_over[0]) || fabs (left_over[1]) < fabs (left_over[0]);
}

/* Halving ends a few binary digits beside a round answer: 6.999999999999993 for 7. Twelve digits are
 * taken where the target is met with them too. */
static void
tidy (const Search *self, LvSolution *solution)
{
  g_autofree double *round = g_new0 (double, solution->n);
  char buffer[LV_NUMBER_BUFFER];
  double reached;

  for (guint i = 0; i < solution->n; i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.12g", solution->values[i]);
      round[i] = g_ascii_strtod (buffer, NULL);
      turn (self, i, round[i]);
    }
  lv_state_update (self->state);
  reached = lv_state_number (self->state, self->target, self->cell);
  if (fabs (reached - self->goal) > 1e-9 * MAX (1, fabs (self->goal)))
    return;
  solution->reached = reached;
  memcpy (solution->values, round, solution->n * sizeof (double));
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
  way = better_way (found, share, left_over);
  self.up = way == 1;
  solution->found = found[way];
  solution->n = n_levers;
  solution->values = g_new0 (double, n_levers);
  for (guint i = 0; i < n_levers; i++)
    solution->values[i] = lever_at (&self, i, share[way]);
  solution->reached = miss (&self, share[way]) + goal;
  if (solution->found)
    tidy (&self, solution);
  lv_state_free (self.state);
  g_free (self.from);
  return solution;
}

/* A lever of the pack becomes one of the search for each cell that it names, or one for all of them
 * when it names none. */
static gboolean
take_lever (const LvModel *model, const LvItem *item, const LvLever *from, GArray *levers,
            LvProblems *problems)
{
  LvSolveLever lever = { lv_model_find (model, from->item->id), -1, from->low, from->high };
  g_autofree char *reason = NULL;
  g_autofree char *group = lv_item_group (item);
  guint before = levers->len;
  const LvShape *shape;
  LvPlace place;

  if (lever.input == NULL || !lv_node_is_input (lever.input))
    {
      lv_problems_add (problems, item->file, from->line, group, "lever", _ ("“%s” can't be turned"),
                       from->item->id);
      return FALSE;
    }
  if (from->members == NULL || from->members[0] == '\0')
    {
      g_array_append_val (levers, lever);
      return TRUE;
    }
  shape = lv_node_shape (lever.input);
  if (!lv_place_parse (from->members, shape, &place, &reason))
    {
      lv_problems_add (problems, item->file, from->line, group, "lever", "%s", reason);
      return FALSE;
    }
  while (lv_place_next (&place, shape, &lever.cell))
    if (lv_node_present (model, lever.input, (gsize) lever.cell))
      g_array_append_val (levers, lever);
  if (levers->len > before)
    return TRUE;
  lv_problems_add (problems, item->file, from->line, group, "lever",
                   _ ("there is no value there to change"));
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
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (LvSolveLever));

  *levers = NULL;
  g_return_val_if_fail (target_fits (target), NULL);
  for (guint i = 0; i < solve->levers->len; i++)
    if (!take_lever (model, item, &g_array_index (solve->levers, LvLever, i), taken, problems))
      return NULL;
  *levers = g_memdup2 (taken->data, taken->len * sizeof (LvSolveLever));
  return lv_solve (state, target, 0, solve->value, *levers, taken->len);
}
