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

G_END_DECLS
