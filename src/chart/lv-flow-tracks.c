/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which track each arrow takes in a channel, so that none lies on another and few cross. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-flow-route-private.h"

void
lv_flow_collect_nets (LvFlowRouting *self, int layer, GArray *nets)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      LvFlowStep *step = lv_flow_step_at (self, i);
      LvFlowNet net = { step->ya, MIN (step->ya, step->yb), MAX (step->ya, step->yb),
                        lv_flow_is_same (step->ya, step->yb), FALSE, 0 };
      LvFlowNet *own = NULL;

      if (lv_flow_node (self->graph, step->a)->layer != layer)
        continue;
      for (guint k = 0; own == NULL && k < i; k++)
        if (lv_flow_step_at (self, k)->a == step->a
            && lv_flow_is_same (lv_flow_step_at (self, k)->ya, step->ya))
          own = &g_array_index (nets, LvFlowNet, step->net = lv_flow_step_at (self, k)->net);
      if (own == NULL)
        {
          step->net = (int) nets->len;
          g_array_append_val (nets, net);
          continue;
        }
      own->low = MIN (own->low, net.low);
      own->high = MAX (own->high, net.high);
      own->straight = own->straight && net.straight;
    }
}

/* The end of one must not lie on the beginning of the other: then the other turns off later. */
static gboolean
must_precede (const LvFlowRouting *self, int layer, const GArray *nets, guint first, guint second)
{
  const LvFlowNet *net = &g_array_index (nets, LvFlowNet, first);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const LvFlowStep *step = lv_flow_step_at (self, i);

      if (lv_flow_node (self->graph, step->a)->layer == layer && step->net == (int) second
          && fabs (step->yb - net->ya) < 3.0)
        return TRUE;
    }
  return FALSE;
}

/* Of arrows that go down the lowest turns off first, of those that go up the highest: so they do
 * not cross. */
static gboolean
goes_first (const LvFlowNet *a, const LvFlowNet *b)
{
  gboolean a_down = a->high - a->ya > a->ya - a->low;
  gboolean b_down = b->high - b->ya > b->ya - b->low;

  if (a_down != b_down)
    return !a_down;
  return a_down ? a->ya > b->ya : a->ya < b->ya;
}

/* The next net to get its track: none that has to wait for another, unless all do. */
static int
next_net (const LvFlowRouting *self, int layer, const GArray *nets)
{
  int best = -1;
  gboolean best_waits = TRUE;

  for (guint i = 0; i < nets->len; i++)
    {
      const LvFlowNet *net = &g_array_index (nets, LvFlowNet, i);
      gboolean waits = FALSE;

      if (net->placed || net->straight)
        continue;
      for (guint k = 0; k < nets->len; k++)
        waits = waits || (k != i && !g_array_index (nets, LvFlowNet, k).placed
                          && !g_array_index (nets, LvFlowNet, k).straight
                          && must_precede (self, layer, nets, k, i));
      if (best < 0 || (best_waits && !waits)
          || (best_waits == waits && goes_first (net, &g_array_index (nets, LvFlowNet, best))))
        {
          best = (int) i;
          best_waits = waits;
        }
    }
  return best;
}

/* Returns: how many tracks the channel has. */
int
lv_flow_assign_tracks (const LvFlowRouting *self, int layer, GArray *nets)
{
  int n_tracks = 0;
  int next;

  while ((next = next_net (self, layer, nets)) >= 0)
    {
      LvFlowNet *net = &g_array_index (nets, LvFlowNet, next);

      for (guint k = 0; k < nets->len; k++)
        {
          const LvFlowNet *other = &g_array_index (nets, LvFlowNet, k);

          if (other->placed && (other->low < net->high + 4.0 && net->low < other->high + 4.0))
            net->track = MAX (net->track, other->track + 1);
        }
      net->placed = TRUE;
      n_tracks = MAX (n_tracks, net->track + 1);
    }
  return n_tracks;
}
