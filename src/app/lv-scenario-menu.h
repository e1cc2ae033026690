/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lv_scenario_menu_attach (GtkMenuButton *button, LvSession *session);

G_END_DECLS
