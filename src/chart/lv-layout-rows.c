/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows: the value axis along them, and where each stands. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-rows.h"

#include <math.h>

#define TICK_GAP 4.0
/* A row higher than this many lines of text only makes the picture empty. */
#define ROW_MAX 7.0
/* Smaller type than this can't be read on paper. */
#define SMALLEST 7.0

/* The range */

static void
include (LvLay *lay, double value)
{
  if (!lay->out->has_values)
    lay->low = lay->high = value;
  lay->out->has_values = TRUE;
  lay->low = MIN (lay->low, value);
  lay->high = MAX (lay->high, value);
}

static void
include_stack (LvLay *lay, int category, LvFigureRole role)
{
  gboolean share = lv_figure_draws_shares (lay->figure);
  double up = 0.0;
  double down = 0.0;
  gboolean any = FALSE;

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    {
      double value;

      if (!lv_lay_is_column (lay, i) || lv_figure_get_series (lay->figure, i)->role != role
          || !lv_figure_is_drawn (lay->figure, i, category))
        continue;
      value = share ? lv_figure_get_share (lay->figure, i, category)
                    : lv_figure_get_point (lay->figure, i, category)->value;
      if (isnan (value))
        continue;
      up += MAX (value, 0.0);
      down += MIN (value, 0.0);
      any = TRUE;
    }
  if (!any)
    return;
  include (lay, share ? 100.0 : up);
  include (lay, down);
}

static gboolean
counts (const LvLay *lay, int series)
{
  LvFigureForm form = lv_figure_get_series (lay->figure, series)->form;

  if (form == LV_FIGURE_MARK)
    return !lv_figure_is_stacked (lay->figure);
  if (lv_figure_draws_shares (lay->figure))
    return FALSE;
  return form == LV_FIGURE_LINE || form == LV_FIGURE_LOW || form == LV_FIGURE_HIGH;
}

static void
include_values (LvLay *lay)
{
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      if (lv_figure_is_stacked (lay->figure))
        {
          include_stack (lay, c, LV_FIGURE_BASELINE);
          include_stack (lay, c, LV_FIGURE_SCENARIO);
        }
      for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
        if (counts (lay, s) && lv_figure_is_drawn (lay->figure, s, c))
          include (lay, lv_figure_get_point (lay->figure, s, c)->value);
    }
  for (int i = 0; lay->out->has_values && i < lv_figure_n_references (lay->figure); i++)
    include (lay, lv_figure_get_reference (lay->figure, i)->value);
}

/* Bars stand on zero; a tornado on its result; dumbbells need not, where their spread is small. */
static LvTicksBase
base_of (const LvLay *lay)
{
  LvFigureKind kind = lv_figure_get_kind (lay->figure);

  if (kind == LV_FIGURE_TORNADO)
    return lay->high > lay->low ? LV_TICKS_FREE : LV_TICKS_ZERO;
  if (kind != LV_FIGURE_DUMBBELL || !(lay->high > lay->low))
    return LV_TICKS_ZERO;
  if ((lay->low > 0.0 && lay->low > lay->high * 0.5)
      || (lay->high < 0.0 && lay->high < lay->low * 0.5))
    return LV_TICKS_FREE;
  return LV_TICKS_ZERO;
}

/* How many ticks the width has room for, before it is known how wide the plot is. */
static int
count_ticks (LvLay *lay)
{
  int decimals = lv_figure_get_decimals (lay->figure);
  g_autofree char *low = lv_figure_format (lay->figure, lay->low, decimals);
  g_autofree char *high = lv_figure_format (lay->figure, lay->high, decimals);
  double widest = MAX (lv_lay_width (lay, LV_STYLE_VALUE, low),
                       lv_lay_width (lay, LV_STYLE_VALUE, high));

  return (int) (lay->area.width * 0.6 / (widest + lay->line[LV_STYLE_VALUE] * 1.8)) + 1;
}

void
lv_lay_rows_range (LvLay *lay)
{
  gboolean all_zero;

  include_values (lay);
  all_zero = !(fabs (lay->low) > 0.0) && !(fabs (lay->high) > 0.0);
  lv_ticks_init (&lay->out->ticks, lay->low,
                 all_zero && lv_figure_get_decimals (lay->figure) == 0 ? 5.0 : lay->high,
                 CLAMP (count_ticks (lay), 3, 8), base_of (lay));
}

double
lv_lay_rows_x (const LvLay *lay, double value)
{
  const LvRect *plot = &lay->out->plot;
  double low = lv_ticks_low (&lay->out->ticks);
  double high = lv_ticks_high (&lay->out->ticks);

  return plot->x + plot->width * CLAMP ((value - low) / (high - low), 0.0, 1.0);
}

/* The middle of a row. */
double
lv_lay_rows_y (const LvLayRows *self, int category)
{
  return self->lay->out->plot.y + (category + 0.5) * self->pitch;
}

/* Where the rows stand */

/* Many rows get smaller type, as far as it can be read, before some go without a name. */
static void
shrink (LvLay *lay, int n, double height)
{
  static const LvTextStyle styles[] = { LV_STYLE_LABEL, LV_STYLE_STRONG, LV_STYLE_VALUE,
                                        LV_STYLE_VALUE_STRONG };
  double least = SMALLEST * lay->measure->text_scale;
  double pitch = height / n;

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      LvFont *font = &lay->out->fonts[styles[i]];

      while (font->size - 0.5 >= least && lay->line[styles[i]] > pitch)
        {
          font->size -= 0.5;
          lay->line[styles[i]] = lv_measure_height (lay->measure, font);
        }
    }
}

static gboolean
has_axis (const LvLay *lay)
{
  return lay->out->has_values && lay->area.height > lay->line[LV_STYLE_VALUE] * 3.0;
}

/**
 * lv_lay_rows_init:
 * @head: lines of text that are wanted above the plot
 * @value_series: whose number stands beside the label where rows are thin; -1 for none
 *
 * Lays the legend, and finds how high the rows and how wide their labels are.
 */
void
lv_lay_rows_init (LvLayRows *self, LvLay *lay, double head, int value_series)
{
  LvRect *plot = &lay->out->plot;
  double line;

  *self = (LvLayRows) { .lay = lay, .value_series = value_series };
  self->n = MAX (lv_figure_n_categories (lay->figure), 1);
  self->ends = g_array_new (FALSE, FALSE, sizeof (LvLayRowEnd));
  shrink (lay, self->n, lay->area.height * 0.86);
  lv_lay_legend (lay);
  line = lay->line[LV_STYLE_LABEL];
  lay->axis_height = has_axis (lay) ? lay->line[LV_STYLE_VALUE] + TICK_GAP : 2.0;
  self->head = lay->area.height > line * (head + 3.0) ? head * line + 2.0 : 0.0;
  plot->y = ceil (lay->area.y + self->head);
  plot->height = MAX (lay->area.height - self->head - lay->axis_height - 1.0, 1.0);
  self->pitch = MIN (plot->height / self->n, line * ROW_MAX);
  plot->height = self->pitch * self->n;
  self->thin = self->pitch < line;
  lay->slot = self->pitch;
  lv_lay_rows_plan_labels (self);
}

void
lv_lay_rows_clear (LvLayRows *self)
{
  g_clear_pointer (&self->ends, g_array_unref);
}

/** Asks for room outside the mark that ends at @value. */
void
lv_lay_rows_need (LvLayRows *self, double value, double width, gboolean to_left)
{
  LvLayRowEnd end = { value, width, to_left };

  g_array_append_val (self->ends, end);
}

static double
half_tick (LvLay *lay, int i)
{
  const LvTicks *ticks = &lay->out->ticks;
  g_autofree char *text = lv_figure_format (lay->figure, lv_ticks_value (ticks, i),
                                            ticks->decimals);

  return lay->out->has_values ? lv_lay_width (lay, LV_STYLE_VALUE, text) / 2.0 : 0.0;
}

/**
 * lv_lay_rows_place:
 *
 * Finds left and right of the plot so that what was asked for with lv_lay_rows_need() has room.
 *
 * Returns: FALSE if that would leave too little for the marks; then the plot is as if nothing had
 *   been asked for
 */
gboolean
lv_lay_rows_place (LvLayRows *self)
{
  LvLay *lay = self->lay;
  LvRect *plot = &lay->out->plot;
  double low = lv_ticks_low (&lay->out->ticks);
  double range = lv_ticks_high (&lay->out->ticks) - low;
  double start = MAX (self->label_width, half_tick (lay, 0));
  double room = MAX (lay->area.width - start - self->aside, 1.0);
  double least = room * (lay->out->width < 400.0 ? 0.4 : 0.5);
  double width;
  double left = 0.0;
  gboolean fits;

  for (guint i = 0; i < self->ends->len; i++)
    {
      const LvLayRowEnd *end = &g_array_index (self->ends, LvLayRowEnd, i);

      if (end->to_left)
        left = MAX (left, end->width - (end->value - low) / range * least);
    }
  width = room - left - half_tick (lay, lay->out->ticks.n_ticks - 1);
  for (guint i = 0; i < self->ends->len; i++)
    {
      const LvLayRowEnd *end = &g_array_index (self->ends, LvLayRowEnd, i);
      double at = (end->value - low) / range;

      if (!end->to_left && at > 0.0)
        width = MIN (width, (room - left - end->width) / at);
    }
  fits = width >= least;
  if (!fits)
    {
      left = 0.0;
      width = room - half_tick (lay, lay->out->ticks.n_ticks - 1);
    }
  plot->x = ceil (lay->area.x + start + left);
  plot->width = MAX (floor (width) - 1.0, 1.0);
  return fits;
}

/* The frame */

static void
lay_tick (LvLayRows *self, int i)
{
  LvLay *lay = self->lay;
  const LvTicks *ticks = &lay->out->ticks;
  g_autofree char *text = lv_figure_format (lay->figure, lv_ticks_value (ticks, i),
                                            ticks->decimals);
  double width = lv_lay_width (lay, LV_STYLE_VALUE, text);
  double x = floor (lv_lay_rows_x (lay, lv_ticks_value (ticks, i)) + 0.5);
  double right = lay->area.x + lay->area.width;
  LvRect rect = { CLAMP (x - width / 2.0, lay->area.x, MAX (right - width, lay->area.x)),
                  lay->out->plot.y + lay->out->plot.height + TICK_GAP, width,
                  lay->line[LV_STYLE_VALUE] };

  if (width > lay->area.width)
    return;
  lv_lay_text (lay, LV_TEXT_TICK, LV_STYLE_VALUE, LV_ALIGN_CENTER, text, rect)->ink = LV_INK_SOFT;
}

/* Labels at every n-th tick, counted from zero, so that they never touch. */
static int
tick_label_every (LvLayRows *self)
{
  const LvLay *lay = self->lay;
  const LvTicks *ticks = &lay->out->ticks;
  double gap = lay->out->plot.width / (ticks->n_ticks - 1);
  double widest = 0.0;

  for (int i = 0; i < ticks->n_ticks; i++)
    widest = MAX (widest, 2.0 * half_tick (self->lay, i));
  return MAX ((int) ceil ((widest + 6.0) / MAX (gap, 0.1)), 1);
}

static void
lay_ticks (LvLayRows *self)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  const LvTicks *ticks = &lay->out->ticks;
  double bottom = plot->y + plot->height;
  int every = tick_label_every (self);

  for (int i = 0; lay->out->has_values && i < ticks->n_ticks; i++)
    {
      double value = lv_ticks_value (ticks, i);
      double x = floor (lv_lay_rows_x (lay, value) + 0.5);

      lv_lay_rule (lay, fabs (value) > 0.0 ? LV_RULE_GRID : LV_RULE_ZERO, x, plot->y, x, bottom);
      if ((ticks->first + i) % every == 0 && has_axis (lay))
        lay_tick (self, i);
    }
  if (!lay->out->has_values)
    lv_lay_rule (lay, LV_RULE_ZERO, plot->x, plot->y, plot->x, bottom);
}

static void
lay_highlight (LvLayRows *self)
{
  LvLay *lay = self->lay;
  LvLayoutBox box = { { 0 }, LV_BOX_CATEGORY, -1, -1, -1, FALSE, NULL };

  lv_figure_get_highlight (lay->figure, NULL, &box.category);
  if (box.category < 0)
    return;
  box.rect = (LvRect) { lay->area.x, lay->out->plot.y + box.category * self->pitch,
                        lay->area.width, self->pitch };
  g_array_append_val (lay->out->boxes, box);
}

/** Lays all that is not marks: labels of the rows, ticks, names of reference lines. */
void
lv_lay_rows_frame (LvLayRows *self)
{
  lay_highlight (self);
  lay_ticks (self);
  lv_lay_rows_labels (self);
  lv_lay_rows_references (self);
}

/**
 * lv_lay_rows_text:
 * @x: left edge, middle or right edge, as @align says
 * @middle: height of the middle of the line
 *
 * Returns: (transfer none): the text, valid until the next is added
 */
LvLayoutText *
lv_lay_rows_text (LvLayRows *self, LvTextRole role, LvTextStyle style, const char *text, double x,
                  double middle, LvTextAlign align)
{
  LvLay *lay = self->lay;
  double width = lv_lay_width (lay, style, text);
  double height = lay->line[style];
  LvRect rect = { x, middle - height / 2.0, width, height };

  rect.x -= align == LV_ALIGN_END ? width : align == LV_ALIGN_CENTER ? width / 2.0 : 0.0;
  return lv_lay_text (lay, role, style, align, text, rect);
}
