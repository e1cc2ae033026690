/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of a report: columns as wide as what is in them asks for, rows that stay whole where a page is high
 * enough, heads on every page (content the first time, decoration after that). */
#include "lv-report-private.h"

#include <math.h>

#define SIZE 9.0
#define PAD_X 5.0
#define PAD_Y 3.5

typedef struct
{
  LvReportPen *pen;
  LvReportBlock *block;
  guint n;
  double *x;     /* of each column, and of the right edge */
  gboolean told; /* the heads stood once */
  double reach;  /* the lowest line of the row that is drawn */
} Table;

/* --- Widths */

/* What a column asks for. */
typedef struct
{
  double least;  /* its widest word */
  double wish;   /* its widest text in one line */
  double weight; /* how much text it has */
  double width;  /* what it gets */
} Column;

static void
measure (LvReportPen *pen, const char *text, gboolean bold, Column *column)
{
  LvFont font = { SIZE, bold };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (lines[i], " -/", -1);
      double line = lv_measure_width (pen->measure, lines[i], &font);

      column->wish = MAX (column->wish, line + 2 * PAD_X + 1);
      column->weight += line;
      for (guint w = 0; words[w] != NULL; w++)
        column->least
            = MAX (column->least, lv_measure_width (pen->measure, words[w], &font) + 4 + 2 * PAD_X);
    }
}

/* Shares @rest among the columns that wish for more, more to those with more text, but less than by how much. Returns: what
 * nobody wished for */
static double
share_round (Column *columns, guint n, double rest)
{
  double sum = 0;
  double left = rest;

  for (guint i = 0; i < n; i++)
    if (columns[i].width < columns[i].wish)
      sum += pow (columns[i].weight, 0.75);
  for (guint i = 0; i < n && sum > 0; i++)
    {
      double more = MIN (rest * pow (columns[i].weight, 0.75) / sum, columns[i].wish - columns[i].width);

      if (columns[i].width >= columns[i].wish)
        continue;
      columns[i].width += more;
      left -= more;
    }
  return left;
}

/* Each column gets its widest word first. */
static void
share_out (Column *columns, guint n, double width)
{
  double least = 0;
  double rest;

  for (guint i = 0; i < n; i++)
    {
      columns[i].wish = MAX (columns[i].wish, columns[i].least);
      least += columns[i].least;
    }
  for (guint i = 0; i < n; i++)
    columns[i].width = columns[i].least * MIN (1, width / least);
  rest = width - MIN (least, width);
  for (guint round = 0; round < n && rest > 0.5; round++)
    rest = share_round (columns, n, rest);
  for (guint i = 0; i < n; i++)
    columns[i].width += MAX (rest, 0) / n;
}

static void
find_columns (Table *self)
{
  const LvReportBlock *block = self->block;
  g_autofree Column *columns = g_new0 (Column, self->n);

  self->x = block->x;
  if (self->x != NULL)
    return;
  for (guint c = 0; c < self->n; c++)
    {
      measure (self->pen, g_ptr_array_index (block->heads, c), TRUE, &columns[c]);
      for (guint r = 0; r < block->rows->len; r++)
        measure (self->pen, ((char **) g_ptr_array_index (block->rows, r))[c], c == 0, &columns[c]);
      columns[c].least = MIN (columns[c].least, LV_REPORT_CONTENT / 3);
    }
  share_out (columns, self->n, LV_REPORT_CONTENT);
  self->x = self->block->x = g_new0 (double, self->n + 1);
  self->x[0] = LV_REPORT_MARGIN;
  for (guint c = 0; c < self->n; c++)
    self->x[c + 1] = self->x[c] + columns[c].width;
}

/* --- Rows */

static gboolean
is_number (const Table *self, guint column)
{
  return g_array_index (self->block->numbers, gboolean, column);
}

/* Returns: (transfer full) (element-type PangoLayout): the cells of a row, and how high it is */
static GPtrArray *
lay_row (const Table *self, char **cells, gboolean is_head, double *height)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (g_object_unref);

  *height = 0;
  for (guint c = 0; c < self->n; c++)
    {
      PangoLayout *layout = lv_report_layout (self->pen, cells[c], SIZE, is_head || c == 0,
                                              self->x[c + 1] - self->x[c] - 2 * PAD_X);

      if (is_number (self, c))
        pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      g_ptr_array_add (layouts, layout);
      *height = MAX (*height, lv_report_layout_height (layout));
    }
  *height += 2 * PAD_Y;
  return layouts;
}

static void
draw_rule (const Table *self, double y, double width, double grey)
{
  cairo_t *cr = self->pen->cr;

  lv_report_tag (self->pen, "Private", NULL);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, self->x[0], y);
  cairo_line_to (cr, self->x[self->n], y);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  lv_report_untag (self->pen, "Private");
}

/* Lines of @layout from number @first that end above @bottom. Returns: the first that is left, or -1 */
static int
draw_some (Table *self, PangoLayout *layout, double x, double y, int first, double bottom)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double offset = 0;
  int number = 0;
  int left = -1;

  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if (number == first)
        offset = line.y / (double) PANGO_SCALE;
      if (number < first)
        continue;
      if (number > first && y - offset + (line.y + line.height) / (double) PANGO_SCALE > bottom)
        {
          left = number;
          break;
        }
      cairo_move_to (self->pen->cr, x + line.x / (double) PANGO_SCALE,
                     y - offset + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (self->pen->cr, pango_layout_iter_get_line_readonly (iter));
      self->reach
          = MAX (self->reach, y - offset + (line.y + line.height) / (double) PANGO_SCALE);
    }
  while (number++, pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return left;
}

/* A cell without text is an element without content; a reader is told an empty cell. */
static void
draw_cell (Table *self, PangoLayout *layout, guint column, gboolean is_head, int *first)
{
  const char *tag = is_head || column == 0 ? "TH" : "TD";

  lv_report_tag (self->pen, tag, NULL);
  if (*first >= 0)
    *first = draw_some (self, layout, self->x[column] + PAD_X, self->pen->y + PAD_Y, *first,
                        LV_REPORT_BOTTOM - PAD_Y);
  lv_report_untag (self->pen, tag);
}

/* Returns: whether lines are left for the next page */
static gboolean
draw_cells (Table *self, GPtrArray *layouts, gboolean is_head, int *first)
{
  gboolean more = FALSE;

  self->reach = self->pen->y;
  lv_report_tag (self->pen, "TR", NULL);
  for (guint c = 0; c < self->n; c++)
    {
      draw_cell (self, g_ptr_array_index (layouts, c), c, is_head, &first[c]);
      more = more || first[c] >= 0;
    }
  lv_report_untag (self->pen, "TR");
  return more;
}

/* --- Heads */

static void
paint_head (Table *self, double height)
{
  cairo_t *cr = self->pen->cr;

  lv_report_tag (self->pen, "Private", NULL);
  cairo_set_source_rgb (cr, 0.92, 0.93, 0.95);
  cairo_rectangle (cr, self->x[0], self->pen->y, self->x[self->n] - self->x[0], height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  lv_report_untag (self->pen, "Private");
}

static void
draw_heads (Table *self)
{
  double height;
  g_autoptr (GPtrArray) layouts
      = lay_row (self, (char **) self->block->heads->pdata, TRUE, &height);
  g_autofree int *first = g_new0 (int, self->n);

  paint_head (self, height);
  if (!self->told)
    draw_cells (self, layouts, TRUE, first);
  else
    {
      lv_report_tag (self->pen, "Private", NULL);
      for (guint c = 0; c < self->n; c++)
        lv_report_show (self->pen, g_ptr_array_index (layouts, c), self->x[c] + PAD_X,
                        self->pen->y + PAD_Y);
      lv_report_untag (self->pen, "Private");
    }
  self->told = TRUE;
  self->pen->y += height;
  draw_rule (self, self->pen->y, 0.8, 0.2);
}

static void
go_on (Table *self)
{
  lv_report_next_page (self->pen);
  draw_heads (self);
}

static void
draw_row (Table *self, char **cells)
{
  double height;
  g_autoptr (GPtrArray) layouts = lay_row (self, cells, FALSE, &height);
  g_autofree int *first = g_new0 (int, self->n);

  if (!lv_report_fits (self->pen, height) && self->pen->y > LV_REPORT_MARGIN + 100)
    go_on (self);
  while (draw_cells (self, layouts, FALSE, first))
    go_on (self);
  self->pen->y = self->reach + PAD_Y;
  draw_rule (self, self->pen->y, 0.3, 0.7);
}

/** Returns: how much of a table must stand below its heading: the heads and a row */
double
lv_report_table_least (LvReportPen *pen, LvReportBlock *block)
{
  Table self = { .pen = pen, .block = block, .n = block->heads->len };
  double heads = 0;
  double row = 0;

  if (self.n == 0)
    return 0;
  find_columns (&self);
  g_ptr_array_unref (lay_row (&self, (char **) block->heads->pdata, TRUE, &heads));
  if (block->rows->len > 0)
    g_ptr_array_unref (lay_row (&self, g_ptr_array_index (block->rows, 0), FALSE, &row));
  return MIN (heads + row + 20, 300);
}

void
lv_report_draw_table (LvReportPen *pen, LvReportBlock *block)
{
  Table self = { .pen = pen, .block = block, .n = block->heads->len };
  g_autoptr (PangoLayout) summary = NULL;

  if (self.n == 0)
    return;
  if (!lv_report_fits (pen, lv_report_table_least (pen, block)))
    lv_report_next_page (pen);
  find_columns (&self);
  lv_report_tag (pen, "Table", NULL);
  if (block->text[0] != '\0')
    {
      summary = lv_report_layout (pen, block->text, SIZE, FALSE, LV_REPORT_CONTENT);
      lv_report_tag (pen, "Caption", NULL);
      lv_report_show (pen, summary, LV_REPORT_MARGIN, pen->y);
      lv_report_untag (pen, "Caption");
      pen->y += lv_report_layout_height (summary) + 4;
    }
  draw_heads (&self);
  for (guint i = 0; i < block->rows->len; i++)
    draw_row (&self, g_ptr_array_index (block->rows, i));
  lv_report_untag (pen, "Table");
  pen->y += 12;
}
