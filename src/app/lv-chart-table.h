/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-chart-view.h"

G_BEGIN_DECLS

#define LV_TYPE_CHART_TABLE (lv_chart_table_get_type ())

/**
 * LvChartTable:
 *
 * The numbers of a figure as a table of real labels, for reading aloud and for reading off: a row for
 * each category, a column for each series. Every number can be reached with the arrow keys and says all
 * of itself.
 */
G_DECLARE_FINAL_TYPE (LvChartTable, lv_chart_table, LV, CHART_TABLE, GtkWidget)

GtkWidget *lv_chart_table_new (LvChartViewTell tell, gpointer user_data);
void lv_chart_table_set_name (LvChartTable *self, const char *name);
void lv_chart_table_set_figure (LvChartTable *self, LvFigure *figure);
gboolean lv_chart_table_grab_cell (LvChartTable *self, int series, int category);
gboolean lv_chart_table_get_cell (LvChartTable *self, int *series, int *category);

G_END_DECLS
