/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-plan.h"

G_BEGIN_DECLS

void lv_plan_measure (LvPlan *self);
guint lv_plan_give_rows (const LvPlan *self, LvCalcArea *area, guint slot, guint row);
gboolean lv_plan_address (const LvPlan *self, guint slot, gsize cell, LvCalcSheet *sheet, guint *row,
                          guint *column);
gboolean lv_plan_clean_address (const LvPlan *self, guint slot, gsize cell, guint *row, guint *column);
gboolean lv_plan_input_address (const LvPlan *self, const LvNode *node, gsize cell, gboolean standard,
                                guint *row, guint *column);
gboolean lv_plan_printed_address (const LvPlan *self, const LvNode *node, gsize cell, guint *row,
                                  guint *column);
guint lv_plan_axis_row (LvPlan *self, const LvAxis *axis);

G_END_DECLS
