/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *lv_input_info_button_new (LvSession *session, const LvNode *node, const char *title);
char *lv_input_info_text (LvSession *session, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *lv_input_reset_button_new (const char *title);

G_END_DECLS
