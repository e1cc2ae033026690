/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-plan-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_PLAN_LIST (lv_plan_list_get_type ())

/** No groups. */
#define LV_PLAN_NO_GROUP LV_N_ACTION_FIELDS

/**
 * LvPlanList:
 *
 * The rows of a plan that are shown: what a filter takes, under the headings of groups, in the order of a
 * sorter. A GListModel of LvPlanRow that tells no more of a change than what differs. It edits nothing.
 */
G_DECLARE_FINAL_TYPE (LvPlanList, lv_plan_list, LV, PLAN_LIST, GObject)

LvPlanList *lv_plan_list_new (const LvPack *pack, const char *of) G_GNUC_WARN_UNUSED_RESULT;
void lv_plan_list_take_actions (LvPlanList *self, GPtrArray *actions, const GDate *today);
void lv_plan_list_set_filter (LvPlanList *self, const LvActionFilter *filter);
void lv_plan_list_set_group (LvPlanList *self, LvActionField field);
void lv_plan_list_set_sorter (LvPlanList *self, GtkSorter *sorter);
LvActionField lv_plan_list_get_group (LvPlanList *self);
GPtrArray *lv_plan_list_all (LvPlanList *self) G_GNUC_WARN_UNUSED_RESULT;
guint lv_plan_list_n_actions (LvPlanList *self);
guint lv_plan_list_n_shown (LvPlanList *self);
GPtrArray *lv_plan_list_actions (LvPlanList *self) G_GNUC_WARN_UNUSED_RESULT;
const GPtrArray *lv_plan_list_rows (LvPlanList *self);
LvPlanRow *lv_plan_list_find (LvPlanList *self, const char *id);
gboolean lv_plan_list_position (LvPlanList *self, const char *id, guint *position);
const char *lv_plan_list_neighbour (LvPlanList *self, const char *id, int by);
gboolean lv_plan_list_is_sorted (LvPlanList *self);

G_END_DECLS
