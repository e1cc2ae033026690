/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which texts stand in each other's way, and which of them gives way. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

gboolean
lv_rects_meet (const LvRect *a, const LvRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Whether the segment comes within the rectangle: clipped against its four sides. */
gboolean
lv_segment_meets (const LvLayoutSegment *own, const LvRect *rect)
{
  double dx = own->x2 - own->x1;
  double dy = own->y2 - own->y1;
  const double p[] = { -dx, dx, -dy, dy };
  const double q[] = { own->x1 - rect->x, rect->x + rect->width - own->x1, own->y1 - rect->y,
                       rect->y + rect->height - own->y1 };
  double from = 0.0;
  double to = 1.0;

  for (int i = 0; i < 4; i++)
    {
      if (p[i] < 0.0)
        from = MAX (from, q[i] / p[i]);
      else if (p[i] > 0.0)
        to = MIN (to, q[i] / p[i]);
      else if (q[i] < 0.0)
        return FALSE;
    }
  return from <= to;
}

gboolean
lv_point_meets (const LvLayoutPoint *point, const LvRect *rect)
{
  LvRect around = { point->x - 5.0, point->y - 5.0, 10.0, 10.0 };

  return lv_rects_meet (rect, &around);
}

static gboolean
marks_meet (const LvLayout *out, const LvRect *rect)
{
  gboolean lines = lv_figure_get_kind (out->figure) == LV_FIGURE_LINES;

  for (guint i = 0; i < out->segments->len; i++)
    if (lv_segment_meets (&g_array_index (out->segments, LvLayoutSegment, i), rect))
      return TRUE;
  for (guint i = 0; i < out->rules->len; i++)
    {
      const LvLayoutRule *rule = &g_array_index (out->rules, LvLayoutRule, i);

      if (rule->kind == LV_RULE_REFERENCE && rule->y1 >= rect->y
          && rule->y1 <= rect->y + rect->height)
        return TRUE;
    }
  for (guint i = 0; i < out->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (out->points, LvLayoutPoint, i);

      /* Along stairs and areas a point is only a place for the pointer. */
      if ((lines || point->marker) && lv_point_meets (point, rect))
        return TRUE;
    }
  for (guint i = 0; i < out->bars->len; i++)
    if (lv_rects_meet (rect, &g_array_index (out->bars, LvLayoutBar, i).rect))
      return TRUE;
  return FALSE;
}

/* Crossing its outline or inside it: then a corner is. */
static gboolean
area_meets (const LvLayoutArea *area, const LvRect *rect)
{
  gboolean inside = FALSE;

  for (guint i = 0, k = area->outline->len - 1; i < area->outline->len; k = i++)
    {
      const LvPlacePoint *a = &g_array_index (area->outline, LvPlacePoint, k);
      const LvPlacePoint *b = &g_array_index (area->outline, LvPlacePoint, i);
      LvLayoutSegment edge = { .x1 = a->x, .y1 = a->y, .x2 = b->x, .y2 = b->y };

      if (lv_segment_meets (&edge, rect))
        return TRUE;
      if ((a->y > rect->y) != (b->y > rect->y)
          && rect->x < (b->x - a->x) * (rect->y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }
  return inside;
}

/** Returns: whether nothing at all stands in the rectangle, and it is within the plot */
gboolean
lv_lay_is_free (const LvLay *lay, const LvRect *rect)
{
  const LvLayout *out = lay->out;
  const LvRect *plot = &out->plot;

  if (rect->x < plot->x || rect->x + rect->width > plot->x + plot->width
      || rect->y < plot->y - lay->headroom || rect->y + rect->height > plot->y + plot->height
      || marks_meet (out, rect))
    return FALSE;
  for (guint i = 0; i < out->texts->len; i++)
    if (lv_rects_meet (rect, &g_array_index (out->texts, LvLayoutText, i).rect))
      return FALSE;
  for (guint i = 0; i < out->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (out->boxes, LvLayoutBox, i);

      if (box->kind != LV_BOX_CATEGORY && lv_rects_meet (rect, &box->rect))
        return FALSE;
    }
  for (guint i = 0; i < out->areas->len; i++)
    {
      const LvLayoutArea *area = &g_array_index (out->areas, LvLayoutArea, i);

      if (!area->faint && area_meets (area, rect))
        return FALSE;
    }
  return TRUE;
}

/* The upper or lower edge of a scenario's frame runs through the text. */
static gboolean
frame_meets (const LvLayoutBox *box, const LvRect *rect)
{
  double bottom = box->rect.y + box->rect.height;

  if (box->kind != LV_BOX_SCENARIO || !lv_rects_meet (&box->rect, rect))
    return FALSE;
  return (box->rect.y > rect->y - 1.0 && box->rect.y < rect->y + rect->height + 1.0)
         || (bottom > rect->y - 1.0 && bottom < rect->y + rect->height - 1.0);
}

/* A value inside a bar gives way to a scenario's frame, an overlay line or its marker. */
void
lv_lay_drop_crossed (LvLay *lay)
{
  GArray *texts = lay->out->texts;

  for (guint i = texts->len; i > 0; i--)
    {
      const LvLayoutText *text = &g_array_index (texts, LvLayoutText, i - 1);
      gboolean crossed = FALSE;

      if (text->role != LV_TEXT_VALUE && text->role != LV_TEXT_MISSING)
        continue;
      for (guint k = 0; k < lay->out->segments->len && !crossed; k++)
        crossed = lv_segment_meets (&g_array_index (lay->out->segments, LvLayoutSegment, k),
                                 &text->rect);
      for (guint k = 0; k < lay->out->points->len && !crossed; k++)
        crossed = lv_point_meets (&g_array_index (lay->out->points, LvLayoutPoint, k), &text->rect);
      for (guint k = 0; k < lay->out->boxes->len && !crossed && text->bar >= 0; k++)
        crossed = frame_meets (&g_array_index (lay->out->boxes, LvLayoutBox, k), &text->rect);
      if (crossed)
        g_array_remove_index (texts, i - 1);
    }
}

static gboolean
stands_in_way (const LvLay *lay, guint index)
{
  const LvLayoutText *own = &g_array_index (lay->out->texts, LvLayoutText, index);

  for (guint i = 0; i < lay->out->texts->len; i++)
    if (i != index && lv_rects_meet (&own->rect,
                                     &g_array_index (lay->out->texts, LvLayoutText, i).rect))
      return TRUE;
  return FALSE;
}

/* Bars of both signs, missing numbers, totals and overlays can meet in ways that no rule above
 * foresees.  Then a number in the picture gives way: it is still in the table and under the
 * pointer.  Values go first, then the word "mangler" (its box stays), then totals, and
 * "no numbers" where there is hardly a picture. */
void
lv_lay_drop_overlaps (LvLay *lay)
{
  static const LvTextRole roles[] = { LV_TEXT_VALUE, LV_TEXT_MISSING, LV_TEXT_TOTAL,
                                      LV_TEXT_EMPTY };

  for (gsize r = 0; r < G_N_ELEMENTS (roles); r++)
    for (guint i = lay->out->texts->len; i > 0; i--)
      if (g_array_index (lay->out->texts, LvLayoutText, i - 1).role == roles[r]
          && stands_in_way (lay, i - 1))
        g_array_remove_index (lay->out->texts, i - 1);
}
