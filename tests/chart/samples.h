/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that the tests, the gallery and the benchmark share. */

#pragma once

#include "lv-figure.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;
  LvFigure *(*make) (void);
} Sample;

extern const Sample samples[];
extern const gsize n_samples;

extern const char sample_source[];

LvFigure *sample_begin (LvFigureKind kind, const char *title, const char *subtitle,
                        int decimals);
char *sample_format_danish (double value, int decimals, gpointer user_data);
/* samples-rows.c */
LvFigure *sample_ranked (void);
LvFigure *sample_ranked_98 (void);
LvFigure *sample_bars_signs (void);
LvFigure *sample_bars_scenario (void);
LvFigure *sample_bars_over (void);
LvFigure *sample_bars_stacked (void);
LvFigure *sample_bars_stacked_over (void);
LvFigure *sample_bars_share (void);
LvFigure *sample_bars_zero (void);
LvFigure *sample_bars_missing (void);
LvFigure *sample_bars_outlier (void);
LvFigure *sample_dumbbell (void);
LvFigure *sample_dumbbell_scenario (void);
LvFigure *sample_dumbbell_many (void);
LvFigure *sample_tornado (void);
LvFigure *sample_tornado_scenario (void);
LvFigure *sample_tornado_flat (void);

LvFigure *sample_find (const char *name);
LvFigure *sample_random (guint32 seed);
LvFigure *sample_random_kind (guint32 seed, LvFigureKind kind);
LvFigure *sample_benchmark (void);

/* samples-upright.c */
LvFigure *sample_share_columns (void);
LvFigure *sample_share_beside (void);
LvFigure *sample_share_over (void);
LvFigure *sample_share_hostile (void);
LvFigure *sample_area (void);
LvFigure *sample_area_scenario (void);
LvFigure *sample_area_hostile (void);
LvFigure *sample_area_one (void);
LvFigure *sample_fan (void);
LvFigure *sample_fan_scenario (void);
LvFigure *sample_fan_hostile (void);
LvFigure *sample_stair (void);
LvFigure *sample_stair_scenario (void);
LvFigure *sample_slope (void);
LvFigure *sample_slope_hostile (void);
LvFigure *sample_slope_one (void);
LvFigure *sample_waterfall (void);
LvFigure *sample_waterfall_beside (void);
LvFigure *sample_waterfall_over (void);
LvFigure *sample_waterfall_hostile (void);
LvFigure *sample_waterfall_empty (void);
LvFigure *sample_remarks_columns (void);
LvFigure *sample_remarks_lines (void);
LvFigure *sample_remarks_area (void);
LvFigure *sample_remarks_fan (void);
LvFigure *sample_remarks_stair (void);
LvFigure *sample_remarks_waterfall (void);
LvFigure *sample_remarks_long (void);
/* samples-plane.c */
LvFigure *sample_scatter (void);
LvFigure *sample_scatter_scenario (void);
LvFigure *sample_scatter_hostile (void);
LvFigure *sample_scatter_many (void);
LvFigure *sample_scatter_point (void);
LvFigure *sample_scatter_missing (void);
LvFigure *sample_matrix (void);
LvFigure *sample_matrix_scenario (void);
LvFigure *sample_matrix_hostile (void);
LvFigure *sample_matrix_empty (void);

/* samples-parts.c */
LvFigure *sample_parts (void);
LvFigure *sample_parts_scenario (void);
LvFigure *sample_parts_hostile (void);
LvFigure *sample_parts_zero (void);
LvFigure *sample_parts_gap (void);
LvFigure *sample_donut (void);
LvFigure *sample_donut_scenario (void);
LvFigure *sample_donut_hostile (void);
LvFigure *sample_donut_one (void);
/* samples-plan.c */
LvFigure *sample_plan (void);
LvFigure *sample_plan_scenario (void);
LvFigure *sample_plan_single (void);
LvFigure *sample_plan_undated (void);
LvFigure *sample_plan_hostile (void);
LvFigure *sample_plan_many (void);
LvFigure *sample_flow (void);
LvFigure *sample_flow_scenario (void);
LvFigure *sample_flow_circle (void);
LvFigure *sample_flow_single (void);
LvFigure *sample_flow_hostile (void);
LvFigure *sample_flow_random (guint32 seed);

G_END_DECLS
