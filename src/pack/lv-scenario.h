/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LV_CHANGE_SET,     /* a parameter or series cell */
  LV_CHANGE_MEASURE, /* on, scale or delay of a measure */
  LV_CHANGE_ACTION,  /* start or end of an action */
  LV_CHANGE_LOCK,    /* a locked amount */
} LvChangeKind;

/**
 * LvChange:
 * @id: what is changed
 * @property: (nullable): on, scale, delay, start, end
 * @members: "" for all cells
 * @value: as in the pack: C numbers, on/off, member ids, months, dates
 * @because: (nullable): the reason a user gave
 * @line: line in the file, 0 when it does not come from one
 */
typedef struct
{
  LvChangeKind kind;
  char *id;
  char *property;
  char *members;
  char *value;
  char *because;
  guint line;
} LvChange;

/**
 * LvScenario:
 *
 * A named set of changes, absolute values each. What a child does not say it takes from its parent.
 */
typedef struct
{
  char *id;
  char *title;
  char *parent; /* (nullable) */
  char *state;  /* udkast, fremlagt, laast */
  char *file;   /* (nullable) */
  guint line;
  GPtrArray *changes; /* (owned) LvChange */
} LvScenario;

LvScenario *lv_scenario_new (const char *id, const char *title) G_GNUC_WARN_UNUSED_RESULT;
LvScenario *lv_scenario_copy (const LvScenario *self) G_GNUC_WARN_UNUSED_RESULT;
void lv_scenario_free (LvScenario *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvScenario, lv_scenario_free)

void lv_scenario_set (LvScenario *self, LvChangeKind kind, const char *id, const char *property,
                      const char *members, const char *value);
gboolean lv_scenario_reset (LvScenario *self, LvChangeKind kind, const char *id,
                            const char *property, const char *members);
const LvChange *lv_scenario_find (const LvScenario *self, LvChangeKind kind, const char *id,
                                  const char *property, const char *members);

G_END_DECLS
