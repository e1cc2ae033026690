/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of the scenario that is shown: each is a step of the document. */
#include "lv-session-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* "set ta.vaekst@2026" -> "because ta.vaekst@2026" */
static char *
beside (const char *word, const char *key)
{
  const char *space = strchr (key, ' ');

  return g_strconcat (word, space != NULL ? space : "", NULL);
}

/** Returns: (transfer full): @group (transfer full) with another line */
LvDocGroup *
lv_change_replaced (LvDocGroup *group, const char *key, const char *text)
{
  LvDocGroup *other = lv_doc_group_with (group, key, text);

  lv_doc_group_unref (group);
  return other;
}

/** Returns: (transfer full): @group (transfer full) without the change @key, its reason and who made it */
LvDocGroup *
lv_change_taken (LvDocGroup *group, const char *key)
{
  g_autofree char *because = beside ("because", key);
  g_autofree char *by = beside ("by", key);

  group = lv_change_replaced (lv_change_replaced (group, key, NULL), because, NULL);
  return lv_change_replaced (group, by, NULL);
}

/** Returns: (transfer full): @group (transfer full) with a change, and who made it when */
LvDocGroup *
lv_change_signed (LvSession *self, LvDocGroup *group, const char *key, const char *value)
{
  g_autofree char *by = beside ("by", key);
  g_autofree char *signature = lv_session_signature (self);

  return lv_change_replaced (lv_change_replaced (group, key, value), by, signature);
}

/* Whether the group also says something of more cells than @key, "set ID" beside "set ID@2026". */
static gboolean
says_more (const LvDocGroup *group, const char *key)
{
  gsize length = strcspn (key, "@");

  for (guint i = 0; i < group->entries->len; i++)
    {
      const char *own = g_array_index (group->entries, LvDocEntry, i).key;

      if (own != NULL && strcmp (own, key) != 0 && strncmp (own, key, length) == 0
          && (own[length] == '@' || own[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static LvDocGroup *
with_change (LvSession *self, LvDocGroup *group, const LvSessionChange *change, const LvState *inherited)
{
  g_autofree char *key = lv_change_key (change->node, change->cell);
  g_autofree char *parent = lv_doc_group_get (group, "parent");
  /* Of a measure's delay the scenario says what the actions that carry it do not. */
  double own = change->value - lv_session_carried_months (self, self->shown, change->node);
  double before = lv_state_number (inherited, change->node, change->cell)
                  - lv_session_carried_months (self, parent, change->node);
  g_autofree char *value = lv_change_value (change->node, own);

  if (same (before, own) && !says_more (group, key))
    return lv_change_taken (group, key);
  return lv_change_signed (self, group, key, value);
}

/* What holds where the scenario itself says nothing. */
static const LvState *
inherited_state (LvSession *self, const LvDocGroup *own)
{
  g_autofree char *parent = own != NULL ? lv_doc_group_get (own, "parent") : g_strdup (self->shown);

  return lv_session_inherited (self, parent);
}

/** Returns: whether the shown scenario may be edited; else "refused" has said why */
gboolean
lv_session_may_edit (LvSession *self)
{
  if (!lv_session_is_locked (self, self->shown))
    return TRUE;
  lv_session_refuse (self, _ ("The scenario has been presented or locked. Duplicate it to go on."));
  return FALSE;
}

/** Makes @group the shown scenario, in the place of @old (nullable), as a step. */
void
lv_session_commit (LvSession *self, const char *name, const char *key, LvDocGroup *old, LvDocGroup *group)
{
  GPtrArray *groups = lv_doc_groups_copy (lv_document_groups (self->document));
  g_autofree char *before = g_strdup (self->shown);
  guint index = groups->len;

  if (old != NULL && g_ptr_array_find (groups, old, &index))
    g_ptr_array_remove_index (groups, index);
  g_ptr_array_insert (groups, (int) index, lv_doc_group_ref (group));
  /* Editing the grundprognose, or a scenario of the pack, begins one of the user's own. */
  if (old == NULL)
    lv_document_set_active (self->document, group->id);
  lv_document_edit_from (self->document, before, name, key, groups);
}

/**
 * lv_session_open_scenario:
 * @old: (out) (transfer none) (nullable): the user's own that is shown
 *
 * Returns: (transfer full): the group to edit for lv_session_commit(); a new one where the grundprognose or
 *   a scenario of the pack is shown
 */
LvDocGroup *
lv_session_open_scenario (LvSession *self, LvDocGroup **old)
{
  g_autofree char *title = NULL;

  *old = lv_session_scenario_group (self, self->shown);
  if (*old != NULL)
    return lv_doc_group_ref (*old);
  title = lv_session_free_title (self, _ ("My scenario"));
  return lv_session_new_scenario_group (self, title, self->shown);
}

static LvDocGroup *
with_reason (LvDocGroup *group, const LvSessionChange *change, const char *reason)
{
  g_autofree char *key = lv_change_key (change->node, change->cell);
  g_autofree char *because = beside ("because", key);
  LvDocGroup *with;

  if (lv_doc_group_find (group, key) == NULL)
    return group;
  with = lv_doc_group_with (group, because, reason);
  lv_doc_group_unref (group);
  return with;
}

/* @reason: (nullable): why the first is changed */
static gboolean
set_changes (LvSession *self, const char *name, const LvSessionChange *changes, guint n, const char *reason)
{
  LvDocGroup *old;
  g_autoptr (LvDocGroup) group = NULL;
  const LvState *inherited;
  g_autofree char *key = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && name != NULL, FALSE);
  for (guint i = 0; i < n; i++)
    if (!lv_session_owns (self, changes[i].node))
      return FALSE;
  if (!lv_session_may_edit (self))
    return FALSE;
  group = lv_session_open_scenario (self, &old);
  inherited = inherited_state (self, old);
  for (guint i = 0; i < n; i++)
    group = with_change (self, group, &changes[i], inherited);
  if (reason != NULL)
    group = with_reason (group, &changes[0], reason);
  if (n == 1)
    key = lv_change_key (changes[0].node, changes[0].cell);
  lv_session_commit (self, name, key, old, group);
  return TRUE;
}

/**
 * lv_session_set_many:
 * @name: what is done, as the user reads it after "Undo:"
 * @changes: (array length=n): node, cell and value each; no views
 *
 * Makes several changes as one step.
 *
 * Returns: %FALSE when the scenario may not be edited
 */
gboolean
lv_session_set_many (LvSession *self, const char *name, const LvSessionChange *changes, guint n)
{
  return set_changes (self, name, changes, n, NULL);
}

/**
 * lv_session_set_because:
 * @input: a parameter or an editable series, no view
 *
 * Changes @cell and says why, as one step.
 *
 * Returns: %FALSE when the scenario may not be edited
 */
gboolean
lv_session_set_because (LvSession *self, const LvNode *input, gsize cell, double value, const char *reason)
{
  LvSessionChange change = { input, cell, NAN, value };
  double before;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && reason != NULL, FALSE);
  before = lv_state_number (self->state, input, cell);
  name = lv_change_name (lv_model_pack (self->model), input, cell, before, value);
  return set_changes (self, name, &change, 1, reason);
}

static void
set_view (LvSession *self, const LvNode *input, gsize cell, double value)
{
  lv_state_set (self->base, input, cell, value);
  lv_state_set (self->state, input, cell, value);
  lv_state_update (self->base);
  lv_state_update (self->state);
  g_signal_emit_by_name (self, "changed");
}

/**
 * lv_session_set:
 * @input: a parameter, an editable series, or a measure's knob
 * @value: in its unit; what holds without the scenario takes the change back
 *
 * Edits in a row of the same cell are one step of undo, until lv_session_end_edit().
 *
 * Returns: %FALSE when the scenario may not be edited; "refused" has said why
 */
gboolean
lv_session_set (LvSession *self, const LvNode *input, gsize cell, double value)
{
  LvSessionChange change = { input, cell, NAN, value };
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  double before;

  g_return_val_if_fail (LV_IS_SESSION (self), FALSE);
  if (!lv_session_owns (self, input))
    return FALSE;
  before = lv_state_number (self->state, input, cell);
  if (same (before, value))
    return TRUE;
  if (lv_session_input_is_view (input))
    {
      set_view (self, input, cell, value);
      return TRUE;
    }
  /* A drag is named by where it began, not by its last motion. */
  key = lv_change_key (input, cell);
  if (!lv_document_continues (self->document, key))
    self->began = before;
  name = lv_change_name (lv_model_pack (self->model), input, cell, self->began, value);
  return lv_session_set_many (self, name, &change, 1);
}

/** The next edit is a step of its own: a drag has ended, an entry was left. */
void
lv_session_end_edit (LvSession *self)
{
  g_return_if_fail (LV_IS_SESSION (self));
  lv_document_end_step (self->document);
}

/* The delay of a measure goes back with those of the actions that carry it. */
static gboolean
reset_delay (LvSession *self, LvDocGroup *own, const LvNode *input, gsize cell, double to)
{
  g_autoptr (LvDocGroup) group = lv_doc_group_ref (own);
  g_autofree char *key = lv_change_key (input, cell);
  g_autofree char *name = lv_change_name (lv_model_pack (self->model), input, cell,
                                          lv_state_number (self->state, input, cell), to);

  if (!lv_session_may_edit (self))
    return FALSE;
  group = lv_change_taken (group, key);
  group = lv_session_take_ends (self, group, input);
  lv_session_commit (self, name, key, own, group);
  return TRUE;
}

/** Takes @cell of @input back to what holds without the scenario. */
gboolean
lv_session_reset (LvSession *self, const LvNode *input, gsize cell)
{
  const LvState *inherited;
  LvDocGroup *own;

  g_return_val_if_fail (LV_IS_SESSION (self), FALSE);
  if (!lv_session_owns (self, input))
    return FALSE;
  if (lv_session_input_is_view (input))
    {
      lv_state_reset (self->base, input, cell);
      set_view (self, input, cell, lv_state_default (self->base, input, cell));
      return TRUE;
    }
  own = lv_session_scenario_group (self, self->shown);
  /* What the pack's own scenario changes can be taken back too, in a scenario that builds on it. */
  inherited = own != NULL ? inherited_state (self, own) : self->base;
  if (own != NULL && lv_session_carried_months (self, self->shown, input) != 0)
    return reset_delay (self, own, input, cell, lv_state_number (inherited, input, cell));
  return lv_session_set (self, input, cell, lv_state_number (inherited, input, cell));
}

/** Takes every change of the scenario itself back; what it builds on stays. */
gboolean
lv_session_reset_all (LvSession *self)
{
  LvDocGroup *own;
  g_autoptr (LvDocGroup) group = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self), FALSE);
  if (!lv_session_may_edit (self))
    return FALSE;
  own = lv_session_scenario_group (self, self->shown);
  if (own == NULL)
    return lv_session_show (self, NULL, NULL);
  group = lv_doc_group_ref (own);
  for (guint i = 0; i < own->entries->len; i++)
    {
      const char *key = g_array_index (own->entries, LvDocEntry, i).key;
      g_autofree char *id = NULL;
      g_autofree char *property = NULL;
      g_autofree char *members = NULL;
      LvChangeKind kind;

      if (key != NULL && lv_change_split (key, &kind, &id, &property, &members))
        group = lv_change_taken (group, key);
    }
  lv_session_commit (self, _ ("Reset all changes"), NULL, own, group);
  return TRUE;
}

/* --- What is changed, and why */

/** Returns: whether the scenario's value of @cell is another than the grundprognose's */
gboolean
lv_session_is_changed (LvSession *self, const LvNode *input, gsize cell)
{
  return lv_session_owns (self, input) && lv_node_is_input (input)
         && !same (lv_state_number (self->state, input, cell), lv_state_number (self->base, input, cell));
}

/* Not what stands in the model beside an input. */
static gboolean
is_listed (const LvNode *node)
{
  gboolean twin = lv_node_is_hidden (node) && lv_node_measure (node) == NULL;

  return !twin && !g_str_has_suffix (lv_node_id (node), "#reference");
}

/**
 * lv_session_changes:
 *
 * Returns: (transfer full): LvSessionChange for everything that the scenario changes, in the order of
 *   the pack
 */
GArray *
lv_session_changes (LvSession *self)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (LvSessionChange));

  for (guint i = 0; i < lv_model_n_nodes (self->model); i++)
    {
      const LvNode *node = lv_model_node (self->model, i);

      if (!lv_node_is_input (node))
        continue;
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
        {
          LvSessionChange change = { node, cell };

          if (!lv_state_is_set (self->state, node, cell) || !lv_node_present (self->model, node, cell)
              || !lv_session_is_changed (self, node, cell) || !is_listed (node))
            continue;
          change.standard = lv_state_number (self->base, node, cell);
          change.value = lv_state_number (self->state, node, cell);
          g_array_append_val (changes, change);
        }
    }
  return changes;
}

/* What the scenario, or one that it builds on, says beside a change; the youngest counts. */
static char *
said_beside (LvSession *self, const char *word, const char *key)
{
  g_autofree char *line = beside (word, key);
  g_autofree char *id = g_strdup (self->shown);

  for (guint depth = 0; id != NULL && depth < 100; depth++)
    {
      const LvDocGroup *group = lv_session_scenario_group (self, id);
      char *text = group != NULL ? lv_doc_group_get (group, line) : NULL;

      if (text != NULL)
        return text;
      g_free (g_steal_pointer (&id));
      id = group != NULL ? lv_doc_group_get (group, "parent") : NULL;
    }
  return NULL;
}

/**
 * lv_session_reason:
 * @by: (out) (transfer full) (optional): who changed it and when, "" when nobody says
 *
 * Returns: (transfer full): why the scenario changes @cell, "" when nobody says
 */
char *
lv_session_reason (LvSession *self, const LvNode *input, gsize cell, char **by)
{
  g_autofree char *key = lv_change_key (input, cell);
  char *reason = said_beside (self, "because", key);

  if (by != NULL)
    {
      *by = said_beside (self, "by", key);
      if (*by == NULL)
        *by = g_strdup ("");
    }
  return reason != NULL ? reason : g_strdup ("");
}

/**
 * lv_session_set_reason:
 * @reason: "" takes it away
 *
 * Returns: %FALSE when the scenario itself does not change @cell, or may not be edited
 */
gboolean
lv_session_set_reason (LvSession *self, const LvNode *input, gsize cell, const char *reason)
{
  g_autofree char *key = lv_change_key (input, cell);
  g_autofree char *because = beside ("because", key);
  g_autofree char *name = g_strdup_printf (_ ("Reason for %s"), lv_node_title (input));
  LvDocGroup *own = lv_session_scenario_group (self, self->shown);

  if (own == NULL || !lv_session_owns (self, input) || lv_doc_group_find (own, key) == NULL
      || !lv_session_may_edit (self))
    return FALSE;
  lv_document_replace (self->document, name, because, own, lv_doc_group_with (own, because, reason));
  return TRUE;
}
