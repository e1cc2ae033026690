/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export-set.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *lv_export_outcome_new (const LvExportSet *set);

G_END_DECLS
