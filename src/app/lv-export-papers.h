/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export-choice.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LvExportChanged:
 *
 * Follows every tick and every letter; the choice is another then.
 */
typedef void (*LvExportChanged) (gpointer user_data);

const char *lv_export_profile_title (LvProfile profile);
GtkWidget *lv_export_papers_new (LvExportChoice *choice, LvExportChanged changed, gpointer user_data);
GtkWidget *lv_export_scenarios_new (LvExportChoice *choice, LvExportChanged changed, gpointer user_data);

G_END_DECLS
