/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_IMPORT_COLUMNS (lv_import_columns_get_type ())

/**
 * LvImportColumns:
 *
 * The first step of reading a file in: which sheet, how its text is written, and what its columns mean, with
 * what would come of it so far.
 */
G_DECLARE_FINAL_TYPE (LvImportColumns, lv_import_columns, LV, IMPORT_COLUMNS, GtkWidget)

GtkWidget *lv_import_columns_new (LvImportPlan *plan);

G_END_DECLS
