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
} LvLay;

/* lv-layout.c */
LvLayoutText *lv_lay_text (LvLay *lay, LvTextRole role, LvTextStyle style, LvTextAlign align,
                           const char *text, LvRect rect);
double lv_lay_width (LvLay *lay, LvTextStyle style, const char *text);
double lv_lay_y (const LvLay *lay, double value);
double lv_lay_slot_x (const LvLay *lay, int category);
int lv_lay_color (const LvFigure *figure, int series);
gboolean lv_lay_muted (const LvLay *lay, int series);
LvLayoutArea *lv_lay_area (LvLay *lay, int series, int category, int color);
LvLayoutArrow *lv_lay_arrow (LvLay *lay, int from, int to);
void lv_lay_point_to (GArray *outline, double x, double y);
void lv_lay_rule (LvLay *lay, LvRuleKind kind, double x1, double y1, double x2, double y2);
void lv_lay_empty (LvLay *lay);
void lv_lay_rest (LvLay *lay, int n_rest);
char *lv_lay_dup_missing (const LvLay *lay, int series, int category);
void lv_lay_mark_status (LvLay *lay, int series, int category, double x, double y);
gboolean lv_lay_is_column (const LvLay *lay, int series);
gboolean lv_lay_is_line (const LvLay *lay, int series);
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

/* lv-layout-clear.c */
gboolean lv_rects_meet (const LvRect *a, const LvRect *b);
gboolean lv_segment_meets (const LvLayoutSegment *own, const LvRect *rect);
gboolean lv_point_meets (const LvLayoutPoint *point, const LvRect *rect);
void lv_lay_drop_crossed (LvLay *lay);
void lv_lay_drop_overlaps (LvLay *lay);

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

G_END_DECLS
