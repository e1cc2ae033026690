/* SPDX-License-Identifier: GPL-3.0-or-later */

/* LvFigure: what a chart shows, as plain data.
 *
 * A figure knows nothing of packs, models or locales: the caller copies values, words and
 * preformatted texts into it.  It is built with the set/add functions, frozen (by
 * lv_figure_freeze() or by the first layout made from it), and from then on immutable, so it
 * can be shared between the screen, a table twin and an export.  It is not for drawing
 * (lv-draw.h) and not for arithmetic: a total is a series that the caller computed, because
 * published totals stay what the source printed.
 *
 * All strings are copied.  A frozen figure may be read from any thread; building is for one.
 */

#pragma once

#include <glib-object.h>

#include "lv-figure-words.h"

G_BEGIN_DECLS

/* How each kind reads the data:
 *   columns, bars     a series is a colour, a category a column or row; _SHARE: parts of 100 %
 *   lines, area       a series is a line; SLOPE: of two categories; STAIR: holds until the next
 *   FAN               MARK is the middle, LOW and HIGH its edges
 *   WATERFALL         one series; a category is a change, or a total (lv_figure_set_step())
 *   DUMBBELL          a category is a row, the two MARK series are its ends
 *   TORNADO           a category is an assumption; LOW and HIGH: the result at its low and high
 *                     value; the one reference line: the result as it is
 *   SHARE, DONUT      a category is a part of the one series
 *   SCATTER, MATRIX   a category is an item, X and Y say where it stands; in a matrix they
 *                     are levels, from 1
 *   TIMELINE          a category is a row (its group: the track), LOW and HIGH: first and last
 *                     day as Julian days (no LOW: a milestone at HIGH), MARK: deadline; without
 *                     any the text of HIGH says when; links: what must come first; a reference
 *                     line: today
 *   FLOW              a category is a box with the number of the one series, links: arrows
 */
typedef enum {
  LV_FIGURE_COLUMNS_STACKED,
  LV_FIGURE_COLUMNS_GROUPED,
  LV_FIGURE_COLUMNS_SHARE,
  LV_FIGURE_BARS_STACKED,
  LV_FIGURE_BARS_GROUPED,
  LV_FIGURE_BARS_SHARE,
  LV_FIGURE_LINES,
  LV_FIGURE_AREA,
  LV_FIGURE_FAN,
  LV_FIGURE_SLOPE,
  LV_FIGURE_STAIR,
  LV_FIGURE_WATERFALL,
  LV_FIGURE_DUMBBELL,
  LV_FIGURE_TORNADO,
  LV_FIGURE_SHARE,
  LV_FIGURE_DONUT,
  LV_FIGURE_SCATTER,
  LV_FIGURE_MATRIX,
  LV_FIGURE_TIMELINE,
  LV_FIGURE_FLOW
} LvFigureKind;

/* What a number of a category (or of a whole series) is: drawn solid, light or hatched. */
typedef enum {
  LV_FIGURE_PERIOD_NONE,
  LV_FIGURE_PERIOD_ACCOUNTS,
  LV_FIGURE_PERIOD_BUDGET,
  LV_FIGURE_PERIOD_FORECAST
} LvFigurePeriod;

typedef enum {
  LV_FIGURE_BASELINE,
  LV_FIGURE_SCENARIO
} LvFigureRole;

/* What a series is in the picture.  LINE and TOTAL are only for the kinds with columns or bars:
 * TOTAL is the caller's sum, written at the end of the stack; it is never computed here.  LOW and
 * HIGH are edges, X and Y places. */
typedef enum {
  LV_FIGURE_MARK,
  LV_FIGURE_LINE,
  LV_FIGURE_TOTAL,
  LV_FIGURE_LOW,
  LV_FIGURE_HIGH,
  LV_FIGURE_X,
  LV_FIGURE_Y
} LvFigureForm;

/* What a category of a waterfall is. */
typedef enum {
  LV_FIGURE_CHANGE,
  LV_FIGURE_SUM
} LvFigureStep;

/* Which way the changes of a waterfall are good. */
typedef enum {
  LV_FIGURE_GOOD_UNKNOWN,
  LV_FIGURE_GOOD_UP,
  LV_FIGURE_GOOD_DOWN
} LvFigureGood;

/* How far an action of a timeline is: a pattern of its bar, and a word beside its name. */
typedef enum {
  LV_FIGURE_PROGRESS_NONE,
  LV_FIGURE_NOT_STARTED,
  LV_FIGURE_UNDER_WAY,
  LV_FIGURE_DONE,
  LV_FIGURE_LATE,
  LV_FIGURE_ON_HOLD,
  LV_FIGURE_DROPPED,
  LV_FIGURE_NOT_STATED,
  LV_FIGURE_N_PROGRESS
} LvFigureProgress;

/* The corners of a scatter's cross: north east is many of both. */
typedef enum {
  LV_FIGURE_NORTH_WEST,
  LV_FIGURE_NORTH_EAST,
  LV_FIGURE_SOUTH_WEST,
  LV_FIGURE_SOUTH_EAST,
  LV_FIGURE_N_QUADRANTS
} LvFigureQuadrant;

typedef enum {
  LV_FIGURE_PUBLISHED,
  LV_FIGURE_DERIVED,
  LV_FIGURE_ASSUMED,
  LV_FIGURE_IMPORTED,
  LV_FIGURE_MISSING,
  LV_FIGURE_ABSENT,
  LV_FIGURE_CORRECTED,
  LV_FIGURE_CHANGED
} LvFigureStatus;

typedef enum {
  LV_FIGURE_BESIDE,
  LV_FIGURE_OVER
} LvFigureScenarioForm;

typedef struct {
  double value;
  LvFigureStatus status;
  char *text;                   /* (owned) (nullable): the value as the reader sees it */
  char *reason;                 /* (owned) (nullable): why missing, corrected or changed */
} LvFigurePoint;

typedef struct {
  char *label;                  /* (owned) */
  char *short_label;            /* (owned) (nullable): used where the label does not fit */
  LvFigurePeriod period;
  char *group;                  /* (owned) (nullable): the heading that it stands under */
  char *detail;                 /* (owned) (nullable): a second line, as the status of an action */
  LvFigureStep step;
  LvFigureProgress progress;
  char *card;                   /* (owned) (nullable): id of the card that it leads to */
} LvFigureCategory;

typedef struct {
  char *id;                     /* (owned): a scenario series has the id of its baseline series */
  char *label;                  /* (owned) */
  LvFigureRole role;
  LvFigureForm form;
  LvFigurePeriod period;        /* NONE: that of each category */
  GArray *points;               /* (owned): LvFigurePoint, one per category */
} LvFigureSeries;

typedef struct {
  double value;
  char *label;                  /* (owned) */
} LvFigureReference;

/* A remark anchored to a category, or to one of its numbers. */
typedef struct {
  int series;                   /* -1: the category */
  int category;
  char *text;                   /* (owned) */
} LvFigureNote;

/* An arrow or a dependency between two categories. */
typedef struct {
  int from;
  int to;
} LvFigureLink;

/* One of the two axes of a plane. */
typedef struct {
  char *title;                  /* (owned) (nullable) */
  char *unit;                   /* (owned) (nullable) */
  int decimals;
  double cross;                 /* where the quadrants meet; NaN: no cross */
  char *cross_label;            /* (owned) (nullable) */
  GPtrArray *levels;            /* (owned): char *, names of the levels of a matrix, from 1 */
} LvFigureAxis;

/**
 * LvFigureFormat:
 * @value: a finite number
 * @decimals: how many decimals to show
 * @user_data: what was given with the callback
 *
 * Formats a number as the document's language writes it.
 *
 * Returns: (transfer full): the text
 */
typedef char *(*LvFigureFormat) (double value, int decimals, gpointer user_data);

typedef struct _LvFigure LvFigure;

#define LV_TYPE_FIGURE (lv_figure_get_type ())
GType lv_figure_get_type (void) G_GNUC_CONST;

LvFigure *lv_figure_new (LvFigureKind kind) G_GNUC_WARN_UNUSED_RESULT;
LvFigure *lv_figure_ref (LvFigure *self);
void lv_figure_unref (LvFigure *self);
void lv_figure_freeze (LvFigure *self);
gboolean lv_figure_equal (const LvFigure *a, const LvFigure *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvFigure, lv_figure_unref)

/* Building: only before the figure is frozen. */
void lv_figure_set_title (LvFigure *self, const char *title);
void lv_figure_set_subtitle (LvFigure *self, const char *subtitle);
void lv_figure_set_source (LvFigure *self, const char *source);
void lv_figure_set_unit (LvFigure *self, const char *unit, int decimals);
void lv_figure_set_language (LvFigure *self, const char *language);
void lv_figure_set_alt (LvFigure *self, const char *alt);
void lv_figure_set_word (LvFigure *self, LvFigureWord word, const char *text);
void lv_figure_set_format (LvFigure *self, LvFigureFormat format, gpointer user_data,
                           GDestroyNotify destroy);
void lv_figure_set_highlight (LvFigure *self, int series, int category);
void lv_figure_set_scenario_form (LvFigure *self, LvFigureScenarioForm form);
void lv_figure_set_good (LvFigure *self, LvFigureGood good);
void lv_figure_set_months (LvFigure *self, int first);
void lv_figure_add_note (LvFigure *self, const char *note);
void lv_figure_add_reference (LvFigure *self, double value, const char *label);
int lv_figure_add_category (LvFigure *self, const char *label, const char *short_label,
                            LvFigurePeriod period);
void lv_figure_set_group (LvFigure *self, int category, const char *group);
void lv_figure_set_detail (LvFigure *self, int category, const char *detail);
void lv_figure_set_step (LvFigure *self, int category, LvFigureStep step);
void lv_figure_set_progress (LvFigure *self, int category, LvFigureProgress progress);
void lv_figure_set_card (LvFigure *self, int category, const char *card);
void lv_figure_annotate (LvFigure *self, int series, int category, const char *text);
void lv_figure_add_link (LvFigure *self, int from, int to);
void lv_figure_set_axis (LvFigure *self, LvFigureForm axis, const char *title, const char *unit,
                         int decimals);
void lv_figure_set_cross (LvFigure *self, LvFigureForm axis, double value, const char *label);
void lv_figure_add_level (LvFigure *self, LvFigureForm axis, const char *name);
void lv_figure_set_quadrant (LvFigure *self, LvFigureQuadrant quadrant, const char *name);
int lv_figure_add_series (LvFigure *self, const char *id, const char *label, LvFigureRole role,
                          LvFigureForm form);
void lv_figure_set_series_period (LvFigure *self, int series, LvFigurePeriod period);
void lv_figure_set_value (LvFigure *self, int series, int category, double value,
                          LvFigureStatus status);
void lv_figure_set_values (LvFigure *self, int series, const double *values, int n_values,
                           LvFigureStatus status);
void lv_figure_set_value_text (LvFigure *self, int series, int category, const char *text);
void lv_figure_set_reason (LvFigure *self, int series, int category, const char *reason);

/* Reading. */
LvFigureKind lv_figure_get_kind (const LvFigure *self);
const char *lv_figure_get_title (const LvFigure *self);
const char *lv_figure_get_subtitle (const LvFigure *self);
const char *lv_figure_get_source (const LvFigure *self);
const char *lv_figure_get_unit (const LvFigure *self);
int lv_figure_get_decimals (const LvFigure *self);
const char *lv_figure_get_language (const LvFigure *self);
const char *lv_figure_get_word (const LvFigure *self, LvFigureWord word);
LvFigureScenarioForm lv_figure_get_scenario_form (const LvFigure *self);
LvFigureGood lv_figure_get_good (const LvFigure *self);
void lv_figure_get_highlight (const LvFigure *self, int *series, int *category);
int lv_figure_get_months (const LvFigure *self);
int lv_figure_n_notes (const LvFigure *self);
const char *lv_figure_get_note (const LvFigure *self, int i);
int lv_figure_n_references (const LvFigure *self);
const LvFigureReference *lv_figure_get_reference (const LvFigure *self, int i);
int lv_figure_n_annotations (const LvFigure *self);
const LvFigureNote *lv_figure_get_annotation (const LvFigure *self, int i);
int lv_figure_n_links (const LvFigure *self);
const LvFigureLink *lv_figure_get_link (const LvFigure *self, int i);
const LvFigureAxis *lv_figure_get_axis (const LvFigure *self, LvFigureForm axis);
const char *lv_figure_get_quadrant (const LvFigure *self, LvFigureQuadrant quadrant);
gboolean lv_figure_draws_lines (const LvFigure *self);
gboolean lv_figure_is_stacked (const LvFigure *self);
gboolean lv_figure_has_numbers (const LvFigure *self);
gboolean lv_figure_has_rows (const LvFigure *self);
gboolean lv_figure_draws_shares (const LvFigure *self);
double lv_figure_get_whole (const LvFigure *self, LvFigureRole role, int category);
double lv_figure_get_share (const LvFigure *self, int series, int category);
char *lv_figure_dup_percent (const LvFigure *self, double percent) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_figure_has_columns (const LvFigure *self);
gboolean lv_figure_is_plane (const LvFigure *self);
int lv_figure_find_form (const LvFigure *self, LvFigureForm form, LvFigureRole role);
gboolean lv_figure_get_place (const LvFigure *self, LvFigureRole role, int category, double *x,
                              double *y);
int lv_figure_get_level (const LvFigure *self, LvFigureForm axis, double value);
gboolean lv_figure_has_height (const LvFigure *self);
const char *lv_figure_get_progress_word (const LvFigure *self, int category);
gboolean lv_figure_is_dated (const LvFigure *self, int category);
char *lv_figure_dup_day (const LvFigure *self, double day) G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_dup_row_label (const LvFigure *self, int category) G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_dup_linked (const LvFigure *self, int category, gboolean ahead)
  G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_dup_action (const LvFigure *self, int category) G_GNUC_WARN_UNUSED_RESULT;
int lv_figure_n_categories (const LvFigure *self);
const LvFigureCategory *lv_figure_get_category (const LvFigure *self, int i);
int lv_figure_n_series (const LvFigure *self);
const LvFigureSeries *lv_figure_get_series (const LvFigure *self, int i);
const LvFigurePoint *lv_figure_get_point (const LvFigure *self, int series, int category);
gboolean lv_figure_is_drawn (const LvFigure *self, int series, int category);
LvFigurePeriod lv_figure_get_period (const LvFigure *self, int series, int category);
int lv_figure_find_baseline (const LvFigure *self, int series);
gboolean lv_figure_has_scenario (const LvFigure *self);
char *lv_figure_format (const LvFigure *self, double value, int decimals)
  G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_dup_value_text (const LvFigure *self, int series, int category)
  G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_dup_change (const LvFigure *self, int series, int category)
  G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_fill (const LvFigure *self, LvFigureWord word, ...)
  G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_dup_difference (const LvFigure *self, int from, int to, int category)
  G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_dup_alt (const LvFigure *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_dup_remark (const LvFigure *self, int i) G_GNUC_WARN_UNUSED_RESULT;
char *lv_figure_describe (const LvFigure *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
