/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-local-measure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_EFFECT_EDITOR (lv_effect_editor_get_type ())

/**
 * LvEffectEditor:
 *
 * One effect of a measure in its dialog: the target, picked by title, and a number for each of its years. A
 * line of a spreadsheet can be pasted into the first of them. The signal "remove" says that the user wants
 * it away.
 */
G_DECLARE_FINAL_TYPE (LvEffectEditor, lv_effect_editor, LV, EFFECT_EDITOR, GtkWidget)

GtkWidget *lv_effect_editor_new (LvSession *session, const LvLocalEffect *effect);
gboolean lv_effect_editor_read (LvEffectEditor *self, LvLocalMeasure *measure, GtkWidget **wrong);

G_END_DECLS
