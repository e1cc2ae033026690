/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What scatter and matrix, share and donut have in common: the names of the axes, and the row of
 * what could not be drawn, so that a missing item is told of and not forgotten. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define CHIP_PAD 5.0
#define CHIP_GAP 4.0

/**
 * lv_lay_dup_axis:
 *
 * Returns: (transfer full): title and unit of an axis, "" if it has neither
 */
char *
lv_lay_dup_axis (const LvLay *lay, LvFigureForm axis)
{
  const LvFigureAxis *own = lv_figure_get_axis (lay->figure, axis);
  const char *title = own->title != NULL ? own->title : "";
  gboolean has_unit = own->unit != NULL && own->unit[0] != '\0';

  return g_strconcat (title, has_unit && title[0] != '\0' ? ", " : "", has_unit ? own->unit : "",
                      NULL);
}

/* Either of an item's two numbers may be corrected or changed.  Returns whether one is. */
gboolean
lv_lay_mark_place (LvLay *lay, int series, int category, double x, double y)
{
  guint before = lay->out->marks->len;
  LvFigureRole role = lv_figure_get_series (lay->figure, series)->role;
  int along = lv_figure_find_form (lay->figure, LV_FIGURE_X, role);

  lv_lay_mark_status (lay, series, category, x, y);
  if (lay->out->marks->len == before && along >= 0)
    lv_lay_mark_status (lay, along, category, x, y);
  return lay->out->marks->len > before;
}

/* Sets @text in at most @max_lines from the top of @room; returns its height. */
double
lv_lay_paragraph (LvLay *lay, LvTextRole role, LvTextStyle style, LvTextAlign align,
                  const char *text, LvRect room, int max_lines)
{
  gboolean shortened = FALSE;
  g_autoptr (GPtrArray) lines = lv_text_wrap (lay->measure, text, &lay->out->fonts[style],
                                              MAX (room.width, 1.0), MAX (max_lines, 1),
                                              &shortened);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      double width = MIN (lv_lay_width (lay, style, line), MAX (room.width, 1.0));
      double slack = room.width - width;
      double x = room.x + (align == LV_ALIGN_END      ? slack
                           : align == LV_ALIGN_CENTER ? slack / 2.0
                                                      : 0.0);
      LvLayoutText *item = lv_lay_text (lay, role, style, align, line,
                                        (LvRect) { x, room.y + i * lay->line[style], width,
                                                   lay->line[style] });

      item->ink = LV_INK_SOFT;
      if (shortened)
        item->full = g_strdup (text);
    }
  return lines->len * lay->line[style];
}

/* "+ 3 flere": the names are in the full text. */
void
lv_lay_more (LvLay *lay, GPtrArray *names, LvRect room)
{
  g_autofree char *number = g_strdup_printf ("%u", names->len);
  g_autofree char *whole = lv_figure_fill (lay->figure, LV_WORD_MORE, "a", number, NULL);
  g_autofree char *text = lv_text_shorten (lay->measure, whole, &lay->out->fonts[LV_STYLE_NOTE],
                                           room.width);
  double height = lay->line[LV_STYLE_NOTE];
  LvLayoutText *item;

  item = lv_lay_text (lay, LV_TEXT_DETAIL, LV_STYLE_NOTE, LV_ALIGN_START, text,
                      (LvRect) { room.x, room.y + (room.height - height) / 2.0,
                                 MIN (lv_lay_width (lay, LV_STYLE_NOTE, text), room.width),
                                 height });
  item->ink = LV_INK_SOFT;
  g_ptr_array_add (names, NULL);
  item->full = g_strjoinv (", ", (char **) names->pdata);
}

/* Which of the two numbers is missing; -1 if none is. */
static int
missing_series (const LvLay *lay, int category)
{
  static const LvFigureForm forms[] = { LV_FIGURE_Y, LV_FIGURE_X };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      int series = lv_figure_find_form (lay->figure, forms[i], LV_FIGURE_BASELINE);

      if (series >= 0
          && lv_figure_get_point (lay->figure, series, category)->status == LV_FIGURE_MISSING)
        return series;
    }
  return -1;
}

/* A number that is no level of a matrix cannot be placed either. */
static int
unplaced_series (const LvLay *lay, int category)
{
  int y = lv_figure_find_form (lay->figure, LV_FIGURE_Y, LV_FIGURE_BASELINE);
  double place[2];

  if (lv_figure_get_kind (lay->figure) != LV_FIGURE_MATRIX
      || !lv_figure_get_place (lay->figure, LV_FIGURE_BASELINE, category, &place[0], &place[1]))
    return missing_series (lay, category);
  return lv_figure_get_level (lay->figure, LV_FIGURE_X, place[0]) < 0
             || lv_figure_get_level (lay->figure, LV_FIGURE_Y, place[1]) < 0
           ? y
           : -1;
}

/* Adds the items of a plane that have no place, as LvLayoutBox without a rectangle. */
void
lv_lay_collect_aside (LvLay *lay, GArray *aside)
{
  for (int c = 0; c < lv_figure_n_categories (lay->figure); c++)
    {
      LvLayoutBox box = { .kind = LV_BOX_MISSING, .category = c, .color = -1 };

      box.series = unplaced_series (lay, c);
      if (box.series >= 0)
        g_array_append_val (aside, box);
    }
}

static char *
dup_aside (const LvLay *lay, const LvLayoutBox *box)
{
  const char *name = lv_figure_get_category (lay->figure, box->category)->label;
  const LvFigurePoint *point = lv_figure_get_point (lay->figure, box->series, box->category);
  g_autofree char *why = NULL;

  if (point->status == LV_FIGURE_MISSING)
    {
      why = lv_lay_dup_missing (lay, box->series, box->category);
      return g_strdup_printf ("%s. %s", name, why);
    }
  why = lv_figure_dup_value_text (lay->figure, box->series, box->category);
  return g_strdup_printf ("%s. %s: %s", name,
                          lv_figure_get_series (lay->figure, box->series)->label, why);
}

/* The rest shares one place: under it the pointer finds the first, the focus each. */
static void
lay_aside_rest (LvLay *lay, GArray *aside, guint first, LvRect room)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < aside->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (aside, LvLayoutBox, i);
      LvLayoutPoint point = { .x = room.x + 4.0, .y = room.y + room.height / 2.0,
                              .series = box->series, .category = box->category };

      g_ptr_array_add (names, dup_aside (lay, box));
      g_array_append_val (lay->out->points, point);
    }
  lv_lay_more (lay, names, room);
}

static void
lay_aside_chip (LvLay *lay, const LvLayoutBox *box, LvRect rect)
{
  LvLayoutBox own = *box;
  const char *name = lv_figure_get_category (lay->figure, box->category)->label;
  double room = rect.width - 2.0 * CHIP_PAD;
  g_autofree char *text = lv_text_shorten (lay->measure, name, &lay->out->fonts[LV_STYLE_NOTE],
                                           room);
  double width = MIN (lv_lay_width (lay, LV_STYLE_NOTE, text), room);
  LvLayoutText *item;

  own.rect = rect;
  own.full = dup_aside (lay, box);
  g_array_append_val (lay->out->boxes, own);
  item = lv_lay_text (lay, LV_TEXT_MISSING, LV_STYLE_NOTE, LV_ALIGN_START, text,
                      (LvRect) { rect.x + CHIP_PAD, rect.y + 1.0, width,
                                 lay->line[LV_STYLE_NOTE] });
  item->series = box->series;
  item->category = box->category;
  item->full = g_strdup (own.full);
}

static double
lay_aside_word (LvLay *lay, double y)
{
  const char *word = lv_figure_get_word (lay->figure, LV_WORD_NOT_PLACED);
  LvRect room = { lay->area.x, y, lay->area.width * 0.3, lay->line[LV_STYLE_NOTE] };
  g_autofree char *text = g_strconcat (word, ":", NULL);

  lv_lay_paragraph (lay, LV_TEXT_MISSING, LV_STYLE_NOTE, LV_ALIGN_START, text, room, 1);
  return room.x + MIN (lv_lay_width (lay, LV_STYLE_NOTE, text), room.width) + CHIP_GAP + 2.0;
}

/**
 * lv_lay_aside:
 * @aside: LvLayoutBox, what could not be drawn
 *
 * Takes one row from the bottom of the area: each in a dashed frame with its reason.
 */
void
lv_lay_aside (LvLay *lay, GArray *aside)
{
  double height = lay->line[LV_STYLE_NOTE] + 2.0;
  double right = lay->area.x + lay->area.width;
  double y = lay->area.y + lay->area.height - height;
  g_autofree char *sign = lv_figure_fill (lay->figure, LV_WORD_MORE, "a", "999", NULL);
  double more = lv_lay_width (lay, LV_STYLE_NOTE, sign);
  double x;

  if (aside->len == 0)
    return;
  x = lay_aside_word (lay, y + 1.0);
  for (guint i = 0; i < aside->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (aside, LvLayoutBox, i);
      const char *name = lv_figure_get_category (lay->figure, box->category)->label;
      double width = lv_lay_width (lay, LV_STYLE_NOTE, name) + 2.0 * CHIP_PAD;
      double room = right - x - (i + 1 < aside->len ? more + CHIP_GAP : 0.0);

      if (width > room && (i > 0 || room < 4.0 * height))
        {
          lay_aside_rest (lay, aside, i, (LvRect) { x, y, MAX (right - x, 1.0), height });
          break;
        }
      width = MIN (width, room);
      lay_aside_chip (lay, box, (LvRect) { x, y, width, height });
      x += width + CHIP_GAP;
    }
  lay->area.height = MAX (lay->area.height - height - 4.0, 1.0);
}
