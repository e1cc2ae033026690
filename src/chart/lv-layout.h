/* SPDX-License-Identifier: GPL-3.0-or-later */

/* LvLayout: where everything of a figure stands, in points from the top left corner.
 *
 * Pure: the same figure, size and measure give the same layout.  It is a plain struct of
 * primitives (bars, segments, points, rules, boxes, texts), which lv-draw.h paints in order and
 * which hit testing, tooltips and goldens read.  A further kind of chart makes the same
 * primitives, so it needs no drawing code of its own. */

#pragma once

#include "lv-figure.h"
#include "lv-measure.h"
#include "lv-ticks.h"

G_BEGIN_DECLS

typedef struct {
  double x;
  double y;
  double width;
  double height;
} LvRect;

typedef enum {
  LV_TEXT_TITLE,
  LV_TEXT_SUBTITLE,
  LV_TEXT_NOTE,
  LV_TEXT_SOURCE,
  LV_TEXT_TICK,
  LV_TEXT_CATEGORY,
  LV_TEXT_PERIOD,
  LV_TEXT_SERIES,
  LV_TEXT_LEGEND,
  LV_TEXT_VALUE,
  LV_TEXT_TOTAL,
  LV_TEXT_REFERENCE,
  LV_TEXT_MISSING,
  LV_TEXT_EMPTY,
  LV_TEXT_GROUP,                /* a heading over categories */
  LV_TEXT_DETAIL,               /* a category's second line */
  LV_TEXT_AXIS,                 /* the title of an axis, the name of a level */
  LV_TEXT_QUADRANT,
  LV_TEXT_ANNOTATION
} LvTextRole;

typedef enum {
  LV_STYLE_TITLE,
  LV_STYLE_SUBTITLE,
  LV_STYLE_LABEL,
  LV_STYLE_STRONG,
  LV_STYLE_VALUE,
  LV_STYLE_VALUE_STRONG,
  LV_STYLE_NOTE,
  LV_N_STYLES
} LvTextStyle;

typedef enum {
  LV_ALIGN_START,
  LV_ALIGN_CENTER,
  LV_ALIGN_END
} LvTextAlign;

typedef enum {
  LV_INK,
  LV_INK_SOFT,
  LV_INK_ON_FILL,               /* on the bar of the text's series and category */
} LvTextInk;

typedef struct {
  LvRect rect;
  char *text;                   /* (owned): one line */
  char *full;                   /* (owned) (nullable): the whole text if @text is shortened */
  LvTextRole role;
  LvTextStyle style;
  LvTextAlign align;
  LvTextInk ink;
  int series;                   /* -1 if of none */
  int category;                 /* -1 if of none */
  int bar;                      /* the bar it stands on, an index into bars; -1 if on none */
} LvLayoutText;

/* A bar that stands behind a highlighted one of the same series: grey. */
#define LV_COLOR_REST (-1)

typedef struct {
  LvRect rect;
  int series;
  int category;
  int color;                    /* index for lv_palette_series(), or LV_COLOR_REST */
  LvFigurePeriod period;
  LvFigureStatus status;
  gboolean muted;               /* behind a highlighted series */
  gboolean scenario;
  gboolean hollow;              /* only a frame over the baseline's bar: not filled */
  LvFigureProgress progress;    /* the pattern of an action in a timeline */
  gboolean milestone;           /* a diamond: one day */
} LvLayoutBar;

typedef struct {
  double x;
  double y;
  int series;
  int category;
  int color;
  LvFigurePeriod period;
  LvFigureStatus status;
  gboolean muted;
  gboolean scenario;
  gboolean marker;              /* FALSE where markers would run together */
  gboolean overlay;             /* in ink, over columns or areas */
  gboolean strong;              /* larger: the one that is pointed out */
} LvLayoutPoint;

/* A piece of a line series, between two neighbouring categories that both have a number. */
typedef struct {
  double x1;
  double y1;
  double x2;
  double y2;
  int series;
  int color;
  LvFigurePeriod period;
  gboolean muted;
  gboolean scenario;
  gboolean overlay;             /* an ink line over columns or areas */
  gboolean thin;                /* the edge of a scenario's band */
} LvLayoutSegment;

typedef enum {
  LV_RULE_GRID,
  LV_RULE_ZERO,
  LV_RULE_REFERENCE,
  LV_RULE_LEADER,
  LV_RULE_PERIOD,
  LV_RULE_SCENARIO,
  LV_RULE_CONNECTOR,            /* from one mark to the next: waterfall, dumbbell */
  LV_RULE_ANNOTATION            /* from a remark to what it is about */
} LvRuleKind;

typedef struct {
  double x1;
  double y1;
  double x2;
  double y2;
  LvRuleKind kind;
} LvLayoutRule;

typedef enum {
  LV_BOX_CATEGORY,              /* behind a highlighted category */
  LV_BOX_SCENARIO,              /* frame around a scenario's column */
  LV_BOX_MISSING,               /* dashed, where a number is missing */
  LV_BOX_BAND,                  /* a light ground: a track, a quadrant, a cell of a matrix */
  LV_BOX_FRAME,                 /* a light ground with an edge, that is a number: a box of a flow */
  LV_BOX_CHIP                   /* an item in a cell of a matrix: on the page's ground */
} LvBoxKind;

typedef struct {
  LvRect rect;
  LvBoxKind kind;
  int series;
  int category;
  int color;                    /* LV_BOX_MISSING: the series' colour, or -1; LV_BOX_BAND: how
                                 * strongly it is tinted, in percent, or -1 */
  gboolean hollow;              /* LV_BOX_MISSING: around a bar that must stay visible */
  char *full;                   /* (owned) (nullable): "Series: mangler, reason" */
} LvLayoutBox;

typedef struct {
  double x;
  double y;
} LvPlacePoint;

/* A closed shape that is no rectangle: an area under a line, the band of a fan, a part of a ring. */
typedef struct {
  GArray *outline;              /* (owned): LvPlacePoint */
  int series;
  int category;                 /* -1 for a whole series */
  int color;
  LvFigurePeriod period;
  gboolean muted;
  gboolean scenario;
  gboolean faint;               /* a light band that lines are drawn on */
  int depth;                    /* of faint bands in each other: 0 is the outermost */
} LvLayoutArea;

/* A line with a head at its last point. */
typedef struct {
  GArray *outline;              /* (owned): LvPlacePoint, from the first to the head */
  int from;                     /* category */
  int to;
} LvLayoutArrow;

typedef enum {
  LV_MARK_CORRECTED,
  LV_MARK_CHANGED,
  LV_MARK_DEADLINE              /* @x, @y: the end of the day, the middle of the row */
} LvMarkKind;

/* A small sign at the corner of a bar or over a point. */
typedef struct {
  double x;
  double y;
  LvMarkKind kind;
  int series;
  int category;
} LvLayoutMark;

typedef enum {
  LV_SWATCH_FILL,
  LV_SWATCH_LINE,
  LV_SWATCH_OVERLAY,
  LV_SWATCH_BASELINE,
  LV_SWATCH_SCENARIO,
  LV_SWATCH_CORRECTED,
  LV_SWATCH_CHANGED,
  LV_SWATCH_ARROW,
  LV_SWATCH_DEADLINE
} LvSwatchKind;

typedef struct {
  LvRect rect;
  LvSwatchKind kind;
  int series;
  int color;
  LvFigurePeriod period;
  gboolean muted;
  gboolean scenario;
} LvLayoutSwatch;

typedef struct {
  LvFigure *figure;             /* (owned) */
  double width;
  double height;
  char *family;                 /* (owned): the measure's font family */
  LvFont fonts[LV_N_STYLES];
  LvRect plot;                  /* between the lowest and the highest tick */
  LvTicks ticks;
  double first_day;             /* of a timeline: the Julian days that its axis covers */
  double last_day;
  gboolean has_values;          /* FALSE: nothing to draw, so no ticks either */
  gboolean direct_labels;       /* FALSE: a legend */
  GArray *boxes;                /* LvLayoutBox */
  GArray *areas;                /* LvLayoutArea */
  GArray *arrows;               /* LvLayoutArrow */
  GArray *rules;                /* LvLayoutRule */
  GArray *bars;                 /* LvLayoutBar */
  GArray *segments;             /* LvLayoutSegment */
  GArray *points;               /* LvLayoutPoint */
  GArray *marks;                /* LvLayoutMark */
  GArray *swatches;             /* LvLayoutSwatch */
  GArray *texts;                /* LvLayoutText */
} LvLayout;

LvLayout *lv_layout_new (LvFigure *figure, double width, double height, LvTextMeasure *measure)
  G_GNUC_WARN_UNUSED_RESULT;
void lv_layout_free (LvLayout *self);
double lv_layout_natural_height (LvFigure *figure, double width, LvTextMeasure *measure);
gboolean lv_layout_hit (const LvLayout *self, double x, double y, int *series, int *category);
gboolean lv_layout_get_rect (const LvLayout *self, int series, int category, LvRect *rect);
gboolean lv_layout_is_sideways (const LvLayout *self);
void lv_layout_get_scale (const LvLayout *self, double *unit_per_x, double *unit_per_y);
const LvLayoutBar *lv_layout_find_bar (const LvLayout *self, int series, int category);
gboolean lv_box_is_number (LvBoxKind kind);
char *lv_layout_dump (const LvLayout *self) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvLayout, lv_layout_free)

G_END_DECLS
