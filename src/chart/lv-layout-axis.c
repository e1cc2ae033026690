/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The value axis and the category axis. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"
#include "lv-layout-rows.h"

#include <math.h>

#define TICK_GAP 6.0

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
include_stacks (LvLay *lay, int category, LvFigureRole role)
{
  double up = 0.0;
  double down = 0.0;
  gboolean any = FALSE;

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    {
      double value;

      if (lv_figure_get_series (lay->figure, i)->form != LV_FIGURE_MARK
          || lv_figure_get_series (lay->figure, i)->role != role
          || !lv_figure_is_drawn (lay->figure, i, category))
        continue;
      value = lv_lay_value (lay, i, category);
      if (isnan (value))
        return;
      up += MAX (value, 0.0);
      down += MIN (value, 0.0);
      any = TRUE;
    }
  if (!any)
    return;
  include (lay, up);
  include (lay, down);
}

/* Numbers that stand on nothing but the axis. */
static gboolean
is_alone (const LvLay *lay, int series)
{
  LvFigureForm form = lv_figure_get_series (lay->figure, series)->form;

  if (lv_lay_is_line (lay, series))
    return TRUE;
  if (lv_figure_get_kind (lay->figure) == LV_FIGURE_FAN)
    return form == LV_FIGURE_LOW || form == LV_FIGURE_HIGH;
  return lv_lay_is_column (lay, series) && !lv_figure_is_stacked (lay->figure)
         && lv_figure_get_kind (lay->figure) != LV_FIGURE_WATERFALL;
}

static void
include_steps (LvLay *lay, int series)
{
  int n = lv_figure_n_categories (lay->figure);
  g_autofree double *from = g_new0 (double, MAX (n, 1));
  g_autofree double *to = g_new0 (double, MAX (n, 1));

  lv_lay_waterfall_ends (lay, series, from, to);
  for (int c = 0; c < n; c++)
    if (lv_figure_is_drawn (lay->figure, series, c))
      {
        include (lay, from[c]);
        include (lay, to[c]);
      }
}

static void
include_values (LvLay *lay)
{
  gboolean stacked = lv_figure_is_stacked (lay->figure);

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    if (lv_figure_get_kind (lay->figure) == LV_FIGURE_WATERFALL && lv_lay_is_column (lay, s))
      include_steps (lay, s);
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      if (stacked)
        {
          include_stacks (lay, c, LV_FIGURE_BASELINE);
          include_stacks (lay, c, LV_FIGURE_SCENARIO);
        }
      for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
        {
          if (is_alone (lay, s) && lv_figure_is_drawn (lay->figure, s, c))
            include (lay, lv_figure_get_point (lay->figure, s, c)->value);
        }
    }
  for (int i = 0; lay->out->has_values && i < lv_figure_n_references (lay->figure); i++)
    include (lay, lv_figure_get_reference (lay->figure, i)->value);
}

/* Bars stand on zero.  Lines do so too unless their spread is small beside their height. */
void
lv_lay_range (LvLay *lay)
{
  LvTicksBase base = LV_TICKS_ZERO;
  double room;
  double high;
  int max_ticks;

  if (lv_layout_is_sideways (lay->out))
    {
      lv_lay_rows_range (lay);
      return;
    }
  include_values (lay);
  if (lv_figure_draws_lines (lay->figure) && !lv_figure_is_stacked (lay->figure)
      && lay->high > lay->low
      && ((lay->low > 0.0 && lay->low > lay->high * 0.5)
          || (lay->high < 0.0 && lay->high < lay->low * 0.5)))
    base = LV_TICKS_FREE;
  /* The plot's height is not known yet; tick labels that come too close are left out. */
  room = MAX (lay->area.height * (lay->out->height < 260.0 ? 0.45 : 0.7), 1.0);
  max_ticks = (int) (room / (lay->line[LV_STYLE_VALUE] * 2.6)) + 1;
  /* All zero: an axis of whole numbers, where the figure has no decimals. */
  high = !(fabs (lay->low) > 0.0) && !(fabs (lay->high) > 0.0)
             && lv_figure_get_decimals (lay->figure) == 0
           ? 5.0
           : lay->high;
  lv_ticks_init (&lay->out->ticks, lay->low, high, CLAMP (max_ticks, 5, 8), base);
}

static char *
dup_tick (const LvLay *lay, int i)
{
  const LvTicks *ticks = &lay->out->ticks;

  if (lv_figure_draws_shares (lay->figure))
    return lv_figure_dup_percent (lay->figure, lv_ticks_value (ticks, i));
  return lv_figure_format (lay->figure, lv_ticks_value (ticks, i), ticks->decimals);
}

double
lv_lay_tick_width (LvLay *lay)
{
  double widest = 0.0;

  if (!lay->out->has_values)
    return 0.0;
  for (int i = 0; i < lay->out->ticks.n_ticks; i++)
    {
      g_autofree char *text = dup_tick (lay, i);

      widest = MAX (widest, lv_lay_width (lay, LV_STYLE_VALUE, text));
    }
  return MIN (widest, lay->area.width * 0.3) + TICK_GAP;
}

static void
lay_tick_text (LvLay *lay, int i, double y)
{
  g_autofree char *whole = dup_tick (lay, i);
  double room = lay->area.width * 0.3;
  g_autofree char *text = lv_text_shorten (lay->measure, whole,
                                           &lay->out->fonts[LV_STYLE_VALUE], room);
  double width = lv_lay_width (lay, LV_STYLE_VALUE, text);
  double height = lay->line[LV_STYLE_VALUE];
  LvRect rect = { lay->out->plot.x - TICK_GAP - width, y - height / 2.0, width, height };
  LvLayoutText *item = lv_lay_text (lay, LV_TEXT_TICK, LV_STYLE_VALUE, LV_ALIGN_END, text, rect);

  item->ink = LV_INK_SOFT;
  if (!g_str_equal (whole, text))
    item->full = g_steal_pointer (&whole);
}

/* Labels at every n-th tick, counted from zero, so that they never touch. */
static int
tick_label_every (const LvLay *lay)
{
  const LvTicks *ticks = &lay->out->ticks;
  double gap = lay->out->plot.height / (ticks->n_ticks - 1);

  return MAX ((int) ceil ((lay->line[LV_STYLE_VALUE] + 1.0) / MAX (gap, 0.1)), 1);
}

void
lv_lay_ticks (LvLay *lay)
{
  const LvRect *plot = &lay->out->plot;
  const LvTicks *ticks = &lay->out->ticks;
  double right = plot->x + plot->width;
  int every = tick_label_every (lay);

  for (int i = 0; lay->out->has_values && i < ticks->n_ticks; i++)
    {
      double value = lv_ticks_value (ticks, i);
      double y = floor (lv_lay_y (lay, value) + 0.5);

      lv_lay_rule (lay, fabs (value) > 0.0 ? LV_RULE_GRID : LV_RULE_ZERO, plot->x, y, right, y);
      if ((ticks->first + i) % every == 0)
        lay_tick_text (lay, i, y);
    }
  if (!lay->out->has_values)
    lv_lay_rule (lay, LV_RULE_ZERO, plot->x, plot->y + plot->height, right,
                 plot->y + plot->height);
  for (int i = 0; lay->out->has_values && i < lv_figure_n_references (lay->figure); i++)
    {
      double y = floor (lv_lay_y (lay, lv_figure_get_reference (lay->figure, i)->value) + 0.5);

      lv_lay_rule (lay, LV_RULE_REFERENCE, plot->x, y, right, y);
    }
}

/* Category labels: the first way that fits for all of them.
 * 1 whole on one line; 2 wrapped; 3 the short labels; 4 every n-th (a time axis needs not name
 * each year); 5 shortened with an ellipsis. */
typedef struct {
  gboolean use_short;
  int max_lines;
  int every;
} CategoryWay;

static const char *
category_text (const LvLay *lay, int category, const CategoryWay *way)
{
  const LvFigureCategory *own = lv_figure_get_category (lay->figure, category);

  return way->use_short && own->short_label != NULL ? own->short_label : own->label;
}

static gboolean
is_labelled (const LvLay *lay, int category, const CategoryWay *way)
{
  if (lay->named != NULL)
    return lay->named[category];
  if (lv_figure_get_months (lay->figure) >= 0)
    return (lv_figure_get_months (lay->figure) + category + 1) % way->every == 0;
  return (lv_figure_n_categories (lay->figure) - 1 - category) % way->every == 0;
}

/* Bold is measured for all, so that highlighting a category moves nothing. */
static GPtrArray *
wrap_category (LvLay *lay, int category, const CategoryWay *way, gboolean *shortened)
{
  double room = lay->slot * way->every - 5.0;

  /* A label wider than its slot may have to move in from the edge of the plot, towards the next
   * one, by half of what it is wider. */
  if (way->every > 1)
    room = (room + lay->slot / 2.0) / 1.5;
  return lv_text_wrap (lay->measure, category_text (lay, category, way),
                       &lay->out->fonts[LV_STYLE_STRONG], MAX (room, 1.0), way->max_lines,
                       shortened);
}

static gboolean
way_fits (LvLay *lay, const CategoryWay *way)
{
  for (int i = 0; i < lv_figure_n_categories (lay->figure); i++)
    {
      gboolean shortened = FALSE;
      g_autoptr (GPtrArray) lines = NULL;

      if (!is_labelled (lay, i, way))
        continue;
      lines = wrap_category (lay, i, way, &shortened);
      if (shortened)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_time (const LvLay *lay)
{
  for (int i = 0; i < lv_figure_n_categories (lay->figure); i++)
    if (lv_figure_get_category (lay->figure, i)->period == LV_FIGURE_PERIOD_NONE)
      return FALSE;
  return TRUE;
}

/* Where the short label of a category stands on one line, from the left of the plot. */
LvRect
lv_lay_category_rect (LvLay *lay, int category)
{
  const CategoryWay way = { TRUE, 1, 1 };
  const LvRect *plot = &lay->out->plot;
  double width = lv_lay_width (lay, LV_STYLE_STRONG, category_text (lay, category, &way));
  double x = lv_lay_slot_x (lay, category) + (lay->slot - width) / 2.0;

  x = CLAMP (x, plot->x, MAX (plot->x + plot->width - width, plot->x));
  return (LvRect) { x, 0.0, width, lay->line[LV_STYLE_LABEL] };
}

/* Of months each, or those that end two months, a quarter, half a year, a year. */
static CategoryWay
month_way (LvLay *lay)
{
  static const int steps[] = { 1, 2, 3, 6, 12, 24, 60, 120 };
  CategoryWay way = { TRUE, 1, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      way.every = steps[i];
      if (way_fits (lay, &way))
        break;
    }
  return way;
}

static CategoryWay
choose_way (LvLay *lay)
{
  int lines = lay->out->height < 230.0 ? 2 : 3;
  const CategoryWay ways[] = { { FALSE, 1, 1 }, { FALSE, lines, 1 }, { TRUE, 1, 1 },
                               { TRUE, lines, 1 } };
  CategoryWay last = { TRUE, lines, 1 };

  /* More months than a year has are read by some of them. */
  if (lv_figure_get_months (lay->figure) >= 0 && lv_figure_n_categories (lay->figure) > 12
      && lv_figure_get_kind (lay->figure) != LV_FIGURE_STAIR)
    return month_way (lay);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (way_fits (lay, &ways[i]))
      return ways[i];
  if (lv_figure_get_kind (lay->figure) == LV_FIGURE_STAIR)
    {
      lay->named = lv_lay_stair_labels (lay);
      return (CategoryWay) { TRUE, 1, lv_figure_n_categories (lay->figure) };
    }
  if (lv_figure_get_months (lay->figure) >= 0)
    return month_way (lay);
  /* In a letter and an ellipsis nobody recognises a name: then rather fewer labels.  Of years
   * some may always be left out, since the reader knows what lies between. */
  if (lay->slot >= lay->line[LV_STYLE_LABEL] * 2.2 && !is_time (lay))
    return last;
  last.max_lines = 1;
  while (last.every < lv_figure_n_categories (lay->figure)
         && (lay->slot * last.every < lay->line[LV_STYLE_LABEL] * 4.0 || !way_fits (lay, &last))
         && lay->slot * last.every < lay->line[LV_STYLE_LABEL] * 8.0)
    last.every++;
  return last;
}

static int
lay_category (LvLay *lay, int category, const CategoryWay *way, double top)
{
  gboolean shortened = FALSE;
  g_autoptr (GPtrArray) lines = wrap_category (lay, category, way, &shortened);
  int highlight = -1;
  LvTextStyle style;
  double room = lay->slot * way->every;
  double centre = lv_lay_slot_x (lay, category) + lay->slot / 2.0;

  lv_figure_get_highlight (lay->figure, NULL, &highlight);
  style = category == highlight ? LV_STYLE_STRONG : LV_STYLE_LABEL;
  for (guint i = 0; i < lines->len; i++)
    {
      const char *text = g_ptr_array_index (lines, i);
      double width = lv_lay_width (lay, style, text);
      double right = lay->out->plot.x + lay->out->plot.width;
      double x = CLAMP (centre - width / 2.0, lay->out->plot.x, MAX (right - width,
                                                                    lay->out->plot.x));
      LvRect rect = { x, top + i * lay->line[LV_STYLE_LABEL], MIN (width, room),
                      lay->line[LV_STYLE_LABEL] };
      LvLayoutText *item = lv_lay_text (lay, LV_TEXT_CATEGORY, style, LV_ALIGN_CENTER, text,
                                        rect);

      item->category = category;
      if (shortened || way->use_short)
        item->full = g_strdup (lv_figure_get_category (lay->figure, category)->label);
    }
  return (int) lines->len;
}

static gboolean
has_periods (const LvLay *lay)
{
  for (int i = 0; i < lv_figure_n_categories (lay->figure); i++)
    if (lv_figure_get_category (lay->figure, i)->period > LV_FIGURE_PERIOD_ACCOUNTS)
      return TRUE;
  return FALSE;
}

static void
lay_period (LvLay *lay, int first, int last, LvFigurePeriod period, double top)
{
  const LvFigureWord words[] = { LV_WORD_ACCOUNTS, LV_WORD_ACCOUNTS, LV_WORD_BUDGET,
                                 LV_WORD_FORECAST };
  const LvFigureWord shorts[] = { LV_WORD_ACCOUNTS_SHORT, LV_WORD_ACCOUNTS_SHORT,
                                  LV_WORD_BUDGET_SHORT, LV_WORD_FORECAST_SHORT };
  const char *word = lv_figure_get_word (lay->figure, words[period]);
  const char *text = word;
  double x = lv_lay_slot_x (lay, first) + 2.0;
  double width = lv_lay_slot_x (lay, last) + lay->slot - 2.0 - x;
  double own = lv_lay_width (lay, LV_STYLE_NOTE, text);
  LvLayoutText *item;

  lv_lay_rule (lay, LV_RULE_PERIOD, x, top, x + width, top);
  if (own > width)
    {
      text = lv_figure_get_word (lay->figure, shorts[period]);
      own = lv_lay_width (lay, LV_STYLE_NOTE, text);
    }
  /* Half a word says less than the pattern that it explains. */
  if (own > width)
    return;
  item = lv_lay_text (lay, LV_TEXT_PERIOD, LV_STYLE_NOTE, LV_ALIGN_CENTER, text,
                      (LvRect) { x + (width - own) / 2.0, top + 2.0, own,
                                 lay->line[LV_STYLE_NOTE] });
  item->ink = LV_INK_SOFT;
  if (!g_str_equal (text, word))
    item->full = g_strdup (word);
}

/* The band under the years that says which are accounts and which forecast: the key to solid,
 * light and hatched, in words. */
static void
lay_periods (LvLay *lay, double top)
{
  int n = lv_figure_n_categories (lay->figure);
  int first = 0;

  for (int i = 1; i <= n; i++)
    {
      LvFigurePeriod period = lv_figure_get_category (lay->figure, first)->period;

      if (i < n && lv_figure_get_category (lay->figure, i)->period == period)
        continue;
      if (period != LV_FIGURE_PERIOD_NONE)
        lay_period (lay, first, i - 1, period, top);
      first = i;
    }
}

/* Laid from the bottom of the area upwards, so the plot can take all that is left. */
void
lv_lay_categories (LvLay *lay)
{
  guint first = lay->out->texts->len;
  CategoryWay way;
  int n_lines = 0;
  double bottom = lay->area.y + lay->area.height;
  double band = has_periods (lay) ? lay->line[LV_STYLE_NOTE] + 6.0 : 0.0;
  double labels;

  g_clear_pointer (&lay->named, g_free);
  way = choose_way (lay);
  for (int i = 0; i < lv_figure_n_categories (lay->figure); i++)
    if (is_labelled (lay, i, &way))
      {
        int own = lay_category (lay, i, &way, 0.0);

        n_lines = MAX (n_lines, own);
      }
  labels = n_lines * lay->line[LV_STYLE_LABEL];
  lay->axis_height = 5.0 + labels + band;
  for (guint i = first; i < lay->out->texts->len; i++)
    g_array_index (lay->out->texts, LvLayoutText, i).rect.y += bottom - band - labels;
  if (band > 0.0)
    lay_periods (lay, bottom - band + 4.0);
}

/* Headroom is what totals and labels need above the highest bar, less what the axis leaves
 * there anyway:  room = need - free * (height - room - foot). */
void
lv_lay_plot_height (LvLay *lay)
{
  const LvTicks *ticks = &lay->out->ticks;
  double range = lv_ticks_high (ticks) - lv_ticks_low (ticks);
  double above = CLAMP ((lv_ticks_high (ticks) - lay->high) / range, 0.0, 0.9);
  double below = CLAMP ((lay->low - lv_ticks_low (ticks)) / range, 0.0, 0.9);
  double half_tick = lay->line[LV_STYLE_VALUE] / 2.0;
  double need = lv_lay_totals_height (lay);
  double height = lay->area.height - lay->axis_height;
  double foot = 0.0;

  if (lay->low < 0.0)
    foot = MAX (need - below * height * 0.7, 0.0);
  lay->headroom = (need - above * (height - foot)) / (1.0 - above);
  lay->headroom = ceil (MAX (lay->headroom, half_tick));
  lay->out->plot.y = ceil (lay->area.y + lay->headroom);
  lay->out->plot.height = MAX (floor (lay->area.y + height - ceil (foot) - lay->out->plot.y),
                               1.0);
}
