/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_IMPORT_SHEET (lv_import_sheet_get_type ())

/**
 * LvImportSheet:
 *
 * A foreign table as it stands, under a button for each column that says what it means and lets the user say
 * otherwise.
 */
G_DECLARE_FINAL_TYPE (LvImportSheet, lv_import_sheet, LV, IMPORT_SHEET, GtkWidget)

GtkWidget *lv_import_sheet_new (LvImportPlan *plan);

G_END_DECLS
