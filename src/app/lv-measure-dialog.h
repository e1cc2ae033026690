/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-local-measure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LvMeasureDone:
 * @id: the measure that was written
 */
typedef void (*LvMeasureDone) (const char *id, gpointer data);

void lv_measure_dialog_run (GtkWindow *parent, LvSession *session, LvLocalMeasure *measure,
                            LvMeasureDone done, gpointer data);

G_END_DECLS
