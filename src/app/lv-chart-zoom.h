/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lv_chart_zoom_toggle (GtkWidget *from, LvSession *session, const LvItem *item);

G_END_DECLS
