/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines, and the overlay lines of columns.  A missing number breaks the line: nothing is ever
 * drawn between two numbers that are not neighbours. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define MARKER_ROOM 11.0

static void
add_point (LvLay *lay, int series, int category)
{
  int last = lv_figure_n_categories (lay->figure) - 1;
  LvLayoutPoint point = { .series = series, .category = category };

  point.x = lv_lay_slot_x (lay, category) + lay->slot / 2.0;
  point.y = lv_lay_y (lay, lv_figure_get_point (lay->figure, series, category)->value);
  point.color = lv_lay_color (lay->figure, series);
  point.period = lv_figure_get_period (lay->figure, series, category);
  point.status = lv_figure_get_point (lay->figure, series, category)->status;
  point.muted = lv_lay_muted (lay, series);
  point.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  point.overlay = lv_lay_is_overlay (lay, series);
  /* A point without a neighbour has no line, so it always needs its marker. */
  point.marker = lay->slot >= MARKER_ROOM || category == last || category == 0
                 || !lv_figure_is_drawn (lay->figure, series, category - 1)
                 || !lv_figure_is_drawn (lay->figure, series, category + 1);
  g_array_append_val (lay->out->points, point);
  lv_lay_mark_status (lay, series, category, point.x + 5.0, point.y - 3.0);
}

static void
add_segment (LvLay *lay)
{
  GArray *points = lay->out->points;
  const LvLayoutPoint *to = &g_array_index (points, LvLayoutPoint, points->len - 1);
  const LvLayoutPoint *from = to - 1;
  LvLayoutSegment segment = { from->x, from->y, to->x, to->y, to->series, to->color,
                              to->period, to->muted, to->scenario, to->overlay, FALSE };

  g_array_append_val (lay->out->segments, segment);
}

static void
lay_line (LvLay *lay, int series)
{
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      if (!lv_figure_is_drawn (lay->figure, series, c))
        continue;
      add_point (lay, series, c);
      if (c > 0 && lv_figure_is_drawn (lay->figure, series, c - 1))
        add_segment (lay);
    }
}

/* Whether the series says in the joint mark that a number is missing. */
static gboolean
is_joined (const LvLay *lay, int series)
{
  return lv_lay_is_line (lay, series)
         || (lv_figure_draws_lines (lay->figure)
             && lv_figure_get_series (lay->figure, series)->form != LV_FIGURE_TOTAL);
}

static gboolean
has_numbers (const LvLay *lay, int series)
{
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    if (lv_figure_is_drawn (lay->figure, series, c))
      return TRUE;
  return FALSE;
}

/* Whether the scenario has a number where its baseline has none at all: a row of marks would say nothing more. */
static gboolean
scenario_says (const LvLay *lay, int series, int category)
{
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    if (lv_figure_find_baseline (lay->figure, s) == series && lv_figure_is_drawn (lay->figure, s, category))
      return !has_numbers (lay, series);
  return FALSE;
}

/* All missing numbers of a category in one mark, so that marks never stack up. */
static char *
dup_missing_of (LvLay *lay, int category, int *first)
{
  GString *text = NULL;

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    {
      g_autofree char *one = NULL;

      if (!is_joined (lay, s)
          || lv_figure_get_point (lay->figure, s, category)->status != LV_FIGURE_MISSING
          || scenario_says (lay, s, category))
        continue;
      one = lv_lay_dup_missing (lay, s, category);
      *first = text == NULL ? s : *first;
      text = text == NULL ? g_string_new (NULL) : text;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", one);
    }
  return text == NULL ? NULL : g_string_free (text, FALSE);
}

static gboolean
point_between (const LvLay *lay, int category, double top, double bottom)
{
  double x = lv_lay_slot_x (lay, category) + lay->slot / 2.0;

  for (guint i = 0; i < lay->out->segments->len; i++)
    {
      const LvLayoutSegment *own = &g_array_index (lay->out->segments, LvLayoutSegment, i);

      if (own->x2 < x - lay->slot || own->x1 > x + lay->slot)
        continue;
      if (MAX (own->y1, own->y2) >= top - 5.0 && MIN (own->y1, own->y2) <= bottom + 5.0)
        return TRUE;
    }
  return FALSE;
}

/* Over columns the stack may say already that something is missing: one mark says it all. */
static gboolean
join_missing (LvLay *lay, int category, const LvRect *rect, const char *full)
{
  for (guint i = 0; i < lay->out->boxes->len; i++)
    {
      LvLayoutBox *box = &g_array_index (lay->out->boxes, LvLayoutBox, i);
      char *both;

      if (box->kind != LV_BOX_MISSING || box->category != category
          || !lv_rects_meet (rect, &box->rect))
        continue;
      both = g_strdup_printf ("%s; %s", box->full, full);
      g_free (box->full);
      box->full = both;
      return TRUE;
    }
  return FALSE;
}

static void
lay_line_missing (LvLay *lay, int category)
{
  const LvRect *plot = &lay->out->plot;
  int series = -1;
  char *full = dup_missing_of (lay, category, &series);
  const char *word = lv_figure_get_word (lay->figure, LV_WORD_MISSING);
  LvRect rect = { 0.0, 0.0, lv_lay_width (lay, LV_STYLE_NOTE, word) + 8.0,
                  lay->line[LV_STYLE_NOTE] + 3.0 };

  if (full == NULL)
    return;
  rect.width = MIN (rect.width, MAX (lay->slot - 2.0, 2.0));
  rect.height = MIN (rect.height, plot->height);
  rect.x = lv_lay_slot_x (lay, category) + (lay->slot - rect.width) / 2.0;
  rect.y = plot->y + plot->height - rect.height - 2.0;
  if (point_between (lay, category, rect.y, rect.y + rect.height)
      || !lv_figure_draws_lines (lay->figure))
    rect.y = plot->y + 1.0;
  if (join_missing (lay, category, &rect, full))
    g_free (full);
  else
    lv_lay_missing_box (lay, rect, series, category, full);
}

void
lv_lay_lines (LvLay *lay)
{
  gboolean stairs = lv_figure_get_kind (lay->figure) == LV_FIGURE_STAIR;

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    if (lv_lay_is_line (lay, s) && !stairs)
      lay_line (lay, s);
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    lay_line_missing (lay, c);
}

/* Values at the points of lines, where nothing else is in the way. */

/* A scenario that has not left its baseline yet need not repeat its value. */
gboolean
lv_lay_is_repeated (const LvLay *lay, int series, int category, const char *text)
{
  int base = lv_figure_find_baseline (lay->figure, series);
  g_autofree char *other = NULL;

  if (base < 0 || base == series)
    return FALSE;
  other = lv_figure_dup_value_text (lay->figure, base, category);
  return g_str_equal (other, text);
}

static void
label_point (LvLay *lay, const LvLayoutPoint *point)
{
  g_autofree char *text = lv_figure_dup_value_text (lay->figure, point->series, point->category);
  double width = lv_lay_width (lay, LV_STYLE_VALUE, text);
  double height = lay->line[LV_STYLE_VALUE];
  const double places[] = { point->y - 6.0 - height, point->y + 6.0 };

  if (width > lay->slot - 5.0
      || lv_lay_is_repeated (lay, point->series, point->category, text))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      LvRect rect = { point->x - width / 2.0, places[i], width, height };
      LvLayoutText *item;

      if (!lv_lay_is_free (lay, &rect))
        continue;
      item = lv_lay_text (lay, LV_TEXT_VALUE, LV_STYLE_VALUE, LV_ALIGN_CENTER, text, rect);
      item->series = point->series;
      item->category = point->category;
      return;
    }
}

/* Whether @point may bear its number. */
static gboolean
has_number (const LvLay *lay, const LvLayoutPoint *point)
{
  int last = lv_figure_n_categories (lay->figure) - 1;

  return !point->muted && lv_lay_is_line (lay, point->series)
         && (!lay->direct || point->category != last);
}

/* Where hardly a number has room, the few that do are only the short ones, and say nothing. */
static gboolean
most_fit (LvLay *lay)
{
  guint n = 0;
  guint fit = 0;

  for (guint i = 0; i < lay->out->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (lay->out->points, LvLayoutPoint, i);
      g_autofree char *text = NULL;

      if (!has_number (lay, point))
        continue;
      text = lv_figure_dup_value_text (lay->figure, point->series, point->category);
      n++;
      fit += lv_lay_width (lay, LV_STYLE_VALUE, text) <= lay->slot - 5.0;
    }
  return fit * 2 >= n;
}

static int
count_lines (const LvLay *lay)
{
  int n = 0;

  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    n += lv_lay_is_line (lay, i);
  return n;
}

/* Called last: every other text has its place already.  More than four lines with numbers on
 * each point is a table, not a chart. */
void
lv_lay_line_values (LvLay *lay)
{
  guint n = lay->out->points->len;

  if (!lv_figure_draws_lines (lay->figure) || count_lines (lay) > 4
      || lay->out->plot.height < lay->line[LV_STYLE_VALUE] * 8.0 || !most_fit (lay))
    return;
  for (guint i = 0; i < n; i++)
    {
      const LvLayoutPoint *point = &g_array_index (lay->out->points, LvLayoutPoint, i);

      if (has_number (lay, point))
        label_point (lay, point);
    }
}
