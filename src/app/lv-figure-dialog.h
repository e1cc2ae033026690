/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lv_figure_dialog_ask (GtkWidget *from, LvSession *session, const LvNode *series, gsize cell,
                           const char *text);
void lv_figure_dialog_ask_any (GtkWidget *from, LvSession *session, const LvNode *series);

G_END_DECLS
