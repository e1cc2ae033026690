/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-analysis-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_TABLE_VIEW (lv_table_view_get_type ())

/**
 * LvTableView:
 *
 * A table of an analysis under its title, with a button that copies it. Tab comes to it once, the arrow
 * keys go from cell to cell, and each cell says its row and column.
 */
G_DECLARE_FINAL_TYPE (LvTableView, lv_table_view, LV, TABLE_VIEW, GtkWidget)

GtkWidget *lv_table_view_new (void);
void lv_table_view_take (LvTableView *self, LvAnalysisTable *table);
const LvAnalysisTable *lv_table_view_table (LvTableView *self);

G_END_DECLS
