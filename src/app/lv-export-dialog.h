/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LV_TYPE_EXPORT_DIALOG (lv_export_dialog_get_type ())

/**
 * LvExportDialog:
 *
 * Dan bilag: chooses attachments, scenarios and what is said of them, shows them, makes them, and tells what came of it.
 */
G_DECLARE_FINAL_TYPE (LvExportDialog, lv_export_dialog, LV, EXPORT_DIALOG, AdwWindow)

void lv_export_dialog_run (LvWindow *window);
void lv_export_dialog_set_folder (LvExportDialog *self, const char *path);

G_END_DECLS
