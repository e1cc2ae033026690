/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-chart-view.h"
#include "lv-draw.h"

G_BEGIN_DECLS

/* The layout is in points, the widget in pixels of 1/96 inch. */
#define PIXELS_PER_POINT (96.0 / 72.0)

struct _LvChartView
{
  GtkDrawingArea parent_instance;

  LvChartViewTell tell;
  gpointer tell_data;

  LvFigure *figure;   /* (owned) (nullable) */
  LvTextMeasure *measure; /* (owned) (nullable): made anew when the text size changes */
  LvLayout *layout;   /* (owned) (nullable): of the figure at the widget's size */
  LvDrawFocus focus;  /* series -1: none */
  int natural_width;  /* 0: not measured */
  int natural_height; /* at that width, of a figure that has a height of its own */
  gboolean marked;    /* the keyboard's focus is here, so the mark is drawn */

  gboolean quiet;     /* what the mark stands at is told elsewhere */

  GtkWidget *popover;
  GtkWidget *told;
  guint tick;             /* looks in the next frame whether the pop-over is due */
  GtkAdjustment *scrolls; /* (owned) (nullable): of the page, while mapped */
  gulong scrolled;
  double scrolled_to;     /* when the chart got its place */

  const LvChartViewPull *pull; /* (nullable): while marks can be pulled */
  GtkGesture *drag;            /* borrowed: pulls a mark */
  GtkDragSource *out;          /* borrowed: drags the picture out */
  gboolean held;               /* a mark is being pulled */
  double unit_per_point_x;     /* when it was taken hold of; 0 along the other axis */
  double unit_per_point_y;
};

/* lv-chart-view.c */
const LvLayout *lv_chart_view_layout (LvChartView *self);

/* lv-chart-view-told.c */
void lv_chart_view_add_told (LvChartView *self);
void lv_chart_view_drop_told (LvChartView *self);
void lv_chart_view_show_told (LvChartView *self);
void lv_chart_view_hide_told (LvChartView *self);
void lv_chart_view_place_told (LvChartView *self);

/* lv-chart-view-pull.c */
void lv_chart_view_add_pull (LvChartView *self);
void lv_chart_view_draw_grips (LvChartView *self, cairo_t *cr, const LvPalette *palette);
gboolean lv_chart_view_pull_key (LvChartView *self, guint key, GdkModifierType state);
void lv_chart_view_let_go (LvChartView *self, gboolean keep);

/* lv-chart-view-links.c */
void lv_chart_view_add_links (LvChartView *self);
gboolean lv_chart_view_follow (LvChartView *self);

G_END_DECLS
