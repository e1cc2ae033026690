/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways of the arrows: straight through a layer, and in the channel between two layers along a
 * track of its own.  Arrows that leave a box together share its track until they part. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-flow-route-private.h"

/* Between two ports of one side of a box, at most. */
#define PORT_STEP 10.0
/* An arrow that nearly goes straight does. */
#define SNAP 6.0
/* Between a passing arrow and what stands beside it. */
#define PASSING_GAP 2.0
/* From a layer to the first track, and from the last one to the heads of the arrows. */
#define BEFORE_TRACKS 6.0
#define AFTER_TRACKS 10.0
/* How far an arrow from a box to itself goes out. */
#define LOOP 12.0

typedef struct {
  int step;
  gboolean bus;                 /* stands for all arrows that leave the box forwards */
  double key;
} Port;

static void
collect_steps (LvFlowRouting *self)
{
  for (guint i = 0; i < self->graph->paths->len; i++)
    {
      const GArray *nodes = lv_flow_path (self->graph, i)->nodes;

      for (guint k = 0; k + 1 < nodes->len; k++)
        {
          LvFlowStep step = { (int) i, g_array_index (nodes, int, k),
                              g_array_index (nodes, int, k + 1), 0.0, 0.0, -1 };

          step.ya = lv_flow_node (self->graph, step.a)->at;
          step.yb = lv_flow_node (self->graph, step.b)->at;
          g_array_append_val (self->steps, step);
        }
    }
}

/* Ports */

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const Port *left = a;
  const Port *right = b;

  if (left->key < right->key || left->key > right->key)
    return left->key < right->key ? -1 : 1;
  return left->step - right->step;
}

static gboolean
is_bus (const LvFlowRouting *self, const LvFlowStep *step, gboolean after)
{
  return after && !lv_flow_path (self->graph, step->path)->back;
}

/* Adds a port for a step, or the step to the bus that is there already. */
static void
add_port (const LvFlowRouting *self, GArray *ports, guint index, gboolean after)
{
  const LvFlowStep *step = lv_flow_step_at (self, index);
  Port port = { (int) index, is_bus (self, step, after),
                lv_flow_node (self->graph, after ? step->b : step->a)->at };

  for (guint i = 0; port.bus && i < ports->len; i++)
    if (g_array_index (ports, Port, i).bus)
      return;
  g_array_append_val (ports, port);
}

/* Spreads the ports of one side of a box, in the order of where they lead. */
static void
spread_ports (LvFlowRouting *self, int box, gboolean after)
{
  const LvFlowNode *node = lv_flow_node (self->graph, box);
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (Port));
  double distance;

  for (guint i = 0; i < self->steps->len; i++)
    if ((after ? lv_flow_step_at (self, i)->a : lv_flow_step_at (self, i)->b) == box)
      add_port (self, ports, i, after);
  g_array_sort (ports, compare_ports);
  distance = MIN (PORT_STEP, node->size / (ports->len + 1));
  for (guint i = 0; i < self->steps->len; i++)
    for (guint p = 0; p < ports->len; p++)
      {
        const Port *port = &g_array_index (ports, Port, p);
        LvFlowStep *step = lv_flow_step_at (self, i);
        double y = node->at + (p - (ports->len - 1) / 2.0) * distance;

        if ((after ? step->a : step->b) != box)
          continue;
        if (port->bus ? is_bus (self, step, after) : port->step == (int) i)
          *(after ? &step->ya : &step->yb) = y;
      }
}

/* How many different ports the node has on that side. */
static int
count_ports (const LvFlowRouting *self, int node, gboolean after)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->steps->len; i++)
    {
      const LvFlowStep *step = lv_flow_step_at (self, i);
      double y = after ? step->ya : step->yb;
      gboolean is_known = (after ? step->a : step->b) != node;

      for (guint k = 0; !is_known && k < known->len; k++)
        is_known = fabs (g_array_index (known, double, k) - y) < 0.5;
      if (!is_known)
        g_array_append_val (known, y);
    }
  return (int) known->len;
}

static gboolean
may_move (const LvFlowRouting *self, int node, gboolean after, double to)
{
  const LvFlowNode *own = lv_flow_node (self->graph, node);

  return own->box >= 0 && fabs (to - own->at) < own->size / 2.0 - 2.0
         && count_ports (self, node, after) == 1;
}

static void
snap (LvFlowRouting *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      LvFlowStep *own = lv_flow_step_at (self, i);
      gboolean moves_b = may_move (self, own->b, FALSE, own->ya);

      if (fabs (own->ya - own->yb) > SNAP || fabs (own->ya - own->yb) < 0.01)
        continue;
      if (!moves_b && !may_move (self, own->a, TRUE, own->yb))
        continue;
      for (guint k = 0; k < self->steps->len; k++)
        {
          LvFlowStep *step = lv_flow_step_at (self, k);

          if (k != i && moves_b && step->b == own->b)
            step->yb = own->ya;
          else if (k != i && !moves_b && step->a == own->a)
            step->ya = own->yb;
        }
      if (moves_b)
        own->yb = own->ya;
      else
        own->ya = own->yb;
    }
}

/* Straight ways */

/* The room that a passing arrow has between its neighbours in the layer. */
static void
free_room (const LvFlowGraph *graph, int index, double *low, double *high)
{
  const LvFlowNode *node = lv_flow_node (graph, index);
  const GArray *layer = lv_flow_layer (graph, node->layer);

  *low = -G_MAXDOUBLE;
  *high = G_MAXDOUBLE;
  if (node->place > 0)
    {
      const LvFlowNode *before = lv_flow_node (graph, g_array_index (layer, int, node->place - 1));

      *low = before->at + (before->size + node->size) / 2.0 + PASSING_GAP;
    }
  if (node->place + 1 < (int) layer->len)
    {
      const LvFlowNode *after = lv_flow_node (graph, g_array_index (layer, int, node->place + 1));

      *high = after->at - (after->size + node->size) / 2.0 - PASSING_GAP;
    }
}

static gboolean
can_pass_at (const LvFlowGraph *graph, const LvFlowPath *path, double at)
{
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const LvFlowNode *node = lv_flow_node (graph, i);

      top = MIN (top, node->at - node->size / 2.0);
      bottom = MAX (bottom, node->at + node->size / 2.0);
    }
  for (guint k = 1; k + 1 < path->nodes->len; k++)
    {
      double low;
      double high;

      free_room (graph, g_array_index (path->nodes, int, k), &low, &high);
      if (at < MAX (low, top) || at > MIN (high, bottom))
        return FALSE;
    }
  return TRUE;
}

static void
pass_at (LvFlowRouting *self, int path, double at)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      LvFlowStep *step = lv_flow_step_at (self, i);

      if (step->path != path)
        continue;
      if (lv_flow_node (self->graph, step->a)->box < 0)
        step->ya = lv_flow_node (self->graph, step->a)->at = at;
      if (lv_flow_node (self->graph, step->b)->box < 0)
        step->yb = lv_flow_node (self->graph, step->b)->at = at;
    }
}

/* An arrow that passes layers goes through all of them at one height, where there is room: best at
 * that of one of its ends. */
static void
straighten (LvFlowRouting *self)
{
  for (guint first = 0; first < self->steps->len; first++)
    {
      int index = lv_flow_step_at (self, first)->path;
      const LvFlowPath *path = lv_flow_path (self->graph, index);
      guint last = first + path->nodes->len - 2;
      double ends[3] = { lv_flow_step_at (self, last)->yb, lv_flow_step_at (self, first)->ya, 0.0 };

      if (path->nodes->len > 2)
        {
          ends[2] = lv_flow_step_at (self, first)->yb;
          for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
            if (can_pass_at (self->graph, path, ends[i]))
              {
                pass_at (self, index, ends[i]);
                break;
              }
        }
      first = last;
    }
}

/* Routes */

static void
go (GArray *route, double along, double across)
{
  LvPlacePoint point = { along, across };
  LvPlacePoint *last = route->len > 0 ? &g_array_index (route, LvPlacePoint, route->len - 1) : NULL;
  LvPlacePoint *before = route->len > 1 ? last - 1 : NULL;

  /* Straight on: the corner is none. */
  if (before != NULL && lv_flow_is_same (before->y, last->y) && lv_flow_is_same (last->y, across))
    *last = point;
  else
    g_array_append_val (route, point);
}

static gboolean
loops_at (const LvFlowGraph *graph, int layer)
{
  for (guint i = 0; i < graph->paths->len; i++)
    if (lv_flow_path (graph, i)->nodes->len == 0
        && lv_flow_node (graph, lv_flow_path (graph, i)->from)->layer == layer)
      return TRUE;
  return FALSE;
}

static void
route_channel (LvFlowRouting *self, int layer, double begin, double end)
{
  g_autoptr (GArray) nets = g_array_new (FALSE, FALSE, sizeof (LvFlowNet));
  double first = begin + (loops_at (self->graph, layer) ? LOOP : 0.0) + BEFORE_TRACKS;
  double last = MAX (end - AFTER_TRACKS, first);
  int n_tracks;

  lv_flow_collect_nets (self, layer, nets);
  n_tracks = lv_flow_assign_tracks (self, layer, nets);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const LvFlowStep *step = lv_flow_step_at (self, i);
      GArray *route = lv_flow_path (self->graph, step->path)->route;
      double x;

      if (lv_flow_node (self->graph, step->a)->layer != layer)
        continue;
      x = first + (g_array_index (nets, LvFlowNet, step->net).track + 0.5) * (last - first)
                    / MAX (n_tracks, 1);
      go (route, begin, step->ya);
      if (!lv_flow_is_same (step->ya, step->yb))
        {
          go (route, x, step->ya);
          go (route, x, step->yb);
        }
      go (route, end, step->yb);
    }
}

static void
route_loop (LvFlowGraph *graph, LvFlowPath *path, double end)
{
  const LvFlowNode *node = lv_flow_node (graph, path->from);
  double leave = node->at - node->size * 0.4;
  double enter = node->at - node->size * 0.12;

  go (path->route, end, leave);
  go (path->route, end + LOOP, leave);
  go (path->route, end + LOOP, enter);
  go (path->route, end, enter);
}

static void
reverse (GArray *route)
{
  for (guint i = 0; i < route->len / 2; i++)
    {
      LvPlacePoint first = g_array_index (route, LvPlacePoint, i);

      g_array_index (route, LvPlacePoint, i)
        = g_array_index (route, LvPlacePoint, route->len - 1 - i);
      g_array_index (route, LvPlacePoint, route->len - 1 - i) = first;
    }
}

/**
 * lv_flow_graph_route:
 * @self: a graph whose nodes have their places
 * @begins: where each layer begins, along
 * @ends: where each layer ends
 *
 * Finds the way of every arrow.
 */
void
lv_flow_graph_route (LvFlowGraph *self, const double *begins, const double *ends)
{
  LvFlowRouting routing = { self, g_array_new (FALSE, FALSE, sizeof (LvFlowStep)) };

  collect_steps (&routing);
  for (int i = 0; i < self->n_boxes; i++)
    {
      spread_ports (&routing, i, FALSE);
      spread_ports (&routing, i, TRUE);
    }
  straighten (&routing);
  snap (&routing);
  for (guint layer = 0; layer + 1 < self->layers->len; layer++)
    route_channel (&routing, (int) layer, ends[layer], begins[layer + 1]);
  for (guint i = 0; i < self->paths->len; i++)
    {
      LvFlowPath *path = lv_flow_path (self, i);

      if (path->nodes->len == 0)
        route_loop (self, path, ends[lv_flow_node (self, path->from)->layer]);
      else if (path->back)
        reverse (path->route);
    }
  g_array_unref (routing.steps);
}
