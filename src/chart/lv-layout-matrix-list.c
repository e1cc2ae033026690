/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names behind the numbers of a matrix: in columns, each name in at most two lines. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define MOST_LINES 2
#define COLUMN_GAP 12.0
#define ROW_GAP 2.0

static const char *
name_of (const LvLay *lay, const GArray *categories, guint i)
{
  return lv_figure_get_category (lay->figure, g_array_index (categories, int, i))->label;
}

/* What the widest number takes, and the space behind it. */
static double
number_width (LvLay *lay, guint n)
{
  g_autofree char *widest = g_strdup_printf ("%u ", n);

  return lv_lay_width (lay, LV_STYLE_STRONG, widest) + 3.0;
}

static double
column_width (double width, guint columns)
{
  return (width + COLUMN_GAP) / columns - COLUMN_GAP;
}

/**
 * lv_lay_names_height:
 * @categories: int, what is listed, numbered from 1
 * @width: of all columns
 *
 * Returns: how high the list stands in so many columns; infinite where a name would be shortened
 */
double
lv_lay_names_height (LvLay *lay, const GArray *categories, double width, guint columns)
{
  double room = column_width (width, columns) - number_width (lay, categories->len);
  guint rows = (categories->len + columns - 1) / columns;
  double highest = 0.0;
  double height = 0.0;

  for (guint i = 0; i < categories->len; i++)
    {
      gboolean shortened = FALSE;
      g_autoptr (GPtrArray) lines = NULL;

      if (room < 4.0 * lay->line[LV_STYLE_LABEL])
        return INFINITY;
      lines = lv_text_wrap (lay->measure, name_of (lay, categories, i),
                            &lay->out->fonts[LV_STYLE_STRONG], room, MOST_LINES, &shortened);
      if (shortened)
        return INFINITY;
      height = (i % rows == 0 ? 0.0 : height + ROW_GAP) + lines->len * lay->line[LV_STYLE_STRONG];
      highest = MAX (highest, height);
    }
  return highest;
}

static double
lay_name (LvLay *lay, const GArray *categories, guint i, LvRect room, int highlight)
{
  int category = g_array_index (categories, int, i);
  LvTextStyle style = category == highlight ? LV_STYLE_STRONG : LV_STYLE_LABEL;
  double indent = number_width (lay, categories->len);
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  double width = lv_lay_width (lay, LV_STYLE_STRONG, number);
  guint first = lay->out->texts->len;
  double height;

  lv_lay_text (lay, LV_TEXT_DETAIL, LV_STYLE_STRONG, LV_ALIGN_START, number,
               (LvRect) { room.x, room.y, width, lay->line[LV_STYLE_STRONG] });
  room.x += indent;
  room.width -= indent;
  height = lv_lay_paragraph (lay, LV_TEXT_DETAIL, style, LV_ALIGN_START,
                             name_of (lay, categories, i), room, MOST_LINES);
  for (guint t = first; t < lay->out->texts->len; t++)
    {
      LvLayoutText *text = &g_array_index (lay->out->texts, LvLayoutText, t);

      text->category = category;
      text->ink = LV_INK;
    }
  return height;
}

/**
 * lv_lay_names:
 * @categories: as for lv_lay_names_height()
 * @highlight: the category that is pointed out, or -1
 *
 * Writes the list at the top of @room.
 */
void
lv_lay_names (LvLay *lay, const GArray *categories, LvRect room, guint columns, int highlight)
{
  double width = column_width (room.width, columns);
  guint rows = (categories->len + columns - 1) / columns;
  double y = room.y;

  for (guint i = 0; i < categories->len; i++)
    {
      if (i % rows == 0)
        y = room.y;
      y += lay_name (lay, categories, i,
                     (LvRect) { room.x + (i / rows) * (width + COLUMN_GAP), y, width, 0.0 },
                     highlight)
           + ROW_GAP;
    }
}
