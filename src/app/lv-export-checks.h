/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export-choice.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *lv_export_checks_new (LvExportChoice *choice);
void lv_export_checks_update (GtkWidget *checks);

G_END_DECLS
