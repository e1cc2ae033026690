/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export-papers.h"

G_BEGIN_DECLS

GtkWidget *lv_export_charts_new (LvExportChoice *choice, LvExportChanged changed, gpointer user_data);

G_END_DECLS
