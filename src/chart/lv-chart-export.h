/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures as files.  The same figures, sizes and date give the same bytes in every locale; a
 * file is written beside its name, flushed and renamed, so a failure leaves the old one. */

#pragma once

#include "lv-figure.h"
#include "lv-palette.h"

G_BEGIN_DECLS

typedef struct {
  double width;                 /* points */
  double height;                /* points */
  double scale;                 /* PNG: pixels in a point; 0 means 1 */
  const LvPalette *palette;     /* (nullable): NULL for print */
  GDateTime *created;           /* PDF: the date in the file; required there */
  const char *author;           /* (nullable): PDF */
  const char *code;             /* (nullable): PDF: a line below the picture, outside of its height */
  const char *family;           /* (nullable): font family; NULL for Sans */
  gboolean keeps_texts;         /* SVG: texts stay texts, for a page; else they are drawn, for programs with other fonts */
} LvChartExport;

double lv_chart_export_height (LvFigure *figure, double width);
GBytes *lv_chart_to_pdf (LvFigure *const *figures, gsize n_figures, const LvChartExport *options,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *lv_chart_to_svg (LvFigure *figure, const LvChartExport *options, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GBytes *lv_chart_to_png (LvFigure *figure, const LvChartExport *options, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_chart_write_pdf (LvFigure *figure, const char *path, const LvChartExport *options,
                             GError **error);
gboolean lv_chart_write_pdf_pages (LvFigure *const *figures, gsize n_figures, const char *path,
                                   const LvChartExport *options, GError **error);
gboolean lv_chart_write_svg (LvFigure *figure, const char *path, const LvChartExport *options,
                             GError **error);
gboolean lv_chart_write_png (LvFigure *figure, const char *path, const LvChartExport *options,
                             GError **error);

G_END_DECLS
