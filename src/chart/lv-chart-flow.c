/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A flow from a [flow]: its boxes with the numbers that they show now. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"
#include "lv-number.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const LvFlow *
find_flow (const LvChart *self)
{
  const char *id = lv_item_get (self->item, "flow");
  const LvItem *item = self->item->kind == LV_KIND_FLOW ? self->item
                       : id != NULL ? lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_FLOW,
                                                         id)
                                    : NULL;

  return item != NULL ? item->detail : NULL;
}

/* The one number of a box; @at has no node where the box shows none. */
static gboolean
find_number (const LvChart *self, const LvBox *box, LvChartCell *at, GError **error)
{
  const LvNode *node = lv_model_find (self->model, box->show->id);
  g_autofree char *reason = NULL;
  gssize cell = -1;
  gssize next;
  LvPlace place;

  if (node == NULL || !lv_place_parse (box->members, lv_node_shape (node), &place, &reason)
      || !lv_place_next (&place, lv_node_shape (node), &cell))
    {
      g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES, _ ("“%s” has no values"),
                   box->show->id);
      return FALSE;
    }
  next = cell;
  if (lv_place_next (&place, lv_node_shape (node), &next))
    {
      g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES,
                   _ ("a box shows one number, and “%s” is several"), box->show->id);
      return FALSE;
    }
  if (lv_node_present (self->model, node, (gsize) cell))
    *at = (LvChartCell) { node, (gsize) cell };
  return TRUE;
}

static void
clear_track (gpointer data)
{
  LvChartTrack *track = data;

  g_free (track->id);
  g_free (track->label);
  g_array_unref (track->cells);
}

/* Finds the boxes: a column each, and in the one track their numbers. */
gboolean
lv_chart_plan_flow (LvChart *self, GError **error)
{
  LvChartTrack track = { .member = -1, .factor = 1.0 };

  self->flow = find_flow (self);
  g_array_set_clear_func (self->tracks, clear_track);
  if (self->flow == NULL || self->flow->boxes->len == 0)
    {
      g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES, _ ("the flow has no boxes"));
      return FALSE;
    }
  track.id = g_strdup (self->item->id);
  track.label = g_strdup (lv_text_word (lv_model_pack (self->model), "chart-number",
                                        lv_figure_word_default (LV_WORD_NUMBER)));
  track.cells = g_array_new (FALSE, TRUE, sizeof (LvChartCell));
  g_array_set_size (track.cells, self->flow->boxes->len);
  g_array_append_val (self->tracks, track);
  for (guint i = 0; i < self->flow->boxes->len; i++)
    {
      const LvBox *box = &g_array_index (self->flow->boxes, LvBox, i);
      LvChartColumn column = { g_strdup (box->text), NULL, -1, LV_FIGURE_PERIOD_NONE };

      g_array_append_val (self->columns, column);
      if (box->show != NULL
          && !find_number (self, box, lv_chart_cell (lv_chart_track (self, 0), i), error))
        return FALSE;
    }
  return TRUE;
}

/* Filling */

static void
fill_box (const LvChart *self, LvFigure *figure, int series, guint box, const LvState *state)
{
  const LvPack *pack = lv_model_pack (self->model);
  const LvChartCell *at = lv_chart_cell (lv_chart_track (self, 0), box);
  LvValue value = lv_state_get (state, at->node, at->cell);
  g_autofree char *text = lv_text_amount (pack, at->node, value);
  g_autofree char *reason = lv_chart_dup_reason (self, at, value, state);

  lv_figure_set_value (figure, series, (int) box, value.number,
                       lv_chart_figure_status (value.status));
  if (!isnan (value.number))
    lv_figure_set_value_text (figure, series, (int) box, text);
  lv_figure_set_reason (figure, series, (int) box, reason);
}

static gboolean
is_other (const LvChartCell *at, const LvState *state, const LvState *base)
{
  double a;
  double b;

  if (at->node == NULL)
    return FALSE;
  a = lv_state_number (state, at->node, at->cell);
  b = lv_state_number (base, at->node, at->cell);
  return isnan (a) || isnan (b) ? isnan (a) != isnan (b) : !lv_number_equal (a, b);
}

static void
fill_series (const LvChart *self, LvFigure *figure, LvFigureRole role, const LvState *state,
             const LvState *base)
{
  const LvChartTrack *track = lv_chart_track (self, 0);
  int series = role == LV_FIGURE_BASELINE
                 ? lv_figure_add_series (figure, track->id, track->label, role, LV_FIGURE_MARK)
                 : -1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const LvChartCell *at = lv_chart_cell (track, i);

      if (at->node == NULL || (role == LV_FIGURE_SCENARIO && !is_other (at, state, base)))
        continue;
      if (series < 0)
        series = lv_figure_add_series (figure, track->id, track->label, role, LV_FIGURE_MARK);
      fill_box (self, figure, series, i, role == LV_FIGURE_SCENARIO ? state : base);
    }
}

/* Fills a figure with boxes, arrows and numbers; the scenario's where they are others. */
void
lv_chart_fill_flow (const LvChart *self, LvFigure *figure, const LvState *state,
                    const LvState *base)
{
  for (guint i = 0; i < self->flow->boxes->len; i++)
    {
      const LvBox *box = &g_array_index (self->flow->boxes, LvBox, i);
      int category = lv_figure_add_category (figure, box->text, NULL, LV_FIGURE_PERIOD_NONE);

      if (box->card != NULL)
        lv_figure_set_card (figure, category, box->card->id);
    }
  for (guint i = 0; i < self->flow->arrows->len; i++)
    {
      const LvArrow *arrow = &g_array_index (self->flow->arrows, LvArrow, i);

      lv_figure_add_link (figure, (int) arrow->from, (int) arrow->to);
    }
  fill_series (self, figure, LV_FIGURE_BASELINE, state, base);
  fill_series (self, figure, LV_FIGURE_SCENARIO, state, base);
}

/* Words */

/* Returns: (transfer full): what a box without a number says, and where it leads */
char *
lv_chart_tell_box (const LvChart *self, const LvFigure *figure, int category)
{
  const char *label = lv_figure_get_category (figure, category)->label;
  g_autofree char *linked = lv_figure_dup_linked (figure, category, TRUE);

  return linked != NULL ? g_strdup_printf ("%s\n→ %s", label, linked) : g_strdup (label);
}

/* Returns: (transfer full): a line for each box, parted by tabs */
char *
lv_chart_flow_to_text (const LvFigure *figure)
{
  GString *out = g_string_new (lv_figure_get_word (figure, LV_WORD_BOX_HEAD));

  for (int s = 0; s < lv_figure_n_series (figure); s++)
    {
      const LvFigureSeries *own = lv_figure_get_series (figure, s);
      g_autofree char *moved = lv_figure_fill (figure, LV_WORD_SERIES_SCENARIO, "label",
                                               own->label, NULL);

      g_string_append_printf (out, "\t%s", own->role == LV_FIGURE_SCENARIO ? moved : own->label);
    }
  g_string_append_printf (out, "\t%s", lv_figure_get_word (figure, LV_WORD_LEADS_HEAD));
  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      g_autofree char *linked = lv_figure_dup_linked (figure, c, TRUE);

      g_string_append_printf (out, "\n%s", lv_figure_get_category (figure, c)->label);
      for (int s = 0; s < lv_figure_n_series (figure); s++)
        {
          g_autofree char *text = lv_figure_dup_value_text (figure, s, c);

          g_string_append_printf (out, "\t%s", text);
        }
      g_string_append_printf (out, "\t%s", linked != NULL ? linked : "");
    }
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
