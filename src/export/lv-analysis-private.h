/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-analysis-table.h"

G_BEGIN_DECLS

LvAnalysisTable *lv_analysis_table_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
void lv_analysis_table_header (LvAnalysisTable *self, const char *text);
void lv_analysis_table_begin_row (LvAnalysisTable *self, const char *title, const char *unit,
                                  gboolean total);
void lv_analysis_table_add_text (LvAnalysisTable *self, const char *text);
void lv_analysis_table_add_number (LvAnalysisTable *self, char *text, double number, int decimals);

G_END_DECLS
