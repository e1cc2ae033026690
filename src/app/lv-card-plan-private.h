/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-card-plan.h"

G_BEGIN_DECLS

struct _LvCardPlan
{
  LvCard parent_instance;

  LvPlanList *list;             /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  char *selected;               /* (owned) (nullable): id of the action that is meant */
  char *today;                  /* (owned): as a file writes it */
  GDate day;                    /* the same */
  gboolean quiet;               /* the selection is being set */

  GtkWidget *filter;
  GtkWidget *summary;
  GtkWidget *stack;
  GtkWidget *columns;
  GtkWidget *scroller; /* of the columns */
  GtkWidget *timeline;
  GtkWidget *empty;
  GtkWidget *slip;
  GtkWidget *title; /* of the selected action */
  GtkWidget *details;
  GtkWidget *money;
};

/* lv-card-plan.c */
void lv_card_plan_show_selected (LvCardPlan *self);
const char *lv_card_plan_of (LvCardPlan *self);

/* lv-card-plan-edit.c */
void lv_card_plan_class_install_actions (GtkWidgetClass *klass);
GtkWidget *lv_card_plan_make_buttons (LvCardPlan *self);
void lv_card_plan_add_shortcuts (LvCardPlan *self);
void lv_card_plan_update_actions (LvCardPlan *self);

/* lv-card-plan-details.c */
char *lv_card_plan_dup_details (LvSession *session, LvPlanRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
