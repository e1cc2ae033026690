/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What does it take? All levers go the same share of their way from where they stand to the bound that
 * helps, so that the answer is one number, easy to say and not a choice in disguise. lv_solve() turns all
 * levers towards their high or all towards their low bounds; here each goes its own way, and a goal counts
 * as met beyond it too, so the search is for the first share at which that is so. */
#include "lv-seek.h"

#include "lv-number.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

#define PIECES 64
#define HALVINGS 100
#define TOLERANCE 1e-9

typedef struct
{
  LvSeek *result;
  LvState *state; /* (transfer none): the result's proposal */
  double side;    /* 1 where the target has to come down, -1 where it has to rise */
  double *bound;  /* (owned) per lever: the bound that helps */
  double slowest; /* the smallest weight of a lever that helps */
} Seek;

void
lv_seek_free (LvSeek *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->answers);
  lv_state_free (self->proposal);
  g_free (self);
}

const char *
lv_seek_outcome_name (LvSeekOutcome outcome)
{
  static const char *const names[] = { "reached", "already", "partly", "no-help", "no-effect", "missing" };

  return names[outcome];
}

const char *
lv_lever_outcome_name (LvLeverOutcome outcome)
{
  static const char *const names[] = { "helps", "no-effect", "no-help", "missing" };

  return names[outcome];
}

static const char *
knob_property (const LvNode *input)
{
  return lv_node_measure (input) != NULL ? strrchr (lv_node_id (input), '#') + 1 : "";
}

/**
 * lv_seek_lever_bounds:
 * @low, @high: (out): within what it may be turned when nobody says
 *
 * Returns: %FALSE when the pack sets no bounds: somebody has to say them
 */
gboolean
lv_seek_lever_bounds (const LvNode *input, double *low, double *high)
{
  const LvParameter *parameter = lv_node_parameter (input);

  *low = *high = NAN;
  if (lv_node_is_switch (input))
    {
      *low = 0;
      *high = 1;
    }
  else if (strcmp (knob_property (input), "scale") == 0)
    {
      *low = 0;
      *high = 100;
    }
  else if (parameter != NULL && parameter->input != LV_INPUT_MEMBER)
    {
      *low = isnan (parameter->min) ? parameter->low : parameter->min;
      *high = isnan (parameter->max) ? parameter->high : parameter->max;
    }
  return !isnan (*low) && !isnan (*high);
}

/** Returns: the step that answers are rounded to; 0 when there is none */
double
lv_seek_lever_step (const LvNode *input)
{
  const LvParameter *parameter = lv_node_parameter (input);

  if (lv_node_is_switch (input) || (parameter != NULL && parameter->input != LV_INPUT_NUMBER)
      || lv_node_measure (input) != NULL)
    return 1;
  return parameter != NULL && parameter->step > 0 ? parameter->step : 0;
}

/**
 * lv_seek_default_target:
 *
 * Finds what is asked for when nobody says: the pack's gap in its budget year, which shall be at most 0.
 *
 * Returns: %FALSE when the pack names none
 */
gboolean
lv_seek_default_target (const LvState *state, const LvNode **node, gsize *cell)
{
  const LvModel *model = lv_state_model (state);
  const char *gap = lv_pack_head (lv_model_pack (model), "gap");
  const char *year = lv_pack_head (lv_model_pack (model), "budget-year");
  const LvNode *chosen = year != NULL ? lv_model_find (model, year) : NULL;
  const LvShape *shape;
  double member;

  *node = gap != NULL ? lv_model_find (model, gap) : NULL;
  *cell = 0;
  if (*node == NULL)
    return FALSE;
  shape = lv_node_shape (*node);
  if (shape->n == 0)
    return TRUE;
  member = chosen != NULL ? lv_state_number (state, chosen, 0) : NAN;
  if (shape->n != 1 || isnan (member) || member < 0 || member >= lv_shape_cells (shape))
    return FALSE;
  *cell = (gsize) member;
  return TRUE;
}

/* --- One lever */

static LvSeekAnswer *
answer (const Seek *self, guint i)
{
  return &g_array_index (self->result->answers, LvSeekAnswer, i);
}

/* Months, switches and the knobs of measures have no values between whole ones. */
static gboolean
is_whole (const LvNode *input)
{
  const LvParameter *parameter = lv_node_parameter (input);

  return lv_node_is_switch (input) || strcmp (knob_property (input), "delay") == 0
         || (parameter != NULL && parameter->input != LV_INPUT_NUMBER);
}

static void
turn (const Seek *self, const LvSeekLever *lever, double value)
{
  const LvModel *model = lv_state_model (self->state);

  for (gsize c = 0; c < lv_shape_cells (lv_node_shape (lever->input)); c++)
    if ((lever->cell < 0 || lever->cell == (gssize) c) && lv_node_present (model, lever->input, c))
      lv_state_set (self->state, lever->input, c, value);
}

static double
target (const Seek *self)
{
  lv_state_update (self->state);
  return lv_state_number (self->state, self->result->node, self->result->cell);
}

static double
stands (const Seek *self, const LvSeekLever *lever)
{
  gsize cells = lv_shape_cells (lv_node_shape (lever->input));

  if (lever->cell >= 0)
    return lv_state_number (self->state, lever->input, (gsize) lever->cell);
  for (gsize c = 0; c < cells; c++)
    if (lv_node_present (lv_state_model (self->state), lever->input, c))
      return lv_state_number (self->state, lever->input, c);
  return NAN;
}

/* How far beyond the goal: 0 or more is met, NaN is not. */
static double
beyond (const Seek *self, double value)
{
  return self->side * (self->result->goal - value);
}

static gboolean
is_met (const Seek *self, double value)
{
  return beyond (self, value) >= -TOLERANCE * MAX (1, fabs (self->result->goal));
}

/* --- A way: the target along shares of it */

typedef struct
{
  double first;
  double best;  /* the best of beyond() */
  double at;    /* the share where it was best */
  gboolean moves;
  gboolean rises;
  gboolean falls;
  gboolean missing;
} Way;

static void
way_begin (Way *way, const Seek *self, double value)
{
  *way = (Way){ .first = value, .best = beyond (self, value) };
}

static void
way_take (Way *way, const Seek *self, double share, double before, double value)
{
  double noise = 1e-12 * MAX (fabs (value), fabs (before));

  if (isnan (value))
    {
      way->missing = TRUE;
      return;
    }
  way->moves = way->moves || fabs (value - way->first) > noise;
  way->rises = way->rises || value - before > noise;
  way->falls = way->falls || before - value > noise;
  if (beyond (self, value) > way->best + noise)
    {
      way->best = beyond (self, value);
      way->at = share;
    }
}

/* Follows one lever alone from where it stands to @bound. */
static void
try_bound (const Seek *self, guint i, double bound, Way *way)
{
  const LvSeekAnswer *one = answer (self, i);
  double before = self->result->start;

  way_begin (way, self, before);
  for (guint piece = 1; piece <= PIECES && bound != one->before; piece++)
    {
      double share = (double) piece / PIECES;
      double value = one->before + share * (bound - one->before);
      double now;

      turn (self, &one->lever, is_whole (one->lever.input) ? round (value) : value);
      now = target (self);
      way_take (way, self, share, before, now);
      before = now;
    }
  turn (self, &one->lever, one->before);
  target (self);
}

static double
nearness (const Seek *self, const Way *way)
{
  return MIN (way->best, 0) - beyond (self, way->first);
}

/* Which bound helps; the lever is judged by what it does alone. */
static void
judge (Seek *self, guint i)
{
  LvSeekAnswer *one = answer (self, i);
  Way down;
  Way up;
  const Way *better;

  try_bound (self, i, one->lever.low, &down);
  try_bound (self, i, one->lever.high, &up);
  better = nearness (self, &down) > nearness (self, &up) ? &down : &up;
  self->bound[i] = better == &down ? one->lever.low : one->lever.high;
  one->monotone = !(down.rises && down.falls) && !(up.rises && up.falls);
  if (nearness (self, better) > 0)
    one->outcome = LV_LEVER_HELPS;
  else if (down.missing || up.missing)
    one->outcome = LV_LEVER_MISSING;
  else
    one->outcome = down.moves || up.moves ? LV_LEVER_NO_HELP : LV_LEVER_NO_EFFECT;
}

/* --- All levers together */

static double
value_at (const Seek *self, guint i, double share)
{
  const LvSeekAnswer *one = answer (self, i);
  double own = MIN (1, share * one->lever.weight / self->slowest);
  double value = own >= 1 ? self->bound[i] : one->before + own * (self->bound[i] - one->before);

  return is_whole (one->lever.input) ? round (value) : value;
}

static double
go (const Seek *self, double share)
{
  for (guint i = 0; i < self->result->answers->len; i++)
    if (answer (self, i)->outcome == LV_LEVER_HELPS)
      turn (self, &answer (self, i)->lever, value_at (self, i, share));
  return target (self);
}

/* The first share of a stretch at which the goal is met, as far as numbers go. */
static double
first_met (const Seek *self, double low, double high)
{
  for (guint i = 0; i < HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (middle <= low || middle >= high)
        break;
      if (is_met (self, go (self, middle)))
        high = middle;
      else
        low = middle;
    }
  return high;
}

/* Returns: whether the goal is met somewhere on the common way; where, or where it is nearest. */
static gboolean
search (const Seek *self, double *share)
{
  double before = self->result->start;
  gboolean found = FALSE;
  Way way;

  way_begin (&way, self, before);
  for (guint piece = 1; piece <= PIECES; piece++)
    {
      double high = (double) piece / PIECES;
      double value = go (self, high);

      way_take (&way, self, high, before, value);
      before = value;
      if (!found && is_met (self, value))
        {
          *share = first_met (self, high - 1.0 / PIECES, high);
          found = TRUE;
        }
    }
  self->result->monotone = !(way.rises && way.falls);
  if (!found)
    *share = way.at;
  return found;
}

/* --- Steps */

/* Without the noise of binary fractions: 3 steps of 0,1 are 0,3. */
static double
clean (double value)
{
  char buffer[LV_NUMBER_BUFFER];

  g_ascii_formatd (buffer, sizeof buffer, "%.12g", value);
  return g_ascii_strtod (buffer, NULL);
}

/* Whole steps from 0 towards the bound that helps, and not beyond it. */
static double
to_step (const Seek *self, guint i, double value)
{
  const LvSeekAnswer *one = answer (self, i);
  double step = lv_seek_lever_step (one->lever.input);
  double bound = self->bound[i];
  double count = clean (value / step);

  if (step <= 0 || value == one->before || value == bound)
    return clean (value);
  value = clean ((bound > one->before ? ceil (count) : floor (count)) * step);
  return bound > one->before ? MIN (value, bound) : MAX (value, bound);
}

static double
propose (const Seek *self)
{
  for (guint i = 0; i < self->result->answers->len; i++)
    if (answer (self, i)->outcome == LV_LEVER_HELPS)
      turn (self, &answer (self, i)->lever, answer (self, i)->after);
  return target (self);
}

/* All were rounded the helping way, perhaps together by more than is needed: the last lever first gives
 * back what can be spared. */
static void
give_back (const Seek *self)
{
  for (guint i = self->result->answers->len; i > 0; i--)
    {
      LvSeekAnswer *one = answer (self, i - 1);
      double step = lv_seek_lever_step (one->lever.input);
      double kept = one->after;

      if (one->outcome != LV_LEVER_HELPS || step <= 0 || one->after == one->before
          || one->after == one->exact)
        continue;
      one->after = clean (kept > one->before ? MAX (kept - step, one->before)
                                             : MIN (kept + step, one->before));
      if (!is_met (self, propose (self)))
        one->after = kept;
    }
}

/* Rounded answers where the goal is met with them too, else the exact ones. */
static void
round_answers (const Seek *self, double share)
{
  LvSeek *result = self->result;

  for (guint i = 0; i < result->answers->len; i++)
    {
      LvSeekAnswer *one = answer (self, i);

      one->exact = one->after
          = one->outcome == LV_LEVER_HELPS ? clean (value_at (self, i, share)) : one->before;
      if (one->outcome == LV_LEVER_HELPS && result->outcome == LV_SEEK_REACHED)
        one->after = to_step (self, i, one->after);
    }
  result->reached = propose (self);
  if (result->outcome != LV_SEEK_REACHED)
    return;
  if (is_met (self, result->reached))
    give_back (self);
  else
    for (guint i = 0; i < result->answers->len; i++)
      if (answer (self, i)->outcome == LV_LEVER_HELPS)
        answer (self, i)->after = answer (self, i)->exact = value_at (self, i, share);
  result->reached = propose (self);
}

static void
tell_percent (LvSeek *self)
{
  double way = self->goal - self->start;

  self->percent = self->outcome == LV_SEEK_REACHED || self->outcome == LV_SEEK_ALREADY ? 100
                  : self->outcome == LV_SEEK_PARTLY
                      ? CLAMP (100 * (self->reached - self->start) / way, 0, 100)
                      : 0;
}

/* --- The whole */

static guint
count (const LvSeek *self, LvLeverOutcome outcome)
{
  guint n = 0;

  for (guint i = 0; i < self->answers->len; i++)
    n += g_array_index (self->answers, LvSeekAnswer, i).outcome == outcome;
  return n;
}

static LvSeekOutcome
without_help (const LvSeek *self)
{
  if (count (self, LV_LEVER_MISSING) > 0)
    return LV_SEEK_MISSING;
  return count (self, LV_LEVER_NO_HELP) > 0 ? LV_SEEK_NO_HELP : LV_SEEK_NO_EFFECT;
}

static gboolean
is_already (const LvSeek *self)
{
  double slack = TOLERANCE * MAX (1, fabs (self->goal));

  if (self->sense == LV_SEEK_AT_MOST)
    return self->start <= self->goal + slack;
  if (self->sense == LV_SEEK_AT_LEAST)
    return self->start >= self->goal - slack;
  return fabs (self->start - self->goal) <= slack;
}

static void
take_levers (Seek *self, const LvSeekLever *levers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      LvSeekAnswer one = { .lever = levers[i], .monotone = TRUE };

      if (!(one.lever.weight > 0))
        one.lever.weight = 1;
      one.before = one.after = one.exact = stands (self, &one.lever);
      one.outcome = LV_LEVER_NO_EFFECT;
      g_array_append_val (self->result->answers, one);
    }
}

static void
judge_all (Seek *self)
{
  self->slowest = INFINITY;
  for (guint i = 0; i < self->result->answers->len; i++)
    {
      LvSeekAnswer *one = answer (self, i);

      if (isnan (one->before))
        one->outcome = LV_LEVER_MISSING;
      else
        judge (self, i);
      if (one->outcome == LV_LEVER_HELPS)
        self->slowest = MIN (self->slowest, one->lever.weight);
    }
}

static void
seek (Seek *self)
{
  LvSeek *result = self->result;

  result->start = result->reached = target (self);
  if (isnan (result->start))
    {
      result->outcome = LV_SEEK_MISSING;
      return;
    }
  self->side = result->start > result->goal ? 1 : -1;
  if (is_already (result))
    {
      result->outcome = LV_SEEK_ALREADY;
      return;
    }
  judge_all (self);
  if (count (result, LV_LEVER_HELPS) == 0)
    {
      result->outcome = without_help (result);
      return;
    }
  result->outcome = search (self, &result->share) ? LV_SEEK_REACHED : LV_SEEK_PARTLY;
  round_answers (self, result->share);
}

/**
 * lv_seek_new:
 * @state: the scenario to start from; not changed
 * @node, @cell: the target
 * @levers: what may be turned
 *
 * A lever without effect, or whose both ways lead away from the goal, is left where it stands.
 *
 * Returns: (transfer full): a proposal, or how far the levers get within their bounds
 */
LvSeek *
lv_seek_new (const LvState *state, const LvNode *node, gsize cell, double goal, LvSeekSense sense,
             const LvSeekLever *levers, guint n)
{
  LvSeek *result = g_new0 (LvSeek, 1);
  g_autofree double *bound = g_new0 (double, n + 1);
  Seek self = { .result = result, .bound = bound };

  result->node = node;
  result->cell = cell;
  result->goal = goal;
  result->sense = sense;
  result->monotone = TRUE;
  result->answers = g_array_new (FALSE, FALSE, sizeof (LvSeekAnswer));
  result->proposal = self.state = lv_state_copy (state);
  lv_state_update (self.state);
  take_levers (&self, levers, n);
  seek (&self);
  tell_percent (result);
  return result;
}
