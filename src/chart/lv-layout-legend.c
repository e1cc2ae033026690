/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row above the plot: the series where they could not be labelled directly, and the key to
 * what a frame and the small marks mean. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define SWATCH_WIDTH 14.0
#define SWATCH_GAP 5.0
#define ENTRY_GAP 13.0

static void
add_key (LvLay *lay, LvSwatchKind kind, LvFigureWord word)
{
  LvLayLabel label = { .has_swatch = TRUE, .series = -1, .role = LV_TEXT_LEGEND };

  label.style = LV_STYLE_LABEL;
  label.swatch.kind = kind;
  label.swatch.series = -1;
  label.full = g_strdup (lv_figure_get_word (lay->figure, word));
  g_array_append_val (lay->legend, label);
}

static gboolean
has_status (const LvLay *lay, LvFigureStatus status)
{
  for (int s = 0; s < lv_figure_n_series (lay->figure); s++)
    for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
      if (lv_figure_get_point (lay->figure, s, c)->status == status
          && lv_figure_get_series (lay->figure, s)->form != LV_FIGURE_TOTAL)
        return TRUE;
  return FALSE;
}

void
lv_lay_collect_legend (LvLay *lay)
{
  LvFigureKind kind = lv_figure_get_kind (lay->figure);

  if (lv_figure_is_plane (lay->figure) && lv_figure_has_scenario (lay->figure))
    add_key (lay, kind == LV_FIGURE_SCATTER ? LV_SWATCH_ARROW : LV_SWATCH_SCENARIO,
             kind == LV_FIGURE_SCATTER ? LV_WORD_MOVED : LV_WORD_SCENARIO);
  else if (!lv_figure_draws_lines (lay->figure) && lv_figure_has_scenario (lay->figure)
           && kind != LV_FIGURE_SHARE && kind != LV_FIGURE_DONUT)
    {
      /* Where room is short the frame's key says enough. */
      if (lay->out->width >= 400.0)
        add_key (lay, LV_SWATCH_BASELINE, LV_WORD_BASELINE);
      add_key (lay, LV_SWATCH_SCENARIO, LV_WORD_SCENARIO);
    }
  if (lv_figure_get_kind (lay->figure) == LV_FIGURE_AREA && lv_figure_has_scenario (lay->figure))
    add_key (lay, LV_SWATCH_OVERLAY, LV_WORD_SCENARIO);
  if (has_status (lay, LV_FIGURE_CORRECTED))
    add_key (lay, LV_SWATCH_CORRECTED, LV_WORD_CORRECTED);
  if (has_status (lay, LV_FIGURE_CHANGED))
    add_key (lay, LV_SWATCH_CHANGED, LV_WORD_CHANGED);
}

static double
entry_width (LvLay *lay, const LvLayLabel *label, double max_text, char **text)
{
  g_autofree char *fitted = lv_text_shorten (lay->measure, label->full,
                                             &lay->out->fonts[label->style], max_text);
  double width = lv_lay_width (lay, label->style, fitted);

  if (text != NULL)
    *text = g_steal_pointer (&fitted);
  return width + (label->has_swatch ? SWATCH_WIDTH + SWATCH_GAP : 0.0);
}

static int
count_rows (LvLay *lay, double max_text)
{
  double x = 0.0;
  int rows = 1;

  for (guint i = 0; i < lay->legend->len; i++)
    {
      double width = entry_width (lay, &g_array_index (lay->legend, LvLayLabel, i), max_text,
                                  NULL);

      if (x > 0.0 && x + width > lay->area.width)
        {
          rows++;
          x = 0.0;
        }
      x += width + ENTRY_GAP;
    }
  return rows;
}

static void
lay_entry (LvLay *lay, LvLayLabel *label, const char *text, double x, double y)
{
  double line = lay->line[label->style];
  double text_x = x + (label->has_swatch ? SWATCH_WIDTH + SWATCH_GAP : 0.0);
  LvRect rect = { text_x, y, lv_lay_width (lay, label->style, text), line };
  LvLayoutText *item = lv_lay_text (lay, LV_TEXT_LEGEND, label->style, LV_ALIGN_START, text,
                                    rect);

  item->series = label->series;
  if (!g_str_equal (text, label->full))
    item->full = g_strdup (label->full);
  if (!label->has_swatch)
    return;
  label->swatch.rect = (LvRect) { x, y + (line - 9.0) / 2.0, SWATCH_WIDTH, 9.0 };
  g_array_append_val (lay->out->swatches, label->swatch);
}

/* The last resort of a small card with many long names: what does not fit is named in the full
 * text of an ellipsis. */
static void
lay_rest (LvLay *lay, guint first, double x, double y)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  double width = lv_lay_width (lay, LV_STYLE_LABEL, "…");
  LvLayoutText *item;

  for (guint i = first; i < lay->legend->len; i++)
    g_string_append_printf (rest, "%s%s", rest->len > 0 ? ", " : "",
                            g_array_index (lay->legend, LvLayLabel, i).full);
  x = MIN (x, lay->area.x + lay->area.width - width);
  item = lv_lay_text (lay, LV_TEXT_LEGEND, LV_STYLE_LABEL, LV_ALIGN_START, "…",
                      (LvRect) { x, y, width, lay->line[LV_STYLE_LABEL] });
  item->full = g_strdup (rest->str);
}

static int
lay_entries (LvLay *lay, double max_text, int max_rows)
{
  double x = lay->area.x;
  double right = lay->area.x + lay->area.width;
  double more = lv_lay_width (lay, LV_STYLE_LABEL, "…") + ENTRY_GAP;
  double line = lay->line[LV_STYLE_LABEL] + 2.0;
  int row = 0;

  for (guint i = 0; i < lay->legend->len; i++)
    {
      LvLayLabel *label = &g_array_index (lay->legend, LvLayLabel, i);
      g_autofree char *text = NULL;
      double width = entry_width (lay, label, max_text, &text);
      gboolean last = i + 1 == lay->legend->len;
      double needed = width + (row + 1 == max_rows && !last ? more : 0.0);

      if (x > lay->area.x && x + needed > right)
        {
          if (row + 1 == max_rows)
            {
              lay_rest (lay, i, x, lay->area.y + row * line);
              return row + 1;
            }
          row++;
          x = lay->area.x;
        }
      lay_entry (lay, label, text, x, lay->area.y + row * line);
      x += width + ENTRY_GAP;
    }
  return row + 1;
}

/* Takes its rows from the top of the area: names whole if they fit in a third of the height,
 * else the longest ones shortened until they do. */
void
lv_lay_legend (LvLay *lay)
{
  double line = lay->line[LV_STYLE_LABEL] + 2.0;
  int max_rows = MAX ((int) (lay->area.height * 0.3 / line), 1);
  double max_text = lay->area.width - SWATCH_WIDTH - SWATCH_GAP;
  double shortest = lay->line[LV_STYLE_LABEL] * 3.0;
  double height;

  if (lay->legend->len == 0)
    return;
  while (max_text > shortest && count_rows (lay, max_text) > max_rows)
    max_text *= 0.92;
  height = lay_entries (lay, MAX (max_text, 1.0), max_rows) * line + 3.0;
  lay->area.y += height;
  lay->area.height = MAX (lay->area.height - height, 1.0);
}
