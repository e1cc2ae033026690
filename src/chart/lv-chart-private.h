/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lv-chart-build.h"

G_BEGIN_DECLS

/* Where a number of a figure stands in the model; @node is NULL where there is none. */
typedef struct {
  const LvNode *node;
  gsize cell;
} LvChartCell;

/* A series of the figure, before it is known whether a scenario stands beside it. */
typedef struct {
  char *id;                     /* (owned): "ID", or "ID@members" where several have the id */
  char *label;                  /* (owned) */
  const LvNode *node;
  int member;                   /* along the split axis; -1 if it is not split */
  LvFigureForm form;
  LvFigurePeriod period;        /* NONE: that of each column */
  gboolean optional;            /* left out while all its numbers are 0 */
  double factor;                /* from the node's unit to the chart's */
  GArray *cells;                /* (owned): LvChartCell, one per column */
} LvChartTrack;

typedef struct {
  char *label;                  /* (owned) */
  char *short_label;            /* (owned) (nullable) */
  int member;                   /* along the axis; -1 if the columns are not members of one */
  LvFigurePeriod period;
  LvFigureStep step;            /* in a waterfall */
  gboolean rest;                /* what the changes before a sum leave over; no cell */
} LvChartColumn;

/* What was found of why numbers are missing. */
typedef struct _LvChartMissing LvChartMissing;

struct _LvChart {
  const LvItem *item;
  const LvModel *model;
  LvFigureKind kind;
  const LvAxis *axis;           /* (nullable) */
  const LvAxis *split;          /* (nullable) */
  const LvUnit *unit;           /* (nullable): a timeline, a flow */
  GArray *columns;              /* LvChartColumn */
  GArray *tracks;               /* LvChartTrack */
  GArray *references;           /* LvChartCell: horizontal lines */
  char *source;                 /* (owned) (nullable) */
  char *unlike;                 /* (owned) (nullable): what the series do not have in common */
  GPtrArray *actions;           /* (owned) (nullable): LvItem, the rows of a timeline */
  const LvFlow *flow;           /* (nullable) */
  LvChartMissing *missing;      /* (owned) */
  GDate today;                  /* not valid: not told */
  gboolean is_published;        /* what is missing is not stated */
};

#define lv_chart_track(self, i) (&g_array_index ((self)->tracks, LvChartTrack, (i)))
#define lv_chart_column(self, i) (&g_array_index ((self)->columns, LvChartColumn, (i)))
#define lv_chart_cell(track, i) (&g_array_index ((track)->cells, LvChartCell, (i)))

/* lv-chart-origin.c: a LvChartCell as a key */
guint lv_chart_cell_hash (gconstpointer key);
gboolean lv_chart_cell_equal (gconstpointer a, gconstpointer b);

/* lv-chart-missing.c */
LvChartMissing *lv_chart_missing_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lv_chart_missing_free (LvChartMissing *self);
LvChartCell lv_chart_find_missing (LvChartMissing *self, const LvState *state, LvChartCell from);

/* lv-chart-plan.c */
gboolean lv_chart_plan (LvChart *self, const LvState *base, GError **error);
double lv_chart_factor (const LvUnit *from, const LvUnit *to);

/* lv-chart-scenario.c */
gboolean lv_chart_is_scenario (const LvChart *chart, const LvState *state, const LvState *base,
                               const LvChartTrack *track, LvFigureForm form, guint column);

/* lv-chart-waterfall.c */
void lv_chart_plan_waterfall (LvChart *self, const LvState *base);
double lv_chart_rest (const LvChart *self, const LvChartTrack *track, guint column,
                      const LvState *state);

/* lv-chart-names.c */
void lv_chart_name_tracks (LvChart *self);

/* lv-chart-tornado.c */
gboolean lv_chart_plan_tornado (LvChart *self, GError **error);
void lv_chart_fill_tornado (const LvChart *self, LvFigure *figure, const LvState *state,
                            const LvState *base);

/* lv-chart-plane.c */
gboolean lv_chart_is_plane (const LvChart *self);
gboolean lv_chart_is_share (const LvChart *self);
int lv_chart_decimals (const LvChart *self, const LvChartTrack *track);
gboolean lv_chart_check_tracks (const LvChart *self, GError **error);
gboolean lv_chart_share_differs (const LvChart *self, const LvState *state, const LvState *base);
void lv_chart_fill_plane (const LvChart *self, LvFigure *figure, const LvState *base);

/* lv-chart-texts.c */
void lv_chart_fill_texts (const LvChart *chart, LvFigure *figure, const LvState *state,
                          const LvState *base, const char *heading, int decimals);
void lv_chart_find_unlike (LvChart *self);

/* lv-chart-origin.c */
void lv_chart_find_origin (LvChart *self, const LvState *base);
void lv_chart_find_action_origin (LvChart *self);
char *lv_chart_dup_source_name (const LvPack *pack, const char *source, const char *place);
char *lv_chart_dup_source_of (const LvPack *pack, const LvNode *node, gsize cell);

/* lv-chart-timeline.c */
void lv_chart_plan_timeline (LvChart *self);
void lv_chart_fill_timeline (const LvChart *self, LvFigure *figure, const LvState *state,
                             const LvState *base);
char *lv_chart_tell_action (const LvChart *self, const LvFigure *figure, int category);
char *lv_chart_timeline_to_text (const LvFigure *figure);

/* lv-chart-flow.c */
gboolean lv_chart_plan_flow (LvChart *self, GError **error);
void lv_chart_fill_flow (const LvChart *self, LvFigure *figure, const LvState *state,
                         const LvState *base);
char *lv_chart_tell_box (const LvChart *self, const LvFigure *figure, int category);
char *lv_chart_flow_to_text (const LvFigure *figure);

/* lv-chart-build.c */
LvFigureStatus lv_chart_figure_status (LvStatus status);
char *lv_chart_dup_reason (const LvChart *self, const LvChartCell *at, LvValue value,
                           const LvState *state);

G_END_DECLS
