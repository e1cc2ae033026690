/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One place that says how text is set, so that what is measured is what is drawn. */

#pragma once

#include <pango/pangocairo.h>

#include "lv-measure.h"

G_BEGIN_DECLS

PangoContext *lv_pango_context_new (void) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout *lv_pango_layout_new (PangoContext *context, const char *family, const LvFont *font)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
