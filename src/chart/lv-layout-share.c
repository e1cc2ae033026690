/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The share: one lying bar of 100 per cent.  Each part has its name and number under it, with a
 * leader where they stand aside; where they do not fit, above and below in turn; else in a list.
 * A missing part is a dashed box behind the bar, since nobody knows how long it is.  A scenario is
 * a second bar. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define MISSING_WIDTH 16.0
#define MISSING_GAP 5.0
#define LABEL_GAP 8.0
#define LEADER 9.0
#define BAR_MAX 84.0
#define BAR_LEAST 12.0

/* A label and where on the bar it belongs. */
typedef struct {
  const LvLayPart *part;
  LvRect segment;
  GPtrArray *lines;             /* owned: the name, and what stands under it */
  gboolean inside;              /* the percentage fits into the bar */
  gboolean above;
  double x;
  double width;
} Label;

typedef struct {
  LvLay *lay;
  const LvLayParts *parts;
  LvRect bar;                   /* as long as the known parts */
  LvRect room;
  gboolean direct;              /* the labels stand at the bar, not in a list */
  GArray *labels;               /* owned: Label */
  double above;                 /* heights of the two rows of labels */
  double below;
} Block;

static void
clear_label (gpointer data)
{
  Label *label = data;

  g_clear_pointer (&label->lines, g_ptr_array_unref);
}

static double
missing_width (const Block *self)
{
  int n = lv_lay_parts_missing (self->parts);

  return MIN (n * (MISSING_WIDTH + MISSING_GAP), self->room.width * 0.25);
}

static void
add_segment (Block *self, const LvLayPart *part, double x, double width)
{
  Label label = { .part = part, .segment = self->bar };

  label.segment.x = x;
  label.segment.width = width;
  label.inside = !part->missing
                 && lv_lay_width (self->lay, LV_STYLE_VALUE_STRONG, part->percent) + 6.0 <= width
                 && self->lay->line[LV_STYLE_VALUE_STRONG] <= self->bar.height;
  g_array_append_val (self->labels, label);
}

/* Where each part lies, from left to right: known ones, then missing ones behind the bar's end. */
static void
find_segments (Block *self)
{
  int n = MAX (lv_lay_parts_missing (self->parts), 1);
  double pitch = missing_width (self) / n;
  double gap = MIN (MISSING_GAP, pitch * 0.3);
  double x = self->bar.x;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->parts->parts->len; i++)
      {
        const LvLayPart *part = &g_array_index (self->parts->parts, LvLayPart, i);
        double width = part->missing ? pitch : self->bar.width * part->part;

        if (part->missing != (pass == 1))
          continue;
        if (part->missing)
          add_segment (self, part, x + gap, MAX (pitch - gap, 1.0));
        else
          add_segment (self, part, x, width);
        x += width;
      }
}

static LvTextStyle
name_style (const Block *self, const Label *label)
{
  return lv_lay_part_strong (self->lay, label->part) ? LV_STYLE_STRONG : LV_STYLE_LABEL;
}

/* The narrowest form of the name on @max_lines lines. */
static GPtrArray *
wrap_name (const Block *self, const Label *label, int max_lines)
{
  LvLay *lay = self->lay;
  const LvFont *font = &lay->out->fonts[name_style (self, label)];
  double whole = lv_lay_width (lay, name_style (self, label), label->part->name) + 1.0;
  double width = whole / max_lines;
  gboolean shortened = TRUE;
  GPtrArray *lines = NULL;

  while (shortened)
    {
      shortened = FALSE;
      g_clear_pointer (&lines, g_ptr_array_unref);
      lines = lv_text_wrap (lay->measure, label->part->name, font, width, max_lines, &shortened);
      width *= 1.1;
      if (width > 2.0 * whole + 10.0)
        break;
    }
  return lines;
}

static void
set_lines (Block *self, Label *label, int max_lines)
{
  LvLay *lay = self->lay;
  g_autofree char *second = lv_lay_part_dup_second (self->parts, label->part, label->inside);

  g_clear_pointer (&label->lines, g_ptr_array_unref);
  label->lines = wrap_name (self, label, max_lines);
  label->width = lv_lay_width (lay, LV_STYLE_VALUE, second);
  for (guint i = 0; i < label->lines->len; i++)
    label->width = MAX (label->width, lv_lay_width (lay, name_style (self, label),
                                                    g_ptr_array_index (label->lines, i)));
  g_ptr_array_add (label->lines, g_strdup (second));
}

/* Spreads the labels of one side from left to right, each as near to its part as the others let it.
 * FALSE: they are wider together than the room. */
static gboolean
spread (Block *self, gboolean above)
{
  double x = self->room.x;
  double right = self->room.x + self->room.width;

  for (guint i = 0; i < self->labels->len; i++)
    {
      Label *label = &g_array_index (self->labels, Label, i);

      if (label->above != above)
        continue;
      label->x = MAX (x, label->segment.x);
      x = label->x + label->width + LABEL_GAP;
    }
  for (guint i = self->labels->len; i > 0; i--)
    {
      Label *label = &g_array_index (self->labels, Label, i - 1);

      if (label->above != above)
        continue;
      label->x = MIN (label->x, right - label->width);
      right = label->x - LABEL_GAP;
    }
  return right + LABEL_GAP >= self->room.x - 0.01;
}

static double
side_height (const Block *self, gboolean above)
{
  double highest = 0.0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);

      if (label->above == above)
        highest = MAX (highest, (label->lines->len - 1) * self->lay->line[LV_STYLE_STRONG]
                                  + self->lay->line[LV_STYLE_VALUE]);
    }
  return highest > 0.0 ? highest + LEADER : 0.0;
}

static gboolean
try_labels (Block *self, int max_lines, gboolean both_sides)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      Label *label = &g_array_index (self->labels, Label, i);

      label->above = both_sides && i % 2 == 1;
      set_lines (self, label, max_lines);
    }
  self->above = side_height (self, TRUE);
  self->below = side_height (self, FALSE);
  return spread (self, FALSE) && spread (self, TRUE)
         && self->above + self->below + BAR_LEAST * 1.6 <= self->room.height;
}

/* Names on one line below, on more lines, then on both sides of the bar. */
static void
prepare (Block *self, LvLay *lay, const LvLayParts *parts, LvRect room)
{
  int most = lay->out->height < 230.0 ? 2 : 3;

  self->lay = lay;
  self->parts = parts;
  self->room = room;
  self->bar = room;
  self->bar.width -= missing_width (self);
  self->bar.height = MIN (room.height * 0.4, BAR_MAX);
  self->labels = g_array_new (FALSE, TRUE, sizeof (Label));
  g_array_set_clear_func (self->labels, clear_label);
  find_segments (self);
  for (int sides = 0; sides < 2 && !self->direct; sides++)
    for (int lines = 1; lines <= most && !self->direct; lines++)
      self->direct = try_labels (self, lines, sides == 1);
}

static void
set_bar (Block *self, double y, double height)
{
  self->bar.y = floor (y);
  self->bar.height = MAX (floor (height), 1.0);
  for (guint i = 0; i < self->labels->len; i++)
    {
      LvRect *segment = &g_array_index (self->labels, Label, i).segment;

      segment->y = self->bar.y;
      segment->height = self->bar.height;
    }
}

static void
lay_percent (Block *self, const Label *label)
{
  LvLay *lay = self->lay;
  const LvRect *bar = &label->segment;
  double width = lv_lay_width (lay, LV_STYLE_VALUE_STRONG, label->part->percent);
  double height = lay->line[LV_STYLE_VALUE_STRONG];
  LvLayoutText *item;

  if (!label->inside || height > bar->height)
    return;
  item = lv_lay_text (lay, LV_TEXT_VALUE, LV_STYLE_VALUE_STRONG, LV_ALIGN_CENTER,
                      label->part->percent,
                      (LvRect) { bar->x + (bar->width - width) / 2.0,
                                 bar->y + (bar->height - height) / 2.0, width, height });
  item->ink = LV_INK_ON_FILL;
  item->bar = (int) lay->out->bars->len - 1;
  item->series = self->parts->series;
  item->category = label->part->category;
}

static void
lay_segment (Block *self, const Label *label)
{
  LvLay *lay = self->lay;
  int series = self->parts->series;
  int category = label->part->category;
  LvLayoutBar bar = { .rect = label->segment, .series = series, .category = category,
                      .color = category };

  if (label->part->missing)
    {
      LvLayoutBox box = { .rect = label->segment, .kind = LV_BOX_MISSING, .series = series,
                          .category = category, .color = -1 };
      g_autofree char *why = lv_lay_dup_missing (lay, series, category);

      box.full = g_strdup_printf ("%s. %s", label->part->name, why);
      g_array_append_val (lay->out->boxes, box);
      return;
    }
  /* A line of background between neighbours. */
  if (bar.rect.width > 3.0)
    bar.rect.width -= 1.0;
  bar.period = lv_figure_get_period (lay->figure, series, category);
  bar.status = lv_figure_get_point (lay->figure, series, category)->status;
  bar.muted = lv_lay_part_muted (lay, label->part);
  bar.scenario = lv_figure_get_series (lay->figure, series)->role == LV_FIGURE_SCENARIO;
  g_array_append_val (lay->out->bars, bar);
  lv_lay_mark_status (lay, series, category, bar.rect.x + bar.rect.width, bar.rect.y);
  lay_percent (self, label);
}

static void
lay_label (Block *self, const Label *label)
{
  LvLay *lay = self->lay;
  double edge = label->above ? self->bar.y : self->bar.y + self->bar.height;
  double inset = MIN (3.0, label->segment.width / 2.0);
  double start = CLAMP (label->x + 3.0, label->segment.x + inset,
                        label->segment.x + label->segment.width - inset);
  double end = CLAMP (start, label->x + 3.0, MAX (label->x + label->width - 3.0, label->x + 3.0));
  double line = lay->line[LV_STYLE_STRONG];
  double y = label->above ? edge - self->above : edge + LEADER;

  lv_lay_rule (lay, LV_RULE_LEADER, start, edge, end,
               label->above ? edge - LEADER + 1.0 : edge + LEADER - 1.0);
  if (label->above)
    y = edge - LEADER - (label->lines->len - 1) * line - lay->line[LV_STYLE_VALUE];
  for (guint i = 0; i < label->lines->len; i++)
    {
      const char *text = g_ptr_array_index (label->lines, i);
      gboolean is_value = i + 1 == label->lines->len;
      LvTextStyle style = is_value ? LV_STYLE_VALUE : name_style (self, label);
      LvLayoutText *item;

      if (text[0] == '\0')
        continue;
      item = lv_lay_text (lay, is_value ? LV_TEXT_VALUE : LV_TEXT_CATEGORY, style, LV_ALIGN_START,
                          text,
                          (LvRect) { label->x, y + i * line, lv_lay_width (lay, style, text),
                                     lay->line[style] });
      item->series = self->parts->series;
      item->category = label->part->category;
      item->ink = is_value ? LV_INK_SOFT : LV_INK;
    }
}

static void
lay_block (Block *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);

      lay_segment (self, label);
      if (self->direct)
        lay_label (self, label);
    }
}

/* "Scenarie. I alt 989 mio. kr. uden STU" */
static double
lay_sum (LvLay *lay, const LvLayParts *parts, gboolean named, LvRect room)
{
  g_autofree char *sum = lv_lay_parts_dup_sum (lay, parts);
  gboolean is_scenario
    = lv_figure_get_series (lay->figure, parts->series)->role == LV_FIGURE_SCENARIO;
  const char *name = lv_figure_get_word (lay->figure,
                                         is_scenario ? LV_WORD_SCENARIO : LV_WORD_BASELINE);
  g_autofree char *text = g_strdup_printf ("%s%s%s", named ? name : "", named ? ". " : "", sum);
  guint first = lay->out->texts->len;
  double height = lv_lay_paragraph (lay, LV_TEXT_TOTAL, LV_STYLE_STRONG, LV_ALIGN_START, text, room,
                                    lay->out->height < 260.0 ? 1 : 2);

  for (guint i = first; i < lay->out->texts->len; i++)
    g_array_index (lay->out->texts, LvLayoutText, i).ink = LV_INK;
  return height;
}

/* The bar takes what the labels leave, up to a height at which it still is a bar.  Returns how far
 * it moves down to stand nearer the middle. */
static double
place_direct (Block *self)
{
  double left = self->room.height - self->above - self->below;
  double height = CLAMP (left, BAR_LEAST, MAX (BAR_MAX, self->room.height * 0.36));
  double down = MAX (floor ((left - height) / 3.0), 0.0);

  set_bar (self, self->room.y + self->above + down, height);
  return down;
}

/* Bars on top of each other, and one list for both. */
static void
lay_listed (LvLay *lay, Block *blocks, int n)
{
  double line = lay->line[LV_STYLE_LABEL] + 1.0;
  double sums = n * (lay->line[LV_STYLE_STRONG] + 3.0);
  double rows = MIN (blocks[0].parts->parts->len * line, lay->area.height * 0.5);
  double height = CLAMP ((lay->area.height - sums - rows) / n - 4.0, BAR_LEAST, BAR_MAX * 0.6);
  double y = lay->area.y;
  LvRect room;

  for (int i = 0; i < n; i++)
    {
      y += lay_sum (lay, blocks[i].parts, n > 1,
                    (LvRect) { lay->area.x, y, lay->area.width, 0.0 }) + 2.0;
      set_bar (&blocks[i], y, height);
      blocks[i].direct = FALSE;
      lay_block (&blocks[i]);
      y += height + 4.0;
    }
  room = (LvRect) { lay->area.x, y, lay->area.width,
                    MAX (lay->area.y + lay->area.height - y, 1.0) };
  lv_lay_parts_list (lay, blocks[0].parts, n > 1 ? blocks[1].parts : NULL, room);
}

static void
lay_direct (LvLay *lay, Block *blocks, int n)
{
  for (int i = 0; i < n; i++)
    {
      LvRect head = blocks[i].room;

      head.y += place_direct (&blocks[i]) - lay->line[LV_STYLE_STRONG] - 4.0;
      lay_sum (lay, blocks[i].parts, n > 1, head);
      lay_block (&blocks[i]);
    }
}

/* A sum of two lines needs the list, where nothing below depends on its height. */
static gboolean
sum_is_short (LvLay *lay, const LvLayParts *parts)
{
  g_autofree char *sum = lv_lay_parts_dup_sum (lay, parts);

  return lv_lay_width (lay, LV_STYLE_STRONG, sum) < lay->area.width * 0.75
         || lay->out->height < 260.0;
}

static void
lay_blocks (LvLay *lay, LvLayParts **parts, int n)
{
  Block blocks[2] = { { 0 } };
  double gap = n > 1 ? lay->line[LV_STYLE_STRONG] : 0.0;
  double height = (lay->area.height - gap * (n - 1)) / n;
  double head = lay->line[LV_STYLE_STRONG] + 4.0;
  gboolean direct = TRUE;

  for (int i = 0; i < n; i++)
    {
      LvRect room = { lay->area.x, lay->area.y + i * (height + gap) + head, lay->area.width,
                      MAX (height - head, 1.0) };

      prepare (&blocks[i], lay, parts[i], room);
      direct = direct && blocks[i].direct && sum_is_short (lay, parts[i]);
    }
  if (direct)
    lay_direct (lay, blocks, n);
  else
    lay_listed (lay, blocks, n);
  for (int i = 0; i < n; i++)
    g_array_unref (blocks[i].labels);
}

/* Everything between heading and footing. */
void
lv_lay_share (LvLay *lay)
{
  int series[] = { lv_figure_find_form (lay->figure, LV_FIGURE_MARK, LV_FIGURE_BASELINE),
                   lv_figure_find_form (lay->figure, LV_FIGURE_MARK, LV_FIGURE_SCENARIO) };
  LvLayParts *parts[2] = { NULL };
  int n = 0;

  lv_lay_collect_legend (lay);
  lv_lay_legend (lay);
  lay->out->plot = lay->area;
  for (gsize i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autoptr (LvLayParts) own = lv_lay_parts_new (lay, series[i]);

      if (own->sum > 0.0)
        parts[n++] = g_steal_pointer (&own);
    }
  lay->out->has_values = n > 0;
  if (n > 0)
    lay_blocks (lay, parts, n);
  else
    lv_lay_empty (lay);
  for (int i = 0; i < n; i++)
    lv_lay_parts_free (parts[i]);
}
