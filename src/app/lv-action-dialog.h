/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LV_TYPE_ACTION_DIALOG (lv_action_dialog_get_type ())

/**
 * LvActionDialog:
 *
 * Enters a new action of a plan, or changes one. All of it is one step of undo; what may not be said is told
 * in the dialog, which stays open. The signal "saved" gives the action's id.
 */
G_DECLARE_FINAL_TYPE (LvActionDialog, lv_action_dialog, LV, ACTION_DIALOG, AdwWindow)

GtkWidget *lv_action_dialog_new (LvSession *session, const char *id);
GtkWidget *lv_action_dialog_new_add (LvSession *session, const char *of, const char *track,
                                     const char *after);
LvActionForm *lv_action_dialog_get_form (LvActionDialog *self);
gboolean lv_action_dialog_save (LvActionDialog *self);
const char *lv_action_dialog_get_error (LvActionDialog *self);

G_END_DECLS
