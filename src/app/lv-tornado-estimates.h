/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"
#include "lv-tornado.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LvTornadoEstimates:
 *
 * The assumptions that take part, each with its low and high and whose judgement they are, and a button that asks for
 * them. It is filled anew only when something of that is another.
 */
#define LV_TYPE_TORNADO_ESTIMATES (lv_tornado_estimates_get_type ())
G_DECLARE_FINAL_TYPE (LvTornadoEstimates, lv_tornado_estimates, LV, TORNADO_ESTIMATES, GtkWidget)

GtkWidget *lv_tornado_estimates_new (LvSession *session) G_GNUC_WARN_UNUSED_RESULT;
void lv_tornado_estimates_show (LvTornadoEstimates *self, const LvTornado *tornado);

G_END_DECLS
