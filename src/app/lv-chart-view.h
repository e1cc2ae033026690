/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-figure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CHART_VIEW (lv_chart_view_get_type ())

/**
 * LvChartView:
 *
 * Draws a figure in the colours of the desktop's style and at its text size. The pointer over a number
 * and the arrow keys tell it; which words tell a number, the owner says. It holds no values.
 */
G_DECLARE_FINAL_TYPE (LvChartView, lv_chart_view, LV, CHART_VIEW, GtkDrawingArea)

/** Returns: (transfer full) (nullable): what is told about a number of the figure */
typedef char *(*LvChartViewTell) (int series, int category, gpointer user_data);

/**
 * LvChartViewPull:
 * @can_move: whether a number can be pulled
 * @begin: takes hold of it; %FALSE when it can't be
 * @pull: it is to be @by more than when it began, in its own unit
 * @step: one step up (1) or down (-1), by a key
 * @end: lets go, or with @keep %FALSE puts it back
 *
 * What pulling at the marks does. The callbacks get the data of the view's LvChartViewTell.
 */
typedef struct
{
  gboolean (*can_move) (int series, int category, gpointer user_data);
  gboolean (*begin) (int series, int category, gpointer user_data);
  void (*pull) (double by, gpointer user_data);
  void (*step) (int steps, gpointer user_data);
  void (*end) (gboolean keep, gpointer user_data);
} LvChartViewPull;

GtkWidget *lv_chart_view_new (LvChartViewTell tell, gpointer user_data);
void lv_chart_view_set_figure (LvChartView *self, LvFigure *figure);
void lv_chart_view_set_focus (LvChartView *self, int series, int category);
void lv_chart_view_get_focus (LvChartView *self, int *series, int *category);
void lv_chart_view_set_quiet (LvChartView *self, gboolean quiet);
void lv_chart_view_set_pull (LvChartView *self, const LvChartViewPull *pull);
void lv_chart_view_set_drag_out (LvChartView *self, GCallback prepare, gpointer user_data);
gboolean lv_chart_view_get_place (LvChartView *self, int series, int category, GdkRectangle *place);
const char *lv_chart_view_get_told (LvChartView *self);

G_END_DECLS
