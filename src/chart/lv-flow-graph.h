/* SPDX-License-Identifier: GPL-3.0-or-later */

/* LvFlowGraph: boxes and arrows put into layers, ordered and routed.
 *
 * Knows no texts and no direction: "along" runs through the layers, "across" through the boxes of
 * one layer; the caller turns them into right and down.  Deterministic, and in terms of the sizes
 * that the caller measured, which is why it is our own: graphviz (libgvc) measures with fonts of
 * its own, keeps its state in a process-wide context and promises no layout from one version to
 * the next.
 *
 *   along ->   | layer 0 | channel | layer 1 | channel | layer 2 |
 *              |  [box]--|---+-----|->[box]  |         |         |
 *   across     |         |   +-----|---------|---------|->[box]  |
 *
 * The longest way from a beginning gives a box its layer.  An arrow that closes a circle does not
 * count there and is drawn back.  In a layer that an arrow only passes it has a place of its own,
 * so it crosses no box. */

#pragma once

#include "lv-layout.h"

G_BEGIN_DECLS

/* A box, or the place where an arrow passes a layer. */
typedef struct {
  int box;                      /* -1: an arrow passes */
  int layer;
  int place;                    /* in its layer */
  double size;                  /* across */
  double at;                    /* its middle, across */
} LvFlowNode;

/* An arrow as a way through neighbouring layers. */
typedef struct {
  int from;                     /* box */
  int to;                       /* box */
  gboolean back;                /* it closes a circle: its way runs from @to to @from */
  GArray *nodes;                /* (owned): int; empty for an arrow from a box to itself */
  GArray *route;                /* (owned): LvPlacePoint, x along and y across, from @from to @to */
} LvFlowPath;

typedef struct {
  int n_boxes;
  GArray *nodes;                /* LvFlowNode; the boxes come first */
  GPtrArray *layers;            /* (owned) GArray of int: nodes, in order */
  GArray *paths;                /* LvFlowPath */
} LvFlowGraph;

#define lv_flow_node(self, i) (&g_array_index ((self)->nodes, LvFlowNode, (i)))
#define lv_flow_path(self, i) (&g_array_index ((self)->paths, LvFlowPath, (i)))
#define lv_flow_layer(self, i) ((GArray *) g_ptr_array_index ((self)->layers, (i)))

LvFlowGraph *lv_flow_graph_new (int n_boxes, const LvFigureLink *links, int n_links)
  G_GNUC_WARN_UNUSED_RESULT;
void lv_flow_graph_free (LvFlowGraph *self);
gboolean lv_flow_graph_has_loop (const LvFlowGraph *self);
double lv_flow_graph_extent (const LvFlowGraph *self, int layer, double gap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvFlowGraph, lv_flow_graph_free)

/* lv-flow-place.c */
void lv_flow_graph_place (LvFlowGraph *self, double extent, double gap);

/* lv-flow-route.c */
void lv_flow_graph_route (LvFlowGraph *self, const double *begins, const double *ends);

G_END_DECLS
