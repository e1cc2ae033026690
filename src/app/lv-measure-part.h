/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_MEASURE_PART (lv_measure_part_get_type ())

/**
 * LvMeasurePart:
 *
 * One measure on its card, or one member of a measure with axes: its switch, and in words whether it counts.
 * What else is known of it, its effect year by year and what can be done with it is folded, and made when it
 * is unfolded for the first time, so that a card of hundreds is quick.
 */
G_DECLARE_FINAL_TYPE (LvMeasurePart, lv_measure_part, LV, MEASURE_PART, GtkWidget)

GtkWidget *lv_measure_part_new (LvSession *session, const LvItem *measure, gsize cell);
void lv_measure_part_update (LvMeasurePart *self, const GPtrArray *conflicts);
void lv_measure_part_set_expanded (LvMeasurePart *self, gboolean expanded);
char *lv_measure_part_name (const char *measure, gsize cell) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
