/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-figure.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LvReport:
 *
 * A document in A4 on its way to PDF: headings, paragraphs, notes, tables and figures, one below the other.
 * Tables go on over pages and repeat their heads; a heading stays with what follows it. The file is tagged, has
 * an outline, a title, a language and alternative texts, and page numbers that are no content. The same
 * blocks and date give the same bytes, in every locale.
 */
typedef struct _LvReport LvReport;

/**
 * LvReportInfo:
 * @title: of the document; no heading by itself
 * @language: "da"
 * @author: (nullable)
 * @footer: (nullable): what stands at the foot of every page
 * @page: pattern of the page number, "Side {1} af {2}"
 * @year, @month, @day: the date in the file
 */
typedef struct
{
  const char *title;
  const char *language;
  const char *author;
  const char *footer;
  const char *page;
  int year, month, day;
} LvReportInfo;

LvReport *lv_report_new (const LvReportInfo *info) G_GNUC_WARN_UNUSED_RESULT;
void lv_report_free (LvReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvReport, lv_report_free)

void lv_report_to_front (LvReport *self);
void lv_report_to_end (LvReport *self);
void lv_report_heading (LvReport *self, guint level, const char *text);
void lv_report_aside (LvReport *self, const char *text);
void lv_report_paragraph (LvReport *self, const char *text);
void lv_report_note (LvReport *self, const char *text);
void lv_report_figure (LvReport *self, const char *label, LvFigure *figure, double height);
void lv_report_page_break (LvReport *self);
void lv_report_page_begin (LvReport *self);
void lv_report_set_one_page (LvReport *self);
gboolean lv_report_is_empty (const LvReport *self);

/* A table: columns first, then rows. */
void lv_report_table (LvReport *self, const char *summary);
void lv_report_column (LvReport *self, const char *head, gboolean is_number);
void lv_report_place (LvReport *self, const char *place);
void lv_report_link (LvReport *self, gsize from, const char *place, const char *says);
void lv_report_row (LvReport *self, const char *const *cells);

/* What a document of several pages begins with: a page of its own, and what is in it where. */
void lv_report_cover (LvReport *self, const char *title, const char *subtitle, const char *unit);
void lv_report_fact (LvReport *self, const char *label, const char *value);
void lv_report_contents (LvReport *self, const char *title, guint level);

GBytes *lv_report_to_pdf (LvReport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint lv_report_n_pages (LvReport *self);
void lv_report_draw_page (LvReport *self, cairo_t *cr, guint page);
char *lv_report_page_headings (LvReport *self, guint page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
