/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile Bilag as a workbook: for publishing, to the points of docs/workbooks.md. A front, contents with
 * links, then one real table on each sheet, from A1; no merged, empty or hidden cells, nothing by colour; what is
 * missing is said in words; notes, abbreviations, sources and changes have sheets of their own. */
#include "lv-bilag-book.h"

#include "lv-paper.h"

#include <math.h>
#include <string.h>

#define HEAD_ROW 3
#define LEAST_FIRST 34
#define LEAST_WIDTH 12
#define MOST_WIDTH 60
#define MOST_WIDTH_FOUR 44 /* on paper as wide as the sheet, print stays large enough to read */
#define MOST_WIDTH_MANY 36

/* A sheet, as the contents list it. */
typedef struct
{
  guint sheet;
  char *title;
  char *passport;
} Entry;

typedef struct
{
  const LvBilag *bilag;
  const LvWorkbookInfo *info;
  LvWorkbook *book;
  GHashTable *names; /* of tables, folded */
  GArray *entries;   /* Entry */
  GString *words;    /* all that has been written, for the abbreviations in it */
} Book;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
  g_free (entry->passport);
}

static void
put (Book *self, LvCellPlace at, const char *text, LvStyle style)
{
  lv_workbook_text (self->book, at, text, style);
  if (text != NULL)
    g_string_append_printf (self->words, "%s\n", text);
}

/* --- A sheet with its table */

static gboolean
says_something (const char *id)
{
  for (const char *p = id; p != NULL && *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      return TRUE;
  return FALSE;
}

/* An id (nullable) of the pack as a spreadsheet takes it; where it names nothing, what
 * stands on the sheet. */
static char *
table_name (Book *self, guint sheet, const char *id)
{
  g_autofree char *body = g_strconcat ("tabel_", says_something (id) ? id : lv_workbook_sheet_title (self->book, sheet),
                                       NULL);

  for (char *p = body; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      *p = '_';
  if (strlen (body) > 200)
    body[200] = '\0';
  for (guint n = 1;; n++)
    {
      g_autofree char *name = n > 1 ? g_strdup_printf ("%s_%u", body, n) : g_strdup (body);

      if (g_hash_table_add (self->names, g_ascii_strdown (name, -1)))
        return g_steal_pointer (&name);
    }
}

/* The second line says how many tables there are and where the notes stand, and what is not alike; the third has the
 * passport. */
static void
write_lines (Book *self, guint sheet, const char *title, const char *remark, const char *what)
{
  const char *one = lv_bilag_word (self->bilag, "one-table", "This sheet has one table.");
  g_autofree char *line = g_strdup_printf ("%s%s%s", one, remark != NULL ? " " : "", remark != NULL ? remark : "");
  g_autofree char *passport = what != NULL ? lv_bilag_passport_line (self->bilag, what) : NULL;

  put (self, (LvCellPlace){ sheet, 0, 0 }, title, LV_STYLE_HEADING_1);
  put (self, (LvCellPlace){ sheet, 1, 0 }, line, LV_STYLE_WRAP);
  put (self, (LvCellPlace){ sheet, 2, 0 }, passport, LV_STYLE_WRAP);
}

/* Returns: how wide it is, in characters; words may be broken at spaces */
static guint
write_value (Book *self, LvCellPlace at, const LvGridCell *cell)
{
  g_autofree char *text = lv_bilag_cell_text (self->bilag, cell);
  double number = cell->node != NULL ? lv_bilag_value (self->bilag, cell).number : cell->number;
  int decimals = cell->node != NULL ? lv_node_unit (cell->node)->decimals : cell->decimals;

  if (cell->text == NULL && !isnan (number))
    lv_workbook_number (self->book, at, number, LV_STYLE_NUMBER, decimals);
  else
    put (self, at, text[0] != '\0' ? text : lv_bilag_word (self->bilag, "not-stated", "not stated"), LV_STYLE_WRAP);
  return (guint) g_utf8_strlen (text, -1) + 1;
}

static guint
widest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " -/\n", -1);
  guint widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, (guint) g_utf8_strlen (words[i], -1));
  return widest;
}

static void
set_widths (Book *self, guint sheet, const GPtrArray *heads, const guint *widest)
{
  guint most = heads->len > 4 ? MOST_WIDTH_MANY : heads->len == 4 ? MOST_WIDTH_FOUR : MOST_WIDTH;

  for (guint i = 0; i < heads->len; i++)
    {
      guint least = i == 0 ? LEAST_FIRST : MAX (LEAST_WIDTH, widest_word (g_ptr_array_index (heads, i)) + 2);

      lv_workbook_width (self->book, sheet, i, i, (double) CLAMP (widest[i], least, MAX (most, least)) + 2);
    }
}

static void
write_row (Book *self, LvCellPlace at, const LvGridRow *row, guint n_columns, guint *widest)
{
  g_autofree char *label = lv_bilag_label (self->bilag, row);

  put (self, at, label, LV_STYLE_WRAP);
  widest[0] = MAX (widest[0], (guint) g_utf8_strlen (label, -1));
  for (guint c = 1; c < n_columns; c++)
    {
      LvGridCell empty = { .text = (char *) "" };
      const LvGridCell *cell = c <= row->cells->len ? &g_array_index (row->cells, LvGridCell, c - 1) : &empty;

      at.column = c;
      widest[c] = MAX (widest[c], write_value (self, at, cell));
    }
}

static void
write_grid (Book *self, guint sheet, const LvPart *part, const LvGrid *grid, const char *id)
{
  g_autoptr (GPtrArray) heads = lv_bilag_heads (part, grid);
  g_autofree guint *widest = g_new0 (guint, heads->len);
  g_autofree char *name = table_name (self, sheet, id);
  LvCellPlace from = { sheet, HEAD_ROW, 0 };
  LvCellPlace to = { sheet, HEAD_ROW + grid->rows->len, heads->len - 1 };

  lv_workbook_table (self->book, from, to, name, heads);
  for (guint i = 0; i < heads->len; i++)
    g_string_append_printf (self->words, "%s\n", (const char *) g_ptr_array_index (heads, i));
  for (guint r = 0; r < grid->rows->len; r++)
    write_row (self, (LvCellPlace){ sheet, HEAD_ROW + 1 + r, 0 }, g_ptr_array_index (grid->rows, r), heads->len,
               widest);
  set_widths (self, sheet, heads, widest);
  lv_workbook_setup (self->book, sheet, &(LvSheetSetup){ .repeat_from = -1 });
}

/* @part: (nullable): %NULL for tables about the attachment; @what: (nullable) */
static void
write_table (Book *self, const LvPart *part, const LvGrid *grid, const char *name, const char *id, const char *what)
{
  Entry entry = { .sheet = lv_workbook_add_sheet (self->book, name),
                  .title = g_strdup (grid->title),
                  .passport = what != NULL && self->bilag->passport != NULL
                                  ? lv_passport_id (self->bilag->passport, self->bilag->attachment, what)
                                  : NULL };

  write_lines (self, entry.sheet, grid->title, grid->remark, what);
  write_grid (self, entry.sheet, part, grid, id);
  g_array_append_val (self->entries, entry);
}

/* Takes @grid. */
static void
write_about (Book *self, LvGrid *grid, const char *what)
{
  if (grid->rows->len > 0)
    write_table (self, NULL, grid, grid->title, what, what);
  lv_grid_free (grid);
}

/* --- Abbreviations */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* Whether it stands there as a word of its own, or as the first part of one: "STU-forløb". */
static gboolean
is_used (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    if ((p == text || !is_letter (g_utf8_get_char (g_utf8_prev_char (p))))
        && !is_letter (g_utf8_get_char (p + length)))
      return TRUE;
  return FALSE;
}

/* The pack's list, "TA=tabt arbejdsfortjeneste;...": a row for each that stands in the workbook. */
static LvGrid *
abbreviations (Book *self)
{
  g_auto (GStrv) list = g_strsplit (lv_bilag_word (self->bilag, "abbreviation-list", ""), ";", -1);
  LvGrid *grid = lv_grid_empty (lv_bilag_word (self->bilag, "abbreviations", "Abbreviations"),
                                lv_bilag_word (self->bilag, "abbreviation", "Abbreviation"));

  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self->bilag, "meaning", "Meaning")));
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (g_strstrip (list[i]), "=", 2);

      if (pair[0] != NULL && pair[1] != NULL && is_used (self->words->str, pair[0]))
        lv_grid_add_text (lv_grid_add_row (grid, g_strdup (pair[0]), NULL), pair[1]);
    }
  return grid;
}

static void
write_abbreviations (Book *self)
{
  g_autoptr (LvGrid) grid = abbreviations (self);

  if (grid->rows->len > 0)
    write_table (self, NULL, grid, grid->title, "abbreviations", NULL);
}

/* --- Front and contents */

static void
add_fact (LvGrid *grid, const char *label, const char *value)
{
  if (value != NULL && value[0] != '\0')
    lv_grid_add_text (lv_grid_add_row (grid, g_strdup (label), NULL), value);
}

static void
add_facts (const Book *self, LvGrid *grid, const LvPaper *paper)
{
  const char *pack = lv_bilag_word (self->bilag, "pack", "Pack");
  g_autoptr (GPtrArray) facts = lv_paper_facts (self->bilag, paper);
  g_autoptr (GPtrArray) views = self->bilag->passport != NULL ? lv_passport_views (self->bilag->passport)
                                                              : g_ptr_array_new ();

  add_fact (grid, lv_bilag_word (self->bilag, "sender", "Sender"), self->info->author);
  for (guint i = 0; i < facts->len; i++)
    {
      const LvFact *fact = g_ptr_array_index (facts, i);
      gboolean is_pack = strcmp (fact->label, pack) == 0 && self->bilag->passport != NULL;

      add_fact (grid, fact->label, is_pack ? lv_passport_pack (self->bilag->passport) : fact->value);
    }
  for (guint i = 0; i < views->len; i++)
    add_fact (grid, lv_bilag_word (self->bilag, "view", "Shown"), g_ptr_array_index (views, i));
}

static void
write_front (Book *self, guint sheet, const LvPaper *paper)
{
  g_autoptr (LvGrid) grid = lv_grid_empty (self->info->title, lv_bilag_word (self->bilag, "fact", "Fact"));

  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self->bilag, "content", "Content")));
  add_facts (self, grid, paper);
  add_fact (grid, lv_bilag_word (self->bilag, "missing", "Missing"),
            lv_bilag_word (self->bilag, "missing-line", NULL));
  add_fact (grid, lv_bilag_word (self->bilag, "passports", "Passports"),
            lv_bilag_word (self->bilag, "passports-line", NULL));
  write_lines (self, sheet, grid->title, NULL, NULL);
  write_grid (self, sheet, NULL, grid, "forside");
}

static void
write_contents (Book *self, guint sheet)
{
  g_autofree char *title = lv_paper_fill (self->bilag, "contents", "Contents", NULL);
  g_autoptr (LvGrid) grid = lv_grid_empty (title, lv_bilag_word (self->bilag, "sheet", "Sheet"));

  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self->bilag, "content", "Content")));
  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self->bilag, "passport", "Passport")));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const char *name = lv_workbook_sheet_title (self->book, entry->sheet);
      LvGridRow *row = lv_grid_add_row (grid, g_strdup (name), NULL);

      lv_grid_add_text (row, entry->title);
      lv_grid_add_text (row, entry->passport != NULL ? entry->passport
                                                     : lv_bilag_word (self->bilag, "no-passport", "none"));
    }
  write_lines (self, sheet, title, NULL, NULL);
  write_grid (self, sheet, NULL, grid, "indhold");
  for (guint i = 0; i < self->entries->len; i++)
    lv_workbook_link (self->book, (LvCellPlace){ sheet, HEAD_ROW + 1 + i, 0 },
                      g_array_index (self->entries, Entry, i).sheet);
}

/* --- All of it */

static void
write_all (Book *self, const LvPaper *paper)
{
  g_autofree char *contents_name = lv_paper_fill (self->bilag, "contents", "Contents", NULL);
  guint front = lv_workbook_add_sheet (self->book, lv_bilag_word (self->bilag, "front", "Front"));
  guint contents = lv_workbook_add_sheet (self->book, contents_name);

  for (guint i = 0; i < self->bilag->parts->len; i++)
    {
      const LvPart *part = g_ptr_array_index (self->bilag->parts, i);

      write_table (self, part, part->grid, part->title, part->id, part->what);
    }
  write_about (self, lv_bilag_notes (self->bilag), LV_PASSPORT_NOTES);
  write_about (self, lv_bilag_sources (self->bilag), LV_PASSPORT_SOURCES);
  write_about (self, lv_bilag_changes (self->bilag), LV_PASSPORT_CHANGES);
  write_front (self, front, paper);
  write_abbreviations (self);
  write_contents (self, contents);
}

/**
 * lv_bilag_write:
 * @book: empty
 * @info: title and unit, as the file says of itself
 * @paper: (nullable): what the sender says
 *
 * Fills @book; what goes wrong is told when it is saved.
 */
void
lv_bilag_write (const LvBilag *bilag, LvWorkbook *book, const LvWorkbookInfo *info, const LvPaper *paper)
{
  Book self = { .bilag = bilag, .info = info, .book = book };

  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self.entries, entry_clear);
  self.words = g_string_new (NULL);
  write_all (&self, paper);
  g_hash_table_unref (self.names);
  g_array_unref (self.entries);
  g_string_free (self.words, TRUE);
}
