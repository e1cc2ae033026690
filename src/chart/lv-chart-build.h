/* SPDX-License-Identifier: GPL-3.0-or-later */

/* LvChart: the bridge from a [chart] of the pack to an LvFigure.
 *
 * What a chart shows (which cells, in which columns, what kind of number each is, from which
 * source) follows from the pack alone and is found once, by lv_chart_new().  The values are
 * filled in as often as they change, by lv_chart_make_figure().  It is not for drawing, and the
 * library that draws knows nothing of it. */

#pragma once

#include "lv-figure.h"
#include "lv-state.h"

G_BEGIN_DECLS

#define LV_CHART_ERROR (lv_chart_error_quark ())
GQuark lv_chart_error_quark (void);

typedef enum {
  LV_CHART_ERROR_KIND,          /* a kind of chart that is not drawn yet */
  LV_CHART_ERROR_SERIES,        /* nothing that can be drawn along the axis */
  LV_CHART_ERROR_EMPTY          /* the scenario has no number for it: no file */
} LvChartError;

typedef struct _LvChart LvChart;

LvChart *lv_chart_new (const LvItem *item, const LvState *base, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void lv_chart_free (LvChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvChart, lv_chart_free)

void lv_chart_set_today (LvChart *self, const GDate *today);
void lv_chart_set_published (LvChart *self, gboolean is_published);
LvFigure *lv_chart_make_figure (const LvChart *self, const LvState *state, const LvState *base,
                                const char *heading) G_GNUC_WARN_UNUSED_RESULT;
char *lv_chart_dup_title (const LvChart *self, const LvState *state, const LvState *base)
  G_GNUC_WARN_UNUSED_RESULT;
char *lv_chart_dup_notes (const LvChart *self, const LvState *state, const LvState *base)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_chart_find (const LvChart *self, const LvFigure *figure, int series, int category,
                        const LvNode **node, gsize *cell);
char *lv_chart_tell (const LvChart *self, const LvFigure *figure, int series, int category,
                     const LvState *state, const LvState *base) G_GNUC_WARN_UNUSED_RESULT;
char *lv_chart_cite (const LvChart *self, const LvFigure *figure, int series, int category,
                     const LvState *state, const LvState *base) G_GNUC_WARN_UNUSED_RESULT;
char *lv_chart_to_text (const LvChart *self, const LvFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

LvFigure *lv_chart_build (const LvItem *item, const LvState *state, const LvState *base,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
