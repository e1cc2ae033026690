/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the kinds with a row for each category share: bars, dumbbells, tornados.
 *
 *   +----------------------------------------------+
 *   | legend and key                               |
 *   |          |  names of reference lines   |     |
 *   | category |-----------------------------|     |
 *   |   labels |  plot                       |aside|
 *   |          |-----------------------------|     |
 *   |          |  ticks                      |     |
 *   +----------------------------------------------+
 *
 * A row lower than a line of text is still drawn; then only some rows are named. */

#pragma once

#include "lv-layout-private.h"

G_BEGIN_DECLS

/* A text that stands outside the end of a mark, so that the plot must leave room for it. */
typedef struct {
  double value;
  double width;
  gboolean to_left;
} LvLayRowEnd;

typedef struct {
  LvLay *lay;
  int n;                        /* rows */
  double pitch;                 /* from one row to the next */
  double head;                  /* above the plot, for names of lines and ends */
  double aside;                 /* right of the plot, for a column of text */
  double label_width;           /* of the column of labels, with its gap */
  gboolean use_short;
  gboolean thin;                /* a row is lower than a line of text */
  int value_series;             /* thin: whose number stands beside the label; -1 for none */
  double value_width;
  GArray *ends;                 /* (owned): LvLayRowEnd */
} LvLayRows;

/* lv-layout-rows.c */
void lv_lay_rows_range (LvLay *lay);
void lv_lay_rows_init (LvLayRows *self, LvLay *lay, double head, int value_series);
void lv_lay_rows_clear (LvLayRows *self);
void lv_lay_rows_need (LvLayRows *self, double value, double width, gboolean to_left);
gboolean lv_lay_rows_place (LvLayRows *self);
double lv_lay_rows_x (const LvLay *lay, double value);
double lv_lay_rows_y (const LvLayRows *self, int category);
void lv_lay_rows_frame (LvLayRows *self);
LvLayoutText *lv_lay_rows_text (LvLayRows *self, LvTextRole role, LvTextStyle style, const char *text,
                                double x, double middle, LvTextAlign align);

/* lv-layout-rows-labels.c */
void lv_lay_rows_plan_labels (LvLayRows *self);
void lv_lay_rows_labels (LvLayRows *self);
void lv_lay_rows_references (LvLayRows *self);
void lv_lay_rows_cut_references (LvLayRows *self);

/* lv-layout-bars.c, -dumbbell.c, -tornado.c */
void lv_lay_bars (LvLay *lay);
void lv_lay_dumbbell (LvLay *lay);
void lv_lay_tornado (LvLay *lay);

G_END_DECLS
