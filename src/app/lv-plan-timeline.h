/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-plan-move.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_PLAN_TIMELINE (lv_plan_timeline_get_type ())

/**
 * LvPlanTimeline:
 *
 * A plan along time. Bars are pulled, at an end or whole, by the pointer and by the arrow keys; the session
 * moves with them. Long plans are shown in parts. The signals "selected" and "activated" name an action,
 * "moved" one whose dates are other than before.
 */
G_DECLARE_FINAL_TYPE (LvPlanTimeline, lv_plan_timeline, LV, PLAN_TIMELINE, GtkWidget)

GtkWidget *lv_plan_timeline_new (LvSession *session, const char *name);
void lv_plan_timeline_update (LvPlanTimeline *self, const GPtrArray *actions, LvActionField group,
                              const char *selected, const GDate *today);
const char *lv_plan_timeline_get_moving (LvPlanTimeline *self);
GtkWidget *lv_plan_timeline_get_view (LvPlanTimeline *self);
gboolean lv_plan_timeline_get_bar (LvPlanTimeline *self, const char *id, GdkRectangle *bar);

G_END_DECLS
