/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwMessageDialog *lv_words_dialog_open (GtkWidget *from, LvSession *session, const char *const *ids);

G_END_DECLS
