/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Columns of a table that are shown; the others are read as well. */
#define LV_IMPORT_SHOWN_COLUMNS 60
/** Width of the column of row numbers. */
#define LV_IMPORT_NUMBER_WIDTH 56

/**
 * LvImportWidths:
 * @n: columns that are shown
 * @width: of each
 */
typedef struct
{
  guint n;
  int width[LV_IMPORT_SHOWN_COLUMNS];
} LvImportWidths;

#define LV_TYPE_IMPORT_ROW (lv_import_row_get_type ())

/**
 * LvImportRow:
 *
 * A row of a foreign table as it stands, drawn as one: what is not read is paler. The focus goes from row to
 * row, and a screen reader hears all of it.
 */
G_DECLARE_FINAL_TYPE (LvImportRow, lv_import_row, LV, IMPORT_ROW, GtkWidget)

GtkWidget *lv_import_row_new (LvImportPlan *plan, const LvImportWidths *widths);
void lv_import_row_show (LvImportRow *self, guint row);

G_END_DECLS
