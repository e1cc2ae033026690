/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A flow: boxes with texts and numbers, and arrows between them.  The layers run to the right or
 * down, whichever lets more of the texts stand whole, with fewer words parted, and then with the wider boxes; where there
 * is no room even for one line in each box, whole boxes are left out and counted. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-flow-graph.h"
#include "lv-layout-private.h"

#include <math.h>

/* In line heights of the label. */
#define WIDEST 15.0
#define NARROWEST 4.0
/* Wide enough for two or three words beside each other. */
#define PLEASANT 7.0
/* Of a picture that may be as high as it wants. */
#define USUAL_SHAPE 0.62
#define GAP 0.9
#define CHANNEL 2.4
#define PASSING 0.5
#define MOST_LINES 12
#define MOST_SPREAD 3.0
#define AIR 1.2

#define PAD_X 6.0
#define PAD_Y 4.0
/* Beside the last layer, for an arrow from a box to itself. */
#define LOOP_ROOM 14.0

/* One way to lay the boxes out, tried before any of them is placed. */
typedef struct {
  gboolean down;                /* the layers run down, not to the right */
  double width;                 /* of every box */
  int max_lines;                /* of every text */
  double along;                 /* the room that it needs */
  double across;
  int n_short;                  /* texts that are not whole */
  int n_parted;                 /* texts with a word that goes on in the next line */
  gboolean cuts_number;         /* half a number is a wrong one */
  gboolean fits;
} Plan;

typedef struct {
  LvLay *lay;
  LvFlowGraph *graph;
  double *heights;              /* owned: of each box, in the plan that was measured last */
  double gap;
  double channel;
} Flow;

/* Texts */

static gboolean
says_number (const Flow *self, int series, int box)
{
  return lv_figure_get_point (self->lay->figure, series, box)->status != LV_FIGURE_ABSENT;
}

/* "Grundprognose: 40 boliger" and "Scenarie: 50 boliger"; in a narrow box "40 boliger" and
 * "→ 50 boliger". */
static char *
dup_number (const Flow *self, int series, int box, gboolean has_scenario, double width)
{
  LvLay *lay = self->lay;
  gboolean is_base = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_BASELINE;
  const char *name = lv_figure_get_word (lay->figure, is_base ? LV_WORD_BASELINE
                                                              : LV_WORD_SCENARIO);
  g_autofree char *value = lv_figure_dup_value_text (lay->figure, series, box);
  g_autofree char *named = g_strdup_printf ("%s: %s", name, value);

  if (!has_scenario)
    return g_steal_pointer (&value);
  if (lv_lay_width (lay, LV_STYLE_VALUE_STRONG, named) <= width)
    return g_steal_pointer (&named);
  return is_base ? g_steal_pointer (&value) : g_strdup_printf ("→ %s", value);
}

/* The lines that tell the number of a box: in the grundprognose, and below it in the scenario. */
static GPtrArray *
number_lines (const Flow *self, int box, double width, gboolean *shortened)
{
  LvLay *lay = self->lay;
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  gboolean has_scenario = FALSE;
  int n = lv_figure_n_series (lay->figure);

  for (int s = 0; s < n; s++)
    has_scenario |= lv_figure_get_series (lay->figure, s)->role == LV_FIGURE_SCENARIO
                    && says_number (self, s, box);
  for (int s = 0; s < n; s++)
    {
      gboolean cut = FALSE;
      g_autofree char *text = dup_number (self, s, box, has_scenario, width);
      g_autoptr (GPtrArray) lines = NULL;

      if (!says_number (self, s, box))
        continue;
      lines = lv_text_wrap (lay->measure, text, &lay->out->fonts[LV_STYLE_VALUE_STRONG], width, 4,
                            &cut);
      for (guint i = 0; i < lines->len; i++)
        g_ptr_array_add (all, g_strdup (g_ptr_array_index (lines, i)));
      if (cut && shortened != NULL)
        *shortened = TRUE;
    }
  return all;
}

static GPtrArray *
label_lines (const Flow *self, int box, const Plan *plan, gboolean *shortened, gboolean *parted)
{
  return lv_text_wrap_whole (self->lay->measure, lv_figure_get_category (self->lay->figure, box)->label,
                             &self->lay->out->fonts[LV_STYLE_LABEL], plan->width - 2.0 * PAD_X,
                             plan->max_lines, shortened, parted);
}

static void
measure_boxes (Flow *self, Plan *plan)
{
  const double *line = self->lay->line;

  plan->n_short = 0;
  plan->n_parted = 0;
  plan->cuts_number = FALSE;
  for (int i = 0; i < self->graph->n_boxes; i++)
    {
      gboolean shortened = FALSE;
      gboolean parted;
      g_autoptr (GPtrArray) label = label_lines (self, i, plan, &shortened, &parted);
      g_autoptr (GPtrArray) number = number_lines (self, i, plan->width - 2.0 * PAD_X,
                                                   &plan->cuts_number);

      plan->n_short += shortened;
      plan->n_parted += parted;
      self->heights[i] = ceil (label->len * line[LV_STYLE_LABEL]
                               + number->len * line[LV_STYLE_VALUE_STRONG] + 2.0 * PAD_Y);
    }
}

/* Trying */

static double
thickness (const Flow *self, const Plan *plan, int layer)
{
  const GArray *nodes = lv_flow_layer (self->graph, layer);
  double most = 0.0;

  if (!plan->down)
    return plan->width;
  for (guint i = 0; i < nodes->len; i++)
    if (g_array_index (nodes, int, i) < self->graph->n_boxes)
      most = MAX (most, self->heights[g_array_index (nodes, int, i)]);
  return most;
}

static void
set_sizes (Flow *self, const Plan *plan)
{
  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      LvFlowNode *node = lv_flow_node (self->graph, i);

      node->size = node->box < 0 ? PASSING * self->lay->line[LV_STYLE_LABEL]
                   : plan->down  ? plan->width
                                 : self->heights[node->box];
    }
}

static double
loop_room (const Flow *self)
{
  return lv_flow_graph_has_loop (self->graph) ? LOOP_ROOM : 0.0;
}

/* How wide a box may be: all layers beside each other, or all boxes of the fullest layer. */
static double
width_for (const Flow *self, gboolean down, double room)
{
  double line = self->lay->line[LV_STYLE_LABEL];
  double width = WIDEST * line;
  guint n = self->graph->layers->len;

  if (!down)
    return floor (MIN (width, (room - loop_room (self) - (n - 1) * self->channel) / n));
  for (guint i = 0; i < n; i++)
    {
      const GArray *nodes = lv_flow_layer (self->graph, i);
      double taken = (nodes->len - 1) * self->gap;
      int boxes = 0;

      for (guint k = 0; k < nodes->len; k++)
        if (g_array_index (nodes, int, k) < self->graph->n_boxes)
          boxes++;
        else
          taken += PASSING * line;
      width = MIN (width, (room - taken) / MAX (boxes, 1));
    }
  return floor (width);
}

static void
try_lines (Flow *self, Plan *plan, const LvRect *area)
{
  plan->across = 0.0;
  plan->along = loop_room (self) + (self->graph->layers->len - 1) * self->channel;
  measure_boxes (self, plan);
  set_sizes (self, plan);
  for (guint i = 0; i < self->graph->layers->len; i++)
    {
      plan->along += thickness (self, plan, (int) i);
      plan->across = MAX (plan->across, lv_flow_graph_extent (self->graph, (int) i, self->gap));
    }
  plan->fits = !plan->cuts_number && plan->width >= NARROWEST * self->lay->line[LV_STYLE_LABEL]
               && (plan->down ? plan->along : plan->across) <= area->height + 0.01
               && (plan->down ? plan->across : plan->along) <= area->width + 0.01;
}

/* As many lines as there is room for. */
static Plan
try_direction (Flow *self, gboolean down, const LvRect *area)
{
  Plan plan = { .down = down, .width = width_for (self, down, area->width),
                .max_lines = MOST_LINES };

  try_lines (self, &plan, area);
  if (plan.fits)
    return plan;
  plan.max_lines = 1;
  try_lines (self, &plan, area);
  for (int lines = MOST_LINES - 1; plan.fits && lines > 1; lines--)
    {
      Plan more = plan;

      more.max_lines = lines;
      try_lines (self, &more, area);
      if (more.fits)
        return more;
    }
  return plan;
}

/* Whether the plan runs the long way of the area, with boxes that are wide enough. */
static gboolean
suits (const Flow *self, const Plan *plan, const LvRect *area)
{
  double height = area->height < G_MAXDOUBLE ? area->height : area->width * USUAL_SHAPE;

  return plan->down == (height > area->width)
         && plan->width >= PLEASANT * self->lay->line[LV_STYLE_LABEL];
}

static gboolean
is_better (const Flow *self, const Plan *a, const Plan *b, const LvRect *area)
{
  if (a->fits != b->fits)
    return a->fits;
  if (a->n_short != b->n_short)
    return a->n_short < b->n_short;
  if (a->n_parted != b->n_parted)
    return a->n_parted < b->n_parted;
  if (suits (self, a, area) != suits (self, b, area))
    return suits (self, a, area);
  return a->width > b->width;
}

static Plan
choose (Flow *self, const LvRect *area)
{
  Plan right = try_direction (self, FALSE, area);
  Plan down = try_direction (self, TRUE, area);

  return is_better (self, &down, &right, area) ? down : right;
}

/* Drawing */

static LvPlacePoint
turn (const Plan *plan, const LvRect *at, double along, double across)
{
  return plan->down ? (LvPlacePoint) { at->x + across, at->y + along }
                    : (LvPlacePoint) { at->x + along, at->y + across };
}

static void
add_lines (const Flow *self, const GPtrArray *lines, LvTextRole role, LvTextStyle style,
           const LvRect *rect, double *y, int box, const char *full)
{
  LvLay *lay = self->lay;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      double width = MIN (lv_lay_width (lay, style, line), rect->width - 2.0 * PAD_X);
      LvLayoutText *text = lv_lay_text (lay, role, style, LV_ALIGN_CENTER, line,
                                        (LvRect) { rect->x + (rect->width - width) / 2.0, *y,
                                                   width, lay->line[style] });

      text->category = box;
      text->full = g_strdup (full);
      *y += lay->line[style];
    }
}

static void
add_box (const Flow *self, const Plan *plan, int box, LvRect rect)
{
  LvLay *lay = self->lay;
  LvLayoutBox frame = { rect, LV_BOX_FRAME, 0, box, -1, FALSE, NULL };
  gboolean shortened = FALSE;
  gboolean parted;
  g_autoptr (GPtrArray) label = label_lines (self, box, plan, &shortened, &parted);
  g_autoptr (GPtrArray) number = number_lines (self, box, plan->width - 2.0 * PAD_X, NULL);
  double y = rect.y + (rect.height - label->len * lay->line[LV_STYLE_LABEL]
                       - number->len * lay->line[LV_STYLE_VALUE_STRONG]) / 2.0;

  g_array_append_val (lay->out->boxes, frame);
  add_lines (self, label, LV_TEXT_CATEGORY, LV_STYLE_LABEL, &rect, &y, box,
             shortened ? lv_figure_get_category (lay->figure, box)->label : NULL);
  add_lines (self, number, LV_TEXT_VALUE, LV_STYLE_VALUE_STRONG, &rect, &y, box, NULL);
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    lv_lay_mark_status (lay, s, box, rect.x + rect.width, rect.y);
}

static void
add_arrows (const Flow *self, const Plan *plan, const LvRect *at)
{
  for (guint i = 0; i < self->graph->paths->len; i++)
    {
      const LvFlowPath *path = lv_flow_path (self->graph, i);
      LvLayoutArrow *arrow = lv_lay_arrow (self->lay, path->from, path->to);

      for (guint k = 0; k < path->route->len; k++)
        {
          const LvPlacePoint *point = &g_array_index (path->route, LvPlacePoint, k);
          LvPlacePoint turned = turn (plan, at, point->x, point->y);

          lv_lay_point_to (arrow->outline, turned.x, turned.y);
        }
    }
}

/* The distance across that fills the room, but not so much that boxes lose each other. */
static double
spread_gap (const Flow *self, const Plan *plan, double room)
{
  guint most = 1;

  for (guint i = 0; i < self->graph->layers->len; i++)
    most = MAX (most, lv_flow_layer (self->graph, i)->len);
  if (most < 2)
    return self->gap;
  return self->gap * MIN (1.0 + (room - plan->across) / ((most - 1) * self->gap), MOST_SPREAD);
}

/* Channels take part of what room is left over; the whole stands in the middle. */
static void
draw (Flow *self, Plan *plan, const LvRect *area)
{
  guint n = self->graph->layers->len;
  double room = plan->down ? area->height : area->width;
  double spare = MIN ((room - plan->along) / n, self->channel);
  double channel = self->channel + (n > 1 ? MAX (spare, 0.0) : 0.0);
  double along = plan->along + (n - 1) * (channel - self->channel);
  double gap = spread_gap (self, plan, plan->down ? area->width : area->height);
  double across = plan->across;
  g_autofree double *begins = g_new0 (double, n);
  g_autofree double *ends = g_new0 (double, n);
  LvRect at = { area->x, area->y, 0, 0 };
  double next = 0.0;

  measure_boxes (self, plan);
  set_sizes (self, plan);
  for (guint i = 0; i < n; i++)
    across = MAX (across, lv_flow_graph_extent (self->graph, (int) i, gap));
  at.x += floor (MAX (area->width - (plan->down ? across : along), 0.0) / 2.0);
  at.y += floor (MAX (area->height - (plan->down ? along : across), 0.0) / 2.0);
  for (guint i = 0; i < n; i++)
    {
      begins[i] = next;
      ends[i] = next + thickness (self, plan, (int) i);
      next = ends[i] + channel;
    }
  lv_flow_graph_place (self->graph, across, gap);
  lv_flow_graph_route (self->graph, begins, ends);
  add_arrows (self, plan, &at);
  for (int i = 0; i < self->graph->n_boxes; i++)
    {
      const LvFlowNode *node = lv_flow_node (self->graph, i);
      LvPlacePoint corner = turn (plan, &at, begins[node->layer], node->at - node->size / 2.0);

      add_box (self, plan, i,
               (LvRect) { corner.x, corner.y, plan->width,
                          plan->down ? thickness (self, plan, node->layer) : node->size });
    }
}

/* Begin and end */

static void
flow_init (Flow *self, LvLay *lay, int n_boxes)
{
  int n_links = lv_figure_n_links (lay->figure);

  self->lay = lay;
  self->graph = lv_flow_graph_new (n_boxes,
                                   n_links > 0 ? lv_figure_get_link (lay->figure, 0) : NULL,
                                   n_links);
  self->heights = g_new0 (double, n_boxes + 1);
  self->gap = ceil (GAP * lay->line[LV_STYLE_LABEL]);
  self->channel = ceil (CHANNEL * lay->line[LV_STYLE_LABEL]);
}

static void
flow_clear (Flow *self)
{
  lv_flow_graph_free (self->graph);
  g_free (self->heights);
}

/* "+ 12 flere" at the foot of the area, which it makes smaller. */
static LvRect
room_for_rest (const LvLay *lay, gboolean any)
{
  LvRect area = lay->area;

  if (any)
    area.height = MAX (area.height - lay->line[LV_STYLE_NOTE] * 1.2, 0.0);
  return area;
}

/* Draws the first boxes if there is room for them. */
static gboolean
try_boxes (LvLay *lay, int n_boxes, gboolean draws)
{
  LvRect area = room_for_rest (lay, n_boxes < lv_figure_n_categories (lay->figure));
  Flow flow;
  Plan plan;

  flow_init (&flow, lay, n_boxes);
  plan = choose (&flow, &area);
  if (plan.fits && draws)
    draw (&flow, &plan, &area);
  flow_clear (&flow);
  return plan.fits;
}

/** Lays a flow out: all boxes, or as many of the first ones as there is room for. */
void
lv_lay_flow (LvLay *lay)
{
  int n = lv_figure_n_categories (lay->figure);
  int shown = 0;
  int too_many = n;

  lay->out->plot = lay->area;
  if (n == 0)
    {
      lv_lay_empty (lay);
      return;
    }
  if (try_boxes (lay, n, TRUE))
    return;
  while (shown + 1 < too_many)
    {
      int middle = (shown + too_many) / 2;

      if (try_boxes (lay, middle, FALSE))
        shown = middle;
      else
        too_many = middle;
    }
  if (shown > 0)
    try_boxes (lay, shown, TRUE);
  lv_lay_rest (lay, n - shown);
}

/** Returns: the height in which all boxes of a flow stand whole, at the width of the area, with some
 * air between them */
double
lv_lay_flow_height (LvLay *lay)
{
  LvRect area = { 0.0, 0.0, lay->area.width, G_MAXDOUBLE };
  int n = lv_figure_n_categories (lay->figure);
  Flow flow;
  Plan plan;

  if (n == 0)
    return lay->line[LV_STYLE_LABEL];
  flow_init (&flow, lay, n);
  plan = choose (&flow, &area);
  flow_clear (&flow);
  return ceil ((plan.down ? plan.along : plan.across) * AIR);
}
