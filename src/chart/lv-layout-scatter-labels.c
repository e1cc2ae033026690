/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts inside a scatter, placed one after the other where they cost least: first the item that
 * is pointed out, then the names of the fields, then what the cross means, then the other items
 * from the outside in.  What finds no place is left to the tooltip and the table. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

/* A text never meets a text.  To lie on a point costs so much that only a name that must be there
 * pays it; to lie on the cross or an arrow costs a little. */
#define COST_POINT 10
#define COST_LINE 1
#define REACH 7.0

typedef struct {
  LvLay *lay;
  double cross_x;               /* NaN: none */
  double cross_y;
  int highlight;
} Labels;

static gboolean
crosses (const LvRect *rect, double x1, double y1, double x2, double y2)
{
  LvLayoutSegment segment = { .x1 = x1, .y1 = y1, .x2 = x2, .y2 = y2 };

  return lv_segment_meets (&segment, rect);
}

static int
cost_of_lines (const Labels *self, const LvRect *rect)
{
  const LvRect *plot = &self->lay->out->plot;
  int cost = 0;

  if (!isnan (self->cross_x)
      && crosses (rect, self->cross_x, plot->y, self->cross_x, plot->y + plot->height))
    cost += COST_LINE;
  if (!isnan (self->cross_y)
      && crosses (rect, plot->x, self->cross_y, plot->x + plot->width, self->cross_y))
    cost += COST_LINE;
  for (guint i = 0; i < self->lay->out->arrows->len; i++)
    {
      const GArray *outline = g_array_index (self->lay->out->arrows, LvLayoutArrow, i).outline;
      const LvPlacePoint *from = &g_array_index (outline, LvPlacePoint, 0);
      const LvPlacePoint *to = &g_array_index (outline, LvPlacePoint, outline->len - 1);

      if (crosses (rect, from->x, from->y, to->x, to->y))
        cost += 2 * COST_LINE;
    }
  return cost;
}

static gboolean
is_free (const Labels *self, const LvRect *rect)
{
  const LvLayout *out = self->lay->out;
  const LvRect *plot = &out->plot;
  LvRect around = { rect->x - 2.0, rect->y, rect->width + 4.0, rect->height };

  if (rect->x < plot->x || rect->y < plot->y || rect->y + rect->height > plot->y + plot->height
      || rect->x + rect->width > self->lay->area.x + self->lay->area.width)
    return FALSE;
  for (guint i = 0; i < out->texts->len; i++)
    if (lv_rects_meet (&around, &g_array_index (out->texts, LvLayoutText, i).rect))
      return FALSE;
  return TRUE;
}

/* -1: not there. */
static int
cost_of (const Labels *self, const LvRect *rect)
{
  const LvLayout *out = self->lay->out;
  int cost = 0;

  if (!is_free (self, rect))
    return -1;
  for (guint i = 0; i < out->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (out->points, LvLayoutPoint, i);

      if (point->marker && lv_point_meets (point, rect))
        cost += COST_POINT;
    }
  for (guint i = 0; i < out->marks->len; i++)
    {
      const LvLayoutMark *mark = &g_array_index (out->marks, LvLayoutMark, i);
      LvRect own = { mark->x - 8.0, mark->y, 8.0, 8.0 };

      if (lv_rects_meet (&own, rect))
        cost += COST_POINT;
    }
  return cost + cost_of_lines (self, rect);
}

/* The cheapest of the places; earlier ones are preferred.  NULL: none is good enough. */
static const LvRect *
choose (const Labels *self, const LvRect *places, gsize n, gboolean must)
{
  const LvRect *best = NULL;
  int lowest = must ? G_MAXINT : COST_POINT;

  for (gsize i = 0; i < n; i++)
    {
      int cost = cost_of (self, &places[i]);

      if (cost < 0 || cost >= lowest)
        continue;
      best = &places[i];
      lowest = cost;
    }
  return best;
}

static LvLayoutText *
put (const Labels *self, LvTextRole role, LvTextStyle style, const char *text, LvRect rect)
{
  LvLayoutText *item = lv_lay_text (self->lay, role, style, LV_ALIGN_START, text, rect);

  item->ink = role == LV_TEXT_CATEGORY ? LV_INK : LV_INK_SOFT;
  return item;
}

/* Beside the point: right, left, above, below, then the corners. */
static gsize
places_around (const LvLayoutPoint *point, double width, double height, LvRect *places)
{
  double right = point->x + REACH;
  double left = point->x - REACH - width;
  double middle = point->y - height / 2.0;
  double above = point->y - REACH + 2.0 - height;
  double below = point->y + REACH - 2.0;
  double centre = point->x - width / 2.0;
  const LvRect all[] = {
    { right, middle, width, height }, { left, middle, width, height },
    { centre, above, width, height }, { centre, below, width, height },
    { right - 2.0, above, width, height }, { right - 2.0, below, width, height },
    { left + 2.0, above, width, height }, { left + 2.0, below, width, height },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    places[i] = all[i];
  return G_N_ELEMENTS (all);
}

/* The whole name, else the short one.  Only the one that is pointed out may be shortened. */
static void
label_point (const Labels *self, const LvLayoutPoint *point)
{
  LvLay *lay = self->lay;
  const LvFigureCategory *own = lv_figure_get_category (lay->figure, point->category);
  gboolean must = point->category == self->highlight;
  LvTextStyle style = must ? LV_STYLE_STRONG : LV_STYLE_LABEL;
  g_autofree char *cut = lv_text_shorten (lay->measure, own->label, &lay->out->fonts[style],
                                          lay->out->plot.width * 0.45);
  const char *texts[] = { own->label, own->short_label, must ? cut : NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LvRect places[8];
      const LvRect *best;
      LvLayoutText *item;
      gsize n;

      if (texts[i] == NULL)
        continue;
      n = places_around (point, lv_lay_width (lay, style, texts[i]), lay->line[style], places);
      best = choose (self, places, n, must);
      if (best == NULL)
        continue;
      item = put (self, LV_TEXT_CATEGORY, style, texts[i], *best);
      item->series = point->series;
      item->category = point->category;
      if (i > 0 && !g_str_equal (texts[i], own->label))
        item->full = g_strdup (own->label);
      return;
    }
}

/* Fields */

static LvRect
field_of (const Labels *self, LvFigureQuadrant quadrant)
{
  LvRect field = self->lay->out->plot;
  gboolean is_east = quadrant == LV_FIGURE_NORTH_EAST || quadrant == LV_FIGURE_SOUTH_EAST;
  gboolean is_south = quadrant == LV_FIGURE_SOUTH_WEST || quadrant == LV_FIGURE_SOUTH_EAST;
  double x = isnan (self->cross_x) ? field.x + field.width / 2.0 : self->cross_x;
  double y = isnan (self->cross_y) ? field.y + field.height / 2.0 : self->cross_y;
  double right = field.x + field.width;
  double bottom = field.y + field.height;

  field.x = is_east ? x : field.x;
  field.width = is_east ? right - x : x - field.x;
  field.y = is_south ? y : field.y;
  field.height = is_south ? bottom - y : y - field.y;
  return field;
}

/* In the outer corner, else along the outer edge, else at the inner one. */
static gsize
places_in (const LvRect *field, gboolean is_east, gboolean is_south, double width, double height,
           LvRect *places)
{
  double left = field->x + 4.0;
  double right = field->x + field->width - 4.0 - width;
  double top = field->y + 3.0;
  double bottom = field->y + field->height - 3.0 - height;
  double outer_x = is_east ? right : left;
  double inner_x = is_east ? left : right;
  double outer_y = is_south ? bottom : top;
  double inner_y = is_south ? top : bottom;
  const LvRect all[] = {
    { outer_x, outer_y, width, height },
    { (left + right) / 2.0, outer_y, width, height },
    { inner_x, outer_y, width, height },
    { outer_x, inner_y, width, height },
    { inner_x, inner_y, width, height },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    places[i] = all[i];
  return G_N_ELEMENTS (all);
}

static void
put_lines (const Labels *self, GPtrArray *lines, LvRect rect, gboolean is_east, const char *full)
{
  double line = self->lay->line[LV_STYLE_SUBTITLE];

  for (guint i = 0; i < lines->len; i++)
    {
      const char *text = g_ptr_array_index (lines, i);
      double width = lv_lay_width (self->lay, LV_STYLE_SUBTITLE, text);
      LvRect own = { is_east ? rect.x + rect.width - width : rect.x, rect.y + i * line, width,
                     line };
      LvLayoutText *item = put (self, LV_TEXT_QUADRANT, LV_STYLE_SUBTITLE, text, own);

      if (full != NULL)
        item->full = g_strdup (full);
    }
}

/* On one line, else on two, else shortened. */
static void
label_field (const Labels *self, LvFigureQuadrant quadrant)
{
  LvLay *lay = self->lay;
  const char *name = lv_figure_get_quadrant (lay->figure, quadrant);
  LvRect field = field_of (self, quadrant);
  gboolean is_east = quadrant == LV_FIGURE_NORTH_EAST || quadrant == LV_FIGURE_SOUTH_EAST;
  gboolean is_south = quadrant == LV_FIGURE_SOUTH_WEST || quadrant == LV_FIGURE_SOUTH_EAST;

  for (int try = 0; name != NULL && try < 4; try++)
    {
      gboolean shortened = FALSE;
      g_autoptr (GPtrArray) lines
        = lv_text_wrap (lay->measure, name, &lay->out->fonts[LV_STYLE_SUBTITLE],
                        MAX (field.width - 8.0, 1.0), try % 2 + 1, &shortened);
      double width = 0.0;
      LvRect places[5];
      const LvRect *best;

      if (shortened && try < 2)
        continue;
      for (guint i = 0; i < lines->len; i++)
        width = MAX (width, lv_lay_width (lay, LV_STYLE_SUBTITLE, g_ptr_array_index (lines, i)));
      places_in (&field, is_east, is_south, width, lines->len * lay->line[LV_STYLE_SUBTITLE],
                 places);
      best = field.width < 4.0 * lay->line[LV_STYLE_SUBTITLE]
               ? NULL
               : choose (self, places, G_N_ELEMENTS (places), try >= 2);
      if (best == NULL)
        continue;
      put_lines (self, lines, *best, is_east, shortened ? name : NULL);
      return;
    }
}

/* Cross */

static char *
dup_cross (const LvLay *lay, LvFigureForm axis)
{
  const LvFigureAxis *own = lv_figure_get_axis (lay->figure, axis);
  g_autofree char *number = lv_figure_format (lay->figure, own->cross, own->decimals);

  return own->cross_label != NULL ? g_strdup_printf ("%s %s", own->cross_label, number)
                                  : g_steal_pointer (&number);
}

static void
label_cross (const Labels *self, LvFigureForm axis)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  gboolean is_x = axis == LV_FIGURE_X;
  g_autofree char *text = NULL;
  double width;
  double height = lay->line[LV_STYLE_NOTE];
  double right = plot->x + plot->width;
  double bottom = plot->y + plot->height;
  const LvRect *best;

  if (isnan (is_x ? self->cross_x : self->cross_y))
    return;
  text = dup_cross (lay, axis);
  width = lv_lay_width (lay, LV_STYLE_NOTE, text);
  const LvRect along[] = {
    { self->cross_x + 3.0, bottom - height - 2.0, width, height },
    { self->cross_x - 3.0 - width, bottom - height - 2.0, width, height },
    { self->cross_x + 3.0, plot->y + 2.0, width, height },
    { self->cross_x - 3.0 - width, plot->y + 2.0, width, height },
  };
  const LvRect up[] = {
    { right - width, self->cross_y - height - 2.0, width, height },
    { right - width, self->cross_y + 2.0, width, height },
    { plot->x + 3.0, self->cross_y - height - 2.0, width, height },
    { plot->x + 3.0, self->cross_y + 2.0, width, height },
  };
  best = choose (self, is_x ? along : up, G_N_ELEMENTS (along), FALSE);
  if (best != NULL)
    put (self, LV_TEXT_REFERENCE, LV_STYLE_NOTE, text, *best);
}

/* Order */

typedef struct {
  const LvLayoutPoint *point;
  double distance;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *left = a;
  const Rank *right = b;

  if (left->distance > right->distance || left->distance < right->distance)
    return left->distance > right->distance ? -1 : 1;
  return left->point->category - right->point->category;
}

static gboolean
is_ghost (const LvLay *lay, const LvLayoutPoint *point)
{
  double x;
  double y;

  return !point->scenario
         && lv_figure_get_place (lay->figure, LV_FIGURE_SCENARIO, point->category, &x, &y);
}

/* From the outside in, since what is far from the middle is what one asks about. */
static GArray *
rank_points (const Labels *self)
{
  const LvLayout *out = self->lay->out;
  const LvRect *plot = &out->plot;
  double x = isnan (self->cross_x) ? plot->x + plot->width / 2.0 : self->cross_x;
  double y = isnan (self->cross_y) ? plot->y + plot->height / 2.0 : self->cross_y;
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (Rank));

  for (guint i = 0; i < out->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (out->points, LvLayoutPoint, i);
      Rank rank = { point, hypot ((point->x - x) / plot->width, (point->y - y) / plot->height) };

      if (!point->marker || is_ghost (self->lay, point))
        continue;
      if (point->category == self->highlight)
        rank.distance = INFINITY;
      g_array_append_val (ranks, rank);
    }
  g_array_sort (ranks, compare_ranks);
  return ranks;
}

/**
 * lv_lay_scatter_labels:
 * @cross_x: where the cross stands in the picture, or NaN
 * @cross_y: the same
 */
void
lv_lay_scatter_labels (LvLay *lay, double cross_x, double cross_y)
{
  Labels self = { lay, cross_x, cross_y, -1 };
  g_autoptr (GArray) ranks = NULL;
  guint first = 0;

  lv_figure_get_highlight (lay->figure, NULL, &self.highlight);
  ranks = rank_points (&self);
  while (first < ranks->len
         && g_array_index (ranks, Rank, first).point->category == self.highlight)
    label_point (&self, g_array_index (ranks, Rank, first++).point);
  for (int i = 0; i < LV_FIGURE_N_QUADRANTS; i++)
    label_field (&self, (LvFigureQuadrant) i);
  label_cross (&self, LV_FIGURE_X);
  label_cross (&self, LV_FIGURE_Y);
  for (guint i = first; i < ranks->len; i++)
    label_point (&self, g_array_index (ranks, Rank, i).point);
}
