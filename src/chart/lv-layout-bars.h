/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the bars' layout hand on. */

#pragma once

#include "lv-layout-rows.h"

G_BEGIN_DECLS

typedef struct {
  LvLayRows rows;
  LvLay *lay;
  int n_lanes;                  /* in one row */
  double pitch;                 /* from one lane to the next */
  double thickness;
  double start;                 /* from the row's edge to the first lane */
  gboolean values;              /* at the ends of bars, or of stacks */
  double *reach;                /* (owned): per lane and row, how far right its marks go */
} LvLayBars;

/* lv-layout-bars.c */
gboolean lv_bars_is_share (const LvLayBars *self);
gboolean lv_bars_is_stacked (const LvLayBars *self);
LvFigureRole lv_bars_role_of (const LvLayBars *self, int series);
gboolean lv_bars_shares_lane (const LvLayBars *self, int series);
int lv_bars_lane_of (const LvLayBars *self, int series);
double lv_bars_lane_y (const LvLayBars *self, int category, int lane);
double *lv_bars_reach_of (const LvLayBars *self, int category, int lane);

/* lv-layout-bars-values.c */
char *lv_bars_dup_text (const LvLayBars *self, int series, int category);
gboolean lv_bars_is_written (const LvLayBars *self, int series, int category);
LvTextStyle lv_bars_style_of (const LvLayBars *self);
void lv_bars_need_values (LvLayBars *self);
void lv_bars_write_value (LvLayBars *self, int series, int category);
void lv_bars_label_inside (LvLayBars *self, int series, int category);

/* lv-layout-bars-marks.c */
LvRect lv_bars_bar_rect (const LvLayBars *self, double y, double from, double to);
void lv_bars_add_bar (LvLayBars *self, LvRect rect, int series, int category, gboolean hollow);
void lv_bars_frame_scenario (LvLayBars *self, LvRect rect, int category);
void lv_bars_missing_at (LvLayBars *self, int series, int category, double x, char *full);
double lv_bars_zero_x (const LvLayBars *self);

/* lv-layout-bars-stacks.c */
void lv_bars_lay_stack (LvLayBars *self, int category, LvFigureRole role);
void lv_bars_lay_stack_over (LvLayBars *self, int category);

G_END_DECLS
