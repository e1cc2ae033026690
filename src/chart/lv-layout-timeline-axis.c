/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The time axis: years over months or quarters, as the span and the width allow. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-timeline.h"

#include <math.h>

#define MAX_LINES 10
#define LINE_DISTANCE 36.0
#define LABEL_GAP 6.0

/* Months since year 0 of a Julian day. */
static int
month_of (double day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1.0));
  return (int) g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;
}

static double
day_of (int month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) MAX (month / 12, 1));
  return g_date_get_julian (&date);
}

static void
include_days (const LvTimeline *self, double *first, double *last)
{
  const LvFigure *figure = self->lay->figure;

  for (guint i = 0; i < self->n_shown; i++)
    for (int s = 0; lv_timeline_row (self, i)->category >= 0 && s < lv_figure_n_series (figure); s++)
      if (lv_figure_is_drawn (figure, s, lv_timeline_row (self, i)->category))
        {
          double day = floor (lv_figure_get_point (figure, s,
                                                   lv_timeline_row (self, i)->category)->value);

          *first = MIN (*first, day);
          *last = MAX (*last, day + 1.0);
        }
}

static double
today (const LvTimeline *self)
{
  return lv_figure_n_references (self->lay->figure) > 0
           ? floor (lv_figure_get_reference (self->lay->figure, 0)->value)
           : NAN;
}

/* Finds the days that the axis covers, those of the rows that are shown: whole months, or whole quarters of a longer time.  Today
 * is among them unless the plan would shrink to less than two thirds for it.  FALSE: no day. */
gboolean
lv_timeline_range (LvTimeline *self)
{
  double first = G_MAXDOUBLE;
  double last = -G_MAXDOUBLE;
  double now = today (self);
  int step;
  int begin;
  int end;

  include_days (self, &first, &last);
  if (first > last)
    return FALSE;
  if (!isnan (now) && MAX (last, now + 1.0) - MIN (first, now) < (last - first + 60.0) * 1.5)
    {
      first = MIN (first, now);
      last = MAX (last, now + 1.0);
    }
  step = last - first > 500.0 ? 3 : 1;
  begin = month_of (first) / step * step;
  end = (month_of (last - 1.0) / step + 1) * step;
  self->first = day_of (begin);
  self->last = day_of (MAX (end, begin + 2));
  return TRUE;
}

double
lv_timeline_axis_height (const LvTimeline *self)
{
  return ceil (self->lay->line[LV_STYLE_VALUE] + self->lay->line[LV_STYLE_VALUE_STRONG] + 2.0);
}

/* Labels */

/* "3. kvt.", "marts", "mar.": what a unit of @months is called. */
static char *
unit_name (const LvTimeline *self, int month, int months, gboolean is_short)
{
  const LvFigure *figure = self->lay->figure;
  g_autofree char *quarter = g_strdup_printf ("%d", month % 12 / 3 + 1);
  g_auto (GStrv) names = NULL;

  if (months >= 12)
    return g_strdup_printf ("%d", month / 12);
  if (months == 3)
    return lv_figure_fill (figure, LV_WORD_QUARTER, "a", quarter, NULL);
  names = g_strsplit (lv_figure_get_word (figure, is_short ? LV_WORD_MONTHS_SHORT : LV_WORD_MONTHS),
                      ";", 12);
  return g_strdup (g_strv_length (names) == 12 ? names[month % 12] : quarter);
}

/* Whether every unit of @months has room for its name. */
static gboolean
has_room (const LvTimeline *self, int months, gboolean is_short)
{
  int end = month_of (self->last);

  for (int month = month_of (self->first) / months * months; month < end; month += months)
    {
      g_autofree char *name = unit_name (self, month, months, is_short);
      double x1 = lv_timeline_x (self, MAX (day_of (month), self->first));
      double x2 = lv_timeline_x (self, MIN (day_of (month + months), self->last));

      /* A year that only looks in at the edge may go without. */
      if (months >= 12 && (day_of (month) < self->first || day_of (month + months) > self->last))
        continue;
      if (lv_lay_width (self->lay, LV_STYLE_VALUE, name) + LABEL_GAP > x2 - x1)
        return FALSE;
    }
  return TRUE;
}

static void
add_names (const LvTimeline *self, int months, gboolean is_short, gboolean strong, double y)
{
  LvLay *lay = self->lay;
  LvTextStyle style = strong ? LV_STYLE_VALUE_STRONG : LV_STYLE_VALUE;
  int end = month_of (self->last);

  for (int month = month_of (self->first) / months * months; month < end; month += months)
    {
      g_autofree char *name = unit_name (self, month, months, is_short);
      double x1 = lv_timeline_x (self, MAX (day_of (month), self->first));
      double x2 = lv_timeline_x (self, MIN (day_of (month + months), self->last));
      double width = lv_lay_width (lay, style, name);

      if (width + 2.0 > x2 - x1)
        continue;
      lv_lay_text (lay, LV_TEXT_TICK, style, LV_ALIGN_CENTER, name,
                   (LvRect) { (x1 + x2 - width) / 2.0, y, width, lay->line[style] })->ink
        = strong ? LV_INK : LV_INK_SOFT;
    }
}

/* At most ten light lines: at months, quarters, years or every so many years. */
static void
add_lines (const LvTimeline *self, double top)
{
  static const int steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000 };
  int begin = month_of (self->first);
  int end = month_of (self->last);
  int most = CLAMP ((int) (self->lay->out->plot.width / LINE_DISTANCE), 1, MAX_LINES);
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && (end - begin) / steps[i] + 1 > most)
    i++;
  for (int month = (begin / steps[i] + 1) * steps[i]; month < end; month += steps[i])
    lv_lay_rule (self->lay, LV_RULE_GRID, lv_timeline_x (self, day_of (month)), top,
                 lv_timeline_x (self, day_of (month)), self->rows_bottom);
}

/* Draws the axis from @y down, and its lines through the rows. */
void
lv_timeline_axis (LvTimeline *self, double y)
{
  static const struct { int months; gboolean is_short; } units[] = {
    { 1, FALSE }, { 1, TRUE }, { 3, TRUE }
  };
  const LvRect *plot = &self->lay->out->plot;
  double line = self->lay->line[LV_STYLE_VALUE_STRONG];
  int years = 12;
  gsize i = 0;

  while (i < G_N_ELEMENTS (units) && !has_room (self, units[i].months, units[i].is_short))
    i++;
  while (!has_room (self, years, FALSE) && years < 12000)
    years += years == 24 ? 36 : years;
  add_names (self, years, FALSE, TRUE, i < G_N_ELEMENTS (units) ? y : y + line);
  if (i < G_N_ELEMENTS (units))
    add_names (self, units[i].months, units[i].is_short, FALSE, y + line);
  lv_lay_rule (self->lay, LV_RULE_ZERO, plot->x, plot->y, plot->x + plot->width, plot->y);
  add_lines (self, y);
}

gboolean
lv_timeline_has_today (const LvTimeline *self)
{
  double day = today (self);

  return day >= self->first && day < self->last;
}

/* A line through the rows, and what it is in the strip above the axis. */
void
lv_timeline_today (LvTimeline *self, double strip_y)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  const char *label = lv_figure_get_reference (lay->figure, 0)->label;
  g_autofree char *text = lv_text_shorten (lay->measure, label, &lay->out->fonts[LV_STYLE_VALUE],
                                           plot->width);
  double x = lv_timeline_x (self, today (self) + 0.5);
  double width = lv_lay_width (lay, LV_STYLE_VALUE, text);
  double left = CLAMP (x - width / 2.0, plot->x, MAX (plot->x, plot->x + plot->width - width));

  lv_lay_text (lay, LV_TEXT_REFERENCE, LV_STYLE_VALUE, LV_ALIGN_CENTER, text,
               (LvRect) { left, strip_y, width, lay->line[LV_STYLE_VALUE] });
  lv_lay_rule (lay, LV_RULE_REFERENCE, x, plot->y, x, self->rows_bottom);
}
