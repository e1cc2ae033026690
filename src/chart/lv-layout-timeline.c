/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A timeline: a row for each action, a bar from its first to its last day.  Actions without a date
 * stand below the others, with what the source says instead.  In a picture that is too small the
 * rows say less, and then whole rows are left out and counted. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-timeline.h"

#include <math.h>

#define SWATCH_GAP 4.0
#define ENTRY_GAP 12.0
#define WORD_GAP 8.0

/** Returns: where the day begins */
double
lv_timeline_x (const LvTimeline *self, double day)
{
  const LvLayout *out = self->lay->out;
  double share = (day - self->first) / (self->last - self->first);

  return out->plot.x + lv_layout_day_edge (out)
         + CLAMP (share, 0.0, 1.0) * lv_layout_day_width (out);
}

/** Returns: the series of that form and role if it has a day for @category, else -1 */
int
lv_timeline_series (const LvTimeline *self, LvFigureForm form, LvFigureRole role, int category)
{
  int series = lv_figure_find_form (self->lay->figure, form, role);

  return series >= 0 && lv_figure_is_drawn (self->lay->figure, series, category) ? series : -1;
}

/* Rows */

static void
add_row (LvTimeline *self, int category, const char *heading, gboolean dated)
{
  LvTimelineRow row = { category, heading, dated, 0.0, 0.0 };

  g_array_append_val (self->rows, row);
}

static void
collect_rows (LvTimeline *self)
{
  const LvFigure *figure = self->lay->figure;
  const char *group = NULL;
  gboolean any = FALSE;

  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      const char *own = lv_figure_get_category (figure, c)->group;

      if (!lv_figure_is_dated (figure, c))
        continue;
      if (own != NULL && g_strcmp0 (own, group) != 0)
        add_row (self, -1, own, TRUE);
      group = own;
      add_row (self, c, NULL, TRUE);
    }
  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      if (lv_figure_is_dated (figure, c))
        continue;
      if (!any)
        add_row (self, -1, lv_figure_get_word (figure, LV_WORD_UNDATED), FALSE);
      any = TRUE;
      add_row (self, c, NULL, FALSE);
    }
}

/* As wide as the longest label, but never so that the bars lose their room. */
static void
set_label_width (LvTimeline *self)
{
  LvLay *lay = self->lay;
  double most = lay->area.width * (lay->area.width < 420.0 ? 0.46 : 0.4);
  double widest = 0.0;
  double words = 0.0;

  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      const char *word = lv_figure_get_progress_word (lay->figure, c);
      double width = lv_lay_width (lay, LV_STYLE_LABEL,
                                   lv_figure_get_category (lay->figure, c)->label);

      widest = MAX (widest, width);
      if (word != NULL)
        words = MAX (words, lv_lay_width (lay, LV_STYLE_NOTE, word));
    }
  if (self->form == LV_ROW_WHOLE)
    widest = MAX (widest, words);
  else if (words > 0.0)
    widest += words + WORD_GAP;
  self->label_width = ceil (MIN (widest + 8.0, most));
  lay->out->plot.x = lay->area.x + self->label_width;
  lay->out->plot.width = MAX (lay->area.width - self->label_width, 1.0);
}

static double
set_heights (LvTimeline *self, LvRowForm form)
{
  double sum = 0.0;

  self->form = form;
  set_label_width (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      LvTimelineRow *row = lv_timeline_row (self, i);

      row->height = lv_timeline_row_height (self, row);
      sum += row->height;
    }
  return sum;
}

/* The most that fits in @room: all rows in the fullest form, else the first ones in the shortest,
 * with a line for how many are not there. */
static void
choose_rows (LvTimeline *self, double room)
{
  double taken = 0.0;

  self->n_shown = self->rows->len;
  for (int form = LV_ROW_WHOLE; form <= LV_ROW_ONE_LINE; form++)
    if (set_heights (self, (LvRowForm) form) <= room + 0.01)
      return;
  room -= self->lay->line[LV_STYLE_NOTE] * 1.2;
  for (self->n_shown = 0; self->n_shown < self->rows->len; self->n_shown++)
    {
      taken += lv_timeline_row (self, self->n_shown)->height;
      if (taken > room)
        break;
    }
  while (self->n_shown > 0 && lv_timeline_row (self, self->n_shown - 1)->category < 0)
    self->n_shown--;
  for (guint i = self->n_shown; i < self->rows->len; i++)
    self->n_rest += lv_timeline_row (self, i)->category >= 0;
}

/* Room that is left over makes the rows higher, up to a third; headings stay as they are. */
static void
stretch_rows (LvTimeline *self, double room)
{
  double taken = 0.0;
  double rows = 0.0;

  for (guint i = 0; i < self->n_shown; i++)
    {
      const LvTimelineRow *row = lv_timeline_row (self, i);

      taken += row->height;
      rows += row->category >= 0 ? row->height : 0.0;
    }
  for (guint i = 0; room > taken && i < self->n_shown; i++)
    if (lv_timeline_row (self, i)->category >= 0)
      lv_timeline_row (self, i)->height = floor (lv_timeline_row (self, i)->height
                                                 * (1.0 + MIN ((room - taken) / rows, 1.0 / 3.0)));
}

static void
place_rows (LvTimeline *self, double y)
{
  self->rows_bottom = y;
  for (guint i = 0; i < self->n_shown; i++)
    {
      LvTimelineRow *row = lv_timeline_row (self, i);

      row->y = y;
      y += row->height;
      if (row->dated)
        self->rows_bottom = y;
    }
}

/* The key */

static gboolean
has_deadlines (const LvTimeline *self)
{
  int series = lv_figure_find_form (self->lay->figure, LV_FIGURE_MARK, LV_FIGURE_BASELINE);

  for (int c = 0; series >= 0 && c < lv_figure_n_categories (self->lay->figure); c++)
    if (lv_figure_is_drawn (self->lay->figure, series, c)
        && (lv_timeline_series (self, LV_FIGURE_HIGH, LV_FIGURE_BASELINE, c) >= 0
            || lv_timeline_series (self, LV_FIGURE_LOW, LV_FIGURE_BASELINE, c) >= 0))
      return TRUE;
  return FALSE;
}

static gboolean
has_key (const LvTimeline *self)
{
  return has_deadlines (self) || lv_figure_has_scenario (self->lay->figure);
}

static void
add_entry (LvTimeline *self, LvSwatchKind kind, LvFigureWord word, double *x, double y)
{
  LvLay *lay = self->lay;
  double size = floor (lay->line[LV_STYLE_NOTE] * 0.7);
  double top = y + floor ((lay->line[LV_STYLE_NOTE] - size) / 2.0);
  LvLayoutSwatch swatch = { { *x, top, size, size }, kind, -1, 0, LV_FIGURE_PERIOD_NONE, FALSE,
                            kind == LV_SWATCH_SCENARIO };
  const char *text = lv_figure_get_word (lay->figure, word);
  double width = lv_lay_width (lay, LV_STYLE_NOTE, text);

  if (*x + size + SWATCH_GAP + width > lay->area.x + lay->area.width)
    return;
  g_array_append_val (lay->out->swatches, swatch);
  lv_lay_text (lay, LV_TEXT_LEGEND, LV_STYLE_NOTE, LV_ALIGN_START, text,
               (LvRect) { *x + size + SWATCH_GAP, y, width, lay->line[LV_STYLE_NOTE] });
  *x += size + SWATCH_GAP + width + ENTRY_GAP;
}

static void
draw_key (LvTimeline *self, double y)
{
  double x = self->lay->area.x;

  if (lv_figure_has_scenario (self->lay->figure))
    {
      add_entry (self, LV_SWATCH_BASELINE, LV_WORD_BASELINE, &x, y);
      add_entry (self, LV_SWATCH_SCENARIO, LV_WORD_SCENARIO, &x, y);
    }
  if (has_deadlines (self))
    add_entry (self, LV_SWATCH_DEADLINE, LV_WORD_DEADLINE, &x, y);
}

/* All together */

static double
key_height (const LvTimeline *self)
{
  return has_key (self) ? ceil (self->lay->line[LV_STYLE_NOTE] * 1.3) : 0.0;
}

static double
strip_height (const LvTimeline *self)
{
  return self->has_strip ? ceil (self->lay->line[LV_STYLE_VALUE]) : 0.0;
}

/* What stands above the rows. */
static double
head_height (const LvTimeline *self, gboolean has_axis)
{
  return has_axis ? key_height (self) + strip_height (self) + lv_timeline_axis_height (self) : 0.0;
}

static void
draw_head (LvTimeline *self)
{
  const LvRect *area = &self->lay->area;
  double strip = area->y + key_height (self);

  if (has_key (self))
    draw_key (self, area->y);
  lv_timeline_axis (self, strip + strip_height (self));
  if (self->has_strip && lv_timeline_has_today (self))
    lv_timeline_today (self, strip);
}

static void
timeline_init (LvTimeline *self, LvLay *lay)
{
  *self = (LvTimeline) { .lay = lay };
  self->rows = g_array_new (FALSE, TRUE, sizeof (LvTimelineRow));
  set_label_width (self);
  collect_rows (self);
  self->n_shown = self->rows->len;
}

/** Lays a timeline out. */
void
lv_lay_timeline (LvLay *lay)
{
  LvRect *plot = &lay->out->plot;
  LvTimeline self;
  gboolean has_axis;

  *plot = lay->area;
  if (lv_figure_n_categories (lay->figure) == 0)
    {
      lv_lay_empty (lay);
      return;
    }
  timeline_init (&self, lay);
  has_axis = lv_timeline_range (&self);
  self.has_strip = lv_timeline_has_today (&self);
  plot->y = lay->area.y + head_height (&self, has_axis);
  choose_rows (&self, lay->area.y + lay->area.height - plot->y);
  if (self.n_rest > 0)
    has_axis = lv_timeline_range (&self);
  else
    stretch_rows (&self, lay->area.y + lay->area.height - plot->y);
  place_rows (&self, plot->y);
  plot->height = MAX (self.rows_bottom - plot->y, 1.0);
  lay->out->first_day = self.first;
  lay->out->last_day = self.last;
  if (has_axis && self.n_shown > 0)
    draw_head (&self);
  for (guint i = 0; i < self.n_shown; i++)
    lv_timeline_draw_row (&self, lv_timeline_row (&self, i));
  lv_timeline_links (&self);
  if (self.n_rest > 0)
    lv_lay_rest (lay, self.n_rest);
  g_array_unref (self.rows);
}

/** Returns: the height in which all rows stand whole, at the width of the area */
double
lv_lay_timeline_height (LvLay *lay)
{
  LvTimeline self;
  gboolean has_axis;
  double height;

  timeline_init (&self, lay);
  has_axis = lv_timeline_range (&self);
  self.has_strip = lv_timeline_has_today (&self);
  height = head_height (&self, has_axis) + set_heights (&self, LV_ROW_WHOLE);
  g_array_unref (self.rows);
  return ceil (height);
}
