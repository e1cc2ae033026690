/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layers and the order in them. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-flow-graph.h"

/* Sweeps to and fro; the best order of all of them is kept. */
#define SWEEPS 12

static void
clear_path (gpointer data)
{
  LvFlowPath *path = data;

  g_array_unref (path->nodes);
  g_array_unref (path->route);
}

static LvFlowGraph *
graph_alloc (int n_boxes)
{
  LvFlowGraph *self = g_new0 (LvFlowGraph, 1);

  self->n_boxes = n_boxes;
  self->nodes = g_array_new (FALSE, TRUE, sizeof (LvFlowNode));
  self->paths = g_array_new (FALSE, TRUE, sizeof (LvFlowPath));
  g_array_set_clear_func (self->paths, clear_path);
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (int i = 0; i < n_boxes; i++)
    {
      LvFlowNode node = { .box = i };

      g_array_append_val (self->nodes, node);
    }
  return self;
}

/**
 * lv_flow_graph_free:
 * @self: (transfer full): a graph
 */
void
lv_flow_graph_free (LvFlowGraph *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->layers);
  g_array_unref (self->paths);
  g_array_unref (self->nodes);
  g_free (self);
}

/* Arrows between the boxes that are shown, each once. */
static void
add_paths (LvFlowGraph *self, const LvFigureLink *links, int n_links)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (int i = 0; i < n_links; i++)
    {
      LvFlowPath path = { .from = links[i].from, .to = links[i].to };

      if (path.from >= self->n_boxes || path.to >= self->n_boxes
          || !g_hash_table_add (known, GINT_TO_POINTER (path.from * self->n_boxes + path.to)))
        continue;
      path.nodes = g_array_new (FALSE, FALSE, sizeof (int));
      path.route = g_array_new (FALSE, FALSE, sizeof (LvPlacePoint));
      g_array_append_val (self->paths, path);
    }
}

/* Depth first in the order of the file: an arrow to a box that is still on the way closes a
 * circle. */
static void
visit (LvFlowGraph *self, int box, guint8 *state)
{
  state[box] = 1;
  for (guint i = 0; i < self->paths->len; i++)
    {
      LvFlowPath *path = lv_flow_path (self, i);

      if (path->from != box || path->from == path->to)
        continue;
      if (state[path->to] == 1)
        path->back = TRUE;
      else if (state[path->to] == 0)
        visit (self, path->to, state);
    }
  state[box] = 2;
}

/* Boxes that nothing leads to begin; in a closed circle the first one of the file does. */
static void
find_circles (LvFlowGraph *self)
{
  g_autofree guint8 *state = g_new0 (guint8, self->n_boxes + 1);
  g_autofree gboolean *led_to = g_new0 (gboolean, self->n_boxes + 1);

  for (guint i = 0; i < self->paths->len; i++)
    if (lv_flow_path (self, i)->from != lv_flow_path (self, i)->to)
      led_to[lv_flow_path (self, i)->to] = TRUE;
  for (int i = 0; i < self->n_boxes; i++)
    if (!led_to[i] && state[i] == 0)
      visit (self, i, state);
  for (int i = 0; i < self->n_boxes; i++)
    if (state[i] == 0)
      visit (self, i, state);
}

static gboolean
counts (const LvFlowPath *path)
{
  return !path->back && path->from != path->to;
}

static void
find_layers (LvFlowGraph *self)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < self->paths->len; i++)
        {
          const LvFlowPath *path = lv_flow_path (self, i);
          int least = lv_flow_node (self, path->from)->layer + 1;

          if (!counts (path) || lv_flow_node (self, path->to)->layer >= least)
            continue;
          lv_flow_node (self, path->to)->layer = least;
          changed = TRUE;
        }
    }
}

/* A beginning stands just before the first box that it leads to, not far away from it. */
static void
pull_beginnings (LvFlowGraph *self)
{
  for (int box = 0; box < self->n_boxes; box++)
    {
      int nearest = G_MAXINT;
      gboolean begins = TRUE;

      for (guint i = 0; i < self->paths->len; i++)
        {
          const LvFlowPath *path = lv_flow_path (self, i);

          if (counts (path) && path->to == box)
            begins = FALSE;
          if (counts (path) && path->from == box)
            nearest = MIN (nearest, lv_flow_node (self, path->to)->layer - 1);
        }
      if (begins && nearest != G_MAXINT)
        lv_flow_node (self, box)->layer = nearest;
    }
}

/* Every arrow becomes a way from layer to layer, the one back turned round. */
static void
lay_ways (LvFlowGraph *self)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      LvFlowPath *path = lv_flow_path (self, i);
      int first = path->back ? path->to : path->from;
      int last = path->back ? path->from : path->to;

      if (first == last)
        continue;
      g_array_append_val (path->nodes, first);
      for (int layer = lv_flow_node (self, first)->layer + 1;
           layer < lv_flow_node (self, last)->layer; layer++)
        {
          LvFlowNode node = { .box = -1, .layer = layer };
          int index = (int) self->nodes->len;

          g_array_append_val (self->nodes, node);
          g_array_append_val (path->nodes, index);
        }
      g_array_append_val (path->nodes, last);
    }
}

static void
fill_layers (LvFlowGraph *self)
{
  for (int i = 0; i < (int) self->nodes->len; i++)
    {
      LvFlowNode *node = lv_flow_node (self, i);
      GArray *layer;

      while ((int) self->layers->len <= node->layer)
        g_ptr_array_add (self->layers, g_array_new (FALSE, FALSE, sizeof (int)));
      layer = lv_flow_layer (self, node->layer);
      node->place = (int) layer->len;
      g_array_append_val (layer, i);
    }
}

/* Order */

typedef struct {
  int node;
  int place;
  double key;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;

  if (left->key < right->key || left->key > right->key)
    return left->key < right->key ? -1 : 1;
  return left->place - right->place;
}

/* The mean place of the neighbours in the layer before (@step -1) or after (1); without any the
 * node stays where it is. */
static double
barycentre (const LvFlowGraph *self, int node, int step)
{
  double sum = 0.0;
  int n = 0;

  for (guint i = 0; i < self->paths->len; i++)
    {
      const GArray *nodes = lv_flow_path (self, i)->nodes;

      for (int k = 0; k < (int) nodes->len; k++)
        if (g_array_index (nodes, int, k) == node && k + step >= 0 && k + step < (int) nodes->len)
          {
            sum += lv_flow_node (self, g_array_index (nodes, int, k + step))->place;
            n++;
          }
    }
  return n > 0 ? sum / n : lv_flow_node (self, node)->place;
}

static void
sort_layer (LvFlowGraph *self, guint index, int step)
{
  GArray *layer = lv_flow_layer (self, index);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < layer->len; i++)
    {
      int node = g_array_index (layer, int, i);
      Ranked item = { node, (int) i, barycentre (self, node, step) };

      g_array_append_val (ranked, item);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    {
      g_array_index (layer, int, i) = g_array_index (ranked, Ranked, i).node;
      lv_flow_node (self, g_array_index (layer, int, i))->place = (int) i;
    }
}

static gboolean
cross (const LvFlowGraph *self, const int *one, const int *other)
{
  const LvFlowNode *a = lv_flow_node (self, one[0]);
  const LvFlowNode *b = lv_flow_node (self, one[1]);
  const LvFlowNode *c = lv_flow_node (self, other[0]);
  const LvFlowNode *d = lv_flow_node (self, other[1]);

  return a->layer == c->layer && (a->place - c->place) * (b->place - d->place) < 0;
}

static int
count_crossings (const LvFlowGraph *self)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, 2 * sizeof (int));
  int n = 0;

  for (guint i = 0; i < self->paths->len; i++)
    {
      const GArray *nodes = lv_flow_path (self, i)->nodes;

      if (nodes->len >= 2)
        for (guint k = 0; k + 1 < nodes->len; k++)
          g_array_append_vals (steps, &g_array_index (nodes, int, k), 1);
    }
  for (guint i = 0; i < steps->len; i++)
    for (guint k = 0; k < i; k++)
      n += cross (self, (int *) (void *) steps->data + 2 * i, (int *) (void *) steps->data + 2 * k);
  return n;
}

static void
save_order (const LvFlowGraph *self, int *places)
{
  for (guint i = 0; i < self->nodes->len; i++)
    places[i] = lv_flow_node (self, i)->place;
}

static void
restore_order (LvFlowGraph *self, const int *places)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LvFlowNode *node = lv_flow_node (self, i);

      node->place = places[i];
      g_array_index (lv_flow_layer (self, node->layer), int, node->place) = (int) i;
    }
}

static void
order (LvFlowGraph *self)
{
  g_autofree int *best = g_new (int, self->nodes->len + 1);
  int least = count_crossings (self);

  save_order (self, best);
  for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++)
    {
      gboolean forth = sweep % 2 == 0;
      int n;

      for (guint i = 1; i < self->layers->len; i++)
        sort_layer (self, forth ? i : self->layers->len - 1 - i, forth ? -1 : 1);
      n = count_crossings (self);
      if (n >= least)
        continue;
      least = n;
      save_order (self, best);
    }
  restore_order (self, best);
}

/**
 * lv_flow_graph_new:
 * @n_boxes: how many boxes
 * @links: arrows between them; those to other boxes are left out
 * @n_links: how many
 *
 * Returns: (transfer full): the boxes in layers, ordered so that few arrows cross; the caller sets
 *   the size of each node
 */
LvFlowGraph *
lv_flow_graph_new (int n_boxes, const LvFigureLink *links, int n_links)
{
  LvFlowGraph *self = graph_alloc (n_boxes);

  add_paths (self, links, n_links);
  find_circles (self);
  find_layers (self);
  pull_beginnings (self);
  lay_ways (self);
  fill_layers (self);
  order (self);
  return self;
}

/** Returns: whether any arrow leads from a box to itself */
gboolean
lv_flow_graph_has_loop (const LvFlowGraph *self)
{
  for (guint i = 0; i < self->paths->len; i++)
    if (lv_flow_path (self, i)->nodes->len == 0)
      return TRUE;
  return FALSE;
}

/** Returns: how much room @layer needs across, with @gap between its nodes */
double
lv_flow_graph_extent (const LvFlowGraph *self, int layer, double gap)
{
  const GArray *nodes = lv_flow_layer (self, layer);
  double sum = nodes->len > 0 ? (nodes->len - 1) * gap : 0.0;

  for (guint i = 0; i < nodes->len; i++)
    sum += lv_flow_node (self, g_array_index (nodes, int, i))->size;
  return sum;
}
