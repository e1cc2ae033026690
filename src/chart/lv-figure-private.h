/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lv-figure.h"

G_BEGIN_DECLS

struct _LvFigure {
  /* owned */
  char *title;
  char *subtitle;               /* (nullable) */
  char *source;                 /* (nullable) */
  char *unit;                   /* (nullable) */
  char *language;
  char *alt;                    /* (nullable) */
  char *words[LV_N_WORDS];      /* (nullable): the Danish default */
  GPtrArray *notes;             /* char * */
  GArray *categories;           /* LvFigureCategory */
  GArray *series;               /* LvFigureSeries */
  GArray *references;           /* LvFigureReference */
  GArray *annotations;          /* LvFigureNote */
  GArray *links;                /* LvFigureLink */
  LvFigureAxis axes[2];         /* X, Y */
  char *quadrants[LV_FIGURE_N_QUADRANTS]; /* (nullable) */
  gpointer format_data;         /* (nullable), freed with format_destroy */

  LvFigureFormat format;        /* (nullable) */
  GDestroyNotify format_destroy;
  LvFigureKind kind;
  LvFigureScenarioForm scenario_form;
  LvFigureGood good;
  int decimals;
  int highlight_series;
  int highlight_category;
  int first_month;              /* -1: the categories are no months */
  gboolean frozen;
  gatomicrefcount refs;
};

/* lv-describe-plane.c, lv-describe-share.c: the sentences of one kind, after the title */
void lv_describe_scatter (const LvFigure *self, GString *out);
void lv_describe_matrix (const LvFigure *self, GString *out);
void lv_describe_share (const LvFigure *self, GString *out);
/* lv-describe-plan.c */
void lv_figure_describe_timeline (const LvFigure *self, GString *out);
void lv_figure_describe_flow (const LvFigure *self, GString *out);

static inline void
lv_figure_replace (char **field, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*field);
  *field = copy;
}

G_END_DECLS
