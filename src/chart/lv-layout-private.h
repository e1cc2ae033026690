/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state that the parts of the layout hand on while it is being made.
 *
 *   +--------------------------------------------+
 *   | title, subtitle                  (heading) |
 *   | legend and key                    (legend) |
 *   |  t |  headroom                 |           |
 *   |  i |---------------------------|  direct   |
 *   |  c |  plot                     |  labels   |
 *   |  k |---------------------------|           |
 *   |  s |  category labels, periods |           |
 *   | notes, source                    (footing) |
 *   +--------------------------------------------+
 */

#pragma once

#include "lv-layout.h"

G_BEGIN_DECLS

/* A label at the right of the plot, or an entry of the legend. */
typedef struct {
  LvLayoutSwatch swatch;
  gboolean has_swatch;
  LvTextRole role;
  LvTextStyle style;
  int series;
  char *full;                   /* owned */
  GPtrArray *lines;             /* (owned) (nullable): wrapped, for direct labels */
  gboolean shortened;
  double target;                /* y that the label explains */
  double y;
  double height;
} LvLayLabel;

/* Where the stacks of one category end, so that totals can stand on them. */
typedef struct {
  double top;
  double bottom;
  double x;
  double width;
} LvLayStack;

typedef struct {
  LvLayout *out;
  const LvFigure *figure;
  LvTextMeasure *measure;
  LvRect area;                  /* what is left between heading and footing */
  gboolean direct;
  double line[LV_N_STYLES];     /* line heights */
  double low;                   /* of the data, zero included where bars need it */
  double high;
  double headroom;
  double slot;                  /* width of a category */
  double axis_height;           /* category labels and period band */
  GArray *labels;               /* owned: LvLayLabel at the right */
  GArray *legend;               /* owned: LvLayLabel above the plot */
  LvLayStack *stacks;           /* owned: two per category, baseline then scenario */
  gboolean *noted;              /* owned: which remarks are notes under the picture */
  gboolean *named;              /* (owned) (nullable): which categories get a label */
} LvLay;

/* lv-layout.c */
LvLayoutText *lv_lay_text (LvLay *lay, LvTextRole role, LvTextStyle style, LvTextAlign align,
                           const char *text, LvRect rect);
double lv_lay_width (LvLay *lay, LvTextStyle style, const char *text);
double lv_lay_y (const LvLay *lay, double value);
double lv_lay_slot_x (const LvLay *lay, int category);
double lv_lay_value (const LvLay *lay, int series, int category);
char *lv_lay_dup_value (const LvLay *lay, int series, int category);
int lv_lay_color (const LvFigure *figure, int series);
gboolean lv_lay_muted (const LvLay *lay, int series);
LvLayoutArea *lv_lay_area (LvLay *lay, int series, int category, int color);
LvLayoutArrow *lv_lay_arrow (LvLay *lay, int from, int to);
void lv_lay_point_to (GArray *outline, double x, double y);
void lv_lay_rule (LvLay *lay, LvRuleKind kind, double x1, double y1, double x2, double y2);
void lv_lay_rest (LvLay *lay, int n_rest);
char *lv_lay_dup_missing (const LvLay *lay, int series, int category);
void lv_lay_mark_status (LvLay *lay, int series, int category, double x, double y);
void lv_lay_empty (LvLay *lay);
gboolean lv_lay_is_column (const LvLay *lay, int series);
gboolean lv_lay_is_line (const LvLay *lay, int series);
gboolean lv_lay_is_overlay (const LvLay *lay, int series);
gboolean lv_lay_beside (const LvLay *lay);
gboolean lv_lay_over (const LvLay *lay);

/* lv-layout-heading.c */
void lv_lay_fonts (LvLay *lay);
void lv_lay_heading (LvLay *lay);
void lv_lay_footing (LvLay *lay);

/* lv-layout-axis.c */
void lv_lay_range (LvLay *lay);
double lv_lay_tick_width (LvLay *lay);
void lv_lay_categories (LvLay *lay);
void lv_lay_plot_height (LvLay *lay);
void lv_lay_ticks (LvLay *lay);
LvRect lv_lay_category_rect (LvLay *lay, int category);

/* lv-layout-labels.c */
gboolean lv_lay_prepare_labels (LvLay *lay);
double lv_lay_labels_width (LvLay *lay);
void lv_lay_legend (LvLay *lay);
gboolean lv_lay_place_labels (LvLay *lay);
void lv_lay_label_clear (gpointer label);

/* lv-layout-legend.c */
void lv_lay_collect_legend (LvLay *lay);

/* lv-layout-columns.c, lv-layout-totals.c */
void lv_lay_columns (LvLay *lay);
void lv_lay_totals (LvLay *lay);
double lv_lay_totals_height (LvLay *lay);
void lv_lay_missing_box (LvLay *lay, LvRect rect, int series, int category, char *full);

/* A column of a category and what is drawn of it; also of a waterfall. */
typedef struct {
  LvLay *lay;
  int n_columns;                /* in one category */
  double pitch;                 /* from one column to the next */
  double width;
  double start;                 /* from the slot's edge to the first column */
} LvLayColumns;

void lv_lay_columns_init (LvLayColumns *self, LvLay *lay);
double lv_lay_column_x (const LvLayColumns *self, int series, int category);
LvRect lv_lay_column_rect (const LvLayColumns *self, double x, double from, double to);
LvLayoutBar *lv_lay_add_bar (const LvLayColumns *self, LvRect rect, int series, int category,
                             gboolean hollow);
void lv_lay_frame_bar (const LvLayColumns *self, LvRect rect, int series, int category);
gboolean lv_lay_shares_column (const LvLayColumns *self, int series);

/* lv-layout-clear.c */
gboolean lv_rects_meet (const LvRect *a, const LvRect *b);
gboolean lv_segment_meets (const LvLayoutSegment *own, const LvRect *rect);
gboolean lv_point_meets (const LvLayoutPoint *point, const LvRect *rect);
gboolean lv_lay_is_free (const LvLay *lay, const LvRect *rect);
void lv_lay_drop_crossed (LvLay *lay);
void lv_lay_drop_overlaps (LvLay *lay);

/* lv-layout-plane.c */
char *lv_lay_dup_axis (const LvLay *lay, LvFigureForm axis);
double lv_lay_paragraph (LvLay *lay, LvTextRole role, LvTextStyle style, LvTextAlign align,
                         const char *text, LvRect room, int max_lines);
gboolean lv_lay_mark_place (LvLay *lay, int series, int category, double x, double y);
void lv_lay_more (LvLay *lay, GPtrArray *names, LvRect room);
void lv_lay_aside (LvLay *lay, GArray *aside);
void lv_lay_collect_aside (LvLay *lay, GArray *aside);

/* lv-layout-scatter.c, lv-layout-scatter-labels.c */
void lv_lay_scatter (LvLay *lay);
void lv_lay_scatter_labels (LvLay *lay, double cross_x, double cross_y);

/* lv-layout-matrix.c, lv-layout-matrix-list.c */
void lv_lay_matrix (LvLay *lay);
double lv_lay_names_height (LvLay *lay, const GArray *categories, double width, guint columns);
void lv_lay_names (LvLay *lay, const GArray *categories, LvRect room, guint columns,
                   int highlight);

/* lv-layout-parts.c */
/* A category of a share or donut. */
typedef struct {
  int category;
  double part;                  /* 0 ... 1 of the sum; 0 if missing */
  gboolean missing;
  const char *name;
  char *value;                  /* owned */
  char *percent;                /* (owned): empty if missing */
} LvLayPart;

typedef struct {
  int series;
  double sum;
  gboolean is_percent;          /* the numbers are shares already */
  GArray *parts;                /* (owned): LvLayPart, without absent and negative ones */
} LvLayParts;

LvLayParts *lv_lay_parts_new (const LvLay *lay, int series);
void lv_lay_parts_free (LvLayParts *self);
int lv_lay_parts_missing (const LvLayParts *self);
char *lv_lay_parts_dup_sum (const LvLay *lay, const LvLayParts *self);
char *lv_lay_part_dup_second (const LvLayParts *self, const LvLayPart *part, gboolean inside);
gboolean lv_lay_part_muted (const LvLay *lay, const LvLayPart *part);
gboolean lv_lay_part_strong (const LvLay *lay, const LvLayPart *part);
void lv_lay_parts_list (LvLay *lay, const LvLayParts *self, const LvLayParts *scenario,
                        LvRect room);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvLayParts, lv_lay_parts_free)

/* lv-layout-share.c, lv-layout-donut.c */
void lv_lay_share (LvLay *lay);
void lv_lay_donut (LvLay *lay);
/* lv-layout-timeline.c */
void lv_lay_timeline (LvLay *lay);
double lv_lay_timeline_height (LvLay *lay);

/* lv-layout-days.c */
double lv_layout_day_edge (const LvLayout *self);
double lv_layout_day_width (const LvLayout *self);
gboolean lv_layout_hit_day (const LvLayout *self, double x, double y, int *series, int *category);
gboolean lv_layout_get_day_rect (const LvLayout *self, int series, int category, LvRect *rect);

/* lv-layout-flow.c */
void lv_lay_flow (LvLay *lay);
double lv_lay_flow_height (LvLay *lay);

/* lv-layout-lines.c */
void lv_lay_lines (LvLay *lay);
void lv_lay_line_values (LvLay *lay);
gboolean lv_lay_is_repeated (const LvLay *lay, int series, int category, const char *text);

/* lv-layout-area.c, lv-layout-fan.c, lv-layout-stair.c */
void lv_lay_areas (LvLay *lay);
void lv_lay_area_totals (LvLay *lay);
void lv_lay_fan (LvLay *lay);
void lv_lay_stairs (LvLay *lay);
void lv_lay_stair_values (LvLay *lay);
gboolean *lv_lay_stair_labels (LvLay *lay);

/* lv-layout-remarks.c */
void lv_lay_remarks_init (LvLay *lay);
gboolean lv_lay_remarks (LvLay *lay);
char *lv_lay_dup_remarks (const LvLay *lay) G_GNUC_WARN_UNUSED_RESULT;

/* lv-layout-slope.c */
void lv_lay_slope (LvLay *lay);

/* lv-layout-waterfall.c */
void lv_lay_waterfall (LvLay *lay);
void lv_lay_waterfall_ends (const LvLay *lay, int series, double *from, double *to);

G_END_DECLS
