/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-analysis-sides.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_ANALYSIS_PAGE (lv_analysis_page_get_type ())

/**
 * LvAnalysisPage:
 *
 * One of the analyses: choices to the left, what follows from them to the right. While it is seen it
 * follows every edit, once for all edits of a turn of the main loop.
 */
G_DECLARE_DERIVABLE_TYPE (LvAnalysisPage, lv_analysis_page, LV, ANALYSIS_PAGE, GtkWidget)

/**
 * LvAnalysisPageClass:
 * @sides_changed: (nullable): what can be compared is another list, or has other values
 * @refresh: computes, and shows
 */
struct _LvAnalysisPageClass
{
  GtkWidgetClass parent_class;

  void (*sides_changed) (LvAnalysisPage *self);
  void (*refresh) (LvAnalysisPage *self);
};

void lv_analysis_page_set_sides (LvAnalysisPage *self, LvAnalysisSides *sides);
LvAnalysisSides *lv_analysis_page_sides (LvAnalysisPage *self);
LvSession *lv_analysis_page_session (LvAnalysisPage *self);
void lv_analysis_page_choose (LvAnalysisPage *self, GtkWidget *widget);
void lv_analysis_page_show (LvAnalysisPage *self, GtkWidget *widget);
void lv_analysis_page_queue (LvAnalysisPage *self);

/* What the pages are made of: lv-analysis-tools.c */
GtkWidget *lv_analysis_row (const char *title, GtkWidget *widget);
GtkWidget *lv_analysis_button (const char *label, const char *action);
GtkWidget *lv_analysis_check (const char *label);
GtkWidget *lv_analysis_heading (const char *title);
GtkWidget *lv_analysis_sentence (void);
GtkWidget *lv_analysis_hint (void);
GtkWidget *lv_analysis_sides_drop_down (void);
void lv_analysis_sides_fill (GtkWidget *drop_down, LvAnalysisSides *sides, const char *key);
void lv_analysis_save_book (GtkWidget *widget, LvSession *session, const char *title,
                            GPtrArray *tables);

/* The four of them */
GtkWidget *lv_compare_page_new (LvAnalysisSides *sides);
GtkWidget *lv_bridge_page_new (LvAnalysisSides *sides);
GtkWidget *lv_seek_page_new (LvAnalysisSides *sides);
GtkWidget *lv_tornado_page_new (LvAnalysisSides *sides);

G_END_DECLS
