/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"
#include "lv-layout-rows.h"

#include <math.h>

static void
clear_text (gpointer data)
{
  LvLayoutText *text = data;

  g_free (text->text);
  g_free (text->full);
}

static void
clear_box (gpointer data)
{
  LvLayoutBox *box = data;

  g_free (box->full);
}

static void
clear_area (gpointer data)
{
  LvLayoutArea *area = data;

  g_array_unref (area->outline);
}

static void
clear_arrow (gpointer data)
{
  LvLayoutArrow *arrow = data;

  g_array_unref (arrow->outline);
}

static LvLayout *
layout_alloc (LvFigure *figure, double width, double height, LvTextMeasure *measure)
{
  LvLayout *out = g_new0 (LvLayout, 1);

  lv_figure_freeze (figure);
  out->figure = lv_figure_ref (figure);
  out->width = MAX (width, 1.0);
  out->height = MAX (height, 1.0);
  out->family = g_strdup (measure->family);
  out->boxes = g_array_new (FALSE, TRUE, sizeof (LvLayoutBox));
  g_array_set_clear_func (out->boxes, clear_box);
  out->areas = g_array_new (FALSE, TRUE, sizeof (LvLayoutArea));
  g_array_set_clear_func (out->areas, clear_area);
  out->arrows = g_array_new (FALSE, TRUE, sizeof (LvLayoutArrow));
  g_array_set_clear_func (out->arrows, clear_arrow);
  out->rules = g_array_new (FALSE, TRUE, sizeof (LvLayoutRule));
  out->bars = g_array_new (FALSE, TRUE, sizeof (LvLayoutBar));
  out->segments = g_array_new (FALSE, TRUE, sizeof (LvLayoutSegment));
  out->points = g_array_new (FALSE, TRUE, sizeof (LvLayoutPoint));
  out->marks = g_array_new (FALSE, TRUE, sizeof (LvLayoutMark));
  out->swatches = g_array_new (FALSE, TRUE, sizeof (LvLayoutSwatch));
  out->texts = g_array_new (FALSE, TRUE, sizeof (LvLayoutText));
  g_array_set_clear_func (out->texts, clear_text);
  return out;
}

/**
 * lv_layout_free:
 * @self: (transfer full): a layout
 */
void
lv_layout_free (LvLayout *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->texts);
  g_array_unref (self->swatches);
  g_array_unref (self->marks);
  g_array_unref (self->points);
  g_array_unref (self->segments);
  g_array_unref (self->bars);
  g_array_unref (self->rules);
  g_array_unref (self->arrows);
  g_array_unref (self->areas);
  g_array_unref (self->boxes);
  g_free (self->family);
  lv_figure_unref (self->figure);
  g_free (self);
}

/* Helpers of all parts. */

LvLayoutText *
lv_lay_text (LvLay *lay, LvTextRole role, LvTextStyle style, LvTextAlign align,
             const char *text, LvRect rect)
{
  LvLayoutText item = { rect, g_strdup (text), NULL, role, style, align, LV_INK, -1, -1, -1 };

  g_array_append_val (lay->out->texts, item);
  return &g_array_index (lay->out->texts, LvLayoutText, lay->out->texts->len - 1);
}

double
lv_lay_width (LvLay *lay, LvTextStyle style, const char *text)
{
  return lv_measure_width (lay->measure, text, &lay->out->fonts[style]);
}

double
lv_lay_y (const LvLay *lay, double value)
{
  const LvRect *plot = &lay->out->plot;
  double low = lv_ticks_low (&lay->out->ticks);
  double high = lv_ticks_high (&lay->out->ticks);

  return plot->y + plot->height * CLAMP ((high - value) / (high - low), 0.0, 1.0);
}

/* What is drawn of a number: itself, or its share. */
double
lv_lay_value (const LvLay *lay, int series, int category)
{
  return lv_figure_draws_shares (lay->figure)
             && lv_figure_get_series (lay->figure, series)->form == LV_FIGURE_MARK
           ? lv_figure_get_share (lay->figure, series, category)
           : lv_figure_get_point (lay->figure, series, category)->value;
}

/* What is written of it in the picture; transfer full. */
char *
lv_lay_dup_value (const LvLay *lay, int series, int category)
{
  double share = lv_figure_draws_shares (lay->figure)
                   ? lv_figure_get_share (lay->figure, series, category)
                   : NAN;

  return isnan (share) ? lv_figure_dup_value_text (lay->figure, series, category)
                       : lv_figure_dup_percent (lay->figure, share);
}

double
lv_lay_slot_x (const LvLay *lay, int category)
{
  return lay->out->plot.x + category * lay->slot;
}

void
lv_lay_rule (LvLay *lay, LvRuleKind kind, double x1, double y1, double x2, double y2)
{
  LvLayoutRule rule = { x1, y1, x2, y2, kind };

  g_array_append_val (lay->out->rules, rule);
}

/**
 * lv_lay_area:
 *
 * Returns: (transfer none): a new area without points, valid until the next is added
 */
LvLayoutArea *
lv_lay_area (LvLay *lay, int series, int category, int color)
{
  LvLayoutArea area = { .series = series, .category = category, .color = color };

  area.outline = g_array_new (FALSE, FALSE, sizeof (LvPlacePoint));
  g_array_append_val (lay->out->areas, area);
  return &g_array_index (lay->out->areas, LvLayoutArea, lay->out->areas->len - 1);
}

/**
 * lv_lay_arrow:
 *
 * Returns: (transfer none): a new arrow without points, valid until the next is added
 */
LvLayoutArrow *
lv_lay_arrow (LvLay *lay, int from, int to)
{
  LvLayoutArrow arrow = { .from = from, .to = to };

  arrow.outline = g_array_new (FALSE, FALSE, sizeof (LvPlacePoint));
  g_array_append_val (lay->out->arrows, arrow);
  return &g_array_index (lay->out->arrows, LvLayoutArrow, lay->out->arrows->len - 1);
}

void
lv_lay_point_to (GArray *outline, double x, double y)
{
  LvPlacePoint point = { x, y };

  g_array_append_val (outline, point);
}

gboolean
lv_lay_is_column (const LvLay *lay, int series)
{
  return !lv_figure_draws_lines (lay->figure)
         && lv_figure_get_series (lay->figure, series)->form == LV_FIGURE_MARK;
}

gboolean
lv_lay_is_line (const LvLay *lay, int series)
{
  LvFigureForm form = lv_figure_get_series (lay->figure, series)->form;

  switch (lv_figure_get_kind (lay->figure))
    {
    case LV_FIGURE_LINES:
      return TRUE;
    case LV_FIGURE_FAN:
    case LV_FIGURE_STAIR:
    case LV_FIGURE_SLOPE:
      return form == LV_FIGURE_MARK || form == LV_FIGURE_LINE;
    default:
      return form == LV_FIGURE_LINE;
    }
}

/* A line in ink over what the series are drawn as. */
gboolean
lv_lay_is_overlay (const LvLay *lay, int series)
{
  return lv_lay_is_line (lay, series)
         && (lv_figure_get_kind (lay->figure) == LV_FIGURE_AREA
             || !lv_figure_draws_lines (lay->figure));
}

gboolean
lv_lay_beside (const LvLay *lay)
{
  return lv_figure_has_scenario (lay->figure)
         && lv_figure_get_scenario_form (lay->figure) == LV_FIGURE_BESIDE;
}

gboolean
lv_lay_over (const LvLay *lay)
{
  return lv_figure_has_scenario (lay->figure)
         && lv_figure_get_scenario_form (lay->figure) == LV_FIGURE_OVER;
}

static gboolean
owns_color (const LvFigure *figure, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (figure, series);
  gboolean drawn = own->form == LV_FIGURE_MARK
                   || (own->form == LV_FIGURE_LINE && lv_figure_draws_lines (figure)
                       && lv_figure_get_kind (figure) != LV_FIGURE_AREA);
  int base = lv_figure_find_baseline (figure, series);

  return drawn && (base == series || base < 0);
}

/* A series' colour is its place among those that own one: a scenario has that of its baseline,
 * overlay lines are ink and written totals have none. */
int
lv_lay_color (const LvFigure *figure, int series)
{
  int own = lv_figure_find_baseline (figure, series);
  int color = 0;

  own = own < 0 ? series : own;
  for (int i = 0; i < own; i++)
    if (owns_color (figure, i))
      color++;
  return color;
}

gboolean
lv_lay_muted (const LvLay *lay, int series)
{
  int highlight = -1;

  lv_figure_get_highlight (lay->figure, &highlight, NULL);
  return highlight >= 0 && lv_figure_find_baseline (lay->figure, series) != highlight
         && series != highlight;
}

/* "Køb af tilbud: mangler, kun vist som figur" */
char *
lv_lay_dup_missing (const LvLay *lay, int series, int category)
{
  const LvFigurePoint *point = lv_figure_get_point (lay->figure, series, category);
  const char *label = lv_figure_get_series (lay->figure, series)->label;
  const char *word = lv_figure_get_word (lay->figure, LV_WORD_MISSING);

  if (point->reason == NULL)
    return g_strdup_printf ("%s: %s", label, word);
  return g_strdup_printf ("%s: %s, %s", label, word, point->reason);
}

void
lv_lay_mark_status (LvLay *lay, int series, int category, double x, double y)
{
  LvFigureStatus status = lv_figure_get_point (lay->figure, series, category)->status;
  LvLayoutMark mark = { x, y, LV_MARK_CORRECTED, series, category };

  if (status == LV_FIGURE_CHANGED)
    mark.kind = LV_MARK_CHANGED;
  else if (status != LV_FIGURE_CORRECTED)
    return;
  g_array_append_val (lay->out->marks, mark);
}

static void
lay_highlight (LvLay *lay)
{
  LvLayoutBox box = { { 0 }, LV_BOX_CATEGORY, -1, -1, -1, FALSE, NULL };
  const LvRect *plot = &lay->out->plot;

  lv_figure_get_highlight (lay->figure, NULL, &box.category);
  if (box.category < 0)
    return;
  box.rect = (LvRect) { lv_lay_slot_x (lay, box.category), plot->y - lay->headroom, lay->slot,
                        plot->height + lay->headroom + lay->axis_height };
  g_array_append_val (lay->out->boxes, box);
}

/* Says that there is nothing to draw. */
void
lv_lay_empty (LvLay *lay)
{
  const LvRect *plot = &lay->out->plot;
  const char *word = lv_figure_get_word (lay->figure, LV_WORD_NO_DATA);
  g_autofree char *text = lv_text_shorten (lay->measure, word, &lay->out->fonts[LV_STYLE_LABEL],
                                           plot->width);
  double width = lv_lay_width (lay, LV_STYLE_LABEL, text);

  lv_lay_text (lay, LV_TEXT_EMPTY, LV_STYLE_LABEL, LV_ALIGN_CENTER, text,
               (LvRect) { plot->x + (plot->width - width) / 2.0, plot->y, width,
                          lay->line[LV_STYLE_LABEL] })->ink = LV_INK_SOFT;
}

static void
lay_kind (LvLay *lay)
{
  switch (lv_figure_get_kind (lay->figure))
    {
    case LV_FIGURE_AREA:
      lv_lay_areas (lay);
      break;
    case LV_FIGURE_FAN:
      lv_lay_fan (lay);
      break;
    case LV_FIGURE_STAIR:
      lv_lay_stairs (lay);
      break;
    case LV_FIGURE_WATERFALL:
      lv_lay_waterfall (lay);
      break;
    default:
      lv_lay_columns (lay);
      break;
    }
  lv_lay_lines (lay);
}

/* Numbers that are written where there is room between all else. */
static void
lay_values (LvLay *lay)
{
  switch (lv_figure_get_kind (lay->figure))
    {
    case LV_FIGURE_AREA:
      lv_lay_area_totals (lay);
      break;
    case LV_FIGURE_STAIR:
      lv_lay_stair_values (lay);
      break;
    default:
      lv_lay_line_values (lay);
      break;
    }
}

/* "+ 12 flere", at the foot of what is left of the picture. */
void
lv_lay_rest (LvLay *lay, int n_rest)
{
  double line = lay->line[LV_STYLE_NOTE];
  g_autofree char *number = g_strdup_printf ("%d", n_rest);
  g_autofree char *whole = lv_figure_fill (lay->figure, LV_WORD_MORE, "a", number, NULL);
  g_autofree char *text = lv_text_shorten (lay->measure, whole, &lay->out->fonts[LV_STYLE_NOTE],
                                           lay->area.width);

  if (line > lay->area.height)
    return;
  lv_lay_text (lay, LV_TEXT_DETAIL, LV_STYLE_NOTE, LV_ALIGN_START, text,
               (LvRect) { lay->area.x, lay->area.y + lay->area.height - line,
                          MIN (lv_lay_width (lay, LV_STYLE_NOTE, text), lay->area.width), line })
    ->ink = LV_INK_SOFT;
}

/* Columns and lines: categories along, one value axis.  FALSE: the direct labels do not fit. */
static gboolean
lay_upright (LvLay *lay)
{
  LvLayout *out = lay->out;
  double left;
  double right;
  int n = MAX (lv_figure_n_categories (lay->figure), 1);

  if (!lv_lay_prepare_labels (lay))
    return FALSE;
  lv_lay_legend (lay);
  left = lv_lay_tick_width (lay);
  right = lv_lay_labels_width (lay);
  out->plot.x = ceil (lay->area.x + left);
  out->plot.width = MAX (floor (lay->area.x + lay->area.width - right - out->plot.x), 1.0);
  lay->slot = out->plot.width / n;
  lv_lay_categories (lay);
  lv_lay_plot_height (lay);
  lay_highlight (lay);
  lv_lay_ticks (lay);
  lay_kind (lay);
  lv_lay_drop_crossed (lay);
  lv_lay_totals (lay);
  lv_lay_drop_overlaps (lay);
  if (!lv_lay_place_labels (lay))
    return FALSE;
  lay_values (lay);
  if (!out->has_values)
    {
      lv_lay_empty (lay);
      lv_lay_drop_overlaps (lay);
    }
  return TRUE;
}

/* A row for each category.  Names of series never stand right of the rows. */
static gboolean
lay_rows (LvLay *lay, void (*lay_own) (LvLay *))
{
  lay->direct = FALSE;
  lay_own (lay);
  if (!lay->out->has_values)
    lv_lay_empty (lay);
  lv_lay_drop_overlaps (lay);
  return TRUE;
}

/* Everything between heading and footing.  FALSE: the direct labels do not fit. */
static gboolean
lay_body (LvLay *lay)
{
  switch (lv_figure_get_kind (lay->figure))
    {
    case LV_FIGURE_SLOPE:
      lay->direct = FALSE;
      lv_lay_slope (lay);
      return TRUE;
    case LV_FIGURE_BARS_STACKED:
    case LV_FIGURE_BARS_GROUPED:
    case LV_FIGURE_BARS_SHARE:
      return lay_rows (lay, lv_lay_bars);
    case LV_FIGURE_DUMBBELL:
      return lay_rows (lay, lv_lay_dumbbell);
    case LV_FIGURE_TORNADO:
      return lay_rows (lay, lv_lay_tornado);
    case LV_FIGURE_SCATTER:
      lv_lay_scatter (lay);
      return TRUE;
    case LV_FIGURE_MATRIX:
      lv_lay_matrix (lay);
      return TRUE;
    case LV_FIGURE_SHARE:
      lv_lay_share (lay);
      return TRUE;
    case LV_FIGURE_DONUT:
      lv_lay_donut (lay);
      return TRUE;
    case LV_FIGURE_TIMELINE:
      lv_lay_timeline (lay);
      return TRUE;
    case LV_FIGURE_FLOW:
      lv_lay_flow (lay);
      return TRUE;
    default:
      return lay_upright (lay);
    }
}

/* The second try starts from what heading and footing left. */
static void
lay_reset (LvLay *lay, guint n_texts)
{
  LvLayout *out = lay->out;

  g_array_set_size (out->boxes, 0);
  g_array_set_size (out->areas, 0);
  g_array_set_size (out->arrows, 0);
  g_array_set_size (out->rules, 0);
  g_array_set_size (out->bars, 0);
  g_array_set_size (out->segments, 0);
  g_array_set_size (out->points, 0);
  g_array_set_size (out->marks, 0);
  g_array_set_size (out->swatches, 0);
  g_array_set_size (out->texts, n_texts);
  g_array_set_size (lay->labels, 0);
  g_array_set_size (lay->legend, 0);
}

static GArray *
labels_new (void)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (LvLayLabel));

  g_array_set_clear_func (labels, lv_lay_label_clear);
  return labels;
}

static void
lay_frame (LvLay *lay)
{
  lv_lay_heading (lay);
  if (!lv_figure_has_height (lay->figure))
    lv_lay_range (lay);
  lv_lay_footing (lay);
}

/* From title to source: with labels beside the marks, else with a legend. */
static void
lay_all (LvLay *lay)
{
  LvRect area;
  guint n_texts;

  lay_reset (lay, 0);
  lay->out->has_values = FALSE;
  lay->low = lay->high = 0.0;
  lay_frame (lay);
  area = lay->area;
  n_texts = lay->out->texts->len;
  lay->direct = TRUE;
  if (lay_body (lay))
    return;
  lay_reset (lay, n_texts);
  lay->area = area;
  lay->direct = FALSE;
  lay_body (lay);
}

static void
lay_init (LvLay *lay, LvFigure *figure, double width, double height, LvTextMeasure *measure)
{
  *lay = (LvLay) { .out = layout_alloc (figure, width, height, measure), .figure = figure,
                   .measure = measure, .direct = TRUE };
  lay->labels = labels_new ();
  lay->legend = labels_new ();
  lay->stacks = g_new0 (LvLayStack, 2 * MAX (lv_figure_n_categories (figure), 1));
  lv_lay_fonts (lay);
  lv_lay_remarks_init (lay);
}

static void
lay_clear (LvLay *lay)
{
  g_array_unref (lay->labels);
  g_array_unref (lay->legend);
  g_free (lay->stacks);
  g_free (lay->named);
  g_free (lay->noted);
}

/**
 * lv_layout_new:
 * @figure: what to show; frozen by this call, and kept by the layout
 * @width: in points
 * @height: in points
 * @measure: how texts are measured
 *
 * Designed for 280 x 180 points up to A3; below that texts are shortened until little is left.
 *
 * Returns: (transfer full): the layout
 */
LvLayout *
lv_layout_new (LvFigure *figure, double width, double height, LvTextMeasure *measure)
{
  LvLay lay;

  g_return_val_if_fail (figure != NULL && measure != NULL, NULL);
  lay_init (&lay, figure, width, height, measure);
  do
    lay_all (&lay);
  while (!lv_lay_remarks (&lay));
  lay.out->direct_labels = lay.direct;
  lay_clear (&lay);
  return lay.out;
}

static double
height_needed (LvFigure *figure, double width, double height, LvTextMeasure *measure)
{
  double frame;
  double body;
  LvLay lay;

  lay_init (&lay, figure, width, height, measure);
  lay_frame (&lay);
  frame = lay.out->height - lay.area.height;
  body = lv_figure_get_kind (figure) == LV_FIGURE_TIMELINE ? lv_lay_timeline_height (&lay)
                                                            : lv_lay_flow_height (&lay);
  lv_layout_free (lay.out);
  lay_clear (&lay);
  return frame + body;
}

/**
 * lv_layout_natural_height:
 * @figure: a timeline or a flow; frozen by this call
 * @width: in points
 * @measure: how texts are measured
 *
 * Returns: the height in points in which all rows or boxes stand, with their whole texts; 0 for a
 *   kind that fits in any height
 */
double
lv_layout_natural_height (LvFigure *figure, double width, LvTextMeasure *measure)
{
  double height = 1.0;

  g_return_val_if_fail (figure != NULL && measure != NULL, 0.0);
  if (!lv_figure_has_height (figure))
    return 0.0;
  /* Type, heading and footing grow with the picture, up to a bound. */
  for (int i = 0; i < 32; i++)
    {
      double needed = ceil (height_needed (figure, width, height, measure));

      if (needed <= height)
        break;
      height = needed;
    }
  return height;
}
