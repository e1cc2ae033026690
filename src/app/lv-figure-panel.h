/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-figure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_FIGURE_PANEL (lv_figure_panel_get_type ())

/**
 * LvFigurePanel:
 *
 * The picture of an analysis, with a menu that copies and saves it. Its numbers stand in a table beside it.
 */
G_DECLARE_FINAL_TYPE (LvFigurePanel, lv_figure_panel, LV, FIGURE_PANEL, GtkWidget)

GtkWidget *lv_figure_panel_new (const char *name);
void lv_figure_panel_take (LvFigurePanel *self, LvFigure *figure);
LvFigure *lv_figure_panel_figure (LvFigurePanel *self);

G_END_DECLS
