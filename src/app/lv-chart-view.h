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

GtkWidget *lv_chart_view_new (LvChartViewTell tell, gpointer user_data);
void lv_chart_view_set_figure (LvChartView *self, LvFigure *figure);
void lv_chart_view_set_focus (LvChartView *self, int series, int category);
void lv_chart_view_get_focus (LvChartView *self, int *series, int *category);
const char *lv_chart_view_get_told (LvChartView *self);

G_END_DECLS
