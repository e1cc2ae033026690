/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the list of differences: a check button that is all of the row. */

GtkWidget *lv_import_difference_new (LvImportPlan *plan);
void lv_import_difference_show (GtkWidget *row, guint difference);
GtkWidget *lv_import_difference_heads (void);

G_END_DECLS
