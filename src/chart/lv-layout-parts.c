/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a share or donut: what each is of the sum of the values shown, and the list that
 * names them where labels at the picture would not fit. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define SWATCH 9.0
#define SWATCH_GAP 5.0
#define COLUMN_GAP 14.0

static void
clear_part (gpointer data)
{
  LvLayPart *part = data;

  g_free (part->value);
  g_free (part->percent);
}

/* Whether the figure's unit is percent already. */
static gboolean
is_percent (const LvFigure *figure)
{
  const char *unit = lv_figure_get_unit (figure);

  return g_strcmp0 (unit, lv_figure_get_word (figure, LV_WORD_PERCENT_UNIT)) == 0;
}

/* Whole per cent, unless a part would then be shown as 0. */
static int
percent_decimals (const LvLayParts *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const LvLayPart *part = &g_array_index (self->parts, LvLayPart, i);

      if (!part->missing && part->part > 0.0 && part->part < 0.005)
        return 1;
    }
  return 0;
}

static void
set_percents (const LvLay *lay, LvLayParts *self)
{
  int decimals = percent_decimals (self);

  for (guint i = 0; i < self->parts->len; i++)
    {
      LvLayPart *part = &g_array_index (self->parts, LvLayPart, i);
      g_autofree char *number = NULL;

      if (part->missing)
        {
          part->percent = g_strdup ("");
          continue;
        }
      number = self->is_percent ? g_strdup (part->value)
                                : lv_figure_format (lay->figure, part->part * 100.0, decimals);
      part->percent = lv_figure_fill (lay->figure, LV_WORD_PERCENT, "a", number, NULL);
    }
}

/**
 * lv_lay_parts_new:
 * @series: whose values are the parts
 *
 * A negative value is no part of anything; it is left out here and told of in the sum.
 *
 * Returns: (transfer full): the parts in their order, missing ones too
 */
LvLayParts *
lv_lay_parts_new (const LvLay *lay, int series)
{
  LvLayParts *self = g_new0 (LvLayParts, 1);

  self->series = series;
  self->is_percent = is_percent (lay->figure);
  self->parts = g_array_new (FALSE, TRUE, sizeof (LvLayPart));
  g_array_set_clear_func (self->parts, clear_part);
  for (int c = 0; series >= 0 && c < lv_figure_n_categories (lay->figure); c++)
    {
      const LvFigurePoint *point = lv_figure_get_point (lay->figure, series, c);
      LvLayPart part = { .category = c, .part = point->value };

      part.missing = point->status == LV_FIGURE_MISSING;
      if (point->status == LV_FIGURE_ABSENT || (!part.missing && point->value < 0.0))
        continue;
      part.name = lv_figure_get_category (lay->figure, c)->label;
      part.value = lv_figure_dup_value_text (lay->figure, series, c);
      self->sum += part.missing ? 0.0 : part.part;
      g_array_append_val (self->parts, part);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      LvLayPart *part = &g_array_index (self->parts, LvLayPart, i);

      part->part = part->missing || !(self->sum > 0.0) ? 0.0 : part->part / self->sum;
    }
  set_percents (lay, self);
  return self;
}

void
lv_lay_parts_free (LvLayParts *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

/** Returns: how many of the parts are missing */
int
lv_lay_parts_missing (const LvLayParts *self)
{
  int n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += g_array_index (self->parts, LvLayPart, i).missing;
  return n;
}

static char *
dup_negative (const LvLay *lay, int series)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int c = 0; series >= 0 && c < lv_figure_n_categories (lay->figure); c++)
    {
      g_autofree char *value = NULL;

      if (!lv_figure_is_drawn (lay->figure, series, c)
          || !(lv_figure_get_point (lay->figure, series, c)->value < 0.0))
        continue;
      value = lv_figure_dup_value_text (lay->figure, series, c);
      g_string_append_printf (list, "%s%s %s", list->len > 0 ? ", " : "",
                              lv_figure_get_category (lay->figure, c)->label, value);
    }
  if (list->len == 0)
    return g_strdup ("");
  return lv_figure_fill (lay->figure, LV_WORD_NOT_IN_SHARE, "list", list->str, NULL);
}

/**
 * lv_lay_parts_dup_sum:
 *
 * Returns: (transfer full): "I alt 989 mio. kr. uden STU", and what is not in it
 */
char *
lv_lay_parts_dup_sum (const LvLay *lay, const LvLayParts *self)
{
  g_autofree char *number = lv_figure_format (lay->figure, self->sum,
                                              lv_figure_get_decimals (lay->figure));
  g_autofree char *negative = dup_negative (lay, self->series);
  const char *unit = lv_figure_get_unit (lay->figure);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sum = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const LvLayPart *part = &g_array_index (self->parts, LvLayPart, i);

      if (part->missing)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", part->name);
    }
  sum = lv_figure_fill (lay->figure, list->len > 0 ? LV_WORD_SUM_WITHOUT : LV_WORD_SUM, "a",
                        number, "unit", unit != NULL ? unit : "", "list", list->str, NULL);
  g_strchomp (sum);
  if (negative[0] == '\0')
    return g_steal_pointer (&sum);
  return g_strdup_printf ("%s%s %s", sum, g_str_has_suffix (sum, ".") ? "" : ".", negative);
}

/**
 * lv_lay_part_dup_second:
 * @inside: the percentage stands in the picture already
 *
 * Returns: (transfer full): the second line of a part's label
 */
char *
lv_lay_part_dup_second (const LvLayParts *self, const LvLayPart *part, gboolean inside)
{
  if (part->missing)
    return g_strdup (part->value);
  if (self->is_percent)
    return g_strdup (inside ? "" : part->percent);
  return inside ? g_strdup (part->value)
                : g_strdup_printf ("%s · %s", part->value, part->percent);
}

gboolean
lv_lay_part_strong (const LvLay *lay, const LvLayPart *part)
{
  int highlight = -1;

  lv_figure_get_highlight (lay->figure, NULL, &highlight);
  return part->category == highlight;
}

gboolean
lv_lay_part_muted (const LvLay *lay, const LvLayPart *part)
{
  int highlight = -1;

  lv_figure_get_highlight (lay->figure, NULL, &highlight);
  return highlight >= 0 && part->category != highlight;
}

/* The list */

static const LvLayPart *
find_part (const LvLayParts *self, int category)
{
  for (guint i = 0; self != NULL && i < self->parts->len; i++)
    if (g_array_index (self->parts, LvLayPart, i).category == category)
      return &g_array_index (self->parts, LvLayPart, i);
  return NULL;
}

static char *
dup_numbers (const LvLayParts *self, const LvLayParts *scenario, const LvLayPart *part)
{
  g_autofree char *base = lv_lay_part_dup_second (self, part, FALSE);
  const LvLayPart *other = find_part (scenario, part->category);
  g_autofree char *then = NULL;

  if (other == NULL)
    return g_steal_pointer (&base);
  then = lv_lay_part_dup_second (scenario, other, FALSE);
  return g_strdup_printf ("%s → %s", base, then);
}

static void
lay_swatch (LvLay *lay, const LvLayParts *self, const LvLayPart *part, double x, double y)
{
  LvLayoutSwatch swatch = { .kind = LV_SWATCH_FILL, .series = self->series,
                            .color = part->category };

  if (part->missing)
    return;
  swatch.rect = (LvRect) { x, y + (lay->line[LV_STYLE_LABEL] - SWATCH) / 2.0, SWATCH, SWATCH };
  swatch.period = lv_figure_get_period (lay->figure, self->series, part->category);
  swatch.muted = lv_lay_part_muted (lay, part);
  g_array_append_val (lay->out->swatches, swatch);
}

/* The name keeps at least half of the row; the numbers are shortened before it is. */
static void
lay_row (LvLay *lay, const LvLayParts *self, const LvLayParts *scenario, const LvLayPart *part,
         LvRect rect)
{
  LvTextStyle style = lv_lay_part_strong (lay, part) ? LV_STYLE_STRONG : LV_STYLE_LABEL;
  g_autofree char *numbers = dup_numbers (self, scenario, part);
  double x = rect.x + SWATCH + SWATCH_GAP;
  double room = MAX (rect.width - SWATCH - SWATCH_GAP, 1.0);
  g_autofree char *value = lv_text_shorten (lay->measure, numbers,
                                            &lay->out->fonts[LV_STYLE_VALUE], room * 0.55);
  double width = MIN (lv_lay_width (lay, LV_STYLE_VALUE, value), room * 0.55);
  double rest = MAX (room - width - 6.0, 1.0);
  g_autofree char *name = lv_text_shorten (lay->measure, part->name, &lay->out->fonts[style],
                                           rest);
  LvLayoutText *item;

  lay_swatch (lay, self, part, rect.x, rect.y);
  item = lv_lay_text (lay, LV_TEXT_CATEGORY, style, LV_ALIGN_START, name,
                      (LvRect) { x, rect.y, MIN (lv_lay_width (lay, style, name), rest),
                                 lay->line[style] });
  item->series = self->series;
  item->category = part->category;
  if (!g_str_equal (name, part->name))
    item->full = g_strdup (part->name);
  item = lv_lay_text (lay, LV_TEXT_VALUE, LV_STYLE_VALUE, LV_ALIGN_END, value,
                      (LvRect) { rect.x + rect.width - width, rect.y, width,
                                 lay->line[LV_STYLE_VALUE] });
  item->series = self->series;
  item->category = part->category;
  item->ink = LV_INK_SOFT;
  if (!g_str_equal (value, numbers))
    item->full = g_strdup (numbers);
}

static void
lay_row_rest (LvLay *lay, const LvLayParts *self, const LvLayParts *scenario, guint first,
              LvRect rect)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < self->parts->len; i++)
    {
      const LvLayPart *part = &g_array_index (self->parts, LvLayPart, i);
      g_autofree char *numbers = dup_numbers (self, scenario, part);

      g_ptr_array_add (names, g_strdup_printf ("%s %s", part->name, numbers));
    }
  lv_lay_more (lay, names, rect);
}

/**
 * lv_lay_parts_list:
 * @self: the parts
 * @scenario: (nullable): the same in the scenario
 * @room: where the list stands
 *
 * A row for each part, in as few columns as hold them all; what finds no row is in the full text
 * of the last one.
 */
void
lv_lay_parts_list (LvLay *lay, const LvLayParts *self, const LvLayParts *scenario, LvRect room)
{
  double line = lay->line[LV_STYLE_LABEL] + 1.0;
  guint rows = (guint) MAX (floor ((room.height + 1.0) / line), 1.0);
  double least = line * (scenario != NULL ? 14.0 : 9.0);
  guint columns = 1;
  double width;

  while (columns * rows < self->parts->len
         && (room.width + COLUMN_GAP) / (columns + 1) - COLUMN_GAP >= least)
    columns++;
  rows = MIN (rows, (self->parts->len + columns - 1) / columns);
  width = MAX ((room.width + COLUMN_GAP) / columns - COLUMN_GAP, 1.0);
  /* A number far from its name is hard to find. */
  width = MIN (width, line * (scenario != NULL ? 32.0 : 22.0));
  for (guint i = 0; i < self->parts->len; i++)
    {
      LvRect rect = { room.x + (i / rows) * (width + COLUMN_GAP), room.y + (i % rows) * line, width,
                      line };

      if (i + 1 == columns * rows && i + 1 < self->parts->len)
        {
          lay_row_rest (lay, self, scenario, i, rect);
          return;
        }
      lay_row (lay, self, scenario, &g_array_index (self->parts, LvLayPart, i), rect);
    }
}
