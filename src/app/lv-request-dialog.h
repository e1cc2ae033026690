/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-window.h"

G_BEGIN_DECLS

#define LV_TYPE_REQUEST_DIALOG (lv_request_dialog_get_type ())

/**
 * LvRequestDialog:
 *
 * Makes the workbook that is sent to those who know the numbers: what is missing or assumed, or a template for
 * every number; of the whole pack or of a page, and of the series that are ticked.
 */
G_DECLARE_FINAL_TYPE (LvRequestDialog, lv_request_dialog, LV, REQUEST_DIALOG, AdwWindow)

GtkWidget *lv_request_dialog_new (LvWindow *parent, const char *page);
gboolean lv_request_dialog_save (LvRequestDialog *self, const char *path, GError **error);

G_END_DECLS
