/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One place that says how text is set, so that what is measured is what is drawn. */

#pragma once

#include <pango/pangocairo.h>

#include "lv-measure.h"

G_BEGIN_DECLS

PangoContext *lv_pango_context_new (void) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout *lv_pango_layout_new (PangoContext *context, const char *family, const LvFont *font)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * LvPangoWidth:
 *
 * Measures texts in one font. Not thread safe.
 */
typedef struct _LvPangoWidth LvPangoWidth;

LvPangoWidth *lv_pango_width_new (PangoContext *context, const PangoFontDescription *description)
  G_GNUC_WARN_UNUSED_RESULT;
void lv_pango_width_free (LvPangoWidth *self);
int lv_pango_width_of (LvPangoWidth *self, const char *text);

G_END_DECLS
