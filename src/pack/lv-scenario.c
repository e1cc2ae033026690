/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-scenario.h"

#include <string.h>

static void
change_free (gpointer data)
{
  LvChange *change = data;

  g_free (change->id);
  g_free (change->property);
  g_free (change->members);
  g_free (change->value);
  g_free (change->because);
  g_free (change);
}

/** Returns: (transfer full): a scenario without changes, in the state udkast */
LvScenario *
lv_scenario_new (const char *id, const char *title)
{
  LvScenario *self = g_new0 (LvScenario, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->state = g_strdup ("udkast");
  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

static gpointer
change_copy (gconstpointer data, gpointer unused)
{
  const LvChange *change = data;
  LvChange *copy = g_new0 (LvChange, 1);

  copy->kind = change->kind;
  copy->id = g_strdup (change->id);
  copy->property = g_strdup (change->property);
  copy->members = g_strdup (change->members);
  copy->value = g_strdup (change->value);
  copy->because = g_strdup (change->because);
  copy->line = change->line;
  return copy;
}

/** Returns: (transfer full): a copy that shares nothing with @self */
LvScenario *
lv_scenario_copy (const LvScenario *self)
{
  LvScenario *copy = g_new0 (LvScenario, 1);

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->parent = g_strdup (self->parent);
  copy->state = g_strdup (self->state);
  copy->file = g_strdup (self->file);
  copy->line = self->line;
  copy->changes = g_ptr_array_copy (self->changes, (GCopyFunc) change_copy, NULL);
  g_ptr_array_set_free_func (copy->changes, change_free);
  return copy;
}

void
lv_scenario_free (LvScenario *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->parent);
  g_free (self->state);
  g_free (self->file);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static gboolean
change_is (const LvChange *change, LvChangeKind kind, const char *id, const char *property,
           const char *members)
{
  return change->kind == kind && strcmp (change->id, id) == 0
         && g_strcmp0 (change->property, property) == 0
         && strcmp (change->members, members != NULL ? members : "") == 0;
}

static int
change_index (const LvScenario *self, LvChangeKind kind, const char *id, const char *property,
              const char *members)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (change_is (g_ptr_array_index (self->changes, i), kind, id, property, members))
      return (int) i;
  return -1;
}

/**
 * lv_scenario_set:
 * @property: (nullable): on, scale, delay, start or end
 * @members: (nullable): as after @ in packs; %NULL or "" for all cells
 * @value: as in the pack
 *
 * Says what @id is in the scenario. It replaces what the scenario itself said of the same thing, at
 * the same place in the list; the reason a user gave stays.
 */
void
lv_scenario_set (LvScenario *self, LvChangeKind kind, const char *id, const char *property,
                 const char *members, const char *value)
{
  int index = change_index (self, kind, id, property, members);
  LvChange *change;

  if (index >= 0)
    {
      char *copy = g_strdup (value);

      change = g_ptr_array_index (self->changes, index);
      g_free (change->value);
      change->value = copy;
      return;
    }
  change = g_new0 (LvChange, 1);
  change->kind = kind;
  change->id = g_strdup (id);
  change->property = g_strdup (property);
  change->members = g_strdup (members != NULL ? members : "");
  change->value = g_strdup (value);
  g_ptr_array_add (self->changes, change);
}

/**
 * lv_scenario_reset:
 *
 * Takes the scenario's own change away, so that the parent's holds.
 *
 * Returns: whether there was one
 */
gboolean
lv_scenario_reset (LvScenario *self, LvChangeKind kind, const char *id, const char *property,
                   const char *members)
{
  int index = change_index (self, kind, id, property, members);

  if (index < 0)
    return FALSE;
  g_ptr_array_remove_index (self->changes, (guint) index);
  return TRUE;
}

/** Returns: (transfer none) (nullable): the scenario's own change, not a parent's */
const LvChange *
lv_scenario_find (const LvScenario *self, LvChangeKind kind, const char *id, const char *property,
                  const char *members)
{
  int index = change_index (self, kind, id, property, members);

  return index < 0 ? NULL : g_ptr_array_index (self->changes, index);
}
