/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a timeline: what they say, and their bars. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-timeline.h"

#include <math.h>

#define PAD 3.0
#define COLUMN_GAP 6.0
#define LABEL_LINES 3
#define DETAIL_LINES 2
/* A bar is at least so wide that it can be seen and hit. */
#define LEAST_WIDTH 3.0
/* And so high, where two stand in a row. */
#define LEAST_LANE 7.0

static char *
dup_detail (const LvTimeline *self, int category)
{
  const char *word = lv_figure_get_progress_word (self->lay->figure, category);
  const char *detail = lv_figure_get_category (self->lay->figure, category)->detail;

  if (word == NULL || detail == NULL)
    return g_strdup (word != NULL ? word : detail != NULL ? detail : "");
  return g_strdup_printf ("%s · %s", word, detail);
}

/* The status stands beside the label where a row has only one line. */
static double
word_width (const LvTimeline *self)
{
  LvLay *lay = self->lay;
  double widest = 0.0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      int category = lv_timeline_row (self, i)->category;
      const char *word = category >= 0 ? lv_figure_get_progress_word (lay->figure, category) : NULL;

      if (word != NULL)
        widest = MAX (widest, lv_lay_width (lay, LV_STYLE_NOTE, word));
    }
  return ceil (MIN (widest, self->label_width * 0.45));
}

static GPtrArray *
wrap (const LvTimeline *self, const char *text, LvTextStyle style, double width, int whole,
      gboolean *shortened)
{
  int lines = self->form == LV_ROW_ONE_LINE ? 1 : whole;

  return lv_text_wrap (self->lay->measure, text, &self->lay->out->fonts[style], MAX (width, 1.0),
                       lines, shortened);
}

static GPtrArray *
wrap_label (const LvTimeline *self, int category, gboolean *shortened)
{
  double taken = self->form != LV_ROW_WHOLE ? word_width (self) + COLUMN_GAP : 0.0;

  return wrap (self, lv_figure_get_category (self->lay->figure, category)->label, LV_STYLE_LABEL,
               self->label_width - taken - COLUMN_GAP, LABEL_LINES, shortened);
}

static GPtrArray *
wrap_detail (const LvTimeline *self, int category, gboolean *shortened)
{
  g_autofree char *detail = dup_detail (self, category);

  return wrap (self, detail, LV_STYLE_NOTE, self->label_width - COLUMN_GAP, DETAIL_LINES,
               shortened);
}

static gboolean
is_moved (const LvTimeline *self, int category)
{
  return lv_timeline_series (self, LV_FIGURE_LOW, LV_FIGURE_SCENARIO, category) >= 0
         || lv_timeline_series (self, LV_FIGURE_HIGH, LV_FIGURE_SCENARIO, category) >= 0;
}

static double
least_height (const LvTimeline *self, const LvTimelineRow *row)
{
  return is_moved (self, row->category) ? 2.0 * LEAST_LANE + 3.0 : 0.0;
}

/** Returns: how high the row is in the form that is tried */
double
lv_timeline_row_height (const LvTimeline *self, const LvTimelineRow *row)
{
  const double *line = self->lay->line;
  g_autoptr (GPtrArray) label = NULL;
  g_autoptr (GPtrArray) detail = NULL;

  if (row->category < 0)
    return ceil (line[LV_STYLE_STRONG] + 2.0);
  label = wrap_label (self, row->category, NULL);
  if (self->form != LV_ROW_WHOLE)
    return ceil (MAX (label->len * line[LV_STYLE_LABEL] + 2.0, least_height (self, row)));
  detail = wrap_detail (self, row->category, NULL);
  return ceil (label->len * line[LV_STYLE_LABEL] + detail->len * line[LV_STYLE_NOTE] + 2.0 * PAD);
}

/* Texts */

static void
add_lines (LvTimeline *self, const GPtrArray *lines, LvTextRole role, LvTextStyle style, double x,
           double *y, int category, const char *full)
{
  LvLay *lay = self->lay;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      LvRect rect = { x, *y, lv_lay_width (lay, style, line), lay->line[style] };
      LvLayoutText *text = lv_lay_text (lay, role, style, LV_ALIGN_START, line, rect);

      text->category = category;
      text->ink = role == LV_TEXT_CATEGORY ? LV_INK : LV_INK_SOFT;
      text->full = g_strdup (full);
      *y += lay->line[style];
    }
}

static void
add_word (LvTimeline *self, int category, double y)
{
  LvLay *lay = self->lay;
  const char *word = lv_figure_get_progress_word (lay->figure, category);
  double width = word_width (self);
  g_autofree char *text = NULL;
  LvLayoutText *item;

  if (word == NULL || width < 1.0)
    return;
  text = lv_text_shorten (lay->measure, word, &lay->out->fonts[LV_STYLE_NOTE], width);
  item = lv_lay_text (lay, LV_TEXT_DETAIL, LV_STYLE_NOTE, LV_ALIGN_START, text,
                      (LvRect) { lay->area.x + self->label_width - COLUMN_GAP - width,
                                 y + (lay->line[LV_STYLE_LABEL] - lay->line[LV_STYLE_NOTE]) / 2.0,
                                 MIN (lv_lay_width (lay, LV_STYLE_NOTE, text), width),
                                 lay->line[LV_STYLE_NOTE] });
  item->ink = LV_INK_SOFT;
  item->category = category;
  if (!g_str_equal (text, word))
    item->full = g_strdup (word);
}

static void
draw_label (LvTimeline *self, const LvTimelineRow *row)
{
  LvLay *lay = self->lay;
  gboolean shortened = FALSE;
  g_autoptr (GPtrArray) label = wrap_label (self, row->category, &shortened);
  const char *whole = lv_figure_get_category (lay->figure, row->category)->label;
  double y = row->y + PAD;

  if (self->form != LV_ROW_WHOLE)
    {
      y = row->y + floor ((row->height - label->len * lay->line[LV_STYLE_LABEL]) / 2.0);
      add_word (self, row->category, y);
    }
  add_lines (self, label, LV_TEXT_CATEGORY, LV_STYLE_LABEL, lay->area.x, &y, row->category,
             shortened ? whole : NULL);
  if (self->form == LV_ROW_WHOLE)
    {
      g_autofree char *all = dup_detail (self, row->category);
      g_autoptr (GPtrArray) detail = wrap_detail (self, row->category, &shortened);

      add_lines (self, detail, LV_TEXT_DETAIL, LV_STYLE_NOTE, lay->area.x, &y, row->category,
                 shortened ? all : NULL);
    }
}

static void
draw_heading (LvTimeline *self, const LvTimelineRow *row)
{
  LvLay *lay = self->lay;
  LvLayoutBox band = { { lay->area.x, row->y, lay->area.width, row->height }, LV_BOX_BAND, -1, -1,
                       -1, FALSE, NULL };
  double room = lay->area.width - 2.0 * PAD;
  g_autofree char *text = lv_text_shorten (lay->measure, row->heading,
                                           &lay->out->fonts[LV_STYLE_STRONG], room);
  LvLayoutText *item;

  g_array_append_val (lay->out->boxes, band);
  item = lv_lay_text (lay, LV_TEXT_GROUP, LV_STYLE_STRONG, LV_ALIGN_START, text,
                      (LvRect) { lay->area.x + PAD, row->y + 1.0,
                                 MIN (lv_lay_width (lay, LV_STYLE_STRONG, text), room),
                                 lay->line[LV_STYLE_STRONG] });
  if (!g_str_equal (text, row->heading))
    item->full = g_strdup (row->heading);
}

/* When an action without a date takes place, in the words of the source. */
static void
draw_window (LvTimeline *self, const LvTimelineRow *row)
{
  LvLay *lay = self->lay;
  int series = lv_figure_find_form (lay->figure, LV_FIGURE_HIGH, LV_FIGURE_BASELINE);
  const LvFigurePoint *point = lv_figure_get_point (lay->figure, series, row->category);
  const LvRect *plot = &lay->out->plot;
  int lines = MAX ((int) (row->height / lay->line[LV_STYLE_LABEL]), 1);
  gboolean shortened = FALSE;
  g_autoptr (GPtrArray) text = NULL;
  double y;

  if (point == NULL || point->text == NULL)
    return;
  text = lv_text_wrap (lay->measure, point->text, &lay->out->fonts[LV_STYLE_LABEL], plot->width,
                       lines, &shortened);
  y = row->y + (row->height - text->len * lay->line[LV_STYLE_LABEL]) / 2.0;
  add_lines (self, text, LV_TEXT_VALUE, LV_STYLE_LABEL, plot->x, &y, row->category,
             shortened ? point->text : NULL);
  for (guint i = 0; i < text->len; i++)
    g_array_index (lay->out->texts, LvLayoutText, lay->out->texts->len - 1 - i).series = series;
}

/* Bars */

static double
day_at (const LvTimeline *self, int series, int category)
{
  return series >= 0 ? floor (lv_figure_get_point (self->lay->figure, series, category)->value)
                     : 0.0;
}

/* A diamond in the middle of the only day that is known. */
static LvRect
milestone_rect (const LvTimeline *self, double day, double y, double height)
{
  double size = MAX (height, 4.0);

  return (LvRect) { lv_timeline_x (self, day + 0.5) - size / 2.0, y + (height - size) / 2.0, size,
                    size };
}

static LvRect
span_rect (const LvTimeline *self, double first, double last, double y, double height)
{
  double x1 = lv_timeline_x (self, first);
  double x2 = lv_timeline_x (self, MAX (last, first) + 1.0);

  return (LvRect) { x1, y, MAX (x2 - x1, LEAST_WIDTH), height };
}

static gboolean
draw_bar (LvTimeline *self, int category, LvFigureRole role, double y, double height)
{
  LvLay *lay = self->lay;
  int low = lv_timeline_series (self, LV_FIGURE_LOW, role, category);
  int high = lv_timeline_series (self, LV_FIGURE_HIGH, role, category);
  int only = high >= 0 ? high
             : low >= 0 ? low
                        : lv_timeline_series (self, LV_FIGURE_MARK, role, category);
  LvLayoutBar bar = { .series = only, .category = category,
                      .progress = lv_figure_get_category (lay->figure, category)->progress,
                      .scenario = role == LV_FIGURE_SCENARIO };

  if (only < 0)
    return FALSE;
  bar.milestone = low < 0 || high < 0;
  bar.status = lv_figure_get_point (lay->figure, only, category)->status;
  if (bar.milestone)
    bar.rect = milestone_rect (self, day_at (self, only, category), y, height);
  else
    bar.rect = span_rect (self, day_at (self, low, category), day_at (self, high, category), y,
                          height);
  g_array_append_val (lay->out->bars, bar);
  return TRUE;
}

static void
draw_deadline (LvTimeline *self, int category, LvFigureRole role, double y)
{
  int series = lv_timeline_series (self, LV_FIGURE_MARK, role, category);
  gboolean is_bar = lv_timeline_series (self, LV_FIGURE_HIGH, role, category) < 0
                    && lv_timeline_series (self, LV_FIGURE_LOW, role, category) < 0;
  LvLayoutMark mark = { 0.0, y, LV_MARK_DEADLINE, series, category };

  if (series < 0 || is_bar)
    return;
  mark.x = lv_timeline_x (self, day_at (self, series, category) + 1.0);
  g_array_append_val (self->lay->out->marks, mark);
}

/* Where the scenario moves an action, its bar stands under the one of the grundprognose. */
static void
draw_bars (LvTimeline *self, const LvTimelineRow *row)
{
  double height = floor (MIN (row->height - 4.0, self->lay->line[LV_STYLE_LABEL] * 0.85));
  double middle = floor (row->y + row->height / 2.0);

  if (is_moved (self, row->category))
    {
      height = MAX (floor (MIN ((row->height - 3.0) / 2.0, height)), LEAST_LANE);
      draw_bar (self, row->category, LV_FIGURE_BASELINE, middle - height - 0.5, height);
      draw_bar (self, row->category, LV_FIGURE_SCENARIO, middle + 0.5, height);
    }
  else
    draw_bar (self, row->category, LV_FIGURE_BASELINE, middle - floor (height / 2.0),
              MAX (height, 3.0));
  draw_deadline (self, row->category, LV_FIGURE_BASELINE, middle);
}

/* Behind the row that is pointed out. */
static void
draw_highlight (LvTimeline *self, const LvTimelineRow *row)
{
  const LvLay *lay = self->lay;
  LvLayoutBox box = { { lay->area.x, row->y, lay->area.width, row->height }, LV_BOX_CATEGORY, -1,
                      row->category, -1, FALSE, NULL };
  int highlight;

  lv_figure_get_highlight (lay->figure, NULL, &highlight);
  if (highlight == row->category)
    g_array_append_val (lay->out->boxes, box);
}

void
lv_timeline_draw_row (LvTimeline *self, const LvTimelineRow *row)
{
  if (row->category < 0)
    draw_heading (self, row);
  else
    {
      draw_highlight (self, row);
      draw_label (self, row);
      if (row->dated)
        draw_bars (self, row);
      else
        draw_window (self, row);
    }
}
