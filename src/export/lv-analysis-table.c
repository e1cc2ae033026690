/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-analysis-private.h"

#include <math.h>
#include <string.h>

static void
cell_clear (gpointer data)
{
  g_free (((LvAnalysisCell *) data)->text);
}

static void
row_free (gpointer data)
{
  LvAnalysisRow *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

/** Returns: (transfer full): a table without columns and rows */
LvAnalysisTable *
lv_analysis_table_new (const char *title)
{
  LvAnalysisTable *self = g_new0 (LvAnalysisTable, 1);

  self->title = g_strdup (title);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
lv_analysis_table_free (LvAnalysisTable *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->headers);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/** Adds a column. */
void
lv_analysis_table_header (LvAnalysisTable *self, const char *text)
{
  g_ptr_array_add (self->headers, g_strdup (text));
}

/** Begins a row with its first cell. @unit: (nullable): borrowed from the pack */
void
lv_analysis_table_begin_row (LvAnalysisTable *self, const char *title, const char *unit, gboolean total)
{
  LvAnalysisRow *row = g_new0 (LvAnalysisRow, 1);

  row->cells = g_array_new (FALSE, FALSE, sizeof (LvAnalysisCell));
  g_array_set_clear_func (row->cells, cell_clear);
  row->unit = unit;
  row->total = total;
  g_ptr_array_add (self->rows, row);
  lv_analysis_table_add_text (self, title);
}

/** Adds a cell of words to the last row; "" for %NULL. */
void
lv_analysis_table_add_text (LvAnalysisTable *self, const char *text)
{
  lv_analysis_table_add_number (self, g_strdup (text != NULL ? text : ""), NAN, 0);
}

/** Adds a cell to the last row. @text: (transfer full): as shown */
void
lv_analysis_table_add_number (LvAnalysisTable *self, char *text, double number, int decimals)
{
  LvAnalysisRow *row = g_ptr_array_index (self->rows, self->rows->len - 1);
  LvAnalysisCell cell = { text, number, MAX (decimals, 0) };

  g_array_append_val (row->cells, cell);
}

/** Returns: (transfer none): a row */
const LvAnalysisRow *
lv_analysis_table_row (const LvAnalysisTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, row);
}

/** Returns: (transfer none): a cell */
const LvAnalysisCell *
lv_analysis_table_cell (const LvAnalysisTable *self, guint row, guint column)
{
  const LvAnalysisRow *line = lv_analysis_table_row (self, row);

  g_return_val_if_fail (column < line->cells->len, NULL);
  return &g_array_index (line->cells, LvAnalysisCell, column);
}

/** Returns: whether a column holds a number, and so stands to the right */
gboolean
lv_analysis_table_is_numeric (const LvAnalysisTable *self, guint column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!isnan (lv_analysis_table_cell (self, i, column)->number))
      return TRUE;
  return FALSE;
}

/* A tab or a line end within a cell would be another cell. */
static void
append_flat (GString *out, const char *text)
{
  g_autofree char *flat = g_strdelimit (g_strdup (text), "\t\r\n", ' ');

  g_string_append (out, flat);
}

/** Returns: (transfer full): a line for each row, tabs between the columns */
char *
lv_analysis_table_to_text (const LvAnalysisTable *self)
{
  GString *out = g_string_new (NULL);

  for (guint c = 0; c < self->headers->len; c++)
    {
      g_string_append (out, c > 0 ? "\t" : "");
      append_flat (out, g_ptr_array_index (self->headers, c));
    }
  for (guint r = 0; r < self->rows->len; r++)
    for (guint c = 0; c < self->headers->len; c++)
      {
        g_string_append (out, c > 0 ? "\t" : "\n");
        append_flat (out, lv_analysis_table_cell (self, r, c)->text);
      }
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static void
append_element (GString *out, const char *element, const char *attributes, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s%s>%s</%s>", element, attributes, escaped, element);
}

/** Returns: (transfer full): the table as a page, for programs that write documents; heads are marked */
char *
lv_analysis_table_to_html (const LvAnalysisTable *self)
{
  GString *out = g_string_new ("<meta charset=\"utf-8\"><table>");

  append_element (out, "caption", "", self->title);
  g_string_append (out, "<thead><tr>");
  for (guint c = 0; c < self->headers->len; c++)
    append_element (out, "th", " scope=\"col\"", g_ptr_array_index (self->headers, c));
  g_string_append (out, "</tr></thead><tbody>");
  for (guint r = 0; r < self->rows->len; r++)
    {
      g_string_append (out, "<tr>");
      for (guint c = 0; c < self->headers->len; c++)
        append_element (out, c == 0 ? "th" : "td",
                        c == 0                                     ? " scope=\"row\""
                        : lv_analysis_table_is_numeric (self, c) ? " align=\"right\""
                                                                   : "",
                        lv_analysis_table_cell (self, r, c)->text);
      g_string_append (out, "</tr>");
    }
  g_string_append (out, "</tbody></table>");
  return g_string_free (out, FALSE);
}
