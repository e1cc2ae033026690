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
LvFigure *sample_find (const char *name);
LvFigure *sample_random (guint32 seed);
LvFigure *sample_benchmark (void);

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
