/* SPDX-License-Identifier: GPL-3.0-or-later */

/* cairo's SVG has glyphs instead of text and the same ids in every file.  This gives a screen
 * reader a title and a description, each picture ids of its own, and texts that can be read,
 * searched and enlarged to a page that wants them. */

#pragma once

#include "lv-draw.h"
#include "lv-measure.h"

G_BEGIN_DECLS

typedef struct {
  const char *title;
  const char *description;
  const char *language;
  const char *texts;            /* (nullable): elements that stand above all else */
} LvSvgMeta;

GBytes *lv_svg_make_accessible (const char *svg, gsize length, const LvSvgMeta *meta)
  G_GNUC_WARN_UNUSED_RESULT;
char *lv_svg_draw (cairo_t *cr, const LvLayout *layout, const LvPalette *palette,
                   LvTextMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
