/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout as text, for goldens: one line per primitive, a tenth of a point. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout.h"

#include <math.h>

static void
number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double tenths = floor (value * 10.0 + 0.5) / 10.0;

  /* Minus zero is zero. */
  g_ascii_formatd (buffer, sizeof buffer, "%.1f", tenths + 0.0);
  g_string_append_printf (out, " %s", buffer);
}

static void
rect_to (GString *out, const LvRect *rect)
{
  number (out, rect->x);
  number (out, rect->y);
  number (out, rect->width);
  number (out, rect->height);
}

static const char *
period_name (LvFigurePeriod period)
{
  static const char *const names[] = { "", " accounts", " budget", " forecast" };

  return names[period];
}

static void
dump_boxes (const LvLayout *self, GString *out)
{
  static const char *const kinds[] = { "category", "scenario", "missing", "band", "frame",
                                       "chip" };

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (self->boxes, LvLayoutBox, i);

      g_string_append_printf (out, "box %s %d/%d", kinds[box->kind], box->series, box->category);
      rect_to (out, &box->rect);
      if (box->full != NULL)
        g_string_append_printf (out, " \"%s\"", box->full);
      g_string_append_c (out, '\n');
    }
}

static void
dump_rules (const LvLayout *self, GString *out)
{
  static const char *const kinds[] = { "grid", "zero", "reference", "leader", "period",
                                       "scenario", "connector", "annotation" };

  for (guint i = 0; i < self->rules->len; i++)
    {
      const LvLayoutRule *rule = &g_array_index (self->rules, LvLayoutRule, i);

      g_string_append_printf (out, "rule %s", kinds[rule->kind]);
      number (out, rule->x1);
      number (out, rule->y1);
      number (out, rule->x2);
      number (out, rule->y2);
      g_string_append_c (out, '\n');
    }
}

static void
dump_bars (const LvLayout *self, GString *out)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (self->bars, LvLayoutBar, i);

      g_string_append_printf (out, "bar %d/%d color %d%s%s%s%s", bar->series, bar->category,
                              bar->color, period_name (bar->period),
                              bar->scenario ? " scenario" : "", bar->hollow ? " hollow" : "",
                              bar->muted ? " muted" : "");
      if (bar->progress != LV_FIGURE_PROGRESS_NONE || bar->milestone)
        g_string_append_printf (out, " progress %d%s", bar->progress,
                                bar->milestone ? " milestone" : "");
      rect_to (out, &bar->rect);
      g_string_append_c (out, '\n');
    }
}

static void
dump_lines (const LvLayout *self, GString *out)
{
  for (guint i = 0; i < self->segments->len; i++)
    {
      const LvLayoutSegment *own = &g_array_index (self->segments, LvLayoutSegment, i);

      g_string_append_printf (out, "segment %d color %d%s%s%s", own->series, own->color,
                              period_name (own->period), own->scenario ? " scenario" : "",
                              own->overlay ? " overlay" : "");
      number (out, own->x1);
      number (out, own->y1);
      number (out, own->x2);
      number (out, own->y2);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (self->points, LvLayoutPoint, i);

      g_string_append_printf (out, "point %d/%d%s%s", point->series, point->category,
                              point->marker ? "" : " bare", point->strong ? " strong" : "");
      number (out, point->x);
      number (out, point->y);
      g_string_append_c (out, '\n');
    }
}

static void
outline_to (GString *out, const GArray *outline)
{
  for (guint i = 0; i < outline->len; i++)
    {
      number (out, g_array_index (outline, LvPlacePoint, i).x);
      number (out, g_array_index (outline, LvPlacePoint, i).y);
    }
  g_string_append_c (out, '\n');
}

static void
dump_shapes (const LvLayout *self, GString *out)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const LvLayoutArea *area = &g_array_index (self->areas, LvLayoutArea, i);

      g_string_append_printf (out, "area %d/%d color %d%s%s%s%s", area->series, area->category,
                              area->color, period_name (area->period),
                              area->scenario ? " scenario" : "", area->faint ? " faint" : "",
                              area->muted ? " muted" : "");
      outline_to (out, area->outline);
    }
  for (guint i = 0; i < self->arrows->len; i++)
    {
      const LvLayoutArrow *arrow = &g_array_index (self->arrows, LvLayoutArrow, i);

      g_string_append_printf (out, "arrow %d-%d", arrow->from, arrow->to);
      outline_to (out, arrow->outline);
    }
}

static void
dump_signs (const LvLayout *self, GString *out)
{
  static const char *const kinds[] = { "fill", "line", "overlay", "baseline", "scenario",
                                       "corrected", "changed", "arrow", "deadline" };
  static const char *const marks[] = { "corrected", "changed", "deadline" };

  for (guint i = 0; i < self->marks->len; i++)
    {
      const LvLayoutMark *mark = &g_array_index (self->marks, LvLayoutMark, i);

      g_string_append_printf (out, "mark %s %d/%d", marks[mark->kind], mark->series,
                              mark->category);
      number (out, mark->x);
      number (out, mark->y);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->swatches->len; i++)
    {
      const LvLayoutSwatch *swatch = &g_array_index (self->swatches, LvLayoutSwatch, i);

      g_string_append_printf (out, "swatch %s %d%s", kinds[swatch->kind], swatch->series,
                              period_name (swatch->period));
      rect_to (out, &swatch->rect);
      g_string_append_c (out, '\n');
    }
}

static void
dump_texts (const LvLayout *self, GString *out)
{
  static const char *const roles[] = { "title", "subtitle", "note", "source", "tick", "category",
                                       "period", "series", "legend", "value", "total",
                                       "reference", "missing", "empty", "group", "detail", "axis",
                                       "quadrant", "annotation" };

  for (guint i = 0; i < self->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (self->texts, LvLayoutText, i);

      g_string_append_printf (out, "text %s %d/%d", roles[text->role], text->series,
                              text->category);
      rect_to (out, &text->rect);
      g_string_append_printf (out, " \"%s\"", text->text);
      if (text->full != NULL)
        g_string_append_printf (out, " full \"%s\"", text->full);
      g_string_append_c (out, '\n');
    }
}

/**
 * lv_layout_dump:
 * @self: a layout
 *
 * Returns: (transfer full): every primitive as a line of text, in drawing order
 */
char *
lv_layout_dump (const LvLayout *self)
{
  g_autoptr (GString) out = g_string_new ("layout");

  number (out, self->width);
  number (out, self->height);
  g_string_append (out, self->direct_labels ? " direct\nplot" : " legend\nplot");
  rect_to (out, &self->plot);
  g_string_append_c (out, '\n');
  dump_boxes (self, out);
  dump_rules (self, out);
  dump_bars (self, out);
  dump_shapes (self, out);
  dump_lines (self, out);
  dump_signs (self, out);
  dump_texts (self, out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
