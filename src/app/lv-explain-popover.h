/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_EXPLAIN_POPOVER (lv_explain_popover_get_type ())

/**
 * LvExplainPopover:
 *
 * How a number was computed: its formula in words and what it is made of, each a link to its own
 * explanation, back and forward, down to the sources. Follows the session while it is open.
 */
G_DECLARE_FINAL_TYPE (LvExplainPopover, lv_explain_popover, LV, EXPLAIN_POPOVER, GtkPopover)

void lv_explain_show (GtkWidget *at, const GdkRectangle *where, LvSession *session,
                      const LvNode *node, gsize cell);

G_END_DECLS
