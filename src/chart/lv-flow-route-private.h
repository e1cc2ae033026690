/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two parts of the routing share: the steps of the arrows from layer to layer, and their
 * tracks in the channels. */

#pragma once

#include "lv-flow-graph.h"

#include <math.h>

G_BEGIN_DECLS

/* A path from one layer to the next. */
typedef struct {
  int path;
  int a;
  int b;
  double ya;
  double yb;
  int net;
} LvFlowStep;

/* Steps that leave a node at one place. */
typedef struct {
  double ya;
  double low;
  double high;
  gboolean straight;
  gboolean placed;
  int track;
} LvFlowNet;

typedef struct {
  LvFlowGraph *graph;
  GArray *steps;                /* owned: LvFlowStep, path by path */
} LvFlowRouting;

static inline LvFlowStep *
lv_flow_step_at (const LvFlowRouting *self, guint i)
{
  return &g_array_index (self->steps, LvFlowStep, i);
}

static inline gboolean
lv_flow_is_same (double a, double b)
{
  return fabs (a - b) < 0.05;
}

/* lv-flow-tracks.c */
void lv_flow_collect_nets (LvFlowRouting *self, int layer, GArray *nets);
int lv_flow_assign_tracks (const LvFlowRouting *self, int layer, GArray *nets);

G_END_DECLS
