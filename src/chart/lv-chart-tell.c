/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader is told about one number, and the whole figure as text for a spreadsheet. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-build.h"

#include "lv-chart-private.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>

/**
 * lv_chart_find:
 * @self: a chart
 * @figure: a figure made of it
 * @series: an index of @figure
 * @category: an index of @figure
 * @node: (out): whose value is shown
 * @cell: (out): which of its cells
 *
 * Returns: whether a number of the model stands there
 */
gboolean
lv_chart_find (const LvChart *self, const LvFigure *figure, int series, int category,
               const LvNode **node, gsize *cell)
{
  g_return_val_if_fail (self != NULL && figure != NULL && node != NULL && cell != NULL, FALSE);
  if (series < 0 || series >= lv_figure_n_series (figure) || category < 0
      || category >= (int) self->columns->len)
    return FALSE;
  for (guint t = 0; t < self->tracks->len; t++)
    {
      const LvChartTrack *track = lv_chart_track (self, t);
      const LvChartCell *at = lv_chart_cell (track, category);

      if (!g_str_equal (track->id, lv_figure_get_series (figure, series)->id))
        continue;
      *node = at->node;
      *cell = at->cell;
      return at->node != NULL;
    }
  return FALSE;
}

/* @title: (nullable): instead of the series' own */
static char *
dup_label (const LvFigure *figure, int series, const char *title)
{
  const LvFigureSeries *own = lv_figure_get_series (figure, series);

  title = title != NULL ? title : own->label;
  if (own->role == LV_FIGURE_BASELINE)
    return g_strdup (title);
  return lv_figure_fill (figure, LV_WORD_SERIES_SCENARIO, "label", title, NULL);
}

/* A computed number with three decimals more than the chart shows, without zeros behind. */
static char *
dup_exact (const LvNode *node, double number)
{
  double unit = pow (10.0, MAX (lv_node_unit (node)->decimals, 0) + 3);
  double rounded = fabs (number) < 1e12 ? round (number * unit) / unit : number;
  double shown = pow (10.0, MAX (lv_node_unit (node)->decimals, 0));
  const char *title = fabs (rounded) == 1.0 ? lv_node_unit (node)->title
                                            : lv_node_unit (node)->plural;
  gboolean is_whole = fabs (rounded * shown - round (rounded * shown)) < 1e-9;
  g_autofree char *text = lv_number_format_da (rounded,
                                               is_whole ? lv_node_unit (node)->decimals : -1);

  return g_strconcat (text, title[0] != '\0' ? " " : "", title, NULL);
}

/* "34 % af det hele", where the figure draws shares. */
static char *
dup_share (const LvFigure *figure, int series, int category)
{
  double percent = lv_figure_draws_shares (figure) ? lv_figure_get_share (figure, series, category)
                                                   : NAN;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (isnan (percent))
    return NULL;
  text = lv_figure_dup_percent (figure, percent);
  parts = g_strsplit (lv_figure_get_word (figure, LV_WORD_SHARE_OF), "{a}", 2);
  return g_strjoinv (text, parts);
}

static void
append_line (GString *out, const char *text)
{
  if (text != NULL && text[0] != '\0')
    g_string_append_printf (out, "\n%s", text);
}

/* What is left over before a sum is no number of the model. */
static char *
tell_rest (const LvFigure *figure, int series, int category)
{
  g_autofree char *label = dup_label (figure, series, NULL);
  g_autofree char *value = lv_figure_dup_value_text (figure, series, category);
  const char *unit = lv_figure_get_unit (figure);
  const char *why = lv_figure_get_point (figure, series, category)->reason;

  return g_strdup_printf ("%s, %s\n%s%s%s\n%s", label,
                          lv_figure_get_category (figure, category)->label, value,
                          unit != NULL ? " " : "", unit != NULL ? unit : "", why != NULL ? why : "");
}

static const char *
find_remark (const LvFigure *figure, int series, int category)
{
  for (int i = 0; i < lv_figure_n_annotations (figure); i++)
    {
      const LvFigureNote *own = lv_figure_get_annotation (figure, i);

      if (own->series == series && own->category == category)
        return own->text;
    }
  return "";
}

/* Which assumption at which value, and what the result then is. */
static char *
tell_end (const LvChart *self, const LvFigure *figure, int series, int category)
{
  const LvFigurePoint *point = lv_figure_get_point (figure, series, category);
  const LvChartTrack *track = lv_chart_track (self, 0);
  gboolean is_scenario = lv_figure_get_series (figure, series)->role == LV_FIGURE_SCENARIO;
  GString *out = g_string_new (NULL);
  g_autofree char *exact = NULL;

  g_string_printf (out, "%s: %s", lv_figure_get_category (figure, category)->label,
                   find_remark (figure, series, category));
  if (is_scenario)
    g_string_append_printf (out, ", %s", lv_figure_get_word (figure, LV_WORD_SCENARIO));
  if (!isnan (point->value))
    exact = dup_exact (track->node, point->value / track->factor);
  g_string_append_printf (out, "\n%s: %s", track->label,
                          exact != NULL ? exact : lv_figure_get_word (figure, LV_WORD_MISSING));
  append_line (out, point->reason);
  return g_string_free (out, FALSE);
}

/* A level of a matrix is told by its name. */
static char *
dup_told (const LvFigure *figure, int series, int category, const LvNode *node, double number)
{
  const LvFigurePoint *point = lv_figure_get_point (figure, series, category);

  return lv_figure_get_kind (figure) == LV_FIGURE_MATRIX && point->text != NULL
           ? g_strdup (point->text)
           : dup_exact (node, number);
}

/* The mark in a plane has two numbers: the other one, in a line of its own. */
static void
append_twin (const LvChart *self, const LvFigure *figure, int series, int category,
             const LvState *state, GString *out)
{
  const LvFigureSeries *own = lv_figure_get_series (figure, series);
  LvFigureForm form = own->form == LV_FIGURE_X ? LV_FIGURE_Y : LV_FIGURE_X;
  int twin = lv_figure_find_form (figure, form, own->role);
  g_autofree char *exact = NULL;
  const LvNode *node;
  gsize cell;
  double number;

  if (twin < 0 || lv_figure_get_point (figure, twin, category)->status == LV_FIGURE_ABSENT)
    twin = lv_figure_find_form (figure, form, LV_FIGURE_BASELINE);
  if (twin < 0 || !lv_chart_find (self, figure, twin, category, &node, &cell))
    return;
  number = lv_state_number (state, node, cell);
  exact = isnan (number) ? g_strdup (lv_figure_get_word (figure, LV_WORD_MISSING))
                         : dup_told (figure, twin, category, node, number);
  g_string_append_printf (out, "\n%s: %s", lv_figure_get_series (figure, twin)->label, exact);
}

/**
 * lv_chart_tell:
 * @self: a chart
 * @figure: a figure made of it
 * @series: an index of @figure
 * @category: an index of @figure
 *
 * Returns: (transfer full) (nullable): lines: whose number, the exact value with unit, its status,
 *   why it is so, and its source; NULL where there is none
 */
char *
lv_chart_tell (const LvChart *self, const LvFigure *figure, int series, int category,
               const LvState *state, const LvState *base)
{
  const LvPack *pack = lv_model_pack (self->model);
  const LvFigurePoint *point = lv_figure_get_point (figure, series, category);
  g_autofree char *label = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *share = NULL;
  g_autofree char *source = NULL;
  const LvState *from;
  const LvNode *node;
  gsize cell;
  LvValue value;
  GString *out;

  if (self->kind == LV_FIGURE_TIMELINE)
    return lv_chart_tell_action (self, figure, category);
  if (self->kind == LV_FIGURE_FLOW && point != NULL && point->status == LV_FIGURE_ABSENT)
    return series == 0 ? lv_chart_tell_box (self, figure, category) : NULL;
  if (point != NULL && point->status != LV_FIGURE_ABSENT && self->kind == LV_FIGURE_TORNADO)
    return tell_end (self, figure, series, category);
  if (point == NULL || point->status == LV_FIGURE_ABSENT)
    return NULL;
  if (!lv_chart_find (self, figure, series, category, &node, &cell))
    return self->kind != LV_FIGURE_FLOW && lv_chart_column (self, category)->rest
             ? tell_rest (figure, series, category)
             : NULL;
  from = lv_figure_get_series (figure, series)->role == LV_FIGURE_SCENARIO ? state : base;
  value = lv_state_get (from, node, cell);
  label = dup_label (figure, series, self->kind == LV_FIGURE_FLOW ? lv_node_title (node) : NULL);
  out = g_string_new (NULL);
  if (self->kind == LV_FIGURE_FLOW)
    g_string_append_printf (out, "%s\n", lv_figure_get_category (figure, category)->label);
  g_string_append (out, label);
  if (self->kind != LV_FIGURE_FLOW)
    g_string_append_printf (out, ", %s", lv_figure_get_category (figure, category)->label);
  if (!isnan (value.number))
    exact = dup_told (figure, series, category, node, value.number);
  append_line (out, exact);
  share = dup_share (figure, series, category);
  append_line (out, share);
  if (lv_figure_is_plane (figure))
    append_twin (self, figure, series, category, from, out);
  append_line (out, lv_text_status (pack, value.status));
  append_line (out, point->reason);
  source = lv_chart_dup_source_of (pack, node, cell);
  append_line (out, source);
  return g_string_free (out, FALSE);
}

/**
 * lv_chart_cite:
 * @self: a chart
 * @figure: a figure made of it
 * @series: an index of @figure
 * @category: an index of @figure
 *
 * Returns: (transfer full) (nullable): what lv_chart_tell() says as one line for a document, with the
 *   figure's title; NULL where there is no number
 */
char *
lv_chart_cite (const LvChart *self, const LvFigure *figure, int series, int category,
               const LvState *state, const LvState *base)
{
  g_autofree char *told = lv_chart_tell (self, figure, series, category, state, base);
  g_autofree char *title = lv_chart_dup_title (self, state, base);
  g_autofree char *own = NULL;
  g_auto (GStrv) lines = NULL;
  const LvNode *node;
  gsize cell;
  GString *out;

  if (told == NULL)
    return NULL;
  lines = g_strsplit (told, "\n", -1);
  out = g_string_new (lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s%s", i == 1 ? ": " : i == 2 ? " (" : "; ", lines[i]);
  if (g_strv_length (lines) > 2)
    g_string_append_c (out, ')');
  g_string_append_printf (out, ". %s", title);
  /* A computed number has no place in a source of its own; what it is made of has. */
  if (!lv_chart_find (self, figure, series, category, &node, &cell))
    return g_string_free (out, FALSE);
  own = lv_chart_dup_source_of (lv_model_pack (self->model), node, cell);
  if ((own == NULL || own[0] == '\0') && lv_figure_get_source (figure) != NULL)
    g_string_append_printf (out, ". %s", lv_figure_get_source (figure));
  return g_string_free (out, FALSE);
}

/**
 * lv_chart_to_text:
 * @self: a chart
 * @figure: a figure made of it
 *
 * Returns: (transfer full): a line for each category, a column for each series, parted by tabs;
 *   numbers in Danish form, as shown
 */
char *
lv_chart_to_text (const LvChart *self, const LvFigure *figure)
{
  GString *out;

  if (self->kind == LV_FIGURE_TIMELINE)
    return lv_chart_timeline_to_text (figure);
  if (self->kind == LV_FIGURE_FLOW)
    return lv_chart_flow_to_text (figure);
  out = g_string_new (self->axis != NULL ? self->axis->title : "");
  for (int s = 0; s < lv_figure_n_series (figure); s++)
    {
      g_autofree char *label = dup_label (figure, s, NULL);

      g_string_append_printf (out, "\t%s", label);
    }
  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      const char *detail = lv_figure_get_category (figure, c)->detail;

      g_string_append_printf (out, "\n%s", lv_figure_get_category (figure, c)->label);
      if (self->kind == LV_FIGURE_TORNADO && detail != NULL)
        g_string_append_printf (out, " (%s)", detail);
      for (int s = 0; s < lv_figure_n_series (figure); s++)
        {
          g_autofree char *text = lv_figure_dup_value_text (figure, s, c);

          g_string_append_printf (out, "\t%s", text);
        }
    }
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
