/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CARD_FACTORS (lv_card_factors_get_type ())

/**
 * LvCardFactors:
 *
 * The assumptions that the effect of one measure is computed from, folded under the measure that they decide.
 * The heading says how many there are and how many are missing. The pack need not list them: they are
 * whatever the effect's formulas read.
 */
G_DECLARE_FINAL_TYPE (LvCardFactors, lv_card_factors, LV, CARD_FACTORS, GtkWidget)

GtkWidget *lv_card_factors_new (LvSession *session, const LvItem *measure);
void lv_card_factors_update (LvCardFactors *self);

G_END_DECLS
