/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of a report: rows that stay whole where a page is high enough, heads on every page (content the first time,
 * decoration after that). */
#include "lv-report-private.h"

#include <string.h>

/* A row that is lower does not stand alone at the end or the beginning of a page. */
#define LONE_ROW 90.0
#define PAD_Y 3.5

/* A table that is lower is not parted between pages. */
#define WHOLE 180.0

typedef struct
{
  LvReportPen *pen;
  LvReportBlock *block;
  guint n;
  double *x;     /* of each column, and of the right edge */
  gboolean told; /* the heads stood once */
  GArray *rules; /* double: where rows of this page end */
  double reach;  /* the lowest line of the row that is drawn */
} Table;

static void
find_columns (Table *self)
{
  lv_report_find_columns (self->pen, self->block);
  self->x = self->block->x;
}

/* --- Rows */

static gboolean
is_number (const Table *self, guint column)
{
  return g_array_index (self->block->numbers, gboolean, column);
}

/* What there is for the letters of a cell. */
static double
inner_width (const Table *self, guint column)
{
  return self->x[column + 1] - self->x[column] - 2 * lv_report_pad_x (self->block);
}

/* Tables say much the same, in columns of any width: "0", "mio. kr.", "ikke oplyst" are set once for the whole report.
 * Returns: (transfer none) (nullable): @text in one line, if it fits in @width */
static PangoLayout *
find_line (const Table *self, const char *text, gboolean bold, double width)
{
  GHashTable *lines = self->pen->report->lines;
  double size = lv_report_scaled (self->pen, self->block->size);
  g_autofree char *key = NULL;
  PangoLayout *layout;

  /* No letters are so narrow on an average: not worth a try. */
  if (strchr (text, '\n') != NULL || (double) g_utf8_strlen (text, -1) * size * 0.35 > width)
    return NULL;
  key = g_strdup_printf ("%d %d %s", (int) (size * PANGO_SCALE), bold, text);
  layout = g_hash_table_lookup (lines, key);
  if (layout == NULL)
    {
      layout = lv_report_layout (self->pen, text, self->block->size, bold, -1);
      g_hash_table_insert (lines, g_steal_pointer (&key), layout);
    }
  return lv_report_layout_width (layout) <= width ? layout : NULL;
}

/* @set: (element-type utf8 PangoLayout): what was set in several lines in this column; columns of units say the same in
 * each row. Returns: (transfer full) */
static PangoLayout *
set_cell (const Table *self, guint column, const char *text, gboolean bold, GHashTable *set)
{
  double width = inner_width (self, column);
  PangoLayout *layout = g_hash_table_lookup (set, text);

  if (layout == NULL)
    layout = find_line (self, text, bold, width);
  if (layout != NULL)
    return g_object_ref (layout);
  layout = lv_report_layout (self->pen, text, self->block->size, bold, width);
  if (is_number (self, column))
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  g_hash_table_insert (set, (char *) text, g_object_ref (layout));
  return layout;
}

static void
set_column (const Table *self, guint column)
{
  const LvReportBlock *block = self->block;
  g_autoptr (GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  g_ptr_array_add (g_ptr_array_index (block->laid, 0),
                   set_cell (self, column, g_ptr_array_index (block->heads, column), TRUE, heads));
  for (guint r = 0; r < block->rows->len; r++)
    g_ptr_array_add (
        g_ptr_array_index (block->laid, r + 1),
        set_cell (self, column, ((char **) g_ptr_array_index (block->rows, r))[column], column == 0, cells));
}

/* The height of the highest of @layouts. */
static double
height_of (const GPtrArray *layouts)
{
  double height = 0;

  for (guint c = 0; c < layouts->len; c++)
    height = MAX (height, lv_report_layout_height (g_ptr_array_index (layouts, c)));
  return height;
}

static void
set_rows (const Table *self)
{
  GPtrArray *laid = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint r = 0; r <= self->block->rows->len; r++)
    g_ptr_array_add (laid, g_ptr_array_new_full (self->n, g_object_unref));
  self->block->laid = laid;
  for (guint c = 0; c < self->n; c++)
    set_column (self, c);
  self->block->heights = g_new (double, laid->len);
  for (guint r = 0; r < laid->len; r++)
    self->block->heights[r] = height_of (g_ptr_array_index (laid, r));
}

/* Row @index, of which 0 are the heads. Returns: (transfer none) (element-type PangoLayout): its cells, and how high it is */
static GPtrArray *
lay_row (const Table *self, guint index, double *height)
{
  LvReportBlock *block = self->block;

  if (block->laid == NULL)
    set_rows (self);
  *height = block->heights[index] + 2 * lv_report_space (self->pen, PAD_Y);
  return g_ptr_array_index (block->laid, index);
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

/* The rules below the rows of a page, together: each element of a PDF costs time to write, and read. */
static void
draw_rules (Table *self)
{
  cairo_t *cr = self->pen->cr;

  if (self->rules->len > 0 && lv_report_is_drawn (self->pen))
    {
      lv_report_tag (self->pen, "Private", NULL);
      cairo_set_source_rgb (cr, 0.7, 0.7, 0.7);
      cairo_set_line_width (cr, 0.3);
      for (guint i = 0; i < self->rules->len; i++)
        {
          cairo_move_to (cr, self->x[0], g_array_index (self->rules, double, i));
          cairo_line_to (cr, self->x[self->n], g_array_index (self->rules, double, i));
        }
      cairo_stroke (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      lv_report_untag (self->pen, "Private");
    }
  g_array_set_size (self->rules, 0);
}

/**
 * Span:
 *
 * Bytes of a cell's text.
 */
typedef struct
{
  gsize from;
  gsize to;
} Span;

static const Span whole = { 0, G_MAXSIZE };

/* What of @item is within @span. Returns: where the next item begins */
static double
show_item (cairo_t *cr, PangoGlyphItem *item, const char *text, double x, double y, const Span *span)
{
  PangoGlyphItem *rest = pango_glyph_item_copy (item);

  while (rest != NULL)
    {
      gsize start = (gsize) rest->item->offset;
      gsize end = start + (gsize) rest->item->length;
      gsize cut = start < span->from && span->from < end ? span->from : start < span->to && span->to < end ? span->to : end;
      PangoGlyphItem *part = cut < end ? pango_glyph_item_split (rest, text, (int) (cut - start)) : rest;

      if (start >= span->from && cut <= span->to)
        {
          cairo_move_to (cr, x, y);
          pango_cairo_show_glyph_item (cr, text, part);
        }
      x += pango_glyph_string_get_width (part->glyphs) / (double) PANGO_SCALE;
      rest = part == rest ? NULL : rest;
      pango_glyph_item_free (part);
    }
  return x;
}

static void
show_line (cairo_t *cr, PangoLayoutLine *line, double x, double y, const Span *span)
{
  const char *text = pango_layout_get_text (line->layout);

  if (span == &whole)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout_line (cr, line);
      return;
    }
  for (GSList *run = line->runs; run != NULL; run = run->next)
    x = show_item (cr, run->data, text, x, y, span);
}

/* What of the lines of @layout from number @first that end above @bottom is within @span. Returns: the first line that is
 * left, or -1 */
static int
draw_some (Table *self, PangoLayout *layout, double x, double y, int first, double bottom, const Span *span)
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
      if (lv_report_is_drawn (self->pen))
        show_line (self->pen->cr, pango_layout_iter_get_line_readonly (iter), x + line.x / (double) PANGO_SCALE,
                   y - offset + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE, span);
      self->reach
          = MAX (self->reach, y - offset + (line.y + line.height) / (double) PANGO_SCALE);
    }
  while (number++, pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return left;
}

/* "Merforbrug [note 3]", of which the end is a link. Both are elements, as text stands in the innermost ones only. */
static void
draw_linked (Table *self, PangoLayout *layout, double x, double y, const LvReportMark *mark)
{
  const Span before = { 0, mark->from };
  const Span link = { mark->from, G_MAXSIZE };

  lv_report_tag (self->pen, "Span", NULL);
  draw_some (self, layout, x, y, 0, LV_REPORT_HEIGHT, &before);
  lv_report_untag (self->pen, "Span");
  lv_report_begin_link (self->pen, mark->link, mark->says);
  draw_some (self, layout, x, y, 0, LV_REPORT_HEIGHT, &link);
  lv_report_end_link (self->pen);
}

/* Where the letters of a cell begin; a line that is shared knows nothing of its column. */
static double
begin_of (const Table *self, PangoLayout *layout, guint column)
{
  gboolean is_shared = pango_layout_get_width (layout) < 0;
  double slack = is_shared && is_number (self, column) ? inner_width (self, column) - lv_report_layout_width (layout) : 0;

  return self->x[column] + lv_report_pad_x (self->block) + slack;
}

/* A cell without text is an element without content; a reader is told an empty cell. @mark (nullable): of its row */
static void
draw_cell (Table *self, PangoLayout *layout, guint column, const LvReportMark *mark, int *first)
{
  const char *tag = mark == NULL || column == 0 ? "TH" : "TD";
  double x = begin_of (self, layout, column);
  double y = self->pen->y + lv_report_space (self->pen, PAD_Y);
  double bottom = LV_REPORT_BOTTOM - lv_report_space (self->pen, PAD_Y);

  lv_report_tag (self->pen, tag, NULL);
  /* What goes on over a page is no link. */
  if (column == 0 && *first == 0 && mark != NULL && mark->link != NULL && y + lv_report_layout_height (layout) <= bottom)
    {
      draw_linked (self, layout, x, y, mark);
      *first = -1;
    }
  else if (*first >= 0)
    *first = draw_some (self, layout, x, y, *first, bottom, &whole);
  lv_report_untag (self->pen, tag);
}

/* @mark (nullable): of a row; heads have none. Returns: whether lines are left for the next page */
static gboolean
draw_cells (Table *self, GPtrArray *layouts, const LvReportMark *mark, int *first)
{
  gboolean more = FALSE;

  self->reach = self->pen->y;
  lv_report_tag (self->pen, "TR", NULL);
  for (guint c = 0; c < self->n; c++)
    {
      draw_cell (self, g_ptr_array_index (layouts, c), c, mark, &first[c]);
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
  GPtrArray *layouts = lay_row (self, 0, &height);
  g_autofree int *first = g_new0 (int, self->n);

  paint_head (self, height);
  if (!self->told)
    draw_cells (self, layouts, NULL, first);
  else
    {
      lv_report_tag (self->pen, "Private", NULL);
      for (guint c = 0; c < self->n; c++)
        lv_report_show (self->pen, g_ptr_array_index (layouts, c), begin_of (self, g_ptr_array_index (layouts, c), c),
                        self->pen->y + lv_report_space (self->pen, PAD_Y));
      lv_report_untag (self->pen, "Private");
    }
  self->told = TRUE;
  self->pen->y += height;
  draw_rule (self, self->pen->y, 0.8, 0.2);
}

static void
go_on (Table *self)
{
  draw_rules (self);
  lv_report_next_page (self->pen);
  draw_heads (self);
}

/* The last row does not stand alone on a page: how much room it wants from the one before it. */
static double
height_after (const Table *self, guint index)
{
  double height = 0;

  if (index > 0 && index + 2 == self->block->rows->len)
    lay_row (self, index + 2, &height);
  return height < LONE_ROW ? height : 0;
}

static void
draw_row (Table *self, guint index)
{
  double height;
  GPtrArray *layouts = lay_row (self, index + 1, &height);
  const LvReportMark *mark = g_ptr_array_index (self->block->marks, index);
  g_autofree int *first = g_new0 (int, self->n);

  if (!lv_report_fits (self->pen, height + height_after (self, index))
      && self->pen->y > LV_REPORT_MARGIN + 100)
    go_on (self);
  lv_report_mark_place (self->pen, mark->place);
  while (draw_cells (self, layouts, mark, first))
    go_on (self);
  self->pen->y = self->reach + lv_report_space (self->pen, PAD_Y);
  g_array_append_val (self->rules, self->pen->y);
}

/* Returns: the height of heads and all rows, or something above WHOLE */
static double
whole_height (const Table *self)
{
  double sum = 0;

  for (guint r = 0; r <= self->block->rows->len && sum <= WHOLE; r++)
    {
      double height;

      lay_row (self, r, &height);
      sum += height;
    }
  return sum;
}

/** Returns: how much of a table must stand below its heading: all of it, or the heads and two rows */
double
lv_report_table_least (LvReportPen *pen, LvReportBlock *block)
{
  Table self = { .pen = pen, .block = block, .n = block->heads->len };
  double heads = 0;
  double row = 0;
  double next = 0;
  double all;

  if (self.n == 0)
    return 0;
  find_columns (&self);
  all = whole_height (&self);
  if (all <= WHOLE)
    return all + 20;
  lay_row (&self, 0, &heads);
  if (block->rows->len > 0)
    lay_row (&self, 1, &row);
  if (block->rows->len > 1)
    lay_row (&self, 2, &next);
  return MIN (heads + row + (next < LONE_ROW ? next : 0) + 20, 300);
}

void
lv_report_draw_table (LvReportPen *pen, LvReportBlock *block)
{
  Table self = { .pen = pen, .block = block, .n = block->heads->len };
  g_autoptr (PangoLayout) summary = NULL;
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (double));

  if (self.n == 0)
    return;
  self.rules = rules;
  if (!lv_report_fits (pen, lv_report_table_least (pen, block)))
    lv_report_next_page (pen);
  find_columns (&self);
  lv_report_tag (pen, "Table", NULL);
  if (block->text[0] != '\0')
    {
      summary = lv_report_layout (pen, block->text, LV_REPORT_TABLE_SIZE, FALSE, LV_REPORT_CONTENT);
      lv_report_tag (pen, "Caption", NULL);
      lv_report_show (pen, summary, LV_REPORT_MARGIN, pen->y);
      lv_report_untag (pen, "Caption");
      pen->y += lv_report_layout_height (summary) + 4;
    }
  draw_heads (&self);
  for (guint i = 0; i < block->rows->len; i++)
    draw_row (&self, i);
  draw_rules (&self);
  lv_report_untag (pen, "Table");
  pen->y += lv_report_space (pen, 12);
}
