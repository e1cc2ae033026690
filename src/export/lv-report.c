/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: its blocks. */
#include "lv-report-private.h"

#include "lv-pango-private.h"

/* --- Blocks */

static void
mark_free (gpointer data)
{
  LvReportMark *mark = data;

  g_free (mark->place);
  g_free (mark->link);
  g_free (mark->says);
  g_free (mark);
}

static void
block_free (gpointer data)
{
  LvReportBlock *block = data;

  g_free (block->text);
  g_free (block->subtitle);
  g_free (block->unit);
  g_free (block->x);
  g_clear_pointer (&block->figure, lv_figure_unref);
  g_clear_pointer (&block->heads, g_ptr_array_unref);
  g_clear_pointer (&block->numbers, g_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_clear_pointer (&block->marks, g_ptr_array_unref);
  g_free (block->place);
  g_clear_pointer (&block->laid, g_ptr_array_unref);
  g_free (block->heights);
  g_clear_pointer (&block->layout, lv_layout_free);
  g_free (block);
}

/** Returns: (transfer full): a report without content */
LvReport *
lv_report_new (const LvReportInfo *info)
{
  LvReport *self = g_new0 (LvReport, 1);

  self->title = g_strdup (info->title);
  self->language = g_strdup (g_strcmp0 (info->language, "en") == 0 ? "en" : "da-DK");
  self->author = g_strdup (info->author);
  self->footer = g_strdup (info->footer != NULL ? info->footer : "");
  self->page = g_strdup (info->page != NULL ? info->page : "{1} / {2}");
  self->year = info->year;
  self->month = info->month;
  self->day = info->day;
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->front = -1;
  self->scale = 1;
  self->context = lv_pango_context_new ();
  self->measure = lv_measure_of_thread (LV_REPORT_FAMILY);
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
lv_report_free (LvReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  g_hash_table_unref (self->lines);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->language);
  g_free (self->author);
  g_free (self->footer);
  g_free (self->page);
  g_free (self);
}

static LvReportBlock *
add (LvReport *self, LvBlockKind kind, const char *text)
{
  LvReportBlock *block = g_new0 (LvReportBlock, 1);

  self->n_pages = 0;
  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  block->kind = kind;
  block->scale = 1;
  block->number = self->n_added++;
  block->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_insert (self->blocks, self->front < 0 ? -1 : self->front++, block);
  self->last = block;
  return block;
}

/** What is added next stands before all that was added until now; lv_report_to_end() ends that. */
void
lv_report_to_front (LvReport *self)
{
  self->front = 0;
}

/** What is added next stands after all else again. */
void
lv_report_to_end (LvReport *self)
{
  self->front = -1;
}

/** Begins a part; @level 1 is the document's own, 3 the deepest. It is in the outline too. */
void
lv_report_heading (LvReport *self, guint level, const char *text)
{
  g_return_if_fail (level >= 1 && level <= LV_REPORT_LEVELS);
  add (self, LV_BLOCK_HEADING, text)->level = level;
}

/** Adds small print at the end of the line of the heading that was added last; none for @text (nullable). */
void
lv_report_aside (LvReport *self, const char *text)
{
  g_return_if_fail (self->last != NULL && self->last->kind == LV_BLOCK_HEADING);
  g_free (self->last->subtitle);
  self->last->subtitle = g_strdup (text);
}

void
lv_report_paragraph (LvReport *self, const char *text)
{
  add (self, LV_BLOCK_PARAGRAPH, text);
}

/** Adds small print: a remark, a source. */
void
lv_report_note (LvReport *self, const char *text)
{
  add (self, LV_BLOCK_NOTE, text);
}

/* A plane is nearly as high as it is wide; boxes and rows need no more than they take. */
static double
least_share (const LvFigure *figure)
{
  LvFigureKind kind = lv_figure_get_kind (figure);

  if (kind == LV_FIGURE_FLOW || kind == LV_FIGURE_TIMELINE)
    return 0.25;
  return kind == LV_FIGURE_MATRIX || kind == LV_FIGURE_SCATTER ? 0.8 : 0.5;
}

/**
 * lv_report_figure:
 * @label: (nullable): its number, "Figur 3"; stands above it
 * @figure: (transfer full): drawn as wide as the page
 * @height: in points; 0 for as much as it needs
 */
void
lv_report_figure (LvReport *self, const char *label, LvFigure *figure, double height)
{
  LvReportBlock *block = add (self, LV_BLOCK_FIGURE, label);
  double most = LV_REPORT_BOTTOM - LV_REPORT_MARGIN - 60;

  block->figure = figure;
  block->height = height > 0 ? height
                             : MAX (lv_layout_natural_height (figure, LV_REPORT_CONTENT, self->measure),
                                    LV_REPORT_CONTENT * least_share (figure));
  block->height = MIN (block->height, most);
}

/** All of it is to stand on one page: print, spaces and figures become smaller until it does, or cannot be read any more. */
void
lv_report_set_one_page (LvReport *self)
{
  self->is_one_page = TRUE;
}

/** What follows begins on a page of its own. */
void
lv_report_page_break (LvReport *self)
{
  add (self, LV_BLOCK_BREAK, NULL);
}

/** What follows begins on a page of its own, and stays on it in smaller print where that is enough: until the next page
 * that is begun, or the next part. */
void
lv_report_page_begin (LvReport *self)
{
  add (self, LV_BLOCK_BREAK, NULL);
  self->last->fits = TRUE;
}

gboolean
lv_report_is_empty (const LvReport *self)
{
  return self->blocks->len == 0;
}

/** Begins a table; @summary (nullable) stands above it. Its columns come next, then its rows. */
void
lv_report_table (LvReport *self, const char *summary)
{
  LvReportBlock *block = add (self, LV_BLOCK_TABLE, summary);

  block->heads = g_ptr_array_new_with_free_func (g_free);
  block->numbers = g_array_new (FALSE, FALSE, sizeof (gboolean));
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  block->marks = g_ptr_array_new_with_free_func (mark_free);
}

/**
 * lv_report_cover:
 * @subtitle: (nullable)
 * @unit: (nullable): who sends it out
 *
 * Begins with a page of its own: the title, and the facts that come next.
 */
void
lv_report_cover (LvReport *self, const char *title, const char *subtitle, const char *unit)
{
  LvReportBlock *block = add (self, LV_BLOCK_COVER, title);

  block->level = 1;
  block->subtitle = g_strdup (subtitle);
  block->unit = g_strdup (unit);
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/** Adds a line to the cover: "Sagsnummer", "25/012345". Without @value (nullable) there is none. */
void
lv_report_fact (LvReport *self, const char *label, const char *value)
{
  const char *const row[] = { label, value, NULL };

  g_return_if_fail (self->last != NULL && self->last->kind == LV_BLOCK_COVER);
  if (value != NULL && value[0] != '\0')
    g_ptr_array_add (self->last->rows, g_strdupv ((char **) row));
}

/** What is on which page: the headings below the first level, down to @level, as links. A page ends after it. */
void
lv_report_contents (LvReport *self, const char *title, guint level)
{
  add (self, LV_BLOCK_CONTENTS, title)->level = level;
}

static LvReportBlock *
last_table (LvReport *self)
{
  return self->last != NULL && self->last->kind == LV_BLOCK_TABLE ? self->last : NULL;
}

/** Adds a column to the table that was begun last; numbers stand to the right. */
void
lv_report_column (LvReport *self, const char *head, gboolean is_number)
{
  LvReportBlock *block = last_table (self);

  g_return_if_fail (block != NULL && block->rows->len == 0);
  g_ptr_array_add (block->heads, g_strdup (head));
  g_array_append_val (block->numbers, is_number);
}

/** Adds a row: (array zero-terminated=1) as many texts as there are columns; fewer leave the rest empty. */
void
lv_report_row (LvReport *self, const char *const *cells)
{
  LvReportBlock *block = last_table (self);
  char **row;
  guint n = 0;

  g_return_if_fail (block != NULL);
  row = g_new0 (char *, block->heads->len + 1);
  for (; n < block->heads->len && cells[n] != NULL; n++)
    row[n] = g_strdup (cells[n]);
  for (; n < block->heads->len; n++)
    row[n] = g_strdup ("");
  g_ptr_array_add (block->rows, row);
  g_ptr_array_add (block->marks, g_new0 (LvReportMark, 1));
}

/** The row or the note that was added last is where links to @place lead: letters, digits and hyphens. */
void
lv_report_place (LvReport *self, const char *place)
{
  LvReportBlock *table = last_table (self);
  LvReportMark *mark;

  g_return_if_fail (self->last != NULL && (table == NULL || table->marks->len > 0));
  if (table == NULL)
    {
      g_free (self->last->place);
      self->last->place = g_strdup (place);
      return;
    }
  mark = g_ptr_array_index (table->marks, table->marks->len - 1);
  g_free (mark->place);
  mark->place = g_strdup (place);
}

/**
 * lv_report_link:
 * @from: where it begins in the first cell of the row that was added last, in bytes; it goes to the end
 * @place: where it leads, from lv_report_place()
 * @says: what that is
 */
void
lv_report_link (LvReport *self, gsize from, const char *place, const char *says)
{
  LvReportBlock *table = last_table (self);
  LvReportMark *mark;

  g_return_if_fail (table != NULL && table->marks->len > 0);
  mark = g_ptr_array_index (table->marks, table->marks->len - 1);
  g_return_if_fail (mark->link == NULL);
  mark->from = from;
  mark->link = g_strdup (place);
  mark->says = g_strdup (says);
}
