/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-draw-private.h"
#include "lv-pango-private.h"

static LvDrawParts
part_of (LvTextRole role)
{
  switch (role)
    {
    case LV_TEXT_TITLE:
      return LV_DRAW_TITLE;
    case LV_TEXT_SUBTITLE:
      return LV_DRAW_SUBTITLE;
    case LV_TEXT_NOTE:
      return LV_DRAW_NOTES;
    case LV_TEXT_SOURCE:
      return LV_DRAW_SOURCE;
    default:
      return LV_DRAW_FIGURE;
    }
}

/* A text on a hatched bar stands on a plate of the plain colour: on the lines themselves its
 * contrast could not be promised. */
static LvColor
color_on_fill (LvDraw *self, const LvLayoutText *text)
{
  const LvLayoutBar *bar = &g_array_index (self->layout->bars, LvLayoutBar, text->bar);
  LvColor fill = lv_draw_fill_color (self, bar);
  LvRect plate = { text->rect.x - 2.0, MAX (text->rect.y, bar->rect.y), text->rect.width + 4.0,
                   MIN (text->rect.height, bar->rect.height) };

  if (bar->period == LV_FIGURE_PERIOD_FORECAST)
    {
      lv_draw_color (self, fill);
      cairo_rectangle (self->cr, plate.x, plate.y, plate.width, plate.height);
      cairo_fill (self->cr);
    }
  return lv_palette_text_on (fill);
}

static LvColor
text_color (LvDraw *self, const LvLayoutText *text)
{
  if (text->ink == LV_INK_ON_FILL && text->bar >= 0)
    return color_on_fill (self, text);
  return text->ink == LV_INK_SOFT ? self->palette->soft_ink : self->palette->ink;
}

static double
text_x (const LvLayoutText *text, double width)
{
  double slack = text->rect.width - width;

  return text->rect.x + (text->align == LV_ALIGN_END      ? slack
                         : text->align == LV_ALIGN_CENTER ? slack / 2.0
                                                          : 0.0);
}

static double
anchor_of (const LvLayoutText *text)
{
  return text->rect.x + (text->align == LV_ALIGN_END      ? text->rect.width
                         : text->align == LV_ALIGN_CENTER ? text->rect.width / 2.0
                                                          : 0.0);
}

/* All texts of a font stand as high above their lower edge, so @pango is asked once. */
static void
write_text (LvDraw *self, PangoLayout *pango, const LvLayoutText *text)
{
  LvDrawnText drawn = { .text = text->text,
                        .font = &self->layout->fonts[text->style],
                        .color = text_color (self, text),
                        .x = anchor_of (text),
                        .baseline = text->rect.y + pango_layout_get_baseline (pango) / (double) PANGO_SCALE,
                        .align = text->align };

  self->writer->write (&drawn, self->writer->user_data);
}

static void
draw_text (LvDraw *self, PangoLayout *pango, const LvLayoutText *text)
{
  LvColor color = text_color (self, text);
  int width = 0;

  pango_layout_set_text (pango, text->text, -1);
  pango_layout_get_size (pango, &width, NULL);
  lv_draw_color (self, color);
  cairo_move_to (self->cr, text_x (text, width / (double) PANGO_SCALE), text->rect.y);
  pango_cairo_show_layout (self->cr, pango);
}

void
lv_draw_texts (LvDraw *self, LvDrawParts parts)
{
  PangoContext *context = lv_pango_context_new ();
  PangoLayout *layouts[LV_N_STYLES] = { NULL };

  for (guint i = 0; i < self->layout->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (self->layout->texts, LvLayoutText, i);

      if (!(part_of (text->role) & parts))
        continue;
      if (layouts[text->style] == NULL)
        layouts[text->style] = lv_pango_layout_new (context, self->layout->family,
                                                    &self->layout->fonts[text->style]);
      if (self->writer != NULL)
        write_text (self, layouts[text->style], text);
      else
        draw_text (self, layouts[text->style], text);
    }
  for (int i = 0; i < LV_N_STYLES; i++)
    g_clear_object (&layouts[i]);
  g_object_unref (context);
}
