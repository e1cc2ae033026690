/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points about letters, colours and pictures, and what the file says of itself. */
#include "lv-access-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SMALLEST 11 /* points */

/* Runs through the cells of a sheet with what they look like. */
#define EACH_LOOK(run, sheet, cell, style) \
  for (guint cell##_at = 0; cell##_at < (sheet)->cells->len; cell##_at++) \
    for (const LvAccessCell *cell = &g_array_index ((sheet)->cells, LvAccessCell, cell##_at); cell != NULL; cell = NULL) \
      for (const LvAccessStyle *style = lv_access_style ((run)->book, cell); style != NULL; style = NULL)

/** 16: sans serif, eleven points or more, upright, words to the left and numbers to the right. */
void
lv_access_letters_are_plain (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    EACH_LOOK (run, sheet, cell, style)
      {
        LvAccessSide side = cell->is_number ? LV_ACCESS_RIGHT : LV_ACCESS_LEFT;

        if (style->serif || style->size < SMALLEST)
          lv_access_fault (run, sheet, cell, _ ("the letters have serifs or are smaller than %d points"), SMALLEST);
        if (style->italic)
          lv_access_fault (run, sheet, cell, _ ("the letters are italic"));
        if (style->side != LV_ACCESS_GENERAL && style->side != side)
          lv_access_fault (run, sheet, cell, _ ("words stand to the left, numbers to the right"));
      }
}

/** 19: nothing outside cells. */
void
lv_access_nothing_floats (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      if (sheet->marginal)
        lv_access_fault (run, sheet, NULL, _ ("there is a header or a footer"));
      if (sheet->floating)
        lv_access_fault (run, sheet, NULL, _ ("something floats above the cells"));
    }
}

/** 20 */
void
lv_access_no_borders (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      EACH_LOOK (run, sheet, cell, style)
        if (style->border)
          lv_access_fault (run, sheet, cell, _ ("the cell has a border"));
      for (guint i = 0; i < sheet->tables->len; i++)
        if (g_array_index (sheet->tables, LvAccessTable, i).striped)
          lv_access_fault (run, sheet, NULL, _ ("the table is striped"));
    }
}

/** 21 */
void
lv_access_no_fills (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    EACH_LOOK (run, sheet, cell, style)
      if (style->fill)
        lv_access_fault (run, sheet, cell, _ ("the cell has a background"));
}

/** 22: what colour says, somebody does not see. */
void
lv_access_colour_says_nothing (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    {
      if (sheet->conditional)
        lv_access_fault (run, sheet, NULL, _ ("colours follow values"));
      if (sheet->tab_colour)
        lv_access_fault (run, sheet, NULL, _ ("the tab has a colour"));
    }
}

/** 23: black on white. */
void
lv_access_text_has_contrast (LvAccessRun *run)
{
  LV_ACCESS_EACH_SHEET (run, sheet)
    EACH_LOOK (run, sheet, cell, style)
      if (style->coloured)
        lv_access_fault (run, sheet, cell, _ ("the text has a colour"));
}

static void
find_parts (LvAccessRun *run, const char *name)
{
  gboolean macro = strstr (name, "vba") != NULL;

  if (run->point == 24 && (g_str_has_prefix (name, "xl/media/") || g_str_has_prefix (name, "xl/charts/")))
    lv_access_fault (run, NULL, NULL, _ ("the file holds a picture or a chart: %s"), name);
  if (run->point == 25 && macro)
    lv_access_fault (run, NULL, NULL, _ ("the file holds a macro: %s"), name);
}

static void
look_at_parts (LvAccessRun *run)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, run->book->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    find_parts (run, name);
  for (guint i = 0; i < run->book->others->len; i++)
    find_parts (run, g_ptr_array_index (run->book->others, i));
}

/** 24 */
void
lv_access_no_pictures (LvAccessRun *run)
{
  look_at_parts (run);
}

/** 25 */
void
lv_access_no_macros (LvAccessRun *run)
{
  look_at_parts (run);
}

/** 34: what programs show about the file, and by which screen readers choose their voice. */
void
lv_access_says_what_it_is (LvAccessRun *run)
{
  const LvAccessBook *book = run->book;

  if (!book->has_title)
    lv_access_fault (run, NULL, NULL, _ ("the file does not say its title"));
  if (!book->has_creator)
    lv_access_fault (run, NULL, NULL, _ ("the file does not say who sends it"));
  if (!book->has_subject)
    lv_access_fault (run, NULL, NULL, _ ("the file does not say its subject"));
  if (!book->has_language)
    lv_access_fault (run, NULL, NULL, _ ("the file does not say its language"));
}
