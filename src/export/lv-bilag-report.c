/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an attachment in a report: tables, figures as they are drawn, paragraphs. */
#include "lv-bilag.h"

typedef struct
{
  const LvBilag *bilag;
  LvReport *report;
} Paper;

static gboolean
is_number (const LvGrid *grid, guint column)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      if (column < row->cells->len && g_array_index (row->cells, LvGridCell, column).text == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
write_row (Paper *self, const LvGrid *grid, const LvGridRow *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, lv_bilag_label (self->bilag, row));
  for (guint c = 0; c < row->cells->len && c < grid->heads->len; c++)
    g_ptr_array_add (cells, lv_bilag_cell_text (self->bilag, &g_array_index (row->cells, LvGridCell, c)));
  g_ptr_array_add (cells, NULL);
  lv_report_row (self->report, (const char *const *) cells->pdata);
}

/* Under a heading of @level; with the unit that all its numbers share above it. */
static void
write_table (Paper *self, const LvGrid *grid, const char *title, gboolean with_unit, guint level)
{
  g_autoptr (GPtrArray) heads = lv_bilag_heads (NULL, grid);

  if (title[0] != '\0')
    lv_report_heading (self->report, level, title);
  lv_report_table (self->report, with_unit ? grid->unit : NULL);
  for (guint i = 0; i < heads->len; i++)
    lv_report_column (self->report, g_ptr_array_index (heads, i), i > 0 && is_number (grid, i - 1));
  for (guint r = 0; r < grid->rows->len; r++)
    write_row (self, grid, g_ptr_array_index (grid->rows, r));
}

static void
write_figure (Paper *self, const LvPart *part)
{
  LvFigure *figure = lv_bilag_figure (self->bilag, part);

  if (figure == NULL)
    {
      write_table (self, part->grid, part->title, part->with_unit, 2);
      return;
    }
  lv_report_heading (self->report, 2, part->title);
  lv_report_figure (self->report, figure, 0);
}

static void
write_words (Paper *self, const LvPart *part)
{
  lv_report_heading (self->report, 2, part->title);
  for (guint r = 0; r < part->grid->rows->len; r++)
    lv_report_paragraph (self->report, ((const LvGridRow *) g_ptr_array_index (part->grid->rows, r))->label);
}

static void
write_pieces (Paper *self, const LvPart *part)
{
  lv_report_heading (self->report, 2, part->title);
  for (guint i = 0; i < part->pieces->len; i++)
    {
      const LvGrid *grid = g_ptr_array_index (part->pieces, i);

      write_table (self, grid, grid->title, FALSE, 3);
    }
}

static void
write_part (Paper *self, const LvPart *part)
{
  if (part->kind == LV_PART_FIGURE)
    write_figure (self, part);
  else if (part->kind == LV_PART_WORDS)
    write_words (self, part);
  else if (part->kind == LV_PART_PLAN)
    write_pieces (self, part);
  else
    write_table (self, part->grid, part->title, part->with_unit, 2);
}

/** Fills @report. */
void
lv_bilag_report (const LvBilag *self, LvReport *report)
{
  Paper to = { .bilag = self, .report = report };
  g_autoptr (LvGrid) notes = lv_bilag_notes (self);

  for (guint i = 0; i < self->parts->len; i++)
    write_part (&to, g_ptr_array_index (self->parts, i));
  if (notes->rows->len > 0)
    write_table (&to, notes, notes->title, FALSE, 2);
  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autofree char *line = lv_bilag_source_line (self, g_ptr_array_index (self->sources, i));

      lv_report_note (report, line);
    }
}
