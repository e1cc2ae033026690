/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-card.h"

G_BEGIN_DECLS

#define LV_TYPE_TO_MEASURE (lv_to_measure_get_type ())

/**
 * LvToMeasure:
 *
 * The button under a calculated difference that makes a measure of it, for cards with `to-measure=`. A press
 * asks for title, first year, years until full effect and reason; only then something changes.
 */
G_DECLARE_FINAL_TYPE (LvToMeasure, lv_to_measure, LV, TO_MEASURE, GtkWidget)

GtkWidget *lv_to_measure_new (LvSession *session, const LvItem *card);
void lv_to_measure_update (LvToMeasure *self);

G_END_DECLS
