/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_ACTION_FORM (lv_action_form_get_type ())

/**
 * LvActionForm:
 *
 * All that an action says, each field with what fits it: a line, a date, a choice, a list. It holds what is
 * typed and edits nothing. The dates are those of the shown scenario, of an action of the user's own the
 * planned ones.
 */
G_DECLARE_FINAL_TYPE (LvActionForm, lv_action_form, LV, ACTION_FORM, GtkWidget)

GtkWidget *lv_action_form_new (LvSession *session, const char *id);
void lv_action_form_set (LvActionForm *self, LvActionField field, const char *text);
char *lv_action_form_dup (LvActionForm *self, LvActionField field) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_action_form_has (LvActionField field);
gboolean lv_action_form_is_good (LvActionForm *self);
GtkWidget *lv_action_form_get_widget (LvActionForm *self, LvActionField field);

G_END_DECLS
