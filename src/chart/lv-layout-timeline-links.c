/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must come first, as thin arrows from the end of one bar to the beginning of another.  They
 * keep to the plot, so they cross no text, and lie under the bars. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-timeline.h"

#include <math.h>

/* From a bar to where the arrow turns; an arrow's head is as long. */
#define OUT 4.0
#define IN 9.0

/* The bar that an arrow begins or ends at: the one of the scenario, where there is one. */
static const LvLayoutBar *
find_bar (const LvTimeline *self, int category)
{
  const GArray *bars = self->lay->out->bars;
  const LvLayoutBar *found = NULL;

  for (guint i = 0; i < bars->len; i++)
    if (g_array_index (bars, LvLayoutBar, i).category == category)
      found = &g_array_index (bars, LvLayoutBar, i);
  return found;
}

static double
middle (const LvLayoutBar *bar)
{
  return bar->rect.y + bar->rect.height / 2.0;
}

/* Out to the right, down (or up) to the other row, and in from the left.  Where the other bar
 * begins too early for that, the way back goes between the rows. */
static void
route (GArray *outline, const LvRect *plot, const LvLayoutBar *from, const LvLayoutBar *to)
{
  double x1 = from->rect.x + from->rect.width;
  double x2 = to->rect.x;
  double y1 = middle (from);
  double y2 = middle (to);
  double out = MIN (x1 + OUT, plot->x + plot->width);
  double in = MAX (x2 - IN, plot->x);
  double between = y2 > y1 ? to->rect.y - 2.0 : to->rect.y + to->rect.height + 2.0;

  lv_lay_point_to (outline, x1, y1);
  lv_lay_point_to (outline, out, y1);
  if (out > x2 - IN)
    {
      lv_lay_point_to (outline, out, between);
      lv_lay_point_to (outline, in, between);
      lv_lay_point_to (outline, in, y2);
    }
  else
    lv_lay_point_to (outline, out, y2);
  lv_lay_point_to (outline, x2, y2);
}

/** Draws the dependencies between the rows that are shown. */
void
lv_timeline_links (LvTimeline *self)
{
  const LvFigure *figure = self->lay->figure;

  for (int i = 0; i < lv_figure_n_links (figure); i++)
    {
      const LvFigureLink *link = lv_figure_get_link (figure, i);
      const LvLayoutBar *from = find_bar (self, link->from);
      const LvLayoutBar *to = find_bar (self, link->to);

      if (from != NULL && to != NULL && from != to)
        route (lv_lay_arrow (self->lay, link->from, link->to)->outline, &self->lay->out->plot, from,
               to);
    }
}
