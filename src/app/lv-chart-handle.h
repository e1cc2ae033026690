/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-chart-build.h"
#include "lv-session.h"

G_BEGIN_DECLS

/**
 * LvChartHandle:
 *
 * What pulling at a number of a chart does: it turns a parameter that the chart names (handle=) until the
 * number is where the pointer is, within the parameter's range and in its steps.
 */
typedef struct _LvChartHandle LvChartHandle;

LvChartHandle *lv_chart_handle_new (LvSession *session, const LvChart *chart, const LvItem *item)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_chart_handle_free (LvChartHandle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvChartHandle, lv_chart_handle_free)

gboolean lv_chart_handle_moves (LvChartHandle *self, const LvFigure *figure, int series,
                                int category);
gboolean lv_chart_handle_begin (LvChartHandle *self, const LvFigure *figure, int series,
                                int category);
gboolean lv_chart_handle_is_begun (const LvChartHandle *self);
void lv_chart_handle_pull (LvChartHandle *self, double by);
void lv_chart_handle_step (LvChartHandle *self, int steps);
void lv_chart_handle_end (LvChartHandle *self, gboolean keep);
char *lv_chart_handle_tell (const LvChartHandle *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
