/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix: rows and columns are levels with names, an item stands as a chip in its cell.  A
 * cell's ground is the stronger the higher both levels are.  Chips fill a cell in columns; where it
 * is full, the last place says how many more there are, with their names in its full text. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define CELL_GAP 3.0
#define CHIP_PAD 4.0
#define MARK_WIDTH 8.0
/* A chip narrower than this many lines holds only letters. */
#define CHIP_LEAST 8.0

typedef struct {
  int series;
  int category;
  gboolean faint;               /* the scenario has moved it from here */
  gboolean scenario;
} Item;

typedef struct {
  LvLay *lay;
  int n[2];                     /* columns, rows */
  GArray **cells;               /* (owned): Item, by row from the bottom and column */
  int highlight;
} Matrix;

static int
count_levels (const LvLay *lay, LvFigureForm axis)
{
  return MAX ((int) lv_figure_get_axis (lay->figure, axis)->levels->len, 1);
}

static void
collect_item (Matrix *self, LvFigureRole role, int category)
{
  const LvFigure *figure = self->lay->figure;
  Item item = { -1, category, FALSE, role == LV_FIGURE_SCENARIO };
  double place[2];
  double moved[2];
  int x;
  int y;

  if (!lv_figure_get_place (figure, role, category, &place[0], &place[1]))
    return;
  x = lv_figure_get_level (figure, LV_FIGURE_X, place[0]);
  y = lv_figure_get_level (figure, LV_FIGURE_Y, place[1]);
  if (x < 0 || y < 0)
    return;
  item.faint = role == LV_FIGURE_BASELINE
               && lv_figure_get_place (figure, LV_FIGURE_SCENARIO, category, &moved[0], &moved[1]);
  item.series = lv_figure_find_form (figure, LV_FIGURE_Y, role);
  if (item.series < 0)
    item.series = lv_figure_find_form (figure, LV_FIGURE_X, role);
  g_array_append_val (self->cells[y * self->n[0] + x], item);
}

/* The one that is pointed out, and those that the scenario has moved, come first, so that they are
 * not among the "+ n". */
static gboolean
collect (Matrix *self)
{
  guint n_items = 0;
  double place[2];

  int n = lv_figure_n_categories (self->lay->figure);

  self->cells = g_new0 (GArray *, self->n[0] * self->n[1]);
  for (int i = 0; i < self->n[0] * self->n[1]; i++)
    self->cells[i] = g_array_new (FALSE, FALSE, sizeof (Item));
  for (int pass = 0; pass < 2; pass++)
    for (int c = 0; c < n; c++)
      {
        gboolean is_first
          = c == self->highlight
            || lv_figure_get_place (self->lay->figure, LV_FIGURE_SCENARIO, c, &place[0], &place[1]);

        if (is_first != (pass == 0))
          continue;
        collect_item (self, LV_FIGURE_BASELINE, c);
        collect_item (self, LV_FIGURE_SCENARIO, c);
      }
  for (int i = 0; i < self->n[0] * self->n[1]; i++)
    n_items += self->cells[i]->len;
  return n_items > 0;
}

static const char *
level_name (const Matrix *self, LvFigureForm axis, int level)
{
  const GPtrArray *levels = lv_figure_get_axis (self->lay->figure, axis)->levels;

  return level < (int) levels->len ? g_ptr_array_index (levels, level) : "";
}

static double
widest_level (const Matrix *self, LvFigureForm axis, int n)
{
  double widest = 0.0;

  for (int i = 0; i < n; i++)
    widest = MAX (widest, lv_lay_width (self->lay, LV_STYLE_STRONG, level_name (self, axis, i)));
  return widest;
}

/* The widest word must fit; more only as far as a fifth of the width allows. */
static double
row_label_width (const Matrix *self)
{
  double most = self->lay->area.width * (self->lay->out->width < 400.0 ? 0.18 : 0.2);

  return ceil (MIN (widest_level (self, LV_FIGURE_Y, self->n[1]), most)) + 6.0;
}

static LvRect
cell_rect (const Matrix *self, int x, int y)
{
  const LvRect *plot = &self->lay->out->plot;
  double width = (plot->width + CELL_GAP) / self->n[0];
  double height = (plot->height + CELL_GAP) / self->n[1];

  return (LvRect) { plot->x + x * width, plot->y + (self->n[1] - 1 - y) * height,
                    MAX (width - CELL_GAP, 1.0), MAX (height - CELL_GAP, 1.0) };
}

static void
lay_row_label (Matrix *self, int y)
{
  LvLay *lay = self->lay;
  LvRect cell = cell_rect (self, 0, y);
  LvRect room = { lay->area.x, cell.y, MAX (cell.x - lay->area.x - 6.0, 1.0), cell.height };
  int lines = CLAMP ((int) (cell.height / lay->line[LV_STYLE_STRONG]), 1, 3);
  guint first = lay->out->texts->len;
  double height = lv_lay_paragraph (lay, LV_TEXT_AXIS, LV_STYLE_STRONG, LV_ALIGN_END,
                                    level_name (self, LV_FIGURE_Y, y), room, lines);

  for (guint i = first; i < lay->out->texts->len; i++)
    {
      LvLayoutText *text = &g_array_index (lay->out->texts, LvLayoutText, i);

      text->rect.y += MAX ((cell.height - height) / 2.0, 0.0);
      text->ink = LV_INK;
    }
}

static void
lay_column_label (Matrix *self, int x, double top)
{
  LvLay *lay = self->lay;
  LvRect cell = cell_rect (self, x, 0);
  guint first = lay->out->texts->len;

  lv_lay_paragraph (lay, LV_TEXT_AXIS, LV_STYLE_STRONG, LV_ALIGN_CENTER,
                    level_name (self, LV_FIGURE_X, x), (LvRect) { cell.x, top, cell.width, 0.0 },
                    1);
  for (guint i = first; i < lay->out->texts->len; i++)
    g_array_index (lay->out->texts, LvLayoutText, i).ink = LV_INK;
}

/* Title of the rows above, that of the columns below, their names at the edges. */
static void
lay_frame (Matrix *self)
{
  LvLay *lay = self->lay;
  LvRect *plot = &lay->out->plot;
  g_autofree char *y_title = lv_lay_dup_axis (lay, LV_FIGURE_Y);
  g_autofree char *x_title = lv_lay_dup_axis (lay, LV_FIGURE_X);
  double line = lay->line[LV_STYLE_NOTE];
  double bottom = lay->area.y + lay->area.height;
  double top = 0.0;
  double foot = x_title[0] != '\0' ? line : 0.0;
  double names = lay->line[LV_STYLE_STRONG] + 3.0;

  if (y_title[0] != '\0')
    top = lv_lay_paragraph (lay, LV_TEXT_AXIS, LV_STYLE_NOTE, LV_ALIGN_START, y_title, lay->area, 1)
          + 2.0;
  plot->x = lay->area.x + row_label_width (self);
  plot->y = lay->area.y + top;
  plot->width = MAX (lay->area.x + lay->area.width - plot->x, 1.0);
  plot->height = MAX (bottom - foot - names - plot->y, 1.0);
  for (int y = 0; y < self->n[1]; y++)
    lay_row_label (self, y);
  for (int x = 0; x < self->n[0]; x++)
    lay_column_label (self, x, plot->y + plot->height + 2.0);
  if (foot > 0.0)
    lv_lay_paragraph (lay, LV_TEXT_AXIS, LV_STYLE_NOTE, LV_ALIGN_END, x_title,
                      (LvRect) { plot->x, bottom - foot, plot->width, foot }, 1);
}

static void
lay_ground (Matrix *self, int x, int y)
{
  LvLayoutBox box = { .rect = cell_rect (self, x, y), .kind = LV_BOX_BAND, .series = -1,
                      .category = -1 };
  int steps = self->n[0] + self->n[1] - 2;

  box.color = steps > 0 ? (x + y) * 70 / steps : 0;
  g_array_append_val (self->lay->out->boxes, box);
}

/* Chips */

static const char *
item_name (const Matrix *self, const Item *item)
{
  return lv_figure_get_category (self->lay->figure, item->category)->label;
}

static void
lay_chip (Matrix *self, const Item *item, LvRect rect)
{
  LvLay *lay = self->lay;
  LvTextStyle style = item->category == self->highlight ? LV_STYLE_STRONG : LV_STYLE_LABEL;
  LvLayoutBox box = { .rect = rect, .kind = LV_BOX_CHIP, .series = item->series,
                      .category = item->category, .color = -1 };
  const char *name = item_name (self, item);
  gboolean is_marked = lv_lay_mark_place (lay, item->series, item->category, rect.x + rect.width,
                                          rect.y);
  double room = MAX (rect.width - 2.0 * CHIP_PAD - (is_marked ? MARK_WIDTH : 0.0), 1.0);
  g_autofree char *text = lv_text_shorten (lay->measure, name, &lay->out->fonts[style], room);
  LvLayoutText *label;

  g_array_append_val (lay->out->boxes, box);
  if (item->scenario)
    {
      box.kind = LV_BOX_SCENARIO;
      g_array_append_val (lay->out->boxes, box);
    }
  label = lv_lay_text (lay, LV_TEXT_CATEGORY, style, LV_ALIGN_START, text,
                       (LvRect) { rect.x + CHIP_PAD,
                                  rect.y + (rect.height - lay->line[style]) / 2.0,
                                  MIN (lv_lay_width (lay, style, text), room),
                                  lay->line[style] });
  label->series = item->series;
  label->category = item->category;
  label->ink = item->faint ? LV_INK_SOFT : LV_INK;
  if (!g_str_equal (text, name))
    label->full = g_strdup (name);
}

/* Those that find no place share the last one: the pointer finds the first, the focus each. */
static void
lay_rest (Matrix *self, const GArray *items, guint first, LvRect rect)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      LvLayoutPoint point = { .x = rect.x + 4.0, .y = rect.y + rect.height / 2.0,
                              .series = item->series, .category = item->category };

      g_ptr_array_add (names, g_strdup (item_name (self, item)));
      g_array_append_val (self->lay->out->points, point);
    }
  lv_lay_more (self->lay, names, rect);
}

/* Where only one fits, it is named and the others are counted beside it. */
static void
lay_one_and_rest (Matrix *self, const GArray *items, LvRect rect)
{
  LvLay *lay = self->lay;
  g_autofree char *number = g_strdup_printf ("%u", items->len - 1);
  g_autofree char *sign = lv_figure_fill (lay->figure, LV_WORD_MORE, "a", number, NULL);
  double more = lv_lay_width (lay, LV_STYLE_NOTE, sign) + 4.0;
  LvRect first = rect;

  first.width -= more;
  if (first.width < 3.0 * lay->line[LV_STYLE_LABEL])
    {
      lay_rest (self, items, 0, rect);
      return;
    }
  lay_chip (self, &g_array_index (items, Item, 0), first);
  rect.x += first.width + 4.0;
  rect.width = more - 4.0;
  lay_rest (self, items, 1, rect);
}

/* As few columns as hold them all, so that names stay whole; never so many that names end after
 * a few letters. */
static void
lay_chips (Matrix *self, const GArray *items, LvRect cell)
{
  LvLay *lay = self->lay;
  double gap = lay->out->height < 260.0 ? 2.0 : 4.0;
  LvRect room = { cell.x + gap, cell.y + gap, MAX (cell.width - 2.0 * gap, 1.0),
                  MAX (cell.height - 2.0 * gap, 1.0) };
  double height = lay->line[LV_STYLE_LABEL] + gap / 2.0;
  guint rows = (guint) MAX ((room.height + gap) / (height + gap), 1.0);
  double least = CHIP_LEAST * lay->line[LV_STYLE_LABEL];
  guint columns = 1;
  double width;

  while (columns * rows < items->len
         && (room.width + gap) / (columns + 1) - gap >= least)
    columns++;
  width = MAX ((room.width + gap) / columns - gap, 1.0);
  if (columns * rows == 1 && items->len > 1)
    {
      lay_one_and_rest (self, items, (LvRect) { room.x, room.y, width, height });
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      LvRect rect = { room.x + (i / rows) * (width + gap),
                      room.y + (i % rows) * (height + gap), width, height };

      if (i + 1 == columns * rows && i + 1 < items->len)
        {
          lay_rest (self, items, i, rect);
          return;
        }
      lay_chip (self, &g_array_index (items, Item, i), rect);
    }
}

/* Everything between heading and footing. */
void
lv_lay_matrix (LvLay *lay)
{
  Matrix self = { .lay = lay, .highlight = -1 };
  g_autoptr (GArray) aside = g_array_new (FALSE, TRUE, sizeof (LvLayoutBox));

  self.n[0] = count_levels (lay, LV_FIGURE_X);
  self.n[1] = count_levels (lay, LV_FIGURE_Y);
  lv_figure_get_highlight (lay->figure, NULL, &self.highlight);
  lv_lay_collect_legend (lay);
  lv_lay_legend (lay);
  lv_lay_collect_aside (lay, aside);
  lv_lay_aside (lay, aside);
  lay_frame (&self);
  lay->out->has_values = collect (&self);
  if (!lay->out->has_values)
    lv_lay_empty (lay);
  for (int y = 0; y < self.n[1]; y++)
    for (int x = 0; x < self.n[0]; x++)
      lay_ground (&self, x, y);
  for (int y = 0; y < self.n[1]; y++)
    for (int x = 0; x < self.n[0]; x++)
      lay_chips (&self, self.cells[y * self.n[0] + x], cell_rect (&self, x, y));
  for (int i = 0; i < self.n[0] * self.n[1]; i++)
    g_array_unref (self.cells[i]);
  g_free (self.cells);
}
