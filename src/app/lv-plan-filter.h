/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-plan-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_PLAN_FILTER (lv_plan_filter_get_type ())

/**
 * LvPlanFilter:
 *
 * What of a plan is shown, and in which groups: a search, a choice for track, body, owner and status, a date
 * before which something is due. It sets the filter and the group of an LvPlanList.
 */
G_DECLARE_FINAL_TYPE (LvPlanFilter, lv_plan_filter, LV, PLAN_FILTER, GtkWidget)

GtkWidget *lv_plan_filter_new (LvPlanList *list, const LvPack *pack);
void lv_plan_filter_update (LvPlanFilter *self, const GPtrArray *actions, const char *today);
void lv_plan_filter_set_group (LvPlanFilter *self, const char *key);
void lv_plan_filter_clear (LvPlanFilter *self);
gboolean lv_plan_filter_is_set (LvPlanFilter *self);
GtkWidget *lv_plan_filter_get_search (LvPlanFilter *self);

G_END_DECLS
