/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts whose shape is another than series along an axis: scatter and matrix, where two numbers
 * place a member, and share and donut, which have a single series. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

gboolean
lv_chart_is_plane (const LvChart *self)
{
  return self->kind == LV_FIGURE_SCATTER || self->kind == LV_FIGURE_MATRIX;
}

gboolean
lv_chart_is_share (const LvChart *self)
{
  return self->kind == LV_FIGURE_SHARE || self->kind == LV_FIGURE_DONUT;
}

/** Returns: how many decimals a track's numbers are shown with; in a plane each axis has its own */
int
lv_chart_decimals (const LvChart *self, const LvChartTrack *track)
{
  const LvUnit *unit = lv_chart_is_plane (self) ? lv_node_unit (track->node) : self->unit;

  return MAX (unit->decimals, 0);
}

static guint
count_form (const LvChart *self, LvFigureForm form)
{
  guint n = 0;

  for (guint i = 0; i < self->tracks->len; i++)
    n += lv_chart_track (self, i)->form == form;
  return n;
}

/* What would be drawn must have the shape that its kind needs. */
gboolean
lv_chart_check_tracks (const LvChart *self, GError **error)
{
  guint n = self->tracks->len;

  if (lv_chart_is_plane (self)
      && (self->axis == NULL || n != 2 || count_form (self, LV_FIGURE_X) != 1
          || count_form (self, LV_FIGURE_Y) != 1))
    {
      g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES,
                   _ ("x and y need one number each for every member of the chart’s axis"));
      return FALSE;
    }
  if (lv_chart_is_share (self) && n != 1)
    {
      g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES,
                   _ ("the parts of a whole are one series, but here are %u"), n);
      return FALSE;
    }
  return TRUE;
}

/* Parts are drawn whole, with all that they are compared with, or not at all. */
gboolean
lv_chart_share_differs (const LvChart *self, const LvState *state, const LvState *base)
{
  const LvChartTrack *track = lv_chart_track (self, 0);

  for (guint c = 0; c < self->columns->len; c++)
    {
      const LvChartCell *at = lv_chart_cell (track, c);
      double a;
      double b;

      if (at->node == NULL)
        continue;
      a = lv_state_number (state, at->node, at->cell);
      b = lv_state_number (base, at->node, at->cell);
      if (isnan (a) != isnan (b) || (!isnan (a) && !lv_number_equal (a, b)))
        return TRUE;
    }
  return FALSE;
}

/* The cross */

static const LvChartTrack *
track_of (const LvChart *self, LvFigureForm form)
{
  for (guint i = 0; i < self->tracks->len; i++)
    if (lv_chart_track (self, i)->form == form)
      return lv_chart_track (self, i);
  return NULL;
}

/* The numbers of the members that are drawn. */
static GArray *
collect_numbers (const LvChart *self, const LvChartTrack *track, const LvState *base)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint c = 0; c < self->columns->len; c++)
    {
      const LvChartCell *at = lv_chart_cell (track, c);
      double number = at->node != NULL ? lv_state_number (base, at->node, at->cell) : NAN;

      if (isfinite (number))
        g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_doubles);
  return numbers;
}

static double
mean_of (const GArray *numbers)
{
  double sum = 0.0;

  for (guint i = 0; i < numbers->len; i++)
    sum += g_array_index (numbers, double, i);
  return numbers->len > 0 ? sum / numbers->len : NAN;
}

static double
median_of (const GArray *numbers)
{
  guint n = numbers->len;

  if (n == 0)
    return NAN;
  return (g_array_index (numbers, double, (n - 1) / 2) + g_array_index (numbers, double, n / 2))
         / 2.0;
}

/* ID[@members]: one number, in the track's unit. */
static double
cell_number (const LvChart *self, const LvChartTrack *track, const char *text,
             const LvState *base, const LvNode **node)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  g_autofree char *reason = NULL;
  const LvUnit *from;
  const LvUnit *to = lv_node_unit (track->node);
  LvPlace place;
  gssize cell = -1;

  *node = lv_model_find (self->model, parts[0] != NULL ? parts[0] : "");
  if (*node == NULL
      || !lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (*node), &place, &reason)
      || !lv_place_next (&place, lv_node_shape (*node), &cell))
    return NAN;
  from = lv_node_unit (*node);
  if (!lv_dimension_equal (&from->dimension, &to->dimension))
    return NAN;
  return lv_state_number (base, *node, (gsize) cell)
         * (from->factor.num / from->factor.den / (to->factor.num / to->factor.den));
}

/* Drawn in the grundprognose and left there, so that a scenario is seen to move against it. */
static void
set_cross (const LvChart *self, LvFigure *figure, LvFigureForm form, const LvState *base)
{
  const char *text = lv_item_get (self->item, form == LV_FIGURE_X ? "x-line" : "y-line");
  const LvChartTrack *track = track_of (self, form);
  g_autoptr (GArray) numbers = NULL;
  const LvNode *node = NULL;
  const char *label = NULL;
  double value = NAN;

  if (text == NULL)
    return;
  numbers = collect_numbers (self, track, base);
  if (strcmp (text, "mean") == 0 || strcmp (text, "median") == 0)
    {
      gboolean is_mean = strcmp (text, "mean") == 0;

      value = is_mean ? mean_of (numbers) : median_of (numbers);
      label = lv_figure_get_word (figure, is_mean ? LV_WORD_MEAN : LV_WORD_MEDIAN);
    }
  else if (!lv_number_parse_c (text, &value))
    {
      value = cell_number (self, track, text, base, &node);
      label = node != NULL ? lv_node_title (node) : NULL;
    }
  if (isfinite (value))
    lv_figure_set_cross (figure, form, value, label);
}

static void
set_axis (const LvChart *self, LvFigure *figure, LvFigureForm form)
{
  const LvChartTrack *track = track_of (self, form);
  const LvUnit *unit = lv_node_unit (track->node);
  gboolean is_matrix = self->kind == LV_FIGURE_MATRIX;
  g_auto (GStrv) levels
    = lv_item_get_list (self->item, form == LV_FIGURE_X ? "x-levels" : "y-levels");

  lv_figure_set_axis (figure, form, track->label, is_matrix ? NULL : unit->plural,
                      lv_chart_decimals (self, track));
  for (guint i = 0; is_matrix && levels[i] != NULL; i++)
    lv_figure_add_level (figure, form, levels[i]);
}

static void
set_quadrants (const LvChart *self, LvFigure *figure)
{
  static const struct { const char *name; LvFigureQuadrant quadrant; } names[] = {
    { "nw", LV_FIGURE_NORTH_WEST },
    { "ne", LV_FIGURE_NORTH_EAST },
    { "sw", LV_FIGURE_SOUTH_WEST },
    { "se", LV_FIGURE_SOUTH_EAST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const LvEntry *entry = lv_item_entry (self->item, "quadrant", names[i].name);

      if (entry != NULL)
        lv_figure_set_quadrant (figure, names[i].quadrant, entry->value);
    }
}

/* In the table, too, a level is read by its name. */
static void
name_levels (LvFigure *figure, int series)
{
  LvFigureForm form = lv_figure_get_series (figure, series)->form;
  const LvFigureAxis *axis = lv_figure_get_axis (figure, form);

  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      int level = -1;

      if (lv_figure_is_drawn (figure, series, c))
        level = lv_figure_get_level (figure, form,
                                     lv_figure_get_point (figure, series, c)->value);
      if (level >= 0)
        lv_figure_set_value_text (figure, series, c, g_ptr_array_index (axis->levels, level));
    }
}

/* Axes, cross and fields; only of a plane. */
void
lv_chart_fill_plane (const LvChart *self, LvFigure *figure, const LvState *base)
{
  set_axis (self, figure, LV_FIGURE_X);
  set_axis (self, figure, LV_FIGURE_Y);
  if (self->kind == LV_FIGURE_MATRIX)
    {
      for (int i = 0; i < lv_figure_n_series (figure); i++)
        name_levels (figure, i);
      return;
    }
  set_cross (self, figure, LV_FIGURE_X, base);
  set_cross (self, figure, LV_FIGURE_Y, base);
  set_quadrants (self, figure);
}
