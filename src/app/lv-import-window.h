/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-plan.h"
#include "lv-window.h"

G_BEGIN_DECLS

#define LV_TYPE_IMPORT_WINDOW (lv_import_window_get_type ())

/**
 * LvImportWindow:
 *
 * Reads a file in, in two steps: what the columns mean, then what would change. What is recognised begins with the
 * second. Nothing is changed before the user takes it; closing the window lets go of all of it.
 */
G_DECLARE_FINAL_TYPE (LvImportWindow, lv_import_window, LV, IMPORT_WINDOW, AdwWindow)

GtkWidget *lv_import_window_new (LvWindow *parent, const char *memory);
LvImportPlan *lv_import_window_plan (LvImportWindow *self);

G_END_DECLS
