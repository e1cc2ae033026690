/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a figure from a chart's cells: the grundprognose, and beside it the scenario where it is
 * another.  Which cells those are, lv-chart-plan.c has found. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-build.h"

#include "lv-chart-private.h"
#include "lv-explain.h"
#include "lv-number.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (lv-chart-error-quark, lv_chart_error)

/* A figure that is being made. */
typedef struct {
  const LvChart *chart;
  const LvState *state;
  const LvState *base;
  LvFigure *figure;
  int decimals;
} Making;

static gboolean
set_kind (LvChart *self, GError **error)
{
  static const struct { const char *word; LvFigureKind kind; } kinds[] = {
    { "columns-stacked", LV_FIGURE_COLUMNS_STACKED },
    { "columns-grouped", LV_FIGURE_COLUMNS_GROUPED },
    { "columns", LV_FIGURE_COLUMNS_GROUPED },
    { "columns-share", LV_FIGURE_COLUMNS_SHARE },
    { "bars-stacked", LV_FIGURE_BARS_STACKED },
    { "bars-grouped", LV_FIGURE_BARS_GROUPED },
    { "bars", LV_FIGURE_BARS_GROUPED },
    { "bars-share", LV_FIGURE_BARS_SHARE },
    { "dumbbell", LV_FIGURE_DUMBBELL },
    { "tornado", LV_FIGURE_TORNADO },
    { "lines", LV_FIGURE_LINES },
    { "area", LV_FIGURE_AREA },
    { "fan", LV_FIGURE_FAN },
    { "slope", LV_FIGURE_SLOPE },
    { "stair", LV_FIGURE_STAIR },
    { "waterfall", LV_FIGURE_WATERFALL },
    { "scatter", LV_FIGURE_SCATTER },
    { "matrix", LV_FIGURE_MATRIX },
    { "share", LV_FIGURE_SHARE },
    { "donut", LV_FIGURE_DONUT },
    { "timeline", LV_FIGURE_TIMELINE },
    { "flow", LV_FIGURE_FLOW },
  };
  const char *word = self->item->kind == LV_KIND_FLOW ? "flow" : lv_item_get (self->item, "kind");

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      {
        self->kind = kinds[i].kind;
        return TRUE;
      }
  g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_KIND,
               _ ("charts of the kind “%s” are not drawn yet"), word != NULL ? word : "");
  return FALSE;
}

static const LvAxis *
find_axis (const LvChart *self, const char *key)
{
  const char *id = lv_item_get (self->item, key);

  return id != NULL ? lv_pack_find_axis (lv_model_pack (self->model), id) : NULL;
}

static void
clear_column (gpointer data)
{
  LvChartColumn *column = data;

  g_free (column->label);
  g_free (column->short_label);
}

static gboolean
plan (LvChart *self, const LvState *base, GError **error)
{
  if (self->kind == LV_FIGURE_FLOW)
    return lv_chart_plan_flow (self, error);
  if (self->kind != LV_FIGURE_TIMELINE)
    return lv_chart_plan (self, base, error);
  lv_chart_plan_timeline (self);
  return TRUE;
}

/**
 * lv_chart_new:
 * @item: a [chart] of the pack that @base is a state of, or a [flow]
 * @base: the grundprognose
 * @error: return location for an error of LV_CHART_ERROR
 *
 * Returns: (transfer full): what the chart shows, or NULL where it can't be drawn (yet)
 */
LvChart *
lv_chart_new (const LvItem *item, const LvState *base, GError **error)
{
  LvChart *self = g_new0 (LvChart, 1);

  self->item = item;
  self->missing = lv_chart_missing_new ();
  self->model = lv_state_model (base);
  self->columns = g_array_new (FALSE, TRUE, sizeof (LvChartColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->tracks = g_array_new (FALSE, TRUE, sizeof (LvChartTrack));
  self->references = g_array_new (FALSE, TRUE, sizeof (LvChartCell));
  self->axis = find_axis (self, "axis");
  self->split = find_axis (self, "split");
  if (!set_kind (self, error) || !plan (self, base, error)
      || (self->kind == LV_FIGURE_TORNADO && !lv_chart_plan_tornado (self, error)))
    {
      lv_chart_free (self);
      return NULL;
    }
  if (self->actions != NULL)
    lv_chart_find_action_origin (self);
  else
    lv_chart_find_origin (self, base);
  lv_chart_find_unlike (self);
  return self;
}

/**
 * lv_chart_free:
 * @self: (transfer full) (nullable): a chart
 */
void
lv_chart_free (LvChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_array_unref (self->tracks);
  g_array_unref (self->references);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_free (self->source);
  g_free (self->unlike);
  lv_chart_missing_free (self->missing);
  g_free (self);
}

/**
 * lv_chart_set_today:
 * @self: a chart
 * @today: the day of its reader
 *
 * A timeline shows where that day is.  Without it there is no such line: nothing here asks the
 * clock.
 */
void
lv_chart_set_today (LvChart *self, const GDate *today)
{
  g_return_if_fail (self != NULL && today != NULL && g_date_valid (today));
  self->today = *today;
}

/** What is missing is shown as *mangler*; in what is published as *ikke oplyst*. */
void
lv_chart_set_published (LvChart *self, gboolean is_published)
{
  g_return_if_fail (self != NULL);
  self->is_published = is_published;
}

/* Numbers */

LvFigureStatus
lv_chart_figure_status (LvStatus status)
{
  switch (status)
    {
    case LV_STATUS_PUBLISHED:
      return LV_FIGURE_PUBLISHED;
    case LV_STATUS_ASSUMED:
      return LV_FIGURE_ASSUMED;
    case LV_STATUS_IMPORTED:
      return LV_FIGURE_IMPORTED;
    case LV_STATUS_MISSING:
    case LV_STATUS_UNDEFINED:
      return LV_FIGURE_MISSING;
    case LV_STATUS_ABSENT:
    case LV_STATUS_NOT_APPLICABLE:
      return LV_FIGURE_ABSENT;
    case LV_STATUS_CORRECTED:
      return LV_FIGURE_CORRECTED;
    case LV_STATUS_CHANGED:
    case LV_STATUS_SOLVED:
      return LV_FIGURE_CHANGED;
    case LV_STATUS_DERIVED:
    default:
      return LV_FIGURE_DERIVED;
    }
}

static double
number_of (const LvChartTrack *track, guint column, const LvState *state)
{
  const LvChartCell *at = lv_chart_cell (track, column);

  return at->node != NULL ? lv_state_number (state, at->node, at->cell) * track->factor : NAN;
}

static const char *
note_text (const LvPack *pack, const char *note)
{
  const LvItem *words = note != NULL ? lv_pack_find_kind (pack, LV_KIND_WORDS, note) : NULL;

  return words != NULL ? lv_item_get (words, "text") : note;
}

static const LvCellInfo *
info_at (const LvChartCell *at)
{
  const LvSeries *series = lv_node_series (at->node);

  return series != NULL && series->info != NULL ? series->info[at->cell] : NULL;
}

static char *
missing_reason (const LvChart *self, const LvChartCell *at, LvStatus status, const LvState *state)
{
  const LvPack *pack = lv_model_pack (self->model);
  LvChartCell from = lv_chart_find_missing (self->missing, state, *at);
  const LvCellInfo *info = info_at (&from);
  const LvItem *item = lv_node_item (from.node);
  const char *why = info != NULL ? info->why : NULL;

  if (status == LV_STATUS_UNDEFINED)
    return g_strdup (lv_text_status (pack, status));
  if (why == NULL && info != NULL)
    why = note_text (pack, info->note);
  if (why == NULL && item != NULL)
    why = note_text (pack, lv_item_get (item, "note"));
  if (from.node == at->node && why != NULL)
    return g_strdup (why);
  if (from.node == at->node)
    return NULL;
  return g_strdup_printf ("%s: %s%s%s", lv_node_title (from.node),
                          lv_text_status (pack, LV_STATUS_MISSING), why != NULL ? ". " : "",
                          why != NULL ? why : "");
}

/* Returns: (transfer full) (nullable): why the number is missing, or is what it is */
char *
lv_chart_dup_reason (const LvChart *self, const LvChartCell *at, LvValue value,
                     const LvState *state)
{
  const LvPack *pack = lv_model_pack (self->model);
  const LvCellInfo *info = info_at (at);

  if (value.status == LV_STATUS_MISSING || value.status == LV_STATUS_UNDEFINED)
    return missing_reason (self, at, value.status, state);
  if (value.marked)
    return g_strdup (lv_text_word (pack, "marked", "ikke vurderet"));
  return info != NULL ? g_strdup (info->why) : NULL;
}

static void
fill_point (const Making *self, int series, const LvChartTrack *track, guint column,
            const LvState *state)
{
  const LvChartCell *at = lv_chart_cell (track, column);
  LvValue value = lv_state_get (state, at->node, at->cell);
  const LvCellInfo *info = info_at (at);
  double number = value.number * track->factor;
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *reason = lv_chart_dup_reason (self->chart, at, value, state);

  lv_figure_set_value (self->figure, series, (int) column, number, lv_chart_figure_status (value.status));
  lv_figure_set_reason (self->figure, series, (int) column, reason);
  if (isnan (number))
    return;
  text = lv_number_format_da (number, lv_chart_decimals (self->chart, track));
  if (info != NULL && info->qualifier != NULL)
    whole = g_strdup_printf ("%s %s", info->qualifier, text);
  lv_figure_set_value_text (self->figure, series, (int) column, whole != NULL ? whole : text);
}

static void
fill_rest (const Making *self, int series, const LvChartTrack *track, guint column,
           const LvState *state)
{
  double rest = lv_chart_rest (self->chart, track, column, state);

  lv_figure_set_value (self->figure, series, (int) column, rest,
                       isnan (rest) ? LV_FIGURE_ABSENT : LV_FIGURE_DERIVED);
  lv_figure_set_reason (self->figure, series, (int) column,
                        lv_figure_get_word (self->figure, LV_WORD_ROUNDING_WHY));
}

/* Series */

/* Whether a line is the sum of the stack, up to the rounding of each part.  Then it would only
 * run along the tops of the columns, and is written above them instead. */
static gboolean
is_sum (const Making *self, const LvChartTrack *line, const LvState *state, gboolean *checked)
{
  double unit = pow (10.0, -self->decimals);

  for (guint c = 0; c < self->chart->columns->len; c++)
    {
      double total = number_of (line, c, state);
      double sum = 0.0;
      int n = 0;

      for (guint t = 0; t < self->chart->tracks->len; t++)
        {
          const LvChartTrack *part = lv_chart_track (self->chart, t);

          if (part->form != LV_FIGURE_MARK || lv_chart_cell (part, c)->node == NULL)
            continue;
          sum += number_of (part, c, state);
          n++;
        }
      if (isnan (sum) || isnan (total))
        continue;
      if (fabs (sum - total) > 0.5 * unit * n + unit * 1e-6)
        return FALSE;
      *checked = TRUE;
    }
  return TRUE;
}

static LvFigureForm
form_of (const Making *self, const LvChartTrack *track)
{
  gboolean checked = FALSE;

  if (track->form != LV_FIGURE_LINE)
    return track->form;
  if (self->chart->kind == LV_FIGURE_LINES || self->chart->kind == LV_FIGURE_FAN
      || self->chart->kind == LV_FIGURE_SLOPE || self->chart->kind == LV_FIGURE_STAIR)
    return LV_FIGURE_MARK;
  if (self->chart->kind != LV_FIGURE_COLUMNS_STACKED
      && self->chart->kind != LV_FIGURE_COLUMNS_SHARE && self->chart->kind != LV_FIGURE_AREA
      && self->chart->kind != LV_FIGURE_BARS_STACKED && self->chart->kind != LV_FIGURE_BARS_SHARE)
    return track->form;
  if (is_sum (self, track, self->base, &checked) && is_sum (self, track, self->state, &checked)
      && checked)
    return LV_FIGURE_TOTAL;
  return LV_FIGURE_LINE;
}

/* A part that holds only what the others leave over says nothing while it is 0. */
static gboolean
is_left_out (const Making *self, const LvChartTrack *track)
{
  for (guint c = 0; c < self->chart->columns->len; c++)
    {
      const LvChartCell *at = lv_chart_cell (track, c);

      if (at->node == NULL)
        continue;
      if (!track->optional || !(fabs (number_of (track, c, self->base)) < 1e-9)
          || !(fabs (number_of (track, c, self->state)) < 1e-9))
        return FALSE;
    }
  return TRUE;
}

static void
add_series (const Making *self, const LvChartTrack *track, LvFigureForm form, LvFigureRole role)
{
  const LvState *from = role == LV_FIGURE_SCENARIO ? self->state : self->base;
  int series = -1;

  for (guint c = 0; c < self->chart->columns->len; c++)
    {
      if (role == LV_FIGURE_SCENARIO
          && !lv_chart_is_scenario (self->chart, self->state, self->base, track, form, c))
        continue;
      if (series < 0)
        series = lv_figure_add_series (self->figure, track->id, track->label, role, form);
      if (lv_chart_cell (track, c)->node != NULL)
        fill_point (self, series, track, c, from);
      else if (lv_chart_column (self->chart, c)->rest)
        fill_rest (self, series, track, c, from);
    }
  if (series >= 0 && track->period != LV_FIGURE_PERIOD_NONE)
    lv_figure_set_series_period (self->figure, series, track->period);
}

static void
add_all_series (const Making *self, LvFigureRole role)
{
  for (guint t = 0; t < self->chart->tracks->len; t++)
    {
      const LvChartTrack *track = lv_chart_track (self->chart, t);

      if (!is_left_out (self, track))
        add_series (self, track, form_of (self, track), role);
    }
}

/* "Gennemsnit, scenarie" */
static char *
dup_scenario_label (const Making *self, const char *title)
{
  g_auto (GStrv) parts = g_strsplit (lv_figure_get_word (self->figure, LV_WORD_SERIES_SCENARIO),
                                     "{label}", 2);

  return g_strjoinv (title, parts);
}

/* A line of one number; a scenario that moves it gets one of its own beside it. */
static void
add_references (const Making *self)
{
  for (guint i = 0; i < self->chart->references->len; i++)
    {
      const LvChartCell *at = &g_array_index (self->chart->references, LvChartCell, i);
      double value = lv_state_number (self->state, at->node, at->cell);
      double base = lv_state_number (self->base, at->node, at->cell);
      double factor = lv_chart_factor (lv_node_unit (at->node), self->chart->unit);
      const char *title = lv_node_title (at->node);

      if (isfinite (base))
        lv_figure_add_reference (self->figure, base * factor, title);
      if (isfinite (value) && (isnan (base) || !lv_number_equal (value, base)))
        {
          g_autofree char *label = dup_scenario_label (self, title);

          lv_figure_add_reference (self->figure, value * factor, label);
        }
    }
}

/* Highlight */

static int
find_member_series (const Making *self, int member)
{
  for (int i = 0; member >= 0 && i < lv_figure_n_series (self->figure); i++)
    for (guint t = 0; t < self->chart->tracks->len; t++)
      {
        const LvChartTrack *track = lv_chart_track (self->chart, t);

        if (track->member == member
            && g_str_equal (track->id, lv_figure_get_series (self->figure, i)->id))
          return i;
      }
  return -1;
}

static void
set_highlight (const Making *self)
{
  g_auto (GStrv) members = lv_item_get_list (self->chart->item, "highlight");
  const LvAxis *axis = self->chart->axis;
  const LvAxis *split = self->chart->split;
  int series = -1;
  int category = -1;

  for (guint i = 0; members[i] != NULL; i++)
    {
      int member = axis != NULL ? lv_axis_find (axis, members[i]) : -1;

      for (guint c = 0; member >= 0 && c < self->chart->columns->len; c++)
        if (category < 0 && lv_chart_column (self->chart, c)->member == member)
          category = (int) c;
      if (series < 0 && split != NULL)
        series = find_member_series (self, lv_axis_find (split, members[i]));
    }
  lv_figure_set_highlight (self->figure, series, category);
}

/* A member of the axis, or without one a series that has a column. */
static int
find_annotated (const LvChart *self, const char *id)
{
  for (guint c = 0; c < self->columns->len; c++)
    {
      int member = lv_chart_column (self, c)->member;
      const LvNode *node = lv_chart_cell (lv_chart_track (self, 0), c)->node;

      if (member >= 0 ? g_str_equal (lv_axis_member (self->axis, (guint) member)->id, id)
                      : node != NULL && g_str_equal (lv_node_id (node), id))
        return (int) c;
    }
  return -1;
}

static void
annotate (const Making *self)
{
  const LvItem *item = self->chart->item;

  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);
      int category = -1;

      if (!g_str_equal (entry->key, "annotate") || entry->argument == NULL)
        continue;
      if (self->chart->tracks->len > 0)
        category = find_annotated (self->chart, entry->argument);
      if (category >= 0)
        lv_figure_annotate (self->figure, -1, category, entry->value);
    }
}

/* Columns that are months, none left out. */
static void
set_months (const Making *self)
{
  const LvAxis *axis = self->chart->axis;
  guint n = self->chart->columns->len;
  int first = n > 0 ? lv_chart_column (self->chart, 0)->member : -1;

  if (axis == NULL || axis->kind != LV_AXIS_MONTHS || first < 0
      || lv_chart_column (self->chart, n - 1)->member != first + (int) n - 1)
    return;
  lv_figure_set_months (self->figure, lv_axis_month (axis, (guint) first));
}

static void
fill_series (const Making *self)
{
  for (guint i = 0; i < self->chart->columns->len; i++)
    {
      const LvChartColumn *column = lv_chart_column (self->chart, i);

      lv_figure_add_category (self->figure, column->label, column->short_label, column->period);
      lv_figure_set_step (self->figure, (int) i, column->step);
    }
  set_months (self);
  add_all_series (self, LV_FIGURE_BASELINE);
  add_all_series (self, LV_FIGURE_SCENARIO);
  add_references (self);
  set_highlight (self);
  annotate (self);
}

/**
 * lv_chart_make_figure:
 * @self: a chart
 * @state: the scenario
 * @base: the grundprognose; a scenario is drawn only where it is another
 * @heading: (nullable): what stands above the picture already, in a card; then the same title is
 *   not drawn again, and the notes are the card's to show (lv_chart_dup_notes())
 *
 * Returns: (transfer full): the figure, frozen
 */
LvFigure *
lv_chart_make_figure (const LvChart *self, const LvState *state, const LvState *base,
                      const char *heading)
{
  Making making = { self, state, base, NULL, 0 };

  g_return_val_if_fail (self != NULL && state != NULL && base != NULL, NULL);
  making.decimals = self->unit != NULL ? MAX (self->unit->decimals, 0) : 0;
  making.figure = lv_figure_new (self->kind);
  lv_chart_fill_texts (self, making.figure, state, base, heading, making.decimals);
  if (self->kind == LV_FIGURE_TIMELINE)
    lv_chart_fill_timeline (self, making.figure, state, base);
  else if (self->kind == LV_FIGURE_FLOW)
    lv_chart_fill_flow (self, making.figure, state, base);
  else if (self->kind == LV_FIGURE_TORNADO)
    lv_chart_fill_tornado (self, making.figure, state, base);
  else
    fill_series (&making);
  if (lv_chart_is_plane (self))
    lv_chart_fill_plane (self, making.figure, base);
  lv_figure_freeze (making.figure);
  return making.figure;
}

/**
 * lv_chart_build:
 * @item: a [chart] of the pack
 * @state: the scenario
 * @base: the grundprognose
 * @error: return location for an error of LV_CHART_ERROR
 *
 * Returns: (transfer full): the figure of @item for an export, with title and notes, or NULL
 */
LvFigure *
lv_chart_build (const LvItem *item, const LvState *state, const LvState *base, GError **error)
{
  g_autoptr (LvChart) chart = lv_chart_new (item, base, error);

  return chart != NULL ? lv_chart_make_figure (chart, state, base, NULL) : NULL;
}
