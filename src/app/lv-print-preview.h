/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lv_print_preview_show (GtkWindow *parent, LvSession *session, const LvItem *attachment, const char *title);

G_END_DECLS
