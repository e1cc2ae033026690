/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with measures: buttons for their cards. After an edit the focus goes to the measure. */
GtkWidget *lv_measure_buttons_new (LvSession *session, const LvItem *measure, gsize cell);
GtkWidget *lv_measure_new_button_new (LvSession *session);

G_END_DECLS
