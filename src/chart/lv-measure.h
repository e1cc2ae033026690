/* SPDX-License-Identifier: GPL-3.0-or-later */

/* LvTextMeasure: how wide and high a text is.  The layout asks this interface and so stays pure:
 * the screen and the exports give it Pango, the goldens give it fixed metrics. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double size;                  /* points */
  gboolean bold;
} LvFont;

typedef struct _LvTextMeasure LvTextMeasure;

struct _LvTextMeasure {
  void (*extents) (LvTextMeasure *self, const char *text, const LvFont *font, double *width,
                   double *height);
  void (*free) (LvTextMeasure *self);
  char *family;                 /* (owned): what lv_draw() must use too */
  double text_scale;            /* 1 unless the user asked for larger text */
};

LvTextMeasure *lv_measure_pango_new (const char *family, double text_scale)
  G_GNUC_WARN_UNUSED_RESULT;
LvTextMeasure *lv_measure_of_thread (const char *family);
LvTextMeasure *lv_measure_fixed_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lv_measure_free (LvTextMeasure *self);
double lv_measure_width (LvTextMeasure *self, const char *text, const LvFont *font);
double lv_measure_height (LvTextMeasure *self, const LvFont *font);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvTextMeasure, lv_measure_free)

/* Wrapping and shortening, in terms of a measure only. */
char *lv_text_shorten (LvTextMeasure *measure, const char *text, const LvFont *font, double width)
  G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_text_wrap (LvTextMeasure *measure, const char *text, const LvFont *font, double width,
                         int max_lines, gboolean *shortened) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_text_wrap_whole (LvTextMeasure *measure, const char *text, const LvFont *font, double width,
                               int max_lines, gboolean *shortened, gboolean *parted)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
