/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The donut: parts of a ring, the sum in its middle, names at both sides with leaders; where they
 * do not fit, in a list beside it.  Two rings cannot be compared by eye, so with a scenario the
 * parts are drawn as the two bars of a share. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define HOLE 0.6
#define STEP (G_PI / 45.0)
#define LEADER_OUT 9.0
#define LEADER_SIDE 10.0
/* Of the width, for the labels of one side. */
#define SIDE 0.34

typedef struct {
  const LvLayPart *part;
  double angle;                 /* of its middle, from the top, clockwise */
  GPtrArray *lines;             /* owned */
  gboolean shortened;
  gboolean right;
  double y;
  double height;
} Label;

typedef struct {
  LvLay *lay;
  const LvLayParts *parts;
  GArray *labels;               /* owned: Label */
  double x;
  double y;
  double radius;
} Donut;

static void
clear_label (gpointer data)
{
  Label *label = data;

  g_clear_pointer (&label->lines, g_ptr_array_unref);
}

static void
arc_to (const Donut *self, GArray *outline, double radius, double from, double to)
{
  int n = MAX ((int) ceil (fabs (to - from) / STEP), 1);

  for (int i = 0; i <= n; i++)
    {
      double angle = from + (to - from) * i / n;

      lv_lay_point_to (outline, self->x + radius * sin (angle), self->y - radius * cos (angle));
    }
}

/* The point without a marker is where the focus and the pointer find the part. */
static void
lay_part (Donut *self, const LvLayPart *part, double from, double to)
{
  LvLay *lay = self->lay;
  int series = self->parts->series;
  double middle = (from + to) / 2.0;
  double radius = self->radius * (1.0 + HOLE) / 2.0;
  LvLayoutArea *area = lv_lay_area (lay, series, part->category, part->category);
  LvLayoutPoint point = { .series = series, .category = part->category };

  area->period = lv_figure_get_period (lay->figure, series, part->category);
  area->muted = lv_lay_part_muted (lay, part);
  arc_to (self, area->outline, self->radius, from, to);
  arc_to (self, area->outline, self->radius * HOLE, to, from);
  point.x = self->x + radius * sin (middle);
  point.y = self->y - radius * cos (middle);
  point.color = part->category;
  point.status = lv_figure_get_point (lay->figure, series, part->category)->status;
  g_array_append_val (lay->out->points, point);
  lv_lay_mark_status (lay, series, part->category, point.x + 4.0, point.y - 4.0);
}

static void
lay_ring (Donut *self)
{
  double angle = 0.0;

  for (guint i = 0; i < self->parts->parts->len; i++)
    {
      const LvLayPart *part = &g_array_index (self->parts->parts, LvLayPart, i);
      double end = angle + part->part * 2.0 * G_PI;

      if (part->part > 0.0)
        lay_part (self, part, angle, end);
      angle = end;
    }
}

/* The sum alone stands in the hole; its unit is in the subtitle. */
static void
lay_middle (Donut *self)
{
  LvLay *lay = self->lay;
  g_autofree char *number = lv_figure_format (lay->figure, self->parts->sum,
                                              lv_figure_get_decimals (lay->figure));
  g_autofree char *sum = lv_figure_fill (lay->figure, LV_WORD_SUM, "a", number, "unit", "", NULL);
  const char *texts[] = { g_strstrip (sum), number };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double width = lv_lay_width (lay, LV_STYLE_STRONG, texts[i]);
      double height = lay->line[LV_STYLE_STRONG];

      if (width + 8.0 > self->radius * HOLE * 2.0 || height > self->radius * HOLE)
        continue;
      lv_lay_text (lay, LV_TEXT_TOTAL, LV_STYLE_STRONG, LV_ALIGN_CENTER, texts[i],
                   (LvRect) { self->x - width / 2.0, self->y - height / 2.0, width, height });
      return;
    }
}

/* Labels at both sides */

static void
add_label (Donut *self, const LvLayPart *part, double angle, double room)
{
  LvLay *lay = self->lay;
  LvTextStyle style = lv_lay_part_strong (lay, part) ? LV_STYLE_STRONG : LV_STYLE_LABEL;
  g_autofree char *second = lv_lay_part_dup_second (self->parts, part, FALSE);
  Label label = { .part = part, .angle = angle, .right = angle < G_PI };

  label.lines = lv_text_wrap (lay->measure, part->name, &lay->out->fonts[style], room, 2,
                              &label.shortened);
  label.shortened = label.shortened || lv_lay_width (lay, LV_STYLE_VALUE, second) > room;
  g_ptr_array_add (label.lines, g_strdup (second));
  label.height = label.lines->len * lay->line[LV_STYLE_STRONG] + 3.0;
  g_array_append_val (self->labels, label);
}

static void
add_labels (Donut *self, double room)
{
  double angle = 0.0;

  for (guint i = 0; i < self->parts->parts->len; i++)
    {
      const LvLayPart *part = &g_array_index (self->parts->parts, LvLayPart, i);
      double width = part->part * 2.0 * G_PI;

      if (!part->missing)
        add_label (self, part, angle + width / 2.0, room);
      angle += width;
    }
}

static double
target_y (const Donut *self, const Label *label)
{
  return self->y - (self->radius + LEADER_OUT) * cos (label->angle) - label->height / 2.0;
}

/* Going round, the right side is passed downwards and the left side upwards. */
static Label *
nth_label (const Donut *self, gboolean right, guint i)
{
  return &g_array_index (self->labels, Label, right ? i : self->labels->len - 1 - i);
}

/* Each as near to its part as its neighbours let it; FALSE: not all fit on top of each other. */
static gboolean
spread (Donut *self, gboolean right)
{
  double y = self->lay->area.y;
  double bottom = self->lay->area.y + self->lay->area.height;

  for (guint i = 0; i < self->labels->len; i++)
    {
      Label *label = nth_label (self, right, i);

      if (label->right != right)
        continue;
      label->y = MAX (y, target_y (self, label));
      y = label->y + label->height;
    }
  for (guint i = self->labels->len; i > 0; i--)
    {
      Label *label = nth_label (self, right, i - 1);

      if (label->right != right)
        continue;
      label->y = MIN (label->y, bottom - label->height);
      bottom = label->y;
    }
  return bottom >= self->lay->area.y - 0.01;
}

static gboolean
any_shortened (const Donut *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    if (g_array_index (self->labels, Label, i).shortened)
      return TRUE;
  return FALSE;
}

static void
lay_label (Donut *self, const Label *label)
{
  LvLay *lay = self->lay;
  double side = label->right ? 1.0 : -1.0;
  double x = self->x + side * (self->radius + LEADER_OUT + LEADER_SIDE);
  double middle = label->y + label->height / 2.0;
  double knee_x = self->x + (self->radius + LEADER_OUT) * sin (label->angle);
  double knee_y = self->y - (self->radius + LEADER_OUT) * cos (label->angle);

  lv_lay_rule (lay, LV_RULE_LEADER, self->x + self->radius * sin (label->angle),
               self->y - self->radius * cos (label->angle), knee_x, knee_y);
  lv_lay_rule (lay, LV_RULE_LEADER, knee_x, knee_y, x, middle);
  for (guint i = 0; i < label->lines->len; i++)
    {
      const char *text = g_ptr_array_index (label->lines, i);
      gboolean is_value = i + 1 == label->lines->len;
      gboolean strong = !is_value && lv_lay_part_strong (lay, label->part);
      LvTextStyle style = is_value ? LV_STYLE_VALUE : strong ? LV_STYLE_STRONG : LV_STYLE_LABEL;
      double width = lv_lay_width (lay, style, text);
      LvRect rect = { label->right ? x + 3.0 : x - 3.0 - width,
                      label->y + 1.0 + i * lay->line[LV_STYLE_STRONG], width, lay->line[style] };
      LvLayoutText *item = lv_lay_text (lay, is_value ? LV_TEXT_VALUE : LV_TEXT_CATEGORY, style,
                                        label->right ? LV_ALIGN_START : LV_ALIGN_END, text, rect);

      item->series = self->parts->series;
      item->category = label->part->category;
      item->ink = is_value ? LV_INK_SOFT : LV_INK;
    }
}

static gboolean
try_sides (Donut *self)
{
  const LvRect *area = &self->lay->area;
  double room = area->width * SIDE;
  double line = self->lay->line[LV_STYLE_STRONG];

  self->radius = MIN (area->height / 2.0 - line, area->width / 2.0 - room)
                 - LEADER_OUT - LEADER_SIDE;
  self->x = area->x + area->width / 2.0;
  self->y = area->y + area->height / 2.0;
  if (self->radius < 3.0 * line)
    return FALSE;
  /* What the ring does not need is the labels'. */
  room = area->width / 2.0 - self->radius - LEADER_OUT - LEADER_SIDE - 4.0;
  add_labels (self, room);
  return !any_shortened (self) && spread (self, TRUE) && spread (self, FALSE);
}

static void
lay_beside (Donut *self)
{
  LvLay *lay = self->lay;
  const LvRect *area = &lay->area;
  double width = MIN (area->height, area->width * 0.42);
  double line = lay->line[LV_STYLE_LABEL] + 1.0;
  LvRect room = { area->x + width + 14.0, area->y, MAX (area->width - width - 14.0, 1.0),
                  area->height };
  double rows = MIN (self->parts->parts->len * line, room.height);

  self->radius = MAX (width / 2.0 - 1.0, 1.0);
  self->x = area->x + width / 2.0;
  self->y = area->y + area->height / 2.0;
  lay_ring (self);
  lay_middle (self);
  room.y += (room.height - rows) / 2.0;
  room.height = rows;
  lv_lay_parts_list (lay, self->parts, NULL, room);
}

static void
lay_donut (LvLay *lay, const LvLayParts *parts)
{
  Donut self = { .lay = lay, .parts = parts };

  self.labels = g_array_new (FALSE, TRUE, sizeof (Label));
  g_array_set_clear_func (self.labels, clear_label);
  if (try_sides (&self))
    {
      lay_ring (&self);
      lay_middle (&self);
      for (guint i = 0; i < self.labels->len; i++)
        lay_label (&self, &g_array_index (self.labels, Label, i));
    }
  else
    lay_beside (&self);
  g_array_unref (self.labels);
}

/* What is missing has no angle: it stands under the ring. */
static void
lay_missing (LvLay *lay, const LvLayParts *parts)
{
  g_autoptr (GArray) aside = g_array_new (FALSE, TRUE, sizeof (LvLayoutBox));

  for (guint i = 0; i < parts->parts->len; i++)
    {
      const LvLayPart *part = &g_array_index (parts->parts, LvLayPart, i);
      LvLayoutBox box = { .kind = LV_BOX_MISSING, .series = parts->series,
                          .category = part->category, .color = -1 };

      if (part->missing)
        g_array_append_val (aside, box);
    }
  lv_lay_aside (lay, aside);
}

/* Whether the sum is of some only: a part is missing, or negative. */
static gboolean
says_more (const LvLay *lay, const LvLayParts *parts)
{
  int n_drawn = 0;

  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    n_drawn += lv_figure_is_drawn (lay->figure, parts->series, c);
  return lv_lay_parts_missing (parts) > 0 || n_drawn != (int) parts->parts->len;
}

/* What the sum in the middle has no room to say. */
static void
lay_remark (LvLay *lay, const LvLayParts *parts)
{
  g_autofree char *text = lv_lay_parts_dup_sum (lay, parts);
  double line = lay->line[LV_STYLE_NOTE];
  LvRect room = lay->area;

  room.y += room.height - line;
  lv_lay_paragraph (lay, LV_TEXT_TOTAL, LV_STYLE_NOTE, LV_ALIGN_START, text, room, 1);
  lay->area.height = MAX (lay->area.height - line - 2.0, 1.0);
}

/* Everything between heading and footing. */
void
lv_lay_donut (LvLay *lay)
{
  int series = lv_figure_find_form (lay->figure, LV_FIGURE_MARK, LV_FIGURE_BASELINE);
  g_autoptr (LvLayParts) parts = NULL;

  if (lv_figure_has_scenario (lay->figure))
    {
      lv_lay_share (lay);
      return;
    }
  parts = lv_lay_parts_new (lay, series);
  lv_lay_collect_legend (lay);
  lv_lay_legend (lay);
  lay_missing (lay, parts);
  lay->out->has_values = parts->sum > 0.0;
  if (parts->sum > 0.0 && says_more (lay, parts))
    lay_remark (lay, parts);
  lay->out->plot = lay->area;
  if (parts->sum > 0.0)
    lay_donut (lay, parts);
  else
    lv_lay_empty (lay);
}
