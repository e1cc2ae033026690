/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What frames the picture: type sizes, title and subtitle above, notes and source below. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

static double
half_points (double size)
{
  return floor (size * 2.0 + 0.5) / 2.0;
}

/* Type grows slowly with the picture: 9 points in a small card, 14 on A3.  A kind that needs more
 * height for more of the same does not get larger type for it. */
void
lv_lay_fonts (LvLay *lay)
{
  static const struct { double factor; gboolean bold; } styles[LV_N_STYLES] = {
    [LV_STYLE_TITLE] = { 1.38, TRUE },   [LV_STYLE_SUBTITLE] = { 1.0, FALSE },
    [LV_STYLE_LABEL] = { 0.96, FALSE },  [LV_STYLE_STRONG] = { 0.96, TRUE },
    [LV_STYLE_VALUE] = { 0.9, FALSE },   [LV_STYLE_VALUE_STRONG] = { 0.94, TRUE },
    [LV_STYLE_NOTE] = { 0.84, FALSE },
  };
  LvLayout *out = lay->out;
  double height = lv_figure_has_height (lay->figure) ? MIN (out->height, out->width * 0.7)
                                                     : out->height;
  double base = CLAMP (sqrt (out->width * height) / 58.0, 9.0, 14.0);

  base = MIN (base * lay->measure->text_scale, MAX (out->height / 14.0, 4.0));
  for (int i = 0; i < LV_N_STYLES; i++)
    {
      out->fonts[i].size = half_points (base * styles[i].factor);
      if (i == LV_STYLE_TITLE && out->width < 400.0)
        out->fonts[i].size = half_points (base * 1.2);
      out->fonts[i].bold = styles[i].bold;
      lay->line[i] = lv_measure_height (lay->measure, &out->fonts[i]);
    }
}

/* Sets a paragraph at @y in at most @max_lines; returns its height. */
static double
paragraph (LvLay *lay, LvTextRole role, LvTextStyle style, const char *text, double y,
           int max_lines)
{
  gboolean shortened = FALSE;
  g_autoptr (GPtrArray) lines = lv_text_wrap (lay->measure, text, &lay->out->fonts[style],
                                              lay->area.width, max_lines, &shortened);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      LvRect rect = { lay->area.x, y + i * lay->line[style], lv_lay_width (lay, style, line),
                      lay->line[style] };
      LvLayoutText *item = lv_lay_text (lay, role, style, LV_ALIGN_START, line, rect);

      if (role != LV_TEXT_TITLE)
        item->ink = LV_INK_SOFT;
      if (shortened)
        item->full = g_strdup (text);
    }
  return lines->len * lay->line[style];
}

void
lv_lay_heading (LvLay *lay)
{
  LvLayout *out = lay->out;
  double pad = CLAMP (out->width / 50.0, 6.0, 16.0);
  const char *title = lv_figure_get_title (lay->figure);
  const char *subtitle = lv_figure_get_subtitle (lay->figure);
  double y = pad;

  lay->area = (LvRect) { pad, pad, MAX (out->width - 2.0 * pad, 1.0),
                         MAX (out->height - 2.0 * pad, 1.0) };
  y += paragraph (lay, LV_TEXT_TITLE, LV_STYLE_TITLE, title, y,
                  out->height < 140.0 ? 1 : out->height < 220.0 ? 2 : 3);
  if (subtitle != NULL && out->height >= 120.0)
    {
      y += floor (lay->line[LV_STYLE_SUBTITLE] * 0.15);
      y += paragraph (lay, LV_TEXT_SUBTITLE, LV_STYLE_SUBTITLE, subtitle, y,
                      out->height < 200.0 ? 1 : 2);
    }
  if (y > pad)
    y += ceil (lay->line[LV_STYLE_SUBTITLE] * (out->height < 260.0 ? 0.25 : 0.6));
  lay->area.height -= y - lay->area.y;
  lay->area.y = y;
}

static gboolean
axis_leaves_zero (const LvLay *lay)
{
  const LvTicks *ticks = &lay->out->ticks;

  return lay->out->has_values
         && (lv_ticks_low (ticks) > 0.0 || lv_ticks_high (ticks) < 0.0);
}

static char *
dup_notes (const LvLay *lay)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *remarks = lv_lay_dup_remarks (lay);

  if (axis_leaves_zero (lay))
    g_string_append (notes, lv_figure_get_word (lay->figure, LV_WORD_AXIS_NOT_ZERO));
  if (*remarks != '\0')
    g_string_append_printf (notes, "%s%s", notes->len > 0 ? " " : "", remarks);
  /* A small card has no room for notes; they are in its zoomed view and its table. */
  for (int i = 0; lay->out->height >= 260.0 && i < lv_figure_n_notes (lay->figure); i++)
    g_string_append_printf (notes, "%s%s", notes->len > 0 ? " " : "",
                            lv_figure_get_note (lay->figure, i));
  return g_string_free (g_steal_pointer (&notes), FALSE);
}

/* The source line has its place first; notes take what a fifth of the height allows. */
void
lv_lay_footing (LvLay *lay)
{
  LvLayout *out = lay->out;
  guint first = out->texts->len;
  g_autofree char *notes = dup_notes (lay);
  const char *source = lv_figure_get_source (lay->figure);
  double line = lay->line[LV_STYLE_NOTE];
  double share = out->height < 200.0 ? 0.12 : out->height < 260.0 ? 0.17 : 0.2;
  int room = MAX ((int) (out->height * share / line), 1);
  double height = 0.0;

  if (*notes != '\0' && room > (source != NULL ? 1 : 0))
    height += paragraph (lay, LV_TEXT_NOTE, LV_STYLE_NOTE, notes, height,
                         room - (source != NULL ? 1 : 0));
  if (source != NULL)
    height += paragraph (lay, LV_TEXT_SOURCE, LV_STYLE_NOTE, source, height,
                         CLAMP (room - (int) (height / line), 1,
                                out->height < 200.0 ? 1 : 3));
  for (guint i = first; i < out->texts->len; i++)
    g_array_index (out->texts, LvLayoutText, i).rect.y += lay->area.y + lay->area.height - height;
  if (height > 0.0)
    height += ceil (line * (out->height < 260.0 ? 0.3 : 0.55));
  lay->area.height = MAX (lay->area.height - height, 1.0);
}
