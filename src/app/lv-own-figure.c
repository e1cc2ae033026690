/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells hold a figure of the user's own, and which wait for one. */
#include "lv-own-figure.h"

#include <math.h>

static LvDocGroup *
find_group (LvSession *session, const LvNode *node, gsize cell)
{
  const LvShape *shape = lv_node_shape (node);
  g_autofree char *members = lv_shape_cell_name (shape, cell);
  g_autofree char *id
      = g_strdup_printf ("%s%s%s", lv_node_id (node), shape->n > 0 ? "@" : "", members);

  return lv_node_series (node) != NULL ? lv_document_find (lv_session_document (session), "cell", id)
                                       : NULL;
}

/** Returns: whether @cell holds a figure of the user's own */
gboolean
lv_own_figure_exists (LvSession *session, const LvNode *node, gsize cell)
{
  return find_group (session, node, cell) != NULL;
}

/** Returns: (transfer full): where the user has the figure from; "" when there is none */
char *
lv_own_figure_source (LvSession *session, const LvNode *node, gsize cell)
{
  const LvDocGroup *group = find_group (session, node, cell);
  char *source = group != NULL ? lv_doc_group_get (group, "from-file") : NULL;

  return source != NULL ? source : g_strdup ("");
}

/** Returns: whether the sources lack @cell of a series, so that it takes a figure with a source */
gboolean
lv_own_figure_is_wanted (LvSession *session, const LvNode *node, gsize cell)
{
  LvValue base;

  if (lv_node_series (node) == NULL || !lv_node_present (lv_session_model (session), node, cell))
    return FALSE;
  base = lv_state_get (lv_session_base (session), node, cell);
  return (isnan (base.number) && base.status == LV_STATUS_MISSING)
         || lv_own_figure_exists (session, node, cell);
}

/** Returns: (transfer full): gsize for each cell that is missing in the sources, also where the user has one */
GArray *
lv_own_figure_cells (LvSession *session, const LvNode *node)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
    if (lv_own_figure_is_wanted (session, node, cell))
      g_array_append_val (cells, cell);
  return cells;
}
