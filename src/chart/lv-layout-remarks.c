/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Remarks at a category: written over it (or, at a line, under it) with a thin leader, where there
 * is room without meeting anything.  Where there is none the remark becomes a numbered note under
 * the picture, and the picture is laid once more. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define CLEARANCE 7.0
#define STEP 4.0
#define MAX_LINES 3

typedef struct {
  double x;
  double top;                   /* of all that is drawn of the category */
  double bottom;
} Anchor;

typedef struct {
  LvLay *lay;
  const LvFigureNote *note;
  Anchor anchor;
  GPtrArray *lines;             /* (owned): of the way that is tried */
  double width;
  double height;
} Remark;

static gboolean
can_anchor (const LvLay *lay)
{
  LvFigureKind kind = lv_figure_get_kind (lay->figure);

  return kind <= LV_FIGURE_COLUMNS_SHARE || kind == LV_FIGURE_WATERFALL
         || (kind >= LV_FIGURE_LINES && kind <= LV_FIGURE_STAIR && kind != LV_FIGURE_SLOPE);
}

/** Says which remarks are notes from the beginning: all, where they have no place in the picture. */
void
lv_lay_remarks_init (LvLay *lay)
{
  int n = lv_figure_n_annotations (lay->figure);

  lay->noted = g_new0 (gboolean, MAX (n, 1));
  /* A tornado's remarks are the ends of its bars, and written there. */
  for (int i = 0; i < n && lv_figure_get_kind (lay->figure) != LV_FIGURE_TORNADO; i++)
    lay->noted[i] = !can_anchor (lay) || lay->out->height < 140.0;
}

static void
stretch (Anchor *self, double top, double bottom)
{
  self->top = MIN (self->top, top);
  self->bottom = MAX (self->bottom, bottom);
}

static gboolean
is_about (const LvFigureNote *note, int series, int category)
{
  return category == note->category
         && (note->series < 0 || series < 0 || series == note->series);
}

static void
stretch_marks (Anchor *self, const LvLayout *out, const LvFigureNote *note)
{
  for (guint i = 0; i < out->bars->len; i++)
    {
      const LvLayoutBar *bar = &g_array_index (out->bars, LvLayoutBar, i);

      if (is_about (note, bar->series, bar->category))
        stretch (self, bar->rect.y, bar->rect.y + bar->rect.height);
    }
  for (guint i = 0; i < out->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (out->points, LvLayoutPoint, i);

      if (is_about (note, point->series, point->category))
        stretch (self, point->y - 4.0, point->y + 4.0);
    }
}

static Anchor
anchor_of (const LvLay *lay, const LvFigureNote *note)
{
  const LvLayout *out = lay->out;
  Anchor self = { lv_lay_slot_x (lay, note->category) + lay->slot / 2.0, G_MAXDOUBLE, -G_MAXDOUBLE };

  stretch_marks (&self, out, note);
  for (guint i = 0; i < out->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (out->boxes, LvLayoutBox, i);

      if (box->kind == LV_BOX_MISSING && is_about (note, box->series, box->category))
        stretch (&self, box->rect.y, box->rect.y + box->rect.height);
    }
  for (guint i = 0; i < out->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (out->texts, LvLayoutText, i);

      if ((text->role == LV_TEXT_VALUE || text->role == LV_TEXT_TOTAL)
          && is_about (note, text->series, text->category))
        stretch (&self, text->rect.y, text->rect.y + text->rect.height);
    }
  if (self.top > self.bottom)
    self.top = self.bottom = out->plot.y + out->plot.height;
  return self;
}

static gboolean
is_clear (const Remark *self, const LvRect *rect, double leader_from, double leader_to)
{
  LvRect around = { rect->x - 3.0, rect->y - 1.0, rect->width + 6.0, rect->height + 2.0 };
  LvRect leader = { self->anchor.x - 1.0, leader_from, 2.0, MAX (leader_to - leader_from, 0.0) };

  return lv_lay_is_free (self->lay, &around) && lv_lay_is_free (self->lay, &leader);
}

static void
write_remark (Remark *self, LvRect rect, double leader_from, double leader_to)
{
  LvLay *lay = self->lay;
  double line = lay->line[LV_STYLE_NOTE];

  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *text = g_ptr_array_index (self->lines, i);
      double width = lv_lay_width (lay, LV_STYLE_NOTE, text);
      LvLayoutText *item = lv_lay_text (lay, LV_TEXT_ANNOTATION, LV_STYLE_NOTE, LV_ALIGN_START, text,
                                        (LvRect) { rect.x, rect.y + i * line, width, line });

      item->category = self->note->category;
      if (self->lines->len > 1)
        item->full = g_strdup (self->note->text);
    }
  if (leader_to - leader_from > 3.0)
    lv_lay_rule (lay, LV_RULE_ANNOTATION, self->anchor.x, leader_from, self->anchor.x, leader_to);
}

/* In the middle over the leader, or to one side of it. */
static gboolean
try_height (Remark *self, double y, gboolean above)
{
  const LvRect *plot = &self->lay->out->plot;
  const double lefts[] = { self->anchor.x - self->width / 2.0, self->anchor.x - 4.0,
                           self->anchor.x - self->width + 4.0 };
  double from = above ? y + self->height + 1.0 : self->anchor.bottom + 2.0;
  double to = above ? self->anchor.top - 2.0 : y - 1.0;

  for (gsize i = 0; i < G_N_ELEMENTS (lefts); i++)
    {
      LvRect rect = { lefts[i], y, self->width, self->height };

      if (i == 0)
        rect.x = CLAMP (rect.x, plot->x + 3.0,
                        MAX (plot->x + plot->width - self->width - 3.0, plot->x + 3.0));
      if (self->anchor.x < rect.x || self->anchor.x > rect.x + rect.width
          || !is_clear (self, &rect, from, to))
        continue;
      write_remark (self, rect, from, to);
      return TRUE;
    }
  return FALSE;
}

static gboolean
try_lines (Remark *self)
{
  const LvRect *plot = &self->lay->out->plot;
  double highest = plot->y - self->lay->headroom;
  double lowest = plot->y + plot->height - self->height;

  for (double y = self->anchor.top - CLEARANCE - self->height; y >= highest; y -= STEP)
    if (try_height (self, y, TRUE))
      return TRUE;
  for (double y = self->anchor.bottom + CLEARANCE;
       lv_figure_draws_lines (self->lay->figure) && y <= lowest; y += STEP)
    if (try_height (self, y, FALSE))
      return TRUE;
  return FALSE;
}

static gboolean
place_remark (LvLay *lay, const LvFigureNote *note)
{
  static const double shares[] = { 0.24, 0.36, 0.5 };
  Remark self = { .lay = lay, .note = note, .anchor = anchor_of (lay, note) };

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      gboolean shortened = FALSE;
      gboolean placed;

      self.lines = lv_text_wrap (lay->measure, note->text, &lay->out->fonts[LV_STYLE_NOTE],
                                 MAX (lay->out->plot.width * shares[i], 1.0), MAX_LINES, &shortened);
      self.width = 0.0;
      self.height = self.lines->len * lay->line[LV_STYLE_NOTE];
      for (guint k = 0; k < self.lines->len; k++)
        self.width = MAX (self.width, lv_lay_width (lay, LV_STYLE_NOTE,
                                                    g_ptr_array_index (self.lines, k)));
      placed = !shortened && try_lines (&self);
      g_ptr_array_unref (self.lines);
      if (placed)
        return TRUE;
    }
  return FALSE;
}

/* The number of a note at what it is about. */
static void
place_number (LvLay *lay, const LvFigureNote *note, int number)
{
  Remark self = { .lay = lay, .note = note, .anchor = anchor_of (lay, note) };
  g_autofree char *text = g_strdup_printf ("%d)", number);

  self.lines = g_ptr_array_new ();
  g_ptr_array_add (self.lines, text);
  self.width = lv_lay_width (lay, LV_STYLE_NOTE, text);
  self.height = lay->line[LV_STYLE_NOTE];
  for (double y = self.anchor.top - 1.0 - self.height;
       y >= lay->out->plot.y - lay->headroom && y > self.anchor.top - 4.0 * self.height; y -= STEP)
    {
      LvRect rect = { self.anchor.x - self.width / 2.0, y, self.width, self.height };

      if (!lv_lay_is_free (lay, &rect))
        continue;
      write_remark (&self, rect, 0.0, 0.0);
      break;
    }
  g_ptr_array_unref (self.lines);
}

/* Writes the remarks.  FALSE: for one of them there is no room; it has become a note, and the
 * picture has to be laid again with that much less height. */
gboolean
lv_lay_remarks (LvLay *lay)
{
  int number = 0;

  if (lv_figure_get_kind (lay->figure) == LV_FIGURE_TORNADO)
    return TRUE;
  for (int i = 0; i < lv_figure_n_annotations (lay->figure); i++)
    if (!lay->noted[i] && !place_remark (lay, lv_figure_get_annotation (lay->figure, i)))
      {
        lay->noted[i] = TRUE;
        return FALSE;
      }
  for (int i = 0; i < lv_figure_n_annotations (lay->figure) && can_anchor (lay); i++)
    if (lay->noted[i])
      place_number (lay, lv_figure_get_annotation (lay->figure, i), ++number);
  return TRUE;
}

/** Returns: (transfer full): "1) 2026: loven ændres. 2) ..."; empty if there are none */
char *
lv_lay_dup_remarks (const LvLay *lay)
{
  GString *out = g_string_new (NULL);
  int number = 0;

  for (int i = 0; i < lv_figure_n_annotations (lay->figure); i++)
    if (lay->noted[i])
      {
        g_autofree char *text = lv_figure_dup_remark (lay->figure, i);

        g_string_append_printf (out, "%s%d) %s", out->len > 0 ? " " : "", ++number, text);
        if (!g_str_has_suffix (text, "."))
          g_string_append_c (out, '.');
      }
  return g_string_free (out, FALSE);
}
