/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-figure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  LV_CHART_SAVE_PDF,
  LV_CHART_SAVE_SVG,
  LV_CHART_SAVE_PNG,
} LvChartSaveFormat;

void lv_chart_save (GtkWidget *widget, LvFigure *figure, const char *name,
                    LvChartSaveFormat format);
gboolean lv_chart_save_to (LvFigure *figure, const char *path, LvChartSaveFormat format,
                           GError **error);
GdkContentProvider *lv_chart_save_content (LvFigure *figure, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GdkContentProvider *lv_chart_save_drag (LvFigure *figure, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
