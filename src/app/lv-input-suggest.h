/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_INPUT_SUGGEST (lv_input_suggest_get_type ())

/**
 * LvInputSuggest:
 *
 * A button under an assumption that the pack leaves open: it takes a source's figure over as the user's own
 * assumption, with the source as its reason. Shown while the assumption is missing and the figure is known.
 */
G_DECLARE_FINAL_TYPE (LvInputSuggest, lv_input_suggest, LV, INPUT_SUGGEST, GtkWidget)

GtkWidget *lv_input_suggest_new (LvSession *session, const LvNode *input, gsize cell);
void lv_input_suggest_update (LvInputSuggest *self);

G_END_DECLS
