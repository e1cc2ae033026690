/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-example-measure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lv_to_measure_dialog_ask (GtkWidget *from, LvSession *session, const LvItem *card,
                               const LvExample *example);

G_END_DECLS
