/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a number is missing.  A chart along months asks for dozens of them, and after each edit again for those
 * of the grundprognose, which has not changed: what was found is kept as long as it holds. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"
#include "lv-explain.h"

#include <math.h>

struct _LvChartMissing {
  const LvState *state;         /* (nullable): what was found holds for it */
  guint serial;
  GHashTable *found;            /* (owned): LvChartCell -> LvChartCell */
};

/* Cells to be looked at, each once. */
typedef struct {
  GPtrArray *cells;             /* (owned): LvChartCell */
  GHashTable *seen;             /* (owned): the same ones */
} Queue;

static void
enqueue (Queue *self, const LvNode *node, gsize cell)
{
  LvChartCell at = { node, cell };

  if (g_hash_table_contains (self->seen, &at))
    return;
  g_ptr_array_add (self->cells, g_memdup2 (&at, sizeof at));
  g_hash_table_add (self->seen, self->cells->pdata[self->cells->len - 1]);
}

/* Returns: whether any of it is missing */
static gboolean
enqueue_missing (Queue *self, const LvExplanation *why)
{
  gboolean any = FALSE;

  for (guint i = 0; i < why->parts->len; i++)
    {
      const LvExplanation *part = g_ptr_array_index (why->parts, i);

      if (!isnan (part->value.number))
        continue;
      enqueue (self, part->node, part->cell);
      any = TRUE;
    }
  return any;
}

/* The nearest number under a formula that is missing itself, and so makes it missing: the last of a row of
 * months lacks what the first lacks, but also something of its own. */
static LvChartCell
search (const LvState *state, LvChartCell from)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (lv_chart_cell_hash, lv_chart_cell_equal);
  Queue queue = { cells, seen };

  enqueue (&queue, from.node, from.cell);
  for (guint i = 0; i < cells->len; i++)
    {
      const LvChartCell at = *(const LvChartCell *) g_ptr_array_index (cells, i);
      g_autoptr (LvExplanation) why = NULL;

      if (lv_node_is_input (at.node))
        return at;
      why = lv_explain_operands (state, at.node, at.cell);
      if (!enqueue_missing (&queue, why))
        return at;
    }
  return from;
}

LvChartMissing *
lv_chart_missing_new (void)
{
  LvChartMissing *self = g_new0 (LvChartMissing, 1);

  self->found = g_hash_table_new_full (lv_chart_cell_hash, lv_chart_cell_equal, g_free, g_free);
  return self;
}

void
lv_chart_missing_free (LvChartMissing *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->found);
  g_free (self);
}

/* Returns: the number that makes @from missing; @from itself if none does */
LvChartCell
lv_chart_find_missing (LvChartMissing *self, const LvState *state, LvChartCell from)
{
  const LvChartCell *known;
  LvChartCell at;

  if (self->state != state || self->serial != lv_state_serial (state))
    g_hash_table_remove_all (self->found);
  self->state = state;
  self->serial = lv_state_serial (state);
  known = g_hash_table_lookup (self->found, &from);
  if (known != NULL)
    return *known;
  at = search (state, from);
  g_hash_table_insert (self->found, g_memdup2 (&from, sizeof from), g_memdup2 (&at, sizeof at));
  return at;
}
