/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix: rows and columns are levels with names, an item stands as a chip in its cell.  A
 * cell's ground is the stronger the higher both levels are.  Chips fill a cell in columns.  Where
 * they have no room for their whole names, they are numbers, and the names are listed beside the
 * cells or below.  Where not even that has room, the last place of a full cell says how many more
 * there are, with their names in its full text. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-layout-private.h"

#include <math.h>

#define CELL_GAP 3.0
#define CHIP_PAD 4.0
#define MARK_WIDTH 8.0
#define LIST_GAP 10.0
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
  GArray *listed;               /* (owned): int, the categories that have a place */
  gboolean numbered;            /* chips are numbers, the names are listed */
  LvRect list;                  /* where */
  guint list_columns;
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

/* The widest word must fit, as far as cells of names allow; numbers need less room. */
static double
row_label_width (const Matrix *self)
{
  double most = self->lay->area.width * (self->numbered ? 0.28 : 0.2);

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

/* Where the cells stand within the area. */
static void
place_plot (Matrix *self)
{
  LvLay *lay = self->lay;
  LvRect *plot = &lay->out->plot;
  g_autofree char *y_title = lv_lay_dup_axis (lay, LV_FIGURE_Y);
  g_autofree char *x_title = lv_lay_dup_axis (lay, LV_FIGURE_X);
  double line = lay->line[LV_STYLE_NOTE];
  double foot = (x_title[0] != '\0' ? line : 0.0) + lay->line[LV_STYLE_STRONG] + 3.0;

  plot->x = lay->area.x + row_label_width (self);
  plot->y = lay->area.y + (y_title[0] != '\0' ? line + 2.0 : 0.0);
  plot->width = MAX (lay->area.x + lay->area.width - plot->x, 1.0);
  plot->height = MAX (lay->area.y + lay->area.height - foot - plot->y, 1.0);
}

/* Title of the rows above, that of the columns below, their names at the edges. */
static void
lay_frame (Matrix *self)
{
  LvLay *lay = self->lay;
  const LvRect *plot = &lay->out->plot;
  g_autofree char *y_title = lv_lay_dup_axis (lay, LV_FIGURE_Y);
  g_autofree char *x_title = lv_lay_dup_axis (lay, LV_FIGURE_X);
  double foot = lay->line[LV_STYLE_NOTE];
  double bottom = lay->area.y + lay->area.height;

  if (y_title[0] != '\0')
    lv_lay_paragraph (lay, LV_TEXT_AXIS, LV_STYLE_NOTE, LV_ALIGN_START, y_title, lay->area, 1);
  for (int y = 0; y < self->n[1]; y++)
    lay_row_label (self, y);
  for (int x = 0; x < self->n[0]; x++)
    lay_column_label (self, x, plot->y + plot->height + 2.0);
  if (x_title[0] != '\0')
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

static char *
dup_number (const Matrix *self, int category)
{
  for (guint i = 0; i < self->listed->len; i++)
    if (g_array_index (self->listed, int, i) == category)
      return g_strdup_printf ("%u", i + 1);
  return NULL;
}

static void
lay_chip (Matrix *self, const Item *item, LvRect rect)
{
  LvLay *lay = self->lay;
  LvTextStyle style = item->category == self->highlight ? LV_STYLE_STRONG : LV_STYLE_LABEL;
  LvLayoutBox box = { .rect = rect, .kind = LV_BOX_CHIP, .series = item->series,
                      .category = item->category, .color = -1 };
  const char *name = item_name (self, item);
  g_autofree char *number = self->numbered ? dup_number (self, item->category) : NULL;
  gboolean is_marked = lv_lay_mark_place (lay, item->series, item->category, rect.x + rect.width,
                                          rect.y);
  double room = MAX (rect.width - 2.0 * CHIP_PAD - (is_marked ? MARK_WIDTH : 0.0), 1.0);
  g_autofree char *text = lv_text_shorten (lay->measure, number != NULL ? number : name,
                                           &lay->out->fonts[style], room);
  double slack;
  LvLayoutText *label;

  g_array_append_val (lay->out->boxes, box);
  if (item->scenario)
    {
      box.kind = LV_BOX_SCENARIO;
      g_array_append_val (lay->out->boxes, box);
    }
  slack = self->numbered ? (room - lv_lay_width (lay, style, text)) / 2.0 : 0.0;
  label = lv_lay_text (lay, LV_TEXT_CATEGORY, style, LV_ALIGN_START, text,
                       (LvRect) { rect.x + CHIP_PAD + MAX (slack, 0.0),
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

/* How chips stand in a cell. */
typedef struct {
  LvRect room;
  double gap;
  double width;
  double height;
  guint rows;
  guint columns;
} Chips;

/* What the widest number takes. */
static double
number_width (const Matrix *self)
{
  g_autofree char *widest = g_strdup_printf ("%u", self->listed->len);

  return ceil (lv_lay_width (self->lay, LV_STYLE_STRONG, widest)) + 2.0 * CHIP_PAD + MARK_WIDTH;
}

/* As few columns as hold them all, so that names stay whole; never so many that names end after
 * a few letters. */
static Chips
plan_chips (const Matrix *self, guint n, LvRect cell)
{
  const LvLay *lay = self->lay;
  double least = self->numbered ? number_width (self) : CHIP_LEAST * lay->line[LV_STYLE_LABEL];
  Chips chips = { .gap = lay->out->height < 260.0 ? 2.0 : 4.0, .columns = 1 };

  chips.room = (LvRect) { cell.x + chips.gap, cell.y + chips.gap,
                          MAX (cell.width - 2.0 * chips.gap, 1.0),
                          MAX (cell.height - 2.0 * chips.gap, 1.0) };
  chips.height = lay->line[LV_STYLE_LABEL] + chips.gap / 2.0;
  chips.rows = (guint) MAX ((chips.room.height + chips.gap) / (chips.height + chips.gap), 1.0);
  while (chips.columns * chips.rows < n
         && (chips.room.width + chips.gap) / (chips.columns + 1) - chips.gap >= least)
    chips.columns++;
  chips.width = MAX ((chips.room.width + chips.gap) / chips.columns - chips.gap, 1.0);
  if (self->numbered)
    chips.width = MIN (chips.width, least);
  return chips;
}

static void
lay_chips (Matrix *self, const GArray *items, LvRect cell)
{
  Chips chips = plan_chips (self, items->len, cell);
  guint places = chips.columns * chips.rows;

  if (places == 1 && items->len > 1)
    {
      lay_one_and_rest (self, items,
                        (LvRect) { chips.room.x, chips.room.y, chips.width, chips.height });
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      LvRect rect = { chips.room.x + (i / chips.rows) * (chips.width + chips.gap),
                      chips.room.y + (i % chips.rows) * (chips.height + chips.gap), chips.width,
                      chips.height };

      if (i + 1 == places && i + 1 < items->len)
        {
          lay_rest (self, items, i, rect);
          return;
        }
      lay_chip (self, &g_array_index (items, Item, i), rect);
    }
}

/* Names or numbers */

static gboolean
name_fits (const Matrix *self, const Item *item, double width)
{
  LvTextStyle style = item->category == self->highlight ? LV_STYLE_STRONG : LV_STYLE_LABEL;

  return lv_lay_width (self->lay, style, item_name (self, item)) + 2.0 * CHIP_PAD + MARK_WIDTH
         <= width;
}

/* Whether every chip has a place in its cell, and a name there is whole. */
static gboolean
chips_fit (Matrix *self)
{
  place_plot (self);
  for (int i = 0; i < self->n[0] * self->n[1]; i++)
    {
      const GArray *items = self->cells[i];
      Chips chips
        = plan_chips (self, items->len, cell_rect (self, i % self->n[0], i / self->n[0]));

      if (items->len > chips.columns * chips.rows
          || (items->len > 0
              && (chips.height > chips.room.height
                  || (self->numbered && chips.width < number_width (self)))))
        return FALSE;
      for (guint k = 0; k < items->len && !self->numbered; k++)
        if (!name_fits (self, &g_array_index (items, Item, k), chips.width))
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_whole (const Matrix *self, LvTextStyle style, const char *text, double width, int lines)
{
  gboolean shortened = FALSE;
  const LvFont *font = &self->lay->out->fonts[style];
  g_autoptr (GPtrArray) wrapped
    = lv_text_wrap (self->lay->measure, text, font, MAX (width, 1.0), lines, &shortened);

  return !shortened && wrapped->len > 0;
}

/* Whether the names of the levels and the titles of both axes are whole. */
static gboolean
frame_fits (const Matrix *self)
{
  const LvLay *lay = self->lay;
  g_autofree char *y_title = lv_lay_dup_axis (lay, LV_FIGURE_Y);
  g_autofree char *x_title = lv_lay_dup_axis (lay, LV_FIGURE_X);
  LvRect cell = cell_rect (self, 0, 0);

  for (int x = 0; x < self->n[0]; x++)
    if (!is_whole (self, LV_STYLE_STRONG, level_name (self, LV_FIGURE_X, x), cell.width, 1))
      return FALSE;
  for (int y = 0; y < self->n[1]; y++)
    if (!is_whole (self, LV_STYLE_STRONG, level_name (self, LV_FIGURE_Y, y),
                   cell.x - lay->area.x - 6.0, 2))
      return FALSE;
  return is_whole (self, LV_STYLE_NOTE, x_title, lay->out->plot.width, 1)
         && is_whole (self, LV_STYLE_NOTE, y_title, lay->area.width, 1);
}

static void
collect_listed (Matrix *self)
{
  int n = lv_figure_n_categories (self->lay->figure);
  g_autofree gboolean *placed = g_new0 (gboolean, MAX (n, 1));

  for (int i = 0; i < self->n[0] * self->n[1]; i++)
    for (guint k = 0; k < self->cells[i]->len; k++)
      placed[g_array_index (self->cells[i], Item, k).category] = TRUE;
  for (int c = 0; c < n; c++)
    if (placed[c])
      g_array_append_val (self->listed, c);
}

/* The list beside the cells in @share of the width, or below them (0). */
static gboolean
try_list (Matrix *self, double share, guint columns, gboolean whole)
{
  LvLay *lay = self->lay;
  LvRect area = lay->area;
  double width = share > 0.0 ? floor (area.width * share) : area.width;
  double height = lv_lay_names_height (lay, self->listed, width, columns);

  if (height > area.height)
    return FALSE;
  self->list = (LvRect) { area.x + area.width - width, area.y, width, height };
  self->list_columns = columns;
  if (share > 0.0)
    lay->area.width -= width + LIST_GAP;
  else
    {
      self->list.y = area.y + area.height - height;
      lay->area.height -= height + LIST_GAP;
    }
  if (lay->area.height > 0.0 && lay->area.width > 0.0 && chips_fit (self)
      && (!whole || frame_fits (self)))
    return TRUE;
  lay->area = area;
  return FALSE;
}

/* A picture without an item, or one in which numbers have no room either, stays as it is. */
static void
choose_numbers (Matrix *self)
{
  static const struct { double share; guint columns; } ways[] = {
    { 0.3, 1 }, { 0.38, 1 }, { 0.46, 1 }, { 0.56, 2 }, { 0.0, 3 }, { 0.0, 2 }, { 0.0, 1 },
  };

  if (self->listed->len == 0 || chips_fit (self))
    return;
  self->numbered = TRUE;
  for (int whole = 1; whole >= 0; whole--)
    for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
      if (try_list (self, ways[i].share, ways[i].columns, whole == 1))
        return;
  self->numbered = FALSE;
}

/* Everything between heading and footing. */
void
lv_lay_matrix (LvLay *lay)
{
  Matrix self = { .lay = lay, .highlight = -1, .listed = g_array_new (FALSE, FALSE, sizeof (int)) };
  g_autoptr (GArray) aside = g_array_new (FALSE, TRUE, sizeof (LvLayoutBox));

  self.n[0] = count_levels (lay, LV_FIGURE_X);
  self.n[1] = count_levels (lay, LV_FIGURE_Y);
  lv_figure_get_highlight (lay->figure, NULL, &self.highlight);
  lv_lay_collect_legend (lay);
  lv_lay_legend (lay);
  lv_lay_collect_aside (lay, aside);
  lv_lay_aside (lay, aside);
  lay->out->has_values = collect (&self);
  collect_listed (&self);
  choose_numbers (&self);
  place_plot (&self);
  lay_frame (&self);
  if (!lay->out->has_values)
    lv_lay_empty (lay);
  for (int y = 0; y < self.n[1]; y++)
    for (int x = 0; x < self.n[0]; x++)
      lay_ground (&self, x, y);
  for (int y = 0; y < self.n[1]; y++)
    for (int x = 0; x < self.n[0]; x++)
      lay_chips (&self, self.cells[y * self.n[0] + x], cell_rect (&self, x, y));
  if (self.numbered)
    lv_lay_names (lay, self.listed, self.list, self.list_columns, self.highlight);
  for (int i = 0; i < self.n[0] * self.n[1]; i++)
    g_array_unref (self.cells[i]);
  g_free (self.cells);
  g_array_unref (self.listed);
}
