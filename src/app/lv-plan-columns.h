/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-plan-list.h"

G_BEGIN_DECLS

/* The columns of a plan as a list: what stands in them, on the screen and in the clipboard. */

typedef enum
{
  LV_PLAN_NUMBER,
  LV_PLAN_TITLE,
  LV_PLAN_OWNER,
  LV_PLAN_STATUS,
  LV_PLAN_END,
  LV_PLAN_DEADLINE,
  LV_PLAN_FOLLOW_UP,
  LV_PLAN_MARK,
  LV_PLAN_N_COLUMNS
} LvPlanColumn;

GtkWidget *lv_plan_columns_new (LvPlanList *list, GtkSelectionModel *selection, const LvPack *pack);
void lv_plan_columns_update (GtkWidget *view, LvPlanList *list, const LvPack *pack);
const char *lv_plan_column_title (LvPlanColumn column);
char *lv_plan_column_text (LvPlanColumn column, LvPlanRow *row, const LvPack *pack)
    G_GNUC_WARN_UNUSED_RESULT;
int lv_plan_column_compare (LvPlanColumn column, LvPlanRow *a, LvPlanRow *b);
char *lv_plan_columns_to_text (LvPlanList *list, const LvPack *pack) G_GNUC_WARN_UNUSED_RESULT;
char *lv_plan_columns_to_html (LvPlanList *list, const LvPack *pack) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
