/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-year-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lv_year_dialog_ask (GtkWidget *from, const LvYearTable *table, const LvYearRange *range);

G_END_DECLS
