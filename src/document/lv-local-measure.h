/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

G_BEGIN_DECLS

/* Measures of the user's own: [measure lokal.…] of the document with a [series lokal.…] for each effect. Each
 * edit is one step of undo with a name, and does not depend on the scenario that is shown. A new measure is
 * off, as all measures are, until a scenario switches it on. */

/**
 * LvMeasureTarget:
 * @id: (owned): a formula that adds up measures()
 * @members: (owned): its outer members, "ta", joined by /; "" when it has none
 * @title: (owned): what the user picks
 *
 * What a measure may do something to.
 */
typedef struct
{
  char *id;
  char *members;
  char *title;
} LvMeasureTarget;

/**
 * LvLocalEffect:
 * @target: (owned): id of the formula
 * @members: (owned): as in LvMeasureTarget
 * @series: (owned) (nullable): id of the series that holds it, %NULL for a new one
 * @values: (owned): double per member of the target's last axis, in the target's unit; NaN says nothing.
 *   One value when the target has no axes
 * @fixed: the document holds it in a form of its own, such as a formula: it is shown and kept, not edited
 */
typedef struct
{
  char *target;
  char *members;
  char *series;
  GArray *values;
  gboolean fixed;
} LvLocalEffect;

/**
 * LvLocalMeasure:
 * @id: (owned) (nullable): %NULL for a new one
 * @title: (owned): not empty; the other texts are "" when there is nothing to say
 * @state: (owned): forslag, besluttet, i-gang, gennemfoert or ""
 * @start: month number, or -1
 * @phase_in: months, at least 1
 * @realisation: pct. of the effect that is counted
 * @effects: (owned) (element-type LvLocalEffect): none: the measure is ikke vurderet
 *
 * A measure as its dialog shows it: all that is said of it, always a judgement, with @who and @why.
 */
typedef struct
{
  char *id;
  char *title;
  char *description;
  char *consequence;
  char *owner;
  char *positions;
  char *state;
  char *who;
  char *why;
  int start;
  guint phase_in;
  double realisation;
  GPtrArray *effects;
} LvLocalMeasure;

LvLocalMeasure *lv_local_measure_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lv_local_measure_free (LvLocalMeasure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvLocalMeasure, lv_local_measure_free)
const char *lv_local_measure_text (const LvLocalMeasure *measure, gsize i, char ***text);
LvLocalEffect *lv_local_measure_add_effect (LvLocalMeasure *self, LvSession *session,
                                            const char *target, const char *members);
void lv_local_measure_take_effect (LvLocalMeasure *self, LvLocalEffect *effect);

GPtrArray *lv_session_measure_targets (LvSession *self) G_GNUC_WARN_UNUSED_RESULT;
const LvNode *lv_session_effect_node (LvSession *self, const LvLocalEffect *effect, gsize *first);

gboolean lv_session_measure_is_own (LvSession *self, const char *id);
LvLocalMeasure *lv_session_read_measure (LvSession *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
char *lv_session_put_measure (LvSession *self, const LvLocalMeasure *measure)
    G_GNUC_WARN_UNUSED_RESULT;
LvLocalMeasure *lv_session_copy_measure (LvSession *self, const char *id, gsize cell)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_session_duplicate_measure (LvSession *self, const char *id, gsize cell)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_session_set_measure_effect (LvSession *self, const char *id, guint effect, guint member,
                                        double value);
gboolean lv_session_delete_measure (LvSession *self, const char *id);

/* Members that the user adds to an axis that the pack leaves open: lv-session-members.c */
char *lv_session_add_member (LvSession *self, const char *axis, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_session_rename_member (LvSession *self, const char *axis, const char *member,
                                   const char *title);
gboolean lv_session_remove_member (LvSession *self, const char *axis, const char *member);

G_END_DECLS
