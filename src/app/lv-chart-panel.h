/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CHART_PANEL (lv_chart_panel_get_type ())

/**
 * LvChartPanel:
 *
 * A chart of the pack with all that can be done with it: the picture, its numbers as a table one key
 * away, copying, saving, dragging out, a window of its own, and where the pack names a handle, pulling.
 * The card shows one, and so does the window that it grows into.
 */
G_DECLARE_FINAL_TYPE (LvChartPanel, lv_chart_panel, LV, CHART_PANEL, GtkWidget)

GtkWidget *lv_chart_panel_new (LvSession *session, const LvItem *item, const char *heading,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lv_chart_panel_update (LvChartPanel *self);
void lv_chart_panel_grab (LvChartPanel *self);
char *lv_chart_panel_dup_title (LvChartPanel *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_chart_panel_is_pulling (LvChartPanel *self);
gboolean lv_chart_panel_shows_table (LvChartPanel *self);

G_END_DECLS
