/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-chart-handle.h"

#include "lv-card-tools.h"
#include "lv-input-bounds.h"
#include "lv-solve.h"
#include "lv-text.h"

#include <math.h>

/* One of the cells that the chart's handles may turn. */
typedef struct
{
  const LvNode *node;
  gsize cell;
} Lever;

struct _LvChartHandle
{
  LvSession *session; /* (owned) */
  const LvChart *chart;
  GArray *levers;       /* (owned): Lever */
  LvState *trial;       /* (owned): to see what moves what */
  GHashTable *known;    /* (owned): number -> its lever's index + 2, 1 for none */

  /* While pulling. */
  gboolean begun;
  const LvNode *target;
  gsize target_cell;
  double start;         /* the number when it began */
  Lever lever;
  LvInputBounds bounds;
  double before;        /* the lever then */
  GPtrArray *groups;    /* (owned) (nullable): what the document said then */
};

/**
 * lv_chart_handle_new:
 * @session: what is edited
 * @chart: must outlive the handle
 * @item: its [chart]
 *
 * Returns: (transfer full) (nullable): %NULL where the pack lets nothing be pulled
 */
LvChartHandle *
lv_chart_handle_new (LvSession *session, const LvChart *chart, const LvItem *item)
{
  g_auto (GStrv) ids = lv_item_get_list (item, "handle");
  LvChartHandle *self = g_new0 (LvChartHandle, 1);

  self->session = g_object_ref (session);
  self->chart = chart;
  self->levers = g_array_new (FALSE, FALSE, sizeof (Lever));
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GArray) cells = lv_card_cells (session, ids[i]);

      for (guint c = 0; c < cells->len; c++)
        {
          const LvCardCell *at = &g_array_index (cells, LvCardCell, c);
          Lever lever = { at->node, at->cell };

          g_array_append_val (self->levers, lever);
        }
    }
  if (self->levers->len > 0)
    return self;
  lv_chart_handle_free (self);
  return NULL;
}

void
lv_chart_handle_free (LvChartHandle *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->trial, lv_state_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_hash_table_unref (self->known);
  g_array_unref (self->levers);
  g_object_unref (self->session);
  g_free (self);
}

/* Another value than now that the lever may have. */
static double
other_value (const Lever *lever, double now)
{
  LvInputBounds bounds;

  lv_input_bounds (lever->node, &bounds);
  return now + bounds.step <= bounds.most ? now + bounds.step : now - bounds.step;
}

/* Tried, not read from the formulas: a path that a rule cuts off moves nothing. */
static gboolean
moves (LvChartHandle *self, const Lever *lever, const LvNode *node, gsize cell)
{
  double now = lv_state_number (lv_session_state (self->session), lever->node, lever->cell);
  double before;
  double after;

  if (isnan (now))
    return FALSE;
  lv_state_set (self->trial, lever->node, lever->cell, now);
  lv_state_update (self->trial);
  before = lv_state_number (self->trial, node, cell);
  lv_state_set (self->trial, lever->node, lever->cell, other_value (lever, now));
  lv_state_update (self->trial);
  after = lv_state_number (self->trial, node, cell);
  lv_state_set (self->trial, lever->node, lever->cell, now);
  return isfinite (before) && isfinite (after) && fabs (after - before) > 1e-9;
}

static int
find_lever (LvChartHandle *self, const LvNode *node, gsize cell)
{
  g_autofree char *key = g_strdup_printf ("%s@%" G_GSIZE_FORMAT, lv_node_id (node), cell);
  int index = GPOINTER_TO_INT (g_hash_table_lookup (self->known, key)) - 2;

  if (index >= -1)
    return index;
  if (self->trial == NULL)
    self->trial = lv_state_copy (lv_session_state (self->session));
  index = -1;
  for (guint i = 0; index < 0 && i < self->levers->len; i++)
    if (moves (self, &g_array_index (self->levers, Lever, i), node, cell))
      index = (int) i;
  g_hash_table_insert (self->known, g_steal_pointer (&key), GINT_TO_POINTER (index + 2));
  return index;
}

/** Returns: whether pulling at a number of @figure, made of the handle's chart, does anything */
gboolean
lv_chart_handle_moves (LvChartHandle *self, const LvFigure *figure, int series, int category)
{
  const LvNode *node;
  gsize cell;

  return lv_chart_find (self->chart, figure, series, category, &node, &cell)
         && find_lever (self, node, cell) >= 0;
}

/**
 * lv_chart_handle_begin:
 *
 * Takes hold of a number. What stood in the scenario is remembered for lv_chart_handle_end().
 *
 * Returns: whether the number can be pulled
 */
gboolean
lv_chart_handle_begin (LvChartHandle *self, const LvFigure *figure, int series, int category)
{
  const LvState *state = lv_session_state (self->session);
  int index;

  if (self->begun)
    lv_chart_handle_end (self, TRUE);
  if (!lv_chart_find (self->chart, figure, series, category, &self->target, &self->target_cell))
    return FALSE;
  index = find_lever (self, self->target, self->target_cell);
  if (index < 0)
    return FALSE;
  self->lever = g_array_index (self->levers, Lever, index);
  lv_input_bounds (self->lever.node, &self->bounds);
  self->start = lv_state_number (state, self->target, self->target_cell);
  self->before = lv_state_number (state, self->lever.node, self->lever.cell);
  self->begun = isfinite (self->start);
  lv_session_end_edit (self->session);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = lv_doc_groups_copy (lv_document_groups (lv_session_document (self->session)));
  return self->begun;
}

gboolean
lv_chart_handle_is_begun (const LvChartHandle *self)
{
  return self->begun;
}

static void
set (LvChartHandle *self, double value)
{
  double standard = lv_input_standard (self->session, self->lever.node, self->lever.cell);

  value = lv_input_bounds_snap (&self->bounds, value, standard);
  if (!isnan (standard) && fabs (value - standard) < 1e-12)
    lv_session_reset (self->session, self->lever.node, self->lever.cell);
  else
    lv_session_set (self->session, self->lever.node, self->lever.cell, value);
}

/**
 * lv_chart_handle_pull:
 * @by: how far from where it began, in the number's own unit
 *
 * Turns the parameter until the number is there, or as near as its range lets it come.
 */
void
lv_chart_handle_pull (LvChartHandle *self, double by)
{
  double from = isfinite (self->bounds.least) ? self->bounds.least : self->bounds.from;
  double to = isfinite (self->bounds.most) ? self->bounds.most : self->bounds.to;
  LvSolveLever lever = { self->lever.node, (gssize) self->lever.cell, from, to };
  g_autoptr (LvSolution) solution = NULL;

  g_return_if_fail (self->begun);
  if (!isfinite (from) || !isfinite (to))
    return;
  solution = lv_solve (lv_session_state (self->session), self->target, self->target_cell,
                       self->start + by, &lever, 1);
  if (isfinite (solution->values[0]))
    set (self, solution->values[0]);
}

/** Turns the parameter by @steps of its steps, as the keys do. */
void
lv_chart_handle_step (LvChartHandle *self, int steps)
{
  const LvState *state = lv_session_state (self->session);
  double now;
  double before;

  g_return_if_fail (self->begun);
  now = lv_state_number (state, self->lever.node, self->lever.cell);
  before = lv_state_number (state, self->target, self->target_cell);
  set (self, now + steps * self->bounds.step);
  /* Up is up in the picture, whichever way the parameter works. */
  if ((lv_state_number (state, self->target, self->target_cell) - before) * steps < 0)
    set (self, now - steps * self->bounds.step);
}

/**
 * lv_chart_handle_end:
 * @keep: %FALSE puts the parameter back to where it was
 */
void
lv_chart_handle_end (LvChartHandle *self, gboolean keep)
{
  if (!self->begun)
    return;
  self->begun = FALSE;
  lv_session_end_edit (self->session);
  /* All that was pulled is one step. */
  if (!keep
      && !lv_doc_groups_equal (self->groups, lv_document_groups (lv_session_document (self->session))))
    lv_session_undo (self->session);
  else if (!keep)
    lv_session_set (self->session, self->lever.node, self->lever.cell, self->before);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
}

/** Returns: (transfer full) (nullable): "Growth: 10,0 mio. kr./år", while a number is held */
char *
lv_chart_handle_tell (const LvChartHandle *self)
{
  g_autofree char *title = NULL;
  g_autofree char *value = NULL;

  if (!self->begun)
    return NULL;
  title = lv_card_cell_title (self->lever.node, self->lever.cell);
  value = lv_text_amount (lv_session_pack (self->session), self->lever.node,
                          lv_state_get (lv_session_state (self->session), self->lever.node,
                                        self->lever.cell));
  return g_strdup_printf ("%s: %s", title, value);
}
