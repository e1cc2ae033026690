/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-report.h"
#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

LvReport *lv_print_report (LvSession *session, const LvItem *attachment, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GtkPrintOperation *lv_print_operation_new (LvReport *report, const char *title) G_GNUC_WARN_UNUSED_RESULT;
void lv_print_run (GtkWindow *parent, LvReport *report, const char *title);

G_END_DECLS
