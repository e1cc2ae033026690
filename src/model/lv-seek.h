/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/** When the target counts as met. */
typedef enum
{
  LV_SEEK_EQUAL,    /* at the goal; with steps, at it or just beyond, seen from where it stood */
  LV_SEEK_AT_MOST,  /* at the goal or below */
  LV_SEEK_AT_LEAST, /* at the goal or above */
} LvSeekSense;

/**
 * LvSeekLever:
 * @input: what may be turned: a number, month, switch, or a measure's on, scale or delay
 * @cell: which cell, or -1 for all of its cells together
 * @low, @high: bounds, in its unit
 * @weight: how fast it goes beside the others; 1 where nothing else is wanted
 */
typedef struct
{
  const LvNode *input;
  gssize cell;
  double low;
  double high;
  double weight;
} LvSeekLever;

typedef enum
{
  LV_SEEK_REACHED,
  LV_SEEK_ALREADY,   /* nothing has to be done */
  LV_SEEK_PARTLY,    /* the bounds stop it before the goal */
  LV_SEEK_NO_HELP,   /* every lever leaves it or takes it away from the goal */
  LV_SEEK_NO_EFFECT, /* no lever moves the target */
  LV_SEEK_MISSING,   /* the target has no number */
} LvSeekOutcome;

typedef enum
{
  LV_LEVER_HELPS,
  LV_LEVER_NO_EFFECT,
  LV_LEVER_NO_HELP, /* both ways lead away from the goal, or it stands at the bound that helps */
  LV_LEVER_MISSING, /* the target is missing when it is turned, or the lever has no value */
} LvLeverOutcome;

/**
 * LvSeekAnswer:
 * @before: where it stands
 * @after: what is proposed; @before where it does not help
 * @exact: the answer before it was rounded to a step
 * @outcome: what it can do by itself
 * @monotone: whether the target goes one way all along the lever's own way
 */
typedef struct
{
  LvSeekLever lever;
  double before;
  double after;
  double exact;
  LvLeverOutcome outcome;
  gboolean monotone;
} LvSeekAnswer;

/**
 * LvSeek:
 * @start, @reached: the target before and with the proposal
 * @share: the common share of the way, 0 to 1; a lever goes @share x its weight / the smallest weight of
 *   those that help, and no further than its bound
 * @percent: how much of start to goal is reached, 0 to 100; 100 when it is met
 * @monotone: whether the target goes one way along the common way; if not, other answers may exist, and
 *   this is the nearest
 * @answers: (owned): LvSeekAnswer, one for each lever
 * @proposal: (owned): the scenario with the proposal, for what it means elsewhere
 */
typedef struct
{
  const LvNode *node;
  gsize cell;
  double goal;
  LvSeekSense sense;
  LvSeekOutcome outcome;
  double start;
  double reached;
  double share;
  double percent;
  gboolean monotone;
  GArray *answers;
  LvState *proposal;
} LvSeek;

LvSeek *lv_seek_new (const LvState *state, const LvNode *node, gsize cell, double goal,
                     LvSeekSense sense, const LvSeekLever *levers, guint n)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_seek_free (LvSeek *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvSeek, lv_seek_free)

gboolean lv_seek_default_target (const LvState *state, const LvNode **node, gsize *cell);
gboolean lv_seek_lever_bounds (const LvNode *input, double *low, double *high);
gboolean lv_seek_lever_is_whole (const LvNode *input);
double lv_seek_lever_step (const LvNode *input);
const char *lv_seek_outcome_name (LvSeekOutcome outcome);
const char *lv_lever_outcome_name (LvLeverOutcome outcome);
char *lv_seek_sentence (const LvSeek *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
