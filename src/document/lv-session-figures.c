/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that the user has where the sources have none: [cell ID@m] of the document, put into the model. */
#include "lv-session-private.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The cell that [cell ID@m] speaks of, if it is a single one of a series. */
static const LvNode *
find_cell (LvSession *self, const LvDocGroup *group, gsize *cell)
{
  g_auto (GStrv) parts = g_strsplit (group->id, "@", 2);
  const LvNode *node = parts[0] != NULL ? lv_model_find (self->model, parts[0]) : NULL;
  g_autofree char *reason = NULL;
  gssize first = -1;
  LvPlace place;

  if (node == NULL || lv_node_series (node) == NULL
      || !lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (node), &place, &reason)
      || !lv_place_next (&place, lv_node_shape (node), &first)
      || !lv_node_present (self->model, node, (gsize) first))
    return NULL;
  *cell = (gsize) first;
  return node;
}

/** Returns: whether the figure of @group stands in the model */
gboolean
lv_session_has_figure (LvSession *self, const LvDocGroup *group)
{
  return g_hash_table_contains (self->figure_placed, group);
}

static void
figure_clear (gpointer data)
{
  g_free (((LvOwnFigure *) data)->info);
}

/** Returns: (transfer full): a list for figures that stand in a model */
GArray *
lv_session_figures_new (void)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (LvOwnFigure));

  g_array_set_clear_func (figures, figure_clear);
  return figures;
}

/** Frees a list of figures, whose model must be gone. */
void
lv_session_figures_free (GArray *figures)
{
  g_array_unref (figures);
}

/* Takes all figures out of the model again; its states are not computed. */
static void
drop_figures (LvSession *self)
{
  for (guint i = self->figures->len; i > 0; i--)
    {
      LvOwnFigure *figure = &g_array_index (self->figures, LvOwnFigure, i - 1);

      lv_model_take_figure (self->model, figure->node, figure->cell, &figure->before);
    }
  g_array_set_size (self->figures, 0);
  g_ptr_array_set_size (self->figure_groups, 0);
  g_hash_table_remove_all (self->figure_placed);
}

/* What users say of their figures is kept once each, as long as the session: interned texts would stay for ever. */
static const char *
keep (LvSession *self, const char *text)
{
  return g_string_chunk_insert_const (self->figure_texts, text != NULL ? text : "");
}

/* Where it is from stands where a source of the pack would; it is no id, so it is shown as it is. */
static LvCellInfo *
make_info (LvSession *self, const LvDocGroup *group, const LvSeries *series, gsize cell)
{
  LvCellInfo *info = g_new0 (LvCellInfo, 1);
  g_autofree char *from = lv_doc_group_get (group, "from-file");
  g_autofree char *place = lv_doc_group_get (group, "place");
  g_autofree char *by = lv_doc_group_get (group, "by");
  g_autofree char *note = lv_doc_group_get (group, "note");
  g_autofree char *why = g_strdup_printf ("%s%s%s", by != NULL ? by : "", by != NULL && note != NULL ? ": " : "",
                                          note != NULL ? note : "");

  if (series->info != NULL && series->info[cell] != NULL)
    info->attributes = series->info[cell]->attributes;
  info->source = keep (self, from);
  info->place = keep (self, place);
  info->why = why[0] != '\0' ? keep (self, why) : NULL;
  return info;
}

static void
put_figure (LvSession *self, const LvDocGroup *group)
{
  g_autofree char *text = lv_doc_group_get (group, "value");
  LvOwnFigure figure = { 0 };

  figure.node = find_cell (self, group, &figure.cell);
  if (figure.node == NULL || text == NULL || !lv_number_parse_c (text, &figure.value))
    return;
  figure.info = make_info (self, group, lv_node_series (figure.node), figure.cell);
  figure.before = lv_model_put_figure (self->model, figure.node, figure.cell, figure.value, figure.info);
  g_array_append_val (self->figures, figure);
  g_hash_table_add (self->figure_placed, (gpointer) group);
}

/* Groups never change: the same ones in a row say the same figures as last time. */
static gboolean
are_known (LvSession *self, const GPtrArray *groups)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      LvDocGroup *group = g_ptr_array_index (groups, i);

      if (!lv_doc_group_is (group, "cell", NULL))
        continue;
      if (n >= self->figure_groups->len || g_ptr_array_index (self->figure_groups, n) != group)
        return FALSE;
      n++;
    }
  return n == self->figure_groups->len;
}

/** Puts the document's figures into the model, where they are others than those there. */
void
lv_session_sync_figures (LvSession *self)
{
  const GPtrArray *groups = lv_document_groups (self->document);

  if (are_known (self, groups))
    return;
  drop_figures (self);
  for (guint i = 0; i < groups->len; i++)
    if (lv_doc_group_is (g_ptr_array_index (groups, i), "cell", NULL))
      {
        g_ptr_array_add (self->figure_groups, lv_doc_group_ref (g_ptr_array_index (groups, i)));
        put_figure (self, g_ptr_array_index (groups, i));
      }
  lv_state_update_all (self->base);
  lv_state_update_all (self->state);
}

static char *
group_id (const LvNode *series, gsize cell)
{
  g_autofree char *key = lv_change_key (series, cell);

  return g_strdup (key + strlen ("set "));
}

static LvDocGroup *
figure_group (LvSession *self, const char *id, double value, const char *source)
{
  g_autoptr (LvDocGroup) bare = lv_doc_group_new ("cell", id);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *signature = lv_session_signature (self);
  g_autoptr (LvDocGroup) valued = NULL;
  g_autoptr (LvDocGroup) sourced = NULL;

  g_ascii_formatd (text, sizeof text, "%.15g", value);
  valued = lv_doc_group_with (bare, "value", text);
  sourced = lv_doc_group_with (valued, "from-file", source);
  return lv_doc_group_with (sourced, "by", signature);
}

/**
 * lv_session_set_figure:
 * @series: whose cell it is
 * @value: the figure, in the series' unit
 * @source: where it is from: a file, a letter; not empty
 *
 * Enters a figure that the sources lack; it counts in the grundprognose and in every scenario, as indlæst.
 *
 * Returns: %FALSE when the cell can't have one, or the source is missing; "refused" has said why
 */
gboolean
lv_session_set_figure (LvSession *self, const LvNode *series, gsize cell, double value,
                       const char *source)
{
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && series != NULL, FALSE);
  if (!lv_session_owns (self, series))
    return FALSE;
  if (lv_node_series (series) == NULL || !lv_node_present (self->model, series, cell) || isnan (value))
    {
      lv_session_refuse (self, _ ("There is no such cell for a figure of your own."));
      return FALSE;
    }
  if (source == NULL || source[0] == '\0')
    {
      lv_session_refuse (self, _ ("A figure needs its source: a file, a letter, or who says so."));
      return FALSE;
    }
  id = group_id (series, cell);
  name = lv_change_name (lv_model_pack (self->model), series, cell,
                         lv_state_number (self->base, series, cell), value);
  lv_document_replace (self->document, name, NULL, lv_document_find (self->document, "cell", id),
                       figure_group (self, id, value, source));
  return TRUE;
}

/** Takes a figure of the user's own away again. Returns: whether there was one */
gboolean
lv_session_take_figure (LvSession *self, const LvNode *series, gsize cell)
{
  g_autofree char *id = group_id (series, cell);
  LvDocGroup *group = lv_document_find (self->document, "cell", id);
  g_autofree char *name = g_strdup_printf (_ ("Remove the figure for %s"), lv_node_title (series));

  if (group == NULL || !lv_session_owns (self, series))
    return FALSE;
  lv_document_replace (self->document, name, NULL, group, NULL);
  return TRUE;
}
