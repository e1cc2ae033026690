/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dumbbells: a row for each category, its two numbers as ends of a line, and beside it how far they
 * are apart.  The scenario's ends stand in the same row, framed. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-rows.h"

#include <math.h>

#define RADIUS 8.0
#define ASIDE_GAP 12.0
#define SWATCH_WIDTH 14.0
#define SWATCH_GAP 5.0
#define NAME_GAP 10.0

typedef struct {
  LvLayRows rows;
  LvLay *lay;
  int first;                    /* series of the one end; -1 for none */
  int second;                   /* and of the other */
  gboolean values;
} Dumbbell;

/* Finds both ends of a row in a role.  FALSE: one of them has no number. */
static gboolean
get_ends (const Dumbbell *self, LvFigureRole role, int category, int *first, int *second)
{
  const LvFigure *figure = self->lay->figure;

  *first = self->first;
  *second = self->second;
  for (int i = 0; role == LV_FIGURE_SCENARIO && i < lv_figure_n_series (figure); i++)
    {
      int base = lv_figure_find_baseline (figure, i);

      if (lv_figure_get_series (figure, i)->role != role
          || lv_figure_get_point (figure, i, category)->status == LV_FIGURE_ABSENT)
        continue;
      *first = base == self->first ? i : *first;
      *second = base == self->second ? i : *second;
    }
  return *first >= 0 && *second >= 0 && lv_figure_is_drawn (figure, *first, category)
         && lv_figure_is_drawn (figure, *second, category);
}

/* How far the ends are apart, from the numbers as shown, so that the row adds up; or NULL. */
static char *
dup_difference (const Dumbbell *self, LvFigureRole role, int category)
{
  int first;
  int second;

  if (!get_ends (self, role, category, &first, &second))
    return NULL;
  return lv_figure_dup_difference (self->lay->figure, first, second, category);
}

static gboolean
has_scenario_at (const Dumbbell *self, int category)
{
  int first;
  int second;

  get_ends (self, LV_FIGURE_SCENARIO, category, &first, &second);
  return first != self->first || second != self->second;
}

/* "+23", or "+23 → +18" where the scenario is another. */
static char *
dup_aside (const Dumbbell *self, int category)
{
  char *base = dup_difference (self, LV_FIGURE_BASELINE, category);
  g_autofree char *own = base;
  g_autofree char *scenario = NULL;

  if (has_scenario_at (self, category))
    scenario = dup_difference (self, LV_FIGURE_SCENARIO, category);
  if (scenario == NULL || g_strcmp0 (scenario, base) == 0)
    return g_steal_pointer (&own);
  return g_strdup_printf ("%s → %s", base != NULL ? base : "?", scenario);
}

static void
find_series (Dumbbell *self)
{
  const LvFigure *figure = self->lay->figure;

  self->first = self->second = -1;
  for (int i = 0; i < lv_figure_n_series (figure); i++)
    if (lv_figure_get_series (figure, i)->form == LV_FIGURE_MARK
        && lv_figure_get_series (figure, i)->role == LV_FIGURE_BASELINE)
      {
        if (self->first < 0)
          self->first = i;
        else if (self->second < 0)
          self->second = i;
      }
}

/* Room beside the plot for the differences; none in a row that is too low for a number. */
static double
measure_aside (Dumbbell *self)
{
  LvLay *lay = self->lay;
  double widest = 0.0;

  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      g_autofree char *text = dup_aside (self, c);

      if (text != NULL)
        widest = MAX (widest, lv_lay_width (lay, LV_STYLE_VALUE_STRONG, text));
    }
  if (!(widest > 0.0) || self->rows.pitch < lay->line[LV_STYLE_VALUE_STRONG])
    return 0.0;
  widest = MAX (widest, lv_lay_width (lay, LV_STYLE_LABEL,
                                      lv_figure_get_word (lay->figure, LV_WORD_DIFFERENCE)));
  return widest > lay->area.width * 0.3 ? 0.0 : widest + ASIDE_GAP;
}

static gboolean
is_muted (const Dumbbell *self, int series, int category)
{
  int highlight = -1;

  lv_figure_get_highlight (self->lay->figure, NULL, &highlight);
  return (highlight >= 0 && highlight != category) || lv_lay_muted (self->lay, series);
}

/* Whether a number stands left of its end: on the outer side, so that the line stays free. */
static gboolean
is_left (const Dumbbell *self, int series, int category)
{
  const LvFigure *figure = self->lay->figure;
  int other = series == self->first ? self->second : self->first;

  return other >= 0 && lv_figure_is_drawn (figure, other, category)
         && lv_figure_get_point (figure, series, category)->value
              < lv_figure_get_point (figure, other, category)->value;
}

/* The grundprognose's numbers are written; of two equal ones only the second. */
static gboolean
is_written (const Dumbbell *self, int series, int category)
{
  const LvFigure *figure = self->lay->figure;

  if ((series != self->first && series != self->second)
      || !lv_figure_is_drawn (figure, series, category))
    return FALSE;
  return series == self->second || self->second < 0
         || !lv_figure_is_drawn (figure, self->second, category)
         || fabs (lv_figure_get_point (figure, series, category)->value
                  - lv_figure_get_point (figure, self->second, category)->value) > 0.0;
}

static void
need_values (Dumbbell *self)
{
  LvLay *lay = self->lay;

  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
      {
        g_autofree char *text = lv_figure_dup_value_text (lay->figure, s, c);

        if (is_written (self, s, c))
          lv_lay_rows_need (&self->rows, lv_figure_get_point (lay->figure, s, c)->value,
                            lv_lay_width (lay, LV_STYLE_VALUE, text) + RADIUS + 2.0,
                            is_left (self, s, c));
      }
}

static void
write_value (Dumbbell *self, int series, int category)
{
  LvLay *lay = self->lay;
  gboolean left = is_left (self, series, category);
  g_autofree char *text = lv_figure_dup_value_text (lay->figure, series, category);
  double x = lv_lay_rows_x (lay, lv_figure_get_point (lay->figure, series, category)->value);
  LvLayoutText *item = lv_lay_rows_text (&self->rows, LV_TEXT_VALUE, LV_STYLE_VALUE, text,
                                         x + (left ? -RADIUS : RADIUS),
                                         lv_lay_rows_y (&self->rows, category),
                                         left ? LV_ALIGN_END : LV_ALIGN_START);

  item->series = series;
  item->category = category;
}

/* Marks */

static void
lay_point (Dumbbell *self, int series, int category)
{
  LvLay *lay = self->lay;
  const LvFigurePoint *own = lv_figure_get_point (lay->figure, series, category);
  LvLayoutPoint point = { .series = series, .category = category, .marker = TRUE };

  point.x = lv_lay_rows_x (lay, own->value);
  point.y = lv_lay_rows_y (&self->rows, category);
  point.color = lv_lay_color (lay->figure, series);
  point.period = lv_figure_get_period (lay->figure, series, category);
  point.status = own->status;
  point.strong = self->rows.pitch >= 15.0;
  point.muted = is_muted (self, series, category);
  point.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  g_array_append_val (lay->out->points, point);
  lv_lay_mark_status (lay, series, category, point.x + 8.0, point.y - 9.0);
}

static void
lay_frame (Dumbbell *self, int series, int category)
{
  LvLay *lay = self->lay;
  double half = MIN (7.5, self->rows.pitch / 2.0);
  double x = lv_lay_rows_x (lay, lv_figure_get_point (lay->figure, series, category)->value);
  double y = lv_lay_rows_y (&self->rows, category);
  LvLayoutBox box = { { x - half, y - half, 2.0 * half, 2.0 * half }, LV_BOX_SCENARIO, -1,
                      category, -1, FALSE, NULL };

  box.rect.x = CLAMP (box.rect.x, 0.0, MAX (lay->out->width - box.rect.width, 0.0));
  g_array_append_val (lay->out->boxes, box);
}

static void
lay_line (Dumbbell *self, LvFigureRole role, int category)
{
  LvLay *lay = self->lay;
  int first;
  int second;
  LvLayoutSegment line = { 0 };

  if (!get_ends (self, role, category, &first, &second))
    return;
  line.x1 = lv_lay_rows_x (lay, lv_figure_get_point (lay->figure, first, category)->value);
  line.x2 = lv_lay_rows_x (lay, lv_figure_get_point (lay->figure, second, category)->value);
  line.y1 = line.y2 = lv_lay_rows_y (&self->rows, category);
  line.series = second;
  line.color = lv_lay_color (lay->figure, second);
  line.muted = is_muted (self, second, category);
  line.scenario = role == LV_FIGURE_SCENARIO;
  g_array_append_val (lay->out->segments, line);
}

/* Boxes for what is missing stand right of the row's marks, or where those would begin. */
static void
lay_missing (Dumbbell *self, int category)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  double x = plot->x + 1.0;
  double width = lv_lay_width (lay, LV_STYLE_NOTE, lv_figure_get_word (lay->figure, LV_WORD_MISSING));
  double height = MIN (lay->line[LV_STYLE_NOTE] + 2.0, self->rows.pitch);

  for (guint i = 0; i < lay->out->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (lay->out->points, LvLayoutPoint, i);
      g_autofree char *text = lv_figure_dup_value_text (lay->figure, point->series, category);

      if (point->category == category)
        x = MAX (x, point->x + RADIUS + 4.0
                      + (self->values ? lv_lay_width (lay, LV_STYLE_VALUE, text) : 0.0));
    }
  width = MIN (width + 8.0, plot->width);
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    {
      LvRect rect = { MAX (MIN (x, plot->x + plot->width - width), plot->x),
                      lv_lay_rows_y (&self->rows, category) - height / 2.0, width, height };

      if (lv_figure_get_point (lay->figure, s, category)->status != LV_FIGURE_MISSING
          || lv_figure_get_series (lay->figure, s)->form != LV_FIGURE_MARK)
        continue;
      lv_lay_missing_box (lay, rect, s, category, lv_lay_dup_missing (lay, s, category));
      x += width + 3.0;
    }
}

static void
lay_row (Dumbbell *self, int category)
{
  LvLay *lay = self->lay;

  lay_line (self, LV_FIGURE_BASELINE, category);
  if (has_scenario_at (self, category))
    lay_line (self, LV_FIGURE_SCENARIO, category);
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    {
      const LvFigureSeries *own = lv_figure_get_series (lay->figure, s);

      if (own->form != LV_FIGURE_MARK || !lv_figure_is_drawn (lay->figure, s, category))
        continue;
      if (own->role == LV_FIGURE_SCENARIO)
        lay_frame (self, s, category);
      lay_point (self, s, category);
    }
  lay_missing (self, category);
}

static void
lay_aside (Dumbbell *self, int category)
{
  LvLay *lay = self->lay;
  g_autofree char *text = dup_aside (self, category);

  if (text != NULL && self->rows.aside > 0.0)
    lv_lay_rows_text (&self->rows, LV_TEXT_VALUE, LV_STYLE_VALUE_STRONG, text,
                      lay->area.x + lay->area.width, lv_lay_rows_y (&self->rows, category),
                      LV_ALIGN_END)
      ->category = category;
}

/* Names */

static void
add_swatch (Dumbbell *self, int series, LvRect rect)
{
  LvLayoutSwatch swatch = { .rect = rect, .kind = LV_SWATCH_LINE, .series = series };

  swatch.color = lv_lay_color (self->lay->figure, series);
  swatch.muted = lv_lay_muted (self->lay, series);
  g_array_append_val (self->lay->out->swatches, swatch);
}

static double
name_width (Dumbbell *self, int series)
{
  return SWATCH_WIDTH + SWATCH_GAP
         + lv_lay_width (self->lay, LV_STYLE_LABEL,
                         lv_figure_get_series (self->lay->figure, series)->label);
}

/* Whether both names have room above the plot, so that no legend is needed. */
static gboolean
can_name_ends (Dumbbell *self)
{
  int first;
  int second;

  if (self->first < 0 || self->second < 0 || self->lay->area.height < 60.0
      || lv_figure_n_categories (self->lay->figure) == 0
      || !get_ends (self, LV_FIGURE_BASELINE, 0, &first, &second))
    return FALSE;
  return name_width (self, self->first) + name_width (self, self->second) + NAME_GAP
         < self->lay->area.width * 0.5;
}

static void
lay_name (Dumbbell *self, int series, double x)
{
  LvLay *lay = self->lay;
  double line = lay->line[LV_STYLE_LABEL];
  double y = lay->out->plot.y - line - 1.0;
  const char *label = lv_figure_get_series (lay->figure, series)->label;

  add_swatch (self, series, (LvRect) { x, y + (line - 9.0) / 2.0, SWATCH_WIDTH, 9.0 });
  lv_lay_text (lay, LV_TEXT_SERIES, LV_STYLE_LABEL, LV_ALIGN_START, label,
               (LvRect) { x + SWATCH_WIDTH + SWATCH_GAP, y, lv_lay_width (lay, LV_STYLE_LABEL, label),
                          line })
    ->series = series;
}

/* Each name over its end of the first row, and apart from the other. */
static void
name_ends (Dumbbell *self)
{
  LvLay *lay = self->lay;
  double a = lv_lay_rows_x (lay, lv_figure_get_point (lay->figure, self->first, 0)->value);
  double b = lv_lay_rows_x (lay, lv_figure_get_point (lay->figure, self->second, 0)->value);
  int left = a <= b ? self->first : self->second;
  int right = a <= b ? self->second : self->first;
  double wide[] = { name_width (self, left), name_width (self, right) };
  double limit = lay->area.x + lay->area.width - self->rows.aside;
  double middle = (a + b) / 2.0;
  double x[] = { MIN (a, b) - wide[0] / 2.0, MAX (a, b) - wide[1] / 2.0 };

  if (x[0] + wide[0] + NAME_GAP > x[1])
    {
      x[0] = middle - NAME_GAP / 2.0 - wide[0];
      x[1] = middle + NAME_GAP / 2.0;
    }
  x[1] = MIN (x[1], limit - wide[1]);
  x[0] = MAX (MIN (x[0], x[1] - NAME_GAP - wide[0]), lay->area.x);
  x[1] = MAX (x[1], x[0] + wide[0] + NAME_GAP);
  lay_name (self, left, x[0]);
  lay_name (self, right, x[1]);
}

/* What the numbers beside the plot are. */
static void
name_aside (Dumbbell *self)
{
  LvLay *lay = self->lay;

  if (self->rows.aside > 0.0 && self->rows.head > 0.0)
    lv_lay_rows_text (&self->rows, LV_TEXT_AXIS, LV_STYLE_LABEL,
                      lv_figure_get_word (lay->figure, LV_WORD_DIFFERENCE),
                      lay->area.x + lay->area.width,
                      lay->out->plot.y - lay->line[LV_STYLE_LABEL] / 2.0 - 1.0, LV_ALIGN_END)
      ->ink = LV_INK_SOFT;
}

static void
collect_legend (Dumbbell *self, gboolean is_named)
{
  LvLay *lay = self->lay;

  for (int i = 0; !is_named && i < lv_figure_n_series (lay->figure); i++)
    {
      const LvFigureSeries *own = lv_figure_get_series (lay->figure, i);
      LvLayLabel label = { .series = i, .has_swatch = TRUE, .role = LV_TEXT_LEGEND,
                           .style = LV_STYLE_LABEL };

      if (own->form != LV_FIGURE_MARK || own->role != LV_FIGURE_BASELINE)
        continue;
      label.full = g_strdup (own->label);
      label.swatch.kind = LV_SWATCH_LINE;
      label.swatch.series = i;
      label.swatch.color = lv_lay_color (lay->figure, i);
      label.swatch.muted = lv_lay_muted (lay, i);
      g_array_append_val (lay->legend, label);
    }
  lv_lay_collect_legend (lay);
}

void
lv_lay_dumbbell (LvLay *lay)
{
  Dumbbell self = { .lay = lay };
  int references = lay->out->has_values ? MIN (lv_figure_n_references (lay->figure), 2) : 0;
  gboolean is_named;

  find_series (&self);
  is_named = can_name_ends (&self);
  collect_legend (&self, is_named);
  lv_lay_rows_init (&self.rows, lay, references + 1, -1);
  is_named = is_named && self.rows.head > 0.0;
  self.rows.aside = measure_aside (&self);
  self.values = lay->out->width >= 400.0 && self.rows.pitch >= lay->line[LV_STYLE_VALUE];
  if (self.values)
    need_values (&self);
  self.values = lv_lay_rows_place (&self.rows) && self.values;
  if (is_named)
    name_ends (&self);
  name_aside (&self);
  lv_lay_rows_frame (&self.rows);
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      lay_row (&self, c);
      for (int s = 0; self.values && s < lv_figure_n_series (lay->figure); s++)
        if (is_written (&self, s, c))
          write_value (&self, s, c);
      lay_aside (&self, c);
    }
  lv_lay_drop_crossed (lay);
  lv_lay_drop_overlaps (lay);
  lv_lay_rows_cut_references (&self.rows);
  lv_lay_rows_clear (&self.rows);
}
