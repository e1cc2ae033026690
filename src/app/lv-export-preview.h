/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export-choice.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LV_TYPE_EXPORT_PREVIEW (lv_export_preview_get_type ())

/**
 * LvExportPreview:
 *
 * The pages of an attachment's PDF, one at a time, as they will be made.
 */
G_DECLARE_FINAL_TYPE (LvExportPreview, lv_export_preview, LV, EXPORT_PREVIEW, GtkBox)

GtkWidget *lv_export_preview_new (LvExportChoice *choice);
void lv_export_preview_update (LvExportPreview *self);

G_END_DECLS
