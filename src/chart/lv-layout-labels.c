/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels at the right of the plot: the series' names where their marks end, and the names of
 * reference lines.  A label that must give way to its neighbour gets a leader to its mark. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define LEADER 12.0
#define SWATCH 9.0
#define SWATCH_GAP 5.0

void
lv_lay_label_clear (gpointer data)
{
  LvLayLabel *label = data;

  g_free (label->full);
  g_clear_pointer (&label->lines, g_ptr_array_unref);
}

/* The role whose stack stands at the right, so that its parts are at the labels' side. */
static LvFigureRole
right_role (const LvLay *lay)
{
  return lv_lay_beside (lay) ? LV_FIGURE_SCENARIO : LV_FIGURE_BASELINE;
}

static gboolean
has_twin (const LvFigure *figure, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (figure, series);

  for (int i = 0; i < lv_figure_n_series (figure); i++)
    {
      const LvFigureSeries *other = lv_figure_get_series (figure, i);

      if (other->role != own->role && other->form == own->form && g_str_equal (other->id, own->id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_empty (const LvFigure *figure, int series)
{
  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    if (lv_figure_is_drawn (figure, series, c))
      return FALSE;
  return TRUE;
}

/* A line that the grundprognose has no number for: the scenario's is all there is to see. */
static gboolean
is_replaced (const LvFigure *figure, int series)
{
  return lv_figure_get_series (figure, series)->role == LV_FIGURE_BASELINE
         && is_empty (figure, series) && has_twin (figure, series);
}

/* Series that get a label of their own: a scenario's column has its baseline's label, while a
 * scenario's line is labelled as such. */
static gboolean
is_labelled (const LvLay *lay, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (lay->figure, series);
  LvFigureRole other = own->role;

  switch (lv_figure_get_kind (lay->figure))
    {
    case LV_FIGURE_AREA:
      return own->role == LV_FIGURE_BASELINE || own->form != LV_FIGURE_MARK;
    case LV_FIGURE_FAN:
      return lv_lay_is_line (lay, series)
             || (own->role == LV_FIGURE_BASELINE && own->form != LV_FIGURE_TOTAL
                 && (lay->direct || own->form == LV_FIGURE_LOW));
    case LV_FIGURE_WATERFALL:
      return own->form == LV_FIGURE_LINE;
    case LV_FIGURE_LINES:
    case LV_FIGURE_STAIR:
      return own->form != LV_FIGURE_TOTAL && !is_replaced (lay->figure, series);
    default:
      break;
    }
  if (own->form == LV_FIGURE_LINE)
    return TRUE;
  if (own->form == LV_FIGURE_TOTAL && !lv_figure_is_stacked (lay->figure))
    return FALSE;
  return other == right_role (lay) || !has_twin (lay->figure, series);
}

/* Direct labels stand where the last category's marks are: each series must have one there. */
static gboolean
can_be_direct (const LvLay *lay)
{
  int last = lv_figure_n_categories (lay->figure) - 1;

  if (last < 0 || !lay->out->has_values
      || lv_figure_get_kind (lay->figure) == LV_FIGURE_COLUMNS_GROUPED)
    return FALSE;
  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    {
      const LvFigureSeries *own = lv_figure_get_series (lay->figure, i);

      if (is_labelled (lay, i)
          && (!lv_figure_is_drawn (lay->figure, i, last)
              || (lv_lay_is_column (lay, i) && own->role != right_role (lay))))
        return FALSE;
    }
  return TRUE;
}

static LvSwatchKind
swatch_kind (const LvLay *lay, int series)
{
  if (lv_lay_is_overlay (lay, series))
    return LV_SWATCH_OVERLAY;
  return lv_lay_is_line (lay, series) ? LV_SWATCH_LINE : LV_SWATCH_FILL;
}

/* In a legend a band has one entry: "lavt skøn - højt skøn". */
static char *
dup_name (const LvLay *lay, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (lay->figure, series);

  for (int i = 0; own->form == LV_FIGURE_LOW && !lay->direct
                  && i < lv_figure_n_series (lay->figure); i++)
    if (i > series && lv_figure_get_series (lay->figure, i)->form == LV_FIGURE_HIGH)
      return g_strdup_printf ("%s – %s", own->label,
                              lv_figure_get_series (lay->figure, i)->label);
  return g_strdup (own->label);
}

static char *
dup_label (const LvLay *lay, int series)
{
  int last = lv_figure_n_categories (lay->figure) - 1;
  const LvFigureSeries *own = lv_figure_get_series (lay->figure, series);
  g_auto (GStrv) parts = NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (own->role == LV_FIGURE_SCENARIO
      && (lv_lay_is_line (lay, series) || lv_figure_draws_lines (lay->figure)))
    {
      parts = g_strsplit (lv_figure_get_word (lay->figure, LV_WORD_SERIES_SCENARIO), "{label}", 2);
      name = g_strjoinv (own->label, parts);
    }
  else
    name = dup_name (lay, series);
  if (!lay->direct || !lv_figure_draws_lines (lay->figure)
      || lv_figure_get_kind (lay->figure) == LV_FIGURE_STAIR)
    return g_steal_pointer (&name);
  value = lv_figure_dup_value_text (lay->figure, series, last);
  return g_strdup_printf ("%s %s", name, value);
}

static void
add_series_label (LvLay *lay, int series)
{
  gboolean total = lv_figure_get_series (lay->figure, series)->form == LV_FIGURE_TOTAL;
  int last = MAX (lv_figure_n_categories (lay->figure) - 1, 0);
  LvFigureForm form = lv_figure_get_series (lay->figure, series)->form;
  gboolean edge = form == LV_FIGURE_LOW || form == LV_FIGURE_HIGH;
  LvLayLabel label = { .series = series, .has_swatch = !total && !(edge && lay->direct) };

  label.role = lay->direct ? LV_TEXT_SERIES : LV_TEXT_LEGEND;
  label.style = total ? LV_STYLE_STRONG : LV_STYLE_LABEL;
  label.full = dup_label (lay, series);
  label.swatch.kind = swatch_kind (lay, series);
  label.swatch.series = series;
  label.swatch.color = lv_lay_color (lay->figure, series);
  label.swatch.muted = lv_lay_muted (lay, series);
  label.swatch.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  /* The years have their band, so a swatch is plain unless the whole series is a budget or a
   * forecast. */
  label.swatch.period = lv_figure_n_categories (lay->figure) == 0
                          ? LV_FIGURE_PERIOD_NONE
                          : lv_figure_get_series (lay->figure, series)->period;
  /* A band is as light as a budget is. */
  if (edge)
    {
      label.swatch.period = LV_FIGURE_PERIOD_BUDGET;
      label.swatch.color = 0;
    }
  if (label.swatch.kind == LV_SWATCH_LINE && last > 0 && lay->direct)
    label.swatch.period = lv_figure_get_period (lay->figure, series, last);
  g_array_append_val (*(lay->direct ? &lay->labels : &lay->legend), label);
}

static void
add_reference_label (LvLay *lay, int i)
{
  LvLayLabel label = { .series = -1, .role = LV_TEXT_REFERENCE, .style = LV_STYLE_LABEL };

  label.full = g_strdup (lv_figure_get_reference (lay->figure, i)->label);
  label.target = lv_figure_get_reference (lay->figure, i)->value;
  g_array_append_val (lay->labels, label);
}

static gboolean
wrap_labels (LvLay *lay)
{
  double room = MIN (lay->area.width * 0.3, 190.0) - LEADER - SWATCH - SWATCH_GAP;
  gboolean all = TRUE;

  for (guint i = 0; i < lay->labels->len; i++)
    {
      LvLayLabel *label = &g_array_index (lay->labels, LvLayLabel, i);

      label->lines = lv_text_wrap (lay->measure, label->full, &lay->out->fonts[label->style],
                                   MAX (room, 1.0), lay->out->height < 230.0 ? 2 : 3,
                                   &label->shortened);
      label->height = label->lines->len * lay->line[label->style];
      if (label->shortened && label->role == LV_TEXT_SERIES)
        all = FALSE;
    }
  return all;
}

/* One series whose name is the title needs no label, nor do columns under a subtitle that says
 * what they are. */
static gboolean
is_alone (const LvLay *lay)
{
  const char *subtitle = lv_figure_get_subtitle (lay->figure);

  return lv_figure_n_series (lay->figure) == 1
         && ((!lv_figure_draws_lines (lay->figure) && subtitle != NULL
              && *subtitle != '\0')
             || g_str_equal (lv_figure_get_series (lay->figure, 0)->label,
                            lv_figure_get_title (lay->figure))
             || *lv_figure_get_series (lay->figure, 0)->label == '\0');
}

/* Collects the labels and breaks them into lines.  FALSE: not as direct labels. */
gboolean
lv_lay_prepare_labels (LvLay *lay)
{
  if (lay->direct && !can_be_direct (lay))
    return FALSE;
  for (int i = 0; i < lv_figure_n_series (lay->figure); i++)
    if (is_labelled (lay, i) && !is_alone (lay))
      add_series_label (lay, i);
  for (int i = 0; lay->out->has_values && i < lv_figure_n_references (lay->figure); i++)
    add_reference_label (lay, i);
  lv_lay_collect_legend (lay);
  return wrap_labels (lay);
}

static double
label_offset (const LvLayLabel *label)
{
  return label->has_swatch ? LEADER + SWATCH + SWATCH_GAP : LEADER;
}

/* The margin that the labels take from the plot. */
double
lv_lay_labels_width (LvLay *lay)
{
  double widest = 0.0;

  for (guint i = 0; i < lay->labels->len; i++)
    {
      const LvLayLabel *label = &g_array_index (lay->labels, LvLayLabel, i);

      for (guint k = 0; k < label->lines->len; k++)
        widest = MAX (widest, label_offset (label)
                                + lv_lay_width (lay, label->style,
                                                g_ptr_array_index (label->lines, k)));
    }
  return ceil (widest);
}

/* The y that a label explains: the middle of its bar, its point, its written total. */
static gboolean
find_target (LvLay *lay, LvLayLabel *label)
{
  LvRect rect;
  int last = lv_figure_n_categories (lay->figure) - 1;

  if (label->role == LV_TEXT_REFERENCE)
    {
      label->target = lv_lay_y (lay, label->target);
      return TRUE;
    }
  if (!lv_layout_get_rect (lay->out, label->series, last, &rect))
    return FALSE;
  label->target = rect.y + rect.height / 2.0;
  return TRUE;
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const LvLayLabel *first = a;
  const LvLayLabel *second = b;

  if (first->target < second->target)
    return -1;
  if (first->target > second->target)
    return 1;
  /* Equal heights: the later part of a stack lies above. */
  return second->series - first->series;
}

/* Pushes overlapping labels apart: down from the top, then up from the bottom. */
static gboolean
part_labels (LvLay *lay, double top, double bottom)
{
  double edge = top;

  for (guint i = 0; i < lay->labels->len; i++)
    {
      LvLayLabel *label = &g_array_index (lay->labels, LvLayLabel, i);

      label->y = MAX (label->target - label->height / 2.0, edge);
      edge = label->y + label->height + 1.0;
    }
  edge = bottom;
  for (guint i = lay->labels->len; i > 0; i--)
    {
      LvLayLabel *label = &g_array_index (lay->labels, LvLayLabel, i - 1);

      label->y = MIN (label->y, edge - label->height);
      edge = label->y - 1.0;
    }
  return edge + 1.0 >= top - 0.01;
}

static double
mark_edge (const LvLay *lay, const LvLayLabel *label)
{
  LvRect rect;

  if (label->series < 0
      || !lv_layout_get_rect (lay->out, label->series, lv_figure_n_categories (lay->figure) - 1,
                              &rect))
    return lay->out->plot.x + lay->out->plot.width;
  return rect.x + rect.width + 2.0;
}

static void
lay_label (LvLay *lay, LvLayLabel *label)
{
  double x = lay->out->plot.x + lay->out->plot.width + label_offset (label);
  double middle = label->y + label->height / 2.0;
  double line = lay->line[label->style];

  for (guint i = 0; i < label->lines->len; i++)
    {
      const char *text = g_ptr_array_index (label->lines, i);
      LvRect rect = { x, label->y + i * line, lv_lay_width (lay, label->style, text), line };
      LvLayoutText *item = lv_lay_text (lay, label->role, label->style, LV_ALIGN_START, text,
                                        rect);

      item->series = label->series;
      if (label->shortened)
        item->full = g_strdup (label->full);
    }
  if (label->has_swatch)
    {
      label->swatch.rect = (LvRect) { x - SWATCH - SWATCH_GAP, label->y + (line - SWATCH) / 2.0,
                                      SWATCH, SWATCH };
      middle = label->y + line / 2.0;
      g_array_append_val (lay->out->swatches, label->swatch);
    }
  lv_lay_rule (lay, LV_RULE_LEADER, mark_edge (lay, label), label->target,
               lay->out->plot.x + lay->out->plot.width + LEADER - 3.0, middle);
}

/* FALSE: there is not room for all of them. */
gboolean
lv_lay_place_labels (LvLay *lay)
{
  const LvRect *plot = &lay->out->plot;
  double top = plot->y - lay->headroom;
  double bottom = plot->y + plot->height + lay->axis_height;

  for (guint i = 0; i < lay->labels->len; i++)
    if (!find_target (lay, &g_array_index (lay->labels, LvLayLabel, i)))
      return FALSE;
  g_array_sort (lay->labels, compare_targets);
  while (!part_labels (lay, top, bottom))
    {
      if (lay->direct)
        return FALSE;
      /* Reference lines without room for their names: the lowest go without. */
      g_array_set_size (lay->labels, lay->labels->len - 1);
    }
  for (guint i = 0; i < lay->labels->len; i++)
    lay_label (lay, &g_array_index (lay->labels, LvLayLabel, i));
  return TRUE;
}
