/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What does it take? All levers go the same share of their way from where they stand to the bound that
 * helps, so that the answer is one number, easy to say and not a choice in disguise. lv_solve() turns all
 * levers towards their high or all towards their low bounds; here each goes its own way, and a goal counts
 * as met beyond it too, so the search is for the first share at which that is so. */
#include "lv-seek.h"

#include "lv-number.h"

#include <math.h>

#define PIECES 64
#define HALVINGS 100
#define TOLERANCE 1e-9

typedef struct
{
  LvSeek *result;
  const LvState *origin; /* as the scenario stands */
  LvState *state;        /* (transfer none): the result's proposal */
  double side;    /* 1 where the target has to come down, -1 where it has to rise */
  double *bound;  /* (owned) per lever: the bound that helps */
  double slowest; /* the smallest weight of a lever that helps */
  double slack;   /* by how much the goal may be missed and still be met */
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

/* --- One lever */

static LvSeekAnswer *
answer (const Seek *self, guint i)
{
  return &g_array_index (self->result->answers, LvSeekAnswer, i);
}

static void
turn (const Seek *self, const LvSeekLever *lever, double value)
{
  const LvModel *model = lv_state_model (self->state);

  for (gsize c = 0; c < lv_shape_cells (lv_node_shape (lever->input)); c++)
    if ((lever->cell < 0 || lever->cell == (gssize) c) && lv_node_present (model, lever->input, c))
      lv_state_set (self->state, lever->input, c, value);
}

/* As it was: what nobody said is not said after, because a value that follows another shall go on doing so. */
static void
put_back (const Seek *self, const LvSeekLever *lever)
{
  for (gsize c = 0; c < lv_shape_cells (lv_node_shape (lever->input)); c++)
    {
      if (lever->cell >= 0 && lever->cell != (gssize) c)
        continue;
      if (lv_state_is_set (self->origin, lever->input, c))
        lv_state_set (self->state, lever->input, c, lv_state_number (self->origin, lever->input, c));
      else
        lv_state_reset (self->state, lever->input, c);
    }
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

/* How far beyond the goal; NaN is never met. */
static double
beyond (const Seek *self, double value)
{
  return self->side * (self->result->goal - value);
}

static gboolean
is_met (const Seek *self, double value)
{
  return beyond (self, value) >= -self->slack;
}

/* --- A way: of one lever alone, or of all together */

typedef struct
{
  const Seek *seek;
  gssize lever; /* -1: all that help */
  double bound; /* of the one lever */
  double first;
  double at;    /* the share where the goal is met first, or where the target is nearest */
  double nearest;
  gboolean found;
  gboolean moves;
  gboolean rises;
  gboolean falls;
  gboolean missing;
} Way;

static double
whole_or_not (const LvSeekLever *lever, double value)
{
  return lv_seek_lever_is_whole (lever->input) ? round (value) : value;
}

static double
value_at (const Seek *self, guint i, double share)
{
  const LvSeekAnswer *one = answer (self, i);
  double own = MIN (1, share * one->lever.weight / self->slowest);
  double value = own >= 1 ? self->bound[i] : one->before + own * (self->bound[i] - one->before);

  return whole_or_not (&one->lever, value);
}

static double
go (const Way *way, double share)
{
  const Seek *self = way->seek;

  if (way->lever >= 0)
    {
      const LvSeekAnswer *one = answer (self, (guint) way->lever);

      turn (self, &one->lever,
            whole_or_not (&one->lever, one->before + share * (way->bound - one->before)));
      return target (self);
    }
  for (guint i = 0; i < self->result->answers->len; i++)
    if (answer (self, i)->outcome == LV_LEVER_HELPS)
      turn (self, &answer (self, i)->lever, value_at (self, i, share));
  return target (self);
}

/* How near the goal, 0 at most; beyond it counts as at it where that is asked for. */
static double
nearness (const Seek *self, double value)
{
  if (self->result->sense == LV_SEEK_EQUAL)
    return -fabs (self->result->goal - value);
  return MIN (beyond (self, value), 0);
}

/* The first share of a stretch at which the goal is met, as far as numbers go. */
static double
first_met (const Way *way, double low, double high)
{
  for (guint i = 0; i < HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (middle <= low || middle >= high)
        break;
      if (is_met (way->seek, go (way, middle)))
        high = middle;
      else
        low = middle;
    }
  return high;
}

/* The goal is met at the end of a stretch and not where it begins. A value that runs away on one side of a
 * division by 0 and comes back from the other has not been at the goal; but it is beyond it. */
static void
cross (Way *way, double low, double high, double before, double value)
{
  double goal = way->seek->result->goal;
  double share = first_met (way, low, high);
  double there = go (way, share);
  gboolean runs_away = !isnan (before)
                       && fabs (there - goal) > MAX (fabs (before - goal), fabs (value - goal));

  if (runs_away && way->seek->result->sense == LV_SEEK_EQUAL)
    return;
  way->found = TRUE;
  way->at = runs_away ? high : share;
  way->nearest = 0;
}

static void
take_piece (Way *way, double low, double high, double before, double value)
{
  double noise = 1e-12 * MAX (fabs (value), fabs (before));

  way->missing = way->missing || isnan (value);
  way->moves = way->moves || fabs (value - way->first) > noise;
  way->rises = way->rises || value - before > noise;
  way->falls = way->falls || before - value > noise;
  if (!way->found && nearness (way->seek, value) > way->nearest + noise)
    {
      way->nearest = nearness (way->seek, value);
      way->at = high;
    }
  if (!way->found && is_met (way->seek, value) && !is_met (way->seek, before))
    cross (way, low, high, before, value);
}

/* Follows a way from where it begins to its end. */
static void
follow (Way *way)
{
  double before = way->first = way->seek->result->start;

  way->nearest = nearness (way->seek, before);
  for (guint piece = 1; piece <= PIECES; piece++)
    {
      double share = (double) piece / PIECES;
      double value = go (way, share);

      take_piece (way, share - 1.0 / PIECES, share, before, value);
      before = value;
    }
}

/* Follows one lever alone from where it stands to @bound, and puts it back. */
static void
try_bound (const Seek *self, guint i, double bound, Way *way)
{
  const LvSeekAnswer *one = answer (self, i);

  *way = (Way){ .seek = self, .lever = (gssize) i, .bound = bound };
  way->nearest = nearness (self, self->result->start);
  if (bound == one->before)
    return;
  follow (way);
  put_back (self, &one->lever);
  target (self);
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
  better = down.nearest > up.nearest ? &down : &up;
  self->bound[i] = better->bound;
  one->monotone = !(down.rises && down.falls) && !(up.rises && up.falls);
  if (better->nearest > nearness (self, self->result->start))
    one->outcome = LV_LEVER_HELPS;
  else if (down.missing || up.missing)
    one->outcome = LV_LEVER_MISSING;
  else
    one->outcome = down.moves || up.moves ? LV_LEVER_NO_HELP : LV_LEVER_NO_EFFECT;
}

/* Returns: whether the goal is met somewhere on the common way; where, or where it is nearest. */
static gboolean
search (const Seek *self, double *share)
{
  Way way = { .seek = self, .lever = -1 };

  follow (&way);
  self->result->monotone = !(way.rises && way.falls);
  *share = way.at;
  return way.found;
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
  self->slack = 0; /* where a curve only touches the goal, any slack would move the answer */
  result->outcome = search (self, &result->share) ? LV_SEEK_REACHED : LV_SEEK_PARTLY;
  self->slack = TOLERANCE * MAX (1, fabs (result->goal));
  if (result->outcome == LV_SEEK_PARTLY && search (self, &result->share))
    result->outcome = LV_SEEK_REACHED;
  round_answers (self, result->share);
}

/**
 * lv_seek_new:
 * @state: the scenario to start from, computed; not changed
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
  Seek self = { .result = result, .origin = state, .bound = bound };

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
