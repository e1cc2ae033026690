/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-chart-build.h"
#include "lv-chart-handle.h"
#include "lv-chart-panel.h"

G_BEGIN_DECLS

struct _LvChartPanel
{
  GtkWidget parent_instance;

  const LvItem *item; /* the [chart] */
  const char *heading; /* (nullable): what stands above already */
  GtkWidget *box;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *table;
  GtkWidget *notes;
  GtkWidget *told; /* how to pull, while that is switched on */

  /* owned */
  LvSession *session;
  LvChart *chart;
  LvFigure *figure; /* (nullable): what is shown */
  LvChartHandle *handle; /* (nullable): the pack names none */
  GSimpleActionGroup *actions;
};

/* lv-chart-panel-actions.c */
void lv_chart_panel_add_actions (LvChartPanel *self);
GtkWidget *lv_chart_panel_make_buttons (LvChartPanel *self);
void lv_chart_panel_add_shortcuts (LvChartPanel *self);

/* lv-chart-panel.c */
LvFigure *lv_chart_panel_make_export (LvChartPanel *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_chart_panel_get_number (LvChartPanel *self, int *series, int *category);
void lv_chart_panel_show_table (LvChartPanel *self, gboolean table);
void lv_chart_panel_explain (LvChartPanel *self);
void lv_chart_panel_set_pulling (LvChartPanel *self, gboolean pulling);

G_END_DECLS
