/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_IMPORT_REVIEW (lv_import_review_get_type ())

/**
 * LvImportReview:
 *
 * The second step of reading a file in: what would change, ticked one by one, what can't be taken and why, what
 * to look at, and who reads it in from where.
 */
G_DECLARE_FINAL_TYPE (LvImportReview, lv_import_review, LV, IMPORT_REVIEW, GtkWidget)

GtkWidget *lv_import_review_new (LvImportPlan *plan);
void lv_import_review_focus (LvImportReview *self);

G_END_DECLS
