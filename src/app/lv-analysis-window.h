/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The pages of the window. */
typedef enum
{
  LV_ANALYSIS_COMPARE, /* Sammenlign */
  LV_ANALYSIS_BRIDGE,  /* Forklar ændringen */
  LV_ANALYSIS_SEEK,    /* Hvad skal der til? */
  LV_ANALYSIS_TORNADO, /* Hvad betyder mest? */
  LV_N_ANALYSES
} LvAnalysis;

GtkWidget *lv_analysis_window_show (GtkWindow *parent, LvSession *session, LvAnalysis analysis);

G_END_DECLS
