/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-plan-timeline.h"

#include "lv-figure.h"

G_BEGIN_DECLS

struct _LvPlanTimeline
{
  GtkWidget parent_instance;

  LvSession *session;   /* (owned) */
  GtkWidget *box;
  GtkWidget *view;
  GtkWidget *pager;
  GtkWidget *pager_label;
  GtkWidget *back;
  GtkWidget *on;
  GtkWidget *status;    /* what is being moved, and how */
  GPtrArray *actions;   /* (owned) (nullable): LvAction, all that the list shows */
  LvActionField group;
  GDate today;
  guint first;          /* the first action that is drawn */
  char *selected;       /* (owned) (nullable) */
  LvFigure *figure;     /* (owned) (nullable) */
  LvPlanMove *move;     /* (owned) */
  double days_per_point; /* when a bar was taken hold of */
};

/* lv-plan-timeline.c */
const LvAction *lv_plan_timeline_action (LvPlanTimeline *self, int row);
int lv_plan_timeline_row (LvPlanTimeline *self, const char *id);
void lv_plan_timeline_select (LvPlanTimeline *self, const char *id);
void lv_plan_timeline_describe (LvPlanTimeline *self);
void lv_plan_timeline_activate (LvPlanTimeline *self);

/* lv-plan-timeline-move.c */
void lv_plan_timeline_add_controllers (LvPlanTimeline *self);
void lv_plan_timeline_let_go (LvPlanTimeline *self, gboolean keep);
void lv_plan_timeline_show_status (LvPlanTimeline *self);

G_END_DECLS
