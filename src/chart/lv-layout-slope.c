/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Slopes: lines between the first and the last category.  At the left the names and numbers, at the
 * right the numbers and how much they differ. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define GAP 9.0
/* In a picture this wide the names are written at both ends. */
#define WIDE 520.0

typedef struct {
  int series;
  char *text;                   /* owned */
  char *full;                   /* (owned) (nullable): if @text is shortened */
  double target;
  double y;
} End;

typedef struct {
  LvLay *lay;
  int category;
  gboolean right;
  GArray *ends;                 /* (owned): End */
  double width;
} Side;

static void
clear_end (gpointer data)
{
  End *end = data;

  g_free (end->text);
  g_free (end->full);
}

static char *
dup_name (const LvLay *lay, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (lay->figure, series);
  g_auto (GStrv) parts = NULL;

  if (own->role == LV_FIGURE_BASELINE)
    return g_strdup (own->label);
  parts = g_strsplit (lv_figure_get_word (lay->figure, LV_WORD_SERIES_SCENARIO), "{label}", 2);
  return g_strjoinv (own->label, parts);
}

/* "+5", "−5" or "uændret": of the numbers as they are, but told as they are shown. */
static char *
dup_difference (const LvLay *lay, int series, int first, int last)
{
  g_autofree char *a = lv_figure_dup_value_text (lay->figure, series, first);
  g_autofree char *b = lv_figure_dup_value_text (lay->figure, series, last);
  g_autofree char *text = NULL;
  double by = lv_figure_get_point (lay->figure, series, last)->value
              - lv_figure_get_point (lay->figure, series, first)->value;

  if (g_str_equal (a, b))
    return g_strdup (lv_figure_get_word (lay->figure, LV_WORD_UNCHANGED));
  text = lv_figure_format (lay->figure, by, lv_figure_get_decimals (lay->figure));
  return by > 0.0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

/* @room is for the whole text; the name gives way to the number. */
static void
add_end (Side *self, int series, double room)
{
  LvLay *lay = self->lay;
  int n = lv_figure_n_categories (lay->figure);
  g_autofree char *name = dup_name (lay, series);
  g_autofree char *value = lv_figure_dup_value_text (lay->figure, series, self->category);
  g_autofree char *shown = NULL;
  g_autofree char *short_name = NULL;
  g_autofree char *number = NULL;
  const char *gap;
  End end = { .series = series };

  if (self->right && lv_figure_is_drawn (lay->figure, series, 0))
    {
      g_autofree char *difference = dup_difference (lay, series, 0, n - 1);

      number = g_strdup_printf ("%s (%s)", value, difference);
    }
  else
    number = g_strdup (value);
  shown = self->right && lay->out->width < WIDE
              && lv_figure_is_drawn (lay->figure, series, 0)
            ? g_strdup ("")
            : g_strdup (name);
  room -= lv_lay_width (lay, LV_STYLE_LABEL, number) + lv_lay_width (lay, LV_STYLE_LABEL, "  ");
  short_name = lv_text_shorten (lay->measure, shown, &lay->out->fonts[LV_STYLE_LABEL],
                                MAX (room, 1.0));
  if (!g_str_equal (short_name, shown))
    end.full = g_strdup_printf ("%s %s", name, number);
  gap = *short_name != '\0' ? "  " : "";
  end.text = self->right ? g_strconcat (number, gap, short_name, NULL)
                         : g_strconcat (short_name, gap, number, NULL);
  end.target = lv_figure_get_point (lay->figure, series, self->category)->value;
  g_array_append_val (self->ends, end);
}

static void
collect_side (Side *self, double room)
{
  LvLay *lay = self->lay;

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    if (lv_lay_is_line (lay, s) && lv_figure_is_drawn (lay->figure, s, self->category))
      add_end (self, s, room);
  for (guint i = 0; i < self->ends->len; i++)
    self->width = MAX (self->width, lv_lay_width (lay, LV_STYLE_LABEL,
                                                  g_array_index (self->ends, End, i).text));
  self->width = MIN (self->width, room);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *first = a;
  const End *second = b;

  if (first->target < second->target || first->target > second->target)
    return first->target < second->target ? -1 : 1;
  return first->series - second->series;
}

/* The lowest on the list give way: those after what there is room for, except a highlighted one. */
static void
drop_ends (Side *self, double height)
{
  guint room = MAX ((guint) (height / self->lay->line[LV_STYLE_LABEL]), 1u);

  for (guint i = self->ends->len; i > 0 && self->ends->len > room; i--)
    if (lv_lay_muted (self->lay, g_array_index (self->ends, End, i - 1).series)
        || self->ends->len == i)
      g_array_remove_index (self->ends, i - 1);
  if (self->ends->len > room)
    g_array_set_size (self->ends, room);
}

static void
part_ends (Side *self, double top, double bottom)
{
  double line = self->lay->line[LV_STYLE_LABEL];
  double edge = top;

  g_array_sort (self->ends, compare_ends);
  for (guint i = 0; i < self->ends->len; i++)
    {
      End *end = &g_array_index (self->ends, End, i);

      end->y = MAX (end->target - line / 2.0, edge);
      edge = end->y + line;
    }
  edge = bottom;
  for (guint i = self->ends->len; i > 0; i--)
    {
      End *end = &g_array_index (self->ends, End, i - 1);

      end->y = MIN (end->y, edge - line);
      edge = end->y;
    }
}

static void
lay_end (Side *self, const End *end, double x)
{
  LvLay *lay = self->lay;
  int highlight = -1;
  double line = lay->line[LV_STYLE_LABEL];
  double width = MIN (lv_lay_width (lay, LV_STYLE_LABEL, end->text), self->width);
  double left = self->right ? x + GAP : x - GAP - width;
  LvLayoutText *item;

  lv_figure_get_highlight (lay->figure, &highlight, NULL);
  item = lv_lay_text (lay, LV_TEXT_SERIES, LV_STYLE_LABEL, self->right ? LV_ALIGN_START : LV_ALIGN_END,
                      end->text, (LvRect) { left, end->y, width, line });
  item->series = end->series;
  item->category = self->category;
  item->full = g_strdup (end->full);
  if (lv_lay_muted (lay, end->series))
    item->ink = LV_INK_SOFT;
  if (fabs (end->y + line / 2.0 - end->target) > 1.0)
    lv_lay_rule (lay, LV_RULE_LEADER, self->right ? x + 5.0 : x - 5.0, end->target,
                 self->right ? x + GAP - 1.0 : x - GAP + 1.0, end->y + line / 2.0);
}

/* What is missing at this end, in one mark under the numbers. */
static void
lay_missing (Side *self, double x)
{
  LvLay *lay = self->lay;
  double line = lay->line[LV_STYLE_NOTE];
  g_autoptr (GString) full = g_string_new (NULL);
  double width = lv_lay_width (lay, LV_STYLE_NOTE,
                               lv_figure_get_word (lay->figure, LV_WORD_MISSING)) + 6.0;
  LvRect rect = { 0.0, lay->out->plot.y + lay->out->plot.height + 2.0, 0.0, line + 2.0 };
  int first = -1;

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    {
      g_autofree char *text = NULL;

      if (lv_figure_get_point (lay->figure, s, self->category)->status != LV_FIGURE_MISSING)
        continue;
      text = lv_lay_dup_missing (lay, s, self->category);
      g_string_append_printf (full, "%s%s", full->len > 0 ? "; " : "", text);
      first = first < 0 ? s : first;
    }
  if (first < 0)
    return;
  rect.width = MIN (width, MAX (lay->out->plot.width / 2.0 - 4.0, 8.0));
  rect.x = self->right ? x - rect.width : x;
  lv_lay_missing_box (lay, rect, first, self->category, g_strdup (full->str));
}

static void
lay_side (Side *self, double x)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  double top = plot->y - lay->headroom;
  double bottom = plot->y + plot->height + lay->headroom;

  drop_ends (self, bottom - top);
  for (guint i = 0; i < self->ends->len; i++)
    {
      End *end = &g_array_index (self->ends, End, i);

      end->target = lv_lay_y (lay, end->target);
    }
  part_ends (self, top, bottom);
  for (guint i = 0; i < self->ends->len; i++)
    lay_end (self, &g_array_index (self->ends, End, i), x);
  lay_missing (self, x);
}

static void
add_point (LvLay *lay, int series, int category, double x)
{
  LvLayoutPoint point = { .x = x, .series = series, .category = category, .marker = TRUE };

  point.y = lv_lay_y (lay, lv_figure_get_point (lay->figure, series, category)->value);
  point.color = lv_lay_color (lay->figure, series);
  point.period = lv_figure_get_period (lay->figure, series, category);
  point.status = lv_figure_get_point (lay->figure, series, category)->status;
  point.muted = lv_lay_muted (lay, series);
  point.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  g_array_append_val (lay->out->points, point);
  lv_lay_mark_status (lay, series, category, point.x + 5.0, point.y - 3.0);
}

static void
lay_line (LvLay *lay, int series, int last)
{
  const LvRect *plot = &lay->out->plot;
  GArray *points = lay->out->points;
  gboolean from = lv_figure_is_drawn (lay->figure, series, 0);
  gboolean to = last > 0 && lv_figure_is_drawn (lay->figure, series, last);

  if (from)
    add_point (lay, series, 0, plot->x);
  if (to)
    add_point (lay, series, last, plot->x + plot->width);
  if (from && to)
    {
      const LvLayoutPoint *b = &g_array_index (points, LvLayoutPoint, points->len - 1);
      const LvLayoutPoint *a = b - 1;
      LvLayoutSegment segment = { a->x, a->y, b->x, b->y, series, b->color, b->period, b->muted,
                                  b->scenario, FALSE, FALSE };

      g_array_append_val (lay->out->segments, segment);
    }
}

static double
head_width (LvLay *lay, int category)
{
  const LvFigureCategory *own = lv_figure_get_category (lay->figure, category);

  return lv_lay_width (lay, LV_STYLE_STRONG, own->label) / 2.0;
}

/* The name of the category over its line, and under it what its numbers are. */
static void
lay_head (LvLay *lay, int category, double x, LvRect room)
{
  static const LvFigureWord words[] = { LV_WORD_ACCOUNTS, LV_WORD_ACCOUNTS, LV_WORD_BUDGET,
                                        LV_WORD_FORECAST };
  const LvFigureCategory *own = lv_figure_get_category (lay->figure, category);
  const char *texts[] = { own->label, own->period != LV_FIGURE_PERIOD_NONE
                                        ? lv_figure_get_word (lay->figure, words[own->period])
                                        : NULL };
  double right = room.x + room.width;
  double y = lay->area.y + lay->area.height - lay->axis_height + 4.0;

  for (int i = 0; i < 2 && texts[i] != NULL; i++)
    {
      LvTextStyle style = i == 0 ? LV_STYLE_STRONG : LV_STYLE_NOTE;
      g_autofree char *text = lv_text_shorten (lay->measure, texts[i], &lay->out->fonts[style],
                                               room.width);
      double width = lv_lay_width (lay, style, text);
      double left = CLAMP (x - width / 2.0, room.x, MAX (right - width, room.x));
      LvLayoutText *item = lv_lay_text (lay, i == 0 ? LV_TEXT_CATEGORY : LV_TEXT_PERIOD, style,
                                        LV_ALIGN_CENTER, text,
                                        (LvRect) { left, y, MIN (width, room.width),
                                                  lay->line[style] });

      item->category = category;
      item->ink = i == 0 ? LV_INK : LV_INK_SOFT;
      if (!g_str_equal (text, texts[i]))
        item->full = g_strdup (texts[i]);
      y += lay->line[style];
    }
  lv_lay_rule (lay, LV_RULE_ZERO, x, lay->out->plot.y - lay->headroom, x,
               lay->out->plot.y + lay->out->plot.height + lay->headroom);
}

/* Each has its half of the picture. */
static void
lay_heads (LvLay *lay, int last)
{
  const LvRect *plot = &lay->out->plot;
  double right = lay->area.x + lay->area.width;
  double middle = last > 0 ? plot->x + plot->width / 2.0 : right;
  LvRect room = { lay->area.x, 0.0, MAX (middle - 3.0 - lay->area.x, 1.0), 0.0 };

  lay_head (lay, 0, plot->x, room);
  if (last == 0)
    return;
  room = (LvRect) { middle + 3.0, 0.0, MAX (right - middle - 3.0, 1.0), 0.0 };
  lay_head (lay, last, plot->x + plot->width, room);
}

static void
set_plot (LvLay *lay, const Side *left, const Side *right, int last)
{
  LvLayout *out = lay->out;
  gboolean missing = FALSE;
  double edge = MAX (left->width + GAP, last > 0 ? head_width (lay, 0) : 0.0);
  double edge_right = MAX (right->width + GAP, last > 0 ? head_width (lay, last) : 0.0);

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    missing = missing || lv_figure_get_point (lay->figure, s, 0)->status == LV_FIGURE_MISSING
              || lv_figure_get_point (lay->figure, s, last)->status == LV_FIGURE_MISSING;
  edge = MIN (edge, lay->area.width * 0.42);
  edge_right = MIN (edge_right, lay->area.width * 0.42);
  lay->headroom = ceil (lay->line[LV_STYLE_LABEL] / 2.0);
  lay->axis_height = 6.0 + lay->line[LV_STYLE_STRONG] + lay->line[LV_STYLE_NOTE]
                     + (missing ? lay->line[LV_STYLE_NOTE] + 4.0 : 0.0);
  if (missing)
    lay->headroom = MAX (lay->headroom, lay->line[LV_STYLE_NOTE] + 4.0);
  out->plot.x = ceil (lay->area.x + edge);
  out->plot.width = MAX (floor (lay->area.width - edge - edge_right), 1.0);
  out->plot.y = ceil (lay->area.y + lay->headroom);
  out->plot.height = MAX (floor (lay->area.height - lay->axis_height - 2.0 * lay->headroom), 1.0);
  lay->slot = out->plot.width;
}

void
lv_lay_slope (LvLay *lay)
{
  int last = lv_figure_n_categories (lay->figure) - 1;
  double room = lay->area.width * 0.42 - GAP;
  Side left = { lay, 0, FALSE, g_array_new (FALSE, FALSE, sizeof (End)), 0.0 };
  Side right = { lay, last, TRUE, g_array_new (FALSE, FALSE, sizeof (End)), 0.0 };

  g_array_set_clear_func (left.ends, clear_end);
  g_array_set_clear_func (right.ends, clear_end);
  lv_lay_collect_legend (lay);
  lv_lay_legend (lay);
  if (last >= 0)
    {
      collect_side (&left, room);
      if (last > 0)
        collect_side (&right, room);
      set_plot (lay, &left, &right, last);
      lay_heads (lay, last);
      for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
        if (lv_lay_is_line (lay, s))
          lay_line (lay, s, last);
      lay_side (&left, lay->out->plot.x);
      if (last > 0)
        lay_side (&right, lay->out->plot.x + lay->out->plot.width);
    }
  else
    lay->out->plot = lay->area;
  if (!lay->out->has_values)
    lv_lay_empty (lay);
  lv_lay_drop_overlaps (lay);
  g_array_unref (left.ends);
  g_array_unref (right.ends);
}
