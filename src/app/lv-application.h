/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LV_TYPE_APPLICATION (lv_application_get_type ())

/**
 * LvApplication:
 *
 * The program: settings, the actions that belong to no window, and its windows.
 */
G_DECLARE_FINAL_TYPE (LvApplication, lv_application, LV, APPLICATION, AdwApplication)

void lv_application_choose_language (void);
LvApplication *lv_application_new (void) G_GNUC_WARN_UNUSED_RESULT;
char *lv_application_dup_today (LvApplication *self) G_GNUC_WARN_UNUSED_RESULT;
GSettings *lv_application_settings (LvApplication *self);

G_END_DECLS
