/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model of a session: the pack with what the document says of its own. It is made anew when such a group
 * is another, and only then; what points into the old one is told by the signal "rebuilt". */
#include "lv-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Groups that make the model; of goals only those that the document adds. Actions are the plan's, which needs no other
 * model. */
static gboolean
is_structural (const LvDocGroup *group)
{
  static const char *const kinds[]
      = { "series", "parameter", "formula", "measure", "row", "axis", "words", NULL };

  if (lv_doc_group_is (group, "cell", NULL))
    return lv_doc_group_find (group, "value") == NULL; /* with one it is a figure */
  return g_strv_contains (kinds, group->kind)
         || (lv_doc_group_is (group, "goal", NULL) && g_str_has_prefix (group->id, "lokal."));
}

/** Returns: whether the group is part of what the model is made of */
gboolean
lv_session_is_structural (const LvDocGroup *group)
{
  return is_structural (group);
}

static GPtrArray *
structural_groups (LvSession *self)
{
  const GPtrArray *groups = lv_document_groups (self->document);
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_doc_group_unref);

  for (guint i = 0; i < groups->len; i++)
    if (is_structural (g_ptr_array_index (groups, i)))
      g_ptr_array_add (own, lv_doc_group_ref (g_ptr_array_index (groups, i)));
  return own;
}

/* --- What lasts from one model to the next */

/* What is looked at through, by names that hold in both models. */
typedef struct
{
  char *id;
  char *members;
  char *member; /* (nullable): the value, where it is a member of an axis */
  double value;
} View;

static void
view_clear (gpointer data)
{
  View *view = data;

  g_free (view->id);
  g_free (view->members);
  g_free (view->member);
}

static gboolean
is_view (const LvNode *node)
{
  return !lv_node_is_hidden (node) && lv_node_is_input (node) && lv_session_input_is_view (node);
}

static void
add_view (GArray *views, const LvState *state, const LvNode *node, gsize cell)
{
  const LvParameter *parameter = lv_node_parameter (node);
  View view = { g_strdup (lv_node_id (node)), lv_shape_cell_name (lv_node_shape (node), cell), NULL,
                lv_state_number (state, node, cell) };

  if (parameter->input == LV_INPUT_MEMBER)
    view.member = g_strdup (lv_axis_member (parameter->axis, (guint) view.value)->id);
  g_array_append_val (views, view);
}

static GArray *
views_of (LvSession *self)
{
  GArray *views = g_array_new (FALSE, FALSE, sizeof (View));

  g_array_set_clear_func (views, view_clear);
  for (guint i = 0; i < lv_model_n_nodes (self->model); i++)
    {
      const LvNode *node = lv_model_node (self->model, i);

      if (!is_view (node))
        continue;
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
        if (lv_state_is_set (self->base, node, cell))
          add_view (views, self->base, node, cell);
    }
  return views;
}

static void
put_view (LvSession *self, const View *view)
{
  const LvNode *node = lv_model_find (self->model, view->id);
  g_autofree char *reason = NULL;
  double value = view->value;
  gssize cell = -1;
  LvPlace place;

  if (node == NULL || !is_view (node)
      || !lv_place_parse (view->members, lv_node_shape (node), &place, &reason)
      || !lv_place_next (&place, lv_node_shape (node), &cell))
    return;
  if (view->member != NULL)
    value = lv_axis_find (lv_node_parameter (node)->axis, view->member);
  if (view->member == NULL || value >= 0)
    lv_state_set (self->base, node, (gsize) cell, value);
}

/* --- The model that was */

/* Handlers that ran when the model was made anew may still hold pointers into the old one until they have
 * returned; so it stays until the main loop is back. */
typedef struct
{
  LvModel *model;
  LvState *base;
  LvState *state;
  GArray *figures;
  GPtrArray *items;
} Retired;

static void
retired_free (gpointer data)
{
  Retired *old = data;

  lv_state_free (old->base);
  lv_state_free (old->state);
  lv_model_free (old->model);
  lv_session_figures_free (old->figures);
  g_ptr_array_unref (old->items);
  g_free (old);
}

static gboolean
drop_retired_cb (gpointer data)
{
  LvSession *self = data;

  self->dropping = 0;
  g_ptr_array_set_size (self->retired, 0);
  return G_SOURCE_REMOVE;
}

static void
retire (LvSession *self)
{
  Retired *old = g_new0 (Retired, 1);

  old->model = self->model;
  old->base = self->base;
  old->state = self->state;
  old->figures = self->figures;
  old->items = self->items;
  g_ptr_array_add (self->retired, old);
  if (self->dropping == 0)
    self->dropping = g_idle_add (drop_retired_cb, self);
}

/* --- The model that is */

static void
append_blank (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append_c (out, '\n');
}

/* The document as it is written, with only what the model is made of. */
static char *
structural_text (LvSession *self)
{
  const GPtrArray *groups = lv_document_groups (self->document);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autofree char *text = NULL;

      g_ptr_array_add (one, g_ptr_array_index (groups, i));
      text = lv_doc_groups_write (one);
      if (is_structural (g_ptr_array_index (groups, i)))
        g_string_append (out, text);
      else
        append_blank (out, text);
    }
  return g_string_free (out, FALSE);
}

static LvModel *
make_model (LvSession *self, const GPtrArray *own, LvProblems *unplaced)
{
  const LvPack *pack = lv_model_pack (self->model);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree char *text = structural_text (self);
  LvModel *model = lv_model_new_over (pack, NULL, text, TRUE, problems, unplaced);

  if (model != NULL)
    return model;
  /* Nothing of the document's own can be laid over the pack. */
  for (guint i = 0; i < own->len; i++)
    {
      const LvDocGroup *group = g_ptr_array_index (own, i);
      g_autofree char *header = g_strdup_printf ("%s %s", group->kind, group->id);

      lv_problems_add (unplaced, NULL, 0, header, NULL, "%s", _ ("it is kept as it is"));
    }
  return lv_model_new_over (pack, NULL, "", TRUE, problems, unplaced);
}

static void
swap (LvSession *self, LvModel *model)
{
  g_autoptr (GArray) views = views_of (self);

  retire (self);
  lv_session_drop_effects (self);
  g_clear_pointer (&self->inherited, lv_state_free);
  self->model = model;
  self->figures = lv_session_figures_new ();
  g_ptr_array_set_size (self->figure_groups, 0);
  g_hash_table_remove_all (self->figure_placed);
  g_hash_table_unref (self->actions);
  lv_session_init_actions (self);
  self->base = lv_state_new (model);
  for (guint i = 0; i < views->len; i++)
    put_view (self, &g_array_index (views, View, i));
  lv_state_update (self->base);
  self->state = lv_state_copy (self->base);
}

/**
 * lv_session_rebuild:
 *
 * Makes the model anew when the document says something else of its own than what it was made of. Values
 * are the caller's to compute.
 *
 * Returns: whether it was made anew
 */
gboolean
lv_session_rebuild (LvSession *self)
{
  g_autoptr (GPtrArray) own = structural_groups (self);
  LvProblems *unplaced;
  LvModel *model;

  if (lv_doc_groups_equal (own, self->built))
    return FALSE;
  unplaced = lv_problems_new ();
  model = make_model (self, own, unplaced);
  lv_problems_free (self->unplaced);
  self->unplaced = unplaced;
  g_ptr_array_unref (self->built);
  self->built = g_steal_pointer (&own);
  if (model == NULL)
    return FALSE;
  swap (self, model);
  return TRUE;
}

void
lv_session_rebuild_init (LvSession *self)
{
  self->built = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_doc_group_unref);
  self->retired = g_ptr_array_new_with_free_func (retired_free);
  self->unplaced = lv_problems_new ();
}

void
lv_session_rebuild_clear (LvSession *self)
{
  g_clear_handle_id (&self->dropping, g_source_remove);
  g_ptr_array_unref (self->retired);
  g_ptr_array_unref (self->built);
  lv_problems_free (self->unplaced);
}

/**
 * lv_session_owns:
 * @node: (nullable)
 *
 * Returns: whether @node is one of the model that the session has now; a widget that is about to go may
 *   still hold one of the model before
 */
gboolean
lv_session_owns (LvSession *self, const LvNode *node)
{
  return node != NULL && lv_model_has (self->model, node);
}

/** Returns: (transfer full) (element-type utf8): a line for everything of the document's own that is wrong */
GPtrArray *
lv_session_unplaced (LvSession *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (LV_IS_SESSION (self), lines);
  for (guint i = 0; i < lv_problems_kept (self->unplaced); i++)
    g_ptr_array_add (lines, lv_problem_to_string (lv_problems_get (self->unplaced, i)));
  return lines;
}
