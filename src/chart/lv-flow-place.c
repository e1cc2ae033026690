/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the nodes of a layer stand across: as near to their neighbours as order and room allow. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-flow-graph.h"

#define SWEEPS 24
/* A straight way through a layer is worth more than a box in the middle of its neighbours. */
#define PASSING_WEIGHT 2.0
#define STRAIGHT_WEIGHT 8.0

typedef struct {
  double sum;
  double weight;
} Pull;

static void
pull_towards (const LvFlowGraph *self, int node, int other, Pull *pull)
{
  int passing = (lv_flow_node (self, node)->box < 0) + (lv_flow_node (self, other)->box < 0);
  double weight = passing == 2 ? STRAIGHT_WEIGHT : passing == 1 ? PASSING_WEIGHT : 1.0;

  pull->sum += weight * lv_flow_node (self, other)->at;
  pull->weight += weight;
}

/* What the neighbours before (@before), after (@after), or both would like. */
static Pull
wish (const LvFlowGraph *self, int node, gboolean before, gboolean after)
{
  Pull pull = { 0.0, 0.0 };

  for (guint i = 0; i < self->paths->len; i++)
    {
      const GArray *nodes = lv_flow_path (self, i)->nodes;

      for (guint k = 0; k < nodes->len; k++)
        {
          if (g_array_index (nodes, int, k) != node)
            continue;
          if (before && k > 0)
            pull_towards (self, node, g_array_index (nodes, int, k - 1), &pull);
          if (after && k + 1 < nodes->len)
            pull_towards (self, node, g_array_index (nodes, int, k + 1), &pull);
        }
    }
  if (pull.weight > 0.0)
    return pull;
  return (Pull) { lv_flow_node (self, node)->at, 1.0 };
}

/* Nodes that push each other form a block, which stands where its members would on average. */
typedef struct {
  double sum;
  double weight;
  int n;
} Block;

static double
mean (const Block *block)
{
  return block->sum / block->weight;
}

/* The places nearest to @wishes (least squares) that keep order and distance: once the distances
 * are taken off, a rising sequence, found by pooling neighbours that go down. */
static void
settle (LvFlowGraph *self, const GArray *layer, const Pull *wishes, double extent, double gap)
{
  g_autofree Block *blocks = g_new (Block, layer->len + 1);
  g_autofree double *offset = g_new (double, layer->len + 1);
  double low = lv_flow_node (self, g_array_index (layer, int, 0))->size / 2.0;
  double high;
  guint n = 0;
  guint at = 0;

  for (guint i = 0; i < layer->len; i++)
    {
      const LvFlowNode *node = lv_flow_node (self, g_array_index (layer, int, i));
      double before = i > 0 ? lv_flow_node (self, g_array_index (layer, int, i - 1))->size : 0.0;

      offset[i] = i > 0 ? offset[i - 1] + (before + node->size) / 2.0 + gap : 0.0;
      blocks[n++] = (Block) { wishes[i].sum - offset[i] * wishes[i].weight, wishes[i].weight, 1 };
      for (; n > 1 && mean (&blocks[n - 2]) > mean (&blocks[n - 1]); n--)
        {
          blocks[n - 2].sum += blocks[n - 1].sum;
          blocks[n - 2].weight += blocks[n - 1].weight;
          blocks[n - 2].n += blocks[n - 1].n;
        }
    }
  high = extent - lv_flow_node (self, g_array_index (layer, int, layer->len - 1))->size / 2.0
         - offset[layer->len - 1];
  for (guint b = 0; b < n; b++)
    for (int k = 0; k < blocks[b].n; k++, at++)
      lv_flow_node (self, g_array_index (layer, int, at))->at
        = CLAMP (mean (&blocks[b]), low, MAX (low, high)) + offset[at];
}

static void
settle_layer (LvFlowGraph *self, guint index, double extent, double gap, gboolean before,
              gboolean after)
{
  const GArray *layer = lv_flow_layer (self, index);
  g_autofree Pull *wishes = g_new (Pull, layer->len + 1);

  for (guint i = 0; i < layer->len; i++)
    wishes[i] = wish (self, g_array_index (layer, int, i), before, after);
  settle (self, layer, wishes, extent, gap);
}

/**
 * lv_flow_graph_place:
 * @self: a graph whose nodes have their sizes
 * @extent: the room across; at least what the fullest layer needs
 * @gap: the least distance between two nodes of a layer
 *
 * Finds the middle of every node, between 0 and @extent.
 */
void
lv_flow_graph_place (LvFlowGraph *self, double extent, double gap)
{
  guint n = self->layers->len;

  for (guint i = 0; i < self->nodes->len; i++)
    lv_flow_node (self, i)->at = extent / 2.0;
  for (guint i = 0; i < n; i++)
    settle_layer (self, i, extent, gap, FALSE, FALSE);
  for (int sweep = 0; sweep < SWEEPS; sweep++)
    for (guint i = 0; i < n; i++)
      {
        gboolean forth = sweep % 2 == 0;

        settle_layer (self, forth ? i : n - 1 - i, extent, gap, forth, !forth);
      }
  for (guint i = 0; i < n; i++)
    settle_layer (self, i, extent, gap, TRUE, TRUE);
}
