/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-report.h"

#include "lv-layout.h"
#include "lv-measure.h"

#include <cairo.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A4 in points. */
#define LV_REPORT_WIDTH 595.276
#define LV_REPORT_HEIGHT 841.89
#define LV_REPORT_MARGIN 56.0
#define LV_REPORT_CONTENT (LV_REPORT_WIDTH - 2 * LV_REPORT_MARGIN)
#define LV_REPORT_BOTTOM (LV_REPORT_HEIGHT - LV_REPORT_MARGIN)
#define LV_REPORT_FAMILY "Sans"
#define LV_REPORT_TABLE_SIZE 9.0 /* of letters, where there is room for them */

typedef enum
{
  LV_BLOCK_HEADING,
  LV_BLOCK_PARAGRAPH,
  LV_BLOCK_NOTE,
  LV_BLOCK_TABLE,
  LV_BLOCK_FIGURE,
  LV_BLOCK_BREAK,
  LV_BLOCK_COVER,
  LV_BLOCK_CONTENTS,
} LvBlockKind;

/* Headings have that many levels. */
#define LV_REPORT_LEVELS 3

/**
 * LvReportMark:
 * @place: (owned) (nullable): what links call the row
 * @link: (owned) (nullable): the place that the end of its first cell leads to
 * @says: (owned) (nullable): what that is, for who does not see it
 * @from: where in the first cell the link begins, in bytes
 */
typedef struct
{
  char *place;
  char *link;
  char *says;
  gsize from;
} LvReportMark;

/**
 * LvReportBlock:
 * @level: of a heading; of contents, the deepest heading in them
 * @number: of a heading, the number of its block, which names the place for links
 * @page: of a heading, where it stands; 0 until the pages are counted
 * @text: (owned) (nullable): of a heading, a paragraph or a note; what a table is about; the title of a cover
 * @subtitle: (owned) (nullable): of a cover; beside a heading
 * @unit: (owned) (nullable): of a cover
 * @figure: (owned) (nullable)
 * @heads: (owned) (nullable): utf8; of a table
 * @numbers: (owned) (nullable): gboolean for each column
 * @rows: (owned) (nullable): char ** each; of a cover, a label and its value
 * @marks: (owned) (nullable): LvReportMark for each row
 * @place: (owned) (nullable): of a note, what links call it
 * @x: (owned) (nullable): where the columns of a table stand, found once
 * @size: of the letters of a table
 * @is_tight: its columns stand close
 * @fits: of a break, what follows should stay on its page
 * @scale: of print, where that was made smaller for it; else 1
 * @is_close: so are spaces
 * @laid: (owned) (nullable): GPtrArray of PangoLayout each: the heads of a table, then its rows, set once
 * @heights: (owned) (nullable): of the letters of each, in the same order
 * @layout: (owned) (nullable): of a figure, laid once
 */
typedef struct
{
  LvBlockKind kind;
  guint level;
  guint number;
  guint page;
  char *text;
  char *subtitle;
  char *unit;
  LvFigure *figure;
  double height;
  GPtrArray *heads;
  GArray *numbers;
  GPtrArray *rows;
  GPtrArray *marks;
  char *place;
  double *x;
  double size;
  gboolean is_tight;
  gboolean fits;
  double scale;
  gboolean is_close;
  GPtrArray *laid;
  double *heights;
  LvLayout *layout;
} LvReportBlock;

/**
 * LvReport:
 * @n_added: how many blocks were added
 * @front: where the next block goes; -1 for the end
 * @last: (nullable): the block that was added last
 * @is_one_page: all of it stands on one page, in smaller print where need be
 * @scale: of print and what stands between it
 * @n_pages: 0 until they are counted
 * @drawn: (owned) (nullable): cairo_surface_t, the pages as they are shown
 * @lines: (owned) (element-type utf8 PangoLayout): cells of tables that are one line, by size and text
 */
struct _LvReport
{
  char *title;
  char *language;
  char *author;
  char *footer;
  char *page;
  int year, month, day;
  GPtrArray *blocks; /* (owned): LvReportBlock */
  guint n_added;
  int front;
  LvReportBlock *last;
  PangoContext *context;
  LvTextMeasure *measure;
  gboolean is_one_page;
  double scale;
  guint n_pages;
  GPtrArray *drawn;
  GHashTable *lines;
};

/**
 * LvReportPen:
 * @surface: (nullable): the PDF
 * @drawn: (nullable): where pages go that are no PDF; they have no tags
 * @y: where the next block begins
 * @page: number of the page that is drawn
 * @pages: how many there will be; 0 while they are counted
 * @block: (nullable): what is drawn
 * @is_cover: this page has no foot
 * @is_trial: to learn how much room something takes
 * @links: (nullable): takes what each link of the PDF leads to, in their order
 * @outline: of each level, the last heading in the outline
 *
 * A report while it is drawn, page by page.
 */
typedef struct
{
  const LvReport *report;
  cairo_surface_t *surface;
  GPtrArray *drawn;
  cairo_t *cr;
  double y;
  guint page;
  guint pages;
  const LvReportBlock *block;
  gboolean is_cover;
  gboolean is_trial;
  GPtrArray *links;
  int outline[LV_REPORT_LEVELS + 1];
} LvReportPen;

/* lv-report-fit.c */
void lv_report_forget_layout (LvReportBlock *block);
gboolean lv_report_fit_sections (const LvReport *self);

/* lv-report-draw.c */
void lv_report_draw_block (LvReportPen *self, guint index);
void lv_report_mark_heading (LvReportPen *self, LvReportBlock *block);

/* lv-report-front.c */
void lv_report_draw_cover (LvReportPen *self, LvReportBlock *block);
void lv_report_draw_contents (LvReportPen *self, const LvReportBlock *block);

/* lv-report-page.c */
void lv_report_tag (LvReportPen *self, const char *tag, const char *attributes);
void lv_report_untag (LvReportPen *self, const char *tag);
PangoLayout *lv_report_layout (LvReportPen *self, const char *text, double size, gboolean bold,
                               double width) G_GNUC_WARN_UNUSED_RESULT;
double lv_report_scaled (const LvReportPen *self, double points);
double lv_report_space (const LvReportPen *self, double points);
double lv_report_layout_height (PangoLayout *layout);
double lv_report_layout_width (PangoLayout *layout);
gboolean lv_report_is_drawn (const LvReportPen *self);
void lv_report_show (LvReportPen *self, PangoLayout *layout, double x, double y);
void lv_report_begin_link (LvReportPen *self, const char *place, const char *says);
void lv_report_end_link (LvReportPen *self);
void lv_report_mark_place (LvReportPen *self, const char *place);
void lv_report_begin_page (LvReportPen *self);
void lv_report_end_page (LvReportPen *self);
gboolean lv_report_fits (const LvReportPen *self, double height);
void lv_report_next_page (LvReportPen *self);

/* lv-report-columns.c */
double lv_report_pad_x (const LvReportBlock *block);
void lv_report_find_columns (const LvReportPen *pen, LvReportBlock *block);

/* lv-report-table.c */
void lv_report_draw_table (LvReportPen *self, LvReportBlock *block);
double lv_report_table_least (LvReportPen *self, LvReportBlock *block);

G_END_DECLS
