/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of an attachment as CSV in a zip file, twice: as Danish spreadsheets read them, and as programs do. */
#include "lv-bilag-tables.h"

#include "lv-zip.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *folder;
  const char *start; /* what tells a spreadsheet that it is UTF-8 */
  char between;
  char point;
  gboolean with_ids; /* months as 2025-12 */
} Form;

static const Form forms[] = { { "dansk", "\357\273\277", ';', ',', FALSE }, { "c", "", ',', '.', TRUE } };

typedef struct
{
  const LvBilag *bilag;
  const Form *form;
  LvZip *zip;
  LvGrid *list; /* the tables, a row each */
  guint n;
} Tables;

/* --- Cells */

static void
add_text (GString *line, const char *text, char between)
{
  if (text == NULL)
    return;
  if (strchr (text, between) == NULL && strpbrk (text, "\"\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *text);
    }
  g_string_append_c (line, '"');
}

/* As few digits as give the same number again. */
static char *
number_text (double number, char point)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], number == 0 ? 0 : number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  return g_strdelimit (g_strdup (text), ".", point);
}

static char *
cell_text (const Tables *self, const LvGridCell *cell)
{
  LvValue value;

  if (cell->text != NULL)
    return g_strdup (cell->text);
  if (cell->node == NULL)
    return number_text (cell->number, self->form->point);
  value = lv_bilag_value (self->bilag, cell);
  return isnan (value.number) ? g_strdup (lv_bilag_missing (self->bilag, value.status))
                              : number_text (value.number, self->form->point);
}

/* --- Tables */

static gboolean
has_notes (const LvGrid *grid)
{
  for (guint r = 0; r < grid->rows->len; r++)
    if (((const LvGridRow *) g_ptr_array_index (grid->rows, r))->note != NULL)
      return TRUE;
  return FALSE;
}

static void
add_heads (const Tables *self, GString *file, const LvPart *part, const LvGrid *grid)
{
  g_autoptr (GPtrArray) heads = lv_bilag_heads (part, grid);

  for (guint i = 0; i < heads->len; i++)
    {
      const char *head = g_ptr_array_index (heads, i);

      if (i > 0)
        g_string_append_c (file, self->form->between);
      add_text (file, head[0] != '\0' ? head : lv_bilag_word (self->bilag, "row", "Row"), self->form->between);
    }
  if (has_notes (grid))
    {
      g_string_append_c (file, self->form->between);
      add_text (file, lv_bilag_word (self->bilag, "note-head", "Note"), self->form->between);
    }
  g_string_append (file, "\r\n");
}

static void
add_note (const Tables *self, GString *file, const LvItem *note)
{
  guint index;

  g_string_append_c (file, self->form->between);
  if (note != NULL && g_ptr_array_find (self->bilag->notes, note, &index))
    g_string_append_printf (file, "%s %u", lv_bilag_word (self->bilag, "note", "note"), index + 1);
}

static void
add_row (const Tables *self, GString *file, const LvGrid *grid, const LvGridRow *row)
{
  add_text (file, self->form->with_ids && row->id != NULL ? row->id : row->label, self->form->between);
  for (guint c = 0; c < grid->heads->len; c++)
    {
      g_autofree char *text = c < row->cells->len
                                  ? cell_text (self, &g_array_index (row->cells, LvGridCell, c))
                                  : NULL;

      g_string_append_c (file, self->form->between);
      add_text (file, text, self->form->between);
    }
  if (has_notes (grid))
    add_note (self, file, row->note);
  g_string_append (file, "\r\n");
}

static void
write_file (const Tables *self, const char *name, const LvPart *part, const LvGrid *grid)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", self->form->folder, name);
  g_autoptr (GString) file = g_string_new (self->form->start);

  add_heads (self, file, part, grid);
  for (guint r = 0; r < grid->rows->len; r++)
    add_row (self, file, grid, g_ptr_array_index (grid->rows, r));
  lv_zip_add (self->zip, path, file->str, file->len);
}

/* "03-prognosen-linje-for-linje.csv": letters that every system and program takes. */
static char *
file_name (guint n, const char *title)
{
  static const char *const danish[][2] = { { "æ", "ae" }, { "ø", "oe" }, { "å", "aa" } };
  g_autofree char *lower = g_utf8_strdown (title, -1);
  g_autoptr (GString) from = g_string_new (lower);
  GString *name = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (danish); i++)
    g_string_replace (from, danish[i][0], danish[i][1], 0);
  g_string_printf (name, "%02u", n);
  for (const char *at = from->str; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_printf (name, "%s%c", at == from->str || !g_ascii_isalnum (at[-1]) ? "-" : "", *at);
  g_string_append (name, ".csv");
  return g_string_free (name, FALSE);
}

static void
add_table (Tables *self, const LvPart *part, const LvGrid *grid, const char *title, const char *what)
{
  g_autofree char *name = NULL;
  g_autofree char *passport = NULL;
  LvGridRow *row;

  if (grid->rows->len == 0 || grid->heads->len == 0)
    return;
  name = file_name (++self->n, title);
  passport = self->bilag->passport != NULL
                 ? lv_passport_id (self->bilag->passport, self->bilag->attachment, what)
                 : NULL;
  write_file (self, name, part, grid);
  row = lv_grid_add_row (self->list, g_strdup (name), NULL);
  lv_grid_add_text (row, title);
  lv_grid_add_text (row, part != NULL && part->with_unit && grid->unit != NULL ? grid->unit : "");
  lv_grid_add_text (row, passport != NULL ? passport : "");
}

/* Takes @grid. */
static void
add_about (Tables *self, LvGrid *grid, const char *what)
{
  add_table (self, NULL, grid, grid->title, what);
  lv_grid_free (grid);
}

/* --- What the files are */

static LvGrid *
make_list (const LvBilag *bilag)
{
  g_autofree char *file = lv_paper_fill (bilag, "file", "File", NULL);
  LvGrid *grid = lv_grid_empty ("", file);

  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (bilag, "title", "Title")));
  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (bilag, "unit", "Unit")));
  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (bilag, "passport", "Passport")));
  return grid;
}

static LvGrid *
make_facts (const LvBilag *bilag, const LvReportInfo *info, const LvPaper *paper)
{
  g_autoptr (GPtrArray) facts = lv_paper_facts (bilag, paper);
  g_autofree char *what = lv_paper_fill (bilag, "what", "What", NULL);
  LvGrid *grid = lv_grid_empty ("", what);

  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (bilag, "value", "Value")));
  lv_grid_add_text (lv_grid_add_row (grid, g_strdup (lv_bilag_word (bilag, "title", "Title")), NULL), info->title);
  if (info->author != NULL)
    lv_grid_add_text (lv_grid_add_row (grid, g_strdup (lv_bilag_word (bilag, "source-publisher", "Publisher")), NULL),
                      info->author);
  for (guint i = 0; i < facts->len; i++)
    {
      const LvFact *fact = g_ptr_array_index (facts, i);

      lv_grid_add_text (lv_grid_add_row (grid, g_strdup (fact->label), NULL), fact->value);
    }
  return grid;
}

static void
write_form (Tables *self, const LvReportInfo *info, const LvPaper *paper)
{
  g_autoptr (LvGrid) facts = make_facts (self->bilag, info, paper);

  self->list = make_list (self->bilag);
  write_file (self, "00-laes-mig.csv", NULL, facts);
  for (guint i = 0; i < self->bilag->parts->len; i++)
    {
      const LvPart *part = g_ptr_array_index (self->bilag->parts, i);

      if (part->kind != LV_PART_WORDS)
        add_table (self, part, part->grid, part->title, part->what);
    }
  add_about (self, lv_bilag_changes (self->bilag), LV_PASSPORT_CHANGES);
  add_about (self, lv_bilag_notes (self->bilag), LV_PASSPORT_NOTES);
  add_about (self, lv_bilag_sources (self->bilag), LV_PASSPORT_SOURCES);
  write_file (self, "00-tabeller.csv", NULL, self->list);
  lv_grid_free (self->list);
}

/**
 * lv_bilag_tables:
 * @info: title and unit
 * @paper: (nullable): what the sender says
 *
 * Returns: (transfer full) (nullable): a zip file of all tables, in a folder for each form
 */
GBytes *
lv_bilag_tables (const LvBilag *bilag, const LvReportInfo *info, const LvPaper *paper, GError **error)
{
  g_autoptr (LvZip) zip = lv_zip_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      Tables self = { .bilag = bilag, .form = &forms[i], .zip = zip };

      write_form (&self, info, paper);
    }
  return lv_zip_finish (zip, error);
}
