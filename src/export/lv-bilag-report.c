/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An attachment as a report: its front, figures as they are drawn with their numbers, tables, sentences, notes, sources and changes. */
#include "lv-paper.h"
#include "lv-text.h"

#include <string.h>

typedef struct
{
  const LvBilag *bilag;
  LvReport *report;
  guint figures;
} Paper;

/* Points: a figure on a page that has to hold everything. */
#define LOW_FIGURE 195.0

/* Longer tables of a figure's numbers have a line for each run of equal numbers; of months, which differ all, the last of each year. */
#define LONG_TABLE 30

/* Returns: (transfer full) (element-type utf8): the cells of a row, and %NULL */
static GPtrArray *
cells_of (const Paper *self, const LvGrid *grid, const LvGridRow *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, lv_bilag_label (self->bilag, row));
  for (guint c = 0; c < row->cells->len && c < grid->heads->len; c++)
    g_ptr_array_add (cells, lv_bilag_cell_text (self->bilag, &g_array_index (row->cells, LvGridCell, c)));
  g_ptr_array_add (cells, NULL);
  return cells;
}

static gboolean
are_equal (const GPtrArray *a, const GPtrArray *b)
{
  return a != NULL && b != NULL
         && g_strv_equal ((const char *const *) a->pdata + 1, (const char *const *) b->pdata + 1);
}

/* The name of a note as a place. */
static char *
place_of (guint note)
{
  return g_strdup_printf ("note-%u", note);
}

/* "[note 3]" at the end of a label leads to the note. */
static void
add_link (const Paper *self, const LvGridRow *row)
{
  guint index;
  g_autofree char *place = NULL;
  g_autofree char *says = NULL;

  if (row->note == NULL || !g_ptr_array_find (self->bilag->notes, row->note, &index))
    return;
  place = place_of (index + 1);
  says = g_strdup_printf ("%s %u", lv_bilag_word (self->bilag, "note", "note"), index + 1);
  lv_report_link (self->report, strlen (row->label) + 1, place, says);
}

/* "2025-01 – 2026-12": the rows from @first to @last, which are equal. */
static void
write_run (const Paper *self, const LvGridRow *row, GPtrArray *first, const GPtrArray *last)
{
  if (first != last)
    {
      char *label = g_strdup_printf ("%s – %s", (const char *) first->pdata[0], (const char *) last->pdata[0]);

      g_free (first->pdata[0]);
      first->pdata[0] = label;
    }
  lv_report_row (self->report, (const char *const *) first->pdata);
  if (first == last)
    add_link (self, row);
}

/* Returns: the last of the rows from @from that are equal to it */
static guint
run_end (const GPtrArray *rows, guint from)
{
  guint end = from;

  while (end + 1 < rows->len && are_equal (rows->pdata[from], rows->pdata[end + 1]))
    end++;
  return end;
}

static guint
count_runs (const GPtrArray *rows)
{
  guint n = 0;

  for (guint r = 0; r < rows->len; r = run_end (rows, r) + 1)
    n++;
  return n;
}

static void
write_runs (const Paper *self, const LvGrid *grid, const GPtrArray *rows)
{
  for (guint r = 0; r < rows->len;)
    {
      guint end = run_end (rows, r);

      write_run (self, g_ptr_array_index (grid->rows, r), rows->pdata[r], rows->pdata[end]);
      r = end + 1;
    }
}

/* Of months that differ one by one nobody reads pages full: where they begin, and the last of each year. */
static gboolean
is_turn (const LvGrid *grid, guint row)
{
  const char *id = ((const LvGridRow *) g_ptr_array_index (grid->rows, row))->id;

  return row == 0 || row + 1 == grid->rows->len || (id != NULL && g_str_has_suffix (id, "-12"));
}

static void
write_rows (const Paper *self, const LvGrid *grid, const GPtrArray *rows, gboolean only_turns)
{
  for (guint r = 0; r < rows->len; r++)
    if (!only_turns || is_turn (grid, r))
      write_run (self, g_ptr_array_index (grid->rows, r), rows->pdata[r], rows->pdata[r]);
}

static GPtrArray *
rows_of (const Paper *self, const LvGrid *grid)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint r = 0; r < grid->rows->len; r++)
    g_ptr_array_add (rows, cells_of (self, grid, g_ptr_array_index (grid->rows, r)));
  return rows;
}

/* @may_shorten: the numbers of a figure, which the workbook has one by one */
static void
write_grid (Paper *self, const LvGrid *grid, const char *caption, gboolean may_shorten)
{
  g_autoptr (GPtrArray) heads = lv_bilag_heads (NULL, grid);
  g_autoptr (GPtrArray) rows = rows_of (self, grid);
  gboolean in_runs = may_shorten && rows->len > LONG_TABLE;
  gboolean only_turns = in_runs && count_runs (rows) > LONG_TABLE
                        && ((const LvGridRow *) g_ptr_array_index (grid->rows, 0))->id != NULL;
  g_autofree char *whole
      = lv_paper_join (caption, only_turns ? lv_text_word (self->bilag->pack, "paper-year-ends",
                                                            "the last month of each year; all months are in the workbook")
                                           : "");

  lv_report_table (self->report, whole);
  for (guint i = 0; i < heads->len; i++)
    lv_report_column (self->report, g_ptr_array_index (heads, i), i > 0 && lv_paper_is_number (grid, i - 1));
  if (in_runs && !only_turns)
    write_runs (self, grid, rows);
  else
    write_rows (self, grid, rows, only_turns);
}

/* @what (nullable): what has a passport, which then stands beside the heading */
static void
write_heading (Paper *self, const char *title, const char *what, guint level)
{
  g_autofree char *passport = what != NULL ? lv_bilag_passport_line (self->bilag, what) : NULL;

  if (title[0] == '\0')
    return;
  lv_report_heading (self->report, level, title);
  lv_report_aside (self->report, passport);
}

/* Under a heading of @level; with what all its numbers share above it. */
static void
write_table (Paper *self, const LvPart *part, const LvGrid *grid, const char *title, const char *what, guint level)
{
  g_autofree char *caption = lv_paper_caption (part, grid);

  write_heading (self, title, what, level);
  write_grid (self, grid, caption, FALSE);
}

/* The numbers of a figure, told apart from the tables of the attachment. */
static void
write_numbers (Paper *self, const LvPart *part, const char *number)
{
  g_autofree char *unit = lv_paper_caption (part, part->grid);
  g_autofree char *of = lv_paper_of_figure (self->bilag, part, number);
  g_autofree char *caption = lv_paper_join (of, unit);

  if (part->grid->heads->len > 0)
    write_grid (self, part->grid, caption, TRUE);
}

static void
write_figure (Paper *self, const LvPart *part)
{
  LvFigure *figure = lv_bilag_figure (self->bilag, part);
  g_autofree char *number = g_strdup_printf ("%u", self->figures + 1);
  g_autofree char *label = lv_paper_fill (self->bilag, "figure", "Figure {1}", number, NULL);

  if (figure == NULL)
    {
      g_autofree char *caption = lv_paper_caption (part, part->grid);

      write_heading (self, part->title, part->what, 2);
      write_grid (self, part->grid, caption, TRUE);
      return;
    }
  /* On a single page the title is in the picture, and the numbers that matter have a table of their own. */
  if (lv_bilag_is_one_page (self->bilag))
    {
      g_autofree char *passport = lv_bilag_passport_line (self->bilag, part->what);

      lv_report_figure (self->report, NULL, figure, LOW_FIGURE);
      if (passport != NULL)
        lv_report_note (self->report, passport);
      return;
    }
  self->figures++;
  write_heading (self, part->title, part->what, 2);
  lv_report_figure (self->report, label, figure, 0);
  write_numbers (self, part, number);
}

static void
write_words (Paper *self, const LvPart *part)
{
  /* What a single page begins with stands under its own title. */
  if (!lv_bilag_is_one_page (self->bilag) || g_ptr_array_index (self->bilag->parts, 0) != part)
    write_heading (self, part->title, part->what, 2);
  for (guint r = 0; r < part->grid->rows->len; r++)
    lv_report_paragraph (self->report, ((const LvGridRow *) g_ptr_array_index (part->grid->rows, r))->label);
}

static void
write_pieces (Paper *self, const LvPart *part)
{
  /* A part that is read as pages begins with one. */
  if (part->pieces->len > 0 && ((const LvGrid *) g_ptr_array_index (part->pieces, 0))->place == LV_GRID_ON_NEW_PAGE)
    lv_report_page_begin (self->report);
  if (part->pieces->len > 0)
    write_heading (self, part->title, part->what, 2);
  for (guint i = 0; i < part->pieces->len; i++)
    {
      const LvGrid *grid = g_ptr_array_index (part->pieces, i);

      if (grid->place == LV_GRID_ON_NEW_PAGE && i > 0)
        lv_report_page_begin (self->report);
      if (grid->place == LV_GRID_UNDER)
        write_grid (self, grid, grid->title, FALSE);
      else
        write_table (self, NULL, grid, grid->title, NULL, 3);
    }
}

static void
write_part (Paper *self, const LvPart *part)
{
  if (part->kind == LV_PART_FIGURE)
    write_figure (self, part);
  else if (part->kind == LV_PART_WORDS)
    write_words (self, part);
  else if (part->kind == LV_PART_PIECES)
    write_pieces (self, part);
  else
    write_table (self, part, part->grid, part->title, part->what, 2);
}

static void
set_place (const Paper *self, guint note)
{
  g_autofree char *place = place_of (note);

  lv_report_place (self->report, place);
}

/* Elsewhere they are a table, each the place that its marks lead to. */
static void
write_notes_table (Paper *self, const LvGrid *notes)
{
  g_autoptr (GPtrArray) heads = lv_bilag_heads (NULL, notes);

  write_heading (self, notes->title, LV_PASSPORT_NOTES, 2);
  lv_report_table (self->report, NULL);
  for (guint i = 0; i < heads->len; i++)
    lv_report_column (self->report, g_ptr_array_index (heads, i), FALSE);
  for (guint r = 0; r < notes->rows->len; r++)
    {
      g_autoptr (GPtrArray) cells = cells_of (self, notes, g_ptr_array_index (notes->rows, r));

      lv_report_row (self->report, (const char *const *) cells->pdata);
      set_place (self, r + 1);
    }
}

/* On a single page notes are small print. */
static void
write_notes (Paper *self, const LvGrid *notes)
{
  for (guint r = 0; r < notes->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (notes->rows, r);
      g_autofree char *line = g_strdup_printf ("[%s] %s", row->label, g_array_index (row->cells, LvGridCell, 0).text);

      lv_report_note (self->report, line);
      set_place (self, r + 1);
    }
}

static void
write_parts (Paper *self)
{
  g_autoptr (LvGrid) notes = lv_bilag_notes (self->bilag);

  for (guint i = 0; i < self->bilag->parts->len; i++)
    write_part (self, g_ptr_array_index (self->bilag->parts, i));
  if (lv_bilag_is_one_page (self->bilag))
    write_notes (self, notes);
  else if (notes->rows->len > 0)
    write_notes_table (self, notes);
}

/* --- A paper of a page or two has its title and a line above, its changes and sources in small print below. */

static char *
line_of (const GPtrArray *facts, const char *footer)
{
  GString *line = g_string_new (footer);

  for (guint i = 0; i < facts->len; i++)
    {
      const LvFact *fact = g_ptr_array_index (facts, i);

      if (fact->is_given)
        g_string_append_printf (line, " · %s: %s", fact->label, fact->value);
    }
  return g_string_free (line, FALSE);
}

/* In one paragraph; a single page says their titles only. */
static void
write_sources (Paper *self)
{
  const GPtrArray *sources = self->bilag->sources;
  g_autoptr (GString) all = g_string_new (lv_bilag_word (self->bilag, "sources", "Sources"));

  for (guint i = 0; i < sources->len; i++)
    {
      const LvItem *item = g_ptr_array_index (sources, i);
      g_autofree char *line = lv_bilag_source_line (self->bilag, item);

      g_string_append_printf (all, "%s%s", i == 0 ? ": " : "; ", lv_bilag_is_one_page (self->bilag) ? item->title : line);
    }
  if (sources->len > 0)
    lv_report_note (self->report, all->str);
}

static void
make_short (Paper *self, const LvReportInfo *info, const GPtrArray *facts)
{
  g_autofree char *line = line_of (facts, info->footer);
  g_autofree char *changes = lv_bilag_changes_line (self->bilag);

  if (changes != NULL)
    lv_report_note (self->report, changes);
  write_sources (self);
  lv_report_to_front (self->report);
  lv_report_heading (self->report, 1, info->title);
  lv_report_note (self->report, line);
}

/* --- A longer one has a cover, contents, and its changes and sources as tables. */

static void
write_front (Paper *self, const LvReportInfo *info, const GPtrArray *facts)
{
  g_autofree char *contents = lv_paper_fill (self->bilag, "contents", "Contents", NULL);

  lv_report_to_front (self->report);
  lv_report_cover (self->report, info->title, self->bilag->side.title, info->author);
  for (guint i = 0; i < facts->len; i++)
    {
      const LvFact *fact = g_ptr_array_index (facts, i);

      lv_report_fact (self->report, fact->label, fact->value);
    }
  lv_report_contents (self->report, contents, 3);
}

static void
make_long (Paper *self, const LvReportInfo *info, const GPtrArray *facts)
{
  g_autoptr (LvGrid) changes = lv_bilag_changes_to_read (self->bilag);
  g_autoptr (LvGrid) sources = lv_bilag_sources (self->bilag);

  if (changes->rows->len > 0)
    write_table (self, NULL, changes, changes->title, LV_PASSPORT_CHANGES, 2);
  if (sources->rows->len > 0)
    write_table (self, NULL, sources, sources->title, LV_PASSPORT_SOURCES, 2);
  write_front (self, info, facts);
}

/**
 * lv_bilag_report:
 * @info: title, unit, foot and date
 * @paper: (nullable): what the sender says
 *
 * Returns: (transfer full): the attachment as a report; one of more than two pages has a cover and contents
 */
LvReport *
lv_bilag_report (const LvBilag *bilag, const LvReportInfo *info, const LvPaper *paper)
{
  Paper self = { .bilag = bilag, .report = lv_report_new (info) };
  g_autoptr (GPtrArray) facts = lv_paper_facts (bilag, paper);

  if (lv_bilag_is_one_page (bilag))
    lv_report_set_one_page (self.report);
  write_parts (&self);
  if (!lv_bilag_is_one_page (bilag) && lv_report_n_pages (self.report) > 2)
    make_long (&self, info, facts);
  else
    make_short (&self, info, facts);
  lv_report_to_end (self.report);
  return self.report;
}
