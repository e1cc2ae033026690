/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Gets what was written, when the user said yes. */
typedef void (*LvTextDialogDone) (const char *text, gpointer user_data);

AdwMessageDialog *lv_text_dialog_ask (GtkWidget *from, const char *heading, const char *label,
                                      const char *text, gboolean may_be_empty, const char *yes,
                                      LvTextDialogDone done, gpointer user_data);

G_END_DECLS
