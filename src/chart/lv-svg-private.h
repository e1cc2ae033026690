/* SPDX-License-Identifier: GPL-3.0-or-later */

/* cairo's SVG has glyphs instead of text and the same ids in every file.  This gives a screen
 * reader a title and a description, and each picture ids of its own. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *lv_svg_make_accessible (const char *svg, gsize length, const char *title,
                                const char *description, const char *language)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
