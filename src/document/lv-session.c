/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-session.h"

#include <math.h>

struct _LvSession
{
  GObject parent_instance;

  LvModel *model;         /* (owned) */
  LvState *base;          /* (owned) */
  LvState *state;         /* (owned) */
  const LvItem *scenario; /* (nullable): the scenario of the pack that was opened last */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvSession, lv_session, G_TYPE_OBJECT)

static void
lv_session_finalize (GObject *object)
{
  LvSession *self = LV_SESSION (object);

  lv_state_free (self->base);
  lv_state_free (self->state);
  lv_model_free (self->model);
  G_OBJECT_CLASS (lv_session_parent_class)->finalize (object);
}

static void
lv_session_class_init (LvSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_session_finalize;
  /* Values have been computed again: whoever shows some, shows them anew. */
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
lv_session_init (LvSession *self)
{
}

/**
 * lv_session_new:
 * @model: (transfer full)
 *
 * Returns: (transfer full): a session that shows the grundprognose
 */
LvSession *
lv_session_new (LvModel *model)
{
  LvSession *self = g_object_new (LV_TYPE_SESSION, NULL);

  self->model = model;
  self->base = lv_state_new (model);
  self->state = lv_state_copy (self->base);
  return self;
}

const LvModel *
lv_session_model (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->model;
}

const LvPack *
lv_session_pack (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return lv_model_pack (self->model);
}

/** Returns: (transfer none): the scenario's values */
const LvState *
lv_session_state (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->state;
}

/** Returns: (transfer none): the grundprognose's values */
const LvState *
lv_session_base (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->base;
}

/* What is only looked at through (role=view) is the same for both and is no change. */
static gboolean
is_view (const LvNode *input)
{
  const LvParameter *parameter = lv_node_parameter (input);

  return parameter != NULL && parameter->role == LV_ROLE_VIEW;
}

static gboolean
same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static void
announce (LvSession *self)
{
  lv_state_update (self->base);
  lv_state_update (self->state);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lv_session_set:
 * @input: a parameter, an editable series, or a measure's knob
 * @value: in its unit; the default itself takes the change back
 */
void
lv_session_set (LvSession *self, const LvNode *input, gsize cell, double value)
{
  g_return_if_fail (LV_IS_SESSION (self));
  if (same (lv_state_number (self->state, input, cell), value))
    return;
  if (is_view (input))
    lv_state_set (self->base, input, cell, value);
  if (!is_view (input) && same (lv_state_default (self->state, input, cell), value))
    lv_state_reset (self->state, input, cell);
  else
    lv_state_set (self->state, input, cell, value);
  announce (self);
}

/** Takes @cell of @input back to the grundprognose. */
void
lv_session_reset (LvSession *self, const LvNode *input, gsize cell)
{
  g_return_if_fail (LV_IS_SESSION (self));
  lv_state_reset (self->state, input, cell);
  if (is_view (input))
    lv_state_reset (self->base, input, cell);
  announce (self);
}

/* Puts back what is only looked at through, after the state was cleared. */
static void
keep_views (LvSession *self)
{
  for (guint i = 0; i < lv_model_n_nodes (self->model); i++)
    {
      const LvNode *node = lv_model_node (self->model, i);

      if (lv_node_is_hidden (node) || !lv_node_is_input (node) || !is_view (node))
        continue;
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
        if (lv_state_is_set (self->base, node, cell))
          lv_state_set (self->state, node, cell, lv_state_number (self->base, node, cell));
    }
}

/** Takes every change back. */
void
lv_session_reset_all (LvSession *self)
{
  g_return_if_fail (LV_IS_SESSION (self));
  lv_state_clear (self->state);
  keep_views (self);
  announce (self);
}

/** Returns: whether the scenario's value of @cell is another than the grundprognose's */
gboolean
lv_session_is_changed (LvSession *self, const LvNode *input, gsize cell)
{
  return lv_node_is_input (input)
         && !same (lv_state_number (self->state, input, cell), lv_state_number (self->base, input, cell));
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
      gboolean twin = lv_node_is_hidden (node) && lv_node_measure (node) == NULL;

      if (!lv_node_is_input (node) || twin || g_str_has_suffix (lv_node_id (node), "#reference"))
        continue;
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
        {
          LvSessionChange change = { node, cell };

          if (!lv_node_present (self->model, node, cell) || !lv_state_is_set (self->state, node, cell)
              || !lv_session_is_changed (self, node, cell))
            continue;
          change.standard = lv_state_number (self->base, node, cell);
          change.value = lv_state_number (self->state, node, cell);
          g_array_append_val (changes, change);
        }
    }
  return changes;
}

/** Returns: (transfer none) (nullable): the pack's scenario that is shown, %NULL for the grundprognose */
const LvItem *
lv_session_scenario (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->scenario;
}

/**
 * lv_session_show_scenario:
 * @scenario: (nullable): a scenario of the pack, or %NULL for the grundprognose
 * @problems: gets what is wrong with its changes; the right ones are shown
 *
 * Returns: %FALSE when a change was wrong
 */
gboolean
lv_session_show_scenario (LvSession *self, const LvItem *scenario, LvProblems *problems)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (LV_IS_SESSION (self), FALSE);
  self->scenario = scenario;
  lv_state_clear (self->state);
  if (scenario != NULL)
    ok = lv_state_apply (self->state, lv_model_pack (self->model), scenario->detail, problems);
  keep_views (self);
  announce (self);
  return ok;
}

/** Returns: (transfer none) (nullable): the node that [pack] names under @key, such as "gap" */
const LvNode *
lv_session_head_node (LvSession *self, const char *key)
{
  const char *id = lv_pack_head (lv_model_pack (self->model), key);

  return id != NULL ? lv_model_find (self->model, id) : NULL;
}
