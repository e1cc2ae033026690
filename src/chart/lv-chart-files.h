/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every chart of a pack as a PDF file of its own. */

#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/* A5 on its side, in points: half a page of an attachment. */
#define LV_CHART_PAGE_WIDTH 595.0
#define LV_CHART_PAGE_HEIGHT 420.0

/* A4 upright: as high as a page gets for what is shown in rows or boxes. */
#define LV_CHART_PAGE_MOST 842.0

GBytes *lv_chart_item_to_pdf (const LvItem *item, const LvState *state, const LvState *base,
                              GDateTime *created, const char *code, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_chart_is_left_out (const GError *error);
gboolean lv_chart_export_items (const LvState *state, const LvState *base, const char *folder,
                                GDateTime *created, const GPtrArray *what, GPtrArray *written,
                                GError **error);

G_END_DECLS
