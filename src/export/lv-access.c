/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-access-private.h"

#include "lv-text.h"
#include "lv-workbook.h"

#include <glib/gi18n-lib.h>

/* Of one point so many are told: who has seen five knows what is wrong. */
#define MOST_FAULTS 5

#define MOST_QUOTED 60 /* letters of a text */

typedef struct
{
  guint number;
  void (*look) (LvAccessRun *run);
} Point;

/* 32 and 33 are no question to the file. */
static const Point points[] = {
  { 1, lv_access_tables_are_marked },      { 2, lv_access_tables_have_names },    { 3, lv_access_nothing_is_merged },
  { 4, lv_access_no_blank_lines },         { 5, lv_access_one_row_of_heads },     { 6, lv_access_nothing_is_cut_off },
  { 7, lv_access_no_filters },             { 8, lv_access_no_empty_cells },       { 9, lv_access_nothing_is_hidden },
  { 10, lv_access_notes_without_symbols }, { 11, lv_access_notes_say_so },        { 12, lv_access_notes_not_at_numbers },
  { 13, lv_access_notes_are_there },       { 14, lv_access_plain_language },      { 15, lv_access_links_say_where },
  { 16, lv_access_letters_are_plain },     { 17, lv_access_sheets_have_titles },  { 18, lv_access_no_decoration },
  { 19, lv_access_nothing_floats },        { 20, lv_access_no_borders },          { 21, lv_access_no_fills },
  { 22, lv_access_colour_says_nothing },   { 23, lv_access_text_has_contrast },   { 24, lv_access_no_pictures },
  { 25, lv_access_no_macros },             { 26, lv_access_sheets_have_names },   { 27, lv_access_no_blank_sheets },
  { 28, lv_access_rows_begin_in_a },       { 29, lv_access_tables_begin_in_a },   { 30, lv_access_nothing_below },
  { 31, lv_access_one_table_each },        { 34, lv_access_says_what_it_is },     { 35, lv_access_begins_in_a1 },
  { 36, lv_access_sheets_say_what_is_there },
};

/* The checker that is run is a point itself, and the one that a reader tells is none of them. */
G_STATIC_ASSERT (G_N_ELEMENTS (points) + 1 == LV_ACCESS_CHECKED);
G_STATIC_ASSERT (LV_ACCESS_CHECKED + 1 == LV_ACCESS_POINTS);

static void
fault_free (gpointer data)
{
  LvAccessFault *fault = data;

  g_free (fault->sheet);
  g_free (fault->cell);
  g_free (fault->text);
  g_free (fault);
}

/* Takes @cell and @text. */
static void
add_fault (LvAccessRun *run, const char *sheet, char *cell, char *text)
{
  LvAccessFault *fault;

  run->report->n_broken += run->n_faults == 0;
  if (++run->n_faults > MOST_FAULTS)
    {
      g_free (cell);
      g_free (text);
      return;
    }
  fault = g_new0 (LvAccessFault, 1);
  fault->point = run->point;
  fault->sheet = g_strdup (sheet);
  fault->cell = cell;
  fault->text = text;
  g_ptr_array_add (run->report->faults, fault);
}

/**
 * lv_access_fault:
 * @sheet: (nullable)
 * @cell: (nullable)
 *
 * Tells that the run's point is not kept there.
 */
void
lv_access_fault (LvAccessRun *run, const LvAccessSheet *sheet, const LvAccessCell *cell, const char *format, ...)
{
  va_list args;
  char *text;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  add_fault (run, sheet != NULL ? sheet->name : NULL,
             cell != NULL ? lv_cell_ref (cell->row - 1, cell->column - 1) : NULL, text);
}

/** The same of what stands in @cell, which is quoted; @text goes on after it. */
void
lv_access_fault_about (LvAccessRun *run, const LvAccessSheet *sheet, const LvAccessCell *cell, const char *text)
{
  gboolean is_long = g_utf8_strlen (cell->text, -1) > MOST_QUOTED;
  g_autofree char *quoted = g_utf8_substring (cell->text, 0, is_long ? MOST_QUOTED : -1);

  lv_access_fault (run, sheet, cell, "“%s%s”: %s", quoted, is_long ? "…" : "", text);
}

/** The same of a place where perhaps nothing stands. */
void
lv_access_fault_at (LvAccessRun *run, const LvAccessSheet *sheet, guint row, guint column, const char *text)
{
  add_fault (run, sheet->name, lv_cell_ref (row - 1, column - 1), g_strdup (text));
}

static void
look_at (const LvAccessBook *book, const LvPack *pack, LvAccess *report)
{
  LvAccessRun run = { .book = book, .report = report };

  run.notes = lv_text_word (pack, "xl-notes", "Notes");
  run.note = lv_text_word (pack, "xl-note", "note");
  run.one_table = lv_text_word (pack, "xl-one-table", "This sheet has one table.");
  run.abbreviations = lv_text_word (pack, "xl-abbreviations", "Abbreviations");
  run.dotted = g_strsplit (lv_text_word (pack, "access-dotted", "etc;approx"), ";", -1);
  run.empty_links = g_strsplit (lv_text_word (pack, "access-empty-links", "here;click here;link;more"), ";", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      run.point = points[i].number;
      run.n_faults = 0;
      points[i].look (&run);
    }
  g_strfreev (run.dotted);
  g_strfreev (run.empty_links);
}

/**
 * lv_access_new:
 * @workbook: a finished file
 * @pack: whose words it is written in
 *
 * Looks at the bytes of a workbook Bilag, and at nothing that it was made of.
 *
 * Returns: (transfer full): where it does not keep the points of an accessible workbook
 */
LvAccess *
lv_access_new (GBytes *workbook, const LvPack *pack)
{
  LvAccess *self = g_new0 (LvAccess, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (LvAccessBook) book = lv_access_book_new (workbook, &error);

  self->faults = g_ptr_array_new_with_free_func (fault_free);
  if (book != NULL)
    {
      look_at (book, pack, self);
      return self;
    }
  add_fault (&(LvAccessRun){ .report = self, .point = LV_ACCESS_CHECKER }, NULL, NULL, g_strdup (error->message));
  return self;
}

void
lv_access_free (LvAccess *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->faults);
  g_free (self);
}

/**
 * lv_access_summary:
 * @is_read: somebody says that spelling and grammar are read through
 *
 * Returns: (transfer full): how it went, in a line for people
 */
char *
lv_access_summary (const LvAccess *self, gboolean is_read)
{
  if (self->n_broken > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Accessibility: %u of the %u points checked is not met",
                                         "Accessibility: %u of the %u points checked are not met", self->n_broken),
                            self->n_broken, LV_ACCESS_CHECKED);
  if (is_read)
    return g_strdup_printf (_ ("Accessibility: %u of %u points are checked and met; spelling is read through"),
                            LV_ACCESS_CHECKED, LV_ACCESS_POINTS);
  return g_strdup_printf (_ ("Accessibility: %u of %u points are checked and met; spelling is not read through"),
                          LV_ACCESS_CHECKED, LV_ACCESS_POINTS);
}

/** Returns: (transfer full): "Point 8, sheet “Merforbrug”, B7: the cell is empty without a reason" */
char *
lv_access_fault_text (const LvAccessFault *fault)
{
  if (fault->sheet == NULL)
    return g_strdup_printf (_ ("Point %u: %s"), fault->point, fault->text);
  if (fault->cell == NULL)
    return g_strdup_printf (_ ("Point %u, sheet “%s”: %s"), fault->point, fault->sheet, fault->text);
  return g_strdup_printf (_ ("Point %u, sheet “%s”, %s: %s"), fault->point, fault->sheet, fault->cell, fault->text);
}
