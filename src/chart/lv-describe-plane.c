/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alternative text of scatter and matrix. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-private.h"

#include <math.h>

/* More items than this are counted and not named. */
#define NAMED_MAX 12

/* What one axis measures, in what. */
static char *
dup_axis (const LvFigure *self, LvFigureForm axis)
{
  const LvFigureAxis *own = lv_figure_get_axis (self, axis);
  gboolean has_unit = own->unit != NULL && own->unit[0] != '\0';

  return g_strconcat (own->title != NULL ? own->title : "",
                      own->title != NULL && has_unit ? ", " : "", has_unit ? own->unit : "", NULL);
}

static void
append_filled (GString *out, char *sentence)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, sentence);
  g_free (sentence);
}

static void
append_axes (const LvFigure *self, GString *out, LvFigureWord kind)
{
  g_autofree char *x = dup_axis (self, LV_FIGURE_X);
  g_autofree char *y = dup_axis (self, LV_FIGURE_Y);

  append_filled (out, lv_figure_fill (self, LV_WORD_PLANE, "kind",
                                      lv_figure_get_word (self, kind), "a", x, "b", y, NULL));
}

static char *
dup_coordinate (const LvFigure *self, LvFigureForm axis, LvFigureRole role, int category)
{
  int own = lv_figure_find_form (self, axis, role);

  if (own < 0 || lv_figure_get_point (self, own, category)->status == LV_FIGURE_ABSENT)
    own = lv_figure_find_form (self, axis, LV_FIGURE_BASELINE);
  return own >= 0 ? lv_figure_dup_value_text (self, own, category) : g_strdup ("");
}

static char *
dup_with_unit (const LvFigure *self, LvFigureForm axis, LvFigureRole role, int category)
{
  g_autofree char *number = dup_coordinate (self, axis, role, category);
  const char *unit = lv_figure_get_axis (self, axis)->unit;

  return g_strconcat (number, unit != NULL && unit[0] != '\0' ? " " : "",
                      unit != NULL ? unit : "", NULL);
}

/* "12 pct. og 345 kr." */
static char *
dup_place (const LvFigure *self, LvFigureRole role, int category)
{
  g_autofree char *x = dup_with_unit (self, LV_FIGURE_X, role, category);
  g_autofree char *y = dup_with_unit (self, LV_FIGURE_Y, role, category);

  return lv_figure_fill (self, LV_WORD_PAIR, "a", x, "b", y, NULL);
}

static void
append_place (const LvFigure *self, GString *out, int category)
{
  g_autofree char *x = dup_with_unit (self, LV_FIGURE_X, LV_FIGURE_BASELINE, category);
  g_autofree char *y = dup_with_unit (self, LV_FIGURE_Y, LV_FIGURE_BASELINE, category);

  append_filled (out, lv_figure_fill (self, LV_WORD_PLACE, "label",
                                      lv_figure_get_category (self, category)->label, "a", x, "b",
                                      y, NULL));
}

/* Whether it moved is taken from the texts as shown. */
static void
append_move (const LvFigure *self, GString *out, int category, const char *from, const char *to)
{
  const char *label = lv_figure_get_category (self, category)->label;
  gboolean moved = !g_str_equal (from, to);

  append_filled (out, lv_figure_fill (self, moved ? LV_WORD_PLACE_MOVED : LV_WORD_PLACE_SAME,
                                      "label", label, "first", from, "last", to, NULL));
}

static int
count_places (const LvFigure *self)
{
  double x;
  double y;
  int n = 0;

  for (int c = 0; c < lv_figure_n_categories (self); c++)
    n += lv_figure_get_place (self, LV_FIGURE_BASELINE, c, &x, &y);
  return n;
}

static void
append_missing (const LvFigure *self, GString *out)
{
  static const LvFigureForm forms[] = { LV_FIGURE_X, LV_FIGURE_Y };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      int series = lv_figure_find_form (self, forms[i], LV_FIGURE_BASELINE);
      g_autoptr (GString) list = g_string_new (NULL);

      for (int c = 0; series >= 0 && c < lv_figure_n_categories (self); c++)
        {
          const LvFigurePoint *point = lv_figure_get_point (self, series, c);

          if (point->status != LV_FIGURE_MISSING)
            continue;
          g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                                  lv_figure_get_category (self, c)->label);
          if (point->reason != NULL)
            g_string_append_printf (list, " (%s)", point->reason);
        }
      if (list->len > 0)
        append_filled (out, lv_figure_fill (self, LV_WORD_SOME_MISSING, "label",
                                            lv_figure_get_series (self, series)->label, "list",
                                            list->str, NULL));
    }
}

/* Scatter */

static gboolean
is_in (const LvFigure *self, LvFigureQuadrant quadrant, double x, double y)
{
  gboolean is_east = quadrant == LV_FIGURE_NORTH_EAST || quadrant == LV_FIGURE_SOUTH_EAST;
  gboolean is_north = quadrant == LV_FIGURE_NORTH_WEST || quadrant == LV_FIGURE_NORTH_EAST;

  return (x >= lv_figure_get_axis (self, LV_FIGURE_X)->cross) == is_east
         && (y >= lv_figure_get_axis (self, LV_FIGURE_Y)->cross) == is_north;
}

static void
append_field (const LvFigure *self, GString *out, LvFigureQuadrant quadrant)
{
  const char *name = lv_figure_get_quadrant (self, quadrant);
  g_autoptr (GString) list = g_string_new (NULL);
  int n = 0;

  for (int c = 0; c < lv_figure_n_categories (self); c++)
    {
      double x;
      double y;

      if (!lv_figure_get_place (self, LV_FIGURE_BASELINE, c, &x, &y)
          || !is_in (self, quadrant, x, y))
        continue;
      g_string_append_printf (list, "%s%s", n++ > 0 ? ", " : "",
                              lv_figure_get_category (self, c)->label);
    }
  if (name == NULL || n == 0)
    return;
  if (n > NAMED_MAX)
    {
      g_autofree char *number = g_strdup_printf ("%d", n);
      g_autofree char *all = g_strdup_printf ("%d", count_places (self));

      append_filled (out, lv_figure_fill (self, LV_WORD_QUADRANT_COUNT, "label", name, "a", number,
                                          "b", all, NULL));
      return;
    }
  append_filled (out, lv_figure_fill (self, LV_WORD_LIST, "label", name, "list", list->str, NULL));
}

static void
append_cross (const LvFigure *self, GString *out, LvFigureForm axis)
{
  const LvFigureAxis *own = lv_figure_get_axis (self, axis);
  g_autofree char *number = NULL;
  g_autofree char *value = NULL;
  g_autofree char *label = NULL;

  if (isnan (own->cross))
    return;
  number = lv_figure_format (self, own->cross, own->decimals);
  value = g_strjoin (own->unit != NULL && own->unit[0] != '\0' ? " " : "", number,
                     own->unit != NULL ? own->unit : "", NULL);
  label = g_strdup_printf ("%s%s%s", own->title != NULL ? own->title : "",
                           own->cross_label != NULL && own->title != NULL ? ", " : "",
                           own->cross_label != NULL ? own->cross_label : "");
  append_filled (out,
                 lv_figure_fill (self, LV_WORD_CROSS, "label", label, "a", value, NULL));
}

void
lv_describe_scatter (const LvFigure *self, GString *out)
{
  int highlight = -1;
  int n = count_places (self);
  gboolean has_cross = !isnan (lv_figure_get_axis (self, LV_FIGURE_X)->cross)
                       && !isnan (lv_figure_get_axis (self, LV_FIGURE_Y)->cross);

  append_axes (self, out, LV_WORD_SCATTER);
  append_cross (self, out, LV_FIGURE_X);
  append_cross (self, out, LV_FIGURE_Y);
  lv_figure_get_highlight (self, NULL, &highlight);
  for (int c = 0; c < lv_figure_n_categories (self); c++)
    {
      double x;
      double y;

      if (lv_figure_get_place (self, LV_FIGURE_BASELINE, c, &x, &y)
          && (n <= NAMED_MAX || c == highlight))
        append_place (self, out, c);
      if (lv_figure_get_place (self, LV_FIGURE_SCENARIO, c, &x, &y))
        {
          g_autofree char *from = dup_place (self, LV_FIGURE_BASELINE, c);
          g_autofree char *to = dup_place (self, LV_FIGURE_SCENARIO, c);

          append_move (self, out, c, from, to);
        }
    }
  for (int i = 0; has_cross && i < LV_FIGURE_N_QUADRANTS; i++)
    append_field (self, out, (LvFigureQuadrant) i);
  append_missing (self, out);
}

/* Matrix */

/* "Andel: høj" */
static char *
dup_level (const LvFigure *self, LvFigureForm axis, int level)
{
  const LvFigureAxis *own = lv_figure_get_axis (self, axis);
  const char *name = g_ptr_array_index (own->levels, level);

  return own->title != NULL ? g_strdup_printf ("%s %s", own->title, name) : g_strdup (name);
}

static gboolean
find_cell (const LvFigure *self, LvFigureRole role, int category, int *column, int *row)
{
  double x;
  double y;

  if (!lv_figure_get_place (self, role, category, &x, &y))
    return FALSE;
  *column = lv_figure_get_level (self, LV_FIGURE_X, x);
  *row = lv_figure_get_level (self, LV_FIGURE_Y, y);
  return *column >= 0 && *row >= 0;
}

static char *
dup_cell (const LvFigure *self, int column, int row)
{
  g_autofree char *x = dup_level (self, LV_FIGURE_X, column);
  g_autofree char *y = dup_level (self, LV_FIGURE_Y, row);

  return lv_figure_fill (self, LV_WORD_PAIR, "a", x, "b", y, NULL);
}

static void
append_cell (const LvFigure *self, GString *out, int column, int row)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *x = dup_level (self, LV_FIGURE_X, column);
  g_autofree char *y = dup_level (self, LV_FIGURE_Y, row);
  int own_column;
  int own_row;

  for (int c = 0; c < lv_figure_n_categories (self); c++)
    if (find_cell (self, LV_FIGURE_BASELINE, c, &own_column, &own_row) && own_column == column
        && own_row == row)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              lv_figure_get_category (self, c)->label);
  if (list->len > 0)
    append_filled (out, lv_figure_fill (self, LV_WORD_CELL, "a", x, "b", y, "list", list->str,
                                        NULL));
}

/* Items with numbers that are no levels. */
static void
append_unplaced (const LvFigure *self, GString *out)
{
  g_autoptr (GString) list = g_string_new (NULL);
  int cell[2];
  double place[2];

  for (int c = 0; c < lv_figure_n_categories (self); c++)
    if (lv_figure_get_place (self, LV_FIGURE_BASELINE, c, &place[0], &place[1])
        && !find_cell (self, LV_FIGURE_BASELINE, c, &cell[0], &cell[1]))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              lv_figure_get_category (self, c)->label);
  if (list->len > 0)
    append_filled (out, lv_figure_fill (self, LV_WORD_LIST, "label",
                                        lv_figure_get_word (self, LV_WORD_NOT_PLACED), "list",
                                        list->str, NULL));
}

void
lv_describe_matrix (const LvFigure *self, GString *out)
{
  int columns = (int) lv_figure_get_axis (self, LV_FIGURE_X)->levels->len;
  int rows = (int) lv_figure_get_axis (self, LV_FIGURE_Y)->levels->len;
  int from[2];
  int to[2];

  append_axes (self, out, LV_WORD_MATRIX);
  for (int y = rows - 1; y >= 0; y--)
    for (int x = 0; x < columns; x++)
      append_cell (self, out, x, y);
  for (int c = 0; c < lv_figure_n_categories (self); c++)
    if (find_cell (self, LV_FIGURE_SCENARIO, c, &to[0], &to[1])
        && find_cell (self, LV_FIGURE_BASELINE, c, &from[0], &from[1]))
      {
        g_autofree char *first = dup_cell (self, from[0], from[1]);
        g_autofree char *last = dup_cell (self, to[0], to[1]);

        append_move (self, out, c, first, last);
      }
  append_unplaced (self, out);
  append_missing (self, out);
}
