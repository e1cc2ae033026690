/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-meanings.h"

#include "lv-request.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <string.h>

/* Members of an axis that can be chosen one by one; longer axes stand in a column of their own. */
#define MOST_MEMBERS 120

/** Returns: (transfer full): "Values for 2026", in the user's language; @column: (nullable) */
char *
lv_meanings_say (const LvMapColumn *column)
{
  LvMapRole role = column != NULL ? column->role : LV_MAP_IGNORE;

  switch (role)
    {
    case LV_MAP_ID:
      return g_strdup (_ ("Which number: id or title"));
    case LV_MAP_MEMBER:
      return g_strdup (column->axis->title);
    case LV_MAP_VALUE:
      if (column->node != NULL)
        return g_strdup_printf (_ ("Values: %s"), lv_node_title (column->node));
      if (column->axis != NULL && column->member >= 0)
        return g_strdup_printf (_ ("Values: %s, %s"), column->axis->title,
                                lv_axis_member (column->axis, (guint) column->member)->title);
      return g_strdup (_ ("Values"));
    case LV_MAP_UNIT:
      return g_strdup (_ ("Unit"));
    case LV_MAP_SOURCE:
      return g_strdup (_ ("Source"));
    case LV_MAP_NOTE:
      return g_strdup (_ ("Note"));
    case LV_MAP_WHO:
      return g_strdup (_ ("Filled in by"));
    case LV_MAP_IGNORE:
    case LV_N_MAP_ROLES:
    default:
      return g_strdup (_ ("Not used"));
    }
}

static void
add (LvMeanings *self, LvMapRole role, const LvAxis *axis, int member, const LvNode *node)
{
  LvMapColumn column = { 0, role, axis, member, node };
  g_autofree char *text = lv_meanings_say (&column);

  gtk_string_list_append (GTK_STRING_LIST (self->texts), text);
  g_array_append_val (self->columns, column);
}

/* Axes that some figure or assumption runs along. */
static GPtrArray *
axes_of (const LvModel *model)
{
  GPtrArray *axes = g_ptr_array_new ();

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      const LvShape *shape = lv_node_shape (node);

      for (guint k = 0; lv_request_can_ask (node) && k < shape->n; k++)
        if (!g_ptr_array_find (axes, shape->axis[k], NULL))
          g_ptr_array_add (axes, (gpointer) shape->axis[k]);
    }
  return axes;
}

static void
add_members (LvMeanings *self, const LvAxis *axis)
{
  for (guint m = 0; lv_axis_length (axis) <= MOST_MEMBERS && m < lv_axis_length (axis); m++)
    add (self, LV_MAP_VALUE, axis, (int) m, NULL);
}

/** Returns: (transfer full): all that a column can hold */
LvMeanings *
lv_meanings_new (const LvModel *model)
{
  static const LvMapRole first[] = { LV_MAP_IGNORE, LV_MAP_ID, LV_MAP_VALUE };
  static const LvMapRole later[] = { LV_MAP_UNIT, LV_MAP_SOURCE, LV_MAP_NOTE, LV_MAP_WHO };
  LvMeanings *self = g_new0 (LvMeanings, 1);
  g_autoptr (GPtrArray) axes = axes_of (model);

  self->texts = G_LIST_MODEL (gtk_string_list_new (NULL));
  self->columns = g_array_new (FALSE, FALSE, sizeof (LvMapColumn));
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    add (self, first[i], NULL, -1, NULL);
  for (guint i = 0; i < axes->len; i++)
    add (self, LV_MAP_MEMBER, g_ptr_array_index (axes, i), -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    add (self, later[i], NULL, -1, NULL);
  for (guint i = 0; i < axes->len; i++)
    add_members (self, g_ptr_array_index (axes, i));
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    if (lv_request_can_ask (lv_model_node (model, i)))
      add (self, LV_MAP_VALUE, NULL, -1, lv_model_node (model, i));
  return self;
}

void
lv_meanings_free (LvMeanings *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->texts);
  g_array_unref (self->columns);
  g_free (self);
}

/** Returns: which of them @column (nullable) holds; 0, not used, when none */
guint
lv_meanings_find (const LvMeanings *self, const LvMapColumn *column)
{
  for (guint i = 0; column != NULL && i < self->columns->len; i++)
    {
      const LvMapColumn *own = &g_array_index (self->columns, LvMapColumn, i);

      if (own->role == column->role && own->axis == column->axis && own->member == column->member
          && own->node == column->node)
        return i;
    }
  return 0;
}

/** Returns: (transfer none): the text number @index */
const char *
lv_meanings_text (const LvMeanings *self, guint index)
{
  return gtk_string_list_get_string (GTK_STRING_LIST (self->texts), index);
}
