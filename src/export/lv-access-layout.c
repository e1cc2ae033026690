/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points about where things stand: tables, their heads and cells, sheets and their names. */
#include "lv-access-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Letters of Arial in the width of a figure, when they are many. */
#define LETTERS 1.25

/* Points: no row is higher, whatever it holds. */
#define HIGHEST 399

#define LONGEST_NAME 31

/* The third line of a sheet may be left out. */
#define PASSPORT_LINE 3

static const LvAccessTable *
table_at (const LvAccessSheet *sheet, guint index)
{
  return &g_array_index (sheet->tables, LvAccessTable, index);
}

static const LvAccessCell *
cell_at (const LvAccessSheet *sheet, guint index)
{
  return &g_array_index (sheet->cells, LvAccessCell, index);
}

/* "Tabel1", "Ark 2": what programs call things that nobody named. */
static gboolean
is_default (const char *name, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_ascii_strncasecmp (name, words[i], strlen (words[i])) == 0
        && strspn (name + strlen (words[i]), "0123456789 _") == strlen (name + strlen (words[i])))
      return TRUE;
  return FALSE;
}

static const char *const table_defaults[] = { "Table", "Tabel", NULL };
static const char *const sheet_defaults[] = { "Sheet", "Ark", NULL };

/** 1: every sheet has its table marked up as one. */
void
lv_access_tables_are_marked (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    if (sheet->tables->len == 0)
      lv_access_fault (run, sheet, NULL, _ ("there is no table that is marked up as one"));
}

/** 2: tables are called by what they hold. */
void
lv_access_tables_have_names (LvAccessRun *run)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  LV_ACCESS_EACH_SHEET (run, sheet)
    for (guint i = 0; i < sheet->tables->len; i++)
      {
        const char *name = table_at (sheet, i)->name;

        if (is_default (name, table_defaults))
          lv_access_fault (run, sheet, NULL, _ ("the table is called “%s”, which does not say what it holds"), name);
        if (!g_hash_table_add (seen, g_utf8_strdown (name, -1)))
          lv_access_fault (run, sheet, NULL, _ ("another table is called “%s”, too"), name);
      }
}

/** 3 */
void
lv_access_nothing_is_merged (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    if (sheet->merged)
      lv_access_fault (run, sheet, NULL, _ ("cells are merged"));
}

static gboolean
row_is_blank (const LvAccessSheet *sheet, const LvAccessTable *table, guint row)
{
  for (guint column = table->left; column <= MIN (table->right, sheet->n_columns); column++)
    if (lv_access_cell (sheet, row, column) != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
column_is_blank (const LvAccessSheet *sheet, const LvAccessTable *table, guint column)
{
  for (guint row = table->top + 1; row <= table->bottom; row++)
    if (lv_access_cell (sheet, row, column) != NULL)
      return FALSE;
  return TRUE;
}

/** 4: a blank row or column is where a screen reader thinks that the table ends. */
void
lv_access_no_blank_lines (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    for (guint i = 0; i < sheet->tables->len; i++)
      {
        const LvAccessTable *table = table_at (sheet, i);

        for (guint row = table->top; row <= table->bottom; row++)
          if (row_is_blank (sheet, table, row))
            lv_access_fault_at (run, sheet, row, table->left, _ ("the row is blank"));
        for (guint column = table->left; column <= table->right; column++)
          if (column_is_blank (sheet, table, column))
            lv_access_fault_at (run, sheet, table->top, column, _ ("the column is blank"));
      }
}

/** 5: heads are there, no two alike, in one row that is marked up as such. */
void
lv_access_one_row_of_heads (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    for (guint i = 0; i < sheet->tables->len; i++)
      {
        const LvAccessTable *table = table_at (sheet, i);
        g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

        if (table->n_head_rows != 1)
          lv_access_fault (run, sheet, NULL, _ ("the table has not one row of heads"));
        for (guint column = table->left; column <= table->right; column++)
          {
            const LvAccessCell *head = lv_access_cell (sheet, table->top, column);

            if (head == NULL)
              lv_access_fault_at (run, sheet, table->top, column, _ ("the column has no head"));
            else if (head->is_number)
              lv_access_fault (run, sheet, head, _ ("the head is a number"));
            else if (!g_hash_table_add (seen, g_utf8_strdown (head->text, -1)))
              lv_access_fault (run, sheet, head, _ ("another column has the same head"));
          }
      }
}

static double
width_of (const LvAccessSheet *sheet, guint column)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const LvAccessColumn *found = &g_array_index (sheet->columns, LvAccessColumn, i);

      if (found->first <= column && column <= found->last)
        return found->width;
    }
  return 8.43;
}

/* Rows stand in the order of the sheet, and @at follows them. */
static double
height_of (const LvAccessSheet *sheet, guint row, guint *at)
{
  while (*at < sheet->rows->len && g_array_index (sheet->rows, LvAccessRow, *at).row < row)
    ++*at;
  return *at < sheet->rows->len && g_array_index (sheet->rows, LvAccessRow, *at).row == row
             ? g_array_index (sheet->rows, LvAccessRow, *at).height : 15;
}

/* How many figures, points and signs a number takes, with at most two decimals. */
static gsize
length_of_number (const char *text)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE * 2];
  double number = g_ascii_strtod (text, NULL);
  gsize length;
  guint digits = fabs (number) >= 1 ? (guint) floor (log10 (fabs (number))) : 0;

  if (fabs (number) > 1e15)
    return G_MAXINT;
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  length = strlen (buffer);
  while (length > 0 && buffer[length - 1] == '0')
    length--;
  if (length > 0 && buffer[length - 1] == '.')
    length--;
  return length + digits / 3;
}

static glong
longest_word (const char *text)
{
  glong longest = 0;
  glong length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      length = g_ascii_isspace (*p) ? 0 : length + 1;
      longest = MAX (longest, length);
    }
  return longest;
}

static gboolean
fits (const LvAccessStyle *style, const char *text, double width, double height)
{
  glong length = g_utf8_strlen (text, -1);
  double room = width * LETTERS * 11 / MAX (style->size, 1);
  double lines = MAX (1, floor ((height + 1) / (15 * style->size / 11)));

  if (!style->wrap)
    return (double) length <= width * LETTERS;
  return height >= HIGHEST
         || ((double) length <= room * lines && (lines > 1 || (double) longest_word (text) <= room));
}

/** 6: what is wider than its column wraps, in a row that is high enough. */
void
lv_access_nothing_is_cut_off (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      guint row = 0;

      for (guint i = 0; i < sheet->cells->len; i++)
        {
          const LvAccessCell *cell = cell_at (sheet, i);
          double width = width_of (sheet, cell->column);
          double height = height_of (sheet, cell->row, &row);

          if (cell->is_number ? (double) length_of_number (cell->text) > width + 1
                              : !fits (lv_access_style (run->book, cell), cell->text, width, height))
            lv_access_fault_about (run, sheet, cell, _ ("is cut off"));
        }
    }
}

/** 7 */
void
lv_access_no_filters (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      gboolean filter = sheet->filter;

      for (guint i = 0; i < sheet->tables->len; i++)
        filter = filter || table_at (sheet, i)->filter;
      if (filter)
        lv_access_fault (run, sheet, NULL, _ ("there is a filter"));
      if (sheet->frozen)
        lv_access_fault (run, sheet, NULL, _ ("panes are frozen"));
    }
}

static gboolean
is_blank (const LvAccessCell *cell)
{
  const char *p = cell != NULL ? cell->text : "";

  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *p == '\0';
}

/** 8: where there is no value, words say so. */
void
lv_access_no_empty_cells (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    for (guint i = 0; i < sheet->tables->len; i++)
      {
        const LvAccessTable *table = table_at (sheet, i);

        for (guint row = table->top + 1; row <= table->bottom; row++)
          for (guint column = table->left; column <= table->right; column++)
            if (is_blank (lv_access_cell (sheet, row, column)))
              lv_access_fault_at (run, sheet, row, column, _ ("the cell is empty without a reason"));
      }
}

/** 9 */
void
lv_access_nothing_is_hidden (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    if (sheet->hidden)
      lv_access_fault (run, sheet, NULL, _ ("the sheet, a row or a column is hidden"));
}

/** 17: the title stands in A1, where screen readers look for it. */
void
lv_access_sheets_have_titles (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      const LvAccessCell *title = lv_access_cell (sheet, 1, 1);
      const LvAccessStyle *style = title != NULL ? lv_access_style (run->book, title) : NULL;

      if (title == NULL || g_utf8_strlen (title->text, -1) < 4 || is_default (title->text, sheet_defaults))
        lv_access_fault_at (run, sheet, 1, 1, _ ("there is no title"));
      else if (!style->heading || !style->bold)
        lv_access_fault (run, sheet, title, _ ("the title has not the cell style of a heading"));
    }
}

/** 26 */
void
lv_access_sheets_have_names (LvAccessRun *run)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      if (g_utf8_strlen (sheet->name, -1) > LONGEST_NAME)
        lv_access_fault (run, sheet, NULL, _ ("the name of the sheet is too long"));
      if (is_default (sheet->name, sheet_defaults))
        lv_access_fault (run, sheet, NULL, _ ("the name of the sheet does not say what it holds"));
      if (!g_hash_table_add (seen, g_utf8_strdown (sheet->name, -1)))
        lv_access_fault (run, sheet, NULL, _ ("another sheet has the same name"));
    }
}

/** 27 */
void
lv_access_no_blank_sheets (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    if (sheet->cells->len == 0)
      lv_access_fault (run, sheet, NULL, _ ("the sheet is blank"));
}

static gboolean
has_row (const LvAccessSheet *sheet, guint row)
{
  for (guint i = 0; i < sheet->cells->len && cell_at (sheet, i)->row <= row; i++)
    if (cell_at (sheet, i)->row == row)
      return TRUE;
  return FALSE;
}

/** 28: a row begins in column A, and no row above the table is left out. */
void
lv_access_rows_begin_in_a (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      guint top = sheet->tables->len > 0 ? table_at (sheet, 0)->top : 1;
      guint before = 0;

      for (guint i = 0; i < sheet->cells->len; i++)
        {
          const LvAccessCell *cell = cell_at (sheet, i);

          if (cell->row != before && cell->column != 1)
            lv_access_fault_at (run, sheet, cell->row, 1, _ ("the row begins further to the right"));
          before = cell->row;
        }
      for (guint row = 1; row < top; row++)
        if (row != PASSPORT_LINE && !has_row (sheet, row))
          lv_access_fault_at (run, sheet, row, 1, _ ("the row above the table is blank"));
    }
}

/** 29 */
void
lv_access_tables_begin_in_a (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    for (guint i = 0; i < sheet->tables->len; i++)
      if (table_at (sheet, i)->left != 1)
        lv_access_fault_at (run, sheet, table_at (sheet, i)->top, table_at (sheet, i)->left,
                            _ ("the table does not begin in column A"));
}

/** 30 */
void
lv_access_nothing_below (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      guint bottom = sheet->tables->len == 0 ? G_MAXUINT : 0;

      for (guint i = 0; i < sheet->tables->len; i++)
        bottom = MAX (bottom, table_at (sheet, i)->bottom);
      for (guint i = 0; i < sheet->cells->len; i++)
        if (cell_at (sheet, i)->row > bottom)
          lv_access_fault (run, sheet, cell_at (sheet, i), _ ("something stands below the table"));
    }
}

/** 31 */
void
lv_access_one_table_each (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    if (sheet->tables->len > 1)
      lv_access_fault (run, sheet, NULL, _ ("there are %u tables"), sheet->tables->len);
}

/** 35: whoever opens the file begins at its beginning. */
void
lv_access_begins_in_a1 (LvAccessRun *run)
{
  const LvAccessSheet *first = run->book->sheets->len > 0 ? g_ptr_array_index (run->book->sheets, 0) : NULL;

  if (run->book->shows_another_sheet)
    lv_access_fault (run, NULL, NULL, _ ("another sheet than the first is shown"));
  if (first != NULL && first->selected_elsewhere)
    lv_access_fault (run, first, NULL, _ ("the cursor does not stand in A1"));
}
