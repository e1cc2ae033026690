/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lv_goal_dialog_ask (GtkWidget *from, LvSession *session, const char *id);

G_END_DECLS
