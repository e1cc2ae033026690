/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-access.h"

#include "lv-import-parts.h"

G_BEGIN_DECLS

/* A workbook as the checker sees it; it knows nothing of how the workbook was made.
 *
 *   lv-access-read     the parts of the file -> sheets, strings, properties
 *   lv-access-sheet    a sheet and its table
 *   lv-access-style    what the styles of cells look like
 *   lv-access-layout   points about sheets and tables
 *   lv-access-text     points about what is written
 *   lv-access-look     points about letters, colours and pictures
 *   lv-access          the list of points, and the report */

typedef enum
{
  LV_ACCESS_GENERAL,
  LV_ACCESS_LEFT,
  LV_ACCESS_RIGHT,
  LV_ACCESS_OTHER
} LvAccessSide;

/** What a style of cells looks like. */
typedef struct
{
  double size; /* points */
  gboolean serif, bold, italic, coloured;
  gboolean wrap;
  LvAccessSide side;
  gboolean border, fill;
  gboolean heading; /* the cell style that screen readers take for a heading */
} LvAccessStyle;

/**
 * LvAccessCell:
 * @row, @column: from 1, as on the screen
 * @text: (transfer none): never ""; of a number as it stands in the file
 */
typedef struct
{
  guint row, column;
  guint style;
  gboolean is_number;
  const char *text;
} LvAccessCell;

/** A range that is marked up as a table. */
typedef struct
{
  char *name;
  guint top, left, bottom, right;
  guint n_head_rows;
  gboolean filter, striped;
} LvAccessTable;

typedef struct
{
  guint first, last;
  double width; /* characters */
} LvAccessColumn;

typedef struct
{
  guint row;
  double height; /* points */
} LvAccessRow;

typedef struct
{
  guint row, column;
  char *target; /* (owned) (nullable): place in the workbook */
} LvAccessLink;

typedef struct
{
  char *name;
  GArray *cells;   /* LvAccessCell, by rows and columns */
  GArray *tables;  /* LvAccessTable */
  GArray *columns; /* LvAccessColumn */
  GArray *rows;    /* LvAccessRow: those with a height of their own */
  GArray *links;   /* LvAccessLink */
  gboolean *has_numbers; /* by column, below the heads; n_columns + 1 of them */
  guint n_columns;
  gboolean hidden, merged, filter, frozen, floating, marginal, conditional, tab_colour;
  gboolean selected_elsewhere;
} LvAccessSheet;

typedef struct
{
  GHashTable *parts;  /* name -> GBytes */
  GPtrArray *others;  /* names of parts that are no XML */
  GStringChunk *texts;
  GPtrArray *strings; /* in @texts */
  GArray *styles;     /* LvAccessStyle */
  GPtrArray *sheets;  /* LvAccessSheet */
  gboolean shows_another_sheet;
  gboolean has_title, has_creator, has_subject, has_language;
} LvAccessBook;

/* lv-access-read.c */
LvAccessBook *lv_access_book_new (GBytes *workbook, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lv_access_book_free (LvAccessBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvAccessBook, lv_access_book_free)

/* lv-access-style.c */
gboolean lv_access_read_styles (LvAccessBook *self, GBytes *part, GError **error);

/* lv-access-sheet.c */
LvAccessSheet *lv_access_sheet_new (const char *name);
void lv_access_sheet_free (LvAccessSheet *self);
gboolean lv_access_read_sheet (LvAccessBook *self, LvAccessSheet *sheet, GBytes *part, const char *name,
                               GError **error);
gboolean lv_access_read_table (LvAccessSheet *sheet, GBytes *part, const char *name, GError **error);
void lv_access_settle_sheet (LvAccessSheet *sheet);
const LvAccessCell *lv_access_cell (const LvAccessSheet *sheet, guint row, guint column);
const LvAccessStyle *lv_access_style (const LvAccessBook *self, const LvAccessCell *cell);

/**
 * LvAccessRun:
 * @notes, @note, @one_table, @abbreviations: the pack's words for them
 * @dotted: what ends in a point and no sentence
 * @empty_links: what says nothing as a link
 *
 * A book being held against the points, one after the other.
 */
typedef struct
{
  const LvAccessBook *book;
  LvAccess *report;
  guint point;
  guint n_faults; /* of this point */
  const char *notes, *note, *one_table, *abbreviations;
  char **dotted, **empty_links;
} LvAccessRun;

/* lv-access.c */
void lv_access_fault (LvAccessRun *run, const LvAccessSheet *sheet, const LvAccessCell *cell, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void lv_access_fault_about (LvAccessRun *run, const LvAccessSheet *sheet, const LvAccessCell *cell, const char *text);
void lv_access_fault_at (LvAccessRun *run, const LvAccessSheet *sheet, guint row, guint column, const char *text);

/* Runs through the sheets. */
#define LV_ACCESS_EACH_SHEET(run, sheet) \
  for (guint sheet##_at = 0; sheet##_at < (run)->book->sheets->len; sheet##_at++) \
    for (const LvAccessSheet *sheet = g_ptr_array_index ((run)->book->sheets, sheet##_at); sheet != NULL; sheet = NULL)

/* A point looks through the run's book and tells its faults. */
void lv_access_tables_are_marked (LvAccessRun *run);        /* 1 */
void lv_access_tables_have_names (LvAccessRun *run);        /* 2 */
void lv_access_nothing_is_merged (LvAccessRun *run);        /* 3 */
void lv_access_no_blank_lines (LvAccessRun *run);           /* 4 */
void lv_access_one_row_of_heads (LvAccessRun *run);         /* 5 */
void lv_access_nothing_is_cut_off (LvAccessRun *run);       /* 6 */
void lv_access_no_filters (LvAccessRun *run);               /* 7 */
void lv_access_no_empty_cells (LvAccessRun *run);           /* 8 */
void lv_access_nothing_is_hidden (LvAccessRun *run);        /* 9 */
void lv_access_notes_without_symbols (LvAccessRun *run);    /* 10 */
void lv_access_notes_say_so (LvAccessRun *run);             /* 11 */
void lv_access_notes_not_at_numbers (LvAccessRun *run);     /* 12 */
void lv_access_notes_are_there (LvAccessRun *run);          /* 13 */
void lv_access_plain_language (LvAccessRun *run);           /* 14 */
void lv_access_links_say_where (LvAccessRun *run);          /* 15 */
void lv_access_letters_are_plain (LvAccessRun *run);        /* 16 */
void lv_access_sheets_have_titles (LvAccessRun *run);       /* 17 */
void lv_access_no_decoration (LvAccessRun *run);            /* 18 */
void lv_access_nothing_floats (LvAccessRun *run);           /* 19 */
void lv_access_no_borders (LvAccessRun *run);               /* 20 */
void lv_access_no_fills (LvAccessRun *run);                 /* 21 */
void lv_access_colour_says_nothing (LvAccessRun *run);      /* 22 */
void lv_access_text_has_contrast (LvAccessRun *run);        /* 23 */
void lv_access_no_pictures (LvAccessRun *run);              /* 24 */
void lv_access_no_macros (LvAccessRun *run);                /* 25 */
void lv_access_sheets_have_names (LvAccessRun *run);        /* 26 */
void lv_access_no_blank_sheets (LvAccessRun *run);          /* 27 */
void lv_access_rows_begin_in_a (LvAccessRun *run);          /* 28 */
void lv_access_tables_begin_in_a (LvAccessRun *run);        /* 29 */
void lv_access_nothing_below (LvAccessRun *run);            /* 30 */
void lv_access_one_table_each (LvAccessRun *run);           /* 31 */
void lv_access_says_what_it_is (LvAccessRun *run);          /* 34 */
void lv_access_begins_in_a1 (LvAccessRun *run);             /* 35 */
void lv_access_sheets_say_what_is_there (LvAccessRun *run); /* 36 */

G_END_DECLS
