/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a timeline's layout hand on.
 *
 *   +-----------------------------------------------+
 *   | key                      |        I dag …     |  strip
 *   |                          |  2026   |   2027   |  years
 *   |                          | 1. | 2. | 3. | 4.  |  quarters or months
 *   | Track                    |                    |  heading
 *   | 1. Action                |     ███████        |  row
 *   |    i gang, MSB           |           |        |
 *   | Uden dato                                     |
 *   | 7. Action                |  efterår 2026      |
 *   | + 3 flere                                     |
 *   +-----------------------------------------------+
 */

#pragma once

#include "lv-layout-private.h"

G_BEGIN_DECLS

/* How much a row says, from most to least. */
typedef enum {
  LV_ROW_WHOLE,                 /* the whole label, status and owner below */
  LV_ROW_BESIDE,                /* the status beside the label, no owner */
  LV_ROW_ONE_LINE               /* the label in one line */
} LvRowForm;

/* A heading or a row. */
typedef struct {
  int category;                 /* -1: a heading */
  const char *heading;
  gboolean dated;               /* FALSE: under "Uden dato" */
  double y;
  double height;
} LvTimelineRow;

typedef struct {
  LvLay *lay;
  LvRowForm form;
  GArray *rows;                 /* (owned): LvTimelineRow, in order */
  guint n_shown;                /* of the rows, those that there is room for */
  gboolean has_strip;           /* room for what says "today" */
  int n_rest;                   /* actions that there is no room for */
  double label_width;
  double rows_bottom;           /* of the last row with a date */
  double first;                 /* day at the left of the plot */
  double last;                  /* day at its right */
} LvTimeline;

#define lv_timeline_row(self, i) (&g_array_index ((self)->rows, LvTimelineRow, (i)))

/* lv-layout-timeline.c */
double lv_timeline_x (const LvTimeline *self, double day);
int lv_timeline_series (const LvTimeline *self, LvFigureForm form, LvFigureRole role,
                        int category);

/* lv-layout-timeline-axis.c */
gboolean lv_timeline_range (LvTimeline *self);
double lv_timeline_axis_height (const LvTimeline *self);
void lv_timeline_axis (LvTimeline *self, double y);
gboolean lv_timeline_has_today (const LvTimeline *self);
void lv_timeline_today (LvTimeline *self, double strip_y);

/* lv-layout-timeline-rows.c */
double lv_timeline_row_height (const LvTimeline *self, const LvTimelineRow *row);
void lv_timeline_draw_row (LvTimeline *self, const LvTimelineRow *row);

/* lv-layout-timeline-links.c */
void lv_timeline_links (LvTimeline *self);

G_END_DECLS
